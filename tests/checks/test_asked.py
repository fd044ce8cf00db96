"""The questions of the text: their records are right, and so are their replies."""

import ast
import re

import numpy as np
import pytest

from tests.book import questions
from tests.checks.asked import CHOICES, VALUES
from xcorr_helpers import checks

RECORDS = {name: checks._record(name) for name in checks._WHERE_ASKED}
ASKED = {question.name: question for question in questions.ALL}


def plain(value):
    """Make Python's numbers of a value, or tuples of them."""
    return tuple(map(plain, value)) if np.ndim(value) else int(value)


def written(option):
    """Read a choice: an array, or else the numbers in it."""
    try:
        return ast.literal_eval(option.strip("`"))
    except (SyntaxError, ValueError):
        return [int(n) for n in re.findall(r"\d+", option.replace(",", ""))]


def test_each_question_has_a_record_and_each_record_a_question():
    assert sorted(question.name for question in questions.ALL) == sorted(RECORDS)
    assert RECORDS.keys() == VALUES.keys() | CHOICES.keys()
    assert not RECORDS.keys() & checks._WHERE.keys()


def test_each_chapter_asks_three_times():
    for chapter in range(1, 14):
        pages = [q.page for q in questions.ALL if f"/{chapter:02}_" in q.page]
        assert len(pages) >= 3, chapter


@pytest.mark.parametrize("name", VALUES)
def test_the_answer_is_right(name):
    record, due = RECORDS[name], plain(VALUES[name])
    assert record.answer == due and not record.choices and not ASKED[name].options
    assert checks.result(name, VALUES[name]).passed
    if isinstance(due, tuple):
        assert record.positions or len(record.axes) == len(due)


@pytest.mark.parametrize("name", CHOICES)
def test_the_choice_is_right(name):
    record, options = RECORDS[name], ASKED[name].options
    assert record.choices == len(options) == len(CHOICES[name]) == 4
    for option, (value, _) in zip(options, CHOICES[name]):
        assert plain(written(option)) == plain(value), option
    assert [right for _, right in CHOICES[name]].count(True) == 1
    assert CHOICES[name][record.answer - 1][1]
    assert len(set(options)) == len(options)
    assert checks.result(name, record.answer).passed


@pytest.mark.parametrize("name", RECORDS)
def test_each_mistake_has_a_reply_that_leaves_the_answer_to_be_found(name):
    record = RECORDS[name]
    replies = record.mistakes
    assert len(set(replies.values())) == len(replies), "two are alike"
    if record.choices:
        assert sorted([*replies, record.answer]) == [1, 2, 3, 4]
        right = re.escape(ASKED[name].options[record.answer - 1].strip("`."))
    else:
        assert len(replies) >= 8 and record.answer not in replies
        due = re.findall(r"\d+", str(record.answer))
        right = r"\b" + r"[\s,()\[\]x*]+".join(due) + r"\b"
    for value, reply in replies.items():
        assert checks.result(name, value).mistake == reply
        assert re.fullmatch(r"[A-Z\d][ -~]+[.?]", reply), reply
        assert not re.search(right, reply), reply
