"""The notebooks for students: all that the book shows, without the solutions.

What the lesson has computed stays under its cells, so that it can be read before it is
run, and so do hints. The cells to fill in are empty, and have no report under them.
"""

import json
import re

from .. import copy_notebooks
from ..built_book import ROOT
from .exercises import SOLUTIONS, chapters

COPIED = ("*.ipynb", "*.md", "drawings/**/*.svg")
LEFT_OUT = ("teaching.md",)  # it is for the teacher
# What stands before the exercises of each chapter, and what stands there for students.
COMPARE = re.compile(
    r"compare\s+with\s+the\s+solution,\s+at\s+the\s+end\s+of\s+the\s+page"
)
ASK = "ask in class"
TO_TEACHING = re.compile(r"^- \[[^]]*\]\(teaching\.md\).*\n(?:  .*\n)*", re.MULTILINE)
OPEN = re.compile(r"\bmy_\w+")
START = """# Begin here

In this folder, with Python 3.11, 3.12 or 3.13:

```
python -m pip install ./{wheel} {packages}
python -m jupyterlab
```

JupyterLab opens; begin with `intro.ipynb`. Each chapter ends with exercises: fill the
cell in, and run it. Most have a judge, who tells what it found.
"""
# What the notebooks need beside the wheel, and what draws their boxes in JupyterLab.
PACKAGES = ("jupyterlab", "jupyterlab-myst", "scipy")


def files():
    """Yield the place and the content of each file for students."""
    book = ROOT / "book"
    opened = {f"{page.removeprefix('book/')}.ipynb" for page in chapters()}
    for pattern in COPIED:
        for source in sorted(book.glob(pattern)):
            name = source.relative_to(book).as_posix()
            if name in LEFT_OUT:
                continue
            content = copy_notebooks.as_shown(source)
            if name in opened:
                content = without_solutions(content, name)
            elif name == "intro.ipynb":
                content = without_teaching(content)
            yield name, content


def without_solutions(content, name):
    """Take the solutions out of a chapter, and what has asked for them."""
    notebook = json.loads(content)
    texts = ["".join(cell["source"]) for cell in notebook["cells"]]
    (end,) = (n for n, text in enumerate(texts) if text.startswith(SOLUTIONS))
    if any("\n## " in text for text in texts[end:]):
        raise SystemExit(f"{name}: the solutions are not its last part")
    told = 0
    notebook["cells"] = notebook["cells"][:end]
    for cell, text in zip(notebook["cells"], texts):
        if cell["cell_type"] == "markdown":
            text, count = COMPARE.subn(ASK, text)
            told += count
            cell["source"] = text.splitlines(keepends=True)
        elif OPEN.search(text):
            cell["outputs"], cell["execution_count"] = [], None
    if told != 1:
        raise SystemExit(
            f"{name}: its exercises name the solutions {told} times, not 1"
        )
    return as_bytes(notebook)


def without_teaching(content):
    """Drop the line of the first page that leads to the page for teachers."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = TO_TEACHING.sub("", "".join(cell["source"]))
            cell["source"] = text.splitlines(keepends=True)
    return as_bytes(notebook)


def as_bytes(notebook):
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()
