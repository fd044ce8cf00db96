"""Fuzz every reader, print how many inputs came out how, and fail if one broke a rule.

    python -m fuzz [SHARE]

SHARE is the part of all inputs to make do with, 1 unless told.

The rules: a file is read rightly (see `readers`) or refused with a DatasetError; no
other exception, no crash, no more than 20 s; never more memory than twice the largest
payload and 64 MB. An input that breaks one is kept in _build/fuzz, and the exit code
is 1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "_build" / "fuzz"
N_INPUTS = {  # different ones, the longest first
    "CIFAR-10 batch": 600_000,
    "IDX images": 200_000,
    "IDX labels": 100_000,
    "IDX images, gzipped": 200_000,
}
ROW = "{:22}{:>12}{:>12}{:>12}{:>12}{:>14}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("share", nargs="?", type=float, default=1.0)
    share = parser.parse_args().share
    if not 0.001 <= share <= 1:
        parser.error(f"SHARE must be between 0.001 and 1, got {share}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(ROW.format("", "inputs", "different", "read", "refused", "memory grew"))
    wanted = [round(share * n_inputs) for n_inputs in N_INPUTS.values()]
    failed, total = [], 0
    with ThreadPoolExecutor(2) as pool:  # each waits for a process
        for name, run in zip(N_INPUTS, pool.map(run_reader, N_INPUTS, wanted)):
            folder = FOLDER / name
            if run.returncode:
                failed.append(name)
                print(f"{name}: FAILED with exit code {run.returncode}")
                print((folder / "log").read_text()[-2000:])
                continue
            counts = json.loads((folder / "counts.json").read_text())
            total += counts["different"]
            print(row(name, counts), flush=True)
    if failed:
        sys.exit(f"inputs that broke a rule, and what happened, are in {FOLDER}")
    print(f"{total:,} different inputs: each was read rightly or refused")


def run_reader(name: str, n_inputs: int) -> subprocess.CompletedProcess:
    """Fuzz one reader in a process of its own."""
    folder = FOLDER / name
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "fuzz.run_reader", name, str(n_inputs)]
    with (folder / "log").open("w") as log:
        return subprocess.run([*command, folder], stdout=log, stderr=log)


def row(name: str, counts: dict) -> str:
    return ROW.format(
        name,
        f"{counts['runs']:,}",
        f"{counts['different']:,}",
        f"{counts['read']:,}",
        f"{counts['different'] - counts['read']:,}",
        f"{counts['growth'] / 1e6:.1f} MB",
    )


if __name__ == "__main__":
    main()
