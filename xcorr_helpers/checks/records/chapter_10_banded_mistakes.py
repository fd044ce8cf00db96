"""Chapter 10: how readers go wrong in the columns of a banded matrix."""

from __future__ import annotations

import numpy as np

from .chapter_10_parts import (
    as_matrix,
    banded,
    strip_box,
    strip_index,
    written,
)


def _j_times_t(kernels: np.ndarray, t: int) -> np.ndarray:
    matrix = np.zeros_like(banded(kernels, t))
    for j, window in enumerate(strip_index(kernels, t)):
        for k, kernel in enumerate(kernels):
            matrix[window, j * t + k] = kernel.ravel()
    return matrix


def _kept(kernels: np.ndarray, t: int, windows: slice) -> np.ndarray:
    """Leave the columns of all other windows at 0."""
    placed = np.zeros_like(strip_box(kernels, t))
    placed[:, :, :, windows] = strip_box(kernels, t)[:, :, :, windows]
    return as_matrix(placed)


def _from_one(kernels: np.ndarray, t: int) -> np.ndarray:
    matrix = np.zeros_like(banded(kernels, t))
    matrix[:, len(kernels) :] = banded(kernels, t)[:, : -len(kernels)]
    return matrix


def _filled(kernels: np.ndarray, t: int, more: int) -> np.ndarray:
    return np.pad(banded(kernels, t), [(0, 0), (0, more)])


def _without_last(kernels: np.ndarray) -> np.ndarray:
    kept = kernels.copy()
    kept[-1] = 0
    return kept


def _outputs_first(kernels: np.ndarray, t: int) -> np.ndarray:
    placed = np.moveaxis(strip_box(kernels, t), 3, 0)
    return placed.reshape(-1, t * len(kernels))


def _kernels_first(kernels: np.ndarray, t: int) -> np.ndarray:
    placed = np.moveaxis(strip_box(kernels, t), 4, 0)
    return placed.reshape(-1, t * len(kernels))


def _both_first(kernels: np.ndarray, t: int) -> np.ndarray:
    placed = np.moveaxis(strip_box(kernels, t), (3, 4), (0, 1))
    return placed.reshape(-1, t * len(kernels))


COLUMNS = (
    (
        "kernel k at window j is column j * K + k: here all windows of kernel 0 come "
        "first, k * t + j",
        lambda k, t: as_matrix(strip_box(k, t).swapaxes(3, 4)),
    ),
    (
        "the columns of neighbouring windows overlap: those of window j start at "
        "j * K, not at j",
        lambda k, t: written(k, t, lambda j, n: slice(j, j + n)),
    ),
    (
        "kernel k at window j is column j * K + k, and not j * t + k",
        _j_times_t,
    ),
    (
        "j::K takes every K-th column: those of window j are neighbours, "
        "j * K : (j + 1) * K",
        lambda k, t: written(k, t, lambda j, n: slice(j, None, n)),
    ),
    (
        "the windows are counted from 1: window 0 has the first K columns",
        _from_one,
    ),
    (
        "the columns of window 0 are left at 0: does the loop start at 1?",
        lambda k, t: _kept(k, t, slice(1, None)),
    ),
    (
        "the columns of the last window are left at 0: does the loop end early?",
        lambda k, t: _kept(k, t, slice(t - 1)),
    ),
    (
        "only the columns of window 0 are filled: is the return inside the loop?",
        lambda k, t: _kept(k, t, slice(1)),
    ),
    (
        "only the columns of the last window are filled: is the matrix made anew in "
        "the loop?",
        lambda k, t: _kept(k, t, slice(t - 1, t)),
    ),
    (
        "the last window comes first: window 0, the leftmost, has the first K columns",
        lambda k, t: as_matrix(strip_box(k, t)[:, :, :, ::-1]),
    ),
    (
        "there are columns for the first kernel only: each output has K, one for each "
        "kernel",
        lambda k, t: banded(k[:1], t),
    ),
    (
        "the kernels are added up: each has a column of its own",
        lambda k, t: banded(k.sum(0, keepdims=True), t),
    ),
    (
        "the last kernel comes first: column j * K + k holds kernel k",
        lambda k, t: banded(k[::-1], t),
    ),
    (
        "the columns of the last kernel are left at 0: does its loop end early?",
        lambda k, t: banded(_without_last(k), t),
    ),
    (
        "kernel 0 stands in the columns of all kernels: is kernels[0] written for [k]?",
        lambda k, t: banded(np.repeat(k[:1], len(k), 0), t),
    ),
    (
        "the matrix is transposed: a strip's values go down, its outputs go across",
        lambda k, t: banded(k, t).T,
    ),
    (
        "the columns are filled up beyond a multiple of four: t * K are asked for",
        lambda k, t: _filled(k, t, 4 - t * len(k) % 4),
    ),
    (
        "the columns are filled up to a multiple of four: t * K are asked for",
        lambda k, t: _filled(k, t, -t * len(k) % 4),
    ),
    (
        "there is a window too many: a strip of t outputs has t of them",
        lambda k, t: banded(k, t + 1),
    ),
    (
        "the windows are an axis of their own, in front: they belong side by side, in "
        "the columns",
        lambda k, t: banded(k, t).reshape(-1, t, len(k)).swapaxes(0, 1),
    ),
    (
        "the windows' matrices lie one below the other: side by side is axis 1",
        lambda k, t: np.concatenate(
            banded(k, t).reshape(-1, t, len(k)).swapaxes(0, 1), axis=0
        ),
    ),
    (
        "the windows are an axis of their own, at the end: they come before the "
        "kernels, in the columns",
        lambda k, t: banded(k, t).reshape(-1, t, len(k)).swapaxes(1, 2),
    ),
    (
        "the kernels are an axis of their own, in front: they belong into the columns",
        lambda k, t: np.moveaxis(banded(k, t).reshape(-1, t, len(k)), 2, 0),
    ),
    (
        "outputs and kernels are left as two axes: .reshape(-1, t * K) makes them one",
        lambda k, t: banded(k, t).reshape(-1, t, len(k)),
    ),
    (
        "the strip's rows, columns and channels are left as axes: a value of the strip "
        "is one row of the matrix",
        lambda k, t: strip_box(k, t).reshape(*strip_box(k, t).shape[:3], -1),
    ),
    (
        "all five axes are left: .reshape(-1, t * K) makes a matrix of them",
        strip_box,
    ),
    (
        "the axis of the outputs is in front, and a reshape moves no axis: move it "
        "behind the strip's first",
        _outputs_first,
    ),
    (
        "the axis of the kernels is in front, and a reshape moves no axis: move it to "
        "the end first",
        _kernels_first,
    ),
    (
        "outputs and kernels are in front, and a reshape moves no axis: a row for each "
        "needs .T at the end",
        _both_first,
    ),
)
