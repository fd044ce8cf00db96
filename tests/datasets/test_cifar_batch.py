"""The CIFAR-10 batch parser: right on good files, one plain error on wrong ones."""

from __future__ import annotations

import os
import pickle
import tracemalloc

import numpy as np
import pytest

from tests.datasets.batches import ROWS, batch, parsed, python2_batch
from xcorr_helpers.datasets import DatasetError


@pytest.mark.parametrize("content", [batch(), python2_batch()], ids=["py3", "py2"])
def test_reads_a_batch(content):
    images, labels = parsed(content)
    assert images.dtype == np.uint8
    assert labels.dtype == np.int64
    assert labels.tolist() == [3, 8]
    # In a row of the file all reds come first, then all greens, then all blues.
    for row in (0, 3, 31):
        for column in (0, 5, 31):
            place = 32 * row + column
            for channel in range(3):
                expected = ROWS[:, 1024 * channel + place]
                assert images[:, row, column, channel].tolist() == expected.tolist()


def test_reads_a_batch_of_one_image():
    images, labels = parsed(batch(labels=[9], data=ROWS[:1], filenames=None))
    assert images.shape == (1, 32, 32, 3)
    assert labels.tolist() == [9]


def test_the_largest_batch_takes_no_more_than_twice_its_pixels_and_64_mb():
    rows = np.zeros((10_000, 3072), np.uint8)
    rows[-1] = 7
    names = [f"a_rather_long_name_s_{i:06d}.png".encode() for i in range(10_000)]
    content = batch(labels=[1] * 9_999 + [2], data=rows, filenames=names)
    tracemalloc.start()
    images, labels = parsed(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert images.shape == (10_000, 32, 32, 3)
    assert images[-1].min() == 7
    assert labels[-2:].tolist() == [1, 2]
    assert peak + len(content) < 2 * rows.size + 64_000_000


NO_BATCH = "cannot be read as a batch of CIFAR-10"
OF_LABELS = "holds no list of labels"
OF_A_LABEL = "no whole number from 0 to 9"
OF_PIXELS = r"want bytes of shape \(\d, 3072\)"
WRONG = {
    "no labels": (batch(labels=None), NO_BATCH),
    "one label": (batch(labels=3), OF_LABELS),
    "no images": (batch(labels=[], data=ROWS[:0]), OF_LABELS),
    "label 10": (batch(labels=[3, 10]), OF_A_LABEL),
    "label -1": (batch(labels=[3, -1]), OF_A_LABEL),
    "label '3'": (batch(labels=[3, b"3"]), OF_LABELS),
    "label 3.0": (batch(labels=[3, 3.0]), OF_LABELS),
    "label 10**30": (batch(labels=[3, 10**30]), OF_LABELS),
    "label missing": (batch(labels=[3]), OF_PIXELS),
    "label too many": (batch(labels=[3, 8, 8]), OF_PIXELS),
    "no pixels": (batch(data=None), NO_BATCH),
    "pixels in a list": (batch(data=[1, 2]), OF_PIXELS),
    "pixels as bytes": (batch(data=ROWS.tobytes()), OF_PIXELS),
    "signed": (batch(data=ROWS.view(np.int8)), OF_PIXELS),
    "floats": (batch(data=ROWS.astype(float)), OF_PIXELS),
    "images of 64 x 48": (batch(data=ROWS.reshape(2, 64, 48)), OF_PIXELS),
    "swapped axes": (batch(data=ROWS.reshape(3072, 2)), OF_PIXELS),
    "a list": (pickle.dumps([1]), NO_BATCH),
    "empty": (b"", NO_BATCH),
    "a web page": (b"<!DOCTYPE html>", NO_BATCH),
    "cut off": (batch()[:-1], NO_BATCH),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_batch_names_the_file_the_fault_and_the_remedy(fault):
    content, message = WRONG[fault]
    with pytest.raises(DatasetError, match=message) as caught:
        parsed(content)
    assert str(caught.value).startswith("test_batch: ")
    assert str(caught.value).endswith(" Get it again.")


class Calls:
    """Pickles as a call: what an attacker puts into a file."""

    def __init__(self, function, *args):
        self.call = function, args

    def __reduce__(self):
        return self.call


def attacks(marker: str) -> dict[str, bytes]:
    """Pickles that make a folder when Python's own reader reads them."""
    path = b"X" + len(marker).to_bytes(4, "little") + marker.encode()
    made = Calls(os.mkdir, marker)
    return {
        **{
            f"protocol {protocol}": pickle.dumps(made, protocol)
            for protocol in range(6)
        },
        "among the labels": batch(labels=[3, made]),
        "in an array": batch(data=np.array([made, 1], object)),
        "an instance": b"(" + path + b"ios\nmkdir\n.",
        "an object": b"(cos\nmkdir\n" + path + b"o.",
        "in what breaks off": b"cos\nmkdir\n(" + path + b"tR",
        "before a good batch": b"cos\nmkdir\n(" + path + b"tR0" + batch(),
    }


@pytest.mark.parametrize("attack", attacks(""))
def test_no_other_name_than_an_arrays_is_found(attack, tmp_path):
    marker = tmp_path / "marker"
    content = attacks(str(marker))[attack]
    with pytest.raises(DatasetError, match=NO_BATCH) as caught:
        parsed(content)
    assert not marker.exists()
    assert "no array needs" in str(caught.value.__cause__)
