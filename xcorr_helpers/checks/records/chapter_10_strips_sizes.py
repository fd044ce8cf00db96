"""Chapter 10: how strips do not meet the banded matrix, and Python says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ...indices import output_shape
from .._cases import outputs
from .chapter_10_parts import as_columns, banded, index_of

Program = Callable[[np.ndarray, np.ndarray, int], Any]
Sizes = Callable[[Any, Any, int], int]  # of both shapes, and t


def _meets(size: Callable[..., int]) -> Program:
    """Multiply strips of a wrong length, told by kernel height and width, C and t."""
    return _of(lambda images, kernels, t: size(*kernels[1:], t))


def _of(size: Sizes) -> Program:
    """Multiply something of another length by the banded matrix."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        strip = np.zeros((1, size(images.shape, kernels.shape, t)))
        product = strip @ banded(kernels, t)  # raises, or has no say
        right: np.ndarray = outputs(images, kernels) + 0 * product.sum()
        return right

    return program


def _met(matrix: Callable[[np.ndarray, int], np.ndarray]) -> Program:
    """Multiply strips by something else than the banded matrix."""

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        strip = np.zeros((1, len(banded(kernels, t))))
        product = strip @ matrix(kernels, t)  # raises, or has no say
        right: np.ndarray = outputs(images, kernels) + 0 * product.sum()
        return right

    return program


def _matrix_first(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    gathered = np.zeros((*right.shape[:2], len(banded(kernels, t))))
    made = banded(kernels, t) @ gathered
    right[:, :, :t] = made.reshape(len(images), -1, t, len(kernels))
    return right


def _chapter(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Make the page's matrix, for kernels of 3 x 3."""
    index = index_of((3, t + 2, 1), (3, 3, 1))
    matrix = np.zeros((3 * (t + 2), t, len(kernels)))
    matrix[index, np.arange(t)[:, None]] = as_columns(kernels)
    return outputs(images, kernels)


SIZES = (
    (
        "the kernel's height and width are exchanged where its shape is unpacked",
        _meets(lambda h, w, c, t: w * (t + h - 1) * c),
    ),
    (
        "a strip is t + kernel_width - 1 columns wide, not t",
        _meets(lambda h, w, c, t: h * t * c),
    ),
    (
        "a strip is t + kernel_width - 1 columns wide, not one more",
        _meets(lambda h, w, c, t: h * (t + w) * c),
    ),
    (
        "the index is that of a kernel in the columns: it is the strip that is to be "
        "gathered",
        _meets(lambda h, w, c, t: h * w * c),
    ),
    (
        "the channels are left out of the strips, and not of the banded matrix",
        _meets(lambda h, w, c, t: h * (t + w - 1)),
    ),
    (
        "strips are as high as the kernel: here only one row of them is read",
        _meets(lambda h, w, c, t: (t + w - 1) * c),
    ),
    (
        "the strips are multiplied by the kernels' matrix: they need the banded one",
        _met(lambda k, t: as_columns(k)),
    ),
    (
        "the banded matrix is made for 4 outputs, as on the page: t is given",
        _met(lambda k, t: banded(k, 4)),
    ),
    (
        "the banded matrix is turned: a strip's values meet its rows",
        _met(lambda k, t: banded(k, t).T),
    ),
    (
        "a strip is t + kernel_width - 1 columns wide: the kernel's height stands for "
        "its width",
        _meets(lambda h, w, c, t: h * (t + h - 1) * c),
    ),
    (
        "the images of the batch are in one row with their pixels: "
        "reshape(n_images, -1)",
        _of(lambda i, k, t: i[0] * k[1] * (t + k[2] - 1) * k[3]),
    ),
    (
        "the rows are the second axis: the images' axis comes first, images[:, row : "
        "...]",
        _of(lambda i, k, t: min(i[0], k[1]) * min(i[1], t + k[2] - 1) * i[2] * k[3]),
    ),
    (
        "the whole height is read, and a strip has the kernel's rows: row : row + "
        "kernel_height",
        _of(lambda i, k, t: i[1] * (t + k[2] - 1) * k[3]),
    ),
    (
        "whole rows are read, and a strip has t + kernel_width - 1 columns",
        _of(lambda i, k, t: k[1] * i[2] * k[3]),
    ),
    (
        "the banded matrix stands on the right of the product: strips @ banded",
        _matrix_first,
    ),
    (
        "3 x 3 is the page's kernel, written as a number: read the sizes off kernels",
        _chapter,
    ),
    (
        "output_shape takes the shapes of one image and one kernel: images.shape[1:] "
        "and kernels.shape[1:]",
        lambda i, k, t: output_shape(i.shape, k.shape),
    ),
)
