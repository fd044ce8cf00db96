"""Whose notebook it is, by the layouts of folders that teachers have."""

import json
import os
from pathlib import PurePath

import pytest

from tests.grade import classroom
from xcorr_helpers.grade.a_class import folder_of_marks
from xcorr_helpers.grade.gathering import gather
from xcorr_helpers.grade.layouts import FolderError, find, whose

PAPER = classroom.notebook(classroom.answer("count_placements", "my_answer = (4, 7)"))


def put(folder, *paths, text=PAPER):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "name", "key"),
    [
        ("Anna/homework_1.ipynb", "Anna", "Anna"),
        ("Anna/deeper/homework_1.ipynb", "Anna", "Anna"),
        ("Anna.ipynb", "Anna", "Anna"),
        ("Anna_homework_1.ipynb", "Anna", "Anna"),
        ("Anna homework_1 (2).ipynb", "Anna", "Anna"),
        ("homework_1_Anna.ipynb", "Anna", "Anna"),
        (
            "Anna Muster_123_assignsubmission_file/homework_1.ipynb",
            *("Anna Muster", "Anna Muster_123"),
        ),
        (
            "Anna Muster_123_assignsubmission_file_/homework_1.ipynb",
            *("Anna Muster", "Anna Muster_123"),
        ),
        (
            "Anna Muster_123_assignsubmission_file_homework_1.ipynb",
            *("Anna Muster", "Anna Muster_123"),
        ),
        # Of a group; and where the marking is blind.
        (
            "Red-Anna Muster_123_assignsubmission_file_/homework_1.ipynb",
            *("Red-Anna Muster", "Red-Anna Muster_123"),
        ),
        (
            "Participant_77_assignsubmission_file/homework_1.ipynb",
            *("Participant", "Participant_77"),
        ),
    ],
)
def test_whose_it_is(path, name, key):
    student = whose(PurePath(path))
    assert (student.name, student.key) == (name, key)


@pytest.mark.parametrize("path", ["homework_1.ipynb", "homework_1 (1).ipynb"])
def test_nobodys(path):
    assert whose(PurePath(path)) is None


def test_nbgraders_folders(tmp_path):
    put(tmp_path, "submitted/bitdiddle/session 1/homework_1.ipynb")
    put(tmp_path, "submitted/hacker/session 1/homework_1.ipynb")
    put(tmp_path, "submitted/hacker/session 1/timestamp.txt")
    put(tmp_path, "source/session 1/homework_1.ipynb")
    put(tmp_path, "autograded/hacker/session 1/homework_1.ipynb")
    gathered = gather(tmp_path)
    assert [s.label for s in gathered.students] == ["bitdiddle", "hacker"]
    assert gathered.aside == ()


def test_a_folder_of_groups_is_refused(tmp_path):
    put(tmp_path, "group A/Jana/homework_1.ipynb", "group A/Ben/homework_1.ipynb")
    with pytest.raises(
        FolderError, match=r"group A holds homework_1\.ipynb .* Ben, Jana"
    ):
        gather(tmp_path)
    assert len(gather(tmp_path / "group A").students) == 2


def test_sessions_in_folders_of_a_student_are_no_group(tmp_path):
    put(tmp_path, "Anna/1/homework_1.ipynb", "Anna/2/homework_2.ipynb")
    put(tmp_path, "Ben/homework_1.ipynb", "Ben/old/homework_1.ipynb")
    assert [s.label for s in gather(tmp_path).students] == ["Anna", "Ben"]


def test_pages_of_who_is_gone_go_and_no_other_file(tmp_path):
    put(tmp_path / "in", "Anna.ipynb", "Ben.ipynb")
    classroom.marked(tmp_path / "in", tmp_path / "out")
    pages = tmp_path / "out" / "feedback"
    (pages / "mine-01234567.html").write_text("a teacher's own", encoding="utf-8")
    (pages / "notes.html").write_text("<title>Homework of all", encoding="utf-8")
    (tmp_path / "in" / "Ben.ipynb").rename(tmp_path / "in" / "Benno.ipynb")
    classroom.marked(tmp_path / "in", tmp_path / "out")
    names = [path.name.rpartition("-")[0] for path in sorted(pages.iterdir())]
    assert names == ["anna", "benno", "mine", ""]


def test_two_of_one_name_are_kept_apart(tmp_path):
    put(tmp_path, "Anna_1_assignsubmission_file/homework_1.ipynb")
    put(tmp_path, "Anna_22_assignsubmission_file/homework_1.ipynb")
    put(tmp_path, "An\u0301na/homework_1.ipynb", "A\u0144na/homework_1.ipynb")
    target = tmp_path / "marks"
    classroom.marked(tmp_path, target)
    labels = {row["student"] for row in classroom.rows(target)}
    assert {"Anna (1)", "Anna (22)"} <= labels
    assert len(labels) == 4
    assert len(list((target / "feedback").iterdir())) == 4


