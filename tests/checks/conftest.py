"""What the tests of the judges share."""

import pytest

from xcorr_helpers import checks


@pytest.fixture
def judged(capsys):
    """Run a judge; it must return nothing, and print one report."""

    def run(name, answer):
        assert getattr(checks, name)(answer) is None
        captured = capsys.readouterr()
        assert captured.err == ""
        assert captured.out.startswith(f"{name}: ")
        return captured.out

    return run


@pytest.fixture
def refused(judged):
    """Run a judge, which must not call a function right."""

    def run(name, function, what):
        report = judged(name, function)
        assert ": right on " not in report or "then not" in report, (what, report)

    return run
