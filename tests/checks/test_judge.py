"""What all judges share: records that are kept, and mistakes that may be broken."""

import subprocess
import sys

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import CODE, NAMES, RIGHT
from xcorr_helpers import checks
from xcorr_helpers.checks import _search
from xcorr_helpers.checks._exercise import CodeExercise
from xcorr_helpers.checks._judge import judge


def arrays_of(task):
    return [
        array
        for values in (*task.cases, task.answers)
        for array in values
        if isinstance(array, np.ndarray)
    ]


@pytest.mark.parametrize("name", CODE)
def test_a_record_is_made_once_and_nothing_changes_it(judged, monkeypatch, name):
    monkeypatch.setattr(_search, "LONGEST", 0)  # what is likely, is asked elsewhere
    task = CODE[name]
    assert task.answers is task.answers and task.cases is task.cases
    before, seen = [array.copy() for array in arrays_of(task)], []

    def vandal(*arguments):
        answer = RIGHT[name](*arguments)
        seen.extend(array for array in (*arguments, answer) if hasattr(array, "base"))
        for array in seen:
            for reached in (array, array.base):
                if isinstance(reached, np.ndarray):
                    reached.setflags(write=True)
                    reached[...] = 77
        return answer

    judged(name, vandal)
    assert not any(np.shares_memory(a, b) for a in arrays_of(task) for b in seen)
    for array, old in zip(arrays_of(task), before, strict=True):
        np.testing.assert_array_equal(array, old)
        assert not array.flags.writeable
    assert ": right on " in judged(name, RIGHT[name])


def doubled(*mistakes):
    """A record, and how often its reference was asked."""
    asked = []

    def reference(a, b):
        asked.append((a, b))
        return 2 * a

    def cases():  # the first cannot tell b from two
        return [(1, 2), (3, 7), (4, 9), (6, 5)]

    names = ("a", "b")
    record = CodeExercise("doubled", names, (), cases, reference, (), mistakes)
    return record, asked


B_IS_ADDED = ("b is added", lambda a, b: a + b)
TWO_IS_ADDED = ("two is added, to {a}", lambda a, b: a + 2)


def test_each_case_is_answered_once(capsys):
    record, asked = doubled()
    for function in (lambda a, b: 2 * a, lambda a, b: 2 * a):
        judge(record, function)
    assert asked == record.cases


def test_the_next_cases_decide(capsys):
    record, _ = doubled(B_IS_ADDED, TWO_IS_ADDED)
    assert judge(record, lambda a, b: a + 2).mistake == "two is added, to 1"
    assert judge(record, lambda a, b: a + b).mistake == "b is added"


def test_what_ties_is_told_as_either_or(capsys):
    as_well = ("the other is added", lambda a, b: b + a)
    record, _ = doubled(B_IS_ADDED, as_well)
    mistake = judge(record, lambda a, b: a + b).mistake
    assert mistake == "either b is added; or the other is added"
    third = ("their sum is given", lambda a, b: sum((a, b)))
    record, _ = doubled(B_IS_ADDED, as_well, third)
    assert judge(record, lambda a, b: a + b).mistake == (
        f"{mistake}; or another slip that gives the same"
    )


@pytest.mark.parametrize("error", [IndexError, ValueError, TypeError, RuntimeError])
def test_a_broken_mistake_hides_no_other(capsys, error):
    def broken(a, b):
        raise error

    record, _ = doubled(("nothing is added", broken), B_IS_ADDED)
    assert judge(record, lambda a, b: a + b).mistake == "b is added"


def test_two_slips_at_once_are_told(judged):
    def function(image_shape, kernel_shape):
        rows, columns = np.ogrid[: kernel_shape[0], : kernel_shape[1]]
        return rows * image_shape[0] + columns

    report = judged("window_index", function)
    assert "likely    " in report and "two slips: " in report


