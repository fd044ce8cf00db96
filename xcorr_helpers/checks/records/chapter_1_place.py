"""Chapter 1: back from a position to row and column."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_1_place_mistakes import MISTAKES
from .chapter_1_place_others import OTHERS

Shape = tuple[int, int]


def row_and_column(function: Any) -> Result:
    """Judge a function that goes back from a position to row and column.

    Parameters
    ----------
    function : callable
        Called as `function(position, image_shape)`, with a position in the flat image
        and (height, width) of the image. It returns the pair (row, column).

    Examples
    --------
    >>> def mine(position, image_shape):
    ...     return divmod(position, image_shape[1])
    >>> result = row_and_column(mine)
    row_and_column: right on 25 cases, from image_shape 1 x 6 to 40 x 1000.
    """
    return judge(ROW_AND_COLUMN, function)


def _cases() -> list[Case]:
    dice = Dice(12)
    cases: list[Case] = [
        (31, (5, 9)),
        (44, (5, 9)),
        (16, (8, 3)),
        (12, (7, 4)),
    ]
    for _ in range(14):
        height, width, _, _ = dice.sizes()
        cases.append((dice.number(1, height * width - 1), (height, width)))
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        (0, (4, 7)),
        (20, (6, 6)),
        (4, (1, 6)),
        (5, (7, 1)),
        (8, (3, 4)),
        (523, (20, 30)),
        (39_723, (40, 1000)),
    ]


def _place(position: int, image_shape: Shape) -> np.ndarray:
    return np.array(divmod(position, image_shape[1]))


def _by_division(position: int, image_shape: Shape) -> tuple[int, int]:
    height, width = image_shape
    row = position // width
    column = position % width
    return row, column


def _by_product(position: int, image_shape: Shape) -> tuple[int, int]:
    height, width = image_shape
    row = position // width
    column = position - row * width
    return row, column


ROW_AND_COLUMN = CodeExercise(
    name="row_and_column",
    arguments=("position", "image_shape"),
    axes=("number",),
    make_cases=_cases,
    reference=_place,
    ways=(_by_division, _by_product),
    positions=True,
    array=False,
    image=1,
    mistakes=(*MISTAKES, *OTHERS),
)
