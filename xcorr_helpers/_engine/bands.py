"""The fast method: copy the image once, in bands, and multiply views of them.

One product with a banded matrix gives the `t` outputs of a strip. The matrix holds the
kernels `t` times, each time where the index of a window in the strip says. With t = 1
the strips are the windows (im2col); with t = out_width the matrix is the row's Toeplitz
matrix.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from .._geometry import Geometry
from ..indices import index_of
from .band_copies import Copier
from .band_layout import Bands
from .band_width import best_t
from .blocking import BLOCK_BYTES, Block, cut
from .threads import Queue, share_out


def banded_matrix(kernels: np.ndarray, bands: Bands) -> np.ndarray:
    """Put the kernels where the windows of a strip read.

    Returns
    -------
    (kernel_height * width * C, t * K) array
        Column `j * K + k` holds kernel `k` at the positions of the strip's window `j`,
        and zeros elsewhere.
    """
    n_kernels, height, width, channels = kernels.shape
    if bands.t == 1:
        return np.ascontiguousarray(kernels.reshape(n_kernels, -1).T)
    strip = Geometry(
        image=(height, bands.width, channels),
        kernel=(height, width, channels),
        stride=(1, bands.column_stride),
        padding=((0, 0), (0, 0)),
        dilation=(1, bands.column_dilation),
        out_shape=(1, bands.t),
    )
    banded = np.zeros((height * bands.row_values, bands.t, n_kernels), kernels.dtype)
    banded[index_of(strip), np.arange(bands.t)[:, None]] = kernels.reshape(
        n_kernels, -1
    ).T
    return banded.reshape(len(banded), -1)


def correlate_bands(
    images: np.ndarray,
    kernels: np.ndarray,
    out: np.ndarray,
    geometry: Geometry,
    t: int | None = None,
) -> None:
    """Fill `out`, (N, out_h, out_w, K), of the kernels' dtype.

    `t` is chosen where it is None.
    """
    lies_well = images.dtype == out.dtype and images.flags.c_contiguous
    if geometry.is_pointwise and lies_well and out.flags.c_contiguous:
        multiply_pixels(images, kernels, out)
        return
    n_kernels = len(kernels)
    chosen = t or best_t(geometry, n_kernels, out.itemsize)

    def way(t: int) -> Way:
        bands = Bands.of(t, geometry)
        copier = Copier(images, geometry, bands, out.dtype)
        return bands, copier, banded_matrix(kernels, bands)

    ways = {chosen: way(chosen)}

    def work(queue: Queue[Block]) -> None:
        worker = Worker(out, ways, way)
        for block in queue:
            worker.fill(block, chosen)

    bands, copier, _ = ways[chosen]
    blocks = cut(len(images), geometry.out_shape, copier.costs(n_kernels), bands)
    share_out(work, blocks)


def multiply_pixels(images: np.ndarray, kernels: np.ndarray, out: np.ndarray) -> None:
    """Fill `out` where a window is a pixel: the images are the matrix as they lie."""
    pixels, made = images.reshape(-1, images.shape[3]), out.reshape(-1, out.shape[3])
    matrix = np.ascontiguousarray(kernels.reshape(len(kernels), -1).T)
    rows = max(1, BLOCK_BYTES // ((images.shape[3] + out.shape[3]) * out.itemsize))

    def work(queue: Queue[slice]) -> None:
        for block in queue:
            np.matmul(pixels[block], matrix, out=made[block])

    share_out(work, [slice(i, i + rows) for i in range(0, len(pixels), rows)])


Way = tuple[Bands, Copier, np.ndarray]  # and the matrix


class Worker:
    """Fills blocks of the output, one after the other, on a thread of its own."""

    def __init__(
        self, out: np.ndarray, ways: dict[int, Way], way: Callable[[int], Way]
    ) -> None:
        self.out, self.ways, self.way = out, dict(ways), way
        self.copies, self.products = Buffer(out.dtype), Buffer(out.dtype)

    def fill(self, block: Block, t: int) -> None:
        """Compute the outputs of a block.

        A stored zero times NaN or infinity is NaN: where a block reads one, it is
        computed with t = 1, whose matrix has no zeros but the kernels' own.
        """
        if t not in self.ways:
            self.ways[t] = self.way(t)
        bands, copier, matrix = self.ways[t]
        whole, rest = divmod(block.columns, t)
        target = block.of(self.out)
        n_images, n_bands = len(target), whole + (rest > 0)
        shape = n_images, n_bands, bands.rows(block.rows), bands.row_values
        copied = self.copies.array(shape)
        copier.copy(block, copied)
        if t > 1 and not is_finite(copied):
            for part in block.narrower(block.columns // bands.width):
                self.fill(part, 1)
            return
        strips = bands.strips(copied, block.rows)
        shape = *strips.shape[:2], matrix.shape[1]
        is_direct = n_images == 1 and not rest and target.flags.c_contiguous
        made = target.reshape(shape) if is_direct else self.products.array(shape)
        np.matmul(strips, matrix, out=made)
        if is_direct:
            return
        outputs = made.reshape(block.rows, n_images, n_bands * t, -1).swapaxes(0, 1)
        target[:, :, : whole * t] = outputs[:, :, : whole * t]
        if rest:
            target[:, :, -rest:] = outputs[:, :, -rest:]


def is_finite(values: np.ndarray) -> bool:
    """Tell fast whether no value is NaN or infinite; unsure of huge ones, says no."""
    flat = values.reshape(-1)
    return bool(np.isfinite(np.dot(flat, flat)))


class Buffer:
    """Memory that grows to what a block needs, and is used again for the next."""

    def __init__(self, dtype: np.dtype) -> None:
        self.values = np.empty(0, dtype)

    def array(self, shape: tuple[int, ...]) -> np.ndarray:
        size = math.prod(shape)
        if self.values.size < size:
            self.values = np.empty(size, self.values.dtype)
        return self.values[:size].reshape(shape)
