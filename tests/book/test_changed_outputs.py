"""nbval's own judgement of changed outputs, on what is stored: no code is run.

`make notice` does the same to the notebooks as they run.
"""

import copy
import random
import re
from collections import Counter

import nbformat
import pytest
from nbformat.v4 import new_output
from nbval.plugin import IPyNbFile, NbCellError

from tests.book import test_notebooks
from tools import built_book, change_outputs
from tools.built_book import MIME_TYPE
from tools.output_changes import FIGURES, TEXT, last_digit, pixel, text_of

NOTEBOOKS = change_outputs.read_notebooks()
MESSAGE = "0"  # the id of what the kernel answers


class Replay:
    """A kernel that runs nothing, and answers each cell with these outputs."""

    def __init__(self, outputs):
        self.messages = [
            {"msg_type": output.output_type, "content": output} for output in outputs
        ]
        idle = {"msg_type": "status", "content": {"execution_state": "idle"}}
        self.messages.append(idle)

    def is_alive(self):
        return True

    def execute_cell_input(self, source, allow_stdin):
        return MESSAGE

    def await_reply(self, message, timeout):
        pass

    def get_message(self, stream, timeout):
        return self.messages.pop(0) | {"parent_header": {"msg_id": MESSAGE}}


@pytest.fixture(scope="module")
def items(request):
    """What nbval collects, by notebook and number, with the options of this run."""
    found = {}
    for path in sorted((built_book.ROOT / "book").glob("*.ipynb")):
        notebook = IPyNbFile.from_parent(request.session, path=path)
        found |= {(path.name, item.cell_num): item for item in notebook.collect()}
        notebook.setup_sanitize_files()
    return found


def is_noticed(item, stored):
    """Let nbval compare what a cell has printed with other stored outputs."""
    printed = item.cell.outputs
    item.cell.outputs = copy.deepcopy(stored)
    try:
        return differs(item, printed)
    finally:
        item.cell.outputs = printed


def differs(item, printed):
    item.parent.kernel = Replay(copy.deepcopy(printed))
    try:
        item.runtest()
    except NbCellError as error:
        assert str(error) == "Cell outputs differ"
        return True
    except pytest.skip.Exception:
        pass
    return False


def test_what_is_as_stored_passes(items):
    differing = [
        where for where, item in items.items() if is_noticed(item, item.cell.outputs)
    ]
    assert differing == []


def test_each_change_of_a_random_sample_is_noticed(items):
    seed = random.randrange(10**6)
    changes = change_outputs.sample(NOTEBOOKS, random.Random(seed))
    counts = Counter(change.kind for change in changes)
    assert len(changes) == 100
    assert sum(counts[kind] for kind in FIGURES) >= 40
    assert counts[pixel] >= 10 and counts[last_digit] >= 10
    missed = [
        (change.notebook, change.cell, change.said)
        for change in changes
        if not is_noticed(items[change.notebook, change.cell], change.outputs)
    ]
    assert missed == [], f"python -m tools.change_outputs --seed {seed}"


@pytest.mark.parametrize("kind", [*TEXT, *FIGURES], ids=lambda kind: kind.__name__)
def test_a_change_of_any_compared_output_is_noticed(kind, items):
    seed = random.randrange(10**6)
    rng, tried, missed = random.Random(seed), 0, []
    for where, item in items.items():
        outputs = copy.deepcopy(item.cell.outputs)
        if change_outputs.is_compared(item.cell) and (said := kind(outputs, rng)):
            tried += 1
            if not is_noticed(item, outputs):
                missed.append((*where, said))
    assert tried >= 20, "too few outputs of this kind"
    assert missed == [], f"with random.Random({seed})"


def wrong_and(**changes):
    """Store a wrong number in a cell, and make the cell one that is not compared."""

    def hide(cell):
        printed = copy.deepcopy(cell.outputs)
        last_digit(cell.outputs, random)
        return {**changes, "printed": printed}

    return hide


def carriage_return(cell):
    return {
        "outputs": [new_output("stream", text="12 %\r100 %\n")],
        "printed": [new_output("stream", text="11 %\r100 %\n")],
    }


