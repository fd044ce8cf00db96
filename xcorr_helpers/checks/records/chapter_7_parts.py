"""Chapter 7: what the records about gradients share."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import Dice, grid

Shape = tuple[int, int]


def sizes(seed: int) -> list[tuple[int, int, int, int]]:
    """List height, width, kernel height, kernel width; the special ones come last."""
    dice = Dice(seed)
    return [
        *(dice.sizes() for _ in range(9)),
        (9, 5, 3, 2),
        (6, 6, 2, 2),
        (5, 8, 1, 3),
        (8, 5, 3, 1),
        (4, 7, 1, 1),
        (3, 5, 3, 5),
        (1, 6, 1, 2),
        (7, 1, 3, 1),
    ]


def out_shape(image_shape: Shape, kernel_shape: Shape) -> Shape:
    """Count the placements of a kernel, down and across."""
    (height, width), (rows, columns) = image_shape, kernel_shape
    return height - rows + 1, width - columns + 1


def index_of(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    """List where each placement reads, one a row."""
    offsets = grid(*out_shape(image_shape, kernel_shape), image_shape[1])
    window = grid(*kernel_shape, image_shape[1])
    index: np.ndarray = offsets.reshape(-1, 1) + window.ravel()
    return index


def windows(image: np.ndarray, kernel_shape: Shape) -> np.ndarray:
    """Look at what each placement reads: row, column, kernel row, kernel column."""
    return sliding_window_view(image, kernel_shape)


def scattered(index: np.ndarray, shares: np.ndarray, shape: Shape) -> np.ndarray:
    """Add shares to an image of zeros, at flat positions."""
    flat = np.zeros(shape[0] * shape[1])
    np.add.at(flat, index, shares)
    return flat.reshape(shape)


def last_wins(index: np.ndarray, shares: np.ndarray, shape: Shape) -> np.ndarray:
    """Write shares over one another, at flat positions."""
    flat = np.zeros(shape[0] * shape[1])
    flat[index.ravel()] = shares.ravel()  # one after the other
    return flat.reshape(shape)


def full(output_gradient: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Scatter what each placement sends back: a full convolution."""
    rows, columns = output_gradient.shape
    height, width = rows + kernel.shape[0] - 1, columns + kernel.shape[1] - 1
    gradient = np.zeros((height, width))
    for i, j in np.ndindex(kernel.shape):
        gradient[i : i + rows, j : j + columns] += output_gradient * kernel[i, j]
    return gradient


def only(output_gradient: np.ndarray, rows: slice, columns: slice) -> np.ndarray:
    """Keep some of the growths; the others become 0."""
    kept = np.zeros_like(output_gradient)
    kept[rows, columns] = output_gradient[rows, columns]
    return kept


def turned(array: np.ndarray) -> np.ndarray:
    """Turn an array by half a turn."""
    return array[::-1, ::-1]


def cut_or_padded(array: np.ndarray, shape: Shape, start: Shape = (0, 0)) -> np.ndarray:
    """Look at an endless plane of zeros with an array in it, from a start on."""
    (height, width), (top, left) = shape, start
    plane = np.pad(array, [(abs(n), abs(n) + size) for n, size in zip(start, shape)])
    row, column = abs(top) + top, abs(left) + left
    return plane[row : row + height, column : column + width]
