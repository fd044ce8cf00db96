"""Each wrong argument of each figure: refused in words, before anything is drawn."""

import inspect
import re

import numpy as np
import plotly.graph_objects as go
import pytest

from xcorr_helpers import figures

V, T = ValueError, TypeError
NAN, INFINITE = float("nan"), float("inf")
IMAGE, KERNEL = np.arange(45).reshape(5, 9), np.array([[1, 0, -1], [2, 0, 1]])
COLOURS = np.linspace(0, 1, 60).reshape(4, 5, 3)
MASKED = np.ma.masked_array(IMAGE, IMAGE > 40)
ALT = {"alt": "What there is to see."}
TITLES = {"x_title": "n", "y_title": "ms", **ALT}

RIGHT = {
    figures.panels: {"arrays": [IMAGE, COLOURS], "titles": ["a", "b"], **ALT},
    figures.mosaic: {"windows": IMAGE.reshape(5, 3, 3), "columns": 2, **ALT},
    figures.sliding_window: {"image": IMAGE, "kernel": KERNEL, **ALT},
    figures.channel_stack: {
        "image": np.arange(60).reshape(4, 5, 3),
        "kernel": np.arange(18).reshape(2, 3, 3),
        "names": ("red", "green", "blue"),
        **ALT,
    },
    figures.blocks: {"n_images": 5, "index_shape": (6, 4), "sizes": [(2, 6)], **ALT},
    figures.knobs: {"image_shape": (7, 12), "kernel_shape": (2, 3), **ALT},
    figures.curves: {"x": [1, 10], "lines": {"a": [2, 20]}, **TITLES},
    figures.lines: {"x": [0, 1], "series": {"a": [9, 4]}, **TITLES},
    figures.confusion: {
        "counts": [[8, 2], [1, 9]],
        "names": ["cat", "dog"],
        "kind": "animal",
        **ALT,
    },
    figures.dots: {"series": {"run": {"loop": 90, "one": 2}}, "x_title": "ms", **ALT},
    figures.growth: {"series": {"a": {1: 2, 10: 20}}, **TITLES},
    figures.roofline: {"points": {"a": (0.1, 1)}, "bandwidth": 20, "peak": 200, **ALT},
}
ARGUMENTS = [(f, name) for f in RIGHT for name in inspect.signature(f).parameters]

NO_TEXT = [(x, T) for x in (None, True, 5, NAN, b"a", ["a"], np.array("a"))]
NO_TEXT += [("", V), (" \n", V)]
NO_FLAG = [(x, T) for x in (None, 1, "yes", NAN, [True], np.array([True]))]
NO_COUNT = [(x, T) for x in (None, True, 2.0, NAN, "2", [2], np.array([2]))]
NO_COUNT += [(0, V), (-1, V)]
NO_NUMBER = [(x, T) for x in (None, True, "2", 2j, [2], np.array([2.0]))]
NO_NUMBER += [(x, V) for x in (0, -1.5, NAN, INFINITE, np.float32(INFINITE), 10**400)]
NO_SHAPE = [(x, T) for x in (None, True, "45", 5, NAN, (5, 9.0), (2, True), MASKED)]
NO_SHAPE += [(x, V) for x in ((5,), [5, 9, 3], (0, 9), np.array([5, -9]))]
NO_ARRAY = [(x, T) for x in (None, True, 5, NAN, "ab", object(), IMAGE + 0j, MASKED)]
NO_ARRAY += [([MASKED], T), (IMAGE.astype(object), T), (IMAGE.astype("f2"), T)]
NO_ARRAY += [([[1, 2], [3]], V), ([], V)]
NO_TEXTS = [(x, T) for x in (None, True, NAN, "ab", 5, [1, "b"], np.zeros(2), {"a", 1})]
NO_TEXTS += [((), V), (["a"], V), (["a", "b", "c", "d"], V)]
NO_PANELS = [(x, T) for x in (None, True, 5, NAN, "0", b"\0", [True])]
NO_PANELS += [([0.0], T), ({0: 1}, T), ({2}, V), ([-1], V), ([1], V)]
NO_PANELS += [(np.array([0.5]), T), (np.array([2]), V)]
NO_MAPPING = [(x, T) for x in (None, True, 5, NAN, "ab", [("a", [1, 2])], IMAGE)]
NO_MAPPING += [({}, V), (dict.fromkeys("abcdefghi"), V)]


def spoiled(array):
    """List the array with one value that no picture shows."""
    for value in (NAN, INFINITE, -INFINITE, 1e200):
        copy = np.array(array, float)
        copy.flat[7] = value
        yield copy, V
    yield np.full(copy.shape, INFINITE, np.float32), V


