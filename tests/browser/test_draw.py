"""Draw a digit: the page's numbers, its lights and its hands, in a real browser."""

import json
import re

import numpy as np
import pytest

from tests.browser import accessibility, draw_page, phone
from tests.browser.draw_page import (
    FORWARD,
    LIT,
    OUTLINE,
    POINT,
    REST,
    VALUES,
    pixels_of,
)
from tools import browser, store_network

CNN, PICTURES = draw_page.stored()
IMAGES, LABELS = store_network.held_out()
NEAR = 522  # a digit that one pixel turns
PANELS = ("seen", "adds", "kernel", "map", "relu", "pooled", "spoke", "scores")
UNCHANGED = """(texts) => texts.filter((text) => {
  const pixels = Array.from(xcorrDraw.bytes(text), (value) => value / 255);
  return xcorrDraw.centred(pixels).every((value, k) => value === pixels[k]);
}).length"""

WHERE = """() => [...document.querySelectorAll("#draw-digit [data-panel], .xp-said")]
  .map((one) => { const { left, top, width, height } = one.getBoundingClientRect();
    const name = one.dataset.panel ?? "said";
    return [name, left, top + scrollY, width, height].join(); })"""


def upload(page, content, name="my_network.json"):
    if not isinstance(content, str):
        content = json.dumps(content)
    payload = {
        "name": name,
        "mimeType": "application/json",
        "buffer": content.encode(),
    }
    page.locator("[name=network]").set_input_files(payload)
    # It is emptied once the file is read or refused.
    page.wait_for_function("() => !document.querySelector('[name=network]').value")
    return page.locator("#draw-digit .xp-problem").inner_text()


def test_every_held_out_digit_gets_numpys_scores_and_the_same_mistakes(drawing):
    page = drawing()
    by_numpy = store_network.scores(CNN, IMAGES)
    by_page = np.array(page.evaluate(FORWARD, [draw_page.as_bytes(i) for i in IMAGES]))
    np.testing.assert_allclose(by_page, by_numpy, rtol=0, atol=1e-9)
    wrong = np.flatnonzero(by_page.argmax(axis=1) != LABELS)
    assert wrong.tolist() == np.flatnonzero(by_numpy.argmax(axis=1) != LABELS).tolist()
    assert len(wrong) == 43


def check_panels(page, image, k):
    """Hold every number that is shown, and a light from each panel, against NumPy."""
    pair = draw_page.pair(page)
    numpy = draw_page.Numpy(CNN, image, k)
    rng = np.random.default_rng(k)
    for name, values in numpy.panels(*pair).items():
        shown = page.evaluate(VALUES, name)
        np.testing.assert_allclose(shown, values, rtol=0, atol=0.00051)
    for panel in PANELS:
        size = len(numpy.panels(*pair)[panel])
        for cell in map(int, rng.choice(size, min(size, 4), replace=False)):
            page.evaluate(POINT, [panel, cell])
            lit = {name: set(cells) for name, cells in page.evaluate(LIT).items()}
            assert lit.pop("pad") == lit["seen"]
            assert lit == numpy.lit(panel, cell, *pair), (panel, cell)
            check_sum(page, numpy, panel, cell)


def check_sum(page, numpy, panel, cell):
    """Read the sum that is written: its products, its bias and its total."""
    said = page.locator("#draw-digit .xp-sentence").inner_text()
    terms = page.locator("#draw-digit .xp-term").all_inner_texts()
    if panel in ("seen", "adds", "kernel"):
        says = f"of the {len(numpy.index)}" if panel == "kernel" else f"position {cell}"
        assert not terms and says in said
        return
    products = np.array([term.split(" × ") for term in terms], float).reshape(-1, 2)
    bias = float(re.search(r" \+ (\S+) \(bias\) = ", said)[1])
    total = float(page.locator("#draw-digit .xp-total b").inner_text())
    if panel == "scores":
        adds = np.sort(-np.abs(numpy.spoke(cell).ravel()))[: len(terms)]
        found = -np.abs(products.prod(axis=1))
        np.testing.assert_allclose(found, adds, atol=0.005)
        assert abs(total - numpy.scores[cell]) < 0.001
        assert abs(bias - numpy.cnn["bias"][cell]) < 0.001
        spoke = numpy.spoke(cell)
        assert f"{(spoke > 0).sum()} pooled numbers spoke for it, together" in said
        assert f"{(spoke < 0).sum()} against it" in said
        return
    n = cell if panel in ("map", "relu") else int(numpy.winners[cell, numpy.k])
    row = numpy.image.ravel()[numpy.index[n]]
    kernel = numpy.cnn["kernels"][numpy.k].ravel()
    inked = np.stack([row, kernel], 1)[row != 0]
    np.testing.assert_allclose(products, inked, atol=0.00051)
    blank = (row == 0).sum()
    left = "is 1 pixel that is" if blank == 1 else f"are {blank} pixels that are"
    assert (f"Not written {left} 0." in said) == bool(blank)
    assert abs(total - numpy.map[n, numpy.k]) < 0.001
    if panel in ("pooled", "spoke"):
        four = numpy.relu[numpy.pooling[cell], numpy.k]
        first = "first" if (four == four.max()).sum() > 1 else "largest"
        assert f"It won: the {first} of " in said
    positions = ", ".join(map(str, numpy.index[n]))
    assert f"Row {n} of the index: positions {positions}." in said


