"""The IDX parser: right on good files, and one plain error on every broken one."""

from __future__ import annotations

import gzip
import struct
import tracemalloc

import numpy as np
import pytest

from xcorr_helpers.datasets.data_file import DataFile, DatasetError, read_data_file
from xcorr_helpers.datasets.idx import idx_size, parse_images, parse_labels

PIXELS = np.random.default_rng(0).integers(0, 256, (3, 28, 28), np.uint8)
# Written by hand from the format's description, not with any code of the package.
IMAGES = b"\0\0\x08\x03" + struct.pack(">3I", 3, 28, 28) + PIXELS.tobytes()
LABELS = b"\0\0\x08\x01" + struct.pack(">I", 3) + bytes([5, 0, 9])


def images_of(content: bytes, name: str = "train-images", n_max: int = 5):
    return parse_images(DataFile(name, content, "Get it again."), n_max)


def labels_of(content: bytes, name: str = "train-labels", n_max: int = 5):
    return parse_labels(DataFile(name, content, "Get it again."), n_max)


def test_reads_images():
    images = images_of(IMAGES)
    assert images.dtype == np.uint8
    np.testing.assert_array_equal(images, PIXELS)


def test_reads_labels():
    labels = labels_of(LABELS)
    assert labels.dtype == np.uint8
    assert labels.tolist() == [5, 0, 9]


def test_the_name_says_whether_it_is_gzipped():
    packed = gzip.compress(IMAGES)
    np.testing.assert_array_equal(images_of(packed, "images.gz"), PIXELS)
    with pytest.raises(DatasetError, match=r"is an IDX file, .* must not end in \.gz"):
        images_of(IMAGES, "images.gz")
    with pytest.raises(DatasetError, match=r"a gzip archive, .* wants \.gz at its end"):
        images_of(packed, "images")


def test_the_largest_split_fits():
    assert len(images_of(IMAGES, n_max=3)) == 3
    assert len(labels_of(LABELS, n_max=3)) == 3
    assert idx_size((28, 28), 60_000) == 47_040_016  # the size of MNIST's own files
    assert idx_size((), 60_000) == 60_008


def header(*sizes: int, magic: bytes = b"\0\0\x08\x03") -> bytes:
    return magic + struct.pack(f">{len(sizes)}I", *sizes)


BROKEN_IMAGES = {
    "empty": (b"", r"ends early, within the header \(0 bytes\)"),
    "header cut off": (IMAGES[:15], r"ends early, within the header \(15 bytes\)"),
    "labels instead": (
        LABELS + bytes(9),
        "not an IDX file of images: it is one of labels",
    ),
    "other type": (b"\0\0\x0d\x03" + IMAGES[4:], "starts with the bytes 00 00 0d 03"),
    "a web page": (b"<!DOCTYPE html><html>", "not an IDX file of images"),
    "not 28 x 28": (header(3, 56, 14) + IMAGES[16:], r"shape \(56, 14\), not \(28, 28"),
    "no images": (header(0, 28, 28), "announces 0 images, not 1 to 5"),
    "too many": (header(6, 28, 28) + IMAGES[16:], "announces 6 images, not 1 to 5"),
    "4 billion": (header(2**32 - 1, 28, 28), "announces 4,294,967,295 images"),
    "one byte short": (IMAGES[:-1], "ends early: .* 2,368 bytes .* there are 2,367"),
    "one byte more": (IMAGES + b"\0", "goes on after its end: .* there are 2,369"),
}


@pytest.mark.parametrize("fault", BROKEN_IMAGES)
def test_broken_images_name_the_file_the_fault_and_the_remedy(fault):
    content, message = BROKEN_IMAGES[fault]
    with pytest.raises(DatasetError, match=message) as caught:
        images_of(content)
    assert str(caught.value).startswith("train-images: ")
    assert str(caught.value).endswith(" Get it again.")
    # Inside gzip, the same faults are found.
    with pytest.raises(DatasetError, match=message):
        images_of(gzip.compress(content), "images.gz")


BROKEN_LABELS = {
    "images instead": (IMAGES, "not an IDX file of labels: it is one of images"),
    "a letter, not a digit": (LABELS[:-1] + b"\x0a", "the label 10; digits go from 0"),
    "one label short": (LABELS[:-1], "ends early: 3 labels take 11 bytes"),
    "one label more": (LABELS + b"\0", "goes on after its end: 3 labels take 11"),
    "too many": (header(6, magic=LABELS[:4]) + bytes(6), "6 labels, not 1 to 5"),
}


@pytest.mark.parametrize("fault", BROKEN_LABELS)
def test_broken_labels(fault):
    content, message = BROKEN_LABELS[fault]
    with pytest.raises(DatasetError, match=message):
        labels_of(content)


def flipped(content: bytes, position: int) -> bytes:
    changed = bytearray(content)
    changed[position] ^= 1
    return bytes(changed)


PACKED = gzip.compress(IMAGES)
BROKEN_GZIP = {
    "empty": (b"", "ends early, within the header"),
    "cut off": (PACKED[:-9], "ends early: the gzip stream is cut off"),
    "checksum cut off": (PACKED[:-1], "ends early: the gzip stream is cut off"),
    "wrong checksum": (flipped(PACKED, -8), "not an intact gzip file .*CRC"),
    "wrong content": (flipped(PACKED, 40), "not an intact gzip file|ends early"),
    "more behind it": (PACKED + b"more", "not an intact gzip file"),
}


@pytest.mark.parametrize("fault", BROKEN_GZIP)
def test_broken_gzip(fault):
    content, message = BROKEN_GZIP[fault]
    with pytest.raises(DatasetError, match=message):
        images_of(content, "images.gz")


def test_a_gzip_bomb_is_not_unpacked():
    bomb = gzip.compress(IMAGES[:16] + bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(DatasetError, match="unpacks to more than the 3,936 bytes"):
        images_of(bomb, "images.gz", n_max=5)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_file_is_read_whole_and_no_further_than_its_limit(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_data_file(path, 5, "Again.") == (str(path), b"12345", "Again.")
    with pytest.raises(DatasetError, match="larger than the 4 bytes it may have"):
        read_data_file(path, 4, "Again.")


def test_a_missing_file_or_a_folder_in_its_place(tmp_path):
    (tmp_path / "folder").mkdir()
    for name in ("absent", "folder"):
        with pytest.raises(DatasetError, match=f"{name}: there is no such file. Again"):
            read_data_file(tmp_path / name, 5, "Again.")
