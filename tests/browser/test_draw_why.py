"""Why this digit and not that: differences of scores, and what turns an answer."""

import re

import numpy as np
import pytest

from tests.browser import draw_page
from tests.browser.draw_page import LIT, POINT, REST, VALUES, pixels_of
from tools import store_network

CNN, _ = draw_page.stored()
IMAGES, LABELS = store_network.held_out()
NEAR = (522, 706)  # digits that one pixel turns
MOST = 6  # numbers in a line
# The parts of the page, in its window as it is scrolled.
BOXES = """(names) => names.map(
  (name) => document.querySelector(name).getBoundingClientRect().toJSON())"""
TURNS = """() => Object.fromEntries(
  [...document.querySelectorAll('[data-panel="adds"] .dd-turns')].map((cell) => [
    cell.dataset.cell, getComputedStyle(cell, "::after").content]))"""
CHANGED = """(panel) => [...document.querySelectorAll(
  `[data-panel="${panel}"] .dd-changed`)].map((cell) => Number(cell.dataset.cell))"""


def scores(image):
    return store_network.scores(CNN, image.reshape(-1, 28, 28, 1))


def lit(page):
    found = {name: set(cells) for name, cells in page.evaluate(LIT).items()}
    del found["pad"]
    return found


def sentence(page):
    return page.locator(".xp-sentence").inner_text()


def check_line(page, side, c, adds):
    """Hold one line against all that it lists: largest first, the rest, the whole."""
    line = page.locator(f'[data-side="{side}"]')
    chips = line.locator(".dd-chip b").all_inner_texts()
    order = np.argsort(-np.abs(adds), kind="stable")
    np.testing.assert_allclose(
        list(map(float, chips)), adds[order[:MOST]], atol=0.00051
    )
    who = line.locator(".dd-who").inner_text()
    whole = float(re.fullmatch(rf"For the {c}, (\S+) =", who)[1])
    rest = line.locator(".dd-rest").inner_text()
    count, left = re.fullmatch(r"\+ (\d+) more, (\S+)", rest).groups()
    assert int(count) == len(adds) - MOST
    assert abs(whole - adds.sum()) < 0.00051
    assert abs(sum(map(float, chips)) + float(left) - whole) < 0.005
    return whole


def check_question(page, image, c, than):
    numpy = draw_page.Numpy(CNN, image, 0)
    adds = numpy.spoke(c, than).ravel()
    fors = check_line(page, "for", c, adds[adds > 0])
    against = check_line(page, "against", than, adds[adds < 0])
    said = page.locator(".dd-adds-up").inner_text()
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", said)]
    bias = CNN["bias"][c] - CNN["bias"][than]
    whole = numpy.scores[c] - numpy.scores[than]
    np.testing.assert_allclose(numbers, [fors, against, bias, whole], atol=0.00051)
    assert abs(fors + against + bias - whole) < 0.002
    lead = page.locator(".dd-lead").inner_text()
    assert abs(float(lead.split("= ")[1]) - whole) < 0.00051


def test_a_mistake_is_compared_with_what_it_is_and_any_two_can_be(drawing):
    page = drawing()
    first = scores(IMAGES[0])[0]
    assert draw_page.pair(page) == tuple(np.argsort(-first)[:2])
    for number, (n, said) in list(enumerate(store_network.worst(CNN), 1))[2:4]:
        draw_page.load(page, number)
        assert draw_page.pair(page) == (said, LABELS[n])
        check_question(page, IMAGES[n, :, :, 0], said, LABELS[n])
    page.locator("[name=than]").select_option("6")
    check_question(page, IMAGES[n, :, :, 0], said, 6)
    page.locator("[name=c]").select_option("6")  # the other one gives way
    assert draw_page.pair(page) == (6, said)
    check_question(page, IMAGES[n, :, :, 0], 6, said)
    np.testing.assert_allclose(
        pixels_of(page, "adds"),
        draw_page.Numpy(CNN, IMAGES[n, :, :, 0], 0).adds(6, said),
        atol=0.00051,
    )


