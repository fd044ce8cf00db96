"""Choose from Pyodide's own lock what the live notebooks need, and store it here.

    python -m live.packages pyodide-lock.json

The lock comes with Pyodide's npm package, in the version that the kernel pins
(`jupyterlite_pyodide_kernel.constants.PYODIDE_VERSION`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from packaging.utils import canonicalize_name

from .lock import CHOSEN

# What the kernel starts with, what plotly needs, and what the notebooks import.
WANTED = ("ipython", "jedi", "micropip", "narwhals", "numpy", "packaging", "scipy")
WANTED += ("threadpoolctl",)


def choose(lock: dict) -> dict:
    """Keep the packages that are wanted and those that they depend on."""
    packages = {canonicalize_name(name): it for name, it in lock["packages"].items()}
    todo, chosen = list(WANTED), {}
    while todo:
        name = canonicalize_name(todo.pop())
        if name not in chosen:
            chosen[name] = packages[name]
            todo += packages[name]["depends"]
    return {"info": lock["info"], "packages": dict(sorted(chosen.items()))}


def main() -> None:
    lock = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    CHOSEN.write_text(json.dumps(choose(lock), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
