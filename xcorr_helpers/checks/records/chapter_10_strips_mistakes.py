"""Chapter 10: how readers go wrong inside a strip, and in what it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import outputs
from .chapter_10_parts import as_matrix, banded, starts_of, strip_box

Program = Callable[[np.ndarray, np.ndarray, int], Any]
Change = Callable[[np.ndarray], np.ndarray]


def _each(change: Change, whole: bool = False) -> Program:
    """Change the outputs of each strip: image, output row, place in it, kernel."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        right = outputs(images, kernels)
        made = np.zeros_like(right)
        for at in starts_of(t, right.shape[2]):
            if not whole or at % t == 0:
                made[:, :, at : at + t] = change(right[:, :, at : at + t])
        return made

    return program


def _then(change: Change) -> Program:
    """Change the outputs."""
    return lambda i, k, t: change(outputs(i, k))


def _as_kernels_first(strip: np.ndarray) -> np.ndarray:
    """Split the columns of the product as (K, t)."""
    n, rows, t, n_kernels = strip.shape
    return strip.reshape(n, rows, n_kernels, t).swapaxes(2, 3)


def _from_kernels_first(strip: np.ndarray) -> np.ndarray:
    """Split columns that a matrix has as (K, t) as (t, K)."""
    return strip.swapaxes(2, 3).reshape(strip.shape)


def _rows_first(strip: np.ndarray) -> np.ndarray:
    n, rows, t, n_kernels = strip.shape
    return strip.reshape(rows, n, t, n_kernels).swapaxes(0, 1)


def _images_behind(strip: np.ndarray) -> np.ndarray:
    return strip.swapaxes(0, 1).reshape(strip.shape)


def _first_of_each(strip: np.ndarray) -> np.ndarray:
    return np.broadcast_to(strip[:, :, :1], strip.shape)


def _apart(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Write the outputs of a strip t places apart."""
    right = outputs(images, kernels)
    made = np.zeros_like(right)
    for at in starts_of(t, right.shape[2]):
        places = made[:, :, at::t]
        places[:] = right[:, :, at : at + places.shape[2]]
    return made


def _multiplied(
    images: np.ndarray, kernels: np.ndarray, t: int, matrix: np.ndarray, first: bool
) -> np.ndarray:
    """Multiply strips by this matrix, with the channels last in them, or first."""
    _, rows, columns, _ = kernels.shape
    right = outputs(images, kernels)
    made = np.zeros_like(right, dtype=float)
    for at in starts_of(t, right.shape[2]):
        for row in range(right.shape[1]):
            strip = images[:, row : row + rows, at : at + t + columns - 1]
            strip = np.moveaxis(strip, 3, 1) if first else strip
            product = strip.reshape(len(images), -1) @ matrix
            made[:, row, at : at + t] = product.reshape(len(images), t, -1)
    return made


def _as_they_lie(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Let strips start a row of pixels further, and not of values, in flat columns."""
    _, rows, columns, channels = kernels.shape
    wide = t + columns - 1
    right = outputs(images, kernels)
    made = np.zeros_like(right, dtype=float)
    for at in starts_of(t, right.shape[2]):
        flat = images[:, :, at : at + wide].reshape(len(images), -1)
        for row in range(right.shape[1]):
            strip = flat[:, row * wide : row * wide + rows * wide * channels]
            product = strip @ banded(kernels, t)
            made[:, row, at : at + t] = product.reshape(len(images), t, -1)
    return made


def _rows_apart(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    rows = np.arange(right.shape[1]) * kernels.shape[1]
    return right[:, np.minimum(rows, right.shape[1] - 1)]


def _top_left(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    made = np.zeros_like(outputs(images, kernels))
    made[:, 0, :t] = outputs(images, kernels)[:, 0, :t]
    return made


def _left(change: Callable[[np.ndarray], None]) -> Program:
    """Leave a part of the output at 0."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        made = outputs(images, kernels)
        change(made)
        return made

    return program


def _zero_last_row(made: np.ndarray) -> None:
    made[:, -1] = 0


def _zero_last_image(made: np.ndarray) -> None:
    made[-1] = 0


INSIDE = (
    (
        "inside a strip the columns go output by output: split them as (t, K), not "
        "(K, t)",
        _each(_as_kernels_first),
    ),
    (
        "the banded matrix has its columns kernel by kernel, (K, t), and they are "
        "split as (t, K)",
        _each(_from_kernels_first),
    ),
    (
        "two slips: the columns are split as (K, t), not (t, K), and the last outputs "
        "of a row are left at 0",
        _each(_as_kernels_first, whole=True),
    ),
    (
        "inside a strip the outputs run from right to left",
        _each(lambda strip: strip[:, :, ::-1]),
    ),
    (
        "the first output of each strip stands in all its places",
        _each(_first_of_each),
    ),
    (
        "first::t writes outputs t places apart: they are neighbours, first : first + "
        "t",
        _apart,
    ),
    (
        "the product has the images in front of the output rows: here it is split as "
        "rows, then images",
        _each(_rows_first),
    ),
    (
        "the product has the output rows in front of the images: swapaxes(0, 1), as a "
        "reshape moves no axis",
        _each(_images_behind),
    ),
    (
        "all outputs are those of image 0: reshape(n_images, -1) keeps the images "
        "apart",
        lambda i, k, t: outputs(np.repeat(i[:1], len(i), 0), k),
    ),
    (
        "there are no other images than the first, and no axis for them: it comes "
        "first",
        _then(lambda out: out[0]),
    ),
    (
        "the outputs of the last image are left at 0: does its loop end early?",
        _left(_zero_last_image),
    ),
    (
        "all output rows are the top one: a strip moves down with its output's row",
        _then(lambda out: np.broadcast_to(out[:, :1], out.shape)),
    ),
    (
        "the strips step down by the kernel's height: neighbouring rows are one pixel "
        "apart",
        _rows_apart,
    ),
    (
        "the last output row is left at 0: does its loop end early?",
        _left(_zero_last_row),
    ),
    (
        "only the first strip of the top row is made: is the return inside both loops?",
        _top_left,
    ),
    (
        "the channels of the strips stand in front: they come last, as in the kernels",
        lambda i, k, t: _multiplied(i, k, t, banded(k, t), True),
    ),
    (
        "the channels of the banded matrix stand in front: they come last, as in the "
        "strips",
        lambda i, k, t: _multiplied(
            i, k, t, as_matrix(np.moveaxis(strip_box(k, t), 2, 0)), False
        ),
    ),
    (
        "in the flat columns the next strip starts a row further, and that is "
        "(t + kernel_width - 1) * C values",
        _as_they_lie,
    ),
)
