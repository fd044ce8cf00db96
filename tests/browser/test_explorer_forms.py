"""The explorer's stripped forms, stepped through on a page that holds nothing else."""

import sys

import numpy as np
import pytest
from scipy.signal import correlate2d

from tools import built_book

sys.path.append(str(built_book.ROOT / "book" / "_ext"))

import explorer_tables

STATIC = built_book.ROOT / "book" / "_static" / "explorer"

# Goes through all steps by the button, and notes at each what stands in the page.
STEPS = """(strip) => {
  const numbers = (name) => [...strip.querySelectorAll(`[data-part=${name}] td`)]
    .filter((cell) => !cell.matches(".waiting"))
    .map((cell) => Number(cell.textContent));
  const steps = [];
  const next = strip.querySelector(".xp-next");
  for (;;) {
    const parts = [...strip.querySelectorAll("[data-part]")];
    const names = parts.map((one) => one.dataset.part);
    steps.push({
      ...Object.fromEntries(names.map((name) => [name, numbers(name)])),
      said: strip.querySelector(".xp-sum").textContent,
    });
    if (next.disabled) return steps;
    next.click();
  }
}"""


@pytest.fixture
def opened(context):
    """Open a form on an empty page; what goes wrong there fails the test."""
    pages, problems = [], []

    def open_form(form, preset, **media):
        page = context.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.emulate_media(**media)
        page.set_content(explorer_tables.strip(form, preset))
        for style in ("cells.css", "strip.css"):
            page.add_style_tag(path=STATIC / style)
        page.add_script_tag(path=STATIC / "strip.js")
        return page

    yield open_form
    for page in pages:
        page.close()
    assert problems == []


def steps(page):
    return page.locator(".xp-strip").evaluate(STEPS)


def written(pixels, weights):
    terms = " + ".join(f"{x} × {w}" for x, w in zip(pixels, weights))
    return f"{terms} = {pixels @ weights}"


def test_the_sum_at_every_placement_is_scipys(opened):
    toy = explorer_tables.toy()
    image, (kernel,) = toy["image"], toy["kernels"]
    output = correlate2d(image, kernel, mode="valid")
    found = steps(opened("sum", "toy"))
    assert len(found) == output.size
    for n, step in enumerate(found):
        row, column = divmod(n, output.shape[1])
        pixels = image[row : row + 2, column : column + 3].ravel()
        assert step["said"] == written(pixels, kernel.ravel())
        # Later outputs are not there yet.
        assert step["output"] == output.ravel()[: n + 1].tolist()


def test_the_columns_at_every_placement_are_the_product(opened):
    example = explorer_tables.eight_kernels()
    image, kernels = example["image"], example["kernels"]
    weights = kernels.reshape(8, -1).T
    found = steps(opened("columns", "eight-kernels"))
    assert len(found) == 28 * 8
    for number, step in enumerate(found):
        n, k = divmod(number, 8)
        row, column = divmod(n, 7)
        pixels = image[row : row + 2, column : column + 3].ravel()
        assert step["gathered"] == pixels.tolist()
        assert step["result"] == (pixels @ weights)[: k + 1].tolist()
        assert step["said"] == written(pixels, weights[:, k])


def test_the_layers_count_every_way(opened):
    """By the ones that a layer of ones sends back."""
    ones = np.ones((3, 3), int)
    gaps = np.kron(ones, [[1, 0], [0, 0]])[:5, :5]
    for n, step in enumerate(steps(opened("layers", "two-layers"))):
        chosen = np.zeros((1, 6), int)
        chosen[0, n] = 1
        between = spread(chosen, gaps)
        assert step["between"] == between.ravel().tolist()
        assert step["image"] == spread(between, ones).ravel().tolist()
    assert n == 5


def spread(array, kernel):
    return correlate2d(array, kernel[::-1, ::-1], mode="full")


def test_pointing_at_a_product_shows_its_pixel_and_its_weight(opened):
    page = opened("sum", "toy")
    page.locator(".xp-next").click()
    page.locator(".xp-term").nth(3).hover()
    assert page.locator("td.pair").all_inner_texts() == ["11", "2"]
    page.locator(".xp-next").click()
    assert page.locator("td.pair").count() == 0


PLAYED = "() => document.querySelectorAll('[data-part=output] td:not(.waiting)').length"


def test_what_moves_plays_by_itself_and_pauses(opened):
    page = opened("moving", "digit", reduced_motion="no-preference")
    page.wait_for_function(f"() => ({PLAYED})() > 3")
    page.get_by_role("button", name="Pause").click()
    stopped = page.evaluate(PLAYED)
    page.wait_for_timeout(400)
    assert page.evaluate(PLAYED) == stopped < 400
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"() => ({PLAYED})() > {stopped}")


def test_what_moves_stands_still_where_that_is_wished(opened):
    page = opened("moving", "digit", reduced_motion="reduce")
    page.wait_for_timeout(400)
    assert page.evaluate(PLAYED) == 400
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"() => ({PLAYED})() < 400")
