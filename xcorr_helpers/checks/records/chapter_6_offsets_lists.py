"""Chapter 6: what is listed in the place of strided placements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import grid
from .chapter_6_parts import (
    Pair,
    counts,
    every,
    listed,
    outputs,
    spans,
    starts,
)


def _kept(i: Pair, k: Pair, due: Callable[..., Any], width: int = 0) -> np.ndarray:
    """Keep those of all placements whose row and column are due."""
    positions = every(i, k)
    kept: np.ndarray = positions[due(*np.divmod(positions, width or i[1]))]
    return kept


def _due(i: Pair, k: Pair, s: int) -> np.ndarray:
    return np.isin(every(i, k), starts(i, k, s))


def _where_the_last_ended(i: Pair, k: Pair, s: int) -> np.ndarray:
    rows, columns = outputs(i, k)
    start, found = 0, []
    for row in range(0, rows, s):
        found += [row * i[1] + column for column in range(start, columns, s)]
        start = (start - columns) % s
    return np.array(found, dtype=np.int64)


def _plain_or_sliced(i: Pair, k: Pair, s: int) -> np.ndarray:
    return every(i, k)[::s] if outputs(i, k)[1] % s else starts(i, k, s)


def _shape_divided(i: Any, k: Pair, s: int) -> Any:
    return i // s


LISTS: tuple[tuple[str, Any], ...] = (
    (
        "all placements are reshaped to (columns, rows): it is rows that come first",
        lambda i, k, s: every(i, k).reshape(outputs(i, k)[::-1])[::s, ::s].ravel(),
    ),
    (
        "the reshape needs the output's sizes: a start a placement, not a pixel",
        lambda i, k, s: every(i, k).reshape(i),
    ),
    (
        "two slices need two axes: reshape the list to rows and columns first",
        lambda i, k, s: every(i, k)[::s, ::s],
    ),
    (
        "the offsets are a vector: ravel() makes it flat",
        lambda i, k, s: starts(i, k, s).reshape(counts(i, k, s)),
    ),
    (
        "the placements go column by column: row by row is asked for",
        lambda i, k, s: starts(i, k, s).reshape(counts(i, k, s)).T.ravel(),
    ),
    (
        "only the first row of placements is there: does the loop end after it?",
        lambda i, k, s: starts(i, k, s)[: counts(i, k, s)[1]],
    ),
    (
        "only the first placement of each row is there",
        lambda i, k, s: starts(i, k, s)[:: counts(i, k, s)[1]],
    ),
    (
        "only the last row of placements is there: is the list made anew for each?",
        lambda i, k, s: starts(i, k, s)[-counts(i, k, s)[1] :],
    ),
    (
        "the list is only cut to the right length: the stride counts along each axis",
        lambda i, k, s: every(i, k)[::s][: starts(i, k, s).size],
    ),
    (
        "positions that the stride divides are kept: row and column must be, each",
        lambda i, k, s: every(i, k)[every(i, k) % s == 0],
    ),
    (
        "a position's row is its quotient by the image's width, not the output's",
        lambda i, k, s: _kept(
            i,
            k,
            lambda rows, columns: (rows % s == 0) & (columns % s == 0),
            outputs(i, k)[1],
        ),
    ),
    (
        "the number in the list tells nothing of the row: that is position // width",
        lambda i, k, s: every(i, k)[
            (every(i, k) % i[1] % s == 0) & (np.arange(every(i, k).size) % s == 0)
        ],
    ),
    (
        "a placement is kept if its row or its column is due: both must be",
        lambda i, k, s: _kept(
            i, k, lambda rows, columns: (rows % s == 0) | (columns % s == 0)
        ),
    ),
    (
        "each row goes on where the stride left the last one: each starts at column 0",
        _where_the_last_ended,
    ),
    (
        "the steps run on over a row's end, where the kernel does not fit",
        lambda i, k, s: np.arange(0, every(i, k)[-1] + 1, s),
    ),
    (
        "the columns are multiplied by the width: it is the rows that are",
        lambda i, k, s: grid(*counts(i, k, s), s, s * i[1]).ravel(),
    ),
    (
        "the stride is used as a dilation: it spreads starts, not the kernel's values",
        lambda i, k, s: every(i, spans(k, (s, s))),
    ),
    (
        "this is a dilated window: offsets are one for each placement",
        lambda i, k, s: listed(k, i[1], (s, s)),
    ),
    (
        "the kernel's sizes stand for the stride: the windows lie side by side",
        lambda i, k, s: listed(outputs(i, k, k), i[1], k),
    ),
    (
        "the stride is always 2, whatever is asked",
        lambda i, k, s: starts(i, k, 2),
    ),
    (
        "the rows' stride is always 2 and the columns' 3, as in the chapter",
        lambda i, k, s: listed(outputs(i, k, (2, 3)), i[1], (2, 3)),
    ),
    (
        "it is sliced only where the stride divides a row's placements: slice always",
        _plain_or_sliced,
    ),
    (
        "there is a place for each placement without a stride: the end is left at 0",
        lambda i, k, s: np.pad(
            starts(i, k, s), (0, every(i, k).size - starts(i, k, s).size)
        ),
    ),
    (
        "the placements left out are set to 0: they are to be dropped",
        lambda i, k, s: every(i, k) * _due(i, k, s),
    ),
    (
        "this is a mask of the placements that are kept: select with it, every[mask]",
        lambda i, k, s: _due(i, k, s).astype(int),
    ),
    (
        "this is the whole index: its first column is asked for, index[:, 0]",
        lambda i, k, s: starts(i, k, s)[:, None] + listed(k, i[1], (1, 1)),
    ),
    (
        "this is what placement 0 reads, index[0]: its column is asked for",
        lambda i, k, s: listed(k, i[1], (1, 1)),
    ),
    (
        "this is where each placement ends: it starts at its top left",
        lambda i, k, s: starts(i, k, s) + (k[0] - 1) * i[1] + k[1] - 1,
    ),
    (
        "this is each placement's middle: it starts at its top left",
        lambda i, k, s: starts(i, k, s) + k[0] // 2 * i[1] + k[1] // 2,
    ),
    (
        "these are pairs of row and column: a position is row * width + column",
        lambda i, k, s: np.argwhere(np.ones(counts(i, k, s))) * s,
    ),
    (
        "a shape is a tuple, which // does not divide: the starts step, not the shape",
        _shape_divided,
    ),
    (
        "these are the exercise's 5 x 9 pixels, 2 x 3 kernel: use the arguments",
        lambda i, k, s: starts((5, 9), (2, 3), s),
    ),
    (
        "every {stride}-th pixel is taken: placements start in some rows only",
        lambda i, k, s: np.arange(0, i[0] * i[1], s),
    ),
    (
        "each row repeats the first: the next one starts rows of the image further on",
        lambda i, k, s: np.tile(np.arange(counts(i, k, s)[1]) * s, counts(i, k, s)[0]),
    ),
    (
        "the placements are listed backwards",
        lambda i, k, s: starts(i, k, s)[::-1],
    ),
    (
        "the first placement is at the bottom right: it is at the top left",
        lambda i, k, s: every(i, k)[-1] - starts(i, k, s),
    ),
)
