"""The slips that recur, made by changing what a function returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from ._exercise import Program
from ._slips import Change, Slip
from ._words import plural

DECIMALS_LOST = "the decimals are lost: ints cannot hold them"


def of_result(reference: Program, axes: Sequence[str]) -> Iterator[Slip]:
    """Change what the reference returns; `axes` names the axes of that."""
    for text, change in (*of_shape(axes), *_of_values(), *_of_axes(axes)):
        yield Slip(text, partial(then, reference, change))


def then(reference: Program, change: Change, *case: Any) -> Any:
    """Change what a program returns."""
    return change(np.asarray(reference(*case)))


def _of_values() -> Iterator[tuple[str, Change]]:
    yield "each value has the other sign", lambda out: -out
    yield "the signs are lost", np.abs
    yield "what is below zero is cut off", lambda out: np.maximum(out, 0)
    yield from of_decimals()
    yield "float16 holds three digits only", lambda out: out.astype(np.float16)
    for bits in (8, 16):
        for kind in ("int", "uint"):
            dtype = np.dtype(f"{kind}{bits}")
            text = f"{dtype} holds {bits} bits, and larger numbers go round"
            yield text, partial(_wrapped, dtype=dtype)


def of_decimals() -> Iterator[tuple[str, Change]]:
    """List what leaves no decimals."""
    yield DECIMALS_LOST, np.trunc
    yield "the values are rounded to whole numbers", np.round


def of_shape(axes: Sequence[str]) -> Iterator[tuple[str, Change]]:
    """List what leaves the values right, and puts them into other axes."""
    if not axes:
        return
    yield "it is all in one row: .reshape(...) makes the axes", np.ravel
    yield "there is an axis of length 1 too many in front", lambda out: out[None]
    yield "there is an axis of length 1 too many at the end", lambda out: out[..., None]
    if len(axes) == 1:
        return
    yield "it is transposed", np.transpose
    yield (
        "the values are cut into the transposed shape",
        lambda out: out.reshape(out.shape[::-1]),
    )
    yield (
        "the values are right, and stand as if counted column by column",
        lambda out: out.ravel("F").reshape(out.shape),
    )
    for first, name in enumerate(axes):
        for second in range(first + 1, len(axes)):
            pair = (first, second)
            both = f"the axes {name} and {axes[second]}"
            if len(axes) > 2:
                yield f"{both} are exchanged", partial(_swapped, axes=pair)
            yield (
                f"{both} are exchanged in its shape, but not its values: a reshape "
                "moves no number",
                partial(_recut, axes=pair),
            )
            yield (
                f"{both} are exchanged in its values, but not its shape",
                partial(_refilled, axes=pair),
            )
        if len(axes) > 2:
            yield (
                f"the axis {name} comes first",
                partial(np.moveaxis, source=first, destination=0),
            )
            yield (
                f"the axis {name} comes last",
                partial(np.moveaxis, source=first, destination=-1),
            )
            if first:
                both = f"the axes {axes[first - 1]} and {name} are one"
                yield f"{both}: .reshape(...) makes two", partial(_joined, axis=first)


def _of_axes(axes: Sequence[str]) -> Iterator[tuple[str, Change]]:
    if not axes:
        return
    yield "it is a single number: the values are added", np.sum
    yield "it is a single number: the mean of the values", np.mean
    yield "everything is in reverse order", np.flip
    yield "the values are sorted", lambda out: np.sort(out, axis=None)
    yield "the values are sorted, and each is there once", np.unique
    for axis, name in enumerate(axes):
        yield f"the {plural(name)} are in reverse order", partial(np.flip, axis=axis)
        yield f"the {plural(name)} are added up", partial(np.sum, axis=axis)
        yield f"the {plural(name)} are averaged", partial(np.mean, axis=axis)
        yield (
            f"the {plural(name)} count on: each holds those before, too",
            partial(np.cumsum, axis=axis),
        )
        for place, first in ((0, "first"), (-1, "last")):
            at: dict[str, Any] = {"axis": axis, "place": place}
            yield f"the {first} {name} is missing", partial(_cut, **at)
            yield f"the {first} {name} is left at 0", partial(_zeroed, **at)
            only = f"only the {first} {name} is there"
            yield only, partial(np.take, indices=place, axis=axis)
            yield only, partial(np.take, indices=[place], axis=axis)
            yield f"{only}; the others are 0", partial(_alone, **at)
            yield f"each {name} repeats the {first}", partial(_repeated, **at)
        for by, where in ((1, "late"), (-1, "early")):
            text = f"each {name} comes one place too {where}"
            yield text, partial(np.roll, shift=by, axis=axis)


def _wrapped(array: np.ndarray, dtype: np.dtype) -> np.ndarray:
    whole: np.ndarray = np.trunc(array).astype(np.int64)
    return whole.astype(dtype)


def _swapped(array: np.ndarray, axes: tuple[int, int]) -> np.ndarray:
    return array.swapaxes(*axes)


def _recut(array: np.ndarray, axes: tuple[int, int]) -> np.ndarray:
    return array.reshape(array.swapaxes(*axes).shape)


def _refilled(array: np.ndarray, axes: tuple[int, int]) -> np.ndarray:
    filled: np.ndarray = array.swapaxes(*axes).reshape(array.shape)
    return filled


def _joined(array: np.ndarray, axis: int) -> np.ndarray:
    shape = array.shape
    return array.reshape(*shape[: axis - 1], -1, *shape[axis + 1 :])


def _cut(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    return np.delete(array, place, axis)


def _zeroed(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    changed = array.copy()
    np.moveaxis(changed, axis, 0)[place] = 0
    return changed


def _alone(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    alone: np.ndarray = array - _zeroed(array, axis, place)
    return alone


def _repeated(array: np.ndarray, axis: int, place: int) -> np.ndarray:
    return np.broadcast_to(array.take([place], axis), array.shape)
