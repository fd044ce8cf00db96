"""Chapter 7: gradients of a kernel that read the image at wrong strides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .._cases import gather_sum
from .chapter_7_parts import Shape

Place = Callable[[int, int, int, int, Shape], tuple[int, int]]


def gathered(g: np.ndarray, image: np.ndarray, ks: Shape, stride: Shape) -> np.ndarray:
    """Add each growth times the pixel that each kernel value met."""
    return met(_right_place, g, image, ks, stride)


def _right_place(r: int, c: int, i: int, j: int, stride: Shape) -> tuple[int, int]:
    return r * stride[0] + i, c * stride[1] + j


def met(
    place: Place, g: np.ndarray, image: np.ndarray, ks: Shape, stride: Shape
) -> np.ndarray:
    """Add each growth times the pixel that `place` names."""
    gradient = np.zeros(ks)
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(*ks):
            pixel = image[place(row, column, i, j, stride)]
            gradient[i, j] += g[row, column] * pixel
    return gradient


def apart(g: np.ndarray, gaps: Shape, more: Shape = (0, 0)) -> np.ndarray:
    """Put the growths apart, with zeros between them, and some more at the end."""
    (rows, columns), (down, across) = g.shape, gaps
    height, width = (rows - 1) * down + 1, (columns - 1) * across + 1
    zeros = np.zeros((height + more[0], width + more[1]))
    zeros[:height:down, :width:across] = g
    return zeros


def uncut(g: np.ndarray, image: np.ndarray, stride: Shape) -> np.ndarray:
    """Correlate the image with the growths put apart."""
    return gather_sum(image, apart(g, stride))


def _middle(array: np.ndarray, shape: Shape) -> np.ndarray:
    top, left = ((n - k) // 2 for n, k in zip(array.shape, shape))
    return array[top : top + shape[0], left : left + shape[1]]


def _full(g: np.ndarray, i: np.ndarray, s: Shape) -> np.ndarray:
    """Correlate as far as the growths touch the image."""
    around = [((n - 1) * step,) * 2 for n, step in zip(g.shape, s)]
    return uncut(g, np.pad(i, around), s)


def _same(g: np.ndarray, i: np.ndarray, s: Shape) -> np.ndarray:
    """Correlate with the growths' middle over each pixel."""
    top, left = (((n - 1) * step + 1) // 2 for n, step in zip(g.shape, s))
    return _full(g, i, s)[top : top + i.shape[0], left : left + i.shape[1]]


PLACES = (
    (
        "the stride is left out: the next growth met pixels {stride[0]} rows further "
        "down, or {stride[1]} columns to the right",
        lambda g, i, ks, s: met(lambda r, c, a, b, s: (r + a, c + b), g, i, ks, s),
    ),
    (
        "the stride's rows and columns are exchanged: it is (down, across), {stride}",
        lambda g, i, ks, s: gathered(g, i, ks, s[::-1]),
    ),
    (
        "the stride of the rows, {stride[0]}, stands for that of the columns, too",
        lambda g, i, ks, s: gathered(g, i, ks, (s[0], s[0])),
    ),
    (
        "the stride of the columns, {stride[1]}, stands for that of the rows, too",
        lambda g, i, ks, s: gathered(g, i, ks, (s[1], s[1])),
    ),
    (
        "the stride counts in the rows only: columns are {stride[1]} apart, too",
        lambda g, i, ks, s: gathered(g, i, ks, (s[0], 1)),
    ),
    (
        "the stride counts in the columns only: rows are {stride[0]} apart, too",
        lambda g, i, ks, s: gathered(g, i, ks, (1, s[1])),
    ),
    (
        "the stride is multiplied into the kernel's place, which makes a dilation: it "
        "is row * stride + i",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (r + a * s[0], c + b * s[1]), g, i, ks, s
        ),
    ),
    (
        "the stride is multiplied into the kernel's place, too: it is row * stride + "
        "i, not (row + i) * stride",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: ((r + a) * s[0], (c + b) * s[1]), g, i, ks, s
        ),
    ),
    (
        "the stride is added, not multiplied: placement n starts at n * stride",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: (r + s[0] + a, c + s[1] + b), g, i, ks, s
        ),
    ),
    (
        "each placement lies one pixel too far from the last: stride - 1 zeros stand "
        "between two growths, not stride",
        lambda g, i, ks, s: gathered(g, i, ks, (s[0] + 1, s[1] + 1)),
    ),
    (
        "each placement lies one pixel too near to the last: stride - 1 zeros stand "
        "between two growths",
        lambda g, i, ks, s: gathered(g, i, ks, (s[0] - 1, s[1] - 1)),
    ),
    (
        "there is one zero between two growths, whatever the stride: there are stride "
        "- 1",
        lambda g, i, ks, s: gathered(g, i, ks, (2, 2)),
    ),
    (
        "the example's stride is written as 3 and 2: it is `stride`",
        lambda g, i, ks, s: gathered(g, i, ks, (3, 2)),
    ),
    (
        "the kernel's size is the stride here, as if placements touched: it is "
        "`stride`",
        lambda g, i, ks, s: gathered(g, i, ks, ks),
    ),
    (
        "it is not cut to kernel_shape: the stride left rows or columns over, that no "
        "placement reads",
        lambda g, i, ks, s: uncut(g, i, s),
    ),
    (
        "it is cut at the wrong end: the rows and columns that the stride left over "
        "are the last ones",
        lambda g, i, ks, s: uncut(g, i, s)[-ks[0] :, -ks[1] :],
    ),
    (
        "it is cut in the middle: the rows and columns that the stride left over are "
        "the last ones",
        lambda g, i, ks, s: _middle(uncut(g, i, s), ks),
    ),
    (
        "it is cut in the rows only: the stride left columns over, too",
        lambda g, i, ks, s: uncut(g, i, s)[: ks[0]],
    ),
    (
        "it is cut in the columns only: the stride left rows over, too",
        lambda g, i, ks, s: uncut(g, i, s)[:, : ks[1]],
    ),
    (
        "zeros stand behind the last growth, too, as many as between two: (n - 1) * "
        "stride + 1 rows are enough",
        lambda g, i, ks, s: gather_sum(i, apart(g, s, (s[0] - 1, s[1] - 1))),
    ),
    (
        "the zeros stand before each growth, so all lie stride - 1 too far: the first "
        "stays where it is",
        lambda g, i, ks, s: met(
            lambda r, c, a, b, s: ((r + 1) * s[0] - 1 + a, (c + 1) * s[1] - 1 + b),
            g,
            i,
            ks,
            s,
        ),
    ),
    (
        "the growths are repeated where zeros should stand between them: a placement "
        "that is left out has none",
        lambda g, i, ks, s: gather_sum(i, g.repeat(s[0], 0).repeat(s[1], 1)),
    ),
    (
        "neither are the growths put apart by the stride, nor is it cut to "
        "kernel_shape",
        lambda g, i, ks, s: gather_sum(i, g),
    ),
    (
        "the result is taken in steps of the stride: the growths are to be put apart, "
        "a stride is a dilation on the way back",
        lambda g, i, ks, s: gather_sum(i, g)[:: s[0], :: s[1]],
    ),
    (
        "the result is taken in steps of the stride, and cut: the growths are to be "
        "put apart, not the result",
        lambda g, i, ks, s: gather_sum(i, g)[:: s[0], :: s[1]][: ks[0], : ks[1]],
    ),
    (
        "the stride counts for the kernel's place, too, as the image, or the result "
        "with growths put apart, is taken in its steps",
        lambda g, i, ks, s: gather_sum(i[:: s[0], :: s[1]], g),
    ),
    (
        "the image is put apart: that is for the growths",
        lambda g, i, ks, s: gather_sum(apart(i, s), g)[: ks[0], : ks[1]],
    ),
    (
        "this is the upper left of a 'full' correlation: the mode is 'valid', where "
        "the growths lie within the image",
        lambda g, i, ks, s: _full(g, i, s)[: ks[0], : ks[1]],
    ),
    (
        "this is the whole 'full' correlation: 'valid', cut to kernel_shape, is asked "
        "for",
        lambda g, i, ks, s: _full(g, i, s),
    ),
    (
        "the image comes second in the correlation, which turns the result, and that "
        "before it is cut",
        lambda g, i, ks, s: uncut(g, i, s)[::-1, ::-1][: ks[0], : ks[1]],
    ),
    (
        "this is as large as the image: the mode is 'same', where 'valid', cut to "
        "kernel_shape, is asked for",
        lambda g, i, ks, s: _same(g, i, s),
    ),
    (
        "this is the upper left of a 'same' correlation: the mode is 'valid', where "
        "the growths lie within the image",
        lambda g, i, ks, s: _same(g, i, s)[: ks[0], : ks[1]],
    ),
)
