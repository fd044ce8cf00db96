"""MNIST's file format, IDX: a type, the number of axes, their sizes, the values.

Every size is checked before it is used: against what MNIST may hold, so a hostile
header can make the reader neither allocate nor unpack more than a full split takes; of
files of one's own, against what the file does hold.

Source: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database of handwritten
digits", section "File formats for the MNIST database".
"""

from __future__ import annotations

import gzip
import io
import math
import zlib

import numpy as np
import numpy.typing as npt

from .data_file import DataFile
from .file_kinds import GZIP, IDX, kind_of

__all__ = ["IMAGE_SHAPE", "idx_size", "parse_images", "parse_labels"]

IMAGE_SHAPE = (28, 28)
N_DIGITS = 10
UNSIGNED_BYTE = 0x08  # the code of the element type
GZ = ".gz"
OF_AXES = {1: "labels", 3: "images"}
START = 10_000  # bytes that tell what a file is
PIECE = 2**20


def parse_images(file: DataFile, max_images: int | None) -> npt.NDArray[np.uint8]:
    """Read the images (N, 28, 28), 1 <= N <= `max_images`, of an IDX file.

    With None there may be any number of them. A name that ends in ``.gz`` says that the
    file is gzipped. The array is read-only.

    Raises
    ------
    DatasetError
        If the file is anything but exactly that.
    """
    return _parse(file, IMAGE_SHAPE, max_images, "images")


def parse_labels(file: DataFile, max_labels: int | None) -> npt.NDArray[np.uint8]:
    """Read the labels (N,) as `parse_images` does the images: each from 0 to 9.

    With None, of any number of labels, each may be any.
    """
    labels = _parse(file, (), max_labels, "labels")
    if max_labels is not None and (largest := int(labels.max())) >= N_DIGITS:
        raise file.error(f"it holds the label {largest}; digits go from 0 to 9")
    return labels


def idx_size(item_shape: tuple[int, ...], n_items: int) -> int:
    """Bytes that `n_items` items take in an IDX file, its header included."""
    return _header_size(item_shape) + n_items * math.prod(item_shape)


def _header_size(item_shape: tuple[int, ...]) -> int:
    n_axes = 1 + len(item_shape)
    return 4 + 4 * n_axes


def _parse(
    file: DataFile, item_shape: tuple[int, ...], max_items: int | None, what: str
) -> npt.NDArray[np.uint8]:
    content = file.content
    if file.name.endswith(GZ):
        limit = max_items
        if limit is None:  # as many as it announces
            start = _unpacked(file, _header_size(item_shape), peek=True)
            limit = _n_items(file, start, item_shape, None, what)
        content = _unpacked(file, idx_size(item_shape, limit))
    n_items = _n_items(file, content, item_shape, max_items, what)
    size = idx_size(item_shape, n_items)
    if len(content) != size:
        fault = "ends early" if len(content) < size else "goes on after its end"
        raise file.error(
            f"it {fault}: {n_items:,} {what} take {size:,} bytes with the header, "
            f"and there are {len(content):,}"
        )
    values = np.frombuffer(content, np.uint8, offset=_header_size(item_shape))
    return values.reshape(n_items, *item_shape)


def _n_items(
    file: DataFile,
    content: bytes,
    item_shape: tuple[int, ...],
    max_items: int | None,
    what: str,
) -> int:
    """Check the header; return how many items it announces."""
    header = content[: _header_size(item_shape)]
    magic = bytes([0, 0, UNSIGNED_BYTE, 1 + len(item_shape)])
    if header[:4] != magic[: len(header)]:
        raise file.error(f"it is not an IDX file of {what}: {_found(file, content)}")
    if len(header) < _header_size(item_shape):
        raise file.error(f"it ends early, within the header ({len(header)} bytes)")
    n_items, *shape = (int(size) for size in np.frombuffer(header[4:], ">u4"))
    if tuple(shape) != item_shape:
        raise file.error(f"its {what} have shape {tuple(shape)}, not {item_shape}")
    if max_items is None and not n_items:
        raise file.error(f"its header announces no {what}")
    if max_items is not None and not 1 <= n_items <= max_items:
        raise file.error(
            f"its header announces {n_items:,} {what}, not 1 to {max_items:,}"
        )
    return n_items


def _found(file: DataFile, content: bytes) -> str:
    """Say what there is in the place of an IDX file."""
    kind = kind_of(content)
    if kind == GZIP and not file.name.endswith(GZ):
        return f"it is {kind}, and its name wants {GZ} at its end"
    if kind == IDX and content[3:]:
        n_axes = content[3]
        return f"it is one of {OF_AXES.get(n_axes, f'{n_axes} axes')}"
    if kind:
        return f"it is {kind}"
    return f"it starts with the bytes {content[:4].hex(' ')}"


def _unpacked(file: DataFile, limit: int, *, peek: bool = False) -> bytes:
    """Gunzip, but no further than the `limit` that the largest split takes.

    To peek is to have what is there up to that limit.
    """
    kind = kind_of(file.content[:START])
    if kind == IDX:
        raise file.error(f"it is {kind}, and its name must not end in {GZ}")
    if kind and kind not in (GZIP, "empty"):
        raise file.error(f"it is not a gzipped IDX file: it is {kind}")
    most, unpacked = limit + (0 if peek else 1), io.BytesIO()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(file.content)) as stream:
            # In pieces: room is taken for what is there, not for what is announced.
            while piece := stream.read(min(PIECE, most - unpacked.tell())):
                unpacked.write(piece)
    except EOFError as error:
        raise file.error("it ends early: the gzip stream is cut off") from error
    except (OSError, zlib.error) as error:
        raise file.error(f"it is not an intact gzip file ({error})") from error
    if unpacked.tell() > limit:
        raise file.error(f"it unpacks to more than the {limit:,} bytes it may hold")
    return unpacked.getvalue()
