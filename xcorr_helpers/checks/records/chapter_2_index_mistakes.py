"""Chapter 2: what goes wrong in the steps of an index matrix, and in its axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_2_parts import (
    Shape,
    by_columns,
    indexed,
    listed,
    outer,
    placed,
    placements,
    starts,
)


def _offsets_by(i: Shape, k: Shape, step: int) -> np.ndarray:
    return outer(listed(placements(i, k), step), listed(k, i[1]))


def _window_by(i: Shape, k: Shape, step: int) -> np.ndarray:
    return outer(starts(i, k), listed(k, step))


def _both_by(i: Shape, k: Shape, step: int) -> np.ndarray:
    return outer(listed(placements(i, k), step), listed(k, step))


def _all_axes(i: Shape, k: Shape) -> np.ndarray:
    return indexed(i, k).reshape(*placements(i, k), *k)


TWO = "two slips: the row step is the image's height, not its width, and "

MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the row step must be the image's width, {image_shape[1]}, not its height, in "
        "the window and in the offsets",
        lambda i, k: _both_by(i, k, i[0]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not its height, in "
        "the window: the offsets are right",
        lambda i, k: _window_by(i, k, i[0]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not its height, in "
        "the offsets: the window is right",
        lambda i, k: _offsets_by(i, k, i[0]),
    ),
    (
        "the image's height and width are exchanged: image_shape is (height, width)",
        lambda i, k: indexed(i[::-1], k),
    ),
    (
        "in the window the row step must be the image's width, not the kernel's: there "
        "is a jump at the end of each kernel row",
        lambda i, k: _window_by(i, k, k[1]),
    ),
    (
        "in the offsets the row step must be the image's width, not the output's: "
        "there is a jump at the end of each row of placements",
        lambda i, k: _offsets_by(i, k, placements(i, k)[1]),
    ),
    (
        "window and offsets count on, each with no jump at the end of a row: a step "
        "down is the image's width",
        lambda i, k: outer(np.arange(starts(i, k).size), np.arange(listed(k, 1).size)),
    ),
    (
        "in the window the row step must be the image's width, not the output's",
        lambda i, k: _window_by(i, k, placements(i, k)[1]),
    ),
    (
        "in both the row step must be the image's width, not the output's",
        lambda i, k: _both_by(i, k, placements(i, k)[1]),
    ),
    (
        "in the offsets the row step must be the image's width, not the kernel's",
        lambda i, k: _offsets_by(i, k, k[1]),
    ),
    (
        "in both the row step must be the image's width, not the kernel's",
        lambda i, k: _both_by(i, k, k[1]),
    ),
    (
        "in the window the row step must be the image's width, not the kernel's height",
        lambda i, k: _window_by(i, k, k[0]),
    ),
    (
        "in the window the row step is the whole width: it counts from the start of a "
        "row, not from the end of the kernel's",
        lambda i, k: _window_by(i, k, i[1] - k[1]),
    ),
    (
        "a row step is the image's width, {image_shape[1]}, not its last column's "
        "number",
        lambda i, k: _both_by(i, k, i[1] - 1),
    ),
    (
        "the offsets jump a pixel too far: at the end of a row of placements "
        "kernel_width - 1 pixels are left over, not kernel_width",
        lambda i, k: _offsets_by(i, k, i[1] + 1),
    ),
    (
        "the offsets jump a whole width at the end of a row of placements, where only "
        "kernel_width - 1 pixels are left over",
        lambda i, k: _offsets_by(i, k, i[1] + placements(i, k)[1]),
    ),
    (
        "in the offsets a step down adds a whole width, {image_shape[1]}, not 1",
        lambda i, k: _offsets_by(i, k, 1),
    ),
    (
        "in the window a step down adds a whole width, {image_shape[1]}, not 1",
        lambda i, k: _window_by(i, k, 1),
    ),
    (
        "no row is multiplied by the width, neither in the window nor in the offsets",
        lambda i, k: _both_by(i, k, 1),
    ),
    (
        "in the offsets a step down adds the width and one to the right adds 1: here "
        "they are exchanged",
        lambda i, k: outer(grid(*placements(i, k), 1, i[1]).ravel(), listed(k, i[1])),
    ),
    (
        "in the window a step down adds the width and one to the right adds 1: here "
        "they are exchanged",
        lambda i, k: outer(starts(i, k), grid(*k, 1, i[1]).ravel()),
    ),
    (
        "in the offsets the columns are multiplied by the width, too: only rows are",
        lambda i, k: outer(
            grid(*placements(i, k), i[1], i[1]).ravel(), listed(k, i[1])
        ),
    ),
    (
        "in the window the columns are multiplied by the width, too: only rows are",
        lambda i, k: outer(starts(i, k), grid(*k, i[1], i[1]).ravel()),
    ),
    (
        "the placements run column after column: rows come outside (the outer loop, "
        "np.repeat, [:, None]), columns inside",
        lambda i, k: outer(by_columns(placements(i, k), i[1]), listed(k, i[1])),
    ),
    (
        "each window runs column after column: its rows come first, as in "
        "kernel.ravel()",
        lambda i, k: outer(starts(i, k), by_columns(k, i[1])),
    ),
    (
        "two slips: the placements run column after column, and so does each window",
        lambda i, k: outer(by_columns(placements(i, k), i[1]), by_columns(k, i[1])),
    ),
    (
        "the image is counted column after column: here it is row after row",
        lambda i, k: outer(
            grid(*placements(i, k), 1, i[0]).ravel(), grid(*k, 1, i[0]).ravel()
        ),
    ),
    (
        "it is transposed: a row is a placement, a column a kernel value, which is "
        "offsets[:, None] + window[None, :]",
        lambda i, k: indexed(i, k).T,
    ),
    (
        "the transposed index is cut into this shape: a reshape moves no number",
        lambda i, k: indexed(i, k).T.reshape(indexed(i, k).shape),
    ),
    (
        "the placements keep their two axes: ravel() makes one of them",
        lambda i, k: _all_axes(i, k).reshape(*placements(i, k), -1),
    ),
    (
        "placements and kernel values keep two axes each: .reshape makes one of two",
        _all_axes,
    ),
    (
        "the window keeps its two axes: ravel() makes it flat",
        lambda i, k: indexed(i, k).reshape(-1, *k),
    ),
    (
        "it is all in one row: an index has a row for each placement",
        lambda i, k: indexed(i, k).ravel(),
    ),
    (
        "both new axes stand in front: one of the two must stand in a column, "
        "offsets[:, None]",
        lambda i, k: starts(i, k)[None, :] + listed(k, i[1])[None, :],
    ),
    (
        "both new axes stand behind: one of the two must stay a row, window[None, :]",
        lambda i, k: starts(i, k)[:, None] + listed(k, i[1])[:, None],
    ),
    (
        "np.repeat is given the number of rows: each start of a row is repeated once "
        "for each placement across",
        lambda i, k: (
            np.tile(np.arange(i[1] - k[1] + 1), i[0] - k[0] + 1)
            + np.repeat(np.arange(i[0] - k[0] + 1) * i[1], i[0] - k[0] + 1)
        ),
    ),
    (
        "in the window, np.tile is for the columns: np.tile(np.arange(kernel_width), "
        "kernel_height)",
        lambda i, k: outer(
            starts(i, k),
            np.tile(np.arange(k[0]), k[1]) + np.repeat(np.arange(k[0]) * i[1], k[1]),
        ),
    ),
    (
        "as in the old notebook: the window has height and width exchanged, the "
        "offsets have the placements down for those across",
        lambda i, k: outer(
            listed((i[0] - k[0] + 1,) * 2, i[1]),
            np.tile(np.arange(k[0]), k[1]) + np.repeat(np.arange(k[0]) * i[0], k[1]),
        ),
    ),
    (
        "two slips: the index is transposed, and each window is listed backwards",
        lambda i, k: indexed(i, k)[:, ::-1].T,
    ),
    (
        TWO + "the output's height and width are exchanged",
        lambda i, k: outer(listed(placements(i, k)[::-1], i[0]), listed(k, i[0])),
    ),
    (
        TWO + "the index is transposed",
        lambda i, k: _both_by(i, k, i[0]).T,
    ),
    (
        "two slips: the + 1 is left out in the counts, and the offsets count on with "
        "no jump at a row's end",
        lambda i, k: outer(np.arange((i[0] - k[0]) * (i[1] - k[1])), listed(k, i[1])),
    ),
    (
        TWO + "the + 1 is left out in the counts",
        lambda i, k: outer(listed((i[0] - k[0], i[1] - k[1]), i[0]), listed(k, i[0])),
    ),
    (
        "two slips: the + 1 is left out in the counts, and the index is transposed",
        lambda i, k: placed(i, k, (i[0] - k[0], i[1] - k[1])).T,
    ),
)
