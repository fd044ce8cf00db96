"""Chapter 1: what goes wrong in the steps to a patch's positions."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import grid
from .chapter_1_parts import Shape, patch, placed, start

TWO = "two slips: the row step is the image's height, not its width, and "


def _all(i: Shape) -> np.ndarray:
    return np.arange(i[0] * i[1]).reshape(i)


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "a row is as long as the image's width, {image_shape[1]}, not its height, in "
        "the start and in the patch",
        lambda i, c, p: patch(i[::-1], c, p),
    ),
    (
        "a row is as long as the image's width, {image_shape[1]}, not its height, in "
        "the start: the patch is right",
        lambda i, c, p: placed(c[0] * i[0] + c[1], p, i[1]),
    ),
    (
        "a row is as long as the image's width, {image_shape[1]}, not its height, in "
        "the patch: its start is right",
        lambda i, c, p: placed(start(i, c), p, i[0]),
    ),
    (
        "the corner's row and column are exchanged: corner is (row, column)",
        lambda i, c, p: patch(i, c[::-1], p),
    ),
    (
        "the patch's height and width are exchanged: patch_shape is (height, width)",
        lambda i, c, p: patch(i, c, p[::-1]),
    ),
    (
        "two slips: row and column are exchanged in the corner, and height and width "
        "in the patch",
        lambda i, c, p: patch(i, c[::-1], p[::-1]),
    ),
    (
        "rows and columns have changed places: it is the row that is multiplied by the "
        "width",
        lambda i, c, p: c[0] + c[1] * i[1] + grid(*p, 1, i[1]),
    ),
    (
        "in the patch rows and columns have changed places: it is the row that is "
        "multiplied by the width",
        lambda i, c, p: start(i, c) + grid(*p, 1, i[1]),
    ),
    (
        "the columns are multiplied by the width, too: only the row is",
        lambda i, c, p: (c[0] + c[1]) * i[1] + grid(*p, i[1], i[1]),
    ),
    (
        "the corner is left out: its position, row * width + column, is to be added",
        lambda i, c, p: placed(0, p, i[1]),
    ),
    (
        "the corner's row is not multiplied by the width",
        lambda i, c, p: placed(c[0] + c[1], p, i[1]),
    ),
    (
        "the patch's rows are not multiplied by the width",
        lambda i, c, p: placed(start(i, c), p, 1),
    ),
    (
        "nothing is multiplied by the width, neither the corner's row nor the patch's",
        lambda i, c, p: placed(c[0] + c[1], p, 1),
    ),
    (
        "the corner's column is left out: the patch begins at the left edge",
        lambda i, c, p: placed(c[0] * i[1], p, i[1]),
    ),
    (
        "the corner's row is left out: the patch begins at the upper edge",
        lambda i, c, p: placed(c[1], p, i[1]),
    ),
    (
        "the start is added twice: once to rows and columns, and once as a position",
        lambda i, c, p: placed(2 * start(i, c), p, i[1]),
    ),
    (
        "the start is multiplied by the width, too: only rows are, add it afterwards",
        lambda i, c, p: placed(start(i, c) * i[1], p, i[1]),
    ),
    (
        "the corner's column is multiplied, too: leave the brackets away in row * "
        "(width + column)",
        lambda i, c, p: placed(c[0] * (i[1] + c[1]), p, i[1]),
    ),
    (
        "the corner's column is multiplied by the width, too: only its row is",
        lambda i, c, p: placed((c[0] + c[1]) * i[1], p, i[1]),
    ),
    (
        "the start is taken away: the patch lies behind it, add it",
        lambda i, c, p: placed(-start(i, c), p, i[1]),
    ),
    (
        "the positions run on with no jump at the end of a patch's row: a step down is "
        "the image's width, not the patch's",
        lambda i, c, p: placed(start(i, c), p, p[1]),
    ),
    (
        "a row is as long as the image's width, not the patch's, in the start: the "
        "patch is right",
        lambda i, c, p: placed(c[0] * p[1] + c[1], p, i[1]),
    ),
    (
        "a row is as long as the image's width, not the patch's, in the start and in "
        "the patch",
        lambda i, c, p: placed(c[0] * p[1] + c[1], p, p[1]),
    ),
    (
        "a step down is the image's width, not the patch's height",
        lambda i, c, p: placed(start(i, c), p, p[0]),
    ),
    (
        "a step down is the whole width: it counts from the start of a patch's row, "
        "not from its end",
        lambda i, c, p: placed(start(i, c), p, i[1] - p[1]),
    ),
    (
        "the column is not set back at the start of each row: a row down is a width, "
        "not a width and the patch's",
        lambda i, c, p: placed(start(i, c), p, i[1] + p[1]),
    ),
    (
        "the last column's number stands for the width, which is {image_shape[1]}",
        lambda i, c, p: placed(c[0] * (i[1] - 1) + c[1], p, i[1] - 1),
    ),
    (
        "in the patch a step down is the width, {image_shape[1]}, not one less",
        lambda i, c, p: placed(start(i, c), p, i[1] - 1),
    ),
    (
        "in the patch a step down is the width, {image_shape[1]}, not one more",
        lambda i, c, p: placed(start(i, c), p, i[1] + 1),
    ),
    (
        "all positions are laid out as (width, height): reshape takes the rows first",
        lambda i, c, p: _all(i[::-1])[c[0] : c[0] + p[0], c[1] : c[1] + p[1]],
    ),
    (
        "the image is counted column after column: here it is row after row",
        lambda i, c, p: c[0] + c[1] * i[0] + grid(*p, 1, i[0]),
    ),
    (
        "rows and columns are exchanged in the slices: rows are cut first",
        lambda i, c, p: _all(i)[c[1] : c[1] + p[1], c[0] : c[0] + p[0]],
    ),
    (
        "the corner's row and column are exchanged in the slices: rows are cut first",
        lambda i, c, p: _all(i)[c[1] : c[1] + p[0], c[0] : c[0] + p[1]],
    ),
    (
        "the patch's height and width are exchanged in the slices: rows are cut first",
        lambda i, c, p: _all(i)[c[0] : c[0] + p[1], c[1] : c[1] + p[0]],
    ),
    (
        "the corner is looked up as (column, row) among all patches: it is (row, "
        "column)",
        lambda i, c, p: sliding_window_view(_all(i), p)[c[1], c[0]],
    ),
    (
        "the slices, or ranges, stop at the patch's size: they stop at the corner plus "
        "the size",
        lambda i, c, p: _all(i)[c[0] : p[0], c[1] : p[1]],
    ),
    (
        "the slices, or ranges, go on to the image's edge: they stop at the corner "
        "plus the size",
        lambda i, c, p: _all(i)[c[0] :, c[1] :],
    ),
    (
        "the length 9 of a row is the toy's, whatever is given: it is image_shape[1]",
        lambda i, c, p: placed(c[0] * 9 + c[1], p, 9),
    ),
    (
        "the length 28 of a row is the digit's, whatever is given: it is "
        "image_shape[1]",
        lambda i, c, p: placed(c[0] * 28 + c[1], p, 28),
    ),
    (
        "the start is always 4 * 28 + 11, that of the digit: make it from the corner",
        lambda i, c, p: placed(4 * 28 + 11, p, i[1]),
    ),
    (
        "the patch is always 10 x 14, as on the digit: its sizes are in patch_shape",
        lambda i, c, p: patch(i, c, (10, 14)),
    ),
    (
        "the patch is always 2 x 3, as on the toy: its sizes are in patch_shape",
        lambda i, c, p: patch(i, c, (2, 3)),
    ),
    (
        "the positions are bytes, which go round at 256",
        lambda i, c, p: patch(i, c, p) % 256,
    ),
    (
        TWO + "the corner's row and column are exchanged",
        lambda i, c, p: placed(c[1] * i[0] + c[0], p, i[0]),
    ),
    (
        TWO + "the positions are flat: leave ravel() away",
        lambda i, c, p: patch(i[::-1], c, p).ravel(),
    ),
    (
        TWO + "the positions are counted from 1, not from 0",
        lambda i, c, p: patch(i[::-1], c, p) + 1,
    ),
    (
        TWO + "the corner is left out",
        lambda i, c, p: placed(0, p, i[0]),
    ),
    (
        "two slips: the corner is left out, and the positions are counted from 1",
        lambda i, c, p: placed(0, p, i[1]) + 1,
    ),
    (
        "two slips: the corner is left out, and there is no jump at the end of a "
        "patch's row",
        lambda i, c, p: placed(0, p, p[1]),
    ),
    (
        "two slips: the corner is left out, and the positions are flat",
        lambda i, c, p: placed(0, p, i[1]).ravel(),
    ),
)
