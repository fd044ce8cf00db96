"""What a notebook tries costs its author the point, and nobody else anything.

Each is run in the real isolation, with tight limits, and marked by the judge.
"""

import time

import pytest

from tests.grade.hostile import CALLS, ENDING, HELP, REFUSED, REPLACED
from xcorr_helpers import checks
from xcorr_helpers.grade.limits import MIB, Limits
from xcorr_helpers.grade.submission import Submission

JUDGE, NAME = "window_index", "my_window"
LIMITS = Limits(cells=2, call=1, memory=1024 * MIB, disk=MIB, threads=8)
SLOW = Limits(cells=20, memory=1024 * MIB, disk=MIB, threads=8)
RIGHT = "from xcorr_helpers import window_index as my_window"
OFTEN = {"hangs", "ends Python", "does not parse", "returns a pickle", "returns 10 GB"}


def cases(table):
    """Try what the issue names each time, and all else thoroughly."""
    often = [*OFTEN, "prints a report", "forges an answer", "writes into all files"]
    return [
        what if what in often else pytest.param(what, marks=pytest.mark.thorough)
        for what in table
    ]


def marked(isolation, *cells):
    """Mark a notebook of these cells: whether it passed, and what is said of it."""
    start = time.monotonic()
    with Submission([*cells], NAME, isolation, LIMITS) as child:
        if child.problem:
            passed, said = False, child.problem
        else:
            result = checks.result(JUDGE, child.value)
            passed, said = result.passed, result.report
    assert time.monotonic() - start < 20
    assert all(c.isprintable() for c in said.replace("\n", "")) and len(said) < 2000
    return passed, said


@pytest.mark.parametrize("what", cases(ENDING))
def test_cells(isolation, what):
    cell, expected = ENDING[what]
    passed, said = marked(isolation, HELP, cell)
    assert not passed
    assert expected in said


@pytest.mark.parametrize("what", cases(CALLS))
def test_calls(isolation, what):
    body, expected = CALLS[what]
    code = f"def my_window(image_shape, kernel_shape):\n    {body}\n"
    passed, said = marked(isolation, HELP, code)
    assert not passed
    assert expected in said


def test_refused(isolation):
    tried = f"""
outcome, held = [], None
for source in {REFUSED!r}:
    try:
        exec(source)
        outcome.append(1)
    except Exception as error:
        outcome.append(0)
    held = None
"""
    with Submission([HELP, tried], "outcome", isolation, SLOW) as child:
        assert child.problem == ""
        outcome = child.value
    assert [n for n, took in zip(REFUSED, outcome) if took] == []
    assert len(outcome) == len(REFUSED)


def test_the_judges_that_are_replaced_are_the_authors_own(isolation):
    code = "def my_window(image_shape, kernel_shape): return checks.window_index(0)"
    passed, said = marked(isolation, REPLACED, code)
    assert not passed and "right" not in said
    assert marked(isolation, RIGHT)[0]


def test_neighbours_and_the_teachers_own_are_out_of_reach(
    isolation, open_folder, monkeypatch
):
    neighbour = open_folder / "neighbour.ipynb"
    neighbour.write_text("solved", encoding="utf-8")
    neighbour.chmod(0o666)
    monkeypatch.chdir(open_folder)
    monkeypatch.setenv("SEED", "secret")
    cell = f"""
import os
found = [int("SEED" in os.environ)]
for path in ({str(neighbour)!r}, "neighbour.ipynb", {__file__!r}, {str(open_folder)!r}):
    for attempt in (open, os.remove, os.listdir):
        try:
            found.append(bool(attempt(path)))
        except OSError:
            pass
written = open("neighbour.ipynb", "w").write("mine")
"""
    with Submission([cell], "found", isolation, LIMITS) as child:
        assert child.value == [0], child.problem
    assert [*open_folder.iterdir()] == [neighbour]
    assert neighbour.read_text(encoding="utf-8") == "solved"


def test_one_child_leaves_nothing_to_the_next(isolation):
    with Submission(["open('left', 'w').write('x')"], "x", isolation):
        pass
    with Submission(
        ["import os\nfound = len(os.listdir('.'))"], "found", isolation
    ) as child:
        assert child.value == 0
