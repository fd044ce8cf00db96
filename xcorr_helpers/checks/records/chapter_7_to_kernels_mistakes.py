"""Chapter 7: what goes wrong on the way back to the kernels."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_7_parts import Shape, index_of
from .chapter_7_to_kernels_shapes import SHAPES, right
from .chapter_7_to_kernels_sums import SUMS


def _flat(g: np.ndarray) -> np.ndarray:
    """One row a placement, one column a kernel."""
    return g.reshape(-1, g.shape[2])


def _from(pixels: np.ndarray, g: np.ndarray, ks: Shape) -> np.ndarray:
    """Multiply what was gathered by the growths."""
    product: np.ndarray = pixels.T @ _flat(g)
    return product.T.reshape(g.shape[2], *ks)


def _in_loops(place: Any, g: np.ndarray, image: np.ndarray, ks: Shape) -> np.ndarray:
    """Add each growth times the pixel that `place` names."""
    gradient = np.zeros((g.shape[2], *ks))
    for row, column, k in np.ndindex(g.shape):
        for i, j in np.ndindex(*ks):
            pixel = image[place(row, column, i, j)]
            gradient[k, i, j] += g[row, column, k] * pixel
    return gradient


def _every_pixel(g: np.ndarray, i: np.ndarray, ks: Shape) -> np.ndarray:
    for row, column in np.ndindex(i.shape):
        g[row, column]
    return g


def _run_on(g: np.ndarray, i: np.ndarray, ks: Shape) -> np.ndarray:
    """Read on at the end of a row, without a jump."""
    placements = g.shape[0] * g.shape[1]
    index = np.arange(placements)[:, None] + np.arange(ks[0] * ks[1])
    return _from(np.resize(i, index.max() + 1)[index], g, ks)


def _by_step(step: int, g: np.ndarray, i: np.ndarray, ks: Shape) -> np.ndarray:
    """Gather by positions of which a row takes `step`."""
    placements = index_of((g.shape[0], step), (1, step - g.shape[1] + 1))[:, 0]
    window = index_of((ks[0], step), (1, step - ks[1] + 1))[:, 0]
    return _from(i.ravel()[placements[:, None] + window], g, ks)


def _by_slices(pixels: Any, g: np.ndarray, ks: Shape) -> np.ndarray:
    """Multiply the growths by the pixels that each kernel value met."""
    gradient = np.zeros((g.shape[2], *ks))
    for a, b in np.ndindex(*ks):
        gradient[:, a, b] = (pixels(a, b) * g).sum((0, 1))
    return gradient


def _in_ints(g: np.ndarray, i: np.ndarray, ks: Shape) -> np.ndarray:
    gradient = np.zeros((g.shape[2], *ks), dtype=int)
    gradient += right(g, i)
    return gradient


MISTAKES = (
    *SHAPES,
    *SUMS,
    (
        "the growths are reshaped to (K, placements), but their kernels come last: "
        "reshape(-1, K), and then .T",
        lambda g, i, ks: _from(
            i.ravel()[index_of(i.shape, ks)],
            g.reshape(g.shape[2], -1).T.reshape(g.shape),
            ks,
        ),
    ),
    (
        "the growths are read column by column, the placements row by row",
        lambda g, i, ks: right(g.swapaxes(0, 1).reshape(g.shape), i),
    ),
    (
        "the image is made flat column by column, and the index counts row by row: "
        "image.ravel()",
        lambda g, i, ks: right(g, i.T.reshape(i.shape)),
    ),
    (
        "the index is that of an image and a kernel with height and width exchanged",
        lambda g, i, ks: _from(i.ravel()[index_of(i.shape[::-1], ks[::-1])], g, ks),
    ),
    (
        "the index has not one row for each growth: are height and width exchanged in "
        "it, the kernel's or the image's?",
        lambda g, i, ks: _from(i.ravel()[index_of(i.shape, ks[::-1])], g, ks),
    ),
    (
        "the image is not made flat: image.ravel() takes flat positions",
        lambda g, i, ks: _from(i[index_of(i.shape, ks)], g, ks),
    ),
    (
        "the positions are counted from 1, and the first is 0",
        lambda g, i, ks: _from(i.ravel()[index_of(i.shape, ks) + 1], g, ks),
    ),
    (
        "there is no jump at the end of a row: the positions of a window are not "
        "neighbours throughout",
        _run_on,
    ),
    (
        "a row of the image is taken to be as long as its height, {image.shape[0]}: "
        "the step is the width",
        lambda g, i, ks: _by_step(i.shape[0], g, i, ks),
    ),
    (
        "a row of the image is taken to be as long as the output's: the step is the "
        "image's width, {image.shape[1]}",
        lambda g, i, ks: _by_step(g.shape[1], g, i, ks),
    ),
    (
        "the positions are multiplied, not the pixels that stand there: "
        "image.ravel()[index]",
        lambda g, i, ks: _from(index_of(i.shape, ks), g, ks),
    ),
    (
        "the gathered pixels lack .T: they are (placements, values), and @ adds over "
        "the placements",
        lambda g, i, ks: _from(i.ravel()[index_of(i.shape, ks)].T, g, ks),
    ),
    (
        "the growths keep three axes, and @ does not meet the placements: reshape(-1, "
        "K) makes them one axis",
        lambda g, i, ks: i.ravel()[index_of(i.shape, ks)].T @ g,
    ),
    (
        "each kernel is turned: correlate2d(image, growths) turns nothing, if the "
        "image comes first",
        lambda g, i, ks: right(g, i)[:, ::-1, ::-1],
    ),
    (
        "the growths are turned: that convolves the image with them, and here it is "
        "correlated",
        lambda g, i, ks: right(g[::-1, ::-1], i),
    ),
    (
        "each kernel is mirrored from left to right",
        lambda g, i, ks: right(g, i)[:, :, ::-1],
    ),
    (
        "the rows of each kernel come from the bottom to the top",
        lambda g, i, ks: right(g, i)[:, ::-1],
    ),
    (
        "the kernels come in reverse order",
        lambda g, i, ks: right(g, i)[::-1],
    ),
    (
        "the kernel's row and column are exchanged in the pixel's place: value (i, j) "
        "met the pixel at row + i, column + j",
        lambda g, i, ks: _in_loops(lambda r, c, a, b: (r + b, c + a), g, i, ks),
    ),
    (
        "the placement's row and column are exchanged in the pixel's place: it is row "
        "+ i, column + j",
        lambda g, i, ks: _in_loops(lambda r, c, a, b: (c + a, r + b), g, i, ks),
    ),
    (
        "the kernel's place is left out: value (i, j) met the pixel at row + i, column "
        "+ j, not the window's first",
        lambda g, i, ks: _in_loops(lambda r, c, a, b: (r, c), g, i, ks),
    ),
    (
        "the kernel's place is taken away, and an index below 0 counts from the end: "
        "it is row + i, column + j",
        lambda g, i, ks: _in_loops(lambda r, c, a, b: (r - a, c - b), g, i, ks),
    ),
    (
        "every pixel is taken for a placement: there are only "
        "{output_gradient.shape[0]} x {output_gradient.shape[1]}",
        _every_pixel,
    ),
    (
        "the kernel's size is written as 2 x 3: it is kernel_shape",
        lambda g, i, ks: _from(i.ravel()[index_of(i.shape, (2, 3))], g, (2, 3)),
    ),
    (
        "the slice is too narrow for the growths: it goes from j to j + width - "
        "kernel_width + 1, and the rows likewise",
        lambda g, i, ks: _by_slices(
            lambda a, b: i[a : g.shape[0], b : g.shape[1], None], g, ks
        ),
    ),
    (
        "the pixels lack an axis for the kernels: pixels[:, :, None] meets each "
        "kernel's growths",
        lambda g, i, ks: _by_slices(
            lambda a, b: i[a : a + g.shape[0], b : b + g.shape[1]], g, ks
        ),
    ),
    (
        "the product is turned by .T, and reshaped as if the kernels came last: (K, "
        "kernel_height, kernel_width)",
        lambda g, i, ks: right(g, i).reshape(*ks, g.shape[2]),
    ),
    (
        "the zeros hold whole numbers only: np.zeros without dtype holds floats",
        _in_ints,
    ),
)
