"""The first page's cards and two lines, and the minutes under the titles."""

import functools
import re
import sys

import numpy as np
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from scipy.signal import correlate2d

from tests.book import prose
from tests.book.notebook_values import running
from tools import built_book

sys.path.append(str(built_book.ROOT / "book" / "_ext"))

from reading_minutes import in_sight

LANDING, *OTHERS = built_book.notebooks()
CHAPTERS = [page for page in OTHERS if page.split("/")[1][0].isdigit()]
pytestmark = pytest.mark.usefixtures("book_html")


TITLE = re.compile(
    r'>([^<>]+)<a [^>]+>#</a></h1>\s*(?:<p class="reading-minutes">([^<]+))?'
)


@functools.cache
def html(page):
    return built_book.html_path(page).read_text(encoding="utf-8")


def told(page):
    """Return the title of a page, and the minutes under it."""
    return TITLE.search(html(page)).groups()


def test_every_chapter_has_its_card():
    cards = BeautifulSoup(html(LANDING), "html.parser").select(".chapter-cards > li")
    links = [card.a["href"].removesuffix(".html") for card in cards]
    assert links == [page.removeprefix("book/") for page in CHAPTERS]
    for number, (card, page) in enumerate(zip(cards, CHAPTERS, strict=True), start=1):
        title, minutes = told(page)
        name = card.a.get_text()
        assert name == f"{number}. {title}"
        assert card.svg["aria-hidden"] == "true" and card.select_one(".shapes").text
        assert f"{card.select_one('.minutes').text}." == minutes


def test_notebooks_tell_their_minutes():
    for page in built_book.pages():
        assert bool(told(page)[1]) == (page in OTHERS), page


def test_what_is_folded_is_not_counted():
    def cell(*classes):
        source = nodes.literal_block("", "one = 1\n\ntwo = 2")
        shown = nodes.literal_block("", "1\n2", classes=["output"])
        return nodes.container(
            "",
            nodes.container("", source, nb_element="cell_code_source"),
            nodes.container("", shown, nodes.container(nb_element="mime_bundle")),
            classes=classes,
        )

    text = nodes.paragraph("", "", nodes.Text("three words "), nodes.strong("", "here"))
    image = nodes.paragraph("", "", nodes.image())
    exercise = nodes.container("", classes=["exercise"])
    counted = [text, cell(), cell("tag_hide-input"), image, exercise]
    folded = [
        nodes.container("", text.deepcopy(), cell(), classes=["dropdown"]),
        nodes.container("", text.deepcopy(), design_component="dropdown"),
        nodes.container("", cell("tag_hide-cell"), classes=["exercise", "solution"]),
        nodes.comment("", "three more words"),
    ]
    page = nodes.section("", *counted, *folded)
    assert in_sight(page) == {"words": 3, "lines": 2, "figures": 3, "exercises": 1}


def test_the_two_lines_compute_what_moves_above_them():
    cells = prose.cells(LANDING)
    (place,) = [n for n, c in enumerate(cells) if "output = " in c.source]
    two = cells[place].source.splitlines()
    assert len(two) == 2 and "(" not in two[0], "no helper's name stands for the index"
    found = running(LANDING).near(place + 1)
    expected = correlate2d(found["digit"], found["kernel"], mode="valid")
    np.testing.assert_allclose(found["output"].reshape(20, 20), expected, atol=1e-12)
    assert f"stops at {len(found['index'])} places" in built_book.markdown(LANDING)
    moves = BeautifulSoup(html(LANDING), "html.parser").select(".hero .xp-part")
    shown = {part["data-part"]: part.select("td") for part in moves}
    assert [cell.text for cell in shown["kernel"]] == [*map(str, found["kernel"].flat)]
    assert len(shown["image"]) == found["digit"].size
    assert len(shown["output"]) == found["output"].size
