"""Chapter 6: what a dilated kernel reads at its top-left placement."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_6_parts import Pair, listed
from .chapter_6_window_lists import LISTS
from .chapter_6_window_mistakes import MISTAKES


def dilated_window(function: Any) -> Result:
    """Judge a function that lists what a dilated kernel reads first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape, dilation)`, with (height, width),
        (kernel_height, kernel_width), and the pixels from one kernel value to the next,
        (down, across). It returns a vector of whole numbers: the flat positions in the
        image, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> from xcorr_helpers import window_index
    >>> def mine(image_shape, kernel_shape, dilation):
    ...     return window_index(image_shape, kernel_shape, dilation=dilation)
    >>> result = dilated_window(mine)
    dilated_window: right on 26 cases, from image_shape 1 x 9 to 300 x 200.
    """
    return judge(DILATED_WINDOW, function)


def _cases() -> list[Case]:
    dice = Dice(61)
    cases: list[Case] = [((7, 12), (2, 3), (3, 2))]
    while len(cases) < 14:
        _, _, rows, columns = dice.sizes()
        down, across = dice.number(1, 4), dice.number(1, 4)
        height = (rows - 1) * down + 1 + dice.number(1, 5)
        width = (columns - 1) * across + 1 + dice.number(1, 5)
        plain = 1 in (down, across) and len(cases) < 5
        if down != across and len({height, width, rows, columns}) == 4 and not plain:
            cases.append(((height, width), (rows, columns), (down, across)))
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        ((12, 7), (3, 2), (2, 3)),
        ((5, 9), (2, 3), (2, 2)),
        ((6, 11), (3, 2), (1, 1)),
        ((9, 9), (3, 3), (2, 3)),
        ((7, 9), (3, 3), (3, 4)),
        ((5, 8), (1, 3), (4, 2)),
        ((8, 5), (3, 1), (2, 3)),
        ((4, 7), (1, 1), (2, 3)),
        ((1, 9), (1, 3), (1, 4)),
        ((9, 1), (3, 1), (3, 1)),
        ((40, 70), (3, 2), (4, 5)),
        ((300, 200), (4, 3), (70, 50)),
    ]


def _by_broadcasting(
    image_shape: Pair, kernel_shape: Pair, dilation: Pair
) -> np.ndarray:
    _, width = image_shape
    kernel_height, kernel_width = kernel_shape
    row_gap, column_gap = dilation
    rows = np.arange(kernel_height) * row_gap
    columns = np.arange(kernel_width) * column_gap
    window: np.ndarray = rows[:, None] * width + columns
    return window.ravel()


def _by_steps(image_shape: Pair, kernel_shape: Pair, dilation: Pair) -> np.ndarray:
    _, width = image_shape
    kernel_height, kernel_width = kernel_shape
    row_gap, column_gap = dilation
    rows = np.arange(0, kernel_height * row_gap, row_gap)
    columns = np.arange(0, kernel_width * column_gap, column_gap)
    window: np.ndarray = rows[:, None] * width + columns
    return window.ravel()


def _by_slices(image_shape: Pair, kernel_shape: Pair, dilation: Pair) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    row_gap, column_gap = dilation
    pixels = np.arange(height * width).reshape(height, width)
    down = slice(0, kernel_height * row_gap, row_gap)
    across = slice(0, kernel_width * column_gap, column_gap)
    window: np.ndarray = pixels[down, across]
    return window.ravel()


DILATED_WINDOW = CodeExercise(
    name="dilated_window",
    arguments=("image_shape", "kernel_shape", "dilation"),
    axes=("kernel value",),
    make_cases=_cases,
    reference=lambda image_shape, kernel_shape, dilation: listed(
        kernel_shape, image_shape[1], dilation
    ),
    ways=(_by_broadcasting, _by_steps, _by_slices),
    positions=True,
    mistakes=MISTAKES + LISTS,
)