def test_all_that_is_shown_and_lit_is_numpys(drawing):
    page = drawing()
    check_panels(page, IMAGES[0, :, :, 0], 0)
    page.locator(".dd-thumb").nth(5).click()
    check_panels(page, IMAGES[0, :, :, 0], 5)


@pytest.mark.thorough
@pytest.mark.parametrize("number", range(9))
def test_each_mistake_is_numpys(number, drawing):
    page = drawing()
    page.locator(".dd-examples button").nth(number + 1).click()
    page.evaluate(REST)
    image = np.rint(255 * pixels_of(page)) / 255
    page.locator(".dd-thumb").nth(number).click()
    check_panels(page, image.reshape(28, 28), number)


@pytest.mark.thorough
def test_the_pictures_are_the_chapters_mistakes(drawing):
    page = drawing()
    worst = store_network.worst(CNN)
    buttons = page.locator(".dd-examples button")
    assert buttons.all_inner_texts() == [
        "a 5",
        *(f"{LABELS[n]} as {said}" for n, said in worst),
    ]
    for number, (n, said) in enumerate(worst, start=1):
        buttons.nth(number).click()
        page.wait_for_function(
            "([is]) => document.querySelector('.dd-answer b').textContent === is",
            arg=[str(said)],
        )
        image = IMAGES[n].ravel()
        np.testing.assert_allclose(pixels_of(page), image, atol=0.0006)
        assert f"A {LABELS[n]} from" in page.locator(".dd-told").inner_text()


@pytest.mark.thorough
def test_a_score_says_what_spoke_for_it_and_each_product_leads_on(drawing):
    page = drawing()
    page.locator('[data-panel="scores"] [data-cell="8"]').click()
    page.mouse.move(0, 0)
    assert page.locator("#xp-spoke").inner_text() == "for or against the 8"
    numpy = draw_page.Numpy(CNN, IMAGES[0, :, :, 0], 0)
    best = np.argsort(-np.abs(numpy.spoke(8).ravel()), kind="stable")[:3]
    for number, feature in enumerate(map(int, best)):
        page.locator("#draw-digit .xp-term").nth(number).hover()
        place, k = divmod(feature, 9)
        assert page.locator("#xp-kernel .dd-kernel").inner_text() == str(k)
        lit = {name: set(cells) for name, cells in page.evaluate(LIT).items()}
        del lit["pad"]
        expected = draw_page.Numpy(CNN, IMAGES[0, :, :, 0], k).lit("spoke", place, 8)
        assert lit == expected


@pytest.mark.parametrize("width", [1300, pytest.param(390, marks=pytest.mark.thorough)])
def test_nothing_moves_while_one_points(width, drawing):
    """Else another number lies under the pointer than was pointed at."""
    page = drawing(width=width)
    draw_page.load(page, 3)
    before = page.evaluate(WHERE)
    inked = draw_page.Numpy(CNN, IMAGES[store_network.worst(CNN)[2][0], :, :, 0], 0)
    fullest = int((inked.image.ravel()[inked.index] > 0).sum(axis=1).argmax())
    for panel in PANELS:
        for cell in {3, fullest if panel in ("map", "relu") else 4}:
            page.evaluate(POINT, [panel, cell])
            assert page.evaluate(WHERE) == before, (panel, cell)
    page.locator(f'[data-panel="map"] [data-cell="{fullest}"]').click()
    assert page.evaluate(WHERE) == before
    terms = page.locator(".xp-term")
    assert terms.count() > 15
    assert terms.first.bounding_box()["height"] < 26
    if width == 1300:  # all of it is read without scrolling
        fits = "(one) => one.scrollHeight <= one.clientHeight"
        assert page.locator(".xp-sentence").evaluate(fits)


