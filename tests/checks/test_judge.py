"""What all judges share: tasks that are kept, and causes that may be broken."""

import subprocess
import sys

import numpy as np
import pytest

from tests.checks.exercises import RIGHT, TASKS, handed_on
from xcorr_helpers.checks._judge import judge
from xcorr_helpers.checks._task import Task


def arrays_of(task):
    return [
        array
        for values in (*task.cases, task.answers)
        for array in values
        if isinstance(array, np.ndarray)
    ]


@pytest.mark.parametrize("name", TASKS)
def test_a_task_is_made_once_and_nothing_changes_it(judged, name):
    task = TASKS[name]
    assert handed_on(name) is task and task.answers is task.answers
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


def doubled(*causes):
    """A task, and how often its reference was asked."""
    asked = []

    def reference(a, b):
        asked.append((a, b))
        return np.int64(2 * a)

    cases = [(1, 2), (3, 7), (4, 9), (6, 5)]  # the first cannot tell b from two
    return Task("doubled", ("a", "b"), (), cases, reference, causes), asked


def test_each_case_is_answered_once(capsys):
    task, asked = doubled()
    for function in (lambda a, b: 2 * a, lambda a, b: a, lambda a, b: 2 * a):
        judge(function, task)
    assert asked == task.cases


def slips(a, b):
    yield "b is added", np.int64(a + b)
    yield "two is added", np.int64(a + 2)


def test_what_a_mistake_makes_of_a_case_is_computed_once(capsys):
    asked = []

    def counted(a, b):
        asked.append((a, b))
        yield "b is added", np.int64(a + b)

    task = doubled(counted)[0]
    for _ in range(3):
        judge(lambda a, b: a + 7, task)
    assert asked == task.cases


def test_of_slips_of_one_kind_the_likeliest_is_named(capsys):
    for function, told in (
        (lambda a, b: a + 2, "two is added"),
        (lambda a, b: a + b, "b is added"),
    ):
        judge(function, doubled(slips)[0])
        assert told in capsys.readouterr().out


def test_a_variant_that_does_not_run_drops_no_other(capsys):
    def sometimes(a, b):
        yield "a third is added", np.int64(a + b // 3) if b % 3 == 0 else None
        yield from slips(a, b)

    judge(lambda a, b: a + b, doubled(sometimes)[0])
    assert "likely    b is added\n" in capsys.readouterr().out


@pytest.mark.parametrize("error", [IndexError, ValueError, TypeError, RuntimeError])
def test_a_broken_cause_hides_no_other_from_the_reader(capsys, error):
    def broken(a, b):
        yield "nothing is added", np.int64(a)
        raise error

    judge(lambda a, b: a + b, doubled(broken, slips)[0])
    assert "likely    b is added\n" in capsys.readouterr().out


def test_importing_makes_no_task():
    program = """
import sys, xcorr_helpers.checks
makers = [
    value.cache_info
    for name, module in sys.modules.items()
    if name.startswith("xcorr_helpers.checks.chapter_")
    for value in vars(module).values()
    if hasattr(value, "cache_info")
]
print(len(makers), sum(info().currsize for info in makers))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert done.stdout.split() == [str(len(TASKS)).encode(), b"0"]


def of_the_notebook(image_shape, kernel_shape):
    rows, columns = np.ogrid[: kernel_shape[0], : kernel_shape[1]]
    return (rows * WIDTH_OF_THE_NOTEBOOK + columns).ravel()


WIDTH_OF_THE_NOTEBOOK = 28


def test_what_is_read_from_outside_or_never_is_told(judged):
    report = judged("window_index", of_the_notebook)
    assert "mind      it reads `WIDTH_OF_THE_NOTEBOOK` of the notebook" in report
    assert "mind      it never reads `image_shape`" in report
    assert "`kernel_shape`" not in report and "`np`" not in report

    def without_shape(output_gradient, image, kernel_shape):
        return output_gradient.sum() * image

    report = judged("kernel_gradient", without_shape)
    assert "never reads" not in report, "who needs no kernel_shape is not told of it"


ERRORS_OF_PYTHON = {
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
