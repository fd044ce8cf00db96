"""Run all benchmarks: agreement, cases, sweeps; then targets, tables, results.json."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from . import report
from .agreement import disagreements
from .bounds import bounds, rates
from .cases import CASES, DTYPES, SWEEP_DTYPE, SWEEPS, Case, sweep_cases
from .choice import fit
from .contenders import Contender, chosen_t, of_case, of_kept_memory, of_sweep
from .implementations import implementations
from .kept_memory import kept_memory_times
from .machine import machine
from .measure import THREADS, measure
from .targets import pytorch_geometric_mean, targets

RESULTS = Path(__file__).with_name("results.json")
BUSY = 0.5  # processes that ran in the minute before


def main() -> int:
    """Return 1 if contenders disagree, else 0, whatever the targets."""
    import torch

    start = time.perf_counter()
    torch.set_num_threads(THREADS)
    with threadpool_limits(THREADS), torch.inference_mode():
        facts = machine()
        if facts["load"] and facts["load"] > BUSY:
            print(f"Others use this machine (load {facts['load']:.1f}): expect noise")
        say("Do all contenders agree?")
        found = [line for args in workloads() for line in disagreements(*args)]
        if found:
            print(*found, "Contenders disagree: nothing is timed or written.", sep="\n")
            return 1
        say("They do. Rates of this machine")
        results: dict[str, Any] = {
            "machine": facts,
            "rates": {dtype: rates(dtype) for dtype in DTYPES},
        }
        for dtype, found_rates in results["rates"].items():
            print(dtype, {name: round(rate, 1) for name, rate in found_rates.items()})
        results["cases"] = [
            time_case(case, dtype) for case in CASES for dtype in DTYPES
        ]
        say("\nOnce more, with freed memory kept")
        ways = implementations()
        for row, kept in zip(results["cases"], kept_memory_times()):
            row["kept_memory"] = kept
            row["implementations"] = ways[row["name"], row["dtype"]]
        say(f"\nSweeps, in {SWEEP_DTYPE}, after {time.perf_counter() - start:.0f} s")
        results["sweeps"] = {sweep: time_sweep(sweep) for sweep in SWEEPS}
    results["targets"] = targets(results["cases"])
    results["geometric_mean"] = pytorch_geometric_mean(results["targets"])
    results["fit"] = {dtype: fit(results["cases"], dtype) for dtype in DTYPES}
    print_tables(results)
    RESULTS.write_text(report.json_text(results), encoding="utf-8")
    print(
        f"\n{RESULTS.parent.name}/{RESULTS.name} written, after "
        f"{time.perf_counter() - start:.0f} s"
    )
    return 0


def workloads() -> Iterator[tuple[Case, str, list[Contender]]]:
    """List all that will be timed."""
    for case in CASES:
        for dtype in DTYPES:
            yield case, dtype, [*of_case(case), *of_kept_memory(case, dtype)]
    for sweep in SWEEPS:
        for _, case in sweep_cases(sweep):
            yield case, SWEEP_DTYPE, of_sweep(sweep)


def time_case(case: Case, dtype: str) -> dict[str, Any]:
    calls, counts = bounds(case, dtype)
    times, parts = measure(case, dtype, of_case(case), calls)
    say(report.times_table(f"{case.name}, {dtype}", times))
    return {
        "name": case.name,
        "images": case.images,
        "kernels": case.kernels,
        "dtype": dtype,
        "multiplications": case.multiplications,
        "out_bytes": _product(case.out) * (4 if dtype == "float32" else 8),
        "chosen_t": chosen_t(case, dtype),
        "times": times,
        **parts,
        **counts,
    }


def time_sweep(sweep: str) -> list[dict[str, Any]]:
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


def print_tables(results: dict[str, Any]) -> None:
    cases, found = results["cases"], results["targets"]
    print(report.pytorch_table(cases, found, results["geometric_mean"]))
    print(report.kept_memory_table(cases))
    print(report.scipy_table(found))
    print(report.choice_table(cases))
    print(report.fit_lines(results["fit"]))


def say(line: str) -> None:
    print(line, flush=True)  # at once, also into a file


def _product(shape: tuple[int, ...]) -> int:
    n, height, width, k = shape
    return n * height * width * k
