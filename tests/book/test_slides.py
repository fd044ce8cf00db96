"""What is tagged for the slides: short, guarded, and in rows of the teacher's plan."""

import itertools
import re
import subprocess

import pytest

from live import pinned_wheel
from tests.book import prose
from tools import built_book
from tools.slides import decks, myst, notes, parts, reveal
from xcorr_helpers.grade.homework import HOMEWORK

SESSIONS = decks.sessions()
SLIDES = [slide for session in SESSIONS for slide in session.slides]
KEYS = {"row", "title", "say", "show", "lines", "printed", "wait"}
OF_CODE = {"code", "output"}
NAMED = re.compile(r"CIFAR-10|exhibit \d+")


def name(slide):
    return f"{slide.row[0]}.{slide.row[1]} {slide.title}"


def test_the_sessions_are_those_of_the_teachers_page():
    assert [session.number for session in SESSIONS] == [1, 2, 3, 4]
    for session in SESSIONS:
        assert sum(row.minutes for row in session.rows) == 90
        rows = {slide.row[1] for slide in session.slides}
        assert rows == set(range(1, len(session.rows) + 1)), "a row without a slide"
        assert 12 <= len(session.slides) <= 22


def test_no_slide_gives_the_homework_away():
    named = {judge for judges in HOMEWORK.values() for judge in judges}
    for slide in SLIDES:
        for _, cell, _ in slide.cells:
            asked = set(re.findall(r"checks\.(\w+)\(", "".join(cell["source"])))
            assert not asked & named, name(slide)


def test_every_tag_is_understood():
    for page in built_book.notebooks():
        cells = [c for c in built_book.cells(page) if decks.TAG in c["metadata"]]
        for cell in cells:
            kinds = OF_CODE if cell["cell_type"] == "code" else parts.KINDS.keys()
            for tag in cell["metadata"][decks.TAG]:
                assert set(tag) <= KEYS
                assert ("row" in tag) == ("title" in tag)
                assert set(tag.get("show", ())) <= set(kinds)
                assert decks.shown(cell, tag), "nothing to show"


@pytest.mark.parametrize("slide", SLIDES, ids=name)
def test_a_slide_says_little_and_no_number_of_its_own(slide):
    assert len(slide.title) <= 40
    assert len(slide.say.split()) <= 25
    for _, cell, _ in slide.cells:
        for asked in parts.questions("".join(cell["source"])):
            assert len(re.sub("<[^>]+>", " ", asked).split()) <= 75
    text = prose.plain(NAMED.sub("", f"{slide.title}. {slide.say}"))
    own = [
        place
        for place, cell in enumerate(built_book.cells(slide.page))
        if any(cell == shown for _, shown, _ in slide.cells)
    ]
    lines = [line for n in own for line in prose.lines_near(slide.page, n)]
    lines += [line for n in own for line in prose.lines_of(prose.cells(slide.page)[n])]
    for match in prose.RUN.finditer(text):
        run = prose.numbers(match[0])
        if len(run) > 1 or len(run[0]) > 1:
            assert prose.stands_in(run, lines), match[0]


def test_the_notes_have_the_answers_and_what_to_say_to_wrong_ones():
    for session in SESSIONS:
        for slide, said in zip(session.slides, session.notes, strict=True):
            asked = [
                block
                for _, cell, tag in slide.cells
                if parts.QUESTION in tag.get("show", ())
                for block in parts.asked("".join(cell["source"]))
            ]
            for block in asked:
                (fold,) = myst.blocks(block.body)
                assert myst.html(fold.body) in said
                shown = " ".join(slide.parts)
                assert myst.html(fold.body) not in shown, "the answer is on the slide"
                assert block.kind == "exercise" or "If they say" in said


def test_every_slide_has_its_notes_or_goes_on_with_the_ones_before():
    for session in SESSIONS:
        pairs = itertools.pairwise(zip(session.slides, session.notes, strict=True))
        for (before, _), (slide, said) in pairs:
            texts = [text for text, _, _ in before.cells]
            goes_on = said == notes.GOES_ON
            assert said and (not goes_on or slide.cells[0][0] in texts), name(slide)


def test_a_text_is_told_once():
    for session in SESSIONS:
        told = [re.findall("<p>.*?</p>", text, re.DOTALL) for text in session.notes]
        long = [p for paragraphs in told for p in paragraphs if len(p) > 200]
        assert len(set(long)) == len(long)


def test_another_file_is_not_taken_for_reveal(tmp_path, monkeypatch):
    monkeypatch.setattr(pinned_wheel, "CACHE", tmp_path)
    reveal.WHEEL.path.parent.mkdir()
    reveal.WHEEL.path.write_bytes(b"something else")
    monkeypatch.setattr(subprocess, "run", lambda *command, **options: None)
    with pytest.raises(SystemExit, match="neither in the cache nor"):
        reveal.put(tmp_path / "slides")
    assert not (tmp_path / "slides").exists()
