"""Each record proves itself: its cases, its ways, and every mistake that it knows."""

import warnings

import numpy as np
import pytest

from tests.checks.exercises import CODE, ON_PAPER
from tests.support.thorough import every_third
from xcorr_helpers import checks
from xcorr_helpers.checks._search import agrees

# All of them take a minute: each time a fourth is asked, and weekly the rest.
PARTS = [0, *(pytest.param(part, marks=pytest.mark.weekly) for part in (1, 2, 3))]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", every_third(CODE))
def test_each_mistake_gets_its_own_sentence(name, part):
    exercise = CODE[name]
    for text, program in exercise.mistakes[part::4]:
        result = checks.result(name, program)
        assert not result.passed, exercise.said(text, exercise.cases[0])
        assert result.mistake == exercise.said(text, result.case)


def all_answers(program, cases):
    """Return what a program gives for all cases, in a form that compares."""
    told = []
    for case in cases:
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                got = np.asarray(program(*case))
            told.append((got.shape, got.astype(float).tobytes()))
        except Exception as error:
            told.append(repr(error))
    return tuple(told)


@pytest.mark.parametrize("name", every_third(CODE))
def test_no_two_mistakes_give_the_same_answers(name):
    exercise, seen = CODE[name], {}
    for text, program in exercise.mistakes:
        said = exercise.said(text, exercise.cases[0])
        key = all_answers(program, exercise.cases)
        assert key not in seen, f"{said}\n{seen[key]}"
        seen[key] = said


@pytest.mark.parametrize("name", CODE)
def test_each_way_is_right(name):
    exercise = CODE[name]
    for way in exercise.ways:
        assert way.__name__ != "<lambda>", "a way is written out in steps"
        for case, due in zip(exercise.cases, exercise.answers):
            assert agrees(np.asarray(way(*case)), due, False)


@pytest.mark.parametrize("name", CODE)
def test_sentences_read_well(name):
    exercise = CODE[name]
    for text, _ in exercise.mistakes:
        said = exercise.said(text, exercise.cases[0])
        assert said.isascii() and said.isprintable(), said
        assert not said.endswith("."), said
        assert said[0] == said[0].lower() or said.split()[0] in (
            "C",
            "NumPy",
            "Python's",
        ), said


@pytest.mark.parametrize("name", ON_PAPER)
def test_a_record_on_paper(name):
    exercise = ON_PAPER[name]
    assert exercise.answer not in exercise.mistakes
    assert isinstance(exercise.answer, tuple) == bool(
        exercise.axes or exercise.positions
    )
    for value, said in exercise.mistakes.items():
        assert checks.result(name, value).mistake == said
        assert said.endswith((".", "?")) and said[0] == said[0].upper()
