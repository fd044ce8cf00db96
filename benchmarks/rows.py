"""One row of results for each case in each dtype: what it is, and its times."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any

from . import report
from .agreement import disagreements, gradient_disagreements
from .backward import OF, gradient_calls
from .bounds import bounds
from .cases import CASES, DTYPES, GROUPS, SMALL, SWEEP_DTYPE, SWEEPS, Case, sweep_cases
from .contenders import (
    CORRELATE,
    PYTORCH,
    TENSORDOT,
    Contender,
    chosen_t,
    of_case,
    of_kept_memory,
    of_small,
    of_sweep,
)
from .measure import measure, take_turns
from .targets import Row
from .training import training_disagreements

RIVALS = [CORRELATE, *PYTORCH]
SHORT = [*RIVALS, TENSORDOT]  # against which each case has a target
BOTH = [(case, dtype) for case in CASES for dtype in DTYPES]
GROUPED = [(case, dtype) for case in GROUPS for dtype in DTYPES]
SMALL_ONES = [(case, dtype) for case in SMALL for dtype in DTYPES]


def workloads(everything: bool) -> Iterator[tuple[Case, str, list[Contender]]]:
    """List all correlations that will be timed."""
    for case, dtype in BOTH:
        kept = of_kept_memory(case, dtype)
        yield case, dtype, [*of_case(case), *kept] if everything else SHORT
    for case, dtype in GROUPED:
        yield case, dtype, RIVALS
    for case, dtype in SMALL_ONES:
        yield case, dtype, of_small(case)
    for sweep in SWEEPS if everything else ():
        for _, case in sweep_cases(sweep):
            yield case, SWEEP_DTYPE, of_sweep(sweep)


def all_disagreements(everything: bool) -> list[str]:
    """Name the contenders whose results are wrong."""
    found = [line for work in workloads(everything) for line in disagreements(*work)]
    found += [line for pair in BOTH for line in gradient_disagreements(*pair)]
    return found + training_disagreements()


def case_row(case: Case, dtype: str) -> Row:
    """Time all ways for a case, with what bounds ours, and memory."""
    calls, counts = bounds(case, dtype)
    times, parts = measure(case, dtype, of_case(case), calls)
    say(report.times_table(f"{case.name}, {dtype}", times))
    more = {
        "multiplications": case.multiplications,
        "out_bytes": prod(case.out) * (4 if dtype == "float32" else 8),
        "chosen_t": chosen_t(case, dtype),
    }
    return _row(case, dtype, times, **more) | parts | counts


def short_row(
    case: Case, dtype: str, contenders: list[Contender], repeat: bool = False
) -> Row:
    """Time some ways, and nothing beside."""
    images, kernels = case.arrays(dtype)
    calls = {c.name: c.prepare(images, kernels) for c in contenders}
    return _row(case, dtype, take_turns(calls, repeat))


def gradient_rows() -> list[Row]:
    return [
        _row(case, dtype, take_turns(gradient_calls(case, dtype, of)), of=of)
        for of in OF
        for case, dtype in BOTH
    ]


def group_rows() -> list[Row]:
    return [
        {**short_row(case, dtype, RIVALS), "groups": case.groups}
        for case, dtype in GROUPED
    ]


def small_rows() -> list[Row]:
    return [short_row(*pair, of_small(pair[0]), repeat=True) for pair in SMALL_ONES]


def sweep_points(sweep: str) -> list[dict[str, Any]]:
    points = []
    for value, case in sweep_cases(sweep):
        times, _ = measure(case, SWEEP_DTYPE, of_sweep(sweep), {})
        points.append({"value": value, "times": times})
        best = {
            name: f"{1e3 * found['median']:.3g}" if "median" in found else "-"
            for name, found in times.items()
        }
        say(f"{sweep} {value}, ms: " + ", ".join(f"{n} {t}" for n, t in best.items()))
    return points


def say(line: str) -> None:
    print(line, flush=True)  # at once, also into a file


def _row(case: Case, dtype: str, times: dict[str, Any], **more: Any) -> Row:
    names = {"name": case.name, "images": case.images, "kernels": case.kernels}
    return {**names, "dtype": dtype, **more, "times": times}
