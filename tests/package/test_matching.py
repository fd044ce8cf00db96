"""`match_template`, against its formulas in loops, OpenCV and scikit-image."""

import importlib.util
import tracemalloc
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.built_book import ROOT
from xcorr_helpers import match_template, matching, sample_path

MEASURES = ("cc", "ncc", "zcc", "zncc", "ssd", "nssd")
RNG = np.random.default_rng(12)


def definition(images, template, measure):
    """The formulas, window by window, in loops that import nothing of ours."""
    height, width, _ = template.shape
    shape = images.shape[1] - height + 1, images.shape[2] - width + 1
    out = np.zeros((len(images), *shape))
    for n, row, column in np.ndindex(out.shape):
        window = images[n, row : row + height, column : column + width].astype(float)
        wanted = template.astype(float)
        if measure in ("zcc", "zncc"):
            window = window - window.mean(axis=(0, 1))
            wanted = wanted - wanted.mean(axis=(0, 1))
        found = (window * wanted).sum()
        if measure in ("ssd", "nssd"):
            found = ((window - wanted) ** 2).sum()
        if measure in ("ncc", "zncc", "nssd"):
            size = np.sqrt((window**2).sum() * (wanted**2).sum())
            nothing = 1 if measure == "nssd" else 0
            found = min(found / size, 1) if size > 1e-9 else nothing
        out[n, row, column] = found
    return out


@st.composite
def cases(draw):
    size = st.integers(1, 5)
    height, width, channels, n_images = (draw(size) for _ in range(4))
    more = draw(st.tuples(st.integers(0, 6), st.integers(0, 6)))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    largest = draw(st.sampled_from([1, 3, 200]))  # 1: many windows are flat
    level = draw(st.sampled_from([0, 5, -100]))
    shape = n_images - 1, height + more[0], width + more[1], channels
    images = rng.integers(-largest, largest + 1, shape) + level
    template = rng.integers(-largest, largest + 1, (height, width, channels)) + level
    return images, template


@pytest.mark.parametrize("measure", MEASURES)
@given(case=cases(), dtype=st.sampled_from([int, float, np.float32]))
def test_is_its_formula(measure, case, dtype):
    images, template = (array.astype(dtype) for array in case)
    kept = images.copy(), template.copy()
    out = match_template(images, template, measure=measure)
    expected = definition(images, template, measure)
    assert out.dtype == (np.float32 if dtype == np.float32 else np.float64)
    close = 1e-5 if dtype == np.float32 else 1e-9
    np.testing.assert_allclose(out, expected, rtol=close, atol=close * 10)
    np.testing.assert_array_equal(images, kept[0])
    np.testing.assert_array_equal(template, kept[1])


def reference():
    path = ROOT / "data" / "make_matching_reference.py"
    spec = importlib.util.spec_from_file_location("make_matching_reference", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with np.load(sample_path("template_matching.npz")) as stored:
        return script, dict(stored)


def test_is_what_opencv_answers():
    script, stored = reference()
    assert tuple(script.MEASURES) == MEASURES
    image, template = script.toy()
    toys = {"grey": (image[..., None], template[..., None])}
    toys["colour"] = script.colour_toy()
    for (name, (image, template)), measure in product(toys.items(), MEASURES):
        theirs = stored[f"{name}_{script.MEASURES[measure]}"]
        ours = match_template(image[None], template, measure=measure)[0]
        assert theirs.dtype == np.float32
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-5)


def test_is_what_scikit_image_answers():
    script, stored = reference()
    image, template = (array[..., None] for array in script.toy())
    ours = match_template(image[None], template)[0]
    np.testing.assert_allclose(ours, stored["skimage"], atol=1e-12)
    padded = np.pad(image, ((1, 0), (1, 1), (0, 0)))
    ours = match_template(padded[None], template)[0]
    np.testing.assert_allclose(ours, stored["skimage_padded"], atol=1e-12)
    image, template = (
        script.colour_toy()
    )  # one mean for all channels: make them columns
    image, template = image.reshape(1, 6, 33, 1), template.reshape(2, 9, 1)
    ours = match_template(image, template)[0, :, ::3]
    np.testing.assert_allclose(ours, stored["skimage_colour"][..., 0], atol=1e-12)


def test_a_template_without_contrast_fits_nowhere_and_in_opencv_everywhere():
    script, stored = reference()
    image = script.toy()[0][None, ..., None]
    assert (stored["flat_TM_CCOEFF_NORMED"] == 1).all()
    assert not match_template(image, np.full((2, 3, 1), 4)).any()
    assert not match_template(image, np.zeros((2, 3, 1)), measure="ncc").any()
    assert (match_template(image, np.zeros((2, 3, 1)), measure="nssd") == 1).all()


