"""Chapter 10: how readers go wrong when they put strips together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .._cases import outputs
from .chapter_10_parts import starts_of, whole_starts, width_of

Program = Callable[[np.ndarray, np.ndarray, int], Any]


def _by_whole(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    width = width_of(images, kernels)
    return outputs(images, kernels)[:, :, : width // t * t]


def _side_by_side(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Make strips that share no columns, and join them."""
    wide = t + kernels.shape[2] - 1
    right = outputs(images, kernels)
    starts = range(0, images.shape[2] - wide + 1, wide)
    return np.concatenate([right[:, :, at : at + t] for at in starts], axis=2)


def _pieces(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Cut the image into pieces of t pixels."""
    starts = range(0, images.shape[2] - t + 1, t)
    pieces = [outputs(images[:, :, at : at + t], kernels) for at in starts]
    return np.concatenate(pieces, axis=2)


def _joined(axis: int, starts: Callable[[int, int], Iterable[int]]) -> Program:
    """Make whole strips, and join them along an axis."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        right = outputs(images, kernels)
        strips = [right[:, :, at : at + t] for at in starts(t, right.shape[2])]
        return np.concatenate(strips, axis=axis)

    return program


def _below(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    made = _joined(1, whole_starts)(images, kernels, t)
    height = images.shape[1] - kernels.shape[1] + 1
    out: np.ndarray = made.reshape(len(images), height, -1, len(kernels))
    return out


def _stacked(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    return np.stack(
        [right[:, :, at : at + t] for at in whole_starts(t, right.shape[2])]
    )


def _flat(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Join strips of any width as they lie, and cut that into the output's shape."""
    right = outputs(images, kernels)
    starts = range(0, right.shape[2], t)
    flat = [right[:, :, at : at + t].ravel() for at in starts]
    return np.concatenate(flat).reshape(right.shape)


JOINED = (
    (
        "the last outputs of a row are missing: where t does not divide the width, a "
        "strip more is due",
        _by_whole,
    ),
    (
        "the image is cut into strips that share no columns: neighbours share "
        "kernel_width - 1",
        _side_by_side,
    ),
    (
        "the image is cut into pieces of t pixels: t is the number of a strip's "
        "outputs",
        _pieces,
    ),
    (
        "only the first strip of each row is there: collect them all, and join them",
        lambda i, k, t: outputs(i, k)[:, :, :t],
    ),
    (
        "only the last strip of each row is there: collect them all, and join them",
        lambda i, k, t: outputs(i, k)[:, :, (width_of(i, k) - 1) // t * t :],
    ),
    (
        "only the last strip of each row is there: it has t outputs, as the others "
        "have",
        lambda i, k, t: outputs(i, k)[:, :, width_of(i, k) - t :],
    ),
    (
        "the strips lie one behind the other in memory: join them along axis 2",
        _flat,
    ),
    (
        "the last strip overlaps the one before: cut off what came already, before "
        "they are joined",
        _joined(2, lambda t, width: starts_of(t, width)),
    ),
    (
        "the strips are joined along the rows, axis 1: they lie side by side, axis 2",
        _joined(1, whole_starts),
    ),
    (
        "the strips are joined along the rows, axis 1, and a reshape moves no number: "
        "axis 2",
        _below,
    ),
    (
        "the strips are joined along the images, axis 0: they lie side by side, axis 2",
        _joined(0, whole_starts),
    ),
    (
        "the strips are joined along the kernels, axis 3: they lie side by side, axis "
        "2",
        _joined(3, whole_starts),
    ),
    (
        "the strips are a list, or an axis of their own: np.concatenate(..., axis=2) "
        "joins them",
        _stacked,
    ),
)
