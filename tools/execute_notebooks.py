"""Execute every notebook of the book in place; a second run leaves no difference.

python -m tools.execute_notebooks [notebook ...]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tools.built_book import NOT_COMPARED

BOOK = Path(__file__).parents[1] / "book"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# Of a cell: a caption or what is folded, how it is shown, and on which slide.
KEPT = ("mystnb", "tags", "slides")


def normalise(notebook: nbformat.NotebookNode) -> None:
    """Drop what differs from run to run and from machine to machine."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        kept = {key: cell.metadata[key] for key in KEPT if cell.metadata.get(key)}
        cell.metadata = nbformat.from_dict(kept)
        cell.pop("attachments", None)
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = nbformat.from_dict({})


def words(outputs: list[nbformat.NotebookNode]) -> list[str]:
    """List what a cell has printed, without its numbers."""
    texts = (output.get("text", "") for output in outputs)
    return [re.sub(r"[\s\d.,]+", " ", text) for text in texts]


def execute(path: Path) -> None:
    """Run the cells in order in a fresh kernel and store their outputs."""
    notebook = nbformat.read(path, as_version=4)
    stored = {
        cell.id: cell.outputs
        for cell in notebook.cells
        if NOT_COMPARED in cell.metadata.get("tags", []) and cell.outputs
    }
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=600,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    for cell in notebook.cells:  # keeps numbers that would differ each time
        before = stored.get(cell.id, [])
        if words(before) == words(cell.get("outputs", [])):
            cell.update({"outputs": before} if before else {})
    normalise(notebook)
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(BOOK.glob("*.ipynb"))
    for path in paths:
        print(f"executing {path.name}", flush=True)
        execute(path)


if __name__ == "__main__":
    main()
