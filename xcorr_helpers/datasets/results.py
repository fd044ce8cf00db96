"""The benchmark results that are stored with the course."""

from __future__ import annotations

import json
from typing import Any, Literal

from .sample import bundled

__all__ = ["benchmark_results"]

# What the names of a run's files end in, and what writes them.
RUNS = {"stored": ("", "make bench-all"), "avx2": ("_avx2", "make bench-all AVX2=1")}


def benchmark_results(run: Literal["stored", "avx2"] = "stored") -> dict[str, Any]:
    """Read the stored results of `make bench-all`, one quiet run on one machine.

    Parameters
    ----------
    run : "stored" or "avx2"
        "avx2" is a second run on the same machine, in which BLAS, NumPy and PyTorch
        were held to AVX2, the instructions of older and smaller processors.

    Returns
    -------
    dict
        "machine", "rates", "cases", "sweeps", "gradients", "groups", "small",
        "training", "targets" and "geometric_mean", as `benchmarks/README.md` describes
        them; times in seconds, memory in bytes.

    Raises
    ------
    ValueError
        If there is no such run.
    FileNotFoundError
        If the file is missing: install the package again or, in a clone of the course,
        run `make bench-all`, for "avx2" with `AVX2=1`.

    Examples
    --------
    >>> for case in benchmark_results()["cases"][:2]:
    ...     print(case["images"], case["kernels"], case["dtype"])
    [2000, 28, 28, 1] [2, 3, 3, 1] float32
    [2000, 28, 28, 1] [2, 3, 3, 1] float64
    >>> print(benchmark_results("avx2")["machine"]["instructions"])
    held to AVX2
    """
    if not isinstance(run, str) or run not in RUNS:
        raise ValueError(f'run must be "stored" or "avx2", not {run!r}')
    name, command = RUNS[run]
    # In a clone it is where the run writes it.
    path = bundled(f"benchmark_results{name}.json", f"benchmarks/results{name}.json")
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} is missing: install xcorr_helpers again or, in a clone of the "
            f"course, run `{command}`"
        )
    results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return results
