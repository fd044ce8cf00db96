"""Random cases that are the same on every machine.

Python promises that `random.Random(seed).random()` never changes; NumPy does not
promise it for its generators.
"""

from __future__ import annotations

import random

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class Dice:
    """Whole numbers, arrays and shapes, drawn with a fixed seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def numbers(self, count: int, low: int, high: int) -> list[int]:
        """Draw different whole numbers."""
        found: list[int] = []
        while len(found) < count:
            number = self.number(low, high)
            found += [] if number in found else [number]
        return found

    def whole(self, *shape: int) -> np.ndarray:
        """Draw an array of whole numbers."""
        values = [self.number(-9, 9) for _ in range(int(np.prod(shape)))]
        return np.array(values, dtype=np.int64).reshape(shape)

    def quarters(self, *shape: int) -> np.ndarray:
        """Draw an array of quarters: not whole, and their sums are exact in floats."""
        values = [self.number(-36, 36) / 4 for _ in range(int(np.prod(shape)))]
        return np.array(values).reshape(shape)

    def large(self, *shape: int) -> np.ndarray:
        """Draw whole numbers that need more than a byte; their sums more than two."""
        values = [self.number(-3000, 3000) for _ in range(int(np.prod(shape)))]
        return np.array(values, dtype=np.int64).reshape(shape)

    def bytes(self, *shape: int) -> np.ndarray:
        """Draw what a photograph holds: 0 to 255, in bytes."""
        values = [self.number(0, 255) for _ in range(int(np.prod(shape)))]
        return np.array(values, dtype=np.uint8).reshape(shape)

    def pair(
        self, number: int, shape: tuple[int, ...], other: tuple[int, ...]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Draw two arrays: whole numbers first, then either or both of quarters."""
        first = self.quarters if number % 5 in (3, 4) else self.whole
        second = self.quarters if number % 5 in (2, 4) else self.whole
        return first(*shape), second(*other)

    def sizes(self) -> tuple[int, int, int, int]:
        """Draw height, width, kernel height, kernel width.

        These and the two sides of the output all differ.
        """
        while True:
            height, width = self.numbers(2, 3, 12)
            kernel_height, kernel_width = self.numbers(2, 2, 5)
            sides = {
                height,
                width,
                kernel_height,
                kernel_width,
                height - kernel_height + 1,
                width - kernel_width + 1,
            }
            if min(sides) > 1 and len(sides) == 6:
                return height, width, kernel_height, kernel_width

    def sizes_and_channels(self) -> tuple[int, int, int, int, int]:
        """Draw sizes, and a number of channels that is none of them."""
        while True:
            height, width, rows, columns = self.sizes()
            channels = self.number(2, 6)
            sides = height, width, rows, columns, height - rows + 1, width - columns + 1
            if channels not in sides:
                return height, width, rows, columns, channels


def shapes(seed: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """List pairs of image shape and kernel shape; the special ones come last."""
    dice = Dice(seed)
    cases = [((5, 9), (2, 3))]
    for _ in range(14):
        height, width, rows, columns = dice.sizes()
        cases.append(((height, width), (rows, columns)))
    cases += [
        ((9, 4), (3, 2)),
        ((6, 6), (2, 2)),
        ((5, 8), (1, 3)),
        ((8, 5), (3, 1)),
        ((4, 7), (1, 1)),
        ((3, 5), (3, 5)),
        ((1, 6), (1, 2)),
        ((7, 1), (3, 1)),
    ]
    return cases


def batches(seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """List pairs of images and kernels, small enough for seven nested loops."""
    dice = Dice(seed)
    shapes = [(4, 6, 8, 3, 5, 2, 3)]  # N, H, W, C, K, kh, kw
    while len(shapes) < 10:
        out = n_images, out_height, out_width, n_kernels = dice.numbers(4, 2, 6)
        box = rows, columns, channels = dice.numbers(3, 2, 4)
        height, width = out_height + rows - 1, out_width + columns - 1
        unlike = height != width and channels not in (height, width)
        if unlike and np.prod(out) * np.prod(box) < 5000:
            shapes.append((n_images, height, width, channels, n_kernels, rows, columns))
    shapes += [
        (3, 7, 5, 2, 4, 3, 2),
        (2, 5, 5, 3, 3, 2, 2),
        (1, 5, 8, 2, 3, 2, 3),
        (3, 5, 7, 1, 2, 2, 3),
        (3, 4, 6, 2, 1, 2, 3),
        (2, 4, 6, 3, 5, 1, 1),
        (2, 3, 5, 2, 4, 3, 5),
        (1, 3, 4, 1, 1, 2, 2),
    ]
    pairs = []
    for number, (n, height, width, channels, k, rows, columns) in enumerate(shapes):
        kernels_shape = (k, rows, columns, channels)
        pairs.append(dice.pair(number, (n, height, width, channels), kernels_shape))
    return pairs


def gather_sum(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Cross-correlate an image with one kernel, both without channels."""
    return np.tensordot(sliding_window_view(image, kernel.shape), kernel, axes=2)


def gather_sum_where_it_fits(
    image: np.ndarray, kernel: np.ndarray
) -> np.ndarray | None:
    """Cross-correlate, or return None where the kernel is larger than the image."""
    fits = all(k <= size for k, size in zip(kernel.shape, image.shape))
    return gather_sum(image, kernel) if fits else None


def outputs(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Cross-correlate a batch with several kernels, channels last."""
    n_images, height, width, _ = images.shape
    n_kernels, rows, columns, _ = kernels.shape
    out_height, out_width = height - rows + 1, width - columns + 1
    out_shape = n_images, out_height, out_width, n_kernels
    out = np.zeros(out_shape, np.result_type(images, kernels))
    for i, j in np.ndindex(rows, columns):
        pixels = images[:, i : i + out_height, j : j + out_width]
        out += pixels @ kernels[:, i, j].T
    return out


def grid(rows: int, columns: int, row_step: int, column_step: int = 1) -> np.ndarray:
    """List the positions of a grid of pixels, by rows and columns."""
    return np.array(
        [[i * row_step + j * column_step for j in range(columns)] for i in range(rows)]
    )
