"""Numbers that are another student's: said as a fact, with no reason for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from .a_class import Marked
from .marking import Mark
from .names import shown
from .variants import VARIED, variant

_FEWEST = 2  # a single answer is somebody else's by chance


def others_answers(
    marked: Marked, names: Sequence[str], seed: str
) -> Iterator[tuple[str, str]]:
    """Name whose answers on paper are all those of another's numbers."""

    @cache
    def right(judge: str, name: str) -> object:
        return variant(judge, name, seed).record.answer

    for student, homework in marked.items():
        for session, marks in homework:
            paper = [m for m in marks if m.exercise in VARIED and m.points is not None]
            if len(paper) < _FEWEST or all(mark.points for mark in paper):
                continue
            for name in names:
                if all(_plain(mark) == right(mark.exercise, name) for mark in paper):
                    said = f"all {len(paper)} answers on paper are those of"
                    whose = f"{said} {shown(name)}'s numbers"
                    yield f"{student.label}, homework {session}", whose


def _plain(mark: Mark) -> object:
    value = mark.value
    return tuple(value) if isinstance(value, list) else value
