"""Turn the arguments of the public functions into checked, plain numbers and arrays.

Every check runs before any work, and its message names the argument, what came and
what was wanted.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

Pair = tuple[int, int]
IntOrPair = int | tuple[int, int]
Padding = (
    int
    | Pair
    | tuple[tuple[int, int], tuple[int, int]]
    | Literal["valid", "same", "full"]
)

_SECONDS_A_DAY = 86_400
_LARGEST_INDEX = int(np.iinfo(np.intp).max)


def whole_number(value: Any, name: str, smallest: int) -> int:
    """Return `value` as an int of at least `smallest`."""
    try:
        # bool is an int to Python, but stride=True is a slip
        number = None if isinstance(value, (bool, np.bool_)) else operator.index(value)
    except TypeError:
        number = None
    if number is None:
        raise TypeError(f"{name} must be made of whole numbers, got {value!r}")
    if number < smallest:
        raise ValueError(f"{name} must be at least {smallest}, got {number}")
    return number


def positive_seconds(value: Any, name: str) -> float:
    """Return `value` as a number of seconds that one can wait."""
    is_flag = isinstance(value, (bool, np.bool_))
    if is_flag or not isinstance(value, (int, float, np.integer, np.floating)):
        raise TypeError(f"{name} must be a number of seconds, got {value!r}")
    if not 0 < value <= _SECONDS_A_DAY:  # NaN is neither
        raise ValueError(
            f"{name} must be above 0 seconds and at most a day, got {value!r}"
        )
    return float(value)


def is_sequence(value: Any) -> bool:
    """Tell whether `value` has items and is not a text."""
    return isinstance(value, (Sequence, np.ndarray)) and not isinstance(
        value, (str, bytes)
    )


def int_pair(value: Any, name: str, smallest: int = 1) -> Pair:
    """Return an int or a (rows, columns) pair as a pair."""
    if not is_sequence(value):
        number = whole_number(value, name, smallest)
        return number, number
    if len(value) != 2:
        raise ValueError(f"{name} must be one int or (rows, columns), got {value!r}")
    return whole_number(value[0], name, smallest), whole_number(
        value[1], name, smallest
    )


def shape_pair(image_shape: Any, kernel_shape: Any) -> tuple[tuple[int, ...], ...]:
    """Return both shapes as (rows, columns, channels), one channel where none is given."""
    shapes = []
    for shape, name, axes in (
        (image_shape, "image_shape", "(height, width) or (height, width, channels)"),
        (kernel_shape, "kernel_shape", "(kernel_height, kernel_width), with channels"),
    ):
        if not is_sequence(shape):
            raise TypeError(f"{name} must be {axes}, got {shape!r}")
        if len(shape) not in (2, 3):
            raise ValueError(f"{name} must be {axes}, got {tuple(shape)}")
        shapes.append(tuple(whole_number(size, name, 1) for size in shape))
    image, kernel = shapes
    if len(image) != len(kernel):
        raise ValueError(
            f"image_shape {image} and kernel_shape {kernel} must have the same number "
            f"of axes: give both their channels, or neither"
        )
    if len(image) == 2:
        image, kernel = (*image, 1), (*kernel, 1)
    if image[2] != kernel[2]:
        raise ValueError(
            f"kernel_shape {kernel} must have as many channels as image_shape {image}: "
            f"{image[2]}, not {kernel[2]}"
        )
    if math.prod(image) > _LARGEST_INDEX:
        raise ValueError(
            f"image_shape {image} has more values than an index can count here "
            f"({_LARGEST_INDEX})"
        )
    return image, kernel


def extent(size: int, dilation: int) -> int:
    """Return how many pixels a kernel axis of `size` values spans."""
    return (size - 1) * dilation + 1


def padding_pairs(
    padding: Any,
    image: Sequence[int],
    kernel: Sequence[int],
    stride: Pair,
    dilation: Pair,
) -> tuple[Pair, Pair]:
    """Return `padding` as ((top, bottom), (left, right))."""
    if isinstance(padding, str):
        if padding not in ("valid", "same", "full"):
            raise ValueError(
                f'padding must be "valid", "same", "full" or numbers, got {padding!r}'
            )
        spans = [extent(kernel[axis], dilation[axis]) for axis in (0, 1)]
        if padding == "valid":
            return (0, 0), (0, 0)
        if padding == "full":
            return (spans[0] - 1, spans[0] - 1), (spans[1] - 1, spans[1] - 1)
        rows, columns = (
            max((math.ceil(size / step) - 1) * step + span - size, 0)
            for size, step, span in zip(image, stride, spans)
        )
        return (rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2)
    if is_sequence(padding) and len(padding) == 2 and all(map(is_sequence, padding)):
        return int_pair(padding[0], "padding", 0), int_pair(padding[1], "padding", 0)
    rows, columns = int_pair(padding, "padding", 0)
    return (rows, rows), (columns, columns)


def real_array(
    value: Any, name: str, axes: Sequence[str], hint: str = ""
) -> np.ndarray:
    """Return `value` as an array of real numbers with one of the `axes` notations."""
    if isinstance(value, np.ma.MaskedArray):
        raise TypeError(
            f"{name} must be a plain array, got a masked one: fill it first"
        )
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(
            f"{name} must be an array, got a ragged list: {error}"
        ) from None
    native = array.dtype.newbyteorder("=")
    if not (array.dtype.kind in "biu" or native in (np.float32, np.float64)):
        raise TypeError(
            f"{name} must hold float64, float32, integers or booleans, got "
            f"{array.dtype}: convert it first, as in {name}.astype(np.float64)"
        )
    if array.ndim not in [notation.count(",") + 1 for notation in axes]:
        raise ValueError(
            f"{name} must be {' or '.join(axes)}, got shape {array.shape}"
            + (f": {hint}" if hint else "")
        )
    if 0 in array.shape[1:]:
        raise ValueError(f"{name} has an axis of length 0: shape {array.shape}")
    return array


def computing_dtype(*arrays: np.ndarray) -> np.dtype[Any]:
    """Return float32 if all arrays are float32, else float64."""
    single = np.dtype(np.float32)
    all_single = all(array.dtype.newbyteorder("=") == single for array in arrays)
    return single if all_single else np.dtype(np.float64)
