"""What can be seen of wrong numbers alone, whatever made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ._exercise import Answer
from ._words import plural

UNWRITTEN = np.uint64(0x7FF8_0000_DEAD_BEEF)  # a NaN that no computation makes
Pair = tuple[np.ndarray, Answer]  # what came, and what was due


def facts(pairs: Sequence[Pair], axes: Sequence[str]) -> list[str]:
    """Say what is true of all answers that differ; nothing if nothing is."""
    for fact in (
        _unwritten,
        _nearly,
        _offset,
        _factor,
        _sliced,
        _part,
        _reordered,
        _zeros,
    ):
        told = [set(fact(got, np.asarray(due), axes)) for got, due in pairs]
        if common := set.intersection(*told):
            return [min(common, key=len)]
    return []


def _unwritten(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.itemsize == UNWRITTEN.itemsize and (_bits(got) == UNWRITTEN).any():
        yield "some places were never written: np.empty starts from anything"


def _bits(array: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(array).view(np.uint64)


def _same(got: np.ndarray, due: np.ndarray) -> bool:
    return bool(np.allclose(got, due, rtol=1e-9, atol=1e-9))


def _nearly(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.shape == due.shape and np.allclose(got, due, rtol=1e-5, atol=1e-5):
        yield "the numbers are nearly right: float32 holds some seven digits"


def _offset(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.shape == due.shape and got.size:
        by = np.subtract(got, due, dtype=float)
        if np.ptp(by) == 0 and by.flat[0] != 0:
            size = f"{abs(by.flat[0]):.6g}"
            yield f"each number is {size} too {'large' if by.flat[0] > 0 else 'small'}"


def _factor(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.shape != due.shape or not np.any(due):
        return
    at = np.unravel_index(int(np.argmax(np.abs(due))), due.shape)
    by = float(got[at]) / float(due[at])
    if by not in (0, 1) and _same(got, by * due):
        over = by if abs(by) >= 1 else 1 / by
        word = "times as large" if abs(by) >= 1 else "times too small"
        yield f"each number is {over:.6g} {word}"


def _sliced(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    """Tell of one axis that is too short or too long, and right as far as it goes."""
    if got.ndim != due.ndim:
        return
    for axis, name in enumerate(axes):
        both = min(got.shape[axis], due.shape[axis])
        fewer = got.shape[axis] < due.shape[axis]
        if got.shape[axis] == due.shape[axis]:
            continue
        for start in (False, True):
            part = range(both) if start else range(-both, 0)
            same = got.take(part, axis), due.take(part, axis)
            if same[0].shape == same[1].shape and _same(*same):
                end = "end" if start else "start"
                what = (
                    f"{plural(name)} are missing"
                    if fewer
                    else f"there are too many {plural(name)}"
                )
                yield f"{what} at the {end}; the others are right"


def _part(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    flat, right = got.ravel(), due.ravel()
    both = min(flat.size, right.size)
    if not axes or flat.size == right.size or not both:
        return
    fewer = "it stops too early" if flat.size < right.size else "then it goes on"
    if _same(flat[:both], right[:both]):
        yield f"the first numbers are the right ones, {fewer}"
    elif _same(flat[-both:], right[-both:]):
        yield "the last numbers are the right ones, and the start is not"
    elif flat.size < right.size and np.isin(flat, right).all():
        yield "some of the right numbers are missing"
    elif flat.size > right.size and np.isin(right, flat).all():
        yield "the right numbers are there, and others with them"


def _reordered(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.size == due.size > 1 and _same(np.sort(got, None), np.sort(due, None)):
        yield "the right numbers are all there, in another order"


def _zeros(got: np.ndarray, due: np.ndarray, axes: Sequence[str]) -> Iterator[str]:
    if got.shape != due.shape or not got.ndim:
        return
    wrong = ~np.isclose(got, due, rtol=1e-9, atol=1e-9)
    if wrong.any() and not due[wrong].any():
        yield "some places that should be 0 are not: does it start from np.zeros?"
    if not wrong.any() or got[wrong].any():
        return
    yield "some places are 0 that should not be; the others are right"
    for axis, name in enumerate(axes):
        others = tuple(n for n in range(got.ndim) if n != axis)
        places = np.flatnonzero(wrong.any(others))
        if places.size < got.shape[axis]:
            which = "first" if places[0] == 0 else "last"
            yield f"the {which} {plural(name)} are 0; the others are right"
