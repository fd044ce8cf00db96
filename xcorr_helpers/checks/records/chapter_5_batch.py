"""Chapter 5: the whole layer, a batch of images and many kernels."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, batches, outputs
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_5_batch_errors import ERRORS
from .chapter_5_batch_orders import ORDERS
from .chapter_5_batch_shapes import SHAPES
from .chapter_5_batch_sums import SUMS
from .chapter_5_parts import toy_images, toy_kernels


def correlate_batch(function: Any) -> Result:
    """Judge a function that cross-correlates a batch of images with many kernels.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels)`, with arrays of shape (N, H, W, C) and
        (K, kernel_height, kernel_width, C), of whole numbers or of floats. It returns
        an array of shape (N, out_height, out_width, K).

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> result = correlate_batch(correlate)
    correlate_batch: right on 25 cases, from images 1 x 3 x 4 x 1 to 10 x 8 x 9 x 3.
    """
    return judge(CORRELATE_BATCH, function)


def _cases() -> list[Case]:
    dice = Dice(55)
    # In the next two, as many placements as kernels, and as kernel values: matrices
    # that are turned or exchanged can be multiplied there, and tell which it was.
    exchanged = dice.whole(4, 3, 7, 2), dice.whole(6, 3, 2, 2)
    turned = dice.whole(4, 1, 5, 1), dice.whole(5, 1, 3, 1)
    cases: list[Case] = [(toy_images(), toy_kernels()), exchanged, turned, *batches(51)]
    cases += [
        (dice.bytes(3, 6, 5, 2), dice.whole(4, 3, 2, 2)),
        (dice.large(2, 5, 7, 3), dice.large(4, 2, 3, 3)),
        (np.asfortranarray(dice.whole(4, 6, 7, 2)), dice.whole(3, 2, 4, 2)),
        (dice.whole(3, 1, 6, 2), dice.whole(4, 1, 3, 2)),
    ]
    return cases


def _by_shifts(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, _ = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = images[:, row : row + out_height, column : column + out_width]
            out += pixels @ kernels[:, row, column].T
    return out


def _by_index(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    n_images, height, width, channels = images.shape
    n_kernels, kernel_height, kernel_width, _ = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    depth = np.arange(channels)
    pixels = rows[:, None] * width + columns
    window = (pixels[:, :, None] * channels + depth).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = ((down[:, None] * width + across) * channels).ravel()
    index = offsets[:, None] + window
    flat = images.reshape(n_images, -1)
    weights = kernels.reshape(n_kernels, -1).T
    product: np.ndarray = flat[:, index] @ weights
    return product.reshape(n_images, out_height, out_width, n_kernels)


def _by_windows(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, _ = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for row in range(out_height):
        for column in range(out_width):
            pixels = images[
                :, row : row + kernel_height, column : column + kernel_width
            ]
            gathered = pixels.reshape(n_images, -1)
            out[:, row, column] = gathered @ kernels.reshape(n_kernels, -1).T
    return out


CORRELATE_BATCH = CodeExercise(
    name="correlate_batch",
    arguments=("images", "kernels"),
    axes=("image", "output row", "output column", "kernel"),
    make_cases=_cases,
    reference=outputs,
    ways=(_by_index, _by_shifts, _by_windows),
    mistakes=(*ORDERS, *SUMS, *SHAPES, *ERRORS),
)
