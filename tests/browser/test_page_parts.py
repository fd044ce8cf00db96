"""What a reader finds around the text: buttons, folds, order of keys."""

import pytest

from tools import browser

CHAPTER = "book/02_slide_one_kernel"


def test_solutions_and_hints_are_folded(chapter):
    solutions = chapter.page.locator(".solution.dropdown")
    assert solutions.count() >= 5
    for content in chapter.page.locator(
        ".solution.dropdown > :not(.admonition-title)"
    ).all():
        assert content.is_hidden()
    assert chapter.page.locator("article .exercise details[open]").count() == 0


def test_a_fold_keeps_its_name_while_it_is_open(chapter):
    fold = chapter.page.locator("article details.hide").first
    name = fold.locator("summary").inner_text()
    assert name.startswith("How ")
    fold.evaluate("one => { one.open = true; }")
    assert fold.locator("summary").inner_text() == name
    fold.evaluate("one => { one.open = false; }")


def test_each_code_cell_can_be_copied_by_keyboard(chapter):
    cells = chapter.page.locator("article .cell_input .highlight")
    buttons = chapter.page.locator("article .cell_input .copybtn")
    assert cells.count() == buttons.count() > 10
    button = buttons.first
    button.focus()
    fades_in = "one => getComputedStyle(one).opacity > 0.5"
    chapter.page.wait_for_function(fades_in, arg=button.element_handle(), timeout=5000)


def test_the_tab_key_goes_the_way_of_the_page(home, context):
    with browser.Visit(context, f"{home}/{CHAPTER}.html", home) as visit:
        visit.page.keyboard.press("Tab")
        first = visit.page.evaluate("document.activeElement.textContent.trim()")
        assert first == "Skip to main content"
        ahead = visit.page.locator("[tabindex]").evaluate_all(
            "all => all.filter((one) => one.tabIndex > 0).length"
        )
        assert ahead == 0, "a positive tabindex jumps the queue"


def test_nothing_moves_for_a_reader_who_asked_for_that(chapter):
    chapter.page.emulate_media(reduced_motion="reduce")
    moving = chapter.page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((one) => {
          const { animationName, transitionDuration } = getComputedStyle(one);
          return animationName !== "none"
            || transitionDuration.split(", ").some((s) => parseFloat(s) > 0.01);
        }).length"""
    )
    chapter.page.emulate_media(reduced_motion="no-preference")
    assert moving == 0


def test_every_link_in_a_text_is_underlined(chapter):
    plain = chapter.page.locator("article p a:not(.headerlink)").evaluate_all(
        """all => all.filter((one) => {
          const lines = [one, ...one.querySelectorAll("*")]
            .map((part) => getComputedStyle(part).textDecorationLine);
          return !lines.some((line) => line.includes("underline"));
        }).map((one) => one.outerHTML)"""
    )
    assert plain == []


@pytest.mark.thorough
def test_the_link_of_an_exhibit_is_copied_and_leads_to_it(home, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    link = f"{home}/book/exhibit-7.html"
    with browser.Visit(context, link, home) as visit:
        visit.page.wait_for_url(f"{home}/book/bug_museum.html#exhibit-7")
        shown = visit.page.locator('.exhibit-link:has([href="exhibit-7.html"])')
        shown.get_by_role("link").click()
        visit.page.wait_for_function(
            "one => one.textContent", arg=shown.get_by_role("status").element_handle()
        )
        assert visit.page.evaluate("navigator.clipboard.readText()") == link
        assert shown.get_by_role("link").bounding_box()["y"] < 500
        # The page of the exhibit is left before its picture has come.
        left = f"request failed: {home}/_static/exhibits/exhibit-7.png"
        assert set(visit.problems) <= {left}
