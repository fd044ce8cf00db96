"""Chapter 10: the strip's width that makes an output cheapest."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_10_cheapest_costs import costs
from .chapter_10_cheapest_mistakes import MISTAKES


def cheapest_t(function: Any) -> Result:
    """Judge a function that finds the cheapest width of strip.

    An output costs (t + kernel_width - 1) * (ratio / t + n_kernels): each value of a
    strip is copied, which costs as much as `ratio` multiplications and is shared by the
    strip's t outputs, and it is multiplied once for each kernel.

    Parameters
    ----------
    function : callable
        Called as `function(out_width, kernel_width, n_kernels, ratio)`, with whole
        numbers; only `ratio` may be a fraction. It returns the t from 1 to out_width
        for which an output costs least.

    Examples
    --------
    >>> def by_rule(out_width, kernel_width, n_kernels, ratio):
    ...     return (ratio * (kernel_width - 1) / n_kernels) ** 0.5
    >>> result = cheapest_t(by_rule)
    cheapest_t: not yet.
      given     out_width = 12, kernel_width = 7, n_kernels = 3, ratio = 30
      expected  8
      got       7.74597
      likely    the rule lies between whole numbers: near it, compare the costs of \
whole numbers from 1 to out_width
      mind      it never reads `out_width`
    """
    return judge(CHEAPEST_T, function)


def _cases() -> list[Case]:
    # The first ones are chosen so that the known mistakes give different numbers in
    # them. In none do two t cost the same.
    return [
        (12, 7, 3, 30),
        (36, 10, 45, 68),
        (31, 10, 18, 76),
        (34, 26, 3, 136),
        (23, 1, 6, 46),
        (55, 17, 36, 58),
        (35, 8, 14, 50),
        (11, 29, 11, 124),
        (54, 22, 22, 3),
        (30, 20, 37, 11),
        (34, 27, 55, 21),
        (11, 27, 1, 181),
        (36, 26, 27, 13),
        (56, 4, 1, 153),
        (28, 10, 4, 97),
        (22, 20, 59, 65),
        (1, 5, 3, 30),
        (2, 6, 1, 25),
        (8, 5, 300, 30),
        (40, 30, 2, 0.5),
        (30, 12, 1, 0.75),
        (400, 40, 1, 2000),
    ]


def _cheapest(out_width: int, kernel_width: int, n_kernels: int, ratio: float) -> Any:
    return np.argmin(costs(out_width, kernel_width, n_kernels, ratio)) + 1


def _by_argmin(out_width: int, kernel_width: int, n_kernels: int, ratio: float) -> Any:
    t = np.arange(1, out_width + 1)
    total = (t + kernel_width - 1) * (ratio / t + n_kernels)
    return np.argmin(total) + 1


def _by_loop(out_width: int, kernel_width: int, n_kernels: int, ratio: float) -> int:
    best, least = 1, math.inf
    for t in range(1, out_width + 1):
        total = (t + kernel_width - 1) * (ratio / t + n_kernels)
        if least > total:
            best, least = t, total
    return best


CHEAPEST_T = CodeExercise(
    name="cheapest_t",
    arguments=("out_width", "kernel_width", "n_kernels", "ratio"),
    axes=(),
    make_cases=_cases,
    reference=_cheapest,
    ways=(_by_argmin, _by_loop),
    positions=True,
    mistakes=MISTAKES,
)
