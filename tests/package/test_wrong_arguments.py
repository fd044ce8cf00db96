"""Each wrong argument of each public function: refused at once, in words that help.

The messages themselves are in the tables: `wrong_numbers`, `wrong_words`,
`wrong_arrays` and `wrong_together`.
"""

import contextlib
import inspect
import math
import re
import types

import numpy as np
import pytest

import xcorr_helpers
from tests.package import wrong_numbers, wrong_words
from tests.package.wrong_arrays import ANY_ARRAY, AXES_ROWS, RIGHT
from tests.package.wrong_together import FITTING, TOO_LARGE
from xcorr_helpers import (
    _arguments,
    correlate,
    correlation,
    correlation_indices,
    gradients,
    kernel_matrix,
    output_shape,
    window_index,
    window_offsets,
)
from xcorr_helpers.datasets import loaders, sample


def rows():
    """List (function, argument, changes, error, message)."""
    for functions, argument, sentence, values in [
        *wrong_numbers.GROUPS,
        *wrong_words.GROUPS,
    ]:
        for value, error, words in values:
            for function in functions:
                message = sentence.replace("{}", words)
                yield function, argument, {argument: value}, error, message
    for (function, argument), shapes in AXES_ROWS.items():
        for value, error, sentence in ANY_ARRAY:
            message = sentence.replace("{name}", argument)
            yield function, argument, {argument: value}, error, message
        for value, message in shapes:
            yield function, argument, {argument: value}, ValueError, message
    for functions, argument, changes, message in [*FITTING, *TOO_LARGE]:
        for function in functions:
            yield function, argument, changes, ValueError, message


ROWS = list(rows())
ARGUMENTS = {
    (function, name)
    for name in xcorr_helpers.__all__
    if isinstance(function := getattr(xcorr_helpers, name), types.FunctionType)
    for name in inspect.signature(function).parameters
}


WORK = {  # one of these is reached as soon as anything is allocated, read or computed
    np: ["arange", "empty", "zeros"],
    correlation: ["gathered_blocks", "correlate_strips"],
    gradients: ["gathered_blocks", "tiles"],
    loaders: ["mnist_files", "cifar10_batches"],
    sample: ["read_data_file"],
}


def refusal(function, arguments):
    """Return the error, and see that nothing was computed, allocated or read."""

    def begun(*arguments, **named):
        raise AssertionError("work was begun")

    with pytest.MonkeyPatch.context() as patch:
        for module, names in WORK.items():
            for name in names:
                patch.setattr(module, name, begun)
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


def by_name(pair):
    return pair[0].__name__, pair[1]


@pytest.mark.parametrize("function, argument", sorted(ARGUMENTS, key=by_name))
def test_is_refused_before_any_work(function, argument):
    rows = [row[2:] for row in ROWS if row[:2] == (function, argument)]
    assert rows, "a new argument needs rows in the tables"
    for changes, kind, message in rows:
        arguments = {**RIGHT[function], **changes}
        before = [state(value) for value in arguments.values()]
        error = refusal(function, arguments)
        assert (type(error), str(error)) == (kind, message)
        assert [state(value) for value in arguments.values()] == before


@pytest.mark.parametrize("function", RIGHT)
def test_the_call_that_is_changed_works(function):
    function(**RIGHT[function])
    if function not in (output_shape, kernel_matrix):  # which only count, or look
        with pytest.raises(AssertionError, match="work was begun"):
            refusal(function, RIGHT[function])


def test_every_argument_meets_every_kind():
    """None where it is wrong, a bool, a text, a float, NaN, an array or a list."""
    assert {row[:2] for row in ROWS} == ARGUMENTS
    for function, argument in ARGUMENTS:
        values = [
            row[2].get(argument) for row in ROWS if row[:2] == (function, argument)
        ]
        kinds = {type(value) for value in values}
        if inspect.signature(function).parameters[argument].default is not None:
            assert None in values, argument
        assert {bool, str, float} <= kinds, argument
        assert {np.ndarray, list} & kinds, argument
        assert any(isinstance(value, float) and math.isnan(value) for value in values)


def descriptions(value):
    """List the ways in which a message may say what came."""
    yield _arguments.describe(value)
    if isinstance(value, list):
        yield str(tuple(value))
    with contextlib.suppress(TypeError, ValueError):
        yield str(np.dtype(value))
    with contextlib.suppress(TypeError, ValueError, RuntimeError):
        array = np.asarray(value)
        yield from (str(array.shape), str(array.dtype))
    yield from ("a ragged list", "a masked one")


def test_messages_name_the_argument_and_what_came():
    for function, argument, changes, _, message in ROWS:
        assert re.search(rf"\b{argument}\b", message), message
        value = {**RIGHT[function], **changes}[argument]
        assert any(text in message for text in descriptions(value)), message
        assert re.search(r"\bmust (be|have|hold|fit|give)\b", message), message
        assert not re.search(r"0x|\n|\.$|  ", message) and len(message) < 300, message


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
    largest = int(np.iinfo(np.intp).max)
    images, kernels = RIGHT[correlate].values()
    knobs = {"stride": largest, "dilation": largest}
    for method in ("index", "strips"):
        out = correlate(images, kernels[:, :1, :1], method=method, **knobs)
        expected = images[:, :1, :1] @ kernels[:, 0, 0].T
        np.testing.assert_array_equal(out, expected)
    shape = (largest, 1)
    assert output_shape(shape, (1, 1), padding="same", stride=(2, 1)) == (
        (largest + 1) // 2,
        1,
    )
    last = window_index(shape, (2, 1), dilation=(largest - 1, 1))
    assert last.tolist() == [0, largest - 1]
    assert (
        window_offsets(shape, (1, 1), stride=(largest - 1, 1)).tolist() == last.tolist()
    )


@pytest.mark.skipif(np.iinfo(np.intp).max < 2**60, reason="no such number here")
@pytest.mark.parametrize("function", [window_offsets, correlation_indices])
def test_memory_that_cannot_be_had_is_refused_at_once(function, monkeypatch):
    """By NumPy, which says how much it was; and before 16 GB of rows are numbered."""
    monkeypatch.delattr(np, "arange")
    with pytest.raises(MemoryError, match="Unable to allocate"):
        function((2**31, 2**28), (1, 1))
