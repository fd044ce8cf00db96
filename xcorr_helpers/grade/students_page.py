"""The teacher's list: each student, the points, and the page to hand out."""

from __future__ import annotations

import html
from collections.abc import Sequence

from .marking import NOT_HANDED_IN, Mark
from .page import page, text

# A student as shown, the address of the page, and the marks of each session.
Line = tuple[str, str, Sequence[tuple[int, Sequence[Mark]]]]


def students(lines: Sequence[Line]) -> str:
    """Write the list."""
    sessions = [session for session, _ in lines[0][2]] if lines else []
    heads = "".join(f"<th>Homework {session}</th>" for session in sessions)
    rows = "\n".join(_row(*line) for line in lines)
    return page(
        "Students and their pages",
        "<h1>Students and their pages</h1>\n"
        '<p class="muted">For the teacher. Each page holds one student alone.</p>\n'
        f"<table>\n<thead><tr><th>Student</th>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>",
    )


def _row(
    label: str, address: str, homework: Sequence[tuple[int, Sequence[Mark]]]
) -> str:
    name = f'<a href="{html.escape(address)}"><bdi>{text(label)}</bdi></a>'
    points = "".join(f"<td>{_points(m)}</td>" for _, m in homework)
    return f"<tr><td>{name}</td>{points}</tr>"


def _points(marks: Sequence[Mark]) -> str:
    if all(mark.mistake == NOT_HANDED_IN for mark in marks):
        return NOT_HANDED_IN
    judged = [mark.points for mark in marks if mark.points is not None]
    words = sum(bool(mark.sentence) for mark in marks)
    unmarked = sum(mark.unmarked for mark in marks)
    said = f"{sum(judged)} of {len(judged)}" + f", {words} to read" * bool(words)
    return said + f", {unmarked} not marked" * bool(unmarked)
