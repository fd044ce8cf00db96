"""Chapter 12: the correlation that Fourier computes, whose positions wrap around."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_12_parts import cases
from .chapter_12_wrapped_mistakes import MISTAKES


def wrapped_correlation(function: Any) -> Result:
    """Judge a function that correlates with an image whose edges are joined.

    Parameters
    ----------
    function : callable
        Called as `function(image, template)`, with arrays of shape (height, width) and
        (template_height, template_width), of whole numbers or of floats. Every pixel
        starts a window; where it runs over the right edge, it goes on at the left of
        the same rows, and below the last row with the first. It returns the sums of
        the products: an array of shape (height, width).

    Examples
    --------
    >>> import numpy as np
    >>> def by_rolls(image, template):
    ...     image, out = image.astype(float), np.zeros(image.shape)
    ...     for i, j in np.ndindex(template.shape):
    ...         out += template[i, j] * np.roll(image, (-i, -j), (0, 1))
    ...     return out
    >>> result = wrapped_correlation(by_rolls)
    wrapped_correlation: right on 26 cases, from image 1 x 6 to 12 x 10.
    """
    return judge(WRAPPED_CORRELATION, function)


def _by_loops(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    out = np.zeros((height, width))
    for row, column in np.ndindex(height, width):
        for i, j in np.ndindex(template.shape):
            pixel = float(image[(row + i) % height, (column + j) % width])
            out[row, column] += pixel * template[i, j]
    return out


def _by_index(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    down = np.arange(height)[:, None]
    across = np.arange(width)[:, None]
    rows = (down + np.arange(template_height)) % height
    columns = (across + np.arange(template_width)) % width
    index = rows[:, None, :, None] * width + columns[None, :, None, :]
    index = index.reshape(height * width, -1)
    flat = image.astype(float).ravel()
    product = flat[index] @ template.ravel()
    out: np.ndarray = product.reshape(height, width)
    return out


def _by_padding(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    around = ((0, template_height - 1), (0, template_width - 1))
    padded = np.pad(image.astype(float), around, mode="wrap")
    out = np.zeros((height, width))
    for i in range(template_height):
        for j in range(template_width):
            pixels = padded[i : i + height, j : j + width]
            out += pixels * template[i, j]
    return out


WRAPPED_CORRELATION = CodeExercise(
    name="wrapped_correlation",
    arguments=("image", "template"),
    axes=("row", "column"),
    make_cases=lambda: cases(125),
    reference=_by_loops,
    ways=(_by_index, _by_padding),
    mistakes=MISTAKES,
    array_axes={"image": ("row", "column"), "template": ("row", "column")},
)
