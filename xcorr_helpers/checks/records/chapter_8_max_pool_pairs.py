"""Chapter 8: two slips at once on the way back of max pooling."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import Program
from .chapter_8_max_pool_scans import BY_COLUMNS, Weights, even_part, last_won, weighed
from .chapter_8_max_pool_winners import won


def _without_odd(weights: Weights) -> Program:
    return lambda g, m: weighed(weights)(g, even_part(g, m))


def _all(windows: np.ndarray) -> Any:
    return (windows == windows.max(axis=1, keepdims=True)) * 1.0


def _whole(weights: Weights) -> Program:
    """Put the shares into a target of the map's dtype."""
    return lambda g, m: weighed(weights)(g, m).astype(m.dtype)


def _shared(windows: np.ndarray) -> Any:
    return _all(windows) / _all(windows).sum(axis=1, keepdims=True)


def _turned(weights: Weights) -> Program:
    """Exchange row and column of the winner in its window."""
    return weighed(lambda w: weights(w)[:, BY_COLUMNS])


_INTS = "the target has the maps' dtype, which may hold no decimals"
_ODD = "the odd row and column are missing, where they are 0"
_EXCHANGED = "row and column of the winner in its window are exchanged"

TWO: tuple[tuple[str, Program], ...] = (
    *(
        (f"two slips: {text}; and {_ODD}", _without_odd(weights))
        for text, weights in (
            ("all that are equally large get the gradient, not the first", _all),
            (
                "the last of the equally large gets it, not the first",
                last_won,
            ),
            ("those that are equally large share it: the first gets all", _shared),
            ("the smallest gets the gradient: argmax, not argmin", lambda w: won(-w)),
            ("each of the four gets the gradient, not the largest", np.ones_like),
        )
    ),
    *(
        (f"two slips: {text}; and {_INTS}", _whole(weights))
        for text, weights in (
            ("all that are equally large get the gradient, not the first", _all),
            (
                "the last of the equally large gets it, not the first",
                last_won,
            ),
            ("those that are equally large share it: the first gets all", _shared),
        )
    ),
    *(
        (f"two slips: {text}; and {_EXCHANGED}", _turned(weights))
        for text, weights in (
            (
                "the last of the equally large gets it, not the first",
                last_won,
            ),
            ("the smallest gets the gradient: argmax, not argmin", lambda w: won(-w)),
        )
    ),
    (
        f"two slips: {_EXCHANGED}; and {_ODD}",
        _without_odd(lambda w: won(w)[:, BY_COLUMNS]),
    ),
)
