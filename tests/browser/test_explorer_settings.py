"""The settings of the index explorer: kept in its address, and refused in words."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser.explorer_page import (
    OPEN,
    PROBLEM,
    SENTENCE,
    address_of,
    cell,
    settings_of,
    shown,
)
from tools import browser


def test_the_address_keeps_the_whole_state(explorer):
    page = explorer()
    page.get_by_label("height").first.fill("4")
    for name, value in {"width": "6", "channels": "2", "stride": "2"}.items():
        page.locator(f"#index-explorer [name={name}]").fill(value)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
    page.get_by_label("scatter").check()
    cell(page, "kernel", 1, 2).click()
    page.keyboard.type("-7")
    page.keyboard.press("Enter")
    again = explorer(address_of(page))
    assert settings_of(again) == settings_of(page)
    assert settings_of(again)["channels"] == "2"
    assert shown(again) == shown(page)
    assert again.locator(SENTENCE).inner_text() == page.locator(SENTENCE).inner_text()
    assert "-7" in again.locator(SENTENCE).inner_text()


IMPOSSIBLE = [
    ("kernelHeight", "6", "The kernel must fit into the padded image: it spans 6 x 3"),
    ("dilation", "6", "it spans 7 x 13 pixels, and the padded image has 5 x 9"),
    ("stride", "0", "The stride must be a whole number from 1 to 12, not 0."),
    ("height", "29", "The height must be a whole number from 1 to 28, not 29."),
    ("width", "2.5", "The width must be a whole number from 1 to 28, not 2.5."),
    ("channels", "", "The channels must be a whole number from 1 to 3, not NaN."),
]


def test_an_impossible_setting_stays_marked_with_the_reason(explorer):
    page = explorer()
    before = (shown(page), address_of(page))
    for name, value, says in IMPOSSIBLE:
        field = page.locator(f"#index-explorer [name={name}]")
        fitting = field.input_value()
        field.fill(value)
        field.press("Tab")
        assert says in page.locator(PROBLEM).inner_text()
        assert field.input_value() == value
        assert field.get_attribute("aria-invalid") == "true"
        assert field.get_attribute("aria-describedby") == "xp-problem"
        assert (shown(page), address_of(page)) == before, name
        field.fill(fitting)
        field.press("Tab")
        assert field.get_attribute("aria-invalid") is None
        assert page.locator(PROBLEM).inner_text() == ""


def test_what_did_not_fit_counts_as_soon_as_it_fits(explorer):
    page = explorer()
    for name, value in {"kernelHeight": "6", "height": "7"}.items():
        page.locator(f"#index-explorer [name={name}]").fill(value)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
    assert page.locator("#index-explorer [aria-invalid]").count() == 0
    assert page.locator("#xp-kernel .xp-shape").inner_text() == "6 x 3"


def test_a_wrong_row_step_that_runs_out_of_the_image_is_refused(explorer):
    page = explorer("h=9&w=5")
    page.locator("#index-explorer [name=rowStep]").select_option("height")
    window = np.add.outer(np.arange(2) * 9, np.arange(3)).max()
    last = xh.window_offsets((9, 5), (2, 3)).max() + window
    assert last >= 9 * 5
    assert f"position {last}" in page.locator(PROBLEM).inner_text()
    assert "IndexError" in page.locator(PROBLEM).inner_text()
    assert page.locator(".xp-compare").is_hidden()


WRONG = {
    "h=5&w=x": 'gives "x" for w, which is no whole number',
    "h=2&kh=3": "The kernel must fit",
    "view=sideways": 'gives "sideways" for view',
    "h=2&w=2&kh=1&kw=1&image=1,2,3": "gives 3 values for image; 4 are needed",
    "h=2&w=2&kh=1&kw=1&image=1,2,3,100": "from -99 to 99",
    "panel=constructor": 'gives "constructor" for panel',
}


# Two by default: each is a page load.
@pytest.mark.parametrize(
    "addresses",
    [list(WRONG)[:2], pytest.param(list(WRONG)[2:], marks=pytest.mark.thorough)],
    ids=["few", "more"],
)
def test_a_wrong_address_says_why_and_shows_the_plain_example(addresses, explorer):
    plain = settings_of(explorer())
    for address in addresses:
        page = explorer(address)
        assert WRONG[address] in page.locator(PROBLEM).inner_text()
        assert settings_of(page) == plain, address


@pytest.mark.thorough
def test_every_preset_opens_from_its_button_and_from_its_place(explorer):
    page = explorer()
    buttons = page.locator(".xp-presets button")
    names = page.evaluate("xcorrExplorer.PRESETS.map((preset) => preset.name)")
    assert buttons.count() == len(names) >= 5
    for number, name in enumerate(names):
        buttons.nth(number).click()
        assert page.locator(PROBLEM).inner_text() == ""
        by_button = settings_of(page), address_of(page)
        assert page.locator(f"[id='{name}']").count() == 1
        page.evaluate(OPEN, "one-window")
        page.evaluate(OPEN, name)
        assert (settings_of(page), address_of(page)) == by_button


def test_a_link_to_a_preset_opens_with_the_explorer_in_sight(explorer):
    page = explorer("backwards")
    assert settings_of(page)["view"] == "scatter"
    top = "document.getElementById('index-explorer').getBoundingClientRect().top"
    page.wait_for_function(f"() => {top} >= 0 && {top} < 100")


def test_it_works_from_disk(book_html, context):
    folder = book_html.resolve().as_uri()
    address = f"{folder}/book/explorer.html#h=5&w=7&kh=2&kw=3&s=2"
    with browser.Visit(context, address, folder) as visit:
        cell(visit.page, "output", 1, 1).click()
        assert visit.page.locator(SENTENCE).inner_text().startswith("output[1, 1] = ")
        assert address_of(visit.page) == "w=7&s=2&cell=4"
        assert visit.problems == []
