"""Chapter 10: how readers come by Python's errors in a banded matrix."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...indices import correlation_indices
from .chapter_10_parts import (
    as_columns,
    banded,
    index_of,
    own,
    strip_box,
    strip_index,
    written,
)


def _no_channels(kernels: np.ndarray, t: int) -> np.ndarray:
    """Write into a strip whose channels are not counted."""
    _, rows, columns, _ = kernels.shape
    matrix = np.zeros((rows * (t + columns - 1), t * len(kernels)))
    matrix[strip_index(kernels, t)[0], : len(kernels)] = as_columns(kernels)
    return banded(kernels, t)  # of one channel: there it is right


def _chapter(kernels: np.ndarray, t: int) -> np.ndarray:
    """Make the page's matrix, for kernels of 3 x 3."""
    index = index_of((3, t + 2, 1), (3, 3, 1))
    matrix = np.zeros((3 * (t + 2), t, len(kernels)))
    matrix[index, np.arange(t)[:, None]] = as_columns(kernels)
    return matrix.reshape(3 * (t + 2), -1)


def _index_turned(kernels: np.ndarray, t: int, at_once: bool) -> np.ndarray:
    index = strip_index(kernels, t).T
    matrix = np.zeros_like(banded(kernels, t))
    if at_once:
        box = matrix.reshape(-1, t, len(kernels))
        box[index, np.arange(t)[:, None]] = as_columns(kernels)
    else:
        for j, window in enumerate(index):
            matrix[window, own(j, len(kernels))] = as_columns(kernels)
    return matrix


def _not_in_a_column(kernels: np.ndarray, t: int) -> np.ndarray:
    """Let windows and outputs meet from the last axis on."""
    matrix = np.zeros_like(banded(kernels, t)).reshape(-1, t, len(kernels))
    matrix[strip_index(kernels, t), np.arange(t)] = as_columns(kernels)
    return matrix.reshape(len(matrix), -1)


def _added_sizes(kernels: np.ndarray, t: int) -> np.ndarray:
    matrix = np.zeros((sum(_strip(kernels, t)), t * len(kernels)))
    for j, window in enumerate(strip_index(kernels, t)):
        matrix[window, own(j, len(kernels))] = as_columns(kernels)
    return matrix


def _by_height(kernels: np.ndarray, t: int) -> np.ndarray:
    placed = np.zeros_like(strip_box(kernels, t))
    for j in range(t):
        placed[:, j : j + kernels.shape[1], :, j] = np.moveaxis(kernels, 0, 3)
    return placed.reshape(-1, t * len(kernels))


def _flat_index(kernels: np.ndarray, t: int) -> np.ndarray:
    rows, wide, channels = _strip(kernels, t)
    matrix = np.zeros((rows * wide * channels, t * len(kernels)))
    index = index_of((rows, wide, 1), (rows, kernels.shape[2], 1))
    for j, window in enumerate(index):
        matrix[window, own(j, len(kernels))] = as_columns(kernels)
    return matrix


def _strip(kernels: np.ndarray, t: int) -> tuple[int, int, int]:
    return kernels.shape[1], t + kernels.shape[2] - 1, kernels.shape[3]


def _not_multiplied(kernels: np.ndarray, t: int) -> np.ndarray:
    strip: Any = _strip(kernels, t)
    return np.zeros((strip, t * len(kernels)))


ERRORS = (
    (
        "the channels are left out of the strip's size: it has rows * columns * "
        "channels values",
        _no_channels,
    ),
    (
        "3 x 3 is the page's kernel, written as a number: read the sizes off kernels",
        _chapter,
    ),
    (
        "window j is row j of the index: here its columns are taken",
        lambda k, t: _index_turned(k, t, False),
    ),
    (
        "the index is turned: window j is a row of it, beside np.arange(t)[:, None]",
        lambda k, t: _index_turned(k, t, True),
    ),
    (
        "the kernels stand as rows: kernel_matrix, or .T, makes each a column",
        lambda k, t: written(k, t, own, lambda kernels: as_columns(kernels).T),
    ),
    (
        "the strip's shape is given where its size is due: multiply rows, columns and "
        "channels",
        _not_multiplied,
    ),
    (
        "correlation_indices takes the strip first, and then the kernel",
        lambda k, t: correlation_indices(k.shape[1:], _strip(k, t)),
    ),
    (
        "the number of kernels is no size of a kernel: that is kernels.shape[1:]",
        lambda k, t: correlation_indices(_strip(k, t), k.shape),
    ),
    (
        "the outputs do not meet the windows: np.arange(t)[:, None] stands beside rows",
        _not_in_a_column,
    ),
    (
        "the sizes of the strip are added: rows, columns and channels are multiplied",
        _added_sizes,
    ),
    (
        "the kernel's height stands for its width where a window ends",
        _by_height,
    ),
    (
        "the index has no channels: strip and kernel have them as a third size",
        _flat_index,
    ),
    (
        "the kernels are placed with all their axes: kernel_matrix makes each a column",
        lambda k, t: written(k, t, own, lambda kernels: kernels),
    ),
    (
        "all kernels are made one row: kernel_matrix makes each a column",
        lambda k, t: written(k, t, own, np.ravel),
    ),
)
