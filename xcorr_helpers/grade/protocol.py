"""What goes between the parent and a child: a line of JSON, and arrays as `.npy`.

A message is its length, then its header's length, the header, and the arrays behind
each other. Whatever a child sends is only data: it is limited in size, no pickle is
read, and an array's header must be that of plain values.
"""

from __future__ import annotations

import ast
import io
import json
import math
import re
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

Message = tuple[Any, list[np.ndarray]]

_LONGEST_HEADER = 4 * 2**20  # bytes of JSON, which take ten times as much when read
_LENGTHS = struct.Struct(">QI")
# numbers, text and times; no records, and nothing that would be pickled
_PLAIN_DTYPE = re.compile(r"[<>|=][biufcSUmM]\d{1,6}(\[\d{0,6}\w{1,2}\])?")
_ARRAY = re.compile(
    rb"\x93NUMPY\x01\x00(..)(\{'descr': '([^']{1,40})', 'fortran_order': False, "
    rb"'shape': (\([\d, ]{0,1200}\)), \} *\n)",
    re.DOTALL,
)


class UnreadableError(Exception):
    """What a child sent is no message, or a larger one than it may send."""


def packed(header: Any, arrays: list[np.ndarray]) -> bytes:
    """Make one message of a header and arrays of plain values.

    >>> unpacked(packed({"n": 1}, [np.arange(3)])[12:], len(b'{"n": 1}'))
    ({'n': 1}, [array([0, 1, 2])])
    """
    text = json.dumps(header).encode("ascii")
    body = io.BytesIO()
    for array in arrays:
        plain = np.ascontiguousarray(array).reshape(array.shape)
        np.lib.format.write_array(body, plain, version=(1, 0), allow_pickle=False)
    return _LENGTHS.pack(len(text) + body.tell(), len(text)) + text + body.getvalue()


def read(read_exactly: Callable[[int], bytes], most: int) -> Message:
    """Read one message of at most `most` bytes.

    Raises
    ------
    UnreadableError
        If it is longer, or no message.
    """
    total, of_header = _LENGTHS.unpack(read_exactly(_LENGTHS.size))
    if total > most or of_header > min(total, _LONGEST_HEADER):
        raise UnreadableError("an answer is too large, or none at all")
    return unpacked(read_exactly(total), of_header)


def unpacked(content: bytes, of_header: int) -> Message:
    """Read a message's header, and the arrays behind it.

    Raises
    ------
    UnreadableError
        If either is not what `packed` makes.
    """
    try:
        header = json.loads(content[:of_header].decode("ascii"))
        arrays = []
        while of_header < len(content):
            array, of_header = _array(content, of_header)
            arrays.append(array)
    except (ValueError, TypeError, RecursionError, MemoryError, OverflowError):
        raise UnreadableError("an answer cannot be read") from None
    return header, arrays


def _array(content: bytes, start: int) -> tuple[np.ndarray, int]:
    """Read an array, and say where it ends; its size is known before it is made."""
    found = _ARRAY.match(content, start)
    if found is None or len(found[2]) != int.from_bytes(found[1], "little"):
        raise ValueError("no array")
    dtype = plain_dtype(found[3].decode("ascii"))
    shape = ast.literal_eval(found[4].decode("ascii"))
    if type(shape) is not tuple or len(shape) > 64:
        raise ValueError("no shape")
    count, begin = math.prod(shape), found.end()
    end = begin + count * dtype.itemsize
    if end > len(content):
        raise ValueError("an array is cut off")
    if not count * dtype.itemsize:
        return np.zeros(shape, dtype), end
    array = np.frombuffer(content, dtype, count, begin).reshape(shape)
    return array.copy(), end


def plain_dtype(text: Any) -> np.dtype[Any]:
    """Return the dtype of a name such as "<f8".

    Raises
    ------
    ValueError
        If it is not one of plain values.
    """
    if not isinstance(text, str) or not _PLAIN_DTYPE.fullmatch(text):
        raise ValueError("not a dtype of plain values")
    try:
        return np.dtype(text)
    except TypeError:
        raise ValueError("not a dtype of plain values") from None
