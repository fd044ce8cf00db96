"""Chapter 12: scores that lack a mean or a length, or have another."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_12_parts import centred, divided, summed, windows
from .chapter_12_scores import (
    above,
    above_zero,
    by_one_mean,
    flat,
    length,
    mean_of_all,
    one_mean_above_zero,
    plain,
    right,
    stretched,
    where_flat,
)

MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the mean of the whole image is taken away: each window has one of its own",
        by_one_mean,
    ),
    (
        "mean and length are those of the whole image: each window has its own",
        lambda a, t: divided(
            above(a, t), length(a - a.mean()) * length(centred(plain(t)))
        ),
    ),
    (
        "no mean is taken away, neither the window's nor the template's",
        lambda a, t: divided(
            summed(windows(a, t) * t), length(windows(a, t)) * length(plain(t))
        ),
    ),
    (
        "the window's mean stays in its length: it is to be taken away there, too",
        lambda a, t: divided(
            above(a, t), length(windows(a, t)) * length(centred(plain(t)))
        ),
    ),
    (
        "the template's mean stays in its length: it is to be taken away there, too",
        lambda a, t: divided(
            above(a, t), length(centred(windows(a, t))) * length(plain(t))
        ),
    ),
    (
        "both means stay in the lengths: they are to be taken away there, too",
        lambda a, t: divided(above(a, t), length(windows(a, t)) * length(plain(t))),
    ),
    (
        "no mean is taken away where the products are added up",
        lambda a, t: divided(
            summed(windows(a, t) * t),
            length(centred(windows(a, t))) * length(centred(plain(t))),
        ),
    ),
    (
        "it is not divided by the lengths: this is the zero-mean correlation",
        above,
    ),
    (
        "this is the raw correlation: means and lengths are both missing",
        lambda a, t: summed(windows(a, t) * t),
    ),
    (
        "it is divided by the template's length alone: the window has one, too",
        lambda a, t: divided(above(a, t), length(centred(plain(t))) + 0 * above(a, t)),
    ),
    (
        "it is divided by the window's length alone: the template has one, too",
        lambda a, t: divided(above(a, t), length(centred(windows(a, t)))),
    ),
    (
        "the root is missing: it is divided by the squares of the lengths",
        lambda a, t: divided(
            above(a, t),
            (length(centred(windows(a, t))) * length(centred(plain(t)))) ** 2,
        ),
    ),
    (
        "it is divided by standard deviations, and the sum is not made a mean",
        lambda a, t: right(a, t) * t.size,
    ),
    (
        "the mean of the products is divided by the lengths: it is their sum",
        lambda a, t: right(a, t) / t.size,
    ),
    (
        "deviations with ddof=1 are mixed with a mean of all values",
        lambda a, t: right(a, t) * (t.size - 1) / t.size,
    ),
    (
        "a window without contrast is 0 / 0, which is nan: it gets 0",
        where_flat(np.nan),
    ),
    (
        "a flat window of floats has a tiny length, for its mean is rounded: `> 0` and "
        "`nan_to_num` let it pass; compare with the size of the values",
        above_zero,
    ),
    (
        "the length of a flat window of floats is tiny and not 0, for a mean is "
        "rounded, and tiny over tiny is -1: compare with the size of the values",
        lambda a, t: np.where(flat(a, t), -1, 1) * above_zero(a, t),
    ),
    (
        "a flat window of floats has a tiny length, for its mean is rounded, and the "
        "products, from which no window's mean is taken, are larger: compare the "
        "length with the size of the values",
        one_mean_above_zero,
    ),
    (
        "the mean is taken over all windows (`axis=0`), for each place of the "
        "template: each window has one of its own (`axis=1`)",
        mean_of_all,
    ),
    ("a window without contrast gets 0, not 1", where_flat(1)),
    ("a window without contrast gets 0, not -1", where_flat(-1)),
    (
        "the sign is dropped: a negative is like the template, turned dark for light",
        lambda a, t: abs(right(a, t)),
    ),
    (
        "the score is squared: its sign and size are lost",
        lambda a, t: right(a, t) ** 2,
    ),
    (
        "negative scores are cut off at 0: they go down to -1",
        lambda a, t: np.maximum(right(a, t), 0),
    ),
    ("this is 1 minus the score: likeness is asked for", lambda a, t: 1 - right(a, t)),
    (
        "the score is moved to the range from 0 to 1: it goes from -1",
        lambda a, t: (right(a, t) + 1) / 2,
    ),
    ("the sign is turned: 1 is where the template fits", lambda a, t: -right(a, t)),
    (
        "windows and template are stretched from 0 to 1: take means, divide by lengths",
        lambda a, t: summed(stretched(windows(a, t)) * stretched(plain(t))),
    ),
    (
        "the scores are divided by the largest of them: each window has its length",
        lambda a, t: above(a, t) / max(abs(above(a, t)).max(), 1e-9),
    ),
    (
        "lengths are taken as sums of absolute values: they are roots of squares",
        lambda a, t: divided(
            above(a, t),
            abs(centred(windows(a, t))).sum(axis=(2, 3)) * abs(centred(plain(t))).sum(),
        ),
    ),
    (
        "the two lengths are added: they are multiplied",
        lambda a, t: divided(
            above(a, t), length(centred(windows(a, t))) + length(centred(plain(t)))
        ),
    ),
    (
        "the scores are rounded: they are no whole numbers",
        lambda a, t: np.round(right(a, t)),
    ),
    (
        "this is where the score is largest: all scores are asked for",
        lambda a, t: np.unravel_index(right(a, t).argmax(), right(a, t).shape),
    ),
    (
        "this is the largest score: all of them are asked for",
        lambda a, t: right(a, t).max(),
    ),
    (
        "the last row and column of windows are missing: one more fits",
        lambda a, t: right(a, t)[:-1, :-1],
    ),
    (
        "the last row of windows is missing: height - template_height + 1 fit",
        lambda a, t: right(a, t)[:-1],
    ),
    (
        "the last column of windows is missing: width - template_width + 1 fit",
        lambda a, t: right(a, t)[:, :-1],
    ),
    (
        "the image is padded with zeros to its own size: only windows on it count",
        lambda a, t: right(
            np.pad(a.astype(float), [((n - 1) // 2, n // 2) for n in t.shape]), t
        ),
    ),
    (
        "the columns of a window have means of their own: it has one for all pixels",
        lambda a, t: divided(
            summed(
                (windows(a, t) - windows(a, t).mean(axis=2, keepdims=True))
                * (t - t.mean(axis=0))
            ),
            length(windows(a, t) - windows(a, t).mean(axis=2, keepdims=True))
            * length(t - t.mean(axis=0)),
        ),
    ),
    (
        "the rows of a window have means of their own: it has one for all pixels",
        lambda a, t: divided(
            summed(
                (windows(a, t) - windows(a, t).mean(axis=3, keepdims=True))
                * (t - t.mean(axis=1, keepdims=True))
            ),
            length(windows(a, t) - windows(a, t).mean(axis=3, keepdims=True))
            * length(t - t.mean(axis=1, keepdims=True)),
        ),
    ),
)
