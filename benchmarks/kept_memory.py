"""Times where the process keeps the memory that it frees, and uses it again.

As it comes, the C library gives much of it back, and gets it anew page by page at the
next call: that can take longer than the call itself, and whether it happens is a matter
of chance. Here it never does (glibc only), so these times are the arithmetic's and the
copies' alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from threadpoolctl import threadpool_limits

from .cases import CASES, DTYPES, Case
from .contenders import of_kept_memory
from .measure import THREADS, alternate, summary

KEEP = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000"}
ROUNDS = 7


def kept_memory_times() -> list[dict[str, dict[str, Any]]]:
    """Return the results by contender, for each case in each dtype."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.kept_memory"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | KEEP,
    )
    return json.loads(run.stdout)


def times(case: Case, dtype: str) -> dict[str, dict[str, Any]]:
    images, kernels = case.arrays(dtype)
    calls = {c.name: c.prepare(images, kernels) for c in of_kept_memory(case, dtype)}
    for call in calls.values():
        call()
    found = alternate(calls, dict.fromkeys(calls, ROUNDS))
    return {name: summary(found[name]) for name in calls}


def main() -> None:
    import torch

    torch.set_num_threads(THREADS)
    with threadpool_limits(THREADS), torch.inference_mode():
        found = [times(case, dtype) for case in CASES for dtype in DTYPES]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
