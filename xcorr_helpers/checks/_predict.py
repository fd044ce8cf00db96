"""Judge an answer that was worked out on paper: numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from ._attempt import attempt
from ._exercise import PaperExercise
from ._result import Result


def compare(exercise: PaperExercise, answer: Any) -> Result:
    """Compare `answer` with what is right, print one report, and return it."""
    result = compared(exercise, answer)
    print(result.report)
    return result


def compared(exercise: PaperExercise, answer: Any) -> Result:
    """Compare `answer` with what is right; the report does not give that away."""
    said, passed, mistake = _verdict(exercise, answer)
    name = exercise.name
    return Result(name, passed, mistake, None, f"{name}: {said}")


def _verdict(exercise: PaperExercise, answer: Any) -> tuple[str, bool, str]:
    """Return what is said, whether it is right, and which mistake was made."""
    right, axes, asked = exercise.answer, exercise.axes, exercise.asked
    several = isinstance(right, tuple)
    outcome = attempt(lambda: answer, ())
    array = outcome.array
    if outcome.unwritten:
        said = f"no answer yet. Put {asked}, in the place of None."
        return said, False, "no answer yet"
    key = None if array is None or array.ndim > 1 else _key(array)
    if mistake := exercise.mistakes.get(key, ""):
        return f"not {_shown(exercise, key)}. {mistake}", False, mistake
    if array is None or array.dtype.kind not in "iu" or array.ndim != several:
        of_whole = ", made of whole numbers" if axes else ""
        advice = _advice(exercise, answer, array)
        return f"the answer is {asked}{of_whole}.{advice}", False, advice.strip()
    given = _key(array)
    if given == right:
        return f"right, {_shown(exercise, right)}.", True, ""
    if isinstance(right, int) or isinstance(given, int):
        return f"not {given}.", False, ""
    if exercise.positions:
        return _of_positions(given, right, exercise.listed), False, ""
    if len(given) != len(right):
        said = f"not {given}. There are {len(right)} axes: {', '.join(axes)}."
        return said, False, ""
    wrong = [axis for axis, came, due in zip(axes, given, right) if came != due]
    return f"not {given}. Look again at: {', '.join(wrong)}.", False, ""


def _shown(exercise: PaperExercise, value: Any) -> Any:
    """Show a list of positions as a list."""
    return list(value) if exercise.positions and isinstance(value, tuple) else value


def _of_positions(
    given: tuple[int, ...], right: tuple[int, ...], listed: str = "positions"
) -> str:
    """Say what is wrong with a list, and give nothing of it away."""
    if sorted(given) == sorted(right):
        return f"not {list(given)}. These are the {listed}, in another order."
    if len(given) != len(right):
        return f"not {list(given)}. There are {len(right)} {listed}, not {len(given)}."
    wrong = sum(came != due for came, due in zip(given, right))
    is_wrong = "is wrong" if wrong == 1 else "are wrong"
    return f"not {list(given)}. {wrong} of the {len(right)} {is_wrong}."


def _key(array: np.ndarray) -> Any:
    """Make a number of an array, or a tuple of them."""
    return tuple(array.tolist()) if array.ndim else array.item()


def _advice(exercise: PaperExercise, answer: Any, array: np.ndarray | None) -> str:
    """Say what makes a number, a shape or a list of something else."""
    several, kind = isinstance(exercise.answer, tuple), type(answer)
    if kind is str:
        return " Drop the quotes: 7, not '7'."
    if several and kind in (set, frozenset):
        brackets = "square" if exercise.positions else "round"
        return f" A set has no order: put {brackets} brackets."
    if not several and (array is None or array.ndim):
        has_several = kind in (tuple, list, set, frozenset) or array is not None
        return " One number: no brackets, no commas." if has_several else ""
    if array is None:
        nested = kind in (tuple, list) and any(
            type(part) in (tuple, list) for part in answer
        )
        one = "list" if exercise.positions else "shape"
        return f" One {one} is asked: drop the inner brackets." if nested else ""
    if array.ndim > several:
        return " It has an axis too many."
    whole = array.dtype.kind == "f" and np.array_equal(array, np.round(array))
    exponent = " Drop the point or the exponent: 7, not 7.0 or 7e0."
    return exponent if whole and array.size else ""
