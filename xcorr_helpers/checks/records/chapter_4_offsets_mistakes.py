"""Chapter 4: what goes wrong where offsets with channels are counted."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_4_offsets_lists import LISTS
from .chapter_4_parts import Shape, counts, offsets, window


def _steps(image: Shape, kernel: Shape, row: int, column: int) -> np.ndarray:
    return grid(*counts(image, kernel), row, column).ravel()


def _long(image: Shape, kernel: Shape, length: int) -> np.ndarray:
    """List the offsets in rows of that many pixels."""
    return _steps(image, kernel, length * image[2], image[2])


def _turned(image: Shape) -> Shape:
    return image[1], image[0], image[2]


def _unpacked_first(image: Shape, kernel: Shape) -> np.ndarray:
    channels, height, width = image
    return offsets((height, width, channels), kernel)


def _row(i: Shape, k: Shape) -> str:
    return f"a row is width * channels = {i[1] * i[2]} positions long, not {i[1]}"


MISTAKES: tuple[tuple[Any, Any], ...] = (
    (
        "a step to the right is a whole pixel, {image_shape[2]} positions, not 1",
        lambda i, k: _steps(i, k, i[1] * i[2], 1),
    ),
    (
        _row,
        lambda i, k: _steps(i, k, i[1], i[2]),
    ),
    (
        "rows and columns lack the channels: that is for a grey image, or for channels "
        "first",
        lambda i, k: _steps(i, k, i[1], 1),
    ),
    (
        "the rows are multiplied by the channels twice: a row is width * channels long",
        lambda i, k: _steps(i, k, i[1] * i[2] ** 2, i[2]),
    ),
    (
        "the columns are multiplied by the channels twice",
        lambda i, k: _steps(i, k, i[1] * i[2], i[2] ** 2),
    ),
    (
        "rows and columns are both multiplied by the channels twice",
        lambda i, k: _steps(i, k, i[1] * i[2] ** 2, i[2] ** 2),
    ),
    (
        "the columns are multiplied by the width, too: only the rows are",
        lambda i, k: _steps(i, k, i[1] * i[2], i[1] * i[2]),
    ),
    (
        "the columns lack the channels, and the row length holds the output's width, "
        "not the image's",
        lambda i, k: _steps(i, k, (i[1] - k[1] + 1) * i[2], 1),
    ),
    (
        "the number of channels is added to the columns, not multiplied",
        lambda i, k: _steps(i, k, i[1] * i[2], 1) + i[2],
    ),
    (
        "the number of channels is added to the pixel's number, not multiplied",
        lambda i, k: _steps(i, k, i[1], 1) + i[2],
    ),
    (
        "the number of channels, {image_shape[2]}, is one too small",
        lambda i, k: _steps(i, k, i[1] * (i[2] - 1), i[2] - 1),
    ),
    (
        "the number of channels, {image_shape[2]}, is one too large",
        lambda i, k: _steps(i, k, i[1] * (i[2] + 1), i[2] + 1),
    ),
    (
        "3 is the example's number of channels: here it is image_shape[2]",
        lambda i, k: _steps(i, k, i[1] * 3, 3),
    ),
    (
        "27 is the example's row length: here it is width * channels",
        lambda i, k: _steps(i, k, 27, i[2]),
    ),
    (
        "9 is the example's width: here it is image_shape[1]",
        lambda i, k: _long(i, k, 9),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not its height, "
        "{image_shape[0]}",
        lambda i, k: _long(i, k, i[0]),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not its height, and "
        "the columns lack the channels",
        lambda i, k: _steps(i, k, i[0] * i[2], 1),
    ),
    (
        "the image's height and width are exchanged, in counts and row length",
        lambda i, k: offsets(_turned(i), k),
    ),
    (
        "the image's height and width are exchanged in the counts of placements",
        lambda i, k: grid(*counts(_turned(i), k), i[1] * i[2], i[2]).ravel(),
    ),
    (
        "the image's shape is unpacked with its channels first: it is (height, width, "
        "channels)",
        _unpacked_first,
    ),
    (
        "both shapes are unpacked with their channels first: they are (height, width, "
        "channels)",
        lambda i, k: offsets((i[1], i[2], i[0]), (k[1], k[2], k[0])),
    ),
    (
        "the kernel's shape is unpacked with its channels first: it is (height, width, "
        "channels)",
        lambda i, k: offsets(i, (k[1], k[2], k[0])),
    ),
    (
        "the kernel's height and width are exchanged: it has {kernel_shape[0]} rows of "
        "{kernel_shape[1]} pixels",
        lambda i, k: offsets(i, (k[1], k[0], k[2])),
    ),
    (
        "the kernel's height is taken off the width: across, {kernel_shape[1]} pixels "
        "must fit",
        lambda i, k: offsets(i, (k[0], k[0], k[2])),
    ),
    (
        "the kernel's width is taken off the height: down, {kernel_shape[0]} rows must "
        "fit",
        lambda i, k: offsets(i, (k[1], k[1], k[2])),
    ),
    (
        "the kernel's channels are taken off the width: its width, {kernel_shape[1]}, "
        "is to be",
        lambda i, k: offsets(i, (k[0], k[2], k[2])),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the output's: "
        "there is a jump at the end of a row",
        lambda i, k: _long(i, k, i[1] - k[1] + 1),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the kernel's, "
        "{kernel_shape[1]}",
        lambda i, k: _long(i, k, k[1]),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the kernel's "
        "height, {kernel_shape[0]}",
        lambda i, k: _long(i, k, k[0]),
    ),
    (
        "the row length holds the image's width, {image_shape[1]}, not the output's "
        "height",
        lambda i, k: _long(i, k, i[0] - k[0] + 1),
    ),
    (
        "the row length holds the image's width: it counts from the start of a row, "
        "not from a kernel's end",
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
        "the rows lack the width: a row is width * channels positions long",
        lambda i, k: _long(i, k, 1),
    ),
    (
        "rows and columns are multiplied, where they are to be added",
        lambda i, k: (
            np.arange(counts(i, k)[0])[:, None]
            * np.arange(counts(i, k)[1])
            * (i[1] * i[2])
        ).ravel(),
    ),
    (
        "row and column are exchanged in the formula: it is row * width + column",
        lambda i, k: _steps(i, k, i[2], i[1] * i[2]),
    ),
    (
        "the pixels are counted column after column, by the height: here row after row",
        lambda i, k: _steps(i, k, i[2], i[0] * i[2]),
    ),
    (
        "this is the window, what one placement reads: an offset is where one starts",
        window,
    ),
    (
        "this is the whole index: its first column are the offsets",
        lambda i, k: offsets(i, k)[:, None] + window(i, k),
    ),
    (
        "these are the ends of the placements: an offset is where one starts",
        lambda i, k: offsets(i, k) + window(i, k)[-1],
    ),
    (
        "these are the centres of the placements: an offset is where one starts",
        lambda i, k: offsets(i, k) + (k[0] // 2 * i[1] + k[1] // 2) * i[2],
    ),
    *LISTS,
)
