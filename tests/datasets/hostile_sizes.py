"""Files that ask for more memory, more depth or more work than they may have.

Run as a program with the name of a reader, it reads that reader's files one after the
other and prints how far the memory of the process grew with each.
"""

from __future__ import annotations

import gzip
import json
import struct
import sys
import zlib
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np

from fuzz.seeds import LABEL, batch, python2_batch
from tests.datasets.pickle_programs import bytes_of, name
from xcorr_helpers.datasets.cifar_batch import MAX_BATCH_SIZE, parse_batch
from xcorr_helpers.datasets.data_file import DataFile, DatasetError
from xcorr_helpers.datasets.idx import parse_images, parse_labels

N_IMAGES = 60_000
LIMIT = 3_000_000_000  # beyond it a reader gets a MemoryError, not all that there is
DEEP = 95_000  # nearly as deep as the number of instructions allows
MILLION = 1_000_000
DTYPE = name("numpy dtype")

Files = Iterator[tuple[str, bytes]]  # made one at a time, each let go before the next


def idx_header(*sizes: int) -> bytes:
    return b"\0\0\x08" + bytes([len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes)


def ten_gigabytes(start: bytes) -> bytes:
    """Gzip `start` and 10 GB of zeros behind it, into 10 MB."""
    packer = zlib.compressobj(wbits=-15)
    first = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush nothing refers to what was before: a chunk can be repeated.
    zeros = packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"")[:10] + first + zeros * 1_000 + packer.flush() + bytes(8)


def idx_files(*item_shape: int) -> Files:
    """For images or for labels; what is gzipped has a name that says so."""
    whole = idx_header(N_IMAGES, *item_shape)
    payload = int(np.prod(item_shape, dtype=int)) * N_IMAGES
    four_billion = idx_header(2**32 - 1, *item_shape)
    packed = partial(gzip.compress, compresslevel=1)
    yield "4 billion items", four_billion + bytes(1_000)
    yield "every size 4 billion", idx_header(*[2**32 - 1] * (1 + len(item_shape)))
    yield "all announced, none there", whole
    yield "the largest right file", whole + bytes(payload)
    yield "4 billion items.gz", packed(four_billion)
    yield "the largest right file.gz", packed(whole + bytes(payload))
    yield "10 GB of zeros.gz", ten_gigabytes(b"")
    yield "10 GB behind a right header.gz", ten_gigabytes(whole)
    yield "10 GB in 1,000 members.gz", packed(bytes(10 * MILLION)) * 1_000
    yield "100,000 empty members.gz", packed(b"") * 100_000
    yield "zeros behind the end.gz", packed(whole) + bytes(MILLION)
    yield "rubbish behind the end.gz", packed(whole) + b"rubbish" * MILLION
    yield "name that never ends.gz", b"\x1f\x8b\x08\x08" + b"a" * MILLION


def counts() -> Files:
    """Numbers in the file that are larger than the file."""

    def shape(instructions: bytes) -> bytes:
        return python2_batch().replace(b"K\x02M\x00\x0c\x86", instructions)

    most = b"\xff" * 7 + b"\x7f"  # 2**63 - 1
    yield "shape of 2**40", shape(b"\x8a\x06" + bytes(5) + b"\x01M\x00\x0c\x86")
    yield "shape of 2**2000", shape(b"\x8a\xfb" + b"\x7f" * 251 + b"M\x00\x0c\x86")
    yield "shape doubled 60 times", shape(b")q\x50" + b"h\x50\x86q\x50" * 60)
    yield "memo entry 4 billion", b"]r\xff\xff\xff\xff."
    yield "memo entry 10**12", b"]p1000000000000\n."
    yield "missing memo entry", b"j\xff\xff\xff\xff."
    yield "string of 4 GB", b"T\xff\xff\xff\xff."
    yield "bytes of 4 GB", b"B\xff\xff\xff\xff."
    yield "text of 4 GB", b"X\xff\xff\xff\xff."
    yield "bytes of 2**63", b"\x8e" + most + b"."
    yield "text of 2**63", b"\x8d" + most + b"."
    yield "bytearray of 2**63", b"\x96" + most + b"."
    yield "number of 2 GB", b"\x8b\xff\xff\xff\x7f."
    yield "number in letters", b"L" + b"9" * MILLION + b"L\n."
    yield "frame of 2**63", b"\x80\x03\x95" + most + b"."
    yield "name without an end", b"c" + b"a" * 30 * MILLION


