"""Mark a class: what is read, what is marked, what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .class_page import class_page
from .feedback_page import feedback, students, total
from .gathering import Class, listed
from .kept import write
from .layouts import FolderError, Student
from .marking import Mark, Marker, not_handed_in
from .marks_csv import table
from .names import file_name, shown
from .progress import Progress

# Of a student, the marks of each session.
Marked = dict[Student, list[tuple[int, Sequence[Mark]]]]
DONE = ".done"  # within the folder of marks: what children have said


@dataclass(frozen=True)
class Wishes:
    """What a teacher may choose of the pages."""

    codes: bool = True
    likely: bool = True
    book: str = ""


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
        progress.marked(
            f"{one.student.label}, homework {one.session}", total(marks).split(".")[0]
        )
    return {
        student: [
            (s, of_notebook.get((student, s)) or not_handed_in(s))
            for s in handed_in.sessions
        ]
        for student in handed_in.students
    }


def write_all(target: Path, handed_in: Class, marked: Marked, wishes: Wishes) -> None:
    """Write the table, a page for each student, and the page on the class."""
    rows = [
        (student.label, [mark for _, marks in homework for mark in marks])
        for student, homework in marked.items()
    ]
    write(target / "marks.csv", table(rows))
    addresses = {s: f"feedback/{file_name(s.key)}.html" for s in marked}
    for student, homework in marked.items():
        said = feedback(student.label, homework, likely=wishes.likely, book=wishes.book)
        write(target / addresses[student], said)
    listing = [(s.label, addresses[s], homework) for s, homework in marked.items()]
    write(target / "students.html", students(listing))
    sessions = {
        s: [dict(homework)[s] for homework in marked.values()]
        for s in handed_in.sessions
    }
    write(
        target / "class.html",
        class_page(sessions, codes=wishes.codes, book=wishes.book),
    )
    aside = listed(handed_in.aside).lstrip("\n") or "  Nothing: all was understood."
    write(target / "not_marked.txt", f"Left aside\n{aside}\n")
