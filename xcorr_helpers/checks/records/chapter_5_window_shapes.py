"""Chapter 5: what is no window, or has other axes, where channels come first."""

from __future__ import annotations

import numpy as np

from .chapter_5_window_lists import right
from .chapter_5_window_mistakes import Mistakes, Shape, out


def _placements(i: Shape, k: Shape) -> np.ndarray:
    return right(i, (1, *out(i, k))).reshape(-1, 1)


def _without_axis(i: Shape, k: Shape) -> np.ndarray:
    pixels = right(i, k)[0]
    window: np.ndarray = pixels + np.arange(k[0]) * i[1] * i[2]
    return window.ravel()


def _column_without_axis(i: Shape, k: Shape) -> np.ndarray:
    pixels = np.arange(k[1]) * i[2] + np.arange(k[2])
    return (np.arange(k[0])[:, None] * i[1] * i[2] + pixels).ravel()


def _mask(i: Shape, k: Shape) -> np.ndarray:
    mask = np.zeros(i, dtype=bool)
    mask[:, : k[1], : k[2]] = True
    return mask


SHAPES: Mistakes = (
    (
        "the window is not flat: ravel() makes a vector of channels, rows, columns",
        lambda i, k: right(i, k),
    ),
    (
        "two slips: the channels are listed last; and the window is not flat, for "
        "want of ravel()",
        lambda i, k: right(i, k).transpose(1, 2, 0),
    ),
    (
        "the channels keep an axis of their own: the window is one vector",
        lambda i, k: right(i, k).reshape(k[0], -1),
    ),
    (
        "each row of the kernel keeps a list of its own: the window is one vector",
        lambda i, k: right(i, k).reshape(-1, k[2]),
    ),
    (
        "each pixel keeps a list of its channels: the window is one vector",
        lambda i, k: right(i, k).reshape(k[0], -1).T,
    ),
    (
        "the channels are added up: each position stands by itself",
        lambda i, k: right(i, k).sum(0).ravel(),
    ),
    (
        "this is a mask of the image: np.flatnonzero gives its positions",
        _mask,
    ),
    (
        "this is a mask of the image: np.flatnonzero gives its positions",
        lambda i, k: _mask(i, k).ravel(),
    ),
    (
        "there is an axis of length 1 in front: the window is one vector",
        lambda i, k: right(i, k).reshape(1, -1),
    ),
    (
        "the window stands upright, (n, 1): a vector has one axis",
        lambda i, k: right(i, k).reshape(-1, 1),
    ),
    (
        "these are the windows of all placements: the first row is asked for",
        lambda i, k: _placements(i, k) + right(i, k).ravel(),
    ),
    (
        "these are the offsets, one for each placement: the window has one position "
        "for each kernel value",
        lambda i, k: _placements(i, k).ravel(),
    ),
    (
        "only the first row of the first channel is there",
        lambda i, k: right(i, k)[0, 0],
    ),
    (
        "only the start of each channel is there: each has {kernel_shape[1]} rows",
        lambda i, k: right(i, k)[:, 0, 0],
    ),
    (
        "only the start of each row is there: each has {kernel_shape[2]} columns",
        lambda i, k: right(i, k)[:, :, 0].ravel(),
    ),
    (
        "channels, rows and columns stand one after the other: they are to be added, "
        "each to each",
        lambda i, k: np.concatenate(
            [right(i, k)[:, 0, 0], right(i, k)[0, :, 0], right(i, k)[0, 0]]
        ),
    ),
    (
        "the channels lack axes: [:, None, None] puts them before rows and columns",
        _without_axis,
    ),
    (
        "the rows lack an axis: [:, None] puts them before the columns",
        _column_without_axis,
    ),
    (
        "these are triples of channel, row and column: a position is one number",
        lambda i, k: np.argwhere(np.ones(k)),
    ),
    (
        "channels, rows and columns stand in three lists: a position is one number",
        lambda i, k: np.argwhere(np.ones(k)).T,
    ),
)
