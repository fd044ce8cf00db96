"""Chapter 13: a tile of the matrix of windows, and blocks of channels."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

Pair = tuple[int, int]
Shape = tuple[int, int, int]


def windows(images: np.ndarray, kernel_shape: Pair) -> np.ndarray:
    """Make the whole matrix of windows."""
    found = sliding_window_view(images, kernel_shape, axis=(1, 2))
    made: np.ndarray = np.moveaxis(found, 3, 5)
    return made.reshape(-1, kernel_shape[0] * kernel_shape[1] * images.shape[3])


def tile(images: np.ndarray, kernel_shape: Pair, rows: Pair, columns: Pair) -> Any:
    """Cut a tile out of it."""
    return windows(images, kernel_shape)[slice(*rows), slice(*columns)]


def placed(images: np.ndarray, kernel_shape: Pair) -> tuple[int, int, int]:
    """Count images, and placements down and across."""
    return (
        len(images),
        images.shape[1] - kernel_shape[0] + 1,
        images.shape[2] - kernel_shape[1] + 1,
    )


def blocked(image_shape: Shape, block: int) -> np.ndarray:
    """List the position of each value of an image in blocks of channels."""
    height, width, channels = image_shape
    found = np.zeros(image_shape, dtype=np.int64)
    place = 0
    for first in range(0, channels, block):
        for row, column, inside in np.ndindex(height, width, block):
            found[row, column, first + inside] = place
            place += 1
    return found


def bits_kept(values: np.ndarray, count: int = 8) -> np.ndarray:
    """Round to so many significant bits, ties to even, as the definition has it."""
    mantissa, exponent = np.frexp(values.astype(np.float64))
    kept: np.ndarray = np.ldexp(np.rint(np.ldexp(mantissa, count)), exponent - count)
    return kept
