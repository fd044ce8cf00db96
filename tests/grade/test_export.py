"""Paper exercises for learning platforms: question, key and replies arrive."""

import doctest
import io
import zipfile

import pytest

from tests.grade import platforms
from tests.support import typed_answers
from tools import export_quiz
from tools.quiz import question as quiz_question
from tools.quiz.content_package import content_package
from tools.quiz.moodle import moodle_xml
from tools.quiz.question import question, spellings
from xcorr_helpers.checks._predict import compared
from xcorr_helpers.grade.variants import VARIED, in_book, variant

SEED = "a seed of the tests"
HOSTILE = "</text>]]><script>alert(1)</script> & Zo\u00eb ../../x"
every = pytest.mark.parametrize("judge", VARIED)


def asked(judge):
    """Return an exercise of the book and a variant, each with its question."""
    for made, student in ((in_book(judge), ""), (variant(judge, "Ada", SEED), "Ada")):
        yield made, question(made, student)


def without_marks(said):
    return said.replace("`", "")


@every
def test_question_key_and_replies_come_back_from_moodle_xml(judge):
    for made, written in asked(judge):
        [read] = platforms.moodle_questions(moodle_xml([written], "a category"))
        assert read["category"] == f"$course$/top/a category/{judge}"
        assert read["name"] == written.name
        expected = without_marks(made.text).replace("*cross-", "cross-")
        assert platforms.plain(read["text"]) == expected.replace("tion*", "tion")
        for typed in spellings(written, written.right):
            assert platforms.moodle_says(read, typed) == (100, "Right.")
        for value, _ in written.wrong:
            typed, *others = spellings(written, value)
            fraction, said = platforms.moodle_says(read, typed)
            assert fraction == 0
            if isinstance(value, tuple) and read["type"] == "numerical":
                continue
            mistake = compared(made.record, value).mistake
            assert platforms.plain(said) == without_marks(mistake)
            for other in others:
                assert platforms.moodle_says(read, other)[0] == 0


@every
def test_question_key_and_replies_come_back_from_qti(judge):
    for made, written in asked(judge):
        [(_, item)] = platforms.packed_items(content_package([written], "package"))
        expected = without_marks(made.text).replace("*cross-", "cross-")
        assert item["text"] == expected.replace("tion*", "tion")
        assert platforms.qti_says(item, item["key"]) == (1, "Right.")
        for typed in spellings(written, written.right):
            assert platforms.qti_says(item, f" {typed} ") == (1, "Right.")
        for value, _ in written.wrong:
            mistake = without_marks(compared(made.record, value).mistake)
            for typed in spellings(written, value):
                assert platforms.qti_says(item, typed) == (0, mistake)


@every
def test_almost_every_mistake_is_exported(judge):
    """Left out is what has more digits after the point than anybody types."""
    for made, written in asked(judge):
        assert len(written.wrong) >= len(made.record.mistakes) - 2


@every
def test_what_is_right_there_is_right_in_the_book(judge):
    written = question(in_book(judge))
    [(_, item)] = platforms.packed_items(content_package([written], "package"))
    [read] = platforms.moodle_questions(moodle_xml([written], "a category"))
    for typed in spellings(written, written.right):
        assert typed_answers.reply(judge, typed)[1], typed
    for typed in typed_answers.drawn(judge, 150):
        right = typed_answers.reply(judge, typed)[1]
        assert right or not platforms.qti_says(item, typed)[0], typed
        if read["type"] == "shortanswer":
            assert right or not platforms.moodle_says(read, typed)[0], typed


@every
def test_brackets_belong_together(judge):
    written = question(in_book(judge))
    [(_, item)] = platforms.packed_items(content_package([written], "package"))
    inside = str(written.right).strip("()")
    for typed in (f"({inside}", f"{inside})", f"[{inside})", f"({inside}]"):
        assert not typed_answers.reply(judge, typed)[1]
        assert not platforms.qti_says(item, typed)[0]


def test_the_examples_of_the_writer_run():
    assert doctest.testmod(quiz_question).attempted
    assert not doctest.testmod(quiz_question).failed


def test_what_nobody_foresaw_is_wrong_and_is_told_how_to_write():
    written = question(in_book("count_placements"))
    [(_, item)] = platforms.packed_items(content_package([written], "package"))
    [read] = platforms.moodle_questions(moodle_xml([written], "a category"))
    said = "Not right, or not written as a shape, as in (2, 3)."
    for typed in ("five by eight", "15, 8", "(5, 80)", "*", ""):
        assert platforms.qti_says(item, typed) == (0, said)
        assert platforms.moodle_says(read, typed) == (0, said)


def test_a_hostile_name_is_a_name():
    questions = [question(variant(j, HOSTILE, SEED), HOSTILE) for j in VARIED[:3]]
    names = [q["name"] for q in platforms.moodle_questions(moodle_xml(questions, "c"))]
    assert names == [f"{q.title} ({HOSTILE})" for q in questions]
    for file, item in platforms.packed_items(content_package(questions, "package")):
        assert file.replace("items/", "").replace("_", "").isascii()
        assert ".." not in file and "script" not in file
        assert HOSTILE in item["title"]


def test_the_command_leaves_the_same_bytes_each_time_and_no_seed(tmp_path, capsys):
    students = tmp_path / "names.txt"
    students.write_text("\ufeffAda  Lovelace\n\nZo\u00eb\n", encoding="utf-8")
    given = ["--students", str(students), "--seed", SEED]
    runs = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        export_quiz.main(given, folder)
        runs.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert [name for name in runs[0] if runs[0][name] != runs[1][name]] == []
    assert f"{2 * len(VARIED)} variants are in" in capsys.readouterr().out
    files = dict(runs[0])
    assert sorted(files) == [
        *("exercises.moodle.xml", "exercises.qti.zip"),
        *("variants.moodle.xml", "variants.qti.zip"),
    ]
    for name in ("exercises.qti.zip", "variants.qti.zip"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            files |= {n: archive.read(n) for n in archive.namelist()}
    assert [name for name in files if SEED.encode() in files[name]] == []
    [*read] = platforms.moodle_questions(files["variants.moodle.xml"])
    assert [q["name"].partition(" (")[2] for q in read[:2]] == [
        "Ada Lovelace)",
        "Zo\u00eb)",
    ]


@pytest.mark.parametrize(
    ("names", "seed", "said"),
    [
        (b"Ada\n", "short", "No variants: a seed has at least 8 characters, not 5"),
        (b"\n \n", SEED, "holds no names: write one a line"),
        (b"\xff\xfeA\x00", SEED, "is no text in UTF-8: save it as such"),
        (None, SEED, "The names cannot be read: .*names.txt"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    tmp_path, names, seed, said
):
    path = tmp_path / "names.txt"
    if names is not None:
        path.write_bytes(names)
    with pytest.raises(SystemExit, match=said):
        export_quiz.main(["--students", str(path), "--seed", seed], tmp_path / "quiz")
    assert not (tmp_path / "quiz").exists()


def test_students_and_seed_go_together(capsys):
    with pytest.raises(SystemExit):
        export_quiz.main(["--seed", SEED])
    assert "variants need both, --students and --seed" in capsys.readouterr().err
