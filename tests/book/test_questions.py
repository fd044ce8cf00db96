"""What a page asks is not answered in the reader's sight, before the folded answer."""

import itertools
import re

import numpy as np
import pytest

from tests.book import questions
from tests.book.prose import numbers
from tests.book.solutions import EXERCISES, answers
from tools import built_book
from xcorr_helpers import checks

# Whose answer has one digit, which is everywhere: looked at by hand.
ONE_DIGIT = {"ex-6-impulse", "ex-7-visits"}
# What is answered by a folded cell, rather than by a text.
FIND = re.compile(r"\*\*Find the |before you open the")


def spelled(value):
    """Return a pattern for a value in any spelling of an array, a tuple or a shape."""
    numbers = [re.escape(str(number)) for number in np.ravel(value)]
    between = r"[\s,()\[\]x*]+"
    return re.compile(rf"(?<![\d.]){between.join(numbers)}(?![\d.])")


def printed(cells):
    """Return what cells show unless they are opened, in one text."""
    return "\n".join(
        "".join(output.get("text", ""))
        for cell in cells
        for output in cell.get("outputs", [])
        if "hide-cell" not in cell["metadata"].get("tags", [])
    )


def asks_for(question):
    """List the numbers that a question asks for; none if they do not tell a choice."""
    answer = checks._record(question.name).answer
    if not question.options:
        return numbers(str(answer))
    each = [numbers(option) for option in question.options]
    right = each[answer - 1]
    return right if each.count(right) == 1 else []


def next_printed(page, number):
    """Return what the first cell below a place prints in sight."""
    below = built_book.cells(page)[number + 1 :]
    return next(text for cell in below if (text := printed([cell])))


def test_what_asks_has_a_name_and_what_is_to_be_tried_has_none():
    for page in built_book.notebooks():
        unnamed = re.findall(r"\} (.+)\n:class: question\n", built_book.markdown(page))
        assert unnamed == ["Try it"] * page.startswith("book/08"), page
        named = built_book.markdown(page).count(":class: question ask-")
        assert named == sum(question.page == page for question in questions.ALL), page


@pytest.mark.parametrize("question", questions.ALL, ids=lambda q: q.name)
def test_a_question_is_not_answered_in_sight(question):
    due, page, place = asks_for(question), question.page, question.number
    assert not due or not spelled(due).search(question.text)
    if not question.options:
        assert set(due) <= set(numbers(question.answer)), "it answers something else"
    if len("".join(due)) > 1:
        assert not spelled(due).search(next_printed(page, place))
    if len(due) > 1:  # a number alone is nearly everywhere
        assert not spelled(due).search(printed(built_book.cells(page)[:place]))


@pytest.mark.parametrize(
    "exercise",
    [
        # chapter 8 has to be trained before its solutions answer
        pytest.param(e, id=e.name, marks=[pytest.mark.weekly] * ("/08" in e.page))
        for e in EXERCISES
    ],
)
def test_an_exercise_is_not_answered_before_its_solution(exercise):
    between = built_book.cells(exercise.page)[exercise.asked : min(exercise.solved)]
    assert "likely" not in printed(between), "a judge has named the mistake"
    for answer in answers(exercise).values():
        if len(str(answer)) == 1:
            assert exercise.name in ONE_DIGIT
        elif not callable(answer):
            found = spelled(answer).search(printed(between))
            assert not found, f"{exercise.name} asks for {answer}: {found}"


@pytest.mark.parametrize("page", built_book.notebooks())
def test_what_is_to_be_found_is_folded(page):
    cells = built_book.cells(page)
    for cell, below in itertools.pairwise(cells):
        if FIND.search("".join(cell["source"])) and below["cell_type"] == "code":
            assert "hide-cell" in below["metadata"].get("tags", [])
