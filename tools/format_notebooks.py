"""Format the code cells of the book's notebooks; nothing else in them changes.

python -m tools.format_notebooks [notebook ...]

`ruff format` on a notebook writes its stored outputs anew too, and rounds their
numbers in the last digit. So it formats a copy, and only the sources come back.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

BOOK = Path(__file__).parents[1] / "book"


def format_cells(path: Path, copy: Path) -> bool:
    """Format a notebook by way of a copy; tell whether it changed."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.write(notebook, copy)
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", copy], check=True)
    formatted = nbformat.read(copy, as_version=4)
    changed = False
    for cell, new in zip(notebook.cells, formatted.cells, strict=True):
        changed |= cell.source != new.source
        cell.source = new.source
    if changed:
        nbformat.write(notebook, path)
    return changed


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(BOOK.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            if format_cells(path, Path(folder, path.name)):
                print(f"formatted {path.name}")


if __name__ == "__main__":
    main()
