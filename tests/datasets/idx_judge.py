"""What is in an IDX file, worked out a second time and without the package's reader."""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np

from xcorr_helpers.datasets import DatasetError
from xcorr_helpers.datasets.data_file import DataFile
from xcorr_helpers.datasets.idx import idx_size, parse_images, parse_labels

MAX_ITEMS = 5
DATA = Path(__file__).resolve().parents[2] / "data"
# The reader, the name of the file, the shape of an item, and the largest value.
READERS = {
    "images": (parse_images, "images", (28, 28), 255),
    "labels": (parse_labels, "labels", (), 9),
    "gzipped images": (parse_images, "images.gz", (28, 28), 255),
}


def judge(reader: str, content: bytes) -> bool:
    """Tell whether the file is read; it must be if, and only if, it is right."""
    parse, name, item_shape, largest = READERS[reader]
    plain: bytes | None = content
    if name.endswith(".gz"):
        plain = gunzip(content, idx_size(item_shape, MAX_ITEMS))
    expected = None if plain is None else decode(plain, item_shape)
    if expected is not None and expected.max() > largest:
        expected = None
    try:
        found = parse(DataFile(name, content, "Get it again."), MAX_ITEMS)
    except DatasetError:
        assert expected is None, "a good file is refused"
        return False
    assert expected is not None, "a file that is not right is read"
    assert found.dtype == np.uint8
    np.testing.assert_array_equal(found, expected)
    return True


def decode(content: bytes, item_shape: tuple[int, ...]) -> np.ndarray | None:
    n_axes = 1 + len(item_shape)
    if len(content) < 4 + 4 * n_axes:
        return None
    zero, kind, axes, *sizes = struct.unpack_from(f">HBB{n_axes}I", content)
    values = content[4 + 4 * n_axes :]
    right = (zero, kind, axes, *sizes[1:]) == (0, 8, n_axes, *item_shape)
    if not right or not 1 <= sizes[0] <= MAX_ITEMS or len(values) != math.prod(sizes):
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
        inflater = zlib.decompressobj(wbits=-15)
        try:
            member = inflater.decompress(body or b"", limit + 1)
        except zlib.error:
            return None
        trailer, content = inflater.unused_data[:8], inflater.unused_data[8:]
        checked = struct.pack("<II", zlib.crc32(member), len(member))
        if body is None or not inflater.eof or trailer != checked:
            return None
        unpacked += member
        content = content.lstrip(b"\0")
    return unpacked if len(unpacked) <= limit else None


def _behind_header(content: bytes) -> bytes | None:
    if len(content) < 10 or content[:3] != b"\x1f\x8b\x08":
        return None
    flags, at = content[3], 10
    if flags & 4:  # extra field
        at += 2 + int.from_bytes(content[at : at + 2].ljust(2, b"\xff"), "little")
    for flag in (8, 16):  # name, comment
        if flags & flag:
            at = content.find(b"\0", at) + 1 or len(content) + 1
    at += 2 if flags & 2 else 0
    return content[at:] if at <= len(content) else None


def images() -> list[bytes]:
    """IDX files of the sample's first images."""
    real = gzip.decompress((DATA / "mnist/train-images.idx3-ubyte.gz").read_bytes())
    return [
        struct.pack(">HBBIII", 0, 8, 3, n, 28, 28) + real[16 : 16 + n * 784]
        for n in (1, 2, MAX_ITEMS)
    ]


def labels() -> list[bytes]:
    return [
        struct.pack(">HBBI", 0, 8, 1, n) + bytes(range(9, 9 - n, -1))
        for n in (1, 2, MAX_ITEMS)
    ]


def gzipped() -> list[bytes]:
    """Images gzipped in every way there is, and two that unpack to too much."""
    one, two, most = images()
    named = bytearray(gzip.compress(one, mtime=0))
    named[3] = 2 + 4 + 8 + 16
    named[10:10] = b"\x02\0ab" + b"name\0" + b"comment\0" + b"\0\0"
    return [
        *(gzip.compress(content, mtime=0) for content in (one, two, most)),
        gzip.compress(two, compresslevel=0, mtime=0),
        gzip.compress(two[:99]) + gzip.compress(two[99:]) + bytes(7),
        bytes(named),
        gzip.compress(most + b"\0", mtime=0),
        gzip.compress(most + bytes(10_000_000), mtime=0),
    ]


SEEDS = {"images": images(), "labels": labels(), "gzipped images": gzipped()}