def test_escape_lets_go(drawing):
    page = drawing()
    page.locator('[data-panel="map"] [data-cell="300"]').click()
    page.mouse.move(0, 0)
    assert any(lit(page).values())
    page.keyboard.press("Escape")
    assert not any(lit(page).values())


def test_each_kernel_has_a_sum_and_all_of_them_make_the_difference(drawing):
    page = drawing()
    n, said = store_network.worst(CNN)[2]
    draw_page.load(page, 3)
    pair = (said, int(LABELS[n]))
    numpy = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], 0)
    line = page.locator('[data-side="kernels"]')
    kernels = line.locator(".dd-chip")
    sums = [float(one) for one in kernels.locator("b").all_inner_texts()]
    np.testing.assert_allclose(sums, numpy.spoke(*pair).sum(axis=0), atol=0.00051)
    rest = line.locator(".dd-rest").inner_text()
    bias, whole = map(float, re.findall(r"-?\d+\.?\d*", rest))
    assert abs(sum(sums) + bias - whole) < 0.006
    assert abs(whole - numpy.scores[pair[0]] + numpy.scores[pair[1]]) < 0.00051
    for k in (6, 2):
        kernels.nth(k).hover()
        assert page.locator(".dd-kernel").inner_text() == str(k)
        assert sentence(page).startswith(f"kernel {k} adds {sums[k]:g}, for the ")
        values = CNN["kernels"][k].ravel()
        np.testing.assert_allclose(pixels_of(page, "kernel"), values, atol=0.00051)
    kernels.nth(7).click()
    page.mouse.move(0, 0)
    assert page.locator(".dd-kernel").inner_text() == "7"
    best = np.argsort(-numpy.spoke(*pair).ravel(), kind="stable")[:MOST]
    names = page.locator('[data-side="for"] .dd-chip small').all_inner_texts()
    assert names == [f"k{feature % 9}" for feature in best]


@pytest.mark.thorough
def test_each_number_of_the_list_lights_its_pixels_by_mouse_touch_and_keys(drawing):
    page = drawing()
    n, said = store_network.worst(CNN)[2]
    draw_page.load(page, 3)
    pair = (said, int(LABELS[n]))
    adds = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], 0).spoke(*pair).ravel()
    fors = np.argsort(-adds, kind="stable")[:MOST]
    against = np.argsort(adds, kind="stable")[:MOST]
    chips = page.locator(".dd-chip")
    for number, feature in enumerate(map(int, (*fors, *against))):
        chip = chips.nth(number)
        if number % 2:
            chip.focus()
        else:
            chip.hover()
        place, k = divmod(feature, 9)
        numpy = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], k)
        assert page.locator(".dd-kernel").inner_text() == str(k)
        assert lit(page) == numpy.lit("spoke", place, *pair)
        winner = pair[0] if adds[feature] > 0 else pair[1]
        assert f"it speaks for the {winner}" in sentence(page)
    chips.nth(0).click()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    place, k = divmod(int(fors[0]), 9)
    expected = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], k).lit("spoke", place, *pair)
    assert lit(page) == expected
    page.get_by_role("button", name="Let go").click()
    assert not any(lit(page).values())


@pytest.mark.thorough
def test_the_maps_titles_say_what_they_show(drawing):
    page = drawing()
    draw_page.load(page, 3)
    (c, than), n = draw_page.pair(page), store_network.worst(CNN)[2][0]
    numpy = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], 0)

    def check(*topic):
        words = [
            f"{topic[0]} rather than {topic[-1]}",
            f"for or against the {topic[0]}",
        ]
        title = words[len(topic) == 1]
        assert page.locator("#xp-spoke").inner_text() == title
        assert page.locator("#xp-adds").inner_text() == f"each pixel: {title}"
        for name in ("adds", "spoke"):
            expected = numpy.panels(*topic)[name]
            np.testing.assert_allclose(pixels_of(page, name), expected, atol=0.00051)

    check(c, than)
    page.evaluate(POINT, ["scores", 7])
    check(7)
    page.evaluate(POINT, ["map", 300])
    check(c, than)
    page.locator('[data-panel="scores"] [data-cell="7"]').click()
    page.mouse.move(0, 0)
    check(7)
    assert draw_page.pair(page) == (
        c,
        7,
    )  # what was pressed is compared with the answer
    page.evaluate(POINT, ["map", 300])
    check(c, 7)


