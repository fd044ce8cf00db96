"""The loaders on the bundled sample, and its files."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from xcorr_helpers.datasets import (
    Dataset,
    DatasetError,
    load_cifar10,
    load_mnist,
    sample_path,
)
from xcorr_helpers.datasets import sample as _sample

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def no_source_from_outside(monkeypatch):
    monkeypatch.delenv("XCORR_DATA", raising=False)


# The bundled sample.


def test_mnist_sample():
    images, labels, class_names = load_mnist()
    assert images.shape == (5000, 28, 28)
    assert images.dtype == np.float64
    assert (images.min(), images.max()) == (0.0, 1.0)
    assert labels.shape == (5000,)
    assert labels.dtype == np.int64
    assert labels[:6].tolist() == [5, 0, 4, 1, 9, 2]
    assert np.bincount(labels).tolist() == [500] * 10
    assert class_names == tuple("0123456789")


def test_mnist_sample_starts_like_the_full_training_set():
    images = load_mnist().images
    as_bytes = np.round(images[:6] * 255).astype(np.uint8).tobytes()
    # Of bytes 16 to 4720 of the full train-images file, whose own MD5 is
    # 6bbc9ace898e44ae57da46a324031adb.
    assert hashlib.md5(as_bytes).hexdigest() == "2a6edae85875e6a6e97fbb6c6d8d1e24"
    # The well-known first row of strokes of the first digit.
    stroke = [3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127]
    assert (images[0, 5, 12:24] * 255).tolist() == pytest.approx(stroke)
    assert not images[0, 5, :12].any()


def test_mnist_sample_repeats_no_image():
    images = load_mnist(dtype=np.float32).images
    assert len({image.tobytes() for image in images}) == 5000


def test_cifar10_sample():
    images, labels, class_names = load_cifar10()
    assert images.shape == (20, 32, 32, 3)
    assert images.dtype == np.float64
    assert images.min() >= 0 and images.max() == 1
    assert labels.dtype == np.int64
    expected = [3, 8, 8, 0, 6, 6, 1, 6, 3, 1, 0, 9, 5, 7, 9, 8, 5, 7, 8, 6]
    assert labels.tolist() == expected
    shown = [class_names[label] for label in labels[:7]]
    assert shown == ["cat", "ship", "ship", "airplane", "frog", "frog", "automobile"]
    assert len(class_names) == 10


def test_cifar10_sample_starts_like_the_full_test_set():
    images = load_cifar10().images
    # The colour of the cat's top left pixel: red, green, blue.
    assert (images[0, 0, 0] * 255).tolist() == pytest.approx([158, 112, 49])
    rows = np.round(images.transpose(0, 3, 1, 2) * 255).astype(np.uint8)
    # Of the first 20 rows of pixels in the full test_batch.
    digest = hashlib.md5(rows.tobytes()).hexdigest()
    assert digest == "7de9d95965a7e919986a9180e064d7fd"


@pytest.mark.parametrize("load", [load_mnist, load_cifar10])
@pytest.mark.parametrize("dtype", [np.float32, "float32", np.float64, "f8", float])
def test_images_are_bytes_over_255_in_the_dtype_asked_for(load, dtype):
    images = load(dtype=dtype).images
    assert images.dtype == np.dtype(dtype)
    assert images.flags.c_contiguous and images.flags.writeable
    levels = (np.arange(256) / 255).astype(dtype)
    nearest = levels[np.round(images * 255).astype(np.uint8)]
    np.testing.assert_array_equal(images, nearest)


def test_a_dataset_is_new_every_time():
    first = load_mnist()
    assert isinstance(first, Dataset)
    first.images[:] = 0
    first.labels[:] = 0
    assert load_mnist().images.any() and load_mnist().labels.any()


@pytest.mark.parametrize(
    ("load", "split", "held"),
    [
        (load_mnist, "test", "5,000 MNIST training images, and no test split"),
        (load_cifar10, "train", "20 CIFAR-10 test images, and no train split"),
    ],
)
def test_what_the_sample_has_not(load, split, held):
    with pytest.raises(DatasetError) as caught:
        load(split)
    assert str(caught.value) == (
        f"The bundled sample holds {held}. To download the full dataset, call "
        f'{load.__name__}("{split}", source="kaggle"), or set the environment '
        "variable XCORR_DATA to kaggle."
    )


def test_a_dataset_error_is_caught_by_its_own_name_alone():
    assert not issubclass(DatasetError, (ValueError, TypeError, OSError))
    assert DatasetError.__module__ == "xcorr_helpers.datasets.data_file"


# Its files.


@pytest.mark.parametrize("name", _sample.SHA256)
def test_sample_path_of_every_file(name):
    path = sample_path(name)
    assert isinstance(path, Path)
    assert path.as_posix().endswith(name)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == _sample.SHA256[name]


@pytest.fixture
def copied_sample(tmp_path, monkeypatch) -> Path:
    """A sample that a test may damage, found as an installed package finds its own."""
    folder = tmp_path / "package" / "data"
    for name in _sample.SHA256:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(sample_path(name).read_bytes())
    monkeypatch.setattr(_sample, "PACKAGE", tmp_path / "package")
    return folder


LOADERS = {
    "mnist/train-images.idx3-ubyte.gz": load_mnist,
    "mnist/train-labels.idx1-ubyte.gz": load_mnist,
    "cifar-10-batches-py/test_batch": load_cifar10,
    "pytorch_conv2d.npz": lambda: sample_path("pytorch_conv2d.npz"),
    "pytorch_layers.npz": lambda: sample_path("pytorch_layers.npz"),
    "template_matching.npz": lambda: sample_path("template_matching.npz"),
}


@pytest.mark.parametrize("name", LOADERS)
def test_a_changed_bit_is_noticed(name, copied_sample):
    LOADERS[name]()
    content = bytearray((copied_sample / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied_sample / name).write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        LOADERS[name]()
    assert str(caught.value) == (
        f"{copied_sample / name}: the file has changed: its SHA-256 is not the "
        "expected one. It belongs to the sample that is bundled with xcorr_helpers: "
        "install the package again or, in a clone of the course, restore the folder "
        "data."
    )


@pytest.mark.parametrize("name", LOADERS)
def test_a_missing_file_is_named(name, copied_sample):
    (copied_sample / name).unlink()
    with pytest.raises(DatasetError, match="there is no such file") as caught:
        LOADERS[name]()
    assert str(copied_sample / name) in str(caught.value)


def test_a_clone_has_the_sample_beside_the_package(copied_sample):
    name = "pytorch_conv2d.npz"
    elsewhere = copied_sample.parents[1] / "data" / name
    elsewhere.parent.mkdir()
    elsewhere.write_bytes((copied_sample / name).read_bytes())
    assert sample_path(name) == copied_sample / name
    (copied_sample / name).unlink()
    assert sample_path(name) == elsewhere


def test_the_stored_pytorch_results_are_right():
    path = ROOT / "data" / "make_pytorch_reference.py"
    spec = importlib.util.spec_from_file_location("make_pytorch_reference", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    images, kernels = script.toy()
    assert images[7, 2, 5, 1] == 7125
    assert kernels[0, 0, 1].tolist() == [5, 1, -3]
    with np.load(sample_path("pytorch_conv2d.npz")) as reference:
        output, unfold = reference["output"], reference["unfold"]
    assert (output.dtype, output.shape) == (np.float64, (10, 5, 7, 6))
    assert (unfold.dtype, unfold.shape) == (np.float64, (10, 24, 42))
    for row in range(7):
        for column in range(6):
            window = images[:, row : row + 2, column : column + 4]
            expected = np.einsum("nijc,kijc->nk", window, kernels)
            np.testing.assert_array_equal(output[:, :, row, column], expected)
            channels_first = window.transpose(0, 3, 1, 2).reshape(10, 24)
            place = 6 * row + column
            np.testing.assert_array_equal(unfold[:, :, place], channels_first)


# Where the images come from.


def test_the_environment_chooses_the_source(monkeypatch):
    monkeypatch.setenv("XCORR_DATA", "")
    assert len(load_mnist().images) == 5000
    monkeypatch.setenv("XCORR_DATA", "web")
    with pytest.raises(ValueError, match=r"not 'web' .from the environment variable"):
        load_mnist()
    assert len(load_mnist(source="sample").images) == 5000


def test_the_sample_needs_no_kagglehub():
    code = (
        "import sys; from xcorr_helpers import datasets as d; "
        "d.load_mnist(); d.load_cifar10(); print('kagglehub' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout == "False\n", run.stderr
