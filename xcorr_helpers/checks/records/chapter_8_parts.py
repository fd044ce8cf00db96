"""Chapter 8: what the records about pooling share."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ...indices import correlation_indices

Shape = tuple[int, int]


def windows_of(one_map: np.ndarray) -> np.ndarray:
    """List the 2 x 2 windows of a map, one a row; an odd rest is read by none."""
    return sliding_window_view(one_map, (2, 2))[::2, ::2].reshape(-1, 4)


def index_of(map_shape: Shape, stride: int = 2) -> np.ndarray:
    """List where each 2 x 2 window of a map stands, one a row."""
    return correlation_indices(map_shape, (2, 2), stride=stride)


def scattered(index: np.ndarray, shares: Any, map_shape: Shape) -> np.ndarray:
    """Add shares to a map of zeros, at flat positions."""
    flat = np.zeros(map_shape[0] * map_shape[1])
    np.add.at(flat, index, shares)
    return flat.reshape(map_shape)


def laid(values: np.ndarray, map_shape: Shape, rest: float = 0) -> np.ndarray:
    """Lay values into the top left of a map; what sticks out is cut off."""
    out = np.full(map_shape, float(rest))
    values = values[: map_shape[0], : map_shape[1]]
    out[: values.shape[0], : values.shape[1]] = values
    return out


def column(gradient: np.ndarray) -> np.ndarray:
    """Stand the gradient of each window in a row of its own, as the index does."""
    return gradient.reshape(-1, 1)


def in_slices(
    values: np.ndarray,
    map_shape: Shape,
    step: tuple[int, int] = (2, 2),
    start: int = 0,
    size: int = 2,
    add: bool = True,
) -> np.ndarray:
    """Give each window its value in a loop, by slices."""
    out = np.zeros(map_shape)
    for row, col in np.ndindex(values.shape):
        top, left = row * step[0] + start, col * step[1] + start
        window = out[top : top + size, left : left + size]
        window[...] = window * add + values[row, col]
    return out
