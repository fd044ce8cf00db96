"""Chapter 11: blocks of a grouped layer in wrong places, or beside other windows."""

from __future__ import annotations

import numpy as np

from ...correlation import correlate
from ...indices import correlation_indices
from .._cases import outputs
from .chapter_11_parts import Mistakes, grouped, parts


def _apart_by_depth(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    """Put each kernel among zeros, as if it had channels of its own."""
    full = np.zeros((*w.shape[:3], x.shape[3]))
    for k, kernel in enumerate(w):
        full[k, :, :, k * w.shape[3] : (k + 1) * w.shape[3]] = kernel
    return correlate(x, full)


def _in_turn(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    channels = np.arange(x.shape[3]).reshape(-1, g).T.ravel()
    stacked = np.stack(parts(x[..., channels], w, g), axis=-1)
    return stacked.reshape(grouped(x, w, g).shape)


def _same(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    above, left = ((k - 1) // 2 for k in w.shape[1:3])
    below, right = w.shape[1] - 1 - above, w.shape[2] - 1 - left
    return grouped(np.pad(x, ((0, 0), (above, below), (left, right), (0, 0))), w, g)


def _of_a_small_image(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    """Look with the index of a group's own image into the flat image of all."""
    flat, index = (
        x.reshape(len(x), -1),
        correlation_indices((*x.shape[1:3], w.shape[3]), w.shape[1:]),
    )
    made = [
        flat[:, n * w.shape[3] + index] @ mine.reshape(len(mine), -1).T
        for n, mine in enumerate(np.split(w, g))
    ]
    return np.concatenate(made, axis=-1).reshape(grouped(x, w, g).shape)


def _cut_as_they_lie(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    """Cut each window into as many pieces as there are groups."""
    index = correlation_indices(x.shape[1:], (*w.shape[1:3], x.shape[3]))
    pieces = np.split(x.reshape(len(x), -1)[:, index], g, axis=-1)
    made = [
        piece @ mine.reshape(len(mine), -1).T
        for piece, mine in zip(pieces, np.split(w, g))
    ]
    return np.concatenate(made, axis=-1).reshape(grouped(x, w, g).shape)


BLOCKS: Mistakes = (
    (
        "the index is that of an image with a group's channels alone, and looks into "
        "the flat image of all: cut the channels out first, then make it flat",
        _of_a_small_image,
    ),
    (
        "a piece of the window, or a block of rows, is given to each group: the window "
        "lists pixel by pixel, and a group's channels stand in every pixel",
        _cut_as_they_lie,
    ),
    (
        "the outputs of the kernels are written to one map for each group: each kernel "
        "has a map of its own",
        lambda x, w, g: np.stack([part[..., -1] for part in parts(x, w, g)], axis=-1),
    ),
    (
        "every kernel reads all groups, the same values for each: it reads one of them",
        lambda x, w, g: outputs(x, np.tile(w, g)),
    ),
    (
        "each channel of the kernels is repeated next to itself, np.repeat, and all "
        "groups are read: a kernel has zeros where it does not read",
        lambda x, w, g: outputs(x, np.repeat(w, g, axis=3)),
    ),
    (
        "every kernel meets every group, and each gives a map: kernel k reads the "
        "channels of its own group alone",
        lambda x, w, g: np.concatenate(
            [outputs(some, w) for some in np.split(x, g, 3)], axis=-1
        ),
    ),
    (
        "channels and outputs are both dealt out in turn: a group has neighbours of "
        "both",
        _in_turn,
    ),
    (
        "it is padded to `same`: only whole placements count, as in `valid`",
        _same,
    ),
    (
        "each kernel is given channels of its own, from k * depth on: kernels of a "
        "group share theirs, k // (n_kernels // groups) * depth",
        _apart_by_depth,
    ),
    (
        "each kernel is given channels of its own, from k * depth on: kernels of a "
        "group share theirs, k // (n_kernels // groups) * depth",
        lambda x, w, g: np.concatenate(
            [
                correlate(x[..., k * w.shape[3] : (k + 1) * w.shape[3]], w[k : k + 1])
                for k in range(len(w))
            ],
            axis=-1,
        ),
    ),
    (
        "the index is asked for with the image's depth and a kernel's: cut out the "
        "channels of a group first, then both have as many",
        lambda x, w, g: correlation_indices(x.shape[1:], w.shape[1:]),
    ),
    (
        "correlate is told as many groups as there are channels: that is a depthwise "
        "layer, and here groups says how many",
        lambda x, w, g: correlate(x, w, groups=x.shape[3]),
    ),
    (
        "the images are cut along their rows, images[:, a:b], as if the channels came "
        "first: images[..., a:b] cuts the channels",
        lambda x, w, g: correlate(x[:, : x.shape[3] // g], w[: len(w) // g]),
    ),
    (
        "the first group is missing: groups are counted from 0",
        lambda x, w, g: np.concatenate(parts(x, w, g)[1:], axis=-1),
    ),
    (
        "the last group is missing: does the loop end too early?",
        lambda x, w, g: np.concatenate(parts(x, w, g)[:-1], axis=-1),
    ),
    (
        "the kernels of each group come in reverse order",
        lambda x, w, g: np.concatenate(
            [part[..., ::-1] for part in parts(x, w, g)], axis=-1
        ),
    ),
)
