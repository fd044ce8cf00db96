"""Small whole files of every kind that is read: what mutation starts from."""

from __future__ import annotations

import gzip
import pickle
import struct
import zlib
from pathlib import Path

import numpy as np

__all__ = [
    "LABEL",
    "MAX_ITEMS",
    "ROWS",
    "batch",
    "batches",
    "images",
    "labels",
    "packed_images",
    "python2_batch",
]

DATA = Path(__file__).resolve().parent.parent / "data"
MAX_ITEMS = 5  # in an IDX file
LABEL = "testing batch 1 of 1"
ROWS = np.random.default_rng(0).integers(0, 256, (2, 3072), np.uint8)


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


def packed_images() -> list[bytes]:
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
        bomb(most),
    ]


def bomb(content: bytes) -> bytes:
    """Gzip `content` and 100 MB of zeros behind it, without holding them."""
    packer = zlib.compressobj(wbits=31)
    parts = [packer.compress(content)]
    parts += [packer.compress(bytes(100_000)) for _ in range(1_000)]
    return b"".join([*parts, packer.flush()])


def batches() -> list[bytes]:
    """The sample's batch, and small ones of every protocol and of Python 2."""
    sample = (DATA / "cifar-10-batches-py/test_batch").read_bytes()
    one = batch(labels=[9], data=ROWS[:1], filenames=None)
    return [sample, one, *(batch(protocol) for protocol in range(6)), python2_batch()]


def batch(protocol: int = 3, **changes: object) -> bytes:
    """Two images as Python 3 pickles them; a change to None leaves a key out."""
    content = {
        "batch_label": LABEL.encode(),
        "labels": [3, 8],
        "data": ROWS,
        "filenames": [b"cat.png", b"ship.png"],
    }
    content |= changes
    kept = {k.encode(): value for k, value in content.items() if value is not None}
    return pickle.dumps(kept, protocol)


def python2_batch() -> bytes:
    """The same as Python 2 and its NumPy wrote CIFAR-10's own files, memo and all."""

    def string(text: bytes) -> bytes:
        return b"U" + bytes([len(text)]) + text

    array = (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\nq\x08"
        b"K\x00\x85q\x09U\x01b\x87Rq\x0a(K\x01K\x02M\x00\x0c\x86"
        b"cnumpy\ndtype\nq\x0bU\x02u1K\x00K\x01\x87Rq\x0c"
        b"(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T"
    )
    return (
        b"\x80\x02}q\x01(" + string(b"batch_label") + b"q\x02"
        + string(LABEL.encode()) + b"q\x03" + string(b"labels") + b"q\x04]q\x05"
        + b"(K\x03K\x08e" + string(b"data") + b"q\x06" + array
        + struct.pack("<I", ROWS.size) + ROWS.tobytes() + b"tb"
        + string(b"filenames") + b"r\x0d\x00\x00\x00]q\x0e("
        + string(b"cat.png") + string(b"ship.png") + b"eu."
    )  # fmt: skip
