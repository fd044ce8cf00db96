"""The editors under the exercises: keys, what is kept, and what is taken along."""

import json

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser import accessibility, phone
from tools import browser, built_book

pytestmark = pytest.mark.thorough

CHAPTER = "02_slide_one_kernel"
MINE = "def my_window(*shapes):\n    return 1 < 2  # ünd\n"


@pytest.fixture(scope="module")
def visit(html, context):
    with browser.served(html) as home:
        address = f"{home}/book/{CHAPTER}.html"
        with browser.Visit(context, address, home) as visit:
            visit.page.locator(".run").first.wait_for()
            yield visit
            assert visit.problems == []


@pytest.fixture
def page(visit):
    yield visit.page
    visit.page.evaluate("localStorage.clear()")


def first(page):
    return page.locator(".run textarea").first


def at(area, text, place):
    """Put a text there, with the cursor in it, or a selection."""
    area.fill(text)
    start, end = (place, place) if isinstance(place, int) else place
    area.evaluate("(area, at) => area.setSelectionRange(...at)", [start, end])


@pytest.mark.parametrize(
    ("text", "place", "keys", "expected"),
    [
        ("x", 0, "Tab", "    x"),
        ("  x", 2, "Tab", "    x"),
        ("a\nb\n\nc", (0, 5), "Tab", "    a\n    b\n\nc"),
        ("    a\n  b\nc", (0, 9), "Shift+Tab", "a\nb\nc"),
        ("      a", 7, "Shift+Tab", "  a"),
        ("def f():", 8, "Enter", "def f():\n    "),
        ("    x = 1", 9, "Enter", "    x = 1\n    "),
        ("    return 1", 12, "Enter", "    return 1\n"),
        ("if a:  # b", 10, "Enter", "if a:  # b\n    "),
        ("        x", 8, "Backspace", "    x"),
        ("     x", 5, "Backspace", "    x"),
        ("  ab", 4, "Backspace", "  a"),
        ("a\n", 2, "Backspace", "a"),
        ("    x", (0, 4), "Backspace", "x"),
        ("x", 0, "Tab Control+z", "x"),
    ],
)
def test_keys_write_python(page, text, place, keys, expected):
    area = first(page)
    at(area, text, place)
    for key in keys.split():
        area.press(key)
    assert area.input_value() == expected
    shown = page.locator(".run-code pre").first.text_content()
    assert shown == f"{expected}\n"


def test_escape_and_then_tab_leaves(page):
    area = first(page)
    inside = "area => area === document.activeElement"
    at(area, "x", 1)
    area.press("Escape")
    area.press("Tab")
    assert not area.evaluate(inside) and area.input_value() == "x"
    assert page.evaluate("document.activeElement.textContent") == "Run"
    area.focus()
    area.press("Tab")
    assert area.evaluate(inside), "the key held only once"
    area.press("Escape")
    area.press("Shift+Tab")
    assert not area.evaluate(inside)


def test_what_is_written_is_kept_and_reset_can_be_undone(page):
    area, reset = first(page), page.locator(".run-bar button:nth-child(3)").first
    hidden = page.locator("div.cell:has(.run) .cell_input pre").first
    original = hidden.text_content().removesuffix("\n")
    area.fill(MINE)
    page.reload()
    assert area.input_value() == MINE
    reset.click()
    assert area.input_value() == original
    expect(reset).to_have_text("Undo reset")
    reset.click()
    assert area.input_value() == MINE
    expect(reset).to_have_text("Reset")
    reset.click()
    page.reload()
    assert area.input_value() == original
    assert page.evaluate("Object.keys(localStorage).join()").count("exercise:") == 0


def test_where_nothing_is_kept_that_is_said_and_all_else_works(page):
    # The theme's own scripts take it that they can keep what they like.
    page.evaluate("""() => {
      Storage.prototype.setItem = (key) => {
        if (key.startsWith("exercise:")) throw new Error();
      };
    }""")
    first(page).fill(MINE)
    expect(page.locator(".run-status").first).to_contain_text("is not kept")
    page.reload()
    assert first(page).input_value() != MINE


def test_the_notebook_is_taken_along_with_what_was_written(page):
    first(page).fill(MINE)
    answer = {"text": " 5, 8", "said": "right", "wrong": 0, "solved": True}
    page.evaluate(
        "answer => xcorrQuestions.progress.keep('count_placements', answer)", answer
    )
    with page.expect_download() as started:
        page.get_by_role("button", name="Take it along").first.click()
    download = started.value
    assert download.suggested_filename == f"{CHAPTER}.ipynb"
    taken = json.loads(download.path().read_bytes())
    nbformat.validate(taken)
    stored = json.loads(built_book.notebook_path(f"book/{CHAPTER}").read_bytes())
    changed = [
        (cell, before)
        for cell, before in zip(taken["cells"], stored["cells"], strict=True)
        if cell != before
    ]
    (paper, _), (cell, before) = changed
    assert "".join(paper["source"]).startswith("my_answer = 5, 8\nchecks.")
    assert "".join(cell["source"]) == MINE and cell["id"] == before["id"]
    assert cell["outputs"] == [] and cell["execution_count"] is None
    expect(page.locator(".run-status").first).to_contain_text("downloads")


@pytest.mark.parametrize("width", [pytest.param(1300, marks=pytest.mark.weekly), 390])
def test_an_editor_is_for_everybody(live_home, context, width):
    address = f"{live_home}/book/{CHAPTER}.html"
    with browser.Visit(context, address, live_home, width=width) as visit:
        page = visit.page
        page.locator(".run").first.wait_for()
        first(page).fill(MINE)
        page.locator(".run-take").first.click()
        # As after a run that failed, and one that was right.
        page.evaluate("""async () => {
          const { makeOutput } = await import("../lite/runner/output.js");
          const [box] = document.querySelectorAll(".run-output");
          const [instead] = document.querySelectorAll(".run-instead");
          const output = makeOutput("again");
          output.print("printed\\n".repeat(60));
          output.print("  explorer: book/explorer.html#h=5&w=9\\n");
          output.notice("It cannot be fetched.", instead, "a reason");
          box.replaceWith(output.box);
          document.querySelector(".run").dataset.state = "right";
        }""")
        link = page.locator(".run-output a", has_text="#h=5&w=9")
        assert link.get_attribute("href") == "explorer.html#h=5&w=9"
        assert accessibility.violations(page, thorough=False) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width < 400:
            found = page.locator(".run").first.evaluate(phone.TARGETS, phone.FINGER)
            assert found == []
        assert visit.problems == []


def test_a_page_from_disk_says_how_else(html, context):
    address = (html / "book" / f"{CHAPTER}.html").as_uri()
    page = context.new_page()
    page.goto(address)
    lines = page.locator(".run-instead")
    expect(lines).to_have_count(3)
    assert lines.first.is_visible() and page.locator(".run").count() == 0
    page.close()
