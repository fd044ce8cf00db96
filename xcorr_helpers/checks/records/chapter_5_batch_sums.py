"""Chapter 5: what is left out of a batch's sums, or added to them."""

from __future__ import annotations

import numpy as np

from .._cases import outputs
from .chapter_5_parts import Mistakes, gathered, padded, windows


def _tap(x: np.ndarray, w: np.ndarray, row: int, column: int) -> np.ndarray:
    one = np.zeros_like(w)
    one[:, row, column] = w[:, row, column]
    return outputs(x, one)


def _same(x: np.ndarray, w: np.ndarray, odd: int) -> np.ndarray:
    above = [(k - 1 + odd) // 2 for k in w.shape[1:3]]
    below = [k - 1 - a for k, a in zip(w.shape[1:3], above)]
    return padded(x, w, above, below)


def _full(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    around = w.shape[1] - 1, w.shape[2] - 1
    return padded(x, w, around, around)


SUMS: Mistakes = (
    (
        "image 0 is read for all images: is the image's number in the index?",
        lambda x, w: np.repeat(outputs(x[:1], w), len(x), 0),
    ),
    (
        "the last image is read for all images",
        lambda x, w: np.repeat(outputs(x[-1:], w), len(x), 0),
    ),
    (
        "kernel 0 is used for all kernels: is the kernel's number in the index?",
        lambda x, w: np.repeat(outputs(x, w[:1]), len(w), 3),
    ),
    (
        "the images are added up, and each gets what the sum gives",
        lambda x, w: np.repeat(outputs(x.sum(0, keepdims=True), w), len(x), 0),
    ),
    (
        "only the first image is worked on, the others stay 0: is there a return in "
        "the loop?",
        lambda x, w: outputs(x * (np.arange(len(x)) < 1)[:, None, None, None], w),
    ),
    (
        "only the last image is worked on, the others are 0",
        lambda x, w: outputs(
            x * (np.arange(len(x)) == len(x) - 1)[:, None, None, None], w
        ),
    ),
    (
        "the last image is left at 0: the loop ends too early",
        lambda x, w: outputs(
            x * (np.arange(len(x)) < len(x) - 1)[:, None, None, None], w
        ),
    ),
    (
        "the first image is left at 0: images are counted from 0",
        lambda x, w: outputs(x * (np.arange(len(x)) > 0)[:, None, None, None], w),
    ),
    (
        "the decimals are lost: an output of ints cannot hold them",
        lambda x, w: np.trunc(outputs(x, w)),
    ),
    (
        "the values are rounded to whole numbers",
        lambda x, w: np.round(outputs(x, w)),
    ),
    (
        "`images` is made bytes, which hold 0 to 255",
        lambda x, w: outputs(np.trunc(x).astype(np.int64) & 255, w),
    ),
    (
        "only the first channel counts: all are added up",
        lambda x, w: outputs(x[..., :1], w[..., :1]),
    ),
    (
        "the last channel overwrites those before: += adds, = does not",
        lambda x, w: outputs(x[..., -1:], w[..., -1:]),
    ),
    (
        "the first channel is left out: channels are counted from 0",
        lambda x, w: outputs(x[..., 1:], w[..., 1:]),
    ),
    (
        "the last channel is left out",
        lambda x, w: outputs(x[..., :-1], w[..., :-1]),
    ),
    (
        "the last product overwrites those before: += adds, = does not",
        lambda x, w: _tap(x[..., -1:], w[..., -1:], -1, -1),
    ),
    (
        "the last pixel of each window, with its channels, overwrites those before: "
        "+= adds, = does not",
        lambda x, w: _tap(x, w, -1, -1),
    ),
    (
        "the last row of each kernel is left out",
        lambda x, w: outputs(
            x, w * (np.arange(w.shape[1]) < w.shape[1] - 1)[:, None, None]
        ),
    ),
    (
        "the last column of each kernel is left out",
        lambda x, w: outputs(x, w * (np.arange(w.shape[2]) < w.shape[2] - 1)[:, None]),
    ),
    (
        "the channels are averaged: they are added up",
        lambda x, w: outputs(x, w) / x.shape[3],
    ),
    (
        "the mean of the products is taken: their sum is due",
        lambda x, w: outputs(x, w) / w[0].size,
    ),
    (
        "the largest product is taken: their sum is due",
        lambda x, w: (
            (gathered(x, w)[:, :, None] * w.reshape(len(w), -1))
            .max(3)
            .reshape(outputs(x, w).shape)
        ),
    ),
    (
        "the channels are added up before the product: each meets its own in the "
        "kernel",
        lambda x, w: outputs(x.sum(3, keepdims=True), w.sum(3, keepdims=True)),
    ),
    (
        "channel 0 of the kernels goes over all channels of the images",
        lambda x, w: outputs(x.sum(3, keepdims=True), w[..., :1]),
    ),
    (
        "channel 0 of the images is read for all channels of the kernels",
        lambda x, w: outputs(x[..., :1], w.sum(3, keepdims=True)),
    ),
    (
        "the kernels are added up: each has a map of its own",
        lambda x, w: np.repeat(outputs(x, w.sum(0, keepdims=True)), len(w), 3),
    ),
    (
        "the kernels are left out: the pixels of each window are added up as they are",
        lambda x, w: outputs(x, np.ones_like(w)),
    ),
    (
        "the kernels come in reverse order, the last one first",
        lambda x, w: outputs(x, w[::-1]),
    ),
    (
        "it is padded to `same`: only whole placements count, as in `valid`",
        lambda x, w: _same(x, w, 0),
    ),
    (
        "it is padded to `same`: only whole placements count, as in `valid`",
        lambda x, w: _same(x, w, 1),
    ),
    (
        "it is padded to `full`: only whole placements count, as in `valid`",
        _full,
    ),
    (
        "this is the `full` convolution of SciPy's default mode: only whole "
        "placements count, and no kernel is turned",
        lambda x, w: _full(x, w[:, ::-1, ::-1]),
    ),
    (
        "every second row and column of the output is left out: the stride is 1",
        lambda x, w: outputs(x, w)[:, ::2, ::2],
    ),
    (
        "negative numbers are set to 0: there is no ReLU in this layer",
        lambda x, w: np.maximum(outputs(x, w), 0),
    ),
    (
        "1 is added to each number: there is no bias in this layer",
        lambda x, w: outputs(x, w) + 1,
    ),
    (
        "the index is one too large: the output starts with the second channel",
        lambda x, w: outputs(np.roll(x.reshape(len(x), -1), -1, 1).reshape(x.shape), w),
    ),
    (
        "the output has the dtype of the images: it holds no decimals, where the "
        "kernels have some",
        lambda x, w: outputs(x, w).astype(x.dtype),
    ),
    (
        "each image is written to out[0]: the last one is left there, and zeros behind",
        lambda x, w: np.roll(
            outputs(x * (np.arange(len(x)) == len(x) - 1)[:, None, None, None], w), 1, 0
        ),
    ),
    (
        "the last image is never written: np.empty leaves there what was in memory",
        lambda x, w: np.concatenate(
            [outputs(x[:-1], w), np.full(outputs(x[-1:], w).shape, np.nan)]
        ),
    ),
    (
        "two slips: the kernels are turned; and only the first channel counts",
        lambda x, w: outputs(x[..., :1], w[:, ::-1, ::-1, :1]),
    ),
    (
        "two slips: image 0 is read for all; and the last channel overwrites the "
        "others",
        lambda x, w: np.repeat(outputs(x[:1, ..., -1:], w[..., -1:]), len(x), 0),
    ),
    (
        "the channels are not added up, an axis of them stands last: += or .sum() adds",
        lambda x, w: np.einsum("nhwcij,kijc->nhwkc", windows(x, w), w),
    ),
)
