"""Chapter 5: what a kernel reads where channels come first."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_5_window_lists import LISTS
from .chapter_5_window_mistakes import STEPS, TWO, Shape
from .chapter_5_window_shapes import SHAPES


def window_channels_first(function: Any) -> Result:
    """Judge a function that lists what a kernel reads where channels come first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (channels, height, width)
        and (channels, kernel_height, kernel_width). It returns a vector of whole
        numbers: the flat positions, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> result = window_channels_first(lambda: None)
    window_channels_first: not yet.
      given     image_shape = (3, 8, 9), kernel_shape = (3, 2, 4)
      it raised TypeError: <lambda>() takes 0 positional arguments but 2 were given
                it is called as my_function(image_shape, kernel_shape)
    """
    return judge(WINDOW_CHANNELS_FIRST, function)


def _cases() -> list[Case]:
    dice = Dice(52)
    cases: list[Case] = [((3, 8, 9), (3, 2, 4)), ((4, 11, 7), (4, 3, 2))]
    while len(cases) < 14:
        height, width, rows, columns, channels = dice.sizes_and_channels()
        cases.append(((channels, height, width), (channels, rows, columns)))
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        ((4, 9, 5), (4, 3, 2)),
        ((2, 6, 6), (2, 3, 3)),
        ((1, 5, 9), (1, 2, 3)),
        ((2, 5, 8), (2, 1, 3)),
        ((4, 8, 5), (4, 3, 1)),
        ((3, 4, 7), (3, 1, 1)),
        ((2, 3, 5), (2, 3, 5)),
        ((3, 1, 6), (3, 1, 2)),
        ((2, 7, 1), (2, 3, 1)),
        ((3, 20, 30), (3, 2, 4)),
        ((3, 120, 350), (3, 2, 4)),
    ]


def _window(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, height, width = image_shape
    places = np.ndindex(*kernel_shape)
    return np.array([(c * height + i) * width + j for c, i, j in places])


def _by_planes(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    depth = np.arange(channels)
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    pixels = rows[:, None] * width + columns
    window: np.ndarray = depth[:, None, None] * (height * width) + pixels
    return window.ravel()


def _by_formula(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    depth = np.arange(channels)[:, None, None]
    rows = np.arange(kernel_height)[:, None]
    columns = np.arange(kernel_width)
    window: np.ndarray = (depth * height + rows) * width + columns
    return window.ravel()


def _by_slices(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    flat = np.arange(channels * height * width)
    pixels = flat.reshape(channels, height, width)
    window: np.ndarray = pixels[:, 0:kernel_height, 0:kernel_width]
    return window.ravel()


WINDOW_CHANNELS_FIRST = CodeExercise(
    name="window_channels_first",
    arguments=("image_shape", "kernel_shape"),
    axes=("kernel value",),
    make_cases=_cases,
    reference=_window,
    ways=(_by_planes, _by_formula, _by_slices),
    positions=True,
    mistakes=(*STEPS, *LISTS, *SHAPES, *TWO),
)
