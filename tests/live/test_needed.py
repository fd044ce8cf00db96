"""What a cell needs of its chapter, found without running the chapter."""

import ast
import contextlib
import functools
import importlib.util
import io
import json
import re
import sys

import numpy as np
import pytest

from tools import built_book
from tools.built_book import ROOT

RUNNER = ROOT / "live" / "runner"
ASKS = re.compile(r"\bchecks\.(\w+)\(my_(?!answer\b)\w+\)")
CHAPTERS = [page for page in built_book.notebooks() if re.match(r"book/\d", page)]
# They train and measure for minutes, and their exercises need nothing of that.
SLOW = CHAPTERS[7:]


def module(name):
    """Import a file that lies beside the worker, as the worker does."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, RUNNER / f"{name}.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


needed = module("needed")
exercise = module("exercise")


@functools.cache
def codes(page):
    cells = [c for c in built_book.cells(page) if c["cell_type"] == "code"]
    return ["".join(cell["source"]) for cell in cells]


def exercises():
    for page in CHAPTERS:
        for code in codes(page):
            if asked := ASKS.search(code):
                yield pytest.param(page, code, asked[1], id=asked[1])


def run(page, cell, code, judge, written=None):
    heard = []
    notebook = built_book.notebook_path(page).read_text(encoding="utf-8")
    job = {"notebook": notebook, "cell": cell, "code": code, "judge": judge}
    job["written"] = written or {}
    exercise.run(json.dumps(job), lambda kind, text: heard.append((kind, text)))
    return heard


def printed(heard):
    return "".join(text for kind, text in heard if kind == "text")


@pytest.mark.weekly
@pytest.mark.parametrize(("page", "cell", "judge"), [*exercises()])
def test_a_cell_prints_in_the_page_what_the_notebook_stores(page, cell, judge):
    (stored,) = (c for c in built_book.cells(page) if "".join(c["source"]) == cell)
    text = "".join("".join(o["text"]) for o in stored["outputs"])
    assert printed(run(page, cell, cell, judge)) == text


def slices(page):
    """Return what the names of a chapter need, and the names that need just that."""
    before = [s for code in codes(page) for s in needed.statements(code)]
    found = {}
    for name in sorted(set().union(*(s.bound for s in before)) - {""}):
        nodes = needed.needed(before, {name})
        found.setdefault(tuple(nodes), []).append(name)
    return found


def values_of(tree):
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(tree, "chapter", "exec"), namespace)
    return namespace


@pytest.mark.weekly
@pytest.mark.parametrize("page", [p for p in CHAPTERS if p not in SLOW])
def test_a_name_made_by_what_it_needs_is_that_of_the_whole_chapter(page):
    whole = values_of(ast.parse("\n".join(codes(page))))
    compared = 0
    for nodes, names in slices(page).items():
        apart = values_of(ast.Module([*nodes], []))
        for name in names:
            if isinstance(whole.get(name), (np.ndarray, int, str, tuple)):
                np.testing.assert_equal(apart[name], whole[name], err_msg=name)
                compared += 1
    assert compared > 20


def sliced(*cells, wanted):
    before = [s for cell in cells for s in needed.statements(cell)]
    kept = needed.needed(before, needed.missing(needed.statements(wanted)))
    return [ast.unparse(node).splitlines()[0] for node in kept]


def test_what_binds_nothing_is_left_out():
    cells = "import os, numpy as np\nx = np.ones(3)", "print(x)\nassert x.all()\ny = x"
    assert sliced(*cells, wanted="x") == ["import numpy as np", "x = np.ones(3)"]
    assert sliced(*cells, wanted="x = 1\nx") == []


def test_what_is_changed_in_its_place_is_changed():
    cells = "x = [0]\nx.append(1)\nx[0] = 2\nfor n in range(3): x.append(n)\nx += [1]"
    assert len(sliced("n = 0\nfor _ in 'ab': n += 1", wanted="n")) == 2
    assert len(sliced(cells, wanted="x")) == 5
    assert (
        len(
            sliced("import numpy as np\nx = np.ones(2)\nnp.add.at(x, 0, 1)", wanted="x")
        )
        == 3
    )
    assert sliced("x = [0]\nx.append(1)", "x = 5", wanted="x") == ["x = 5"]
    drawn = "rng = make.default_rng(0)\na = rng.normal()\nb = rng.normal()"
    assert len(sliced(drawn, wanted="b")) == 3


def test_a_function_brings_what_it_calls_later():
    cells = "def f(): return g() + h", "def g(): return 1\nh = 2", "h = 3"
    assert sliced(*cells, wanted="f()") == ["def f():", "def g():", "h = 3"]
    # What the reader's cell does not make, a comprehension does not make for it.
    assert sliced("n = 5\nx = [n for n in range(3)]", wanted="x, n")[0] == "n = 5"


def test_functions_of_other_exercises_are_there_and_what_they_ask_is_not():
    page, mine = (
        "book/02_slide_one_kernel",
        "def my_window(*_): return 7\nkernel = 'no'",
    )
    window, index, _ = filter(ASKS.search, codes(page))
    code = "my_window(), kernel.shape"
    heard = run(page, index, code, "correlation_indices", {window: mine})
    assert printed(heard) == "(7, (2, 3))\n" and heard[-1] == ("done", "")


def test_what_goes_wrong_is_told_from_the_readers_own_lines_on():
    page = "book/02_slide_one_kernel"
    cell = next(filter(ASKS.search, codes(page)))
    told = printed(run(page, cell, "def f(x):\n    return x.y\n\nf(1)", "window_index"))
    assert told.splitlines()[1:3] == [
        '  File "your cell", line 4, in <module>',
        "    f(1)",
    ]
    assert "exercise.py" not in told and told.endswith("has no attribute 'y'\n")
    told = printed(run(page, cell, "def f(:", "window_index"))
    assert told.startswith('  File "your cell", line 1') and "SyntaxError" in told
    told = printed(run(page, cell, "import sys; sys.exit('bye')", "window_index"))
    assert told.endswith("SystemExit: bye\n")


def test_what_never_ends_to_print_is_cut(monkeypatch):
    heard = []
    out = exercise.Shown(lambda kind, text: heard.append(text))
    for _ in range(50_000):
        out.write("0123456789")
    out.flush()
    text = "".join(heard)
    assert len(text) < exercise.MOST + 100 and "too long" in text
    assert len(heard) < 2 * exercise.AT_ONCE
