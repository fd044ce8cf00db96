"""Chapter 7: what goes wrong on the way back to the kernels of a batch."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_7_batch_shapes import SHAPES, gathered, summed, windows
from .chapter_7_batch_sums import SUMS, part
from .chapter_7_parts import Shape, index_of

_ALL = slice(None)


def _in_loops(place: Any, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Add each growth times the pixels that `place` names."""
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    for row, column in np.ndindex(*g.shape[1:3]):
        for i, j in np.ndindex(*ks):
            y, x_ = place(row, column, i, j)
            gradient[:, i, j] += g[:, row, column].T @ x[:, y, x_]
    return gradient


def _without_channels(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Gather by the index of images without channels."""
    index = index_of((x.shape[1], x.shape[2]), ks)
    flat = x.reshape(len(x), -1)[:, index].reshape(-1, index.shape[1])
    made: np.ndarray = flat.T @ g.reshape(-1, g.shape[3])
    return made.T.reshape(g.shape[3], *ks)


def _channels_first(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Read the images as if their channels came first."""
    n, height, width, channels = x.shape
    return summed(g, np.moveaxis(x.reshape(n, channels, height, width), 1, -1), ks)


def _by_images(x: np.ndarray, ks: Shape) -> np.ndarray:
    """List the windows of each image, a window a column."""
    return (
        gathered(x, ks).reshape(len(x), -1, ks[0] * ks[1] * x.shape[3]).swapaxes(1, 2)
    )


def _by_values(shares: Any, g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Fill in one kernel value after the other."""
    gradient = np.zeros((g.shape[3], *ks, x.shape[3]))
    for i, j in np.ndindex(*ks):
        pixels = x[:, i : i + g.shape[1], j : j + g.shape[2]]
        gradient[:, i, j] = shares(pixels)
    return gradient


MISTAKES = (
    *SHAPES,
    *SUMS,
    (
        "the channels are left out of the index: a pixel is {images.shape[3]} numbers, "
        "and a window holds all of them",
        _without_channels,
    ),
    (
        "the images are read as if their channels came first: they come last",
        _channels_first,
    ),
    (
        "the last row of placements is missing: there are output_gradient.shape[1]",
        lambda g, x, ks: part(_ALL, slice(-1), _ALL, g, x, ks),
    ),
    (
        "the last column of placements is missing: there are output_gradient.shape[2]",
        lambda g, x, ks: part(_ALL, _ALL, slice(-1), g, x, ks),
    ),
    (
        "the last row and column of placements are missing: the counts are "
        "output_gradient.shape[1:3]",
        lambda g, x, ks: part(_ALL, slice(-1), slice(-1), g, x, ks),
    ),
    (
        "only the last placement counts: += adds them",
        lambda g, x, ks: part(_ALL, slice(-1, None), slice(-1, None), g, x, ks),
    ),
    (
        "only the last placement of the last image counts: += adds all, and np.zeros "
        "stands before the loops",
        lambda g, x, ks: part(
            slice(-1, None), slice(-1, None), slice(-1, None), g, x, ks
        ),
    ),
    (
        "only the first placement counts",
        lambda g, x, ks: part(_ALL, slice(1), slice(1), g, x, ks),
    ),
    (
        "only the first placement of the first image counts: is the return inside the "
        "loops?",
        lambda g, x, ks: part(slice(1), slice(1), slice(1), g, x, ks),
    ),
    (
        "each kernel is turned: correlating the images with the growths turns nothing, "
        "if the images come first",
        lambda g, x, ks: summed(g, x, ks)[:, ::-1, ::-1],
    ),
    (
        "the growths are turned: the images are correlated with them, not convolved",
        lambda g, x, ks: summed(g[:, ::-1, ::-1], x, ks),
    ),
    (
        "the growths' rows and columns are exchanged: both run row by row",
        lambda g, x, ks: summed(g.swapaxes(1, 2).reshape(g.shape), x, ks),
    ),
    (
        "the images' rows and columns are exchanged: the index counts row by row",
        lambda g, x, ks: summed(g, x.swapaxes(1, 2).reshape(x.shape), ks),
    ),
    (
        "the kernel's row and column are exchanged in the pixel's place: value (i, j) "
        "met the pixel at row + i, column + j",
        lambda g, x, ks: _in_loops(lambda r, c, i, j: (r + j, c + i), g, x, ks),
    ),
    (
        "the kernel's place is left out: value (i, j) met the pixel at row + i, column "
        "+ j",
        lambda g, x, ks: _in_loops(lambda r, c, i, j: (r, c), g, x, ks),
    ),
    (
        "the kernel's place is taken away, and an index below 0 counts from the end: "
        "it is row + i, column + j",
        lambda g, x, ks: _in_loops(lambda r, c, i, j: (r - i, c - j), g, x, ks),
    ),
    (
        "the images are left out: these are the sums of the growths, as for a bias",
        lambda g, x, ks: summed(g, np.ones(x.shape), ks),
    ),
    (
        "the growths are left out: each pixel counts as much as its growth",
        lambda g, x, ks: summed(np.ones(g.shape), x, ks),
    ),
    (
        "growths and pixels are added: each share is their product",
        lambda g, x, ks: (
            summed(g, np.ones(x.shape), ks) + summed(np.ones(g.shape), x, ks)
        ),
    ),
    (
        "the gathered windows lack .T: they are (placements, values), and @ adds over "
        "the placements",
        lambda g, x, ks: gathered(x, ks) @ g.reshape(-1, g.shape[3]),
    ),
    (
        "the growths keep their four axes: reshape(-1, K) puts images and placements "
        "into one, as in the windows",
        lambda g, x, ks: gathered(x, ks).T @ g,
    ),
    (
        "the growths keep an axis of images, and the windows do not: both are reshaped "
        "to one row a placement",
        lambda g, x, ks: gathered(x, ks).T @ g.reshape(len(g), -1, g.shape[3]),
    ),
    (
        "the windows are not one row for each growth: those of all images stand one "
        "below the other, N * placements rows",
        lambda g, x, ks: (
            gathered(x, ks)
            .reshape(len(x), -1, ks[0] * ks[1] * x.shape[3])
            .swapaxes(1, 2)
            @ g.reshape(-1, g.shape[3])
        ),
    ),
    (
        "the images are not made flat: images.reshape(N, -1)[:, index] takes positions "
        "of each",
        lambda g, x, ks: x[:, index_of((x.shape[1], x.shape[2] * x.shape[3]), ks)],
    ),
    (
        "the shares are not added up: the sum goes over images, rows and columns",
        lambda g, x, ks: np.einsum("nrcijd,nrck->nrckijd", windows(x, ks), g),
    ),
    (
        "the kernel's size is written as 2 x 3: it is kernel_shape",
        lambda g, x, ks: summed(g, x, (2, 3)),
    ),
    (
        "the channels are left out of the index, so the result has one: a pixel is "
        "{images.shape[3]} numbers, and a window holds all of them",
        lambda g, x, ks: _without_channels(g, x, ks)[..., None],
    ),
    (
        "growths and pixels lack an axis: growths[..., :, None] * pixels[..., None, :] "
        "makes each kernel meet each channel",
        lambda g, x, ks: _by_values(lambda px: (g * px).sum((0, 1, 2)), g, x, ks),
    ),
    (
        "the images are not added up: the sum goes over axes 0, 1 and 2",
        lambda g, x, ks: _by_values(
            lambda px: np.einsum("nrck,nrcd->nkd", g, px), g, x, ks
        ),
    ),
    (
        "the product is (C, K), turned to what is asked for: growths.T @ pixels is (K, "
        "C)",
        lambda g, x, ks: _by_values(
            lambda px: np.einsum("nrck,nrcd->dk", g, px), g, x, ks
        ),
    ),
    (
        ".T turns all three axes of the windows: .swapaxes(1, 2) turns each image's",
        lambda g, x, ks: (
            _by_images(x, ks).swapaxes(1, 2).T @ g.reshape(len(g), -1, g.shape[3])
        ),
    ),
)