def test_a_pixel_says_for_whom_it_speaks_and_what_comes_of_it_turned(drawing):
    page = drawing()
    n = store_network.worst(CNN)[2][0]
    image = IMAGES[n, :, :, 0]
    draw_page.load(page, 3)
    c, than = draw_page.pair(page)
    numpy = draw_page.Numpy(CNN, image, 0)
    adds = numpy.adds(c, than)
    # All pixels and the biases, by what the winners are, make the difference.
    weights = numpy.weights(c, than) * (numpy.pooled > 0)
    biases = (weights * CNN["kernel_bias"]).sum() + CNN["bias"][c] - CNN["bias"][than]
    assert abs(adds.sum() + biases - numpy.scores[c] + numpy.scores[than]) < 1e-9
    rng = np.random.default_rng(1)
    inked = rng.choice(np.flatnonzero(adds), 8, replace=False)
    for panel, cell in zip(["seen", "adds"] * 5, map(int, [*inked, 300, 450])):
        page.evaluate(POINT, [panel, cell])
        said = sentence(page)
        value = image.ravel()[cell]
        if value == 0:
            assert f"adds nothing to {c} rather than {than}. Were it white" in said
            ink = scores(np.where(np.arange(784) == cell, 1, image.ravel()))[0]
            change = ink[c] - ink[than] - numpy.scores[c] + numpy.scores[than]
            who = c if change > 0 else than
            assert change == 0 or f"ink here would speak for the {who}." in said
        else:
            added = float(re.search(r" adds (\S+) to", said)[1])
            assert abs(added - adds[cell]) < 0.00051
            assert f"it speaks for the {c if adds[cell] > 0 else than}." in said
        anew = {"black": 0, "white": 1}
        told = re.findall(r"[wW]ere it (\w+), (-?[\d.]+\d|-?\d+)", said)
        assert [anew[name] for name, _ in told] == [v for v in (0, 1) if v != value]
        if value:
            share = adds[cell] / value
            predicted = [
                adds.sum() + biases + share * (anew[w] - value) for w, _ in told
            ]
            real = [float(number) for _, number in told]
            others_win = np.abs(np.subtract(predicted, real)).max() > 0.001
            assert ("and other numbers win then" in said) == others_win
        for name, number in told:
            turned = image.ravel().copy()
            turned[cell] = anew[name]
            after = scores(turned)[0]
            assert abs(float(number) - after[c] + after[than]) < 0.00051


def tried(image):
    """Make each pixel black and white: the least lead that is left, and who leads."""
    pictures = np.repeat(image.reshape(1, 784), 2 * 784, axis=0)
    places = np.arange(2 * 784) // 2
    pictures[np.arange(2 * 784), places] = np.arange(2 * 784) % 2
    answer = scores(image).argmax()
    found = scores(pictures)
    lead = found[:, answer] - np.delete(found, answer, axis=1).max(axis=1)
    lead[pictures[np.arange(2 * 784), places] == image.ravel()[places]] = np.inf
    lead = lead.reshape(784, 2)
    best = lead.argmin(axis=1)
    says = found.argmax(axis=1).reshape(784, 2)[np.arange(784), best]
    return answer, lead.min(axis=1), says


