"""The live site beside a copy of the book, made once for all of its tests."""

import json
import shutil

import pytest

from live import site as live_site
from tests.live import browser_python
from tools import browser

collect_ignore = ["kernel.py"]  # imports what is in a browser alone


@pytest.fixture(scope="session")
def html(book_html, tmp_path_factory):
    """A copy of the built book, with the live notebooks beside it."""
    folder = tmp_path_factory.mktemp("live") / "html"
    shutil.copytree(book_html, folder, ignore=shutil.ignore_patterns("lite"))
    live_site.main(folder)
    return folder


@pytest.fixture(scope="session")
def site(html):
    return html / "lite"


@pytest.fixture(scope="session")
def locked(site):
    return json.loads((site / "pypi" / "pyodide-lock.json").read_bytes())["packages"]


@pytest.fixture
def live_home(html):
    """Serve the book as GitHub does, below a folder.

    At an address of its own, so that a browser has kept nothing for it.
    """
    with browser.served(html.parent) as home:
        yield f"{home}/{html.name}"


@pytest.fixture(scope="session")
def python(context, real_numpy, wheel, tmp_path_factory):
    """Python with real NumPy in the browser, started once for all that it runs."""
    folder = tmp_path_factory.mktemp("real_numpy")
    with browser_python.started(context, real_numpy, wheel, folder) as python:
        yield python
