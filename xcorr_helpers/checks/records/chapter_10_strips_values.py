"""Chapter 10: how readers of strips go wrong in what any correlation needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import outputs

Program = Callable[[np.ndarray, np.ndarray, int], Any]
Change = Callable[[np.ndarray], np.ndarray]


def _of(change: Change) -> Program:
    """Change the kernels."""
    return lambda i, k, t: outputs(i, change(k))


def _then(change: Change) -> Program:
    """Change the outputs."""
    return lambda i, k, t: change(outputs(i, k))


def _same(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    """Give each pixel an output."""
    sizes = [size - 1 for size in kernels.shape[1:3]]
    around = [(0, 0), *((size // 2, size - size // 2) for size in sizes), (0, 0)]
    return outputs(np.pad(images, around), kernels)


def _full(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    sizes = [size - 1 for size in kernels.shape[1:3]]
    around = [(0, 0), *((size, size) for size in sizes), (0, 0)]
    return outputs(np.pad(images, around), kernels)


VALUES = (
    (
        "an output row is missing: there are H - kernel_height + 1",
        _then(lambda out: out[:, :-1]),
    ),
    (
        "an output column is missing: there are W - kernel_width + 1",
        _then(lambda out: out[:, :, :-1]),
    ),
    (
        "an output row and a column are missing: + 1 for both",
        _then(lambda out: out[:, :-1, :-1]),
    ),
    (
        "each pixel has an output, as with padding 'same': only whole windows count",
        _same,
    ),
    (
        "there are outputs beyond the image's edges, as with padding 'full'",
        _full,
    ),
    (
        "the kernels' axis is in front of the output's rows: it is the last",
        _then(lambda out: np.moveaxis(out, 3, 1)),
    ),
    (
        "the kernels' axis is in front in shape only: a reshape moves no axis, and it "
        "is the last",
        _then(lambda out: out.reshape(np.moveaxis(out, 3, 1).shape)),
    ),
    (
        "the kernels are turned by 180 degrees: this is the convolution",
        _of(lambda k: k[:, ::-1, ::-1]),
    ),
    (
        "the columns of the kernels are reversed",
        _of(lambda k: k[:, :, ::-1]),
    ),
    (
        "the rows of the kernels are reversed",
        _of(lambda k: k[:, ::-1]),
    ),
    (
        "rows and columns are exchanged in the kernels' values",
        _of(lambda k: k.swapaxes(1, 2).reshape(k.shape)),
    ),
    (
        "a reshape to (-1, K) mixes the kernels: .reshape(K, -1).T makes each a column",
        _of(lambda k: k.reshape(-1, len(k)).T.reshape(k.shape)),
    ),
    (
        "all outputs are those of kernel 0",
        _of(lambda k: np.repeat(k[:1], len(k), 0)),
    ),
    (
        "there are outputs of kernel 0 only",
        _of(lambda k: k[:1]),
    ),
    (
        "the outputs of all kernels are added up: each has a place of its own",
        _then(lambda out: out.sum(3)),
    ),
    (
        "only the first channel counts",
        lambda i, k, t: outputs(i[..., :1], k[..., :1]),
    ),
    (
        "the channels are averaged: their products are added up",
        lambda i, k, t: outputs(i, k) / i.shape[3],
    ),
    (
        "the channels are added up before they are multiplied: each meets its own "
        "weights",
        lambda i, k, t: outputs(i.sum(3, keepdims=True), k.sum(3, keepdims=True)),
    ),
    (
        "the decimals are lost: an output of ints cannot hold them",
        _then(np.trunc),
    ),
    (
        "the output has the images' dtype: uint8 holds no more than 255, and ints no "
        "fractions",
        lambda i, k, t: outputs(i, k).astype(i.dtype),
    ),
    (
        "the output has the kernels' dtype: ints hold no fractions of the images",
        lambda i, k, t: outputs(i, k).astype(k.dtype),
    ),
    (
        "the outputs are divided by t: a strip's are separate numbers, and no mean",
        lambda i, k, t: outputs(i, k) / t,
    ),
)
