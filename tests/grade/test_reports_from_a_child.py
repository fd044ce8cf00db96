"""A judge says of a function in a child what it says of it in the reader's notebook."""

import inspect
import re
import sys

import pytest

from tests.checks import labels
from tests.checks.table import CODE
from tests.grade import odd_answers
from xcorr_helpers import checks
from xcorr_helpers.checks import _search
from xcorr_helpers.grade.submission import Submission


def cells_of(module):
    """Take a file of answers for a notebook's cells; the labels stand in one before."""
    source = inspect.getsource(module)
    imported = re.search(r"^from tests.checks.labels import .*$", source, re.M)
    if imported:
        source = source.replace(imported[0], "")
    return [inspect.getsource(labels), source]


@pytest.fixture
def asked(isolation):
    def ask(functions):
        module = sys.modules[functions[0].__module__]
        cells = cells_of(module)
        with Submission(cells, "np", isolation) as child:
            assert not child.problem
            names = {id(f): name for name, f in vars(module).items()}
            for function in functions:
                yield function, child._held(names[id(function)])

    return ask


@pytest.fixture(autouse=True)
def _without_search(monkeypatch):
    """What a judge makes of what came is the same work, whoever computed it."""
    monkeypatch.setattr(_search, "LONGEST", 0)


def compare(name, asked):
    for function, elsewhere in asked:
        here = checks.result(name, function)
        there = checks.result(name, elsewhere)
        assert there.report == here.report
        assert (there.passed, there.mistake) == (here.passed, here.mistake)


def test_what_is_never_written_is_told(isolation):
    code = "from numpy import empty\ndef f(i, k):\n    return empty((len(i) - 1, 7))"
    with Submission([code], "f", isolation) as child:
        report = checks.result("correlate_image", child.value).report
    assert "never written" in report or "got nan" in report


def test_each_kind_of_answer_is_told_as_at_home(asked):
    functions = [f for f in vars(odd_answers).values() if inspect.isfunction(f)]
    functions.remove(odd_answers.namedtuple)
    functions.remove(odd_answers.correlate)
    functions.remove(odd_answers.decorate)
    assert len(functions) > 30
    compare("correlate_image", asked(functions))


@pytest.mark.parametrize(
    ("name", "step"),
    [
        *((name, 9) for name in [*CODE][::8]),
        *(pytest.param(name, 3, marks=pytest.mark.thorough) for name in CODE),
        *(pytest.param(name, 1, marks=pytest.mark.weekly) for name in CODE),
    ],
)
def test_the_report_is_the_same(asked, name, step):
    functions = [f for f in CODE[name] if inspect.isfunction(f)]
    compare(name, asked(functions[::step]))
