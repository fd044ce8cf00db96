"""Chapter 10: the matrix that makes t neighbouring outputs of a strip."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_10_banded_errors import ERRORS
from .chapter_10_banded_kernels import KERNELS
from .chapter_10_banded_mistakes import COLUMNS
from .chapter_10_banded_places import PLACES
from .chapter_10_parts import banded


def banded_matrix(function: Any) -> Result:
    """Judge a function that makes kernels' banded matrix, for strips of t outputs.

    Parameters
    ----------
    function : callable
        Called as `function(kernels, t)`, with an array of shape (K, kernel_height,
        kernel_width, C) and the number of outputs in a strip. It returns an array of
        shape (kernel_height * (t + kernel_width - 1) * C, t * K): column `j * K + k`
        holds kernel `k` at the positions of the strip's window `j`, and zeros
        elsewhere.

    Examples
    --------
    >>> from xcorr_helpers import kernel_matrix
    >>> result = banded_matrix(lambda kernels, t: kernel_matrix(kernels))
    banded_matrix: not yet.
      given     kernels = [[[[1],
                             [2],
                             [3]],
                            [[4],
                             [5],
                             [6]]]]
                t = 4
      expected  shape (12, 4): strip position, column
      got       shape (6, 1)
                axis 0, strip position: 6 came, 12 expected
                axis 1, column: 1 came, 4 expected
      likely    this is the kernels' matrix, which makes one output: a strip has t of \
them
      mind      it never reads `t`
      draw      checks.show("banded_matrix", my_function)
    """
    return judge(BANDED_MATRIX, function)


def _cases() -> list[Case]:
    dice = Dice(93)
    # The page's toy, and the exercise's own.
    one = np.arange(1, 7).reshape(1, 2, 3, 1)
    two = np.arange(1, 7).reshape(2, 1, 3, 1)
    cases: list[Case] = [(one, 4), (two, 3)]
    shapes = [(2, 2, 4, 3, 5), (4, 3, 2, 5, 6), (5, 2, 3, 4, 6), (2, 3, 5, 4, 3)]
    while len(shapes) < 11:  # K, kernel height, kernel width, C, t
        sizes = n_kernels, height, width, channels, t = dice.numbers(5, 2, 6)
        wide = t + width - 1
        if wide not in sizes and height * wide * channels * t * n_kernels < 1600:
            shapes.append((n_kernels, height, width, channels, t))
    shapes += [
        (4, 3, 2, 3, 1),
        (3, 2, 2, 4, 5),
        (2, 3, 3, 1, 4),
        (1, 2, 4, 3, 5),
        (3, 1, 4, 2, 5),
        (3, 4, 1, 2, 5),
        (4, 1, 1, 3, 6),
        (2, 4, 5, 2, 3),
        (2, 2, 3, 2, 12),
        (1, 1, 1, 1, 1),
    ]
    for number, (*shape, t) in enumerate(shapes):
        values = dice.quarters if number % 3 == 1 else dice.whole
        cases.append((values(*shape), t))
    cases.append((dice.bytes(2, 2, 3, 4), 3))
    cases.append((dice.large(3, 2, 4, 2), 2))
    cases.append((np.asfortranarray(dice.quarters(3, 2, 4, 2)), 4))
    return cases


def _by_index(kernels: np.ndarray, t: int) -> np.ndarray:
    n_kernels, kernel_height, kernel_width, channels = kernels.shape
    strip_width = t + kernel_width - 1
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    depth = np.arange(channels)
    pixels = rows[:, None] * strip_width + columns
    window = (pixels[:, :, None] * channels + depth).ravel()
    weights = kernels.reshape(n_kernels, -1).T
    out = np.zeros((kernel_height * strip_width * channels, t * n_kernels))
    for start in range(t):
        first = start * n_kernels
        out[window + start * channels, first : first + n_kernels] = weights
    return out


BANDED_MATRIX = CodeExercise(
    name="banded_matrix",
    arguments=("kernels", "t"),
    axes=("strip position", "column"),
    make_cases=_cases,
    reference=banded,
    ways=(_by_index,),
    mistakes=(*COLUMNS, *PLACES, *KERNELS, *ERRORS),
)
