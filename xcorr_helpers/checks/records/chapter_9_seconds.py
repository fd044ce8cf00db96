"""Chapter 9: how long a method takes at least on a machine."""

from __future__ import annotations

from typing import Any

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_9_seconds_mistakes import MISTAKES


def least_seconds(function: Any) -> Result:
    """Judge a function that tells how long a method takes at least on a machine.

    Parameters
    ----------
    function : callable
        Called as `function(n_bytes, n_operations, bandwidth, peak)`, with what a method
        moves and computes, and with the bytes and the operations that the machine can
        do in a second: whole numbers. It returns the seconds that the method cannot do
        without, if the machine moves and computes at the same time.

    Examples
    --------
    >>> def of_bytes(n_bytes, n_operations, bandwidth, peak):
    ...     return n_bytes / bandwidth
    >>> result = least_seconds(of_bytes)
    least_seconds: right on 2 cases, then not.
      given     n_bytes = 28, n_operations = 348, bandwidth = 6, peak = 57
      expected  6.10526
      got       4.66667
      likely    only the bytes are in it: where they are few, the operations take longer
      mind      it never reads `n_operations`
      mind      it never reads `peak`
    """
    return judge(LEAST_SECONDS, function)


def _cases() -> list[Case]:
    # In the first ones, either side is the slower one, the larger count and the larger
    # rate, and what is added or averaged has large and small fractions.
    cases: list[Case] = [
        (4000, 12_000, 10, 60),
        (185, 13, 5, 33),
        (28, 348, 6, 57),
        (13, 473, 67, 37),
        (235, 167, 7, 21),
        (68, 92, 60, 16),
        (12, 655, 11, 5),
    ]
    dice = Dice(901)
    while len(cases) < 16:
        rates = dice.numbers(2, 3, 40)
        cases.append((*dice.numbers(2, 20, 900), *rates))
    cases += [
        (1, 35, 4, 7),
        (36, 1, 7, 5),
        (77, 77, 6, 6),
        (55, 44, 1, 8),
        (44, 55, 8, 1),
        (300, 300, 20, 11),
        (300, 700, 11, 20),
        (9000, 400_000, 30, 210),
    ]
    return cases


def _seconds(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> float:
    return max(n_bytes / bandwidth, n_operations / peak)


def _by_times(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> float:
    moving = n_bytes / bandwidth
    computing = n_operations / peak
    return max(moving, computing)


def _by_ridge(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> float:
    if n_operations * bandwidth > n_bytes * peak:
        return n_operations / peak
    return n_bytes / bandwidth


LEAST_SECONDS = CodeExercise(
    name="least_seconds",
    arguments=("n_bytes", "n_operations", "bandwidth", "peak"),
    axes=(),
    make_cases=_cases,
    reference=_seconds,
    ways=(_by_times, _by_ridge),
    mistakes=MISTAKES,
)
