"""Chapter 10: how readers of strips come by Python's errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .._cases import outputs
from .chapter_10_parts import banded, index_of, starts_of

Program = Callable[[np.ndarray, np.ndarray, int], Any]
Starts = Callable[[int, int, int], Iterable[int]]  # of t, output's and image's width


def _ranged(t: int, width: int, _: int) -> Iterable[int]:
    return range(0, width, t)


def _by_image(t: int, width: int, image_width: int) -> Iterable[int]:
    return [min(at, image_width - t) for at in range(0, width, t)]


def _fitting(t: int, width: int, _: int) -> Iterable[int]:
    return starts_of(t, width)


def _not_left(t: int, width: int, _: int) -> Iterable[int]:
    return [max(0, at) for at in starts_of(t, width)]


def _by_index(starts: Starts, exchanged: bool = False) -> Program:
    """Gather the strips of all output rows from a few columns."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        n, rows, columns, channels = kernels.shape
        wide = t + columns - 1
        index = index_of((images.shape[1], wide, channels), (rows, wide, channels))
        out = _empty(images, kernels, exchanged)
        for at in starts(t, out.shape[2], images.shape[2]):
            cut = images[:, :, at : at + wide].reshape(len(images), -1)
            made = cut[:, index] @ banded(kernels, t)
            out[:, :, at : at + t] = made.reshape(len(images), -1, t, n)
        return out

    return program


def _by_rows(starts: Starts, exchanged: bool = False, turned: bool = False) -> Program:
    """Multiply a strip after the other."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        n, rows, columns, _ = kernels.shape
        images = images.swapaxes(1, 2) if turned else images
        out = _empty(images, kernels, exchanged)
        for at in starts(t, out.shape[2], images.shape[2]):
            for row in range(out.shape[1]):
                strip = images[:, row : row + rows, at : at + t + columns - 1]
                made = strip.reshape(len(images), -1) @ banded(kernels, t)
                out[:, row, at : at + t] = made.reshape(-1, t, n)
        return out

    return program


def _empty(images: np.ndarray, kernels: np.ndarray, exchanged: bool) -> np.ndarray:
    """Make room for the output; its height and width may be exchanged."""
    height, width = np.subtract(images.shape[1:3], kernels.shape[1:3]) + 1
    sizes = (width, height) if exchanged else (height, width)
    return np.zeros((len(images), *sizes, len(kernels)))


def _unsplit(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    out = np.zeros_like(right)
    for at in starts_of(t, right.shape[2]):
        out[:, :, at : at + t] = _joined_axes(right[:, :, at : at + t])
    return out


def _joined_axes(strip: np.ndarray) -> np.ndarray:
    return strip.reshape(*strip.shape[:-2], -1)


def _split(images: np.ndarray, kernels: np.ndarray, t: int, rows: int) -> np.ndarray:
    """Split each strip into t outputs, also a narrower one."""
    right = outputs(images, kernels)
    strips = []
    for at in range(0, right.shape[2], t):
        product = _joined_axes(right[:, :, at : at + t])
        strips.append(product.reshape(len(images), rows, t, len(kernels)))
    return np.concatenate(strips, axis=2)


def _in_two_axes(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    n, height, width, n_kernels = right.shape
    return right.reshape(n, height, width // t, t, n_kernels)


def _row_written(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    out = np.zeros_like(right)
    for at in starts_of(t, right.shape[2]):
        out[:, 0, at : at + t] = _joined_axes(right[:, 0, at : at + t])
    return out


def _too_many(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    n, height, width, n_kernels = right.shape
    for at in range(0, width, t):
        right[:, :, at : at + t] = np.zeros((n, height, t, n_kernels))
    return outputs(images, kernels)


def _too_many_in_a_row(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    n, _, width, n_kernels = right.shape
    for at in range(0, width, t):
        right[:, 0, at : at + t] = np.zeros((n, t, n_kernels))
    return outputs(images, kernels)


def _read(cut: Callable[..., np.ndarray]) -> Program:
    """Read what was cut off by the index of a strip in its columns."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        _, rows, columns, channels = kernels.shape
        wide = t + columns - 1
        index = index_of((images.shape[1], wide, channels), (rows, wide, channels))
        right = outputs(images, kernels)
        for at in starts_of(t, right.shape[2]):
            cut(images, at, wide)[:, index]
        return right

    return program


def _whole_index(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    _, rows, columns, channels = kernels.shape
    wide = t + columns - 1
    index = index_of(images.shape[1:], (rows, wide, channels))
    flat = images[:, :, :wide].reshape(len(images), -1)
    made = flat[:, index] @ banded(kernels, t)
    out = outputs(images, kernels)
    out[:, :, :t] = made.reshape(len(images), -1, t, len(kernels))
    return out


ERRORS = (
    (
        "the last strip runs out of the image: let it start further left, at "
        "out_width - t",
        _by_index(_ranged),
    ),
    (
        "the last strip is too short for the matrix of t outputs: start it at "
        "out_width - t, or make a matrix for it",
        _by_rows(_ranged),
    ),
    (
        "the last strip starts at out_width - t: the image's width stands for the "
        "output's",
        _by_index(_by_image),
    ),
    (
        "the last strip starts at out_width - t: for out_width stands the image's "
        "width",
        _by_rows(_by_image),
    ),
    (
        "the last strip has t outputs, and fewer places are left: move it left, or cut "
        "it off",
        _too_many,
    ),
    (
        "a row's last strip has t outputs, and fewer places are left: move it left, or "
        "cut it off",
        _too_many_in_a_row,
    ),
    (
        "output height and width are exchanged where they are unpacked: rows come "
        "first",
        _by_index(_fitting, exchanged=True),
    ),
    (
        "the output's height and width are exchanged: strips run out of the image, "
        "below",
        _by_rows(_fitting, exchanged=True),
    ),
    (
        "rows and columns of the images are exchanged: rows come first",
        _by_rows(_not_left, turned=True),
    ),
    (
        "the columns of the product are outputs and kernels: split them, reshape(..., "
        "t, K)",
        _unsplit,
    ),
    (
        "the columns of a strip's product are outputs and kernels: reshape(-1, t, K) "
        "splits them",
        _row_written,
    ),
    (
        "the columns of the images are cut off by images[:, :, ...]: here it is the "
        "rows",
        _read(lambda x, at, wide: x[:, at : at + wide].reshape(len(x), -1)),
    ),
    (
        "the columns of the images are cut off by images[:, :, ...]: here it is the "
        "images",
        _read(lambda x, at, wide: x[at : at + wide].reshape(len(x), -1)),
    ),
    (
        "the columns are not made flat: reshape(n_images, -1) before they are indexed",
        _read(lambda x, at, wide: x[:, :, at : at + wide]),
    ),
    (
        "the index is made for the whole image: make it for the columns cut off",
        _whole_index,
    ),
    (
        "a narrower last strip has fewer outputs than t: min(t, out_width - first)",
        lambda i, k, t: _split(i, k, t, i.shape[1] - k.shape[1] + 1),
    ),
    (
        "a narrower last strip has not t outputs, but out_width - first",
        lambda i, k, t: _split(i, k, t, -1),
    ),
    (
        "strips and their outputs are one axis, the output's columns; and t need not "
        "divide it",
        _in_two_axes,
    ),
)
