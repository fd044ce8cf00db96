"""Mark a class: where the marks go, what is marked, what is written."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from pathlib import Path

from .class_page import class_page
from .feedback_page import feedback, total
from .gathering import Class, listed
from .kept import write
from .layouts import FolderError, Student
from .marking import Mark, Marker, not_handed_in
from .marks_csv import table
from .names import file_name, shown
from .progress import Progress
from .students_page import students
from .wishes import Wishes

# Of a student, the marks of each session.
Marked = dict[Student, list[tuple[int, Sequence[Mark]]]]
_PAGE = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}\.html")  # what `file_name` makes
_OURS = "<title>Homework of "
DONE = ".done"  # within the folder of marks: what children have said


def folder_of_marks(folder: Path) -> Path:
    """Choose where the marks go: beside the folder of submissions, never within it.

    >>> folder_of_marks(Path("/course/session_2")).as_posix()
    '/course/session_2_marks'

    Raises
    ------
    FolderError
        If that lies in `_build`, which `make clean` removes.
    """
    whole = folder.resolve()
    if "_build" in whole.parts:
        raise FolderError(
            f"{shown(str(folder))} lies in _build, which `make clean` removes with all "
            "that is in it: move the submissions elsewhere, as marks are written beside"
        )
    if not whole.name:
        raise FolderError(f"{shown(str(folder))} has no place beside it for the marks")
    return whole.with_name(f"{whole.name}_marks")


def mark(handed_in: Class, marker: Marker, progress: Progress) -> Marked:
    """Mark every notebook, one after the other."""
    of_notebook = {}
    for one in handed_in.notebooks:
        progress.at(one.student.label)
        marks = marker.marks(one.student.name, one.session, one.notebook)
        of_notebook[one.student, one.session] = marks
        said = total(marks).split(".")[0]
        progress.marked(f"{one.student.label}, homework {one.session}", said)
    return {
        student: [
            (session, of_notebook.get((student, session)) or not_handed_in(session))
            for session in handed_in.sessions
        ]
        for student in handed_in.students
    }


def write_all(target: Path, marked: Marked, wishes: Wishes) -> None:
    """Write the table, a page for each student, and the page on the class."""
    rows = [
        (student.label, [mark for _, marks in homework for mark in marks])
        for student, homework in marked.items()
    ]
    write(target / "marks.csv", table(rows))
    listing, addresses = [], set()
    sessions: dict[int, list[Sequence[Mark]]] = {}
    for student, homework in marked.items():
        address = f"feedback/{file_name(student.key)}.html"
        addresses.add(target / address)
        write(target / address, feedback(student.label, homework, wishes))
        listing.append((student.label, address, homework))
        for session, marks in homework:
            sessions.setdefault(session, []).append(marks)
    _remove_others(target / "feedback", addresses)
    write(target / "students.html", students(listing))
    write(target / "class.html", class_page(sessions, wishes))


def _remove_others(folder: Path, written: Container[Path]) -> None:
    """Remove pages of students who are gone, or are called otherwise now."""
    for path in folder.glob("*.html"):
        is_ours = _PAGE.fullmatch(path.name) and _OURS in path.read_text(
            "utf-8", "replace"
        )
        if is_ours and path not in written:
            path.unlink()


def write_notes(
    target: Path, notes: Sequence[tuple[str, Sequence[tuple[str, str]]]]
) -> None:
    """Write what a teacher has to look at, by its title."""
    parts = [f"{title}:{listed(lines) or ' nothing'}\n" for title, lines in notes]
    write(target / "notes.txt", "\n".join(parts))
