"""Chapter 10: how many pixels of a row a strip spans."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_10_width_mistakes import MISTAKES


def strip_width(function: Any) -> Result:
    """Judge a function that tells how many pixels of a row a strip spans.

    Parameters
    ----------
    function : callable
        Called as `function(t, kernel_width, stride, dilation)`, with whole numbers. It
        returns how many pixels of a row there are from the first that `t` neighbouring
        outputs read to the last, both counted.

    Examples
    --------
    >>> def mine(t, kernel_width, stride, dilation):
    ...     return t + kernel_width - 1
    >>> result = strip_width(mine)
    strip_width: not yet.
      given     t = 5, kernel_width = 4, stride = 3, dilation = 2
      expected  19
      got       8
      likely    neither stride nor dilation is in it
      mind      it never reads `stride`
      mind      it never reads `dilation`
    """
    return judge(STRIP_WIDTH, function)


def _cases() -> list[Case]:
    cases: list[Case] = [
        (5, 4, 3, 2),
        (8, 5, 6, 4),
        (3, 5, 2, 7),
        (4, 2, 15, 3),
        (7, 3, 2, 5),
        (2, 9, 4, 6),
    ]
    dice = Dice(91)
    while len(cases) < 16:
        cases.append(tuple(dice.numbers(4, 2, 9)))
    cases += [
        (6, 3, 1, 1),
        (6, 3, 2, 1),
        (6, 3, 1, 2),
        (4, 4, 3, 3),
        (1, 4, 3, 2),
        (5, 1, 3, 2),
        (1, 1, 2, 3),
        (8, 1, 1, 1),
        (2, 6, 9, 1),
        (200, 5, 9, 7),
    ]
    return cases


def _width(t: int, kernel_width: int, stride: int, dilation: int) -> int:
    return (t - 1) * stride + (kernel_width - 1) * dilation + 1


def _by_steps(t: int, kernel_width: int, stride: int, dilation: int) -> int:
    start = (t - 1) * stride
    stop = start + (kernel_width - 1) * dilation
    return stop + 1


def _by_reads(t: int, kernel_width: int, stride: int, dilation: int) -> Any:
    across = np.arange(t) * stride
    columns = np.arange(kernel_width) * dilation
    pixels = across[:, None] + columns
    return pixels.max() - pixels.min() + 1


STRIP_WIDTH = CodeExercise(
    name="strip_width",
    arguments=("t", "kernel_width", "stride", "dilation"),
    axes=(),
    make_cases=_cases,
    reference=_width,
    ways=(_by_steps, _by_reads),
    positions=True,
    mistakes=MISTAKES,
)
