"""Chapter 3: what goes wrong where kernels are stood up as columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_3_matrix_losses import LOSSES
from .chapter_3_parts import columns

Kernels = np.ndarray


def _rows(kernels: Kernels) -> Kernels:
    return columns(kernels).T


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "each kernel is written down column by column, as by .T alone, which turns all "
        "axes: its first row comes first",
        lambda k: columns(k.transpose(0, 2, 1)),
    ),
    (
        "the kernels stand as rows: .T stands them up as columns",
        _rows,
    ),
    (
        "the columns mix several kernels: a reshape moves no number, so make a row of "
        "each kernel, then .T",
        lambda k: k.reshape(-1, len(k)),
    ),
    (
        "the columns mix several kernels: -1 and the number of kernels are exchanged "
        "in the reshape before the .T",
        lambda k: k.reshape(-1, len(k)).T,
    ),
    (
        "the columns mix several kernels: the line that is cut goes through "
        "them first, by order='F' or .T",
        lambda k: k.reshape((-1, len(k)), order="F"),
    ),
    (
        "the kernels' axis stands in the middle, (row, kernel, column), before the "
        "reshape: it must come last",
        lambda k: k.transpose(1, 0, 2).reshape(-1, len(k)),
    ),
    (
        "the column axis is moved to the front: np.moveaxis(kernels, 0, -1) moves the "
        "kernels' to the end",
        lambda k: k.transpose(2, 0, 1).reshape(-1, len(k)),
    ),
    (
        "each kernel is listed backwards: turned in both axes as for a convolution, or "
        "by rot90, where .T is due",
        lambda k: columns(k)[::-1],
    ),
    (
        "the kernels stand in reverse order, the last first: by kernels[::-1], or by "
        "rot90, where .T is due",
        lambda k: columns(k[::-1]),
    ),
    (
        "kernels and values are both in reverse order: .T turns about the other "
        "diagonal",
        lambda k: columns(k)[::-1, ::-1],
    ),
    (
        "each kernel is upside down: its last row comes first",
        lambda k: columns(k[:, ::-1]),
    ),
    (
        "each kernel is mirrored, left to right: its last column comes first",
        lambda k: columns(k[:, :, ::-1]),
    ),
    (
        "each kernel is turned by 90 degrees before it is made flat",
        lambda k: columns(np.rot90(k, axes=(1, 2))),
    ),
    (
        "each kernel is turned by 90 degrees clockwise before it is made flat",
        lambda k: columns(np.rot90(k, -1, axes=(1, 2))),
    ),
    (
        "the kernels are not made flat: rows and columns are to be one axis, in front",
        lambda k: np.moveaxis(k, 0, 2),
    ),
    (
        "the kernels are not made flat, and .T alone turns all three axes",
        lambda k: k.T,
    ),
    (
        "an axis of length 1 stands in the middle: the values and the kernels are all",
        lambda k: columns(k)[:, None],
    ),
    (
        "the kernels come back as they are: each is to be made flat, and a column",
        lambda k: k,
    ),
    (
        "all kernels stand in one line: each makes a column of its own",
        lambda k: k.ravel(),
    ),
    (
        "all values stand in one line: the columns, one kernel each, are an axis of "
        "their own",
        lambda k: columns(k).ravel(),
    ),
    (
        "all kernels stand in one column, one below the other: each makes its own",
        lambda k: k.reshape(-1, 1),
    ),
    (
        "all kernels stand in one row: each makes a column of its own",
        lambda k: k.reshape(1, -1),
    ),
    (
        "it is as wide as a kernel, {kernels.shape[2]}, and kernel row stands under "
        "kernel row: each kernel makes a column",
        lambda k: k.reshape(-1, k.shape[2]),
    ),
    (
        "the reshape has the kernel's width in the place of the number of kernels",
        lambda k: k.reshape(k.shape[2], -1).T,
    ),
    (
        "it is as wide as a kernel is high, {kernels.shape[1]}: there is a column for "
        "each of the {kernels.shape[0]} kernels",
        lambda k: k.reshape(-1, k.shape[1]),
    ),
    (
        "the reshape has the kernel's height in the place of the number of kernels",
        lambda k: k.reshape(k.shape[1], -1).T,
    ),
    *LOSSES,
)
