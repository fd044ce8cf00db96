"""The judges of chapter 8: pooling, and the way back."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["mean_pool_backward", "relu_backward", "shape_of_pooled"]

Shape = tuple[int, int]


def shape_of_pooled(answer: Any) -> None:
    """Judge the shape of what `max_pool` makes of maps of shape (6, 7, 11, 4).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_pooled((6, 4, 6, 4))
    shape_of_pooled: not (6, 4, 6, 4). A window that sticks out of the map is left out.
    """
    hints = {
        (6, 4, 6, 4): "A window that sticks out of the map is left out.",
        (
            6,
            6,
            10,
            4,
        ): "That is a stride of 1; each window starts where the last one ends.",
        (6, 5, 3, 4): "Rows and columns are swapped.",
        (6, 3, 5, 2): "Each map is pooled by itself: as many come out as went in.",
        (3, 3, 5, 4): "Each image is pooled by itself: as many come out as went in.",
        (6, 15, 4): "That is one axis for the windows, before it is folded into two.",
    }
    axes = ("image", "pooled row", "pooled column", "kernel")
    predicted("shape_of_pooled", answer, (6, 3, 5, 4), hints, axes)


def mean_pool_backward(function: Any) -> None:
    """Judge the way back of a pooling that keeps the mean of each 2 x 2 window.

    Parameters
    ----------
    function : callable
        Called as `function(gradient, map_shape)`, with an array of shape (height // 2,
        width // 2) and (height, width) of the one map that was pooled. It returns an
        array of shape (height, width).

    Examples
    --------
    >>> mean_pool_backward(lambda gradient, map_shape: gradient / 4)
    mean_pool_backward: not yet.
      given     gradient of shape (2, 3), map_shape = (4, 7)
      expected  shape (4, 7): row, column
      got       shape (2, 3)
                axis 0, row: 2 came, 4 expected
                axis 1, column: 3 came, 7 expected
      mind      it never reads `map_shape`
    """
    judge(function, _mean_pool_backward())


@cache
def _mean_pool_backward() -> Task:
    dice = Dice(82)
    shapes = [(4, 7), (6, 4), (5, 9), (7, 4), (4, 10), (8, 6), (11, 5), (6, 13)]
    shapes += [(2, 3), (3, 2), (2, 8), (9, 2), (6, 6), (3, 3), (12, 7), (2, 2)]
    cases: list[Case] = []
    for number, (height, width) in enumerate(shapes):
        values = dice.quarters if number % 2 else dice.whole
        gradient = values(height // 2, width // 2)
        gradient[0, 0] = 3  # a gradient of nothing but zeros would prove nothing
        cases.append((gradient, (height, width)))
    return Task(
        "mean_pool_backward",
        ("gradient", "map_shape"),
        ("row", "column"),
        cases,
        _spread,
        (_not_divided, _one_place, _spread_swapped, _decimals_lost),
        image=1,
    )


def _spread(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape)
    for row, column in np.ndindex(gradient.shape):
        out[2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = (
            gradient[row, column] / 4
        )
    return out


def _not_divided(gradient: np.ndarray, map_shape: Shape) -> Variants:
    text = "of a mean of four, each gets a quarter of the gradient"
    yield f"{text}, not all of it", 4 * _spread(gradient, map_shape)
    yield f"{text}, not a half", 2 * _spread(gradient, map_shape)
    windows = gradient.size
    yield (
        f"{text}; it was divided by the number of windows, {windows}",
        (4 * _spread(gradient, map_shape) / windows),
    )


def _one_place(gradient: np.ndarray, map_shape: Shape) -> Variants:
    text = "only one place of each window gets something; a mean is made of all four"
    spread = _spread(gradient, map_shape)
    rows, columns = (np.arange(size) for size in map_shape)
    for i, j in np.ndindex(2, 2):
        there = (rows[:, None] % 2 == i) & (columns % 2 == j)
        yield text, spread * there
        yield text, 4 * spread * there


def _spread_swapped(gradient: np.ndarray, map_shape: Shape) -> Variants:
    text = "rows and columns are swapped"
    right = _spread(gradient, map_shape)
    yield f"{text}: shape {right.T.shape}, transposed", right.T
    turned = map_shape[::-1]
    by_columns = gradient.ravel().reshape(gradient.shape[::-1])
    for share in (1, 4):
        spread = share * _spread(by_columns, turned)
        yield f"{text} in the index", spread.reshape(map_shape)
        yield (
            f"{text} in the gradient",
            share * _spread(gradient.T.ravel().reshape(gradient.shape), map_shape),
        )
        yield f"{text} in the result's shape", (share * right).reshape(turned)


def _decimals_lost(gradient: np.ndarray, map_shape: Shape) -> Variants:
    text = "the decimals are lost: an array of ints cannot hold them"
    yield text, np.trunc(_spread(gradient, map_shape))
    yield text, np.floor(_spread(gradient, map_shape))


def relu_backward(function: Any) -> None:
    """Judge the way back through ReLU.

    Parameters
    ----------
    function : callable
        Called as `function(gradient, maps)`, with two arrays of one shape: the gradient
        of what came out of ReLU, and what went into it. It returns an array of that
        shape: the gradient where the map is above zero, and 0 elsewhere.

    Examples
    --------
    >>> relu_backward(lambda gradient, maps: gradient * (maps > 0))
    relu_backward: right on 16 cases, from maps 1 x 6 to 12 x 10.
    """
    judge(function, _relu_backward())


@cache
def _relu_backward() -> Task:
    dice = Dice(83)
    cases: list[Case] = []
    for number in range(14):
        height, width, _, _ = dice.sizes()
        cases.append(dice.pair(number, (height, width), (height, width)))
    cases += [
        (dice.quarters(1, 6), dice.quarters(1, 6)),
        (dice.whole(7, 1), dice.whole(7, 1)),
    ]
    for gradient, maps in cases:  # what tells the mistakes apart is in every case
        gradient.ravel()[:4], maps.ravel()[:4] = (5, -6, 7, 2), (-3, 4, 0, 8)
    return Task(
        "relu_backward",
        ("gradient", "maps"),
        ("row", "column"),
        cases,
        _passed,
        (_by_gradient, _at_zero, _not_stopped, _forward),
        image=1,
    )


def _passed(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    out = np.zeros(gradient.shape)
    for place in np.ndindex(gradient.shape):
        if maps[place] > 0:
            out[place] = gradient[place]
    return out


def _by_gradient(gradient: np.ndarray, maps: np.ndarray) -> Variants:
    text = "look at the sign of the maps, not of the gradient"
    yield text, gradient * (gradient > 0)
    yield f"{text}, too", gradient * ((gradient > 0) & (maps > 0))


def _at_zero(gradient: np.ndarray, maps: np.ndarray) -> Variants:
    yield "where the map is 0, ReLU is flat: nothing passes", gradient * (maps >= 0)


def _not_stopped(gradient: np.ndarray, maps: np.ndarray) -> Variants:
    yield "where the map is below zero, nothing passes", gradient * 1.0
    yield "the wrong half is stopped", gradient * (maps < 0)
    yield "the wrong half is stopped", gradient * (maps <= 0)


def _forward(gradient: np.ndarray, maps: np.ndarray) -> Variants:
    yield "this is the way forward: ReLU of the maps", np.maximum(maps, 0)
    text = "this only says where something passes: multiply it by the gradient"
    yield text, (maps > 0) * 1.0
    text = "the slope of ReLU is 1 where it passes: do not multiply by the map"
    yield text, gradient * np.maximum(maps, 0)
