"""Chapter 8: what goes wrong with the digits of softmax, and with what is too large."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import Program


def _largest(scores: np.ndarray) -> Any:
    return scores.max(axis=1, keepdims=True)


def _shares(powers: np.ndarray) -> Any:
    return powers / powers.sum(axis=1, keepdims=True)


def _powers(scores: np.ndarray) -> Any:
    return np.exp(scores - _largest(scores))


def _clipped(low: float, high: float) -> Program:
    return lambda s: _shares(np.exp(np.clip(s, low, high)))


def _divided(by: int) -> Program:
    return lambda s: _shares(np.exp(s / by))


def _with_small(small: float) -> Program:
    return lambda s: _powers(s) / (_powers(s).sum(axis=1, keepdims=True) + small)


def _digits(number: int) -> Program:
    return lambda s: np.round(_shares(_powers(s)), number)


def _in_float(dtype: type) -> Program:
    return lambda s: _shares(_powers(s.astype(dtype)))


_CLIP = (
    "the scores are clipped, and those beyond become equal: take the row's largest "
    "away, which changes no share"
)
_SMALL = (
    "a small number is added to the sum, which changes all shares: the sum is never 0, "
    "as exp of the largest is 1"
)
_NO_NAN = (
    "nan and infinity are replaced afterwards, and what they stood for is lost: take "
    "the largest away first"
)

FLOATS: tuple[tuple[str, Program], ...] = (
    *((_CLIP, _clipped(x, y)) for y in (100, 500, 700, 709) for x in (-y, -np.inf)),
    *(
        (
            f"the scores are divided by {by:,}, which changes all shares: take the "
            "row's largest away",
            _divided(by),
        )
        for by in (10, 100, 1000)
    ),
    *((_SMALL, _with_small(10.0**-digits)) for digits in (5, 6, 7, 8)),
    *(
        (f"the shares are rounded to {digits} digits: keep them all", _digits(digits))
        for digits in (1, 2, 3, 4)
    ),
    (_NO_NAN, lambda s: np.nan_to_num(_shares(np.exp(s)))),
    (_NO_NAN, lambda s: np.nan_to_num(_shares(np.exp(s)), nan=1)),
    (_NO_NAN, lambda s: _shares(np.nan_to_num(np.exp(s)))),
    ("float16 holds three digits: float64 holds sixteen", _in_float(np.float16)),
    ("float32 holds seven digits: float64 holds sixteen", _in_float(np.float32)),
    (
        "the shares are made whole, and each is 0 or 1: an array of ints cannot hold "
        "them",
        lambda s: np.trunc(_shares(_powers(s))),
    ),
    (
        "two slips: exp of a large score is infinite; and these are the logarithms of "
        "the shares",
        lambda s: np.log(_shares(np.exp(s))),
    ),
    (
        "two slips: these are the logarithms of the shares; and exp of a large score "
        "is infinite in their sum",
        lambda s: s - np.log(np.exp(s).sum(axis=1, keepdims=True)),
    ),
    (
        "it is divided by exp of the largest, not by the sum of all powers",
        lambda s: _powers(s) / np.exp(_largest(s)),
    ),
    (
        "the power itself is left out of the sum: all of the row are added up",
        lambda s: _powers(s) / (_powers(s).sum(axis=1, keepdims=True) - _powers(s)),
    ),
    (
        "the largest so far is taken away from each score: look through the whole row "
        "first",
        lambda s: _shares(np.exp(s - np.maximum.accumulate(s, axis=1))),
    ),
    (
        "the largest of the row is taken away above the line, another one in the sum: "
        "that of all images",
        lambda s: _powers(s) / np.exp(s - s.max()).sum(axis=1, keepdims=True),
    ),
    (
        "the largest of the row is taken away above the line, another one in the sum: "
        "that of each column",
        lambda s: _powers(s) / np.exp(s - s.max(axis=0)).sum(axis=1, keepdims=True),
    ),
    (
        "the mean of the rows' largest is taken away: each row has its own",
        lambda s: _shares(np.exp(s - s.max(axis=1).mean())),
    ),
    (
        "the powers are squared, or the scores doubled: each power counts once",
        lambda s: _shares(_powers(2 * s)),
    ),
    (
        "the scores are halved, which changes all shares: they count as they are",
        lambda s: _shares(_powers(s / 2)),
    ),
    (
        "the powers are divided by the number of images: divide by the row's sum",
        lambda s: _powers(s) / len(s),
    ),
    (
        "the loop over the classes ends one too early: the last gets nothing, and is "
        "not in the sum",
        lambda s: _shares(_powers(s) * (np.arange(s.shape[1]) < s.shape[1] - 1)),
    ),
    (
        "the loop over the classes starts one too late: the first gets nothing, and is "
        "not in the sum",
        lambda s: _shares(_powers(s) * (np.arange(s.shape[1]) > 0)),
    ),
)
