"""The page of kernels as a reader meets it: what is in sight, and what is said."""

import numpy as np
import pytest

from tests.browser.kernels_page import (
    LENS,
    OPEN,
    READY,
    SEEN,
    a_picture,
    choose,
    saved,
)
from tests.support import pictures
from tools import browser

# From the top of the window.
BOX = """(one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return [top, bottom];
}"""


def box(page, selector):
    return page.locator(selector).evaluate(BOX)


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_picture_and_result_are_in_the_first_screen(width, own_picture):
    page = own_picture(width=width)
    height = browser.HEIGHTS[width]
    for canvas in (".op-before", ".op-after"):
        top, bottom = box(page, canvas)
        assert top < {1300: 320, 390: 540}[width]
        assert bottom < height
    if width == 1300:
        assert box(page, ".op-tables .xp-sentence")[0] < height
    window, kernel = (
        box(page, f'[data-panel="{name}"] .xp-box') for name in ("window", "kernel")
    )
    assert window == kernel, "one table is lower than its neighbour"
    assert not page.locator("[name=stride]").is_visible()


def test_what_is_folded_says_what_it_holds(own_picture):
    page = own_picture("k1=blur&s1=2&p1=1,3")
    fold = page.locator("#own-picture summary")
    assert fold.inner_text().endswith(
        ": 3 x 3, divided by 9, stride 2, padding 1 and 3, dilation 1"
    )
    fold.click()
    page.locator("[name=stride]").fill("3")
    assert "stride 3, " in fold.inner_text()
    page.wait_for_function(READY)


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_function(READY)


def in_sight(page):
    """Whether picture and result are, and the words for it have the focus."""
    height = page.viewport_size["height"]
    boxes = [box(page, canvas) for canvas in (".op-before", ".op-after")]
    is_told = page.evaluate("document.activeElement.matches('.op-set')")
    return is_told and all(top > 0 and bottom < height for top, bottom in boxes)


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_a_link_brings_the_result_into_sight_and_says_what_it_set(
    width, own_picture, tmp_path
):
    page = own_picture("k1=sharpen", width=width)
    mine = a_picture(60, 70)
    choose(page, pictures.png(mine))
    said = page.locator(".op-set")
    assert said.text_content() == ""
    follow(page, "Find edges")
    assert in_sight(page)
    assert said.inner_text() == (
        "Set by the link: edges; read as grey; the result is shown as it is. "
        "The picture is still yours."
    )
    follow(page, "Spread the kernel with dilation")
    assert in_sight(page)
    assert said.inner_text() == (
        "Set by the link: blur with dilation 6; read as grey; the result is shown as "
        "it is. The picture is now rings, and was yours: the button “your picture” "
        "brings it back."
    )
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    follow(page, "Spread the kernel with dilation")
    assert in_sight(page), "a second time"
    page.get_by_role("button", name="your picture", exact=True).click()
    page.wait_for_function(READY)
    np.testing.assert_array_equal(saved(page, "pixels", tmp_path), mine)
    assert said.text_content() == "", "it is no longer as the link set it"


def test_a_link_that_names_no_picture_leaves_it_and_back_goes_back(own_picture):
    page = own_picture("k1=sharpen&picture=frog")
    shown = ".op-bundled [aria-pressed=true]"
    assert not page.get_by_role("button", name="your picture").is_visible()
    follow(page, "Let bytes overflow")
    assert page.locator(shown).inner_text() == "frog"
    assert page.get_by_label("as bytes that overflow").is_checked()
    follow(page, "A kernel that nobody wrote")
    assert page.locator(shown).inner_text() == "a five"
    assert "is now a five, and was frog" in page.locator(".op-set").inner_text()
    follow(page, "Find edges")
    assert page.locator(shown).inner_text() == "frog", "what the reader chose"
    assert "is now frog, and was a five" in page.locator(".op-set").inner_text()
    page.go_back()
    page.locator(shown).get_by_text("a five").wait_for()
    page.go_back()
    page.locator(shown).get_by_text("frog").wait_for()
    assert page.get_by_label("as bytes that overflow").is_checked()


@pytest.mark.thorough
def test_each_link_of_the_page_is_told_in_words(own_picture):
    page = own_picture()
    links = page.locator('article a[href^="#"][href*="="]')
    assert links.count() >= 7
    for link in links.all():
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        link.click()
        page.wait_for_function(READY)
        assert in_sight(page)
        kernels = page.locator(".op-chain button").all_text_contents()
        named = ", then ".join(text.partition(": ")[2] for text in kernels)
        assert f"Set by the link: {named}" in page.locator(".op-set").inner_text()


def point(page, canvas, row, column, shape):
    page.locator(canvas).scroll_into_view_if_needed()
    place = page.locator(canvas).bounding_box()
    x = place["x"] + (column + 0.5) * place["width"] / shape[1]
    y = place["y"] + (row + 0.5) * place["height"] / shape[0]
    page.mouse.move(x, y)
    return x, y


