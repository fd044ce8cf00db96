"""Cut a correlation into blocks that are small however large the images are.

A block is a rectangle of placements for some of the images. It reads a part of each
image, and that part is an image itself: the same index formula serves for it.
"""

from __future__ import annotations

import math
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
SMALL_INDEX = 10_000  # positions


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
            index, made_for = _index_of(part), part
        for first in range(0, len(images), n_images):
            block = slice(first, first + n_images)
            read = copy_part(images[block], down.pixels, right.pixels, out.dtype)
            windows = np.take(read.reshape(len(read), -1), index, axis=1)
            target = out[block, down.first : down.stop, right.first : right.stop]
            target[...] = (windows @ matrix).reshape(target.shape)


def _index_of(geometry: Geometry) -> npt.NDArray[np.intp]:
    """Build an index matrix, or find a small one that was built before."""
    is_small = math.prod(geometry.out_shape) * geometry.window_size < SMALL_INDEX
    return _small_index(geometry) if is_small else index_of(geometry)


_small_index = lru_cache(maxsize=64)(index_of)
