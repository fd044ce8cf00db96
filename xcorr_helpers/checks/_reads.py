"""What a function reads: its matrix, made by calling it, however it was written.

A correlation is linear in the image. So an image that is zero but for one pixel gives
one column of the matrix: what that pixel adds to each output.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ._attempt import attempt
from ._exercise import Case, CodeExercise, copied
from ._search import agrees
from ._slips import axes_of

_MOST = 100  # values to probe, or to draw in a row: more can hardly be seen


class NothingToDrawError(Exception):
    """Why there is no matrix; the text is for the reader."""


@dataclass(frozen=True)
class Reads:
    """What was due, and what a function reads, for one case: a row an output.

    Attributes
    ----------
    due, came : array of shape (outputs, inputs), or (outputs, window)
        The weight of each input in each output; of positions, the positions themselves,
        and -1 for those outside of the image.
    shape : tuple of int
        The inputs' rows and columns, as they are drawn.
    beyond : str
        What cannot be drawn, in words.
    """

    case: Case
    due: np.ndarray
    came: np.ndarray
    shape: tuple[int, int]
    beyond: str
    order: bool  # whether positions are drawn, by their order

    def texts(self, matrix: np.ndarray, output: int) -> np.ndarray:
        """Write out what one output reads: weights, or which places of the window."""
        if not self.order:
            told = [f"{v:.4g}" if v else "" for v in row_of(matrix, output)]
        else:
            told = [""] * int(np.prod(self.shape))
            for place, position in enumerate(matrix[output : output + 1].ravel()):
                if position >= 0:
                    told[position] += f", {place}" if told[position] else f"{place}"
        return np.array(told).reshape(self.shape)

    def weights(self, matrix: np.ndarray) -> np.ndarray:
        """Return (outputs, inputs); of positions, how often each is read."""
        if not self.order:
            return matrix
        counts = np.zeros((len(matrix), int(np.prod(self.shape))))
        for row, positions in zip(counts, matrix):
            np.add.at(row, positions[positions >= 0], 1)
        return counts


def row_of(matrix: np.ndarray, output: int) -> np.ndarray:
    """Return what one output reads; nothing if a function makes fewer outputs."""
    return matrix[output] if output < len(matrix) else np.zeros(matrix.shape[1])


def has_picture(exercise: CodeExercise) -> bool:
    """Tell whether an answer is made of an image's values, or of positions in one."""
    of_values = isinstance(exercise.cases[0][0], np.ndarray) and not exercise.positions
    of_positions = exercise.positions and exercise.array
    return bool(exercise.axes) and (of_values or of_positions)


def reads(exercise: CodeExercise, function: Callable[..., Any]) -> Reads:
    """Find out what `function` reads in the first case that is wrong, and small."""
    if not has_picture(exercise):
        raise NothingToDrawError("its answer reads no image")
    number = _case(exercise, function)
    case = exercise.cases[number]
    return (_placed if exercise.positions else _probed)(exercise, function, case)


def _case(exercise: CodeExercise, function: Callable[..., Any]) -> int:
    """Choose the first small case whose answer is wrong; the first, if none is."""
    sizes = [_inputs(exercise, case) for case in exercise.cases]
    small = [number for number, size in enumerate(sizes) if size <= _MOST]
    for number in small:
        case, due = exercise.cases[number], np.asarray(exercise.answers[number])
        got = attempt(function, copied(case)).array
        if due.size <= _MOST and (got is None or not agrees(got, due, False)):
            return number
    return small[0]


def _inputs(exercise: CodeExercise, case: Case) -> int:
    first = case[0]
    return int(first.size if isinstance(first, np.ndarray) else np.prod(first))


def _called(function: Callable[..., Any], case: Case) -> np.ndarray:
    outcome = attempt(function, copied(case))
    if outcome.array is None:
        raise NothingToDrawError(f"it {outcome.problem}")
    if not np.isfinite(outcome.array).all():
        raise NothingToDrawError("it returned numbers that are not finite")
    return outcome.array.astype(float)


def _placed(exercise: CodeExercise, function: Callable[..., Any], case: Case) -> Reads:
    """Draw positions where they lie: they need no probing."""
    shape, size = case[exercise.image], _inputs(exercise, case)
    due = np.asarray(exercise.reference(*case))
    rows = []
    for answer in (due, _called(function, case)):
        # Each placement of an index matrix is an output; any other answer is one.
        matrix = exercise.axes == ("placement", "kernel value") and answer.ndim == 2
        places = answer if matrix else answer.reshape(1, -1)
        inside = (places >= 0) & (places < size) & (places % 1 == 0)
        rows.append(np.where(inside, places, -1).astype(int))
    outside = int((rows[1] < 0).sum())
    beyond = f"{outside} positions lie outside of the image. " if outside else ""
    folded = _folded(shape, ("row", "column", "channel")[: len(shape)])
    return Reads(case, rows[0], rows[1], folded, beyond, True)


def _probed(exercise: CodeExercise, function: Callable[..., Any], case: Case) -> Reads:
    """Call a function once for each input, all zero but for that one."""
    due, came = (_matrix(program, case) for program in (exercise.reference, function))
    first = case[0]
    axes = axes_of(exercise, exercise.arguments[0], first.ndim)
    beyond = ""
    shapes = [np.shape(_called(p, case)) for p in (exercise.reference, function)]
    if shapes[0] != shapes[1]:
        beyond = f"It returns the shape {shapes[1]}, and {shapes[0]} is due. "
    return Reads(case, due, came, _folded(first.shape, axes), beyond, False)


def _matrix(program: Callable[..., Any], case: Case) -> np.ndarray:
    """Call a program once for each input, and see that the sum of all is its answer."""
    first, rest = case[0], case[1:]
    columns = []
    for place in range(first.size):
        probe = np.zeros(first.shape)
        probe.flat[place] = 1
        columns.append(_called(program, (probe, *rest)).ravel())
    whole = _called(program, case).ravel()
    with np.errstate(all="ignore"):
        linear = all(column.shape == whole.shape for column in columns) and np.allclose(
            np.stack(columns, axis=1) @ first.ravel().astype(float), whole
        )
    if not linear:
        raise NothingToDrawError(
            "it is not linear, f(x + y) != f(x) + f(y): no matrix gives its numbers"
        )
    return np.stack(columns, axis=1)


def _folded(shape: Sequence[int], axes: Sequence[str]) -> tuple[int, int]:
    """Say how many rows and columns show an array of any number of axes."""
    split = axes.index("row") + 1 if "row" in axes else len(shape) - 1
    return int(np.prod(shape[:split])), int(np.prod(shape[split:]))
