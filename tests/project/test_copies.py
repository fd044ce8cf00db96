"""The copies of `make lab`: what is the reader's own stays, and all can be read."""

import json
import re

import pytest

from tools import built_book, copy_notebooks, plain_markdown
from tools.built_book import ROOT


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A course of one notebook with a cell that the book does not show."""
    hidden = {"cell_type": "markdown", "metadata": {"tags": ["remove-cell"]}}
    folded = {"cell_type": "code", "metadata": {"tags": ["hide-input"]}}
    cells = [hidden, folded, {"cell_type": "code", "metadata": {}}]
    notebook = json.dumps({"cells": cells, "metadata": {"title": "5 × 9"}})
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "one.ipynb").write_text(notebook, encoding="utf-8")
    monkeypatch.setattr(copy_notebooks, "ROOT", tmp_path)
    return tmp_path


def test_cells_that_the_book_does_not_show_are_not_copied(small):
    copy_notebooks.main()
    copied = json.loads((small / "work" / "one.ipynb").read_bytes())
    there = json.loads((small / "book" / "one.ipynb").read_bytes())
    assert copied == there | {"cells": there["cells"][1:]}


def test_a_copy_that_is_there_is_kept(small, capsys):
    copy_notebooks.main()
    (small / "work" / "one.ipynb").write_text("mine")
    copy_notebooks.main()
    assert (small / "work" / "one.ipynb").read_text() == "mine"
    assert "\n1 were there already, and are kept" in capsys.readouterr().out


def test_what_is_shown_is_copied_as_it_is_stored():
    """So that a copy differs by an edit alone, by its plain Markdown, and no slides."""
    for page in built_book.notebooks():
        path = built_book.notebook_path(page)
        stored = path.read_bytes()
        front, *cells = json.loads(stored)["cells"]
        assert "remove-cell" in front["metadata"]["tags"]
        shown = copy_notebooks.as_shown(path)
        copied = json.loads(shown)["cells"]
        for ours, theirs in zip(copied, cells, strict=True):
            theirs["metadata"].pop("slides", None)
            if theirs["cell_type"] == "markdown":
                theirs["source"] = ours["source"]
        assert copied == cells
        assert (
            shown
            == json.dumps(json.loads(shown), ensure_ascii=False, indent=1).encode()
            + b"\n"
        )


# What is said in plain Markdown.


@pytest.fixture
def plain(tmp_path):
    """Say it, in a book with a source and a label that is on another page."""
    (tmp_path / "references.bib").write_text(
        "@article{one, author={St{\\'e}fan van der Walt and A. B. Cho}, title={T},"
        " journal={J}, year={2020}}\n@misc{many, author={LeCun, Yann and Two, A. and"
        " others}, title={{M}any}, year={1998}, note={\\url{https://example.org}}}\n",
        encoding="utf-8",
    )
    lines = ["(exhibit-5)=\n", ":::{figure} a.svg\n", ":name: fig-5\n", ":::"]
    cell = {"cell_type": "markdown", "source": lines}
    museum = tmp_path / "museum.ipynb"
    museum.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return lambda text, name="a.ipynb": plain_markdown.plain(text, name, tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a {term}`kernel`.", "a [kernel](glossary.md)."),
        ("the {term}`offsets <offset>`", "the [offsets](glossary.md)"),
        ("so {cite:p}`one`", "so ([van der Walt and Cho, 2020](bibliography.md))"),
        ("Cite {cite:t}`many`.", "Cite [LeCun et al. (1998)](bibliography.md)."),
        ("[this](#exhibit-5)", "[this](museum.ipynb#exhibit-5)"),
        ("[this](#fig-5)", "[this](museum.ipynb#fig-5)"),
        ("[this](#a-heading-here)", "[this](#a-heading-here)"),
        ("```{index-explorer}\n:form: x\n```\nB", f"{plain_markdown.ELSEWHERE}\nB"),
    ],
)
def test_what_only_the_book_can_look_up(plain, text, said):
    assert plain(text) == said
    assert plain("[this](#exhibit-5)", "museum.ipynb") == "[this](#exhibit-5)"


def test_the_bibliography_is_a_list(plain):
    text = plain("# B\n\n```{bibliography}\n:all:\n```\n", "bibliography.md")
    assert text.splitlines()[2:] == [
        "- Yann LeCun, A. Two, and others. Many. 1998. https://example.org.",
        "- Stéfan van der Walt and A. B. Cho. T. *J*, 2020.",
    ]


def test_a_term_stands_above_what_it_means(plain):
    text = plain(
        "```{glossary}\nband\n  As {term}`this`,\n  twice.\n```\n", "glossary.md"
    )
    assert text == "**band**  \nAs [this](glossary.md),\ntwice.\n\n"


def test_no_page_asks_a_copy_to_look_up_what_it_cannot():
    for page in built_book.pages():
        source = ROOT / f"{page}.md"
        path = source if source.exists() else built_book.notebook_path(page)
        copy = copy_notebooks.as_shown(path).decode()
        assert "{term}`" not in copy and "{cite:" not in copy, page
        assert '"slides": [' not in copy, page
        for label in plain_markdown.LED_TO.findall(copy):
            assert copy.count(label) > copy.count(f"](#{label})"), f"{page}: {label}"
        assert not re.search(r"\{(bibliography|index-explorer|puzzles)\}", copy), page


def test_a_drawing_has_the_size_that_it_has_in_the_book():
    for path in (ROOT / "book" / "drawings").rglob("*.svg"):
        opening = copy_notebooks.as_shown(path).decode().partition(">")[0]
        numbers = r' width="512" height="(\d+)" .*viewBox="0 0 (\d+) (\d+)"'
        height, *box = map(int, re.search(numbers, opening).groups())
        assert abs(height / 512 - box[1] / box[0]) < 0.01, path
