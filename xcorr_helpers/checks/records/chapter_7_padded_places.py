"""Chapter 7: gradients of a padded image that are cut out at wrong places."""

from __future__ import annotations

import numpy as np

from .chapter_7_padded_crops import CROPS, less
from .chapter_7_parts import Shape, full, index_of


def _inner(g: np.ndarray, p: Shape) -> np.ndarray:
    return less(p[0], p[0], p[1], p[1], g)


def _around(wrap: bool, g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Send what the border gets to other pixels."""
    wide = full(g, k)
    gradient = np.zeros(s)
    for row, column in np.ndindex(*wide.shape):
        y, x = row - p[0], column - p[1]
        if wrap:
            gradient[y % s[0], x % s[1]] += wide[row, column]
        else:
            y, x = min(max(y, 0), s[0] - 1), min(max(x, 0), s[1] - 1)
            gradient[y, x] += wide[row, column]
    return gradient


def _outside(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Add at the image's own places, which the border has not."""
    gradient = np.zeros(s)
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(k.shape):
            gradient[row + i - p[0], column + j - p[1]] += g[row, column] * k[i, j]
    return gradient


def _without_border(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    gradient = np.zeros(s)
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(k.shape):
            gradient[row + i, column + j] += g[row, column] * k[i, j]
    return gradient


def _slices_without_border(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    gradient = np.zeros(s)
    for i, j in np.ndindex(k.shape):
        gradient[i : i + g.shape[0], j : j + g.shape[1]] += g * k[i, j]
    return gradient


def _by_width(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Scatter with the image's width for the padded one."""
    rows, columns = s[0] + 2 * p[0], s[1] + 2 * p[1]
    index = np.arange(g.shape[0])[:, None] * s[1] + np.arange(g.shape[1])
    window = np.arange(k.shape[0])[:, None] * s[1] + np.arange(k.shape[1])
    flat = np.zeros(rows * columns)
    np.add.at(flat, index.reshape(-1, 1) + window.ravel(), np.outer(g, k))
    return less(p[0], p[0], p[1], p[1], flat.reshape(rows, columns))


PLACES = (
    *CROPS,
    (
        "twice the padding is cropped off each side: there is once of it",
        lambda g, k, s, p: _inner(_inner(full(g, k), p), p),
    ),
    (
        "zeros are put around the gradient, or around the growths: the border that is "
        "there comes off",
        lambda g, k, s, p: np.pad(full(g, k), [(n, n) for n in p]),
    ),
    (
        "the placements that stick out send nothing back, as their growths are cropped "
        "off: they read pixels, too; crop the gradient",
        lambda g, k, s, p: full(_inner(g, p), k),
    ),
    (
        "as many growths as without padding are kept, the first ones: all placements "
        "send back; crop the gradient",
        lambda g, k, s, p: full(less(0, 2 * p[0], 0, 2 * p[1], g), k),
    ),
    (
        "what the border gets comes in at the other side: it is dropped",
        lambda g, k, s, p: _around(True, g, k, s, p),
    ),
    (
        "what the border gets is added to the pixels at the edge: it is dropped, the "
        "border is no pixel's copy",
        lambda g, k, s, p: _around(False, g, k, s, p),
    ),
    (
        "the target is as small as the image, and the border's places lie outside: "
        "scatter into the padded shape, then crop",
        _outside,
    ),
    (
        "the target is as small as the image, and the border's places lie outside: "
        "scatter into the padded shape, then crop",
        _without_border,
    ),
    (
        "the target is as small as the image, and the slices do not fit in: scatter "
        "into the padded shape, then crop",
        lambda g, k, s, p: _slices_without_border(g, k, s),
    ),
    (
        "the index has not one row for each growth: its image is the padded one, "
        "larger by 2 * padding",
        lambda g, k, s, p: np.add.at(
            np.zeros(s[0] * s[1]), index_of(s, k.shape), np.outer(g, k)
        ),
    ),
    (
        "a row of the padded image is taken to be as long as the image's: the step is "
        "width + 2 * padding[1]",
        _by_width,
    ),
)
