"""Chapter 3: what goes wrong in the axes where many kernels are applied."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_3_apply_errors import ERRORS
from .chapter_3_apply_values import VALUES
from .chapter_3_parts import maps


def _line(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    return maps(image, kernels).reshape(-1, len(kernels))


def _weighted(image: np.ndarray, kernels: np.ndarray, weights: np.ndarray) -> Any:
    """Apply the columns of a matrix, as if they were the kernels."""
    return maps(image, weights.T.reshape(kernels.shape))


MISTAKES: tuple[tuple[str, Any], ...] = (
    *VALUES,
    (
        "the columns of the kernels' matrix mix several kernels: make a row of each "
        "kernel, then .T",
        lambda i, k: _weighted(i, k, k.reshape(-1, len(k))),
    ),
    (
        "the columns of the kernels' matrix mix several kernels: order='F' counts the "
        "kernels' axis as the fastest",
        lambda i, k: _weighted(i, k, k.reshape((-1, len(k)), order="F")),
    ),
    (
        "each kernel is read column by column, as by kernels.T, which turns all axes: "
        "its first row comes first",
        lambda i, k: _weighted(i, k, k.T.reshape(-1, len(k))),
    ),
    (
        "the kernels' axis stands in the middle, (row, kernel, column), before the "
        "reshape: it must come last",
        lambda i, k: _weighted(i, k, k.transpose(1, 0, 2).reshape(-1, len(k))),
    ),
    (
        "in the kernels' matrix the column axis is moved to the front: the kernels' is "
        "to be moved to the end",
        lambda i, k: _weighted(i, k, k.transpose(2, 0, 1).reshape(-1, len(k))),
    ),
    (
        "the output's sides are exchanged in the reshape: it is (out_height, "
        "out_width, K)",
        lambda i, k: _line(i, k).reshape(
            i.shape[1] - k.shape[2] + 1, i.shape[0] - k.shape[1] + 1, len(k)
        ),
    ),
    (
        "rows and columns of each map are exchanged: .T and swapaxes turn more than "
        "the kernels' axis",
        lambda i, k: maps(i, k).swapaxes(0, 1),
    ),
    (
        "the reshape puts the kernels first, and mixes them with the placements: they "
        "are the last axis",
        lambda i, k: _line(i, k).reshape(
            len(k), i.shape[0] - k.shape[1] + 1, i.shape[1] - k.shape[2] + 1
        ),
    ),
    (
        "the kernels stand first, and are the last axis: np.stack(..., axis=2) or "
        "np.moveaxis",
        lambda i, k: np.moveaxis(maps(i, k), 2, 0),
    ),
    (
        "the kernels stand in the middle, and are the last axis: axis=2, not axis=1",
        lambda i, k: maps(i, k).swapaxes(1, 2),
    ),
    (
        "the kernels came first, and a reshape only cuts anew: np.moveaxis or .T takes "
        "them to the end",
        lambda i, k: _line(i, k).T.reshape(maps(i, k).shape),
    ),
    (
        "the placements are one axis: reshape(out_height, out_width, K) folds them",
        _line,
    ),
    (
        "the placements are one axis, and the kernels stand before it: turn by .T, and "
        "fold",
        lambda i, k: _line(i, k).T,
    ),
    (
        "all stands in one line: reshape(out_height, out_width, K) folds it",
        lambda i, k: _line(i, k).ravel(),
    ),
    (
        "the maps are joined side by side: np.stack(..., axis=2) gives the kernels an "
        "axis of their own",
        lambda i, k: np.concatenate(list(np.moveaxis(maps(i, k), 2, 0)), axis=1),
    ),
    (
        "the maps are joined one below the other: np.stack(..., axis=2) gives the "
        "kernels an axis of their own",
        lambda i, k: np.concatenate(list(np.moveaxis(maps(i, k), 2, 0)), axis=0),
    ),
    (
        "only the first kernel is applied, as in chapter 2: there are "
        "{kernels.shape[0]}, each makes a map",
        lambda i, k: maps(i, k)[:, :, 0],
    ),
    (
        "only the first kernel is applied: there are {kernels.shape[0]}, each makes a "
        "map",
        lambda i, k: maps(i, k)[:, :, :1],
    ),
    (
        "only the last kernel's map is there: are they overwritten in the loop?",
        lambda i, k: maps(i, k)[:, :, -1],
    ),
    (
        "the first kernel is applied again and again: each map is of another kernel",
        lambda i, k: maps(i, k[[0] * len(k)]),
    ),
    (
        "the last kernel's map stands in all: does each turn of the loop write to all?",
        lambda i, k: maps(i, k[[-1] * len(k)]),
    ),
    (
        "the last kernel's map is left at 0: the loop ends a kernel too early",
        lambda i, k: maps(i, np.concatenate([k[:-1], 0 * k[-1:]])),
    ),
    (
        "the first kernel's map is left at 0: the kernels are counted from 0",
        lambda i, k: maps(i, np.concatenate([0 * k[:1], k[1:]])),
    ),
    (
        "only the first map is written, the others are 0: is the return inside of the "
        "loop?",
        lambda i, k: maps(i, np.concatenate([k[:1], 0 * k[1:]])),
    ),
    (
        "the first kernel's map is missing: the kernels are counted from 0",
        lambda i, k: maps(i, k)[:, :, 1:],
    ),
    (
        "the last kernel's map is missing: the loop ends a kernel too early",
        lambda i, k: maps(i, k)[:, :, :-1],
    ),
    (
        "the kernels are applied in reverse order, the last first",
        lambda i, k: maps(i, k[::-1]),
    ),
    (
        "the maps of all kernels are added up: each stays a map of its own",
        lambda i, k: maps(i, k).sum(2),
    ),
    (
        "each map holds those before it, too: the sum starts from 0 for each kernel",
        lambda i, k: maps(i, k).cumsum(2),
    ),
    (
        "the last row and the last column of each map are missing: + 1 counts the "
        "first placement",
        lambda i, k: maps(i, k)[:-1, :-1],
    ),
    (
        "the last row of each map is missing: out_height = height - kernel_height + 1",
        lambda i, k: maps(i, k)[:-1],
    ),
    (
        "the last column of each map is missing: out_width = width - kernel_width + 1",
        lambda i, k: maps(i, k)[:, :-1],
    ),
    (
        "only the first placement is there: the offsets move the window",
        lambda i, k: maps(i, k)[0, 0],
    ),
    (
        "each placement reads the window at the top left: image[row + i, column + j]",
        lambda i, k: np.broadcast_to(maps(i, k)[0, 0], maps(i, k).shape),
    ),
    (
        "each placement reads one pixel only, for all kernel values: image[row + i, "
        "column + j]",
        lambda i, k: (
            i[: maps(i, k).shape[0], : maps(i, k).shape[1], None] * k.sum((1, 2))
        ),
    ),
    (
        "each map holds the sum of all kernels: out[row, column, k] takes one",
        lambda i, k: maps(i, k).sum(2, keepdims=True).repeat(len(k), 2),
    ),
    (
        "the sum goes on from number to number: it starts from 0 for each",
        lambda i, k: maps(i, k).cumsum().reshape(maps(i, k).shape),
    ),
    *ERRORS,
)
