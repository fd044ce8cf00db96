"""Fetch what the tests let stand in for the host of Pyodide's files.

    python -m live.fetch_pyodide

Pyodide itself comes from npm, in the version that JupyterLite's kernel pins; the
packages of pure Python that the live notebooks load there come from PyPI. Needs npm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

from .lock import CHOSEN

FOLDER = Path(__file__).parents[1] / ".venv" / "pyodide"


def main() -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed, to fetch Pyodide with")
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "wheels").mkdir(parents=True)
    pack = [npm, "pack", "--silent", f"pyodide@{PYODIDE_VERSION}"]
    subprocess.run(pack, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    (archive,) = FOLDER.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(FOLDER, filter="data")
    archive.unlink()
    lock = json.loads(CHOSEN.read_text(encoding="utf-8"))
    pins = [
        f"{package['name']}=={package['version']}"
        for package in lock["packages"].values()
        if package["file_name"].endswith("-none-any.whl")
    ]
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    download += ["--only-binary=:all:", "--dest", str(FOLDER / "wheels")]
    download += ["--python-version", lock["info"]["python"].rpartition(".")[0]]
    subprocess.run([*download, *pins], check=True)


if __name__ == "__main__":
    main()
