"""Whatever a function does, its judge prints one report, and does not raise."""

import random
import sys
import warnings

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import CODE, ON_PAPER, RIGHT
from xcorr_helpers import checks
from xcorr_helpers.checks import _search

# For the others it is not asked which mistake gives what they return.
SEARCHED = ("window_index", "strip_width")
# All go the same way: it is enough to ask some.
SOME = [*SEARCHED, *[name for name in CODE if name not in SEARCHED][::4]]


@pytest.mark.parametrize("name", SOME)
def test_no_function_gets_through(judged, monkeypatch, name):
    if name not in SEARCHED:
        monkeypatch.setattr(_search, "LONGEST", 0)
    stdout, errors, filters = sys.stdout, np.geterr(), list(warnings.filters)
    for function in FUNCTIONS:
        report = judged(name, function)
        assert ": right on " not in report or "then not" in report, report
        assert len(report) < 2000 and report.isascii() and report.endswith("\n")
        assert all(c.isprintable() for c in report.replace("\n", ""))
        assert report == judged(name, function), "not the same twice"
        assert sys.stdout is stdout and np.geterr() == errors
        assert warnings.filters == filters


@pytest.mark.parametrize("name", CODE)
def test_no_other_thing_gets_through(judged, name):
    for thing in ANSWERS:
        if callable(thing):
            continue
        report = judged(name, thing)
        assert "hand over the function itself" in report


@pytest.mark.parametrize("name", ON_PAPER)
def test_no_answer_gets_through(judged, name):
    for answer in [*ANSWERS, *FUNCTIONS]:
        if type(answer) is int and answer == ON_PAPER[name].answer:
            continue
        report = judged(name, answer)
        assert ": right" not in report and len(report) < 1000 and report.isascii()


def test_the_reader_can_interrupt():
    for name in CODE:
        with pytest.raises(KeyboardInterrupt):
            getattr(checks, name)(raises(KeyboardInterrupt()))


def test_an_interruption_of_another_kind_is_an_error(judged):
    class Own(KeyboardInterrupt):
        pass

    assert "an interruption of its own kind" in judged("window_index", raises(Own()))


@pytest.mark.parametrize("name", CODE)
def test_a_function_that_asks_its_judge(judged, capsys, name):
    def function(*arguments):
        getattr(checks, name)(function)

    assert "not written yet?" in judged(name, function)
    assert ": right on " in judged(name, RIGHT[name])
    with pytest.raises(KeyboardInterrupt):
        getattr(checks, name)(raises(KeyboardInterrupt()))
    capsys.readouterr()
    assert ": right on " in judged(name, RIGHT[name])


def test_what_is_raised_is_told(judged):
    report = judged("window_index", lambda i, k: 1 / 0)
    assert "image_shape = (5, 9), kernel_shape = (2, 3)" in report
    assert "it raised ZeroDivisionError: division by zero" in report
    report = judged("window_index", endless)
    assert "raised RecursionError: it calls itself without end" in report
    report = judged("window_index", lambda i: i)
    assert "takes 1 positional argument but 2 were given" in report
    assert "it is called as my_function(image_shape, kernel_shape)" in report
    report = judged("window_index", raises(ValueError(object())))
    assert "object at 0x...>" in report


def test_what_is_printed_is_told_where_it_helps(judged):
    def talks(image_shape, kernel_shape):
        print("step", image_shape[0])
        return x.window_index(image_shape, kernel_shape) * image_shape[0]

    assert "printed   step 5\n" in judged("window_index", talks)


def arrays_in(arguments):
    return [argument for argument in arguments if isinstance(argument, np.ndarray)]


CHANGES = {
    "values": lambda array: array.__setitem__(..., 0),
    "one value": lambda array: array.__setitem__((-1,) * array.ndim, 99),
    "shape": lambda array: setattr(array, "shape", (-1, 1, 1, 1, 1)),
    "dtype": lambda array: setattr(array, "dtype", np.dtype("V8")),
    "size": lambda array: array.resize((1,), refcheck=False),
    "order": lambda array: array.sort(axis=0),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", CODE)
def test_changed_input_is_found(judged, name, change):
    changed = []

    def function(*arguments):
        answer = np.array(RIGHT[name](*arguments))
        for array in arrays_in(arguments)[-1:]:
            CHANGES[change](array)
            changed.append(1)
        return answer

    report = judged(name, function)
    if changed:
        assert "its answer is right" in report and "it changed its input, " in report
    assert ": right on " in judged(name, RIGHT[name]), "the cases are harmed"


def test_reports_do_not_depend_on_the_world(judged):
    def wrong(image, kernels):
        return x.correlate(image[None, ..., None], kernels[..., None])[0] + 1 / 3

    before = judged("apply_kernels", wrong)
    random.seed(3)
    np.random.seed(3)
    with np.printoptions(precision=1, threshold=2, legacy="1.13"):
        assert judged("apply_kernels", wrong) == before
