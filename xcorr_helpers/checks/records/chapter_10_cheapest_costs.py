"""Costs that are wrong, where the cheapest strip is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

# In these, n and k are the widths of output and kernel, m the number of kernels, and
# r the ratio.
Program = Callable[[int, int, int, float], Any]
Known = tuple[str, Program]
Cost = Callable[[Any, int, int, int, float], Any]


def cost_of(t: Any, n: int, k: int, m: int, r: float) -> Any:
    """Tell what an output costs in strips of t."""
    return (t + k - 1) * (r / t + m)


def costs(n: int, k: int, m: int, r: float) -> np.ndarray:
    """List what an output costs in strips of 1, 2, ... outputs."""
    total: np.ndarray = cost_of(np.arange(1, n + 1), n, k, m, r)
    return total


def least(cost: Cost, n: int, k: int, m: int, r: float) -> int:
    """Find the t for which another cost is least; the first, where two are equal."""
    return min(range(1, n + 1), key=lambda t: cost(t, n, k, m, r))


_COSTS: tuple[tuple[str, Cost], ...] = (
    (
        "this is 1, always: nothing in its cost gets less with t, as ratio / t does; "
        "or min has no key=cost",
        lambda t, n, k, m, r: (t + k - 1) * (r + m),
    ),
    (
        "this is the widest strip, always: all its cost that knows t is divided by t, "
        "and n_kernels is to be added to ratio / t",
        lambda t, n, k, m, r: (t + k - 1) * r / t + m,
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide: t + kernel_width is one too many",
        lambda t, n, k, m, r: (t + k) * (r / t + m),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide: t + kernel_width - 2 is one too "
        "few",
        lambda t, n, k, m, r: (t + k - 2) * (r / t + m),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide: t + 2 is for kernels three wide",
        lambda t, n, k, m, r: (t + 2) * (r / t + m),
    ),
    (
        "ratio and kernel_width are the example's, 30 and 7, whatever is given",
        lambda t, n, k, m, r: (t + 6) * (30 / t + m),
    ),
    (
        "kernel_width is the example's, 7, whatever is given",
        lambda t, n, k, m, r: (t + 6) * (r / t + m),
    ),
    (
        "ratio is the example's, 30, whatever is given",
        lambda t, n, k, m, r: (t + k - 1) * (30 / t + m),
    ),
    (
        "n_kernels is the example's, 3, whatever is given",
        lambda t, n, k, m, r: (t + k - 1) * (r / t + 3),
    ),
    (
        "ratio is the chapter's 5.5, whatever is given",
        lambda t, n, k, m, r: (t + k - 1) * (5.5 / t + m),
    ),
    (
        "products are counted for one kernel only, or brackets are missing: t, too, is "
        "multiplied by n_kernels",
        lambda t, n, k, m, r: (t + k - 1) * (r / t + 1),
    ),
    (
        "kernels are counted once for each of t outputs: + n_kernels, without t",
        lambda t, n, k, m, r: (t + k - 1) * (r / t + m * t),
    ),
    (
        "ratio is divided by t alone: ratio / t + n_kernels, not ratio / (t + "
        "n_kernels)",
        lambda t, n, k, m, r: (t + k - 1) * (r / (t + m)),
    ),
    (
        "the two brackets are added: they are multiplied",
        lambda t, n, k, m, r: (t + k - 1) + (r / t + m),
    ),
    (
        "the copying is divided by t twice: it is shared once",
        lambda t, n, k, m, r: (t + k - 1) * (r / t**2 + m),
    ),
    (
        "ratio is squared: it is in it once",
        lambda t, n, k, m, r: (t + k - 1) * (r**2 / t + m),
    ),
    (
        "n_kernels is squared: it is in it once",
        lambda t, n, k, m, r: (t + k - 1) * (r / t + m**2),
    ),
    (
        "the copying is shared by t outputs: ratio / t, not ratio / (t + 1)",
        lambda t, n, k, m, r: (t + k - 1) * (r / (t + 1) + m),
    ),
    (
        "ratio / t is rounded up: leave it as it is",
        lambda t, n, k, m, r: (t + k - 1) * (-(-r // t) + m),
    ),
    (
        "brackets are missing: ratio / t, too, is multiplied by t + kernel_width - 1",
        lambda t, n, k, m, r: (t + k - 1) * m + r / t,
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, not t + kernel_width + 1",
        lambda t, n, k, m, r: (t + k + 1) * (r / t + m),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, not t and half a kernel",
        lambda t, n, k, m, r: (t + k // 2) * (r / t + m),
    ),
    (
        "a strip is t + kernel_width - 1 pixels wide, not t and a kernel on both sides",
        lambda t, n, k, m, r: (t + 2 * (k - 1)) * (r / t + m),
    ),
    (
        "// drops what is left over of ratio / t",
        lambda t, n, k, m, r: (t + k - 1) * (r // t + m),
    ),
    *(
        (
            "the costs are rounded, and of those that look alike the first is taken",
            lambda t, n, k, m, r, by=by: (t + k - 1) * (r / t + m) // by,
        )
        for by in (1, 10, 100)
    ),
    *(
        (
            "the costs are rounded, and of those that look alike the first is taken",
            lambda t, n, k, m, r, digits=digits: round(
                (t + k - 1) * (r / t + m), digits
            ),
        )
        for digits in (0, -1, -2)
    ),
    (
        "the costs are bytes, which go round at 256",
        lambda t, n, k, m, r: int((t + k - 1) * (r / t + m)) % 256,
    ),
    (
        "kernel_width and n_kernels are exchanged: a strip is as wide as t outputs and "
        "a kernel ask for",
        lambda t, n, k, m, r: (t + m - 1) * (r / t + k),
    ),
    (
        "n_kernels and ratio are exchanged: what t outputs share is the copying",
        lambda t, n, k, m, r: (t + k - 1) * (m / t + r),
    ),
    (
        "kernel_width and ratio are exchanged: what t outputs share is the copying",
        lambda t, n, k, m, r: (t + r - 1) * (k / t + m),
    ),
    (
        "kernel_width stands for n_kernels, too: each value meets n_kernels weights",
        lambda t, n, k, m, r: (t + k - 1) * (r / t + k),
    ),
    (
        "out_width stands for kernel_width: a strip is t + kernel_width - 1 pixels "
        "wide",
        lambda t, n, k, m, r: (t + n - 1) * (r / t + m),
    ),
    (
        "the cost is that of a row of whole strips: that of an output is asked for",
        lambda t, n, k, m, r: -(-n // t) * (t + k - 1) * (r + t * m),
    ),
    (
        "the cost is that of a row, with a part of a strip: that of an output is asked "
        "for, and each strip costs whole",
        lambda t, n, k, m, r: n // t * (t + k - 1) * (r + t * m),
    ),
    (
        "this is the chapter's cost, with beginnings and columns in fours: here it is "
        "(t + kernel_width - 1) * (ratio / t + n_kernels)",
        lambda t, n, k, m, r: (
            -(-n // t) * ((t + k - 1) * (-(-t * m // 4) * 4 + r) + 90)
        ),
    ),
)
COSTS: tuple[Known, ...] = tuple((text, partial(least, cost)) for text, cost in _COSTS)
DEAREST: tuple[Known, ...] = (
    (
        "this is the dearest t, not the cheapest: min or argmin",
        lambda n, k, m, r: np.argmax(costs(n, k, m, r)) + 1,
    ),
    (
        "this is the place of the dearest, counted from 0: argmin, and t is one more",
        lambda n, k, m, r: np.argmax(costs(n, k, m, r)),
    ),
    (
        "this is out_width, always: its cost only falls, or max is asked of one that "
        "only grows, or the last t is returned",
        lambda n, k, m, r: n,
    ),
    (
        "this is the dearest cost: the t that costs least is asked for",
        lambda n, k, m, r: costs(n, k, m, r).max(),
    ),
    (
        "this is the mean of all costs: the t that costs least is asked for",
        lambda n, k, m, r: costs(n, k, m, r).mean(),
    ),
    (
        "this is the cost of the widest strip: the t that costs least is asked for",
        lambda n, k, m, r: costs(n, k, m, r)[-1],
    ),
    (
        "this is the cost of the narrowest strip: the t that costs least is asked for",
        lambda n, k, m, r: costs(n, k, m, r)[0],
    ),
)
