"""Copy the book's notebooks, pages and drawings to `work/`, for a reader to change.

What is there already is left as it is, so that nobody loses an edit; delete a copy to
get the original back.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]


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
            shutil.copyfile(source, copy)
            print(f"copied  work/{name}")


if __name__ == "__main__":
    main()
