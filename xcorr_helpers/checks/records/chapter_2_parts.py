"""Chapter 2: what the records of windows and index matrices share."""

from __future__ import annotations

import numpy as np

from .._cases import grid

Shape = tuple[int, int]


def listed(counts: Shape, step: int) -> np.ndarray:
    """List the positions of a box of pixels at the top left, row after row."""
    return grid(*counts, step).ravel().astype(np.int64)


def placements(i: Shape, k: Shape) -> Shape:
    """Count the placements, down and across."""
    return i[0] - k[0] + 1, i[1] - k[1] + 1


def starts(i: Shape, k: Shape) -> np.ndarray:
    """List where the placements start."""
    return listed(placements(i, k), i[1])


def by_columns(counts: Shape, step: int) -> np.ndarray:
    """List the positions of a box of pixels, column after column."""
    return listed(counts, step).reshape(counts).T.ravel()


def outer(offsets: np.ndarray, window: np.ndarray) -> np.ndarray:
    """Add each number of the one to each number of the other: a row for each offset."""
    index: np.ndarray = offsets[:, None] + window[None, :]
    return index


def indexed(i: Shape, k: Shape) -> np.ndarray:
    """List what is read, a row for each placement."""
    return outer(starts(i, k), listed(k, i[1]))


def placed(i: Shape, k: Shape, counts: Shape) -> np.ndarray:
    """List what is read if there are so many placements, down and across."""
    return outer(listed(counts, i[1]), listed(k, i[1]))
