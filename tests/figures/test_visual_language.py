"""One look throughout: the window's colour, the cells of an index, the ledgers."""

import base64
import re

import nbformat
import numpy as np
import pytest

from tools import built_book
from xcorr_helpers import figures
from xcorr_helpers.figures import parts as parts
from xcorr_helpers.figures import settings
from xcorr_helpers.figures.tiles import DONE

FIGURES = [
    (page, number, figure)
    for page in built_book.notebooks()
    for number, figure in enumerate(built_book.stored_figures(page))
]
DRAWINGS = sorted((built_book.ROOT / "book" / "drawings").glob("*.svg"))
# Lines that are neither the window nor made by it, and what they are.
OTHER_LINES = {  # seen on a light page and on a dark one
    DONE: "output written earlier",
    "#777": "a machine's roof, the ring around a choice",
    "#b07c10": "cells that a function reads and should not, or not so",
}
COUNTING_VALUES = {("book/bug_museum", 11): "a kernel's values tell where they stood"}


def array(stored):
    """Read an array as plotly stores it."""
    if not isinstance(stored, dict):
        return np.asarray(stored)
    values = np.frombuffer(base64.b64decode(stored["bdata"]), np.dtype(stored["dtype"]))
    shape = stored.get("shape", str(values.size))
    return values.reshape([int(size) for size in shape.split(",")])


def test_the_window_has_one_colour():
    css = (built_book.ROOT / "book" / "_static" / "custom.css").read_text(
        encoding="utf-8"
    )
    assert set(re.findall(r"--window: (#\w+)", css)) == {parts.WINDOW}
    for path in DRAWINGS:
        used = re.findall(r"var\(--window, (#\w+)\)", path.read_text(encoding="utf-8"))
        assert set(used) == {parts.WINDOW}, path.name
    outlined = 0
    for page, number, figure in FIGURES:
        for trace in figure["data"]:
            colours = [trace.get(mark, {}).get("color") for mark in ("line", "marker")]
            for colour in filter(None, colours):
                assert colour == parts.WINDOW or colour in OTHER_LINES, (page, number)
                outlined += colour == parts.WINDOW
    assert outlined > 10


def test_each_sum_of_the_channels_moves():
    """A kernel whose slice adds up to 0 has one sum at all placements of this toy."""
    (frames,) = [
        figure["frames"]
        for page, _, figure in FIGURES
        if page == "book/04_add_channels" and "frames" in figure
    ]
    said = [frame["data"][1]["text"] for frame in frames]
    for sums in zip(*said, strict=True):
        assert len(set(sums)) > 1, sums


@pytest.mark.parametrize("largest", [9, 10**6])
def test_a_cell_of_the_channels_holds_its_digits(largest):
    image = np.full((4, 5, 3), largest)
    stack = figures.channel_stack(
        image, image[:2, :3] // 9, ["a", "b", "c"], alt="Three."
    )
    planes = [trace for trace in stack.data if "z" in trace]
    assert [plane.texttemplate for plane in planes] == ["%{z}"] * 7
    longest = max(len(str(int(n))) for plane in planes for n in plane.z.flat)
    low, high = stack.layout.xaxis.range
    margin, rows = stack.layout.margin, np.ptp(stack.layout.yaxis.range)
    width = stack.layout.meta.get("min_width", parts.NARROWEST)
    across = (width - margin.l - margin.r) / (high - low)
    down = (stack.layout.height - margin.t - margin.b) / rows
    assert across >= 6 * longest and down >= 14, "digits of 11 pixels"


def colour_scale(figure, trace):
    """Return the stored scale of a heatmap, with its least and largest value."""
    axis = figure["layout"].get(trace.get("coloraxis"), {})
    scale = axis.get("colorscale") or trace.get("colorscale")
    low = axis.get("cmin", trace.get("zmin"))
    return scale, low, axis.get("cmax", trace.get("zmax"))


def test_one_rule_says_which_scale_values_have():
    """Images are viridis; what has a sign is blue and red, white at 0."""
    (viridis,) = figures.mosaic(np.ones((1, 2, 2)), 1, alt="Ones.").select_coloraxes()
    signed, digits = 0, 0
    for page, number, figure in FIGURES:
        for trace in figure["data"]:
            if trace["type"] != "heatmap":
                continue
            scale, low, high = colour_scale(figure, trace)
            scale = [list(stop) for stop in scale]
            z = array(trace["z"])
            written = "texttemplate" in trace
            if z.min() < 0:
                assert scale == parts.SIGNED, (page, number)
            if scale == parts.SIGNED:
                assert low == -high != 0, (page, number)
                signed += 1
            elif not written:
                blocks = "rgba" in scale[0][1]  # a ground to draw blocks on
                assert blocks or scale == [list(s) for s in viridis.colorscale]
            if z.shape == (28, 28) and z.min() == 0:  # black around a digit
                assert scale != parts.SIGNED, (page, number)
                digits += 1
    assert signed > 20 and digits > 10


def test_curves_never_have_the_colour_of_the_window():
    for page, number, figure in FIGURES:
        colours = figure["layout"]["template"]["layout"]["colorway"]
        assert parts.WINDOW not in colours, (page, number)


def test_positions_stand_on_the_paper_of_an_index():
    padded = [[0, parts.INDEX], [1, settings.ZERO]]  # zeros have a paper of their own
    found, papers = 0, [[[0, parts.INDEX], [1, parts.INDEX]], padded]
    for page, number, figure in FIGURES:
        for trace in figure["data"]:
            if trace["type"] != "heatmap" or "texttemplate" not in trace:
                continue
            z = array(trace.get("text", trace["z"]))  # what is written in the cells
            counts = np.array_equal(z.ravel(), np.arange(z.size))
            if counts and (page, number) not in COUNTING_VALUES:
                assert trace["textfont"]["color"] == "#222"
                assert "position" in trace["hovertemplate"]
            # an index names its positions when pointed at, in whatever order they are
            named = "position" in trace["hovertemplate"]
            assert (trace.get("colorscale") in papers) == named, (page, number)
            found += named
    assert found >= 2
    for path in DRAWINGS:
        drawing = path.read_text(encoding="utf-8")
        if re.search(r'class="(index|offsets|window)"', drawing):
            # On a dark page the paper is darker: figures.css has it for both.
            assert f'fill="var(--figure-index, {parts.INDEX})"' in drawing, path.name


@pytest.mark.parametrize("page", built_book.notebooks())
def test_shape_ledgers_have_one_form(page):
    notebook = nbformat.read(built_book.notebook_path(page), as_version=4)
    prose = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    ledgers = re.findall(r":class: shape-ledger\n\n(.*)\n(.*)\n", prose)
    assert len(ledgers) == prose.count("shape-ledger")
    for heading, rule in ledgers:
        assert heading == "| name | shape | axes |", heading
        assert rule == "|---|---|---|"
    assert ledgers or not page.split("/")[1][0].isdigit()
