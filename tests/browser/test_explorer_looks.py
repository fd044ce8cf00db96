"""The index explorer to the eye and to the ear, in a real browser."""

import re

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser import accessibility, phone
from tests.browser.explorer_page import OPEN, PROBLEM, SENTENCE, cell, shown

ROOM = 700  # pixels, of a laptop's screen

# From the examples to the sum, and how far to the right anything goes.
HEIGHT = """() => {
  const [bar, said] = [".xp-bar", ".xp-said"].map(
    (name) => document.querySelector(name).getBoundingClientRect());
  return said.bottom - bar.top;
}"""
SPARE = "() => innerWidth - document.documentElement.scrollWidth"

# The boxes in which neither everything is seen, nor about half of a cell more.
CUT = """() => [...document.querySelectorAll("[data-panel]:not([hidden]) .xp-box")]
  .filter((box) => {
    const hidden = box.scrollWidth - box.clientWidth;
    const cell = box.querySelector(".xp-cell").offsetWidth;
    const part = box.clientWidth / cell % 1;
    return hidden > 0 && cell > 20 && (part < 0.3 || part > 0.7);
  }).map((box) => box.parentElement.dataset.panel)"""


def names(page):
    return page.evaluate("xcorrExplorer.PRESETS.map((preset) => preset.name)")


@pytest.mark.parametrize("width", [1300, 390])
def test_every_example_fits(width, explorer):
    page = explorer(width=width)
    page.locator(".xp-settings").evaluate("fold => { fold.open = false; }")
    for name in names(page):
        page.evaluate(OPEN, name)
        assert page.evaluate(SPARE) >= 0, name
        assert page.evaluate(CUT) == [], name
        if width == 1300:
            assert page.evaluate(HEIGHT) <= ROOM, name
        pressed = page.locator(".xp-presets [aria-pressed=true]")
        assert pressed.get_attribute("data-preset") == name


def test_it_plays_before_it_asks_and_speaks_only_by_hand(explorer):
    page = explorer("")
    live = page.locator(".xp-live")
    page.locator(".xp-speed").select_option("very fast")
    page.wait_for_function("() => document.querySelector('.xp-placement').value > 2")
    assert live.inner_text() == ""
    page.locator(".xp-play").click()
    placement = int(page.locator(".xp-placement").input_value())
    assert live.inner_text().startswith(f"at placement {placement} (0 to 27): ")
    for button, step in (("next", 1), ("next", 2), ("previous", 1)):
        page.locator(f".xp-{button}").click()
        row, column = divmod(placement + step, 7)
        made = shown(page)["output"]["numbers"][row, column]
        assert live.inner_text() == (
            f"at placement {placement + step} (0 to 27): output row {row}, "
            f"column {column}. It makes {made}."
        )
    page.locator(".xp-play").click()
    page.locator("[data-panel=output] .xp-cell").nth(9).click()
    assert page.locator(".xp-play").inner_text() == "Play"
    assert page.locator(".xp-placement").input_value() == "9"


def test_a_product_lights_its_pixel_and_its_weight(explorer):
    page = explorer("h=2&w=3&kh=2&kw=2&image=3,0,1,2,-4,5&kernel=1,-1,-2,2")
    said = page.locator(SENTENCE).inner_text()
    terms = page.locator(".xp-term")
    assert terms.all_inner_texts() == ["3 × 1", "0 × -1", "2 × -2", "-4 × 2"]
    terms.nth(2).hover()
    panels = shown(page)
    assert panels["image"]["lit"] == {(1, 0)}
    assert panels["kernel"]["lit"] == {(1, 0)}
    assert panels["index"]["lit"] == {(0, 2)}
    page.mouse.move(0, 0)
    terms.first.focus()
    page.keyboard.press("ArrowRight")
    assert shown(page)["image"]["lit"] == {(0, 1)}
    assert page.locator(SENTENCE).inner_text() == said
    colour = "one => getComputedStyle(one).backgroundColor"
    colours = [cell(page, "kernel", 0, column).evaluate(colour) for column in (0, 1)]
    chips = page.locator(".xp-term b")
    assert colours == [chips.nth(place).evaluate(colour) for place in (1, 3)]
    red, blue = ([*map(float, re.findall(r"[\d.]+", text))] for text in colours)
    assert red[0] > red[2] and blue[2] > blue[0], "1 and -1 look alike"


def test_a_digit_is_drawn_and_a_glass_shows_its_numbers(explorer):
    page = explorer("a-digit")
    image = np.rint(xh.load_mnist().images[0] * 9).astype(int)
    assert cell(page, "image", 0, 0).inner_text() == ""
    assert page.locator(".xp-lens:visible").count() == 0
    cell(page, "image", 12, 13).hover()
    panes = page.locator(".xp-lens:visible b").all_inner_texts()
    assert panes == [str(value) for value in image[10:15, 11:16].ravel()]
    page.mouse.move(0, 0)
    assert page.locator(".xp-lens:visible").count() == 0


def test_the_right_row_and_the_wrong_one_step_side_by_side(explorer):
    page = explorer("a-wrong-row-step")
    right = xh.correlation_indices((5, 9), (2, 3))
    for placement in (0, 1):
        rows = page.locator(".xp-compare tr").all()
        found = [row.locator("td").all_inner_texts()[:-1] for row in rows]
        names = [row.locator("th").inner_text() for row in rows]
        assert names == ["right", "wrong"]
        assert found[0] == [str(position) for position in right[placement]]
        wrong = (np.add.outer([0, 5], np.arange(3)) + placement).ravel()
        assert found[1] == [str(position) for position in wrong]
        missed = set(right[placement]) - set(wrong)
        notes = page.locator('[data-panel="image"] .missed small').all_inner_texts()
        assert notes == [str(position) for position in sorted(missed)]
        page.locator(".xp-next").click()


def test_it_is_enlarged_to_the_screen(explorer):
    page = explorer()
    size = "document.querySelector('[data-panel=image] .xp-cell').offsetWidth"
    before = page.evaluate(size)
    page.locator(".xp-enlarge").click()
    page.wait_for_function(f"() => {size} > {before}")
    page.locator(".xp-enlarge").click()
    page.wait_for_function(f"() => {size} === {before}")
    assert page.locator(PROBLEM).inner_text() == ""


@pytest.mark.thorough
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing_where_an_image_grows(width, explorer):
    page = explorer("transposed", width=width)
    page.locator("#index-explorer [name=padding]").fill("1, 2")
    page.locator("#index-explorer [name=padding]").press("Tab")
    assert accessibility.violations(page, thorough=True) == []
    if width == 390:
        page.locator(".xp-settings").evaluate("fold => { fold.open = false; }")
        assert page.locator("body").evaluate(phone.TARGETS, phone.FINGER) == []
        assert page.evaluate(SPARE) >= 0
        assert page.evaluate(CUT) == []
