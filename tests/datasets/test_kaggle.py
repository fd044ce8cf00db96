"""The loaders on full datasets: in kagglehub's cache, and downloaded by kagglehub."""

from __future__ import annotations

import socket
import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.datasets.small_datasets import (
    CIFAR10,
    MNIST,
    cifar10_files,
    idx_files,
    md5_of,
    mnist_files,
    put_into_cache,
)
from xcorr_helpers.datasets import (
    DatasetError,
    catalog,
    load_cifar10,
    load_mnist,
    loaders,
)


def test_kaggle_without_kagglehub(monkeypatch):
    monkeypatch.setitem(sys.modules, "kagglehub", None)
    with pytest.raises(DatasetError, match=r"needs the packages kagglehub.*=.sample"):
        load_mnist(source="kaggle")


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """An empty cache of kagglehub's, on a machine without a network."""

    def refuse(*_):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def as_mnist(monkeypatch):
    """Have other files taken for the real ones."""

    def take(files: dict[str, bytes]) -> None:
        for name in files.keys() & catalog.MNIST_MD5.keys():
            monkeypatch.setitem(catalog.MNIST_MD5, name, md5_of(files)[name])

    return take


def test_mnist_from_the_cache(cache, monkeypatch, as_mnist):
    as_mnist(mnist_files())
    put_into_cache(cache, MNIST, mnist_files())
    train = load_mnist(source="kaggle")
    assert train.images.shape == (12, 28, 28)
    assert (train.images[:, 0, 0] * 255).tolist() == pytest.approx(range(12))
    assert train.labels.tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
    monkeypatch.setenv("XCORR_DATA", "kaggle")
    test = load_mnist("test", dtype=np.float32)
    assert test.images.shape == (11, 28, 28)
    assert test.images.dtype == np.float32
    assert test.labels.tolist() == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
    assert len(load_mnist(source="sample").images) == 5000


@pytest.mark.parametrize("each_alone", [True, False])
def test_cifar10_from_the_cache(cache, each_alone):
    files = cifar10_files()
    put_into_cache(cache, CIFAR10, files, each_alone)
    train = load_cifar10("train", source="kaggle")
    assert train.images.shape == (10, 32, 32, 3)
    brightness = (train.images[:, 0, 0, 0] * 255).tolist()
    assert brightness == pytest.approx([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    assert train.labels.tolist() == [1, 0, 2, 0, 3, 0, 4, 0, 5, 0]
    assert load_cifar10("test", source="kaggle").labels.tolist() == [6, 0]


def damage_count(files: dict[str, bytes]) -> None:
    files["train-labels.idx1-ubyte"] = idx_files(11, first_label=0)[1]


def damage_size(files: dict[str, bytes]) -> None:
    # A header of the most images there may be, and one byte too many.
    name = "train-labels.idx1-ubyte"
    files[name] = files[name][:4] + struct.pack(">I", 60_000) + bytes(60_001)


def damage_split(files: dict[str, bytes]) -> None:
    # As many as in the training split are too many here.
    header = files["t10k-labels.idx1-ubyte"][:4]
    files["t10k-labels.idx1-ubyte"] = header + struct.pack(">I", 10_001)


def damage_name(files: dict[str, bytes]) -> None:
    files["train-images.idx3-ubyte/train-images"] = files.pop("train-images.idx3-ubyte")


@pytest.mark.parametrize(
    ("damage", "split", "name", "message"),
    [
        (damage_count, "train", "train-labels", "11 labels, for 12 images in .*images"),
        (damage_size, "train", "train-labels", "larger than the 60,008 bytes it may"),
        (damage_split, "test", "t10k-labels", "10,001 labels, not 1 to 10,000"),
        (damage_name, "train", "train-images", "there is no such file"),
    ],
)
def test_damage_in_the_cache(cache, damage, split, name, message, as_mnist):
    files = mnist_files()
    damage(files)
    as_mnist(files)
    folder = put_into_cache(cache, MNIST, files)
    with pytest.raises(DatasetError, match=message) as caught:
        load_mnist(split, source="kaggle")
    assert str(caught.value).startswith(str(folder / name))
    assert str(caught.value).endswith(
        f"Delete the folder {cache / 'datasets' / 'hojjatk' / 'mnist-dataset'} to have "
        'it downloaded again, or use source="sample", which is bundled and needs no '
        "network."
    )


def test_the_md5_of_the_original_mnist():
    # As the files of Y. LeCun's page, unpacked, are known to have it.
    assert catalog.MNIST_MD5 == {
        "train-images.idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
        "train-labels.idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
        "t10k-images.idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
        "t10k-labels.idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
    }


@pytest.mark.parametrize(
    ("split", "name"),
    [
        ("train", "train-images.idx3-ubyte"),
        ("train", "train-labels.idx1-ubyte"),
        ("test", "t10k-images.idx3-ubyte"),
        ("test", "t10k-labels.idx1-ubyte"),
    ],
)
def test_a_changed_bit_in_the_cache(cache, split, name, as_mnist):
    files = mnist_files()
    as_mnist(files)
    changed = bytearray(files[name])
    changed[-1] ^= 1
    folder = put_into_cache(cache, MNIST, files | {name: bytes(changed)})
    with pytest.raises(DatasetError) as caught:
        load_mnist(split, source="kaggle")
    assert str(caught.value).startswith(
        f"{folder / name}: the file is not MNIST's: its MD5 is not the expected one. "
        "Delete the folder"
    )
    # What has long been there is left to its owner.
    assert (folder / name).read_bytes() == changed


def test_another_mnist_than_the_original_is_refused(cache):
    put_into_cache(cache, MNIST, mnist_files())
    with pytest.raises(DatasetError, match="is not MNIST's"):
        load_mnist(source="kaggle")


def test_a_training_batch_in_the_place_of_the_test_batch(cache):
    files = cifar10_files()
    batches = "cifar-10-batches-py"
    files[f"{batches}/test_batch"] = files[f"{batches}/data_batch_1"]
    put_into_cache(cache, CIFAR10, files)
    with pytest.raises(DatasetError, match="not call itself 'testing batch 1 of 1'"):
        load_cifar10(source="kaggle")


@pytest.mark.parametrize(
    "load, asked", [(load_mnist, "mnist_files"), (load_cifar10, "cifar10_batches")]
)
def test_a_download_may_be_silent_for_30_seconds_unless_told_otherwise(
    load, asked, monkeypatch
):
    limits = []

    def no_files(split, source, seconds):
        limits.append(seconds)
        raise DatasetError("none here")

    monkeypatch.setattr(loaders, asked, no_files)
    for options in ({}, {"timeout": 7}):
        with pytest.raises(DatasetError, match="none here"):
            load("test", source="kaggle", **options)
    assert limits == [30, 7]
