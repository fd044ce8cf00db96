"""The judges accept what is right; their cases hold what tells mistakes apart."""

import re
from fractions import Fraction

import numpy as np
import pytest

from tests.checks.exercises import ALL_RIGHT, CODE, NAMES, ON_PAPER, RIGHT, copied
from xcorr_helpers import checks


def test_no_judge_is_forgotten():
    """What is tested follows from what is public; a new judge needs answers here."""
    assert sorted([*CODE, *ON_PAPER]) == sorted(NAMES)
    assert set(ALL_RIGHT) == set(CODE)
    for name, record in {**CODE, **ON_PAPER}.items():
        judge = getattr(checks, name)
        assert record.name == name == judge.__name__ and judge.__doc__


@pytest.mark.parametrize("name", CODE)
def test_right_is_told_with_the_sizes(judged, name):
    task = CODE[name]
    count, argument = len(task.cases), task.arguments[task.image]
    for program in ALL_RIGHT[name]:
        report = judged(name, program)
        assert re.match(rf"{name}: right on {count} cases, from {argument} \d", report)
        is_list = isinstance(program(*copied(task.cases[0])), list | tuple | range)
        noted = "A note: it returned a list. The numbers are right" in report
        assert noted == (is_list and task.array), "a pair of numbers needs no note"
        assert report.count("\n") == 1 + noted


@pytest.mark.parametrize("name", ON_PAPER)
def test_right_on_paper(judged, name):
    right = ON_PAPER[name].answer
    written = [right, np.array(right)]
    written += [list(right)] if isinstance(right, tuple) else [np.int64(right)]
    shown = list(right) if ON_PAPER[name].positions else right
    for answer in written:
        assert judged(name, answer) == f"{name}: right, {shown}.\n"


@pytest.mark.parametrize("name", ON_PAPER)
def test_wrong_on_paper_does_not_give_the_answer_away(judged, name):
    right, axes = ON_PAPER[name].answer, ON_PAPER[name].axes
    several = isinstance(right, tuple)
    if several:
        wrong = [(a, b) for a in range(9) for b in range(9)]
        wrong += [right[::-1], right[:-1], (*right, 1), [right], str(right), 0]
        wrong += [list(map(float, right)), right[0]]
    else:
        wrong = [*(n for n in range(-3, 130) if n != right), right + 0.5, [right]]
        wrong += [(right,)]
    for answer in wrong:
        if answer == right:
            continue
        report = judged(name, answer)
        assert ": right" not in report
        if several:
            repeated = report.replace(repr(answer), "").replace("(2, 3)", "")
            assert str(right) not in repeated, report
            assert str(list(right)) not in repeated, report
    assert "Drop the quotes" in judged(name, str(right))
    floats = tuple(map(float, right)) if several else float(right)
    assert "Drop the point" in judged(name, floats)
    assert "Drop the point" not in judged(name, np.array(right) + 0.5)
    if axes:
        more = judged(name, (*right, 1))
        assert (
            f"There are {len(axes)} axes" in more
            or (*right, 1) in ON_PAPER[name].mistakes
        )
    if several:
        assert "no order" in judged(name, {*right})
    else:
        assert "bracket" in judged(name, [right])


@pytest.mark.parametrize("name", NAMES)
def test_an_unfinished_answer_is_met_kindly(judged, name):
    if name in ON_PAPER:
        for answer in (None, ...):
            assert judged(name, answer).count("no answer yet") == 1
        return

    def unfinished(*arguments): ...

    def later(*arguments):
        raise NotImplementedError

    for function in (unfinished, later, lambda *arguments: ...):
        report = judged(name, function)
        assert report.startswith(f"{name}: not written yet?")
        assert "is called as my_function(" in report


@pytest.mark.parametrize("name", CODE)
def test_cases_are_unlike_and_small(name):
    task = CODE[name]
    assert len(task.cases) >= 16
    # Loops in plain Python, too, are done in well under a second.
    given = [a for case in task.cases for a in case if isinstance(a, np.ndarray)]
    assert sum(array.size for array in (*task.answers, *given)) < 40_000
    for case, array in zip(task.cases, task.answers):
        np.testing.assert_allclose(array, RIGHT[name](*case), rtol=1e-12, atol=1e-14)
        assert array.ndim == len(task.axes) or name == "relu_backward"


def test_the_cases_hold_what_is_easily_forgotten():
    arrays = [
        (name, value)
        for name, task in CODE.items()
        for case in task.cases
        for value in case
        if isinstance(value, np.ndarray) and value.ndim > 1
    ]
    for holds in (
        lambda array: array.dtype == np.uint8,
        lambda array: np.abs(array).max() > 1000,
        lambda array: not array.flags.c_contiguous,
        lambda array: array.dtype.kind == "f" and (array % 1).any(),
    ):
        assert len({name for name, array in arrays if holds(array)}) >= 8


def cost(t, kernel_width, n_kernels, ratio):
    return (t + kernel_width - 1) * (ratio / t + n_kernels)


def test_no_case_of_the_cheapest_strip_is_a_tie():
    for out_width, *others in CODE["cheapest_t"].cases:
        costs = sorted(cost(Fraction(t), *others) for t in range(1, out_width + 1))
        assert len(costs) == 1 or costs[1] - costs[0] > 1e-8 * costs[0]


def test_the_cases_hold_what_tells_mistakes_apart():
    rests, least = set(), []
    for images, kernels, t in CODE["correlate_in_strips"].cases:
        out_width = images.shape[2] - kernels.shape[2] + 1
        assert 1 <= t <= out_width
        rests.add((out_width // t, out_width % t))
        least.append((t == 1, t == out_width))
    assert len(rests) > 8 and (True, False) in least and (False, True) in least
    assert any(whole > 2 and rest > 1 for whole, rest in rests)
    cases = CODE["cheapest_t"].cases
    best = {
        (1 if t == 1 else 2 if t == case[0] else 3)
        for case in cases
        for t in [RIGHT["cheapest_t"](*case)]
    }
    assert best == {1, 2, 3}, "the narrowest, the widest, and one between"
    assert min(ratio for *_, ratio in cases) < 1
