"""The layout in which the index of a window is 0, 1, 2, ...

A *strip* is what `t` neighbouring outputs of one row read: a few rows of some pixels. A
*band* is a column of the image as wide as a strip, its rows one behind the other, so
that the strip of each row of outputs is a slice of the band.

M. Cho and D. Brand, "MEC: memory-efficient convolution for deep neural network", 2017.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .._geometry import Geometry, extent
from .parts import Run


class Bands(NamedTuple):
    """Bands for `t` outputs a row; what no output reads is left out."""

    t: int
    # along a row: from one pixel read to the next, how many, and of the kernel
    column_step: int
    width: int
    column_stride: int  # in pixels read
    column_dilation: int  # in pixels read
    # down the image; the kernel has no gaps among the rows read
    every: int  # outputs that far apart read the same rows
    row_step: int
    height: int  # of a strip
    row_stride: int  # in rows read
    channels: int

    @classmethod
    def of(cls, t: int, geometry: Geometry) -> Bands:
        height, width, channels = geometry.kernel
        (row_stride, column_stride), gaps = geometry.stride, geometry.dilation
        row_step = gaps[0] if height > 1 else 1
        gap = gaps[1] if width > 1 else 1
        column_step = gap if t == 1 else math.gcd(column_stride, gap)
        size = (t - 1) * column_stride + extent(width, gap)
        shared = math.gcd(row_stride, row_step)
        return cls(
            t,
            column_step,
            (size - 1) // column_step + 1,
            max(1, column_stride // column_step),
            gap // column_step,
            row_step // shared,
            row_step,
            height,
            row_stride // shared,
            channels,
        )

    @property
    def row_values(self) -> int:
        """How many values a band has in a row."""
        return self.width * self.channels

    @property
    def extent(self) -> int:
        """Pixels from the first in a row to the last."""
        return extent(self.width, self.column_step)

    @property
    def apart(self) -> int:
        """Rows of a band from one strip to the next: they overlap, or touch."""
        return min(self.row_stride, self.height)

    def rows(self, strips: int) -> int:
        """Tell how many rows a band has for that many strips."""
        return (strips - 1) * self.apart + self.height

    def reads(self, first: int, strips: int) -> Iterator[tuple[slice, Run]]:
        """List rows of a band, and the rows of the image that they hold."""
        if self.row_stride <= self.height:
            yield slice(None), Run(first, self.row_step, self.rows(strips))
            return
        for i in range(self.height):  # strips share no row, and some are not read
            run = Run(
                first + i * self.row_step, self.row_stride * self.row_step, strips
            )
            yield slice(i, None, self.height), run

    def strips(self, copied: np.ndarray, strips: int) -> np.ndarray:
        """View the strips of (images, bands, rows, values), nothing copied.

        Returns (strips of a band, images * bands, values): matrices for a product.
        """
        n_images, n_bands, rows, values = copied.shape
        value = copied.itemsize
        return np.ndarray(
            (strips, n_images * n_bands, self.height * values),
            copied.dtype,
            copied,  # NumPy checks that the view stays within it
            strides=(self.apart * values * value, rows * values * value, value),
        )
