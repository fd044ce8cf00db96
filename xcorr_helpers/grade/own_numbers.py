"""Numbers that are each student's own: the records, and who is asked for others."""

from __future__ import annotations

from collections.abc import Iterator

from xcorr_helpers import checks
from xcorr_helpers.checks._exercise import PaperExercise

from .answers import JUDGE
from .gathering import Class, HandedIn
from .homework import FUNCTIONS, HOMEWORK
from .variants import VARIED, variant

_OTHERS = (
    "the questions in it are not those of this name and seed: is the name spelt as in "
    "the list from which they were made?"
)
_NO_SEED = "the questions in it seem to be its own, and no --seed was given"


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


def to_look_at(handed_in: Class, seed: str | None) -> Iterator[tuple[str, str]]:
    """Name the notebooks that ask for other numbers than they are marked by."""
    for one in handed_in.notebooks:
        if one.notebook.problem:
            continue
        strange = _seems_varied(one) if seed is None else _asks_others(one, seed)
        if strange:
            said = _NO_SEED if seed is None else _OTHERS
            yield f"{one.student.label}, homework {one.session}", said


def _paper(one: HandedIn) -> list[str]:
    judges = HOMEWORK[one.session]
    return [judge for judge in judges if judge not in FUNCTIONS and judge in VARIED]


def _asks_others(one: HandedIn, seed: str) -> bool:
    texts = [cell.source for cell in one.notebook.cells if not cell.is_code]
    asked = " ".join(" ".join(texts).split())
    own = [variant(judge, one.student.name, seed).text for judge in _paper(one)]
    return any(" ".join(text.split()) not in asked for text in own)


def _seems_varied(one: HandedIn) -> bool:
    """Tell whether no judge, who knows other numbers, is asked about paper."""
    names = [f"{judge}{JUDGE}" for judge in _paper(one)]
    cells = [cell for cell in one.notebook.cells if cell.name in names]
    return any("checks." not in cell.source for cell in cells)
