"""Chapter 11: how many kernel values reach each output of a transposed layer."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_11_reached_index import INDEX
from .chapter_11_reached_mistakes import MISTAKES
from .chapter_11_reached_places import PLACES, Pair, counted


def times_reached(function: Any) -> Result:
    """Judge a function that counts what reaches each output of a transposed layer.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape, stride)`, with (height, width),
        (kernel_height, kernel_width), and one whole number, the stride along both axes;
        nothing is cropped. It returns an array of the output's shape, ((height - 1) *
        stride + kernel_height, (width - 1) * stride + kernel_width): how many kernel
        values reach each output.

    Examples
    --------
    >>> result = times_reached(lambda image_shape, kernel_shape, stride: ...)
    times_reached: not written yet? It returned ...
      It is called as my_function(image_shape, kernel_shape, stride).
    """
    return judge(TIMES_REACHED, function)


def _cases() -> list[Case]:
    dice = Dice(113)
    cases: list[Case] = [
        ((2, 3), (3, 4), 2),
        # Kernels that are smaller than the stride, along one axis: some get nothing.
        ((4, 3), (2, 5), 3),
        ((3, 4), (5, 2), 3),
    ]
    while len(cases) < 14:
        height, width, rows, columns = dice.numbers(4, 2, 7)
        cases.append(((height, width), (rows, columns), dice.number(2, 4)))
    return [
        *cases,
        ((6, 4), (5, 3), 2),
        ((4, 4), (3, 3), 2),
        ((3, 5), (4, 2), 1),
        ((3, 4), (2, 2), 3),
        ((4, 3), (1, 2), 2),
        ((3, 6), (4, 1), 3),
        ((2, 5), (1, 1), 2),
        ((1, 4), (3, 2), 2),
        ((5, 1), (2, 3), 2),
        ((1, 1), (2, 3), 4),
    ]


def _by_placements(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = (height - 1) * stride + kernel_height
    out_width = (width - 1) * stride + kernel_width
    out = np.zeros((out_height, out_width), dtype=int)
    for row in range(height):
        for column in range(width):
            down = row * stride
            across = column * stride
            out[down : down + kernel_height, across : across + kernel_width] += 1
    return out


def _by_values(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = (height - 1) * stride + kernel_height
    out_width = (width - 1) * stride + kernel_width
    out = np.zeros((out_height, out_width), dtype=int)
    for row in range(kernel_height):
        for column in range(kernel_width):
            down = np.arange(height) * stride + row
            across = np.arange(width) * stride + column
            out[down[:, None], across] += 1
    return out


def _by_index(image_shape: Pair, kernel_shape: Pair, stride: int) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    out_height = (height - 1) * stride + kernel_height
    out_width = (width - 1) * stride + kernel_width
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * out_width + columns).ravel()
    down = np.arange(height) * stride
    across = np.arange(width) * stride
    offsets = (down[:, None] * out_width + across).ravel()
    index = offsets[:, None] + window
    times = np.bincount(index.ravel(), minlength=out_height * out_width)
    return times.reshape(out_height, out_width)


TIMES_REACHED = CodeExercise(
    name="times_reached",
    arguments=("image_shape", "kernel_shape", "stride"),
    axes=("output row", "output column"),
    make_cases=_cases,
    reference=counted,
    ways=(_by_placements, _by_values, _by_index),
    mistakes=MISTAKES + PLACES + INDEX,
)
