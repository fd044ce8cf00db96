"""Find the mistake that gives just what a function gave."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

import numpy as np

from ._attempt import Outcome, raised, understood
from ._exercise import Answer, Case, CodeExercise, Program
from ._facts import facts
from ._results import DECIMALS_LOST, of_decimals, of_result, of_shape, then
from ._slips import Slip, of_arguments
from ._sources import IN_INTS, of_source

_MOST = 10**6  # values
LONGEST = 0.8  # seconds; a judge's own work takes less than one
_TWO = "two slips: "
# What is said, too, where the decimals of a result are said to be lost.
_COVERED = re.compile(
    rf"the decimals of `\w+` are lost|{re.escape(IN_INTS)}|float16 holds .*|"
    r"u?int\d+ holds \d+ bits, and larger numbers go round"
)
Text = str | Callable[..., str]


@dataclass(frozen=True)
class Trial:
    """One case, what was wanted, what came, and what is wrong with it."""

    number: int  # of the case
    case: Case
    expected: Answer
    outcome: Outcome
    complaint: tuple[str, ...]
    changed: str


def agrees(got: np.ndarray, expected: Answer, exact: bool) -> bool:
    """Tell whether two arrays have the same shape and the same values."""
    if got.shape != expected.shape:
        return False
    if exact:
        return bool(np.array_equal(got, expected))
    with np.errstate(all="ignore"):
        close = np.allclose(got, expected, rtol=1e-9, atol=1e-9, equal_nan=True)
    return bool(close)


def causes(exercise: CodeExercise, trials: Sequence[Trial]) -> list[str]:
    """Say which mistakes give what came in all trials: one, or up to three that tie.

    What an exercise itself knows goes before what recurs, one slip before two, and any
    slip before what can only be seen of the numbers.
    """
    came = [trial.outcome.array for trial in trials if trial.outcome.array is not None]
    if any(array.size > _MOST for array in came):
        return []  # far too much is no slip of one step
    search = _Search(exercise, trials)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return search.found()


def _add(said: str, texts: list[str]) -> None:
    """Add what explains what came, unless that is said, in whatever words."""
    head, joint, last = said.rpartition("; and ")  # of two slips
    before = head + joint
    if last == DECIMALS_LOST:
        texts[:] = [text for text in texts if not _is_covered(text, before)]
    elif before + DECIMALS_LOST in texts and _is_covered(said, before):
        return
    texts += [] if said in texts else [said]


def _is_covered(text: str, before: str) -> bool:
    rest = text.removeprefix(before)
    return text.startswith(before) and _COVERED.fullmatch(rest) is not None


def _size(trial: Trial) -> int:
    """Tell how much a case is: slips are tried on little first, as some make much."""
    sizes = [np.size(v) if isinstance(v, np.ndarray) else np.sum(v) for v in trial.case]
    return int(sum(sizes))


@cache
def recurring(exercise: CodeExercise) -> list[Slip]:
    """List the slips that recur, as far as they go with the exercise's axes."""
    reference = exercise.reference
    slips = [*of_arguments(reference, exercise), *of_result(reference, exercise.axes)]
    for way in exercise.ways:
        slips += of_source(way)
    return slips


@dataclass
class _Search:
    exercise: CodeExercise
    trials: Sequence[Trial]
    end: float = field(default_factory=lambda: time.process_time() + LONGEST)

    def __post_init__(self) -> None:
        self.failed = next(trial for trial in self.trials if trial.complaint)
        trials = sorted(self.trials, key=_size)
        came = [trial for trial in trials if trial.outcome.array is not None]
        self.raised = not any(trial.complaint for trial in came)
        self.compared = trials if self.raised else came

    def found(self) -> list[str]:
        """Go through the layers, until one explains what came."""
        exercise = self.exercise
        layers = [exercise.mistakes] if self.raised else self._layers()
        for layer in layers:
            alike: list[str] = []  # what raises, too, where the function did
            others: list[str] = []
            for text, program in layer:
                if self._explains(program):
                    said = self._said(text)
                    texts = alike if self._raises_alike(program) else others
                    _add(said, texts)
                if len(alike) == 3 or time.process_time() > self.end:
                    break
            if alike or others:
                return (alike or others)[:3]
            if time.process_time() > self.end:
                break
        pairs = [
            (trial.outcome.array, trial.expected)
            for trial in self.compared
            if trial.complaint and trial.outcome.array is not None
        ]
        return facts(pairs, exercise.axes) if pairs else []

    def _layers(self) -> Iterator[Iterable[tuple[Text, Program]]]:
        yield self.exercise.mistakes
        yield recurring(self.exercise)
        yield self._of_two()

    def _of_two(self) -> Iterator[tuple[Text, Program]]:
        """List two slips at once: one of them in the axes, or in an argument."""
        exercise = self.exercise
        got = self.failed.outcome.array
        if got is None:
            return
        single = [m for m in exercise.mistakes if not self._said(m[0]).startswith(_TWO)]
        yield from self._in_other_axes(single, got)
        for text, program in sorted(single, key=self._has_other_shape):
            for slip in of_arguments(program, exercise):
                yield self._both(text, slip.text), slip.program
        yield from self._in_other_axes(recurring(exercise), got)

    def _in_other_axes(
        self, slips: Iterable[tuple[Text, Program]], got: np.ndarray
    ) -> Iterator[tuple[Text, Program]]:
        """List slips whose values are got, but for their axes or decimals."""
        axes = self.exercise.axes
        for text, program in slips:
            if time.process_time() > self.end:
                return
            made = self._made(program, self.failed)[0]
            if made is None or made.size != got.size or made.ndim != len(axes):
                continue
            for other, change in (*of_shape(axes), *of_decimals()):
                changed = self._made(change, self.failed, made)[0]
                if changed is not None and agrees(got, changed, False):
                    yield self._both(text, other), partial(then, program, change)

    def _has_other_shape(self, mistake: tuple[Text, Program]) -> bool:
        """Tell which mistakes to try last: a second one would have to undo that."""
        made, got = self._made(mistake[1], self.failed)[0], self.failed.outcome.array
        return made is None or got is None or made.shape != got.shape

    def _both(self, text: Text, other: str) -> str:
        return f"{_TWO}{self._said(text)}; and {other}"

    def _said(self, text: Text) -> str:
        return self.exercise.said(text, self.failed.case)

    def _explains(self, program: Program) -> bool:
        for trial in self.compared:
            made, problem = self._made(program, trial)
            got = trial.outcome.array
            if got is None:
                if problem != trial.outcome.problem:
                    return False
            elif made is None or not agrees(got, made, False):
                return False
        return True

    def _raises_alike(self, program: Program) -> bool:
        errors = [trial for trial in self.trials if trial.outcome.array is None]
        return all(self._made(program, trial)[0] is None for trial in errors)

    def _made(
        self, program: Program, trial: Trial, *given: Any
    ) -> tuple[np.ndarray | None, str]:
        """Return what a program makes of a case, or else how its error reads."""
        try:
            made = understood(program(*(given or trial.case)))
        except Exception as error:
            made = raised(error)
        return made.array, made.problem
