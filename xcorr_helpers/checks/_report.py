"""Say in words how an answer differs from what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ._attempt import Outcome
from ._exercise import Answer, Case, CodeExercise
from ._search import agrees

_MOST_SHOWN = 12  # values; of a larger answer, the first difference is shown
_MOST_GIVEN = 64, 10  # values, rows; of a larger array, the shape is told


def complaint(
    outcome: Outcome, expected: Answer, exercise: CodeExercise
) -> Sequence[str]:
    """List the lines that say what is wrong with an answer; none if it is right."""
    got = outcome.array
    if got is None:
        return [f"it {outcome.problem}"]
    if got.shape != expected.shape and not exercise.axes:
        return ["expected  one number", f"got       shape {got.shape}"]
    if got.shape != expected.shape:
        return [
            f"expected  shape {expected.shape}: {', '.join(exercise.axes)}",
            f"got       shape {got.shape}",
            *_axis_facts(got.shape, expected.shape, exercise.axes),
        ]
    if got.dtype.kind == "b":
        return ["it returned True and False, which select; numbers were asked for"]
    if not agrees(got, expected, exercise.positions):
        return _difference(got, expected, exercise.axes)
    if exercise.positions and got.dtype.kind == "f" and not exercise.axes:
        return ["the number is right, but it is a float, and range(3.0) is an error"]
    if exercise.positions and got.dtype.kind == "f":
        return [
            "the numbers are right, but they are floats, and an index is made of whole "
            "numbers only: x[1.0] is an error"
        ]
    return []


def _axis_facts(got: Any, expected: Any, axes: Sequence[str]) -> Iterator[str]:
    if len(got) != len(expected):
        came = "1 axis" if len(got) == 1 else f"{len(got)} axes"
        yield f"          {came} came, {len(expected)} expected"
        return
    for n, (came, due) in enumerate(zip(got, expected)):
        if came != due:
            name = f", {axes[n]}" if len(axes) == len(expected) else ""
            yield f"          axis {n}{name}: {came} came, {due} expected"


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
    return " ".join(map(_number, np.asarray(array).ravel().tolist()))


def _number(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def given(exercise: CodeExercise, case: Case) -> list[str]:
    """Write out a case, whole where it is small, so that it can be tried by hand."""
    lines: list[str] = []
    joined = False  # whether the line before may go on
    for name, value in zip(exercise.arguments, case):
        if isinstance(value, np.ndarray) and _is_small(value):
            lines += _array(f"{name} = ", value)
            joined = False
        elif joined:
            lines[-1] += f", {_short(name, value)}"
        else:
            lines.append(_short(name, value))
            joined = True
    return [f"{'' if n else 'given':10}{line}" for n, line in enumerate(lines)]


def _is_small(array: np.ndarray) -> bool:
    rows = array.size // max(array.shape[-1], 1) if array.ndim else 0
    return 0 < array.size <= _MOST_GIVEN[0] and rows <= _MOST_GIVEN[1]


def shortly(exercise: CodeExercise, case: Case) -> str:
    """Write out a case in one line, with the shapes of its arrays."""
    return ", ".join(map(_short, exercise.arguments, case))


def _short(name: str, value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"{name} of shape {value.shape}"
    return f"{name} = {value}"


def _array(start: str, array: np.ndarray) -> list[str]:
    """Write out an array as nested lists, a line for each row."""
    if array.ndim < 2:
        inside = ", ".join(map(_number, array.tolist()))
        return [f"{start}[{inside}]"]
    lines: list[str] = []
    for number, part in enumerate(array):
        before = " " * (len(start) + 1) if number else f"{start}["
        lines += _array(before, part)
        lines[-1] += "," if number < len(array) - 1 else "]"
    return lines
