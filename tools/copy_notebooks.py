"""Copy the book's notebooks, pages and drawings to `work/`, for a reader to change.

What is there already is left as it is, so that nobody loses an edit; delete a copy to
get the original back. Cells that the book does not show are left out: they are for
those who have a notebook without the course.
"""

import json
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_SHOWN = "remove-cell"


def main() -> None:
    work = ROOT / "work"
    work.mkdir(exist_ok=True)
    book = ROOT / "book"
    for pattern in ("*.ipynb", "*.md", "drawings/*.svg"):
        for source in sorted(book.glob(pattern)):
            name = source.relative_to(book)
            copy = work / name
            if copy.exists():
                print(f"kept    work/{name}")
                continue
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(as_shown(source))
            print(f"copied  work/{name}")


def as_shown(source: Path) -> bytes:
    """Read a file; of a notebook, the cells that the book shows."""
    if source.suffix != ".ipynb":
        return source.read_bytes()
    notebook = json.loads(source.read_bytes())
    notebook["cells"] = [
        cell
        for cell in notebook["cells"]
        if NOT_SHOWN not in cell["metadata"].get("tags", ())
    ]
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()


if __name__ == "__main__":
    main()
