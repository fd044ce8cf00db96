"""Chapter 12: the squared distance of a template from every window."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_12_distances_mistakes import MISTAKES
from .chapter_12_parts import cases, summed, windows


def squared_distances(function: Any) -> Result:
    """Judge a function that measures how far a template is from every window.

    Parameters
    ----------
    function : callable
        Called as `function(image, template)`, with arrays of shape (height, width) and
        (template_height, template_width), of whole numbers or of floats. It returns,
        for each window, the sum of the squared differences: an array of shape
        (out_height, out_width).

    Examples
    --------
    >>> import numpy as np
    >>> def by_views(image, template):
    ...     image, template = image.astype(float), template.astype(float)
    ...     windows = np.lib.stride_tricks.sliding_window_view(image, template.shape)
    ...     return ((windows - template) ** 2).sum(axis=(2, 3))
    >>> result = squared_distances(by_views)
    squared_distances: right on 26 cases, from image 1 x 6 to 11 x 12.
    """
    return judge(SQUARED_DISTANCES, function)


def _by_placements(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    out_height = height - template_height + 1
    out_width = width - template_width + 1
    pixels = image.astype(float)
    out = np.zeros((out_height, out_width))
    for row in range(out_height):
        for column in range(out_width):
            window = pixels[
                row : row + template_height, column : column + template_width
            ]
            difference = window - template
            out[row, column] = (difference**2).sum()
    return out


def _by_three_sums(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    out_height = height - template_height + 1
    out_width = width - template_width + 1
    rows = np.arange(template_height)
    columns = np.arange(template_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    flat = image.astype(float).ravel()
    weights = template.astype(float).ravel()
    gathered = flat[index]
    of_template = (weights**2).sum()
    of_windows = (gathered**2).sum(axis=1)
    products = gathered @ weights
    distances = of_template - 2 * products + of_windows
    out: np.ndarray = distances.reshape(out_height, out_width)
    return out


SQUARED_DISTANCES = CodeExercise(
    name="squared_distances",
    arguments=("image", "template"),
    axes=("output row", "output column"),
    make_cases=lambda: cases(121),
    reference=lambda image, template: summed(
        (windows(image, template) - template) ** 2
    ),
    ways=(_by_placements, _by_three_sums),
    mistakes=MISTAKES,
    array_axes={"image": ("row", "column"), "template": ("row", "column")},
)
