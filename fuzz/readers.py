"""The readers under test, the files that mutation starts from, and the judgement."""

from __future__ import annotations

import gzip
import pickle
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from xcorr_helpers._cifar_batch import parse_batch
from xcorr_helpers._data_file import DataFile, DatasetError
from xcorr_helpers._idx import idx_size, parse_images, parse_labels

from .decoders import decode_batch, decode_idx, gunzip

__all__ = ["READERS", "Reader", "WrongAnswer"]

DATA = Path(__file__).resolve().parent.parent / "data"
MAX_ITEMS = 5
BATCH_LABEL = "testing batch 1 of 1"
PIXELS = bytes(np.random.default_rng(0).integers(0, 256, 3 * 3072, np.uint8))


class WrongAnswer(Exception):
    """A reader took a file for something that is not in it, or refused a good one."""


@dataclass(frozen=True)
class Reader:
    judge: Callable[[bytes], bool]  # whether the file was read; raises WrongAnswer
    seeds: Callable[[], list[bytes]]
    payload: int  # bytes of the largest array that the expected shape allows


def idx_judge(parse, name: str, item_shape: tuple[int, ...], largest: int):
    """Make the judge of an IDX reader: it reads a file if, and only if, it is right."""

    def judge(content: bytes) -> bool:
        plain: bytes | None = content
        if name.endswith(".gz"):
            plain = gunzip(content, idx_size(item_shape, MAX_ITEMS))
        expected = None if plain is None else decode_idx(plain, item_shape, MAX_ITEMS)
        if expected is not None and expected.max() > largest:
            expected = None
        try:
            found = parse(DataFile(name, content, "Get it again."), MAX_ITEMS)
        except DatasetError as error:
            if expected is not None:
                raise WrongAnswer("a good file is refused") from error
            return False
        if expected is None:
            raise WrongAnswer("a file that is not right is read")
        if found.dtype != np.uint8 or not np.array_equal(found, expected):
            raise WrongAnswer("other values than the file's")
        return True

    return judge


def judge_batch(content: bytes) -> bool:
    """Read a batch; where that works, CPython's own machine must read the same."""
    try:
        images, labels = parse_batch(DataFile("test_batch", content, ""), BATCH_LABEL)
    except DatasetError:
        return False
    try:
        expected_images, expected_labels = decode_batch(content, BATCH_LABEL)
    except Exception as error:
        raise WrongAnswer("a file that is no batch is read") from error
    if images.dtype != np.uint8 or not np.array_equal(images, expected_images):
        raise WrongAnswer("other pixels than the file's")
    if labels.dtype != np.int64 or labels.tolist() != expected_labels:
        raise WrongAnswer("other labels than the file's")
    return True


def image_seeds() -> list[bytes]:
    real = gzip.decompress((DATA / "mnist/train-images.idx3-ubyte.gz").read_bytes())
    return [
        struct.pack(">HBBIII", 0, 8, 3, n, 28, 28) + real[16 : 16 + n * 784]
        for n in (1, 2, MAX_ITEMS)
    ]


def label_seeds() -> list[bytes]:
    return [
        struct.pack(">HBBI", 0, 8, 1, n) + bytes(range(9, 9 - n, -1)) for n in (1, 2, 5)
    ]


def gzip_seeds() -> list[bytes]:
    images = image_seeds()
    named = bytearray(gzip.compress(images[0], mtime=0))
    named[3] = 2 + 4 + 8 + 16
    named[10:10] = b"\x02\0ab" + b"name\0" + b"comment\0" + b"\0\0"
    return [
        *(gzip.compress(content, mtime=0) for content in images),
        gzip.compress(images[1], compresslevel=0, mtime=0),
        gzip.compress(images[1][:99]) + gzip.compress(images[1][99:]) + bytes(7),
        bytes(named),
        gzip.compress(images[-1] + b"\0", mtime=0),
        bomb(images[-1]),
    ]


def bomb(content: bytes) -> bytes:
    """Gzip `content` and 100 MB of zeros behind it, without holding them."""
    packer = zlib.compressobj(wbits=31)
    parts = [packer.compress(content)]
    parts += [packer.compress(bytes(100_000)) for _ in range(1_000)]
    return b"".join([*parts, packer.flush()])


def batch_seeds() -> list[bytes]:
    """Small batches of every protocol and of Python 2, and the sample's own."""
    seeds = [(DATA / "cifar-10-batches-py/test_batch").read_bytes()]
    for n_images in (1, 3):
        rows = np.frombuffer(PIXELS, np.uint8)[: 3072 * n_images]
        batch = {
            b"batch_label": BATCH_LABEL.encode(),
            b"labels": [3, 8, 0][:n_images],
            b"data": rows.reshape(n_images, 3072),
            b"filenames": [b"cat.png", b"ship.png", b"plane.png"][:n_images],
        }
        seeds += [pickle.dumps(batch, protocol) for protocol in range(6)]
    string = b"U\x0bbatch_labelq\x02U" + bytes([len(BATCH_LABEL)])
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\nq\x08"
        b"K\x00\x85q\x09U\x01b\x87Rq\x0a(K\x01K\x01M\x00\x0c\x86"
        b"cnumpy\ndtype\nq\x0bU\x02u1K\x00K\x01\x87Rq\x0c"
        b"(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T\x00\x0c\0\0"
    )
    python2 = b"\x80\x02}q\x01(" + string + BATCH_LABEL.encode() + b"q\x03U\x06labels"
    python2 += b"q\x04]q\x05(K\x03eU\x04dataq\x06" + array + PIXELS[:3072] + b"tbu."
    return [*seeds, python2]


READERS = {
    "IDX images": Reader(
        idx_judge(parse_images, "images", (28, 28), 255), image_seeds, MAX_ITEMS * 784
    ),
    "IDX labels": Reader(
        idx_judge(parse_labels, "labels", (), 9), label_seeds, MAX_ITEMS
    ),
    "IDX images, gzipped": Reader(
        idx_judge(parse_images, "images.gz", (28, 28), 255), gzip_seeds, MAX_ITEMS * 784
    ),
    "CIFAR-10 batch": Reader(judge_batch, batch_seeds, 10_000 * 3072),
}
