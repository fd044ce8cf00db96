"""Whose notebook is it? Read off a folder's layout: by student, nbgrader's, Moodle's.

    FOLDER/Anna/homework_2.ipynb
    FOLDER/Anna.ipynb, FOLDER/Anna_homework_2.ipynb
    FOLDER/submitted/Anna/session 2/homework_2.ipynb                (nbgrader)
    FOLDER/Anna Muster_123_assignsubmission_file/homework_2.ipynb   (Moodle)
    FOLDER/Anna Muster_123_assignsubmission_file_homework_2.ipynb   (Moodle, no folders)

Nothing is opened here, and no link is followed.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from .names import shown

_MOODLE = re.compile(
    r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?", re.DOTALL
)
_FLAT = re.compile(r"(?P<before>.*?)[ _-]*homework_\d(?P<after>.*)", re.DOTALL)
_COPY = re.compile(r"[ _-]*(?:\(\d+\)|copy\s*\d*)$", re.IGNORECASE)
# What systems and Jupyter put beside files; it is nobody's.
_SKIPPED = ("__MACOSX", ".ipynb_checkpoints", ".DS_Store", ".git", "Thumbs.db")
_MOST_FILES = 20_000
NOTEBOOK, ARCHIVES = ".ipynb", (".zip", ".tar", ".gz", ".rar", ".7z")


@dataclass(frozen=True, order=True)
class Student:
    """One who handed in: as the folder names them, and as nobody else is named."""

    name: str
    key: str  # the name, and what else tells two of one name apart
    label: str = ""  # as pages show them: by the name, if it is the only one


@dataclass(frozen=True)
class Found:
    """The notebooks of a folder, and what was not understood, with the reason."""

    notebooks: tuple[tuple[Student, Path], ...]
    aside: tuple[tuple[str, str], ...]


class FolderError(Exception):
    """A folder that cannot be marked, said in words."""


def find(folder: Path) -> Found:
    """Find the notebooks below a folder, and whose they are.

    Raises
    ------
    FolderError
        If there is no such folder, no notebook in it, or folders of groups.
    """
    if not folder.is_dir():
        kind = "a file, not a folder" if folder.exists() else "not there"
        raise FolderError(
            f"{shown(str(folder))} is {kind}: give the folder of notebooks"
        )
    root = folder / "submitted" if (folder / "submitted").is_dir() else folder
    files = list(_files(root))
    notebooks = [(whose(path), path) for path in files if _is_notebook(path)]
    _refuse_groups(path for path in files if _is_notebook(path))
    aside = [(str(path), _OWNERLESS) for student, path in notebooks if not student]
    owned = [(student, path) for student, path in notebooks if student]
    aside += _others(root, files, {student.key for student, _ in owned})
    if not owned:
        said = "".join(f"\n  {shown(name)}: {why}" for name, why in aside[:10])
        raise FolderError(f"no student's notebook lies in {shown(str(folder))}{said}")
    labels = _labels({student for student, _ in owned})
    return Found(
        tuple((labels[student.key], root / path) for student, path in owned),
        tuple(sorted(aside)),
    )


def _refuse_groups(notebooks: Iterable[PurePath]) -> None:
    """Refuse folders of folders: whose notebooks they hold, nobody can tell."""
    holders: dict[tuple[str, str], list[str]] = {}
    for path in notebooks:
        if not any(_MOODLE.fullmatch(part) for part in path.parts):
            held = holders.setdefault((path.parts[0], path.name), [])
            held.append(path.parts[1] if len(path.parts) > 2 else "")
    for (top, name), held in holders.items():
        if len(held) > 1 and "" not in held:
            within = ", ".join(shown(folder) for folder in held[:3])
            raise FolderError(
                f"the folder {shown(top)} holds {shown(name)} more than once, in "
                f"{within}: if it is a group of students, mark each group by itself; "
                "if it is one student's, leave the one that counts"
            )


_OWNERLESS = "it lies in no student's folder, and its name says nobody's"


def whose(path: PurePath) -> Student | None:
    """Tell whose notebook lies at a path within the folder.

    >>> whose(PurePath("Anna/homework_2.ipynb")).name
    'Anna'
    >>> whose(PurePath("Anna_homework_2 (1).ipynb")).name
    'Anna'
    >>> whose(PurePath("Anna Muster_123_assignsubmission_file_/h.ipynb")).key
    'Anna Muster_123'
    >>> whose(PurePath("homework_2.ipynb")) is None
    True
    """
    for part in path.parts:
        if found := _MOODLE.fullmatch(part):
            return Student(found["name"], f"{found['name']}_{found['id']}")
    if len(path.parts) > 1:
        return Student(path.parts[0], path.parts[0])
    name = path.name[: -len(NOTEBOOK)]
    if found := _FLAT.fullmatch(name):
        after = _COPY.sub("", found["after"])
        name = found["before"] or after
    name = name.strip(" _-")
    return Student(name, name) if name else None


def _files(root: Path) -> Iterator[PurePath]:
    """List what lies below a folder, in order, without hidden things."""
    count = 0
    for place, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not _is_skipped(f))
        for name in sorted(f for f in files if not _is_skipped(f)):
            count += 1
            if count > _MOST_FILES:
                raise FolderError(
                    f"more than {_MOST_FILES:,} files lie in {shown(str(root))}: is "
                    "it the folder of the submissions alone?"
                )
            yield PurePath(os.path.relpath(os.path.join(place, name), root))


def _is_skipped(name: str) -> bool:
    return name.startswith("._") or name in _SKIPPED


def _is_notebook(path: PurePath) -> bool:
    return path.name.lower().endswith(NOTEBOOK)


def _others(
    root: Path, files: list[PurePath], known: set[str]
) -> Iterator[tuple[str, str]]:
    """Name what lies there and belongs to no notebook that was found."""
    for path in files:
        student = whose(path)
        if path.name.lower().endswith(ARCHIVES):
            yield str(path), "it is packed: unpack it beside the others"
        elif len(path.parts) > 1 or _is_notebook(path):
            continue
        elif student is None or student.key not in known:
            yield str(path), "it is no notebook"
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if _is_skipped(folder.name):
            continue
        student = whose(PurePath(folder.name, "any"))
        if student is None or student.key not in known:
            yield folder.name, "no notebook lies in this folder"


def _labels(students: set[Student]) -> dict[str, Student]:
    """Give each a label of their own: two of one name are told apart."""
    count = Counter(shown(student.name) for student in students)
    labelled: dict[str, Student] = {}
    taken: Counter[str] = Counter()
    for student in sorted(students):
        label = shown(student.name)
        if count[label] > 1:
            taken[label] += 1
            number = student.key[len(student.name) + 1 :] or str(taken[label])
            label = f"{label} ({number})"
        labelled[student.key] = Student(student.name, student.key, label)
    return labelled
