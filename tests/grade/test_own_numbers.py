"""Numbers that are each student's own, marked by the teacher's seed."""

import pytest

from tests.grade import classroom
from xcorr_helpers.grade.gathering import gather
from xcorr_helpers.grade.homework import FUNCTIONS, HOMEWORK
from xcorr_helpers.grade.own_numbers import record_of, to_look_at
from xcorr_helpers.grade.variants import VARIED, variant

SEED, OTHER = "a seed for the tests", "another seed for them"
PAPER = [judge for judge in HOMEWORK[1] if judge not in FUNCTIONS]


def text_cell(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three who answer their own questions: Ada all, Bo none, Cy with one mistake."""
    folder = tmp_path_factory.mktemp("varied") / "session"
    for name in ("Ada", "Bo", "Cy"):
        cells = []
        for judge in PAPER:
            own = variant(judge, name, SEED)
            wrong = next(iter(own.record.mistakes))
            given = {"Ada": own.record.answer, "Bo": None, "Cy": wrong}[name]
            answer, _ = classroom.answer(judge, f"my_answer = {given!r}")
            asked = classroom.code_cell("assert my_answer", f"{judge}-judge")
            cells += [text_cell(f"## A title\n\n{own.text}\n"), answer, asked]
        (folder / name).mkdir(parents=True)
        path = folder / name / "homework_1.ipynb"
        path.write_text(classroom.notebook(cells), encoding="utf-8")
    return folder


def points(target):
    return {
        (row["student"], row["exercise"]): row["points"]
        for row in classroom.rows(target)
        if row["exercise"] in PAPER
    }


def by(seed):
    return lambda judge, student: record_of(judge, student, seed)


def test_each_is_marked_by_their_own_numbers(folder, tmp_path):
    classroom.marked(folder, tmp_path, key=by(SEED), varied=True)
    assert points(tmp_path) == {
        (name, judge): "1" if name == "Ada" else "0"
        for name in ("Ada", "Bo", "Cy")
        for judge in PAPER
    }
    assert len(PAPER) > 2


def test_another_seed_asks_no_child_again(folder, tmp_path):
    classroom.marked(folder, tmp_path, key=by(SEED), varied=True)
    asked = classroom.InProcess.asked
    classroom.marked(folder, tmp_path, key=by(OTHER), varied=True)
    assert classroom.InProcess.asked == asked
    assert "1" not in points(tmp_path).values()


def test_who_is_asked_for_other_numbers_is_named(folder):
    gathered = gather(folder)
    assert [*to_look_at(gathered, SEED)] == []
    assert len([*to_look_at(gathered, OTHER)]) == 3
    names = {name for name, said in to_look_at(gathered, None) if "--seed" in said}
    assert names == {f"{name}, homework 1" for name in ("Ada", "Bo", "Cy")}


def test_a_class_without_own_numbers_is_not_suspected(tmp_path):
    classroom.write_class(tmp_path, 2, 1)
    assert [*to_look_at(gather(tmp_path), None)] == []


@pytest.mark.parametrize("session", HOMEWORK)
def test_all_that_is_on_paper_varies(session):
    paper = {judge for judge in HOMEWORK[session] if judge not in FUNCTIONS}
    assert paper <= {*VARIED}
