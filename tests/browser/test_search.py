"""The search in a browser: the paragraph that is meant comes first, and once."""

from pathlib import Path

import pytest

from tests.browser import accessibility
from tools import browser

# What a reader may type, and what must come first: its place, and words of its text.
WANTED = {
    "stride": ("Glossary", "Pixels from one placement to the next."),
    "einsum": ("Glossary", "without a copy"),
    "add.at": ("7. Run it backwards", "np.add.at adds them all"),
    "hidden mistakes square": ("2. Slide one kernel", "square"),
    "correlate": ("The correlation", "Cross-correlate"),
    "confus matr": ("Glossary", "A table of counts"),
    "backpropgation": ("Glossary", "by the chain rule"),
}
FOUND = """(queries) => queries.map((query) => findParagraphs(query, 100).best.map(
  ({ places, address, snippet }) => ({ places, address, text: snippet })))"""
OVERLAP = """(form) => {
  const input = form.querySelector("input"), icon = form.querySelector("i");
  const text = input.getBoundingClientRect().left
    + parseFloat(getComputedStyle(input).paddingLeft);
  return icon.getBoundingClientRect().right > text;
}"""


@pytest.fixture(scope="module")
def search(home, context):
    with browser.Visit(context, f"{home}/search.html?q=stride", home) as visit:
        visit.page.locator(".found a").first.wait_for()
        yield visit.page
        assert visit.problems == []


def test_the_paragraph_that_is_meant_is_first(search):
    answers = search.evaluate(FOUND, list(WANTED))
    for (query, (place, words)), found in zip(WANTED.items(), answers):
        first = found[0]
        assert place in first["places"], (query, first)
        assert words in first["text"], (query, first)


def test_nothing_is_found_twice(search):
    for found in search.evaluate(FOUND, [*WANTED, "kernel"]):
        addresses = [one["address"] for one in found]
        assert len(addresses) == len(set(addresses))
        shown = [(*one["places"], one["text"]) for one in found]
        assert len(shown) == len(set(shown))


def test_what_is_found_is_said_and_marked(search):
    assert search.get_by_role("status").inner_text().startswith("Found: ")
    results = search.locator(".found li")
    assert results.count() == 20
    assert results.locator("mark").first.inner_text() == "stride"
    assert not search.locator(".bd-search-container form").evaluate(OVERLAP)
    assert accessibility.violations(search, thorough=False) == []


def test_search_from_disk_leads_to_the_paragraph(book_html, context):
    folder = Path(book_html).resolve().as_uri()
    with browser.Visit(context, f"{folder}/search.html?q=adjoint", folder) as visit:
        page = visit.page
        page.locator(".found a").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary.html#term-adjoint")
        assert page.locator(":target").inner_text().startswith("adjoint")
        assert visit.problems == []


def test_the_dialog_finds_as_one_types(chapter):
    page = chapter.page
    page.keyboard.press("Control+k")
    dialog = page.locator("#pst-search-dialog")
    dialog.locator("input").fill("np.add.at")
    dialog.locator(".found a").first.wait_for()
    assert not dialog.locator("form").evaluate(OVERLAP)
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert chapter.problems == []
