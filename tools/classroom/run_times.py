"""Measure how long each chapter and the museum run, from the first cell to the last.

    python -m tools.classroom.run_times

Writes `run_times.json` beside this file, in some minutes: seconds, and on which
machine. The page for the teacher says them: whoever makes a chapter slower runs this.
"""

import json
import os
import platform
import re
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from ..built_book import ROOT
from . import student
from .teacher import MUSEUM, RUN_TIMES


def seconds(path):
    """Run a notebook, and return how long it took, its kernel's start included."""
    notebook = nbformat.read(path, as_version=4)
    began = time.monotonic()
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=600, resources=resources).execute()
    return round(time.monotonic() - began)


def machine():
    """Name the processor, its cores, and the versions that count."""
    import numpy

    name = platform.processor() or platform.machine()
    known = Path("/proc/cpuinfo")
    if known.is_file():
        found = re.search(r"^model name\s*: (.+)$", known.read_text(), re.MULTILINE)
        name = found[1] if found else name
    work = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    busy = ", while it had much other work" if work > 2 * os.cpu_count() else ""
    return (
        f"{os.cpu_count()} cores of {name}, {platform.system()}, "
        f"Python {platform.python_version()}, NumPy {numpy.__version__}{busy}"
    )


def main():
    took, here = {}, machine()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in student.files():
            if name[0].isdigit() or name == MUSEUM:
                path = Path(folder) / name
                path.write_bytes(content)
                took[name] = seconds(path)
                print(f"{name}: {took[name]} s", flush=True)
    made = {"machine": here, "seconds": took}
    RUN_TIMES.write_text(f"{json.dumps(made, indent=1)}\n", encoding="utf-8")
    print(f"{RUN_TIMES.relative_to(ROOT)} is written")


if __name__ == "__main__":
    main()
