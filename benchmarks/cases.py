"""What is timed: cases that have targets, and sweeps that show how a way scales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from xcorr_helpers._geometry import Geometry, NamedShape

Shape = tuple[int, int, int, int]
DTYPES = ("float32", "float64")


def geometry_of(images: Sequence[int], kernels: Sequence[int]) -> Geometry:
    """Describe a batch of images and its kernels, as `correlate` does inside."""
    image = NamedShape("images", tuple(images))
    return Geometry.of(image, NamedShape("kernels", tuple(kernels)), 1, 0, 1)


class Case(NamedTuple):
    """Images (N, H, W, C) and kernels (K, kh, kw, C // groups)."""

    name: str
    images: Shape
    kernels: Shape
    targets: tuple[float, float] = (1.0, 1.0)  # times PyTorch's time, in each dtype

    @property
    def groups(self) -> int:
        return self.images[3] // self.kernels[3]

    @property
    def out(self) -> Shape:
        (n, height, width, _), (k, kernel_height, kernel_width, _) = self[1:3]
        return n, height - kernel_height + 1, width - kernel_width + 1, k

    @property
    def multiplications(self) -> int:
        return int(np.prod(self.out, dtype=np.int64)) * int(np.prod(self.kernels[1:]))

    def arrays(self, dtype: str) -> tuple[np.ndarray, np.ndarray]:
        """Make the same images and kernels each time."""
        rng = np.random.default_rng(0)
        images = rng.random(self.images, np.float32)  # half the memory at 60,000 images
        return images.astype(dtype), rng.standard_normal(self.kernels).astype(dtype)

    def gradient(self, dtype: str) -> np.ndarray:
        """Make the gradient of the outputs, the same each time."""
        return np.random.default_rng(1).standard_normal(self.out).astype(dtype)

    def few(self) -> Case:
        """Cut it to two images, and to 64 placements in height."""
        n, height, *rest = self.images
        height = min(height, self.kernels[1] + 63)
        return self._replace(images=(min(2, n), height, *rest))


CASES = (
    Case("MNIST 28x28x1, 2 of 3x3", (2_000, 28, 28, 1), (2, 3, 3, 1)),
    Case("MNIST 28x28x1, 8 of 3x3", (2_000, 28, 28, 1), (8, 3, 3, 1)),
    Case("CIFAR 32x32x3, 2 of 5x5", (1_000, 32, 32, 3), (2, 5, 5, 3)),
    Case("CIFAR 32x32x3, 16 of 5x5", (1_000, 32, 32, 3), (16, 5, 5, 3)),
    Case("32x32x64, 64 of 3x3", (100, 32, 32, 64), (64, 3, 3, 64)),
    Case("224x224x3, 16 of 5x5", (4, 224, 224, 3), (16, 5, 5, 3), (1.6, 1.0)),
)
GROUPS = (
    Case("pointwise, 64 to 128", (100, 32, 32, 64), (128, 1, 1, 64)),
    Case("depthwise, 64 of 3x3", (100, 32, 32, 64), (64, 3, 3, 1), (2.0, 2.0)),
)
SMALL = (
    Case("one 8x8x1, 1 of 3x3", (1, 8, 8, 1), (1, 3, 3, 1)),
    Case("20 of 28x28x1, 2 of 3x3", (20, 28, 28, 1), (2, 3, 3, 1), (2.0, 2.0)),
)
SMALLEST = CASES[0]  # the ways that nobody would wait for are timed on this one alone


def _images(n: int) -> Case:
    return Case(f"{n} images", (n, 28, 28, 1), (2, 3, 3, 1))


def _side(side: int) -> Case:
    return Case(f"side {side}", (1, side, side, 3), (4, 5, 5, 3))


def _kernel(size: int) -> Case:
    return Case(f"kernel {size}", (8, 128, 128, 1), (4, size, size, 1))


def _kernels(count: int) -> Case:
    return Case(f"{count} kernels", (100, 28, 28, 1), (count, 3, 3, 1))


def _fft(size: int) -> Case:
    return Case(f"one image, kernel {size}", (1, 512, 512, 1), (1, size, size, 1))


SWEEPS = {
    "images": (_images, (1, 10, 100, 1_000, 10_000, 60_000)),
    "side": (_side, (28, 64, 128, 256, 512, 1_024)),
    "kernel": (_kernel, (1, 3, 5, 7, 9, 11, 13, 15)),
    "kernels": (_kernels, (1, 2, 4, 8, 16, 32, 64)),
    "fft": (_fft, (3, 7, 11, 15, 23, 31, 47, 63)),  # as far as FFT needs to win
}
SWEEP_DTYPE = "float32"


def sweep_cases(sweep: str) -> Iterator[tuple[int, Case]]:
    make, values = SWEEPS[sweep]
    return ((value, make(value)) for value in values)


def band_widths(out_width: int, chosen: int) -> list[int]:
    """List the t to time: narrow ones, one near 14, the row, the chosen one."""
    middle = -(-out_width // max(1, round(out_width / 14)))
    widths = {1, 2, 3, 4, 5, 7, 10, middle, out_width, chosen}
    return sorted(t for t in widths if t <= out_width)
