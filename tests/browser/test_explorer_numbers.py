"""The numbers of the index explorer in a real browser, held against xcorr_helpers."""

import re

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser.explorer_page import (
    OPEN,
    POINT,
    PROBLEM,
    SENTENCE,
    address_of,
    cell,
    settings_of,
    shown,
)
from tests.browser.explorer_setting import as_text, random_setting, side_by_side
from tools import built_book

VIEWS = ("gather", "scatter", "toeplitz", "transposed")
MEETING = {0: "No products meet", 1: "One product lands"}
# Of each view: what a person waits for, and the rest.
FEW = range(4)
MANY = pytest.param(range(4, 40), marks=pytest.mark.weekly)


@pytest.mark.parametrize("numbers", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("view", VIEWS)
def test_random_settings_agree_with_the_package(view, numbers, explorer):
    page = explorer(everything=True)
    for number in numbers:
        rng = np.random.default_rng([VIEWS.index(view), number])
        setting = random_setting(rng, view)
        page.evaluate(OPEN, setting.address())
        arrays = setting.arrays()
        panel = str(rng.choice(sorted(arrays)))
        places = sorted(as_text(arrays[panel]))
        row, column = places[rng.integers(len(places))]
        page.evaluate(POINT, [panel, row, column])
        panels = shown(page)
        assert panels.keys() == arrays.keys()
        for name, array in arrays.items():
            where = f"{name}, from {panel} {row}, {column} of {setting.address()}"
            cells = undotted(panels[name]["numbers"], array)
            assert cells == as_text(array.astype(int)), where
            assert panels[name]["lit"] == setting.lit(panel, row, column)[name], where
        check_notes(panels, setting)
        names = {}
        exec(page.locator(".xp-python").text_content(), names)
        np.testing.assert_array_equal(names["index"], setting.index)
        if view == "transposed":
            check_grown(page, setting, names["output"])


def check_grown(page, setting, output):
    """Check what is left when the border is cropped, and what is said of a sum."""
    expected = setting.grown(padding=setting.padding)
    np.testing.assert_array_equal(output, expected[:, :, 0])
    box = '[data-panel="transposedOutput"] .xp-box'
    kept = page.locator(f"{box} .xp-cell:not(.padding)")
    names = kept.evaluate_all("all => all.map((one) => one.ariaLabel.split(',')[0])")
    assert names == [str(int(value)) for value in expected.ravel()]
    reached = np.bincount(setting.index.ravel(), minlength=setting.padded.size)
    for position in (0, setting.padded.size // 2, setting.padded.size - 1):
        place = np.unravel_index(position, setting.padded.shape[:2])
        page.evaluate(POINT, ["transposedOutput", *map(int, place)])
        said = page.locator(SENTENCE).inner_text()
        count = int(reached[position])
        assert page.locator(".xp-term").count() == count
        assert f". {MEETING.get(count, f'{count} products meet')} here" in said
        total = int(setting.grown()[(*place, 0)])
        assert re.search(r" = (-?\d+)\. ", said)[1] == str(total), said


def undotted(numbers, array):
    """Read the dots of a Toeplitz matrix, which stand where nothing is read, as 0."""
    return {
        place: "0" if text == "·" and array[place] == 0 else text
        for place, text in numbers.items()
    }


def check_notes(panels, setting):
    """Check the small numbers: flat positions, and the numbers of placements."""
    shapes = {
        "image": setting.padded.shape,
        "inputGradient": setting.padded.shape,
        "transposedOutput": setting.padded.shape,
        "kernel": setting.kernel.shape,
        "output": (*setting.out_shape, 1),
        "outputGradient": (*setting.out_shape, 1),
        "transposedImage": (*setting.out_shape, 1),
    }
    for panel in shapes.keys() & panels.keys():
        flat = np.arange(np.prod(shapes[panel])).reshape(shapes[panel])
        assert panels[panel]["notes"] == as_text(side_by_side(flat))


def test_the_sum_is_written_out(explorer):
    page = explorer("h=2&w=3&kh=2&kw=2&image=3,0,1,2,-4,5&kernel=1,0,-2,1")
    assert page.locator(SENTENCE).inner_text() == (
        "output[0, 0] = 3 × 1 + 0 × 0 + 2 × -2 + -4 × 1 = 3 + 0 + -4 + -4 = -5"
    )


def test_an_image_grows_and_back_it_is_the_same_index(explorer):
    page = explorer("transposed", everything=True)
    assert page.locator(SENTENCE).inner_text() == (
        "output[2, 4] = 2 × 22 + 3 × 20 + 5 × 2 + 6 × 0 = 44 + 60 + 10 + 0 = 114."
        " 4 products meet here."
    )
    cell(page, "transposedImage", 1, 2).click()
    assert page.locator(SENTENCE).inner_text() == (
        "image[1, 2] = 6: times each kernel value, it is added to 12 places of the "
        "output, at the positions of row 5 of the index."
    )
    page.keyboard.type("-7")
    page.keyboard.press("Enter")
    weights = np.add.outer(10 * np.arange(3), np.arange(4))
    image = np.array([[1, 2, 3], [4, 5, -7]])
    grown = xh.correlate_transposed(
        image[None, ..., None], weights[None, ..., None], stride=2
    )
    expected = as_text(grown[0, ..., 0].astype(int))
    assert shown(page)["transposedOutput"]["numbers"] == expected
    where = page.locator(".xp-where").inner_text()
    assert where == "at placement 5 (0 to 5): image row 1, column 2"
    for name, value in {"padding": "1", "outputPadding": "1, 0"}.items():
        page.locator(f"#index-explorer [name={name}]").fill(value)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
    shape = page.locator("#xp-transposedOutput .xp-shape").inner_text()
    assert shape == "6 x 8, cropped to 4 x 6"
    before, again = shown(page), explorer(address_of(page), everything=True)
    assert settings_of(again) == settings_of(page)
    assert shown(again) == before
    page.get_by_label("scatter").check()
    turned = shown(page)
    assert settings_of(page)["height"] == "4"
    assert turned["outputGradient"]["numbers"] == before["transposedImage"]["numbers"]
    assert turned["inputGradient"]["numbers"] == before["transposedOutput"]["numbers"]
    assert turned["index"]["numbers"] == before["index"]["numbers"]
    page.get_by_label("transposed layer").check()
    assert settings_of(page) == settings_of(again)
    page.locator(".xp-predict").click()
    assert page.locator(PROBLEM).inner_text() == ""
    assert "image" in shown(page) and page.locator(".xp-ask").is_visible()


def test_what_does_not_grow_is_refused_in_words(explorer):
    page = explorer("transposed")
    for name, value, says in (
        ("outputPadding", "2", "must be smaller than the stride, 2, 2, not 2, 2"),
        ("padding", "3", "The output would be -1 x 2: there is room here for 1 to 28"),
        ("stride", "12", None),
        ("height", "28", "The output would be 57 x 8"),
    ):
        field = page.locator(f"#index-explorer [name={name}]")
        fitting = field.input_value()
        field.fill(value)
        field.press("Tab")
        said = page.locator(PROBLEM).inner_text()
        assert says in said if says else said == "", name
        field.fill(fitting)
        field.press("Tab")


def test_with_nothing_but_ones_it_draws_a_checkerboard(explorer):
    source = (built_book.ROOT / "book" / "explorer.md").read_text(encoding="utf-8")
    (address,) = re.findall(r'href="#([^"]*view=transposed[^"]*)"', source)
    page = explorer(address.replace("&amp;", "&"), everything=True)
    index = xh.correlation_indices((9, 13), (3, 3), stride=2)
    counts = np.bincount(index.ravel(), minlength=9 * 13).reshape(9, 13)
    assert shown(page)["transposedOutput"]["numbers"] == as_text(counts)
    assert counts[4, 4:8].tolist() == [4, 2, 4, 2]


def test_the_digit_is_the_samples_first(explorer):
    five = explorer().evaluate("xcorrExplorer.FIVE")
    image = xh.load_mnist().images[0]
    np.testing.assert_array_equal(np.reshape(five, (28, 28)), np.rint(image * 9))


def test_the_wrong_row_step_reads_the_wrong_pixels(explorer):
    page = explorer("a-wrong-row-step", everything=True)
    names = {}
    exec(page.locator(".xp-python").text_content(), names)
    right = xh.correlation_indices((5, 9), (2, 3))
    assert (names["index"] != right).any()
    panels = shown(page)
    assert panels["index"]["numbers"] == as_text(names["index"])
    places = zip(*np.unravel_index(names["index"][0], (5, 9)))
    assert panels["image"]["lit"] == set(places)
    assert page.locator(".xp-hidden-mistake").is_hidden()
    page.locator("#index-explorer [name=height]").fill("9")
    page.locator("#index-explorer [name=height]").press("Tab")
    assert page.locator(".xp-hidden-mistake").is_visible()


def test_a_large_toeplitz_matrix_is_not_drawn_but_counted(explorer):
    page = explorer("a-digit")
    page.get_by_role("radio", name="Toeplitz").check()
    index = xh.correlation_indices((28, 28), (3, 3))
    cells = len(index) * 28 * 28
    zeros = 100 * (1 - index.size / cells)
    message = page.locator(".xp-too-large").inner_text()
    for number in (
        f"{len(index):,}",
        f"{cells:,}",
        f"{index.size:,}",
        f"{zeros:.1f} %",
    ):
        assert number in message
    assert page.locator('[data-panel="toeplitz"]').is_hidden()
    assert page.locator('[data-panel="index"]').is_visible()


LIT = """(panel) => [...document.querySelectorAll(`[data-panel="${panel}"] .lit`)]
  .some((cell) => getComputedStyle(cell).boxShadow !== "none")"""
HOVER = """async (panel) => {
  const cells = [...document.querySelectorAll(`[data-panel="${panel}"] .xp-cell`)];
  const times = [];
  for (const cell of cells.slice(0, 5)) {
    const start = performance.now();
    cell.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    document.body.getBoundingClientRect(); // the page is laid out anew
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}"""


@pytest.mark.thorough
def test_the_largest_setting_answers(explorer, report):
    page = explorer("h=28&w=28&c=3&kh=12&kw=12&p=6")
    assert page.locator(PROBLEM).inner_text() == ""
    for panel in ("image", "output", "index"):
        time = page.evaluate(HOVER, panel)
        report(f"explorer, largest setting: a hover in {panel} takes {time:.0f} ms")
        assert page.evaluate(LIT, panel)
