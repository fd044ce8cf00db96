"""Copy the bands of images: each row of a band as one item of many bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._geometry import Geometry
from .band_layout import Bands
from .blocking import Block
from .parts import Run, clip_to_axis, copy_part


def runs(pixels: np.ndarray, bands: Bands) -> np.ndarray:
    """View what a row of a band would hold if it started at each of the pixels.

    Returns (images, rows, first pixel, items). The items are of a void dtype, as long
    as the run of neighbours that they hold: to copy one costs as much as a value.
    """
    n_images, height, width, channels = pixels.shape
    if bands.column_step == 1 and pixels[:1, 0].flags.c_contiguous:
        item = np.dtype((np.void, bands.row_values * pixels.itemsize))
        flat = pixels.reshape(n_images, height, width * channels)  # a view
        windows = sliding_window_view(flat, bands.row_values, axis=2)
        return windows[:, :, ::channels].view(item)
    item = np.dtype((np.void, channels * pixels.itemsize))
    items = pixels.view(item)[..., 0]
    windows = sliding_window_view(items, bands.extent, axis=2)
    return windows[..., :: bands.column_step]


class Copier:
    """Copies bands: out of the images as they lie, and at their edges with zeros."""

    def __init__(
        self,
        images: np.ndarray,
        geometry: Geometry,
        bands: Bands,
        dtype: np.dtype[Any],
    ) -> None:
        self.images, self.geometry = images, geometry
        self.bands, self.dtype = bands, dtype
        self.apart = bands.t * geometry.stride[1]  # pixels from one band to the next
        # are a pixel's channels in memory as a band shall hold them?
        self.is_plain = images.dtype == dtype and images[:1, 0, 0].flags.c_contiguous
        self.room = images.shape[2] - bands.extent  # where the last band can start
        if self.is_plain and self.room >= 0:
            self.items = runs(images, bands)

    def costs(self, n_kernels: int) -> Callable[[int, int], tuple[int, int]]:
        """Tell how to count bytes and multiplications for outputs of an image."""
        bands, itemsize = self.bands, self.dtype.itemsize

        def costs(rows: int, columns: int) -> tuple[int, int]:
            strips, height = -(-columns // bands.t), bands.rows(rows)
            products = strips * rows * bands.t * n_kernels
            values = strips * height * bands.row_values + products
            if not self.is_plain:  # what is read is copied before it is put into bands
                pixels = (strips - 1) * self.apart + bands.extent
                values += height * pixels * bands.channels
            return values * itemsize, products * bands.height * bands.row_values

        return costs

    def copy(self, block: Block, copied: np.ndarray) -> None:
        """Fill (images, bands, rows, values) with what the outputs of a block read."""
        stride = self.geometry.stride
        first = block.left * stride[1] - self.geometry.before[1]
        whole, rest = divmod(block.columns, self.bands.t)
        neighbours = [(0, whole, first)] if whole else []
        if self.is_plain:  # those within the image apart from those at its edges
            last = (self.room - first) // self.apart
            low = min(whole, max(0, -(first // self.apart)))
            high = min(whole, max(low, last + 1))
            neighbours = [
                (start, stop, first + start * self.apart)
                for start, stop in ((0, low), (low, high), (high, whole))
                if start < stop
            ]
        if rest:  # the last band overlaps the one before
            left = first + (block.columns - self.bands.t) * stride[1]
            neighbours.append((whole, whole + 1, left))
        top = block.top * stride[0] - self.geometry.before[0]
        for to_rows, rows in self.bands.reads(top, block.rows):
            for start, stop, column in neighbours:
                target = copied[:, start:stop, to_rows]
                self._copy_rows(block.images, rows, column, target)

    def _copy_rows(
        self, images: slice, rows: Run, column: int, target: np.ndarray
    ) -> None:
        """Copy rows of neighbouring bands, the first of which starts at a column."""
        n_bands = target.shape[1]
        end = column + (n_bands - 1) * self.apart  # where the last one starts
        if not self.is_plain:
            columns = Run(column, 1, end - column + self.bands.extent)
            part = copy_part(self.images[images], rows, columns, self.dtype)
            items = runs(part, self.bands)[:, :, :: self.apart]
            target.view(items.dtype)[...] = items.swapaxes(1, 2)
            return
        into, out_of = clip_to_axis(rows, self.geometry.image[0])
        if into != slice(0, rows.length):
            target[:, :, : into.start] = target[:, :, into.stop :] = 0
            target = target[:, :, into]
        if column >= 0 and end <= self.room:
            items = self.items[images, out_of, column : end + 1 : self.apart]
            target.view(items.dtype)[...] = items.swapaxes(1, 2)
            return
        pixels = target.reshape(
            *target.shape[:3], self.bands.width, self.bands.channels
        )
        for band in range(n_bands):
            columns = Run(
                column + band * self.apart, self.bands.column_step, self.bands.width
            )
            across, from_columns = clip_to_axis(columns, self.geometry.image[1])
            pixels[:, band, :, : across.start] = 0
            pixels[:, band, :, across.stop :] = 0
            inside = self.images[images, out_of, from_columns]
            pixels[:, band, :, across] = inside
