"""Chapter 4: where each placement of a kernel with channels starts."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_4_offsets_mistakes import MISTAKES
from .chapter_4_parts import Shape, offsets, shapes


def offsets_with_channels(function: Any) -> Result:
    """Judge a function that lists where each placement starts, with channels.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width, channels)
        and (kernel_height, kernel_width, channels). It returns a vector of whole
        numbers: the flat position of each placement's first value, row by row.

    Examples
    --------
    >>> from xcorr_helpers import window_offsets
    >>> result = offsets_with_channels(window_offsets)
    offsets_with_channels: right on 26 cases, from image_shape 7 x 1 x 2 to 99 x 99 x 4.
    """
    return judge(OFFSETS_WITH_CHANNELS, function)


def _by_broadcasting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    down = np.arange(out_height)
    across = np.arange(out_width)
    pixels = down[:, None] * width + across
    made: np.ndarray = pixels * channels
    return made.ravel()


def _by_steps(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    down = np.arange(height - kernel_height + 1) * width * channels
    across = np.arange(width - kernel_width + 1) * channels
    made: np.ndarray = down[:, None] + across
    return made.ravel()


def _by_cutting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    pixels = np.arange(height * width * channels).reshape(height, width, channels)
    made: np.ndarray = pixels[0:out_height, 0:out_width, 0]
    return made.ravel()


OFFSETS_WITH_CHANNELS = CodeExercise(
    name="offsets_with_channels",
    arguments=("image_shape", "kernel_shape"),
    axes=("placement",),
    make_cases=lambda: shapes(42),
    reference=offsets,
    ways=(_by_broadcasting, _by_steps, _by_cutting),
    positions=True,
    mistakes=MISTAKES,
)
