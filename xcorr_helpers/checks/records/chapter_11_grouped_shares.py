"""Chapter 11: which channels meet which kernels, and do not where they should."""

from __future__ import annotations

import numpy as np

from .._cases import outputs
from .chapter_11_parts import Mistakes, grouped, parts


def _of_channels(x: np.ndarray, order: np.ndarray) -> np.ndarray:
    return x[..., order.ravel()]


def _in_turn(count: int, groups: int) -> np.ndarray:
    """List what each group gets if all are dealt out in turn: 0, 2, 4, then 1, 3, 5."""
    return np.arange(count).reshape(-1, groups).T


def _kernel_by_kernel(x: np.ndarray, w: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Let kernel k read the channels from starts[k] on."""
    depth = w.shape[3]
    maps = [
        outputs(x[..., start : start + depth], w[k : k + 1])
        for k, start in enumerate(starts)
    ]
    return np.concatenate(maps, axis=-1)


def _some(x: np.ndarray, w: np.ndarray, g: int, keep: slice) -> np.ndarray:
    """Leave only some channels of each group."""
    only = np.zeros_like(w)
    only[..., keep] = w[..., keep]
    return grouped(x, only, g)


SHARES: Mistakes = (
    (
        "the channels are dealt out in turn, images[..., group::groups]: a group has "
        "neighbouring channels",
        lambda x, w, g: grouped(_of_channels(x, _in_turn(x.shape[3], g)), w, g),
    ),
    (
        "the kernels are dealt out in turn, kernels[group::groups]: a group has "
        "neighbouring kernels",
        lambda x, w, g: grouped(x, w[_in_turn(len(w), g).ravel()], g),
    ),
    (
        "kernel k reads the channels of group k % groups: it is k // (n_kernels // "
        "groups)",
        lambda x, w, g: _kernel_by_kernel(
            x, w, np.arange(len(w)) % g * (x.shape[3] // g)
        ),
    ),
    (
        "channels and kernels are both dealt out in turn: a group has neighbours of "
        "both",
        lambda x, w, g: grouped(
            _of_channels(x, _in_turn(x.shape[3], g)),
            w[_in_turn(len(w), g).ravel()],
            g,
        ),
    ),
    (
        "channels, kernels and outputs are all dealt out in turn: a group has "
        "neighbours of each",
        lambda x, w, g: grouped(
            _of_channels(x, _in_turn(x.shape[3], g)),
            w[_in_turn(len(w), g).ravel()],
            g,
        )[..., np.argsort(_in_turn(len(w), g).ravel())],
    ),
    (
        "the kernels read the groups in reverse order, the first kernels the last "
        "channels",
        lambda x, w, g: np.concatenate(
            [
                outputs(some, of)
                for some, of in zip(np.split(x, g, 3)[::-1], np.split(w, g))
            ],
            axis=-1,
        ),
    ),
    (
        "every kernel reads the first group's channels: group * (channels // groups) "
        "is where its own begin",
        lambda x, w, g: outputs(x[..., : w.shape[3]], w),
    ),
    (
        "every kernel reads the last group's channels: each group has its own",
        lambda x, w, g: outputs(x[..., -w.shape[3] :], w),
    ),
    (
        "the first group's kernels are used for all groups: each group has its own",
        lambda x, w, g: grouped(x, np.concatenate([w[: len(w) // g]] * g), g),
    ),
    (
        "the first kernel of each group is used for the whole group",
        lambda x, w, g: grouped(x, np.repeat(w[:: len(w) // g], len(w) // g, 0), g),
    ),
    (
        "the groups' channels begin one channel apart, images[..., group:]: group g "
        "begins at g * (channels // groups)",
        lambda x, w, g: _kernel_by_kernel(x, w, np.arange(len(w)) // (len(w) // g)),
    ),
    (
        "the groups' kernels begin one kernel apart, kernels[group:]: group g begins "
        "at g * (n_kernels // groups)",
        lambda x, w, g: grouped(
            x,
            np.concatenate([w[n : n + len(w) // g] for n in range(g)]),
            g,
        ),
    ),
    (
        "kernel k reads the channels from k on: those of its group begin at k // "
        "(n_kernels // groups) * (channels // groups)",
        lambda x, w, g: _kernel_by_kernel(x, w, np.arange(len(w))),
    ),
    (
        "kernel k is taken for one of group k // groups: it is k // (n_kernels // "
        "groups)",
        lambda x, w, g: _kernel_by_kernel(
            x, w, np.arange(len(w)) // g * (x.shape[3] // g)
        ),
    ),
    (
        "kernel k is taken for one of group k // (channels // groups): it is k // "
        "(n_kernels // groups)",
        lambda x, w, g: _kernel_by_kernel(
            x, w, np.arange(len(w)) // w.shape[3] * w.shape[3]
        ),
    ),
    (
        "the channels are averaged over all groups first: each group has its own",
        lambda x, w, g: outputs(np.mean(np.split(x, g, 3), axis=0), w),
    ),
    (
        "only the first channel of each group counts: all of them are added up",
        lambda x, w, g: _some(x, w, g, slice(1)),
    ),
    (
        "the last channel of each group overwrites those before: += adds, = does not",
        lambda x, w, g: _some(x, w, g, slice(-1, None)),
    ),
    (
        "the last channel of each group is left out",
        lambda x, w, g: _some(x, w, g, slice(-1)),
    ),
    (
        "the first channel of each group is left out: channels count from 0",
        lambda x, w, g: _some(x, w, g, slice(1, None)),
    ),
    (
        "the mean of the products is taken: their sum is due",
        lambda x, w, g: grouped(x, w, g) / w[0].size,
    ),
    (
        "the mean over a group's channels is taken: they are added up",
        lambda x, w, g: grouped(x, w, g) / w.shape[3],
    ),
    (
        "the channels of a group are added up before the product: each meets its own "
        "in the kernel",
        lambda x, w, g: grouped(
            np.repeat(x.reshape(*x.shape[:3], g, -1).sum(4), w.shape[3], 3),
            np.repeat(w.mean(3, keepdims=True), w.shape[3], 3),
            g,
        ),
    ),
    (
        "the kernels are turned in rows and columns: this is a convolution",
        lambda x, w, g: grouped(x, w[:, ::-1, ::-1], g),
    ),
    (
        "every second row and column of the output is left out: the stride is 1",
        lambda x, w, g: grouped(x, w, g)[:, ::2, ::2],
    ),
    (
        "the decimals are lost: an output of ints cannot hold them",
        lambda x, w, g: np.trunc(grouped(x, w, g)),
    ),
    (
        "the output has the dtype of the images: it holds no decimals, where the "
        "kernels have some",
        lambda x, w, g: grouped(x, w, g).astype(x.dtype),
    ),
    (
        "image 0 is read for all images: is the image's number in the index?",
        lambda x, w, g: np.repeat(grouped(x[:1], w, g), len(x), 0),
    ),
    (
        "the first group is worked on, and its outputs repeated for the others",
        lambda x, w, g: np.concatenate(parts(x, w, g)[:1] * g, axis=-1),
    ),
)
