"""Chapter 2: the index matrix, all that a kernel reads."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import shapes
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_2_index_counts import COUNTS
from .chapter_2_index_lists import LISTS
from .chapter_2_index_mistakes import MISTAKES
from .chapter_2_parts import Shape, indexed


def correlation_indices(function: Any) -> Result:
    """Judge a function that builds the index matrix.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width) and
        (kernel_height, kernel_width). It returns a matrix of whole numbers, one row a
        placement, one column a kernel value: the flat positions in the image.

    Examples
    --------
    >>> result = correlation_indices(None)
    correlation_indices: hand over the function itself, by its name, without brackets: \
checks.correlation_indices(my_function)
    """
    return judge(CORRELATION_INDICES, function)


def _cases() -> list[Case]:
    small = shapes(22)
    del small[11:15]  # the matrices of the last case are large enough
    # Positions in the last two need more than one byte, and more than two.
    return [*small, ((18, 17), (2, 1)), ((182, 181), (1, 1))]


def _by_broadcasting(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index: np.ndarray = offsets[:, None] + window
    return index


def _by_slices(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    pixels = np.arange(height * width).reshape(height, width)
    index = np.zeros((out_height * out_width, kernel_height * kernel_width), np.int64)
    for row in range(out_height):
        for column in range(out_width):
            window = pixels[row : row + kernel_height, column : column + kernel_width]
            index[row * out_width + column] = window.ravel()
    return index


CORRELATION_INDICES = CodeExercise(
    name="correlation_indices",
    arguments=("image_shape", "kernel_shape"),
    axes=("placement", "kernel value"),
    make_cases=_cases,
    reference=indexed,
    ways=(_by_broadcasting, _by_slices),
    positions=True,
    mistakes=(*MISTAKES, *COUNTS, *LISTS),
)
