"""Chapter 6: what goes wrong where a dilated window is listed."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_6_parts import Pair, listed, outputs, spans


def _window(i: Pair, k: Pair, d: Pair) -> np.ndarray:
    return listed(k, i[1], d)


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the row step must hold the image's width, not its height, {image_shape[0]}",
        lambda i, k, d: listed(k, i[0], d),
    ),
    (
        "the row step must hold the image's width, not the kernel's, {kernel_shape[1]}",
        lambda i, k, d: listed(k, k[1], d),
    ),
    (
        "the row step must hold the image's width, not the output's",
        lambda i, k, d: listed(k, outputs(i, spans(k, d))[1], d),
    ),
    (
        "the row step must hold the image's width, not the output's without dilation",
        lambda i, k, d: listed(k, outputs(i, k)[1], d),
    ),
    (
        "the row step must hold the image's width, not what the kernel spans",
        lambda i, k, d: listed(k, spans(k, d)[1], d),
    ),
    (
        "the row step must hold the image's width as given: nobody has padded it",
        lambda i, k, d: listed(k, i[1] + spans(k, d)[1] - 1, d),
    ),
    (
        "a row step counts from the start of a row, not from the end of the window's",
        lambda i, k, d: listed(k, i[1] - k[1], d),
    ),
    (
        "the rows lack the width: a step down is {dilation[0]} rows, not pixels",
        lambda i, k, d: listed(k, 1, d),
    ),
    (
        "the width and the step down are to be multiplied, not added",
        lambda i, k, d: grid(k[0], k[1], i[1] + d[0], d[1]).ravel(),
    ),
    (
        "the steps are added, which shifts the window: they multiply rows and columns",
        lambda i, k, d: listed(k, i[1], (1, 1)) + d[0] * i[1] + d[1],
    ),
    (
        "the columns are multiplied by the width: it is the rows that are",
        lambda i, k, d: grid(k[0], k[1], d[0], d[1] * i[1]).ravel(),
    ),
    (
        "the two steps are exchanged: {dilation[0]} is down, {dilation[1]} across",
        lambda i, k, d: listed(k, i[1], d[::-1]),
    ),
    (
        "the step down is left out: rows of the window lie {dilation[0]} rows apart",
        lambda i, k, d: listed(k, i[1], (1, d[1])),
    ),
    (
        "the step across is left out: the columns lie {dilation[1]} pixels apart",
        lambda i, k, d: listed(k, i[1], (d[0], 1)),
    ),
    (
        "the dilation is left out: this is the window of a kernel without gaps",
        lambda i, k, d: listed(k, i[1], (1, 1)),
    ),
    (
        "the step down multiplies the columns, too: they have their own, {dilation[1]}",
        lambda i, k, d: listed(k, i[1], (d[0], d[0])),
    ),
    (
        "the step across multiplies the rows, too: they have their own, {dilation[0]}",
        lambda i, k, d: listed(k, i[1], (d[1], d[1])),
    ),
    (
        "the step across multiplies rows that have their own step: check the brackets",
        lambda i, k, d: listed(k, i[1], (d[0] * d[1], d[1])),
    ),
    (
        "the step down multiplies columns that have their own step: check the brackets",
        lambda i, k, d: listed(k, i[1], (d[0], d[0] * d[1])),
    ),
    (
        "both steps are in the columns: the step down, {dilation[0]}, is the rows' own",
        lambda i, k, d: listed(k, i[1], (1, d[0] * d[1])),
    ),
    (
        "both steps are in the columns, added: the step down, {dilation[0]}, is the "
        "rows' own, and multiplies them",
        lambda i, k, d: listed(k, i[1], (1, d[0] + d[1])),
    ),
    (
        "both steps are in the rows: the step across, {dilation[1]}, is the columns' "
        "own",
        lambda i, k, d: listed(k, i[1], (d[0] * d[1], 1)),
    ),
    (
        "both steps are in the rows, added: the step across, {dilation[1]}, is the "
        "columns' own, and multiplies them",
        lambda i, k, d: listed(k, i[1], (d[0] + d[1], 1)),
    ),
    (
        "rows and columns are both multiplied by both steps: each has one of its own",
        lambda i, k, d: listed(k, i[1], (d[0] * d[1],) * 2),
    ),
    (
        "the dilation is applied twice: a range with a step needs no factor",
        lambda i, k, d: listed(k, i[1], (d[0] ** 2, d[1] ** 2)),
    ),
    (
        "a dilation of {dilation[1]} is a step of {dilation[1]}, not the number of "
        "pixels left out in between",
        lambda i, k, d: listed(k, i[1], (d[0] + 1, d[1] + 1)),
    ),
    (
        "the steps are the dilation itself, not one less",
        lambda i, k, d: listed(k, i[1], (d[0] - 1, d[1] - 1)),
    ),
    (
        "the kernel's height and width are exchanged: a kernel row has "
        "{kernel_shape[1]} values, not {kernel_shape[0]}",
        lambda i, k, d: listed(k[::-1], i[1], d),
    ),
    (
        "the kernel's height stands for its width: a row has {kernel_shape[1]} values",
        lambda i, k, d: listed((k[0], k[0]), i[1], d),
    ),
    (
        "the kernel's width stands for its height: it has {kernel_shape[0]} rows",
        lambda i, k, d: listed((k[1], k[1]), i[1], d),
    ),
    (
        "the kernel's sizes and the two steps are both exchanged",
        lambda i, k, d: listed(k[::-1], i[1], d[::-1]),
    ),
    (
        "the window goes down its columns first: list it row by row, as kernel.ravel()",
        lambda i, k, d: _window(i, k, d).reshape(k).T.ravel(),
    ),
    (
        "the image is counted column after column: here it is row after row",
        lambda i, k, d: grid(k[0], k[1], d[0], d[1] * i[0]).ravel(),
    ),
)
