"""The puzzles: each has as many solutions as it says, and shows what it says."""

import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from tests.support.puzzles import (
    PAIRS,
    PUZZLES,
    Arrays,
    opening,
    pair,
    settings,
    solved,
)

NAMES = [puzzle["name"] for puzzle in PUZZLES]


AXES = ["height", "kernelHeight"], ["width", "kernelWidth"]


def by_axis(check):
    """Ask it of rows and of columns: image, kernel, stride, padding and dilation."""

    def holds(setting):
        knobs = zip(*(pair(setting[name]) for name in PAIRS))
        return all(
            check(*(setting[name] for name in names), *knob)
            for names, knob in zip(AXES, knobs)
        )

    return holds


def shape_of(rows, columns):
    wanted = {9: rows, 13: columns}  # by the image's size
    return by_axis(
        lambda size, kernel, stride, padding, dilation: (
            size + 2 * padding - (dilation * (kernel - 1) + 1) + 1 == wanted[size]
        )
    )


# What a puzzle says once it is solved, as a rule that finds the same settings.
SHOWN = {
    "which-width": lambda s: 2 * s["width"] + 3 == 19,
    "one-number": by_axis(lambda size, kernel, *_: size == kernel),
    "no-gap": lambda s: s["width"] == s["kernelWidth"],
    "same-size": by_axis(
        lambda size, kernel, stride, padding, dilation: (
            2 * padding == dilation * (kernel - 1)
        )
    ),
    "whose-window": lambda s: (
        (s["width"] * s["channels"], s["kernelWidth"] * s["channels"]) == (27, 6)
        and s["kernelHeight"] == 2
    ),
    "blind-to-a-slope": lambda s: (
        any(s["kernel"])
        and not np.reshape(s["kernel"], (2, 2)).sum(0).any()
        and not np.reshape(s["kernel"], (2, 2)).sum(1).any()
    ),
    "every-second-column": lambda s: (
        pair(s["stride"])[1] == pair(s["dilation"])[1] == 2
    ),
    "four-placements": lambda s: (
        (s["height"] / 2) * (s["width"] / 3) == 4
        and by_axis(
            lambda size, kernel, stride, *_: (
                size == kernel or (stride == kernel and size % kernel == 0)
            )
        )(s)
    ),
    "equally-often": by_axis(
        lambda size, kernel, stride, *_: stride == kernel and size % kernel == 0
    ),
    "another-way": shape_of(3, 5),
    "whose-index": lambda s: (
        # Row 0 is [0, 2, 14, 16], column 0 [0, 2, 4, 14, 16, 18].
        pair(s["dilation"])[1] == pair(s["stride"])[1] == 2
        and s["width"] * pair(s["dilation"])[0]
        == s["width"] * pair(s["stride"])[0]
        == 14
        and s["kernelHeight"] == s["kernelWidth"] == 2
    ),
    "each-value-once": by_axis(
        lambda size, kernel, stride, padding, dilation: (
            stride == 1 and padding >= dilation * (kernel - 1)
        )
    ),
    "seven-backwards": lambda s: (
        np.dot([4, 3, 0, 2, 1, 0], s["gradient"]) == 7  # the kernel, turned
    ),
    "once-at-stride-1": by_axis(
        lambda size, kernel, stride, padding, dilation: size == kernel * dilation
    ),
    "offsets-and-window": lambda s: (
        s["stride"] == s["dilation"]
        and Arrays(s).out_shape == (s["kernelHeight"], s["kernelWidth"])
    ),
}


@pytest.mark.parametrize("puzzle", PUZZLES, ids=NAMES)
def test_a_puzzle_has_its_solutions_and_shows_what_it_says(puzzle):
    verdicts = [(setting, solved(puzzle, setting)) for setting in settings(puzzle)]
    assert puzzle["solutions"] == sum(bool(verdict) for _, verdict in verdicts) > 0
    begun = [verdict for setting, verdict in verdicts if setting == opening(puzzle)]
    assert begun == [False], "it opens in range, possible and not solved"
    if puzzle["name"] in SHOWN:
        for setting, verdict in verdicts:
            if verdict is not None:
                assert SHOWN[puzzle["name"]](setting) == verdict, setting


def test_what_the_other_lessons_say():
    named = dict(zip(NAMES, PUZZLES))

    def solutions(name):
        return [s for s in settings(named[name]) if solved(named[name], s)]

    assert set(NAMES) - set(SHOWN) == {"make-seven", "no-pixel-twice", "wrong-row-step"}
    assert len(solutions("make-seven")) > 1
    reaches_no_further = by_axis(
        lambda size, kernel, stride, padding, dilation: (
            stride >= dilation * (kernel - 1) + 1
        )
    )
    apart = [s for s in settings(named["no-pixel-twice"]) if reaches_no_further(s)]
    assert apart and all(solved(named["no-pixel-twice"], s) for s in apart)
    for knob in ("stride", "dilation"):  # either of them makes that shape
        setting = opening(named["another-way"]) | {knob: 2}
        assert solved(named["another-way"], setting)
    (smallest,) = solutions("wrong-row-step")
    assert smallest["width"] > smallest["height"]
    for setting in settings(named["wrong-row-step"]):
        height, width = setting["height"], setting["width"]
        runs = solved(named["wrong-row-step"], setting) is not None
        assert runs == (width >= height)
        if runs and width != height:
            assert height * width >= named["wrong-row-step"]["until"]["pixels"]


def test_the_page_lists_each_puzzle_once_and_gives_none_away(book_html):
    page = BeautifulSoup(
        (book_html / "book/puzzles.html").read_text("utf-8"), "html.parser"
    )
    links = [link["href"] for link in page.select(".puzzles p:first-child a")]
    assert links == [f"explorer.html#puzzle={name}" for name in NAMES]
    said = [lesson.get_text() for lesson in page.select(".puzzle-taught[hidden]")]
    for puzzle, text in zip(PUZZLES, said, strict=True):
        assert text == f"{puzzle['taught']} Chapter {int(puzzle['place'][:2])}"
        words = len(re.findall(r"[.:](?:\s|$)", puzzle["taught"]))
        assert words <= 4, f"{puzzle['name']} says too much"
    passages = (book_html / "_static/search/passages.js").read_text("utf-8")
    for puzzle in PUZZLES:
        assert puzzle["asks"] in passages and puzzle["taught"] not in passages
