"""Chapter 2: one image, and one kernel."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, gather_sum, grid, shapes
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_2_image_axes import AXES
from .chapter_2_image_counts import COUNTS
from .chapter_2_image_mistakes import MISTAKES
from .chapter_2_image_types import TYPES


def correlate_image(function: Any) -> Result:
    """Judge a function that cross-correlates an image with one kernel.

    Parameters
    ----------
    function : callable
        Called as `function(image, kernel)`, with arrays of shape (height, width) and
        (kernel_height, kernel_width), of whole numbers or of floats. It returns an
        array of shape (out_height, out_width).

    Examples
    --------
    >>> import numpy as np
    >>> def by_views(image, kernel):
    ...     windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    ...     return np.einsum("ijab,ab->ij", windows, kernel)
    >>> result = correlate_image(by_views)
    correlate_image: right on 26 cases, from image 1 x 6 to 10 x 11.
    """
    return judge(CORRELATE_IMAGE, function)


def _cases() -> list[Case]:
    dice = Dice(23)
    cases: list[Case] = [(grid(5, 9, 10), np.array([[1, 0, -1], [2, 1, 0]]))]
    # Whole numbers and quarters take turns; the second image is whole, its kernel not.
    for number, (image_shape, kernel_shape) in enumerate(shapes(24)[1:], 2):
        cases.append(dice.pair(number, image_shape, kernel_shape))
    return [
        *cases,
        (dice.bytes(5, 8), dice.whole(3, 2)),
        (dice.large(6, 9), dice.whole(2, 3)),
        (np.asfortranarray(dice.whole(7, 5)), np.asfortranarray(dice.quarters(2, 3))),
    ]


def _by_shifts(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = image.shape
    kernel_height, kernel_width = kernel.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((out_height, out_width))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = image[row : row + out_height, column : column + out_width]
            out += pixels * kernel[row, column]
    return out


def _by_placements(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = image.shape
    kernel_height, kernel_width = kernel.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((out_height, out_width))
    for row in range(out_height):
        for column in range(out_width):
            window = image[row : row + kernel_height, column : column + kernel_width]
            out[row, column] = (window * kernel).sum()
    return out


def _by_index(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = image.shape
    kernel_height, kernel_width = kernel.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    flat = image.ravel()
    product = flat[index] @ kernel.ravel()
    out: np.ndarray = product.reshape(out_height, out_width)
    return out


CORRELATE_IMAGE = CodeExercise(
    name="correlate_image",
    arguments=("image", "kernel"),
    axes=("output row", "output column"),
    make_cases=_cases,
    reference=gather_sum,
    ways=(_by_shifts, _by_placements, _by_index),
    mistakes=(*TYPES, *AXES, *MISTAKES, *COUNTS),
)
