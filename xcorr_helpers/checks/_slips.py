"""The slips that recur, made by changing what a function is given.

Each is a sentence that says what is wrong, and a program that goes wrong so. A program
that does not run on a case, where a turned shape no longer fits, explains nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from ._exercise import CodeExercise, Program
from ._words import plural

Change = Callable[[Any], Any]


_CONVOLUTION = ": this is the convolution"


class Slip(NamedTuple):
    """A sentence, and a program of which it is true."""

    text: str
    program: Program


# The axes of the arrays that exercises are given, by name and number.
AXES = {
    ("image", 2): ("row", "column"),
    ("kernel", 2): ("row", "column"),
    ("maps", 2): ("row", "column"),
    ("maps", 4): ("image", "row", "column", "kernel"),
    ("gradient", 2): ("row", "column"),
    ("gradient", 4): ("image", "row", "column", "kernel"),
    ("images", 3): ("image", "row", "column"),
    ("images", 4): ("image", "row", "column", "channel"),
    ("kernels", 3): ("kernel", "row", "column"),
    ("kernels", 4): ("kernel", "row", "column", "channel"),
    ("output_gradient", 2): ("row", "column"),
    ("output_gradient", 3): ("row", "column", "kernel"),
    ("output_gradient", 4): ("image", "row", "column", "kernel"),
    ("scores", 2): ("image", "class"),
}


def of_arguments(program: Program, exercise: CodeExercise) -> Iterator[Slip]:
    """Change one argument before a program sees it."""
    names, case = exercise.arguments, exercise.cases[0]
    for place, (name, value) in enumerate(zip(names, case)):
        axes = axes_of(exercise, name, np.ndim(value))
        for text, change in _changes(name, value, axes):
            if "output_gradient" in names:  # back, the convolution is right
                text = text.removesuffix(_CONVOLUTION)
            yield Slip(text, partial(_given, program, place, change))
    for first, value in enumerate(case):
        for second in range(first + 1, len(case)):
            if type(value) is type(case[second]) and _ndim(value) == _ndim(
                case[second]
            ):
                yield Slip(
                    f"`{names[first]}` and `{names[second]}` are exchanged",
                    partial(_exchanged, program, first, second),
                )


def _ndim(value: Any) -> int:
    return np.ndim(value) if isinstance(value, np.ndarray) else np.size(value)


def _given(program: Program, place: int, change: Change, *case: Any) -> Any:
    changed, least = change(case[place]), np.min(case[place], initial=1)
    if not isinstance(changed, np.ndarray) and np.min(changed) < least:
        raise ValueError("a size below 1 is none, and a loop over it may never end")
    return program(*case[:place], changed, *case[place + 1 :])


def _exchanged(program: Program, first: int, second: int, *case: Any) -> Any:
    given = list(case)
    given[first], given[second] = case[second], case[first]
    return program(*given)


def axes_of(exercise: CodeExercise, name: str, ndim: int) -> tuple[str, ...]:
    """Name the axes of an array that an exercise is given; none if they are unknown."""
    return exercise.array_axes.get(name, AXES.get((name, ndim), ()))


def _changes(
    name: str, value: Any, axes: Sequence[str]
) -> Iterator[tuple[str, Change]]:
    said = f"`{name}`"
    if not isinstance(value, np.ndarray) or value.size > 1:
        always = f"{said} is the example's, whatever is given"
        yield always, lambda given: value
    if isinstance(value, np.ndarray):
        yield from _of_axes(said, axes)
        yield f"the decimals of {said} are lost", np.trunc
        yield f"{said} is rounded to whole numbers", np.round
        yield f"the signs of {said} are lost", np.abs
        yield f"what is below zero in {said} is cut off", lambda a: np.maximum(a, 0)
        yield f"{said} is made bytes, which hold 0 to 255", _bytes
    elif isinstance(value, tuple) and len(value) > 1:
        yield from _of_sizes(said, len(value))
    elif isinstance(value, int):
        yield f"{said} is left out: it counts as 1", lambda number: 1
        yield f"{said} is one too small", lambda number: number - 1
        yield f"{said} is one too large", lambda number: number + 1
        yield f"{said} is doubled", lambda number: 2 * number
        yield f"{said} is halved", lambda number: number // 2
        yield f"{said} is squared: is it applied twice?", lambda number: number**2


def _bytes(array: np.ndarray) -> np.ndarray:
    whole: np.ndarray = np.trunc(array).astype(np.int64)
    return whole.astype(np.uint8).astype(np.int64)


def _of_sizes(said: str, number: int) -> Iterator[tuple[str, Change]]:
    for text, at in (
        (f"{said} is taken as (columns, rows)", {0: 1, 1: 0}),
        (f"the rows of {said} are taken for its columns, too", {1: 0}),
        (f"the columns of {said} are taken for its rows, too", {0: 1}),
    ):
        order = [at.get(place, place) for place in range(number)]
        yield text, partial(_picked, order=order)
    if number == 3:
        text = f"{said} is taken as if its channels came first"
        yield text, lambda sizes: (sizes[1], sizes[2], sizes[0])
    less, more = f"{said} is one too small", f"{said} is one too large"
    yield less, lambda sizes: (sizes[0] - 1, sizes[1] - 1, *sizes[2:])
    yield more, lambda sizes: (sizes[0] + 1, sizes[1] + 1, *sizes[2:])


def _picked(sizes: tuple[int, ...], order: Sequence[int]) -> tuple[int, ...]:
    return tuple(sizes[place] for place in order)


def _of_axes(said: str, axes: Sequence[str]) -> Iterator[tuple[str, Change]]:
    where = {axis: number for number, axis in enumerate(axes)}
    is_kernel = said.startswith("`kernel")
    for axis, number in where.items():
        yield (
            f"the {plural(axis)} of {said} are reversed",
            partial(np.flip, axis=number),
        )
        for place, first in ((0, "first"), (-1, "last")):
            one = partial(_one_for_all, axis=number, place=place)
            yield f"only the {first} {axis} of {said} is used, for all", one
            if is_kernel or axis == "channel":
                left = partial(_left_out, axis=number, place=place)
                yield f"the {first} {axis} of {said} is left out", left
                only = partial(_only, axis=number, place=place)
                yield f"only the {first} {axis} of {said} counts", only
    if "row" in where:
        pair = where["row"], where["column"]
        turned = f"{said} is turned in rows and columns"
        turned += _CONVOLUTION if is_kernel else ""
        yield turned, partial(np.flip, axis=pair)
        yield f"{said} is transposed: rows and columns", partial(_swapped, axes=pair)
        yield f"{said} is read column by column", partial(_by_columns, axes=pair)
    if "kernel" in where:
        mixed = f"the kernels in {said} are mixed: a reshape moves no number"
        yield mixed, partial(_mixed, axis=where["kernel"])
    if "channel" in where:
        if where["channel"] > where["column"]:
            first = f"{said} is read as if its channels came first"
            yield (
                first,
                partial(_as_if_first, axis=where["channel"], start=where["row"]),
            )
        added = f"the channels of {said} are averaged first"
        yield added, partial(_averaged, axis=where["channel"])


def _one_for_all(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    return np.broadcast_to(array.take([place], axis), array.shape)


def _left_out(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    changed = array.copy()
    np.moveaxis(changed, axis, 0)[place] = 0
    return changed


def _only(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    changed = np.zeros_like(array)
    np.moveaxis(changed, axis, 0)[place] = np.moveaxis(array, axis, 0)[place]
    return changed


def _averaged(array: np.ndarray, axis: int) -> np.ndarray:
    return np.broadcast_to(array.mean(axis, keepdims=True), array.shape)


def _swapped(array: np.ndarray, axes: tuple[int, int]) -> np.ndarray:
    return array.swapaxes(*axes)


def _by_columns(array: np.ndarray, axes: tuple[int, int]) -> np.ndarray:
    read: np.ndarray = array.swapaxes(*axes).reshape(array.shape)
    return read


def _mixed(array: np.ndarray, axis: int) -> np.ndarray:
    count = array.shape[axis]
    if axis == 0:
        return array.reshape(-1, count).T.reshape(array.shape)
    return array.reshape(count, -1).T.reshape(array.shape)


def _as_if_first(array: np.ndarray, axis: int, start: int) -> np.ndarray:
    moved = np.moveaxis(array, axis, start)
    return moved.reshape(array.shape)
