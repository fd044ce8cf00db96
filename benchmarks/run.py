"""Run the benchmarks: agreement, times, tables; all of them also write results."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from . import report, rows
from .bounds import rates
from .cases import DTYPES, SWEEP_DTYPE, SWEEPS
from .implementations import implementations
from .kept_memory import kept_memory_times
from .machine import machine
from .measure import THREADS
from .rows import say
from .targets import pytorch_means, targets
from .training import training_times

RESULTS = Path(__file__).with_name("results.json")
RESULTS_AVX2 = RESULTS.with_name("results_avx2.json")
BUSY = 0.5  # processes that ran in the minute before


def main(everything: bool = False, avx2: bool = False) -> int:
    """Return 1 if contenders disagree, else 0, whatever the targets."""
    import torch

    start = time.perf_counter()
    torch.set_num_threads(THREADS)
    with threadpool_limits(THREADS), torch.inference_mode():
        facts = machine(avx2)
        if facts["load"] and facts["load"] > BUSY:
            say(f"Others use this machine (load {facts['load']:.1f}): expect noise")
        say("Do all contenders agree?")
        if found := rows.all_disagreements(everything):
            print(*found, "Contenders disagree: nothing is timed or written.", sep="\n")
            return 1
        say(f"They do. Times, after {time.perf_counter() - start:.0f} s")
        results = {"machine": facts} | (of_all() if everything else of_targets())
    print(report.tables(results))
    if everything:
        path = RESULTS_AVX2 if avx2 else RESULTS
        path.write_text(report.json_text(results), encoding="utf-8")
        print(f"\n{path.parent.name}/{path.name} written")
    print(f"\nAfter {time.perf_counter() - start:.0f} s")
    return 0


def of_targets() -> dict[str, Any]:
    """Measure what has a target, and no more."""
    return _with_targets([rows.short_row(*pair, rows.SHORT) for pair in rows.BOTH])


def of_all() -> dict[str, Any]:
    results: dict[str, Any] = {"rates": {dtype: rates(dtype) for dtype in DTYPES}}
    for dtype, found in results["rates"].items():
        say(f"{dtype}: { ({name: round(rate, 1) for name, rate in found.items()}) }")
    cases = [rows.case_row(*pair) for pair in rows.BOTH]
    say("\nOnce more, with freed memory kept")
    ways = implementations()
    for row, kept in zip(cases, kept_memory_times()):
        row["kept_memory"] = kept
        row["implementations"] = ways[row["name"], row["dtype"]]
    results |= _with_targets(cases)
    say(f"Sweeps, in {SWEEP_DTYPE}")
    results["sweeps"] = {sweep: rows.sweep_points(sweep) for sweep in SWEEPS}
    return results


def _with_targets(cases: list[rows.Row]) -> dict[str, Any]:
    """Add what is measured in both kinds of run, and the verdicts on the cases."""
    say("Small calls, groups, gradients, training")
    return {
        "cases": cases,
        "small": rows.small_rows(),
        "groups": rows.group_rows(),
        "gradients": rows.gradient_rows(),
        "training": training_times(),
        "targets": targets(cases),
        "geometric_mean": pytorch_means(cases),
    }
