"""What readers do wrong where a geometric mean of shares is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np

from .chapter_9_share_loops import LOOPS, MANY
from .chapter_9_share_means import LOGARITHMS, MEANS, Known, Program, mean, root

# In these, a and b are our times and theirs.
_SHARES: tuple[Known, ...] = (
    (
        "the shares are upside down: ours by theirs, below 1 where we are faster",
        lambda a, b: mean(b / a),
    ),
    (
        "only our product has a root: theirs needs one, too, or both together",
        lambda a, b: root(np.prod(a), len(a)) / np.prod(b),
    ),
    (
        "only their product has a root, as ** goes before /: put the quotient in "
        "brackets",
        lambda a, b: np.prod(a) / root(np.prod(b), len(b)),
    ),
    (
        "this is the mean of our times: each is to be a share of theirs first",
        lambda a, b: mean(a),
    ),
    (
        "this is the mean of their times: a share is ours by theirs",
        lambda a, b: mean(b),
    ),
    (
        "a share is a quotient, our time by theirs: these are differences",
        lambda a, b: mean(np.abs(a - b)),
    ),
    (
        "our times and theirs are multiplied, or their logarithms added: a share is a "
        "quotient",
        lambda a, b: mean(a * b),
    ),
    (
        "a share is our time by theirs: here it is by the time of both together",
        lambda a, b: mean(a / (a + b)),
    ),
    (
        "each share is what we spare, 1 - share: the share itself is asked for",
        lambda a, b: mean(np.abs(1 - a / b)),
    ),
    (
        "the two means are subtracted: divide our mean by theirs",
        lambda a, b: mean(a) - mean(b),
    ),
    (
        "this is our ordinary mean less theirs: shares are quotients",
        lambda a, b: np.mean(a) - np.mean(b),
    ),
    (
        "// cuts each share down to a whole number, as int does: write /",
        lambda a, b: mean(a // b),
    ),
    *(
        (
            "each share is rounded before they are multiplied",
            lambda a, b, digits=digits: mean(np.round(a / b, digits)),
        )
        for digits in (0, 1, 2, 3)
    ),
    *(
        (
            "the mean is rounded to a few digits: leave it as it is",
            lambda a, b, digits=digits: np.round(mean(a / b), digits),
        )
        for digits in (1, 2, 3, 4)
    ),
    (
        "int drops the decimals of our times: divide them as they are",
        lambda a, b: mean(np.trunc(a) / b),
    ),
    (
        "int drops the decimals of their times: divide them as they are",
        lambda a, b: mean(a / np.trunc(b)),
    ),
    (
        "int drops the decimals of all times: divide them as they are",
        lambda a, b: mean(np.trunc(a) / np.trunc(b)),
    ),
    (
        "int drops the mean's decimals: leave it as it is",
        lambda a, b: np.trunc(mean(a / b)),
    ),
    (
        "float16 holds three digits only: the shares have more",
        lambda a, b: mean((a / b).astype(np.float16)),
    ),
    (
        "float32 holds seven digits only: the shares have more",
        lambda a, b: mean((a / b).astype(np.float32)),
    ),
    (
        "this is in percent: a share of one half is 0.5",
        lambda a, b: 100 * mean(a / b),
    ),
    (
        "this is what we spare, 1 - share: the share itself is asked for",
        lambda a, b: 1 - mean(a / b),
    ),
    (
        "this is share - 1: the share itself is asked for",
        lambda a, b: mean(a / b) - 1,
    ),
    (
        "this is the ordinary mean of what we lose, share - 1: the shares are asked "
        "for",
        lambda a, b: np.mean(a / b - 1),
    ),
    (
        "two slips: a share is by the time of both together; and this is the ordinary "
        "mean",
        lambda a, b: np.mean(a / (a + b)),
    ),
    (
        "this is the part of the tasks in which we are faster: by how much counts, too",
        lambda a, b: np.mean(a < b),
    ),
    (
        "this is the part of the tasks in which we are slower: by how much counts, too",
        lambda a, b: np.mean(a > b),
    ),
    (
        "the longer time is always divided by the shorter: a share is ours by theirs",
        lambda a, b: mean(np.maximum(a, b) / np.minimum(a, b)),
    ),
    (
        "the shorter time is always divided by the longer: a share is ours by theirs",
        lambda a, b: mean(np.minimum(a, b) / np.maximum(a, b)),
    ),
    (
        "only shares below 1 are in it: where we are slower counts, too",
        lambda a, b: root(np.prod((a / b)[a < b]), len(a)),
    ),
    (
        "only shares below 1 are in it, and counted: where we are slower counts, too",
        lambda a, b: root(np.prod((a / b)[a < b]), np.sum(a < b)),
    ),
    (
        "only shares above 1 are in it: where we are faster counts, too",
        lambda a, b: root(np.prod((a / b)[a > b]), len(a)),
    ),
    (
        "two slips: our first task is divided by their last; and this is the ordinary "
        "mean",
        lambda a, b: np.mean(a / b[::-1]),
    ),
    (
        "two slips: both arrays are sorted, and their tasks no longer match; and this "
        "is the ordinary mean",
        lambda a, b: np.mean(np.sort(a) / np.sort(b)),
    ),
)


def _of_two() -> Iterator[Known]:
    """List other means of shares that are upside down, and other second slips."""
    for text, program in (*MEANS, *LOGARITHMS):
        said = "the shares are upside down: ours by theirs"
        if not text.startswith("1 // n"):  # that is 1 anyway
            yield f"two slips: {said}; and {text}", partial(_turned, program)
    for text, program in MEANS[:6]:
        yield f"two slips: {text}; and it is in percent", partial(_percent, program)
        yield f"two slips: {text}; and it is taken off 1", partial(_spared, program)


def _turned(program: Program, a: np.ndarray, b: np.ndarray) -> Any:
    return program(b, a)


def _percent(program: Program, a: np.ndarray, b: np.ndarray) -> Any:
    return 100 * program(a, b)


def _spared(program: Program, a: np.ndarray, b: np.ndarray) -> Any:
    return 1 - program(a, b)


MISTAKES: tuple[Known, ...] = (
    *MEANS,
    *LOGARITHMS,
    *_SHARES,
    *LOOPS,
    *MANY,
    *_of_two(),
)
