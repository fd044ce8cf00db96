"""Pages and table: strangers' texts are shown, and taken for nothing else."""

import csv
import html.parser
import io

import pytest

from tests.grade import classroom
from xcorr_helpers.grade.class_page import OTHER, UNASKED, class_page, kind, mistakes
from xcorr_helpers.grade.course import asked, expected
from xcorr_helpers.grade.feedback_page import feedback, total
from xcorr_helpers.grade.homework import HOMEWORK
from xcorr_helpers.grade.marking import NOT_MARKED, Mark
from xcorr_helpers.grade.marks_csv import table
from xcorr_helpers.grade.names import shown
from xcorr_helpers.grade.students_page import students
from xcorr_helpers.grade.wishes import Wishes

TURNED = "\u202e"
STRANGE = {
    "a script": "<script>alert(1)</script>",
    "quotes": "\"' onmouseover=alert(1) x='",
    "the end of a comment": "--></style></pre><img src=x onerror=alert(1)>",
    "an entity": "&lt;b&gt;&#x3c;",
    "turned round": f"a{TURNED}b\u2066c",
    "control characters": "a\x1b[2Jb\x00\x08",
    "half a character": "a\ud800b",
    "many letters": "Ł" * 5_000,
    "a script of the east": "漢字 \u200fעברית",
    "lines": "a\r\nb\u2028c",
}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p"),
    *("article", "header", "pre", "bdi", "blockquote", "div", "a", "table", "thead"),
    *("tbody", "tr", "th", "td", "span", "section", "ol", "ul", "li", "b"),
}


class Read(html.parser.HTMLParser):
    """Lists tags, attributes and text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data):
        self.text += data


def plain(page):
    """Read a page, and make sure that it is made of our tags alone."""
    read = Read(page)
    assert read.tags <= TAGS
    assert read.attributes <= {
        *("lang", "charset", "name", "content", "http-equiv", "class", "href", "style"),
        "aria-hidden",
    }
    assert not {*page} & {TURNED, "\x1b", "\x00", "\u2066", "\u2028", "\r"}
    page.encode("utf-8")
    return read


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_text_is_shown_as_it_is(kind):
    text = STRANGE[kind]
    code = f"def my_window(a):  # {text}\n    return {text!r}"
    report = f"window_index: not yet.\n  it raised {text}\n  likely    {text}"
    marks = [
        Mark("window_index", 0, text, report, code),
        Mark("patch_index", 0, text, "", code, unasked=True),
        Mark("count_placements", 0, text, f"count_placements: not {text}"),
        Mark("ex_2_explain", None, "to be read by hand", sentence=text),
    ]
    page = plain(feedback(shown(text), [(1, marks)], Wishes()))
    assert "alert(1)" in page.text or "alert(1)" not in text
    plain(class_page({1: [marks]}, Wishes()))
    line = [*csv.reader(io.StringIO(table([(shown(text), marks)])))]
    assert len(line) == 5
    assert all(len(cells) == 4 for cells in line)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_no_cell_of_the_table_is_a_formula(name):
    marks = [Mark("window_index", 0, name)]
    _, row = csv.reader(io.StringIO(table([(shown(name), marks)])))
    assert row[0].startswith("'")
    assert row[3].startswith("'")
    assert row[1:3] == ["window_index", "0"]


def test_an_empty_name_is_shown():
    page = feedback(shown(""), [(1, [Mark("window_index", 1, "", "x")])], Wishes())
    assert "(no name)" in plain(page).text


def test_what_nobody_knows_is_grouped_by_its_kind():
    def said(report, mistake="", **more):
        return kind(
            Mark("window_index", 0, mistake, f"window_index: no.\n{report}", **more)
        )

    assert said("  it raised ValueError: Anna") == "it raises ValueError"
    assert said("  it raised AnnasError: Anna") == "it raises an error of its own"
    ended = "  it raised TimeoutError: it took more than 10 s, and was ended"
    assert said(ended) == "it does not end"
    shapes = "  expected  shape (6,): kernel value\n  got       shape (5,)"
    assert said(shapes) == "it gives another shape"
    assert said("  first difference") == OTHER
    assert said("", "the cell `anna` fails", unasked=True) == UNASKED
    in_place = "`{}` works in place, and gives None."
    assert "anna" not in said("", in_place.format("anna.at"))
    assert "np.put" in said("", in_place.format("np.put"))


def test_only_a_sentence_that_is_there_is_to_be_read():
    judged = [Mark("window_index", 1), Mark("count_placements", None, NOT_MARKED)]
    for sentence, read in (("Rows first.", True), ("", False)):
        marks = [*judged, Mark("ex_2_explain", None, sentence=sentence)]
        listed = plain(students([("Anna", "a.html", [(1, marks)])])).text
        assert ("1 of 1, 1 to read, 1 not marked" in listed) == read
        assert ("1 of 1, 1 not marked" in listed) != read
        assert ("read by your teacher" in total(marks)) == read


def test_the_table_says_something_of_every_lost_point():
    report = "window_index: no.\n  it raised ValueError: Anna"
    marks = [Mark("window_index", 0, "", report), Mark("window_index", 1)]
    _, lost, won = csv.reader(io.StringIO(table([("Anna", marks)])))
    assert (lost[3], won[3]) == ("it raises ValueError", "")


def test_what_nobody_knows_comes_last():
    known = [Mark("window_index", 0, said) for said in ("known", "more", "more")]
    marks = [Mark("window_index", 0, "", "")] * 3 + known
    assert [(m.said, m.count) for m in mistakes(marks, Wishes())] == [
        ("more", 2),
        ("known", 1),
        (OTHER, 3),
    ]


def test_a_mistake_on_paper_is_one_whatever_the_numbers():
    texts = [f"A row is {n} long, not 3." for n in (7, 8, 9)]
    marks = [Mark("position_of_pixel", 0, text) for text in texts]
    (one,) = mistakes(marks, Wishes(varied=True))
    assert (one.said, one.count) == ("A row is … long, not 3.", 3)
    assert len(mistakes(marks, Wishes())) == 3


def test_the_same_code_of_two_is_shown_once():
    codes = [
        "def my_window(a, b):\n    return b",
        "def my_window(a, anna):\n    return anna",
    ]
    marks = [Mark("window_index", 0, "known", "", code) for code in codes]
    (one,) = mistakes(marks, Wishes())
    assert (
        one.codes == ("def my_window(v1, v2):\n    return v2",) or len(one.codes) == 1
    )


def test_links_lead_to_what_the_book_has(book_html):
    for session in HOMEWORK:
        for exercise in expected(session):
            for name, address in asked(exercise).pages:
                page, _, place = address.partition("#")
                text = (book_html / page).read_text(encoding="utf-8")
                assert f'id="{place}"' in text, (exercise, name, address)
            number, title = asked(exercise).number, asked(exercise).title
            assert f"Exercise {number} (" in text or f"Exercise {number} " in text
            assert title in html.unescape(text), exercise


def test_links_are_written_only_where_the_book_is_known(tmp_path):
    folder = tmp_path / "in"
    classroom.write_class(folder, 3, 1)
    classroom.marked(folder, tmp_path / "without")
    classroom.marked(folder, tmp_path / "with", book="https://a.org/b?c=1&d/")
    without = (tmp_path / "without" / "class.html").read_text(encoding="utf-8")
    with_it = (tmp_path / "with" / "class.html").read_text(encoding="utf-8")
    assert "<a " not in without
    assert "chapter 2, The window" in without
    start = 'href="https://a.org/b?c=1&amp;d/book/02_slide_one_kernel.html#the-window"'
    assert start in with_it
