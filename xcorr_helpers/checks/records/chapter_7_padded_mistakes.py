"""Chapter 7: what goes wrong on the way back to a padded image."""

from __future__ import annotations

import numpy as np

from .chapter_7_padded_crops import cropped
from .chapter_7_padded_places import PLACES
from .chapter_7_parts import (
    Shape,
    cut_or_padded,
    full,
    index_of,
    last_wins,
    only,
    turned,
)

_ALL = slice(None)


def _wide(s: Shape, p: Shape) -> Shape:
    return s[0] + 2 * p[0], s[1] + 2 * p[1]


def _last(flip: bool, g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Keep the last share of each pixel, and crop."""
    index, shares = index_of(_wide(s, p), k.shape), np.outer(g, k)
    if flip:
        index, shares = index.T, shares.T
    wide = last_wins(index, shares, _wide(s, p))
    return wide[p[0] : p[0] + s[0], p[1] : p[1] + s[1]]


def _in_ints(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    gradient = np.zeros(_wide(s, p), dtype=int)
    for i, j in np.ndindex(k.shape):
        gradient[i : i + g.shape[0], j : j + g.shape[1]] += g * k[i, j]
    return gradient[p[0] : p[0] + s[0], p[1] : p[1] + s[1]]


def _mean(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    times = cropped(np.ones(g.shape), np.ones(k.shape), s, p)
    mean: np.ndarray = cropped(g, k, s, p) / times
    return mean


def _crossed(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Exchange the kernel's row and column in the pixel's place."""
    gradient = np.zeros(_wide(s, p))
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(k.shape):
            gradient[row + j, column + i] += g[row, column] * k[i, j]
    return gradient[p[0] : p[0] + s[0], p[1] : p[1] + s[1]]


MISTAKES = (
    *PLACES,
    (
        "each value of a kernel sends to the wrong end of the window: a scatter does "
        "not turn the kernel, a full correlation has to, once",
        lambda g, k, s, p: cropped(g, turned(k), s, p),
    ),
    (
        "the kernel is turned in a scatter, or not in a full correlation; and the "
        "border is not cropped off",
        lambda g, k, s, p: full(g, turned(k)),
    ),
    (
        "the kernel's columns are reversed, as where a full correlation turned its "
        "rows only: it turns both, a scatter neither",
        lambda g, k, s, p: cropped(g, k[:, ::-1], s, p),
    ),
    (
        "the kernel's rows are reversed, as where a full correlation turned its "
        "columns only: it turns both, a scatter neither",
        lambda g, k, s, p: cropped(g, k[::-1], s, p),
    ),
    (
        "the whole gradient is turned: in a full correlation it is the kernel that is "
        "turned, not the growths",
        lambda g, k, s, p: turned(cropped(g, k, s, p)),
    ),
    (
        "the growths are turned: correlate2d turns its second argument, and that "
        "should be the kernel",
        lambda g, k, s, p: cropped(turned(g), k, s, p),
    ),
    (
        "where shares meet in a pixel, only the last is kept, by placements: neither = "
        "nor grad[index] += adds them, np.add.at does",
        lambda g, k, s, p: _last(False, g, k, s, p),
    ),
    (
        "where shares meet in a pixel, only that of the last kernel value is kept: = "
        "overwrites, += adds",
        lambda g, k, s, p: _last(True, g, k, s, p),
    ),
    (
        "only what the first kernel value sends is there: all send back; is the return "
        "inside the loop?",
        lambda g, k, s, p: cropped(g, only(k, slice(1), slice(1)), s, p),
    ),
    (
        "only what the last kernel value sends is there: np.zeros stands before the "
        "loop, not in it",
        lambda g, k, s, p: cropped(g, only(k, slice(-1, None), slice(-1, None)), s, p),
    ),
    (
        "only the first row of the kernel sends something back: is the return inside "
        "the outer loop?",
        lambda g, k, s, p: cropped(g, only(k, slice(1), _ALL), s, p),
    ),
    (
        "the last row of placements sends nothing back: there are "
        "output_gradient.shape[0] of them",
        lambda g, k, s, p: cropped(only(g, slice(-1), _ALL), k, s, p),
    ),
    (
        "the last column of placements sends nothing back: there are "
        "output_gradient.shape[1] of them",
        lambda g, k, s, p: cropped(only(g, _ALL, slice(-1)), k, s, p),
    ),
    (
        "the last row and column of placements send nothing back: the counts are "
        "output_gradient.shape",
        lambda g, k, s, p: cropped(only(g, slice(-1), slice(-1)), k, s, p),
    ),
    (
        "the first row and column of placements send nothing back: both are counted "
        "from 0",
        lambda g, k, s, p: cropped(only(g, slice(1, None), slice(1, None)), k, s, p),
    ),
    (
        "the kernel's row and column are exchanged in the pixel's place: it is row + "
        "i, column + j for kernel[i, j]",
        _crossed,
    ),
    (
        "the kernel is read column by column, the index row by row: kernel.ravel()",
        lambda g, k, s, p: cropped(g, k.T.reshape(k.shape), s, p),
    ),
    (
        "the growths are read column by column, the index row by row",
        lambda g, k, s, p: cropped(g.T.reshape(g.shape), k, s, p),
    ),
    (
        "the growths are read forward from each pixel: the placements that read it "
        "start before it, not after it",
        lambda g, k, s, p: cut_or_padded(
            full(g, turned(k)), s, (k.shape[0] - 1, k.shape[1] - 1)
        ),
    ),
    (
        "this is the step forward, of the growths: a gradient goes back, by the turned "
        "kernel, from all growths",
        lambda g, k, s, p: full(g, turned(k))[
            k.shape[0] - 1 : g.shape[0], k.shape[1] - 1 : g.shape[1]
        ],
    ),
    (
        "the kernel is left out: each share is a growth times a kernel value",
        lambda g, k, s, p: cropped(g, np.ones(k.shape), s, p),
    ),
    (
        "the growths are left out: each share is a growth times a kernel value",
        lambda g, k, s, p: cropped(np.ones(g.shape), k, s, p),
    ),
    (
        "this counts how often each pixel is read: np.bincount needs the shares as "
        "weights",
        lambda g, k, s, p: cropped(np.ones(g.shape), np.ones(k.shape), s, p),
    ),
    (
        "growth and kernel value are added: each share is their product",
        lambda g, k, s, p: (
            cropped(g, np.ones(k.shape), s, p) + cropped(np.ones(g.shape), k, s, p)
        ),
    ),
    (
        "each pixel gets the mean of its shares: they are to be added",
        _mean,
    ),
    (
        "it is divided by the number of placements: shares are added, not averaged",
        lambda g, k, s, p: cropped(g, k, s, p) / g.size,
    ),
    (
        "it is divided by the number of kernel values: shares are added, not averaged",
        lambda g, k, s, p: cropped(g, k, s, p) / k.size,
    ),
    (
        "nothing arrives: is it added to a copy? flatten() makes one, and an index in "
        "brackets, too",
        lambda g, k, s, p: np.zeros(s),
    ),
    (
        "the target holds whole numbers only: np.zeros without dtype=int holds floats",
        _in_ints,
    ),
    (
        "it is transposed: the result has rows, then columns",
        lambda g, k, s, p: cropped(g, k, s, p).T,
    ),
    (
        "it is flat: .reshape(image_shape) makes rows and columns of it",
        lambda g, k, s, p: cropped(g, k, s, p).ravel(),
    ),
    (
        "the padded gradient is flat: it is reshaped to its own, padded shape, and "
        "then cropped",
        lambda g, k, s, p: full(g, k).ravel(),
    ),
    (
        "the padded gradient is cut to the image's size while it is flat: reshape it "
        "to the padded shape, then crop",
        lambda g, k, s, p: full(g, k).ravel()[: s[0] * s[1]].reshape(s),
    ),
    (
        "the padded gradient is reshaped to image_shape, and does not fit in: crop it",
        lambda g, k, s, p: full(g, k).reshape(s),
    ),
    (
        "the border is not cropped off, and where shares meet only the last is kept",
        lambda g, k, s, p: last_wins(
            index_of(_wide(s, p), k.shape), np.outer(g, k), _wide(s, p)
        ),
    ),
)
