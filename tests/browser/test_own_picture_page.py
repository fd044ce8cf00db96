"""The page of kernels: its settings, its lens, by keyboard, by finger, and how fast."""

import re

import numpy as np
import pytest
from scipy.signal import correlate2d

from tests.browser import accessibility, phone
from tests.browser.kernels_page import (
    PROBLEM,
    READY,
    ROOT,
    a_picture,
    choose,
    read_back,
    saved,
)
from tests.support import pictures
from tools import browser


def address(page):
    page.evaluate("() => new Promise((done) => setTimeout(done, 250))")
    return page.url.partition("#")[2]


def test_a_link_keeps_the_settings_and_never_the_picture(own_picture):
    asked = "k1=soft+blur&s1=2&k2=2,3,1,-2,0.5,0,0,7&v2=3&p2=1,2&step=1&colour=1"
    page = own_picture(asked + "&channel=2&show=clip&at=3,5&picture=frog")
    page.locator(".op-after").press("ArrowRight")
    after = address(page)
    again = own_picture(after)
    for shown in (page, again):
        assert "3,6" in after and "picture=frog" in after
        assert shown.locator("[name=row]").input_value() == "3"
        assert shown.locator("[name=column]").input_value() == "6"
        assert shown.locator("[name=stride]").input_value() == "2"
        assert shown.locator(".op-chain button").all_inner_texts() == [
            "1: soft blur",
            "2: your own",
        ]
    assert address(again) == after
    choose(page, pictures.png(a_picture(60, 70)))
    mine = address(page)
    assert mine == after.replace("picture=frog", "picture=own")
    # Whoever gets the link is told what is not in it.
    theirs = own_picture(mine)
    assert theirs.locator(".op-told").inner_text() == "cat: 32 x 32 pixels."
    assert "someone's own, which is not in it" in theirs.locator(".op-set").inner_text()
    page.reload()
    page.wait_for_function(READY)
    assert "which is not in it" in page.locator(".op-set").inner_text()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "wrong",
    [
        "k1=no+such",
        "k1=2,2,1",
        "k1=2,2,1,2,3,x",
        "k1=9,9,1",
        "s1=0",
        "p1=1,2,3",
        "show=loud",
        "picture=mine",
        "at=x",
        "k1=1,1,1&v1=0",
        "step=4",
    ],
)
def test_an_impossible_address_is_refused_in_words(wrong, own_picture):
    page = own_picture(wrong)
    assert (
        page.locator(PROBLEM)
        .inner_text()
        .endswith("Here is the plain example instead.")
    )
    assert "30 x 30 numbers" in page.locator(".op-range").inner_text()


def test_with_the_keyboard_alone(own_picture):
    page = own_picture()
    focused = "() => document.activeElement.matches('.op-after')"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(focused):
            break
    else:
        pytest.fail("the Tab key does not lead to the result")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    row, column = (page.locator(f"[name={n}]").input_value() for n in ("row", "column"))
    assert (row, column) == ("9", "0")
    said = page.locator(".op-live").inner_text()
    assert said.startswith("Row 9, column 0. result[9, 0] = ")
    assert said.endswith("within 3 x 3: rows 9 to 11, columns 0 to 2.")
    # A number of the kernel, changed where it stands in the lens.
    page.locator('[data-panel="kernel"] [tabindex="0"]').focus()
    page.keyboard.press("5")
    assert page.evaluate("document.activeElement.dataset.number") == "0"
    page.wait_for_function(READY)
    page.keyboard.press("Tab")
    page.keyboard.press("x")
    assert (
        page.locator(PROBLEM).inner_text().startswith("A number of the kernel must be")
    )
    page.keyboard.press("Backspace")
    page.keyboard.press("4")
    page.wait_for_function(f"() => !document.querySelector('{PROBLEM}').textContent")


def test_kernels_are_added_and_removed(own_picture):
    page = own_picture("k1=blur")
    page.get_by_text("Add a kernel").click()
    page.wait_for_function(READY)
    # After a blur something is to be found; after that, smoothed again.
    assert page.locator(".op-chain button").all_inner_texts()[1] == "2: edges"
    assert page.evaluate("document.activeElement.name") == "kernel"
    page.get_by_text("Add a kernel").click()
    page.wait_for_function(READY)
    assert page.locator(".op-chain button").all_inner_texts()[2] == "3: blur"
    page.get_by_text("Remove it").click()
    page.locator("[name=kernel]").select_option("sharpen")
    page.wait_for_function(READY)
    texts = page.locator(".op-chain button").all_inner_texts()
    assert texts == ["1: blur", "2: sharpen"]
    assert "within 5 x 5" in page.locator(".op-seen").inner_text()
    page.locator(".op-chain button").first.click()
    page.wait_for_function(READY)
    assert "within 3 x 3" in page.locator(".op-seen").inner_text()
    page.get_by_text("Remove it").click()
    page.wait_for_function(READY)
    assert page.locator(".op-chain button").all_text_contents() == ["1: sharpen"]


