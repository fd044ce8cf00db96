"""Chapter 7: gradients by a stride whose index has not a row for each growth."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from ...indices import correlation_indices
from .chapter_7_parts import Shape
from .chapter_7_strided_programs import Steps, back, first, second

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


INDEXED = tuple(
    (text, partial(_joined, join, steps)) for text, steps in _STRIDES for join in _JOINS
)
