"""A part of some images: what a block of outputs reads of them, padding included."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt


class Run(NamedTuple):
    """Pixels along one axis, counted in the image without padding."""

    start: int
    step: int
    length: int


def clip_to_axis(pixels: Run, size: int) -> tuple[slice, slice]:
    """Tell which of the pixels lie in an axis of `size`: among them, in it."""
    start, step, count = pixels
    low = max(0, -(start // step))
    high = min(count, -((start - size) // step))
    if high <= low:  # all of it is padding
        return slice(0, 0), slice(0, 0)
    first = start + low * step
    return slice(low, high), slice(first, first + (high - low) * step, step)


def copy_part(
    images: np.ndarray, rows: Run, columns: Run, dtype: npt.DTypeLike
) -> np.ndarray:
    """Copy what a block reads of each image, zeros where it reads padding."""
    n_images, height, width, channels = images.shape
    part = np.zeros((n_images, rows.length, columns.length, channels), dtype)
    down_to, down_from = clip_to_axis(rows, height)
    right_to, right_from = clip_to_axis(columns, width)
    part[:, down_to, right_to] = images[:, down_from, right_from]
    return part
