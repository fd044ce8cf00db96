"""Chapter 8: wrong places on the way back of max pooling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._exercise import Program
from .chapter_8_max_pool_winners import won
from .chapter_8_parts import column, index_of, laid, scattered, windows_of

_Place = Callable[[int, int, int], Any]


def _to(place: _Place, step: int = 2, add: bool = True) -> Program:
    """Give each window's gradient to a place, of its row, its column and its winner."""

    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        out = np.zeros(maps.shape)
        for row, col in np.ndindex(gradient.shape):
            top, left = step * row, step * col
            winner = int(maps[top : top + 2, left : left + 2].argmax())
            at = place(row, col, winner)
            out[at] = out[at] * add + gradient[row, col]
        return out

    return program


def large(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Make what is right, without the odd row and column."""
    shape = 2 * gradient.shape[0], 2 * gradient.shape[1]
    even = maps[: shape[0], : shape[1]]
    return scattered(index_of(shape), won(windows_of(even)) * column(gradient), shape)


def _ceiled(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    return _on_corners(gradient, maps, 0, 2)


def _on_corners(g: np.ndarray, m: np.ndarray, left_out: int, by: int) -> np.ndarray:
    """Go over the map in steps of two, and read the gradient by the map's places."""
    out = np.zeros(m.shape)
    for row in range(0, m.shape[0] - left_out, 2):
        for col in range(0, m.shape[1] - left_out, 2):
            i, j = divmod(int(m[row : row + 2, col : col + 2].argmax()), 2)
            out[row + i, col + j] += g[row // by, col // by]
    return out


def _by_fours(gradient: np.ndarray, maps: np.ndarray) -> Any:
    four = maps.reshape(-1, 4)
    return (won(four) * column(gradient)).reshape(maps.shape)


def _folded(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    rows, cols = maps.shape[0] // 2, maps.shape[1] // 2
    maps.reshape(rows, 2, cols, 2)
    return large(gradient, maps)


def _beside(gradient: np.ndarray, maps: np.ndarray) -> Any:
    """Compare the map with its pooled one, made large: an odd map does not fit."""
    pooled = windows_of(maps).max(axis=1).reshape(gradient.shape)
    mask = maps == pooled.repeat(2, 0).repeat(2, 1)
    return mask * gradient.repeat(2, 0).repeat(2, 1)


def _everywhere(add: bool, first: bool = False) -> Program:
    """Look for each window's largest number in the whole map."""

    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        out = np.zeros(maps.shape)
        pooled = windows_of(maps).max(axis=1)
        for value, share in zip(pooled, gradient.ravel(), strict=True):
            where = maps == value
            if first:
                where = (np.cumsum(where) == 1).reshape(maps.shape) & where
            out[where] = out[where] * add + share
        return out

    return program


def _by_sides(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Look for the row of the largest, and for its column, each by itself."""
    out = np.zeros(maps.shape)
    for row, col in np.ndindex(gradient.shape):
        window = maps[2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        i, j = window.max(axis=1).argmax(), window.max(axis=0).argmax()
        out[2 * row + i, 2 * col + j] = gradient[row, col]
    return out


def _of_three(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    out = np.zeros(maps.shape)
    for row, col in np.ndindex(gradient.shape):
        window = maps[2 * row : 2 * row + 3, 2 * col : 2 * col + 3]
        i, j = divmod(int(window.argmax()), window.shape[1])
        out[2 * row + i, 2 * col + j] += gradient[row, col]
    return out


def _stacked(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    np.stack([maps[i::2, j::2] for i in range(2) for j in range(2)])
    return large(gradient, maps)


def _toy_sized(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    some = np.zeros((2, 3))
    for row, col in np.ndindex(2, 3):
        some[row, col] = gradient[row, col]
    return laid(large(some, maps), maps.shape)


_ODD = "the odd row and column, which no window reads"
_CORNER = "the window's corner, 2 * row and 2 * column, is left out: its winner's place"

PLACES = (
    (
        f"{_CORNER} is counted from there",
        _to(lambda r, c, k: divmod(k, 2)),
    ),
    (
        f"{_CORNER} is counted from there, and the last overwrites the others",
        _to(lambda r, c, k: divmod(k, 2), add=False),
    ),
    (
        "row and column in the window are exchanged: the winner's // 2 is its row, % 2 "
        "its column",
        _to(lambda r, c, k: (2 * r + k % 2, 2 * c + k // 2)),
    ),
    (
        "the winner's number is added to the column alone: // 2 of it goes down, % 2 "
        "across",
        _to(lambda r, c, k: (2 * r, 2 * c + k)),
    ),
    (
        "the winner's row in the window is left out: // 2 of its number goes down",
        _to(lambda r, c, k: (2 * r, 2 * c + k % 2)),
    ),
    (
        "the winner's column in the window is left out: % 2 of its number goes across",
        _to(lambda r, c, k: (2 * r + k // 2, 2 * c)),
    ),
    (
        "the gradient is written at the window's row and column, without the stride: "
        "its corner is at 2 * row, 2 * column",
        _to(lambda r, c, k: (r + k // 2, c + k % 2)),
    ),
    (
        "the windows overlap: each starts 2 rows and 2 columns after the last, not 1",
        _to(lambda r, c, k: (r + k // 2, c + k % 2), step=1),
    ),
    (
        "the windows are read without the stride, and only the places have it: both "
        "start at 2 * row, 2 * column",
        _to(lambda r, c, k: (2 * r + k // 2, 2 * c + k % 2), step=1),
    ),
    (
        "row and column of the windows are exchanged: the first runs down",
        _to(lambda r, c, k: (2 * c + k // 2, 2 * r + k % 2)),
    ),
    (
        "four numbers of one row are taken for a window: it has 2 rows and 2 columns",
        _by_fours,
    ),
    (
        "the reshape at the end turns height and width around: it makes maps.shape, "
        "{maps.shape}",
        lambda g, m: laid(large(g, m), m.shape).reshape(m.shape[::-1]),
    ),
    (
        "the reshape at the end must make the map's shape, {maps.shape}, not the "
        "pooled map's",
        lambda g, m: laid(large(g, m), m.shape).reshape(g.shape),
    ),
    (
        "the map is still flat: .reshape(maps.shape) folds it into its rows",
        lambda g, m: laid(large(g, m), m.shape).ravel(),
    ),
    (f"{_ODD}, are missing: they are there, and 0", large),
    (
        f"{_ODD}, are put in front: they stand at the end",
        lambda g, m: np.pad(large(g, m), [(n % 2, 0) for n in m.shape]),
    ),
    (
        f"{_ODD}, are taken for windows of their own: there is no gradient for them",
        _ceiled,
    ),
    (
        "the gradient is read in steps of two, as the map is: the window at row 2 has "
        "number 1",
        lambda g, m: _on_corners(g, m, 1, 1),
    ),
    (
        f"{_ODD}, do not fit in: cut them off before the reshape, maps[:2 * rows, :2 * "
        "columns]",
        _folded,
    ),
    (
        "two slips: all equally large ones get it, and an odd map does not fit",
        _beside,
    ),
    (
        "only 2 x 3 windows, those of the toy, get something: gradient.shape tells how "
        "many there are",
        _toy_sized,
    ),
    (
        "all places of the map that hold a window's largest number get its gradient: "
        "look within the window",
        _everywhere(True),
    ),
    (
        "all places of the map that hold a window's largest number get its gradient, "
        "the last that of all: look within",
        _everywhere(False),
    ),
    (
        "the first place of the map that holds a window's largest number gets its "
        "gradient: look within the window",
        _everywhere(True, first=True),
    ),
    (
        "row and column of the largest are looked for by themselves, and with a tie "
        "they do not meet: one argmax",
        _by_sides,
    ),
    (
        "the windows have three rows and columns: the slices end one too late",
        _of_three,
    ),
    (
        "slices with a step of 2 differ in length where the map is odd: cut it off "
        "first, maps[:2 * rows, :2 * columns]",
        _stacked,
    ),
)
