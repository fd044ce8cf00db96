"""nbval's own judgement of changed outputs, on what is stored: no code is run.

`make notice` does the same to the notebooks as they run.
"""

import contextlib
import copy
import inspect
import json
import random
import re

import pytest
from nbval.plugin import IPyNbFile

from tests.book import test_notebooks
from tools import change_outputs
from tools.built_book import MIME_TYPE, ROOT
from tools.change_outputs import KINDS

NOTEBOOKS = change_outputs.read_notebooks()
COMPARED = change_outputs.compared_outputs(NOTEBOOKS)


def test_nbval_compares_the_cells_that_the_tool_may_change(request):
    found = set()
    for name in NOTEBOOKS:
        path = ROOT / "book" / name
        cells = IPyNbFile.from_parent(request.session, path=path).collect()
        found |= {(name, cell.cell_num) for cell in cells if cell.options["check"]}
    assert found == set(COMPARED)


def test_what_is_as_stored_passes(is_same):
    assert all(is_same(outputs, outputs) for outputs in COMPARED.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_any_compared_output_is_noticed(kind, is_same):
    seed = random.randrange(10**6)
    rng, tried, missed = random.Random(seed), 0, []
    for where, printed in COMPARED.items():
        stored = copy.deepcopy(printed)
        if said := change_outputs.change(stored, kind, rng):
            tried += 1
            missed += [(*where, said)] * is_same(printed, stored)
    assert tried >= 10, "too few outputs of this kind"
    assert missed == [], f"with random.Random({seed})"


def test_the_tool_fails_where_nbval_is_wrong(monkeypatch, capsys):
    changed = change_outputs.read_notebooks()
    changes = change_outputs.change_some(changed, random)
    stored = change_outputs.compared_outputs(changed)
    right = {where for where in stored if stored[where] != COMPARED[where]}
    assert len(right) == 100 and min(stored.keys() - right) and right == set(changes)
    assert change_outputs.judge(changes, right) == 0
    printed = capsys.readouterr().out
    assert all(re.search(rf"\b([4-9]|\d\d) {kind}\b", printed) for kind in KINDS)
    assert change_outputs.judge(changes, right | {min(stored.keys() - right)}) == 1
    monkeypatch.setattr(change_outputs, "failures", lambda notebooks: set())
    monkeypatch.setattr("sys.argv", ["change_outputs"])
    with pytest.raises(SystemExit) as ended:
        change_outputs.main()
    assert ended.value.code == 1
    assert capsys.readouterr().out.count(": not noticed: ") == 100


def shown(mime_type=MIME_TYPE, content=None, **more):
    data = {mime_type: content or {"data": [], "layout": {}}}
    return {"output_type": "display_data", "metadata": {}, "data": data, **more}


# What nbval passes over, and a test of the notebooks as files does not.
BLIND_SPOTS = {
    "tag": {"metadata": {"tags": ["nbval-ignore-output"]}},
    "tag to skip": {"metadata": {"tags": ["nbval-skip"]}},
    "comment": {"source": "# NBVAL_IGNORE_OUTPUT\nprint(1)"},
    "comment to skip": {"source": "print(1)\n    ## NBVAL_SKIP"},
    "never executed": {"execution_count": None, "outputs": []},
    "carriage return": {
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "1\r2\n"}]
    },
    "order": {"outputs": [shown(), shown()]},
    "type": {"outputs": [shown(output_type="execute_result", execution_count=3)]},
    "metadata": {"outputs": [shown(metadata={"isolated": True})]},
    "picture": {"outputs": [shown("image/png", "AAAA")]},
}


@pytest.mark.parametrize("name", BLIND_SPOTS)
def test_what_nbval_passes_over_is_noticed_in_the_file(name, tmp_path):
    checks = [
        check
        for title, check in vars(test_notebooks).items()
        if title.startswith("test_")
        and [*inspect.signature(check).parameters] == ["path"]
    ]
    path = tmp_path / "02_slide_one_kernel.ipynb"
    notebook = copy.deepcopy(NOTEBOOKS[path.name])
    silent = next(c for c in change_outputs.code_cells(notebook) if not c["outputs"])
    for changes in ({}, BLIND_SPOTS[name]):
        silent.update(changes)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        with pytest.raises(AssertionError) if changes else contextlib.nullcontext():
            for check in checks:
                check(path)


def test_nbval_runs_as_strictly_here_as_in_make_test(pytestconfig):
    options = pytestconfig.option
    assert not options.nbval_lax and not options.nbval_sanitize_with
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (given,) = re.findall(r"^test:.*\n\t.* -m pytest (.*)$", makefile, re.MULTILINE)
    assert "--nbval" in given.split()
    assert not re.search("lax|sanitize|ignore|deselect|no:", given)
