"""Chapter 8: a wrong look at the windows of max pooling, and two slips at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._exercise import Program
from .chapter_8_max_pool_places import large
from .chapter_8_max_pool_winners import won
from .chapter_8_parts import column, index_of, scattered, windows_of

Weights = Callable[[np.ndarray], Any]


def weighed(weights: Weights) -> Program:
    return lambda g, m: scattered(
        index_of(m.shape), weights(windows_of(m)) * column(g), m.shape
    )


def even_part(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Leave the odd row and column out."""
    return maps[: 2 * gradient.shape[0], : 2 * gradient.shape[1]]


def last_won(windows: np.ndarray) -> Any:
    return won(windows[:, ::-1])[:, ::-1]


BY_COLUMNS = [0, 2, 1, 3]


def _last_by_columns(windows: np.ndarray) -> Any:
    return last_won(windows[:, BY_COLUMNS])[:, BY_COLUMNS]


def _scanned(windows: np.ndarray) -> Any:
    """Look for more than 0 among all but the first."""
    return won(np.column_stack([np.zeros(len(windows)), windows[:, 1:]]))


def _first_cut(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    top, left = maps.shape[0] % 2, maps.shape[1] % 2
    return np.pad(large(gradient, maps[top:, left:]), [(top, 0), (left, 0)])


def _not_moved(gradient: np.ndarray, maps: np.ndarray) -> Any:
    """Take every four numbers of the even part for a window."""
    even = even_part(gradient, maps)
    marks = won(np.ascontiguousarray(even).reshape(-1, 4))
    return scattered(index_of(maps.shape), marks * column(gradient), maps.shape)


def _of_other_shape(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Unpack the shape the wrong way, for the index and for the result."""
    shape = maps.shape[::-1]
    index = index_of(shape)
    winners = maps.ravel()[index].argmax(axis=1)
    flat = np.zeros(maps.size)
    flat[index[np.arange(len(index)), winners]] = gradient.ravel()
    return flat.reshape(shape)


def _loops_turned(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Unpack the shape the wrong way, and loop so far."""
    width, height = maps.shape
    out = np.zeros((height, width))
    for row, col in np.ndindex(height // 2, width // 2):
        window = maps[2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        i, j = divmod(int(np.argmax(window)), 2)
        out[2 * row + i, 2 * col + j] = gradient[row, col]
    return out


def _put(places: Callable[[Any, Any], Any], start: float) -> Program:
    """Write at flat places, told by index and winners, into so much of the map."""

    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        index = index_of(maps.shape)
        flat = start * maps.ravel()
        flat[places(index, windows_of(maps).argmax(axis=1))] = gradient.ravel()
        return flat.reshape(maps.shape)

    return program


def _by_side(axis: int) -> Program:
    """Look for a winner in each row of a window, or in each column."""

    def weights(windows: np.ndarray) -> Any:
        sides = windows.reshape(-1, 2, 2)
        marks = np.eye(2)[sides.argmax(axis=axis)]
        return (marks if axis == 2 else marks.swapaxes(1, 2)).reshape(-1, 4)

    return weighed(weights)


def _one_for_all(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Take one argmax of all windows for the winner in each."""
    winner = windows_of(maps).argmax()
    rows = 2 * np.arange(gradient.shape[0])[:, None] + winner // 2
    out = np.zeros(maps.shape)
    out[rows, 2 * np.arange(gradient.shape[1]) + winner % 2] = gradient
    return out


def _looked_at(step: int, at: Callable[[int, int], Any], add: bool) -> Program:
    """Go over the windows with a step, and overwrite what was there."""

    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        out = np.zeros(maps.shape)
        for row, col in np.ndindex(gradient.shape):
            top, left = step * row, step * col
            i, j = divmod(int(maps[top : top + 2, left : left + 2].argmax()), 2)
            down, across = at(row, col)
            place = down + i, across + j
            out[place] = out[place] * add + gradient[row, col]
        return out

    return program


def _ceiled(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    """Read the gradient of windows that are cut by the edge, before all else."""
    out = np.zeros(maps.shape)
    for row, col in np.ndindex((maps.shape[0] + 1) // 2, (maps.shape[1] + 1) // 2):
        share = gradient[row, col]
        window = maps[2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        i, j = np.unravel_index(window.argmax(), window.shape)
        out[2 * row + i, 2 * col + j] = share
    return out


SCANS: tuple[tuple[str, Program], ...] = (
    (
        "the first of a window is compared with none: the search starts from it, and "
        "not from 0",
        weighed(_scanned),
    ),
    (
        "of those that are equally large, the last by columns gets it: the first in "
        "reading order does",
        weighed(_last_by_columns),
    ),
    (
        "an odd map's first row and column are left out, where its last should be",
        _first_cut,
    ),
    (
        "the windows overlap: each starts 2 rows and 2 columns after the last, not 1; "
        "the last overwrites",
        _looked_at(1, lambda row, col: (row, col), add=False),
    ),
    (
        "the gradient is written at the window's row and column, without the stride; "
        "the last overwrites",
        _looked_at(2, lambda row, col: (row, col), add=False),
    ),
    (
        "a reshape alone makes no windows: after reshape(rows, 2, columns, 2) comes "
        ".transpose(0, 2, 1, 3)",
        _not_moved,
    ),
    (
        "height and width are exchanged, in the index and in the result: maps.shape "
        "is (height, width)",
        _of_other_shape,
    ),
    (
        "height and width are exchanged, in the loops and in the result: maps.shape "
        "is (height, width)",
        _loops_turned,
    ),
    (
        "one argmax is taken of all windows together: each has its own, "
        "argmax(axis=-1)",
        _one_for_all,
    ),
    (
        "the odd row and column are taken for windows: height // 2 and width // 2 "
        "count the whole ones",
        _ceiled,
    ),
    (
        "each row of a window has a winner of its own: one of all four gets the "
        "gradient",
        _by_side(2),
    ),
    (
        "each column of a window has a winner of its own: one of all four gets the "
        "gradient",
        _by_side(1),
    ),
    (
        "the winner's number is added to the flat position of the corner, where two "
        "stand a row down; the last overwrites",
        _put(lambda index, winners: index[:, 0] + winners, 0.0),
    ),
    (
        "the map's own numbers stand where nothing won: start from zeros, not from a "
        "copy of the map",
        _put(lambda index, winners: index[np.arange(len(index)), winners], 1.0),
    ),
)
