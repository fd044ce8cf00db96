"""Chapter 7: gradients of a batch's kernels with a wrong sum and wrong axes."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from .chapter_7_batch_shapes import each, summed
from .chapter_7_batch_sums import part
from .chapter_7_parts import Shape, index_of

_ALL = slice(None)
_SUMS: tuple[tuple[str, Any], ...] = (
    ("it is the mean over the images", lambda g, x, ks: summed(g, x, ks) / len(g)),
    (
        "it is the mean over the placements",
        lambda g, x, ks: summed(g, x, ks) / (g.shape[1] * g.shape[2]),
    ),
    (
        "only the last image counts",
        lambda g, x, ks: part(slice(-1, None), _ALL, _ALL, g, x, ks),
    ),
    (
        "only the first image counts",
        lambda g, x, ks: part(slice(1), _ALL, _ALL, g, x, ks),
    ),
)
_AXES: tuple[tuple[str, Any], ...] = (
    ("each kernel is turned", lambda made: made[:, ::-1, ::-1]),
    ("the kernels' axis comes last", lambda made: np.moveaxis(made, 0, -1)),
    ("each kernel is transposed", lambda made: made.swapaxes(1, 2)),
    (
        "the kernels are mixed, as .T is missing before the reshape",
        lambda made: made.reshape(len(made), -1).T.reshape(made.shape),
    ),
)


def _both(made: Any, change: Any, *case: Any) -> Any:
    return change(made(*case))


def _kernels_last(g: np.ndarray, x: np.ndarray, ks: Shape) -> None:
    """Put products of shape (K, C) where (C, K) fits."""
    gradient = np.zeros((*ks, x.shape[3], g.shape[3]))
    gradient[0, 0] = np.moveaxis(summed(g, x, ks), 0, 2)[0, 0]


def _for_each(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Reshape a product for each image as if it were one for all."""
    return each(g, x, ks).reshape(g.shape[3], *ks, x.shape[3])


def _without_channels(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """Gather one number for each pixel, where it has as many as there are channels."""
    index = index_of((x.shape[1], x.shape[2]), ks)
    rows = x.reshape(len(x), -1)[:, index].reshape(-1, index.shape[1])
    made: np.ndarray = g.reshape(-1, g.shape[3]).T @ rows
    return made.reshape(g.shape[3], *ks, x.shape[3])


PAIRS = (
    (
        "the index is that of an image without channels: they are the third axis of "
        "both, images.shape[1:] and (*kernel_shape, images.shape[3])",
        _without_channels,
    ),
    (
        "the zeros have the kernels' axis last, and the products first: np.zeros((K, "
        "kernel_height, kernel_width, C))",
        _kernels_last,
    ),
    (
        "there is a product for each image, and they are not added up: sum(axis=0), "
        "then reshape",
        _for_each,
    ),
    *(
        (f"two slips: {text}; and {other}", partial(_both, made, change))
        for text, made in _SUMS
        for other, change in _AXES
    ),
)
