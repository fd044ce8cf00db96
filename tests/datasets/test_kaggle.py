"""The loaders on full datasets that lie in kagglehub's cache already."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.datasets.small_datasets import (
    CIFAR10,
    MNIST,
    cifar10_files,
    idx_files,
    known,
    mnist_files,
    put_into_cache,
)
from xcorr_helpers import DatasetError, load_cifar10, load_mnist
from xcorr_helpers.datasets import kaggle, known_files


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """An empty cache of kagglehub's, and nothing may be downloaded."""

    def refuse(*_, **__):
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess.Popen, "__init__", refuse)
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture
def put(cache, monkeypatch):
    """Put files into the cache and, but where told otherwise, take them for known."""

    def put_files(dataset, files, as_known=None, each_alone=False) -> Path:
        table = known(files if as_known is None else as_known)
        monkeypatch.setattr(known_files, "KNOWN_FILES", table)
        return put_into_cache(cache, dataset, files, each_alone)

    return put_files


def test_mnist_from_the_cache(put, monkeypatch):
    put(MNIST, mnist_files())
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
def test_cifar10_from_the_cache(put, each_alone):
    put(CIFAR10, cifar10_files(), each_alone=each_alone)
    train = load_cifar10("train", source="kaggle")
    assert train.images.shape == (10, 32, 32, 3)
    brightness = (train.images[:, 0, 0, 0] * 255).tolist()
    assert brightness == pytest.approx([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    assert train.labels.tolist() == [1, 0, 2, 0, 3, 0, 4, 0, 5, 0]
    assert load_cifar10("test", source="kaggle").labels.tolist() == [6, 0]


TRAIN, TEST = "train-labels.idx1-ubyte", "t10k-labels.idx1-ubyte"
LABELS = mnist_files()[TRAIN]
TOO_MANY = b"\0\0\x08\x01" + struct.pack(">I", 10_001)
NOT_MNIST = "the file is not MNIST's"
DAMAGE = {  # what a file of labels holds, whether that is known, and the fault
    "count": (TRAIN, idx_files(11, 0)[1], True, "11 labels, for 12 images in .*images"),
    "split": (TEST, TOO_MANY, True, "announces 10,001 labels, not 1 to 10,000"),
    "size": (TRAIN, bytes(60_009), False, "larger than the 60,008 bytes it may have"),
    "bit": (TRAIN, LABELS[:-1] + b"\0", False, f"{NOT_MNIST}: its MD5 is not the exp"),
    "end": (
        TRAIN,
        LABELS[:-1],
        False,
        f"{NOT_MNIST}: it ends early, after 19 of",
    ),
    "page": (TRAIN, b"<html>", False, f"{NOT_MNIST}: it is a page of HTML or XML"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_in_the_cache(put, cache, what):
    name, content, is_known, message = DAMAGE[what]
    files = mnist_files() | {name: content}
    folder = put(MNIST, files, files if is_known else mnist_files())
    with pytest.raises(DatasetError, match=message) as caught:
        load_mnist("train" if name == TRAIN else "test", source="kaggle")
    assert str(caught.value).startswith(str(folder / name))
    assert str(caught.value).endswith(
        f"Delete the folder {cache / 'datasets' / MNIST} to have it downloaded again, "
        'or use source="sample", which is bundled and needs no network.'
    )
    # What has long been there is left to its owner.
    assert (folder / name).read_bytes() == content


def test_a_folder_in_the_place_of_a_file(put):
    files = mnist_files()
    files[f"{TRAIN}/labels"] = files.pop(TRAIN)
    put(MNIST, files)
    with pytest.raises(DatasetError, match="there is no such file"):
        load_mnist(source="kaggle")


@pytest.mark.parametrize("load", [load_mnist, load_cifar10])
def test_a_download_may_be_silent_for_30_seconds_unless_told_otherwise(
    load, tmp_path, monkeypatch
):
    limits = []
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    monkeypatch.setattr(kaggle, "_run", lambda asked: limits.append(asked["timeout"]))
    for options in ({}, {"timeout": 7}):
        with pytest.raises(DatasetError, match="no such file"):
            load("test", source="kaggle", **options)
    assert limits == [30, 7]
