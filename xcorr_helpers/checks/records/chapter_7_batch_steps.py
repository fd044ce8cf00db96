"""Chapter 7: gradients of a batch's kernels that go wrong, or stop, in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import grid
from .chapter_7_batch_pairs import PAIRS
from .chapter_7_batch_shapes import gathered, product, summed, windows
from .chapter_7_parts import Shape

Join = Callable[[np.ndarray, np.ndarray], np.ndarray]
_SUM = ([0, 1, 2], [0, 1, 2])


def _at_once(g: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    joined: np.ndarray = g[..., None] * pixels[..., None, :]
    return joined.sum((0, 1, 2))


def _as_rows(g: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    rows: np.ndarray = g.reshape(-1, g.shape[3]).T
    return rows @ pixels.reshape(-1, pixels.shape[3])


# What multiplies and adds: each stops with an error of its own.
JOINS: tuple[Join, ...] = (
    lambda g, pixels: np.einsum("nijk,nijc->kc", g, pixels),
    lambda g, pixels: np.tensordot(g, pixels, _SUM),
    _at_once,
    _as_rows,
)


def _slices(
    join: Join, start: int, size: Any, g: np.ndarray, x: np.ndarray, ks: Shape
) -> np.ndarray:
    """Take a slice for each kernel value, from its place on."""
    rows, columns = size(g, x, ks)
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    for i, j in np.ndindex(*ks):
        top, left = i + start, j + start
        pixels = x[:, top : top + rows, left : left + columns]
        gradient[:, i, j] = join(g, pixels)
    return gradient


def _ended(join: Join, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Let all slices end at the output's size."""
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    for i, j in np.ndindex(*ks):
        gradient[:, i, j] = join(g, x[:, i : g.shape[1], j : g.shape[2]])
    return gradient


