"""Turn the arguments of the public functions into checked, plain numbers and arrays.

Every check runs before any work, and its message names the argument, what was wanted
and what came.
"""

from __future__ import annotations

import math
import operator
import reprlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from ._advice import other_shape

Pair = tuple[int, int]
IntOrPair = int | tuple[int, int]
Padding = (
    int
    | Pair
    | tuple[tuple[int, int], tuple[int, int]]
    | Literal["valid", "same", "full"]
)

LARGEST_INDEX = int(np.iinfo(np.intp).max)
LARGEST_NUMBER = 1e100  # so that no product or sum of a few of them overflows

IMAGE_AXES = ("(height, width)", "(height, width, channels)")
KERNEL_AXES = (
    "(kernel_height, kernel_width)",
    "(kernel_height, kernel_width, channels)",
)
_NUMPY_PADDINGS = ("constant", "edge", "reflect", "symmetric", "wrap")
_SECONDS_A_DAY = 86_400


class _Short(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = 80

    def repr_MaskedArray(self, array: Any, level: int) -> str:
        return "a masked array"


def describe(value: Any) -> str:
    """Describe an argument in a few words, on one line."""
    text = " ".join(_Short().repr(value).split())
    # An address tells nothing, and differs from run to run.
    return f"an object of type {type(value).__name__}" if text[0] == "<" else text


def whole_numbers(values: Iterable[Any], smallest: int) -> tuple[int, ...]:
    """Return `values` as ints of at least `smallest`.

    What is wrong is raised without a text, which the caller has.
    """
    numbers = []
    for value in values:
        # bool is an int to Python, but stride=True is a slip
        if isinstance(value, (bool, np.bool_, np.ma.MaskedArray)):
            raise TypeError
        numbers.append(operator.index(value))
    if min(numbers, default=smallest) < smallest:
        raise ValueError
    return tuple(numbers)


def positive_seconds(value: Any, name: str) -> float:
    """Return `value` as a number of seconds that one can wait."""
    return positive_number(value, name, "a number of seconds", _SECONDS_A_DAY)


def positive_number(
    value: Any, name: str, kind: str = "a number", largest: float = LARGEST_NUMBER
) -> float:
    """Return `value` as a float above 0."""
    is_flag = isinstance(value, (bool, np.bool_))
    is_number = isinstance(value, (int, float, np.integer, np.floating)) and not is_flag
    number = value.item() if isinstance(value, np.generic) else value
    if is_number and 0 < number <= largest:  # NaN is neither
        return float(number)
    raise (ValueError if is_number else TypeError)(
        f"{name} must be {kind} above 0 and at most {largest:,}, got {describe(value)}"
    )


def whole_number(value: Any, name: str) -> int:
    """Return `value` as an int of at least 1."""
    if type(value) is int and value >= 1:  # as nearly always
        return value
    try:
        return whole_numbers([value], 1)[0]
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"{name} must be a whole number of at least 1, got {describe(value)}",
        ) from None


def flag(value: Any, name: str) -> bool:
    """Return `value` as a bool."""
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    raise TypeError(f"{name} must be True or False, got {describe(value)}")


def text(value: Any, name: str) -> str:
    """Return `value`, a text in which there is something to read."""
    if isinstance(value, str) and value.strip():
        return value
    raise (ValueError if isinstance(value, str) else TypeError)(
        f"{name} must be text, and not empty, got {describe(value)}"
    )


def completed(error: Exception, text: str) -> Exception:
    """Give an error that was raised without words its text."""
    return TypeError(text) if isinstance(error, TypeError) else ValueError(text)


def is_sequence(value: Any) -> bool:
    """Tell whether `value` has items, and is neither text nor masked."""
    if isinstance(value, np.ndarray):
        return value.ndim > 0 and not isinstance(value, np.ma.MaskedArray)
    return isinstance(value, Sequence) and not isinstance(
        value, (str, bytes, bytearray, memoryview)
    )


