"""Mark one notebook: ask the judges about each of its answers."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from xcorr_helpers import checks
from xcorr_helpers.checks import _search
from xcorr_helpers.checks._exercise import PaperExercise
from xcorr_helpers.checks._predict import compared

from .answers import Answer, answers, sentence
from .course import sentences
from .homework import FUNCTIONS, HOMEWORK
from .kept import Kept
from .notebook import Notebook

NOT_FOUND = "no cell for this exercise was found"
NOT_HANDED_IN = "not handed in"
NOT_MARKED = "not marked: its numbers are not those of this name and seed"
BY_HAND = "to be read by hand"
NO_SENTENCE = "no sentence yet"
# Seconds. The judges look for a mistake until they know it, not until a learner would
# be tired of waiting: what they find must not hang on how fast the machine is.
_SEARCH = 60.0
_MEASURED = re.compile(r"more than [\d.]+ s\b")


class Asked(Protocol):
    """What a child process that has run a notebook's cells answers."""

    problem: str
    value: Any  # a plain value, or a function that a judge may call


# Runs code in a child, and holds the child until the judge is done: code, asked name.
Ask = Callable[[Sequence[str], str], AbstractContextManager[Asked]]
# The record of an exercise on paper: its judge, the student's name.
Key = Callable[[str, str], PaperExercise]
# Whether a notebook asks what its student is marked by: its exercise, the name.
Fits = Callable[[Notebook, str, str], bool]


@dataclass(frozen=True)
class Mark:
    """What came of one exercise. Points are open where a teacher has to read."""

    exercise: str
    points: int | None
    mistake: str = ""
    report: str = ""
    code: str = ""  # the exercise's own cells
    sentence: str = ""
    unasked: bool = False  # whether no judge saw it; its mistake quotes the student
    value: object = field(default=None, compare=False)  # what is answered on paper

    @property
    def unmarked(self) -> bool:
        """Whether nobody can mark it: its numbers are not the student's."""
        return self.mistake == NOT_MARKED


@dataclass(frozen=True)
class Marker:
    """Marks notebooks: asks a child, and keeps what it said for the next run."""

    ask: Ask
    key: Key
    kept: Kept
    fits: Fits = lambda notebook, exercise, student: True

    def marks(self, student: str, session: int, notebook: Notebook) -> list[Mark]:
        """Mark a student's notebook of a session."""
        if notebook.problem:
            return [Mark(e, 0, notebook.problem) for e in HOMEWORK[session]]
        found = answers(notebook, session)
        judged = [
            self._judged(e, student, found.get(e))
            if self.fits(notebook, e, student)
            else Mark(e, None, NOT_MARKED)
            for e in HOMEWORK[session]
        ]
        words = [_in_words(found[e]) for e in sentences(session) if e in found]
        return [*judged, *words]

    def _judged(self, exercise: str, student: str, answer: Answer | None) -> Mark:
        if answer is None:
            return Mark(exercise, 0, NOT_FOUND)
        value = None
        if exercise in FUNCTIONS:
            said = self.kept.of(answer, self._of_function)
        else:
            said = self.kept.of(answer, self._of_value)
            if "value" in said:
                record, value = self.key(exercise, student), said["value"]
                with _unseen():
                    said = _said(compared(record, value))
        points, mistake = int(said["passed"]), said["mistake"]
        unasked = not said["report"]
        told = exercise, points, mistake, said["report"], answer.own
        return Mark(*told, unasked=unasked, value=value)

    def _of_function(self, answer: Answer) -> dict[str, Any]:
        with self.ask(answer.code, answer.asked) as asked:
            if asked.problem:
                return _refused(asked.problem)
            with _unseen():
                said = _said(checks.result(answer.exercise, asked.value))
        report = said["report"].replace("my_function", answer.asked)
        return {**said, "report": report}

    def _of_value(self, answer: Answer) -> dict[str, Any]:
        with self.ask(answer.code, answer.asked) as asked:
            if asked.problem:
                return _refused(asked.problem)
            return {"value": asked.value}


def not_handed_in(session: int) -> list[Mark]:
    """Mark what is not there."""
    return [Mark(exercise, 0, NOT_HANDED_IN) for exercise in HOMEWORK[session]]


def _in_words(answer: Answer) -> Mark:
    said = sentence(answer)
    return Mark(answer.exercise, None, BY_HAND if said else NO_SENTENCE, sentence=said)


def _said(result: checks.Result) -> dict[str, Any]:
    return {
        "passed": result.passed,
        "mistake": result.mistake,
        "report": result.report,
    }


def _refused(problem: str) -> dict[str, Any]:
    # What was left of the time differs from run to run.
    said = _MEASURED.sub("too long", problem)
    return {"passed": False, "mistake": said, "report": ""}


@contextlib.contextmanager
def _unseen() -> Iterator[None]:
    """Let the judges work, without a word on the screen and without haste."""
    hurried, _search.LONGEST = _search.LONGEST, _SEARCH
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        _search.LONGEST = hurried
