"""Chapter 7: shares of the image's gradient that go to wrong places."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_7_parts import (
    Shape,
    cut_or_padded,
    full,
    scattered,
    turned,
)


def _in_loops(place: Any, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    """Add each share where `place` says."""
    gradient = np.zeros(s)
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(k.shape):
            gradient[place(row, column, i, j)] += g[row, column] * k[i, j]
    return gradient


def _turned_slices(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    gradient = np.zeros(s)
    for i, j in np.ndindex(k.shape):
        gradient[j : j + g.shape[0], i : i + g.shape[1]] += g * k[i, j]
    return gradient


def _every_pixel(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    gradient = np.zeros(s)
    for row, column in np.ndindex(*s):
        gradient[row, column] += g[row, column] * k[0, 0]
    return gradient


def _short_slices(less: Shape, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    rows, columns = g.shape[0] - less[0], g.shape[1] - less[1]
    gradient = np.zeros(s)
    for i, j in np.ndindex(k.shape):
        gradient[i : i + rows, j : j + columns] += g * k[i, j]
    return gradient


def _padded(mode: str, g: np.ndarray, k: np.ndarray) -> np.ndarray:
    """Correlate padded growths with the turned kernel."""
    rows, columns = (n - 1 for n in k.shape)
    wide = np.pad(g, ((rows, rows), (columns, columns)), mode=mode)  # type: ignore
    return full(wide, k)[rows : wide.shape[0], columns : wide.shape[1]]


def _valid(g: np.ndarray, k: np.ndarray) -> np.ndarray:
    start = [min(pair) - 1 for pair in zip(g.shape, k.shape)]
    stop = [max(pair) for pair in zip(g.shape, k.shape)]
    return full(g, k)[start[0] : stop[0], start[1] : stop[1]]


def _same(array: np.ndarray, k: np.ndarray) -> np.ndarray:
    start = (k.shape[0] - 1) // 2, (k.shape[1] - 1) // 2
    return cut_or_padded(full(array, k), array.shape, start)


def _by_step(step: int, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    """Scatter by positions of which a row takes `step`."""
    (rows, columns), (height, width) = g.shape, k.shape
    offsets, window = grid(rows, columns, step), grid(height, width, step)
    index = offsets.reshape(-1, 1) + window.ravel()
    return scattered(index, np.outer(g, k), s)


PLACES = (
    (
        "each value of a kernel sends to the wrong end of the window: a scatter does "
        "not turn the kernel, a full correlation has to, once",
        lambda g, k, s: full(g, turned(k)),
    ),
    (
        "the kernel's columns are reversed: a full correlation turns rows and columns, "
        "a scatter neither",
        lambda g, k, s: full(g, k[:, ::-1]),
    ),
    (
        "the kernel's rows are reversed: a full correlation turns rows and columns, a "
        "scatter neither",
        lambda g, k, s: full(g, k[::-1]),
    ),
    (
        "the whole gradient is turned: in a full correlation it is the kernel that is "
        "turned, not the growths",
        lambda g, k, s: turned(full(g, k)),
    ),
    (
        "the growths are turned: correlate2d turns its second argument, and that "
        "should be the kernel",
        lambda g, k, s: full(turned(g), k),
    ),
    (
        "this is the output's shape, {output_gradient.shape}: mode 'same' cuts the "
        "border off, 'full' keeps it",
        lambda g, k, s: _same(g, k),
    ),
    (
        "this is cut to where the kernel fits in: mode 'valid' makes it smaller, "
        "'full' as large as the image",
        lambda g, k, s: _valid(g, k),
    ),
    (
        "this is the output's shape, {output_gradient.shape}: a gradient has a number "
        "for each pixel, and the last rows and columns are cut off",
        lambda g, k, s: full(g, k)[: g.shape[0], : g.shape[1]],
    ),
    (
        "this is the output's shape, cut from the middle: each pixel of the image has "
        "a gradient",
        lambda g, k, s: cut_or_padded(
            full(g, k), g.shape, (k.shape[0] // 2, k.shape[1] // 2)
        ),
    ),
    (
        "the gradient is shifted by half a kernel: 'same' centres the kernel, a "
        "placement starts at its top left",
        lambda g, k, s: cut_or_padded(
            full(g, k), s, ((k.shape[0] - 1) // 2, (k.shape[1] - 1) // 2)
        ),
    ),
    (
        "each placement is taken to stand at the kernel's middle, and what leaves the "
        "image comes in again: it stands at its top left",
        lambda g, k, s: np.roll(
            full(g, k), (-(k.shape[0] // 2), -(k.shape[1] // 2)), (0, 1)
        ),
    ),
    (
        "each placement is taken to stand at the kernel's middle: it stands at its top "
        "left",
        lambda g, k, s: cut_or_padded(
            full(g, k), s, (k.shape[0] // 2, k.shape[1] // 2)
        ),
    ),
    (
        "the growths are read forward from each pixel, at row + i: the placements that "
        "read it start before it, at row - i",
        lambda g, k, s: cut_or_padded(
            full(g, turned(k)), s, (k.shape[0] - 1, k.shape[1] - 1)
        ),
    ),
    (
        "the growths are padded in front only: kernel_height - 1 rows and kernel_width "
        "- 1 columns go on each side",
        lambda g, k, s: cut_or_padded(full(g, k), s, (1 - k.shape[0], 1 - k.shape[1])),
    ),
    (
        "the growths are padded behind only: kernel_height - 1 rows and kernel_width - "
        "1 columns go on each side",
        lambda g, k, s: cut_or_padded(full(g, k), s, (k.shape[0] - 1, k.shape[1] - 1)),
    ),
    (
        "the growths are padded by the whole kernel: one row and column less on each "
        "side",
        lambda g, k, s: np.pad(full(g, k), 1),
    ),
    (
        "the growths are padded with copies of their edge: beyond it there is no "
        "placement, so 0",
        lambda g, k, s: _padded("edge", g, k),
    ),
    (
        "shares that leave at one side come in at the other: an index below 0 counts "
        "from the end; it is row + i, not row - i",
        lambda g, k, s: _in_loops(lambda r, c, i, j: (r - i, c - j), g, k, s),
    ),
    (
        "the kernel's row and column are exchanged in the pixel's place: it is row + "
        "i, column + j for kernel[i, j]",
        lambda g, k, s: _in_loops(lambda r, c, i, j: (r + j, c + i), g, k, s),
    ),
    (
        "the placement's row and column are exchanged in the pixel's place: it is row "
        "+ i, column + j",
        lambda g, k, s: _in_loops(lambda r, c, i, j: (c + i, r + j), g, k, s),
    ),
    (
        "the kernel's place is left out: each share goes to the pixel at row + i, "
        "column + j, not to the placement's first",
        lambda g, k, s: cut_or_padded(g * k.sum(), s),
    ),
    (
        "the placement's own place is left out: each share goes to row + i, column + "
        "j, not to the first window",
        lambda g, k, s: cut_or_padded(k * g.sum(), s),
    ),
    (
        "kernel rows and columns are exchanged in the slices: i moves down, j to the "
        "right",
        _turned_slices,
    ),
    (
        "every pixel is taken for a placement: there are only {output_gradient.shape}",
        _every_pixel,
    ),
    (
        "off by one: the slices have as many rows and columns as the growths, height - "
        "kernel_height + 1",
        lambda g, k, s: _short_slices((1, 1), g, k, s),
    ),
    (
        "off by one: the slices have as many rows as the growths, height - "
        "kernel_height + 1",
        lambda g, k, s: _short_slices((1, 0), g, k, s),
    ),
    (
        "the slices are too narrow for the growths: they go from j to j + width - "
        "kernel_width + 1, in a target as large as the image",
        lambda g, k, s: _short_slices((0, 1), g, k, s),
    ),
    (
        "a row of the image is taken to be as long as its height, {image_shape[0]}: "
        "the step is the width",
        lambda g, k, s: _by_step(s[0], g, k, s),
    ),
    (
        "a row of the image is taken to be as long as the output's: the step is the "
        "image's width, {image_shape[1]}",
        lambda g, k, s: _by_step(g.shape[1], g, k, s),
    ),
)
