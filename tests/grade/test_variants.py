"""Paper exercises of a student's own: the chapter's, with other sizes."""

import functools
import itertools
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.book.solutions import EXERCISES, code, judged
from tests.grade import worked_out
from tools import built_book
from xcorr_helpers.checks import PaperExercise, _record
from xcorr_helpers.checks._predict import compared
from xcorr_helpers.grade.homework import HOMEWORK
from xcorr_helpers.grade.variants import _TEMPLATES, VARIED, in_book, variant
from xcorr_helpers.grade.variants.draw import Draw

SEED = "a seed of the tests"
NAMES = [f"student {n}" for n in range(16)]
own = functools.cache(lambda judge, name: variant(judge, name, SEED))
every = pytest.mark.parametrize("judge", VARIED)


def test_all_paper_exercises_of_the_homework_vary():
    judges = [*itertools.chain(*HOMEWORK.values())]
    on_paper = {j for j in judges if isinstance(_record(j), PaperExercise)}
    assert on_paper <= {*VARIED}


# In the chapter's sizes.


@every
def test_the_text_is_the_chapters_and_its_hint_fits_any_sizes(judge):
    [(page, number)] = [
        (exercise.page, exercise.asked)
        for exercise in EXERCISES
        if judged(code(exercise.page, exercise.asked))[0] == f"checks.{judge}"
    ]
    cell = "".join(built_book.cells(page)[number - 1]["source"])
    written = cell[cell.index("::::{exercise}") :]
    title, asked, hint = re.match(
        r"::::\{exercise\} (.*?)\n:label: .*?\n(.*?)\n:::\{dropdown\} Hint\n(.*?):::",
        written,
        re.S,
    ).groups()
    assert " ".join(asked.split()) == in_book(judge).text
    assert title == in_book(judge).title
    for told in re.findall(r"\d+", hint):  # the impulse is 1 in every variant
        assert all(re.search(rf"\b{told}\b", own(judge, n).text) for n in NAMES), hint


@every
def test_formulas_give_the_records_numbers_and_words(judge):
    record, template = _record(judge), _TEMPLATES[judge]()
    assert template.answer() == record.answer
    for value, said in template.mistakes():
        known = record.mistakes[value]
        assert said in {known, *_halves(known)}, (value, said, known)


def _halves(said):
    """Take an "either ...; or ..." apart, which one number had to share."""
    either, _, other = said.removeprefix("Either ").partition("; or ")
    if said.startswith("Either ") and other:
        for half in (either + ".", other):
            yield half[0].upper() + half[1:]


# In drawn sizes.


@every
def test_each_mistake_is_told_from_the_others(judge):
    for name in NAMES:
        record = own(judge, name).record
        drawn = _TEMPLATES[judge].drawn(Draw(SEED, judge, name))
        assert record.answer not in record.mistakes
        for value, said in drawn.mistakes():
            assert compared(record, value).mistake == said


@every
def test_the_answer_follows_from_what_the_text_tells(judge):
    for one in (in_book(judge), *(own(judge, name) for name in NAMES)):
        text = one.text.replace("float32", "").partition("(It is the gradient")[0]
        answer = getattr(worked_out, judge)(*worked_out.numbers(text))
        assert answer == one.record.answer, one.text


@every
def test_the_judges_words_tell_of_the_drawn_sizes(judge):
    record = own(judge, NAMES[0]).record
    assert compared(record, record.answer).passed
    assert compared(record, None).mistake == "no answer yet"
    assert record.axes == _record(judge).axes and record.name == judge


# A name alone gives nothing away.


@every
def test_sizes_follow_from_seed_and_name_and_from_nothing_less(judge):
    texts = [own(judge, name).text for name in NAMES]
    assert texts[:5] == [variant(judge, name, SEED).text for name in NAMES[:5]]
    others = [variant(judge, name, SEED + "!").text for name in NAMES]
    same = sum(one == other for one, other in zip(texts, others))
    assert same < len(NAMES) / 4
    assert len({*texts}) > len(NAMES) / 2


def test_exercises_of_one_student_have_nothing_to_do_with_each_other():
    first = [Draw(SEED, judge, "Ada").among(range(10**6)) for judge in VARIED]
    assert len({*first}) == len(VARIED)


def test_the_draw_is_what_it_was():
    """Marks are given months later, on another machine."""
    draw = Draw("8 or more", "position_of_pixel", "Zo\u00eb")
    assert [draw.among(range(1000)) for _ in range(10)] == [
        260,
        797,
        742,
        912,
        192,
        101,
        153,
        572,
        210,
        935,
    ]


@pytest.mark.parametrize("seed", ["", "1234567", "e\u0301" * 7])
def test_a_short_seed_is_refused(seed):
    with pytest.raises(ValueError, match=r"at least 8 characters, not [07]"):
        variant(VARIED[0], "Ada", seed)


@pytest.mark.parametrize("name", ["", " \t"])
def test_an_empty_name_is_refused(name):
    with pytest.raises(ValueError, match="name is needed"):
        variant(VARIED[0], name, SEED)


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError, match="seed must be text, not int"):
        variant(VARIED[0], "Ada", 12345678)
    with pytest.raises(TypeError, match="name must be text, not NoneType"):
        variant(VARIED[0], None, SEED)


def test_an_exercise_in_code_is_refused():
    with pytest.raises(ValueError, match="'window_index' does not vary; these do: "):
        variant("window_index", "Ada", SEED)


@settings(max_examples=30)
@given(name=st.text(min_size=1).filter(lambda name: " ".join(name.split())))
def test_a_name_is_the_same_in_each_encoding(name):
    one, other = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert variant(VARIED[0], one, SEED) == variant(VARIED[0], f" {other}\n", SEED)


@given(size=st.integers(1, 50))
@settings(max_examples=20)
def test_each_value_is_drawn_as_often(size):
    draw = Draw(SEED, "any", str(size))
    counts = [0] * size
    for _ in range(size * 100):
        counts[draw.among(range(size))] += 1
    assert min(counts) > 50 and max(counts) < 160
