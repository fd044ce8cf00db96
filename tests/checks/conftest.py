"""What the tests of the judges share."""

import re

import pytest

from xcorr_helpers import checks
from xcorr_helpers.checks import _search

RIGHT_REPORT = re.compile(r": right(, \S| on \d+ cases, from )")


@pytest.fixture(autouse=True)
def _time_enough(monkeypatch):
    """Let no search end early where several tests share a processor."""
    monkeypatch.setattr(_search, "LONGEST", 60)


@pytest.fixture
def judged(capsys):
    """Run a judge; it must print one report, and return what it found."""

    def run(name, answer):
        result = getattr(checks, name)(answer)
        captured = capsys.readouterr()
        assert captured.err == ""
        assert captured.out == f"{result.report}\n"
        assert result.passed == bool(RIGHT_REPORT.search(captured.out))
        assert not (result.passed and (result.mistake or result.case))
        assert captured.out.startswith(f"{name}: ")
        return captured.out

    return run


@pytest.fixture
def refused(judged, monkeypatch):
    """Run a judge, which must not call a function right, whatever it finds of why."""
    monkeypatch.setattr(_search, "LONGEST", 0)

    def run(name, function, what):
        report = judged(name, function)
        assert ": right on " not in report or "then not" in report, (what, report)

    return run
