"""Fuzz one reader until it has met a number of different inputs: a process of its own.

Arguments: the reader's name, the number of inputs, a folder for what is found. The
counts go to the file counts.json in that folder, and an input that breaks a rule into
a file beside it.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["xcorr_helpers"]):
    from fuzz.readers import READERS

from fuzz.mutators import MUTATORS

LARGEST_INPUT = 100_000
SECONDS_AN_INPUT = 20
MEGABYTE = 1_000_000
N_BITS = 2**27  # for telling the inputs apart, and so few that they fit in 16 MB


class Counts:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.runs = self.different = self.read = 0
        self.seen = bytearray(N_BITS // 8)
        self.seen[::4096] = bytes(len(self.seen[::4096]))  # takes its pages now
        self.before = 0

    def add(self, content: bytes, read: bool) -> None:
        if not self.runs:  # libFuzzer's own tables are there by now
            self.before = peak()
        self.runs += 1
        # Two inputs on one bit are counted once: rather too few than too many.
        place, bit = divmod(hash(content) % N_BITS, 8)
        if not self.seen[place] >> bit & 1:
            self.seen[place] |= 1 << bit
            self.different += 1
            self.read += read

    def write(self) -> None:
        counts = {
            "runs": self.runs,
            "different": self.different,
            "read": self.read,
            "growth": peak() - self.before,
        }
        self.path.write_text(json.dumps(counts))


def peak() -> int:
    """Bytes that the process has held at most."""
    return status("VmHWM")


def status(field: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith(field + ":"))
    return int(line.split()[1]) * 1024


def limit_memory(payload: int) -> None:
    """Let whatever asks for more than the promised bound end in a MemoryError."""
    limit = status("VmData") + 2 * payload + 64 * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def main() -> None:
    name, n_inputs, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    reader, mutate = READERS[name], MUTATORS[name]
    seeds = folder / "seeds"
    seeds.mkdir()
    for i, content in enumerate(reader.seeds()):
        (seeds / str(i)).write_bytes(content)
    counts = Counts(folder / "counts.json")

    def run(content: bytes) -> None:
        counts.add(content, reader.judge(content))
        if counts.different >= n_inputs:
            counts.write()
            os._exit(0)  # to libFuzzer, any other way out is a fault

    def mutator(content: bytes, max_size: int, seed: int) -> bytes:
        rng = random.Random(seed)
        mutated = mutate(content, lambda part: atheris.Mutate(part, max_size), rng)
        return mutated[:max_size]

    options = [
        f"-max_len={LARGEST_INPUT}",
        f"-timeout={SECONDS_AN_INPUT}",
        f"-artifact_prefix={folder}/input-",
        "-rss_limit_mb=0",
        "-len_control=0",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], run, custom_mutator=mutator)
    limit_memory(reader.payload)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
