"""CIFAR-10's file format: a pickled dict with an array of pixels and a list of labels.

Python's pickle runs what a file says, so it is given none but files whose checksum is
known (see `known_files` and `sample`); and even then it finds NumPy's arrays alone.

Source: A. Krizhevsky, "The CIFAR-10 dataset", section "Dataset layout".
"""

from __future__ import annotations

import io
import pickle
from typing import Any

import numpy as np
import numpy.typing as npt

from .data_file import DataFile

__all__ = ["parse_batch"]

IMAGE_SHAPE = (32, 32, 3)
N_CLASSES = 10
# Of NumPy 1 and 2, which NumPy names where it pickles an array.
MAKE_ARRAY = np.empty(0).__reduce__()[0]
NAMES = {
    "numpy.core.multiarray._reconstruct": MAKE_ARRAY,
    "numpy._core.multiarray._reconstruct": MAKE_ARRAY,
    "numpy.ndarray": np.ndarray,
    "numpy.dtype": np.dtype,
}


class _ArrayUnpickler(pickle.Unpickler):
    """Builds plain values and NumPy arrays, and imports nothing."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return NAMES[f"{module}.{name}"]
        except KeyError:
            raise pickle.UnpicklingError("a name that no array needs") from None


def parse_batch(
    file: DataFile,
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Read the images (N, 32, 32, 3) and labels (N,) of one batch of known bytes.

    Raises
    ------
    DatasetError
        If the file is anything but exactly that.
    """
    try:
        # What Python 2 calls a string is bytes.
        batch = _ArrayUnpickler(io.BytesIO(file.content), encoding="bytes").load()
        pixels, labels = batch[b"data"], np.array(batch[b"labels"])
    except Exception as error:  # of many kinds
        raise file.error("it cannot be read as a batch of CIFAR-10") from error
    height, width, channels = IMAGE_SHAPE
    if labels.ndim != 1 or labels.dtype.kind != "i" or not len(labels):
        raise file.error("it holds no list of labels")
    if labels.min() < 0 or labels.max() >= N_CLASSES:
        raise file.error(f"a label in it is no whole number from 0 to {N_CLASSES - 1}")
    shape = len(labels), channels * height * width
    if getattr(pixels, "shape", ()) != shape or pixels.dtype != np.uint8:
        raise file.error(f"its {len(labels):,} labels want bytes of shape {shape}")
    # In a row all reds come first, then all greens, then all blues.
    channels_first = pixels.reshape(len(labels), channels, height, width)
    images = np.ascontiguousarray(channels_first.transpose(0, 2, 3, 1))
    return images, labels.astype(np.int64)
