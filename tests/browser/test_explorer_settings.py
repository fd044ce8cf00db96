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
from tests.browser.explorer_setting import as_text
from tools import browser, built_book


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
    ("stride", "0", "for rows and columns, as in 2, 3, not 0."),
    (
        "stride",
        "1, 13",
        "from 1 to 12, or two, for rows and columns, as in 2, 3, not 1, 13.",
    ),
    ("padding", "1, 1, 1", "whole number from 0 to 6, or two"),
    ("padding", "(1, 2", "as in 2, 3, not (1, 2."),
    ("dilation", "two", "or two, for rows and columns, as in 2, 3, not two."),
    ("height", "29", "The height must be a whole number from 1 to 28, not 29."),
    ("width", "2.5", "The width must be a whole number from 1 to 28, not 2.5."),
    ("channels", "", "The channels must be a whole number from 1 to 4, not NaN."),
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
    "h=2&w=2&kh=1&kw=1&image=1,2,3,1000": "from -999 to 999",
    "s=1,2,3": "The stride must be a whole number from 1 to 12, or two",
    "p=1,": 'gives "" for p, which is no whole number',
    "c=2&k=3&g=2": "2 channels and 3 kernels make no 2 groups",
    "view=transposed&puzzle=no-gap": "The puzzles ask for no transposed layer.",
    "h=28&view=transposed": "The output would be 29 x 11",
    "panel=constructor": 'gives "constructor" for panel',
}


# Two by default: each is a page load.
@pytest.mark.parametrize(
    "addresses",
    [list(WRONG)[:2], pytest.param(list(WRONG)[2:], marks=pytest.mark.weekly)],
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


# All that an example may change of the toy of chapter 2, and the digit apart.
CHANGES = {
    "one-window": {},
    "three-kernels": {"kernels": 3},
    "two-channels": {"width": 6, "channels": 2},
    "two-groups": {"width": 6, "channels": 2, "kernels": 2, "groups": 2},
    "every-second-placement": {"stride": 2},
    "a-kernel-with-gaps": {"dilation": 2},
    "a-border-of-zeros": {"padding": 1},
    "backwards": {"view": "scatter", "panel": "inputGradient", "cell": 11},
    "transposed": {
        "height": 2,
        "width": 3,
        "kernelHeight": 3,
        "kernelWidth": 4,
        "stride": 2,
        "view": "transposed",
        "panel": "transposedOutput",
        "cell": 20,
    },
    "one-big-matrix": {"view": "toeplitz"},
    "a-wrong-row-step": {"rowStep": "height"},
}
PRESETS = """() => Object.fromEntries(xcorrExplorer.PRESETS.map(({ name, change }) =>
  [name, xcorrExplorer.changed({}, change)]))"""


def test_an_example_changes_what_its_name_says_and_nothing_else(explorer):
    settings = explorer().evaluate(PRESETS)
    plain = settings["one-window"]
    digit = settings.pop("a-digit")
    assert (digit["kernelHeight"], digit["kernelWidth"]) == (3, 3)
    arrays = ("image", "kernel", "gradient")
    for name, setting in settings.items():
        changed = {key: v for key, v in setting.items() if v != plain[key]}
        assert {k: v for k, v in changed.items() if k not in arrays} == CHANGES[name]
    image = np.add.outer(10 * np.arange(5), np.arange(6))
    two = np.stack([image, 100 + image], axis=2)
    assert settings["two-channels"]["image"] == two.ravel().tolist()
    page = (built_book.ROOT / "book" / "explorer.md").read_text(encoding="utf-8")
    for name in settings:
        assert f"({name})=" in page and f"](#{name})" in page


def test_a_knob_takes_a_number_or_one_for_rows_and_one_for_columns(explorer):
    page = explorer()
    for name, typed, shape in (
        ("stride", "2, 3", "2 x 3"),
        ("padding", "(0, 2)", "2 x 4"),
        ("padding", "0 2", "2 x 4"),
        ("dilation", "3x1", "1 x 4"),
        ("dilation", "( 3 × 1 )", "1 x 4"),
        ("stride", "2,2", "1 x 6"),
    ):
        page.locator(f"#index-explorer [name={name}]").fill(typed)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
        assert page.locator("#xp-output .xp-shape").inner_text() == shape
    assert settings_of(page)["stride"] == "2"
    assert settings_of(page)["dilation"] == "3, 1"
    address = address_of(page)
    assert "s=2&p=0,2&d=3,1" in address
    assert settings_of(explorer(address)) == settings_of(page)


def test_each_kernel_has_its_output_and_a_group_its_channels(explorer):
    page = explorer("three-kernels", everything=True)
    image = np.add.outer(10 * np.arange(5), np.arange(9))
    number, i, j = np.arange(3)[:, None, None], np.arange(2)[:, None], np.arange(3)
    kernels = 100 * number + 10 * i + j
    out = xh.correlate(image[None, ..., None], kernels[..., None])[0].astype(int)
    for chosen in (0, 2, 1):
        page.locator("#index-explorer [name=shown]").select_option(str(chosen))
        panels = shown(page)
        assert panels["kernel"]["numbers"] == as_text(kernels[chosen])
        assert panels["output"]["numbers"] == as_text(out[:, :, chosen])
    assert page.locator(SENTENCE).inner_text().startswith("output[0, 0, 1] = ")
    cell(page, "kernel", 0, 2).click()
    assert page.locator(SENTENCE).inner_text().startswith("kernels[1, 0, 2] = 102")
    page.evaluate(OPEN, "two-groups")
    page.locator("#index-explorer [name=shown]").select_option("1")
    window = xh.window_index((5, 6, 2), (2, 3, 2))[1::2]
    assert shown(page)["window"]["numbers"] == as_text(window[None])
    page.locator("#index-explorer [name=groups]").fill("3")
    page.locator("#index-explorer [name=groups]").press("Tab")
    assert "make no 3 groups" in page.locator(PROBLEM).inner_text()


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
