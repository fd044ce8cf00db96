"""What the book may lose on its way from the sources: each loss fails a test.

What a build loses is taken off a page that is built already.
"""

import json

import pytest
from bs4 import BeautifulSoup

from tests.book import broken_book, test_built_book, test_notebooks, test_question_forms
from tools import built_book

CHAPTER = "book/02_slide_one_kernel"


def drop(selector):
    """Take the last element of a kind off a page."""

    def change(soup):
        soup.select(selector)[-1].decompose()

    return change


def other_number(soup):
    script = soup.select_one(".plotly-figure script")
    figure = json.loads(script.string)
    figure["layout"]["height"] += 1
    script.string = json.dumps(figure)


def unnamed(soup):
    soup.select_one(".plotly-figure")["aria-label"] = ""


# What a page may lose on its way from the sources, and the test that notices it.
LOST = {
    "figure": (
        drop(".plotly-figure"),
        test_built_book.test_every_stored_figure_is_on_its_page,
    ),
    "number_in_a_figure": (
        other_number,
        test_built_book.test_every_stored_figure_is_on_its_page,
    ),
    "name_of_a_figure": (
        unnamed,
        test_built_book.test_every_figure_has_its_alternative_text,
    ),
    "text_of_a_figure": (
        drop(".plotly-figure noscript p"),
        test_built_book.test_every_figure_has_its_alternative_text,
    ),
    "question": (
        drop("form.ask"),
        test_question_forms.test_every_question_has_its_form,
    ),
    "output": (
        drop(".cell_output .output.stream"),
        test_built_book.test_every_code_cell_and_its_text_is_on_its_page,
    ),
    "code": (
        drop(".cell_input pre"),
        test_built_book.test_every_code_cell_and_its_text_is_on_its_page,
    ),
    "section": (
        lambda soup: soup.select("article h2")[-1].parent.decompose(),
        test_built_book.test_no_section_of_a_page_is_lost,
    ),
    "title": (drop("article h1"), test_built_book.test_page_exists),
    "everything": (
        lambda soup: soup.article.clear(),
        test_built_book.test_no_section_of_a_page_is_lost,
    ),
}


# What a person waits for; and the rest.
OFTEN = ("figure", "output")
RARELY = [pytest.param(n, marks=pytest.mark.thorough) for n in LOST if n not in OFTEN]


@pytest.mark.parametrize("name", [*OFTEN, *RARELY])
def test_what_a_page_loses_fails_a_test(name, book_html, pages_of, tmp_path):
    lose, check = LOST[name]
    source, lost = built_book.html_path(CHAPTER), tmp_path / "_build/html/book"
    lost.mkdir(parents=True)
    soup = BeautifulSoup(source.read_text(encoding="utf-8"), "html.parser")
    lose(soup)
    (lost / source.name).write_text(str(soup), encoding="utf-8")
    check(CHAPTER)
    pages_of(tmp_path)
    with pytest.raises(AssertionError):
        check(CHAPTER)


def test_a_page_that_was_not_written_fails_a_test(pages_of, tmp_path):
    pages_of(tmp_path)
    with pytest.raises(AssertionError, match="is missing"):
        test_built_book.test_page_exists(CHAPTER)


@pytest.mark.parametrize("name", ["new.md", "new.ipynb"])
def test_a_page_left_out_of_the_toc_fails_a_test(name, monkeypatch, tmp_path):
    broken_book.copy_sources(tmp_path)
    monkeypatch.setattr(built_book, "ROOT", tmp_path)
    test_notebooks.test_every_page_is_in_the_book()
    (tmp_path / "book" / name).write_text("# Left out\n")
    with pytest.raises(AssertionError, match="book/new"):
        test_notebooks.test_every_page_is_in_the_book()


def test_a_notebook_without_its_outputs_fails_a_test(tmp_path):
    notebook = json.loads(built_book.notebook_path(CHAPTER).read_bytes())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    (tmp_path / "cleared.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(AssertionError, match="make notebooks"):
        test_notebooks.test_every_cell_has_been_executed_once_and_in_order(
            tmp_path / "cleared.ipynb"
        )
