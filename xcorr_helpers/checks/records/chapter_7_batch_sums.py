"""Chapter 7: gradients of a batch's kernels with shares too few, or too many."""

from __future__ import annotations

import numpy as np

from .chapter_7_batch_shapes import gathered, summed
from .chapter_7_parts import Shape

_ALL = slice(None)


def part(
    images: slice, rows: slice, columns: slice, g: np.ndarray, x: np.ndarray, ks: Shape
) -> np.ndarray:
    """Let only some growths count."""
    kept = np.zeros_like(g)
    kept[images, rows, columns] = g[images, rows, columns]
    return summed(kept, x, ks)


def _alone(axis: int, which: slice, made: np.ndarray) -> np.ndarray:
    """Leave all but some at 0."""
    kept = np.zeros_like(made)
    np.moveaxis(kept, axis, 0)[which] = np.moveaxis(made, axis, 0)[which]
    return kept


def _of_first(x: np.ndarray) -> np.ndarray:
    return np.broadcast_to(x[:1], x.shape)


def _other_order(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    """List the growths by placements first, the windows by images first."""
    growths = np.moveaxis(g, 0, 2).reshape(-1, g.shape[3])
    made: np.ndarray = gathered(x, ks).T @ growths
    return made.T.reshape(g.shape[3], *ks, x.shape[3])


def _one_place_only(g: np.ndarray, x: np.ndarray, ks: Shape) -> np.ndarray:
    return summed(g.sum((1, 2), keepdims=True) + 0 * g, x, ks)


SUMS = (
    (
        "only the last image counts: += adds them, and np.zeros stands before the loop",
        lambda g, x, ks: part(slice(-1, None), _ALL, _ALL, g, x, ks),
    ),
    (
        "only the first image counts: each sends something back; is the return inside "
        "the loop?",
        lambda g, x, ks: part(slice(1), _ALL, _ALL, g, x, ks),
    ),
    (
        "the last image is missing: there are {images.shape[0]}",
        lambda g, x, ks: part(slice(-1), _ALL, _ALL, g, x, ks),
    ),
    (
        "the first image is missing: they are counted from 0",
        lambda g, x, ks: part(slice(1, None), _ALL, _ALL, g, x, ks),
    ),
    (
        "it is the mean over the images: the loss grows by the sum",
        lambda g, x, ks: summed(g, x, ks) / len(g),
    ),
    (
        "it is the mean over the placements: the loss grows by the sum",
        lambda g, x, ks: summed(g, x, ks) / (g.shape[1] * g.shape[2]),
    ),
    (
        "it is the mean over all images and placements: the loss grows by the sum",
        lambda g, x, ks: summed(g, x, ks) / (g.size / g.shape[3]),
    ),
    (
        "it is divided by the number of kernels: each has a gradient of its own",
        lambda g, x, ks: summed(g, x, ks) / g.shape[3],
    ),
    (
        "it is divided by the number of channels: each has values of its own",
        lambda g, x, ks: summed(g, x, ks) / x.shape[3],
    ),
    (
        "the images are added up before the product, and so are the growths: each "
        "image's growths meet its own pixels only",
        lambda g, x, ks: summed(g.sum(0)[None], x.sum(0)[None], ks),
    ),
    (
        "the pixels of image 0 meet the growths of all images: each image has its own",
        lambda g, x, ks: summed(g, _of_first(x), ks),
    ),
    (
        "the growths of image 0 meet the pixels of all images: each image has its own",
        lambda g, x, ks: summed(_of_first(g), x, ks),
    ),
    (
        "the images come in another order in the growths than in the pixels",
        lambda g, x, ks: summed(g[::-1], x, ks),
    ),
    (
        "the growths stand by placements first, the windows by images first: both need "
        "the same order",
        _other_order,
    ),
    (
        "the growths of an image are added up before the product: each meets the "
        "pixels of its own placement",
        _one_place_only,
    ),
    (
        "kernel 0 stands for all: the growths of kernel k are output_gradient[..., k]",
        lambda g, x, ks: summed(np.broadcast_to(g[..., :1], g.shape), x, ks),
    ),
    (
        "each kernel gets the growths of all: its own are output_gradient[..., k]",
        lambda g, x, ks: summed(g.sum(-1, keepdims=True) + 0 * g, x, ks),
    ),
    (
        "only kernel 0 is made, and the others are left at 0",
        lambda g, x, ks: _alone(0, slice(1), summed(g, x, ks)),
    ),
    (
        "the last kernel is left at 0: there are {output_gradient.shape[3]}",
        lambda g, x, ks: _alone(0, slice(-1), summed(g, x, ks)),
    ),
    (
        "channel 0 stands for all: the pixels of channel c are images[..., c]",
        lambda g, x, ks: summed(g, np.broadcast_to(x[..., :1], x.shape), ks),
    ),
    (
        "each channel gets the pixels of all: its own are images[..., c]",
        lambda g, x, ks: summed(g, x.sum(-1, keepdims=True) + 0 * x, ks),
    ),
    (
        "only channel 0 is made, and the others are left at 0",
        lambda g, x, ks: _alone(3, slice(1), summed(g, x, ks)),
    ),
    (
        "the last channel is left at 0: there are {images.shape[3]}",
        lambda g, x, ks: _alone(3, slice(-1), summed(g, x, ks)),
    ),
)
