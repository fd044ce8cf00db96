"""The fast method: copy strips of pixels, multiply them by a banded matrix.

A strip is what `t` neighbouring outputs of one row read. It is gathered once, and one
product with a banded matrix gives all `t` outputs. The matrix holds the kernels `t`
times, each time where the index of a window in the strip says. With t = 1 the strips
are the windows (im2col); with t = out_width the matrix is the row's Toeplitz matrix.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._arguments import Pair
from .._geometry import Geometry, extent
from ..indices import correlation_indices, kernel_matrix
from .blocking import Span, plan, read_part
from .strip_cost import Strips, best_t, by_value, strips_of
from .threads import share_out

BLOCK_BYTES = 2**22  # a thread's part, strips and outputs: room in the cache they share
MOST_THREADS = 8  # so that all blocks together stay small
Block = tuple[int, Span, Span]  # the first image, the rows, the columns


def banded_matrix(kernels: np.ndarray, strips: Strips) -> np.ndarray:
    """Put the kernels where the windows of a strip read.

    Returns
    -------
    (kernel_height * width * C, t * K) array
        Column `j * K + k` holds kernel `k` at the positions of the strip's window `j`,
        and zeros elsewhere.
    """
    n_kernels, height, width, channels = kernels.shape
    index = correlation_indices(
        (height, strips.width, channels),
        (height, width, channels),
        stride=(1, strips.stride),
        dilation=(1, strips.dilation),
    )
    banded = np.zeros(
        (height * strips.width * channels, strips.t, n_kernels), kernels.dtype
    )
    banded[index, np.arange(strips.t)[:, None]] = kernel_matrix(kernels)
    return banded.reshape(len(banded), -1)


def correlate_strips(
    images: np.ndarray,
    kernels: np.ndarray,
    out: np.ndarray,
    geometry: Geometry,
    t: int | None = None,
) -> None:
    """Fill `out`, contiguous (N, out_h, out_w, K), of the kernels' dtype.

    `t` is chosen where it is None.
    """
    out_width, width = geometry.out_shape[1], geometry.kernel[1]
    stride, dilation = geometry.stride[1], geometry.dilation[1]
    if t is None:
        t = best_t(geometry, len(kernels), out.dtype)
    matrices = {
        size: banded_matrix(kernels, strips_of(size, width, stride, dilation))
        for size in {t, out_width % t or t, 1}
    }

    def bytes_of(run: Pair, pixels: int) -> tuple[int, int]:
        n_strips = run[0] * math.ceil(run[1] / t)
        values = pixels * geometry.image[2] + n_strips * sum(matrices[t].shape)
        return 0, values * out.itemsize

    rows, columns, n_images = plan(geometry, bytes_of, BLOCK_BYTES, t)
    if len(rows) * len(columns) > 1:
        n_images = 1  # then the outputs of a block are rows of one matrix

    def fill(blocks: Sequence[Block]) -> None:
        worker = Worker(images, geometry, matrices, out, t)
        for first, down, right in blocks:
            worker.fill(slice(first, first + n_images), down, right)

    blocks = list(product(range(0, len(images), n_images), rows, columns))
    share_out(fill, blocks, MOST_THREADS)


class Part(NamedTuple):
    """What a block reads, and where its outputs go."""

    pixels: np.ndarray
    rows: np.ndarray  # of outputs, whole ones
    down: Span
    right: Span


class Worker:
    """Fills blocks of the output, one after the other, on a thread of its own."""

    def __init__(
        self,
        images: np.ndarray,
        geometry: Geometry,
        matrices: Mapping[int, np.ndarray],
        out: np.ndarray,
        t: int,
    ) -> None:
        self.images, self.geometry, self.matrices = images, geometry, matrices
        self.t, self.n_kernels = t, out.shape[3]
        self.out_rows = out.reshape(-1, out.shape[2] * out.shape[3])
        self.buffer = np.empty(0, out.dtype)  # grows to what a block needs

    def fill(self, block: slice, down: Span, right: Span) -> None:
        """Compute outputs of some images, in the rows `down` and columns `right`."""
        images = self.images[block]
        top = block.start * self.geometry.out_shape[0] + down.first
        rows = self.out_rows[top : top + len(images) * (down.stop - down.first)]
        pixels = read_part(images, down, right, rows.dtype)
        part = Part(pixels, rows, down, right)
        count, rest = divmod(right.stop - right.first, self.t)
        with np.errstate(invalid="ignore" if self.t > 1 else None):
            if count:
                self.multiply(part, right.first, count, self.t)
            if rest:
                self.multiply(part, right.stop - rest, 1, rest)
        made = rows[:, right.first * self.n_kernels : right.stop * self.n_kernels]
        if self.t > 1 and np.isnan(made.max()):
            # a stored zero times NaN or infinity is NaN: once more, without zeros
            for column in range(right.first, right.stop):
                self.multiply(part, column, 1, 1)

    def multiply(self, part: Part, first: int, count: int, size: int) -> None:
        """Gather `count` strips of `size` outputs from column `first`, and multiply."""
        _, width, channels = self.geometry.kernel
        stride, rows = self.geometry.stride[1], part.rows
        strips = strips_of(size, width, stride, part.right.dilation)
        view = self.view(part, (first - part.right.first) * stride, strips, count)
        target = rows[
            :, first * self.n_kernels : (first + count * size) * self.n_kernels
        ]
        target = target.reshape(len(rows), count, -1)  # a view
        if count * size == self.geometry.out_shape[1]:
            target = target.reshape(1, -1, size * self.n_kernels)
        elif count < len(rows):  # few large products rather than many small ones
            view, target = np.moveaxis(view, 2, 0), target.swapaxes(0, 1)
        if self.buffer.size < view.size:
            self.buffer = np.empty(view.size, self.buffer.dtype)
        inner = (0, 1, 2) if by_value(channels, strips.width, count) else (3, 4, 5)
        view = np.moveaxis(view, (3, 4, 5), inner)  # the axes within a strip
        gathered = self.buffer[: view.size].reshape(view.shape)
        gathered[...] = view
        gathered = np.moveaxis(gathered, inner, (3, 4, 5))
        flat = gathered.reshape(*target.shape[:2], -1)  # a view
        np.matmul(flat, self.matrices[size], out=target)

    def view(self, part: Part, start: int, strips: Strips, count: int) -> np.ndarray:
        """View `count` strips of each row, from pixel `start` on, nothing copied.

        Returns (images, rows, strips, kernel_height, width, C).
        """
        row_stride, column_stride = self.geometry.stride
        gap = part.down.dilation
        extents = extent(self.geometry.kernel[0], gap), strips.extent
        windows = sliding_window_view(part.pixels[:, :, start:], extents, axis=(1, 2))
        columns_apart = strips.t * column_stride
        taken = windows[:, ::row_stride, ::columns_apart, :, ::gap, :: strips.step]
        return taken[:, :, :count].transpose(0, 1, 2, 4, 5, 3)
