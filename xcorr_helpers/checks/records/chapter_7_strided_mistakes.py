"""Chapter 7: what goes wrong on the way back to a kernel that moves by a stride."""

from __future__ import annotations

import numpy as np

from .._cases import gather_sum
from .chapter_7_parts import Shape, index_of, only, out_shape, windows
from .chapter_7_strided_places import PLACES, apart, gathered, met, uncut

_ALL = slice(None)


def _short(less: int, g: np.ndarray, s: Shape) -> np.ndarray:
    """Put growths apart in a target that is not as large as they need."""
    sizes = [(n - 1) * step + 1 - less for n, step in zip(g.shape, s)]
    target = np.zeros(sizes)
    target[:: s[0], :: s[1]] = g
    return target


def _slices(
    g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape, end: Shape
) -> np.ndarray:
    """Take slices in steps, from each kernel value's place to an end."""
    gradient = np.zeros(ks)
    for a, b in np.ndindex(*ks):
        pixels = i[a : a + end[0] : s[0], b : b + end[1] : s[1]]
        gradient[a, b] = (pixels * g).sum()
    return gradient


def _to_the_end(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    return _slices(g, i, ks, s, i.shape)


def _stop_at_count(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    return _slices(g, i, ks, s, (g.shape[0], g.shape[1]))


def _windows(i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    return windows(i, ks)[:: s[0], :: s[1]]


def _loops(g: np.ndarray, shape: Shape, steps: Shape) -> np.ndarray:
    """Read growths where there may be none."""
    for row in range(0, shape[0], steps[0]):
        for column in range(0, shape[1], steps[1]):
            g[row, column]
    return g


def _early_end(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    gradient = np.zeros(ks)
    for row, column in np.ndindex(g.shape):
        top, left = row * s[0], column * s[1]
        pixels = i[top : row + ks[0], left : column + ks[1]]
        gradient += g[row, column] * pixels
    return gradient


MISTAKES = (
    *PLACES,
    (
        "the slices run to the image's end, and where the stride leaves rows or "
        "columns over they hold too many: cut them to the growths' number",
        _to_the_end,
    ),
    (
        "the slices stop after as many pixels as there are growths: in steps of the "
        "stride they need (n - 1) * stride + 1",
        _stop_at_count,
    ),
    (
        "the zeros between the growths are one too few: (n - 1) * stride + 1 rows and "
        "columns hold them all",
        lambda g, i, ks, s: gather_sum(i, _short(1, g, s)),
    ),
    (
        "the kernel's size is written as 2 x 3: it is kernel_shape",
        lambda g, i, ks, s: uncut(g, i, s)[:2, :3],
    ),
    (
        "kernel_shape is taken as (columns, rows)",
        lambda g, i, ks, s: uncut(g, i, s)[: ks[1], : ks[0]],
    ),
    (
        "the last row of placements is missing: there are output_gradient.shape[0] of "
        "them",
        lambda g, i, ks, s: gathered(only(g, slice(-1), _ALL), i, ks, s),
    ),
    (
        "the last column of placements is missing: there are output_gradient.shape[1] "
        "of them",
        lambda g, i, ks, s: gathered(only(g, _ALL, slice(-1)), i, ks, s),
    ),
    (
        "the last row and the last column of placements are missing",
        lambda g, i, ks, s: gathered(only(g, slice(-1), slice(-1)), i, ks, s),
    ),
    (
        "the first row of placements is missing: rows are counted from 0",
        lambda g, i, ks, s: gathered(only(g, slice(1, None), _ALL), i, ks, s),
    ),
    (
        "the first column of placements is missing: columns are counted from 0",
        lambda g, i, ks, s: gathered(only(g, _ALL, slice(1, None)), i, ks, s),
    ),
    (
        "only the first placement counts: is the return inside the loop?",
        lambda g, i, ks, s: gathered(only(g, slice(1), slice(1)), i, ks, s),
    ),
    (
        "only the first row of placements counts: is the return inside the outer loop?",
        lambda g, i, ks, s: gathered(only(g, slice(1), _ALL), i, ks, s),
    ),
    (
        "only the last placement counts: += adds them, and np.zeros stands before the "
        "loop",
        lambda g, i, ks, s: gathered(
            only(g, slice(-1, None), slice(-1, None)), i, ks, s
        ),
    ),
    (
        "the kernel's row and column are exchanged in the pixel's place: value (i, j) "
        "met the pixel i down and j to the right",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (r * s[0] + b, c * s[1] + a), g, i, ks, s
        ),
    ),
    (
        "the placement's row and column are exchanged in the pixel's place",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (c * s[0] + a, r * s[1] + b), g, i, ks, s
        ),
    ),
    (
        "the kernel's place is left out: value (i, j) met the pixel at row * stride + "
        "i, not the window's first",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (r * s[0], c * s[1]), g, i, ks, s
        ),
    ),
    (
        "the kernel's place is taken away, and an index below 0 counts from the end",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (r * s[0] - a, c * s[1] - b), g, i, ks, s
        ),
    ),
    (
        "the kernel is turned: correlate2d(image, growths) turns nothing, if the image "
        "comes first",
        lambda g, i, ks, s: gathered(g, i, ks, s)[::-1, ::-1],
    ),
    (
        "the growths are turned: the image is correlated with them, not convolved",
        lambda g, i, ks, s: gathered(g[::-1, ::-1], i, ks, s),
    ),
    (
        "the growths are turned, and the result is not cut to kernel_shape",
        lambda g, i, ks, s: uncut(g[::-1, ::-1], i, s),
    ),
    (
        "the kernel's columns come from right to left",
        lambda g, i, ks, s: gathered(g, i, ks, s)[:, ::-1],
    ),
    (
        "the kernel's rows come from the bottom to the top",
        lambda g, i, ks, s: gathered(g, i, ks, s)[::-1],
    ),
    (
        "it is transposed: the kernel's rows come first",
        lambda g, i, ks, s: gathered(g, i, ks, s).T,
    ),
    (
        "it is flat: .reshape(kernel_shape) makes rows and columns of it",
        lambda g, i, ks, s: gathered(g, i, ks, s).ravel(),
    ),
    (
        "it is divided by the number of placements: the shares are added, not averaged",
        lambda g, i, ks, s: gathered(g, i, ks, s) / g.size,
    ),
    (
        "it is divided by the stride: the placements that it left out sent nothing",
        lambda g, i, ks, s: gathered(g, i, ks, s) / (s[0] * s[1]),
    ),
    (
        "it is divided by the number of kernel values: the shares are added, not "
        "averaged",
        lambda g, i, ks, s: gathered(g, i, ks, s) / (ks[0] * ks[1]),
    ),
    (
        "it is the mean over all places between the growths, zeros too: a sum is asked "
        "for",
        lambda g, i, ks, s: gathered(g, i, ks, s) / apart(g, s).size,
    ),
    (
        "the image is left out: these are the sums of the growths, as for a bias",
        lambda g, i, ks, s: np.full(ks, g.sum()),
    ),
    (
        "the growths are left out: each pixel counts as much as its growth",
        lambda g, i, ks, s: gathered(np.ones(g.shape), i, ks, s),
    ),
    (
        "growths and pixels are added: each share is their product",
        lambda g, i, ks, s: g.sum() + gathered(np.ones(g.shape), i, ks, s),
    ),
    (
        "the shares are not added up: the sum goes over all placements",
        lambda g, i, ks, s: _windows(i, ks, s) * g[:, :, None, None],
    ),
    (
        "the stride's rows and columns are exchanged in the windows: it is (down, "
        "across)",
        lambda g, i, ks, s: np.einsum("rcij,rc->ij", _windows(i, ks, s[::-1]), g),
    ),
    (
        "the index is made without the stride: it has a row for each placement of "
        "stride 1",
        lambda g, i, ks, s: i.ravel()[index_of(i.shape, ks)].T @ g.ravel(),
    ),
    (
        "the image is not made flat: image.ravel() takes flat positions",
        lambda g, i, ks, s: i[index_of(i.shape, ks)],
    ),
    (
        "the loops run over the placements of stride 1, height - kernel_height + 1: "
        "the stride leaves output_gradient.shape",
        lambda g, i, ks, s: _loops(g, out_shape(i.shape, ks), (1, 1)),
    ),
    (
        "the loops run in steps of the stride, and the growths are read in steps, too: "
        "the growth of row r is that of r // stride",
        lambda g, i, ks, s: _loops(g, out_shape(i.shape, ks), s),
    ),
    (
        "the slice of a placement ends too early: it goes from row * stride to row * "
        "stride + kernel_height",
        _early_end,
    ),
)
