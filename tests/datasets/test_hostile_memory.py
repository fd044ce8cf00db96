"""What the readers hold stays within bounds, whatever a file asks for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.datasets import hostile_sizes

TESTS = Path(__file__).parents[1]
# Bytes of the largest array of uint8 that a file may hold.
IMAGES = 60_000 * 784
PAYLOADS = {"images": IMAGES, "labels": 60_000, "one's own images": IMAGES}


# One process reads many files: what each leaves behind must go back at once, or the
# holes between would be counted for the next.
GIVE_BACK = {"MALLOC_MMAP_THRESHOLD_": "200000"}


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux lets a process forget its peak"
)
@pytest.mark.parametrize("reader", PAYLOADS)
def test_a_process_that_reads_holds_twice_the_payload_and_64_mb(reader, report):
    """The file itself, and making it, are counted as well."""
    run = subprocess.run(
        [sys.executable, hostile_sizes.__file__, reader],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TESTS.parent)} | GIVE_BACK,
    )
    grown = json.loads(run.stdout)
    for what, (outcome, growth) in grown.items():
        assert outcome == ("read" if "largest right" in what else "refused"), what
        assert growth < 2 * PAYLOADS[reader] + 64e6, what
    what, (_, growth) = max(grown.items(), key=lambda item: item[1][1])
    report(f"most memory, {reader}: {growth / 1e6:.0f} MB for {what}")
