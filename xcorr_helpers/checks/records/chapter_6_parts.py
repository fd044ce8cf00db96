"""Chapter 6: what the records of windows and offsets share."""

from __future__ import annotations

import numpy as np

from .._cases import grid

Pair = tuple[int, int]


def listed(counts: Pair, width: int, steps: Pair) -> np.ndarray:
    """List the positions of rows and columns that lie steps apart."""
    return grid(*counts, steps[0] * width, steps[1]).ravel()


def spans(kernel_shape: Pair, dilation: Pair) -> Pair:
    """Tell how many rows and columns a dilated kernel spans."""
    down, across = ((k - 1) * d + 1 for k, d in zip(kernel_shape, dilation))
    return down, across


def outputs(image_shape: Pair, kernel_shape: Pair, stride: Pair = (1, 1)) -> Pair:
    """Count the placements, down and across."""
    sizes = zip(image_shape, kernel_shape, stride)
    down, across = ((size - k) // step + 1 for size, k, step in sizes)
    return down, across


def counted(
    rows: range | np.ndarray, columns: range | np.ndarray, width: int
) -> np.ndarray:
    """List the positions of given rows and columns."""
    across = np.asarray(columns, dtype=np.int64)
    return np.add.outer(np.asarray(rows, dtype=np.int64) * width, across).ravel()


def counts(i: Pair, k: Pair, s: int) -> Pair:
    """Count the placements with one stride for both axes."""
    return outputs(i, k, (s, s))


def starts(i: Pair, k: Pair, s: int) -> np.ndarray:
    """List where the placements start with one stride for both axes."""
    return listed(counts(i, k, s), i[1], (s, s))


def every(i: Pair, k: Pair, s: int = 1) -> np.ndarray:
    """List where the placements start without a stride, whatever it is."""
    return listed(outputs(i, k), i[1], (1, 1))


def stepped(i: Pair, ends: Pair, s: int, first: int = 0) -> np.ndarray:
    """List what ranges that end before `ends` go through."""
    return counted(range(first, ends[0], s), range(first, ends[1], s), i[1])
