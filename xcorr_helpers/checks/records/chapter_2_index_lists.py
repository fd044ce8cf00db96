"""Chapter 2: index matrices that are listed in a wrong way."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_2_parts import Shape, indexed, listed, outer, placements, starts


def _centred(i: Shape, k: Shape) -> np.ndarray:
    return indexed(i, k) - k[0] // 2 * i[1] - k[1] // 2


def _written(i: Shape, k: Shape, count: int, rest: int) -> np.ndarray:
    right = indexed(i, k)
    out = np.full_like(right, rest)
    out[:count] = right[:count]
    return out


def _overwritten(i: Shape, k: Shape, down: int, across: int) -> np.ndarray:
    right = indexed(i, k)
    out = np.zeros_like(right)
    for number, (row, column) in enumerate(np.ndindex(placements(i, k))):
        out[row * down + column * across] = right[number]
    return out


def _mirrored(i: Shape, k: Shape, rows: int, columns: int) -> np.ndarray:
    window = listed(k, i[1]).reshape(k)[::rows, ::columns]
    return outer(starts(i, k), window.ravel())


def _slices(i: Shape, sizes: Shape, counts: Shape) -> list[np.ndarray]:
    pixels = np.arange(i[0] * i[1]).reshape(i)
    rows, columns = sizes
    at = np.ndindex(counts)
    return [pixels[r : r + rows, c : c + columns].ravel() for r, c in at]


LISTS: tuple[tuple[str, Any], ...] = (
    (
        "each position is 1 too large: positions, and columns, are counted from 0",
        lambda i, k: indexed(i, k) + 1,
    ),
    (
        "each window, or all placements, lie a row and a column too far: both are "
        "counted from 0, not from 1",
        lambda i, k: indexed(i, k) + i[1] + 1,
    ),
    (
        "each window, or all placements, lie a row too far: rows are counted from 0",
        lambda i, k: indexed(i, k) + i[1],
    ),
    (
        "only the window is there, of the first placement: each offset is to be added",
        lambda i, k: listed(k, i[1]),
    ),
    (
        "only the offsets are there, one for each placement: the window is to be added",
        starts,
    ),
    (
        "only the first placement is there: is the return inside of the loop?",
        lambda i, k: indexed(i, k)[:1],
    ),
    (
        "the offsets are not added: each row is the first window",
        lambda i, k: np.tile(listed(k, i[1]), (starts(i, k).size, 1)),
    ),
    (
        "the window is not added: each row holds its offset again and again",
        lambda i, k: np.repeat(starts(i, k)[:, None], k[0] * k[1], axis=1),
    ),
    (
        "all rows are the last window: is one array changed and listed again? .copy()",
        lambda i, k: np.tile(indexed(i, k)[-1], (starts(i, k).size, 1)),
    ),
    (
        "the offsets are added up: each is added to the first window, so + is due, not "
        "+=",
        lambda i, k: outer(np.cumsum(starts(i, k)), listed(k, i[1])),
    ),
    (
        "offsets and window are multiplied: they are to be added, each to each",
        lambda i, k: np.outer(starts(i, k), listed(k, i[1])),
    ),
    (
        "the window is taken away from the offsets: it is to be added",
        lambda i, k: outer(starts(i, k), -listed(k, i[1])),
    ),
    (
        "offsets and window stand one after the other: they are to be added, each to "
        "each",
        lambda i, k: np.append(starts(i, k), listed(k, i[1])),
    ),
    (
        "each window is listed backwards, as a convolution would",
        lambda i, k: _mirrored(i, k, -1, -1),
    ),
    (
        "each window is mirrored: its columns run from right to left",
        lambda i, k: _mirrored(i, k, 1, -1),
    ),
    (
        "each window is upside down: its rows run from the bottom to the top",
        lambda i, k: _mirrored(i, k, -1, 1),
    ),
    (
        "the placements are listed from the last to the first",
        lambda i, k: indexed(i, k)[::-1],
    ),
    (
        "the kernel is centred on its placement: a placement is its top-left pixel",
        _centred,
    ),
    (
        "the kernel is centred on each pixel: a placement is its top-left pixel, and "
        "all of the kernel lies on the image",
        lambda i, k: outer(
            np.arange(i[0] * i[1]), listed(k, i[1]) - k[0] // 2 * i[1] - k[1] // 2
        ),
    ),
    (
        "only the first row of placements is written, the rest stays as it was made",
        lambda i, k: _written(i, k, placements(i, k)[1], 0),
    ),
    (
        "only the first row of placements is written, the rest stays as it was made",
        lambda i, k: _written(i, k, placements(i, k)[1], -1),
    ),
    (
        "only the first placement is written, and the rest stays as it was made",
        lambda i, k: _written(i, k, 1, 0),
    ),
    (
        "each row of placements is written over the one before: the place is row * "
        "out_width + column",
        lambda i, k: _overwritten(i, k, 0, 1),
    ),
    (
        "the place is row * out_width + column: with the output's height some rows are "
        "overwritten",
        lambda i, k: _overwritten(i, k, placements(i, k)[0], 1),
    ),
    (
        "the place is row * out_width + column, not row + column: rows are overwritten",
        lambda i, k: _overwritten(i, k, 1, 1),
    ),
    (
        "these are the example's values, 10 * row + column, not positions",
        lambda i, k: outer(listed(placements(i, k), 10), listed(k, 10)),
    ),
    (
        "the index is sorted: each row keeps the order of its window",
        lambda i, k: np.sort(indexed(i, k), axis=None).reshape(indexed(i, k).shape),
    ),
    (
        "the placement's column is not added: windows move down only",
        lambda i, k: outer(starts(i, k) // i[1] * i[1], listed(k, i[1])),
    ),
    (
        "the placement's row is not added: windows move to the right only",
        lambda i, k: outer(starts(i, k) % i[1], listed(k, i[1])),
    ),
    (
        "the kernel's row is not added: each of its rows repeats the first",
        lambda i, k: outer(starts(i, k), np.tile(np.arange(k[1]), k[0])),
    ),
    (
        "the kernel's column is not added: each of its rows repeats its start",
        lambda i, k: outer(starts(i, k), np.repeat(np.arange(k[0]) * i[1], k[1])),
    ),
    (
        "the numbers are in order, and cut into the transposed shape: placements are "
        "the rows",
        lambda i, k: indexed(i, k).reshape(indexed(i, k).shape[::-1]),
    ),
    (
        "the slices are of unequal sizes: cut out row : row + kernel_height and column "
        ": column + kernel_width, at placements that fit",
        lambda i, k: np.array(_slices(i, k[::-1], placements(i, k))),
    ),
)
