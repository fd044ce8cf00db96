"""Chapter 8: the wrong winners, and wrong shares, on the way back of max pooling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._exercise import Program
from .chapter_8_parts import column, index_of, laid, scattered, windows_of


def won(windows: np.ndarray) -> Any:
    """Mark the winner in each window: the first of the largest."""
    return np.eye(4)[windows.argmax(axis=1)]


def _shared(weights: Callable[[np.ndarray], np.ndarray]) -> Program:
    """Give each number of a window the part of the gradient that a function says."""
    return lambda g, m: scattered(
        index_of(m.shape), weights(windows_of(m)) * column(g), m.shape
    )


def _whatever(place: int) -> Program:
    return _shared(lambda w: np.eye(4)[[place] * len(w)])


def _right(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    return scattered(
        index_of(maps.shape), won(windows_of(maps)) * column(gradient), maps.shape
    )


def _largest(windows: np.ndarray) -> Any:
    return (windows == windows.max(axis=1, keepdims=True)) * 1.0


def _last(windows: np.ndarray) -> Any:
    return won(windows[:, ::-1])[:, ::-1]


_BY_COLUMNS = [0, 2, 1, 3]


def _first_by_columns(windows: np.ndarray) -> Any:
    return won(windows[:, _BY_COLUMNS])[:, _BY_COLUMNS]


def _of_windows(rows: slice, columns: slice) -> Program:
    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        some = np.zeros(gradient.shape)
        some[rows, columns] = gradient[rows, columns]
        return _right(some, maps)

    return program


_ALL, _FIRST, _BUT_LAST = slice(None), slice(1), slice(-1)

WINNERS = (
    (
        "all that are equally large get the gradient: only the first of them does, as "
        "argmax finds it",
        _shared(_largest),
    ),
    (
        "those that are equally large share the gradient: the first of them gets all "
        "of it",
        _shared(lambda w: _largest(w) / _largest(w).sum(axis=1, keepdims=True)),
    ),
    (
        "of those that are equally large, the last gets the gradient: the first does "
        "(> in a loop, not >=)",
        _shared(_last),
    ),
    (
        "of those that are equally large, the first by columns gets it: the window is "
        "read row by row",
        _shared(_first_by_columns),
    ),
    (
        "a window of equal numbers gets nothing: the first of them gets the gradient",
        _shared(lambda w: won(w) * (np.ptp(w, axis=1, keepdims=True) > 0)),
    ),
    (
        "a window with a tie gets nothing: the first of the largest gets the gradient",
        _shared(lambda w: won(w) * (_largest(w).sum(axis=1, keepdims=True) == 1)),
    ),
    (
        "the smallest of each window gets the gradient: argmax, not argmin",
        _shared(lambda w: won(-w)),
    ),
    (
        "the sizes are compared without their signs: -9 is smaller than 8",
        _shared(lambda w: won(np.abs(w))),
    ),
    (
        "a window of nothing above zero gets nothing, as by ReLU, or a search from 0 "
        "on: its largest gets it",
        _shared(lambda w: won(w) * (w > 0)),
    ),
    (
        "what is below zero counts as 0, and the first of it wins: is the largest "
        "looked for from 0 on?",
        _shared(lambda w: won(np.maximum(w, 0))),
    ),
    (
        "where the largest is below zero, nothing passes, as in ReLU: pooling alone "
        "stops none",
        _shared(lambda w: won(w) * (w >= 0)),
    ),
    (
        "each of the four gets a quarter, as of a mean: all of it goes to the largest",
        _shared(lambda w: np.full(w.shape, 0.25)),
    ),
    (
        "each of the four gets all of the gradient: only the largest does",
        _shared(np.ones_like),
    ),
    (
        "the largest gets a quarter only: all of the gradient is its own",
        _shared(lambda w: won(w) / 4),
    ),
    *(
        (
            f"the {name} of each window gets the gradient, whatever it holds: the "
            "largest does",
            _whatever(place),
        )
        for place, name in enumerate(("first", "second", "third", "last"))
    ),
    (
        "the three that are not largest get the gradient: the mask is the wrong way "
        "round",
        _shared(lambda w: 1 - won(w)),
    ),
    (
        "all but the largest get the gradient: == max, not <",
        _shared(lambda w: 1 - _largest(w)),
    ),
    (
        "the largest numbers themselves stand there: put the gradient in their places",
        lambda g, m: _right(np.ones(g.shape), m) * m,
    ),
    (
        "two slips: the largest numbers themselves stand there, and in all places of a "
        "tie",
        lambda g, m: _shared(_largest)(np.ones(g.shape), m) * m,
    ),
    (
        "the gradient is multiplied by the number that won: it passes as it is",
        lambda g, m: _right(g, m) * m,
    ),
    (
        "these are the places alone, as 0 and 1: multiply them by the gradient",
        lambda g, m: _right(np.ones(g.shape), m),
    ),
    (
        "these are the places of all that are largest, as 0 and 1: the first of each "
        "window gets the gradient",
        lambda g, m: _shared(_largest)(np.ones(g.shape), m),
    ),
    (
        "the gradient is added to the map: it is added to zeros",
        lambda g, m: _right(g, m) + m,
    ),
    (
        "the target starts at 1: it starts at 0",
        lambda g, m: _right(g, m) + 1,
    ),
    (
        "where nothing won, it is NaN: np.zeros starts at 0, np.empty holds anything",
        lambda g, m: np.where(_right(np.ones(g.shape), m) > 0, _right(g, m), np.nan),
    ),
    (
        "the target has the maps' dtype, and where that is int, the gradient's "
        "decimals are cut off",
        lambda g, m: _right(g, m).astype(m.dtype),
    ),
    (
        "the gradient is taken away, so that each sign is turned",
        lambda g, m: -_right(g, m),
    ),
    (
        "the gradient is made flat column by column: the windows are listed row by row",
        lambda g, m: _right(g.T.reshape(g.shape), m),
    ),
    (
        "the gradient is read backwards: the first window gets the first number",
        lambda g, m: _right(g[::-1, ::-1], m),
    ),
    (
        "nothing arrives: was it added to a copy? flatten() makes one, reshape(-1) "
        "does not",
        lambda g, m: np.zeros(m.shape),
    ),
    (
        "only the first window gets something: is the return inside of the loop?",
        _of_windows(_FIRST, _FIRST),
    ),
    (
        "only the first row of windows gets something: is the return inside of the "
        "outer loop?",
        _of_windows(_FIRST, _ALL),
    ),
    (
        "the last row and column of windows get nothing: the loops end one too early",
        _of_windows(_BUT_LAST, _BUT_LAST),
    ),
    (
        "the last row of windows gets nothing: the loop ends one too early",
        _of_windows(_BUT_LAST, _ALL),
    ),
    (
        "the last column of windows gets nothing: the loop ends one too early",
        _of_windows(_ALL, _BUT_LAST),
    ),
    (
        "this is the way forward, the largest of each window: the gradient belongs in "
        "their places",
        lambda g, m: windows_of(m).max(axis=1).reshape(g.shape),
    ),
    (
        "nothing is spread: this is the gradient as it came, of the pooled map",
        lambda g, m: g,
    ),
    (
        "the gradient is only laid into the top left of the map: each number belongs "
        "to a window's largest",
        lambda g, m: laid(g, m.shape),
    ),
)
