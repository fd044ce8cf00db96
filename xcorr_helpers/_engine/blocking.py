"""Cut a correlation into blocks that are small however large the images are.

A block is a rectangle of placements for some of the images. It reads a part of each
image, and that part is an image itself: the same index formula serves for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .._arguments import Pair
from .._geometry import Geometry, extent
from ..indices import correlation_indices

# Holds a block's index, pixels, windows and products; about a core's cache.
BLOCK_BYTES = 2**21


class Span(NamedTuple):
    """Along one axis: a run of outputs, and the pixels that they read."""

    first: int  # the first output
    stop: int  # the output after the last
    start: int  # the first pixel read, counted in the image without padding
    step: int  # from one pixel read to the next
    pixels: int  # how many are read
    dilation: int  # what is left of the dilation among the pixels read


def spans(geometry: Geometry, axis: int, run: int) -> list[Span]:
    """Cut the outputs along rows (axis 0) or columns (axis 1) into runs."""
    stride, dilation = geometry.stride[axis], geometry.dilation[axis]
    kernel_size, out_size = geometry.kernel[axis], geometry.out_shape[axis]
    result = []
    for first in range(0, out_size, run):
        stop = min(first + run, out_size)
        start = first * stride - geometry.before[axis]
        if stop - first == 1:  # one output needs no pixel between the kernel's values
            span = Span(first, stop, start, dilation, kernel_size, 1)
        else:
            count = (stop - first - 1) * stride + extent(kernel_size, dilation)
            span = Span(first, stop, start, 1, count, dilation)
        result.append(span)
    return result


def plan(
    geometry: Geometry,
    bytes_of: Callable[[Pair, int], tuple[int, int]],
    most_bytes: int,
    unit: int = 1,
) -> tuple[list[Span], list[Span], int]:
    """Choose the runs of rows, the runs of columns, and the images in a block.

    `bytes_of((rows, columns) of outputs, pixels read)` tells what a block holds once,
    and for each image; it is kept within `most_bytes`. Runs of columns are multiples of
    `unit`, but for the last.
    """
    runs = list(geometry.out_shape)
    while True:
        rows, columns = (spans(geometry, axis, runs[axis]) for axis in (0, 1))
        once, each = bytes_of((runs[0], runs[1]), rows[0].pixels * columns[0].pixels)
        if once + each <= most_bytes or (runs[0] == 1 and runs[1] <= unit):
            return rows, columns, max(1, (most_bytes - once) // each)
        if runs[0] > 1:
            runs[0] = (runs[0] + 1) // 2
        else:
            runs[1] = -(-runs[1] // (2 * unit)) * unit


def clip_to_axis(start: int, step: int, count: int, size: int) -> tuple[slice, slice]:
    """Tell which of `count` pixels lie in an axis of `size`: among them, in it."""
    low = max(0, -(start // step))
    high = min(count, -((start - size) // step))
    if high <= low:  # all of it is padding
        return slice(0), slice(0)
    first = start + low * step
    return slice(low, high), slice(first, first + (high - low) * step, step)


def copy_part(
    images: np.ndarray, rows: Span, columns: Span, dtype: npt.DTypeLike
) -> np.ndarray:
    """Copy what a block reads of each image, zeros where it reads padding."""
    n_images, height, width, channels = images.shape
    part = np.zeros((n_images, rows.pixels, columns.pixels, channels), dtype)
    down_to, down_from = clip_to_axis(rows.start, rows.step, rows.pixels, height)
    right_to, right_from = clip_to_axis(
        columns.start, columns.step, columns.pixels, width
    )
    part[:, down_to, right_to] = images[:, down_from, right_from]
    return part


def read_part(
    images: np.ndarray, rows: Span, columns: Span, dtype: npt.DTypeLike
) -> np.ndarray:
    """Return what a block reads of each image: a view, or a copy where it must."""
    ends = [axis.start + (axis.pixels - 1) * axis.step for axis in (rows, columns)]
    padded = min(rows.start, columns.start) < 0 or any(
        end >= size for end, size in zip(ends, images.shape[1:3])
    )
    if padded or images.dtype != dtype:
        return copy_part(images, rows, columns, dtype)
    return images[
        :,
        rows.start : ends[0] + 1 : rows.step,
        columns.start : ends[1] + 1 : columns.step,
    ]


def gathered_blocks(
    images: np.ndarray, geometry: Geometry, n_kernels: int, dtype: npt.DTypeLike
) -> Iterator[tuple[tuple[slice, slice, slice], np.ndarray]]:
    """Gather all windows, block by block.

    Yields the images, output rows and output columns of a block, and its windows as a
    (placements, window_size) array of `dtype`.
    """
    itemsize = np.dtype(dtype).itemsize
    window_size, channels = geometry.window_size, geometry.image[2]

    def bytes_of(run: Pair, pixels: int) -> tuple[int, int]:
        placements = run[0] * run[1]
        values = pixels * channels + placements * (window_size + n_kernels)
        return placements * window_size * np.dtype(np.intp).itemsize, values * itemsize

    rows, columns, n_images = plan(geometry, bytes_of, BLOCK_BYTES)
    index, made_for = np.empty(0, np.intp), None
    for right, down in product(columns, rows):
        part_shape = (down.pixels, right.pixels, channels)
        gaps = (down.dilation, right.dilation)
        if made_for != (part_shape, gaps):  # most blocks share one index matrix
            index = np.empty(0, np.intp)  # lets go of the last one first
            index = correlation_indices(
                part_shape, geometry.kernel, stride=geometry.stride, dilation=gaps
            )
            made_for = (part_shape, gaps)
        for first in range(0, len(images), n_images):
            block = slice(first, first + n_images)
            part = copy_part(images[block], down, right, dtype)
            windows = np.take(part.reshape(len(part), -1), index, axis=1)
            where = block, slice(down.first, down.stop), slice(right.first, right.stop)
            yield where, windows.reshape(-1, windows.shape[2])


def tiles(shape: tuple[int, ...], place_bytes: int) -> Iterator[tuple[slice, ...]]:
    """Cut (images, rows, columns) into tiles that take `place_bytes` a place."""
    places = max(1, BLOCK_BYTES // place_bytes)
    sizes = []
    for size in reversed(shape):  # whole columns first, then rows, then images
        sizes.append(max(1, min(size, places)))
        places //= sizes[-1]
    n_images, n_rows, n_columns = reversed(sizes)
    for image in range(0, shape[0], n_images):
        for row in range(0, shape[1], n_rows):
            for column in range(0, shape[2], n_columns):
                yield (
                    slice(image, image + n_images),
                    slice(row, row + n_rows),
                    slice(column, column + n_columns),
                )
