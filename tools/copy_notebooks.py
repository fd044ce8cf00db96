"""Copy the book's notebooks, pages and drawings to `work/`, for a reader to change.

What is there already is left as it is, so that nobody loses an edit; delete a copy to
get the original back. Cells that the book does not show are left out: they are for
those who have a notebook without the course. What only the book can look up is said in
plain Markdown.
"""

import json
import re
from pathlib import Path

from .plain_markdown import plain

ROOT = Path(__file__).parents[1]
NOT_SHOWN = "remove-cell"
VIEW = re.compile(rb'<svg ([^>]*)viewBox="0 0 (\d+) (\d+)"')
WIDTH = 512  # of a drawing in the book


def main() -> None:
    work, book = ROOT / "work", ROOT / "book"
    copied = kept = 0
    for pattern in ("*.ipynb", "*.md", "drawings/**/*.svg"):
        for source in sorted(book.glob(pattern)):
            copy = work / source.relative_to(book)
            if copy.exists():
                kept += 1
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(as_shown(source))
            copied += 1
    if copied:
        print(f"{copied} files were copied to {work}: they are yours to change.")
    if kept:
        print(f"{kept} were there already, and are kept: delete one for its original.")


def as_shown(source: Path) -> bytes:
    """Read a file; of a notebook, the cells that the book shows."""
    content = source.read_bytes()
    if source.suffix == ".svg":
        return VIEW.sub(sized, content)
    if source.suffix == ".md":
        return plain(content.decode(), source.name, source.parent).encode()
    notebook = json.loads(content)
    notebook["cells"] = [
        cell
        for cell in notebook["cells"]
        if NOT_SHOWN not in cell["metadata"].get("tags", ())
    ]
    for cell in notebook["cells"]:
        cell["metadata"].pop("slides", None)  # they are the teacher's
        if cell["cell_type"] == "markdown":
            text = plain("".join(cell["source"]), source.name, source.parent)
            cell["source"] = text.splitlines(keepends=True)
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()


def sized(match: re.Match[bytes]) -> bytes:
    """Give a drawing the size that it has in the book, or it fills a whole window."""
    height = WIDTH * int(match[3]) // int(match[2])
    return b'%bwidth="%d" height="%d" ' % (b"<svg ", WIDTH, height) + match[0][5:]


if __name__ == "__main__":
    main()
