"""The notebooks as files: what `pytest --nbval` does not look at."""

import json
import re

import nbformat
import pytest
from nbval.plugin import find_comment_markers

from tools import built_book
from tools.built_book import MIME_TYPE, NOT_COMPARED, notebook_path, notebooks

NOTEBOOKS = [notebook_path(page) for page in notebooks()]
CHAPTERS = [path for path in NOTEBOOKS if path.name[0].isdigit()]
TEXTS = [*CHAPTERS, notebook_path("book/many_machines")]  # written like chapters

FOLDED = ("hide-input", "remove-input", "hide-cell", "output_scroll")
# Cells that measure on the reader's machine, or show progress: how many a chapter has.
UNCOMPARED = {
    "07_run_it_backwards.ipynb": 1,
    "08_train_a_tiny_cnn.ipynb": 1,
    "09_measure_it.ipynb": 4,
    "10_make_it_fast.ipynb": 5,
    "11_split_grow_and_change_axes.ipynb": 1,
}


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_cell_has_been_executed_once_and_in_order(path):
    notebook = nbformat.read(path, as_version=4)
    counts = [cell.execution_count for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1)), "run `make notebooks`"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_hold_no_error_picture_warning_or_path(path):
    notebook = nbformat.read(path, as_version=4)
    for cell in code_cells(notebook):
        for output in cell.outputs:
            assert output.output_type != "error", output.get("evalue")
            assert output.get("name") != "stderr", output.get("text")
            for mime_type in output.get("data", {}):
                # nbval never compares pictures, and HTML figures differ each time
                assert mime_type in ("text/plain", MIME_TYPE)
            text = json.dumps(output)
            assert not re.search(r"/home/|/Users/|/root/|/tmp/|/usr/|[A-Z]:\\\\", text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_nothing_is_stored_where_nbval_does_not_look(path):
    for cell in code_cells(nbformat.read(path, as_version=4)):
        assert not dict(find_comment_markers(cell.source)), cell.source
        assert len(cell.outputs) <= 1, "text and figures are compared without order"
        for output in cell.outputs:
            # a value at the end of a cell counts as displayed, whichever it was
            assert output.output_type in ("stream", "display_data")
            assert not output.get("metadata")
            assert "\r" not in output.get("text", ""), "what it overwrites is dropped"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_metadata_is_normalised(path):
    notebook = nbformat.read(path, as_version=4)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.metadata.language_info == {"name": "python"}
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"mystnb", "tags", "slides"}
        # test_numbers.py holds what they say
        assert set(cell.metadata.get("mystnb", ())) <= {"figure", "code_prompt_show"}
        tags = set(cell.metadata.get("tags", []))
        assert tags <= {*FOLDED, NOT_COMPARED, "remove-cell"}
    uncompared = [
        c for c in notebook.cells if NOT_COMPARED in c.metadata.get("tags", [])
    ]
    assert len(uncompared) == UNCOMPARED.get(path.name, 0)


def test_each_begins_with_what_is_lost_outside_of_the_book():
    firsts = [nbformat.read(path, as_version=4).cells[0] for path in NOTEBOOKS]
    assert {cell.source for cell in firsts} == {firsts[0].source}
    assert "one page of a book" in firsts[0].source
    for path, cell in zip(NOTEBOOKS, firsts, strict=True):
        assert cell.metadata.tags == ["remove-cell"], path.name


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_code_cells_are_short(path):
    for cell in code_cells(nbformat.read(path, as_version=4)):
        lines = cell.source.splitlines()
        assert len(lines) <= 14, cell.source
        assert max(map(len, lines)) <= 88, max(lines, key=len)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.name)
def test_chapter_opens_with_its_claim_and_its_figure(path):
    opening = nbformat.read(path, as_version=4).cells[1].source
    found = re.match(
        r"# .+\n\n\*\*([^*]|\b \* \b)+\.\*\*\n\n:::\{figure\} drawings/(?s:.)+?\n"
        r":::\n\n:::\{admonition\} .+\n:class: chapter-card\n",
        opening,
    )
    assert found, opening
    assert len(found[0].split("\n\n")[1].split()) <= 35, "a claim is one sentence"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.name)
def test_chapter_has_its_parts(path):
    notebook = nbformat.read(path, as_version=4)
    prose = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    for part in (
        ":class: chapter-card",
        "**You'll build**",
        "**You'll learn**",
        "**You need**",
        "::::{admonition} Before you go on\n:class: question ask-",
        ":class: shape-ledger",
        "## What goes wrong",
        ":class: warning",
        "## The helper",
        "## Recap",
    ):
        assert part in prose, part
    wrong = prose.index("## What goes wrong")
    assert wrong < prose.index("## Recap")
    asserted = [c.source for c in code_cells(notebook) if "assert not np" in c.source]
    assert asserted, "wrong beside right must be asserted different"


def test_every_page_is_in_the_book():
    # Sphinx warns of no page that the table of contents leaves out.
    folder = built_book.ROOT / "book"
    found = [
        path.relative_to(built_book.ROOT).with_suffix("").as_posix()
        for ending in ("ipynb", "md")
        for path in folder.rglob(f"*.{ending}")
        if not re.search(r"/[._]", path.relative_to(folder.parent).as_posix())
    ]
    assert sorted(found) == sorted(built_book.pages())
