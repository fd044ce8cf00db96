"""Chapter 3: kernels that stand as the columns of a matrix."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_3_matrix_mistakes import MISTAKES
from .chapter_3_parts import columns, sizes, toy_kernels


def kernel_matrix(function: Any) -> Result:
    """Judge a function that stands each kernel up as one column.

    Parameters
    ----------
    function : callable
        Called as `function(kernels)`, with an array of shape (K, kernel_height,
        kernel_width). It returns an array of shape (kernel_height * kernel_width, K),
        each column one kernel in the order of `kernel.ravel()`.

    Examples
    --------
    >>> result = kernel_matrix(lambda kernels: kernels.reshape(len(kernels), -1))
    kernel_matrix: not yet.
      given     kernels of shape (8, 2, 3)
      expected  shape (6, 8): kernel value, kernel
      got       shape (8, 6)
                axis 0, kernel value: 8 came, 6 expected
                axis 1, kernel: 6 came, 8 expected
      likely    the kernels stand as rows: .T stands them up as columns
      draw      checks.show("kernel_matrix", my_function)
    """
    return judge(KERNEL_MATRIX, function)


def _cases() -> list[Case]:
    dice = Dice(31)
    kernels = [toy_kernels()]
    for number, (_, _, height, width, count) in enumerate(sizes(32)):
        values = dice.quarters if number % 2 else dice.whole
        kernels.append(values(count, height, width))
    with_nan = dice.quarters(3, 2, 4)
    with_nan[1, 0, 2] = np.nan
    kernels += [
        np.array([[[1, 2], [2, 0]], [[0, 3], [3, 5]]]),
        dice.quarters(2, 4, 4),
        dice.bytes(5, 3, 2),
        dice.large(4, 2, 3),
        np.asfortranarray(dice.quarters(4, 3, 5)),
        with_nan,
        dice.whole(1, 2, 3),
        dice.quarters(3, 1, 4),
        dice.whole(2, 3, 1),
        dice.quarters(4, 1, 1),
        dice.whole(1, 1, 1),
    ]
    return [(one,) for one in kernels]


def _by_reshape(kernels: np.ndarray) -> np.ndarray:
    n_kernels = len(kernels)
    weights = kernels.reshape(n_kernels, -1)
    return weights.T


def _by_transpose(kernels: np.ndarray) -> np.ndarray:
    n_kernels, kernel_height, kernel_width = kernels.shape
    moved = kernels.transpose(1, 2, 0)
    return moved.reshape(kernel_height * kernel_width, n_kernels)


def _by_loops(kernels: np.ndarray) -> np.ndarray:
    n_kernels, kernel_height, kernel_width = kernels.shape
    out = np.zeros((kernel_height * kernel_width, n_kernels))
    for kernel in range(n_kernels):
        for row in range(kernel_height):
            for column in range(kernel_width):
                place = row * kernel_width + column
                out[place, kernel] = kernels[kernel, row, column]
    return out


KERNEL_MATRIX = CodeExercise(
    name="kernel_matrix",
    arguments=("kernels",),
    axes=("kernel value", "kernel"),
    make_cases=_cases,
    reference=columns,
    ways=(_by_reshape, _by_transpose, _by_loops),
    mistakes=MISTAKES,
)
