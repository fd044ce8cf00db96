"""Cut a correlation into blocks that are small however large the images are.

A block is a rectangle of placements for some of the images. It reads a part of each
image, and that part is an image itself: the same index formula serves for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .._arguments import Pair
from .._geometry import Geometry, extent
from ..indices import index_of
from .parts import Run, copy_part

# Holds a block's index, pixels, windows and products; about a core's cache.
BLOCK_BYTES = 2**21
FEW_VALUES = 100_000  # are gathered in one block, by an index that is kept


class Span(NamedTuple):
    """Along one axis: a run of outputs, and the pixels that they read."""

    first: int  # the first output
    stop: int  # the output after the last
    pixels: Run
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
            span = Span(first, stop, Run(start, dilation, kernel_size), 1)
        else:
            count = (stop - first - 1) * stride + extent(kernel_size, dilation)
            span = Span(first, stop, Run(start, 1, count), dilation)
        result.append(span)
    return result


def plan(
    geometry: Geometry,
    bytes_of: Callable[[Pair, int], tuple[int, int]],
    most_bytes: int,
) -> tuple[list[Span], list[Span], int]:
    """Choose the runs of rows, the runs of columns, and the images in a block.

    `bytes_of((rows, columns) of outputs, pixels read)` tells what a block holds once,
    and for each image; it is kept within `most_bytes`.
    """
    runs = list(geometry.out_shape)
    while True:
        rows, columns = (spans(geometry, axis, runs[axis]) for axis in (0, 1))
        once, each = bytes_of(
            (runs[0], runs[1]), rows[0].pixels.length * columns[0].pixels.length
        )
        if once + each <= most_bytes or runs == [1, 1]:
            return rows, columns, max(1, (most_bytes - once) // each)
        axis = 0 if runs[0] > 1 else 1
        runs[axis] = (runs[axis] + 1) // 2


def correlate_index(
    images: np.ndarray, kernels: np.ndarray, out: np.ndarray, geometry: Geometry
) -> None:
    """Fill `out`, (N, out_h, out_w, K), of the kernels' dtype: gather, then multiply.

    The windows of a block are read by an index matrix, which most blocks share.
    """
    n_kernels, window_size = len(kernels), geometry.window_size
    channels, itemsize = geometry.image[2], out.itemsize
    matrix = kernels.reshape(n_kernels, -1).T
    if is_small(images, geometry):
        whole = padded(images, geometry)
        windows = whole.reshape(len(whole), -1).take(small_index(geometry), axis=1)
        out[...] = (windows.astype(out.dtype, copy=False) @ matrix).reshape(out.shape)
        return

    def bytes_of(run: Pair, pixels: int) -> tuple[int, int]:
        placements = run[0] * run[1]
        values = pixels * channels + placements * (window_size + n_kernels)
        return placements * window_size * np.dtype(np.intp).itemsize, values * itemsize

    rows, columns, n_images = plan(geometry, bytes_of, BLOCK_BYTES)
    index, made_for = np.empty(0, np.intp), None
    for right, down in product(columns, rows):
        part = geometry._replace(
            image=(down.pixels.length, right.pixels.length, channels),
            dilation=(down.dilation, right.dilation),
            out_shape=(down.stop - down.first, right.stop - right.first),
        )
        if made_for != part:
            index = np.empty(0, np.intp)  # lets go of the last one first
            index, made_for = index_of(part), part
        for first in range(0, len(images), n_images):
            block = slice(first, first + n_images)
            read = copy_part(images[block], down.pixels, right.pixels, out.dtype)
            windows = np.take(read.reshape(len(read), -1), index, axis=1)
            target = out[block, down.first : down.stop, right.first : right.stop]
            target[...] = (windows @ matrix).reshape(target.shape)


def is_small(images: np.ndarray, geometry: Geometry) -> bool:
    """Tell whether pixels and windows are so few that one block gathers them all."""
    rows, columns = geometry.out_shape
    height, width, channels = padded_sizes(geometry)
    values = max(height * width * channels, rows * columns * geometry.window_size)
    return 0 < len(images) * values < FEW_VALUES


def padded_sizes(geometry: Geometry) -> tuple[int, int, int]:
    """Return (height, width, channels) of an image with its padding."""
    (height, width, channels), (rows, columns) = geometry.image, geometry.padding
    return height + sum(rows), width + sum(columns), channels


def padded(images: np.ndarray, geometry: Geometry) -> np.ndarray:
    """Surround images with their padding; without one they come as they are."""
    if not any(map(any, geometry.padding)):
        return images
    height, width, _ = padded_sizes(geometry)
    top, left = geometry.before
    rows, columns = Run(-top, 1, height), Run(-left, 1, width)
    return copy_part(images, rows, columns, images.dtype)


@lru_cache(maxsize=16)  # planning blocks takes longer than all the work of a small one
def small_index(geometry: Geometry) -> npt.NDArray[np.intp]:
    """Build the index matrix for images with their padding, or find it again."""
    return index_of(geometry._replace(image=padded_sizes(geometry)))
