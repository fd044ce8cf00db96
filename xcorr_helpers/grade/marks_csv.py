"""The table of marks, for a spreadsheet: no cell of it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .class_page import kind
from .marking import Mark
from .names import in_one_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = ("student", "exercise", "points", "mistake")


def cell(text: str) -> str:
    """Return a text as a cell that a spreadsheet shows and never computes.

    >>> cell("=1+1"), cell("Anna")
    ("'=1+1", 'Anna')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def table(marked: Iterable[tuple[str, Iterable[Mark]]]) -> str:
    """Write the marks of all students, a line for each exercise."""
    out = io.StringIO()
    # The mark of UTF-8 in front: without it Excel shows Müller as MÃ¼ller.
    out.write("\ufeff")
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for student, marks in marked:
        for mark in marks:
            points = "" if mark.points is None else str(mark.points)
            said = mark.mistake or (kind(mark) if mark.points == 0 else "")
            row = (student, mark.exercise, points, in_one_line(said))
            lines.writerow(map(cell, row))
    return out.getvalue()
