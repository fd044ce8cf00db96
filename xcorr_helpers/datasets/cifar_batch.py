"""CIFAR-10's file format: a pickled dict with an array of pixels and a list of labels.

Source: A. Krizhevsky, "The CIFAR-10 dataset", section "Dataset layout".
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .data_file import DataFile
from .inert_pickle import Name, PickleRefused, Record, read_inert

__all__ = ["MAX_BATCH_SIZE", "parse_batch"]

IMAGE_SHAPE = (32, 32, 3)
N_CLASSES = 10
MAX_IMAGES = 10_000
ROW_LENGTH = 3072  # all reds of an image, then all greens, then all blues
# Pixels, and up to 200 bytes an image for its label and its file name.
MAX_BATCH_SIZE = MAX_IMAGES * (ROW_LENGTH + 200)

# How NumPy begins an array, whatever its shape and dtype, and the dtype of bytes.
ANY_ARRAY = Name.RECONSTRUCT, (Name.NDARRAY, (0,), b"b")
UNSIGNED_BYTES = Name.DTYPE, (b"u1", False, True)


def parse_batch(
    file: DataFile, batch_label: str
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Read the images (N, 32, 32, 3), N <= 10,000, and labels (N,) of one batch.

    `batch_label` is what the batch calls itself, such as "testing batch 1 of 1": a
    training batch under the name of the test batch is an error.

    Raises
    ------
    DatasetError
        If the file is anything but exactly that. Nothing in the file is ever run.
    """
    try:
        batch = read_inert(file.content)
    except PickleRefused as error:
        raise file.error(f"it is not a batch of CIFAR-10: {error}") from error
    if not isinstance(batch, dict):
        raise file.error("it is not a batch of CIFAR-10: it holds no dict")
    if batch.get(b"batch_label") != batch_label.encode():
        raise file.error(f"it does not call itself '{batch_label}'")
    labels = _labels(file, batch.get(b"labels"))
    pixels = _pixels(file, batch.get(b"data"), n_images=len(labels))
    height, width, channels = IMAGE_SHAPE
    channels_first = pixels.reshape(len(labels), channels, height, width)
    return np.ascontiguousarray(channels_first.transpose(0, 2, 3, 1)), labels


def _labels(file: DataFile, labels: Any) -> npt.NDArray[np.int64]:
    if not isinstance(labels, list) or not 1 <= len(labels) <= MAX_IMAGES:
        raise file.error(f"it holds no list of 1 to {MAX_IMAGES:,} labels")
    if not all(type(label) is int and 0 <= label < N_CLASSES for label in labels):
        raise file.error(f"a label in it is no whole number from 0 to {N_CLASSES - 1}")
    return np.array(labels, np.int64)


def _pixels(file: DataFile, data: Any, n_images: int) -> npt.NDArray[np.uint8]:
    """Make the array from what was recorded, once every claim has been checked."""
    state = data.state if _is_made_as(data, ANY_ARRAY) else None
    if not isinstance(state, tuple) or len(state) != 5:
        raise file.error("it holds no array of pixels")
    _version, shape, dtype, columns_first, values = state
    if not _is_made_as(dtype, UNSIGNED_BYTES):
        raise file.error("its pixels are not unsigned bytes")
    if shape != (n_images, ROW_LENGTH) or columns_first is not False:
        raise file.error(
            f"its {n_images:,} labels want pixels of shape ({n_images}, {ROW_LENGTH}), "
            "row by row, and it holds others"
        )
    if not isinstance(values, bytes) or len(values) != n_images * ROW_LENGTH:
        raise file.error(f"it does not hold {n_images:,} x {ROW_LENGTH} pixel values")
    return np.frombuffer(values, np.uint8)


def _is_made_as(value: Any, call: tuple[Name, tuple[Any, ...]]) -> bool:
    return isinstance(value, Record) and (value.name, value.args) == call
