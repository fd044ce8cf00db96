"""How the page of kernels shows a picture, what was read of it, and its number."""

import numpy as np
import pytest

from tests.browser.kernels_page import OPEN, PIXELS, READY, a_picture, choose
from tests.support import pictures
from tools import browser


def pixels(page, selector):
    height, width, data = page.evaluate(PIXELS, selector)
    return np.reshape(data, (height, width, 4))


def means(image, height, width):
    """Return the means of the areas that the new pixels cover, an axis at a time."""
    for axis, size in enumerate((height, width)):
        edges = np.linspace(0, image.shape[axis], size + 1)
        zero = np.zeros_like(image.take([0], axis))
        sums = np.concatenate([zero, image.cumsum(axis)], axis)
        below = np.minimum(edges.astype(int), image.shape[axis] - 1)
        shape = [1, 1, 1]
        shape[axis] = -1
        part = (edges - below).reshape(shape) * image.take(below, axis)
        image = np.diff(sums.take(below, axis) + part, axis=axis)
        image = image * size / edges[-1]
    return image


@pytest.mark.parametrize(
    "frame",
    [pytest.param(0, marks=pytest.mark.thorough), 1],
    ids=["picture", "result"],
)
def test_a_picture_that_is_shown_smaller_is_averaged(frame, own_picture):
    page = own_picture("picture=rings", width=390)
    large = (".op-before", ".op-after")[frame]
    view = f"{large} ~ .op-view"
    assert page.locator(view).is_visible()
    image, small = pixels(page, large), pixels(page, view)
    assert small.shape[1] == page.locator(large).evaluate("one => one.clientWidth")
    expected = means(image[:, :, :3].astype(float), *small.shape[:2])
    np.testing.assert_allclose(small[:, :, :3], expected, atol=1)
    page.evaluate(OPEN, "picture=cat")
    page.wait_for_function(READY)
    assert page.locator(view).is_hidden(), "pixels that are enlarged have sharp edges"


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_the_number_stands_beside_the_result_and_moves_nothing(width, own_picture):
    page = own_picture(width=width)
    value = page.locator(".op-value")
    assert value.inner_text() == "result[8, 9] = 219"
    tall = "() => document.querySelector('#own-picture').getBoundingClientRect().height"
    height = page.evaluate(tall)
    beside = page.locator(".op-range").bounding_box()
    for row, column in [(0, 0), (29, 29), (10, 5)]:
        place = page.locator(".op-after").bounding_box()
        page.mouse.move(
            place["x"] + (column + 0.5) * place["width"] / 30,
            place["y"] + (row + 0.5) * place["height"] / 30,
        )
        value.get_by_text(f"result[{row}, {column}] = ").wait_for()
        total = page.locator("#own-picture .xp-total b").inner_text()
        assert value.inner_text().endswith(f" = {total}")
        box = value.bounding_box()
        assert 0 < box["y"] < browser.HEIGHTS[width] - box["height"]
        assert abs(page.evaluate(tall) - height) < 1
        assert page.locator(".op-range").bounding_box() == beside
    page.locator(".op-range").get_by_text("-520").click()  # it stays there
    page.get_by_label("clipped to 0 to 255").check()
    value.get_by_text(" = -520, shown as 0").wait_for()


def test_the_number_stays_in_sight_on_a_phone(own_picture):
    page = own_picture(width=390)
    place = page.locator(".op-value").bounding_box()
    # The pictures' lower edge is at the foot of the screen: the line is over it.
    page.set_viewport_size({"width": 390, "height": int(place["y"]) - 20})
    box = page.locator(".op-value").bounding_box()
    assert box["y"] + box["height"] <= int(place["y"]) - 20


def marked(page):
    return pixels(page, ".op-cover")[:, :, 3] > 0


@pytest.mark.thorough
def test_what_was_read_is_outlined_and_stays_visible(own_picture):
    page = own_picture("at=8,9")
    mark = marked(page)
    scale = mark.shape[0] / 32
    middle = slice(int(8.3 * scale), int(10.7 * scale))
    across = slice(int(9.3 * scale), int(11.7 * scale))
    assert not mark[middle, across].any(), "the pixels that are asked about are free"
    rows, columns = np.nonzero(mark)
    found = [rows.min(), rows.max(), columns.min(), columns.max()]
    expected = np.array([8, 11, 9, 12]) * scale
    np.testing.assert_allclose(found, expected, atol=4)


@pytest.mark.thorough
@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_a_few_pixels_of_a_large_picture_have_a_ring(width, own_picture):
    page = own_picture(width=width)
    choose(page, pictures.png(a_picture(512, 512)))
    page.evaluate(OPEN, "picture=own&at=250,250")
    page.wait_for_function(READY)
    mark = marked(page)
    rows, columns = np.nonzero(mark)
    assert 18 <= np.ptp(rows) <= 26 and 18 <= np.ptp(columns) <= 26
    middle = mark.shape[0] * 251.5 / 512
    np.testing.assert_allclose([rows.mean(), columns.mean()], middle, atol=2)


def test_grey_is_said_and_colour_is_a_switch_in_sight(own_picture):
    page = own_picture()
    assert page.locator("#op-picture").inner_text() == "picture, in grey"
    page.get_by_label("each channel").check()
    page.wait_for_function(READY)
    assert page.locator("#op-picture").inner_text() == "picture"
    image = pixels(page, ".op-before")
    assert (image[:, :, 0] != image[:, :, 2]).any()


def test_what_is_said_of_a_place_does_not_outlive_the_settings(own_picture):
    page = own_picture()
    page.locator(".op-after").press("ArrowDown")
    assert page.locator(".op-live").text_content().startswith("Row 9, ")
    page.locator("[name=kernel]").select_option("blur")
    page.wait_for_function(READY)
    assert page.locator(".op-live").text_content() == ""


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_nothing_stands_alone_or_apart(width, own_picture):
    page = own_picture("k1=soft+blur&k2=edges", width=width)
    before, after = (
        page.locator(one).bounding_box() for one in (".op-before", ".op-after")
    )
    assert after["x"] - before["x"] - before["width"] < 20
    if width == 1300:
        glass, said = (
            page.locator(f"#own-picture {one}").bounding_box()
            for one in (".op-glass", ".xp-said")
        )
        assert said["y"] < glass["y"] < said["y"] + said["height"], "beside the sum"
    ends = [one.bounding_box() for one in page.locator(".op-range button").all()]
    assert ends[0]["y"] == ends[1]["y"]
    assert (
        page.locator(".op-range")
        .inner_text()
        .endswith(page.locator(".op-range button").last.inner_text())
    )
