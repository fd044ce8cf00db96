"""Chapter 11: another index than that of the large image, and formulas without ends."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...indices import correlation_indices
from .chapter_11_parts import Mistakes
from .chapter_11_reached_places import Pair, counted, fitted, in_steps, larger


def _shape(i: Pair, k: Pair, s: int) -> Pair:
    return larger(i, k, (s, s))


def _by_index(shape: Pair, k: Pair, **knobs: int) -> np.ndarray:
    index = correlation_indices(shape, k, **knobs)
    times = np.bincount(index.ravel(), minlength=shape[0] * shape[1])
    return times.reshape(shape)


def _by_row_step(i: Pair, k: Pair, s: int, step: int) -> np.ndarray:
    """Count in a flat image whose rows are taken to be `step` long."""
    rows, columns = _shape(i, k, s)
    times = np.zeros(rows * columns, dtype=int)
    for row, column in np.ndindex(*i):
        for a, b in np.ndindex(*k):
            times[(row * s + a) * step + column * s + b] += 1
    return times.reshape(rows, columns)


def _stamped(shape: Pair, starts: list[Pair], k: Pair) -> np.ndarray:
    """Add a rectangle of ones at each start, and cut what leaves the output."""
    out = np.zeros(shape, dtype=int)
    for row, column in starts:
        out[row : row + k[0], column : column + k[1]] += 1
    return out


def _starts(rows: range, columns: range) -> list[Pair]:
    return [(row, column) for row in rows for column in columns]


def _by_values(shape: Pair, i: Pair, k: Pair, s: int) -> np.ndarray:
    """Add value by value, which raises where the output is too small."""
    out = np.zeros(shape, dtype=int)
    for row, column in np.ndindex(*i):
        for a, b in np.ndindex(*k):
            out[row * s + a, column * s + b] += 1
    return out


def _formula(
    i: Pair, k: Pair, s: int, counts: Callable[[int, int, int, int], bool]
) -> np.ndarray:
    """Count for each place along an axis the kernel values that a formula lets in."""
    lines = [
        np.array([sum(counts(x, a, n, s) for a in range(m)) for x in range(size)])
        for size, n, m in zip(_shape(i, k, s), i, k)
    ]
    return lines[0][:, None] * lines[1]


def _overlaps(i: Pair, k: Pair, s: int) -> np.ndarray:
    """Count up from the start, and stay at the number of the middle."""
    lines = [
        np.minimum(np.arange(size) // s + 1, -(-m // s))
        for size, m in zip(_shape(i, k, s), k)
    ]
    return lines[0][:, None] * lines[1]


INDEX: Mistakes = (
    (
        "these are the pixels' readers on the way forward: here each pixel sends to "
        "outputs, and the output is the larger one",
        lambda i, k, s: _by_index(i, k, stride=s),
    ),
    (
        "the index lacks the stride, and a stamp starts at each place of the output: "
        "stride={stride}",
        lambda i, k, s: _by_index(_shape(i, k, s), k),
    ),
    (
        "the index has the stride as a dilation: stamps lie apart, and have no gaps",
        lambda i, k, s: _by_index(_shape(i, k, s), k, dilation=s),
    ),
    (
        "a row is taken to be as long as the image's, {image_shape[1]}: the output's "
        "rows are longer",
        lambda i, k, s: _by_row_step(i, k, s, i[1]),
    ),
    (
        "a row is taken to be as long as the output is high: the step is its width",
        lambda i, k, s: _by_row_step(i, k, s, _shape(i, k, s)[0]),
    ),
    (
        "the stamps' height and width are exchanged, in an output of the right size",
        lambda i, k, s: _stamped(
            _shape(i, k, s),
            [(row * s, column * s) for row, column in np.ndindex(*i)],
            k[::-1],
        ),
    ),
    (
        "a stamp starts every {stride} places up to the output's end, so the far edges "
        "get as much as the middle: behind the last pixel there is none",
        lambda i, k, s: _stamped(
            _shape(i, k, s),
            _starts(*(range(0, size, s) for size in _shape(i, k, s))),
            k,
        ),
    ),
    (
        "the loops go over the pixels in steps of {stride}: all stamp, and pixel (row, "
        "column) at (row * stride, column * stride)",
        lambda i, k, s: _stamped(
            _shape(i, k, s), _starts(range(0, i[0], s), range(0, i[1], s)), k
        ),
    ),
    (
        "the loops go in steps of {stride}, and multiply, too: all pixels stamp",
        lambda i, k, s: _stamped(
            _shape(i, k, s),
            _starts(range(0, i[0] * s, s * s), range(0, i[1] * s, s * s)),
            k,
        ),
    ),
    (
        "the output's size is multiplied by the stride as a whole, (height + "
        "kernel_height - 1) * stride: it is (height - 1) * stride + kernel_height",
        lambda i, k, s: fitted(
            counted(i, k, s), (s * (i[0] + k[0] - 1), s * (i[1] + k[1] - 1))
        ),
    ),
    (
        "a stamp starts at row + stride, column + stride: they are multiplied",
        lambda i, k, s: _stamped(
            _shape(i, k, s),
            [(row + s, column + s) for row, column in np.ndindex(*i)],
            k,
        ),
    ),
    (
        "the output is as large as without a stride, and the last stamps are cut off: "
        "(height - 1) * stride + kernel_height rows",
        lambda i, k, s: fitted(counted(i, k, s), larger(i, k, (1, 1))),
    ),
    (
        "the output is as large as without a stride: it has (height - 1) * stride + "
        "kernel_height rows, and so the columns",
        lambda i, k, s: _by_values(larger(i, k, (1, 1)), i, k, s),
    ),
    (
        "the output is as large as height * stride, and the last stamps leave it: it "
        "has (height - 1) * stride + kernel_height rows",
        lambda i, k, s: _by_values((i[0] * s, i[1] * s), i, k, s),
    ),
    (
        "the output ends where the last stamp starts, and the stamps leave it: it has "
        "(height - 1) * stride + kernel_height rows",
        lambda i, k, s: _by_values(larger(i, (1, 1), (s, s)), i, k, s),
    ),
    (
        "a row and a column are cropped on each side, as by a padding of 1: here "
        "nothing is cropped",
        lambda i, k, s: counted(i, k, s)[1:-1, 1:-1],
    ),
    (
        "the correlation with the zeros between is `same`: `full` keeps its border",
        lambda i, k, s: _same(i, k, s),
    ),
    (
        "the stamps lie side by side: they start {stride} apart, and overlap",
        lambda i, k, s: np.ones((i[0] * k[0], i[1] * k[1]), dtype=int),
    ),
    (
        "the near edges get as much as the middle: before the first pixel is none",
        lambda i, k, s: _formula(
            i, k, s, lambda x, a, n, s: (x - a) % s == 0 and x - a <= (n - 1) * s
        ),
    ),
    (
        "the edges get as much as the middle: outside of the image there is no pixel",
        lambda i, k, s: _formula(i, k, s, lambda x, a, n, s: (x - a) % s == 0),
    ),
    (
        "every place between the starts of two pixels is counted, too: row - i has to "
        "be divided by the stride without a rest",
        lambda i, k, s: _formula(i, k, s, lambda x, a, n, s: 0 <= (x - a) // s < n),
    ),
    (
        "the counts grow from the start and stay as they are in the middle: at the "
        "other end they fall again",
        _overlaps,
    ),
    (
        "the stride is left out, and so the stamps lie one pixel apart, in an output "
        "as large as height * stride",
        lambda i, k, s: fitted(in_steps(i, k, (1, 1)), (i[0] * s, i[1] * s)),
    ),
)


def _same(i: Pair, k: Pair, s: int) -> np.ndarray:
    rows, columns = larger(i, (1, 1), (s, s))
    top, left = ((n - 1) // 2 for n in k)
    return counted(i, k, s)[top : top + rows, left : left + columns]
