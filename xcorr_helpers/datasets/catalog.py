"""Which files hold which split, in the bundled sample and on Kaggle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .cifar_batch import MAX_BATCH_SIZE, parse_batch
from .data_file import DataFile, DatasetError, read_data_file
from .idx import IMAGE_SHAPE, idx_size
from .kaggle import read_from_kaggle
from .sample import sample_file

__all__ = ["MNIST_SIZES", "SOURCE_VARIABLE", "cifar10_batches", "mnist_files"]

Batch = tuple[npt.NDArray[np.uint8], npt.NDArray[np.integer[Any]]]

SOURCE_VARIABLE = "XCORR_DATA"

MNIST_ON_KAGGLE = "hojjatk/mnist-dataset"
MNIST_SIZES = {"train": 60_000, "test": 10_000}
MNIST_FILES = {  # images, labels
    "train": ("train-images.idx3-ubyte", "train-labels.idx1-ubyte"),
    "test": ("t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"),
}
MNIST_MD5 = {
    "train-images.idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels.idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images.idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels.idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}

CIFAR10_ON_KAGGLE = "pankrzysiu/cifar10-python"
CIFAR10_BATCHES = {  # file: what the batch in it calls itself
    "train": {f"data_batch_{i}": f"training batch {i} of 5" for i in range(1, 6)},
    "test": {"test_batch": "testing batch 1 of 1"},
}


def mnist_files(split: str, source: str, timeout: float) -> tuple[DataFile, DataFile]:
    """Read the files of the images and of the labels of a split."""
    if source == "sample" and split == "test":
        raise _not_in_sample("5,000 MNIST training images", "load_mnist", split)
    wanted = MNIST_FILES[split]
    if source == "sample":
        images, labels = (sample_file(f"mnist/{name}.gz") for name in wanted)
    else:
        images, labels = read_from_kaggle(
            MNIST_ON_KAGGLE, _mnist_readers(), wanted, alone=False, timeout=timeout
        )
    return images, labels


def cifar10_batches(split: str, source: str, timeout: float) -> Iterator[Batch]:
    """Read the images and the labels of a split's batches one after another."""
    if source == "sample" and split == "train":
        raise _not_in_sample("20 CIFAR-10 test images", "load_cifar10", split)
    for file_name, batch_label in CIFAR10_BATCHES[split].items():
        name = f"cifar-10-batches-py/{file_name}"
        if source == "sample":
            yield parse_batch(sample_file(name), batch_label)
        else:
            # One at a time: the whole dataset is a download of 350 MB.
            readers = {name: partial(_read_cifar10, batch_label)}
            yield from read_from_kaggle(
                CIFAR10_ON_KAGGLE, readers, [name], alone=True, timeout=timeout
            )


def _mnist_readers() -> dict[str, Callable[[Path, str], DataFile]]:
    """One download brings both splits, and all of it is checked."""
    readers: dict[str, Callable[[Path, str], DataFile]] = {}
    for split, (images_name, labels_name) in MNIST_FILES.items():
        n_images = MNIST_SIZES[split]
        for name, size in (
            (images_name, idx_size(IMAGE_SHAPE, n_images)),
            (labels_name, idx_size((), n_images)),
        ):
            readers[name] = partial(_read_mnist, size, MNIST_MD5[name])
    return readers


def _read_mnist(limit: int, md5: str, path: Path, remedy: str) -> DataFile:
    file = read_data_file(path, limit, remedy)
    if hashlib.md5(file.content, usedforsecurity=False).hexdigest() != md5:
        raise file.error("the file is not MNIST's: its MD5 is not the expected one")
    return file


def _read_cifar10(batch_label: str, path: Path, remedy: str) -> Batch:
    return parse_batch(read_data_file(path, MAX_BATCH_SIZE, remedy), batch_label)


def _not_in_sample(held: str, loader: str, split: str) -> DatasetError:
    return DatasetError(
        f"The bundled sample holds {held}, and no {split} split. "
        f'To download the full dataset, call {loader}("{split}", source="kaggle"), '
        f"or set the environment variable {SOURCE_VARIABLE} to kaggle."
    )
