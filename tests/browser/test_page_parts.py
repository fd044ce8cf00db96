"""What a reader finds around the text: buttons, folds, the way on, order of keys."""

import pytest

from tools import browser, built_book

PAGES = built_book.pages()
CHAPTER = "book/02_slide_one_kernel"


@pytest.fixture(scope="module")
def home(book_html):
    with browser.served(book_html) as address:
        yield address


@pytest.fixture(scope="module")
def chapter(home, context):
    with browser.Visit(context, f"{home}/{CHAPTER}.html", home) as visit:
        visit.figures()
        yield visit.page


def test_each_page_leads_to_its_neighbours(home, context):
    page = context.new_page()
    for number, name in enumerate(PAGES):
        page.goto(f"{home}/{name}.html", wait_until="domcontentloaded")
        for side, there in (("left-prev", number - 1), ("right-next", number + 1)):
            link = page.locator(f".prev-next-footer a.{side}")
            if 0 <= there < len(PAGES):
                address = link.evaluate("a => a.href")
                assert address == f"{home}/{PAGES[there]}.html", name
            else:
                assert link.count() == 0, name
    page.close()


def test_solutions_and_hints_are_folded(chapter):
    solutions = chapter.locator(".solution.dropdown")
    assert solutions.count() >= 5
    for content in chapter.locator(
        ".solution.dropdown > :not(.admonition-title)"
    ).all():
        assert content.is_hidden()
    assert chapter.locator("article .exercise details[open]").count() == 0


def test_each_code_cell_can_be_copied_by_keyboard(chapter):
    cells = chapter.locator("article .cell_input .highlight")
    buttons = chapter.locator("article .cell_input .copybtn")
    assert cells.count() == buttons.count() > 10
    button = buttons.first
    button.focus()
    chapter.wait_for_timeout(500)  # it fades in
    assert float(button.evaluate("one => getComputedStyle(one).opacity")) > 0.5


def test_the_tab_key_goes_the_way_of_the_page(home, context):
    with browser.Visit(context, f"{home}/{CHAPTER}.html", home) as visit:
        visit.page.keyboard.press("Tab")
        first = visit.page.evaluate("document.activeElement.textContent.trim()")
        assert first == "Skip to main content"
        ahead = visit.page.locator("[tabindex]").evaluate_all(
            "all => all.filter((one) => one.tabIndex > 0).length"
        )
        assert ahead == 0, "a positive tabindex jumps the queue"


def test_nothing_moves_for_a_reader_who_asked_for_that(home, context):
    with browser.Visit(context, f"{home}/{CHAPTER}.html", home) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        moving = visit.page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter((one) => {
              const { animationName, transitionDuration } = getComputedStyle(one);
              return animationName !== "none"
                || transitionDuration.split(", ").some((s) => parseFloat(s) > 0.01);
            }).length"""
        )
        assert moving == 0


def test_every_link_in_a_text_is_underlined(chapter):
    plain = chapter.locator("article p a:not(.begin *)").evaluate_all(
        """all => all.filter((one) => {
          const lines = [one, ...one.querySelectorAll("*")]
            .map((part) => getComputedStyle(part).textDecorationLine);
          return !lines.some((line) => line.includes("underline"));
        }).map((one) => one.outerHTML)"""
    )
    assert plain == []
