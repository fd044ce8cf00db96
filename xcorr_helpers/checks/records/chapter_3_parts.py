"""Chapter 3: the kernels of the page, and the sizes of the cases."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import Dice


def toy_image() -> np.ndarray:
    """Make the page's image: 10 * row + column."""
    row, column = np.ogrid[:5, :9]
    made: np.ndarray = 10 * row + column
    return made


def toy_kernels() -> np.ndarray:
    """Make the page's kernels: 100 * kernel + 10 * row + column."""
    kernel, row, column = np.ogrid[:8, :2, :3]
    made: np.ndarray = 100 * kernel + 10 * row + column
    return made


def sizes(seed: int) -> Iterator[tuple[int, ...]]:
    """List height, width, kernel height, kernel width, number of kernels."""
    dice, count = Dice(seed), 0
    while count < 8:
        height, width, rows, columns = dice.sizes()
        n_kernels = dice.number(2, 6)
        out = height - rows + 1, width - columns + 1
        sides = {*out, height, width, rows, columns, rows * columns}
        if n_kernels not in sides and np.prod(out) * n_kernels < 150:
            yield height, width, rows, columns, n_kernels
            count += 1


def columns(kernels: np.ndarray) -> np.ndarray:
    """Stand each kernel up as one column, value by value."""
    return np.array(
        [[kernel[i, j] for kernel in kernels] for i, j in np.ndindex(kernels.shape[1:])]
    )


def maps(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Cross-correlate: the sum of the products, for each placement and kernel."""
    windows = sliding_window_view(image, kernels.shape[1:])
    return np.tensordot(windows, kernels, axes=((2, 3), (1, 2)))
