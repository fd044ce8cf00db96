"""Copy the book's notebooks and pages to `work/`, where a reader may change them.

What is there already is left as it is, so that nobody loses an edit; delete a copy to
get the original back.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    work = ROOT / "work"
    work.mkdir(exist_ok=True)
    for source in sorted((ROOT / "book").glob("*.ipynb")) + sorted(
        (ROOT / "book").glob("*.md")
    ):
        copy = work / source.name
        if copy.exists():
            print(f"kept    work/{source.name}")
        else:
            shutil.copyfile(source, copy)
            print(f"copied  work/{source.name}")


if __name__ == "__main__":
    main()
