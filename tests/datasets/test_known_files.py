"""Only known bytes are parsed, and of all others it is said what they are."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import pickle
import random
import tarfile
import zipfile
from contextlib import suppress

import pytest

from tests.datasets.batches import batch
from tests.datasets.small_datasets import (
    CIFAR10,
    cifar10_files,
    known,
    put_into_cache,
)
from tests.datasets.test_cifar_batch import attacks
from xcorr_helpers.datasets import (
    DatasetError,
    catalog,
    cifar_batch,
    known_files,
    load_cifar10,
    sample,
)
from xcorr_helpers.datasets.known_files import KNOWN_FILES, read_known_file


def test_every_file_of_both_datasets_is_known():
    """By the sums that have been known since the datasets came out."""
    assert {name: file.md5 for name, file in KNOWN_FILES.items()} == {
        "train-images.idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
        "train-labels.idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
        "t10k-images.idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
        "t10k-labels.idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
        "data_batch_1": "c99cafc152244af753f735de768cd75f",
        "data_batch_2": "d4bba439e000b95fd0a9bffe97cbabec",
        "data_batch_3": "54ebc095f3ab1f0389bbae665268c751",
        "data_batch_4": "634d18415352ddfa80567beed471001a",
        "data_batch_5": "482c414d41f54cd18b22e5b47cb7c3cb",
        "test_batch": "40351d587109b95175f43aff81a1287e",
    }
    splits = [*catalog.MNIST_FILES.values(), *catalog.CIFAR10_FILES.values()]
    assert sorted(name for split in splits for name in split) == sorted(KNOWN_FILES)


def tar(mode: str, size: int = 9) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        member = tarfile.TarInfo("cifar-10-batches-py/test_batch")
        member.size = size
        archive.addfile(member, io.BytesIO(random.Random(0).randbytes(size)))
    return buffer.getvalue()


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("test_batch", content)
    return buffer.getvalue()


OTHERS = {
    "data_batch_1": cifar10_files()["cifar-10-batches-py/data_batch_1"],
    "a .tar.gz archive": tar("w:gz"),
    "a tar archive": tar("w:"),
    "a gzip archive": gzip.compress(batch()),
    "a gzip archive ": gzip.compress(tar("w:"))[:20],
    "a zip archive": zipped(batch()),
    "a bzip2 archive": bz2.compress(batch()),
    "an xz archive": lzma.compress(batch()),
    "a page of HTML or XML": b" \r\n<!DOCTYPE html><html>Sign in</html>",
    "an answer in JSON": b'{"code": 403}',
    "a pointer of Git LFS": b"version https://git-lfs.github.com/spec/v1",
    "a batch of CIFAR-100": pickle.dumps({b"fine_labels": [1]}, 2),
    "the list of CIFAR-10's classes": pickle.dumps({b"label_names": [b"cat"]}, 2),
    "of the binary version of CIFAR-10": (b"\3" + bytes(3072)) * 2,
    "of the Matlab version of CIFAR-10": b"MATLAB 5.0 MAT-file, Platform: GLNXA64",
    "an IDX file, of MNIST's kind": b"\0\0\x08\1" + bytes(4),
    "an array of NumPy's": b"\x93NUMPY\1\0",
    "a picture (PNG)": b"\x89PNG\r\n",
    "a picture (JPEG)": b"\xff\xd8\xff\xe0",
    "a Parquet table": b"PAR1",
    "the list of CIFAR-100's classes": pickle.dumps({b"fine_label_names": []}, 2),
    "empty": b"",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_file_with_another_sum_is_called_what_it_is(kind, tmp_path, monkeypatch):
    monkeypatch.setattr(known_files, "KNOWN_FILES", known(cifar10_files()))
    path = tmp_path / "test_batch"
    path.write_bytes(OTHERS[kind])
    with pytest.raises(DatasetError) as caught:
        read_known_file(path, "Get it again.")
    start, end = (
        f"{path}: the file is not CIFAR-10's: it is {kind.strip()}",
        ". Get it again.",
    )
    assert str(caught.value).startswith(start)
    assert str(caught.value).endswith(end)


@pytest.mark.parametrize(
    "content, message",
    [
        (batch(), r"it ends early, after 6,\d{3} of at least 30,720,000 bytes"),
        (b"\x80\2" + bytes(30_720_000), "it is a pickle of something else"),
        (
            b"\x81" * 30_720_000,
            "it is of no kind known here, and its MD5 is not the exp.*",
        ),
        (batch() + bytes(30_720_000), "a batch, but not the authors' .* may run code"),
        (bytes(32_720_001), "the file is larger than the 32,720,000 bytes it may have"),
    ],
)
def test_a_file_of_no_other_kind(content, message, tmp_path):
    (tmp_path / "test_batch").write_bytes(content)
    with pytest.raises(DatasetError, match=rf"{message}\. Get it again"):
        read_known_file(tmp_path / "test_batch", "Get it again.")


def test_a_file_that_is_too_large_is_called_what_it_is(tmp_path):
    (tmp_path / "train-labels.idx1-ubyte").write_bytes(tar("w:gz", size=100_000))
    with pytest.raises(
        DatasetError, match=r"60,008 bytes .*: it is a \.tar\.gz archive"
    ):
        read_known_file(tmp_path / "train-labels.idx1-ubyte", "Get it again.")


@pytest.mark.parametrize("source", ["sample", "kaggle"])
@pytest.mark.parametrize("name", attacks(""))
def test_unknown_bytes_are_never_unpickled(name, source, tmp_path, monkeypatch):
    marker, path = tmp_path / "marker", "cifar-10-batches-py/test_batch"
    content = attacks(str(marker))[name]
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    monkeypatch.setattr(sample, "PACKAGE", tmp_path)
    put_into_cache(tmp_path, CIFAR10, {path: content})
    (tmp_path / "data" / path).parent.mkdir(parents=True)
    (tmp_path / "data" / path).write_bytes(content)
    monkeypatch.setattr(cifar_batch, "parse_batch", None)
    monkeypatch.setattr(catalog, "parse_batch", None)
    with pytest.raises(DatasetError, match=r"not CIFAR-10's|its SHA-256 is not"):
        load_cifar10(source=source)
    assert not marker.exists()


def test_the_attacks_are_real(tmp_path):
    """Guards the tests: to Python's own reader, each of them makes its folder."""
    for number, name in enumerate(attacks("")):
        with suppress(Exception):  # some break off once it is made
            pickle.loads(attacks(str(tmp_path / f"{number}"))[name], encoding="bytes")
        assert os.path.isdir(tmp_path / f"{number}"), name
