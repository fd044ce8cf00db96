"""What the exercises of chapter 10 share: kernels placed in a strip, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np


def box(kernels: np.ndarray, starts: Iterable[int], width: int) -> np.ndarray:
    """Place the kernels from these columns on: rows, columns, channels, t, K.

    What sticks out on the right is cut off.
    """
    starts = list(starts)
    n_kernels, rows, columns, channels = kernels.shape
    placed = np.zeros((rows, width, channels, len(starts), n_kernels), kernels.dtype)
    for j, start in enumerate(starts):
        inside = max(0, min(columns, width - start))
        piece = kernels[:, :, :inside]
        placed[:, start : start + inside, :, j] = np.moveaxis(piece, 0, 3)
    return placed


def strip_box(kernels: np.ndarray, t: int) -> np.ndarray:
    """Place the kernels t times, each a pixel further right."""
    return box(kernels, range(t), t + kernels.shape[2] - 1)


def as_matrix(placed: np.ndarray) -> np.ndarray:
    """Join the axes of a strip, and those of windows and kernels."""
    return placed.reshape(-1, placed.shape[3] * placed.shape[4])


def banded(kernels: np.ndarray, t: int) -> np.ndarray:
    """Make the banded matrix of t outputs."""
    return as_matrix(strip_box(kernels, t))


def as_columns(kernels: np.ndarray) -> np.ndarray:
    """Make each kernel a column."""
    return kernels.reshape(len(kernels), -1).T


def index_of(image_shape: tuple[int, ...], window_shape: tuple[int, ...]) -> np.ndarray:
    """List what windows of all channels read: a row for each placement."""
    height, width, channels = image_shape
    rows, columns, _ = window_shape
    pixels = np.add.outer(np.arange(rows) * width, np.arange(columns)).ravel()
    window = np.add.outer(pixels * channels, np.arange(channels)).ravel()
    down, across = np.arange(height - rows + 1), np.arange(width - columns + 1)
    offsets = np.add.outer(down * width, across).ravel() * channels
    index: np.ndarray = np.add.outer(offsets, window)
    return index


def flat(kernels: np.ndarray, t: int, row: int, step: int) -> np.ndarray:
    """Fill the matrix with these steps between kernel rows, and between windows."""
    n_kernels, rows, columns, channels = kernels.shape
    matrix = np.zeros_like(banded(kernels, t)).reshape(-1, t, n_kernels)
    window = np.add.outer(np.arange(rows) * row, np.arange(columns * channels)).ravel()
    values = as_columns(kernels)
    for j in range(t):
        inside = window + j * step < len(matrix)
        matrix[window[inside] + j * step, j] = values[inside]
    return matrix.reshape(len(matrix), -1)


def strip_index(kernels: np.ndarray, t: int) -> np.ndarray:
    """List what the t windows of a strip read."""
    _, rows, columns, channels = kernels.shape
    return index_of((rows, t + columns - 1, channels), (rows, columns, channels))


def written(
    kernels: np.ndarray,
    t: int,
    columns: Callable[[int, int], Any],
    weights: Callable[[np.ndarray], np.ndarray] = as_columns,
) -> np.ndarray:
    """Write each window into the columns that are told, by j and K."""
    matrix = np.zeros_like(banded(kernels, t))
    for j, window in enumerate(strip_index(kernels, t)):
        matrix[window, columns(j, len(kernels))] = weights(kernels)
    return matrix


def own(j: int, n_kernels: int) -> slice:
    """Tell the columns of window j."""
    return slice(j * n_kernels, (j + 1) * n_kernels)


def starts_of(t: int, width: int) -> list[int]:
    """List where strips start: the last one further left, if it would stick out."""
    return [min(at, width - t) for at in range(0, width, t)]


def whole_starts(t: int, width: int) -> Iterable[int]:
    """List where strips start that are whole."""
    return range(0, width - t + 1, t)


def width_of(images: np.ndarray, kernels: np.ndarray) -> int:
    """Tell the output's width."""
    width: int = images.shape[2] - kernels.shape[2] + 1
    return width
