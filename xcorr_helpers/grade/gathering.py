"""Gather what a class handed in: every notebook read, one for each homework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .answers import session_in
from .homework import session_of
from .layouts import FolderError, Student, find
from .names import shown
from .notebook import Notebook, read


@dataclass(frozen=True)
class HandedIn:
    """A notebook: whose it is, of which session, and what it holds."""

    student: Student
    session: int
    notebook: Notebook


@dataclass(frozen=True)
class Class:
    """What there is to mark, and what was left aside, with the reason."""

    notebooks: tuple[HandedIn, ...]
    aside: tuple[tuple[str, str], ...]

    @property
    def students(self) -> list[Student]:
        """All who handed in anything, in the order of their names."""
        return sorted({one.student for one in self.notebooks})

    @property
    def sessions(self) -> list[int]:
        """The sessions of which there is a notebook."""
        return sorted({one.session for one in self.notebooks})


def gather(folder: Path) -> Class:
    """Read all notebooks of a folder.

    Raises
    ------
    FolderError
        If the folder holds nothing to be marked.
    """
    found = find(folder)
    aside = list(found.aside)
    groups: dict[tuple[Student, int], list[tuple[str, Notebook]]] = {}
    for student, path in found.notebooks:
        notebook = read(path)
        name = path.relative_to(folder).as_posix()
        session = session_in(notebook) or session_of(name)
        if session is None:
            said = notebook.problem or "none of its cells is one of a homework"
            aside.append((name, f"of which session is it? {said}"))
            continue
        groups.setdefault((student, session), []).append((name, notebook))
    notebooks = []
    for (student, session), versions in groups.items():
        chosen, *others = sorted(versions, key=lambda v: _worth(v, session))
        notebooks.append(HandedIn(student, session, chosen[1]))
        said = f"{shown(chosen[0])} of the same student and session is marked"
        aside += [(name, said) for name, _ in others]
    if not notebooks:
        raise FolderError(
            f"no homework was found in {shown(str(folder))}{listed(aside[:10])}"
        )
    order = sorted(notebooks, key=lambda one: (one.student, one.session))
    return Class(tuple(order), tuple(sorted(aside)))


def listed(aside: Iterable[tuple[str, str]]) -> str:
    """Write what was left aside, a line for each."""
    return "".join(f"\n  {shown(name)}: {why}" for name, why in aside)


def _worth(version: tuple[str, Notebook], session: int) -> tuple[bool, bool, bool, str]:
    """Order versions: first what can be read, then what has the name it was given."""
    name, notebook = version
    file, own = PurePosixPath(name).name, f"homework_{session}.ipynb"
    return bool(notebook.problem), file != own, not file.endswith(own), name
