"""The questions answered in the page: typed, judged as in Python, kept, and counted."""

import itertools
import json

import pytest

from tests.browser import accessibility
from tests.browser.typed_answers import (
    LITERALS,
    NO_LITERALS,
    RECORDS,
    drawn,
    hinted,
    reply,
)
from tests.support.thorough import every_third
from tools import browser, built_book

CHAPTER = "book/02_slide_one_kernel"
DATA = built_book.HTML / "_static" / "questions"
DRAWN = 500  # answers to each question
# Judges each answer by the scripts of the page, with no page around them.
JUDGE = """([name, texts]) => {
  const { judge, records } = xcorrQuestions;
  return texts.map((text) => {
    const { said, passed } = judge(records[name], text);
    return [said, passed];
  });
}"""


@pytest.fixture(scope="module")
def judge(book_html, context):
    """Judge answers to a question as the page does, many at once."""
    page = context.new_page()
    page.evaluate("window.xcorrQuestions = { records: {} };")
    for path in (DATA / "read.js", DATA / "judge.js", *DATA.glob("chapter_*.js")):
        page.add_script_tag(path=path)
    yield lambda name, texts: page.evaluate(JUDGE, [name, texts])
    page.close()


def assert_the_same(judge, name, texts):
    for text, said in zip(texts, judge(name, texts), strict=True):
        assert said == reply(name, text), text


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_known_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, [*hinted(name), *drawn(name, DRAWN // 10)])


@pytest.mark.parametrize("name", every_third(RECORDS))
def test_whatever_is_typed_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, [*NO_LITERALS, *LITERALS])


@pytest.mark.thorough
@pytest.mark.parametrize("name", RECORDS)
def test_what_is_drawn_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, drawn(name, DRAWN))
