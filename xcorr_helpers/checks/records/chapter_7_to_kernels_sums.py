"""Chapter 7: gradients of the kernels from which shares are missing, or too much."""

from __future__ import annotations

import numpy as np

from .chapter_7_parts import windows
from .chapter_7_to_kernels_shapes import product, right

_ALL = slice(None)


def _part(rows: slice, columns: slice, g: np.ndarray, i: np.ndarray) -> np.ndarray:
    """Let only some placements count."""
    kept = np.zeros_like(g)
    kept[rows, columns] = g[rows, columns]
    return right(kept, i)


def _kernels(which: slice, g: np.ndarray, i: np.ndarray) -> np.ndarray:
    """Make the gradient of some kernels, and leave 0 for the others."""
    made = np.zeros_like(right(g, i))
    made[which] = right(g, i)[which]
    return made


def _in_bytes(g: np.ndarray, i: np.ndarray) -> np.ndarray:
    return right(g, i) if i.dtype != np.uint8 else right(g, i).astype(np.uint8)


SUMS = (
    (
        "only the last placement counts: += adds them, and np.zeros stands before the "
        "loop",
        lambda g, i, ks: _part(slice(-1, None), slice(-1, None), g, i),
    ),
    (
        "only the first placement counts: each sends something back; is the return "
        "inside the loop?",
        lambda g, i, ks: _part(slice(1), slice(1), g, i),
    ),
    (
        "only the first row of placements counts",
        lambda g, i, ks: _part(slice(1), _ALL, g, i),
    ),
    (
        "the last row of placements is missing: there are height - kernel_height + 1",
        lambda g, i, ks: _part(slice(-1), _ALL, g, i),
    ),
    (
        "the last column of placements is missing: there are width - kernel_width + 1",
        lambda g, i, ks: _part(_ALL, slice(-1), g, i),
    ),
    (
        "the last row and column of placements are missing: there are height - "
        "kernel_height + 1 rows, and so the columns",
        lambda g, i, ks: _part(slice(-1), slice(-1), g, i),
    ),
    (
        "the first row of placements is missing: rows are counted from 0",
        lambda g, i, ks: _part(slice(1, None), _ALL, g, i),
    ),
    (
        "the first column of placements is missing: columns are counted from 0",
        lambda g, i, ks: _part(_ALL, slice(1, None), g, i),
    ),
    (
        "the last kernel is left at 0: the loop ends one too early",
        lambda g, i, ks: _kernels(slice(-1), g, i),
    ),
    (
        "kernel 0 is left at 0: kernels are counted from 0",
        lambda g, i, ks: _kernels(slice(1, None), g, i),
    ),
    (
        "only kernel 0 is made, and the others are left at 0: is the return inside the "
        "loop?",
        lambda g, i, ks: _kernels(slice(1), g, i),
    ),
    (
        "only the last kernel is made, and the others are left at 0: np.zeros stands "
        "before the loop",
        lambda g, i, ks: _kernels(slice(-1, None), g, i),
    ),
    (
        "it is divided by the number of placements: the shares are added, not averaged",
        lambda g, i, ks: right(g, i) / (g.shape[0] * g.shape[1]),
    ),
    (
        "it is divided by the number of kernels: each has a gradient of its own",
        lambda g, i, ks: right(g, i) / g.shape[2],
    ),
    (
        "it is divided by the number of kernel values: the shares are added, not "
        "averaged",
        lambda g, i, ks: right(g, i) / (ks[0] * ks[1]),
    ),
    (
        "the placements are not added up: their axes are left, and the sum goes over "
        "them",
        lambda g, i, ks: np.einsum("rcij,rck->krcij", windows(i, ks), g),
    ),
    (
        "the image is left out: these are the sums of the growths, as for a bias",
        lambda g, i, ks: right(g, np.ones(i.shape)),
    ),
    (
        "the growths are left out: the pixels of each kernel value are added as they "
        "are",
        lambda g, i, ks: right(np.ones(g.shape), i),
    ),
    (
        "growths and pixels are added: each share is their product",
        lambda g, i, ks: right(g, np.ones(i.shape)) + right(np.ones(g.shape), i),
    ),
    (
        "two axes share a letter in einsum, so only row = kernel row is read: "
        "placements and kernel values need letters of their own",
        lambda g, i, ks: np.einsum("rcrc,rck->krc", windows(i, ks), g),
    ),
    (
        "the image is averaged over each window: a kernel value meets one pixel in "
        "each placement",
        lambda g, i, ks: np.broadcast_to(
            right(g, i).mean((1, 2), keepdims=True), (g.shape[2], *ks)
        ),
    ),
    (
        "the sums are made in bytes, as the image is: image.astype(float) comes first",
        lambda g, i, ks: _in_bytes(g, i),
    ),
    (
        "the product is reshaped without .T, and divided by the number of placements",
        lambda g, i, ks: product(g, i).reshape(-1, *ks) / (g.shape[0] * g.shape[1]),
    ),
    (
        "growths and product are both reshaped where .T is needed: reshape moves no "
        "number",
        lambda g, i, ks: product(
            g.reshape(g.shape[2], -1).T.reshape(g.shape), i
        ).reshape(-1, *ks),
    ),
    (
        "8 bits hold -128 to 127, and larger sums go round: leave the dtype to NumPy",
        lambda g, i, ks: right(g, i).round().astype(np.int64).astype(np.int8),
    ),
    (
        "each kernel is turned, and its rows and columns are exchanged",
        lambda g, i, ks: right(g, i)[:, ::-1, ::-1].swapaxes(1, 2),
    ),
    (
        "each kernel is turned, and the kernels' axis comes last: it comes first",
        lambda g, i, ks: np.moveaxis(right(g, i)[:, ::-1, ::-1], 0, -1),
    ),
    (
        "the growths are turned, and the kernels' axis comes last: it comes first",
        lambda g, i, ks: np.moveaxis(right(g[::-1, ::-1], i), 0, -1),
    ),
    (
        "each growth is multiplied twice",
        lambda g, i, ks: right(g * g, i),
    ),
    (
        "each pixel is multiplied twice",
        lambda g, i, ks: right(g, i * i),
    ),
)