def test_what_is_not_understood_is_named(tmp_path):
    put(tmp_path, "Anna/homework_1.ipynb", "Anna/picture.png")
    put(tmp_path, "Anna/.ipynb_checkpoints/homework_1-checkpoint.ipynb")
    put(tmp_path, "__MACOSX/Anna/._homework_1.ipynb")
    put(tmp_path, "Bert/report.pdf", "homework_1.ipynb", "Carl.zip", "list.txt")
    put(tmp_path, "Dora/notes.ipynb", text=classroom.notebook([]))
    put(tmp_path, "Emil/other.ipynb", text="{")
    gathered = gather(tmp_path)
    assert [s.label for s in gathered.students] == ["Anna"]
    assert [name for name, _ in gathered.aside] == [
        *("Bert", "Carl.zip", "Dora/notes.ipynb", "Emil/other.ipynb"),
        *("homework_1.ipynb", "list.txt"),
    ]


def test_of_two_of_one_session_the_plain_name_is_marked(tmp_path):
    put(tmp_path, "Anna/homework_1 (1).ipynb", "Anna/homework_1.ipynb")
    put(tmp_path, "Anna/copy of homework_1.ipynb")
    gathered = gather(tmp_path)
    assert len(gathered.notebooks) == 1
    assert {name for name, _ in gathered.aside} == {
        *("Anna/homework_1 (1).ipynb", "Anna/copy of homework_1.ipynb")
    }
    assert "Anna/homework_1.ipynb of the same" in gathered.aside[0][1]


def test_several_sessions_in_one_folder(tmp_path):
    put(tmp_path, "Anna/homework_1.ipynb", "Bert.ipynb")
    second = classroom.notebook(classroom.answer("shape_of_product", "my_answer = 1"))
    put(tmp_path, "Bert/any name.ipynb", text=second)
    target = tmp_path / "marks"
    gathered = classroom.marked(tmp_path, target)
    assert gathered.sessions == [1, 2]
    missing = [r for r in classroom.rows(target) if r["mistake"] == "not handed in"]
    assert {(r["student"], r["points"]) for r in missing} == {("Anna", "0")}
    page = (target / "class.html").read_text(encoding="utf-8")
    assert "1 of 2 handed it in." in page


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_never_become_paths(tmp_path):
    folder = tmp_path / "in"
    names = ["..%2f..", "a\nb", "con", "x" * 200, "\u202egnp", "=1+1", "-rf", "漢字"]
    for name in names:
        put(folder, f"{name}/homework_1.ipynb")
    os.makedirs(os.fsencode(folder) + b"/\xff\xfe")
    put(folder, os.fsdecode(b"\xff\xfe") + "/homework_1.ipynb")
    target = tmp_path / "marks"
    classroom.marked(folder, target)
    made = sorted(path.name for path in (target / "feedback").iterdir())
    assert len(made) == len(names) + 1
    plain = set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert all(set(name) <= plain and len(name) < 70 for name in made)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "marks"}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes as Linux has them")
def test_no_link_is_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, "homework_1.ipynb")
    folder = tmp_path / "in"
    put(folder, "Anna/homework_1.ipynb")
    (folder / "Bert").symlink_to(elsewhere)
    (folder / "Carl").mkdir()
    (folder / "Carl" / "homework_1.ipynb").symlink_to(elsewhere / "homework_1.ipynb")
    os.mkfifo(folder / "Dora_homework_1.ipynb")
    gathered = gather(folder)
    problems = {one.student.label: one.notebook.problem for one in gathered.notebooks}
    assert problems.keys() == {"Anna", "Carl", "Dora"}
    assert problems["Anna"] == ""
    assert "link or no plain file" in problems["Carl"]
    assert "link or no plain file" in problems["Dora"]


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ((), "no student's notebook lies in"),
        (("Anna/report.pdf",), "no notebook lies in this folder"),
        (("homework_1.ipynb",), "it lies in no student's folder"),
    ],
)
def test_nothing_to_mark_is_said_in_words(tmp_path, paths, said):
    put(tmp_path, *paths)
    with pytest.raises(FolderError, match=said):
        gather(tmp_path)


def test_no_such_folder(tmp_path):
    put(tmp_path, "file")
    for name, said in (("absent", "is not there"), ("file", "a file, not a folder")):
        with pytest.raises(FolderError, match=said):
            find(tmp_path / name)


def test_marks_lie_beside_and_never_in_build(tmp_path):
    assert folder_of_marks(tmp_path / "one") == tmp_path / "one_marks"
    with pytest.raises(FolderError, match="make clean"):
        folder_of_marks(tmp_path / "_build" / "one")


def test_a_session_is_told_by_the_cells_before_the_name(tmp_path):
    put(tmp_path, "Anna/homework_4.ipynb")
    stored = json.loads(PAPER)
    for cell in stored["cells"]:
        cell["metadata"] = {}
    put(tmp_path, "Bert/homework_2.ipynb", text=json.dumps(stored))
    sessions = {one.student.label: one.session for one in gather(tmp_path).notebooks}
    assert sessions == {"Anna": 1, "Bert": 2}
