"""Turn what a function takes and gives into a header and arrays, and back.

Of what is no plain value only its kind goes over: that is all a judge tells of it.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .protocol import plain_dtype

_MOST = 10**6  # values of a list; a judge takes no more
_DEEPEST = 8  # lists within lists; a judge takes fewer
_MANY = 16  # from so many numbers on, a list goes over as an array
_OF_HEADER = 150  # bytes; an array may be small, and there may be many
_PLAIN = "biufcSUmM"


class Writer:
    """Writes values as JSON, and their arrays beside it, up to `room` bytes."""

    def __init__(self, room: int) -> None:
        self.arrays: list[np.ndarray] = []
        self._room = room
        self._left = 2 * _MOST  # values, in lists of lists

    def written(self, value: Any, depth: int = 0) -> Any:
        """Write one value; what is too large or too deep is only named."""
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return value if abs(value) < 2**63 else {"int": hex(value)}
        if value is Ellipsis:
            return {"other": "ellipsis"}
        if kind is range:
            return {"range": [value.start, value.stop, value.step]}
        if issubclass(kind, tuple):
            return self._several("tuple", tuple.__iter__(value), depth)
        if kind is list:
            return self._several("list", list.__iter__(value), depth)
        if kind is np.ndarray or issubclass(kind, np.generic):
            return self._array(value, "array" if kind is np.ndarray else "scalar")
        if issubclass(kind, np.ndarray):
            return {"subclass": kind.__name__}
        known = kind in (str, set, frozenset)
        return {"empty" if known else "other": kind.__name__}

    def _several(self, kind: str, iterator: Any, depth: int) -> Any:
        if depth > _DEEPEST:
            return {"other": kind}
        parts = []
        for part in iterator:
            self._left -= 1
            if self._left < 0:
                return {"many": kind}
            parts.append(part)
        if len(parts) >= _MANY and (array := _as_array(parts)) is not None:
            return {kind: self._array(array, "array")}
        return {kind: [self.written(part, depth + 1) for part in parts]}

    def _array(self, array: Any, name: str) -> Any:
        dtype = array.dtype
        if dtype.kind not in _PLAIN or dtype.hasobject:
            return {"other": "object array"}
        self._room -= _OF_HEADER
        if array.nbytes > self._room:
            return {"large": list(array.shape), "dtype": dtype.str}
        self._room -= array.nbytes
        # Axes in the order in which they lie in memory, so that it lies so there, too.
        axes = sorted(range(array.ndim), key=lambda axis: -abs(array.strides[axis]))
        self.arrays.append(np.asarray(array).transpose(axes))
        return {name: len(self.arrays) - 1, "axes": axes}


def _as_array(parts: list[Any]) -> np.ndarray | None:
    """Make an array of what are all ints, or all floats; None of anything else."""
    kinds = {*map(type, parts)}
    if kinds == {float}:
        return np.array(parts, "<f8")
    if kinds == {int} and max(map(abs, parts)) < 2**63:
        return np.array(parts, "<i8")
    return None


def value_of(tree: Any, arrays: list[np.ndarray], depth: int = 0) -> Any:
    """Make a value again of what `Writer` wrote, or anything else.

    Parameters
    ----------
    tree : object
        What was read as JSON.
    arrays : list of ndarray
        The arrays beside it.
    depth : int
        How many lists it stands in.

    Returns
    -------
    object
        A plain value, or an object of no content that tells its kind.

    Raises
    ------
    ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError
        If it is nothing of the kind.

    Examples
    --------
    >>> writer = Writer(1000)
    >>> tree = writer.written((3, [2.5, np.arange(2)]))
    >>> value_of(tree, writer.arrays)
    (3, [2.5, array([0, 1])])
    >>> type(value_of(Writer(0).written({}), [])).__name__
    'dict'
    """
    if tree is None or type(tree) in (bool, int, float):
        return tree
    if type(tree) is not dict or not tree or depth > _DEEPEST + 2:
        raise ValueError("not a value")
    name, content = next(iter(tree.items()))
    if name in ("tuple", "list"):
        if type(content) is dict:  # of numbers, all in one array
            parts = value_of(content, arrays, depth + 1).ravel().tolist()
        else:
            parts = [value_of(part, arrays, depth + 1) for part in content]
        return tuple(parts) if name == "tuple" else parts
    return _MAKERS[name](tree, content, arrays)


def _placed(tree: Any, number: Any, arrays: list[np.ndarray]) -> np.ndarray:
    array = arrays[int(number)]
    axes = [int(axis) for axis in tree["axes"]]
    if sorted(axes) != list(range(array.ndim)):
        raise ValueError("not the axes of the array")
    return array.transpose([axes.index(axis) for axis in range(array.ndim)])


def _large(tree: Any, shape: Any, _: list[np.ndarray]) -> np.ndarray:
    """Stand in for an array that is too large to come over: it takes no memory."""
    sizes = [int(size) for size in shape]
    if min(sizes, default=0) < 0 or math.prod(sizes) > 2**60:
        raise ValueError("not a shape")
    return np.broadcast_to(np.zeros((), plain_dtype(tree["dtype"])), sizes)


def _other(_: Any, name: Any, __: list[np.ndarray]) -> Any:
    if name == "ellipsis":
        return ...
    if name == "object array":
        return np.empty(0, object)
    return type(_word(name), (), {})()


def _word(name: Any) -> str:
    """Take a foreign name, short and without what no name may hold."""
    if not isinstance(name, str):
        raise TypeError("not a name")
    return "".join(c if c.isprintable() else "?" for c in name[:100])


_EMPTY = {"str": str, "set": set, "frozenset": frozenset}
_TOO_MANY = {"tuple": tuple, "list": list}
_MAKERS: dict[str, Any] = {
    "array": _placed,
    "scalar": lambda tree, number, arrays: _placed(tree, number, arrays)[()],
    "large": _large,
    "int": lambda _, text, __: int(text, 16),
    "range": lambda _, ends, __: range(*ends),
    "many": lambda _, kind, __: _TOO_MANY[kind](range(_MOST + 1)),
    "empty": lambda _, kind, __: _EMPTY[kind](),
    "other": _other,
    "subclass": lambda _, name, __: np.zeros(0).view(
        type(_word(name), (np.ndarray,), {})
    ),
}
