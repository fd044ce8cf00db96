"""Chapter 7: gradients of the kernels in wrong axes, or of wrong kernels."""

from __future__ import annotations

import numpy as np

from .._cases import gather_sum
from .chapter_7_parts import Shape, windows


def right(g: np.ndarray, image: np.ndarray) -> np.ndarray:
    """Correlate the image with each kernel's growths."""
    return np.array([gather_sum(image, one) for one in np.moveaxis(g, 2, 0)])


def product(g: np.ndarray, image: np.ndarray) -> np.ndarray:
    """Make the product of the gathered pixels and the growths, a column a kernel."""
    made = right(g, image)
    return made.reshape(len(made), -1).T


def _wider(g: np.ndarray, image: np.ndarray, wide: Shape) -> np.ndarray:
    """Correlate with zeros around the image, so many rows and columns."""
    return right(g, np.pad(image, [(n, n) for n in wide]))


def _full(g: np.ndarray, image: np.ndarray) -> np.ndarray:
    return _wider(g, image, (g.shape[0] - 1, g.shape[1] - 1))


def _same(g: np.ndarray, image: np.ndarray) -> np.ndarray:
    (height, width), (rows, columns) = image.shape, g.shape[:2]
    top, left = rows // 2, columns // 2
    return _full(g, image)[:, top : top + height, left : left + width]


def _of_so_many(n: int, g: np.ndarray, image: np.ndarray, ks: Shape) -> np.ndarray:
    """Take another number for that of the kernels."""
    gathered = windows(image, ks).reshape(-1, ks[0] * ks[1])
    made: np.ndarray = gathered.T @ g.reshape(-1, n)
    return made.T.reshape(n, *ks)


def _one_too_far(g: np.ndarray, image: np.ndarray) -> np.ndarray:
    return np.stack([gather_sum(image, g[:, :, k + 1]) for k in range(g.shape[2])])


SHAPES = (
    (
        "the kernels are mixed: the product has a column for each, and a reshape moves "
        "no number; first .T, then reshape",
        lambda g, i, ks: product(g, i).reshape(g.shape[2], *ks),
    ),
    (
        "the kernels' axis comes last: it is asked for first, (K, kernel_height, "
        "kernel_width)",
        lambda g, i, ks: np.moveaxis(right(g, i), 0, -1),
    ),
    (
        "the kernels' axis stands in the middle: it comes first",
        lambda g, i, ks: np.moveaxis(right(g, i), 0, 1),
    ),
    (
        "each kernel is transposed: where the kernels come to the front, rows and "
        "columns keep their order, as np.moveaxis(out, -1, 0) does",
        lambda g, i, ks: right(g, i).swapaxes(1, 2),
    ),
    (
        "the first axis is moved to the end, not the last to the front: "
        "np.moveaxis(out, -1, 0)",
        lambda g, i, ks: right(g, i).transpose(2, 0, 1),
    ),
    (
        "each kernel's values go column by column: rows and columns are exchanged in "
        "them, but not in the shape",
        lambda g, i, ks: right(g, i).swapaxes(1, 2).reshape(g.shape[2], *ks),
    ),
    (
        "it is reshaped to (K, kernel_width, kernel_height): kernel_shape is "
        "(kernel_height, kernel_width)",
        lambda g, i, ks: right(g, i).reshape(-1, *ks[::-1]),
    ),
    (
        "it is reshaped in Fortran order, and that mixes the values of each kernel",
        lambda g, i, ks: product(g, i).T.reshape(-1, *ks, order="F"),
    ),
    (
        "each kernel is a row of numbers: .reshape(K, *kernel_shape) makes rows and "
        "columns of it",
        lambda g, i, ks: product(g, i).T,
    ),
    (
        "this is the product, a kernel a column: .T, and then .reshape(K, "
        "*kernel_shape)",
        lambda g, i, ks: product(g, i),
    ),
    (
        "an axis of the channels is left at the end: here are none, [..., 0] takes it "
        "off",
        lambda g, i, ks: right(g, i)[..., None],
    ),
    (
        "the output's height is taken for the number of kernels: they are the last "
        "axis, output_gradient.shape[2]",
        lambda g, i, ks: _of_so_many(g.shape[0], g, i, ks),
    ),
    (
        "the output's width is taken for the number of kernels: they are the last "
        "axis, output_gradient.shape[2]",
        lambda g, i, ks: _of_so_many(g.shape[1], g, i, ks),
    ),
    (
        "the loop runs over the growths' first axis, which is rows: the kernels are "
        "the last, output_gradient[:, :, k]",
        lambda g, i, ks: np.array([gather_sum(i, one) for one in g]),
    ),
    (
        "this is as large as the image: the mode is 'same', and 'valid' leaves the "
        "kernel's shape",
        lambda g, i, ks: _same(g, i),
    ),
    (
        "this is larger than the image: the mode is 'full', and 'valid' leaves the "
        "kernel's shape",
        lambda g, i, ks: _full(g, i),
    ),
    (
        "this is the upper left of a 'full' correlation: the mode is 'valid', where "
        "the growths lie within the image",
        lambda g, i, ks: _full(g, i)[:, : ks[0], : ks[1]],
    ),
    (
        "the kernels are added up: each has a gradient of its own, and K comes first",
        lambda g, i, ks: right(g, i).sum(0),
    ),
    (
        "each kernel gets the growths of all: its own are output_gradient[:, :, k]",
        lambda g, i, ks: np.broadcast_to(right(g, i).sum(0), (g.shape[2], *ks)),
    ),
    (
        "kernel 0 stands for all: the growths of kernel k are output_gradient[:, :, k]",
        lambda g, i, ks: np.broadcast_to(right(g, i)[0], (g.shape[2], *ks)),
    ),
    (
        "only kernel 0 is there, of {output_gradient.shape[2]}",
        lambda g, i, ks: right(g, i)[:1],
    ),
    (
        "only kernel 0 is there, without the axis of the kernels",
        lambda g, i, ks: right(g, i)[0],
    ),
    (
        "the product is reshaped to one kernel, as in the example: here are "
        "{output_gradient.shape[2]}",
        lambda g, i, ks: product(g, i).T.reshape(1, *ks),
    ),
    (
        "the number of kernels is written as 2: it is output_gradient.shape[2]",
        lambda g, i, ks: _of_so_many(2, g, i, ks),
    ),
    (
        "the kernels are counted from 1, and the last number is none: range(K) runs "
        "from 0 to K - 1",
        lambda g, i, ks: _one_too_far(g, i),
    ),
    (
        "it is not reshaped, and all kernels' values stand in one row: .reshape(K, "
        "*kernel_shape)",
        lambda g, i, ks: right(g, i).ravel(),
    ),
)