@pytest.mark.parametrize("colour", [0, 1], ids=["grey", "each channel"])
def test_the_pixel_that_is_pointed_at_is_named_and_in_the_middle(colour, own_picture):
    page = own_picture()
    pixels = a_picture(40, 30)
    choose(page, pictures.png(pixels))
    seen = page.locator(".op-seen")
    for address, row, column, place in [
        ("k1=edges", 10, 20, (9, 19)),
        ("k1=edges&p1=1", 10, 20, (10, 20)),
        ("k1=edges", 0, 29, (0, 27)),  # no window has a corner in its middle
        ("k1=soft+blur&k2=edges&d2=2", 15, 11, (11, 7)),
        ("k1=blur&s1=3", 16, 10, (5, 3)),
    ]:
        page.evaluate(OPEN, f"{address}&colour={colour}")
        page.wait_for_function(READY)
        where = point(page, ".op-before", row, column, (40, 30))
        numbers = ", ".join(map(str, pixels[row, column]))
        if not colour:
            numbers = (pixels[row, column].astype(int) @ [299, 587, 114] + 500) // 1000
        words = f"Row {row}, column {column} of the picture is {numbers}. result"
        seen.get_by_text(words + f"[{place[0]}, {place[1]}] has seen").wait_for()
        if row:
            assert row * 30 + column in page.evaluate(SEEN)
        page.mouse.click(*where)
        page.mouse.move(5, 5)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert seen.inner_text().startswith(words), "it stays where it is pressed"
        page.locator(".op-after").press("ArrowUp")
        assert seen.inner_text().startswith("result[")


def test_the_heading_says_what_the_window_lies_in(own_picture):
    page = own_picture("k1=blur&k2=edges&p2=1&k3=blur&step=1")
    heading = page.locator("#op-window")
    texts = [
        "window of the picture",
        "window of kernel 1's padded result",
        "window of kernel 2's result",
    ]
    for button, text in zip(page.locator(".op-chain button").all(), texts, strict=True):
        button.click()
        page.wait_for_function(READY)
        assert heading.inner_text() == text
    assert page.get_by_role("grid", name=texts[2]).count() == 1


@pytest.mark.parametrize("colour", [0, 1], ids=["grey", "each channel"])
def test_the_least_and_the_largest_number_lead_to_their_place(
    colour, own_picture, tmp_path
):
    page = own_picture(f"k1=edges&show=overflow&colour={colour}")
    result = saved(page, "result", tmp_path)
    for button, place, word in [
        (0, result.argmin(), "least"),
        (1, result.argmax(), "largest"),
    ]:
        row, column, channel = np.unravel_index(place, result.shape)
        value = result.ravel()[place]
        go = page.locator(".op-range button").nth(button)
        assert go.inner_text() == f"{value:g}"
        assert go.get_attribute("aria-label") == f"{value:g}, the {word}: go there"
        go.click()
        sentence = page.locator("#own-picture .xp-sentence").inner_text()
        assert sentence.startswith(f"result[{row}, {column}] = ")
        assert sentence.endswith(f"{value:g}, as a byte {int(value) % 256}.")
        products = [cell["number"] for cell in page.evaluate(LENS)["products"]]
        assert sum(products) == value
        assert page.locator("[name=channel]").input_value() == str(channel)


# ---- A finger.


@pytest.fixture
def finger(own_picture):
    """Touch a page of a phone's width: from one spot to another, in steps."""
    page = own_picture("k1=edges&picture=a+five&at=0,0", width=390)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def drag(start, end, steps=12):
        for k, share in enumerate(np.linspace(0, 1, steps)):
            x, y = np.add(np.multiply(start, 1 - share), np.multiply(end, share))
            kind = "touchMove" if k else "touchStart"
            points = [{"x": float(x), "y": float(y)}]
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
            )
        session.send(
            "Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []}
        )
        page.evaluate("() => new Promise(requestAnimationFrame)")

    yield page, drag
    session.detach()


def spot(page, selector, down, across):
    place = page.locator(selector).bounding_box()
    return [place["x"] + across * place["width"], place["y"] + down * place["height"]]


@pytest.mark.parametrize(
    "canvas, place", [(".op-before", ("6", "20")), (".op-after", ("6", "20"))]
)
def test_a_finger_moves_the_lens_and_the_page_stays(canvas, place, finger):
    page, drag = finger
    page.evaluate("scrollTo(0, 200)")
    drag(spot(page, canvas, 0.9, 0.5), spot(page, canvas, 0.26, 0.78))
    shown = tuple(page.locator(f"[name={n}]").input_value() for n in ("row", "column"))
    assert shown == place
    assert page.evaluate("scrollY") == 200
    # Along the edge, where the finger has left the picture.
    start = spot(page, canvas, 0.5, 0.5)
    drag(start, [start[0], start[1] - 220])
    assert page.locator("[name=row]").input_value() == "0"
    assert page.evaluate("scrollY") == 200


def test_a_finger_beside_the_pictures_scrolls_past_them(finger):
    page, drag = finger
    for selector in ("#op-picture", ".op-range", ".op-seen"):
        page.evaluate("scrollTo(0, 0)")
        page.locator(selector).scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        start = spot(page, selector, 0.5, 0.5)
        drag(start, [start[0], start[1] - 300])
        page.wait_for_function("(before) => scrollY > before + 200", arg=before)
