"""What readers look for is there: words in the search, functions on the API's page."""

import functools
import inspect
import json
import re

import pytest
from bs4 import BeautifulSoup
from sphinx.search.en import SearchEnglish

import xcorr_helpers
from tools import built_book
from xcorr_helpers import checks, figures

pytestmark = pytest.mark.usefixtures("book_html")

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
def index():
    text = (built_book.HTML / "searchindex.js").read_text(encoding="utf-8")
    return json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))


def pages_with(text):
    """List the pages that hold all words of a text, as the search of the book does."""
    language = SearchEnglish({})
    words = [word.lower() for word in language.split(text)]
    stems = {language.stem(w) for w in words if language.word_filter(w)}
    assert stems, f"{text} is nothing that can be searched for"
    found = set(range(len(index()["docnames"])))
    for stem in stems:
        numbers = [index()[part].get(stem, []) for part in ("terms", "titleterms")]
        found &= {
            n for hit in numbers for n in (hit if isinstance(hit, list) else [hit])
        }
    return {index()["docnames"][n] for n in found}


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
