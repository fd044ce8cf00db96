"""The notebooks and the judges in Chromium, with real NumPy and SciPy.

Kernel, course and plotly are those of the live site; Pyodide, NumPy and SciPy are older
(`live/fetch_real_numpy.py`).
"""

import base64
import copy
import random
import re

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from tests.checks import table
from tools import built_book, change_outputs
from tools.built_book import NOT_COMPARED, ROOT
from xcorr_helpers.checks import _search

pytestmark = pytest.mark.thorough

# Not run in a browser: it needs Dask, and threads.
LEFT_OUT = "book/many_machines"
LONG = "book/08_train_a_tiny_cnn"
PAGES = [page for page in built_book.notebooks() if page not in (LEFT_OUT, LONG)]
# What is written differently in the notebook of a page before it is run and compared.
THERE = {
    "book/09_measure_it": {
        # Positions take half the bytes.
        "the index: 48,672 bytes": "the index: 24,336 bytes",
        # It says how fast the machine is, and nothing else; there it takes minutes.
        "np.ones((1500, 1500)": "np.ones((150, 150)",
    },
}
ONE_EPOCH_ON_500_DIGITS = {
    "epochs, first_step = 6, 0.08": "epochs, first_step = 1, 0.08",
    "digits[:4000], digits[4000:]": "digits[:500], digits[4500:]",
    "labels[:4000], labels[4000:]": "labels[:500], labels[4500:]",
}


@pytest.fixture(scope="module")
def kernel(python):
    python.add_modules(ROOT / "tests" / "live", "kernel.py")
    python.run("import kernel")
    return python


def read(page, changes):
    """Read the notebook of a page, what is changed in it, without its prose."""
    text = built_book.notebook_path(page).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    notebook = nbformat.reads(text, as_version=4)
    notebook.cells = change_outputs.code_cells(notebook)
    return notebook


def executed(kernel, cells):
    """Run cells in the browser, and return the outputs of each."""
    kernel.run("kernel.start_anew()")
    return [kernel.call("await kernel.execute", cell["source"]) for cell in cells]


def plain(value):
    """Write arrays of integers as lists: positions have 32 bits in a browser."""
    if isinstance(value, dict):
        if re.fullmatch("[iu][1248]", str(value.get("dtype"))):
            numbers = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"])
            return value | {"bdata": numbers.tolist(), "dtype": "integer"}
        return {key: plain(part) for key, part in value.items()}
    return [*map(plain, value)] if isinstance(value, list) else value


def differing(cells, came, is_same):
    """Number the cells that fail, or put out something else than what is stored."""
    found = {}
    for number, (cell, outputs) in enumerate(zip(cells, came, strict=True)):
        failed = [o for o in outputs if o["output_type"] == "error"]
        if NOT_COMPARED in cell["metadata"].get("tags", ()) and not failed:
            continue
        if failed or not is_same(plain(outputs), plain(cell["outputs"])):
            found[number] = [*map(told, outputs)]
    return found


def told(output):
    return output.get("text") or [*output.get("traceback", output.get("data"))][-1]


@pytest.mark.parametrize("page", [*PAGES, pytest.param(LONG, marks=pytest.mark.weekly)])
def test_a_notebook_puts_out_what_is_stored(page, kernel, is_same):
    notebook = read(page, THERE.get(page, {}))
    came = executed(kernel, notebook.cells)
    assert differing(notebook.cells, came, is_same) == {}
    # Whatever is changed in what is stored is noticed.
    notebooks = {page: copy.deepcopy(notebook)}
    changes = change_outputs.change_some(notebooks, random.Random(page), 1000)
    noticed = differing(notebooks[page].cells, came, is_same)
    assert changes and {(page, number) for number in noticed} == {*changes}


def test_chapter_8_learns_the_same_in_one_epoch_on_500_digits(kernel, is_same):
    notebook = read(LONG, ONE_EPOCH_ON_500_DIGITS)
    came = executed(kernel, notebook.cells)
    NotebookClient(notebook, kernel_name="python3").execute()
    assert differing(notebook.cells, came, is_same) == {}


def test_no_file_is_fetched_from_a_page(kernel):
    fetch = "from xcorr_helpers import load_mnist\nload_mnist(source='kaggle')"
    (failed,) = kernel.call("await kernel.execute", fetch)
    assert "a page in a browser may not" in failed["evalue"]


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.weekly)])
def test_the_judges_say_what_they_say_elsewhere(python, step, monkeypatch):
    """But for Python's own sentences, which change from version to version."""
    python.add_modules(ROOT, "tests/__init__.py", "tests/checks/**/*.py")
    python.add_modules(ROOT, "tests/checks/answers/*.jsonl")
    python.run("from tests.checks import table; table.checks._search.LONGEST = 60")
    monkeypatch.setattr(_search, "LONGEST", 60)
    for name in [*table.CODE, *table.PAPER]:
        there = python.call("table.reports", name, step)
        here = table.reports(name, step)
        assert [*map(unraised, there)] == [*map(unraised, here)], name


def unraised(report):
    return re.sub(r"(raised \w+): .*", r"\1", report)
