"""Chapter 7: gradients by a stride with two slips at once."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from .chapter_7_parts import Shape
from .chapter_7_strided_programs import Steps, back, by_width, first, indexed, second

_LEFT_OUT: tuple[tuple[str, Steps], ...] = (
    ("the stride is left out", lambda s: (1, 1)),
    ("the stride's rows and columns are exchanged", back),
    ("the stride of the rows stands for that of the columns", first),
    ("the stride of the columns stands for that of the rows", second),
    ("the stride counts in the rows only", lambda s: (s[0], 1)),
    ("the stride counts in the columns only", lambda s: (1, s[1])),
)
_AFTER: tuple[tuple[str, Any], ...] = (
    ("the kernel is turned", lambda made, g: made[::-1, ::-1]),
    ("it is divided by the number of placements", lambda made, g: made / g.size),
    ("the result is transposed", lambda made, g: made.T),
)


def _both(
    steps: Steps, change: Any, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> Any:
    return change(indexed(by_width, steps, g, i, ks, s), g)


PAIRS = (
    *(
        (f"two slips: {text}; and {other}", partial(_both, steps, change))
        for text, steps in _LEFT_OUT
        for other, change in _AFTER
    ),
)
