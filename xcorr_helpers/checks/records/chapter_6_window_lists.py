"""Chapter 6: what is listed in the place of a dilated window."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_6_parts import Pair, counted, listed, outputs, spans


def _window(i: Pair, k: Pair, d: Pair) -> np.ndarray:
    return listed(k, i[1], d)


def _offsets(i: Pair, k: Pair, d: Pair) -> np.ndarray:
    return listed(outputs(i, spans(k, d)), i[1], (1, 1))


def _ranges_multiplied(i: Pair, k: Pair, d: Pair) -> Any:
    return range(k[0]) * d[0]  # type: ignore[operator]


LISTS: tuple[tuple[str, Any], ...] = (
    (
        "the window is a vector: ravel() makes it flat",
        lambda i, k, d: _window(i, k, d).reshape(k),
    ),
    (
        "each position is one too large: the first is 0, and placement 0 is asked for",
        lambda i, k, d: _window(i, k, d) + 1,
    ),
    (
        "the kernel's rows and columns are counted from 1: the first of each is 0",
        lambda i, k, d: _window(i, k, d) + d[0] * i[1] + d[1],
    ),
    (
        "the ranges end at the kernel's size, where the pixels go on to size * step",
        lambda i, k, d: counted(range(0, k[0], d[0]), range(0, k[1], d[1]), i[1]),
    ),
    (
        "the last row and column are missing: do the ranges end one step too early?",
        lambda i, k, d: listed((k[0] - 1, k[1] - 1), i[1], d),
    ),
    (
        "there is a row and a column too many: do the ranges end one step too late?",
        lambda i, k, d: listed((k[0] + 1, k[1] + 1), i[1], d),
    ),
    (
        "the gaps are listed, too: this is every pixel that the kernel spans",
        lambda i, k, d: listed(spans(k, d), i[1], (1, 1)),
    ),
    (
        "the kernel is enlarged to size * step: dilation spreads its values, adds none",
        lambda i, k, d: listed((k[0] * d[0], k[1] * d[1]), i[1], (1, 1)),
    ),
    (
        "these are the offsets, one a placement: a window has one a kernel value",
        _offsets,
    ),
    (
        "the dilation is used as a stride: these are starts of placements, no window",
        lambda i, k, d: listed(outputs(i, k, d), i[1], d),
    ),
    (
        "only the first row of the window is there: does the loop end after it?",
        lambda i, k, d: _window(i, k, d)[: k[1]],
    ),
    (
        "only the start of each row is there: each has {kernel_shape[1]} positions",
        lambda i, k, d: _window(i, k, d)[:: k[1]],
    ),
    (
        "only the last row of the window is there: is the list made anew for each?",
        lambda i, k, d: _window(i, k, d)[-k[1] :],
    ),
    (
        "only the first row is written, and the rest is left at 0",
        lambda i, k, d: np.pad(_window(i, k, d)[: k[1]], (0, (k[0] - 1) * k[1])),
    ),
    (
        "each row is written over the one before: its place is i * kernel_width + j",
        lambda i, k, d: np.pad(_window(i, k, d)[-k[1] :], (0, (k[0] - 1) * k[1])),
    ),
    (
        "the window is listed backwards, as a convolution would",
        lambda i, k, d: _window(i, k, d)[::-1],
    ),
    (
        "rows and columns stand one after the other: each is to be added to each",
        lambda i, k, d: np.append(
            np.arange(k[0]) * d[0] * i[1], np.arange(k[1]) * d[1]
        ),
    ),
    (
        "these are pairs of row and column: a position is row * width + column",
        lambda i, k, d: np.argwhere(np.ones(k)) * d,
    ),
    (
        "a range cannot be multiplied: np.arange can, or give range a step",
        _ranges_multiplied,
    ),
    (
        "this is the whole index: its first row is the window asked for",
        lambda i, k, d: _offsets(i, k, d)[:, None] + _window(i, k, d),
    ),
    (
        "this is the window at the bottom right: the first is at the top left",
        lambda i, k, d: _window(i, k, d) + _offsets(i, k, d)[-1],
    ),
    (
        "the positions run on at a kernel row's end: the next one begins rows below",
        lambda i, k, d: np.arange(k[0] * k[1]) * d[1],
    ),
    (
        "each row starts from the end of the one before: go back to its start first",
        lambda i, k, d: grid(k[0], k[1], d[0] * i[1] + k[1] * d[1], d[1]).ravel(),
    ),
    (
        "this is a mask, 1 where the kernel reads: np.flatnonzero lists the positions",
        lambda i, k, d: np.isin(np.arange(i[0] * i[1]), _window(i, k, d)).astype(int),
    ),
    (
        "the steps go on to the image's edge: they end with the kernel's last value",
        lambda i, k, d: counted(range(0, i[0], d[0]), range(0, i[1], d[1]), i[1]),
    ),
    (
        "the example's numbers are written out, in place of the three arguments",
        lambda i, k, d: listed((2, 3), 12, (3, 2)),
    ),
    (
        "the gaps across are listed, too: only every {dilation[1]}-th column is read",
        lambda i, k, d: counted(np.arange(k[0]) * d[0], range(spans(k, d)[1]), i[1]),
    ),
    (
        "the gaps across are listed, too, up to size * step: give the range a step",
        lambda i, k, d: counted(np.arange(k[0]) * d[0], range(k[1] * d[1]), i[1]),
    ),
    (
        "the window is centred on the first pixel: it starts there",
        lambda i, k, d: _window(i, k, d) - (k[0] // 2 * d[0] * i[1] + k[1] // 2 * d[1]),
    ),
    (
        "each row repeats the first: the next one begins rows of the image further on",
        lambda i, k, d: np.tile(np.arange(k[1]) * d[1], k[0]),
    ),
)
