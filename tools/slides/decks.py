"""The sessions' slides, in the order of the teacher's tables.

A cell is tagged in its metadata, as `"slides": [{"row": "1.2", "title": ..., "say":
...}]`: it begins a slide of row 2 of session 1's table in `book/teaching.md`. Without a
row and a title, it goes on with the slide before.

Of a code cell, its code (unless the page folds it) and its output are shown, or what
`show` lists; `lines` and `printed` take a part of them, from a first to a last line. Of
a text, the drawing, table, formula, quote or question is shown that `show` names. What
has to `wait` comes with the next key, as the output does where its code is shown.
"""

import re
from typing import NamedTuple

from .. import built_book
from . import myst, notes, parts

SESSION = re.compile(r"^## Session (\d+): (.*)$", re.MULTILINE)
ROW = re.compile(r"\* - (\d+)\n  - (.*?)\n  - (.*?)\n(?=\*|:::)", re.DOTALL)
TAG = "slides"


class Row(NamedTuple):
    minutes: int
    what: str  # happens, in HTML
    where: str


class Slide(NamedTuple):
    row: tuple[int, int]
    title: str
    say: str
    page: str
    cells: list  # (the text before or of the cell, cell, tag)

    @property
    def parts(self):
        """Return what the slide shows, as HTML."""
        return [part for _, cell, tag in self.cells for part in shown(cell, tag)]


class Session(NamedTuple):
    number: int
    title: str
    rows: list[Row]
    slides: list[Slide]

    @property
    def notes(self):
        """Return what is said beside each slide, as HTML."""
        return notes.of_session(self.slides)


def sessions():
    """Return the sessions of the teacher's page, each with its slides."""
    text = (built_book.ROOT / "book" / "teaching.md").read_text(encoding="utf-8")
    found = sorted(slides(), key=lambda slide: slide.row)  # else as the chapters go
    pieces = SESSION.split(text)[1:]
    return [
        Session(int(n), title, rows(body), [s for s in found if s.row[0] == int(n)])
        for n, title, body in zip(pieces[::3], pieces[1::3], pieces[2::3])
    ]


def rows(text):
    return [
        Row(int(minutes), *(myst.html(" ".join(part.split())) for part in told))
        for minutes, *told in ROW.findall(text.partition("To leave out")[0])
    ]


def slides():
    """Yield the slides of all notebooks, in the order of the book."""
    for page in built_book.notebooks():
        yield from of_page(page, built_book.cells(page))


def of_page(page, cells):
    found, text = [], ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
        for tag in cell["metadata"].get(TAG, ()):
            if "row" in tag:
                session, row = map(int, tag["row"].split("."))
                at = (session, row)
                found.append(Slide(at, tag["title"], tag.get("say", ""), page, []))
            found[-1].cells.append((text, cell, tag))
    return found


def shown(cell, tag):
    make = parts.of_code if cell["cell_type"] == "code" else parts.of_markdown
    found = make(cell, tag)
    return [parts.WAITS.format(part) for part in found] if "wait" in tag else found
