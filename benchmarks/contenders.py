"""Every way to correlate that is timed.

A contender takes images (N, H, W, C) and kernels (K, kh, kw, C), puts them into the
order that it likes best, and returns a function without arguments: that one is timed,
and gives (N, out_h, out_w, K).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from xcorr_helpers import correlate, correlation_indices, kernel_matrix
from xcorr_helpers._engine.strip_cost import best_t
from xcorr_helpers._engine.strips import correlate_strips

from .cases import SMALLEST, Case, geometry_of, strip_widths

Call = Callable[[], Any]


class Contender(NamedTuple):
    name: str
    prepare: Callable[[np.ndarray, np.ndarray], Call]
    copies_windows: bool = False  # holds all windows at once
    copies_index: bool = False  # and the index of an image's
    always: bool = False  # timed even where it takes long

    def copied_bytes(self, case: Case, itemsize: int) -> int:
        values = case.multiplications // case.kernels[0]
        index = values // case.images[0] * np.dtype(np.intp).itemsize
        return values * itemsize * self.copies_windows + index * self.copies_index


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


def ours(method: str) -> Callable[[np.ndarray, np.ndarray], Call]:
    return lambda images, kernels: lambda: correlate(images, kernels, method=method)


def strips(t: int) -> Callable[[np.ndarray, np.ndarray], Call]:
    """Strips of `t` outputs, whatever `correlate` would choose."""

    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        geometry = geometry_of(images.shape, kernels.shape)
        shape = (len(images), *geometry.out_shape, len(kernels))

        def call() -> np.ndarray:
            out = np.empty(shape, images.dtype)
            correlate_strips(images, kernels, out, geometry, t)
            return out

        return call

    return prepare


def tensordot(images: np.ndarray, kernels: np.ndarray) -> Call:
    axes = (4, 5, 3), (1, 2, 3)
    return lambda: np.tensordot(_windows(images, kernels), kernels, axes)


def einsum(images: np.ndarray, kernels: np.ndarray) -> Call:
    return lambda: np.einsum("nyxcij,kijc->nyxk", _windows(images, kernels), kernels)


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


def fourier(name: str) -> Callable[[np.ndarray, np.ndarray], Call]:
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


def pytorch(channels_last: bool) -> Callable[[np.ndarray, np.ndarray], Call]:
    """Use `conv2d` on tensors whose values lie in PyTorch's one or other order.

    Of one channel, `contiguous(memory_format=torch.channels_last)` leaves the strides
    as they are, and PyTorch then works as in the other format, with large buffers.
    Strides that say channels last, as an array with channels last has them, do without
    those.
    """

    def prepare(images: np.ndarray, kernels: np.ndarray) -> Call:
        import torch

        order = (lambda a: a.transpose(0, 3, 1, 2)) if channels_last else _planar
        pixels, weights = (torch.from_numpy(order(a)) for a in (images, kernels))
        return lambda: torch.nn.functional.conv2d(pixels, weights).permute(0, 2, 3, 1)

    return prepare


def _out_shape(images: np.ndarray, kernels: np.ndarray) -> tuple[int, int]:
    return images.shape[1] - kernels.shape[1] + 1, images.shape[2] - kernels.shape[
        2
    ] + 1


def _windows(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    return sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))


def _planar(array: np.ndarray) -> np.ndarray:
    return array.transpose(0, 3, 1, 2).copy()  # with strides of its own, see `pytorch`


LOOP = Contender("definition loop", definition, always=True)
GATHER_WHOLE = Contender("gather whole", gather_whole, True, copies_index=True)
INDEX = Contender("index", ours("index"))
STRIPS = Contender("strips", ours("strips"))
CORRELATE = Contender("correlate", ours("auto"))
TENSORDOT = Contender("tensordot", tensordot, copies_windows=True)
EINSUM = Contender("einsum", einsum)
CORRELATE2D = Contender("correlate2d", correlate2d_loops, always=True)
FFT = tuple(Contender(name, fourier(name)) for name in ("fftconvolve", "oaconvolve"))
PYTORCH = (
    Contender("PyTorch", pytorch(channels_last=False)),
    Contender("PyTorch channels_last", pytorch(channels_last=True)),
)


def strips_name(t: int) -> str:
    return f"strips t={t}"


def chosen_t(case: Case, dtype: str) -> int:
    geometry = geometry_of(case.images, case.kernels)
    return best_t(geometry, case.kernels[0], dtype)


def of_case(case: Case) -> list[Contender]:
    return [
        CORRELATE,
        *PYTORCH,
        INDEX,
        TENSORDOT,
        GATHER_WHOLE,
        CORRELATE2D,
        *FFT,
        *([LOOP, EINSUM] if case is SMALLEST else []),
    ]


def of_kept_memory(case: Case, dtype: str) -> list[Contender]:
    """List those that are timed once more where freed memory is kept."""
    widths = strip_widths(case.out[2], chosen_t(case, dtype))
    return [
        CORRELATE,
        *PYTORCH,
        *(Contender(strips_name(t), strips(t)) for t in widths),
    ]


def of_sweep(sweep: str) -> list[Contender]:
    fourier = FFT if sweep == "fft" else FFT[:1]  # overlap-add helps only large images
    return [CORRELATE, *PYTORCH, INDEX, STRIPS, TENSORDOT, GATHER_WHOLE, *fourier]
