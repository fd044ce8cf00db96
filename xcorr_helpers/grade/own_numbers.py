"""Numbers that are each student's own: the records, and who is asked for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xcorr_helpers import checks
from xcorr_helpers.checks._exercise import PaperExercise

from .answers import JUDGE
from .gathering import Class, HandedIn
from .homework import FUNCTIONS, HOMEWORK
from .layouts import FolderError
from .names import shown
from .notebook import Notebook
from .variants import VARIED, variant

_OTHERS = "not marked on paper, as its numbers are not those of this name and seed"
_NO_SEED = "not marked on paper, as its numbers seem its own, and there is no --seed"
_FOR = re.compile(r"^For \*\*((?:\\.|[^*\\\n])+)\*\*: some numbers", re.MULTILINE)


def record_of(judge: str, student: str, seed: str | None) -> PaperExercise:
    """Return what the judge knows of a student's exercise: the practice one, or theirs.

    Raises
    ------
    ValueError
        If the seed is too short.
    """
    if seed is not None and judge in VARIED:
        return variant(judge, student, seed).record
    record = checks._record(judge)
    assert isinstance(record, PaperExercise)
    return record


def refuse_strange(handed_in: Class, seed: str | None) -> None:
    """Refuse a class whose numbers cannot be those that it would be marked by.

    Raises
    ------
    FolderError
        If the seed fits none of the notebooks, or none came and most ask for one.
    """
    there = [one for one in handed_in.notebooks if _paper(one)]
    strange = [one for one in there if len(_unfit(one, seed)) > len(_paper(one)) // 2]
    if seed is None and strange and 2 * len(strange) >= len(there):
        raise FolderError(
            f"{len(strange)} of {len(there)} homeworks have numbers of their own: "
            "give the seed that made them, with --seed"
        )
    if seed is not None and there and len(strange) == len(there):
        lies, written = there[0].student.label, _written(there[0])
        hint = f". What lies under {lies} says it is for {written}" if written else ""
        raise FolderError(
            f"this seed fits none of the {len(there)} homeworks: is it the one that "
            "made them? Are students named as in the list that made them? With "
            f"--students that list is looked up{hint}"
        )


def to_look_at(handed_in: Class, seed: str | None) -> Iterator[tuple[str, str]]:
    """Name the notebooks that ask for other numbers than they would be marked by."""
    said = _NO_SEED if seed is None else _OTHERS
    for one in handed_in.notebooks:
        if unfit := _unfit(one, seed):
            written = _written(one)
            hint = f". It says that it is for {written}" if written else ""
            which = f"{said} ({', '.join(unfit)}){hint}"
            yield f"{one.student.label}, homework {one.session}", which


def fits(notebook: Notebook, judge: str, student: str, seed: str | None) -> bool:
    """Tell whether a notebook asks what a student's answer would be compared with."""
    if judge in FUNCTIONS or judge not in VARIED:
        return True
    if seed is None:  # no judge, who knows other numbers, is asked about one's own
        cells = [cell for cell in notebook.cells if cell.name == f"{judge}{JUDGE}"]
        return all("checks." in cell.source for cell in cells)
    texts = [cell.source for cell in notebook.cells if not cell.is_code]
    asked = " ".join(" ".join(texts).split())
    return " ".join(variant(judge, student, seed).text.split()) in asked


def _paper(one: HandedIn) -> list[str]:
    if one.notebook.problem:
        return []
    judges = HOMEWORK[one.session]
    return [judge for judge in judges if judge not in FUNCTIONS and judge in VARIED]


def _unfit(one: HandedIn, seed: str | None) -> list[str]:
    name = one.student.name
    return [j for j in _paper(one) if not fits(one.notebook, j, name, seed)]


def _written(one: HandedIn) -> str:
    """Read for whom a notebook says that it is: a hint, which anyone may change."""
    for cell in one.notebook.cells[:1]:
        if found := _FOR.search(cell.source):
            return shown(re.sub(r"\\(.)", r"\1", found[1]))
    return ""
