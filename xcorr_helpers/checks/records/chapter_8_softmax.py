"""Chapter 8: softmax, which turns scores into shares."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_8_softmax_floats import FLOATS
from .chapter_8_softmax_rows import ROWS
from .chapter_8_softmax_values import VALUES


def softmax(function: Any) -> Result:
    """Judge a function that turns scores into shares, row by row.

    Parameters
    ----------
    function : callable
        Called as `function(scores)`, with floats of shape (N, classes): a row for each
        image. They may be as large as 1,000, and `np.exp(1000)` is infinite. It returns
        an array of that shape: all numbers of a row are positive (or too small for a
        float, and 0), and their sum is 1.

    Examples
    --------
    >>> def mine(scores):
    ...     powers = np.exp(scores)
    ...     return powers / powers.sum(axis=1, keepdims=True)
    >>> result = softmax(mine)
    softmax: right on 1 case, then not.
      given     scores = [[1000, 998, 0],
                          [1, 2, 3]]
      expected  0.880797 0.119203 0 0.0900306 0.244728 0.665241
      got       nan nan 0 0.0900306 0.244728 0.665241
      first difference at image 0, class 0: expected 0.880797, got nan
      likely    exp of a large score is infinite: take the row's largest away first
      draw      checks.show("softmax", mine)
    """
    return judge(SOFTMAX, function)


_LOW = [-1000.0, -1001, -1003, -999], [-800, 3, 2.5, 1]


def _cases() -> list[Case]:
    dice = Dice(84)
    # The scores of the chapter first; then early what tells slips apart: a square,
    # rows far below zero, rows of a wide range.
    cases = [
        np.array([[2.0, 1, 4], [0.5, -1, 3]]),
        np.array([[1000.0, 998, 0], [1, 2, 3]]),
        np.array([[0.5, 3, -1], [-2, 0.25, 1.5], [4, 1, -0.5]]),
        np.array([*_LOW, [0.5, 2, 1, -1], [1, 0, 2, -3], [0.25, -2, 3, 1]]),
        np.array([[1000.0, 0, -2, 1.5, 0.5], [1000, 990, 0, 0, 0], [0, 1, -5, 3, 2.5]]),
        np.array([[1000.0, 998, 0], [3, 0.5, 1], [2, 0, -1], [1, 2, 3]]),
        np.array([[2.5, -6, 1, 3], [0.75, -0.25, 0.5, 1]]),
    ]
    shapes = [(4, 3), (2, 6), (5, 4), (3, 7), (6, 2), (3, 10), (7, 5), (4, 4)]
    cases += [dice.quarters(*shape) for shape in shapes]
    cases += [
        dice.large(3, 4) / 3.0,
        np.asfortranarray(dice.quarters(4, 6)),
        np.array([[3.0, 1, 2, 2]]),
        np.array([[2.0], [-3], [1000]]),
        np.zeros((2, 3)),
        np.array([[7.5]]),
    ]
    return [(scores,) for scores in cases]


def _shares(scores: np.ndarray) -> np.ndarray:
    out = np.zeros(scores.shape)
    for row, values in enumerate(scores):
        powers = np.exp(values - max(values))
        out[row] = powers / sum(powers)
    return out


def _by_columns(scores: np.ndarray) -> np.ndarray:
    largest = scores.max(axis=1, keepdims=True)
    powers = np.exp(scores - largest)
    total = powers.sum(axis=1, keepdims=True)
    shares: np.ndarray = powers / total
    return shares


def _by_loops(scores: np.ndarray) -> np.ndarray:
    n_images, n_classes = scores.shape
    out = np.zeros((n_images, n_classes))
    for row in range(n_images):
        largest = scores[row].max()
        total = 0.0
        for column in range(n_classes):
            out[row, column] = np.exp(scores[row, column] - largest)
            total += out[row, column]
        out[row] = out[row] / total
    return out


SOFTMAX = CodeExercise(
    name="softmax",
    arguments=("scores",),
    axes=("image", "class"),
    make_cases=_cases,
    reference=_shares,
    ways=(_by_columns, _by_loops),
    mistakes=(*ROWS, *VALUES, *FLOATS),
)
