"""The two Kaggle datasets in small, and kagglehub's cache with them in it."""

from __future__ import annotations

import hashlib
import pickle
import struct
from pathlib import Path

import numpy as np

from xcorr_helpers.datasets.known_files import KNOWN_FILES, Known

MNIST = "hojjatk/mnist-dataset"
CIFAR10 = "pankrzysiu/cifar10-python"


def idx_files(n_images: int, first_label: int) -> tuple[bytes, bytes]:
    """Images that are brighter one by one, and labels that count up from the first."""
    numbers = range(n_images)
    images = b"".join(bytes([number]) * 784 for number in numbers)
    labels = bytes((first_label + number) % 10 for number in numbers)
    return (
        b"\0\0\x08\x03" + struct.pack(">3I", n_images, 28, 28) + images,
        b"\0\0\x08\x01" + struct.pack(">I", n_images) + labels,
    )


def mnist_files() -> dict[str, bytes]:
    """Kaggle's MNIST in small, with its folders that are named almost like files."""
    train, test = idx_files(12, first_label=0), idx_files(11, first_label=5)
    return {
        "train-images.idx3-ubyte": train[0],
        "train-labels.idx1-ubyte": train[1],
        "t10k-images.idx3-ubyte": test[0],
        "t10k-labels.idx1-ubyte": test[1],
        "train-images-idx3-ubyte/train-images-idx3-ubyte": train[0],
    }


def cifar10_files() -> dict[str, bytes]:
    """Kaggle's CIFAR-10 in small: two images a batch, of the batch's number."""
    names = [*(f"data_batch_{i}" for i in range(1, 6)), "test_batch"]
    return {
        f"cifar-10-batches-py/{name}": pickle.dumps(
            {b"labels": [number, 0], b"data": np.full((2, 3072), number, np.uint8)}, 3
        )
        for number, name in enumerate(names, start=1)
    }


def known(files: dict[str, bytes]) -> dict[str, Known]:
    """What must be known of MNIST's and CIFAR-10's files for these to be taken."""
    return KNOWN_FILES | {
        name: KNOWN_FILES[name]._replace(
            md5=hashlib.md5(content).hexdigest(), smallest=len(content)
        )
        for name, content in ((Path(path).name, files[path]) for path in files)
        if name in KNOWN_FILES
    }


def put_into_cache(
    cache: Path, dataset: str, files: dict[str, bytes], each_alone: bool = False
) -> Path:
    """Lay a dataset out as kagglehub does; return the folder of its files."""
    home = cache / "datasets" / dataset
    marks = [f".complete/1/{name}.complete" for name in files if each_alone]
    contents = {f"versions/1/{name}": content for name, content in files.items()}
    for name, content in (
        contents | dict.fromkeys(marks or ["1.complete"], b"")
    ).items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return home / "versions" / "1"
