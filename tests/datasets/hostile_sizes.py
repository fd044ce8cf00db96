"""Files that ask for more memory or more work than they may have.

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
from pathlib import Path

import numpy as np

from xcorr_helpers.datasets.data_file import DataFile, DatasetError
from xcorr_helpers.datasets.idx import parse_images, parse_labels

N_IMAGES = 60_000
LIMIT = 3_000_000_000  # beyond it a reader gets a MemoryError, not all that there is
MILLION = 1_000_000

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


READERS = {
    "images": (idx_files(28, 28), parse_images, N_IMAGES),
    "labels": (idx_files(), parse_labels, N_IMAGES),
    "one's own images": (idx_files(28, 28), parse_images, None),  # any number of them
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
    files, parse, most = READERS[reader]
    forget_peak()
    before = peak()
    grown = {}
    for what, content in files:
        forget_peak()
        try:
            parse(DataFile(what, content, "Get it again."), most)
            outcome = "read"
        except DatasetError:
            outcome = "refused"
        grown[what] = outcome, peak() - before
    print(json.dumps(grown))


if __name__ == "__main__":
    main(sys.argv[1])
