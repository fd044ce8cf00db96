"""Chapter 2: what goes wrong where the first window is listed."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_2_parts import Shape, by_columns, listed, placements


def _by_slices(i: Shape, rows: int, columns: int) -> np.ndarray:
    return np.arange(i[0] * i[1]).reshape(i)[:rows, :columns].ravel()


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the row step must be the image's width, {image_shape[1]}, not its height, "
        "{image_shape[0]}",
        lambda i, k: listed(k, i[0]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not the "
        "kernel's, {kernel_shape[1]}: there is no jump at the end of a row",
        lambda i, k: np.arange(k[0] * k[1]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not the "
        "kernel's height, {kernel_shape[0]}",
        lambda i, k: listed(k, k[0]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not the output's: "
        "a step goes from one row of the image to the next",
        lambda i, k: listed(k, placements(i, k)[1]),
    ),
    (
        "the row step must be the whole width: it counts from the start of a row, "
        "not from the end of the window's",
        lambda i, k: listed(k, i[1] - k[1]),
    ),
    (
        "the row step must be the image's width, {image_shape[1]}, not its last "
        "column's number",
        lambda i, k: listed(k, i[1] - 1),
    ),
    (
        "each row starts a pixel further to the right: the step is the width, not "
        "one more",
        lambda i, k: listed(k, i[1] + 1),
    ),
    (
        "each row starts a width after the end of the one before: go back to its start",
        lambda i, k: listed(k, i[1] + k[1]),
    ),
    (
        "a jump of the kernel's width at the end of a row is too short: it is the "
        "image's width, less the kernel's",
        lambda i, k: listed(k, 2 * k[1]),
    ),
    (
        "the starts of the rows are added up: each is its own row * width, + not +=",
        lambda i, k: np.add.outer(
            np.cumsum(np.arange(k[0]) * i[1]), range(k[1])
        ).ravel(),
    ),
    (
        "all positions are laid out as (width, height): reshape takes the rows first",
        lambda i, k: _by_slices(i[::-1], *k),
    ),
    (
        "the row step must be the width as given: nobody has padded the image",
        lambda i, k: listed(k, i[1] + k[1] - 1),
    ),
    (
        "a step down is one row of {image_shape[1]} pixels, not the whole image",
        lambda i, k: listed(k, i[0] * i[1]),
    ),
    (
        "the row step is 9, the example's width, whatever is given: it is "
        "image_shape[1]",
        lambda i, k: listed(k, 9),
    ),
    (
        "the row step is 28, the digit's width, whatever is given: it is "
        "image_shape[1]",
        lambda i, k: listed(k, 28),
    ),
    (
        "the kernel is 3 x 3, whatever is given: its sizes are in kernel_shape",
        lambda i, k: listed((3, 3), i[1]),
    ),
    (
        "the window is 3 x 3 of a 28 x 28 image, whatever is given",
        lambda i, k: listed((3, 3), 28),
    ),
    (
        "the kernel is the example's, 2 x 3, whatever is given: read kernel_shape",
        lambda i, k: listed((2, 3), i[1]),
    ),
    (
        "this is the example's window, whatever is given: make it from the arguments",
        lambda i, k: listed((2, 3), 9),
    ),
    (
        "the kernel's height and width are exchanged: a kernel row has "
        "{kernel_shape[1]} values, not {kernel_shape[0]}",
        lambda i, k: listed(k[::-1], i[1]),
    ),
    (
        "the kernel's height and width are exchanged in the slices: rows come first",
        lambda i, k: _by_slices(i, k[1], k[0]),
    ),
    (
        "the kernel's height stands for its width: a row has {kernel_shape[1]} values",
        lambda i, k: listed((k[0], k[0]), i[1]),
    ),
    (
        "the kernel's width stands for its height: it has {kernel_shape[0]} rows",
        lambda i, k: listed((k[1], k[1]), i[1]),
    ),
    (
        "np.tile is for the columns: np.tile(np.arange(kernel_width), kernel_height)",
        lambda i, k: np.tile(np.arange(k[0]), k[1]) + listed(k, i[1]) // i[1] * i[1],
    ),
    (
        "as in the old notebook, two slips: np.tile has height and width exchanged, "
        "and the row step is the image's height, not its width",
        lambda i, k: (
            np.tile(np.arange(k[0]), k[1]) + np.repeat(np.arange(k[0]) * i[0], k[1])
        ),
    ),
    (
        "np.repeat is given the number of rows: each start of a row is repeated for "
        "the {kernel_shape[1]} columns",
        lambda i, k: (
            np.repeat(np.arange(k[0]) * i[1], k[0]) + np.tile(np.arange(k[1]), k[0])
        ),
    ),
    (
        "np.tile is given the number of columns: the columns are laid down for each of "
        "the {kernel_shape[0]} rows",
        lambda i, k: (
            np.repeat(np.arange(k[0]) * i[1], k[1]) + np.tile(np.arange(k[1]), k[1])
        ),
    ),
    (
        "np.tile makes both: np.repeat is for the rows, so that each stays for a while",
        lambda i, k: (
            np.tile(np.arange(k[0]) * i[1], k[1]) + np.tile(np.arange(k[1]), k[0])
        ),
    ),
    (
        "np.repeat makes both: np.tile is for the columns, which start again each row",
        lambda i, k: (
            np.repeat(np.arange(k[0]) * i[1], k[1]) + np.repeat(np.arange(k[1]), k[0])
        ),
    ),
    (
        "the window goes down its columns first: rows come outside (the outer loop, "
        "np.repeat, [:, None]), columns inside",
        lambda i, k: by_columns(k, i[1]),
    ),
    (
        "rows and columns have changed places: it is the row that is multiplied by the "
        "width, and the column that is added",
        lambda i, k: grid(*k, 1, i[1]).ravel(),
    ),
    (
        "the columns are multiplied by the width, too: only the row is",
        lambda i, k: grid(*k, i[1], i[1]).ravel(),
    ),
    (
        "the rows are multiplied by nothing: a step down is a whole width",
        lambda i, k: listed(k, 1),
    ),
    (
        "the width is added, where the row is to be multiplied by it",
        lambda i, k: listed(k, 1) + i[1],
    ),
    (
        "rows and columns are multiplied by one another: row * width + column",
        lambda i, k: np.outer(np.arange(k[0]) * i[1], np.arange(k[1])).ravel(),
    ),
)
