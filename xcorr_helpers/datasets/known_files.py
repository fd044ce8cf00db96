"""The files of MNIST and CIFAR-10: only these bytes, and no others, are ever parsed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from .data_file import DataFile, read_data_file
from .file_kinds import CIFAR_BATCH, IDX, kind_of

__all__ = ["KNOWN_FILES", "Known", "read_known_file"]


class Known(NamedTuple):
    """What is known of a file, and the bytes that it has at least and at most."""

    dataset: str
    md5: str
    smallest: int
    largest: int


# A batch's pixels, and up to 200 bytes an image for its label and its file name.
BATCH = 10_000 * 3_072, 10_000 * 3_272
KNOWN_FILES = {
    name: Known("MNIST", md5, size, size)
    for name, md5, size in (
        ("train-images.idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb", 47_040_016),
        ("train-labels.idx1-ubyte", "a25bea736e30d166cdddb491f175f624", 60_008),
        ("t10k-images.idx3-ubyte", "2646ac647ad5339dbf082846283269ea", 7_840_016),
        ("t10k-labels.idx1-ubyte", "27ae3e4e09519cfbb04c329615203637", 10_008),
    )
} | {
    name: Known("CIFAR-10", md5, *BATCH)
    for name, md5 in (
        ("data_batch_1", "c99cafc152244af753f735de768cd75f"),
        ("data_batch_2", "d4bba439e000b95fd0a9bffe97cbabec"),
        ("data_batch_3", "54ebc095f3ab1f0389bbae665268c751"),
        ("data_batch_4", "634d18415352ddfa80567beed471001a"),
        ("data_batch_5", "482c414d41f54cd18b22e5b47cb7c3cb"),
        ("test_batch", "40351d587109b95175f43aff81a1287e"),
    )
}

OWN_KIND = {"MNIST": IDX, "CIFAR-10": CIFAR_BATCH}
ANOTHER = {  # of its own kind
    "MNIST": "its MD5 is not the expected one",
    "CIFAR-10": "it is a batch, but not the authors' (its MD5 is another), and a "
    "pickle may run code",
}


def read_known_file(path: Path, remedy: str) -> DataFile:
    """Read the file if it is, byte for byte, the one that has its name.

    Raises
    ------
    DatasetError
        If it is another, or cannot be read; the text says what the file is instead.
    """
    known = KNOWN_FILES[path.name]
    file = read_data_file(path, known.largest, remedy)
    # MD5 guards against damage and mistakes, not against a forger.
    md5 = hashlib.md5(file.content, usedforsecurity=False).hexdigest()
    if md5 == known.md5:
        return file
    what = "it is of no kind known here, and its MD5 is not the expected one"
    others = (name for name, other in KNOWN_FILES.items() if other.md5 == md5)
    kind = next(others, "") or kind_of(file.content)
    if kind and kind != OWN_KIND[known.dataset]:
        what = f"it is {kind}"
    elif (size := len(file.content)) < known.smallest:
        what = f"it ends early, after {size:,} of at least {known.smallest:,} bytes"
    elif kind:
        what = ANOTHER[known.dataset]
    raise file.error(f"the file is not {known.dataset}'s: {what}")
