"""Files of one's own: read under LeCun's names, and called what they are if wrong."""

from __future__ import annotations

import gzip
import pickle
import struct
import warnings
from pathlib import Path

import numpy as np
import pytest

from tests.datasets.batches import batch
from tests.datasets.small_datasets import cifar10_files, known
from tests.datasets.test_known_files import tar, zipped
from xcorr_helpers import DatasetError, load_cifar10, load_mnist, sample_path
from xcorr_helpers.datasets import cifar_batch, known_files

DOTTED = "train-images.idx3-ubyte", "train-labels.idx1-ubyte"
DASHED = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"
TEST = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
# 3 images of two bytes, and letters of an alphabet of 26.
PIXELS = np.arange(3 * 784, dtype=np.uint8).reshape(3, 28, 28)
IMAGES = b"\0\0\x08\x03" + struct.pack(">3I", 3, 28, 28) + PIXELS.tobytes()
LABELS = b"\0\0\x08\x01" + struct.pack(">I", 3) + bytes([1, 26, 7])
PACKED = gzip.compress(IMAGES)
LEAVE_OUT = "or leave `source` out for the sample that is bundled."


@pytest.fixture
def put(tmp_path):
    """Put files into a folder, and return it."""

    def put_files(**or_files: bytes) -> Path:
        for name, content in or_files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(content)
        return tmp_path

    return put_files


def pair(names, images=IMAGES, labels=LABELS, end=""):
    return {names[0] + end: images, names[1]: labels}


@pytest.mark.parametrize("names", [DOTTED, DASHED])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kind", [Path, str])
def test_files_under_lecuns_names_are_read(put, names, packed, kind):
    packs = gzip.compress if packed else bytes
    end = ".gz" if packed else ""
    contents = packs(IMAGES), packs(LABELS)
    folder = put(**{f"{n}{end}": c for n, c in zip(names, contents, strict=True)})
    images, labels, class_names = load_mnist(source=kind(folder), dtype="f4")
    assert images.dtype == np.float32
    np.testing.assert_array_equal(np.round(images * 255), PIXELS)
    assert labels.tolist() == [1, 26, 7]
    assert class_names == tuple(str(number) for number in range(27))


def test_the_environment_may_name_a_folder(put, monkeypatch):
    monkeypatch.setenv("XCORR_DATA", str(put(**pair(DASHED))))
    assert len(load_mnist().labels) == 3


def test_only_the_split_that_is_asked_for_is_read(put):
    folder = put(**pair(TEST), **pair(DASHED, b"<html>", b"<html>"))
    assert len(load_mnist("test", source=folder).labels) == 3
    with pytest.raises(DatasetError, match="a page of HTML"):
        load_mnist(source=folder)


def test_there_may_be_more_images_than_in_any_split_of_mnist(put):
    n = 60_001
    images = IMAGES[:4] + struct.pack(">3I", n, 28, 28) + bytes(784 * n)
    labels = LABELS[:4] + struct.pack(">I", n) + bytes(n)
    packed = gzip.compress(images, 1)
    found = load_mnist(source=put(**pair(DASHED, packed, labels, ".gz")), dtype="f4")
    assert found.images.shape == (n, 28, 28)
    assert found.class_names == ("0",)


BOTH = [  # which of two that are there is read
    (DASHED[0], f"{DASHED[0]}.gz"),
    (DOTTED[0], f"{DASHED[0]}.gz"),
    (DASHED[0], f"{DOTTED[0]}.gz"),
    (DOTTED[0], DASHED[0]),
]


@pytest.mark.parametrize("read, other", BOTH)
def test_where_two_are_there_the_raw_one_is_read_and_that_is_said(put, read, other):
    folder = put(**{read: IMAGES, other: b"not looked at", DASHED[1]: LABELS})
    said = f"holds {read} and {other}: read is {read}"
    with pytest.warns(UserWarning, match=said) as caught:
        assert len(load_mnist(source=folder).images) == 3
    assert [warning.filename for warning in caught] == [__file__]


def test_nothing_is_said_where_there_is_one(put):
    folder = put(**pair(DASHED))
    (folder / "train-images.idx3-ubyte").mkdir()  # as Kaggle's archive unpacks
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_mnist(source=folder)


# What is not what its name says.

