"""What the tests of the built book share, and what those of the downloads do."""

import os

import pytest

from tests.datasets.kaggle_here import kaggle, kaggle_apart  # noqa: F401
from tools import browser, built_book

MEASURED = []


def pytest_collection_modifyitems(items):
    for item in items:
        if "context" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def report():
    """Add a line to what is measured and printed, and judged by no test."""
    return MEASURED.append


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):  # one process of several
        session.config.workeroutput["measured"] = MEASURED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    # A process that has crashed leaves nothing.
    MEASURED.extend(getattr(node, "workeroutput", {}).get("measured", ()))


def pytest_terminal_summary(terminalreporter):
    if MEASURED:
        terminalreporter.section("measured")
        for line in MEASURED:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def book_html():
    """The folder of the built book; without one, the tests fail rather than skip."""
    if not (built_book.HTML / "index.html").is_file():
        pytest.fail("the book is not built: run `make book` first", pytrace=False)
    return built_book.HTML


def not_here(message):
    """Skip, where somebody reads what is skipped; in CI nobody does, so fail."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def npm():
    """Pyodide as npm has it."""
    from live.fetch_pyodide import FOLDER

    if not (FOLDER / "ready").is_file():
        not_here("Pyodide is not at hand: `make pyodide`")
    return FOLDER / "package"


@pytest.fixture(scope="session")
def real_numpy():
    """A Pyodide with NumPy and SciPy for the browser, as a folder to serve."""
    from live.fetch_real_numpy import FOLDER

    if not (FOLDER / "ready").is_file():
        if os.environ.get("WITHOUT_REAL_NUMPY"):
            pytest.skip("NumPy for the browser is left out by WITHOUT_REAL_NUMPY")
        not_here("NumPy for the browser is not at hand: `make realnumpy`")
    return FOLDER


@pytest.fixture(scope="session")
def context():
    """One running browser for all tests."""
    if browser.chromium() is None:
        not_here("no Chromium found: install one, or set CHROMIUM to its path")
    from playwright.sync_api import expect

    # As long as all else is waited for: its 5 s are few on a busy machine.
    expect.set_options(timeout=30_000)
    with browser.started() as running:
        yield running


@pytest.fixture
def pages_of(monkeypatch):
    """Let the tests of the built book read the pages of another folder."""

    def read(folder):
        monkeypatch.setattr(built_book, "HTML", folder / "_build" / "html")

    return read


@pytest.fixture(scope="session")
def is_same(request):
    """Compare what was printed with what is stored, as nbval does in this run."""
    from nbformat import from_dict
    from nbval.plugin import IPyNbFile, coalesce_streams

    path = built_book.notebook_path("book/intro")
    notebook = IPyNbFile.from_parent(request.session, path=path)
    cell = next(iter(notebook.collect()))
    notebook.setup_sanitize_files()

    def joined(output):
        text = {"text": "".join(output["text"])} if "text" in output else {}
        return from_dict({**output, **text})

    return lambda *both: cell.compare_outputs(
        *(coalesce_streams([*map(joined, outputs)]) for outputs in both)
    )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel, without isolation: hatchling is installed with the tests."""
    from live.wheels import build_course

    return build_course(tmp_path_factory.mktemp("wheel"))
