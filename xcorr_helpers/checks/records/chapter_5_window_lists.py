"""Chapter 5: wrong lists of a window whose channels come first."""

from __future__ import annotations

import numpy as np

from .chapter_5_window_mistakes import Mistakes, Shape, box


def right(i: Shape, k: Shape) -> np.ndarray:
    return box(k, i[1] * i[2], i[2])


def _listed(i: Shape, k: Shape, *axes: int) -> np.ndarray:
    return right(i, k).transpose(axes).ravel()


def _counted(i: Shape, k: Shape, *more: int) -> np.ndarray:
    """List what a kernel would read that has so many more of each."""
    return right(i, (k[0] + more[0], k[1] + more[1], k[2] + more[2])).ravel()


def _cut(i: Shape, stop: tuple[int, ...]) -> np.ndarray:
    pixels = np.arange(np.prod(i)).reshape(i)
    return pixels[tuple(slice(0, s) for s in stop)].ravel()


LISTS: Mistakes = (
    (
        "the positions are right, and listed with the channels last: here they come "
        "first",
        lambda i, k: _listed(i, k, 1, 2, 0),
    ),
    (
        "the positions are right, and listed with the channels inside of each row "
        "(np.meshgrid needs indexing='ij'): they come first",
        lambda i, k: _listed(i, k, 1, 0, 2),
    ),
    (
        "each channel is listed column by column: it goes along its rows",
        lambda i, k: _listed(i, k, 0, 2, 1),
    ),
    (
        "the window is listed in Fortran order, as after .T: channels change slowest, "
        "columns fastest",
        lambda i, k: _listed(i, k, 2, 1, 0),
    ),
    (
        "the columns come before channels and rows: columns change fastest",
        lambda i, k: _listed(i, k, 2, 0, 1),
    ),
    (
        "the kernel is turned in rows and columns, as for a convolution",
        lambda i, k: right(i, k)[:, ::-1, ::-1].ravel(),
    ),
    (
        "the window is listed backwards, from its last value to its first",
        lambda i, k: right(i, k).ravel()[::-1],
    ),
    (
        "the channels are listed backwards, the last one first",
        lambda i, k: right(i, k)[::-1].ravel(),
    ),
    (
        "the columns run from right to left",
        lambda i, k: right(i, k)[:, :, ::-1].ravel(),
    ),
    (
        "the rows run from the bottom to the top",
        lambda i, k: right(i, k)[:, ::-1].ravel(),
    ),
    (
        "only the first channel is there, of {kernel_shape[0]}: is there a return in "
        "a loop?",
        lambda i, k: right(i, k)[0].ravel(),
    ),
    (
        "only the last channel is there: is the list made anew for each?",
        lambda i, k: right(i, k)[-1].ravel(),
    ),
    (
        "the first channel is repeated: each one begins height * width further on",
        lambda i, k: np.tile(right(i, k)[0].ravel(), k[0]),
    ),
    (
        "the first channel's positions are multiplied: each one begins height * width "
        "further on, which is added",
        lambda i, k: (right(i, k)[0] * np.arange(1, k[0] + 1)[:, None, None]).ravel(),
    ),
    (
        "the first channel is left out: channels are counted from 0",
        lambda i, k: right(i, k)[1:].ravel(),
    ),
    (
        "the last channel is left out",
        lambda i, k: right(i, k)[:-1].ravel(),
    ),
    (
        "the last row of the kernel is left out",
        lambda i, k: right(i, k)[:, :-1].ravel(),
    ),
    (
        "the last column of the kernel is left out",
        lambda i, k: right(i, k)[:, :, :-1].ravel(),
    ),
    (
        "the first row of the kernel is left out: rows are counted from 0",
        lambda i, k: right(i, k)[:, 1:].ravel(),
    ),
    (
        "the first column of the kernel is left out: columns are counted from 0",
        lambda i, k: right(i, k)[:, :, 1:].ravel(),
    ),
    (
        "there is a row of the kernel too many: it has {kernel_shape[1]}",
        lambda i, k: _counted(i, k, 0, 1, 0),
    ),
    (
        "there is a column of the kernel too many: it has {kernel_shape[2]}",
        lambda i, k: _counted(i, k, 0, 0, 1),
    ),
    (
        "there are always 3 channels, as in the notebook, whatever the shape says",
        lambda i, k: right(i, (3, k[1], k[2])).ravel(),
    ),
    (
        "there is a channel too many: there are {kernel_shape[0]}",
        lambda i, k: _counted(i, k, 1, 0, 0),
    ),
    (
        "the kernel's height and width are exchanged: a row of it has "
        "{kernel_shape[2]} values, not {kernel_shape[1]}",
        lambda i, k: right(i, (k[0], k[2], k[1])).ravel(),
    ),
    (
        "height and width are exchanged twice, the image's and the kernel's",
        lambda i, k: box((k[0], k[2], k[1]), i[1] * i[2], i[1]).ravel(),
    ),
    (
        "the kernel's height is used for its width, too",
        lambda i, k: right(i, (k[0], k[1], k[1])).ravel(),
    ),
    (
        "the kernel's width is used for its height, too",
        lambda i, k: right(i, (k[0], k[2], k[2])).ravel(),
    ),
    (
        "whole rows of the image are listed: the last axis is cut to the kernel's "
        "{kernel_shape[2]} columns",
        lambda i, k: right(i, (k[0], k[1], i[2])).ravel(),
    ),
    (
        "the rows go down the whole image: the kernel has {kernel_shape[1]}",
        lambda i, k: right(i, (k[0], i[1], k[2])).ravel(),
    ),
    (
        "all positions of the image are listed: the kernel covers a part of each "
        "channel",
        lambda i, k: np.arange(np.prod(i)),
    ),
    (
        "the image is cut along channels and rows, as if its channels were last: rows "
        "and columns are its axes 1 and 2",
        lambda i, k: _cut(i, k[1:]),
    ),
    (
        "the image is cut by rows, columns, channels: its axes are channels, rows, "
        "columns",
        lambda i, k: _cut(i, (k[1], k[2], k[0])),
    ),
    (
        "the positions, or the columns, are counted from 1, and the first is 0",
        lambda i, k: right(i, k).ravel() + 1,
    ),
    (
        "the channels are counted from 1, and the first is 0",
        lambda i, k: right(i, k).ravel() + i[1] * i[2],
    ),
    (
        "the rows are counted from 1, and the first is 0",
        lambda i, k: right(i, k).ravel() + i[2],
    ),
    (
        "channels, rows and columns are counted from 1, and the first of each is 0",
        lambda i, k: right(i, k).ravel() + (i[1] + 1) * i[2] + 1,
    ),
    (
        "the window is centred on the first pixel: it starts there",
        lambda i, k: right(i, k).ravel() - k[1] // 2 * i[2] - k[2] // 2,
    ),
    (
        "this is the window at the bottom right: the first is at the top left",
        lambda i, k: right(i, k).ravel() + (i[1] - k[1]) * i[2] + i[2] - k[2],
    ),
)