def other_order(cell):
    figure = new_output("display_data", {MIME_TYPE: {"data": [], "layout": {}}})
    return {"outputs": [figure, *cell.outputs], "printed": [*cell.outputs, figure]}


def displayed(type_="display_data", mime_type=MIME_TYPE, content=None, metadata=None):
    content = content or {"data": [], "layout": {}}
    return [new_output(type_, {mime_type: content}, metadata=metadata or {})]


# What nbval passes over, and the test of the notebooks as files that does not.
BLIND_SPOTS = {
    "tag": (
        wrong_and(metadata={"tags": ["nbval-ignore-output"]}),
        test_notebooks.test_metadata_is_normalised,
    ),
    "tag_skip": (
        wrong_and(metadata={"tags": ["nbval-skip"]}),
        test_notebooks.test_metadata_is_normalised,
    ),
    "comment": (
        wrong_and(source="# NBVAL_IGNORE_OUTPUT\nprint(1)"),
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "comment_skip": (
        wrong_and(source="print(1)\n    ## NBVAL_SKIP"),
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "never_executed": (
        wrong_and(execution_count=None, outputs=[]),
        test_notebooks.test_every_cell_has_been_executed_once_and_in_order,
    ),
    "carriage_return": (
        carriage_return,
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "order": (
        other_order,
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "type": (
        lambda cell: {"outputs": displayed("execute_result"), "printed": displayed()},
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "output_metadata": (
        lambda cell: {
            "outputs": displayed(metadata={"isolated": True}),
            "printed": displayed(),
        },
        test_notebooks.test_nothing_is_stored_where_nbval_does_not_look,
    ),
    "picture": (
        lambda cell: {
            "outputs": displayed(mime_type="image/png", content="AAAA"),
            "printed": displayed(mime_type="image/png", content="BBBB"),
        },
        test_notebooks.test_outputs_hold_no_error_picture_warning_or_path,
    ),
}


@pytest.mark.parametrize("name", BLIND_SPOTS)
def test_what_nbval_passes_over_is_noticed_in_the_file(name, request, tmp_path):
    hide, check = BLIND_SPOTS[name]
    path = tmp_path / "02_slide_one_kernel.ipynb"
    notebook = copy.deepcopy(NOTEBOOKS[path.name])
    nbformat.write(notebook, path)
    check(path)
    cells = change_outputs.code_cells(notebook)
    number = next(
        n for n, c in enumerate(cells) if re.search(r"\d", text_of(c.outputs))
    )
    hidden = hide(cells[number])
    printed = hidden.pop("printed")
    cells[number].update(nbformat.from_dict(hidden))
    nbformat.write(notebook, path)
    item = list(IPyNbFile.from_parent(request.session, path=path).collect())[number]
    assert not differs(item, printed), "nbval compares this by now"
    with pytest.raises(AssertionError):
        check(path)


def test_the_tool_counts_what_is_missed_and_what_else_fails(capsys):
    changes = [
        change_outputs.Change("a.ipynb", number, pixel, "0 -> 1", [], 0)
        for number in range(3)
    ]
    failed = {
        ("a.ipynb", 0): "Cell outputs differ",
        ("a.ipynb", 1): "Cell execution caused an exception",
        ("a.ipynb", 7): "Cell outputs differ",
    }
    assert change_outputs.judge(changes, failed) == (2, 1)
    assert capsys.readouterr().out.splitlines() == [
        "NOT NOTICED: a.ipynb, code cell 1, pixel: 0 -> 1",
        "NOT NOTICED: a.ipynb, code cell 2, pixel: 0 -> 1",
        "NOT CHANGED, and failed: a.ipynb, code cell 7",
    ]


def test_nbval_runs_as_strictly_here_as_in_make_test(pytestconfig):
    options = pytestconfig.option
    assert not options.nbval_lax and not options.nbval_sanitize_with
    makefile = (built_book.ROOT / "Makefile").read_text(encoding="utf-8")
    (given,) = re.findall(r"^test:.*\n\t.* -m pytest (.*)$", makefile, re.MULTILINE)
    assert "--nbval" in given.split()
    assert not re.search("lax|sanitize|ignore|deselect|no:", given)
