"""Chapter 7: gradients by a stride whose index has not a row for each growth."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from ...indices import correlation_indices
from .._cases import gather_sum
from .chapter_7_parts import Shape
from .chapter_7_strided_programs import Steps, back, first, same, second

Rows = Callable[[np.ndarray, np.ndarray], np.ndarray]

# How growths and gathered rows are joined: each stops with an error of its own.
_JOINS: tuple[Rows, ...] = (
    lambda growths, rows: growths @ rows,
    lambda growths, rows: rows.T @ growths,
    lambda growths, rows: (growths[:, None] * rows).sum(0),
    lambda growths, rows: (rows * growths[:, None]).sum(0),
    lambda growths, rows: (rows.T * growths).sum(1),
    lambda growths, rows: np.einsum("i,ij->j", growths, rows),
)
_STRIDES: tuple[tuple[str, Steps], ...] = (
    (
        "the stride's rows and columns are exchanged in the index, so it has not one "
        "row for each growth: it is (down, across), {stride}",
        back,
    ),
    (
        "the stride of the rows, {stride[0]}, stands for that of the columns in the "
        "index, so it has not one row for each growth",
        first,
    ),
    (
        "the stride of the columns, {stride[1]}, stands for that of the rows in the "
        "index, so it has not one row for each growth",
        second,
    ),
)


def _joined(
    join: Rows, steps: Steps, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    index = correlation_indices(i.shape, ks, stride=steps(s))
    return join(g.ravel(), i.ravel()[index]).reshape(ks)


def _apart(
    sizes: Steps, steps: Steps, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Put the growths apart by a stride, in zeros that are sized by one."""
    (height, width), (down, across) = sizes(s), steps(s)
    zeros = np.zeros(((g.shape[0] - 1) * height + 1, (g.shape[1] - 1) * width + 1))
    zeros[::down, ::across] = g
    return gather_sum(i, zeros)[: ks[0], : ks[1]]


INDEXED = (
    (
        "the stride's rows and columns are exchanged where the growths are put apart: "
        "[::stride[0], ::stride[1]]",
        partial(_apart, same, back),
    ),
    (
        "the stride's rows and columns are exchanged where the zeros are made: down "
        "they take (out_height - 1) * stride[0] + 1",
        partial(_apart, back, same),
    ),
    *(
        (text, partial(_joined, join, steps))
        for text, steps in _STRIDES
        for join in _JOINS
    ),
)
