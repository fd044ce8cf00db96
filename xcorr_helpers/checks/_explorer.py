"""Name the settings with which the book's index explorer shows a case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ._exercise import CodeExercise
from ._search import Trial
from ._slips import axes_of

# The judges whose cases it can show: what they ask for is one of its panels.
_SHOWN = (
    *("correlate_image", "correlation_indices", "window_index", "apply_kernels"),
    *("offsets_with_channels", "window_with_channels", "correlate_batch"),
    *("conv2d", "strided_offsets", "dilated_window"),
)
# What it has room for, by the names that it has in an address.
_LIMITS = {
    "h": (1, 28),
    "w": (1, 28),
    "c": (1, 4),
    "kh": (1, 12),
    "kw": (1, 12),
    "s": (1, 12),
    "p": (0, 6),
    "d": (1, 12),
}
_PLAIN = {"c": 1, "s": (1, 1), "p": (0, 0), "d": (1, 1)}
_LARGEST = 999  # of its values
_MOST_LISTED = 64  # values in an address, or positions
# Says, beside the package, where the book is published.
_CONFIG = Path(__file__).parents[2] / "_config.yml"
_PAGE = "book/explorer.html"
_IMAGE = ("image", "row", "column", "channel")
_KERNEL = ("kernel", "row", "column", "channel")


def explorer_line(exercise: CodeExercise, trial: Trial) -> str:
    """Write the address at which the explorer shows a case, if it can show it."""
    if exercise.name not in _SHOWN:
        return ""
    place = _place(exercise, trial)
    parts = _sizes(exercise, trial, place)
    values = _values(exercise, trial, place)
    if not _fits(parts) or values is None:
        return ""
    shown = {name: v for name, v in parts.items() if v != _PLAIN.get(name)}
    texts = {name: _listed(v) for name, v in shown.items()} | values
    texts |= _panel(exercise, trial, place)
    settings = "&".join(f"{name}={text}" for name, text in texts.items())
    return f"explorer: {_page()}#{settings}"


def _page() -> str:
    """Return the explorer's address: in full where the book says where it lies."""
    settings = _CONFIG.read_text(encoding="utf-8") if _CONFIG.is_file() else ""
    base = re.search(r"""^ +baseurl: *["']?([^\s"'#]+)""", settings, re.MULTILINE)
    return f"{base[1].rstrip('/')}/{_PAGE}" if base else _PAGE


def _place(exercise: CodeExercise, trial: Trial) -> dict[str, int]:
    """Find the first number that differs, by the names of its axes."""
    got, due = trial.outcome.array, np.asarray(trial.expected)
    if got is None or got.shape != due.shape or got.dtype.kind not in "iuf":
        return {}
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(got, due, rtol=1e-9, atol=1e-9)
    at = np.unravel_index(int(np.argmax(wrong)), due.shape)
    return dict(zip(exercise.axes, map(int, at)))


def _pair(knob: Any) -> tuple[int, int]:
    return (knob, knob) if isinstance(knob, int) else tuple(knob)


def _arrays(
    exercise: CodeExercise, trial: Trial, place: dict[str, int]
) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the image and the kernel at issue, with channels, if arrays are given."""
    given = trial.case[:2]
    if not isinstance(given[0], np.ndarray):
        return None
    images, kernels = (
        _arranged(array, axes_of(exercise, name, array.ndim), order)
        for name, array, order in zip(exercise.arguments, given, (_IMAGE, _KERNEL))
    )
    return images[place.get("image", 0)], kernels[place.get("kernel", 0)]


def _arranged(
    array: np.ndarray, axes: Sequence[str], order: Sequence[str]
) -> np.ndarray:
    """Put axes in an order, with one of size 1 for each that is not there."""
    there = [axis for axis in order if axis in axes]
    moved = array.transpose([axes.index(axis) for axis in there])
    sizes = dict(zip(there, moved.shape))
    return moved.reshape([sizes.get(axis, 1) for axis in order])


def _sizes(
    exercise: CodeExercise, trial: Trial, place: dict[str, int]
) -> dict[str, Any]:
    case = dict(zip(exercise.arguments, trial.case))
    arrays = _arrays(exercise, trial, place)
    shapes = [array.shape for array in arrays] if arrays else trial.case[:2]
    image_shape, kernel_shape = shapes
    height, width, channels = (*image_shape, 1)[:3]
    knobs = {"s": ("stride", 1), "p": ("padding", 0), "d": ("dilation", 1)}
    return {
        "h": height,
        "w": width,
        "c": channels,
        "kh": kernel_shape[0],
        "kw": kernel_shape[1],
        **{short: _pair(case.get(*knob)) for short, knob in knobs.items()},
    }


def _fits(parts: dict[str, Any]) -> bool:
    return all(
        least <= number <= most
        for name, (least, most) in _LIMITS.items()
        for number in np.atleast_1d(parts[name])
    )


def _values(
    exercise: CodeExercise, trial: Trial, place: dict[str, int]
) -> dict[str, str] | None:
    """List the values of image and kernel; None if the explorer cannot have them."""
    arrays = _arrays(exercise, trial, place)
    if arrays is None:
        return {}
    image, kernel = arrays
    row, column, channel = np.indices(image.shape)
    itself = np.array_equal(image, 100 * channel + 10 * row + column)
    listed = {"kernel": kernel} if itself else {"image": image, "kernel": kernel}
    for array in listed.values():
        whole = np.array_equal(array, np.round(array))
        if not whole or array.size > _MOST_LISTED or np.abs(array).max() > _LARGEST:
            return None
    return {
        name: _listed(array.ravel().astype(int).tolist())
        for name, array in listed.items()
    }


def _panel(
    exercise: CodeExercise, trial: Trial, place: dict[str, int]
) -> dict[str, str]:
    """Name the cell that differs, and the positions that a function made for it."""
    if not place:
        return {}
    got = np.asarray(trial.outcome.array)
    due = dict(zip(exercise.axes, np.shape(trial.expected)))
    if exercise.axes == ("placement",):
        return {"panel": "offsets", "cell": str(place["placement"])}
    if "output row" in place:
        cell = place["output row"] * due["output column"] + place["output column"]
        return {"cell": str(cell)}
    value, placement = place["kernel value"], place.get("placement", 0)
    rows = got.reshape(-1, due["kernel value"])
    last = np.prod(trial.case[0]) - 1
    inside = got.dtype.kind in "iu" and rows.min() >= 0 and rows.max() <= last
    few = rows.shape[1] <= _MOST_LISTED
    read = {"read": _listed(rows[placement].tolist())} if inside and few else {}
    if exercise.axes == ("kernel value",):
        return {"panel": "window", "cell": str(value)} | read
    cell = placement * due["kernel value"] + value
    return {"panel": "index", "cell": str(cell)} | read


def _listed(values: Any) -> str:
    """List values as an address has them; a pair of equal ones as one."""
    if isinstance(values, tuple) and len(set(values)) == 1:
        values = values[:1]
    several = isinstance(values, (list, tuple))
    return ",".join(map(str, values)) if several else str(values)