def check_search(page, image):
    """Press the button; hold map, words and marks against NumPy."""
    answer, lead, says = tried(image)
    before = np.sort(scores(image)[0])
    told = draw_page.change_mind(page)
    title = page.locator("#xp-adds")
    assert title.inner_text() == "the old drawing, pixel by pixel"
    assert title.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    expected = before[-1] - before[-2] - lead
    np.testing.assert_allclose(pixels_of(page, "adds"), expected, atol=0.00051)
    alone = {str(p): f'"{says[p]}"' for p in np.flatnonzero(says != answer)}
    assert page.evaluate(TURNS) == alone
    places = re.findall(r"\[(\d+),\s(\d+)\] (?:white|black)", told)
    changed = [28 * int(row) + int(column) for row, column in places]
    assert changed[0] == lead.argmin()
    after = pixels_of(page)
    differ = np.flatnonzero(np.abs(after - image.ravel()) > 0.001).tolist()
    assert differ == sorted(changed)
    for panel in ("pad", "seen", "adds"):
        assert sorted(page.evaluate(CHANGED, panel)) == differ
    now = scores(after).argmax()
    assert now != answer and told.startswith(f"It now says {now}")
    assert f"no longer {answer}." in told
    for said in set(alone.values()):
        count = list(alone.values()).count(said)
        assert re.search(rf"\b{count} makes? it an? {said[1]}\b", told)
    assert not re.search(r"\ba 8\b|\ban [^8]", told)
    assert "as it was before the change" in sentence(page)
    assert ("A digit in a pixel" in sentence(page)) == bool(alone)
    assert ("No pixel of all 784 does it alone" in told) == (not alone)
    assert len(changed) == 1 or not alone
    return told, alone


@pytest.mark.thorough
def test_change_its_mind_shows_all_784_and_marks_what_it_changed(drawing):
    page = drawing()
    _, alone = check_search(page, IMAGES[0, :, :, 0])
    assert len(alone) == 4
    n = store_network.worst(CNN)[2][0]
    draw_page.load(page, 3)
    c, than = draw_page.pair(page)
    told, alone = check_search(page, IMAGES[n, :, :, 0])
    assert not alone and ", which is right, and no longer" in told
    page.get_by_role("button", name="Undo").click()
    page.evaluate(REST)
    np.testing.assert_allclose(pixels_of(page), IMAGES[n].ravel(), atol=0.001)
    assert page.evaluate(CHANGED, "pad") == []
    # Map, title and words are those of before.
    assert (
        page.locator("#xp-adds").inner_text() == f"each pixel: {c} rather than {than}"
    )
    adds = draw_page.Numpy(CNN, IMAGES[n, :, :, 0], 0).adds(c, than)
    np.testing.assert_allclose(pixels_of(page, "adds"), adds, atol=0.00051)
    assert page.locator(".dd-told").inner_text().startswith(f"A {LABELS[n]} from")
    assert sentence(page).startswith(f"Red speaks for the {c}, blue for the {than}.")
    page.locator(".dd-examples button").first.click()
    page.evaluate(REST)
    assert page.evaluate(TURNS) == {}


@pytest.mark.thorough
def test_where_one_pixel_is_enough_each_says_its_answer(drawing):
    page = drawing()
    for n in NEAR:
        image = IMAGES[n, :, :, 0]
        draw_page.load(page, 1, image)
        _, alone = check_search(page, image)
        cell = next(iter(alone))
        page.evaluate(POINT, ["adds", int(cell)])
        assert f"then it says {alone[cell][1]}, which leads by" in sentence(page)
        still = next(p for p in range(784) if str(p) not in alone)
        page.evaluate(POINT, ["adds", still])
        assert "then it still says" in sentence(page)


@pytest.mark.thorough
def test_a_mistake_that_is_made_right_is_said_to_be(drawing):
    page = drawing()
    for number, (n, _) in enumerate(store_network.worst(CNN), 1):
        draw_page.load(page, number)
        told, _ = check_search(page, IMAGES[n, :, :, 0])
        now = int(re.match(r"It now says (\d)", told)[1])
        assert ("which is right" in told) == (now == LABELS[n])


