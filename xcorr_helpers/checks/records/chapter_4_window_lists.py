"""Chapter 4: what goes wrong where a window with channels is listed."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_4_pairs import of_windows
from .chapter_4_parts import Shape, boxed, window


def _box(image: Shape, kernel: Shape) -> np.ndarray:
    return window(image, kernel).reshape(kernel)


def _sized(image: Shape, rows: int, columns: int) -> np.ndarray:
    return boxed(rows, columns, image[2], image[1] * image[2], image[2]).ravel()


def _starts(image: Shape, kernel: Shape) -> np.ndarray:
    return _box(image, kernel)[:, :, 0].ravel()


def _pixels(image: Shape, kernel: Shape) -> np.ndarray:
    rows, columns = np.arange(kernel[0]), np.arange(kernel[1])
    made: np.ndarray = rows[:, None] * image[1] + columns
    return made


def _crossed(image: Shape, kernel: Shape) -> np.ndarray:
    return boxed(*kernel, image[1] * image[2], 1, image[2]).ravel()


def _last_unwritten(image: Shape, kernel: Shape) -> np.ndarray:
    made = window(image, kernel)
    made[-1] = 0
    return made


LISTS: tuple[tuple[Any, Any], ...] = (
    (
        "the kernel's height and width are exchanged: it has {kernel_shape[0]} rows of "
        "{kernel_shape[1]} pixels",
        lambda i, k: _sized(i, k[1], k[0]),
    ),
    (
        "the kernel's height stands for its width, too: a kernel row has "
        "{kernel_shape[1]} pixels",
        lambda i, k: _sized(i, k[0], k[0]),
    ),
    (
        "the kernel's width stands for its height, too: it has {kernel_shape[0]} rows",
        lambda i, k: _sized(i, k[1], k[1]),
    ),
    (
        "whole rows of the image are listed: a kernel row has {kernel_shape[1]} pixels",
        lambda i, k: _sized(i, k[0], i[1]),
    ),
    (
        "all rows of the image are listed: the kernel has {kernel_shape[0]}",
        lambda i, k: _sized(i, i[0], k[1]),
    ),
    (
        "all positions of the image are listed: the kernel reads a part of them",
        lambda i, k: _sized(i, i[0], i[1]),
    ),
    (
        "only the first channel of each pixel is listed: the kernel reads all "
        "{kernel_shape[2]}",
        _starts,
    ),
    (
        "the channel is not added: each pixel's start stands there again and again",
        lambda i, k: _starts(i, k).repeat(i[2]),
    ),
    (
        "the pixels are tiled, where each is to be repeated, once for each channel",
        lambda i, k: (
            np.tile(_starts(i, k), i[2]) + np.tile(np.arange(i[2]), k[0] * k[1])
        ),
    ),
    (
        "pixels and channels are both repeated: the channels are to be tiled",
        lambda i, k: _starts(i, k).repeat(i[2]) + np.arange(i[2]).repeat(k[0] * k[1]),
    ),
    (
        "the window goes channel by channel: the channels of a pixel come together",
        lambda i, k: _box(i, k).transpose(2, 0, 1).ravel(),
    ),
    (
        "the window goes column by column: its first row comes first",
        lambda i, k: _box(i, k).swapaxes(0, 1).ravel(),
    ),
    (
        "the window is listed in Fortran's order, as by .T, its rows fastest: the "
        "channels go fastest",
        lambda i, k: _box(i, k).T.ravel(),
    ),
    (
        "in each row the window goes channel by channel: its pixels come one by one",
        lambda i, k: _box(i, k).swapaxes(1, 2).ravel(),
    ),
    (
        "the first channel of each pixel is left out: channels count from 0",
        lambda i, k: _box(i, k)[:, :, 1:].ravel(),
    ),
    (
        "the last channel of each pixel is left out: the kernel reads all "
        "{kernel_shape[2]}",
        lambda i, k: _box(i, k)[:, :, :-1].ravel(),
    ),
    (
        "the last row of the kernel is left out: it has {kernel_shape[0]}",
        lambda i, k: _sized(i, k[0] - 1, k[1]),
    ),
    (
        "the first row of the kernel is left out: rows count from 0",
        lambda i, k: _box(i, k)[1:].ravel(),
    ),
    (
        "only the first row of the kernel is there: {kernel_shape[0]} of them follow "
        "each other",
        lambda i, k: _sized(i, 1, k[1]),
    ),
    (
        "only the last row of the kernel is there: is the list made anew each time?",
        lambda i, k: _box(i, k)[-1].ravel(),
    ),
    (
        "only the start of each row is there: each has {kernel_shape[1]} pixels of "
        "{kernel_shape[2]} channels",
        lambda i, k: _box(i, k)[:, 0, 0],
    ),
    (
        "only the first pixel is there: is the return inside of the loop?",
        lambda i, k: _box(i, k)[0, 0],
    ),
    (
        "each row repeats the first: a row down is width * channels further",
        lambda i, k: np.broadcast_to(_box(i, k)[0], k).ravel(),
    ),
    (
        "the last column of the kernel is left out: a kernel row has {kernel_shape[1]}",
        lambda i, k: _sized(i, k[0], k[1] - 1),
    ),
    (
        "the first column of the kernel is left out: columns count from 0",
        lambda i, k: _box(i, k)[:, 1:].ravel(),
    ),
    (
        "the kernel is a row and a column too large",
        lambda i, k: _sized(i, k[0] + 1, k[1] + 1),
    ),
    (
        "the kernel is a row and a column too small",
        lambda i, k: _sized(i, k[0] - 1, k[1] - 1),
    ),
    (
        "the kernel is turned in rows and columns, as for a convolution",
        lambda i, k: _box(i, k)[::-1, ::-1].ravel(),
    ),
    (
        "the window is listed from its end: the first value comes first",
        lambda i, k: window(i, k)[::-1],
    ),
    (
        "the channels of each pixel are listed backwards",
        lambda i, k: _box(i, k)[:, :, ::-1].ravel(),
    ),
    (
        "the rows run from the bottom to the top",
        lambda i, k: _box(i, k)[::-1].ravel(),
    ),
    (
        "the columns run from right to left",
        lambda i, k: _box(i, k)[:, ::-1].ravel(),
    ),
    (
        "the window is a vector: ravel() makes it flat",
        _box,
    ),
    (
        "the window is a vector, by ravel(), and the kernel is not turned: two slips",
        lambda i, k: _box(i, k)[::-1, ::-1],
    ),
    (
        "each kernel row is {kernel_shape[1]} pixels of {kernel_shape[2]} channels: "
        "only {kernel_shape[1]} positions are listed",
        lambda i, k: (np.arange(k[0])[:, None] * i[1] * i[2] + np.arange(k[1])).ravel(),
    ),
    (
        "column and channel are exchanged in the formula: (row * width + column) * "
        "channels + channel",
        lambda i, k: _crossed(i, k),
    ),
    (
        "two slips: there is a jump at the end of a kernel row; and the window is not "
        "made flat",
        lambda i, k: np.arange(np.prod(k)).reshape(k),
    ),
    (
        "pixels and channels are two axes: the window is a vector, by ravel()",
        lambda i, k: window(i, k).reshape(-1, k[2]),
    ),
    (
        "the rows are an axis of their own: the window is a vector, by ravel()",
        lambda i, k: window(i, k).reshape(k[0], -1),
    ),
    (
        "these are rows, columns and channels: a position is (row * width + column) * "
        "channels + channel",
        lambda i, k: np.argwhere(np.ones(k)),
    ),
    (
        "the last value is left at 0: does the loop end too early?",
        _last_unwritten,
    ),
    (
        "the channels lack an axis of their own: pixels[:, :, None] makes room",
        lambda i, k: _pixels(i, k) * i[2] + np.arange(i[2]),
    ),
    (
        "rows and columns share one axis: rows[:, None] makes each meet each",
        lambda i, k: np.arange(k[0]) * i[1] + np.arange(k[1]),
    ),
    (
        "rows and columns share one axis, with their steps: rows[:, None] parts them",
        lambda i, k: np.arange(k[0])[None] * i[1] * i[2] + np.arange(k[1]) * i[2],
    ),
    *of_windows(),
)
