"""Chapter 8: what goes wrong with the rows of softmax, its largest and its sum."""

from __future__ import annotations

from typing import Any

import numpy as np


def _over(scores: np.ndarray, largest: Any, axis: int | None = 1) -> Any:
    """Take away what should be the largest, and divide by the sum over an axis."""
    powers = np.exp(scores - largest)
    return powers / powers.sum(axis=axis, keepdims=True)


def _largest(scores: np.ndarray) -> Any:
    return scores.max(axis=1, keepdims=True)


def _powers(scores: np.ndarray) -> Any:
    return np.exp(scores - _largest(scores))


def _rows(scores: np.ndarray, start: int, stop: int | None) -> np.ndarray:
    """Leave all rows but some at 0."""
    out = np.zeros(scores.shape)
    out[start:stop] = _over(scores, _largest(scores))[start:stop]
    return out


def _last_total(scores: np.ndarray) -> Any:
    powers = _powers(scores)
    return powers / powers[-1].sum()


def _python_max(scores: np.ndarray) -> Any:
    return _over(scores, max(scores))


def _class_missing(scores: np.ndarray, missing: int) -> Any:
    """Leave one class out of the sum."""
    powers = _powers(scores)
    return powers / np.delete(powers, missing, 1).sum(1, keepdims=True)


_ROW_SUM = "each row is divided by its own sum: .sum(axis=1, keepdims=True)"

