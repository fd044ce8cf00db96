"""Which of its ways PyTorch takes for a case, as oneDNN says, which it calls."""

from __future__ import annotations

import os
import subprocess
import sys

from .cases import CASES, DTYPES, Case
from .contenders import PYTORCH

MARK = "benchmarks:"


def implementations() -> dict[tuple[str, str], dict[str, str]]:
    """Return oneDNN's names by case and dtype, and by contender; without it, none."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.implementations"],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"ONEDNN_VERBOSE": "1"},
    )
    found: dict[tuple[str, str], dict[str, str]] = {}
    for line in run.stdout.splitlines():
        if line.startswith(MARK):
            case, dtype, contender = line.removeprefix(MARK).split("|")
            ways = found.setdefault((case, dtype), {})
        elif ",exec,cpu,convolution," in line:
            ways[contender] = line.split(",exec,cpu,convolution,")[1].split(",")[0]
    return found


def call_each(case: Case, dtype: str) -> None:
    images, kernels = case.arrays(dtype)
    for contender in PYTORCH:
        print(f"{MARK}{case.name}|{dtype}|{contender.name}", flush=True)
        contender.prepare(images, kernels)()


if __name__ == "__main__":
    for case in CASES:
        for dtype in DTYPES:
            call_each(case, dtype)
