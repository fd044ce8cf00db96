"""Which cells of a notebook answer which exercise. Nothing of them is run here."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .course import expected, sentences
from .homework import FUNCTIONS, HOMEWORK, PAPER, WORDS
from .notebook import Cell, Notebook
from .plain_code import names_given, parsed

JUDGE = "-judge"  # ends the name of the cell that asks the judge


@dataclass(frozen=True)
class Answer:
    """An exercise, the code to run for it, and what its own cells say."""

    exercise: str
    asked: str  # the name that holds the answer
    code: tuple[str, ...]
    own: str


def session_in(notebook: Notebook) -> int | None:
    """Tell the session of a notebook by the names of its cells."""
    names = {cell.name.removesuffix(JUDGE) for cell in notebook.cells if cell.name}
    found = {s: len(names.intersection(expected(s))) for s in HOMEWORK}
    session = max(found, key=lambda s: found[s])
    return session if found[session] else None


def held(exercise: str) -> str:
    """Return the name that the cell of an exercise gives to its answer."""
    if exercise in FUNCTIONS:
        return FUNCTIONS[exercise]
    judged = any(exercise in judges for judges in HOMEWORK.values())
    return PAPER if judged else WORDS


def answers(notebook: Notebook, session: int) -> dict[str, Answer]:
    """Find the exercises of a session that a notebook answers."""
    owners = _owners(notebook.cells, session)
    found = {}
    for exercise in expected(session):
        places = [n for n, owner in enumerate(owners) if owner == exercise]
        mine = [n for n in places if not _asks(notebook.cells[n])]
        if not mine:
            continue
        code = tuple(
            cell.source
            for cell, owner in zip(notebook.cells[: places[-1] + 1], owners)
            if cell.is_code and owner in ("", exercise) and not _asks(cell)
        )
        own = "\n\n".join(notebook.cells[n].source for n in mine)
        found[exercise] = Answer(exercise, held(exercise), code, own)
    return found


def sentence(answer: Answer) -> str:
    """Read what is answered in words: the string that a cell holds, or all it says."""
    tree = parsed(answer.own)
    for node in reversed(tree.body if tree else []):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == WORDS:
                said = value.value if isinstance(value, ast.Constant) else None
                return _sentence(said) if isinstance(said, str) else ""
    return "" if tree and WORDS in names_given(answer.own) else _sentence(answer.own)


def _sentence(said: str) -> str:
    """Return what was said; three dots stand where nothing is."""
    return said.strip() if said.strip(" .…\n") else ""


def _asks(cell: Cell) -> bool:
    return cell.name.endswith(JUDGE)


def _owners(cells: Sequence[Cell], session: int) -> list[str]:
    """Say for each cell whose it is; of nobody, where all exercises may use it."""
    known = expected(session)
    owners = [cell.name.removesuffix(JUDGE) for cell in cells]
    owners = [owner if owner in known else "" for owner in owners]
    functions = {FUNCTIONS[j]: j for j in HOMEWORK[session] if j in FUNCTIONS}
    paper = [j for j in HOMEWORK[session] if j not in FUNCTIONS]
    loose = []
    for n, cell in enumerate(cells):
        if owners[n] or not cell.is_code:
            continue
        given = names_given(cell.source)
        if mine := [functions[name] for name in given if name in functions]:
            owners[n] = mine[0]
        elif PAPER in given:
            owners[n] = _paper_asked(cells, owners, n, paper)
            loose += [] if owners[n] else [n]
        elif WORDS in given:
            owners[n] = sentences(session)[0]
    answered = {*owners}
    left = [judge for judge in paper if judge not in answered]
    if len(left) == len(loose):  # nothing but their order tells
        for n, judge in zip(loose, left):
            owners[n] = judge
    return owners


def _paper_asked(
    cells: Sequence[Cell], owners: Sequence[str], at: int, paper: Sequence[str]
) -> str:
    """Find the exercise on paper of a cell without a name: above, or asked below."""
    if above := _above(owners, at, paper):
        return above
    for n in range(at, len(cells)):
        if n > at and PAPER in names_given(cells[n].source):
            break
        for judge in re.findall(r"checks\.(\w+)\(", cells[n].source):
            if judge in paper:
                return str(judge)
    return ""


def _above(owners: Sequence[str], at: int, among: Sequence[str]) -> str:
    """Return the exercise right above a cell, if it is one of these."""
    above = next(filter(None, reversed(owners[:at])), "")
    return above if above in among else ""
