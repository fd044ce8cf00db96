"""Small batches of CIFAR-10 as each Python writes them, and the reader on them."""

from __future__ import annotations

import pickle
import struct

import numpy as np

from xcorr_helpers.datasets.cifar_batch import parse_batch
from xcorr_helpers.datasets.data_file import DataFile

LABEL = b"testing batch 1 of 1"
ROWS = np.random.default_rng(0).integers(0, 256, (2, 3072), np.uint8)


def parsed(content: bytes):
    return parse_batch(DataFile("test_batch", content, "Get it again."))


def batch(protocol: int = 3, **changes: object) -> bytes:
    """Two images as Python 3 pickles them; a change to None leaves a key out."""
    content = {
        "batch_label": LABEL,
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
        + string(LABEL) + b"q\x03" + string(b"labels") + b"q\x04]q\x05"
        + b"(K\x03K\x08e" + string(b"data") + b"q\x06" + array
        + struct.pack("<I", ROWS.size) + ROWS.tobytes() + b"tb"
        + string(b"filenames") + b"r\x0d\x00\x00\x00]q\x0e("
        + string(b"cat.png") + string(b"ship.png") + b"eu."
    )  # fmt: skip
