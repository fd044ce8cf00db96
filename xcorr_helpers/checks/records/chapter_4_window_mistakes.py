"""Chapter 4: what goes wrong where a window with channels is counted."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_4_parts import Shape, boxed, counts, offsets, window
from .chapter_4_window_lists import LISTS


def _steps(
    kernel: Shape, channels: int, row: int, column: int, channel: int = 1
) -> np.ndarray:
    return boxed(*kernel[:2], channels, row, column, channel).ravel()


def _long(image: Shape, kernel: Shape, length: int) -> np.ndarray:
    """List the window in rows of that many pixels."""
    return _steps(kernel, image[2], length * image[2], image[2])


def _all_channels_first(image: Shape, kernel: Shape) -> np.ndarray:
    box = boxed(*kernel, image[1], 1, image[0] * image[1])
    return box.transpose(2, 0, 1).ravel()


def _unpacked_first(image: Shape, kernel: Shape) -> np.ndarray:
    channels, _, width = image
    return _steps(kernel, kernel[2], width * channels, channels)


def _row(i: Shape, k: Shape) -> str:
    return f"a row is width * channels = {i[1] * i[2]} positions long, not {i[1]}"


MISTAKES: tuple[tuple[Any, Any], ...] = (
    (
        "the row length holds the image's width, {image_shape[1]}, not its height, "
        "{image_shape[0]}",
        lambda i, k: _long(i, k, i[0]),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}: there is no jump at "
        "the end of a kernel row",
        lambda i, k: np.arange(np.prod(k)),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the kernel's "
        "height, {kernel_shape[0]}",
        lambda i, k: _long(i, k, k[0]),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the output's",
        lambda i, k: _long(i, k, i[1] - k[1] + 1),
    ),
    (
        "the row length holds the image's width: it counts from the start of a row, "
        "not from the window's end",
        lambda i, k: _long(i, k, i[1] - k[1]),
    ),
    (
        "the row length holds the image's width as it is, {image_shape[1]}: nothing is "
        "padded here",
        lambda i, k: _long(i, k, i[1] + 2),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not one more",
        lambda i, k: _long(i, k, i[1] + 1),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not one less",
        lambda i, k: _long(i, k, i[1] - 1),
    ),
    (
        "the row lacks the image's width: (row * width + column) * channels + channel",
        lambda i, k: _long(i, k, 1),
    ),
    (
        _row,
        lambda i, k: _steps(k, i[2], i[1], i[2]),
    ),
    (
        "a step to the right is a whole pixel, {image_shape[2]} positions, not 1",
        lambda i, k: _steps(k, i[2], i[1] * i[2], 1),
    ),
    (
        "row and column lack the channels: each pixel takes {image_shape[2]} positions",
        lambda i, k: _steps(k, i[2], i[1], 1),
    ),
    (
        "the row is multiplied by the channels twice: width * channels is its length",
        lambda i, k: _steps(k, i[2], i[1] * i[2] ** 2, i[2]),
    ),
    (
        "the column is multiplied by the channels twice",
        lambda i, k: _steps(k, i[2], i[1] * i[2], i[2] ** 2),
    ),
    (
        "row and column are multiplied by the channels twice",
        lambda i, k: _steps(k, i[2], i[1] * i[2] ** 2, i[2] ** 2),
    ),
    (
        "the channel is multiplied by the channels, too: it is added as it is",
        lambda i, k: _steps(k, i[2], i[1] * i[2], i[2], i[2]),
    ),
    (
        "the channels of a pixel are neighbours: theirs lie a width apart",
        lambda i, k: _steps(k, i[2], i[1] * i[2], 1, i[1]),
    ),
    (
        "the number of channels is one too small in the steps",
        lambda i, k: _steps(k, i[2], i[1] * (i[2] - 1), i[2] - 1),
    ),
    (
        "the number of channels is added to the pixel's number, not multiplied",
        lambda i, k: _steps(k, i[2], i[1], 1) + i[2],
    ),
    (
        "the position is that of channels first, (channel * height + row) * width + "
        "column: here they are last",
        lambda i, k: _steps(k, i[2], i[1], 1, i[0] * i[1]),
    ),
    (
        "position and order are those of channels first: here the channels go fastest",
        lambda i, k: _all_channels_first(i, k),
    ),
    (
        "the image's shape is unpacked with its channels first: it is (height, width, "
        "channels)",
        _unpacked_first,
    ),
    (
        "both shapes are unpacked with their channels first: they are (height, width, "
        "channels)",
        lambda i, k: boxed(k[1], k[2], k[0], i[2] * i[0], i[0]).ravel(),
    ),
    (
        "the image's shape is unpacked with its channels first, and as many channels "
        "are listed: they come last",
        lambda i, k: _steps(k, i[0], i[2] * i[0], i[0]),
    ),
    (
        "27 is the example's row length: here it is width * channels",
        lambda i, k: _steps(k, i[2], 27, i[2]),
    ),
    (
        "3 is the example's number of channels: here it is the shapes' last number",
        lambda i, k: _steps(k, 3, i[1] * 3, 3),
    ),
    (
        "9 is the example's width: here it is image_shape[1]",
        lambda i, k: _long(i, k, 9),
    ),
    (
        "these are the page's values, 100 * channel + 10 * row + column, not positions",
        lambda i, k: _steps(k, i[2], 10, 1, 100),
    ),
    (
        "row and column are exchanged in the formula: (row * width + column) * "
        "channels + channel",
        lambda i, k: _steps(k, i[2], i[2], i[1] * i[2]),
    ),
    (
        "the pixels are counted column after column, by the height: here row after row",
        lambda i, k: _steps(k, i[2], i[2], i[0] * i[2]),
    ),
    (
        "the positions are counted in Fortran's order, the row fastest: here the "
        "channel goes fastest",
        lambda i, k: _steps(k, i[2], 1, i[0], i[0] * i[1]),
    ),
    (
        "row, column and channel are multiplied, where they are to be added",
        lambda i, k: (
            boxed(k[0], k[1], k[2], 0, 0, 0)
            + np.arange(k[0])[:, None, None]
            * i[1]
            * np.arange(k[1])[:, None]
            * i[2]
            * np.arange(k[2])
        ).ravel(),
    ),
    (
        "the kernel has gaps, as with a dilation of 2: here its pixels are neighbours",
        lambda i, k: _steps(k, i[2], 2 * i[1] * i[2], 2 * i[2]),
    ),
    (
        "these are the offsets, one for each placement: the window has one for each "
        "kernel value",
        offsets,
    ),
    (
        "this is the whole index: its first row is the window asked for",
        lambda i, k: offsets(i, k)[:, None] + window(i, k),
    ),
    (
        "these are the windows of all placements: the first one is asked for",
        lambda i, k: (offsets(i, k)[:, None] + window(i, k)).ravel(),
    ),
    (
        "this is the window a pixel further to the right: the first starts at 0",
        lambda i, k: window(i, k) + i[2],
    ),
    (
        "this is the window a row further down: the first starts at 0",
        lambda i, k: window(i, k) + i[1] * i[2],
    ),
    (
        "rows and columns are counted from 1: the first window starts at 0",
        lambda i, k: window(i, k) + i[1] * i[2] + i[2],
    ),
    (
        "rows, columns and channels are counted from 1, and the first of each is 0",
        lambda i, k: window(i, k) + i[1] * i[2] + i[2] + 1,
    ),
    (
        "the positions, or the channels in them, are counted from 1: the first is 0",
        lambda i, k: window(i, k) + 1,
    ),
    (
        "the window is centred on the first pixel: it starts there",
        lambda i, k: window(i, k) - (k[0] // 2 * i[1] + k[1] // 2) * i[2],
    ),
    (
        "this is the window at the bottom right: the first is at the top left",
        lambda i, k: window(i, k) + offsets(i, k)[-1],
    ),
    (
        "the channels are left out, as in chapter 2: {kernel_shape[2]} positions a "
        "pixel are read",
        lambda i, k: grid(k[0], k[1], i[1]).ravel(),
    ),
    (
        "the window is as large as the output: it has the kernel's size",
        lambda i, k: boxed(*counts(i, k), i[2], i[1] * i[2], i[2]).ravel(),
    ),
    *LISTS,
)
