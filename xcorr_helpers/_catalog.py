"""Which files hold which split, in the bundled sample and on Kaggle."""

from __future__ import annotations

from collections.abc import Iterator

from ._cifar_batch import MAX_BATCH_SIZE
from ._data_file import DataFile, DatasetError
from ._idx import IMAGE_SHAPE, idx_size
from ._kaggle import kaggle_file
from ._sample import sample_file

__all__ = ["MNIST_SIZES", "SOURCE_VARIABLE", "cifar10_batches", "mnist_files"]

SOURCE_VARIABLE = "XCORR_DATA"

MNIST_ON_KAGGLE = "hojjatk/mnist-dataset"
MNIST_SIZES = {"train": 60_000, "test": 10_000}
MNIST_FILES = {  # images, labels
    "train": ("train-images.idx3-ubyte", "train-labels.idx1-ubyte"),
    "test": ("t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"),
}

CIFAR10_ON_KAGGLE = "pankrzysiu/cifar10-python"
CIFAR10_BATCHES = {  # file: what the batch in it calls itself
    "train": {f"data_batch_{i}": f"training batch {i} of 5" for i in range(1, 6)},
    "test": {"test_batch": "testing batch 1 of 1"},
}


def mnist_files(split: str, source: str) -> tuple[DataFile, DataFile]:
    """Read the files of the images and of the labels of a split."""
    if source == "sample" and split == "test":
        raise _not_in_sample("5,000 MNIST training images", "load_mnist", split)
    images_name, labels_name = MNIST_FILES[split]
    n_images = MNIST_SIZES[split]
    return (
        _mnist_file(source, images_name, idx_size(IMAGE_SHAPE, n_images)),
        _mnist_file(source, labels_name, idx_size((), n_images)),
    )


def cifar10_batches(split: str, source: str) -> Iterator[tuple[DataFile, str]]:
    """Read a split's files one after another, with what each batch calls itself."""
    if source == "sample" and split == "train":
        raise _not_in_sample("20 CIFAR-10 test images", "load_cifar10", split)
    for file_name, batch_label in CIFAR10_BATCHES[split].items():
        name = f"cifar-10-batches-py/{file_name}"
        if source == "sample":
            yield sample_file(name), batch_label
        else:
            # One at a time: the whole dataset is a download of 350 MB.
            file = kaggle_file(CIFAR10_ON_KAGGLE, name, MAX_BATCH_SIZE, alone=True)
            yield file, batch_label


def _mnist_file(source: str, name: str, limit: int) -> DataFile:
    if source == "sample":
        return sample_file(f"mnist/{name}.gz")
    return kaggle_file(MNIST_ON_KAGGLE, name, limit, alone=False)


def _not_in_sample(held: str, loader: str, split: str) -> DatasetError:
    return DatasetError(
        f"The bundled sample holds {held}, and no {split} split. "
        f'To download the full dataset, call {loader}("{split}", source="kaggle"), '
        f"or set the environment variable {SOURCE_VARIABLE} to kaggle."
    )
