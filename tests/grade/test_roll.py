"""The list that made the homework: whose name a folder's name is."""

import pytest

from tests.grade import classroom
from tests.grade.test_command import folder as folder
from tests.grade.test_layouts import put
from xcorr_helpers.grade import __main__ as command
from xcorr_helpers.grade.gathering import gather
from xcorr_helpers.grade.layouts import FolderError
from xcorr_helpers.grade.roll import called, found, read_list

NAMES = ["Jana Novak", "José Álvarez", "Siobhán O'Brien", "Ann Lee", "Annlee", "Łukasz"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Novak Jana", "Jana Novak"),
        ("NOVAK, Jana", "Jana Novak"),
        ("Jose Alvarez", "José Álvarez"),
        ("Jose\u0301 A\u0301lvarez", "José Álvarez"),
        ("Siobhan OBrien", "Siobhán O'Brien"),
        ("o’brien_siobhán", "Siobhán O'Brien"),
        ("OʼBrien Siobhán", "Siobhán O'Brien"),  # with the letter U+02BC
        ("siobhan-o-brien", "Siobhán O'Brien"),
        ("lukasz", "Łukasz"),
        ("Ann Lee", "Ann Lee"),
    ],
)
def test_a_name_is_found_however_it_is_written(written, name):
    assert found(written, NAMES) == [name]


def test_a_class_is_called_as_the_list_does(tmp_path):
    folders = ("Novak Jana", "ann lee", "Jose Alvares", "Zoe")
    put(tmp_path, *(f"{name}/homework_1.ipynb" for name in folders))
    roll = called(gather(tmp_path), NAMES)
    names = {s.key: (s.name, s.label) for s in roll.handed_in.students}
    assert names["Novak Jana"] == ("Jana Novak", "Jana Novak")
    assert names["Zoe"] == ("Zoe", "Zoe")
    assert dict(roll.unknown) == {
        "ann lee": "is it Ann Lee or Annlee? Name the folder as the list",
        "Jose Alvares": "not in the list of names: did you mean José Álvarez?",
        "Zoe": "not in the list of names",
    }
    assert [name for name, _ in roll.missing] == NAMES[1:]


def test_two_of_one_name_are_both_named(tmp_path):
    put(tmp_path, "Novak Jana/homework_1.ipynb", "jana novak/homework_1.ipynb")
    roll = called(gather(tmp_path), NAMES)
    assert {label for label, _ in roll.unknown} == {"Novak Jana", "jana novak"}
    assert len(roll.handed_in.students) == 2


def test_a_list_of_others_is_refused(tmp_path):
    put(tmp_path, "Zoe/homework_1.ipynb")
    with pytest.raises(FolderError, match="names nobody of these\n  Zoe"):
        called(gather(tmp_path), NAMES)


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xff\n", "UTF-8"), (b"\n", "no names")]
)
def test_a_list_is_one_of_names(tmp_path, content, said):
    (tmp_path / "names.txt").write_bytes(content)
    with pytest.raises(FolderError, match=said):
        read_list(tmp_path / "names.txt")
    with pytest.raises(FolderError, match="cannot be read"):
        read_list(tmp_path / "none.txt")


def test_the_command_takes_the_list(folder, capsys):
    names = folder.with_name("names.txt")
    names.write_text("00 Student\nStudent 01\nMia\n", encoding="utf-8-sig")
    assert command.main([str(folder), "--students", str(names)]) == 0
    told = capsys.readouterr().out
    assert "handed in nothing:\n  Mia: no notebook" in told
    last = told.splitlines()[-1]
    assert last.startswith("  student 02: not in the list of names: did you mean")
    target = folder.with_name("session_marks")
    students = {row["student"] for row in classroom.rows(target)}
    assert students == {"00 Student", "Student 01", "student 02"}
    assert "Mia" in (target / "notes.txt").read_text(encoding="utf-8")
