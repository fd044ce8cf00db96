"""A small class, marked in this process: table, pages, and what is kept."""

import re
from collections import Counter

import pytest

from tests.grade import classroom
from xcorr_helpers.grade.course import asked
from xcorr_helpers.grade.homework import HOMEWORK
from xcorr_helpers.grade.page import sentence, text

SESSION = 1


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Seven students, marked, and what must come of it."""
    folder = tmp_path_factory.mktemp("course") / "session_1"
    expected = classroom.write_class(folder, 7, SESSION)
    target = folder.with_name("marks")
    classroom.marked(folder, target)
    return folder, target, expected


def test_the_table_has_the_true_counts(small):
    _, target, expected = small
    assert classroom.counts(target) == expected
    rows = classroom.rows(target)
    assert len(rows) == 7 * (len(HOMEWORK[SESSION]) + 1)
    words = [row for row in rows if row["exercise"] == "ex_2_explain"]
    assert {(row["points"], row["mistake"]) for row in words} == {
        ("", "to be read by hand")
    }


def test_the_class_page_has_the_true_counts(small):
    _, target, expected = small
    assert on_the_page(target, SESSION) == expected


def on_the_page(target, session):
    """Read the class page back: of each exercise how often what was found."""
    page = (target / "class.html").read_text(encoding="utf-8")
    said = {sentence(row["mistake"]): row["mistake"] for row in classroom.rows(target)}
    found = {}
    for exercise in HOMEWORK[session]:
        title = re.escape(f"{asked(exercise).number} {text(asked(exercise).title)}")
        solved = re.search(
            rf"<td>{title}</td><td class=\"number\">(\d+) of \d+</td>", page
        )
        found[exercise] = Counter(right=int(solved[1]))
        block = re.search(rf"<h3>{title}</h3>(.*?)</section>", page, re.DOTALL)
        items = re.findall(r"<b>(\d+) of \d+</b> (.*?)</p>", block[1] if block else "")
        found[exercise] += Counter(
            {said[mistake]: int(count) for count, mistake in items}
        )
    return found


def test_nobody_is_named_on_the_class_page(small):
    _, target, _ = small
    page = (target / "class.html").read_text(encoding="utf-8")
    assert "student" not in page.replace("students", "")
    assert "Said by" not in page
    assert "<pre>def my_window" in page or "<pre>import" in page


def test_twice_gives_the_same_bytes_and_asks_nobody_again(small):
    folder, target, _ = small
    before, asked = classroom.contents(target), classroom.InProcess.asked
    classroom.marked(folder, target)
    assert classroom.contents(target) == before
    assert classroom.InProcess.asked == asked


def test_what_is_kept_plays_no_part_in_what_is_written(small, tmp_path):
    folder, target, _ = small
    classroom.marked(folder, tmp_path / "again")
    assert classroom.contents(tmp_path / "again") == classroom.contents(target)


def test_an_interruption_loses_nothing(small, tmp_path):
    folder, target, _ = small
    left = [11]

    class Interrupted(classroom.InProcess):
        def __init__(self, code, name):
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            super().__init__(code, name)

    with pytest.raises(KeyboardInterrupt):
        classroom.marked(folder, tmp_path, ask=Interrupted)
    asked = classroom.InProcess.asked
    classroom.marked(folder, tmp_path)
    whole = len({*(target / ".done").glob("*.json")})
    assert classroom.InProcess.asked == asked + whole - 11
    assert classroom.contents(tmp_path) == classroom.contents(target)


def test_a_file_that_is_damaged_is_asked_for_again(small, tmp_path):
    folder, target, _ = small
    classroom.marked(folder, tmp_path)
    kept = sorted((tmp_path / ".done").glob("*.json"))
    kept[0].write_text('{"passed": true}')
    kept[1].write_bytes(b"\xff")
    asked = classroom.InProcess.asked
    classroom.marked(folder, tmp_path)
    assert classroom.InProcess.asked == asked + 2
    assert classroom.contents(tmp_path) == classroom.contents(target)


def test_without_code_none_is_shown(small, tmp_path):
    folder, _, _ = small
    classroom.marked(folder, tmp_path, codes=False)
    assert "<pre>" not in (tmp_path / "class.html").read_text(encoding="utf-8")


def test_without_likely_the_word_is_gone_and_the_mistake_stays(small, tmp_path):
    folder, target, _ = small
    classroom.marked(folder, tmp_path, likely=False)
    pages = classroom.contents(target / "feedback").items()
    assert any(b"Likely" in page for _, page in pages)
    for name, page in pages:
        without = (tmp_path / "feedback" / name).read_text(encoding="utf-8")
        assert "likely" not in without.lower()
        with_it = page.decode()
        assert without.count('class="said"') == with_it.count('class="said"')


def test_what_was_left_of_the_time_is_not_said(tmp_path):
    class Late(classroom.InProcess):
        def __init__(self, code, name):
            self.value = None
            self.problem = "The cell: it took more than 29.8 s, and was ended"

    classroom.write_class(tmp_path / "in", 1, SESSION)
    classroom.marked(tmp_path / "in", tmp_path / "marks", ask=Late)
    rows = classroom.rows(tmp_path / "marks")
    assert rows[0]["mistake"] == "The cell: it took too long, and was ended"
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert "1 of 1</b> The answer could not be asked for" in page
