"""A strip's windows, wrongly put together, or listed instead of measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ...indices import correlation_indices

# In these, k, s and d are the kernel's width, the stride and the dilation.
Program = Callable[[int, int, int, int], Any]
Known = tuple[str, Program]


def width(t: int, k: int, s: int, d: int) -> int:
    return (t - 1) * s + (k - 1) * d + 1


def reads(t: int, k: int, s: int, d: int) -> np.ndarray:
    columns: np.ndarray = np.add.outer(np.arange(t) * s, np.arange(k) * d)
    return columns


LEFT_OUT: tuple[Known, ...] = (
    (
        "neither stride nor dilation is in it",
        lambda t, k, s, d: width(t, k, 1, 1),
    ),
    (
        "the stride is left out: the windows start {stride} pixels apart",
        lambda t, k, s, d: width(t, k, 1, d),
    ),
    (
        "the dilation is left out: a kernel's columns lie {dilation} pixels apart",
        lambda t, k, s, d: width(t, k, s, 1),
    ),
    (
        "stride and dilation are exchanged, or t and kernel_width: t - 1 steps are "
        "strides, the others dilations",
        lambda t, k, s, d: width(t, k, d, s),
    ),
    (
        "this is the window of one output: the others lie further right",
        lambda t, k, s, d: (k - 1) * d + 1,
    ),
    (
        "only the starts of the windows are in it: the last one still reads its "
        "columns",
        lambda t, k, s, d: (t - 1) * s + 1,
    ),
    (
        "a strip of one output is wide, too: its window is dilated",
        lambda t, k, s, d: k if t == 1 else width(t, k, s, d),
    ),
    (
        "the kernel is always three columns wide in it: it has kernel_width",
        lambda t, k, s, d: width(t, 3, s, d),
    ),
    (
        "the strip always has four outputs in it: it has t",
        lambda t, k, s, d: width(4, k, s, d),
    ),
    (
        "t + 2 is the chapter's width, of kernels three wide, without the knobs",
        lambda t, k, s, d: t + 2,
    ),
    (
        "the stride is used for both, window to window and column to column",
        lambda t, k, s, d: width(t, k, s, s),
    ),
    (
        "the dilation is used for both, window to window and column to column",
        lambda t, k, s, d: width(t, k, d, d),
    ),
    (
        "these are t outputs and kernel_width columns, added: the knobs are left out, "
        "and the first pixel is counted twice",
        lambda t, k, s, d: t + k,
    ),
)
WINDOWS: tuple[Known, ...] = (
    (
        "this puts the windows side by side: neighbouring windows start a stride apart",
        lambda t, k, s, d: t * width(1, k, s, d),
    ),
    (
        "this puts the windows side by side, each with its stride: they start a stride "
        "apart, and end once",
        lambda t, k, s, d: t * (s + (k - 1) * d),
    ),
    (
        "this puts the windows side by side, each with a stride after it: they start a "
        "stride apart",
        lambda t, k, s, d: t * (s + (k - 1) * d + 1),
    ),
    (
        "two slips: this puts the windows side by side; and each lacks its last column",
        lambda t, k, s, d: t * (k - 1) * d,
    ),
    (
        "this puts kernel_width * dilation columns side by side t times: windows start "
        "a stride apart",
        lambda t, k, s, d: t * k * d,
    ),
    (
        "neighbours are taken to share as many columns as the stride has: that is how "
        "far apart they start",
        lambda t, k, s, d: t * width(1, k, s, d) - (t - 1) * s,
    ),
    (
        "only pixels that are read are counted: those in between that no window reads "
        "are counted, too",
        lambda t, k, s, d: np.unique(reads(t, k, s, d)).size,
    ),
    (
        "pixels that several windows read are counted several times",
        lambda t, k, s, d: t * k,
    ),
    (
        "where windows lie apart, the gap between them is counted, too",
        lambda t, k, s, d: width(1, k, s, d) + (t - 1) * min(s, width(1, k, s, d)),
    ),
    (
        "the wider of the two ways is taken: the last window's columns begin where the "
        "strides end, so add them",
        lambda t, k, s, d: max((t - 1) * s, (k - 1) * d) + 1,
    ),
    (
        "outputs' and window's widths are multiplied: the columns begin where the "
        "strides end, so add them",
        lambda t, k, s, d: ((t - 1) * s + 1) * ((k - 1) * d + 1),
    ),
    (
        "outputs' and window's steps are multiplied: add them",
        lambda t, k, s, d: (t - 1) * s * (k - 1) * d + 1,
    ),
    (
        "the window is taken off the strides: its columns begin where they end, so add "
        "them",
        lambda t, k, s, d: (t - 1) * s - (k - 1) * d + 1,
    ),
    (
        "these are the outputs of a full correlation of t pixels: the pixels are asked "
        "for",
        lambda t, k, s, d: (t - 1 + (k - 1) * d) // s + 1,
    ),
)
LISTS: tuple[Known, ...] = (
    (
        "these are the first column and the last: how many are there between them?",
        lambda t, k, s, d: (0, width(t, k, s, d) - 1),
    ),
    (
        "these are the first column and the end: how many are there between them?",
        lambda t, k, s, d: (0, width(t, k, s, d)),
    ),
    (
        "these are the columns themselves: how many are there? len(...)",
        lambda t, k, s, d: np.arange(width(t, k, s, d)),
    ),
    (
        "these are the columns that are read: the last less the first, and 1, is the "
        "width",
        lambda t, k, s, d: np.unique(reads(t, k, s, d)),
    ),
    (
        "these are the columns of each window: the last less the first, and 1, is the "
        "width",
        reads,
    ),
    (
        "these are the columns of each window: the last less the first, and 1, is the "
        "width",
        lambda t, k, s, d: reads(t, k, s, d).ravel(),
    ),
    (
        "these are the windows' starts: the last one's window ends the strip",
        lambda t, k, s, d: np.arange(t) * s,
    ),
    (
        "these are two widths, of the outputs and of a window: add them, less 1",
        lambda t, k, s, d: ((t - 1) * s + 1, (k - 1) * d + 1),
    ),
    (
        "a kernel's height is in it, too: the pixels of one row are asked for",
        lambda t, k, s, d: (k, width(t, k, s, d)),
    ),
    (
        "starts and columns have no axes of their own: with x[:, None] each meets each",
        lambda t, k, s, d: np.ptp(np.arange(t) * s + np.arange(k) * d) + 1,
    ),
    (
        "the strip that is asked about is too narrow: it is as wide as without stride "
        "and dilation",
        lambda t, k, s, d: (
            correlation_indices(
                (1, t + k - 1), (1, k), stride=(1, s), dilation=(1, d)
            ).max()
            + 1
        ),
    ),
    (
        "the strip that is asked about is t pixels wide: t are its outputs",
        lambda t, k, s, d: (
            correlation_indices((1, t), (1, k), stride=(1, s), dilation=(1, d)).max()
            + 1
        ),
    ),
    (
        "the width comes as a text: return the number itself",
        lambda t, k, s, d: str(width(t, k, s, d)),
    ),
    (
        "the width comes in a list or an array with an axis: return the number itself",
        lambda t, k, s, d: [width(t, k, s, d)],
    ),
)
