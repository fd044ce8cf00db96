"""What a run leaves out, what it never leaves out, and what is kept together."""

from collections import Counter

import pytest

from tests.conftest import not_here
from tests.support import thorough, workers
from tools import built_book

pytest_plugins = ["pytester"]


def test_every_cell_of_every_notebook_is_executed(request):
    config = request.config
    whole = built_book.ROOT / "book" in {config.rootpath / arg for arg in config.args}
    if not (whole and config.option.nbval) or config.option.keyword:
        not_here("not a whole run with --nbval, of which this counts the notebooks")
    run = Counter(item.nodeid.partition("::")[0] for item in request.session.items)
    for page in built_book.notebooks():
        code = [c for c in built_book.cells(page) if c["cell_type"] == "code"]
        assert run[f"{page}.ipynb"] == len(code) > 0, page


@pytest.fixture
def small(pytester, monkeypatch):
    """Three tests in two files, one of them thorough, with the plugins of this run."""
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    mark = "import pytest\n@pytest.mark.thorough\n"
    test = "def test_{}(): pass\n"
    pytester.makepyfile(
        test_one=test.format("quick") + mark + test.format("slow"),
        test_two=test.format("quick"),
    )
    names = "[tool.pytest.ini_options]\nmarkers = ['thorough', 'weekly']"
    pytester.makepyprojecttoml(names)
    return lambda *options: pytester.runpytest_inprocess(
        *("-p", thorough.__name__, "-p", workers.__name__, "-p", "no:nbval", *options)
    )


def test_what_is_left_out_is_said(small):
    run = small()
    run.assert_outcomes(passed=2, deselected=1)
    run.stdout.fnmatch_lines(["*left out: 1, run by --thorough*", "   1 test_one.py"])


@pytest.mark.thorough
def test_several_processes_say_it_once(small):
    run = small("-n", "2")
    run.assert_outcomes(passed=2)
    run.stdout.fnmatch_lines(["*left out: 1, run by --thorough*", "   1 test_one.py"])


def test_what_is_thorough_is_run_when_it_is_asked_for(small):
    run = small("--thorough")
    run.assert_outcomes(passed=3)
    run.stdout.no_fnmatch_line("*left out*")


def test_a_thorough_test_may_be_weekly_too(small, pytester):
    marks = "import pytest\n@pytest.mark.thorough\n@pytest.mark.weekly\n"
    pytester.makepyfile(test_two=f"{marks}def test_both(): pass\n")
    small("--thorough").assert_outcomes(passed=2, deselected=1)
    small("--weekly", "-m", "weekly").assert_outcomes(passed=1, deselected=2)


def test_cells_stay_together_and_tests_of_a_page():
    cells = {workers.place(f"book/a.ipynb::Cell {number}") for number in (0, 1)}
    assert len(cells) == 1
    tests = ("a.py::test[book/a-1300]", "b.py::test[book/a]", "a.py::test[book/b-1300]")
    page, same, other = (workers.place(f"tests/browser/test_{test}") for test in tests)
    assert page == same != other
