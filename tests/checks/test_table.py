"""The judges name the slips of readers who never saw them."""

import pytest

from tests.checks.table import CODE, PAPER, RIGHT, answers
from tests.support.thorough import every_third
from xcorr_helpers import checks

NAMES = [*CODE, *PAPER]


def test_the_table_is_about_all_exercises():
    judges = {*checks.__all__} - {"Result", "result", "show"}
    assert {*NAMES} == judges
    assert all(len(answers(name)) >= (8 if name in PAPER else 11) for name in NAMES)


@pytest.mark.parametrize("name", every_third(NAMES))
def test_each_slip_is_told(name):
    for answer, slip, said in answers(name):
        result = checks.result(name, answer)
        assert not result.passed, slip
        if said:
            assert said in result.report, f"{slip}\n{result.report}"
        else:
            assert bool(result.mistake) == (said is False), f"{slip}\n{result.report}"


@pytest.mark.parametrize("name", CODE)
def test_right_answers_are_right_in_any_style(name):
    for function in RIGHT[name]:
        result = checks.result(name, function)
        assert result.passed, f"{function.__doc__}\n{result.report}"


@pytest.mark.parametrize("names", [CODE, PAPER], ids=["code", "paper"])
def test_nine_in_ten_are_named_and_hardly_any_misled(names):
    """By their labels, each of which is held to its report above."""
    labels = [said for name in names for _, _, said in answers(name)]
    assert len(labels) >= 400
    assert sum(map(bool, labels)) >= 0.9 * len(labels)
    assert labels.count(False) <= 0.01 * len(labels)
