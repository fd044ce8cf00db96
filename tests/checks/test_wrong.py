"""Each mistake that a judge knows is made here by hand, and gets its own sentence."""

from functools import cache

import numpy as np
import pytest

from tests.checks.exercises import HINTS, PAPER, TASKS, WRONG, copied, listed
from xcorr_helpers.checks._judge import agrees


def first_difference(task, function):
    """Return the number of the first case whose answer is wrong, and that answer."""
    for number, (case, right) in enumerate(zip(task.cases, task.answers)):
        got = np.array(function(*copied(case)))
        if not agrees(got, right, task.positions):
            return number, got
    return None


@cache
def variants(name, case):
    """Map each mistake that the judge knows to its sentence and its answer."""
    return {
        (cause.__name__, number): variant
        for cause in TASKS[name].causes
        for number, variant in enumerate(cause(*TASKS[name].cases[case]))
    }


@pytest.mark.parametrize("name", TASKS)
def test_each_mistake_gets_its_own_sentence(judged, name):
    task, made = TASKS[name], set()
    for said, function in listed(WRONG[name]):
        report = judged(name, function)
        assert said in report, report
        assert "then not" in report or ": right on " not in report
        if "\n  likely    " not in report:
            continue
        line = "likely    " + report.split("\n  likely    ")[1]
        case, got = first_difference(task, function)
        known = variants(name, case)
        lines = {f"likely    {sentence}\n" for sentence, _ in known.values()}
        told = {line} if said in line else set()
        assert {other for other in lines if said in other} == told, (said, lines)
        made |= {
            place
            for place, (sentence, wrong) in known.items()
            if line == f"likely    {sentence}\n"
            and wrong is not None
            and agrees(got, wrong, False)
        }
    missing = {
        place: sentence
        for place, (sentence, _) in variants(name, 0).items()
        if place not in made
    }
    assert not missing, f"no mistake above is told this: {missing}"


@pytest.mark.parametrize("name", TASKS)
def test_each_cause_runs_on_each_case(name):
    """With the same variants each time; one that does not run is None in its place."""
    task = TASKS[name]
    assert 1 <= len(task.causes) <= 4
    on_cases = [variants(name, case) for case in range(len(task.cases))]
    for known in on_cases:
        assert list(known) == list(on_cases[0])
    for place in on_cases[0]:
        came = [known[place][1] for known in on_cases]
        assert any(
            wrong is not None and not agrees(wrong, right, False)
            for wrong, right in zip(came, task.answers)
        ), f"{place} never differs from what is right"


@pytest.mark.parametrize("name", PAPER)
def test_each_hint_belongs_to_its_answer(judged, name):
    right, axes, answers = PAPER[name]
    assert set(answers) == set(HINTS[name])
    for answer, said in answers.items():
        report = judged(name, answer)
        assert report.startswith(f"{name}: not {answer}. ") and said in report
        assert report.endswith(f". {HINTS[name][answer]}\n")
        assert len({hint for hint in HINTS[name].values() if said in hint}) == 1
    for number, axis in enumerate(axes):
        wrong = list(right)
        while tuple(wrong) in {right, *answers}:
            wrong[number] += 1
        assert judged(name, tuple(wrong)).endswith(f". Look again at: {axis}.\n")


@pytest.mark.parametrize("name", PAPER)
def test_wrong_predictions_do_not_give_the_answer_away(judged, name):
    right, axes, _ = PAPER[name]
    if axes:
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
        if axes:
            repeated = report.replace(repr(answer), "").replace("(2, 3)", "")
            assert str(right) not in repeated, report
    assert "the answer is" in judged(name, str(right))
    assert "Drop the quotes" in judged(name, str(right))
    floats = tuple(map(float, right)) if axes else float(right)
    assert "Drop the point" in judged(name, floats)
    assert "whole number, made" not in judged(name, floats)
    if axes:
        assert f"It has {len(axes)} axes" in judged(name, (*right, 1))
        assert "the answer is a shape" in judged(name, right[0])


@pytest.mark.parametrize("name", [*TASKS, *PAPER])
def test_an_unfinished_answer_is_met_kindly(judged, name):
    if name in PAPER:
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


@pytest.mark.parametrize("name", ["strip_width", "cheapest_t"])
def test_a_number_that_is_wrong_for_no_known_reason_is_given_none(judged, name):
    functions = [
        lambda a, b, c, d, n=n: (3 * a + 5 * b + 7 * c + d) % n for n in range(5, 40)
    ]
    functions += [
        lambda a, b, c, d: b,
        lambda a, b, c, d: c + 1,
        lambda a, b, c, d: a // 2 + 2,
    ]
    for function in functions:
        report = judged(name, function)
        assert "not" in report.splitlines()[0] and "likely" not in report, report
