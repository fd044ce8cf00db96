"""Chapter 4: what a kernel with channels reads first."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_4_parts import Shape, shapes, window
from .chapter_4_window_mistakes import MISTAKES


def window_with_channels(function: Any) -> Result:
    """Judge a function that lists what a kernel with channels reads first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width, channels)
        and (kernel_height, kernel_width, channels). It returns a vector of whole
        numbers: the flat positions, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> result = window_with_channels(lambda image_shape, kernel_shape: None)
    window_with_channels: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, kernel_shape).
    """
    return judge(WINDOW_WITH_CHANNELS, function)


def _by_broadcasting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    depth = np.arange(channels)
    pixels = rows[:, None] * width + columns
    made: np.ndarray = pixels[:, :, None] * channels + depth
    return made.ravel()


def _by_rows(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    rows = np.arange(kernel_height) * width * channels
    inside = np.arange(kernel_width * channels)
    made: np.ndarray = rows[:, None] + inside
    return made.ravel()


def _by_cutting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    pixels = np.arange(height * width * channels).reshape(height, width, channels)
    made: np.ndarray = pixels[0:kernel_height, 0:kernel_width]
    return made.ravel()


WINDOW_WITH_CHANNELS = CodeExercise(
    name="window_with_channels",
    arguments=("image_shape", "kernel_shape"),
    axes=("kernel value",),
    make_cases=lambda: shapes(41),
    reference=window,
    ways=(_by_broadcasting, _by_rows, _by_cutting),
    positions=True,
    mistakes=MISTAKES,
)
