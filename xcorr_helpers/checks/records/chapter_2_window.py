"""Chapter 2: what a kernel reads at its top-left placement."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import shapes
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_2_parts import Shape, listed
from .chapter_2_window_lists import LISTS
from .chapter_2_window_mistakes import MISTAKES


def window_index(function: Any) -> Result:
    """Judge a function that lists what a kernel reads at its top-left placement.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width) and
        (kernel_height, kernel_width). It returns a vector of whole numbers: the flat
        positions in the image, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> def mine(image_shape, kernel_shape):
    ...     rows = np.arange(kernel_shape[0])[:, None]
    ...     return (rows * image_shape[0] + np.arange(kernel_shape[1])).ravel()
    >>> result = window_index(mine)
    window_index: not yet.
      given     image_shape = (5, 9), kernel_shape = (2, 3)
      expected  0 1 2 9 10 11
      got       0 1 2 5 6 7
      first difference at kernel value 3: expected 9, got 5
      likely    the row step must be the image's width, 9, not its height, 5
      draw      checks.show("window_index", mine)
      explorer: book/explorer.html#h=5&w=9&kh=2&kw=3&panel=window&cell=3&read=0,1,2,5,6,7
    """  # noqa: E501 - an address
    return judge(WINDOW_INDEX, function)


def _cases() -> list[Case]:
    # Positions in the last two need more than one byte, and more than two.
    return [*shapes(21), ((40, 70), (2, 3)), ((4, 40_000), (3, 2))]


def _window(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    return listed(kernel_shape, image_shape[1])


def _by_broadcasting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, width = image_shape
    kernel_height, kernel_width = kernel_shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window: np.ndarray = rows[:, None] * width + columns
    return window.ravel()


def _by_slices(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(height * width).reshape(height, width)
    window: np.ndarray = pixels[0:kernel_height, 0:kernel_width]
    return window.ravel()


def _by_loops(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, width = image_shape
    kernel_height, kernel_width = kernel_shape
    window = np.zeros(kernel_height * kernel_width, dtype=np.int64)
    for row in range(kernel_height):
        for column in range(kernel_width):
            window[row * kernel_width + column] = row * width + column
    return window


WINDOW_INDEX = CodeExercise(
    name="window_index",
    arguments=("image_shape", "kernel_shape"),
    axes=("kernel value",),
    make_cases=_cases,
    reference=_window,
    ways=(_by_broadcasting, _by_slices, _by_loops),
    positions=True,
    mistakes=(*MISTAKES, *LISTS),
)