def _placements(size: Any, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Add a window for each placement."""
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    for n in range(len(g)):
        for row, column in np.ndindex(*size(g, x, ks)):
            pixels = x[n, row : row + ks[0], column : column + ks[1]]
            gradient += g[n, row, column][:, None, None, None] * pixels
    return gradient


def _of_size(kernel_shape: Any, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Add windows of another size to a gradient of kernel_shape."""
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    height, width = kernel_shape(ks)
    for row, column in np.ndindex(*g.shape[1:3]):
        pixels = x[:, row : row + height, column : column + width]
        gradient += np.einsum("nk,nijc->kijc", g[:, row, column], pixels)
    return gradient


def _indexed(
    jump: Any, size: Any, g: np.ndarray, x: np.ndarray, ks: Shape
) -> np.ndarray:
    """Gather by flat positions; the rows of window and offsets jump by some width."""
    channels = x.shape[3]
    in_window, in_offsets = jump(g, x, ks)
    pixels = grid(*ks, in_window)[:, :, None] * channels + np.arange(channels)
    offsets = grid(*size(g, x, ks), in_offsets).reshape(-1, 1) * channels
    index = offsets + pixels.ravel()
    rows = x.reshape(len(x), -1)[:, index].reshape(-1, index.shape[1])
    made: np.ndarray = g.reshape(-1, g.shape[3]).T @ rows
    return made.reshape(g.shape[3], *ks, channels)


def _out(g: np.ndarray, x: np.ndarray, ks: Shape) -> tuple[int, int]:
    return g.shape[1], g.shape[2]


def _exchanged(g: np.ndarray, x: np.ndarray, ks: Shape) -> tuple[int, int]:
    return g.shape[2], g.shape[1]


def _whole(g: np.ndarray, x: np.ndarray, ks: Shape) -> tuple[int, int]:
    return x.shape[1], x.shape[2]


def _kernel(g: np.ndarray, x: np.ndarray, ks: Shape) -> Shape:
    return ks


def _small_windows(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Look at windows of the kernel's size, where the output's is due."""
    return np.einsum("nuvcij,nijk->kuvc", sliding_window_view(x, ks, (1, 2)), g)


def _in_ints(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    return np.trunc(summed(g, x, ks)).astype(int)


def _mixed_rows(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    seen = np.moveaxis(windows(x, ks), 0, 2)
    made: np.ndarray = g.reshape(-1, g.shape[3]).T @ seen.reshape(g[..., 0].size, -1)
    return made.reshape(g.shape[3], *ks, x.shape[3])


_SIDES = (
    (
        "the output's height and width are exchanged: output_gradient has the shape "
        "(N, out_height, out_width, K)",
        _exchanged,
    ),
    (
        "the slices are as large as the kernel: each kernel value met as many pixels "
        "as there are placements, output_gradient.shape[1:3]",
        _kernel,
    ),
)
_COUNTED = (
    "the kernel's places are counted from 1: value (0, 0) met the pixel at row + 0, "
    "column + 0"
)
_ENDS = (
    "the slices run to the images' end, or all end at the output's size: the one of "
    "value (i, j) ends at i + out_height, j + out_width"
)
_PLACEMENTS = (
    (
        "the output's height and width are exchanged: output_gradient has the shape "
        "(N, out_height, out_width, K)",
        _exchanged,
    ),
    (
        "the loops run over all pixels of an image: the placements are "
        "output_gradient.shape[1:3]",
        _whole,
    ),
)
_JUMPS = (
    (
        "a row of the offsets is taken to be as long as the output's, so placements "
        "are counted on: from row to row they jump by the images' width",
        lambda g, x, ks: (x.shape[2], g.shape[2]),
    ),
    (
        "the window's rows jump by the output's width: in the images the next row is "
        "one images' width further",
        lambda g, x, ks: (g.shape[2], x.shape[2]),
    ),
    (
        "the window's rows jump by the kernel's width: in the images the next row is "
        "one images' width further",
        lambda g, x, ks: (ks[1], x.shape[2]),
    ),
    (
        "the images' height stands for their width in the index: rows jump by "
        "images.shape[2]",
        lambda g, x, ks: (x.shape[1], x.shape[1]),
    ),
    (
        "the output's width stands for the images' in the whole index: rows jump by "
        "images.shape[2]",
        lambda g, x, ks: (g.shape[2], g.shape[2]),
    ),
)
STEPS = (
    *(
        (text, partial(_slices, join, 0, size))
        for text, size in _SIDES
        for join in JOINS
    ),
    *((_COUNTED, partial(_slices, join, 1, _out)) for join in JOINS),
    *((_ENDS, partial(_slices, join, 0, _whole)) for join in JOINS),
    *((_ENDS, partial(_ended, join)) for join in JOINS[2:]),
    *((text, partial(_placements, size)) for text, size in _PLACEMENTS),
    *((text, partial(_indexed, jump, _out)) for text, jump in _JUMPS),
    (
        "the windows are as large as the kernel, and i, j run over its values: they "
        "run over the placements, so the windows are of output_gradient.shape[1:3]",
        _small_windows,
    ),
    (
        "kernel_shape is taken as (kernel_width, kernel_height) in the windows: its "
        "rows come first",
        partial(_of_size, lambda ks: ks[::-1]),
    ),
    (
        "the kernel's height stands for its width in the windows: they are "
        "kernel_shape",
        partial(_of_size, lambda ks: (ks[0], ks[0])),
    ),
    (
        "the growths lack .T: they are (placements, K), and @ adds over the placements",
        lambda g, x, ks: g.reshape(-1, g.shape[3]) @ gathered(x, ks),
    ),
    (
        "the result holds whole numbers only: np.zeros without an int type holds "
        "fractions",
        _in_ints,
    ),
    (
        "the product is a kernel a column, and is reshaped to (K, kernel_height, "
        "kernel_width, C) column by column",
        lambda g, x, ks: product(g, x, ks).reshape(
            g.shape[3], *ks, x.shape[3], order="F"
        ),
    ),
    (
        "the gathered rows stand by placements first, the growths by images first: "
        "both need the same order",
        _mixed_rows,
    ),
    (
        "each kernel's rows are reversed: its first row met the pixels at row + 0",
        lambda g, x, ks: summed(g, x, ks)[:, ::-1],
    ),
    (
        "each kernel's columns are reversed: its first column met the pixels at column "
        "+ 0",
        lambda g, x, ks: summed(g, x, ks)[:, :, ::-1],
    ),
    (
        "the kernel's size is written as 2 x 3: it is kernel_shape",
        lambda g, x, ks: _indexed(lambda *_: (x.shape[2],) * 2, _out, g, x, (2, 3)),
    ),
    *PAIRS,
)
