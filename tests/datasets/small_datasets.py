"""The two Kaggle datasets in small, and kagglehub's cache with them in it."""

from __future__ import annotations

import hashlib
import pickle
import struct
from pathlib import Path

import numpy as np

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


def md5_of(files: dict[str, bytes]) -> dict[str, str]:
    """What the known MD5s of MNIST's files must be for these to be taken for them."""
    return {name: hashlib.md5(content).hexdigest() for name, content in files.items()}


def cifar10_files() -> dict[str, bytes]:
    """Kaggle's CIFAR-10 in small: two images a batch, of the batch's number."""
    names = {f"data_batch_{i}": f"training batch {i} of 5" for i in range(1, 6)}
    names["test_batch"] = "testing batch 1 of 1"
    files = {}
    for number, (name, label) in enumerate(names.items(), start=1):
        batch = {
            b"batch_label": label.encode(),
            b"labels": [number, 0],
            b"data": np.full((2, 3072), number, np.uint8),
        }
        content = pickle.dumps(batch, protocol=3)
        files[f"cifar-10-batches-py/{name}"] = content
    return files


def put_into_cache(
    cache: Path, dataset: str, files: dict[str, bytes], each_alone: bool = False
) -> Path:
    """Lay a dataset out as kagglehub does; return the folder of its files."""
    home = cache / "datasets" / dataset
    for name, content in files.items():
        path = home / "versions" / "1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        marker = home / ".complete" / "1" / f"{name}.complete"
        if each_alone:
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.touch()
    if not each_alone:
        (home / "1.complete").touch()
    return home / "versions" / "1"
