"""The colours of figures and drawings: the page's, with a twin on a dark page."""

import itertools
import re

import pytest

from tools import built_book
from xcorr_helpers.figures import parts, settings, window

STATIC = built_book.ROOT / "book" / "_static"
DRAWINGS = sorted((built_book.ROOT / "book" / "drawings").glob("*.svg"))
STORED = dict(
    re.findall(r'"(#\w+)": "(\w+)"', (STATIC / "figure_colours.js").read_text())
)
STYLE = (STATIC / "figures.css").read_text()
LIGHT, DARK = (
    dict(re.findall(r"--figure-(\w+): (#\w+);", block))
    for block in re.findall(r'html\[data-theme="\w+"\] \{\n(.*?)\n\}', STYLE, re.S)[:2]
)
ENOUGH = 4.5  # WCAG's, for text


def channels(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    return [int(pair, 16) / 255 for pair in re.findall("..", digits)]


def mixed(one, other, part):
    return [a + part * (b - a) for a, b in zip(channels(one), channels(other))]


def contrast(one, other):
    linear = [
        [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        for colour in (one, other)
    ]
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05 for r, g, b in linear]
    return max(light) / min(light)


def test_a_figure_stores_no_pale_colour_that_the_page_does_not_know():
    papers = [parts.INDEX, settings.ZERO, window.WEIGHT, parts._DIGITS["color"]]
    scales = [colour for _, colour in (*parts.SIGNED, *parts.NUMBERED)]
    assert {*papers, *scales} == set(STORED)
    assert {STORED[colour]: colour for colour in STORED}.items() <= LIGHT.items()


def test_each_colour_has_a_dark_twin_of_its_own():
    assert LIGHT.keys() == DARK.keys()
    # By its colour alone one is found again when the theme is switched.
    names = [LIGHT[name] for name in STORED.values()], DARK.values()
    assert all(len(set(each)) == len(list(each)) for each in names)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_can_be_read_on_every_paper(theme):
    digit = channels(theme["digit"])
    for name in ("index", "zero", "low", "pale", "deep", "high", "middle"):
        assert contrast(digit, channels(theme[name])) >= ENOUGH, name
    for name, part in itertools.product(("negative", "positive"), (0.5, 1)):
        paper = mixed(theme["middle"], theme[name], part / parts.PALE)
        assert contrast(digit, paper) >= ENOUGH, name
    # The kernel's numbers lie on the image's.
    for name in ("low", "high"):
        paper = channels(theme[name])
        assert contrast(channels(theme["weight"]), paper) >= ENOUGH, name


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_digits_of_the_explorer_turn_where_they_can_be_read(theme):
    style = (STATIC / "explorer" / "cells.css").read_text()
    for name in ("positive", "negative"):
        found = re.findall(rf"--xp-{name}-from: ([\d.]+);", style)
        start = float(found[theme is DARK])
        pale, full = ("#fff", "#000") if theme is DARK else ("#000", "#fff")
        for percent in range(101):
            digit = full if percent / 100 > start else pale
            cell = mixed(theme["middle"], theme[name], percent / 100)
            assert contrast(channels(digit), cell) >= ENOUGH, f"{name} {percent} %"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_what_is_pale_in_a_drawing_is_dark_on_a_dark_page(path):
    bare = re.findall(r'(?:fill|stroke)="(#\w+)"', path.read_text(encoding="utf-8"))
    assert not [colour for colour in bare if min(channels(colour)) > 0.6]
    assert LIGHT["digit"] not in bare
