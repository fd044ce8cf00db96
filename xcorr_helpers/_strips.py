"""The fast method: copy strips of pixels, multiply them by a banded matrix.

A strip is what `t` neighbouring outputs of one row read. It is gathered once, and one
product with a banded matrix gives all `t` outputs. The matrix holds the kernels `t`
times, each time where the index of a window in the strip says. With t = 1 the strips
are the windows (im2col); with t = out_width the matrix is the row's Toeplitz matrix.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ._arguments import Pair, extent
from ._blocks import Span, plan, read_part
from ._threads import share_out
from .indices import correlation_indices, kernel_matrix

# What it costs to begin a run of copies, and to copy one value more, in multiplications.
COPY_COST = {np.dtype(np.float32): (240.0, 3.0), np.dtype(np.float64): (120.0, 3.0)}
SPREAD_COST = 5.0  # to copy a value where its neighbours go elsewhere
MATRIX_BYTES = 2**21  # a banded matrix larger than this costs more than it saves
BLOCK_BYTES = 2**22  # a thread's part, strips and outputs: room in the cache they share
MOST_THREADS = 8  # so that all blocks together stay small


class Strips(NamedTuple):
    """Strips of `t` outputs, along one axis of columns."""

    t: int
    extent: int  # pixels from the first that a strip reads to its last
    step: int  # from one pixel read to the next
    width: int  # pixels read
    stride: int  # of the kernel, counted in pixels read
    dilation: int


def strips_of(t: int, kernel_width: int, stride: int, dilation: int) -> Strips:
    """Describe strips of `t` outputs; pixels that no output reads are skipped."""
    step = dilation if t == 1 else math.gcd(stride, dilation)
    size = (t - 1) * stride + extent(kernel_width, dilation)
    width = (size - 1) // step + 1
    return Strips(t, size, step, width, max(1, stride // step), dilation // step)


def by_value(channels: int, width: int, n_strips: int) -> bool:
    """Tell whether to copy strips position by position, and not one after the other.

    Values are copied in runs, which take time to begin: the `width * C` neighbours in a
    row of a strip or, of one position, the `n_strips` in a row of the image.
    """
    return channels == 1 and n_strips > 3 * width


def best_t(
    out_width: int, kernels_shape: Sequence[int], stride: int, dilation: int, dtype: Any
) -> int:
    """Balance copying against multiplying: the square-root rule.

    A strip has s * t + rest columns (stride 1: t + kernel_width - 1). In each kernel row,
    all its values are copied in one run, and multiplied by t * K values:

        cost of an output = (start + (s * t + rest) * C * copy) / t + (s * t + rest) * C * K

    which is least at t = sqrt((start / C + copy * rest) / (s * K)).
    """
    n_kernels, height, width, channels = kernels_shape
    start, copy = COPY_COST[np.dtype(dtype)]

    def cost(t: int) -> float:
        columns = strips_of(t, width, stride, dilation).width
        values = columns * channels
        if t > 1 and values * t * height * n_kernels * np.dtype(dtype).itemsize > MATRIX_BYTES:
            return math.inf
        copies = start + copy * values
        if by_value(channels, columns, out_width // t):
            copies = values * (start / (out_width // t) + SPREAD_COST)
        cost = copies / t + values * n_kernels
        return cost if out_width % t == 0 else cost * 1.1  # several products a row

    step = stride // math.gcd(stride, dilation)
    rest = strips_of(2, width, stride, dilation).width - 2 * step
    ideal = math.sqrt(max(start / channels + copy * rest, 1) / (step * n_kernels))
    strips = math.ceil(out_width / ideal)
    near = {1, math.ceil(out_width / strips)} | {
        t for t in range(1, min(out_width, round(2 * ideal)) + 1) if out_width % t == 0
    }
    return min(near, key=cost)


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
        (height, strips.width, channels), (height, width, channels),
        stride=(1, strips.stride), dilation=(1, strips.dilation),
    )
    banded = np.zeros((height * strips.width * channels, strips.t, n_kernels), kernels.dtype)
    banded[index, np.arange(strips.t)[:, None]] = kernel_matrix(kernels)
    return banded.reshape(len(banded), -1)


def gather(part: np.ndarray, kernel_height: int, rows: Span, stride: Pair, strips: Strips,
           first: int, count: int) -> np.ndarray:
    """View `count` strips in each row, from column `first` of the part.

    Returns (images, rows, strips, kernel_height, width, C), nothing copied.
    """
    spans = extent(kernel_height, rows.dilation), strips.extent
    windows = sliding_window_view(part[:, :, first:], spans, axis=(1, 2))
    taken = windows[
        :, :: stride[0], :: strips.t * stride[1], :, :: rows.dilation, :: strips.step
    ]
    return taken[:, :, :count].transpose(0, 1, 2, 4, 5, 3)


def correlate_strips(
    images: np.ndarray,
    kernels: np.ndarray,
    out: np.ndarray,
    *,
    stride: Pair,
    dilation: Pair,
    before: Pair,
    t: int | None = None,
) -> None:
    """Fill `out`, contiguous (N, out_h, out_w, K), of the kernels' dtype.

    `before` is the padding above and to the left; `t` is chosen where it is None.
    """
    _, out_height, out_width, n_kernels = out.shape
    _, height, width, channels = kernels.shape
    if t is None:
        t = best_t(out_width, kernels.shape, stride[1], dilation[1], out.dtype)
    if not np.isfinite(kernels).all():
        t = 1  # a banded matrix would smear them, as zero times infinity is NaN
    matrices = {
        size: banded_matrix(kernels, strips_of(size, width, stride[1], dilation[1]))
        for size in {t, out_width % t or t, 1}
    }

    def bytes_of(run: Pair, pixels: int) -> tuple[int, int]:
        n_strips = run[0] * math.ceil(run[1] / t)
        values = pixels * channels + n_strips * sum(matrices[t].shape)
        return 0, values * out.itemsize

    rows, columns, n_images = plan(
        (out_height, out_width), (height, width), stride, dilation, before, bytes_of,
        BLOCK_BYTES, t,
    )
    if len(rows) * len(columns) > 1:
        n_images = 1  # then the outputs of a block are rows of one matrix
    out_rows = out.reshape(-1, out_width * n_kernels)

    def fill(blocks: Sequence[tuple[int, Span, Span]]) -> None:
        buffer = np.empty(0, out.dtype)

        def multiply(first: int, count: int, size: int) -> None:
            """Gather `count` strips of `size` outputs from column `first`, and multiply."""
            nonlocal buffer
            strips = strips_of(size, width, stride[1], right.dilation)
            view = gather(
                part, height, down, stride, strips, (first - right.first) * stride[1], count
            )
            target = block_rows[:, first * n_kernels : (first + count * size) * n_kernels]
            target = target.reshape(len(target), count, -1)  # a view
            if count * size == out_width:
                target = target.reshape(1, -1, size * n_kernels)
            elif count < len(target):  # few large products rather than many small ones
                view, target = np.moveaxis(view, 2, 0), target.swapaxes(0, 1)
            if buffer.size < view.size:
                buffer = np.empty(view.size, out.dtype)
            matrix = matrices[size]
            own = (0, 1, 2) if by_value(channels, strips.width, count) else (3, 4, 5)
            view = np.moveaxis(view, (3, 4, 5), own)  # the axes within a strip
            gathered = buffer[: view.size].reshape(view.shape)
            gathered[...] = view
            gathered = np.moveaxis(gathered, own, (3, 4, 5))
            gathered = gathered.reshape(*target.shape[:2], len(matrix))  # a view
            np.matmul(gathered, matrix, out=target)

        for start, down, right in blocks:
            block = images[start : start + n_images]
            part = read_part(block, down, right, out.dtype)
            top = start * out_height + down.first
            block_rows = out_rows[top : top + len(block) * (down.stop - down.first)]
            count, rest = divmod(right.stop - right.first, t)
            with np.errstate(invalid="ignore" if t > 1 else None):
                if count:
                    multiply(right.first, count, t)
                if rest:
                    multiply(right.stop - rest, 1, rest)
            made = block_rows[:, right.first * n_kernels : right.stop * n_kernels]
            if t > 1 and np.isnan(made.max()):
                # zeros of the matrix times a NaN or an infinity: do without zeros
                for column in range(right.first, right.stop):
                    multiply(column, 1, 1)

    blocks = list(product(range(0, len(images), n_images), rows, columns))
    share_out(fill, blocks, MOST_THREADS)
