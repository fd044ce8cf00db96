"""The CIFAR-10 batch parser: right on good files, one plain error on wrong ones."""

from __future__ import annotations

import pickle
import struct
import tracemalloc

import numpy as np
import pytest

from fuzz.seeds import ROWS, batch, python2_batch
from tests.datasets.batches import parsed
from xcorr_helpers.datasets.data_file import DatasetError


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


def test_the_handwritten_batch_is_what_pickle_reads():
    """Guards the tests: `python2_batch` is a valid pickle of these values."""
    content = pickle.loads(python2_batch(), encoding="bytes")
    np.testing.assert_array_equal(content[b"data"], ROWS)
    assert content[b"labels"] == [3, 8]
    assert content[b"filenames"] == [b"cat.png", b"ship.png"]


def test_reads_a_batch_of_one_image():
    content = batch(labels=[9], data=ROWS[:1], filenames=None)
    images, labels = parsed(content)
    assert images.shape == (1, 32, 32, 3)
    assert labels.tolist() == [9]


def test_reads_the_largest_batch():
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
    # With the file itself, no more than twice the pixels and 64 MB.
    assert peak + len(content) < 2 * rows.size + 64_000_000


WRONG = {
    "another batch": (
        batch(batch_label=b"training batch 1 of 5"),
        "does not call itself 'testing batch 1 of 1'",
    ),
    "no batch label": (batch(batch_label=None), "does not call itself"),
    "no labels": (batch(labels=None), "holds no list of 1 to 10,000 labels"),
    "labels in a tuple": (batch(labels=(3, 8)), "holds no list of 1 to 10,000 labels"),
    "no images": (batch(labels=[], data=ROWS[:0]), "no list of 1 to 10,000 labels"),
    "too many labels": (batch(labels=[1] * 10_001), "no list of 1 to 10,000 labels"),
    "label 10": (batch(labels=[3, 10]), "no whole number from 0 to 9"),
    "label -1": (batch(labels=[3, -1]), "no whole number from 0 to 9"),
    "label True": (batch(labels=[3, True]), "no whole number from 0 to 9"),
    "label '3'": (batch(labels=[3, b"3"]), "no whole number from 0 to 9"),
    "label missing": (batch(labels=[3]), r"1 labels want .* \(1, 3072\)"),
    "label too many": (batch(labels=[3, 8, 8]), r"3 labels want .* \(3, 3072\)"),
    "no pixels": (batch(data=None), "holds no array of pixels"),
    "pixels in a list": (batch(data=[1, 2]), "holds no array of pixels"),
    "pixels as bytes": (batch(data=ROWS.tobytes()), "holds no array of pixels"),
    "array half described": (
        python2_batch().replace(b"(K\x01K\x02M", b"(K\x02M"),
        "holds no array of pixels",
    ),
    "array of another class": (
        python2_batch().replace(b"cnumpy\nndarray\n", b"cnumpy\ndtype\n"),
        "holds no array of pixels",
    ),
    "array made by another call": (
        python2_batch().replace(
            b"cnumpy.core.multiarray\n_reconstruct", b"cnumpy\ndtype"
        ),
        "holds no array of pixels",
    ),
    "dtype made by another call": (
        python2_batch().replace(b"cnumpy\ndtype", b"cnumpy\nndarray"),
        "not unsigned bytes",
    ),
    "dtype with another argument": (
        python2_batch().replace(b"U\x02u1K\x00", b"U\x02u1K\x07"),
        "not unsigned bytes",
    ),
    "signed": (batch(data=ROWS.view(np.int8)), "not unsigned bytes"),
    "floats": (batch(data=ROWS.astype(float)), "not unsigned bytes"),
    "objects": (batch(data=ROWS.astype(object)), "not unsigned bytes"),
    "images of 64 x 48": (batch(data=ROWS.reshape(2, 64, 48)), "want pixels of shape"),
    "swapped axes": (batch(data=ROWS.reshape(3072, 2)), "want pixels of shape"),
    "columns first": (batch(data=np.asfortranarray(ROWS)), "row by row"),
    "pixels cut off": (
        python2_batch().replace(
            struct.pack("<I", 6144) + ROWS.tobytes(),
            struct.pack("<I", 6143) + ROWS.tobytes()[1:],
        ),
        "does not hold 2 x 3072 pixel values",
    ),
    "a list": (pickle.dumps([1], protocol=3), "it holds no dict"),
    "a CIFAR-100 batch": (
        pickle.dumps({b"fine_labels": [1]}, protocol=3),
        "does not call itself",
    ),
    "empty": (b"", "ends early"),
    "a web page": (b"<!DOCTYPE html>", "instruction 0x3c has no place in it"),
    "more behind it": (batch() + b".", "goes on after its end"),
    "protocol 4": (pickle.dumps({}, protocol=4), "has protocol 4"),
    "two values": (b"K\x00K\x01.", "does not come down to one value"),
    "open mark": (b"(K\x00.", "does not come down to one value"),
    "no mark": (b"e.", "a mark that was never set"),
    "empty stack": (b"\x85.", "a value from an empty stack"),
    "nothing to put": (b"q\x00.", "no object where it needs one"),
    "append to a dict": (b"}K\x00a.", "no list where it needs one"),
    "append to nothing": (b"(K\x00e.", "no list where it needs one"),
    "set items of a list": (b"]U\x00K\x00s.", "no dict where it needs one"),
    "half an item": (b"}(U\x00u.", "a dict whose keys are not all strings"),
    "key twice": (b"}(U\x00NU\x00Nu.", "a dict with a key that comes twice"),
    "key again": (b"}U\x00NsU\x00Ns.", "a dict with a key that comes twice"),
    "key that is a number": (b"}K\x00K\x00s.", "keys are not all strings"),
    "call of a list": (b"])R.", "no Name where it needs one"),
    "call without a tuple": (b"cnumpy\ndtype\n]R.", "no tuple where it needs one"),
    "call of what was called": (b"cnumpy\ndtype\n)R)R.", "no Name where it needs one"),
    "state for a name": (b"cnumpy\ndtype\nNb.", "no Record where it needs one"),
    "state for a list": (b"]Nb.", "no Record where it needs one"),
    "recalls nothing": (b"h\x05.", "recalls entry 5, which it never stored"),
    "name without an end": (b"cnumpy\nload", "a name that does not end"),
    "endless name": (b"c" + b"a" * 500 + b"\nload\n.", "a name that does not end"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_batch_names_the_file_the_fault_and_the_remedy(fault):
    content, message = WRONG[fault]
    with pytest.raises(DatasetError, match=message) as caught:
        parsed(content)
    assert str(caught.value).startswith("test_batch: ")
    assert str(caught.value).endswith(" Get it again.")


@pytest.mark.parametrize("whole", [batch(), python2_batch()], ids=["py3", "py2"])
def test_a_batch_cut_off_anywhere_is_an_error(whole):
    for length in [*range(400), *range(400, len(whole), 97), len(whole) - 1]:
        with pytest.raises(DatasetError):
            parsed(whole[:length])
