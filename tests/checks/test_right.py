"""The judges of the exercises accept what is right, however it is written."""

import re
from fractions import Fraction

import numpy as np
import pytest

from tests.checks.answers.chapter_10_cheapest import cost
from tests.checks.exercises import (
    ALL_RIGHT,
    HINTS,
    PAPER,
    RIGHT,
    TASKS,
    WRONG,
    copied,
)
from xcorr_helpers import checks

PROGRAMS = [(name, program) for name, all in ALL_RIGHT.items() for program in all]


def test_no_judge_is_forgotten():
    """What is tested follows from what is public; a new judge needs answers here."""
    assert sorted([*TASKS, *HINTS]) == sorted(checks.__all__)
    assert set(RIGHT) == set(WRONG) == set(TASKS)
    assert set(PAPER) == set(HINTS)


@pytest.mark.parametrize(("name", "program"), PROGRAMS, ids=[p[0] for p in PROGRAMS])
def test_right_however_it_is_written(judged, name, program):
    report, task = judged(name, program), TASKS[name]
    count, argument = len(task.cases), task.arguments[task.image]
    assert re.match(rf"{name}: right on {count} cases, from {argument} \d", report)
    is_list = isinstance(program(*copied(task.cases[0])), list | tuple)
    noted = "A note: it returned a list. The numbers are right" in report
    assert noted == (is_list and task.array), "a pair of numbers needs no note"
    assert report.count("\n") == 1 + noted


@pytest.mark.parametrize("name", PAPER)
def test_right_prediction(judged, name):
    right = PAPER[name][0]
    written = [right, np.array(right)]
    written += [list(right)] if isinstance(right, tuple) else [np.int64(right)]
    for answer in written:
        assert judged(name, answer) == f"{name}: right, {right}.\n"


@pytest.mark.parametrize("name", TASKS)
def test_cases_are_unlike_and_small(name):
    task = TASKS[name]
    assert len(task.cases) >= 16
    # Loops in plain Python, too, are done in well under a second.
    given = [a for case in task.cases for a in case if isinstance(a, np.ndarray)]
    assert sum(array.size for array in (*task.answers, *given)) < 40_000
    for case, array in zip(task.cases, task.answers):
        np.testing.assert_array_equal(array, RIGHT[name](*case))
        assert array.ndim == len(task.axes)


def test_no_case_of_the_cheapest_strip_is_a_tie():
    for out_width, *others in TASKS["cheapest_t"].cases:
        costs = sorted(cost(Fraction(t), *others) for t in range(1, out_width + 1))
        assert len(costs) == 1 or costs[1] - costs[0] > 1e-8 * costs[0]


def test_the_cases_hold_what_tells_mistakes_apart():
    rests, least = set(), []
    for images, kernels, t in TASKS["correlate_in_strips"].cases:
        out_width = images.shape[2] - kernels.shape[2] + 1
        assert 1 <= t <= out_width
        rests.add((out_width // t, out_width % t))
        least.append((t == 1, t == out_width))
    assert len(rests) > 8 and (True, False) in least and (False, True) in least
    assert any(whole > 2 and rest > 1 for whole, rest in rests)
    best = {
        (1 if t == 1 else 2 if t == case[0] else 3)
        for case in TASKS["cheapest_t"].cases
        for t in [RIGHT["cheapest_t"](*case)]
    }
    assert best == {1, 2, 3}, "the narrowest, the widest, and one between"