NO_PICTURE = [*NO_ARRAY, *spoiled(IMAGE), *spoiled(COLOURS), (np.zeros(5), V)]
NO_PICTURE += [(np.zeros(shape), V) for shape in ((5, 9, 2), (5, 0), (1, 5, 9, 3))]
NO_PICTURE += [(COLOURS * 1.001, V), (COLOURS - 0.1, V), (np.full((2, 2, 3), 200), V)]
NO_PICTURE += spoiled(IMAGE[..., None])
NO_WHOLE = [(COLOURS, V), (np.full((4, 5, 3), 2.0**40), V), *spoiled(np.eye(4, 5))]
NO_LINE = [*NO_ARRAY, ([1], V), ([1, 2, 3], V), ([[1, 2]], V), ([1, INFINITE], V)]
NO_LINE += [([1, 1e200], V)]
NOT_ABOVE_0 = [([1, 0], V), ([-1, 2], V), ([1, 1e-200], V)]


def inside(rows, hold):
    """Put each value where another argument holds it."""
    return [(hold(value), error) for value, error in rows]


NO_SERIES = [*NO_MAPPING, *inside(NO_TEXT[1:4], lambda key: {key: [1, 2]})]
NO_SERIES += [({"": [1, 2]}, V), *inside(NO_LINE, lambda y: {"a": [1, 2], "b": y})]
NO_NUMBERS = [*NO_MAPPING, ({5: {1: 2}}, T), ({"": {1: 2}}, V)]
NO_NUMBERS += inside(NO_MAPPING[:-1], lambda rows: {"a": {1: 2}, "b": rows})[:-1]
NO_POINT = [(x, T) for x in (None, 5, "ab", {1, 2})] + [((1,), V), ([1, 2, 3], V)]
NO_POINT += inside(NO_NUMBER, lambda x: (1, x)) + inside(NO_NUMBER, lambda x: (x, 1))
NO_WAY = [*NO_SHAPE, ((6, 6), V), ((2, 7), V)]
NO_BOX = [
    (x, T) for x in (None, 5, "ab", (1, 2, 3, 4), [(1, 2, 3, 4.0)], [(0, 0, 1, NAN)])
]
NO_BOX += [([box], V) for box in ((1, 2, 3), (0, 0, 6, 1), (5, 0, 1, 1), (0, 8, 1, 2))]
NO_BOX += [([box], V) for box in ((-1, 0, 1, 1), (0, 0, 0, 1), (0, 0, 1, 0))]

