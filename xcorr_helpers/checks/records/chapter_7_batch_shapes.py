"""Chapter 7: gradients of a batch's kernels in wrong axes."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .chapter_7_parts import Shape


def summed(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Multiply growths and pixels, and add over images and placements."""
    total: np.ndarray = each(g, x, ks).sum(0)
    return total


def each(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Make the gradient of each image: N, K, kernel_height, kernel_width, C."""
    n_images, rows, columns, n_kernels = g.shape
    dtype = np.result_type(g, x, np.int64)
    gradient = np.zeros((n_images, n_kernels, *ks, x.shape[3]), dtype)
    for i, j in np.ndindex(*ks):
        pixels = x[:, i : i + rows, j : j + columns]
        gradient[:, :, i, j] = np.einsum("nrck,nrcd->nkd", g, pixels)
    return gradient


def windows(x: np.ndarray, ks: Shape) -> np.ndarray:
    """Look at all windows: N, row, column, kernel row, kernel column, channel."""
    return np.moveaxis(sliding_window_view(x, ks, axis=(1, 2)), 3, -1)


def gathered(x: np.ndarray, ks: Shape) -> np.ndarray:
    """List the windows of all images, one a row."""
    return windows(x, ks).reshape(-1, ks[0] * ks[1] * x.shape[3])


def product(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Make the product of windows and growths, a column a kernel."""
    made = summed(g, x, ks)
    return made.reshape(len(made), -1).T


def mixed(g: np.ndarray) -> np.ndarray:
    """Cut the growths as if the kernels came first."""
    return g.reshape(g.shape[3], -1).T.reshape(g.shape)


def _of_so_many(n: int, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Take another number for that of the kernels."""
    made: np.ndarray = gathered(x, ks).T @ g.reshape(-1, n)
    return made.T.reshape(n, *ks, x.shape[3])


SHAPES = (
    (
        "the kernels are mixed: the product has a column for each, and a reshape moves "
        "no number; first .T, then reshape",
        lambda g, x, ks: product(g, x, ks).reshape(g.shape[3], *ks, x.shape[3]),
    ),
    (
        "the kernels' axis comes last: it is asked for first, (K, kernel_height, "
        "kernel_width, C)",
        lambda g, x, ks: np.moveaxis(summed(g, x, ks), 0, -1),
    ),
    (
        "the channels' axis comes before rows and columns: it is asked for last, (K, "
        "kernel_height, kernel_width, C)",
        lambda g, x, ks: np.moveaxis(summed(g, x, ks), -1, 1),
    ),
    (
        "the channels' axis comes first: it is asked for last, (K, kernel_height, "
        "kernel_width, C)",
        lambda g, x, ks: np.moveaxis(summed(g, x, ks), -1, 0),
    ),
    (
        "kernels and channels are exchanged: the kernels' axis is the first, the "
        "channels' the last",
        lambda g, x, ks: summed(g, x, ks).swapaxes(0, 3),
    ),
    (
        "all axes are in reverse order: .T turns all four; np.moveaxis(out, -1, 0) "
        "moves one",
        lambda g, x, ks: summed(g, x, ks).T,
    ),
    (
        "each kernel is transposed: its rows come before its columns",
        lambda g, x, ks: summed(g, x, ks).swapaxes(1, 2),
    ),
    (
        "rows and columns of each kernel are exchanged in the values, but not in the "
        "shape",
        lambda g, x, ks: (
            summed(g, x, ks).swapaxes(1, 2).reshape(g.shape[3], *ks, x.shape[3])
        ),
    ),
    (
        "it is reshaped to (K, kernel_width, kernel_height, C): kernel_shape is "
        "(kernel_height, kernel_width)",
        lambda g, x, ks: summed(g, x, ks).reshape(g.shape[3], *ks[::-1], x.shape[3]),
    ),
    (
        "it is reshaped to (K, C, kernel_height, kernel_width): the channels run "
        "fastest in a window, so they come last",
        lambda g, x, ks: summed(g, x, ks).reshape(g.shape[3], x.shape[3], *ks),
    ),
    (
        "the channels come before rows and columns in the values, but not in the "
        "shape: they run fastest in a window",
        lambda g, x, ks: np.moveaxis(summed(g, x, ks), -1, 1).reshape(
            g.shape[3], *ks, x.shape[3]
        ),
    ),
    (
        "the product is turned by .T, and reshaped as if the kernels came last",
        lambda g, x, ks: summed(g, x, ks).reshape(*ks, x.shape[3], g.shape[3]),
    ),
    (
        "it is reshaped in Fortran order, and that mixes the values of each kernel",
        lambda g, x, ks: product(g, x, ks).T.reshape(
            g.shape[3], *ks, x.shape[3], order="F"
        ),
    ),
    (
        "each kernel is a row of numbers: .reshape(K, kernel_height, kernel_width, C) "
        "makes its axes",
        lambda g, x, ks: product(g, x, ks).T,
    ),
    (
        "this is the product, a kernel a column: .T, and then .reshape(K, "
        "kernel_height, kernel_width, C)",
        lambda g, x, ks: product(g, x, ks),
    ),
    (
        "all values stand in one row: .reshape(K, kernel_height, kernel_width, C) "
        "makes their axes",
        lambda g, x, ks: summed(g, x, ks).ravel(),
    ),
    (
        "the images' axis is left: each kernel has one gradient, the sum over all "
        "images",
        each,
    ),
    (
        "the images' axis is left, with length 1: sum(axis=0) takes it away",
        lambda g, x, ks: summed(g, x, ks)[None],
    ),
    (
        "the images' axis is left, and the product is a kernel a column for each: add "
        "over the images, .T, reshape",
        lambda g, x, ks: each(g, x, ks).reshape(len(g), g.shape[3], -1).swapaxes(1, 2),
    ),
    (
        "the channels are added up: each has values of its own in a kernel, C comes "
        "last",
        lambda g, x, ks: summed(g, x, ks).sum(-1),
    ),
    (
        "the kernels are added up: each has a gradient of its own, K comes first",
        lambda g, x, ks: summed(g, x, ks).sum(0),
    ),
    (
        "the number of images is taken for that of the kernels: they are the last "
        "axis, output_gradient.shape[3]",
        lambda g, x, ks: _of_so_many(len(g), g, x, ks),
    ),
    (
        "the output's height is taken for the number of kernels: they are the last "
        "axis, output_gradient.shape[3]",
        lambda g, x, ks: _of_so_many(g.shape[1], g, x, ks),
    ),
    (
        "the output's width is taken for the number of kernels: they are the last "
        "axis, output_gradient.shape[3]",
        lambda g, x, ks: _of_so_many(g.shape[2], g, x, ks),
    ),
    (
        "the number of channels is taken for that of the kernels: they are the last "
        "axis, output_gradient.shape[3]",
        lambda g, x, ks: _of_so_many(x.shape[3], g, x, ks),
    ),
    (
        "the growths are reshaped to (K, ...), but their kernels come last: "
        "reshape(-1, K), and then .T",
        lambda g, x, ks: summed(mixed(g), x, ks),
    ),
    (
        "growths and product are both reshaped where .T is needed: a reshape moves no "
        "number",
        lambda g, x, ks: product(mixed(g), x, ks).reshape(g.shape[3], *ks, x.shape[3]),
    ),
)
