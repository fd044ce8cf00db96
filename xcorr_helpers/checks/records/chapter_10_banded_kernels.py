"""Chapter 10: how readers go wrong in the kernels that a banded matrix holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chapter_10_parts import as_matrix, banded, strip_box

Program = Callable[[np.ndarray, int], Any]


def _of(change: Callable[[np.ndarray], np.ndarray]) -> Program:
    """Change the kernels that are placed."""
    return lambda k, t: banded(change(k), t)


def _as_exchanged(kernels: np.ndarray) -> np.ndarray:
    """Take the height for the width, and the width for the height."""
    n_kernels, rows, columns, channels = kernels.shape
    return kernels.reshape(n_kernels, columns, rows, channels)


def _kernels_last(kernels: np.ndarray) -> np.ndarray:
    """Take the sizes as if the kernels came last, with a matrix of columns."""
    rows, columns, channels, n_kernels = kernels.shape
    return kernels.reshape(-1, n_kernels).T.reshape(n_kernels, rows, columns, channels)


def _without_t(kernels: np.ndarray) -> np.ndarray:
    return kernels.reshape(-1, len(kernels)).T.reshape(kernels.shape)


def _mixed_windows(kernels: np.ndarray, t: int) -> np.ndarray:
    """Give each padded window columns by a reshape alone."""
    windows = np.moveaxis(strip_box(kernels, t), (3, 4), (0, 1))
    mixed = windows.reshape(t, -1, len(kernels))
    return np.moveaxis(mixed, 0, 1).reshape(-1, t * len(kernels))


def _all_turned(kernels: np.ndarray) -> np.ndarray:
    return kernels.transpose(0, 3, 2, 1).reshape(kernels.shape)


def _channels_in_front(kernels: np.ndarray) -> np.ndarray:
    return kernels.transpose(0, 3, 1, 2).reshape(kernels.shape)


KERNELS = (
    (
        "the kernel's height and width are exchanged where its shape is unpacked",
        _of(_as_exchanged),
    ),
    (
        "the kernels' shape is (K, height, width, C): here it is unpacked as "
        "(K, C, height, width)",
        _of(lambda k: k.reshape(len(k), k.shape[2], k.shape[3], k.shape[1])),
    ),
    (
        "the kernels' shape is (K, height, width, C): here it is unpacked as "
        "(height, width, C, K)",
        _of(_kernels_last),
    ),
    (
        "only the first row of the kernels is placed: a strip has as many rows as a "
        "kernel",
        _of(lambda k: k[:, :1]),
    ),
    (
        "only the first channel is placed: a pixel of the strip has all channels",
        _of(lambda k: k[..., :1]),
    ),
    (
        "the channels are added up: each has positions of its own in the strip",
        _of(lambda k: k.sum(-1, keepdims=True)),
    ),
    (
        "the kernels are turned by 180 degrees, as for a convolution: they are placed "
        "as they are",
        _of(lambda k: k[:, ::-1, ::-1]),
    ),
    (
        "each kernel's columns are reversed: the leftmost goes to the leftmost pixel",
        _of(lambda k: k[:, :, ::-1]),
    ),
    (
        "each kernel's rows are reversed: the top one goes to the top row of the strip",
        _of(lambda k: k[:, ::-1]),
    ),
    (
        "each window is filled backwards, its channels, too",
        _of(lambda k: k[:, ::-1, ::-1, ::-1]),
    ),
    (
        "a reshape to (-1, K) mixes the kernels: .reshape(K, -1).T makes each a column",
        _of(_without_t),
    ),
    (
        "a reshape to (-1, K) mixes the padded kernels: .reshape(K, -1).T does not",
        _mixed_windows,
    ),
    (
        ".T of all axes, like order 'F', turns a kernel's axes round: "
        ".reshape(K, -1).T keeps them",
        _of(_all_turned),
    ),
    (
        "rows and columns are exchanged in the kernels' values: they are placed as "
        "they lie",
        _of(lambda k: k.swapaxes(1, 2).reshape(k.shape)),
    ),
    (
        "the first channel's values stand for all channels",
        _of(lambda k: np.repeat(k[..., :1], k.shape[3], 3)),
    ),
    (
        "the channels come last in a kernel's values: here they are moved in front",
        _of(_channels_in_front),
    ),
    (
        "two slips: the kernels are turned by 180 degrees, and all windows of kernel 0 "
        "come first",
        lambda k, t: as_matrix(strip_box(k[:, ::-1, ::-1], t).swapaxes(3, 4)),
    ),
)
