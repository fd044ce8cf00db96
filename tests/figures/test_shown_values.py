"""What a figure shows is what it was given, whatever the dtype and however small."""

import numpy as np
import pytest
from scipy.signal import correlate2d

from xcorr_helpers import figures

ALT = {"alt": "What there is to see."}
TITLES = {"x_title": "n", "y_title": "ms", **ALT}
COLOURS = np.full((2, 3, 3), 200, np.uint8)
SIX = {name: [1, 2, 3] for name in "abcdef"}


def shown(figure):
    return [trace.z for trace in figure.data if "z" in trace]


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, bool, np.float32, ">i2"])
def test_sums_do_not_overflow(dtype):
    image = np.full((4, 5, 3), 100).astype(dtype)
    kernel = np.full((2, 3, 3), 4).astype(dtype)
    one_sum = 6 * int(image[0, 0, 0]) * int(kernel[0, 0, 0])
    window = figures.sliding_window(image[..., 0], kernel[..., 0], **ALT, numbers=True)
    np.testing.assert_array_equal(shown(window)[1], np.full((3, 3), one_sum))
    assert window.layout.title.text.endswith(f" = <b>{one_sum}</b>")
    stack = figures.channel_stack(image, kernel, ["a", "b", "c"], **ALT)
    np.testing.assert_array_equal(shown(stack)[6], np.full((3, 3), 3 * one_sum))
    summed = " + ".join([str(one_sum)] * 3)
    assert stack.frames[0].data[1].text[3] == f"{summed}<br><b>= {3 * one_sum}</b>"


@pytest.mark.parametrize("scale", [1, -2, 0.25, 1e12])
def test_a_sum_is_written_with_its_products_where_the_kernel_lies(scale):
    image = np.arange(45).reshape(5, 9) - 7
    kernel = scale * np.array([[-1, 0, 2.5], [2, -1, 0]])
    figure = figures.sliding_window(image, kernel, **ALT, numbers=True)
    written = [float(text[1:].replace("−", "-")) for text in figure.data[4].text]
    np.testing.assert_allclose(written, kernel.ravel())
    expected = correlate2d(image, kernel, mode="valid").ravel()
    assert len(figure.frames) == len(expected) == 28
    for frame, total in zip(figure.frames, expected):
        _, *lines = frame.layout.title.text.replace("−", "-").split("<br>")
        assert len(lines) == len(kernel)
        products, _, said = "".join(lines).partition(" = ")
        assert products.count("*") == kernel.size
        np.testing.assert_allclose(eval(products), total)
        np.testing.assert_allclose(float(said[3:-4]), total, rtol=5e-4)
        x, y = (
            np.rint(frame.data[2].x).astype(int),
            np.rint(frame.data[2].y).astype(int),
        )
        np.testing.assert_allclose(image[y, x] @ written, total)


def test_colours_in_bytes_and_from_0_to_1_are_the_same():
    for colours in (COLOURS, COLOURS / 255, np.float32(COLOURS / 255)):
        (panel,) = shown(figures.panels([colours], ["a"], **ALT))
        np.testing.assert_array_equal(panel, COLOURS)
        (sheet,) = shown(figures.mosaic(colours[None], 1, **ALT))
        np.testing.assert_array_equal(sheet[1:-1, 1:-1], COLOURS)


def test_one_channel_is_shown_as_without_its_axis():
    image = np.arange(6.0).reshape(2, 3)
    for figure, second in ((figures.panels, ["a"]), (figures.mosaic, 1)):
        with_axis = figure(image[None, ..., None], second, **ALT)
        assert with_axis == figure(image[None], second, **ALT)


