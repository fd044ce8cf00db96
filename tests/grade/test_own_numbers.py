"""Numbers that are each student's own, marked by the teacher's seed."""

import json
import shutil

import pytest

from tests.grade import classroom
from tools.classroom.homework import homework
from tools.classroom.own import own_texts
from xcorr_helpers.grade import __main__ as command
from xcorr_helpers.grade.gathering import gather
from xcorr_helpers.grade.homework import FUNCTIONS, HOMEWORK
from xcorr_helpers.grade.layouts import FolderError
from xcorr_helpers.grade.marking import NOT_MARKED
from xcorr_helpers.grade.own_numbers import record_of, refuse_strange, to_look_at
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


@pytest.fixture
def run(folder, tmp_path, monkeypatch, capsys):
    """Run the command on a copy of the folder; return its result and what it said."""
    copy = tmp_path / "session"
    shutil.copytree(folder, copy)
    monkeypatch.setattr(command, "missing", list)
    monkeypatch.setattr(
        command, "Submission", lambda code, name, *_: classroom.InProcess(code, name)
    )

    def run(*arguments, renamed=None):
        if renamed:
            (copy / renamed[0]).rename(copy / renamed[1])
        result = command.main([str(copy), *arguments])
        said = capsys.readouterr()
        return result, said.out + said.err, copy.with_name("session_marks")

    return run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--seed", OTHER], "this seed fits none of the 3 homeworks"),
        ([], "give the seed that made them, with --seed"),
    ],
)
def test_a_wrong_seed_is_refused_and_good_marks_stay(run, arguments, said):
    assert run("--seed", SEED)[0] == 0
    asked = classroom.InProcess.asked
    result, told, target = run(*arguments)
    assert (result, asked) == (2, classroom.InProcess.asked)
    assert said in told
    assert points(target)["Ada", PAPER[0]] == "1"


def test_what_does_not_fit_is_not_marked(run):
    result, told, target = run("--seed", SEED, renamed=("Ada", "Ida"))
    assert result == 0
    assert told.rstrip().splitlines()[-1].startswith("  Ida, homework 1: not marked")
    rows = {(r["student"], r["exercise"]): r for r in classroom.rows(target)}
    own = [rows["Ida", judge] for judge in PAPER]
    assert {(r["points"], r["mistake"]) for r in own} == {("", NOT_MARKED)}
    assert rows["Ida", "window_index"]["points"] == "0"  # a function, not handed in
    assert rows["Cy", PAPER[0]]["points"] == "0"
    page = next((target / "feedback").glob("ida-*")).read_text(encoding="utf-8")
    assert page.count(NOT_MARKED[1:]) == len(PAPER)
    assert f"0 of {6 - len(PAPER)} points. Not marked: {len(PAPER)} on paper" in page
    shown = (target / "class.html").read_text(encoding="utf-8")
    assert ">0 of 2</td>" in shown
    assert "Of 1, exercises on paper are not marked" in shown


def test_the_lists_spelling_makes_the_key(run, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Ada\nBo\nCy\n", encoding="utf-8")
    listed = ("--students", str(names))
    result, told, target = run("--seed", SEED, *listed, renamed=("Ada", "A'DÁ"))
    assert result == 0
    assert "To look at" not in told
    assert {points(target)["Ada", judge] for judge in PAPER} == {"1"}


def test_answers_of_anothers_numbers_are_named(run, tmp_path):
    names, session = tmp_path / "names.txt", tmp_path / "session"
    names.write_text("Ada\nBo\nCy\n", encoding="utf-8")
    path = session / "Bo" / "homework_1.ipynb"
    text = path.read_text(encoding="utf-8")
    given = [repr(variant(judge, "Ada", SEED).record.answer) for judge in PAPER]
    for answer in given:
        text = text.replace("my_answer = None", f"my_answer = {answer}", 1)
    path.write_text(text, encoding="utf-8")
    _, told, target = run("--seed", SEED, "--students", str(names))
    said = f"Bo, homework 1: all {len(PAPER)} answers on paper are those of Ada's"
    assert said in told.splitlines()[-1]
    assert told.count("are those of") == 1
    assert said in (target / "notes.txt").read_text(encoding="utf-8")


@pytest.fixture
def made(tmp_path):
    """Write homework as the class's tool makes it; return the folder."""

    def made(**names):
        for lies_in, name in names.items():
            texts = own_texts(2, name, SEED) if name else {}
            (tmp_path / lies_in).mkdir()
            text = json.dumps(homework(2, texts, name))
            (tmp_path / lies_in / "homework_2.ipynb").write_text(text, "utf-8")
        return gather(tmp_path)

    return made


def test_homework_as_it_is_made_fits_its_name_alone(made):
    handed_in = made(Ada="Ada", OBrien="Siobhán O'Brien_")
    ((label, said),) = to_look_at(handed_in, SEED)
    assert label == "OBrien, homework 2"
    assert said.endswith("It says that it is for Siobhán O'Brien_")
    refuse_strange(handed_in, SEED)
    with pytest.raises(FolderError, match="2 of 2 homeworks have numbers of their own"):
        refuse_strange(handed_in, None)
    with pytest.raises(FolderError, match="What lies under Ada says it is for Ada"):
        refuse_strange(handed_in, OTHER)


def test_homework_with_the_books_numbers_needs_no_seed(made):
    handed_in = made(Ada="", Bo="", Cy="Cy")
    refuse_strange(handed_in, None)
    assert [label for label, _ in to_look_at(handed_in, None)] == ["Cy, homework 2"]


def test_a_class_without_own_numbers_is_not_suspected(tmp_path):
    classroom.write_class(tmp_path, 2, 1)
    assert [*to_look_at(gather(tmp_path), None)] == []


@pytest.mark.parametrize("session", HOMEWORK)
def test_all_that_is_on_paper_varies(session):
    paper = {judge for judge in HOMEWORK[session] if judge not in FUNCTIONS}
    assert paper <= {*VARIED}
