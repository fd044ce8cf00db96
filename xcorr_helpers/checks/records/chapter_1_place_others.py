"""Chapter 1: what else is made of a position, and no row and column."""

from __future__ import annotations

from typing import Any

import numpy as np

Shape = tuple[int, int]


def _walked(p: int, i: Shape) -> tuple[int, int]:
    """Take rows away while more than a whole one is left."""
    row = max(p - 1, 0) // i[1]
    return row, p - row * i[1]


OTHERS: tuple[tuple[str, Any], ...] = (
    (
        "the numbers in divmod are exchanged: the position is divided by the width",
        lambda p, i: divmod(i[1], p),
    ),
    (
        "np.ravel_multi_index goes the other way: np.unravel_index leads back",
        lambda p, i: np.ravel_multi_index(p, i),  # type: ignore[call-overload]
    ),
    (
        "the shape is divided by as a whole: divmod takes its second number, the width",
        lambda p, i: divmod(p, i),
    ),
    (
        "this is the way there, with a product: the way back is a division",
        lambda p, i: (p * i[1], p + i[1]),
    ),
    (
        "row and column are put into one number, 10 * row + column: return both",
        lambda p, i: 10 * (p // i[1]) + p % i[1],
    ),
    (
        "row and column are added up: return both",
        lambda p, i: p // i[1] + p % i[1],
    ),
    (
        "the position comes back: return row and column",
        lambda p, i: p,
    ),
    (
        "rows are taken away while more than the width is left: >=, as a whole row "
        "counts, too",
        _walked,
    ),
    (
        "the row is counted from below: row 0 is at the top",
        lambda p, i: (i[0] - 1 - p // i[1], p % i[1]),
    ),
    (
        "the column is counted from the right: column 0 is on the left",
        lambda p, i: (p // i[1], i[1] - 1 - p % i[1]),
    ),
    (
        "the column is negative, counted back from the row's end: take no width away",
        lambda p, i: (p // i[1], p % i[1] - i[1]),
    ),
    (
        "these are the places of all positions up to it: only its own is asked for",
        lambda p, i: np.unravel_index(np.arange(p + 1), i),
    ),
    (
        "the width is returned, too: row and column are asked for",
        lambda p, i: (p // i[1], p % i[1], i[1]),
    ),
    (
        "the position is returned, too: row and column are asked for",
        lambda p, i: (p // i[1], p % i[1], p),
    ),
    (
        "the column is cut off at the height: it is the rest by the width alone",
        lambda p, i: (p // i[1], p % i[1] % i[0]),
    ),
    (
        "the row is pixels, not rows: it is not multiplied by the width",
        lambda p, i: (p // i[1] * i[1], p % i[1]),
    ),
    (
        "the column is still a fraction of a row: % gives the rest in pixels",
        lambda p, i: (p // i[1], p / i[1] - p // i[1]),
    ),
    (
        "the position is counted from the end: positions are counted from the start",
        lambda p, i: divmod(i[0] * i[1] - 1 - p, i[1]),
    ),
    (
        "it is divided by the width twice: the row is the first quotient",
        lambda p, i: divmod(p // i[1], i[1]),
    ),
    (
        "the position is made a byte, which goes round at 256",
        lambda p, i: divmod(p % 256, i[1]),
    ),
    (
        "the position is made a number of 16 bits, which goes round at 32768",
        lambda p, i: divmod((p + 2**15) % 2**16 - 2**15, i[1]),
    ),
    (
        "row and column are lists of one number each: return the numbers themselves",
        lambda p, i: [[p // i[1]], [p % i[1]]],
    ),
    (
        "row and column are text: return the two numbers, without quotes",
        lambda p, i: str(divmod(p, i[1])),
    ),
    (
        "row and column are in a dict: return the two numbers, row, column",
        lambda p, i: {"row": p // i[1], "column": p % i[1]},
    ),
    (
        "row and column are in a set, which has no order: return row, column",
        lambda p, i: {*divmod(p, i[1])},
    ),
    (
        "two slips: row and column are exchanged, and they are counted from 1",
        lambda p, i: (p % i[1] + 1, p // i[1] + 1),
    ),
    (
        "two slips: both are found by the height, not the width, and counted from 1",
        lambda p, i: (p // i[0] + 1, p % i[0] + 1),
    ),
    (
        "two slips: the row is still found by the height, and / makes a fraction: "
        "// counts whole rows",
        lambda p, i: (p / i[0], p % i[1]),
    ),
    (
        "two slips: the row is rounded, where // cuts off, and row and column are "
        "exchanged",
        lambda p, i: (p % i[1], round(p / i[1])),
    ),
    (
        "two slips: / makes a fraction, where // counts whole rows, and row and column "
        "are exchanged",
        lambda p, i: (p % i[1], p / i[1]),
    ),
    (
        "two slips: the row is still found by the height, and both are counted from 1",
        lambda p, i: (p // i[0] + 1, p % i[1] + 1),
    ),
)
