"""MNIST's file format, IDX: a type, the number of axes, their sizes, the values.

Every size is checked against what MNIST may hold before it is used, so a hostile
header can make the reader neither allocate nor unpack more than a full split takes.

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

__all__ = ["IMAGE_SHAPE", "idx_size", "parse_images", "parse_labels"]

IMAGE_SHAPE = (28, 28)
N_DIGITS = 10
UNSIGNED_BYTE = 0x08  # the code of the element type


def parse_images(file: DataFile, max_images: int) -> npt.NDArray[np.uint8]:
    """Read the images (N, 28, 28), 1 <= N <= `max_images`, of an IDX file.

    A name that ends in ``.gz`` says that the file is gzipped. The array is read-only.

    Raises
    ------
    DatasetError
        If the file is anything but exactly that.
    """
    return _parse(file, IMAGE_SHAPE, max_images, "images")


def parse_labels(file: DataFile, max_labels: int) -> npt.NDArray[np.uint8]:
    """Read the labels (N,), each from 0 to 9, as `parse_images` does the images."""
    labels = _parse(file, (), max_labels, "labels")
    if (largest := int(labels.max())) >= N_DIGITS:
        raise file.error(f"it holds the label {largest}; digits go from 0 to 9")
    return labels


def idx_size(item_shape: tuple[int, ...], n_items: int) -> int:
    """Bytes that `n_items` items take in an IDX file, its header included."""
    return _header_size(item_shape) + n_items * math.prod(item_shape)


def _header_size(item_shape: tuple[int, ...]) -> int:
    n_axes = 1 + len(item_shape)
    return 4 + 4 * n_axes


def _parse(
    file: DataFile, item_shape: tuple[int, ...], max_items: int, what: str
) -> npt.NDArray[np.uint8]:
    content = file.content
    if file.name.endswith(".gz"):
        content = _unpacked(file, idx_size(item_shape, max_items))
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
    max_items: int,
    what: str,
) -> int:
    """Check the header; return how many items it announces."""
    header = content[: _header_size(item_shape)]
    if len(header) < _header_size(item_shape):
        raise file.error(f"it ends early, within the header ({len(header)} bytes)")
    magic = bytes([0, 0, UNSIGNED_BYTE, 1 + len(item_shape)])
    if header[:4] != magic:
        raise file.error(
            f"it is not an IDX file of {what}: it starts with the bytes "
            f"{header[:4].hex(' ')}, not {magic.hex(' ')}"
        )
    n_items, *shape = (int(size) for size in np.frombuffer(header[4:], ">u4"))
    if tuple(shape) != item_shape:
        raise file.error(f"its {what} have shape {tuple(shape)}, not {item_shape}")
    if not 1 <= n_items <= max_items:
        raise file.error(
            f"its header announces {n_items:,} {what}, not 1 to {max_items:,}"
        )
    return n_items


def _unpacked(file: DataFile, limit: int) -> bytes:
    """Gunzip, but no further than the `limit` that the largest split takes."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(file.content)) as stream:
            content = stream.read(limit + 1)
    except EOFError as error:
        raise file.error("it ends early: the gzip stream is cut off") from error
    except (OSError, zlib.error) as error:
        raise file.error(f"it is not an intact gzip file ({error})") from error
    if len(content) > limit:
        raise file.error(f"it unpacks to more than the {limit:,} bytes it may hold")
    return content
