"""Whatever a child says is only data: a value, an error's name and text, or nothing."""

import json
import random
import struct
import tracemalloc

import numpy as np
import pytest

from tests.checks.test_hostile import ANSWERS, ERRORS
from tests.checks.test_hostile import Explodes as Hostile
from xcorr_helpers.checks._attempt import raised, understood
from xcorr_helpers.grade.errors import described, raised_again
from xcorr_helpers.grade.protocol import UnreadableError, packed, read, unpacked
from xcorr_helpers.grade.remote import _definition, line_of
from xcorr_helpers.grade.values import Writer, value_of

ROOM = 10**6


def sent(value):
    """Send a value there and back."""
    writer = Writer(ROOM)
    message = packed(writer.written(value), writer.arrays)
    return value_of(*read(reader(message), 4 * ROOM))


def reader(content):
    rest = [content]

    def exactly(count):
        part, rest[0] = rest[0][:count], rest[0][count:]
        if len(part) < count:
            raise EOFError
        return part

    return exactly


ARRAYS = [
    *(np.arange(24).reshape(2, 3, 4), np.arange(24).reshape(2, 3, 4).T),
    *(np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2), np.zeros((3, 0, 2)).T),
    *(np.array(7), np.float32([1.5, np.nan]), np.array([True]), np.arange(9)[::-2]),
    *(np.arange(4, dtype=">i2"), np.float16([0.1]), np.longdouble([0.1]), np.uint8([])),
]


@pytest.mark.parametrize("array", ARRAYS, ids=str)
def test_arrays_come_over_as_they_are(array):
    came = sent(array)
    np.testing.assert_array_equal(came, array)
    assert came.dtype == array.dtype and came.flags.writeable
    copy = array.copy("K")
    assert came.strides == copy.strides or not array.size


PLAIN = [
    *(None, True, 3, -(2**80), 0.1, float("inf"), ..., range(2, 9, 3), (), [], (2, 3)),
    *([1, [2.5, (3, True)]], [*range(500)], [0.5] * 99, (np.int64(3), np.float32(0.1))),
    *([2**70] * 99, [True, 2] * 40, (1,) * 99, np.str_("a"), [[*range(20)]] * 3),
]


@pytest.mark.parametrize("value", PLAIN, ids=str)
def test_plain_values_come_over_as_they_are(value):
    came = sent(value)
    assert came == value and type(came) is type(value)
    if isinstance(value, (list, tuple)):
        assert [*map(type, came)] == [*map(type, value)]


def test_a_judge_understands_each_answer_as_at_home():
    tuples = [
        (1, 2),
        [],
        [1] * (10**6 + 1),
        ((1,) * 20,) * 3,
        np.arange(3, dtype=object),
    ]
    for answer in [*ANSWERS, *tuples]:
        here, there = understood(answer), understood(sent(answer))
        if isinstance(answer, (np.ndarray, np.void)) and answer.dtype.kind == "V":
            assert "returned values of type" in there.problem
            continue
        assert there.problem == here.problem
        assert (there.unwritten, there.is_list) == (here.unwritten, here.is_list)
        assert (there.array is None) == (here.array is None)
        if here.array is not None:
            assert (there.array.shape, there.array.dtype) == (
                here.array.shape,
                here.array.dtype,
            )


class Own(NotImplementedError):
    pass


class Odd(ValueError):
    pass


@pytest.mark.parametrize(
    "error", [*ERRORS, Own("x"), Odd("y"), OSError(2, "no")], ids=repr
)
def test_a_judge_reads_each_error_as_at_home(error):
    again = raised_again(json.loads(json.dumps(described(error))))
    assert raised(again) == raised(error)
    assert not isinstance(again, (KeyboardInterrupt, SystemExit))


@pytest.mark.parametrize(
    "description",
    [
        {},
        {"names": 3},
        {"names": [3], "text": []},
        {"names": ["__import__"], "text": "x"},
    ],
)
def test_what_describes_no_error_is_a_plain_one(description):
    assert isinstance(raised_again(description), Exception)


