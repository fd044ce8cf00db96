"""Chapter 6: where placements start, with a stride."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_6_offsets_lists import LISTS
from .chapter_6_offsets_mistakes import MISTAKES
from .chapter_6_parts import Pair, counts, starts


def strided_offsets(function: Any) -> Result:
    """Judge a function that lists where placements start, with a stride.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape, stride)`, with (height, width),
        (kernel_height, kernel_width), and one whole number, the stride along both axes.
        It returns a vector of whole numbers: the flat position at which each placement
        starts, row by row.

    Examples
    --------
    >>> from xcorr_helpers import window_offsets
    >>> def mine(image_shape, kernel_shape, stride):
    ...     return window_offsets(image_shape, kernel_shape)[::stride]
    >>> result = strided_offsets(mine)
    strided_offsets: not yet.
      given     image_shape = (7, 12), kernel_shape = (2, 3), stride = 2
      expected  shape (15,): placement
      got       shape (30,)
                axis 0, placement: 30 came, 15 expected
      likely    every 2nd of all is taken: the stride counts along each axis
      draw      checks.show("strided_offsets", mine)
      explorer: book/explorer.html#h=7&w=12&kh=2&kw=3&s=2
    """
    return judge(STRIDED_OFFSETS, function)


def _cases() -> list[Case]:
    dice = Dice(62)
    cases: list[Case] = [((7, 12), (2, 3), 2), ((8, 13), (2, 4), 3)]
    while len(cases) < 18:
        height, width, rows, columns = dice.sizes()
        case = (height, width), (rows, columns), dice.number(2, 4)
        down, across = counts(*case)
        # The first ones tell slips apart, and no axis of theirs fits another.
        if len(cases) > 5 or (1 < down != across > 1 and height + width > 20):
            cases.append(case)
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        ((12, 7), (3, 2), 3),
        ((9, 9), (2, 2), 2),
        ((8, 13), (3, 2), 1),
        ((5, 8), (1, 3), 2),
        ((9, 5), (3, 1), 2),
        ((4, 7), (1, 1), 3),
        ((3, 5), (3, 5), 2),
        ((1, 9), (1, 2), 3),
        ((9, 1), (2, 1), 2),
        ((20, 70), (3, 2), 6),
        ((300, 200), (2, 5), 40),
    ]


def _by_counts(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = (height - kernel_height) // stride + 1
    out_width = (width - kernel_width) // stride + 1
    down = np.arange(out_height) * stride
    across = np.arange(out_width) * stride
    offsets: np.ndarray = down[:, None] * width + across
    return offsets.ravel()


def _by_steps(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    down = np.arange(0, height - kernel_height + 1, stride)
    across = np.arange(0, width - kernel_width + 1, stride)
    offsets: np.ndarray = down[:, None] * width + across
    return offsets.ravel()


def _by_slices(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    pixels = np.arange(height * width).reshape(height, width)
    offsets: np.ndarray = pixels[0:out_height:stride, 0:out_width:stride]
    return offsets.ravel()


STRIDED_OFFSETS = CodeExercise(
    name="strided_offsets",
    arguments=("image_shape", "kernel_shape", "stride"),
    axes=("placement",),
    make_cases=_cases,
    reference=starts,
    ways=(_by_counts, _by_steps, _by_slices),
    positions=True,
    mistakes=MISTAKES + LISTS,
)