@pytest.mark.parametrize("value", [0.1, 1 / 3, 1e-7, 255.0, -1e12])
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_windows_without_contrast_get_0(value, dtype):
    """To the last bit, whatever the rest of the image holds."""
    image = np.full((1, 9, 14, 2), value, dtype)
    image[:, :, 9:] = RNG.standard_normal((1, 9, 5, 2))
    template = RNG.standard_normal((4, 3, 2)).astype(dtype)
    out = match_template(image, template)
    assert (out[..., :7] == 0).all()
    assert (abs(out[..., 9:]) > 0).all()
    noise = image * (1 + np.finfo(dtype).eps * RNG.integers(-1, 2, image.shape))
    out = match_template(noise.astype(dtype), template)
    assert (out[..., :7] == 0).all(), "contrast that is only rounding is none"


@pytest.mark.parametrize("level", [0, 1e4, 1e8])
def test_a_level_that_is_added_changes_nothing(level):
    """Nothing cancels: not where the level is a hundred million times the contrast."""
    image, template = RNG.random((1, 30, 41, 1)), RNG.random((7, 12, 1))
    image, template = np.round(image * 64) / 64, np.round(template * 64) / 64
    for measure in ("zcc", "zncc", "ssd"):
        plain = match_template(image, template, measure=measure)
        moved = match_template(image + level, template + level, measure=measure)
        np.testing.assert_allclose(moved, plain, rtol=1e-6, atol=1e-6)


def test_what_was_cut_out_is_found():
    image = RNG.random((1, 50, 64, 3))
    for row, column in ((0, 0), (17, 30), (41, 53)):
        template = image[0, row : row + 9, column : column + 11]
        for measure, best in (("zncc", 1), ("ncc", 1), ("ssd", 0), ("nssd", 0)):
            out = match_template(image, template, measure=measure)[0]
            place = (out if best else -out).argmax()
            assert np.unravel_index(place, out.shape) == (row, column)
            np.testing.assert_allclose(out[row, column], best, atol=1e-9)
        brighter = match_template(0.3 * image + 2, template)[0]
        np.testing.assert_allclose(brighter[row, column], 1)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_not_finite_reaches_its_windows_and_no_other(value, measure):
    images, template = RNG.random((2, 6, 11, 2)), RNG.random((2, 3, 2))
    expected = match_template(images, template, measure=measure)
    images[1, 3, 5, 1] = value
    out = match_template(images, template, measure=measure)
    hit = np.zeros(out.shape, bool)
    hit[1, 2:4, 3:6] = True
    np.testing.assert_allclose(out[~hit], expected[~hit], rtol=1e-9, atol=1e-9)
    if np.isnan(value):
        assert np.isnan(out[hit]).all()


@pytest.mark.parametrize("measure", MEASURES)
def test_any_layout_of_memory_and_no_image_at_all(measure):
    images, template = RNG.random((3, 6, 11, 2)), RNG.random((2, 3, 2))
    expected = match_template(images, template, measure=measure)
    for array in (np.asfortranarray(images), images[::-1, :, ::-1]):
        array.setflags(write=False)
        turned = np.ascontiguousarray(array)
        out = match_template(array, template, measure=measure)
        np.testing.assert_array_equal(
            out, match_template(turned, template, measure=measure)
        )
    assert match_template(images[:0], template, measure=measure).shape == (0, 5, 9)
    one = match_template(images[1:2], template, measure=measure)
    np.testing.assert_array_equal(one[0], expected[1])


@pytest.mark.parametrize("measure", MEASURES)
def test_blocks_do_not_show_and_bound_what_is_held(measure, monkeypatch):
    images, template = RNG.random((2, 23, 17, 2)), RNG.random((3, 5, 2))
    expected = match_template(images, template, measure=measure)
    monkeypatch.setattr(matching, "BLOCK_VALUES", 1)
    out = match_template(images, template, measure=measure)
    np.testing.assert_allclose(out, expected, atol=1e-12)
    monkeypatch.undo()
    wide = np.zeros((1, 1500, 1400, 2), np.uint8)
    tracemalloc.start()
    out = match_template(wide, template, measure=measure)
    held = tracemalloc.get_traced_memory()[1] - out.nbytes
    tracemalloc.stop()
    assert held < 64e6


def test_one_pixel_and_the_whole_image_as_templates():
    image = RNG.random((1, 5, 7, 1))
    assert not match_template(image, image[0, :1, :1]).any(), "a pixel has no contrast"
    np.testing.assert_allclose(match_template(image, image[0]), [[[1]]])