def depths() -> Files:
    """Values in values in values, and what would walk down into them."""
    nested = b")" + b"\x85" * DEEP
    labels = b"}(U\x0bbatch_labelU\x14" + LABEL.encode() + b"U\x06labels"
    yield "a million tuples", b")" + b"\x85" * MILLION + b"."
    yield "a million lists", b"]" * MILLION + b"a" * MILLION + b"."
    yield "a million marks", b"(" * MILLION + b"t" * MILLION + b"."
    yield "a million calls", DTYPE + b"\x85" * MILLION + b"R" * MILLION + b"."
    yield "a million states", (DTYPE + b")R") * MILLION + b"b" * MILLION + b"."
    yield "tuples", nested + b"."
    yield "tuples as a key", b"}" + nested + b"Ns."
    yield "tuples as the batch label", b"}U\x0bbatch_label" + nested + b"s."
    yield "tuples as the labels", labels + nested + b"u."
    yield "tuples as a label", labels + b"]" + nested + b"au."
    for what, part in {
        "shape": b"K\x02M\x00\x0c\x86",
        "size": b"K\x02M",
        "class": b"cnumpy\nndarray\n",
        "dtype": b"U\x02u1",
        "version": b"(K\x01",
    }.items():
        assert part in python2_batch()
        kept = {"size": b"M", "version": b"("}.get(what, b"")
        changed = python2_batch().replace(part, nested + kept)
        yield f"tuples as the {what}", changed
    third = DEEP // 3
    yield "lists", b"]" * (third + 1) + b"a" * third + b"."
    yield "dicts", b"}" + b"U\0}" * third + b"s" * third + b"."
    yield "calls", DTYPE * third + b")" + b"R\x85" * third + b"."
    yield "states", (DTYPE + b")R") * (third // 2) + b"b" * (third // 2 - 1) + b"."
    yield "list in itself", b"]q\x00h\x00a."
    yield "dict in itself", b"}q\x00U\x00h\x00s."
    yield "array in its state", DTYPE + b")Rq\x00h\x00b."


def fillings() -> Files:
    """Files as large as they may be, or full of what takes most memory for its size."""
    laughs = (b"](" + b"h%c" % i * 10 + b"eq%c" % (i + 1) for i in range(100))
    yield "a billion laughs", b"]q\x00" + b"".join(laughs) + b"."
    yield "list that grows by itself", b"]q\x00" + b"(h\x00h\x00e" * 20_000 + b"."
    yield "90,000 long numbers", (b"\x8a\xff" + b"\x7f" * 255) * 90_000
    yield "one long string", bytes_of(bytes(MAX_BATCH_SIZE - 6)) + b"."
    yield (
        "one string 90,000 times",
        bytes_of(bytes(30 * MILLION)) + b"q\x00(" + b"h\x00" * 90_000 + b"t.",
    )
    keys = (b"r" + struct.pack("<I", i << 12) for i in range(70_000))
    for what, filling in {
        "nothing": b"",
        "70,000 dicts": b"}" * 70_000,
        "70,000 memo entries": b"N" + b"".join(keys),
        "67,000 strings and lists": (b"U\xff" + bytes(255)) * 7_000 + b"]" * 60_000,
        "a string of 1.9 MB": bytes_of(bytes(1_900_000)),
    }.items():
        yield f"largest right batch, filled with {what}", largest(filling)


def largest(filling: bytes) -> bytes:
    """All the images that a batch may have, and `filling` under a key of its own."""
    pixels = np.zeros((10_000, 3072), np.uint8)
    content = batch(labels=[1] * 10_000, data=pixels, filenames=None)
    content = content[:-1] + b"U\x04more(" + filling + b"ts."
    assert len(content) <= MAX_BATCH_SIZE
    return content


READERS = {
    "images": (idx_files(28, 28), lambda file: parse_images(file, N_IMAGES)),
    "labels": (idx_files(), lambda file: parse_labels(file, N_IMAGES)),
    "batch": (
        chain(counts(), depths(), fillings()),
        lambda file: parse_batch(file, LABEL),
    ),
}


def peak() -> int:
    """Bytes that this process has held at most since `forget_peak`, on Linux.

    Not `resource.getrusage`: it counts what the process was before it became Python.
    """
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def main(reader: str) -> None:
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    files, parse = READERS[reader]
    forget_peak()
    before = peak()
    grown = {}
    for what, content in files:
        forget_peak()
        try:
            parse(DataFile(what, content, "Get it again."))
            outcome = "read"
        except DatasetError:
            outcome = "refused"
        grown[what] = outcome, peak() - before
    print(json.dumps(grown))


if __name__ == "__main__":
    main(sys.argv[1])
