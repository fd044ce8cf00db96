"""What all judges share: try a function on cases, and report like a tutor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ._attempt import Outcome, attempt
from ._code import notes
from ._task import Answer, Case, Cause, Task

_MOST_SHOWN = 12  # values; of a larger answer, the first difference is shown
_AFTER_FAILURE = 4  # further cases, to tell the causes apart
_LIST_NOTE = (
    "\n  A note: it returned a list. The numbers are right; np.array(...) around them "
    "makes an array, which can be added to and reshaped."
)
_at_work: list[str] = []  # a function may ask its judge, by a slip of indentation


@dataclass(frozen=True)
class Trial:
    """One case, what was wanted, what came, and what is wrong with it."""

    number: int  # of the case
    case: Case
    expected: Answer
    outcome: Outcome
    complaint: tuple[str, ...]
    changed: str


def judge(function: Any, task: Task) -> None:
    """Try `function` on the cases of `task`, and print one report."""
    if _at_work:
        print(f"{task.name}: not asked, as the function itself asks a judge.")
        return
    _at_work.append(task.name)
    try:
        report = _report(function, task)
    finally:
        _at_work.clear()
    print(report)


def _report(function: Any, task: Task) -> str:
    if not callable(function):
        return (
            f"{task.name}: hand over the function itself, by its name, without "
            f"brackets: checks.{task.name}(my_function)"
        )
    # The first ones come again at the end: an answer must not depend on earlier calls.
    numbers = [*range(len(task.cases)), 0, 1]
    trials: list[Trial] = []
    failed = None
    for place, number in enumerate(numbers):
        trials.append(_tried(function, number, task))
        if failed is None and trials[-1].complaint:
            failed = place
        if failed is not None and place >= failed + _AFTER_FAILURE:
            break
    if failed is not None:
        return _failure(function, task, trials, failed)
    sizes = sorted((_sizes(case[task.image]) for case in task.cases), key=np.prod)
    smallest, largest = (" x ".join(map(str, size)) for size in (sizes[0], sizes[-1]))
    passed = f"{task.name}: right on {len(task.cases)} cases, "
    passed += f"from {task.arguments[task.image]} {smallest} to {largest}."
    if task.array and trials[0].outcome.is_list:
        passed += _LIST_NOTE
    return passed


def _tried(function: Callable[..., Any], number: int, task: Task) -> Trial:
    case, expected = task.cases[number], task.answers[number]
    given = tuple(arg.copy() if isinstance(arg, np.ndarray) else arg for arg in case)
    outcome = attempt(function, given)
    names = [
        n for n, old, new in zip(task.arguments, case, given) if not _same(old, new)
    ]
    changed = f"it changed its input, {names[0]}: work on a copy" if names else ""
    complaint = _complaint(outcome, expected, task)
    if changed and not complaint:
        complaint = ("its answer is right",)
    return Trial(number, case, expected, outcome, tuple(complaint), changed)


def _same(old: Any, new: Any) -> bool:
    if not isinstance(old, np.ndarray):
        return True  # a number or a tuple cannot be changed
    return old.dtype == new.dtype and np.array_equal(old, new)


def agrees(got: np.ndarray, expected: Answer, exact: bool) -> bool:
    """Tell whether two arrays have the same shape and the same values."""
    if got.shape != expected.shape:
        return False
    if exact:
        return bool(np.array_equal(got, expected))
    with np.errstate(all="ignore"):
        return bool(np.allclose(got, expected, rtol=1e-9, atol=1e-9))


def _complaint(outcome: Outcome, expected: Answer, task: Task) -> Sequence[str]:
    got = outcome.array
    if got is None:
        return [f"it {outcome.problem}"]
    if got.shape != expected.shape and not task.axes:
        return ["expected  one number", f"got       shape {got.shape}"]
    if got.shape != expected.shape:
        return [
            f"expected  shape {expected.shape}: {', '.join(task.axes)}",
            f"got       shape {got.shape}",
            *_axis_facts(got.shape, expected.shape, task.axes),
        ]
    if got.dtype.kind == "b":
        return ["it returned True and False, which select; numbers were asked for"]
    if not agrees(got, expected, task.positions):
        return _difference(got, expected, task.axes)
    if task.positions and got.dtype.kind == "f" and not task.axes:
        return ["the number is right, but it is a float, and range(3.0) is an error"]
    if task.positions and got.dtype.kind == "f":
        return [
            "the numbers are right, but they are floats, and an index is made of whole "
            "numbers only: x[1.0] is an error"
        ]
    return []


def _axis_facts(got: Any, expected: Any, axes: Sequence[str]) -> Iterator[str]:
    if len(got) != len(expected):
        came = "1 axis" if len(got) == 1 else f"{len(got)} axes"
        yield f"          {came} came, {len(expected)} were expected"
        return
    for n, (came, due) in enumerate(zip(got, expected)):
        if came != due:
            yield f"          axis {n}, {axes[n]}: {came} came, {due} expected"


def _difference(got: np.ndarray, expected: Answer, axes: Sequence[str]) -> list[str]:
    lines = []
    if expected.size <= _MOST_SHOWN:
        lines += [f"expected  {_values(expected)}", f"got       {_values(got)}"]
        if expected.size == 1 or expected.ndim == 0:
            return lines
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(got, expected, rtol=1e-9, atol=1e-9)
    if not wrong.any():  # whole numbers so large that only an exact look tells
        wrong = got != expected
    at = np.unravel_index(int(np.argmax(wrong)), expected.shape)
    place = ", ".join(f"{axis} {number}" for axis, number in zip(axes, at))
    due, came = _values(np.asarray(expected)[at]), _values(got[at])
    return [*lines, f"first difference at {place}: expected {due}, got {came}"]


def _values(array: Any) -> str:
    texts = [
        f"{value:.6g}" if isinstance(value, float) else str(value)
        for value in np.asarray(array).ravel().tolist()
    ]
    return " ".join(texts)


def _failure(function: Any, task: Task, trials: list[Trial], failed: int) -> str:
    trial, again = trials[failed], failed >= len(task.cases)
    called = f"my_function({', '.join(task.arguments)})"
    if failed == 0 and trial.outcome.unwritten:
        return (
            f"{task.name}: not written yet? It {trial.outcome.problem}\n"
            f"  It is called as {called}."
        )
    count = f"right on {failed} case{'s' * (failed != 1)}, then not"
    if again:
        count = "right the first time, and not when the same case comes again"
    lines = [f"given     {_described(task, trial.case)}", *trial.complaint]
    if trial.outcome.line:
        lines.append(f"in        {trial.outcome.line}")
    cause = trial.outcome.advice or _likely(task, trials, failed)
    if cause:
        lines.append(f"likely    {cause}")
    else:
        lines += [f"mind      {text}" for text in notes(function, task.reference)]
    if "TypeError" in trial.outcome.problem:
        lines.append(f"          it is called as {called}")
    if trial.outcome.printed:
        lines.append(f"printed   {trial.outcome.printed}")
    headline = f"{task.name}: {count if failed else 'not yet'}."
    return "\n  ".join([headline, *lines])


def _likely(task: Task, trials: list[Trial], failed: int) -> str:
    """Name the mistake that explains the failed case, and most of the others."""
    got, changed = trials[failed].outcome.array, trials[failed].changed
    if got is None or agrees(got, trials[failed].expected, task.positions):
        return changed
    best, most = "", 0
    for cause in task.causes:
        matches = [_matches(cause, trial, task) for trial in trials]
        texts = matches[failed]
        if not texts:
            continue
        wrong = [came for came, trial in zip(matches, trials) if trial.complaint]
        often = {number: sum(number in came for came in wrong) for number in texts}
        likeliest = max(often, key=lambda number: often[number])
        # One number may be that of a mistake by chance: then most of them must be.
        if not task.axes and 2 * often[likeliest] <= len(wrong):
            continue
        explained = sum(map(bool, matches))
        if explained > most:
            best, most = texts[likeliest], explained
    if best or changed:
        return best or changed
    if any(agrees(got, trial.expected, task.positions) for trial in trials[:failed]):
        return "this is the answer to an earlier case: is something kept between calls?"
    return ""


def _matches(cause: Cause, trial: Trial, task: Task) -> dict[int, str]:
    """Number the variants of `cause` that compute what came, and say what is wrong."""
    got, found = trial.outcome.array, dict[int, str]()
    for number, (text, wrong) in enumerate(task.variants(cause, trial.number)):
        if got is None or wrong is None:
            continue
        exact = task.positions and wrong.dtype.kind != "f"
        if agrees(got, wrong, exact):
            found[number] = text
    return found


def _sizes(value: Any) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,)
    return value.shape if isinstance(value, np.ndarray) else tuple(value)


def _described(task: Task, case: Case) -> str:
    return ", ".join(
        f"{name} of shape {value.shape}"
        if isinstance(value, np.ndarray)
        else f"{name} = {value}"
        for name, value in zip(task.arguments, case)
    )
