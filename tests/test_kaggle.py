"""The loaders on full datasets: in kagglehub's cache, and downloaded by kagglehub."""

from __future__ import annotations

import pickle
import socket
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from kaggle_server import KaggleServer, run_against

from xcorr_helpers.datasets import DatasetError, load_cifar10, load_mnist


def test_kaggle_without_kagglehub(monkeypatch):
    monkeypatch.setitem(sys.modules, "kagglehub", None)
    with pytest.raises(DatasetError, match=r"needs the package kagglehub.*=.sample"):
        load_mnist(source="kaggle")


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


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """An empty cache of kagglehub's, on a machine without a network."""

    def refuse(*_):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path))
    return tmp_path


def test_mnist_from_the_cache(cache, monkeypatch):
    put_into_cache(cache, "hojjatk/mnist-dataset", mnist_files())
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
    put_into_cache(cache, "pankrzysiu/cifar10-python", files, each_alone)
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
def test_damage_in_the_cache(cache, damage, split, name, message):
    files = mnist_files()
    damage(files)
    folder = put_into_cache(cache, "hojjatk/mnist-dataset", files)
    with pytest.raises(DatasetError, match=message) as caught:
        load_mnist(split, source="kaggle")
    assert str(caught.value).startswith(str(folder / name))
    assert str(caught.value).endswith(
        f"Delete the folder {cache / 'datasets' / 'hojjatk' / 'mnist-dataset'} to have "
        'it downloaded again, or use source="sample", which is bundled and needs no '
        "network."
    )


def test_a_training_batch_in_the_place_of_the_test_batch(cache):
    files = cifar10_files()
    batches = "cifar-10-batches-py"
    files[f"{batches}/test_batch"] = files[f"{batches}/data_batch_1"]
    put_into_cache(cache, "pankrzysiu/cifar10-python", files)
    with pytest.raises(DatasetError, match="not call itself 'testing batch 1 of 1'"):
        load_cifar10(source="kaggle")


# The real kagglehub, against a server of our own.

LOAD = """\
from xcorr_helpers.datasets import *
try:
    images, labels, _ = {call}
    print("loaded", images.shape, labels[:3].tolist())
except DatasetError as error:
    print("failed", error)
"""
NOWHERE = "http://127.0.0.1:9"  # no one listens at the port "discard"


def last_line(call: str, address: str, cache: Path) -> tuple[str, str]:
    run = run_against(address, LOAD.format(call=call), cache)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[-1], run.stderr


def test_mnist_is_downloaded_once_with_progress_shown(tmp_path):
    call = 'load_mnist("test", source="kaggle")'
    with KaggleServer(mnist_files()) as server:
        line, progress = last_line(call, server.address, tmp_path)
        assert line == "loaded (11, 28, 28) [5, 6, 7]"
        assert "100%|" in progress and "B/s]" in progress
        assert server.requested == ["archive.zip"]
    line, progress = last_line(call, NOWHERE, tmp_path)
    assert line == "loaded (11, 28, 28) [5, 6, 7]"
    assert progress == ""


def test_of_cifar10_only_the_files_of_the_split_are_downloaded(tmp_path):
    call = 'load_cifar10("test", source="kaggle")'
    with KaggleServer(cifar10_files()) as server:
        line, progress = last_line(call, server.address, tmp_path)
        assert line == "loaded (2, 32, 32, 3) [6, 0]"
        assert "100%|" in progress
        assert server.requested == ["cifar-10-batches-py/test_batch"]
    assert last_line(call, NOWHERE, tmp_path) == (line, "")


ADVICE = (
    "Check the network connection and try again, "
    'or use source="sample", which is bundled and needs no network.'
)


def test_offline_and_then_online(tmp_path):
    call = 'load_mnist(source="kaggle")'
    line, _ = last_line(call, NOWHERE, tmp_path)
    assert line == (
        "failed hojjatk/mnist-dataset could not be downloaded from Kaggle: "
        f"there is no connection to the server. {ADVICE}"
    )
    with KaggleServer(mnist_files()) as server:
        line, _ = last_line(call, server.address, tmp_path)
    assert line == "loaded (12, 28, 28) [0, 1, 2]"


@pytest.mark.parametrize(
    ("call", "dataset", "status"),
    [
        ('load_mnist(source="kaggle")', "hojjatk/mnist-dataset", 404),
        ('load_cifar10(source="kaggle")', "pankrzysiu/cifar10-python", 403),
    ],
)
def test_a_server_that_refuses(call, dataset, status, tmp_path):
    with KaggleServer({}, status=status) as server:
        line, _ = last_line(call, server.address, tmp_path)
    assert line == (
        f"failed {dataset} could not be downloaded from Kaggle: "
        f"the server answered with the error {status}. {ADVICE}"
    )


def test_an_archive_that_is_none(tmp_path):
    with KaggleServer({}) as server:
        server.blob = lambda name: b"<html>Sign in to the network</html>"
        line, _ = last_line('load_mnist(source="kaggle")', server.address, tmp_path)
    assert line == (
        "failed hojjatk/mnist-dataset could not be downloaded from Kaggle: "
        f"Unsupported archive type (ValueError). {ADVICE}"
    )