WRONG = {  # the end of the name, what the file of images holds, and what is said of it
    "a gzip under a raw name": (
        ("", PACKED),
        "it is a gzip archive, and its name wants .gz at its end",
    ),
    "a raw one under .gz": (
        (".gz", IMAGES),
        "it is an IDX file, of MNIST's kind, and its name must not end in .gz",
    ),
    "a page": (("", b"<!DOCTYPE html>" + bytes(99)), "it is a page of HTML or XML"),
    "a short page": (("", b"<html>"), "it is a page of HTML or XML"),
    "a page under .gz": (
        (".gz", b"<!DOCTYPE html>"),
        "it is not a gzipped IDX file: it is a page of HTML or XML",
    ),
    "a page that is gzipped": ((".gz", gzip.compress(b"<html>" * 9)), "a page of HTML"),
    "an archive": (("", tar("w:gz")), "it is a .tar.gz archive"),
    "an archive under .gz": (
        (".gz", tar("w:gz")),
        "it is not a gzipped IDX file: it is a .tar.gz archive",
    ),
    "a tar": (("", tar("w:")), "it is a tar archive"),
    "a zip": (("", zipped(IMAGES)), "it is a zip archive"),
    "a zip under .gz": ((".gz", zipped(IMAGES)), "it is a zip archive"),
    "CIFAR-100": (
        ("", pickle.dumps({b"fine_labels": [1]}, 2)),
        "it is a batch of CIFAR-100",
    ),
    "CIFAR-10": (("", batch()), "it is a batch of CIFAR-10"),
    "a pickle": (("", pickle.dumps([1], 2)), "it is a pickle of something else"),
    "the binary version": (
        ("", (b"\3" + bytes(3072)) * 2),
        "it is of the binary version of CIFAR-10, and the course reads the Python one",
    ),
    "labels": (("", LABELS), "it is not an IDX file of images: it is one of labels"),
    "an array": (("", b"\x93NUMPY" + bytes(99)), "it is an array of NumPy's"),
    "nothing": (("", b""), "it ends early, within the header (0 bytes)"),
    "nothing under .gz": ((".gz", b""), "it ends early, within the header (0 bytes)"),
    "a pointer": (
        ("", b"version https://git-lfs.github.com/spec/v1"),
        "it is a pointer of Git LFS, which stands for the file",
    ),
    "no images": (
        ("", IMAGES[:4] + struct.pack(">3I", 0, 28, 28)),
        "its header announces no images",
    ),
    "other sizes": (
        ("", IMAGES[:8] + struct.pack(">2I", 32, 32) + bytes(3 * 1024)),
        "its images have shape (32, 32), not (28, 28)",
    ),
    "half of it": (("", IMAGES[:-9]), "it ends early: 3 images take 2,368 bytes"),
    "more than it": (("", IMAGES + b"0"), "it goes on after its end: 3 images take"),
    "half of it under .gz": (
        (".gz", gzip.compress(IMAGES[:-9])),
        "it ends early: 3 images take 2,368 bytes",
    ),
    "more than it under .gz": (
        (".gz", gzip.compress(IMAGES + b"0")),
        "it unpacks to more than the 2,368 bytes it may hold",
    ),
    "more than there can be": (
        (".gz", gzip.compress(IMAGES[:4] + b"\xff" * 4 + IMAGES[8:])),
        "it ends early: 4,294,967,295 images take",
    ),
    "cut off": ((".gz", PACKED[:-9]), "it ends early: the gzip stream is cut off"),
    "changed": ((".gz", PACKED[:-8] + b"x" * 8), "it is not an intact gzip file"),
}
# How a reader of one's own has put it, which helps nobody.
RIDDLES = ("0x1f", "_codecs", "1f 8b", "MD5", "opcode", "load key", "BadGzip")


@pytest.mark.parametrize("fault", WRONG)
def test_a_file_is_called_what_it_is(put, fault):
    (end, content), words = WRONG[fault]
    folder = put(**pair(DASHED, images=content, end=end))
    with pytest.raises(DatasetError) as caught:
        load_mnist(source=folder)
    said = str(caught.value)
    assert said.startswith(f"{folder / DASHED[0]}{end}: ")
    assert words in said and said.endswith(LEAVE_OUT)
    assert not [riddle for riddle in RIDDLES if riddle in said]


