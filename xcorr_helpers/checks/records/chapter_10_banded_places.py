"""Chapter 10: how readers go wrong in where a banded matrix has its kernels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chapter_10_parts import (
    as_columns,
    as_matrix,
    banded,
    box,
    flat,
    index_of,
    strip_box,
    strip_index,
)

Program = Callable[[np.ndarray, int], Any]


def _wide(kernels: np.ndarray, t: int) -> int:
    wide: int = t + kernels.shape[2] - 1
    return wide


def _axes(*order: int) -> Program:
    """Put the axes rows, columns, channels, windows, kernels into another order."""
    return lambda k, t: as_matrix(strip_box(k, t).transpose(order))


def _steps(row: Callable[..., int], step: Callable[..., int]) -> Program:
    """Step otherwise: both are told of columns, channels, the strip's width and t."""
    return lambda k, t: flat(
        k,
        t,
        row(k.shape[2], k.shape[3], _wide(k, t), t),
        step(k.shape[2], k.shape[3], _wide(k, t), t),
    )


def _fitting(kernels: np.ndarray, t: int, wide: int) -> np.ndarray:
    """Place the windows that fit into a strip of another width; the rest stay 0."""
    n_kernels, rows, columns, channels = kernels.shape
    matrix = np.zeros((rows * wide * channels, t, n_kernels))
    index = index_of((rows, wide, channels), (rows, columns, channels))[:t]
    matrix[index, np.arange(len(index))[:, None]] = as_columns(kernels)
    return matrix.reshape(len(matrix), -1)


def _ending(kernels: np.ndarray, t: int) -> np.ndarray:
    """Place the windows so that each ends where it should start."""
    before = kernels.shape[2] - 1
    return as_matrix(box(kernels, range(t), t + 2 * before)[:, before:])


def _of_t_pixels(kernels: np.ndarray, t: int) -> np.ndarray:
    _, rows, columns, channels = kernels.shape
    windows = max(t - columns + 1, 0)
    placed = box(kernels, range(windows), t)
    return placed.reshape(rows * t * channels, -1)


def _centred(kernels: np.ndarray, t: int) -> np.ndarray:
    before = kernels.shape[2] // 2
    return as_matrix(
        box(kernels, range(t), t + kernels.shape[2])[:, before : before + t]
    )


def _everywhere(kernels: np.ndarray, t: int) -> np.ndarray:
    total = strip_box(kernels, t).sum(3, keepdims=True)
    return as_matrix(np.repeat(total, t, 3))


def _downward(kernels: np.ndarray, t: int) -> np.ndarray:
    return as_matrix(strip_box(kernels.swapaxes(1, 2), t).swapaxes(0, 1))


def _where(kernels: np.ndarray, t: int) -> np.ndarray:
    return banded(np.ones_like(kernels), t)


