"""The index explorer by mouse, keyboard and finger, in a real browser."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser.explorer_page import PROBLEM, SENTENCE, cell, shown
from tests.browser.explorer_setting import as_text

NAME = "document.activeElement.getAttribute('aria-label')"


def test_pointing_tapping_and_focusing_light_up_the_same(explorer):
    page = explorer("h=5&w=7&kh=2&kw=3", everything=True)
    cell(page, "output", 1, 2).hover()
    pointed = shown(page)
    said = page.locator(SENTENCE).inner_text()
    assert said.startswith("output[1, 2] = ")
    page.mouse.move(0, 0)
    assert page.locator(SENTENCE).inner_text().startswith("output[0, 0] = ")
    cell(page, "output", 1, 2).click()
    page.mouse.move(0, 0)
    assert shown(page) == pointed
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        assert page.locator(SENTENCE).inner_text() != said
        page.keyboard.press(key)
    assert shown(page) == pointed
    assert page.locator(SENTENCE).inner_text() == said
    assert page.evaluate(NAME).endswith(", placement 7")  # rows of five


def test_tab_goes_from_panel_to_panel(explorer):
    page = explorer()
    page.locator("#index-explorer .xp-skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(NAME) == "0, position 0"
    page.keyboard.press("Shift+Tab")
    seen = []
    for _ in range(7):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.closest('[data-panel]')?.dataset.panel"
            )
        )
    assert seen == [
        "image",
        "kernel",
        "output",
        "window",
        "offsets",
        "index",
        "gathered",
    ]


@pytest.mark.thorough
def test_the_keyboard_reaches_what_is_out_of_sight(explorer):
    page = explorer("h=28&w=28&kh=3&kw=3")
    page.locator('[data-panel="index"] [tabindex="0"]').focus()
    for _ in range(60):
        page.keyboard.press("ArrowDown")
    focused = page.locator('[data-panel="index"] :focus')
    expected = xh.correlation_indices((28, 28), (3, 3))[60, 0]
    assert focused.get_attribute("aria-label") == str(expected)
    assert focused.locator("..").get_attribute("aria-rowindex") == "61"


def test_the_arrow_keys_go_from_channel_to_channel(explorer):
    page = explorer("h=2&w=3&c=2&kh=1&kw=1")
    page.locator('[data-panel="image"] [tabindex="0"]').focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    focused = page.locator('[data-panel="image"] :focus')
    flat = np.ravel_multi_index((0, 0, 1), (2, 3, 2))
    assert focused.get_attribute("aria-label").endswith(f", position {flat}")
    assert focused.get_attribute("aria-colindex") == str(3 + 1 + 1)  # a gap between
    assert focused.locator("small").inner_text() == str(flat)


WIDTHS = """() => Object.fromEntries(["offsets", "window", "index", "gathered"].map(
  (name) => [name, document.querySelector(`[data-panel="${name}"] .xp-cell`)]
).map(([name, cell]) => [name, cell.offsetWidth]))"""
SCROLLED = """() => Object.fromEntries(["offsets", "window", "index", "gathered"].map(
  (name) => [name, document.querySelector(`[data-panel="${name}"] .xp-box`)]
).map(([name, box]) => [name, [box.scrollTop, box.scrollLeft]]))"""


def test_what_belongs_beside_each_other_scrolls_together(explorer):
    page = explorer("h=28&w=28&kh=12&kw=12")

    def assert_aligned():
        page.wait_for_timeout(200)
        at = page.evaluate(SCROLLED)
        assert at["offsets"][0] == at["index"][0] == at["gathered"][0]
        # To the same column; the numbers are narrower there.
        assert at["window"][1] == at["index"][1]
        widths = page.evaluate(WIDTHS)
        columns = [left / widths[name] for name, (_, left) in at.items()][1:]
        assert max(columns) - min(columns) < 0.1
        return at["index"]

    page.locator('[data-panel="index"] .xp-box').evaluate(
        "box => box.scrollTo(700, 1500)"
    )
    assert assert_aligned() == [1500, 700]
    cell(page, "kernel", 0, 0).dispatch_event("pointerover")
    assert assert_aligned()[1] < 700


def test_a_value_is_changed_by_keyboard(explorer):
    page = explorer("h=2&w=3&kh=1&kw=2&image=1,2,3,4,5,6&kernel=1,10")
    page.locator('[data-panel="image"] [tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("8")
    page.keyboard.press("Enter")
    image = np.array([[1, 8, 3], [4, 5, 6]])
    expected = xh.correlate(image[None, :, :, None], np.array([[[[1], [10]]]]))
    numbers = shown(page)["output"]["numbers"]
    assert numbers == as_text(expected[0, :, :, 0].astype(int))
    assert page.evaluate(NAME) == "8, position 1"
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    assert "whole number" in page.locator(PROBLEM).inner_text()
    assert shown(page)["output"]["numbers"] == numbers
    field = page.locator(".xp-editor input")
    assert field.input_value() == "x" and field.get_attribute("aria-invalid") == "true"
    page.keyboard.press("Escape")
    assert page.evaluate(NAME) == "8, position 1"
    assert field.input_value() == "8" and field.get_attribute("aria-invalid") is None


def test_padding_cannot_be_changed(explorer):
    page = explorer("p=1")
    cell(page, "image", 0, 0).click()
    assert page.locator(".xp-editor").is_hidden()
    cell(page, "image", 1, 1).click()
    assert page.locator(".xp-editor").is_visible()


def test_placements_are_stepped_through(explorer):
    page = explorer("h=3&w=4&kh=2&kw=2")
    slider = page.locator(".xp-placement")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(SENTENCE).inner_text().startswith("output[0, 1] = ")
    page.locator(".xp-play").click()
    page.wait_for_function(
        "() => document.querySelector('.xp-sentence').textContent"
        ".startsWith('output[1, 0]')"
    )
    page.locator(".xp-play").click()
    stopped = slider.input_value()
    page.wait_for_timeout(1200)
    assert slider.input_value() == stopped
    page.locator(".xp-play").click()
    page.wait_for_function(
        "() => document.querySelector('.xp-placement').value === '5'"
    )
    assert page.locator(".xp-play").inner_text() == "Play"


def test_a_phone_shows_digits_that_can_be_read(explorer):
    page = explorer("a-digit", width=390)
    sizes = page.locator("#index-explorer .xp-cell :is(b, small)").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 11
    boxes = page.locator(".xp-box:visible").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().right)"
    )
    assert max(boxes) <= 390