@pytest.mark.thorough
def test_on_an_empty_pad_it_says_nothing(drawing):
    page = drawing()
    page.get_by_role("button", name="Clear").click()
    page.evaluate(REST)
    assert page.locator(".dd-answer b").all_inner_texts() == ["", ""]
    said = page.locator(".dd-answer span").all_inner_texts()
    assert said == ["nothing drawn yet"] * 2
    assert sentence(page).startswith("Nothing drawn yet.")
    assert page.locator(".dd-live").inner_text() == "Nothing drawn yet."
    assert page.locator(".dd-chip:visible, .dd-lead:visible").count() == 0
    colours = """() => new Set([...document.querySelectorAll(
      '[data-panel="scores"] .xp-cell')].map((one) => one.style.cssText.includes("--v")
      || getComputedStyle(one).backgroundColor)).size"""
    assert page.evaluate(colours) == 1
    for box in page.locator(".dd-answer").all():
        assert box.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    page.evaluate(POINT, ["seen", 300])
    assert sentence(page) == "pixel[10, 20] = 0, at position 300. Nothing is drawn yet."
    page.get_by_role("button", name="Change its mind").click()
    assert page.locator(".dd-told").inner_text() == "Nothing is drawn yet."
    page.get_by_role("button", name="Invert").click()
    page.evaluate(REST)
    page.mouse.move(0, 0)
    assert sentence(page).startswith("All is white now: choose erase")
    page.get_by_role("button", name="Undo").click()
    page.locator('[data-panel="pad"] [tabindex="0"]').focus()
    page.keyboard.press("Space")
    page.evaluate(REST)
    assert page.locator(".dd-answer b").first.inner_text().isdigit()
    assert page.evaluate(VALUES, "scores") == pytest.approx(
        scores(np.rint(255 * pixels_of(page)) / 255)[0], abs=0.00051
    )


def overlap(one, other):
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0 and down > 0


def panel(name):
    return f'[data-panel="{name}"]'


def test_all_that_is_asked_is_in_one_window_and_the_glass_hides_nothing(drawing):
    page = drawing()
    draw_page.load(page, 3)
    page.evaluate("scrollTo(0, 0)")
    page.locator('[data-panel="adds"] [data-cell="300"]').hover()
    names = [*map(panel, ("pad", "scores", "seen", "adds"))]
    names += [".dd-why", ".xp-sentence", ".dd-answers", ".dd-wrong", ".dd-undo"]
    *boxes, glass = page.evaluate(BOXES, [*names, ".xp-lens:not([hidden])"])
    assert all(box["top"] >= 0 and box["bottom"] <= 900 for box in [*boxes, glass])
    assert not any(overlap(glass, box) for box in boxes)


@pytest.mark.thorough
def test_on_a_phone_answer_and_sum_stay_in_sight_beside_the_pad(drawing):
    page = drawing(width=390)
    draw_page.load(page, 3)
    page.evaluate("""() => {
      const top = (name) => document.querySelector(name).getBoundingClientRect();
      scrollBy(0, top('[data-panel="pad"]').top - top(".bd-header-article").bottom);
    }""")
    page.locator('[data-panel="scores"] [data-cell="4"]').click()
    said = page.locator(".dd-bar").inner_text()
    n, answer = store_network.worst(CNN)[2]
    assert said.startswith(f"It says {answer}, ")
    total = scores(IMAGES[n])[0][4]
    assert abs(float(re.search(r"score of 4 = (\S+)", said)[1]) - total) < 0.00051
    names = [".bd-header-article", *map(panel, ("pad", "scores")), ".dd-bar"]
    head, pad, ten, bar = page.evaluate(BOXES, names)
    assert head["bottom"] <= pad["top"] + 1 and pad["bottom"] <= ten["top"]
    assert ten["bottom"] <= bar["top"] and bar["bottom"] <= 844.5
    page.locator('[data-panel="seen"] [data-cell="300"]').hover()
    names = [".xp-lens:not([hidden])", *map(panel, ("seen", "adds"))]
    glass, seen, adds = page.evaluate(BOXES, names)
    assert not overlap(glass, seen) and not overlap(glass, adds)
    assert seen["right"] < adds["left"]


@pytest.mark.thorough
def test_the_kernels_numbers_stay_in_their_cells_when_lit(drawing):
    page = drawing()
    page.evaluate(POINT, ["map", 300])
    wider = page.evaluate("""() => [...document.querySelectorAll(
      '[data-panel="kernel"] .xp-cell.lit')].filter((cell) =>
        cell.firstChild.getBoundingClientRect().width > cell.clientWidth - 6).length""")
    assert wider == 0
    assert page.locator('[data-panel="kernel"] .xp-cell.lit').count() == 25
