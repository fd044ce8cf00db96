"""Fetch reveal.js, which shows the slides: pinned by its hash, and kept in a cache.

The package of somebody else's carries it, for Sphinx. Of it nothing is installed, and
only reveal.js's own files are taken.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PINNED = "sphinx-revealjs==3.2.1"  # with reveal.js 5.2.1
SHA256 = "805bed3ca459346e0f01967d5ed1c40d6b7b917de1541e1e4566c8341fe7017b"
WITHIN = "sphinx_revealjs/_static/revealjs/"  # of the wheel
TAKEN = {
    "LICENSE": "reveal-LICENSE.txt",
    "dist/reset.css": "reset.css",
    "dist/reveal.css": "reveal.css",
    "dist/reveal.js": "reveal.js",
    "plugin/notes/notes.js": "notes.js",
}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
KEPT = CACHE / "xcorr-helpers" / f"{SHA256}.whl"
NOWHERE = (
    f"reveal.js ({PINNED}, by its hash) is neither in the cache nor to be had from the "
    "package index."
)


def put(folder):
    """Put reveal.js into a folder, downloading it where it is not kept yet."""
    if not is_pinned(KEPT) and not download():
        raise SystemExit(NOWHERE)
    folder.mkdir(parents=True)
    with zipfile.ZipFile(KEPT) as wheel:
        for name, short in TAKEN.items():
            (folder / short).write_bytes(wheel.read(WITHIN + name))


def is_pinned(path):
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256


def download():
    """Put it into the cache, and return whether it came as it is pinned."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest"]
        command += [folder, "--only-binary=:all:", PINNED]
        subprocess.run(command, capture_output=True, check=False)
        for wheel in filter(is_pinned, Path(folder).iterdir()):
            KEPT.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(wheel, KEPT)
            return True
    return False
