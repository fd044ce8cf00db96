"""Which files hold which split: in the bundled sample, on Kaggle, in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .cifar_batch import parse_batch
from .data_file import DataFile, DatasetError
from .kaggle import read_from_kaggle
from .known_files import read_known_file
from .own_files import REMEDY, mnist_file_in, required
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
CIFAR10_ON_KAGGLE = "pankrzysiu/cifar10-python"
CIFAR10_FOLDER = "cifar-10-batches-py"
CIFAR10_FILES = {
    "train": tuple(f"data_batch_{i}" for i in range(1, 6)),
    "test": ("test_batch",),
}


def mnist_files(
    split: str, source: str | Path, timeout: float
) -> tuple[DataFile, DataFile]:
    """Read the files of the images and of the labels of a split."""
    if source == "sample" and split == "test":
        raise _not_in_sample("5,000 MNIST training images", "load_mnist", split)
    wanted = MNIST_FILES[split]
    if source == "sample":
        images, labels = (sample_file(f"mnist/{name}.gz") for name in wanted)
    elif isinstance(source, Path):
        images, labels = (mnist_file_in(source, name) for name in wanted)
    else:
        # One download brings both splits, and all of it is checked.
        whole = [name for names in MNIST_FILES.values() for name in names]
        files = read_from_kaggle(MNIST_ON_KAGGLE, wanted, timeout, whole=whole)
        images, labels = (files[name] for name in wanted)
    return images, labels


def cifar10_batches(split: str, source: str | Path, timeout: float) -> Iterator[Batch]:
    """Read the images and the labels of a split's batches one after another."""
    if source == "sample" and split == "train":
        raise _not_in_sample("20 CIFAR-10 test images", "load_cifar10", split)
    for file_name in CIFAR10_FILES[split]:
        name = f"{CIFAR10_FOLDER}/{file_name}"
        if source == "sample":
            yield parse_batch(sample_file(name))
        elif isinstance(source, Path):
            inside = source / CIFAR10_FOLDER
            path = (inside if inside.is_dir() else source) / file_name
            if not path.is_file():
                raise required(path.parent, [file_name])
            yield parse_batch(read_known_file(path, REMEDY))
        else:
            # One at a time: the whole dataset is a download of 350 MB.
            files = read_from_kaggle(CIFAR10_ON_KAGGLE, [name], timeout)
            yield parse_batch(files[name])


def _not_in_sample(held: str, loader: str, split: str) -> DatasetError:
    return DatasetError(
        f"The bundled sample holds {held}, and no {split} split. "
        f'To download the full dataset, call {loader}("{split}", source="kaggle"), '
        f"or set the environment variable {SOURCE_VARIABLE} to kaggle."
    )