def test_windows_are_outlined_once_around_in_the_drawing_too(drawing):
    """A score would frame nearly all pixels, and a window each of its 25."""
    page = drawing()
    image = IMAGES[0, :, :, 0]
    numpy = draw_page.Numpy(CNN, image, 0)
    for panel, cell in (("map", 300), ("scores", 4), ("spoke", 60)):
        page.evaluate(POINT, [panel, cell])
        lit = np.zeros((30, 30), bool)
        seen = numpy.lit(panel, cell, *draw_page.pair(page))["seen"]
        lit[1:-1, 1:-1] = np.isin(np.arange(784), list(seen)).reshape(28, 28)
        assert 25 <= lit.sum() <= 300
        sides = [(1, 0), (-1, 0), (1, 1), (-1, 1)]
        edges = [int((lit & ~np.roll(lit, *side)).sum()) for side in sides]
        for name in ("pad", "seen", "adds"):
            assert page.evaluate(OUTLINE, name) == edges
    page.locator("[name=mode][value=centred]").click()
    page.locator('[data-panel="map"] [data-cell="300"]').hover()
    assert page.evaluate(OUTLINE, "seen") == [5] * 4
    assert page.evaluate(OUTLINE, "pad") == [0] * 4  # not the same pixels


def area_means(image):
    """Centre and scale as the page says, by two matrices of shares."""

    def shares(start, size, count):
        fine = np.zeros((count, 28))
        for new in range(count):
            begin = start + new * size / count
            end = start + (new + 1) * size / count
            for old in range(28):
                part = min(end, old + 1) - max(begin, old)
                fine[new, old] = max(0, part) * count / size
        return fine

    rows, columns = np.nonzero(image)
    (top, height), (left, width) = (
        (axis.min(), axis.max() + 1 - axis.min()) for axis in (rows, columns)
    )
    scale = 20 / max(height, width)
    sizes = [max(1, int(np.floor(size * scale + 0.5))) for size in (height, width)]
    small = shares(top, height, sizes[0]) @ image @ shares(left, width, sizes[1]).T
    middle = [
        (small.sum(axis=1 - axis) * np.arange(sizes[axis])).sum() / small.sum()
        for axis in (0, 1)
    ]
    row, column = (
        int(np.clip(np.floor(14 - one + 0.5), 0, 28 - size))
        for one, size in zip(middle, sizes)
    )
    result = np.zeros((28, 28))
    result[row : row + sizes[0], column : column + sizes[1]] = small
    return result


@pytest.mark.thorough
def test_centred_and_scaled_is_what_is_said(drawing):
    page = drawing()
    rng = np.random.default_rng(3)
    images = [IMAGES[int(n), :, :, 0] for n in rng.choice(1000, 12)]
    for image in [*images]:
        corner = np.zeros((28, 28))
        part = image[::2, ::2]
        down, across = rng.integers(0, 15, 2)
        corner[down : down + 14, across : across + 14] = part
        images.append(corner)
    for image in images:
        found = page.evaluate(
            "(pixels) => xcorrDraw.centred(pixels)", image.ravel().tolist()
        )
        expected = area_means(image).ravel()
        np.testing.assert_allclose(found, expected, rtol=0, atol=0.002)
    blank = page.evaluate("() => xcorrDraw.centred(new Array(784).fill(0))")
    assert blank == [0] * 784
    # MNIST's own digits have been made so: not one of them changes.
    texts = [draw_page.as_bytes(image) for image in IMAGES]
    assert page.evaluate(UNCHANGED, texts) == len(IMAGES)


@pytest.mark.parametrize(
    "selected", [False, pytest.param(True, marks=pytest.mark.thorough)]
)
def test_strokes_may_begin_in_one_place_and_leave_no_word_of_before(selected, drawing):
    """A second press is a double click, which selects; what is selected is dragged."""
    page = drawing()
    box = page.locator('[data-panel="pad"] .xp-table').bounding_box()
    side = box["width"] / 28
    page.evaluate("document.querySelector('.dd-told').textContent = 'before'")
    if selected:
        page.keyboard.press("Control+A")
    for count, (column, row) in enumerate(((4, 20), (20, 4), (20, 20)), start=1):
        page.mouse.move(box["x"] + 4 * side, box["y"] + 4 * side)
        page.mouse.down(click_count=count)
        page.mouse.move(box["x"] + column * side, box["y"] + row * side, steps=6)
        page.mouse.up(click_count=count)
    page.evaluate(REST)
    drawn = pixels_of(page).reshape(28, 28)
    assert drawn[19, 4] > 0 and drawn[4, 19] > 0 and drawn[19, 19] > 0
    assert page.locator(".dd-told").inner_text() == ""
    assert selected or page.evaluate("getSelection().toString()") == ""