ROWS = (
    (
        "exp of a large score is infinite: take the row's largest away first",
        lambda s: _over(s, 0),
    ),
    (
        "the smallest of the row is taken away, and exp of what is left may be "
        "infinite: take the largest",
        lambda s: _over(s, s.min(axis=1, keepdims=True)),
    ),
    (
        "the mean of the row is taken away, and exp of what is left may be infinite: "
        "take the largest",
        lambda s: _over(s, s.mean(axis=1, keepdims=True)),
    ),
    (
        "the median of the row is taken away, and exp of what is left may be infinite: "
        "take the largest",
        lambda s: _over(s, np.median(s, axis=1, keepdims=True)),
    ),
    (
        "the first score of the row is taken away: take the largest",
        lambda s: _over(s, s[:, :1]),
    ),
    (
        "the last score of the row is taken away: take the largest",
        lambda s: _over(s, s[:, -1:]),
    ),
    (
        "the sum of the row is taken away: take the largest",
        lambda s: _over(s, s.sum(axis=1, keepdims=True)),
    ),
    (
        "the largest of all images is taken away, and a row far below it is 0 / 0: "
        "each row has its own, axis=1",
        lambda s: _over(s, s.max()),
    ),
    (
        "the smallest of all images is taken away: take the largest, of each row",
        lambda s: _over(s, s.min()),
    ),
    (
        "the mean of all images is taken away: take the largest, of each row",
        lambda s: _over(s, s.mean()),
    ),
    (
        "the largest of the first row is taken away from all rows: each has its own",
        lambda s: _over(s, s[0].max()),
    ),
    (
        "the largest of each column is taken away, not of each row: max(axis=1), and "
        "keepdims",
        lambda s: _over(s, s.max(axis=0)),
    ),
    (
        "the search for the largest starts at 0, and a row far below it is 0 / 0: "
        "start at the row's first",
        lambda s: _over(s, np.maximum(_largest(s), 0)),
    ),
    (
        "the largest is taken without signs: a row far below zero is 0 / 0",
        lambda s: _over(s, np.abs(s).max(axis=1, keepdims=True)),
    ),
    (
        "the largest is added, not taken away",
        lambda s: _over(s, -_largest(s)),
    ),
    (
        "1,000 is taken away from all scores: take each row's largest",
        lambda s: _over(s, 1000),
    ),
    (
        "the scores are divided by the row's largest: take it away, which changes no "
        "share",
        lambda s: _over(s / _largest(s), 0),
    ),
    (
        "the scores are divided by the largest of all: take the row's away",
        lambda s: _over(s / s.max(), 0),
    ),
    (
        "the scores are divided by the largest power: take the largest score away, "
        "before exp",
        lambda s: np.exp(s) / np.exp(s).max(axis=1, keepdims=True),
    ),
    (
        "the largest lie in a row, as without keepdims: (N, 1) stands beside "
        "(N, classes), and (N,) does not",
        lambda s: _over(s, s.max(axis=1)),
    ),
    (
        "the sums lie in a row, as without keepdims: (N, 1) stands under (N, classes), "
        "and (N,) does not",
        lambda s: _powers(s) / _powers(s).sum(axis=1),
    ),
    (
        "two slips: the sum lacks keepdims, and exp of a large score is infinite",
        lambda s: np.exp(s) / np.exp(s).sum(axis=1),
    ),
    (
        "largest and sum lack keepdims: (N,) does not stand beside (N, classes)",
        lambda s: np.exp(s - s.max(axis=1)) / np.exp(s - s.max(axis=1)).sum(axis=1),
    ),
    (
        "each column has the sum 1, over the images (as Python's sum adds): "
        ".sum(axis=1, keepdims=True)",
        lambda s: _over(s, _largest(s), 0),
    ),
    (
        "each column is turned into shares, by its own largest and sum: rows are the "
        "images, axis=1",
        lambda s: _over(s, s.max(axis=0), 0),
    ),
    (
        "two slips: exp of a large score is infinite; and the sum goes over the "
        "images, not over each row",
        lambda s: _over(s, 0, 0),
    ),
    (
        "two slips: the largest is that of all images; and the sum goes over the "
        "images, not over each row",
        lambda s: _over(s, s.max(), 0),
    ),
    (
        f"the sum of all images is 1: {_ROW_SUM}",
        lambda s: _over(s, _largest(s), None),
    ),
    (
        "all images are one long row, with one largest and one sum: each row has its "
        "own, axis=1",
        lambda s: _over(s, s.max(), None),
    ),
    (
        "two slips: exp of a large score is infinite; and the sum is that of all "
        "images, not of each row",
        lambda s: _over(s, 0, None),
    ),
    (f"all rows are divided by the sum of the last: {_ROW_SUM}", _last_total),
    (
        "the sum goes on from row to row: it starts at 0 in each",
        lambda s: _powers(s) / np.cumsum(_powers(s).sum(axis=1, keepdims=True), axis=0),
    ),
    (
        "the sum goes on along the row, and each power is divided by those before it: "
        "by the whole sum",
        lambda s: _powers(s) / np.cumsum(_powers(s), axis=1),
    ),
    (
        "1 is added to the sum, or the sum starts at 1: it starts at 0",
        lambda s: _powers(s) / (1 + _powers(s).sum(axis=1, keepdims=True)),
    ),
    (
        "the first class is left out of the sum",
        lambda s: _class_missing(s, 0),
    ),
    (
        "the last class is left out of the sum",
        lambda s: _class_missing(s, -1),
    ),
    (
        "Python's max compares whole rows: scores.max(axis=1, keepdims=True)",
        _python_max,
    ),
    (
        "only the first row is there: is the return inside of the loop?",
        lambda s: _rows(s, 0, 1),
    ),
    (
        "the last row is left at 0: the loop ends one too early",
        lambda s: _rows(s, 0, -1),
    ),
    (
        "the first row is left at 0: the loop starts at 0, not at 1",
        lambda s: _rows(s, 1, None),
    ),
    (
        "only the first row is there: is the return inside of the loop?",
        lambda s: _over(s, _largest(s))[:1],
    ),
    (
        "only the last row is there: is the list made anew each time?",
        lambda s: _over(s, _largest(s))[-1],
    ),
    (
        "only the first row comes back, without an axis for the images",
        lambda s: _over(s, _largest(s))[0],
    ),
)