def test_images_in_the_place_of_labels(put):
    with pytest.raises(
        DatasetError, match="an IDX file of labels: it is one of images"
    ):
        load_mnist(source=put(**pair(DASHED, labels=IMAGES)))


def test_more_labels_than_images(put):
    labels = LABELS[:4] + struct.pack(">I", 4) + bytes(4)
    with pytest.raises(
        DatasetError, match=r"it holds 4 labels, for 3 images in .*imag"
    ):
        load_mnist(source=put(**pair(DASHED, labels=labels)))


def test_what_is_missing_is_named_with_what_is_there(put):
    names = f"{DOTTED[0]} or {DASHED[0]} or {DOTTED[0]}.gz or {DASHED[0]}.gz"
    folder = put(**{"emnist.zip": zipped(IMAGES)}, readme=b"Read me.")
    with pytest.raises(DatasetError) as caught:
        load_mnist(source=folder)
    assert str(caught.value) == (
        f"{folder} must hold the file {names}; it holds emnist.zip (a zip archive), "
        f"readme. Give the folder in which it lies, {LEAVE_OUT}"
    )
    folder = put(**{f"file {number}": b"?" for number in range(9)})
    with pytest.raises(
        DatasetError, match=r"file 0, file 1, file 2, file 3 and 6 more\. Give"
    ):
        load_mnist(source=folder)


def test_a_folder_without_a_file(tmp_path):
    (tmp_path / "raw").mkdir()
    with pytest.raises(DatasetError, match=r"; it holds no file\. Give the folder"):
        load_mnist(source=tmp_path)


@pytest.mark.parametrize("source", ["", DASHED[0], "nowhere", Path("nowhere")])
def test_what_is_no_folder_is_refused_with_the_choices(put, source, monkeypatch):
    monkeypatch.chdir(put(**pair(DASHED)))
    words = 'must be "sample", "kaggle" or the path of a folder that there is, not'
    for load in (load_mnist, load_cifar10):
        with pytest.raises(ValueError, match=f"{words} '{source}'$"):
            load(source=source)


# CIFAR-10.


@pytest.mark.parametrize("inside", ["", "cifar-10-batches-py/"])
def test_cifar10_with_the_right_checksums_is_read(put, inside, monkeypatch):
    files = cifar10_files()
    monkeypatch.setattr(known_files, "KNOWN_FILES", known(files))
    folder = put(**{inside + Path(name).name: c for name, c in files.items()})
    assert load_cifar10(source=str(folder)).labels.tolist() == [6, 0]
    train = load_cifar10("train", source=folder)
    assert train.labels.tolist() == [1, 0, 2, 0, 3, 0, 4, 0, 5, 0]
    (folder / f"{inside}data_batch_3").unlink()
    assert len(load_cifar10(source=folder).labels) == 2, "the split asked for alone"
    with pytest.raises(
        DatasetError, match=r"must hold the file data_batch_3; it holds"
    ):
        load_cifar10("train", source=folder)


OTHER_BATCHES = {
    "the sample's": sample_path("cifar-10-batches-py/test_batch").read_bytes(),
    "CIFAR-100": pickle.dumps({b"fine_labels": [1] * 50_000}, 2),
    "binary": (b"\3" + bytes(3072)) * 10_000,
    "archive": tar("w:gz"),
}


@pytest.mark.parametrize("kind", OTHER_BATCHES)
def test_no_other_batch_is_opened(put, kind, monkeypatch):
    monkeypatch.setattr(cifar_batch.pickle, "Unpickler", None)
    folder = put(test_batch=OTHER_BATCHES[kind])
    with pytest.raises(DatasetError, match="the file is not CIFAR-10's: it ") as caught:
        load_cifar10(source=folder)
    said = str(caught.value)
    assert said.endswith(LEAVE_OUT)
    assert not [riddle for riddle in RIDDLES if riddle in said]


def test_a_folder_with_another_version_of_cifar10_is_told_so(put):
    folder = put(**{"test_batch.bin": (b"\3" + bytes(3072)) * 2})
    words = r"test_batch; it holds test_batch\.bin \(of the binary version of CIFAR-10"
    with pytest.raises(DatasetError, match=words):
        load_cifar10(source=folder)