PLACES = (
    (
        "a strip is t + kernel_width - 1 pixels wide: here its last is one too many",
        lambda k, t: as_matrix(box(k, range(t), _wide(k, t) + 1)),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, not t: the last windows are cut "
        "off",
        lambda k, t: as_matrix(box(k, range(t), t)),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, and t pixels hold fewer than t "
        "windows",
        lambda k, t: _fitting(k, t, t),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, and not as wide as the kernel: "
        "all windows share its rows",
        lambda k, t: np.tile(as_columns(k), (1, t)),
    ),
    (
        "this is the kernels' matrix, which makes one output: a strip has t of them",
        lambda k, t: as_columns(k),
    ),
    (
        "the kernel's height stands for its width in the strip's width",
        lambda k, t: _fitting(k, t, t + k.shape[1] - 1),
    ),
    (
        "the strip grows downward: its outputs lie side by side, so its columns become "
        "more",
        _downward,
    ),
    (
        "the matrix is a block diagonal: neighbouring windows share pixels, and a "
        "strip has each once",
        lambda k, t: np.kron(np.eye(t), as_columns(k)),
    ),
    (
        "window j starts j pixels further right, not j kernel widths: windows overlap",
        lambda k, t: as_matrix(
            box(k, range(0, t * k.shape[2], k.shape[2]), t * k.shape[2])
        ),
    ),
    (
        "neighbouring windows start one pixel apart, not two: the stride is 1",
        lambda k, t: as_matrix(box(k, range(0, 2 * t, 2), 2 * t + k.shape[2] - 2)),
    ),
    (
        "neighbouring windows start one pixel apart, not C pixels",
        lambda k, t: as_matrix(
            box(k, np.arange(t) * k.shape[3], (t - 1) * k.shape[3] + k.shape[2])
        ),
    ),
    (
        "t is the number of outputs, not of the strip's pixels",
        _of_t_pixels,
    ),
    (
        "a strip reads t + kernel_width - 1 pixels: here it has t, and windows stand "
        "around their output",
        _centred,
    ),
    (
        "each window is written into all columns: those of window j are "
        "j * K : (j + 1) * K",
        _everywhere,
    ),
    (
        "all windows stand at the same place: window j starts j pixels further right",
        lambda k, t: as_matrix(box(k, [0] * t, _wide(k, t))),
    ),
    (
        "a window ends where it should start: it reads from pixel j on, to the right",
        _ending,
    ),
    (
        "window j starts at position j * C, not j: a pixel has C values, its channels",
        _steps(lambda w, c, wide, t: wide * c, lambda w, c, wide, t: 1),
    ),
    (
        "window j starts at position j * C: here it steps down a row of the strip",
        _steps(lambda w, c, wide, t: wide * c, lambda w, c, wide, t: wide * c),
    ),
    (
        "no jump at the end of a kernel row: the next one lies a row of the strip "
        "further, not one of the kernel",
        _steps(lambda w, c, wide, t: w * c, lambda w, c, wide, t: c),
    ),
    (
        "the next row of the strip is its width times C positions further: here C is "
        "left out",
        _steps(lambda w, c, wide, t: wide, lambda w, c, wide, t: c),
    ),
    (
        "C is left out twice: of the jump to the strip's next row, and of a window's "
        "start",
        _steps(lambda w, c, wide, t: wide, lambda w, c, wide, t: 1),
    ),
    (
        "the strip's next row is t + kernel_width - 1 pixels further, not t",
        _steps(lambda w, c, wide, t: t * c, lambda w, c, wide, t: c),
    ),
    (
        "the strip's next row is t + kernel_width - 1 pixels further, not one more",
        _steps(lambda w, c, wide, t: (wide + 1) * c, lambda w, c, wide, t: c),
    ),
    (
        "two slips: no jump at the end of a kernel row, and a window's start is j, not "
        "j * C",
        _steps(lambda w, c, wide, t: w * c, lambda w, c, wide, t: 1),
    ),
    (
        "the channels come last in a strip: here they stand before rows and columns",
        _axes(2, 0, 1, 3, 4),
    ),
    (
        "the channels come last in a strip: here they stand between rows and columns",
        _axes(0, 2, 1, 3, 4),
    ),
    (
        "a strip goes row by row: here its positions run down the columns first",
        _axes(1, 0, 2, 3, 4),
    ),
    (
        "a strip goes row by row, channels last: here the order of its axes is turned "
        "round",
        _axes(2, 1, 0, 3, 4),
    ),
    (
        "the matrix starts from np.ones: np.zeros is 0 where no window reads",
        lambda k, t: banded(k, t) + 1 - _where(k, t),
    ),
    (
        "there is a 1 where a window reads: the kernel's value belongs there",
        _where,
    ),
    (
        "the weights are divided by t: each output has columns of its own",
        lambda k, t: banded(k, t) / t,
    ),
    (
        "nothing is written: banded[window] is a copy; assign to banded[window, ...]",
        lambda k, t: np.zeros_like(banded(k, t)),
    ),
    (
        "this is the index, which says where windows read: the kernels' values belong "
        "there",
        strip_index,
    ),
    (
        "this is the index, turned: the kernels' values belong into a matrix of zeros",
        lambda k, t: strip_index(k, t).T,
    ),
    (
        "two slips: a strip's last pixel is one too many, and all windows of kernel 0 "
        "come first",
        lambda k, t: as_matrix(box(k, range(t), _wide(k, t) + 1).swapaxes(3, 4)),
    ),
    (
        "two slips: a window's start is j, not j * C, and only kernel 0 is placed, for "
        "all",
        lambda k, t: flat(np.repeat(k[:1], len(k), 0), t, _wide(k, t) * k.shape[3], 1),
    ),
)
