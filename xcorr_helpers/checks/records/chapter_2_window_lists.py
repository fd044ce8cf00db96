"""Chapter 2: windows that miss rows, or list what is none."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_2_parts import Shape, by_columns, listed, starts

TWO = "two slips: the row step is the image's height, not its width, and "


def _window(i: Shape, k: Shape) -> np.ndarray:
    return listed(k, i[1])


def _only_first(i: Shape, k: Shape, rest: int) -> np.ndarray:
    return np.append(np.arange(k[1]), np.full((k[0] - 1) * k[1], rest))


def _spread(i: Shape, k: Shape) -> np.ndarray:
    return np.linspace(0, _window(i, k)[-1], k[0] * k[1])


LISTS: tuple[tuple[str, Any], ...] = (
    (
        "rows and columns are counted from 1, and the first of each is 0",
        lambda i, k: _window(i, k) + i[1] + 1,
    ),
    (
        "the rows are counted from 1, and the first is 0",
        lambda i, k: _window(i, k) + i[1],
    ),
    (
        "each position is 1 too large: positions, and columns, are counted from 0",
        lambda i, k: _window(i, k) + 1,
    ),
    (
        "the kernel's last row is missing: it has {kernel_shape[0]} rows",
        lambda i, k: listed((k[0] - 1, k[1]), i[1]),
    ),
    (
        "the kernel's last column is missing: it has {kernel_shape[1]} columns",
        lambda i, k: listed((k[0], k[1] - 1), i[1]),
    ),
    (
        "the last row and the last column are missing: np.arange(n) ends before n by "
        "itself",
        lambda i, k: listed((k[0] - 1, k[1] - 1), i[1]),
    ),
    (
        "the kernel's first row is missing: the rows are counted from 0",
        lambda i, k: _window(i, k)[k[1] :],
    ),
    (
        "the kernel's first column is missing: the columns are counted from 0",
        lambda i, k: _window(i, k).reshape(k)[:, 1:].ravel(),
    ),
    (
        "the first row and the first column are missing: both are counted from 0",
        lambda i, k: _window(i, k).reshape(k)[1:, 1:].ravel(),
    ),
    (
        "there is a row too many: the kernel has {kernel_shape[0]}",
        lambda i, k: listed((k[0] + 1, k[1]), i[1]),
    ),
    (
        "there is a column too many: the kernel has {kernel_shape[1]}",
        lambda i, k: listed((k[0], k[1] + 1), i[1]),
    ),
    (
        "there are a row and a column too many: np.arange(n) makes n numbers",
        lambda i, k: listed((k[0] + 1, k[1] + 1), i[1]),
    ),
    (
        "the rows' new axis stands in front: rows[:, None] is the column, not "
        "rows[None, :]",
        lambda i, k: np.arange(k[0])[None] * i[1] + np.arange(k[1])[None],
    ),
    (
        "rows and columns stand one after the other: they are to be added, each to "
        "each",
        lambda i, k: np.concatenate([np.arange(k[0]) * i[1], np.arange(k[1])]),
    ),
    (
        "these are the offsets, one for each placement: the window has one for "
        "each kernel value",
        starts,
    ),
    (
        "this is the whole index: its first row is the window asked for",
        lambda i, k: starts(i, k)[:, None] + _window(i, k),
    ),
    (
        "these are all positions of the image: the kernel reads "
        "{kernel_shape[0]} x {kernel_shape[1]} of them",
        lambda i, k: np.arange(i[0] * i[1]),
    ),
    (
        "this is the window at the bottom right: the first is at the top left",
        lambda i, k: _window(i, k) + starts(i, k)[-1],
    ),
    (
        "the window is listed backwards, as a convolution would",
        lambda i, k: _window(i, k)[::-1],
    ),
    (
        "the columns run from right to left",
        lambda i, k: _window(i, k).reshape(k)[:, ::-1].ravel(),
    ),
    (
        "the rows run from the bottom to the top",
        lambda i, k: _window(i, k).reshape(k)[::-1].ravel(),
    ),
    (
        "the image is counted column after column: here it is row after row",
        lambda i, k: grid(*k, 1, i[0]).ravel(),
    ),
    (
        "the window is a vector: ravel() makes it flat",
        lambda i, k: _window(i, k).reshape(k),
    ),
    (
        "the window is turned, and not flat: without .T, ravel() makes it a vector",
        lambda i, k: _window(i, k).reshape(k).T,
    ),
    (
        "only the first row of the window is there: the others follow it",
        lambda i, k: np.arange(k[1]),
    ),
    (
        "only the start of each row is there: each has {kernel_shape[1]} pixels",
        lambda i, k: np.arange(k[0]) * i[1],
    ),
    (
        "each row repeats the first: a row down is a width further",
        lambda i, k: np.tile(np.arange(k[1]), k[0]),
    ),
    (
        "each row's start is repeated: a column to the right is 1 further",
        lambda i, k: np.repeat(np.arange(k[0]) * i[1], k[1]),
    ),
    (
        "only the last row of the window is there: is the list made anew each time?",
        lambda i, k: np.arange(k[1]) + (k[0] - 1) * i[1],
    ),
    (
        "only the first row is written, and the rest stays as it was made",
        lambda i, k: _only_first(i, k, 0),
    ),
    (
        "only the first row is written, and the rest stays as it was made",
        lambda i, k: _only_first(i, k, -1),
    ),
    (
        "each row is written over the one before: its place is row * kernel_width + "
        "column",
        lambda i, k: np.append(
            _window(i, k)[-k[1] :], np.zeros((k[0] - 1) * k[1], np.int64)
        ),
    ),
    (
        "these are pairs of row and column: a position is row * width + column",
        lambda i, k: np.argwhere(np.ones(k)),
    ),
    (
        "row * width and column stand side by side: a position is their sum",
        lambda i, k: np.argwhere(np.ones(k)) * [i[1], 1],
    ),
    (
        "these are rows and columns by themselves: a position is row * width + column",
        lambda i, k: np.indices(k).reshape(2, -1),
    ),
    (
        "these are rows and columns by themselves: a position is row * width + column",
        lambda i, k: np.indices(k),
    ),
    (
        "these are the example's values, 10 * row + column, not positions",
        lambda i, k: listed(k, 10),
    ),
    (
        "the window is centred on the first pixel: it starts there",
        lambda i, k: _window(i, k) - k[0] // 2 * i[1] - k[1] // 2,
    ),
    (
        "the positions are spread evenly: in a row they are 1 apart, then comes a jump",
        lambda i, k: _spread(i, k).astype(np.int64),
    ),
    (
        "the positions are spread evenly: in a row they are 1 apart, then comes a jump",
        _spread,
    ),
    (
        "this is a mask, 1 where the kernel reads: np.flatnonzero lists the positions",
        lambda i, k: np.isin(np.arange(i[0] * i[1]), _window(i, k)).astype(np.int64),
    ),
    (
        "the last position is there alone: the kernel reads those before it, too",
        lambda i, k: _window(i, k)[-1],
    ),
    (
        "a set has no order: return an array, or a list",
        lambda i, k: {*_window(i, k).tolist()},
    ),
    (
        TWO + "ravel() is left out, which makes it flat",
        lambda i, k: listed(k, i[0]).reshape(k),
    ),
    (
        TWO + "the positions are counted from 1, not from 0",
        lambda i, k: listed(k, i[0]) + 1,
    ),
    (
        TWO + "the window goes down its columns first",
        lambda i, k: by_columns(k, i[0]),
    ),
    (
        TWO + "the kernel's height and width are exchanged",
        lambda i, k: listed(k[::-1], i[0]),
    ),
)