f = figures
TABLE = [  # the functions, the argument, and what it must not be
    (RIGHT, "alt", NO_TEXT),
    ([f.curves, f.lines, f.growth, f.dots], "x_title", NO_TEXT),
    ([f.curves, f.lines, f.growth], "y_title", NO_TEXT),
    ([f.confusion], "kind", NO_TEXT),
    ([f.panels, f.sliding_window], "numbers", NO_FLAG),
    ([f.panels], "signed", NO_FLAG),
    ([f.panels], "columns", NO_COUNT[1:]),
    ([f.mosaic], "columns", NO_COUNT),
    ([f.sliding_window], "every", NO_COUNT),
    ([f.blocks], "n_images", NO_COUNT),
    ([f.blocks], "itemsize", NO_COUNT),
    ([f.roofline], "bandwidth", NO_NUMBER),
    ([f.roofline], "peak", NO_NUMBER),
    ([f.panels], "titles", NO_TEXTS),
    ([f.channel_stack, f.confusion], "names", NO_TEXTS),
    (
        [f.panels],
        "arrays",
        [(x, T) for x in (None, True, 5, NAN, "ab", MASKED, {1: IMAGE})],
    ),
    ([f.panels], "arrays", [([], V), (np.zeros((0, 3, 3)), V), (IMAGE, V)]),
    ([f.panels], "arrays", inside(NO_PICTURE, lambda image: [IMAGE, image])),
    ([f.panels], "positions", NO_PANELS),
    ([f.panels], "images", NO_PANELS),
    (
        [f.panels],
        "marked",
        [(x, T) for x in (True, 5, NAN, "ab", [(0, 0, 1, 1)], IMAGE)],
    ),
    (
        [f.panels],
        "marked",
        [({"0": []}, T), ({True: []}, T), ({2: []}, V), ({-1: []}, V)],
    ),
    ([f.panels], "marked", inside(NO_BOX, lambda boxes: {0: boxes})),
    ([f.mosaic], "windows", [*NO_ARRAY, (IMAGE, V), (np.zeros((2, 3, 3, 2)), V)]),
    ([f.mosaic], "windows", inside(spoiled(IMAGE), lambda image: image[None])),
    ([f.mosaic], "windows", [(COLOURS[None] * 2, V), (np.zeros((0, 3, 3)), V)]),
    ([f.sliding_window], "image", [*NO_PICTURE, (np.zeros((5, 9, 1)), V)]),
    ([f.sliding_window], "kernel", [*NO_PICTURE, (np.eye(6), V), (np.eye(2, 10), V)]),
    (
        [f.channel_stack],
        "image",
        [*NO_ARRAY, *NO_WHOLE, (IMAGE, V), (IMAGE[..., None], V)],
    ),
    ([f.channel_stack], "kernel", [*NO_ARRAY, *NO_WHOLE, (KERNEL, V)]),
    ([f.channel_stack], "kernel", [(np.ones((5, 1, 3)), V), (np.ones((1, 6, 3)), V)]),
    ([f.blocks], "index_shape", NO_SHAPE),
    (
        [f.blocks],
        "sizes",
        [(x, T) for x in (None, True, 5, NAN, "ab", {(2, 6)}, (2, 6))],
    ),
    ([f.blocks], "sizes", [([], V), ([(2, 6), (2, 6)], V), (np.array([[2, 6, 1]]), V)]),
    ([f.blocks], "sizes", inside(NO_WAY, lambda size: [(1, 6), size])),
    ([f.knobs], "image_shape", NO_SHAPE),
    ([f.knobs], "kernel_shape", [*NO_SHAPE, ((4, 3), V), ((2, 5), V)]),
    ([f.curves, f.lines], "x", [*NO_ARRAY, ([[1, 2]], V), ([1, NAN], V)]),
    ([f.curves], "x", [*NOT_ABOVE_0, ([1, INFINITE], V)]),
    ([f.curves], "lines", NO_SERIES),
    ([f.curves], "lines", inside(NOT_ABOVE_0, lambda y: {"a": y})),
    ([f.lines], "series", NO_SERIES),
    ([f.confusion], "counts", [*NO_ARRAY, (IMAGE, V), ([[1.5]], V), ([[-1]], V)]),
    (
        [f.confusion],
        "counts",
        [([[NAN]], V), ([[INFINITE]], V), (np.zeros((2, 2, 1)), V)],
    ),
    ([f.dots, f.growth], "series", NO_NUMBERS),
    ([f.dots], "series", inside(NO_NUMBER, lambda x: {"a": {"b": x}})),
    ([f.dots], "series", [({"a": {5: 2}}, T), ({"a": {"": 2}}, V)]),
    ([f.growth], "series", inside(NO_NUMBER, lambda x: {"a": {5: x}})),
    (
        [f.growth],
        "series",
        [({"a": {"b": 2}}, T), ({"a": {-1: 2}}, V), ({"a": {NAN: 2}}, V)],
    ),
    (
        [f.growth],
        "ringed",
        [(x, T) for x in (True, 5, NAN, "ab", ["a"], IMAGE, {"a": [1]})],
    ),
    ([f.growth], "ringed", [({"b": 1}, V), ({"a": 2}, V), ({"a": None}, V)]),
    ([f.roofline], "points", [*NO_MAPPING, ({5: (1, 2)}, T), ({" ": (1, 2)}, V)]),
    ([f.roofline], "points", inside(NO_POINT, lambda point: {"a": point})),
]
ROWS = [
    (function, argument, value, error)
    for functions, argument, rows in TABLE
    for function in functions
    for value, error in rows
]


@pytest.fixture
def nothing_is_drawn(monkeypatch):
    def begun(*arguments, **named):
        raise AssertionError("drawing was begun")

    for name in ("Figure", "Heatmap", "Image", "Scatter"):
        monkeypatch.setattr(go, name, begun)


@pytest.mark.parametrize("function, argument", ARGUMENTS)
def test_is_refused_before_anything_is_drawn(function, argument, nothing_is_drawn):
    rows = [row[2:] for row in ROWS if row[:2] == (function, argument)]
    assert rows, "a new argument needs rows in the table"
    for value, kind in rows:
        before = repr(value)
        with pytest.raises((ValueError, TypeError)) as caught:
            function(**{**RIGHT[function], argument: value})
        message = str(caught.value)
        assert caught.type is kind, (message, value)
        assert re.match(rf"{argument}\b.* must (be|have|hold|fit) ", message), message
        assert re.search(r", got .|, the padded image has \d", message), message
        assert not re.search(r"0x|\n|\.$|  ", message) and len(message) < 300, message
        assert repr(value) == before


@pytest.mark.parametrize("function", RIGHT)
def test_the_call_that_is_changed_draws(function, nothing_is_drawn):
    with pytest.raises(AssertionError, match="drawing was begun"):
        function(**RIGHT[function])


def test_every_figure_is_here_and_says_what_it_refuses():
    named = {getattr(figures, name) for name in figures.__all__ if name.islower()}
    assert set(RIGHT) == named
    for function in RIGHT:
        assert re.search(r"Raises\n\s+------", function.__doc__), function
