"""What a file is that came in the place of another, as its first bytes tell."""

from __future__ import annotations

import zlib

__all__ = ["CIFAR_BATCH", "GZIP", "IDX", "kind_of"]

CIFAR_BATCH = "a batch of CIFAR-10"
GZIP = "a gzip archive"
IDX = "an IDX file, of MNIST's kind"
FIRST_BYTES = {
    b"PK\3\4": "a zip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"MATLAB": "of the Matlab version of CIFAR-10, and the course reads the Python one",
    b"version https://git-lfs": "a pointer of Git LFS, which stands for the file",
    b"<": "a page of HTML or XML",
    b"{": "an answer in JSON",
    b"\0\0\x08": IDX,
    b"\x93NUMPY": "an array of NumPy's",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"PAR1": "a Parquet table",
}
IN_A_PICKLE = {
    b"fine_labels": "a batch of CIFAR-100",
    b"fine_label_names": "the list of CIFAR-100's classes",
    b"label_names": "the list of CIFAR-10's classes",
    b"batch_label": CIFAR_BATCH,
}
PICKLE = b"\x80"
BINARY_ROW = 1 + 3072  # a label and its pixels
TAR_MARK = slice(257, 262), b"ustar"


def kind_of(content: bytes) -> str:
    """Name the kind of a file, as in "it is ...", or return "" if it is none of these.

    It is not parsed: of a gzip, no more than one block of a tar archive is unpacked.
    """
    if not content:
        return "empty"
    if content.startswith(b"\x1f\x8b"):
        return "a .tar.gz archive" if _is_tar(_unpacked(content)) else GZIP
    if _is_tar(content):
        return "a tar archive"
    if content.startswith(PICKLE):
        marks = IN_A_PICKLE.items()
        return next(
            (kind for mark, kind in marks if mark in content),
            "a pickle of something else",
        )
    # A page may begin with white space.
    start = content[:100].lstrip() if content[:1].isspace() else content
    for first, kind in FIRST_BYTES.items():
        if start.startswith(first):
            return kind
    if len(content) % BINARY_ROW == 0 and max(content[::BINARY_ROW]) < 10:
        return "of the binary version of CIFAR-10, and the course reads the Python one"
    return ""


def _is_tar(content: bytes) -> bool:
    place, mark = TAR_MARK
    return content[place] == mark


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:10_000], 512)
    except zlib.error:
        return b""