@pytest.mark.thorough
def test_both_answers_are_shown(drawing):
    page = drawing()
    box = page.locator('[data-panel="pad"] .xp-table').bounding_box()
    side = box["width"] / 28
    page.mouse.move(box["x"] + 3 * side, box["y"] + 2 * side)
    page.mouse.down()
    page.mouse.move(box["x"] + 3 * side, box["y"] + 9 * side, steps=5)
    page.mouse.up()
    page.evaluate(REST)
    drawn = np.rint(255 * pixels_of(page)) / 255
    assert set(np.flatnonzero(drawn.reshape(28, 28).any(axis=0))) <= set(range(6))
    centred = area_means(drawn.reshape(28, 28))
    both = store_network.scores(
        CNN, np.stack([drawn.reshape(28, 28), centred])[..., None]
    )
    said = page.locator(".dd-answer b").all_inner_texts()
    assert said == [str(n) for n in both.argmax(axis=1)]
    page.locator("[name=mode][value=centred]").click()
    np.testing.assert_allclose(pixels_of(page, "seen"), centred.ravel(), atol=0.003)
    before = drawn.copy()
    page.get_by_role("button", name="Invert").click()
    page.evaluate(REST)
    np.testing.assert_allclose(pixels_of(page), 1 - before, atol=0.001)
    page.get_by_role("button", name="Undo").click()
    page.evaluate(REST)
    np.testing.assert_allclose(pixels_of(page), before, atol=0.001)
    page.get_by_role("button", name="Clear").click()
    page.evaluate(REST)
    assert not pixels_of(page).any()


def test_the_keyboard_alone_draws_and_points(drawing):
    page = drawing()
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Enter")
    page.locator("[name=brush]").select_option("thin")
    page.locator('[data-panel="pad"] [tabindex="0"]').focus()
    for key in ["ArrowDown"] * 3 + ["ArrowRight"] * 2 + ["Space"]:
        page.keyboard.press(key)
    page.evaluate(REST)
    inked = np.flatnonzero(pixels_of(page) > 0.5)
    assert inked.tolist() == [3 * 28 + 2]
    heard = page.locator(".dd-live").inner_text()
    assert heard.startswith("Row 3, column 2 is now ") and "As drawn, it says" in heard
    page.locator("[name=tool][value=erase]").focus()
    page.keyboard.press("Space")
    page.locator('[data-panel="pad"] [tabindex="0"]').focus()
    page.keyboard.press("Space")
    page.evaluate(REST)
    assert pixels_of(page).max() < 0.5
    page.locator('[data-panel="map"] [tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.cell") == "1"
    assert "feature map 0[0, 1]" in page.locator(".xp-sentence").inner_text()
    page.locator(".dd-thumb").nth(3).focus()
    page.keyboard.press("Enter")
    assert "feature map 3[0, 1]" in page.locator(".xp-sentence").inner_text()


def test_a_finger_draws_and_the_page_stays(drawing):
    page = drawing(width=390)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    box = page.locator('[data-panel="pad"] .xp-table').bounding_box()
    before = page.evaluate("scrollY")

    def touch(kind, row=None, column=14):
        side = box["width"] / 28
        point = {"x": box["x"] + column * side, "y": box["y"] + (row or 0) * side}
        points = [] if row is None else [point]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 24)
    for row in range(23, 3, -1):
        touch("touchMove", row)
    touch("touchEnd")
    page.evaluate(REST)
    assert page.evaluate("scrollY") == before
    inked = pixels_of(page).reshape(28, 28)[5:23, 13:15]
    assert (inked > 0.9).all()
    session.detach()


