"""Every way to correlate that is timed.

Each takes images (N, H, W, C) and kernels (K, kh, kw, C // groups), puts them into the
order that it likes best, and returns a function without arguments: that one is timed,
and gives (N, out_h, out_w, K).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from xcorr_helpers import correlate, correlation_indices, kernel_matrix
from xcorr_helpers._engine.bands import correlate_bands

from .cases import geometry_of

Call = Callable[[], Any]
Way = Callable[[np.ndarray, np.ndarray], Call]


def definition(images: np.ndarray, kernels: np.ndarray) -> Call:
    """Multiply and add, number by number."""
    rows, columns = _out_shape(images, kernels)
    pixels, weights = images.tolist(), kernels.tolist()

    def value(image: list, kernel: list, row: int, column: int) -> float:
        total = 0.0
        for i, kernel_row in enumerate(kernel):
            for j, channels in enumerate(kernel_row):
                for c, weight in enumerate(channels):
                    total += image[row + i][column + j][c] * weight
        return total

    def call() -> np.ndarray:
        return np.array(
            [
                [
                    [
                        [value(image, kernel, row, column) for kernel in weights]
                        for column in range(columns)
                    ]
                    for row in range(rows)
                ]
                for image in pixels
            ],
            images.dtype,
        )

    return call


def gather_whole(images: np.ndarray, kernels: np.ndarray) -> Call:
    """Read the whole batch through the index matrix at once, as the seed did."""
    shape = (len(images), *_out_shape(images, kernels), len(kernels))

    def call() -> np.ndarray:
        index = correlation_indices(images.shape[1:], kernels.shape[1:])
        windows = images.reshape(len(images), -1)[:, index]
        return (windows @ kernel_matrix(kernels)).reshape(shape)

    return call


def ours(method: str) -> Way:
    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        groups = _groups(images, kernels)
        return lambda: correlate(images, kernels, groups=groups, method=method)

    return prepare


def bands(t: int) -> Way:
    """Bands for `t` outputs, whatever `correlate` would choose."""

    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        geometry = geometry_of(images.shape, kernels.shape)
        shape = (len(images), *geometry.out_shape, len(kernels))

        def call() -> np.ndarray:
            out = np.empty(shape, images.dtype)
            correlate_bands(images, kernels, out, geometry, t)
            return out

        return call

    return prepare


def tensordot(images: np.ndarray, kernels: np.ndarray) -> Call:
    axes = (4, 5, 3), (1, 2, 3)
    return lambda: np.tensordot(_windows(images, kernels), kernels, axes)


def einsum(images: np.ndarray, kernels: np.ndarray) -> Call:
    return lambda: np.einsum("nyxcij,kijc->nyxk", _windows(images, kernels), kernels)


def shift_and_add(images: np.ndarray, kernels: np.ndarray) -> Call:
    """Add the whole batch once for each kernel value, moved and weighted; no gather."""
    height, width = _out_shape(images, kernels)
    weights = np.ascontiguousarray(kernels.transpose(1, 2, 3, 0))

    def call() -> np.ndarray:
        out = np.zeros((len(images), height, width, len(kernels)), images.dtype)
        for i, j in np.ndindex(kernels.shape[1:3]):
            out += images[:, i : i + height, j : j + width] @ weights[i, j]
        return out

    return call


def correlate2d_once(images: np.ndarray, kernels: np.ndarray) -> Call:
    """Call SciPy's, with nothing around it: one image, kernel and channel."""
    from scipy.signal import correlate2d

    image, kernel = images[0, :, :, 0], kernels[0, :, :, 0]
    return lambda: correlate2d(image, kernel, mode="valid")[None, :, :, None]


def correlate2d_loops(images: np.ndarray, kernels: np.ndarray) -> Call:
    from scipy.signal import correlate2d

    planes, weights = _planar(images), _planar(kernels)

    def call() -> np.ndarray:
        shape = (len(images), *_out_shape(images, kernels), len(kernels))
        out = np.empty(shape, images.dtype)
        for n, image in enumerate(planes):
            for k, kernel in enumerate(weights):
                pairs = zip(image, kernel)
                out[n, :, :, k] = sum(correlate2d(a, b, mode="valid") for a, b in pairs)
        return out

    return call


def fourier(name: str) -> Way:
    """Convolve with the turned kernels, one after the other, by SciPy's `name`."""

    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        import scipy.signal

        convolve = getattr(scipy.signal, name)
        planes, turned = _planar(images), _planar(kernels)[:, None, :, ::-1, ::-1]

        def call() -> np.ndarray:
            shape = (len(images), *_out_shape(images, kernels), len(kernels))
            out = np.empty(shape, images.dtype)
            for k, kernel in enumerate(turned):
                made = convolve(planes, kernel, mode="valid", axes=(2, 3))
                out[..., k] = made.sum(axis=1)
            return out

        return call

    return prepare


def pytorch(channels_last: bool) -> Way:
    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        import torch

        pixels, weights = tensors(channels_last, images, kernels)
        convolve = partial(torch.nn.functional.conv2d, groups=_groups(images, kernels))
        return lambda: convolve(pixels, weights).permute(0, 2, 3, 1)

    return prepare


def tensors(channels_last: bool, *arrays: np.ndarray) -> Iterator[Any]:
    """Hand arrays with channels last to PyTorch, in one of its two orders.

    Of one channel, `contiguous(memory_format=torch.channels_last)` leaves the strides
    as they are, and PyTorch then works as in the other format, with large buffers.
    Strides that say channels last, as an array with channels last has them, do without
    those.
    """
    import torch

    order = (lambda a: a.transpose(0, 3, 1, 2)) if channels_last else _planar
    return (torch.from_numpy(order(array)) for array in arrays)


def _out_shape(images: np.ndarray, kernels: np.ndarray) -> tuple[int, int]:
    (_, height, width, _), (_, rows, columns, _) = images.shape, kernels.shape
    return height - rows + 1, width - columns + 1


def _groups(images: np.ndarray, kernels: np.ndarray) -> int:
    return images.shape[3] // kernels.shape[3]


def _windows(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    return sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))


def _planar(array: np.ndarray) -> np.ndarray:
    return array.transpose(0, 3, 1, 2).copy()  # with strides of its own, see `tensors`
