"""What a reader drops on the page of kernels, read as the page says it is."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser import draw_page
from tests.browser.kernels_page import (
    LENS,
    PROBLEM,
    READY,
    ROOT,
    a_picture,
    choose,
    read_back,
    saved,
)
from tests.support import pictures
from tests.support.gif import gif
from tests.support.jpeg import jpeg

WHITE = 255


def test_files_of_every_kind_are_read_as_said(own_picture, tmp_path):
    page = own_picture("k1=1,1,1")
    colour, grey = a_picture(), a_picture(channels=1)
    three = np.repeat(grey, 3, axis=2)
    gamma = pictures.chunk(b"gAMA", (100_000).to_bytes(4, "big"))
    for name, content, expected in [
        ("colour", pictures.png(colour), colour),
        ("grey", pictures.png(grey), three),
        ("with a gamma that is to be left alone", pictures.png(colour, gamma), colour),
        ("animated", pictures.animated(colour, a_picture(seed=1)), colour),
        ("a pixel", pictures.png(colour[:1, :1]), colour[:1, :1]),
        ("a row", pictures.png(colour[:1]), colour[:1]),
        ("turned", pictures.turned(colour, 6), np.rot90(colour, -1)),
        ("upside down", pictures.turned(colour, 3), colour[::-1, ::-1]),
    ]:
        found = read_back(page, content, tmp_path)
        np.testing.assert_array_equal(found, expected, err_msg=name)


# What the camera notes, and what is to be done about it.
TURNS = {
    1: lambda greys: greys,
    2: np.fliplr,
    3: lambda greys: np.rot90(greys, 2),
    4: np.flipud,
    5: np.transpose,
    6: lambda greys: np.rot90(greys, -1),
    7: lambda greys: np.rot90(greys, 2).T,
    8: np.rot90,
}


def test_a_photograph_is_turned_as_the_camera_noted(own_picture, tmp_path):
    page = own_picture("k1=1,1,1")
    greys = np.array([[255, 0, 30], [90, 128, 200]], np.uint8)
    for orientation, turn in TURNS.items():
        found = read_back(page, jpeg(greys, orientation), tmp_path)
        expected = turn(greys).repeat(8, axis=0).repeat(8, axis=1)
        for channel in range(3):
            np.testing.assert_array_equal(
                found[:, :, channel], expected, err_msg=f"orientation {orientation}"
            )


def test_of_a_film_the_first_frame_is_taken_over_white(own_picture, tmp_path):
    page = own_picture("k1=1,1,1")
    rng = np.random.default_rng(0)
    colours = rng.integers(0, 256, (256, 3), dtype=np.uint8)
    frames = rng.integers(0, 256, (2, 19, 31), dtype=np.uint8)
    clear = int(frames[0, 3, 4])
    for transparent in (None, clear):
        expected = colours[frames[0]]
        if transparent is not None:
            expected[frames[0] == transparent] = WHITE
        for film in (frames[:1], frames):
            found = read_back(page, gif(film, colours, transparent), tmp_path)
            np.testing.assert_array_equal(found, expected)


def test_what_is_transparent_lies_over_white(own_picture, tmp_path):
    page = own_picture()
    pixels = a_picture(40, 60, channels=4)
    pixels[:8, :, 3], pixels[8:16, :, 3] = 0, 255
    found = read_back(page, pictures.png(pixels), tmp_path).astype(int)
    share = pixels[:, :, 3:] / 255
    over_white = pixels[:, :, :3] * share + WHITE * (1 - share)
    assert np.abs(found - over_white).max() <= 1.5  # the nearest byte, or one beside it
    assert (found[:8] == WHITE).all()
    np.testing.assert_array_equal(found[8:16], pixels[8:16, :, :3])


@pytest.mark.parametrize(
    "shape",
    [
        (600, 700),
        (3, 1500),
        pytest.param((3000, 4000), marks=pytest.mark.thorough),
    ],
    ids=str,
)
def test_large_ones_are_reduced_by_the_means_of_areas(
    shape, own_picture, tmp_path, report
):
    page = own_picture("k1=1,1,1")
    pixels = a_picture(*shape)
    found = read_back(page, pictures.png(pixels), tmp_path)
    assert max(found.shape) == 512
    expected = pictures.area_means(pixels, found.shape)
    assert np.abs(found - expected).max() <= 0.5 + 1e-6
    assert " x ".join(map(str, shape)) in page.locator(f"{ROOT} .op-told").inner_text()


def test_what_is_no_picture_is_refused_in_words(own_picture, tmp_path):
    page = own_picture("k1=1,1,1")
    good = pictures.png(a_picture())
    before = read_back(page, good, tmp_path)
    for content in (
        b"",
        b"hello",
        good[:40],
        b"<svg xmlns='none'></svg>",
        b"\0" * 5000,
    ):
        choose(page, content, "notes.png")
        said = page.locator(PROBLEM).inner_text()
        assert said == "notes.png is no picture that this browser can read."
        np.testing.assert_array_equal(saved(page, "pixels", tmp_path), before)


def test_a_picture_too_small_for_the_kernel_gets_one_that_fits(own_picture):
    page = own_picture("k1=wide+blur")
    choose(page, pictures.png(a_picture(1, 1)))
    said = page.locator(PROBLEM).inner_text()
    assert "The kernel must fit" in said and said.endswith("Here is one that fits.")
    assert page.locator(f"{ROOT} [name=padding]").input_value() == "1"
    assert "1 x 1 numbers" in page.locator(".op-range").inner_text()


GIVE = """([how, bytes]) => {
  const file = new File([new Uint8Array(bytes)], "mine.png", { type: "image/png" });
  const data = new DataTransfer();
  data.items.add(file);
  const event = how === "drop"
    ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
    : new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
  document.body.dispatchEvent(event);
  return how !== "drop" || event.defaultPrevented;
}"""


@pytest.mark.parametrize("how", ["drop", "paste"])
def test_a_picture_is_dropped_or_pasted(how, own_picture, tmp_path):
    page = own_picture()
    pixels = a_picture(9, 13)
    assert page.evaluate(GIVE, [how, list(pictures.png(pixels))])
    page.get_by_text("Your picture: 9 x 13 pixels.").wait_for()
    page.wait_for_function(READY)
    np.testing.assert_array_equal(saved(page, "pixels", tmp_path), pixels)


def test_bundled_pictures_are_those_of_the_data(own_picture, tmp_path):
    page = own_picture()
    cat = np.rint(xh.load_cifar10().images[0] * 255)
    five = np.rint(xh.load_mnist().images[0] * 255)
    np.testing.assert_array_equal(saved(page, "pixels", tmp_path), cat)
    page.locator(".op-bundled").get_by_text("a five", exact=True).click()
    page.wait_for_function(READY)
    pixels = saved(page, "pixels", tmp_path)
    np.testing.assert_array_equal(pixels, np.repeat(five[..., None], 3, axis=2))


def test_chapter_8s_kernels_are_those_of_its_training(own_picture):
    kernels = draw_page.stored()[0]["kernels"]
    page = own_picture(f"k1=chapter+8,+kernel+{len(kernels) - 1}")
    shown = [cell["number"] for cell in page.evaluate(LENS)["kernel"]]
    assert shown == np.rint(1000 * kernels[-1].ravel()).tolist()
    names = page.locator("[name=kernel] option").all_inner_texts()
    assert sum(name.startswith("chapter 8, kernel ") for name in names) == len(kernels)