@pytest.mark.parametrize("scale", [1e-200, 1e-40, 2e-6, 1, 1e7, 1e90])
def test_values_of_any_size_are_told_apart(scale):
    """Small ones are not rounded to zero, large ones not to float32."""
    image = scale * np.array([[1.23, -4.56, 7.89], [1.0, 2.0, 16_777_217.0]])
    for values in (image[:, :2], image):
        (panel,) = shown(figures.panels([values], ["a"], **ALT))
        (sheet,) = shown(figures.mosaic(values[None], 1, **ALT))
        largest = np.abs(values).max()
        tolerance = {"rtol": 1e-9, "atol": min(5e-4, 5e-3 * largest)}
        np.testing.assert_allclose(panel, values, **tolerance)
        np.testing.assert_allclose(sheet[1:-1, 1:-1], values, **tolerance)
    window = shown(figures.sliding_window(image[:, :2], np.ones((1, 1)), **ALT))
    np.testing.assert_allclose(window[1], image[:, :2], rtol=5e-3)
    drawn = figures.lines([scale, 2 * scale], {"a": image[0, :2]}, **TITLES).data[0]
    np.testing.assert_allclose(drawn.y, image[0, :2], rtol=5e-3)
    np.testing.assert_allclose(drawn.x, [scale, 2 * scale], rtol=5e-3)


def test_a_difference_beside_what_differs_is_not_magnified():
    """Another BLAS differs in the last digits, and stores the same figure."""
    image = np.eye(3)
    _, panel = shown(figures.panels([image, image * 4e-16], ["a", "b"], **ALT))
    _, exact = shown(figures.panels([image, image * 0], ["a", "b"], **ALT))
    assert not panel.any() and panel.dtype == exact.dtype


@pytest.mark.parametrize("scale", [1e-90, 1e-6, 1e-3, 1, 1e6])
def test_small_numbers_are_on_a_logarithmic_axis(scale):
    x, y = scale * np.array([1.0, 4.56]), scale * np.array([1.23, 7.89])
    drawn = figures.curves(x, {"a": y}, **TITLES).data[0]
    np.testing.assert_allclose(drawn.x, x, rtol=5e-3)
    np.testing.assert_allclose(drawn.y, y, rtol=5e-3)
    roof = figures.roofline({"a": (x[0], y[0])}, bandwidth=1, peak=x[1], **ALT).data[0]
    assert np.all(roof.x > 0) and np.all(roof.y > 0)
    np.testing.assert_allclose(roof.y[-1], x[1], rtol=5e-3)


@pytest.mark.parametrize("figure", [figures.lines, figures.curves])
def test_six_lines_are_six_and_look_different(figure):
    drawn = figure([1, 2, 3], SIX, **TITLES).data
    assert [line.name for line in drawn] == list(SIX)
    assert len({line.line.dash for line in drawn}) == 6


def test_eight_series_are_eight_and_look_different():
    names = "abcdefgh"
    series = {name: {1: 2, 3: 4} for name in names}
    rows = {name: {"one": 2} for name in names}
    points = dict.fromkeys(names, (1, 2))
    for drawn in (
        figures.growth(series, **TITLES).data,
        figures.dots(rows, x_title="ms", **ALT).data,
        figures.roofline(points, bandwidth=1, peak=2, **ALT).data[1:],
    ):
        assert "".join(series.name for series in drawn) == names
        assert len({series.marker.symbol for series in drawn}) == 8


@pytest.mark.parametrize("figure", [figures.lines, figures.curves])
def test_nan_leaves_a_gap_and_one_place_is_seen(figure):
    drawn = figure([1, 2, 3], {"a": [1, np.nan, 3], "b": [np.nan] * 3}, **TITLES).data
    np.testing.assert_array_equal(drawn[0].y, [1, np.nan, 3])
    assert np.isnan(drawn[1].y).all()
    assert figure([1], {"a": [2]}, **TITLES).data[0].mode != "lines"


def test_options_of_any_kind_are_taken():
    image = np.eye(3)
    figures.panels(
        np.stack([image] * 2), np.array(["a", ""]), **ALT, columns=np.int8(1)
    )
    for positions in ([0], (0,), {0}, range(1), np.array([0]), {0: 1}.keys(), ()):
        panel = figures.panels([image], ["a"], **ALT, positions=positions).data[0]
        assert ("position" in panel.hovertemplate) == (len(positions) > 0)
    figures.panels(
        [image], ["a"], **ALT, marked={np.int64(0): np.array([[0, 0, 3, 3]])}
    )
    counts = np.array([[8.0, 2], [1, 9]])
    figures.confusion(counts, ["cat", "cat"], kind="animal", **ALT)
