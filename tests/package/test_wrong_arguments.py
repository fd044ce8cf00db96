"""Each wrong argument of each public function: refused at once, in words that help."""

import inspect
import math
import re
import types
from pathlib import Path

import numpy as np
import pytest

from tests.package import wrong_arguments
from tests.package.wrong_arguments import (
    IN_FULL,
    LARGEST,
    MODULES,
    OTHERS,
    RIGHT,
    WRONG,
)
from xcorr_helpers import correlate, output_shape, window_index, window_offsets

FUNCTIONS = {
    name: function
    for module in MODULES
    for name in module.__all__
    if isinstance(function := getattr(module, name), types.FunctionType)
}
ARGUMENTS = {
    (name, argument): parameter.default
    for name, function in FUNCTIONS.items()
    for argument, parameter in inspect.signature(function).parameters.items()
}


def described(value, how):
    """Say what came, as a message must: `how` tells the way, or is the words."""
    text = " ".join(repr(value).split())
    if isinstance(value, np.ma.MaskedArray):
        text = "a masked array"
    elif text[0] == "<":
        text = f"an object of type {type(value).__name__}"
    ways = {
        "value": lambda: text,
        "shape": lambda: f"shape {np.shape(value)}",
        "dtype of it": lambda: str(np.asarray(value).dtype),
        "dtype": lambda: str(np.dtype(value)),
    }
    return ways[how]() if how in ways else how


def rows():
    """Yield (function, argument, changes, error, pattern of the message)."""
    for names, error, how, values in WRONG:
        for function, name in ARGUMENTS:
            for value in values if name in names.split() else ():
                came = re.escape(described(value, how)) + "(: .+|, which .+)?"
                form = f"{name} must (be|hold) .+, (got|not) {came}"
                yield function, name, {name: value}, error, form
    for call, text in zip(*[iter(IN_FULL.strip().splitlines())] * 2):
        functions, changes = call.split(": ", 1)
        changed = eval(f"dict({changes})", vars(wrong_arguments))
        error = TypeError if text.startswith("  TypeError: ") else ValueError
        message = re.escape(text.strip().removeprefix("TypeError: "))
        for function in functions.split():
            yield function, next(iter(changed)), changed, error, message


ROWS = list(rows())


def right(function):
    """Return the arguments of a call that works: those without a default."""
    names = inspect.signature(FUNCTIONS[function]).parameters
    values = RIGHT | OTHERS.get(function, {})
    return {name: values[name] for name in names if name in values}


# One of these is reached as soon as anything is allocated, computed or read.
WORK = {np: ["arange", "empty", "zeros"], Path: ["is_file", "open"]}


def refusal(function, arguments):
    """Return the error, and see that nothing was computed, allocated or read."""

    def begun(*arguments, **named):
        raise AssertionError("work was begun")

    with pytest.MonkeyPatch.context() as patch:
        for owner, names in WORK.items():
            for name in names:
                patch.setattr(owner, name, begun)
        try:
            function(**arguments)
        except (ValueError, TypeError) as error:
            return error
    pytest.fail("nothing was refused")


def state(value):
    """What can be told of a value that a function must not change."""
    if type(value) is np.ndarray and value.nbytes < 10**6:
        return value.dtype, value.shape, value.strides, value.tobytes()
    return repr(value)


@pytest.mark.parametrize("function, argument", ARGUMENTS)
def test_is_refused_before_any_work(function, argument):
    rows = [row[2:] for row in ROWS if row[:2] == (function, argument)]
    assert rows, "a new argument needs rows in the tables"
    for changes, kind, pattern in rows:
        arguments = {**right(function), **changes}
        before = [state(value) for value in arguments.values()]
        error = refusal(FUNCTIONS[function], arguments)
        message = str(error)
        assert type(error) is kind, message
        assert re.fullmatch(pattern, message), f"{message}\n{pattern}"
        assert not re.search(r"0x|\n|\.$|  ", message) and len(message) < 300, message
        assert [state(value) for value in arguments.values()] == before


@pytest.mark.parametrize("function", sorted({name for name, _ in ARGUMENTS}))
def test_the_call_that_is_changed_works(function):
    FUNCTIONS[function](**right(function))
    if function not in ("output_shape", "kernel_matrix"):  # which only count, or look
        with pytest.raises(AssertionError, match="work was begun"):
            refusal(FUNCTIONS[function], right(function))


def test_every_argument_meets_every_kind():
    """None where it is wrong, a bool, a text, a float, NaN, an array or a list."""
    assert {row[:2] for row in ROWS} == set(ARGUMENTS)
    for function, argument in ARGUMENTS:
        values = [row[2][argument] for row in ROWS if row[:2] == (function, argument)]
        kinds = {type(value) for value in values}
        assert None in values or ARGUMENTS[function, argument] is None, argument
        assert {bool, str, float} <= kinds, argument
        assert {np.ndarray, list} & kinds, argument
        assert any(isinstance(value, float) and math.isnan(value) for value in values)


# What looks odd and is right.


@pytest.mark.parametrize(
    "number", [2, np.int8(2), np.uint64(2), np.array(2), [2, 2], range(2, 4, 1)]
)
def test_whole_numbers_of_any_kind_are_taken(number):
    pair = tuple(number) if isinstance(number, range) else (2, 2)
    for name in ("stride", "padding", "dilation"):
        shape = output_shape((15, 19), (2, 3), **{name: number})
        assert shape == output_shape((15, 19), (2, 3), **{name: pair})


@pytest.mark.parametrize("shape", [[5, 9], np.array([5, 9]), (np.uint8(5), 9)])
def test_shapes_of_any_kind_are_taken(shape):
    assert output_shape(shape, (2, 3)) == (4, 7)
    assert output_shape((50, 90), shape) == (46, 82)


def test_the_largest_numbers_are_right():
    """Nothing wraps around: one placement, by a kernel of one value."""
    images, kernels = right("correlate").values()
    knobs = {"stride": LARGEST, "dilation": LARGEST}
    for method in ("index", "bands"):
        out = correlate(images, kernels[:, :1, :1], method=method, **knobs)
        expected = images[:, :1, :1] @ kernels[:, 0, 0].T
        np.testing.assert_array_equal(out, expected)
    shape = (LARGEST, 1)
    counted = output_shape(shape, (1, 1), padding="same", stride=(2, 1))
    assert counted == ((LARGEST + 1) // 2, 1)
    last = window_index(shape, (2, 1), dilation=(LARGEST - 1, 1))
    assert last.tolist() == [0, LARGEST - 1]
    offsets = window_offsets(shape, (1, 1), stride=(LARGEST - 1, 1))
    assert offsets.tolist() == last.tolist()


@pytest.mark.skipif(LARGEST < 2**60, reason="no such number here")
@pytest.mark.parametrize("function", ["window_offsets", "correlation_indices"])
def test_memory_that_cannot_be_had_is_refused_at_once(function, monkeypatch):
    """By NumPy, which says how much it was; and before 16 GB of rows are numbered."""
    monkeypatch.delattr(np, "arange")
    with pytest.raises(MemoryError, match="Unable to allocate"):
        FUNCTIONS[function]((2**31, 2**28), (1, 1))