def test_the_lens_follows_what_is_pointed_at_and_stays_where_it_is_pressed(own_picture):
    page = own_picture("k1=blur&picture=a+five&at=0,0")
    place = page.locator(f"{ROOT} [name=row], {ROOT} [name=column]")
    values = "all => all.map((one) => one.value).join()"

    def shows(wanted):
        page.wait_for_function(
            "([selector, wanted]) => [...document.querySelectorAll(selector)]"
            ".map((one) => one.value).join() === wanted",
            arg=[f"{ROOT} [name=row], {ROOT} [name=column]", wanted],
        )

    for canvas in (".op-after", ".op-before"):
        page.locator(canvas).scroll_into_view_if_needed()
        box = page.locator(canvas).bounding_box()
        before = place.evaluate_all(values)
        middle = box["x"] + box["width"] / 2 + 1, box["y"] + box["height"] / 4 + 1
        page.mouse.move(*middle)
        shows("6,13")
        page.mouse.move(5, 5)
        shows(before)
        page.mouse.click(*middle)
        page.mouse.move(5, 5)
        shows("6,13")
        page.locator(canvas).press("Home")
        shows("6,0")


def test_too_many_bytes_are_refused_before_they_are_read(own_picture):
    said = own_picture().evaluate(
        "() => xcorrPicture.fromFile({ name: 'a.png', size: 60000001 })"
        ".catch((error) => error.message)"
    )
    assert said == "a.png has more than 60 million bytes."


def test_from_disk_it_works_as_well(book_html, own_picture, tmp_path):
    page = own_picture(base=book_html.resolve().as_uri())
    pixels = a_picture()
    np.testing.assert_array_equal(
        read_back(page, pictures.png(pixels), tmp_path), pixels
    )
    result = saved(page, "result", tmp_path)[:, :, 0]
    grey = (pixels.astype(int) @ [299, 587, 114] + 500) // 1000
    edges = 9 * np.eye(9)[4].reshape(3, 3) - 1
    np.testing.assert_array_equal(result, correlate2d(grey, edges, mode="valid"))
    assert result.size % 4, "the last sums are added up alone"


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_axe_finds_nothing(width, own_picture):
    page = own_picture("k1=blur&k2=edges&colour=1&show=clip", width=width)
    narrow = width == min(browser.HEIGHTS)
    assert accessibility.violations(page, thorough=False) == []
    spare = "() => innerWidth - document.documentElement.scrollWidth"
    assert page.evaluate(spare) >= 0, "the page scrolls sideways"
    if narrow:
        assert phone.problems(page) == []


# ---- How long it takes: printed, and judged by nobody.

LONGEST = """() => new Promise((done) => {
  const root = document.getElementById("own-picture");
  const input = root.querySelector("[name=divisor]");
  let [last, longest] = [performance.now(), 0];
  const beat = new MessageChannel();
  let going = true;
  beat.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) beat.port2.postMessage(0);
  };
  beat.port2.postMessage(0);
  input.value = Number(input.value) + 1;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const wait = () => {
    if (root.ariaBusy !== "false") { setTimeout(wait, 5); return; }
    going = false;
    done([Number(root.dataset.milliseconds), longest]);
  };
  wait();
})"""


@pytest.mark.thorough
@pytest.mark.parametrize("colour", [0, 1], ids=["grey", "each channel"])
def test_the_largest_picture_is_timed(colour, own_picture, report):
    page = own_picture(f"k1=wide+blur&p1=3&colour={colour}")
    choose(page, pictures.png(a_picture(512, 512)))
    assert re.match("512 x 512", page.locator(".op-range").inner_text())
    runs = [page.evaluate(LONGEST) for _ in range(9)]
    times, pauses = map(sorted, zip(*runs))
    what = "each channel" if colour else "grey"
    report(
        f"own picture, 512 x 512 with 7 x 7, {what}: {times[4]:.0f} ms "
        f"(at best {times[0]:.0f}), the longest without an answer {pauses[4]:.0f} ms"
    )
