"""The gradients of a correlation, by the same bands."""

from __future__ import annotations

import math
import threading
from itertools import product
from typing import NamedTuple

import numpy as np

from .._geometry import Geometry
from .band_copies import Copier
from .band_layout import Bands
from .bands import Buffer, correlate_bands
from .blocking import Block, cut
from .grouped import all_finite, on_diagonal, parts
from .parts import Run, clip_to_axis
from .threads import Queue, share_out

FEW_COLUMNS = 16


class Phase(NamedTuple):
    """Along one axis: pixels a stride apart, which the same kernel values read."""

    pixels: slice
    n_pixels: int
    values: slice  # of the kernel, turned
    n_values: int
    before: int  # the outputs' padding
    dilation: int


def phases(geometry: Geometry, axis: int) -> list[Phase]:
    """Sort the pixels of an axis by the values of the kernel that read them.

    Value i of the kernel reads pixel p for output y where y * stride + i * dilation is
    p. So it reads only every other pixel, and a pixel is read by every other value.
    """
    stride, dilation = geometry.stride[axis], geometry.dilation[axis]
    size, before = geometry.kernel[axis], geometry.before[axis]
    shared = math.gcd(stride, dilation)
    apart, gap = stride // shared, dilation // shared
    found = []
    for value in range(min(apart, size)):  # the first that reads a phase's pixels
        n_values = -(-(size - value) // apart)
        first = (value * dilation - before) % stride
        count = -(-(geometry.image[axis] - first) // stride)
        if count > 0:
            last = value + (n_values - 1) * apart
            output = (first + before - value * dilation) // stride
            found.append(
                Phase(
                    slice(first, None, stride),
                    count,
                    slice(last, None, -apart),
                    n_values,
                    (n_values - 1) * gap - output,
                    gap,
                )
            )
    return found


def scatter(
    outputs: np.ndarray, kernels: np.ndarray, gradient: np.ndarray, geometry: Geometry
) -> None:
    """Fill the gradient of the images, group after group."""
    # Bands surround the outputs with zeros, which meet the kernels' values: zero times
    # infinity would be NaN.
    finite = all_finite(kernels)
    fill = fill_input_gradient if finite else fill_input_gradient_by_value
    for part in parts(geometry, len(kernels), outputs, kernels):
        fill(
            outputs[..., part.kernels],
            on_diagonal(kernels[part.kernels], part.n_groups),
            gradient[..., part.channels],
            part.of(geometry),
        )


def fill_input_gradient(
    outputs: np.ndarray, kernels: np.ndarray, gradient: np.ndarray, geometry: Geometry
) -> None:
    """Fill the gradient of the images: a correlation.

    Each pixel collects from the outputs that read it, by the kernel turned around. With
    a stride, some values of the kernel read some pixels, and others others.
    """
    found = list(product(phases(geometry, 0), phases(geometry, 1)))
    if sum(down.n_pixels * right.n_pixels for down, right in found) < math.prod(
        geometry.image[:2]
    ):
        gradient[...] = 0  # of the pixels that no output reads
    for down, right in found:
        turned = kernels[:, down.values, right.values].transpose(3, 1, 2, 0)
        height, width = outputs.shape[1:3]
        part = Geometry(
            image=(height, width, len(kernels)),
            kernel=(down.n_values, right.n_values, len(kernels)),
            stride=(1, 1),
            padding=((down.before, 0), (right.before, 0)),
            dilation=(down.dilation, right.dilation),
            out_shape=(down.n_pixels, right.n_pixels),
        )
        correlate_bands(outputs, turned, gradient[:, down.pixels, right.pixels], part)


def fill_input_gradient_by_value(
    outputs: np.ndarray, kernels: np.ndarray, gradient: np.ndarray, geometry: Geometry
) -> None:
    """Do the same, one value of the kernels after the other, with no zeros around.

    The pixels that one value reads are a slice, in which none comes twice.
    """
    gradient[...] = 0
    for value in np.ndindex(kernels.shape[1:3]):
        by_axis = [
            clip_to_axis(
                Run(
                    value[axis] * geometry.dilation[axis] - geometry.before[axis],
                    geometry.stride[axis],
                    geometry.out_shape[axis],
                ),
                geometry.image[axis],
            )
            for axis in (0, 1)
        ]
        (of_rows, rows), (of_columns, columns) = by_axis
        for image, source in zip(gradient, outputs):
            values = source[of_rows, of_columns].astype(gradient.dtype, copy=False)
            image[rows, columns] += values @ kernels[:, *value]


def add_to_kernel_gradient(
    outputs: np.ndarray, images: np.ndarray, gradient: np.ndarray, geometry: Geometry
) -> None:
    """Add to the gradient of the kernels, (K, kh, kw, C): strips times outputs.

    A strip of two outputs meets both; of the products, those are added that belong to
    the windows.
    """
    n_kernels, dtype = len(gradient), gradient.dtype
    # A product of few columns is slow; two outputs a strip give twice as many.
    is_even = geometry.out_shape[1] % 2 == 0
    t = 2 if is_even and n_kernels <= FEW_COLUMNS else 1
    bands = Bands.of(t, geometry)
    copier = Copier(images, geometry, bands, dtype)
    shape = bands.height * bands.row_values, t * n_kernels
    total = OrderedSum(np.zeros(shape, dtype))

    def work(queue: Queue[tuple[int, Block]]) -> None:
        copies, values = Buffer(dtype), Buffer(dtype)
        for number, block in queue:
            source = block.of(outputs).swapaxes(0, 1)
            n_rows, n_images, columns, _ = source.shape
            copied = copies.array(
                (n_images, columns // t, bands.rows(n_rows), bands.row_values)
            )
            copier.copy(block, copied)
            strips = bands.strips(copied, n_rows)
            of_block = values.array(source.shape)
            of_block[...] = source
            of_strips = of_block.reshape(*strips.shape[:2], -1)
            made = np.matmul(strips.swapaxes(1, 2), of_strips)
            total.add(number, made.sum(axis=0))

    blocks = cut(len(images), geometry.out_shape, copier.costs(n_kernels), bands)
    share_out(work, list(enumerate(blocks)))
    made = total.values.reshape(bands.height, bands.width, -1, t, n_kernels)
    gap = bands.column_dilation
    for output in range(t):
        first = output * bands.column_stride
        stop = first + (geometry.kernel[1] - 1) * gap + 1
        gradient += made[:, first:stop:gap, :, output].transpose(3, 0, 1, 2)


class OrderedSum:
    """Adds parts in their order, whichever thread brings which first.

    So the sum has the same bits on any number of threads.
    """

    def __init__(self, values: np.ndarray) -> None:
        self.values, self.lock = values, threading.Lock()
        self.early: dict[int, np.ndarray] = {}
        self.next = 0

    def add(self, number: int, part: np.ndarray) -> None:
        """Take part `number`, counted from 0."""
        with self.lock:
            self.early[number] = part
            while self.next in self.early:
                self.values += self.early.pop(self.next)
                self.next += 1
