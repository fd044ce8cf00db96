"""Chapter 3: many kernels on one image."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_3_apply_mistakes import MISTAKES
from .chapter_3_parts import maps, sizes, toy_image, toy_kernels


def apply_kernels(function: Any) -> Result:
    """Judge a function that cross-correlates one image with many kernels.

    Parameters
    ----------
    function : callable
        Called as `function(image, kernels)`, with arrays of shape (height, width) and
        (K, kernel_height, kernel_width), of whole numbers or of floats. It returns an
        array of shape (out_height, out_width, K).

    Examples
    --------
    >>> result = apply_kernels(lambda image, kernels: 0)
    apply_kernels: not yet.
      given     image = [[0, 1, 2, 3, 4, 5, 6, 7, 8],
                         [10, 11, 12, 13, 14, 15, 16, 17, 18],
                         [20, 21, 22, 23, 24, 25, 26, 27, 28],
                         [30, 31, 32, 33, 34, 35, 36, 37, 38],
                         [40, 41, 42, 43, 44, 45, 46, 47, 48]]
                kernels of shape (8, 2, 3)
      expected  shape (4, 7, 8): output row, output column, kernel
      got       shape ()
                0 axes came, 3 expected
      draw      checks.show("apply_kernels", my_function)
      explorer: book/explorer.html#h=5&w=9&kh=2&kw=3&kernel=0,1,2,10,11,12
    """
    return judge(APPLY_KERNELS, function)


def _cases() -> list[Case]:
    dice = Dice(33)
    cases: list[Case] = [(toy_image(), toy_kernels())]
    for number, (height, width, rows, columns, count) in enumerate(sizes(34), 1):
        cases.append(dice.pair(number, (height, width), (count, rows, columns)))
    fortran = np.asfortranarray
    return [
        *cases,
        (dice.bytes(6, 5), dice.whole(4, 3, 2)),
        (dice.whole(5, 7), dice.bytes(3, 2, 2)),
        (dice.large(5, 8), dice.large(2, 3, 4)),
        (fortran(dice.quarters(6, 8)), fortran(dice.quarters(4, 2, 3))),
        (dice.whole(6, 6), dice.quarters(2, 3, 3)),
        (dice.quarters(5, 8), dice.whole(1, 2, 3)),
        (dice.whole(5, 8), dice.quarters(2, 1, 3)),
        (dice.quarters(8, 5), dice.whole(2, 3, 1)),
        (dice.whole(3, 5), dice.whole(4, 3, 5)),
        (dice.whole(4, 7), dice.quarters(3, 1, 1)),
        (dice.quarters(1, 1), dice.whole(1, 1, 1)),
    ]


def _by_index(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    height, width = image.shape
    n_kernels, kernel_height, kernel_width = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = rows[:, None] * width + columns
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = down[:, None] * width + across
    index = offsets.ravel()[:, None] + window.ravel()
    gathered = image.ravel()[index]
    weights = kernels.reshape(n_kernels, -1).T
    product: np.ndarray = gathered @ weights
    return product.reshape(out_height, out_width, n_kernels)


def _by_slices(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    height, width = image.shape
    n_kernels, kernel_height, kernel_width = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((out_height, out_width, n_kernels))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = image[row : row + out_height, column : column + out_width]
            out += pixels[:, :, None] * kernels[:, row, column]
    return out


def _by_placements(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    height, width = image.shape
    n_kernels, kernel_height, kernel_width = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((out_height, out_width, n_kernels))
    for kernel in range(n_kernels):
        for row in range(out_height):
            for column in range(out_width):
                down = slice(row, row + kernel_height)
                across = slice(column, column + kernel_width)
                share = image[down, across] * kernels[kernel]
                out[row, column, kernel] = share.sum()
    return out


APPLY_KERNELS = CodeExercise(
    name="apply_kernels",
    arguments=("image", "kernels"),
    axes=("output row", "output column", "kernel"),
    make_cases=_cases,
    reference=maps,
    ways=(_by_index, _by_slices, _by_placements),
    mistakes=MISTAKES,
)