def test_a_readers_network_answers_and_the_books_is_the_same_file(drawing):
    page = drawing()
    before = {panel: page.evaluate(VALUES, panel) for panel in PANELS}
    assert upload(page, draw_page.as_file(CNN)) == ""
    assert "9 kernels of 5 x 5" in page.locator(".dd-network").inner_text()
    assert {panel: page.evaluate(VALUES, panel) for panel in PANELS} == before
    rng = np.random.default_rng(0)
    for count, height, width in ((1, 5, 5), (16, 3, 4)):
        pooled = (29 - height) // 2 * ((29 - width) // 2)
        own = {
            "kernels": rng.standard_normal((count, height, width, 1)),
            "kernel_bias": rng.standard_normal(count),
            "weights": rng.standard_normal((pooled * count, 10)),
            "bias": rng.standard_normal(10),
        }
        assert upload(page, draw_page.as_file(own)) == ""
        assert page.locator(".dd-thumb").count() == count
        expected = store_network.scores(own, IMAGES[:1])[0]
        found = page.evaluate(VALUES, "scores")
        np.testing.assert_allclose(found, expected, rtol=0, atol=0.00051)
    page.get_by_role("button", name="Back to the book's").click()
    page.evaluate(REST)
    assert {panel: page.evaluate(VALUES, panel) for panel in PANELS} == before


def changed(**changes):
    return {**draw_page.as_file(CNN), **changes}


def with_shape(name, shape):
    file = draw_page.as_file(CNN)
    return {**file, "shapes": {**file["shapes"], name: shape}}


UNFIT = {
    "no JSON": ("hello", "is not JSON"),
    "a list": ([1, 2], "no network of chapter 8"),
    "null": ("null", "no network of chapter 8"),
    "another format": (changed(format="x"), 'its format is not "tiny CNN"'),
    "a later version": (changed(version=2), "version is 2; this page reads version 1"),
    "no shapes": (changed(shapes=None), "The shape of kernels must be"),
    "three channels": (with_shape("kernels", [9, 5, 5, 3]), "and is (9, 5, 5, 3)"),
    "large kernels": (with_shape("kernels", [9, 28, 28, 1]), "leave nothing to pool"),
    "more biases": (with_shape("kernel_bias", [8]), "must be (9) here, and is (8)"),
    "twelve classes": (with_shape("bias", [12]), "must be (10) here, and is (12)"),
    "too few": (changed(bias=[0] * 9), "bias must hold 10 numbers, and holds 9"),
    "missing": (changed(weights=None), "and holds none"),
    "a word": (changed(bias=["1"] * 10), "Number 0 of bias is no finite number"),
    "infinite": (
        json.dumps(changed(bias=[0] * 10)).replace('"bias": [0,', '"bias": [1e999,'),
        "Number 0 of bias is no finite number",
    ),
    "too large": (" " * 2_000_001, "larger than 2 MB"),
}


@pytest.mark.thorough
def test_what_does_not_fit_is_refused_in_words(drawing):
    page = drawing()
    before = page.evaluate(VALUES, "scores")
    for name, (content, says) in UNFIT.items():
        problem = upload(page, content)
        assert says in problem and problem.endswith("Nothing has changed."), name
        assert page.evaluate(VALUES, "scores") == before, name
    assert upload(page, draw_page.as_file(CNN)) == ""


@pytest.mark.thorough
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing_while_something_is_lit(width, drawing):
    page = drawing(width=width)
    page.locator(".dd-chip").first.click()
    assert page.locator(".xp-cell.lit").count() > 25
    assert accessibility.violations(page, thorough=width == 390) == []
    if width == 390:
        # A product is a word of a sentence, and as high as its line.
        left = [one for one in phone.problems(page) if 'class="xp-term"' not in one]
        assert left == []


@pytest.mark.thorough
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing_after_a_search_or_on_an_empty_pad(width, drawing):
    page = drawing(width=width)
    draw_page.load(page, 1, IMAGES[NEAR])
    draw_page.change_mind(page)
    page.locator('[data-panel="adds"] [data-cell="300"]').click()
    assert accessibility.violations(page, thorough=False) == []
    page.get_by_role("button", name="Clear").click()
    assert accessibility.violations(page, thorough=False) == []


def test_it_opens_from_disk_and_asks_for_nothing(book_html, context):
    folder = book_html.resolve().as_uri()
    address = f"{folder}/{draw_page.ADDRESS}"
    with browser.Visit(context, address, folder) as visit:
        visit.page.locator(".dd-thumb").first.wait_for()
        visit.page.locator(".dd-examples button").nth(1).click()
        visit.page.evaluate(REST)
        assert upload(visit.page, draw_page.as_file(CNN)) == ""
        assert visit.page.locator(".dd-answer b").first.inner_text() == "1"
        assert visit.problems == []
