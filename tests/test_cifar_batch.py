"""The CIFAR-10 batch parser: right on good files, inert on hostile ones."""

from __future__ import annotations

import pickle
import struct
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcorr_helpers._cifar_batch import parse_batch
from xcorr_helpers._data_file import DataFile, DatasetError

LABEL = "testing batch 1 of 1"
ROWS = np.random.default_rng(0).integers(0, 256, (2, 3072), np.uint8)


def batch(**changes: object) -> bytes:
    """Two images as Python 3 pickles them; a change to None leaves a key out."""
    content = {
        "batch_label": LABEL.encode(),
        "labels": [3, 8],
        "data": ROWS,
        "filenames": [b"cat.png", b"ship.png"],
    }
    content |= changes
    kept = {k.encode(): value for k, value in content.items() if value is not None}
    return pickle.dumps(kept, protocol=3)


def python2_batch() -> bytes:
    """The same as Python 2 and its NumPy wrote CIFAR-10's own files, memo and all."""

    def string(text: bytes) -> bytes:
        return b"U" + bytes([len(text)]) + text

    array = (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\nq\x08"
        b"K\x00\x85q\x09U\x01b\x87Rq\x0a(K\x01K\x02M\x00\x0c\x86"
        b"cnumpy\ndtype\nq\x0bU\x02u1K\x00K\x01\x87Rq\x0c"
        b"(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T"
    )
    return (
        b"\x80\x02}q\x01(" + string(b"batch_label") + b"q\x02"
        + string(LABEL.encode()) + b"q\x03" + string(b"labels") + b"q\x04]q\x05"
        + b"(K\x03K\x08e" + string(b"data") + b"q\x06" + array
        + struct.pack("<I", ROWS.size) + ROWS.tobytes() + b"tb"
        + string(b"filenames") + b"r\x0d\x00\x00\x00]q\x0e("
        + string(b"cat.png") + string(b"ship.png") + b"eu."
    )  # fmt: skip


def parsed(content: bytes, batch_label: str = LABEL):
    return parse_batch(DataFile("test_batch", content, "Get it again."), batch_label)


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


class Calls:
    """Pickles as a call: what an attacker puts into a file."""

    def __init__(self, function, *args):
        self.call = function, args

    def __reduce__(self):
        return self.call


def attacks(marker: str) -> dict[str, bytes]:
    """Pickles that make a file named `marker` when Python's own reader reads them."""
    touch = f"open({marker!r}, 'w').close()"
    raw = touch.encode()
    found = {
        f"{call[0].__name__} {protocol}": pickle.dumps(Calls(*call), protocol=protocol)
        for call in ((eval, touch), (exec, touch), (open, marker, "w"))
        for protocol in range(6)
    }
    return found | {
        "os.system": b"cos\nsystem\n(S'" + f'echo > "{marker}"'.encode() + b"'\ntR.",
        "instance": b"(S" + repr(touch).encode() + b"\nibuiltins\neval\n.",
        "object": b"(cbuiltins\neval\nX" + struct.pack("<I", len(raw)) + raw + b"o.",
        "getattr chain": (
            b"cbuiltins\ngetattr\n(cbuiltins\n__import__\n(X\x08\x00\x00\x00builtins"
            b"tRX\x04\x00\x00\x00evaltR(X" + struct.pack("<I", len(raw)) + raw + b"tR."
        ),
        "inside a batch": batch(filenames=[Calls(eval, touch)]),
    }


NAMES = list(attacks("m"))


@pytest.mark.parametrize("name", NAMES)
def test_an_attack_is_refused_and_nothing_runs(name, tmp_path):
    marker = tmp_path / "marker"
    content = attacks(str(marker))[name]
    with pytest.raises(DatasetError):
        parsed(content)
    assert not marker.exists()
    pickle.loads(content)  # the attack is a real one
    assert marker.exists()


REFUSED = {
    "numpy.load": b"cnumpy\nload\n(U\x01xtR.",
    "numpy's own eval": b"cnumpy.testing._private.utils\nrunstring\n(U\x01x}tR.",
    "dotted name": b"cnumpy\nndarray.__class__\n.",
    "persistent id": b"Pid\n.",
    "binary persistent id": b"U\x02idQ.",
    "extension": b"\x82\x01.",
    "new object": b"cnumpy\nndarray\n)\x81.",
    "name from the stack": b"U\x05numpyU\x04load\x93.",
    "terminal escape in a name": b"cos\n\x1b[2Jsystem\n.",
}


@pytest.mark.parametrize("name", REFUSED)
def test_names_and_instructions_that_a_batch_has_no_use_for(name):
    with pytest.raises(DatasetError, match=r"asks for|has no place") as caught:
        parsed(REFUSED[name])
    assert str(caught.value).isprintable()


BOMBS = {
    "memo entry four billion": b"]r\xff\xff\xff\xff.",
    "string of 4 GB": b"B\xff\xff\xff\xff.",
    "a million lists": b"]" * 1_000_000,
    "a million marks": b"(" * 1_000_000,
    "nested tuples": b")" + b"\x85" * 20_000 + b".",
    "nested tuples as a key": b"})" + b"\x85" * 90_000 + b"Ns.",
    "nested tuples as the labels": b"}(U\x0bbatch_labelU\x14" + LABEL.encode()
    + b"U\x06labels)" + b"\x85" * 20_000 + b"u.",
    "doubled tuples as the shape": (
        python2_batch()
        .replace(b"K\x02M\x00\x0c\x86", b")q\x50" + b"h\x50\x86q\x50" * 60)
    ),
    "list that holds itself": b"]q\x00h\x00a.",
    "array of a million terabytes": (
        python2_batch()
        .replace(b"K\x02M\x00\x0c\x86", b"\x8a\x08" + b"\x7f" * 8 + b"M\x00\x0c\x86")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_small_file_takes_little_memory(name):
    tracemalloc.start()
    with pytest.raises(DatasetError):
        parsed(BOMBS[name])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16_000_000


@given(
    st.sampled_from([batch(), python2_batch()]),
    st.lists(
        st.tuples(st.integers(0, 10_000), st.binary(max_size=3), st.integers(0, 3)),
        min_size=1,
        max_size=4,
    ),
)
def test_a_mutated_batch_is_an_error_or_a_batch(content, changes):
    for place, values, n_removed in changes:
        # Mostly where the instructions are: before the pixels, or behind them.
        at = place % 300 if place % 3 else len(content) - place % 60
        content = content[:at] + values + content[at + n_removed :]
    try:
        images, labels = parsed(content)
    except DatasetError:
        return
    assert images.shape == (len(labels), 32, 32, 3)
    assert images.dtype == np.uint8
    assert labels.min() >= 0 and labels.max() <= 9
