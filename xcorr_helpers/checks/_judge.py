"""What all judges share: try a function on cases, and report like a tutor."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import numpy as np

from ._attempt import attempt
from ._code import notes, returned_in_place
from ._elsewhere import Elsewhere
from ._exercise import Answer, CodeExercise, copied, unchanged
from ._explorer import explorer_line
from ._facts import UNWRITTEN
from ._patience import GIVEN_UP, Patience
from ._reads import has_picture
from ._report import complaint, given, shortly
from ._result import Result
from ._search import Trial, agrees, causes

_AFTER_FAILURE = 4  # further cases, to tell the causes apart
_LIST_NOTE = (
    "\n  A note: it returned a list. The numbers are right; np.array(...) around them "
    "makes an array, which can be added to and reshaped."
)
_at_work: list[str] = []  # a function may ask its judge, by a slip of indentation


def judge(exercise: CodeExercise, function: Any) -> Result:
    """Try `function` on the cases of `exercise`, print one report, and return it."""
    patience = Patience(exercise.name)
    try:
        result = judged(exercise, function, patience)
    except KeyboardInterrupt:
        stopped = f"stopped by hand after {patience.spent:.1f} s, in {patience.at}"
        print(f"{exercise.name}: {stopped}\n  Does a loop of it never end?")
        raise
    print(result.report)
    return result


def judged(exercise: CodeExercise, function: Any, patience: Patience) -> Result:
    """Try `function` on the cases of `exercise`, without printing."""
    name = exercise.name
    if _at_work:
        report = f"{name}: not asked, as the function itself asks a judge."
        return Result(name, False, "", None, report)
    if not callable(function):
        report = f"{name}: hand over the function itself, by its name, without "
        report += f"brackets: checks.{name}(my_function)"
        return Result(name, False, "", None, report)
    _at_work.append(name)
    try:
        trials = _trials(exercise, function, patience)
    finally:
        _at_work.clear()
    failed = next((n for n, trial in enumerate(trials) if trial.complaint), None)
    if failed is not None:
        return _failure(exercise, function, trials, failed)
    if len(trials) < len(exercise.cases):
        report = f"{name}: right on {len(trials)} of {len(exercise.cases)} cases, and "
        report += f"too slow to judge further: more than {GIVEN_UP} s."
        return Result(name, False, "too slow to judge further", None, report)
    cases = [case[exercise.image] for case in exercise.cases]
    sizes = sorted(map(_sizes, cases), key=np.prod)
    smallest, largest = (" x ".join(map(str, size)) for size in (sizes[0], sizes[-1]))
    passed = f"{name}: right on {len(cases)} cases, "
    passed += f"from {exercise.arguments[exercise.image]} {smallest} to {largest}."
    if exercise.array and trials[0].outcome.is_list:
        passed += _LIST_NOTE
    return Result(name, True, "", None, passed)


def _trials(exercise: CodeExercise, function: Any, patience: Patience) -> list[Trial]:
    # The first ones come again at the end: an answer must not depend on earlier calls.
    count = len(exercise.cases)
    trials: list[Trial] = []
    after = 0
    for number in [*range(count), 0, 1]:
        case = shortly(exercise, exercise.cases[number])
        with patience.during(f"case {number + 1} of {count}: {case}"):
            outcome_and_arguments = _called(exercise, function, number)
        trials.append(_tried(exercise, number, *outcome_and_arguments))
        after += bool(after or trials[-1].complaint)
        if patience.over or after > _AFTER_FAILURE:
            break
    return trials


def _called(exercise: CodeExercise, function: Any, number: int) -> tuple[Any, Any]:
    case, expected = exercise.cases[number], exercise.answers[number]
    arguments = copied(case)
    _spoil(expected)
    return attempt(function, arguments), arguments


def _spoil(expected: Answer) -> None:
    """Leave NaN in memory that is free: what is never written must not pass by luck."""
    for _ in [np.full(expected.shape, UNWRITTEN) for _ in range(8)]:
        pass


def _tried(exercise: CodeExercise, number: int, outcome: Any, arguments: Any) -> Trial:
    case, expected = exercise.cases[number], exercise.answers[number]
    names = [
        n
        for n, old, new in zip(exercise.arguments, case, arguments)
        if not unchanged(old, new)
    ]
    changed = f"it changed its input, {names[0]}: work on a copy" if names else ""
    lines = complaint(outcome, expected, exercise)
    if changed and not lines:
        lines = ("its answer is right",)
    return Trial(number, case, expected, outcome, tuple(lines), changed)


def _failure(
    exercise: CodeExercise, function: Any, trials: list[Trial], failed: int
) -> Result:
    trial, again = trials[failed], failed >= len(exercise.cases)
    name = exercise.name
    called = f"my_function({', '.join(exercise.arguments)})"
    if failed == 0 and trial.outcome.unwritten:
        is_none = trial.outcome.problem.startswith("returned None")
        if is_none and (in_place := returned_in_place(function)):
            report = f"{name}: not yet. It returned None: {in_place}"
            return Result(name, False, in_place, trial.case, report)
        report = f"{name}: not written yet? It {trial.outcome.problem}\n"
        report += f"  It is called as {called}."
        return Result(name, False, "not written yet", trial.case, report)
    count = f"right on {failed} case{'s' * (failed != 1)}, then not"
    if again:
        count = "right the first time, and not when the same case comes again"
    lines = [*given(exercise, trial.case), *trial.complaint]
    if trial.outcome.line:
        lines.append(f"in        {trial.outcome.line}")
    mistake = _likely(exercise, trials, failed)
    if mistake:
        lines.append(f"likely    {mistake}")
    lines += [f"mind      {text}" for text in notes(function, exercise.reference)]
    if "TypeError" in trial.outcome.problem:
        lines.append(f"          it is called as {called}")
    if trial.outcome.printed:
        lines.append(f"printed   {trial.outcome.printed}")
    if has_picture(exercise) and trial.outcome.array is not None:
        lines.append(f'draw      checks.show("{name}", {_name_of(function)})')
    lines += filter(None, [explorer_line(exercise, trial)])
    headline = f"{name}: {count if failed else 'not yet'}."
    report = "\n  ".join([headline, *lines])
    return Result(name, False, mistake, trial.case, report)


def _name_of(function: Any) -> str:
    """Return the name by which the reader knows a function, if it has a plain one."""
    known = type(function) is FunctionType or issubclass(type(function), Elsewhere)
    name = function.__name__ if known else ""
    return name if name.isidentifier() and name.isascii() else "my_function"


def _likely(exercise: CodeExercise, trials: list[Trial], failed: int) -> str:
    """Name the mistake that explains what came, or two of those that tie."""
    trial = trials[failed]
    got = trial.outcome.array
    if got is not None and agrees(got, trial.expected, exercise.positions):
        return trial.changed
    texts = causes(exercise, trials)
    if len(texts) > 1:
        more = "; or another slip that gives the same" if len(texts) > 2 else ""
        return f"either {texts[0]}; or {texts[1]}{more}"
    if texts:
        return texts[0]
    if trial.outcome.advice or trial.changed:
        return trial.outcome.advice or trial.changed
    if got is None:
        return ""
    if any(agrees(got, t.expected, exercise.positions) for t in trials[:failed]):
        return "this is the answer to an earlier case: is something kept between calls?"
    return ""


def _sizes(value: Any) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,)
    return value.shape if isinstance(value, np.ndarray) else tuple(value)
