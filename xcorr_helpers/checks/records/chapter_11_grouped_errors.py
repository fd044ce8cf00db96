"""Chapter 11: what cannot be multiplied or joined, with groups."""

from __future__ import annotations

import numpy as np

from ...correlation import correlate
from .._cases import outputs
from .chapter_11_parts import Mistakes, sizes_of_group


def _cut(x: np.ndarray, w: np.ndarray, g: int, channels: int, count: int) -> np.ndarray:
    """Cut groups of so many channels and kernels."""
    made = [
        correlate(
            x[..., n * channels : (n + 1) * channels],
            w[n * count : (n + 1) * count],
        )
        for n in range(g)
    ]
    return np.concatenate(made, axis=-1)


def _halves(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    return np.concatenate(
        [correlate(some, of) for some, of in zip(np.split(x, 2, 3), np.split(w, 2))],
        axis=-1,
    )


def _written(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    channels, count = sizes_of_group(x, w, g)
    rows, columns = (n - k + 1 for n, k in zip(x.shape[1:3], w.shape[1:3]))
    out = np.zeros((len(x), rows, columns, len(w)))
    for n in range(g):
        some = x[..., n * channels : (n + 1) * channels]
        made = outputs(some, w[n * count : (n + 1) * count])
        out[..., n * channels : (n + 1) * channels] = made
    return out


# What raises is known by the text of its error.
ERRORS: Mistakes = (
    (
        "groups is not told to correlate: it has one group, and kernels of all "
        "channels, unless groups=groups says so",
        lambda x, w, g: correlate(x, w),
    ),
    (
        "all kernels of the layer are cut from the channels' numbers: channel and "
        "kernel have group sizes of their own, channels // groups and n_kernels // "
        "groups",
        lambda x, w, g: _cut(x, w, g, len(w) // g, len(w) // g),
    ),
    (
        "the kernels of a group are counted by its channels: a group has n_kernels // "
        "groups of them",
        lambda x, w, g: _cut(x, w, g, x.shape[3] // g, x.shape[3] // g),
    ),
    (
        "channels and kernels of a group are exchanged where they are cut",
        lambda x, w, g: _cut(x, w, g, len(w) // g, x.shape[3] // g),
    ),
    (
        "the kernels are not divided by groups: each has n_kernels // groups of them",
        lambda x, w, g: _cut(x, w, g, x.shape[3] // g, len(w)),
    ),
    (
        "the channels are not divided by groups: each has channels // groups of them",
        lambda x, w, g: _cut(x, w, g, x.shape[3], len(w) // g),
    ),
    (
        "a group has kernels.shape[3] channels already: they are divided by groups "
        "once more",
        lambda x, w, g: _cut(x, w, g, w.shape[3] // g, len(w) // g),
    ),
    (
        "a group's channels are cut as many as there are groups: it has channels // "
        "groups",
        lambda x, w, g: _cut(x, w, g, g, len(w) // g),
    ),
    (
        "the channels are taken in steps, images[..., group::depth]: a group has "
        "neighbouring channels, and a step of 1",
        lambda x, w, g: np.concatenate(
            [
                correlate(x[..., n :: w.shape[3]], mine)
                for n, mine in enumerate(np.split(w, g))
            ],
            axis=-1,
        ),
    ),
    (
        "2, the number of the notebook's groups, is written as a number",
        _halves,
    ),
    (
        "the outputs are written to the places of the group's channels: its kernels "
        "begin at group * (n_kernels // groups)",
        _written,
    ),
)
