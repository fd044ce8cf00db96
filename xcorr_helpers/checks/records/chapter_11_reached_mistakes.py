"""Chapter 11: amounts that are counted too seldom, or too often."""

from __future__ import annotations

import numpy as np

from .chapter_11_parts import Mistakes
from .chapter_11_reached_places import Pair, counted, fitted, in_steps, larger


def _shape(i: Pair, k: Pair, s: int) -> Pair:
    return larger(i, k, (s, s))


def _lines(n: int, k: int, s: int) -> np.ndarray:
    """Count along one axis."""
    return counted((n, 1), (k, 1), s)[:, 0]


def _both(i: Pair, k: Pair, s: int) -> tuple[np.ndarray, np.ndarray]:
    return _lines(i[0], k[0], s)[:, None], _lines(i[1], k[1], s)


def _all_over(i: Pair, k: Pair, s: int, up: int) -> np.ndarray:
    """Say the number that is right in the middle everywhere."""
    rows, columns = ((size + up * (s - 1)) // s for size in k)
    return np.full(_shape(i, k, s), rows * columns)


def _less(i: Pair, k: Pair, s: int, of_image: Pair, of_kernel: Pair) -> np.ndarray:
    image = i[0] - of_image[0], i[1] - of_image[1]
    kernel = k[0] - of_kernel[0], k[1] - of_kernel[1]
    return fitted(counted(image, kernel, s), _shape(i, k, s))


def _moved(i: Pair, k: Pair, s: int, by: Pair) -> np.ndarray:
    made = counted(i, k, s)
    moved: np.ndarray = np.zeros_like(made)
    moved[by[0] :, by[1] :] = made[: made.shape[0] - by[0], : made.shape[1] - by[1]]
    return moved


def _kept_across(i: Pair, k: Pair, s: int) -> np.ndarray:
    rows, columns = _both(i, k, s)
    return rows * np.minimum(columns, 1)


def _kept_down(i: Pair, k: Pair, s: int) -> np.ndarray:
    rows, columns = _both(i, k, s)
    return np.minimum(rows, 1) * columns


def _last_value(i: Pair, k: Pair, s: int) -> np.ndarray:
    """Leave in each output the number of the kernel value that came last."""
    out = np.zeros(_shape(i, k, s), dtype=int)
    for row, column in np.ndindex(*i):
        top, left = row * s, column * s
        out[top : top + k[0], left : left + k[1]] = np.arange(k[0] * k[1]).reshape(k)
    return out


MISTAKES: Mistakes = (
    (
        "what arrives in an output is counted once only, as brackets with an index do: "
        "np.add.at, or a slice with +=, counts each",
        lambda i, k, s: np.minimum(counted(i, k, s), 1),
    ),
    (
        "in a row of outputs what arrives is counted once only: every column of pixels "
        "counts",
        _kept_across,
    ),
    (
        "in a column of outputs what arrives is counted once only: every row of pixels "
        "counts",
        _kept_down,
    ),
    (
        "this is what is right in the middle, everywhere: the edges get less, and so "
        "does every second place if the stride does not divide the kernel",
        lambda i, k, s: _all_over(i, k, s, 1),
    ),
    (
        "the kernel's size divided by the stride, rounded down, stands everywhere: "
        "some places get more, and the edges less",
        lambda i, k, s: _all_over(i, k, s, 0),
    ),
    (
        "rows and columns are added: each row of pixels meets each column, so the two "
        "are multiplied",
        lambda i, k, s: sum(_both(i, k, s)),
    ),
    (
        "only the rows are counted: they are multiplied by what arrives across",
        lambda i, k, s: np.broadcast_to(_both(i, k, s)[0], _shape(i, k, s)),
    ),
    (
        "only the columns are counted: they are multiplied by what arrives down",
        lambda i, k, s: np.broadcast_to(_both(i, k, s)[1], _shape(i, k, s)),
    ),
    (
        "these are the kernel values' numbers, not how many there are: add 1 for each",
        lambda i, k, s: _weighted(i, k, s, 0),
    ),
    (
        "the kernel values are counted from 1 and added: add 1 for each",
        lambda i, k, s: _weighted(i, k, s, 1),
    ),
    (
        "this is the number of the kernel value that came last: add 1 for each",
        _last_value,
    ),
    (
        "all values of a kernel are added in each output that it reaches: each output "
        "gets one of them, so 1",
        lambda i, k, s: counted(i, k, s) * (k[0] * k[1]),
    ),
    (
        "the last row of pixels sends nothing: there are {image_shape[0]}",
        lambda i, k, s: _less(i, k, s, (1, 0), (0, 0)),
    ),
    (
        "the last column of pixels sends nothing: there are {image_shape[1]}",
        lambda i, k, s: _less(i, k, s, (0, 1), (0, 0)),
    ),
    (
        "the last row and column of pixels send nothing: range(height) goes through "
        "all",
        lambda i, k, s: _less(i, k, s, (1, 1), (0, 0)),
    ),
    (
        "the last row of the kernel is left out: it has {kernel_shape[0]}",
        lambda i, k, s: _less(i, k, s, (0, 0), (1, 0)),
    ),
    (
        "the last column of the kernel is left out: it has {kernel_shape[1]}",
        lambda i, k, s: _less(i, k, s, (0, 0), (0, 1)),
    ),
    (
        "the last row and column of the kernel are left out: it has {kernel_shape[0]} "
        "rows of {kernel_shape[1]}",
        lambda i, k, s: _less(i, k, s, (0, 0), (1, 1)),
    ),
    (
        "the first row of pixels sends nothing: rows are counted from 0",
        lambda i, k, s: (
            counted(i, k, s) - fitted(counted((1, i[1]), k, s), _shape(i, k, s))
        ),
    ),
    (
        "the first column of pixels sends nothing: columns are counted from 0",
        lambda i, k, s: (
            counted(i, k, s) - fitted(counted((i[0], 1), k, s), _shape(i, k, s))
        ),
    ),
    (
        "only the first pixel sends: is the return inside of the loop?",
        lambda i, k, s: fitted(np.ones(k, dtype=int), _shape(i, k, s)),
    ),
    (
        "only the last pixel sends: np.zeros stands before the loop, not in it",
        lambda i, k, s: (
            counted(i, k, s)
            - counted(i, k, s)
            + np.pad(np.ones(k, int), (((i[0] - 1) * s, 0), ((i[1] - 1) * s, 0)))
        ),
    ),
    (
        "all is one row and one column too far: pixel 0 starts at 0",
        lambda i, k, s: _moved(i, k, s, (1, 1)),
    ),
    (
        "each pixel starts a whole stride too far: pixel 0 starts at 0",
        lambda i, k, s: _moved(i, k, s, (s, s)),
    ),
    (
        "the start of a pixel's window is reached, and nothing else: the whole kernel "
        "is sent from there",
        lambda i, k, s: fitted(in_steps(i, (1, 1), (s, s)), _shape(i, k, s)),
    ),
    (
        "each count is one too large: the output starts from np.zeros",
        lambda i, k, s: counted(i, k, s) + 1,
    ),
    (
        "these are shares, the counts divided by the number of kernel values: the "
        "counts are asked for",
        lambda i, k, s: counted(i, k, s) / (k[0] * k[1]),
    ),
    (
        "each count is divided by the stride in both axes: nothing is to be mended "
        "here, only counted",
        lambda i, k, s: counted(i, k, s) / s**2,
    ),
)


def _weighted(i: Pair, k: Pair, s: int, start: int) -> np.ndarray:
    out = np.zeros(_shape(i, k, s), dtype=int)
    numbers = start + np.arange(k[0] * k[1]).reshape(k)
    for row, column in np.ndindex(*i):
        out[row * s : row * s + k[0], column * s : column * s + k[1]] += numbers
    return out