def pair(value: Any, smallest: int) -> Pair:
    """Return a number or a (rows, columns) pair as a pair of ints."""
    if type(value) is int and value >= smallest:  # as nearly always
        return value, value
    values = value if is_sequence(value) else (value, value)
    if len(values) != 2:
        raise ValueError
    rows, columns = whole_numbers(values, smallest)
    return rows, columns


def int_pair(value: Any, name: str) -> Pair:
    """Return a stride or a dilation as a pair."""
    try:
        numbers = pair(value, 1)
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"{name} must be a whole number of at least 1, or (rows, columns), got "
            f"{describe(value)}",
        ) from None
    if max(numbers) > LARGEST_INDEX:
        raise ValueError(
            f"{name} must be at most {LARGEST_INDEX}, the largest index here, got "
            f"{describe(value)}"
        )
    return numbers


def shape_of(value: Any, name: str, axes: Sequence[str]) -> tuple[int, ...]:
    """Return `value` as a shape with one of the `axes` notations."""
    try:
        if not is_sequence(value):
            raise TypeError
        if len(value) not in lengths(axes):
            raise ValueError
        return whole_numbers(value, 1)
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"{name} must be {' or '.join(axes)}, in whole numbers of at least 1, got "
            f"{describe(value)}{other_shape(value, max(lengths(axes)))}",
        ) from None


def padding_pairs(
    padding: Any, image: Sequence[int], spans: Sequence[int], stride: Pair
) -> tuple[Pair, Pair]:
    """Return `padding` as ((top, bottom), (left, right)), for a kernel's `spans`."""
    try:
        if not isinstance(padding, str):
            return number_pairs(padding)
        if padding == "valid":
            return (0, 0), (0, 0)
        if padding == "full":
            return (spans[0] - 1, spans[0] - 1), (spans[1] - 1, spans[1] - 1)
        if padding != "same":
            raise ValueError
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"padding must be a whole number of at least 0, (rows, columns), ((top, "
            f'bottom), (left, right)), "valid", "same" or "full", got '
            f"{describe(padding)}{of_numpy(padding)}",
        ) from None
    return (
        same_pair(image[0], spans[0], stride[0]),
        same_pair(image[1], spans[1], stride[1]),
    )


def same_pair(size: int, span: int, step: int) -> Pair:
    """Return the zeros before and after an axis that "same" adds."""
    total = max((-(-size // step) - 1) * step + span - size, 0)
    return total // 2, total - total // 2


def of_numpy(padding: Any) -> str:
    """Say what to do for a padding that NumPy knows, and we do not."""
    if not isinstance(padding, str) or padding not in _NUMPY_PADDINGS:
        return ""
    return f': it adds zeros; for others, pad first: np.pad(..., mode="{padding}")'


def number_pairs(padding: Any) -> tuple[Pair, Pair]:
    """Return a padding in numbers as ((top, bottom), (left, right))."""
    is_number = type(padding) is int  # as nearly always, and soon told
    parts = () if is_number or not is_sequence(padding) else tuple(padding)
    if len(parts) == 2 and all(map(is_sequence, parts)):
        return pair(parts[0], 0), pair(parts[1], 0)
    rows, columns = pair(padding, 0)
    return (rows, rows), (columns, columns)


def lengths(axes: Sequence[str]) -> list[int]:
    return [notation.count(",") + 1 for notation in axes]


def check_bytes(
    shape: Sequence[int],
    dtype: npt.DTypeLike,
    result: str,
    of: str,
    given: Callable[[], str],
) -> None:
    """Refuse a `result` larger than an index can count; `given` says what came."""
    if math.prod(shape) * np.dtype(dtype).itemsize > LARGEST_INDEX:
        raise ValueError(
            f"{of} must give {result} of at most {LARGEST_INDEX} bytes, as many as an "
            f"index can count, got {given()}, which gives shape {tuple(shape)}"
        )
