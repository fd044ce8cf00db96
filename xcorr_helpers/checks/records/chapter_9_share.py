"""Chapter 9: one number for how two methods compare."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_9_share_mistakes import MISTAKES


def mean_share(function: Any) -> Result:
    """Judge a function that says in one number how two methods compare.

    Parameters
    ----------
    function : callable
        Called as `function(ours, theirs)`, with two arrays of one length: the times of
        two methods, task by task. It returns the geometric mean, over the tasks, of our
        share of their time: the n-th root of the product of n shares.

    Examples
    --------
    >>> result = mean_share(lambda ours, theirs: ours.sum() / theirs.sum())
    mean_share: not yet.
      given     ours = [6, 10, 3, 1]
                theirs = [3, 20, 6, 8]
      expected  0.5
      got       0.540541
      likely    this compares the sums of the times, or their means: the longest task \
decides then
    """
    return judge(MEAN_SHARE, function)


def _cases() -> list[Case]:
    # The first ones have unequal lengths, none of them 2 for a square root.
    pairs: list[tuple[list[int], list[int]]] = [
        ([6, 10, 3, 1], [3, 20, 6, 8]),
        ([8, 30, 2, 12, 40], [9, 6, 8, 11, 8]),
        ([11, 5, 7], [10, 7, 26]),
        ([13, 30, 9, 31, 8, 17], [5, 21, 14, 4, 3, 38]),
        ([4, 33, 25, 6], [27, 12, 7, 5]),
    ]
    dice = Dice(903)
    for length in (2, 3, 5, 6, 7, 8, 9, 3, 12):
        ours, theirs = ([dice.number(1, 40) for _ in range(length)] for _ in range(2))
        pairs.append((ours, theirs))
    cases: list[Case] = []
    for number, (ours, theirs) in enumerate(pairs):
        # Whole numbers, or quarters.
        cases.append(
            tuple(
                np.array(times) / 4 if number % 3 == n else np.array(times)
                for n, times in enumerate((ours, theirs), 1)
            )
        )
    large = [[dice.number(1000, 9000) for _ in range(4)] for _ in range(2)]
    return [
        *cases,
        (np.array(large[0]), np.array(large[1])),
        (np.array([0.003, 0.041, 0.0275]), np.array([0.0065, 0.013, 0.02])),
        (np.array([3.0, 8.0]), np.array([6.0, 4.0])),
        (np.array([1, 2]), np.array([2, 1])),
        (np.array([9, 1]), np.array([9, 9])),
        (np.array([5, 5, 5]), np.array([5, 5, 5])),
        (np.array([7]), np.array([2])),
        (np.array([1]), np.array([4])),
    ]


def _mean(ours: np.ndarray, theirs: np.ndarray) -> Any:
    return np.prod(ours / theirs) ** (1 / len(ours))


def _by_product(ours: np.ndarray, theirs: np.ndarray) -> Any:
    shares = ours / theirs
    total = np.prod(shares)
    return total ** (1 / len(shares))


def _by_logarithms(ours: np.ndarray, theirs: np.ndarray) -> Any:
    shares = np.log(ours) - np.log(theirs)
    return np.exp(shares.mean())


def _by_loop(ours: np.ndarray, theirs: np.ndarray) -> Any:
    total = 1.0
    for our_time, their_time in zip(ours, theirs):
        total = total * (our_time / their_time)
    return total ** (1 / len(ours))


MEAN_SHARE = CodeExercise(
    name="mean_share",
    arguments=("ours", "theirs"),
    axes=(),
    make_cases=_cases,
    reference=_mean,
    ways=(_by_product, _by_logarithms, _by_loop),
    mistakes=MISTAKES,
)
