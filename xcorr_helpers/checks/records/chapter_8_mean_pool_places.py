"""Chapter 8: wrong places on the way back of a pooling by the mean."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_8_mean_pool_shares import mean
from .chapter_8_parts import (
    Shape,
    column,
    in_slices,
    index_of,
    laid,
    scattered,
    windows_of,
)


def _large(gradient: np.ndarray) -> np.ndarray:
    return np.kron(gradient / 4, np.ones((2, 2)))


def _by_positions(g: np.ndarray, s: Shape, row_step: int) -> np.ndarray:
    rows, columns = np.indices((2 * g.shape[0], 2 * g.shape[1]))
    return scattered(rows * row_step + columns, _large(g), s)


def _exchanged(g: np.ndarray, s: Shape) -> np.ndarray:
    out = np.zeros(s)
    for row, col in np.ndindex(g.shape):
        for i, j in np.ndindex(2, 2):
            out[2 * col + j, 2 * row + i] += g[row, col] / 4
    return out


def _pixel_by_pixel(g: np.ndarray, s: Shape) -> np.ndarray:
    return np.array([[g[r // 2, c // 2] / 4 for c in range(s[1])] for r in range(s[0])])


def _two_by_two(g: np.ndarray, s: Shape) -> np.ndarray:
    out = np.zeros(s)
    for row in range(0, s[0] - 1, 2):
        for col in range(0, s[1] - 1, 2):
            out[row : row + 2, col : col + 2] += g[row, col] / 4
    return out


def _toy_sized(g: np.ndarray, s: Shape) -> np.ndarray:
    out = np.zeros(s)
    for row, col in np.ndindex(2, 3):
        out[2 * row : 2 * row + 2, 2 * col : 2 * col + 2] = g[row, col] / 4
    return out


def _pooled_again(g: np.ndarray, s: Shape) -> Any:
    return windows_of(g).mean(1).reshape(g.shape[0] // 2, g.shape[1] // 2)


def _flat_copies(g: np.ndarray, s: Shape) -> np.ndarray:
    four = np.repeat(g / 4, 4)
    return np.append(four, np.zeros(s[0] * s[1] - four.size)).reshape(s)


def _set(s: Shape, index: np.ndarray, values: Any) -> np.ndarray:
    flat = np.zeros(s[0] * s[1])
    flat[index] = values
    return flat.reshape(s)


def _into_the_map(g: np.ndarray, s: Shape, add: bool) -> np.ndarray:
    out = np.zeros(s)
    if add:
        np.add.at(out, index_of(s), column(g) / 4)
    else:
        out[index_of(s)] = column(g) / 4
    return out


_OVERLAP = (
    "the windows overlap: does the index lack the stride of 2, or do slices hold 3 "
    "rows and columns, not 2?"
)


def too_far(g: np.ndarray, s: Shape) -> str:
    """Say why a share comes too far: where a rest is odd, its edge shows it."""
    if not (s[0] % 2 or s[1] % 2):
        return _OVERLAP
    text = "the odd row and column get their neighbour's share, and no window reads "
    return text + "them: 0 is due (do slices go on too far?)"


_STEP = "the row step must be the map's width, {map_shape[1]}, not"
_POOLED = "the index is made for the pooled map: it must be made for `map_shape`"
_COLUMN = (
    "each window's gradient must stand in a row of its own, beside its four positions: "
    ".ravel()[:, None]"
)
_RAVEL = (
    "the gradient is not flat: .ravel() before [:, None] puts each window's into a row "
    "of its own"
)
_FLAT = (
    "the index holds flat positions: the target is flat until the end, then reshaped"
)
_EXCHANGED = "row and column of the places are exchanged: the first runs down"

PLACES = (
    (
        "the windows stand side by side, at a stride of 2: an index without it holds "
        "more windows than the gradient",
        lambda g, s: scattered(index_of(s, 1), column(g) / 4, s),
    ),
    (_OVERLAP, lambda g, s: _set(s, index_of(s, 1), column(g) / 4)),
    (_OVERLAP, lambda g, s: in_slices(g / 4, s, size=3)),
    (too_far, lambda g, s: in_slices(g / 4, s, size=3, add=False)),
    (
        "the index lacks the stride of 2, and is only cut to as many windows as there "
        "are",
        lambda g, s: scattered(index_of(s, 1)[: g.size], column(g) / 4, s),
    ),
    (
        "the windows start at row 1 and column 1: the first starts at 0",
        lambda g, s: in_slices(g / 4, s, start=1),
    ),
    (
        "the whole gradient is laid side by side, as np.tile does: each number is to "
        "be repeated where it stands",
        lambda g, s: laid(np.tile(g / 4, (2, 2)), s),
    ),
    (
        "two slips: the whole gradient is laid side by side, as np.tile does; and the "
        "odd row and column are missing",
        lambda g, s: np.tile(g / 4, (2, 2)),
    ),
    (
        "the rows are repeated, the columns are not: np.repeat along axis 1, too",
        lambda g, s: np.repeat(g / 4, 2, axis=0),
    ),
    (
        "the columns are repeated, the rows are not: np.repeat along axis 0, too",
        lambda g, s: np.repeat(g / 4, 2, axis=1),
    ),
    (
        "four copies lie one after the other in the flat map: a window has two rows, a "
        "width apart",
        _flat_copies,
    ),
    (
        "the odd row and column, which no window reads, are missing: they are there, "
        "and 0",
        lambda g, s: _large(g),
    ),
    (
        "each pixel looks up a window, and those of the odd row or column lie in none: "
        "they get 0",
        _pixel_by_pixel,
    ),
    (
        "the odd row and column, which no window reads, are put in front: they stand "
        "at the end",
        lambda g, s: np.pad(_large(g), [(n % 2, 0) for n in s]),
    ),
    (_EXCHANGED, lambda g, s: laid(_large(g.T), s)),
    (_EXCHANGED, _exchanged),
    (
        f"{_STEP} its height, {{map_shape[0]}}",
        lambda g, s: _by_positions(g, s, s[0]),
    ),
    (
        f"{_STEP} the pooled map's, {{gradient.shape[1]}}",
        lambda g, s: _by_positions(g, s, g.shape[1]),
    ),
    (f"{_STEP} the window's, 2", lambda g, s: _by_positions(g, s, 2)),
    (
        f"{_STEP} that of its even part, {{gradient.shape[1]}} * 2",
        lambda g, s: _by_positions(g, s, 2 * g.shape[1]),
    ),
    (
        "the index is made for a map of {map_shape[1]} x {map_shape[0]}: height and "
        "width are exchanged",
        lambda g, s: scattered(index_of(s[::-1]), column(g) / 4, s),
    ),
    (_POOLED, lambda g, s: scattered(index_of(g.shape), column(g) / 4, s)),
    (_POOLED, lambda g, s: _set(s, index_of(g.shape), column(g) / 4)),
    (
        "the reshape at the end turns height and width around: it makes `map_shape`, "
        "{map_shape}",
        lambda g, s: mean(g, s).reshape(s[::-1]),
    ),
    (
        "the reshape at the end goes column by column: rows come first here",
        lambda g, s: mean(g, s).ravel().reshape(s, order="F"),
    ),
    (
        "the reshape at the end must make the map's shape, {map_shape}, not the pooled "
        "map's",
        lambda g, s: mean(g, s).reshape(g.shape),
    ),
    (
        "the map is still flat: .reshape(map_shape) folds it into its rows",
        lambda g, s: mean(g, s).ravel(),
    ),
    (
        "nothing is scattered yet: these are the shares, a row for each window",
        lambda g, s: np.repeat(column(g) / 4, 4, axis=1),
    ),
    (
        "the windows have axes of their own here: their rows and columns belong into "
        "those of the map",
        lambda g, s: np.repeat(column(g) / 4, 4, 1).reshape(*g.shape, 2, 2),
    ),
    (
        "the axes are right, and not yet joined: row and row in the window make one, "
        "columns, too",
        lambda g, s: _large(g).reshape(g.shape[0], 2, g.shape[1], 2),
    ),
    (
        "nothing is spread: this has the shape of the pooled map, not of the map",
        lambda g, s: g / 4,
    ),
    (_COLUMN, lambda g, s: scattered(index_of(s), g.ravel() / 4, s)),
    (_COLUMN, lambda g, s: _set(s, index_of(s), g.ravel() / 4)),
    (_RAVEL, lambda g, s: scattered(index_of(s), g[:, None] / 4, s)),
    (_RAVEL, lambda g, s: _set(s, index_of(s), g[:, None] / 4)),
    (_FLAT, lambda g, s: _into_the_map(g, s, False)),
    (_FLAT, lambda g, s: _into_the_map(g, s, True)),
    (
        "the index counts the map's pixels, and it is used on an array that is only as "
        "large as the pooled map",
        lambda g, s: g.ravel()[index_of(s)].mean(1),
    ),
    ("the gradient is pooled once more: the way back spreads it", _pooled_again),
    (
        "the gradient is read in steps of two, as the map is: the window at row 2 has "
        "number 1",
        _two_by_two,
    ),
    (
        "only 2 x 3 windows, those of the toy, get something: gradient.shape tells how "
        "many there are",
        _toy_sized,
    ),
)