def test_ten_thousand_broken_messages_are_unreadable_or_data():
    writer = Writer(ROOM)
    tree = writer.written((3, [np.arange(6.0).reshape(2, 3), "x"], {1}, np.int8(3)))
    whole = packed(tree, writer.arrays)
    draw = random.Random(7)
    broken = 0
    for _ in range(10_000):
        content = bytearray(whole)
        for _ in range(draw.randint(1, 4)):
            content[draw.randrange(len(content))] = draw.randrange(256)
        try:
            header, arrays = read(reader(bytes(content)), len(whole))
        except (UnreadableError, EOFError):
            broken += 1
            continue
        assert all(type(array) is np.ndarray for array in arrays)
        try:
            value_of(header, arrays)
        except Exception as error:  # as the parent takes it: unreadable
            assert not isinstance(error, MemoryError)
    assert broken > 1000


def message(text, arrays=b""):
    return struct.pack(">QI", len(text) + len(arrays), len(text)) + text + arrays


def npy(descr, shape):
    text = (
        f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    )
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


@pytest.mark.parametrize(
    "content",
    [
        message(b"[" * 10**6),
        message(b"1" * 10**5),
        message(b"{}x"),
        message("{\u00e4}".encode()),
        message(b"0", npy("'|O'", "(1,)") + b"\x80\x04."),
        message(b"0", npy("'<f8'", "(1000000000000,)")),
        message(b"0", npy("'<f8'", "(0, 99999999999999999999999)")),
        message(b"0", npy("'<f8'", "(" * 50 + "1,")),
        message(b"0", npy("'|V9999999999'", "()")),
        message(b"0", npy("[('a', '|O')]", "(1,)")),
        message(b"0", npy("'<U999999'", "(1,)") + b"x" * 99),
        struct.pack(">QI", 2**60, 5),
        struct.pack(">QI", 5, 2**31),
        struct.pack(">QI", 2, 3) + b"123",
    ],
    ids=str,
)
def test_claims_are_refused_before_memory_is_taken(content):
    tracemalloc.start()
    with pytest.raises(UnreadableError):
        read(reader(content), 10**7)
    assert tracemalloc.get_traced_memory()[1] < 10**7 + 20 * len(content)
    tracemalloc.stop()


@pytest.mark.parametrize(
    "tree",
    [
        {"large": [2**40, 2**40], "dtype": "<f8"},
        {"large": [-1], "dtype": "<f8"},
        {"large": [1], "dtype": "|O"},
        {"array": 5, "axes": []},
        {"array": 0, "axes": [0, 0]},
        {"many": "dict"},
        {"empty": "open"},
        {"eval": "1"},
        {"other": 3},
        {"int": "x"},
        {"range": [1, 2, 0]},
        {"list": 3},
        [1],
        "text",
    ],
    ids=str,
)
def test_what_is_no_value_is_an_error(tree):
    with pytest.raises(
        (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError)
    ):
        value_of(tree, [np.arange(3)])


def test_sources_are_read_only_where_they_are_flat():
    cells = [
        *("x = " + "(" * 5000 + ")" * 5000, "x = " + "-" * 9000 + "1"),
        *("x = " + "+1" * 9000, "x = a" + ".b" * 9000, "x = " + "not " * 4000 + "1"),
        *("x = '\0'", "x =\ud800", "x = 1\n" * 10**5, "def f(:"),
        "\n".join(" " * n + "if x:" for n in range(95)) + " pass",
    ]
    for number in range(len(cells)):
        assert _definition(cells, [number, 1]) is None
    assert _definition(["@a\ndef f(): pass"], [0, 1]).name == "f"


@pytest.mark.parametrize(
    "at", [None, 3, [0], [9, 1], [0, 0], [0, 9], [-1, 1], ["0", 1]]
)
def test_a_line_that_is_not_there_is_empty(at):
    assert line_of(["x = 1"], at) == ""
    assert _definition(["x = 1"], at) is None


def test_an_object_that_raises_whatever_one_does_is_only_named():
    assert type(sent(Hostile())).__name__ == "Explodes"


def test_unpacked_reads_what_packed_made():
    header, arrays = unpacked(packed({"a": 1}, [np.arange(2)])[12:], 8)
    assert header == {"a": 1} and arrays[0].tolist() == [0, 1]
