"""What readers look for is there: words in the search, functions on the API's page."""

import functools
import inspect
import json
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

import xcorr_helpers
from tools import built_book
from xcorr_helpers import checks, figures

pytestmark = pytest.mark.usefixtures("book_html")

MAX_SEARCHED = 620_000  # bytes, a quarter of them as a server sends it

# What readers of other texts call the things of this course.
WORDS = {
    "book/glossary": [
        *("NHWC", "NCHW", "col2im", "im2col", "backpropagation", "overflow", "Sobel"),
        *("adjoint", "batch", "BLAS", "broadcasting", "central difference"),
        *("channels first", "channels last", "confusion matrix", "cross-entropy"),
        *("dense layer", "depthwise", "edge detection", "epoch", "overfitting"),
        *("ReLU", "transposed convolution", "window", "judge", "reference"),
    ],
    "book/bug_museum": ["overflow", "uint8", "symptom"],
    "book/api": ["NCHW", "HWIO", "judges"],
}


def page(name):
    text = built_book.html_path(name).read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


@functools.cache
def searched():
    """Return what the search looks through: by page, its sections and passages."""
    path = built_book.HTML / "_static" / "search" / "passages.js"
    text = path.read_text(encoding="utf-8")
    return json.loads(text.removeprefix("bookPassages(").removesuffix(");\n"))


def pages_with(text):
    """List the pages with a passage that holds all words of a text."""
    words = [rf"\b{re.escape(word)}" for word in re.findall(r"\w+", text)]
    return {
        name
        for name, page in searched().items()
        for *_, said in page["passages"]
        if all(re.search(word, said, re.IGNORECASE) for word in words)
    }


def test_the_search_has_every_page_and_leads_to_its_passages():
    assert set(searched()) == set(built_book.pages())
    for name, content in searched().items():
        text = built_book.html_path(name).read_text(encoding="utf-8")
        there = Counter(re.findall(r'\bid="([^"]+)"', text))
        anchors = [anchor for _, anchor, *_ in content["passages"]]
        assert [a for a in anchors if there[a] != 1] == [], name
        assert len(set(anchors)) == len(anchors), name
        copies = name == "book/test_yourself"  # each is found where it is asked
        assert len(anchors) > 10 or copies, name
        asides = re.findall(r'<details class="[^"]* aside" id="([^"]+)"', text)
        assert set(asides) <= set(anchors), name


def test_the_search_gives_no_solution_away_and_is_small():
    path = built_book.HTML / "_static" / "search" / "passages.js"
    assert path.stat().st_size < MAX_SEARCHED
    chapter = "book/02_slide_one_kernel"
    solutions = page(chapter).select(".solution pre")
    said = {text for *_, text in searched()[chapter]["passages"]}
    assert solutions
    assert said.isdisjoint(solution.get_text().strip() for solution in solutions)


def test_the_search_finds_every_term_of_the_glossary():
    terms = [
        term.get_text(" ").strip("# \n") for term in page("book/glossary").select("dt")
    ]
    assert len(terms) >= 50
    lost = [term for term in terms if "book/glossary" not in pages_with(term)]
    assert not lost, lost


@pytest.mark.parametrize("name", WORDS)
def test_the_search_finds_what_others_call_it(name):
    lost = [word for word in WORDS[name] if name not in pages_with(word)]
    assert not lost, lost


def test_every_term_of_the_glossary_leads_to_where_it_occurs():
    for entry in page("book/glossary").select("dl.glossary > dd"):
        assert entry.select("a[href]"), entry.get_text()


@pytest.mark.parametrize("module", [xcorr_helpers, figures, checks])
def test_every_public_name_is_on_the_page_of_the_api(module):
    api = page("book/api")
    name = module.__name__
    there = {entry["id"] for entry in api.select(f'dt[id^="{name}."]')}
    assert {f"{name}.{public}" for public in module.__all__} <= there


def test_the_page_of_the_api_says_nothing_of_pythons_own_types():
    text = re.sub(r"\W", "", page("book/api").get_text())
    for kind in (str, int, float, tuple, dict, list):
        longest = max(kind.__doc__.splitlines(), key=len)
        assert re.sub(r"\W", "", longest) not in text


def test_the_page_of_the_api_tells_how_to_call_a_judge_and_no_answer():
    entries = page("book/api").select('dt[id^="xcorr_helpers.checks."]')
    entries = [entry for entry in entries if entry["id"].count(".") == 2]
    assert len(entries) == len(checks.__all__)
    for entry in entries:
        judge = getattr(checks, entry["id"].rpartition(".")[2])
        text = entry.parent.get_text()
        first = inspect.getdoc(judge).splitlines()[0]
        assert re.sub(r"\W", "", first) in re.sub(r"\W", "", text)
        assert all(name in text for name in inspect.signature(judge).parameters)
        assert ">>>" not in text, "some examples are answers"
