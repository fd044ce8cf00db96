"""Chapter 1: patches of a wrong shape, or with a part of their positions."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_1_parts import Shape, patch, placed, start


def _written(i: Shape, c: Shape, p: Shape, rest: int) -> np.ndarray:
    out = np.full(p, rest)
    out[0] = patch(i, c, p)[0]
    return out


LISTS: tuple[tuple[str, Any], ...] = (
    (
        "the positions are flat: they come in the patch's shape, without ravel()",
        lambda i, c, p: patch(i, c, p).ravel(),
    ),
    (
        "the patch is transposed: its rows stand in a column, rows[:, None]",
        lambda i, c, p: patch(i, c, p).T,
    ),
    (
        "the positions go down the columns, and are cut into the patch's shape: turn "
        "them by .T, or exchange np.repeat and np.tile",
        lambda i, c, p: patch(i, c, p).T.reshape(p),
    ),
    (
        "the rows' new axis stands in front: rows[:, None] is the column, not "
        "rows[None, :]",
        lambda i, c, p: np.arange(p[0])[None] * i[1] + np.arange(p[1])[None],
    ),
    (
        "there is an axis of length 1 too many at the end",
        lambda i, c, p: patch(i, c, p)[..., None],
    ),
    (
        "the patch's rows and columns are counted from 1: the first of each is 0",
        lambda i, c, p: patch(i, c, p) + i[1] + 1,
    ),
    (
        "the corner's row and column are taken as counted from 1: the first is 0",
        lambda i, c, p: patch(i, c, p) - i[1] - 1,
    ),
    (
        "each position is 1 too large: positions, and columns, are counted from 0",
        lambda i, c, p: patch(i, c, p) + 1,
    ),
    (
        "each position lies a row too far: rows are counted from 0",
        lambda i, c, p: patch(i, c, p) + i[1],
    ),
    (
        "the patch's last row is missing: it has {patch_shape[0]} rows",
        lambda i, c, p: patch(i, c, p)[:-1],
    ),
    (
        "the patch's last column is missing: it has {patch_shape[1]} columns",
        lambda i, c, p: patch(i, c, p)[:, :-1],
    ),
    (
        "the last row and column are missing: a range, or slice, ends before its stop "
        "by itself",
        lambda i, c, p: patch(i, c, p)[:-1, :-1],
    ),
    (
        "the first row and column are missing: both are counted from 0",
        lambda i, c, p: patch(i, c, p)[1:, 1:],
    ),
    (
        "there are a row and a column too many: the patch has {patch_shape[0]} x "
        "{patch_shape[1]}",
        lambda i, c, p: patch(i, c, (p[0] + 1, p[1] + 1)),
    ),
    (
        "there is a row too many: the patch has {patch_shape[0]}",
        lambda i, c, p: patch(i, c, (p[0] + 1, p[1])),
    ),
    (
        "there is a column too many: the patch has {patch_shape[1]}",
        lambda i, c, p: patch(i, c, (p[0], p[1] + 1)),
    ),
    (
        "these are pairs of row and column: a position is row * width + column",
        lambda i, c, p: np.moveaxis(np.indices(p), 0, -1) + np.array(c),
    ),
    (
        "these are rows and columns by themselves: a position is row * width + column",
        lambda i, c, p: np.indices(p) + np.array(c)[:, None, None],
    ),
    (
        "these are the toy's values, 10 * row + column, not positions",
        lambda i, c, p: placed(10 * c[0] + c[1], p, 10),
    ),
    (
        "the toy's values are read at the positions: the positions are asked for",
        lambda i, c, p: (np.arange(5)[:, None] * 10 + np.arange(9)).ravel()[
            patch(i, c, p) % 45
        ],
    ),
    (
        "only the first row is written, and the rest is 0: is the return inside of the "
        "loop?",
        lambda i, c, p: _written(i, c, p, 0),
    ),
    (
        "only the first row is written, and the rest stays as it was made",
        lambda i, c, p: _written(i, c, p, -1),
    ),
    (
        "each row repeats the first: a row down is a width further",
        lambda i, c, p: np.tile(patch(i, c, p)[0], (p[0], 1)),
    ),
    (
        "each column repeats the first: a column to the right is 1 further",
        lambda i, c, p: np.tile(patch(i, c, p)[:, :1], (1, p[1])),
    ),
    (
        "the corner is taken for the patch's centre: it is its top-left pixel",
        lambda i, c, p: placed(start(i, c) - p[0] // 2 * i[1] - p[1] // 2, p, i[1]),
    ),
    (
        "the corner is taken for the patch's last pixel: it is its top-left one",
        lambda i, c, p: placed(start(i, c) - (p[0] - 1) * i[1] - (p[1] - 1), p, i[1]),
    ),
    (
        "the rows are listed from the last to the first",
        lambda i, c, p: patch(i, c, p)[::-1],
    ),
    (
        "the columns are listed from right to left",
        lambda i, c, p: patch(i, c, p)[:, ::-1],
    ),
    (
        "the positions are listed backwards",
        lambda i, c, p: patch(i, c, p)[::-1, ::-1],
    ),
    (
        "only the start is there: a patch has {patch_shape[0]} x {patch_shape[1]} "
        "positions from it on",
        lambda i, c, p: start(i, c),
    ),
    (
        "only the first row is there: the patch has {patch_shape[0]}",
        lambda i, c, p: patch(i, c, p)[0],
    ),
    (
        "only the start of each row is there: it has {patch_shape[1]} positions",
        lambda i, c, p: patch(i, c, p)[:, 0],
    ),
    (
        "only the first and the last position are there: those in between are due, too",
        lambda i, c, p: patch(i, c, p).ravel()[[0, -1]],
    ),
    (
        "only the four corners are there: the positions in between are due, too",
        lambda i, c, p: patch(i, c, p)[:: max(p[0] - 1, 1), :: max(p[1] - 1, 1)],
    ),
    (
        "the patch's height stands for its width: a row has {patch_shape[1]} positions",
        lambda i, c, p: patch(i, c, (p[0], p[0])),
    ),
    (
        "the patch's width stands for its height: it has {patch_shape[0]} rows",
        lambda i, c, p: patch(i, c, (p[1], p[1])),
    ),
    (
        "these are all positions of the image: those of the patch are asked for",
        lambda i, c, p: np.arange(i[0] * i[1]).reshape(i),
    ),
    (
        "all positions from the first to the last are there, those beside it, too",
        lambda i, c, p: np.arange(patch(i, c, p)[0, 0], patch(i, c, p)[-1, -1] + 1),
    ),
    (
        "this is a mask, 1 where the patch lies: the positions are asked for",
        lambda i, c, p: (
            np.isin(np.arange(i[0] * i[1]), patch(i, c, p)).astype(int).reshape(i)
        ),
    ),
    (
        "each range stops at the row's start plus the patch's width: add the corner's "
        "column there, too",
        lambda i, c, p: patch(i, c, p)[:, : max(p[1] - c[1], 0)],
    ),
    (
        "a slice of rows, and of these rows another one: both belong in one bracket, "
        "[rows, columns]",
        lambda i, c, p: patch(i, (c[0], 0), (p[0], i[1]))[c[1] : c[1] + p[1]],
    ),
    (
        "the slices, or ranges, stop one too late, and at the image's edge",
        lambda i, c, p: np.arange(i[0] * i[1]).reshape(i)[
            c[0] : c[0] + p[0] + 1, c[1] : c[1] + p[1] + 1
        ],
    ),
    (
        "a step down is the whole width, not the width less the corner's column",
        lambda i, c, p: placed(start(i, c), p, i[1] - c[1]),
    ),
    (
        "a jump of width - patch_width comes after the last position of a row, and one "
        "step more: rows lie a whole width apart",
        lambda i, c, p: placed(start(i, c), p, i[1] - p[1] + 1),
    ),
    (
        "rows and columns stand one after the other: each is to be added to each",
        lambda i, c, p: np.append(patch(i, c, p)[:, 0] - c[1], np.arange(p[1]) + c[1]),
    ),
    (
        "rows and columns stand one after the other: each is to be added to each",
        lambda i, c, p: np.append(np.arange(p[0]) * i[1], np.arange(p[1])),
    ),
    (
        "rows and columns are multiplied by one another: they are to be added",
        lambda i, c, p: start(i, c) + np.outer(np.arange(p[0]) * i[1], np.arange(p[1])),
    ),
    (
        "the starts of the rows are added up: each is its own row * width, + not +=",
        lambda i, c, p: np.add.outer(
            start(i, c) + np.cumsum(np.arange(p[0]) * i[1]), np.arange(p[1])
        ),
    ),
)
