"""Chapter 1: what the records of a patch share."""

from __future__ import annotations

import numpy as np

from .._cases import grid

Shape = tuple[int, int]


def placed(start: int, counts: Shape, step: int) -> np.ndarray:
    """List rows and columns of positions from a start on."""
    return start + grid(*counts, step).reshape(counts).astype(np.int64)


def start(i: Shape, c: Shape) -> int:
    """Tell the position of the corner."""
    return c[0] * i[1] + c[1]


def patch(i: Shape, c: Shape, p: Shape) -> np.ndarray:
    """List the positions of a patch."""
    return placed(start(i, c), p, i[1])
