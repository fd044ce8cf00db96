"""Chapter 11: outputs of another size, and amounts that go to other places."""

from __future__ import annotations

import numpy as np

from .chapter_11_parts import Mistakes

Pair = tuple[int, int]


def larger(image: Pair, kernel: Pair, steps: Pair) -> Pair:
    """Return the output's shape: as far as the last placement reaches."""
    first, second = ((n - 1) * s + k for n, k, s in zip(image, kernel, steps))
    return first, second


def in_steps(image: Pair, kernel: Pair, steps: Pair, gaps: Pair = (1, 1)) -> np.ndarray:
    """Count what arrives, with a step for each axis of the image and the kernel."""
    sizes = [
        (n - 1) * s + (k - 1) * d + 1 for n, k, s, d in zip(image, kernel, steps, gaps)
    ]
    out = np.zeros(sizes, dtype=int)
    for row, column in np.ndindex(*image):
        top, left = row * steps[0], column * steps[1]
        down = slice(top, top + (kernel[0] - 1) * gaps[0] + 1, gaps[0])
        across = slice(left, left + (kernel[1] - 1) * gaps[1] + 1, gaps[1])
        out[down, across] += 1
    return out


def counted(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    """Count how many kernel values reach each output."""
    return in_steps(image_shape, kernel_shape, (stride, stride))


def fitted(array: np.ndarray, shape: Pair) -> np.ndarray:
    """Cut an array to a shape, or fill it up with zeros."""
    out = np.zeros(shape, dtype=array.dtype)
    rows, columns = (min(pair) for pair in zip(array.shape, shape))
    out[:rows, :columns] = array[:rows, :columns]
    return out


def _larger(i: Pair, k: Pair, s: int, more: int) -> np.ndarray:
    rows, columns = counted(i, k, s).shape
    return fitted(counted(i, k, s), (rows + more, columns + more))


PLACES: Mistakes = (
    (
        "the stride is left out: neighbouring pixels start {stride} outputs apart",
        lambda i, k, s: in_steps(i, k, (1, 1)),
    ),
    (
        "the stride is left out of the places, not of the output's size: pixel (row, "
        "column) starts at (row * stride, column * stride)",
        lambda i, k, s: fitted(in_steps(i, k, (1, 1)), larger(i, k, (s, s))),
    ),
    (
        "the stride goes down only: the columns are {stride} apart, too",
        lambda i, k, s: in_steps(i, k, (s, 1)),
    ),
    (
        "the stride goes across only: the rows are {stride} apart, too",
        lambda i, k, s: in_steps(i, k, (1, s)),
    ),
    (
        "the stride goes down only, in an output of the right size: columns are "
        "{stride} apart, too",
        lambda i, k, s: fitted(in_steps(i, k, (s, 1)), larger(i, k, (s, s))),
    ),
    (
        "the stride goes across only, in an output of the right size: rows are "
        "{stride} apart, too",
        lambda i, k, s: fitted(in_steps(i, k, (1, s)), larger(i, k, (s, s))),
    ),
    (
        "the stride spreads the kernel's values, as a dilation does, or an exchange of "
        "image and kernel: it is the pixels that start {stride} apart",
        lambda i, k, s: in_steps(i, k, (1, 1), (s, s)),
    ),
    (
        "the stride spreads pixels and kernel both: the kernel has no gaps",
        lambda i, k, s: in_steps(i, k, (s, s), (s, s)),
    ),
    (
        "there are {stride} zeros between the pixels: a stride of {stride} leaves one "
        "less",
        lambda i, k, s: in_steps(i, k, (s + 1, s + 1)),
    ),
    (
        "the pixels start stride - 1 apart: a stride of {stride} is a step of {stride}",
        lambda i, k, s: in_steps(i, k, (s - 1, s - 1)) if s > 1 else None,
    ),
    (
        "the output is one row and one column too large: the last placement starts at "
        "(height - 1) * stride, and reaches kernel_height further",
        lambda i, k, s: _larger(i, k, s, 1),
    ),
    (
        "the last row and column are cut off: the output has (height - 1) * stride + "
        "kernel_height rows",
        lambda i, k, s: _larger(i, k, s, -1),
    ),
    (
        "the output is as large as if one more pixel followed: height * stride + "
        "kernel_height rows, where the last pixel starts at (height - 1) * stride",
        lambda i, k, s: _larger(i, k, s, s),
    ),
    (
        "there are zeros behind the last pixel, too: they stand between pixels only",
        lambda i, k, s: _larger(i, k, s, s - 1),
    ),
    (
        "the output ends where the last pixel starts: the kernel reaches further",
        lambda i, k, s: fitted(counted(i, k, s), larger(i, (1, 1), (s, s))),
    ),
    (
        "the output has height * stride rows and width * stride columns: the last "
        "placement reaches to (height - 1) * stride + kernel_height",
        lambda i, k, s: fitted(counted(i, k, s), (i[0] * s, i[1] * s)),
    ),
    (
        "the output has height * stride + kernel_height - 1 rows, as if all were moved "
        "by one: pixel 0 starts at 0",
        lambda i, k, s: np.roll(_larger(i, k, s, s - 1), (s - 1, s - 1), (0, 1)),
    ),
    (
        "the output's height and width are exchanged in its shape: rows come first",
        lambda i, k, s: counted(i, k, s).reshape(larger(i, k, (s, s))[::-1]),
    ),
    (
        "rows and columns are exchanged, values and all: rows come first",
        lambda i, k, s: counted(i, k, s).T,
    ),
    (
        "the kernel's height and width are exchanged: it has {kernel_shape[0]} rows",
        lambda i, k, s: counted(i, k[::-1], s),
    ),
    (
        "the image's height and width are exchanged: it has {image_shape[0]} rows",
        lambda i, k, s: counted(i[::-1], k, s),
    ),
    (
        "the kernel's height stands for its width, too",
        lambda i, k, s: counted(i, (k[0], k[0]), s),
    ),
    (
        "the kernel's width stands for its height, too",
        lambda i, k, s: counted(i, (k[1], k[1]), s),
    ),
    (
        "all pixels send to the first window: pixel (row, column) starts at (row * "
        "stride, column * stride)",
        lambda i, k, s: fitted(np.full(k, i[0] * i[1]), larger(i, k, (s, s))),
    ),
    (
        "it is flat: .reshape(out_height, out_width) makes rows and columns of it",
        lambda i, k, s: counted(i, k, s).ravel(),
    ),
)
