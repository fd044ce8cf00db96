"""Chapter 5: wrong steps in a window whose channels come first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Shape = tuple[int, int, int]
Mistakes = tuple[tuple[str | Callable[..., str], Callable[..., Any]], ...]


def box(counts: Shape, channel: int, row: int, column: int = 1) -> np.ndarray:
    """List positions by channels, rows and columns, with these steps."""
    c, i, j = np.ogrid[: counts[0], : counts[1], : counts[2]]
    positions: np.ndarray = c * channel + i * row + j * column
    return positions


def out(i: Shape, k: Shape) -> tuple[int, int]:
    return i[1] - k[1] + 1, i[2] - k[2] + 1


def _long(wrong: str) -> str:
    return f"a channel is height * width positions long, not {wrong}"


_WIDTH = "the row step must be the image's width, {image_shape[2]}, not "

# How long a channel is taken to be; in the sentence and in the program.
_LENGTHS: tuple[tuple[str, Callable[[Shape, Shape], int]], ...] = (
    ("the image's width, {image_shape[2]}: this is one row only", lambda i, k: i[2]),
    ("the image's height, {image_shape[1]}: it has so many rows", lambda i, k: i[1]),
    ("width * width: the height is replaced by the width", lambda i, k: i[2] ** 2),
    ("height * height: the width is replaced by the height", lambda i, k: i[1] ** 2),
    ("channels * width: the channels stand for the height", lambda i, k: i[0] * i[2]),
    (
        "channels * height * width: this is the whole image",
        lambda i, k: i[0] * i[1] * i[2],
    ),
    ("the number of values in one channel of the kernel", lambda i, k: k[1] * k[2]),
    ("kernel_height * width: it goes on below the kernel", lambda i, k: k[1] * i[2]),
    ("height * kernel_width: its rows go on to the right", lambda i, k: i[1] * k[2]),
    (
        "out_height * out_width: placements are no pixels",
        lambda i, k: out(i, k)[0] * out(i, k)[1],
    ),
    ("out_height * width: it has more rows", lambda i, k: out(i, k)[0] * i[2]),
    ("height * out_width: its rows are longer", lambda i, k: i[1] * out(i, k)[1]),
    ("height + width: the two are multiplied", lambda i, k: i[1] + i[2]),
    (
        "(height - 1) * width: its last row counts, too",
        lambda i, k: (i[1] - 1) * i[2],
    ),
    (
        "(height + 1) * width: it has {image_shape[1]} rows",
        lambda i, k: (i[1] + 1) * i[2],
    ),
    (
        "the last position of the window in the first: channels do not start there",
        lambda i, k: (k[1] - 1) * i[2] + k[2] - 1,
    ),
    (
        "what the window reaches over in the first: the rest of a channel follows",
        lambda i, k: (k[1] - 1) * i[2] + k[2],
    ),
    ("one position more", lambda i, k: i[1] * i[2] + 1),
    ("one position less", lambda i, k: i[1] * i[2] - 1),
)
_STEPS: tuple[tuple[str, Callable[[Shape, Shape], int]], ...] = (
    (
        "its height, {image_shape[1]}: are the two exchanged?",
        lambda i, k: i[1],
    ),
    (
        "the kernel's, {kernel_shape[2]}: it jumps from channel to channel, and not "
        "at the end of a row",
        lambda i, k: k[2],
    ),
    ("the kernel's height, {kernel_shape[1]}", lambda i, k: k[1]),
    ("the output's, which is smaller", lambda i, k: out(i, k)[1]),
    ("what is left of it behind the window", lambda i, k: i[2] - k[2]),
    ("one less", lambda i, k: i[2] - 1),
    ("one more", lambda i, k: i[2] + 1),
    ("the number of channels, {image_shape[0]}", lambda i, k: i[0]),
    (
        "width * channels: the other channels lie elsewhere, not in between",
        lambda i, k: i[0] * i[2],
    ),
)

STEPS: Mistakes = (
    *(
        (
            _long(said),
            lambda i, k, step=step: box(k, step(i, k), i[2]).ravel(),
        )
        for said, step in _LENGTHS
    ),
    *(
        (
            _WIDTH + said,
            lambda i, k, step=step: box(k, i[1] * i[2], step(i, k)).ravel(),
        )
        for said, step in _STEPS
    ),
    (
        "this is the window of channels last, with its formula and its order: here it "
        "is (channel * height + row) * width + column",
        lambda i, k: box(k, 1, i[2] * i[0], i[0]).transpose(1, 2, 0).ravel(),
    ),
    (
        "the order is right, and the formula that of channels last: here it is "
        "(channel * height + row) * width + column",
        lambda i, k: box(k, 1, i[2] * i[0], i[0]).ravel(),
    ),
    (
        "the channel is added without its length: it is multiplied by height * width",
        lambda i, k: box(k, 1, i[2]).ravel(),
    ),
    (
        "`image_shape` is read as (height, width, channels): its channels come first",
        lambda i, k: box(k, i[0] * i[1], i[1]).ravel(),
    ),
    (
        "`kernel_shape` is read as (height, width, channels): its channels come first",
        lambda i, k: box((k[2], k[0], k[1]), i[1] * i[2], i[2]).ravel(),
    ),
    (
        "both shapes are read as (height, width, channels): their channels come first",
        lambda i, k: box((i[2], k[0], k[1]), i[0] * i[1], i[1]).ravel(),
    ),
    (
        "all is multiplied by the channels: pixels side by side are one apart here",
        lambda i, k: box(k, i[1] * i[2], i[2]).ravel() * i[0],
    ),
    (
        "columns are `channels` apart, as with channels last: here they are neighbours",
        lambda i, k: box(k, i[1] * i[2], i[2], i[0]).ravel(),
    ),
    (
        "rows and columns are multiplied by the channels, as with channels last: here "
        "no other channel lies in between",
        lambda i, k: box(k, i[1] * i[2], i[2] * i[0], i[0]).ravel(),
    ),
    (
        "row and column are exchanged in the formula: it is the row that is "
        "multiplied by the width",
        lambda i, k: box(k, i[1] * i[2], 1, i[2]).ravel(),
    ),
    (
        "each channel is counted column after column: here it is row after row",
        lambda i, k: box(k, i[1] * i[2], 1, i[1]).ravel(),
    ),
    (
        "the positions are counted in Fortran order, where the channel goes fastest: "
        "here it is the column",
        lambda i, k: box(k, 1, i[0], i[0] * i[1]).ravel(),
    ),
    (
        "row and column are multiplied by nothing: a row down is a whole width",
        lambda i, k: box(k, i[1] * i[2], 1).ravel(),
    ),
    (
        "channel, row and column are multiplied by nothing: only the column is",
        lambda i, k: box(k, 1, 1).ravel(),
    ),
    (
        "the columns are multiplied by the width, too: only the row is",
        lambda i, k: box(k, i[1] * i[2], i[2], i[2]).ravel(),
    ),
    (
        "every second pixel is read, down and across: this kernel has no gaps",
        lambda i, k: box(k, i[1] * i[2], 2 * i[2], 2).ravel(),
    ),
    (
        "these are the notebook's values, 100 * channel + 10 * row + column, not "
        "positions",
        lambda i, k: box(k, 100, 10).ravel(),
    ),
    (
        "the number of channels stands where the image's width should: is its shape "
        "turned round?",
        lambda i, k: box(k, i[1] * i[0], i[0]).ravel(),
    ),
    (
        "the image is counted as (height, width, channels), and read as (channel, "
        "row, column)",
        lambda i, k: box(k, i[2] * i[0], i[0]).ravel(),
    ),
    (
        "the output's sizes stand where the image's should, for a channel and a row",
        lambda i, k: box(k, out(i, k)[0] * out(i, k)[1], out(i, k)[1]).ravel(),
    ),
    (
        "the kernel's width stands where the image's should, for a channel and a row",
        lambda i, k: box(k, i[1] * k[2], k[2]).ravel(),
    ),
    (
        "72, the length of the notebook's channel, is written as a number: it is "
        "height * width",
        lambda i, k: box(k, 72, i[2]).ravel(),
    ),
    (
        "9, the width of the notebook's image, is written as a number",
        lambda i, k: box(k, i[1] * i[2], 9).ravel(),
    ),
    (
        "there is no jump at the end of a row, nor of a channel: the kernel's sizes "
        "stand where the image's should",
        lambda i, k: np.arange(np.prod(k)),
    ),
)


def _short(said: str) -> str:
    return said.partition(":")[0]


TWO: Mistakes = (
    (
        "two slips: this is the window of channels last; and its row step is the "
        "image's height",
        lambda i, k: box(k, 1, i[1] * i[0], i[0]).transpose(1, 2, 0).ravel(),
    ),
    *(
        (
            f"two slips: {_long(_short(said))}; and the channels are listed last",
            lambda i, k, step=step: box(k, step(i, k), i[2]).transpose(1, 2, 0).ravel(),
        )
        for said, step in _LENGTHS
    ),
    *(
        (
            f"two slips: {_long(_short(said))}; and the positions are counted from 1",
            lambda i, k, step=step: box(k, step(i, k), i[2]).ravel() + 1,
        )
        for said, step in _LENGTHS
    ),
    *(
        (
            f"two slips: {_WIDTH}{_short(said)}; and the channels are listed last",
            lambda i, k, step=step: (
                box(k, i[1] * i[2], step(i, k)).transpose(1, 2, 0).ravel()
            ),
        )
        for said, step in _STEPS
    ),
)
