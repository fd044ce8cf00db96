"""Chapter 7: what goes wrong where shares meet on the way back to the image."""

from __future__ import annotations

import numpy as np

from .chapter_7_parts import Shape, full, index_of, last_wins, only

_ALL = slice(None)


def _over(axis: int, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    """Add the lines of placements, where in each line the last share wins."""
    lines = range(g.shape[axis])
    index = index_of(s, k.shape)
    parts = [np.take(np.arange(g.size).reshape(g.shape), line, axis) for line in lines]
    shares = np.outer(g, k)
    return sum((last_wins(index[p], shares[p], s) for p in parts), np.zeros(s))


def _largest(start: float, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    flat = np.full(s[0] * s[1], start)
    np.maximum.at(flat, index_of(s, k.shape), np.outer(g, k))
    return flat.reshape(s)


def _mean(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    times = full(np.ones(g.shape), np.ones(k.shape))
    mean: np.ndarray = full(g, k) / times
    return mean


def _padded_across(g: np.ndarray, k: np.ndarray) -> np.ndarray:
    rows, columns = k.shape[0] - 1, k.shape[1] - 1
    height, width = g.shape[0] + rows, g.shape[1] + columns
    return full(np.pad(g, ((columns, columns), (rows, rows))), k)[
        rows : height - rows + 2 * columns, columns : width - columns + 2 * rows
    ]


def _gathered_around(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    gradient = np.zeros(s)
    for row, column in np.ndindex(*s):
        for i, j in np.ndindex(k.shape):
            if row - i < g.shape[0] and column - j < g.shape[1]:
                gradient[row, column] += g[row - i, column - j] * k[i, j]
    return gradient


def _last_of_all(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    return last_wins(index_of(s, k.shape), np.outer(g, k), s)


SUMS = (
    (
        "where shares meet in a pixel, only the last is kept, by placements: neither = "
        "nor grad[index] += adds them, np.add.at does",
        _last_of_all,
    ),
    (
        "where shares meet in a pixel, only that of the last kernel value is kept: = "
        "overwrites, += adds",
        lambda g, k, s: last_wins(index_of(s, k.shape).T, np.outer(g, k).T, s),
    ),
    (
        "a position that comes twice within a row of placements keeps one share only: "
        "brackets add once, np.add.at each time",
        lambda g, k, s: _over(0, g, k, s),
    ),
    (
        "a position that comes twice within a column of placements keeps one share "
        "only: brackets add once, np.add.at each time",
        lambda g, k, s: _over(1, g, k, s),
    ),
    (
        "the largest share is kept where several meet: they are to be added",
        lambda g, k, s: _largest(-np.inf, g, k, s),
    ),
    (
        "the largest share is kept where several meet, and none below 0: they are to "
        "be added",
        lambda g, k, s: _largest(0.0, g, k, s),
    ),
    (
        "each pixel gets the mean of its shares: they are to be added",
        _mean,
    ),
    (
        "the sum starts at 1: np.zeros starts from 0",
        lambda g, k, s: full(g, k) + 1,
    ),
    (
        "each share is added twice",
        lambda g, k, s: 2 * full(g, k),
    ),
    (
        "the shares are taken away: += adds them",
        lambda g, k, s: -full(g, k),
    ),
    (
        "only what the last kernel value sends is there: np.zeros stands before the "
        "loop, not in it",
        lambda g, k, s: full(g, only(k, slice(-1, None), slice(-1, None))),
    ),
    (
        "only what the last placement sends is there: np.zeros stands before the loop, "
        "not in it",
        lambda g, k, s: full(only(g, slice(-1, None), slice(-1, None)), k),
    ),
    (
        "only what the first kernel value sends is there: all send back; is the return "
        "inside the loop?",
        lambda g, k, s: full(g, only(k, slice(1), slice(1))),
    ),
    (
        "only what the first placement sends is there: all send back; is the return "
        "inside the loop?",
        lambda g, k, s: full(only(g, slice(1), slice(1)), k),
    ),
    (
        "only the first row of the kernel sends something back",
        lambda g, k, s: full(g, only(k, slice(1), _ALL)),
    ),
    (
        "only the first column of the kernel sends something back",
        lambda g, k, s: full(g, only(k, _ALL, slice(1))),
    ),
    (
        "only the first row of placements sends something back",
        lambda g, k, s: full(only(g, slice(1), _ALL), k),
    ),
    (
        "the last row of placements sends nothing back: there are height - "
        "kernel_height + 1",
        lambda g, k, s: full(only(g, slice(-1), _ALL), k),
    ),
    (
        "the last column of placements sends nothing back: there are width - "
        "kernel_width + 1",
        lambda g, k, s: full(only(g, _ALL, slice(-1)), k),
    ),
    (
        "the last row and the last column of placements send nothing back: height - "
        "kernel_height + 1 rows, and so the columns",
        lambda g, k, s: full(only(g, slice(-1), slice(-1)), k),
    ),
    (
        "the first row of placements sends nothing back: rows are counted from 0",
        lambda g, k, s: full(only(g, slice(1, None), _ALL), k),
    ),
    (
        "the first column of placements sends nothing back: columns are counted from 0",
        lambda g, k, s: full(only(g, _ALL, slice(1, None)), k),
    ),
    (
        "the first row and column of placements send nothing back: both are counted "
        "from 0",
        lambda g, k, s: full(only(g, slice(1, None), slice(1, None)), k),
    ),
    (
        "the last row of the kernel sends nothing back",
        lambda g, k, s: full(g, only(k, slice(-1), _ALL)),
    ),
    (
        "the last column of the kernel sends nothing back",
        lambda g, k, s: full(g, only(k, _ALL, slice(-1))),
    ),
    (
        "the kernel's size is written as 2 x 3: it is kernel.shape",
        lambda g, k, s: full(g, only(k, slice(2), slice(3))),
    ),
    (
        "the growths are padded by rows of the kernel's width and columns of its "
        "height: rows go with rows",
        lambda g, k, s: _padded_across(g, k),
    ),
    (
        "the growths are read at an index below 0, which counts from the end: where "
        "row - i is negative, there is no placement",
        _gathered_around,
    ),
    (
        "one row and one column too many: out_height + kernel_height - 1, as the first "
        "values share a place",
        lambda g, k, s: np.pad(full(g, k), ((0, 1), (0, 1))),
    ),
    (
        "it is reshaped to (width, height), and where shares meet only the last is "
        "kept",
        lambda g, k, s: last_wins(index_of(s, k.shape), np.outer(g, k), s).reshape(
            s[::-1]
        ),
    ),
)
