"""Chapter 8: wrong shares on the way back of a pooling by the mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .._exercise import Program
from .chapter_8_parts import Shape, in_slices, laid

_QUARTER = "of a mean of four, each gets a quarter of the gradient"


def upon(
    gradient: np.ndarray, map_shape: Shape, weights: Sequence[float], rest: float = 0
) -> np.ndarray:
    """Give each of a window's four pixels its weight's part of the gradient."""
    return laid(np.kron(gradient, np.reshape(weights, (2, 2))), map_shape, rest)


def mean(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    """Give each of a window's four pixels a quarter, as is right."""
    return upon(gradient, map_shape, [0.25] * 4)


def _times(factor: float) -> Program:
    return lambda g, s: factor * mean(g, s)


def _only(*places: int, share: float) -> Program:
    weights = [share * (place in places) for place in range(4)]
    return lambda g, s: upon(g, s, weights)


def _overlapping(step: tuple[int, int], add: bool) -> Program:
    return lambda g, s: in_slices(g / 4, s, step, add=add)


def _of_windows(rows: slice, columns: slice) -> Program:
    return lambda g, s: upon(g[rows, columns], s, [0.25] * 4)


_ALL, _FIRST, _BUT_LAST = slice(None), slice(1), slice(-1)

SHARES = (
    (f"{_QUARTER}, not all of it", _times(4)),
    (f"{_QUARTER}, not a half: the window has 2 x 2 pixels", _times(2)),
    (f"{_QUARTER}; here it is divided by 4 twice", _times(1 / 4)),
    (f"{_QUARTER}: it is divided by 4, not multiplied", _times(16)),
    (f"{_QUARTER}: it is divided by 4, not by 8", _times(1 / 2)),
    (
        f"{_QUARTER}; it was divided by the number of windows, {{gradient.size}}",
        lambda g, s: 4 * mean(g, s) / g.size,
    ),
    (
        f"{_QUARTER}; it was divided by the number of pixels of the map",
        lambda g, s: 4 * mean(g, s) / (s[0] * s[1]),
    ),
    (
        f"{_QUARTER}; it was divided by the size of the whole index, of all windows",
        lambda g, s: mean(g, s) / g.size,
    ),
    (
        "// 4 rounds down to whole numbers: / 4 keeps the quarters",
        lambda g, s: 4 * mean(g // 4, s),
    ),
    (
        "the target holds ints, which cut the quarters off: np.zeros without a dtype "
        "holds floats",
        lambda g, s: np.trunc(mean(g, s)),
    ),
    (
        "the shares are taken away, so that each sign is turned: they are added",
        _times(-1),
    ),
    (
        "negative numbers of the gradient are cut off, as in ReLU: here they pass",
        lambda g, s: mean(np.maximum(g, 0), s),
    ),
    (
        "each window gets the mean of the whole gradient: each has a number of its own",
        lambda g, s: mean(np.full(g.shape, g.mean()), s),
    ),
    (
        "the gradient is left out: a quarter is to be multiplied by it",
        lambda g, s: mean(np.ones(g.shape), s),
    ),
    (
        "the map gets 1 where a window reads: it is to get a quarter of the gradient",
        lambda g, s: mean(np.full(g.shape, 4), s),
    ),
    (
        "a quarter, 0.25, is taken away: the gradient is to be divided by 4",
        lambda g, s: 4 * mean(g - 0.25, s),
    ),
    *(
        (
            f"all of the gradient goes to the {name} pixel of each window, as to a "
            "winner: of a mean, each gets a quarter",
            _only(place, share=1),
        )
        for place, name in enumerate(("first", "second", "third", "last"))
    ),
    (
        "only the first pixel of each window gets its quarter, and all four do: do "
        "slices end one too early?",
        _only(0, share=0.25),
    ),
    *(
        (
            f"only the {name} pixel of each window gets its quarter: all four do",
            _only(place, share=0.25),
        )
        for place, name in ((1, "second"), (2, "third"), (3, "last"))
    ),
    *(
        (
            f"only the {name} two pixels of each window get something, {said}: all "
            "four get a quarter",
            _only(*places, share=share),
        )
        for name, places in (
            ("upper", (0, 1)),
            ("lower", (2, 3)),
            ("left", (0, 2)),
            ("right", (1, 3)),
        )
        for said, share in (("a quarter", 0.25), ("a half", 0.5))
    ),
    (
        "only the diagonal of each window gets something: two loops, one for its rows "
        "and one for its columns",
        _only(0, 3, share=0.25),
    ),
    *(
        (f"{text}{how}", _overlapping(step, add))
        for text, step in (
            (
                "the windows overlap: each starts 2 rows and 2 columns after the last, "
                "not 1",
                (1, 1),
            ),
            ("the windows overlap across: the stride of the columns is 2, too", (2, 1)),
            ("the windows overlap down: the stride of the rows is 2, too", (1, 2)),
        )
        for how, add in (("", True), ("; and the last overwrites the others", False))
    ),
    (
        f"two slips: {_QUARTER}, not all of it; and the windows overlap, where the "
        "stride is 2",
        lambda g, s: in_slices(g, s, (1, 1)),
    ),
    (
        f"two slips: {_QUARTER}, not all of it; and the odd row and column, of zeros, "
        "are missing",
        lambda g, s: np.kron(g, np.ones((2, 2))),
    ),
    (
        f"two slips: {_QUARTER}, not a half; and the odd row and column, of zeros, are "
        "missing",
        lambda g, s: np.kron(g / 2, np.ones((2, 2))),
    ),
    (
        f"two slips: {_QUARTER}, not all of it; and the odd row and column get their "
        "neighbour's, not 0",
        lambda g, s: in_slices(g, s, size=3, add=False),
    ),
    (
        "the gradient is made flat column by column: the windows are listed row by row",
        lambda g, s: mean(g.T.reshape(g.shape), s),
    ),
    (
        "the gradient is read backwards: the first window gets the last number",
        lambda g, s: mean(g[::-1, ::-1], s),
    ),
    (
        "nothing arrives: were the shares added to a copy? flatten() makes one, "
        "reshape(-1) does not",
        lambda g, s: np.zeros(s),
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
        "where no window reads, it is NaN: the target must start as zeros, and "
        "np.empty holds anything",
        lambda g, s: upon(g, s, [0.25] * 4, rest=np.nan),
    ),
    (
        "the target starts at 1, and the shares are added to that: it starts at 0",
        lambda g, s: mean(g, s) + 1,
    ),
    (
        "where no window reads, it is 1: the target starts at 0",
        lambda g, s: upon(g, s, [0.25] * 4, rest=1),
    ),
)
