"""Turn the mappings that a figure is given into checked ones.

Each is a few series by their names; the messages are as in `arguments`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from .._arguments import (
    LARGEST_NUMBER,
    completed,
    describe,
    is_sequence,
    positive_number,
    text,
)
from .arguments import check_values, sized_array

# No two of at most so many series are told apart by colour alone.
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
MARKS = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "cross",
    "x",
    "star",
    "pentagon",
)


def entries(value: Any, name: str, of: str, most: int | None = None) -> dict[Any, Any]:
    """Return a mapping that is not empty as a dict."""
    is_mapping = isinstance(value, Mapping)
    if is_mapping and 1 <= len(value) <= (most or len(value)):
        return dict(value)
    raise (ValueError if is_mapping else TypeError)(
        f"{name} must be a mapping of {of}, at least one"
        + (f" and at most {most}" if most else "")
        + f", got {describe(value)}"
    )


def named(value: Any, name: str, of: str, most: int) -> dict[str, Any]:
    """Return a mapping of names to something as a dict."""
    series = entries(value, name, f"names to {of}", most)
    for key in series:
        text(key, f"{name} key")
    return series


def positive_numbers(
    value: Any, name: str, of: str, checked: Callable[[Any, str], Any]
) -> dict[Any, float]:
    """Return a mapping to positive numbers as a dict, its keys `checked`."""
    numbers = entries(value, name, of)
    for key in numbers:
        checked(key, f"{name} key")
    return {
        key: positive_number(number, f"{name}[{key!r}]")
        for key, number in numbers.items()
    }


def over_x(
    x: Any, series: Any, name: str, low: float = -LARGEST_NUMBER
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the places of lines and their heights, of which NaN leaves a gap."""
    places = sized_array(x, "x", ["(n,)"])
    check_values(places, "x", low)
    lines = {}
    for key, value in named(series, name, "arrays", len(DASHES)).items():
        heights = sized_array(value, f"{name}[{key!r}]", ["(n,)"])
        if len(heights) != len(places):
            raise ValueError(
                f"{name}[{key!r}] must be as long as x, {len(places)}, got shape "
                f"{heights.shape}"
            )
        check_values(heights, f"{name}[{key!r}]", low, kind="NaN or numbers")
        lines[key] = heights.astype(float)
    return places, lines


def numbers_by(
    series: Any, of: str, checked: Callable[[Any, str], Any]
) -> dict[str, dict[Any, float]]:
    """Return each series as a dict of positive numbers, its keys `checked`."""
    return {
        name: positive_numbers(rows, f"series[{name!r}]", f"{of} to numbers", checked)
        for name, rows in named(series, "series", "mappings", len(MARKS)).items()
    }


def rings(
    ringed: Any, series: Mapping[str, Mapping[float, float]]
) -> list[tuple[float, float]]:
    """Return the places to put a ring around, and their numbers."""
    try:
        if not isinstance(ringed, Mapping):
            raise TypeError
        return [(place, series[name][place]) for name, place in ringed.items()]
    except (TypeError, KeyError) as error:  # no mapping, no key, or no such key
        raise completed(
            error,
            f"ringed must be a mapping of names of series to places in them, got "
            f"{describe(ringed)}",
        ) from None


def pair_of_numbers(value: Any, name: str) -> tuple[float, float]:
    """Return a pair of positive numbers."""
    if not is_sequence(value) or len(value) != 2:
        raise (ValueError if is_sequence(value) else TypeError)(
            f"{name} must be a pair of numbers, got {describe(value)}"
        )
    return positive_number(value[0], name), positive_number(value[1], name)