def test_importing_reads_no_record_and_a_record_makes_no_cases():
    program = """
import sys
from xcorr_helpers import checks
read = [name for name in sys.modules if ".records." in name]
records = [checks._record(name) for name in checks._WHERE]
print(len(read), len(records), sum("cases" in vars(record) for record in records))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert done.stdout.split() == [b"0", str(len(NAMES)).encode(), b"0"]
    assert {*NAMES} <= {*dir(checks)}
    with pytest.raises(AttributeError, match="has no attribute 'windows'"):
        _ = checks.windows


def of_the_notebook(image_shape, kernel_shape):
    rows, columns = np.ogrid[: kernel_shape[0], : kernel_shape[1]]
    return (rows * WIDTH_OF_THE_NOTEBOOK + columns).ravel()


WIDTH_OF_THE_NOTEBOOK = 28


def test_what_is_read_from_outside_or_never_is_told(judged):
    report = judged("window_index", of_the_notebook)
    assert "mind      it reads `WIDTH_OF_THE_NOTEBOOK` of the notebook" in report
    assert "never reads `kernel_shape`" not in report and "`np`" not in report
    report = judged("window_index", lambda image_shape, kernel_shape: kernel_shape * 5)
    assert "mind      it never reads `image_shape`" in report

    def without_shape(output_gradient, image, kernel_shape):
        return output_gradient.sum() * image

    report = judged("kernel_gradient", without_shape)
    assert "never reads" not in report, "who needs no kernel_shape is not told of it"


def sorted_in_place(image_shape, kernel_shape):
    return np.arange(6).sort()


def appended(image_shape, kernel_shape):
    window = []
    window = window.append(image_shape)
    image_shape = kernel_shape
    return window


def put(image_shape, kernel_shape):
    return np.put(np.zeros(6), [0], [1])


def printed(image_shape, kernel_shape):
    return print(image_shape)


def test_what_works_in_place_and_is_returned_is_named(judged):
    for function, call in (
        (sorted_in_place, "`.sort()` works in place"),
        (appended, "`.append()` works in place"),
        (put, "`np.put` works in place"),
        (printed, "`print` shows a value"),
    ):
        report = judged("window_index", function)
        assert report.startswith("window_index: not yet. It returned None: "), report
        assert call in report


def only_calls(image_shape, kernel_shape):
    def inner():
        return np.arange(6).sort()

    window = [1]
    window.append(inner())
    return window.clear() if window is None else None


def test_nothing_is_accused_that_is_not_returned(judged):
    no_source = eval("lambda image_shape, kernel_shape: [].sort()")
    for function in (only_calls, no_source, lambda i, k: [].append(i)):
        report = judged("window_index", function)
        assert "not written yet? It returned None: did you return it?" in report


def raises(text):
    def function(*arguments):
        raise ValueError(text)

    return function


def test_an_explanation_is_told_whole_and_no_novel(judged):
    report = judged("window_index", lambda i, k: x.correlation_indices((7, 9, 5), k))
    assert "axes: give both their channels, or neither\n" in report
    for longest, cut in ((300, ""), (301, " ...")):
        report = judged("window_index", raises("n" * longest))
        assert f"ValueError: {'n' * (100 if cut else longest)}{cut}\n" in report


def test_axes_are_counted_in_words_that_fit_any_number(judged):
    report = judged("window_index", lambda i, k: np.zeros((2, 3)))
    assert "          2 axes came, 1 expected\n" in report


ERRORS_OF_PYTHON = {
    "its place has (3,)": lambda i, k: np.zeros(3).__setitem__(slice(3), np.ones(4)),
    "something is None here": lambda i, k: np.arange(6).sort().reshape(2, 3),
    "whole numbers only": lambda i, k: np.zeros(3, int).__iadd__(0.5),
    "an amount for each": lambda i, k: np.add.at(
        np.zeros(9), np.ones((2, 3), int), [1, 2]
    ),
    "the other has none": lambda i, k: x.correlation_indices((7, 9, 5), k),
    "moves them, in each": lambda i, k: x.correlate(np.ones(i + k), np.ones(k + i)),
    "in a column": lambda i, k: np.arange(k[0]) * i[1] + np.arange(k[1]),
    "one of them lacks an axis (None)": lambda i, k: np.ones((2, 3)) + np.ones((3, 2)),
    "not made flat": lambda i, k: np.ones((4, 6)) @ np.ones((2, 3)),
    "image.ravel()": lambda i, k: np.ones(i)[i[0]],
    "numbered from 0": lambda i, k: np.ones(i)[:, i[1]],
    "takes no 3 indices": lambda i, k: np.ones(i)[0, 0, 0],
    "do not fill": lambda i, k: np.ones(7).reshape(2, 3),
    "more than 1 sizes": lambda i, k: [a for (a,) in [i]],
    "has 2 sizes, not 3": lambda i, k: [a for a, b, c in [i]],
    "// divides without a rest": lambda i, k: np.arange(9)[i[1] / 3],
}


@pytest.mark.parametrize("said", ERRORS_OF_PYTHON)
def test_what_python_means_is_said_with_the_line(judged, said):
    report = judged("window_index", ERRORS_OF_PYTHON[said])
    (likely,) = [line for line in report.splitlines() if "  likely    " in line]
    assert said in likely
    (line,) = [line for line in report.splitlines() if line.startswith("  in  ")]
    assert said in line, "the line of the function that failed"
