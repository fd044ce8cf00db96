"""What becomes of a page on its way to paper, on pages of a few lines."""

import pytest
from bs4 import BeautifulSoup

from tools import one_document

SIDEBAR = """<nav class="bd-docs-nav"><p><span class="caption-text">Chapters</span></p>
<ul><li><a href="one.html">One</a></li></ul></nav>"""
PAGE = """<html><head><link rel="stylesheet" href="../_static/a.css">
<script src="../_static/plotly.js"></script><script src="../_static/theme.js"></script>
</head><body>{sidebar}<article><section id="top"><h1>{title}<a class="headerlink"
href="#top">#</a></h1><p>What it is.</p>{body}</section></article>
<div class="extra_footer"><p>Version 1.</p></div></body></html>"""


@pytest.fixture
def made(tmp_path):
    """Make one document of a first page and of a chapter with this body."""

    def make(body, title='<span class="section-number">1. </span>One'):
        (tmp_path / "book").mkdir()
        for name, page in {
            "intro": PAGE.format(sidebar=SIDEBAR, title="The book", body=""),
            "one": PAGE.format(sidebar="", title=title, body=body),
        }.items():
            (tmp_path / "book" / f"{name}.html").write_text(page, encoding="utf-8")
        document = one_document.assembled(["book/intro", "book/one"], tmp_path)
        return BeautifulSoup(document, "html.parser")

    return make


def test_a_name_is_there_once_and_links_find_it(made):
    soup = made(
        '<h2 id="here">Here</h2><a href="#here">a</a><a href="intro.html">b</a>'
        '<a href="intro.html#top">c</a><a href="../search.html">d</a>'
        '<a href="https://numpy.org">e</a><a href="intro.html#gone">f</a>'
    )
    names = [tag["id"] for tag in soup.select("[id]")]
    assert len(names) == len(set(names))
    links = {a.text: a["href"] for a in soup.select("article a")}
    assert links == {
        "a": "#page-one--here",
        "b": "#page-intro",
        "c": "#page-intro--top",
        "e": "https://numpy.org",
        "f": "#page-intro",
    }


def test_titles_and_their_numbers_are_those_of_the_pages(made):
    soup = made('<section id="s"><h2>Why</h2></section>')
    entries = [" ".join(li.get_text().split()) for li in soup.select("nav li")]
    assert entries == ["The book", "Chapters", "1. One", "Why"]
    style = soup.select("style")[-1].string
    assert '@page page-one { @top-right { content: "1. One" } }' in style
    assert soup.select_one("#page-one")["style"] == "page: page-one"


def test_a_name_of_a_section_is_its_headings(made):
    # The sheet that ends where a section begins does not hold its heading.
    soup = made('<section id="s"><span id="label"></span><h2>Why</h2></section>')
    assert soup.select_one("h2#page-one--s > #page-one--label")
    assert soup.select("nav li a")[-1]["href"] == "#page-one--s"


def test_what_only_draws_comes_along_once(made):
    head = made("").head
    assert [link["href"] for link in head.select("link")] == ["../_static/a.css"]
    assert [s["src"] for s in head.select("script[src]")] == ["../_static/plotly.js"]


def test_how_a_figure_is_drawn_is_left_out_and_what_is_folded_is_not(made):
    fold = "<details class='hide'><summary><p>{}</p><p class='expanded'>Hide</p>"
    soup = made(
        fold.format("How this figure is drawn")
        + "</summary>figures.panels()</details>"
        + fold.format("How it is found")
        + "</summary>found()</details>"
        "<details><summary>Answer</summary>42</details>"
    )
    words = soup.select("article")[1].get_text(" ").split()
    assert words[5:] == ["How", "it", "is", "found", "found()", "Answer", "42"]
    assert soup.select("article details") == []


def test_nobody_is_asked_to_press_what_paper_does_not_have(made):
    soup = made(
        '<p>A kernel <em>slides</em>; press Play.</p><p id="p">Move the slider.</p>'
        '<div aria-label="A digit. A slider moves both."></div>'
    )
    kernel, empty = soup.select("article")[1].select("p")[1:]
    assert kernel.decode_contents() == "A kernel <em>slides</em>."
    assert empty["id"] == "page-one--p" and empty.text == ""
    assert soup.select_one("[aria-label]")["aria-label"] == "A digit."


@pytest.mark.parametrize("name", ['id="index-explorer"', 'class="ask-copies"'])
def test_what_needs_a_screen_says_where_it_is(made, name):
    soup = made(f"<div {name}><button>Play</button></div>")
    words = " ".join(soup.select("article")[1].get_text().split())
    assert words.startswith("1. OneThis page") and "Play" not in words
    assert "It is book/one.html in" in words and words.endswith("by-index.zip.")
