"""The numbers of the index explorer in a real browser, held against xcorr_helpers."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser.explorer_page import OPEN, POINT, PROBLEM, SENTENCE, shown
from tests.browser.explorer_setting import as_text, random_setting, side_by_side

VIEWS = ("gather", "scatter", "toeplitz")
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
        "kernel": setting.kernel.shape,
        "output": (*setting.out_shape, 1),
        "outputGradient": (*setting.out_shape, 1),
    }
    for panel in shapes.keys() & panels.keys():
        flat = np.arange(np.prod(shapes[panel])).reshape(shapes[panel])
        assert panels[panel]["notes"] == as_text(side_by_side(flat))


def test_the_sum_is_written_out(explorer):
    page = explorer("h=2&w=3&kh=2&kw=2&image=3,0,1,2,-4,5&kernel=1,0,-2,1")
    assert page.locator(SENTENCE).inner_text() == (
        "output[0, 0] = 3 × 1 + 0 × 0 + 2 × -2 + -4 × 1 = 3 + 0 + -4 + -4 = -5"
    )


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
