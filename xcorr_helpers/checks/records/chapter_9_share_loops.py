"""Shares that are left out, or not made one, where a geometric mean is asked for."""

from __future__ import annotations

import numpy as np

from .chapter_9_share_means import Known, root

# In these, a and b are our times and theirs.
LOOPS: tuple[Known, ...] = (
    (
        "the first share is left out: the loop begins at 0",
        lambda a, b: root(np.prod((a / b)[1:]), len(a)),
    ),
    (
        "the last share is left out: the loop goes on to the end",
        lambda a, b: root(np.prod((a / b)[:-1]), len(a)),
    ),
    (
        "the first share is left out, and not counted: the loop begins at 0",
        lambda a, b: root(np.prod((a / b)[1:]), len(a) - 1),
    ),
    (
        "the last share is left out, and not counted: the loop goes on to the end",
        lambda a, b: root(np.prod((a / b)[:-1]), len(a) - 1),
    ),
    (
        "the product starts at 0, and stays there: start it at 1",
        lambda a, b: 0.0,
    ),
    (
        "only the last share is there: product *= share, with a *",
        lambda a, b: root((a / b)[-1], len(a)),
    ),
    (
        "only the first share is there: is the return inside of the loop?",
        lambda a, b: root((a / b)[0], len(a)),
    ),
    (
        "this is the last share alone: multiply all, and take the n-th root",
        lambda a, b: (a / b)[-1],
    ),
    (
        "this is the first share alone: multiply all, and take the n-th root",
        lambda a, b: (a / b)[0],
    ),
)
MANY: tuple[Known, ...] = (
    (
        "these are the shares, one a task: one number is asked for",
        lambda a, b: a / b,
    ),
    (
        "the root of each share is there: multiply them",
        lambda a, b: root(a / b, len(a)),
    ),
    (
        "np.cumprod gives a product for each task: the last of them is the one",
        lambda a, b: root(np.cumprod(a / b), len(a)),
    ),
    (
        "these are the logarithms of the shares: take their mean, and np.exp of that",
        lambda a, b: np.log(a / b),
    ),
    (
        "np.exp comes before the mean: take the mean of the logarithms first",
        lambda a, b: np.exp(np.log(a / b)) / len(a),
    ),
    (
        "np.prod takes its second argument for an axis: divide, then multiply",
        lambda a, b: root(np.prod(a, b), len(a)),
    ),
    (
        "the product is one number, and has no length: ask the array for it",
        lambda a, b: root(np.prod(a / b), len(np.prod(a / b))),
    ),
    (
        "the loop goes one too far: the last place is n - 1",
        lambda a, b: a[len(a)] / b[len(a)],
    ),
)
