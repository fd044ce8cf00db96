"""Chapter 2: outputs of which a part is missing, or not written."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import gather_sum, gather_sum_where_it_fits

EDGES = np.array([[1, 0, -1]] * 3)


def _larger(a: np.ndarray, k: np.ndarray, mode: Any) -> np.ndarray:
    """Let every pixel be a placement."""
    return gather_sum(np.pad(a, [(0, size - 1) for size in k.shape], mode=mode), k)


def _square(a: np.ndarray, k: np.ndarray, axis: int) -> np.ndarray:
    side = gather_sum(a, k).shape[axis]
    return _larger(np.pad(a, [(0, side)] * 2), k, "constant")[:side, :side]


def _written(a: np.ndarray, k: np.ndarray, rows: int, columns: int) -> np.ndarray:
    out = gather_sum(a, k)
    out[rows:] = 0
    out[:, columns:] = 0
    return out


def _without(a: np.ndarray, k: np.ndarray, rows: slice, columns: slice) -> np.ndarray:
    left = np.zeros_like(k)
    left[rows, columns] = k[rows, columns]
    return gather_sum(a, left)


ALL = slice(None)
COUNTS: tuple[tuple[str, Any], ...] = (
    (
        "the + 1 is left out: the last placements are missing, down and across",
        lambda a, k: gather_sum(a, k)[:-1, :-1],
    ),
    (
        "the + 1 is left out down: the last row of placements is missing",
        lambda a, k: gather_sum(a, k)[:-1],
    ),
    (
        "the + 1 is left out across: the last placement of each row is missing",
        lambda a, k: gather_sum(a, k)[:, :-1],
    ),
    (
        "the first placements are missing, down and across: both are counted from 0",
        lambda a, k: gather_sum(a, k)[1:, 1:],
    ),
    (
        "the last row is not written: the loop over the rows ends one too early",
        lambda a, k: _written(a, k, -1, a.shape[1]),
    ),
    (
        "the last column is not written: the loop over the columns ends one too early",
        lambda a, k: _written(a, k, len(a), -1),
    ),
    (
        "the last row and column are not written: both loops end one too early",
        lambda a, k: _written(a, k, -1, -1),
    ),
    (
        "only the first row is written: is the return inside of the loop?",
        lambda a, k: _written(a, k, 1, a.shape[1]),
    ),
    (
        "only the first number is written: is the return inside of the loop?",
        lambda a, k: _written(a, k, 1, 1),
    ),
    (
        "only the first placement is computed: there are {image.shape[0]} - "
        "{kernel.shape[0]} + 1 down, {image.shape[1]} - {kernel.shape[1]} + 1 across",
        lambda a, k: gather_sum(a, k)[0, 0],
    ),
    (
        "the kernel's last row is left out: the loop over it ends one too early",
        lambda a, k: _without(a, k, slice(-1), ALL),
    ),
    (
        "the kernel's last column is left out: the loop over it ends one too early",
        lambda a, k: _without(a, k, ALL, slice(-1)),
    ),
    (
        "the kernel's last row and column are left out: range(n) ends before n",
        lambda a, k: _without(a, k, slice(-1), slice(-1)),
    ),
    (
        "the kernel's first row and column are left out: both are counted from 0",
        lambda a, k: _without(a, k, slice(1, None), slice(1, None)),
    ),
    (
        "the output's height stands for its width, too",
        lambda a, k: _square(a, k, 0),
    ),
    (
        "the output's width stands for its height, too",
        lambda a, k: _square(a, k, 1),
    ),
    (
        "the kernel moves by its own size: it moves by one pixel, placements overlap",
        lambda a, k: gather_sum(a, k)[:: len(k), :: k.shape[1]],
    ),
    (
        "the kernel moves by 2 pixels: it moves by one",
        lambda a, k: gather_sum(a, k)[::2, ::2],
    ),
    (
        "each number is 1 too large: a sum starts at 0, np.zeros and not np.ones",
        lambda a, k: gather_sum(a, k) + 1,
    ),
    (
        "the kernel's mean is added: nothing is added but products",
        lambda a, k: gather_sum(a, k) + k.mean(),
    ),
    (
        "negative sums are cut off: they are right as they are",
        lambda a, k: np.maximum(gather_sum(a, k), 0),
    ),
    (
        "the kernel is the digit's edge kernel, 3 x 3, whatever is given",
        lambda a, k: gather_sum_where_it_fits(a, EDGES),
    ),
)
