"""Judge an answer that was worked out on paper: a number, or a shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ._attempt import attempt

Answer = int | tuple[int, ...]


def predicted(
    name: str,
    answer: Any,
    right: Answer,
    hints: Mapping[Any, str],
    axes: Sequence[str] = (),
) -> None:
    """Compare `answer` with `right`, and print one report that does not give it away.

    `hints` tells for some wrong answers how one comes by them; `axes` names the axes
    of a shape.
    """
    print(f"{name}: {_verdict(answer, right, hints, axes)}")


def _verdict(
    answer: Any, right: Answer, hints: Mapping[Any, str], axes: Sequence[str]
) -> str:
    asked = "a whole number" if isinstance(right, int) else "a shape, as in (2, 3)"
    outcome = attempt(lambda: answer, ())
    array = outcome.array
    if outcome.unwritten:
        return f"no answer yet. Put {asked}, in the place of None."
    if array is None or array.dtype.kind not in "iu":
        of_whole = "" if isinstance(right, int) else ", made of whole numbers"
        return f"the answer is {asked}{of_whole}.{_to_drop(answer, array)}"
    if array.ndim != (0 if isinstance(right, int) else 1):
        return f"the answer is {asked}."
    given: Answer = int(array) if isinstance(right, int) else tuple(array.tolist())
    if given == right:
        return f"right, {right}."
    if given in hints:
        return f"not {given}. {hints[given]}"
    if isinstance(right, int) or isinstance(given, int):
        return f"not {given}."
    if len(given) != len(right):
        return f"not {given}. It has {len(right)} axes: {', '.join(axes)}."
    wrong = [axis for axis, came, due in zip(axes, given, right) if came != due]
    return f"not {given}. Look again at: {', '.join(wrong)}."


def _to_drop(answer: Any, array: np.ndarray | None) -> str:
    """Say what makes a number, or one of a shape, none."""
    if array is not None and array.dtype.kind == "f":
        return " Drop the point: 7, not 7.0."
    return " Drop the quotes: 7, not '7'." if type(answer) is str else ""
