"""What readers do wrong where the cheapest strip is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from .chapter_10_cheapest_costs import COSTS, DEAREST, Known, Program, cost_of
from .chapter_10_cheapest_found import FOUND

# In these, n and k are the widths of output and kernel, m the number of kernels, and
# r the ratio.


def _rule(n: int, k: int, m: int, r: float) -> float:
    return float(np.sqrt(r * (k - 1) / m))


_ROUNDED: tuple[tuple[str, Callable[[float], Any]], ...] = (
    ("is rounded to the nearest", round),
    ("is cut down to a whole number", lambda rule: int(np.floor(rule))),
    ("is rounded up", lambda rule: int(np.ceil(rule))),
    ("lies between whole numbers", float),
)
_WRONG_RULES: tuple[Known, ...] = (
    (
        "the rule has kernel_width, and not kernel_width - 1",
        lambda n, k, m, r: _rule(n, k + 1, m, r),
    ),
    (
        "the rule lacks its square root",
        lambda n, k, m, r: _rule(n, k, m, r) ** 2,
    ),
    (
        "the rule has n_kernels and ratio exchanged",
        lambda n, k, m, r: _rule(n, k, r, m),
    ),
    (
        "the rule lacks n_kernels",
        lambda n, k, m, r: _rule(n, k, 1, r),
    ),
    (
        "the rule is multiplied by n_kernels under its root, not divided",
        lambda n, k, m, r: float(np.sqrt(r * (k - 1) * m)),
    ),
    (
        "the rule has only the ratio under its root",
        lambda n, k, m, r: float(np.sqrt(r)) * (k - 1) / m,
    ),
)


# Kept in the row, these cannot be told from a wrong cost, or hardly.
_ALIKE = (
    ("the rule lacks n_kernels", "is rounded to the nearest"),
    ("the rule lacks its square root", "is cut down to a whole number"),
    *(
        ("the rule is multiplied by n_kernels under its root, not divided", how)
        for how, _ in _ROUNDED
    ),
)


def _of_rules() -> Iterator[Known]:
    """List what comes of the rule, where no costs are compared.

    Some come out alike, kept in the row or not.
    """
    for how, change in _ROUNDED:
        text = f"the rule {how}: near it, compare the costs of whole numbers from 1 to "
        yield f"{text}out_width", partial(_ruled, _rule, change)
        text = f"the rule {how}, and is kept from 1 to out_width: compare the costs of "
        yield f"{text}its two neighbours", partial(_kept, _rule, change)
        for said, rule in _WRONG_RULES:
            text = f"two slips: {said}; and no costs are compared"
            beyond = change in (round, float) and "exchanged" not in said
            out = ", nor is it kept from 1 to out_width" if beyond else ""
            yield text + out, partial(_ruled, rule, change)
            if (said, how) not in _ALIKE:
                yield text, partial(_kept, rule, change)


def _ruled(rule: Program, change: Callable[[float], Any], *case: Any) -> Any:
    return change(rule(*case))


def _kept(rule: Program, change: Callable[[float], Any], *case: Any) -> Any:
    return min(max(change(rule(*case)), 1), case[0])


def _among(low: Any, high: Any, n: int, k: int, m: int, r: float) -> int:
    """Compare the rule's two neighbours, kept within some limits."""
    rule = int(_rule(n, k, m, r))
    near = [max(min(t, high(n)), low) for t in (rule, rule + 1)]
    return _least_of(near, n, k, m, r)


def _least_of(tried: Any, n: int, k: int, m: int, r: float) -> int:
    """Find the cheapest of those that are tried."""
    return min(tried, key=lambda t: cost_of(t, n, k, m, r))


_TRIED: tuple[Known, ...] = (
    (
        "the widest strip, t = out_width, is never tried: range(1, out_width + 1)",
        lambda n, k, m, r: _least_of(range(1, n), n, k, m, r),
    ),
    (
        "the narrowest strip, t = 1, is never tried: range(1, out_width + 1)",
        lambda n, k, m, r: _least_of(range(2, n + 2), n, k, m, r),
    ),
    (
        "t = 0 is tried, and the cost divides by it: range(1, out_width + 1)",
        lambda n, k, m, r: _least_of(range(n), n, k, m, r),
    ),
    (
        "t = out_width + 1 is tried, too: a strip is no wider than a row of outputs",
        lambda n, k, m, r: _least_of(range(1, n + 2), n, k, m, r),
    ),
    (
        "every t up to the image's width is tried: out_width is that of the outputs",
        lambda n, k, m, r: _least_of(range(1, n + k), n, k, m, r),
    ),
    (
        "out_width is lessened by the kernel's: it is the outputs' width already",
        lambda n, k, m, r: _least_of(range(1, max(n - k + 1, 1) + 1), n, k, m, r),
    ),
    (
        "every t up to kernel_width is tried: they go to out_width",
        lambda n, k, m, r: _least_of(range(1, k + 1), n, k, m, r),
    ),
    (
        "every t up to n_kernels is tried: they go to out_width",
        lambda n, k, m, r: _least_of(range(1, m + 1), n, k, m, r),
    ),
    (
        "every t up to 26 is tried, the digits' width: they go to out_width",
        lambda n, k, m, r: _least_of(range(1, 27), n, k, m, r),
    ),
    (
        "every t up to the example's 12 is tried: they go to out_width",
        lambda n, k, m, r: _least_of(range(1, 13), n, k, m, r),
    ),
    (
        "t need not divide the width: the last strip may overlap the one before",
        lambda n, k, m, r: _least_of(
            [t for t in range(1, n + 1) if n % t == 0], n, k, m, r
        ),
    ),
    (
        "only powers of two are tried: every t from 1 to out_width counts",
        lambda n, k, m, r: _least_of(
            [2**e for e in range(12) if 2**e <= n], n, k, m, r
        ),
    ),
    (
        "only every other t is tried: every t from 1 to out_width counts",
        lambda n, k, m, r: _least_of(range(1, n + 1, 2), n, k, m, r),
    ),
    (
        "only both ends are tried, 1 and out_width: every t between them counts, too",
        lambda n, k, m, r: _least_of((1, n), n, k, m, r),
    ),
    (
        "nothing keeps t within the row, be it found by a search or near the rule: t "
        "is at most out_width",
        partial(_among, 1, lambda n: 10**6),
    ),
    (
        "the rule's neighbours are not kept above zero: t is at least 1",
        partial(_among, 0, lambda n: n),
    ),
    (
        "the rule's neighbours are compared, and not kept from 1 to out_width",
        partial(_among, 0, lambda n: 10**6),
    ),
    (
        "only t up to 100 are tried, or fewer: they go to out_width",
        lambda n, k, m, r: _least_of(range(1, min(n, 100) + 1), n, k, m, r),
    ),
)


def _of_two() -> Iterator[Known]:
    """List two slips at once, where they are likely."""
    for text, program in COSTS[2:]:
        yield f"two slips: {text}; and argmin counts from 0", partial(_less, program)


def _less(program: Program, *case: Any) -> Any:
    return program(*case) - 1


MISTAKES: tuple[Known, ...] = (
    *COSTS,
    *DEAREST,
    *_TRIED,
    *FOUND,
    *_of_rules(),
    *_of_two(),
)
