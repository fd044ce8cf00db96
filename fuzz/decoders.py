"""What is in a data file, worked out a second time and without the package's readers.

Plain and slow: every judgement about a mutated file rests on these. The pickled batch
goes through the machine that CPython's own `pickle` has in plain Python, with the four
names of an array bound to recorders, so that nothing in the file can run. It takes as
much memory as a file asks for, so it only ever sees what the package's reader accepted.
"""

from __future__ import annotations

import io
import math
import pickle
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["decode_batch", "decode_idx", "gunzip"]

UNSIGNED_BYTES = 8


def decode_idx(content: bytes, item_shape: tuple[int, ...], max_items: int):
    """Return the array in an IDX file, or None if it is no such file."""
    n_axes = 1 + len(item_shape)
    if len(content) < 4 + 4 * n_axes:
        return None
    zero, kind, axes, *sizes = struct.unpack_from(f">HBB{n_axes}I", content)
    values = content[4 + 4 * n_axes :]
    if (zero, kind, axes) != (0, UNSIGNED_BYTES, n_axes):
        return None
    if tuple(sizes[1:]) != item_shape or not 1 <= sizes[0] <= max_items:
        return None
    if len(values) != math.prod(sizes):
        return None
    return np.array(list(values), np.uint8).reshape(sizes)


def gunzip(content: bytes, limit: int) -> bytes | None:
    """Unpack member by member as RFC 1952 describes, or None if one is not intact.

    As gzip does, it allows zeros behind a member, and looks neither at the checksum of
    a header nor at its reserved flags.
    """
    unpacked = b""
    while content:
        body = _behind_header(content)
        if body is None:
            return None
        inflater = zlib.decompressobj(wbits=-15)
        try:
            member = inflater.decompress(body, limit + 1)
        except zlib.error:
            return None
        trailer, content = inflater.unused_data[:8], inflater.unused_data[8:]
        if not inflater.eof or len(trailer) < 8:
            return None
        if trailer != struct.pack("<II", zlib.crc32(member), len(member)):
            return None
        unpacked += member
        content = content.lstrip(b"\0")
    return unpacked if len(unpacked) <= limit else None


def _behind_header(content: bytes) -> bytes | None:
    if len(content) < 10 or content[:3] != b"\x1f\x8b\x08":
        return None
    flags, at = content[3], 10
    if flags & 4:  # extra field
        if len(content) < at + 2:
            return None
        at += 2 + int.from_bytes(content[at : at + 2], "little")
    for flag in (8, 16):  # name, comment
        if flags & flag:
            end = content.find(b"\0", at)
            if end < 0:
                return None
            at = end + 1
    if flags & 2:
        at += 2
    return content[at:] if at <= len(content) else None


@dataclass
class Built:
    """What a call in the pickle would have built."""

    name: str
    args: tuple
    state: Any = None

    def __setstate__(self, state: Any) -> None:
        self.state = state


class Named:
    """Stands for an allowed name; a call is recorded, anything else is an error."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *args: Any) -> Built:
        return Built(self.name, args)

    def __setstate__(self, state: Any) -> None:
        raise pickle.UnpicklingError("a name has no state")


class Recorder(pickle._Unpickler):
    def find_class(self, module: str, name: str) -> Named:
        if (module.split(".")[0], name) not in (
            ("numpy", "_reconstruct"),
            ("numpy", "ndarray"),
            ("numpy", "dtype"),
        ):
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a batch")
        return Named(name)

    def load_text(self) -> None:
        (length,) = struct.unpack("<I", self.read(4))
        self.append(self.read(length))

    # All strings as bytes, whichever Python wrote them.
    dispatch = pickle._Unpickler.dispatch | {pickle.BINUNICODE[0]: load_text}


def decode_batch(content: bytes, batch_label: str):
    """Return the images and labels of a batch; any exception says that it is none."""
    stream = io.BytesIO(content)
    batch = Recorder(stream, encoding="bytes").load()
    assert not stream.read()
    assert batch[b"batch_label"] == batch_label.encode()
    array, labels = batch[b"data"], batch[b"labels"]
    assert array.name == "_reconstruct" and array.args[0].name == "ndarray"
    _version, shape, dtype, columns_first, values = array.state
    assert dtype.name == "dtype" and dtype.args == (b"u1", False, True)
    assert shape == (len(labels), 3072) and columns_first is False
    assert len(values) == 3072 * len(labels)
    images = bytearray(len(values))
    for start in range(0, len(values), 3072):
        for channel in range(3):
            first = start + 1024 * channel
            images[start + channel : start + 3072 : 3] = values[first : first + 1024]
    pixels = np.frombuffer(bytes(images), np.uint8)
    return pixels.reshape(len(labels), 32, 32, 3), labels
