"""A judge says of a function in a child what it says of it in the reader's notebook."""

import inspect
import re
import sys

import pytest

from tests.checks import labels
from tests.checks.table import CODE
from xcorr_helpers import checks
from xcorr_helpers.checks import _search
from xcorr_helpers.grade.submission import Submission


def cells_of(module):
    """Take a file of answers for a notebook's cells; the labels stand in one before."""
    source = inspect.getsource(sys.modules[module])
    imported = re.search(r"^from tests.checks.labels import .*$", source, re.M)
    return [inspect.getsource(labels), source.replace(imported[0], "")]


@pytest.fixture
def asked(isolation):
    def ask(functions):
        cells = cells_of(functions[0].__module__)
        with Submission(cells, "np", isolation) as child:
            assert not child.problem
            for function in functions:
                yield function, child._held(function.__name__)

    return ask


@pytest.fixture(autouse=True)
def _without_search(monkeypatch):
    """What a judge makes of what came is the same work, whoever computed it."""
    monkeypatch.setattr(_search, "LONGEST", 0)


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
    for function, elsewhere in asked(functions[::step]):
        here = checks.result(name, function)
        there = checks.result(name, elsewhere)
        assert there.report == here.report
        assert (there.passed, there.mistake) == (here.passed, here.mistake)
