"""What is returned in the place of the cheapest t, where all costs are right."""

from __future__ import annotations

from functools import partial

import numpy as np

from .chapter_10_cheapest_costs import Known, cost_of, costs

# In these, n and k are the widths of output and kernel, m the number of kernels, and
# r the ratio.


def _best(n: int, k: int, m: int, r: float) -> int:
    return int(np.argmin(costs(n, k, m, r))) + 1


def _last_below(n: int, k: int, m: int, r: float) -> int:
    """Never lessen the least cost: the last t below the first cost is found."""
    below = [t for t, cost in enumerate(costs(n, k, m, r), 1) if cost < k * (r + m)]
    return below[-1] if below else 1


def _from_start(start: float, none: int, n: int, k: int, m: int, r: float) -> int:
    """Let the least cost start at some number, which may be too low."""
    best = _best(n, k, m, r)
    return best if cost_of(best, n, k, m, r) < start else none


FOUND: tuple[Known, ...] = (
    (
        "argmin counts from 0, and t from 1: this is one less than t",
        lambda n, k, m, r: _best(n, k, m, r) - 1,
    ),
    (
        "this is one more than t: a list that begins with t = 0 needs no + 1",
        lambda n, k, m, r: _best(n, k, m, r) + 1,
    ),
    (
        "this is one more than t: a list that begins with t = 0 needs no + 1",
        lambda n, k, m, r: np.argmin(cost_of(np.arange(n + 1), n, k, m, r)) + 1,
    ),
    (
        "this is the t after the cheapest: where the cost has risen, it is one back",
        lambda n, k, m, r: min(_best(n, k, m, r) + 1, n),
    ),
    (
        "nothing is returned where the cost never rises: return out_width after the "
        "loop",
        lambda n, k, m, r: _best(n, k, m, r) if _best(n, k, m, r) < n else None,
    ),
    (
        "the costs are listed from out_width down, and t is counted from 1 up",
        lambda n, k, m, r: n - _best(n, k, m, r) + 1,
    ),
    (
        "the costs are listed from out_width down, and t is counted from 0 up",
        lambda n, k, m, r: n - _best(n, k, m, r),
    ),
    (
        "this is the least cost, and not the t that has it: min(..., key=cost), or "
        "argmin",
        lambda n, k, m, r: costs(n, k, m, r).min(),
    ),
    (
        "the cost comes together with its t: t alone is asked for",
        lambda n, k, m, r: (_best(n, k, m, r), costs(n, k, m, r).min()),
    ),
    (
        "the cost comes together with its t: t alone is asked for",
        lambda n, k, m, r: (costs(n, k, m, r).min(), _best(n, k, m, r)),
    ),
    (
        "these are all costs: the t of the least is asked for, argmin + 1",
        lambda n, k, m, r: costs(n, k, m, r),
    ),
    (
        "this is True where the cost is least: the t that it marks is asked for",
        lambda n, k, m, r: costs(n, k, m, r) == costs(n, k, m, r).min(),
    ),
    (
        "t comes in a list or an array with an axis: take it out",
        lambda n, k, m, r: [_best(n, k, m, r)],
    ),
    (
        "these are all t, sorted by cost: the first of them is asked for",
        lambda n, k, m, r: np.argsort(costs(n, k, m, r)) + 1,
    ),
    (
        "this is the t that is second best: the first of those sorted is the cheapest",
        lambda n, k, m, r: ([*np.argsort(costs(n, k, m, r)), 0])[1] + 1,
    ),
    (
        "the least cost is never lessened in the loop: the last t below the first cost "
        "is found",
        _last_below,
    ),
    *(
        (
            "the least cost starts too low, so none is below it: start at math.inf",
            partial(_from_start, start, none),
        )
        for start, none in ((100, 0), (1000, 0), (100, 1))
    ),
    (
        "this is the number of strips in a row: the outputs in a strip are asked for",
        lambda n, k, m, r: -(-n // _best(n, k, m, r)),
    ),
    (
        "this is the number of strips in a row, without a last part: the outputs in a "
        "strip are asked for",
        lambda n, k, m, r: n // _best(n, k, m, r),
    ),
    (
        "this is the strip's width in pixels: its outputs are asked for",
        lambda n, k, m, r: _best(n, k, m, r) + k - 1,
    ),
    (
        "min takes the cost for a second thing to compare: min(..., key=cost)",
        lambda n, k, m, r: min(range(1, n + 1), lambda t: t),
    ),
    (
        "the cost of all t is called at once: key=cost, without brackets",
        lambda n, k, m, r: range(1, n + 1) + k,
    ),
)
