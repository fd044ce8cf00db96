"""Every question with a record has its form, and without scripts its text and fold."""

import json
import re

import pytest

from tests.book.solutions import code, exercises, judged
from tests.book.test_built_book import NOTEBOOKS, parsed
from tests.support.typed_answers import RECORDS
from tools import built_book

pytestmark = pytest.mark.usefixtures("book_html")

ASK = re.compile(r"^:class: .*\bask-([\w-]+)", re.M)
GATHERED = "book/test_yourself"
MOST = 60_000  # bytes of the records of a chapter


def asked(page):
    """List the questions of a notebook, as it is written."""
    named = [name.replace("-", "_") for name in ASK.findall(built_book.markdown(page))]
    cells = [code(page, exercise.asked) for exercise in exercises(page)]
    judges = [str(judged(cell)[0]).removeprefix("checks.") for cell in cells]
    return [*named, *(judge for judge in judges if judge in RECORDS)]


def forms(page):
    return parsed(built_book.html_path(page)).select("form.ask")


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_every_question_has_its_form(page):
    assert sorted(form["data-ask"] for form in forms(page)) == sorted(asked(page))
    for form in forms(page):
        record = RECORDS[form["data-ask"]]
        assert form.has_attr("hidden"), "without scripts it would do nothing"
        assert form.find_next("details").parent is form.parent, "it has no fold"
        lists = form.parent.find_all("ol", recursive=False)
        choices = [len(each.find_all("li", recursive=False)) for each in lists]
        assert choices == [record.choices] * bool(record.choices)
        assert bool(form.find("input")) == (not record.choices)


def test_every_record_is_asked_once_and_gathered():
    everywhere = [name for page in NOTEBOOKS for name in asked(page)]
    assert sorted(everywhere) == sorted(RECORDS)
    here = [form["data-ask"] for form in forms(GATHERED)]
    assert sorted(here) == sorted(RECORDS)
    links = parsed(built_book.html_path(GATHERED)).select(".ask-copies > li a")
    without_scripts = [link for link in links if not link.find_parent(hidden=True)]
    assert len(without_scripts) == len(RECORDS)


def test_the_scripts_hold_the_records_of_their_chapter():
    folder = built_book.HTML / "_static" / "questions"
    for page in NOTEBOOKS:
        for form in forms(page):
            script, name = folder / f"{form['data-records']}.js", form["data-ask"]
            start = f"xcorrQuestions.records.{name} = "
            lines = script.read_text(encoding="utf-8").splitlines()
            (line,) = (line for line in lines if line.startswith(start))
            stored = json.loads(line.removeprefix(start).removesuffix(";"))
            record = RECORDS[name]
            assert stored["answer"] == as_json(record.answer)
            assert stored["mistakes"] == as_json([*record.mistakes.items()])
            assert script.stat().st_size <= MOST


def as_json(value):
    return json.loads(json.dumps(value))


def test_every_chapter_asks_in_its_page():
    listed = (built_book.HTML / "_static" / "questions" / "list.js").read_text("utf-8")
    pages = json.loads(listed.partition(" = ")[2].rstrip().removesuffix(";"))
    assert {page: sorted(names) for page, names in pages.items()} == {
        page: sorted(names) for page in NOTEBOOKS if (names := asked(page))
    }
