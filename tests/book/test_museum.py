"""Each exhibit of the museum has a picture, a link of its own, and a card."""

import importlib.util
import struct
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from tools import built_book, draw_cards

pytestmark = pytest.mark.usefixtures("book_html")

EXHIBITS = list(draw_cards.exhibits())
NAMES = [name for name, *_ in EXHIBITS]


def read(name):
    text = built_book.html_path(f"book/{name}").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def museum():
    return read("bug_museum")


def card_of(page):
    """Return what a page shows where a link to it is shared, by property."""
    return {tag["property"]: tag["content"] for tag in page.select("meta[property]")}


def test_each_exhibit_has_one_picture(museum):
    assert [f"exhibit-{n}" for n in range(1, len(NAMES) + 1)] == NAMES
    sections = museum.select('section:has(> [id^="exhibit-"]), [id^="exhibit-"]')
    assert len(museum.select(".plotly-figure")) == len(NAMES) <= len(sections)


def test_each_exhibit_has_a_link_and_a_card_with_its_title(museum):
    links = [link["href"] for link in museum.select(".exhibit-link a")]
    assert links == [f"{name}.html" for name in NAMES]
    headings = [link.find_previous("h2") for link in museum.select(".exhibit-link")]
    described = set()
    for name, heading in zip(NAMES, headings, strict=True):
        page = read(name)
        card = card_of(page)
        assert card["og:title"] == heading.get_text().removesuffix("#"), name
        assert 40 <= len(card["og:description"]) <= 180, name
        described.add(card["og:description"])
        assert page.find("a")["href"] == f"bug_museum.html#{name}"
        assert museum.find(id=name), "leads to no exhibit"
        image = built_book.html_path(f"book/{name}").parent / page.find("img")["src"]
        assert image.is_file()
    assert len(described) == len(NAMES)


def test_a_published_card_has_its_own_picture_and_no_other_pages_address():
    path = built_book.ROOT / "book" / "_ext" / "exhibits.py"
    spec = importlib.util.spec_from_file_location("exhibits", path)
    exhibits = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(exhibits)
    config = SimpleNamespace(
        html_baseurl="https://example.org/book/",
        html_favicon="favicon.svg",
        html_title="The book",
    )
    text = exhibits.exhibit_page("exhibit-1", "1 < 2", "A text", config)
    page = BeautifulSoup(text, "html.parser")
    card = card_of(page)
    here = "https://example.org/book/book/exhibit-1.html"
    assert card["og:title"] == "1 < 2"
    assert card["og:image"].endswith("/book/_static/exhibits/exhibit-1.png")
    # Some ask for the page that is named here, in place of the one that was shared.
    assert card["og:url"] == page.find("link", rel="canonical")["href"] == here


@pytest.mark.parametrize(("name", "title", "figure"), EXHIBITS, ids=NAMES)
def test_the_picture_of_a_card_is_up_to_date(name, title, figure):
    png = (draw_cards.FOLDER / f"{name}.png").read_bytes()
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    drawn_from = draw_cards.mark(draw_cards.card_page(title, figure))
    assert draw_cards.mark_in(png) == drawn_from, "run `python -m tools.draw_cards`"
