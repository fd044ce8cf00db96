"""Chapter 8: the way back of max pooling, where windows have ties."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_8_max_pool_index import INDEX
from .chapter_8_max_pool_pairs import TWO
from .chapter_8_max_pool_places import PLACES
from .chapter_8_max_pool_scans import SCANS
from .chapter_8_max_pool_winners import WINNERS


def max_pool_backward(function: Any) -> Result:
    """Judge the way back of a pooling that keeps the largest of each 2 x 2 window.

    Parameters
    ----------
    function : callable
        Called as `function(gradient, maps)`, with an array of shape (height // 2,
        width // 2) and the one map that was pooled, of shape (height, width); an odd
        last row or column was left out. It returns an array of shape (height, width):
        the gradient of each window where its largest number stands, and 0 elsewhere.
        If several are equally large, the first of them gets it, in reading order, as
        `np.argmax` finds it.

    Examples
    --------
    >>> def mine(gradient, maps):
    ...     large = np.kron(gradient, np.ones((2, 2)))
    ...     windows = maps.reshape(len(maps) // 2, 2, -1, 2).max(axis=(1, 3))
    ...     return large * (maps == np.kron(windows, np.ones((2, 2))))
    >>> result = max_pool_backward(mine)
    max_pool_backward: right on 1 case, then not.
      given     gradient = [[10, 20, 30],
                            [40, 50, 60]]
                maps = [[5, 5, 5, 5, 4, 11],
                        [5, 5, 5, 5, 22, 5],
                        [5, 5, 5, 5, 16, 23],
                        [5, 5, 5, 5, 10, 17]]
      first difference at row 0, column 1: expected 0, got 10
      likely    two slips: all equally large ones get it, and an odd map does not fit
      draw      checks.show("max_pool_backward", mine)
    """
    return judge(MAX_POOL_BACKWARD, function)


# Ties in all places, among negative numbers, too; the odd row and column are larger.
_TIES = (
    (1, 3, 0, -2, 2, 2, -1, -4, 7),
    (3, 0, 4, 4, 1, 2, -3, -1, 9),
    (-5, -2, 6, 5, -7, 8, 0, 0, 9),
    (-2, -6, 5, 4, -9, 3, 0, 0, 8),
    (9, 9, 9, 9, 9, 9, 9, 9, 9),
)


def _cases() -> list[Case]:
    dice = Dice(85)
    # The toy of the chapter, and the one with ties.
    toy = np.arange(24).reshape(4, 6) * 7 % 24
    blank = toy.copy()
    blank[:, :4] = 5
    cases: list[Case] = [
        (10 * np.arange(1, 7).reshape(2, 3), toy),
        (10 * np.arange(1, 7).reshape(2, 3), blank),
        (np.array([[1.5, -6, 2.25, 3], [-0.75, 4, 8.5, -1]]), np.array(_TIES)),
        (
            np.array([[3], [-5]]),
            np.array([[0.5, 0.75, 3], [0.25, 0.5, 1], [2, 1, 0], [1, 4, 0], [5, 5, 5]]),
        ),
        (np.array([[7.0]]), np.array([[-1, -2, 5], [-3, -1.5, 2], [4, 4, 4]])),
    ]
    shapes = [(4, 5), (6, 4), (4, 10), (11, 5), (6, 13), (8, 6), (12, 7), (6, 6)]
    shapes += [(3, 2), (2, 3), (2, 8), (9, 2), (2, 2)]
    for number, (height, width) in enumerate(shapes):
        gradient, maps = dice.pair(number, (height // 2, width // 2), (height, width))
        gradient[0, 0] = 3  # a gradient of nothing but zeros would prove nothing
        maps[:2, -2:] = maps[0, 0]
        cases.append((gradient, maps))
    cases += [
        (dice.large(2, 4), dice.large(5, 8)),
        (dice.quarters(3, 4), dice.bytes(6, 9)),
        (np.asfortranarray(dice.whole(3, 4)), np.asfortranarray(dice.whole(7, 8) // 5)),
        (dice.whole(2, 3), np.zeros((4, 7))),
    ]
    return cases


def _to_the_first(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    out = np.zeros(maps.shape)
    for row, column in np.ndindex(gradient.shape):
        places = [(2 * row + i, 2 * column + j) for i in range(2) for j in range(2)]
        first = max(places, key=lambda place: maps[place])
        out[first] = gradient[row, column]
    return out


def _by_loops(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    height, width = maps.shape
    out_height, out_width = gradient.shape
    out = np.zeros((height, width))
    for row in range(out_height):
        for column in range(out_width):
            window = maps[row * 2 : row * 2 + 2, column * 2 : column * 2 + 2]
            winner = window.argmax()
            place = row * 2 + winner // 2, column * 2 + winner % 2
            out[place] += gradient[row, column]
    return out


def _by_index(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    height, width = maps.shape
    out_height, out_width = gradient.shape
    rows = np.arange(2)
    columns = np.arange(2)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height) * 2
    across = np.arange(out_width) * 2
    offsets = (down[:, None] * width + across).ravel()
    winners = maps.ravel()[offsets[:, None] + window].argmax(axis=1)
    flat = np.zeros(height * width)
    np.add.at(flat, offsets + window[winners], gradient.ravel())
    return flat.reshape(height, width)


MAX_POOL_BACKWARD = CodeExercise(
    name="max_pool_backward",
    arguments=("gradient", "maps"),
    axes=("row", "column"),
    make_cases=_cases,
    reference=_to_the_first,
    ways=(_by_loops, _by_index),
    image=1,
    mistakes=(*WINNERS, *PLACES, *INDEX, *SCANS, *TWO),
)
