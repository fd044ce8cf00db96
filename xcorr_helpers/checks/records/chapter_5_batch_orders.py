"""Chapter 5: images and kernels of a batch in another order."""

from __future__ import annotations

import numpy as np

from .._cases import outputs
from .chapter_5_parts import Mistakes, gathered


def _each(array: np.ndarray, *axes: int) -> np.ndarray:
    """Make each image or kernel flat in another order of its axes."""
    return array.transpose(0, *axes).reshape(array.shape)


def _mixed(images: np.ndarray) -> np.ndarray:
    return images.reshape(-1, len(images)).T.reshape(images.shape)


def _without_t(kernels: np.ndarray) -> np.ndarray:
    return kernels.reshape(-1, len(kernels)).T.reshape(kernels.shape)


def _as_first(array: np.ndarray) -> np.ndarray:
    """Read an array as if the axis behind the first were that of its channels."""
    n, rows, columns, channels = array.shape
    return array.reshape(n, channels, rows, columns).transpose(0, 2, 3, 1)


ORDERS: Mistakes = (
    (
        "the images are mixed: reshape(n_images, -1) keeps each one together, "
        "reshape(-1, n_images).T does not",
        lambda x, w: outputs(_mixed(x), w),
    ),
    (
        "two slips: the images are mixed by reshape(-1, n_images); and so are the "
        "kernels by reshape(-1, n_kernels)",
        lambda x, w: outputs(_mixed(x), _without_t(w)),
    ),
    (
        "each image is made flat in Fortran order (as by .T): the index counts "
        "columns before rows, and channels before columns",
        lambda x, w: outputs(_each(x, 3, 2, 1), w),
    ),
    (
        "each image is made flat with its channels first: the index counts them last",
        lambda x, w: outputs(_each(x, 3, 1, 2), w),
    ),
    (
        "each image is made flat column by column: the index goes along the rows",
        lambda x, w: outputs(_each(x, 2, 1, 3), w),
    ),
    (
        "the images are read as (N, C, H, W) by a reshape: it moves no axis",
        lambda x, w: outputs(_as_first(x), w),
    ),
    (
        "the kernels are mixed: reshape(n_kernels, -1).T keeps each one together, "
        "reshape(-1, n_kernels) does not",
        lambda x, w: outputs(x, _without_t(w)),
    ),
    (
        "each kernel is made flat in Fortran order (as by .T of all axes): its values "
        "stand as the window lists them, rows, columns, channels",
        lambda x, w: outputs(x, _each(w, 3, 2, 1)),
    ),
    (
        "each kernel is made flat with its channels first: the window lists them last",
        lambda x, w: outputs(x, _each(w, 3, 1, 2)),
    ),
    (
        "the windows hold their channels first, the kernels last: the one or the "
        "other is to be moved before the product",
        lambda x, w: outputs(x, _as_first(w)),
    ),
    (
        "rows and columns of each kernel are exchanged before it is made flat",
        lambda x, w: outputs(x, _each(w, 2, 1, 3)),
    ),
    (
        "columns and channels of each kernel are exchanged before it is made flat",
        lambda x, w: outputs(x, _each(w, 1, 3, 2)),
    ),
    (
        "rows and columns of the images are exchanged: is it .swapaxes or .T?",
        lambda x, w: outputs(x.swapaxes(1, 2), w),
    ),
    (
        "rows and columns of the kernels are exchanged: the kernels are transposed",
        lambda x, w: outputs(x, w.swapaxes(1, 2)),
    ),
    (
        "the kernels are turned in rows and columns: this is a convolution",
        lambda x, w: outputs(x, w[:, ::-1, ::-1]),
    ),
    (
        "the kernels are mirrored left to right",
        lambda x, w: outputs(x, w[:, :, ::-1]),
    ),
    (
        "the kernels are turned upside down",
        lambda x, w: outputs(x, w[:, ::-1]),
    ),
    (
        "each kernel is reversed in rows, columns and channels, as by [::-1] of what "
        "is flat",
        lambda x, w: outputs(x, w[:, ::-1, ::-1, ::-1]),
    ),
    (
        "the channels of images or kernels are reversed, blue before red",
        lambda x, w: outputs(x, w[..., ::-1]),
    ),
    (
        "the kernels are turned, and then made flat as if they were not: first "
        "reshape(n_kernels, -1), then .T",
        lambda x, w: outputs(x, w.transpose(1, 2, 3, 0).reshape(w.shape)),
    ),
    (
        "what is gathered is folded as (kernel values, placements), and turned: "
        "placements come first in the index",
        lambda x, w: (
            gathered(x, w).reshape(len(x), w[0].size, -1).swapaxes(1, 2)
            @ w.reshape(len(w), -1).T
        ).reshape(outputs(x, w).shape),
    ),
)
