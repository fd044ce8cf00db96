"""Turn the arguments of the figures into checked ones, before anything is drawn.

The messages are of the form of those in `_arguments` and `_arrays`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

import numpy as np

from .._arguments import (
    LARGEST_NUMBER,
    completed,
    describe,
    is_sequence,
    text,
    whole_numbers,
)
from .._arrays import real_numbers
from .parts import Rectangle

PICTURE = ("(height, width)", "(height, width, 1)", "(height, width, 3)")
WINDOWS = tuple(axes.replace("(", "(n, ") for axes in PICTURE)


def sized_array(value: Any, name: str, axes: Sequence[str]) -> np.ndarray:
    """Return `value` as real numbers, with one of the `axes` notations.

    Where a notation has a number, or one word twice, the sizes have to be so.
    """
    array = real_numbers(value, name)
    if any(_fits(array.shape, notation) for notation in axes):
        return array
    raise ValueError(
        f"{name} must be {' or '.join(axes)}, every size at least 1, got shape "
        f"{array.shape}"
    )


def _fits(shape: Sequence[int], notation: str) -> bool:
    words = notation.strip("(,)").split(", ")
    sizes = {word: int(word) for word in words if word.isdigit()}
    return len(words) == len(shape) and all(
        size == sizes.setdefault(word, size or -1) for word, size in zip(words, shape)
    )


def check_values(
    array: np.ndarray,
    name: str,
    low: float = -LARGEST_NUMBER,
    high: float = LARGEST_NUMBER,
    kind: str = "numbers",
) -> None:
    """Refuse values that are not from `low` to `high`: what is NaN never is."""
    values = array.astype(float)  # float32 would take 1e100 for infinity
    right = (values >= low) & (values <= high)
    if kind == "whole numbers":
        right &= values == np.round(values)
    if kind == "NaN or numbers":
        right |= np.isnan(values)
    if not right.all():
        raise ValueError(
            f"{name} must hold {kind} from {low:,} to {high:,}, got {array[~right][0]}"
        )


def finite_array(value: Any, name: str, axes: Sequence[str]) -> np.ndarray:
    """Return `value` as finite numbers of one of the `axes` notations."""
    array = sized_array(value, name, axes)
    check_values(array, name)
    return array


def whole_array(
    value: Any, name: str, axes: Sequence[str], low: int, high: int
) -> np.ndarray:
    """Return `value` as int64, with one of the `axes` notations."""
    array = sized_array(value, name, axes)
    check_values(array, name, low, high, "whole numbers")
    return array.astype(np.int64)


def pictures(value: Any, name: str, axes: Sequence[str] = PICTURE) -> np.ndarray:
    """Return colours, or finite values, whose axis of one channel is dropped."""
    array = sized_array(value, name, axes)
    if array.ndim < len(axes[-1].split(",")):
        check_values(array, name)
    elif array.shape[-1] == 1:
        array = array[..., 0]
        check_values(array, name)
    elif array.dtype != np.uint8:
        check_values(array, name, 0, 1, "colours in uint8, or numbers")
    return array


def items(value: Any, name: str, of: str) -> list[Any]:
    """Return a sequence that is not empty as a list."""
    if is_sequence(value) and len(value):
        return list(value)
    raise (ValueError if is_sequence(value) else TypeError)(
        f"{name} must be a sequence of {of}, at least one, got {describe(value)}"
    )


def texts(value: Any, name: str, count: int, of: str) -> list[str]:
    """Return a sequence of `count` texts as a list."""
    are_texts = is_sequence(value) and all(isinstance(item, str) for item in value)
    if are_texts and len(value) == count:
        return list(value)
    raise (ValueError if are_texts else TypeError)(
        f"{name} must be a sequence of {count} texts, one for each {of}, got "
        f"{describe(value)}"
    )


def check_texts(**values: Any) -> None:
    """Refuse what is no text, by the names that the texts are given."""
    for name, value in values.items():
        text(value, name)


def panel_numbers(value: Any, name: str, panels: Sequence[np.ndarray]) -> set[int]:
    """Return the numbers of panels of one channel as a set."""
    try:
        if not is_sequence(value) and not isinstance(value, Set):
            raise TypeError
        numbers = set(whole_numbers(value, 0))
        if any(panels[number].ndim != 2 for number in numbers):
            raise ValueError
    except (TypeError, ValueError, IndexError) as error:
        raise completed(
            error,
            f"{name} must be a collection of numbers of panels that are no colours, "
            f"from 0 to {len(panels) - 1}, got {describe(value)}",
        ) from None
    return numbers


def rectangles(
    value: Any, name: str, panels: Sequence[np.ndarray]
) -> dict[int, list[Rectangle]]:
    """Return a mapping of numbers of panels to rectangles inside of them as a dict."""
    try:
        if not isinstance(value, Mapping):
            raise TypeError
        inside = {}
        for key, number in zip(value, whole_numbers(value, 0)):
            shape = panels[number].shape
            inside[number] = [_rectangle(item, shape) for item in value[key]]
        return inside
    except (TypeError, ValueError, IndexError) as error:
        raise completed(
            error,
            f"{name} must be a mapping of numbers of panels, from 0 to "
            f"{len(panels) - 1}, to sequences of (row, column, height, width) inside "
            f"of the panel, got {describe(value)}",
        ) from None


def _rectangle(value: Any, shape: Sequence[int]) -> Rectangle:
    row, column, height, width = whole_numbers(value, 0)
    inside = row + height <= shape[0] and column + width <= shape[1]
    if not (inside and height and width):
        raise ValueError
    return row, column, height, width
