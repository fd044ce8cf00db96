"""The whole folder of a class: what is where, and that no seed is anywhere."""

import html
import os
import re
import subprocess
import sys
import zipfile

import pytest

from tools import built_book
from tools.built_book import ROOT
from tools.classroom import __main__ as classroom
from tools.classroom import key, teacher
from tools.classroom.exercises import chapters
from xcorr_helpers.grade.homework import HOMEWORK

SEED = "five words that nobody guesses"
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def folder(tmp_path_factory, book_html):
    place = tmp_path_factory.mktemp("class")
    listed = place / "names.txt"
    listed.write_text("Anna b\nBo & Öst\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEED", SEED)
        (place / "made" / "slides").mkdir(parents=True)
        (place / "made" / "slides" / "kept").touch()
        (place / "made" / "student").mkdir()
        (place / "made" / "student" / "old").touch()
        classroom.main([str(listed)], place / "made")
    return place / "made"


def text_of(path):
    main = path.read_text(encoding="utf-8").partition("<main>")[2]
    return html.unescape(TAG.sub("", main))


def test_what_is_where(folder):
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert {"teacher.html", "student/START.md", "key/rubrics.html"} <= there
    assert {"key/variants.html", "key/chapters/02_slide_one_kernel.ipynb"} <= there
    for session in HOMEWORK:
        name = f"homework_{session}.ipynb"
        assert f"homework/Bo & Öst/{name}" in there
        assert f"homework/{name}" not in there, "nobody's own"
        assert f"key/nbgrader/source/homework_{session}/{name}" in there
    for name in ("exercises", "variants"):
        assert {f"quiz/{name}.moodle.xml", f"quiz/{name}.qti.zip"} <= there
    assert "slides/kept" in there and "student/old" not in there


def test_the_start_names_the_wheel_that_is_there(folder):
    (wheel,) = (folder / "student").glob("*.whl")
    start = (folder / "student" / "START.md").read_text(encoding="utf-8")
    assert f"pip install ./{wheel.name} jupyterlab" in start


def test_the_seed_is_in_no_file(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    written = [path.read_bytes() for path in files]
    for path in files:
        if path.suffix in (".zip", ".whl"):
            with zipfile.ZipFile(path) as packed:
                written += map(packed.read, packed.namelist())
    assert len(written) > 500
    assert not any(SEED.encode() in content for content in written)
    # Nor is anybody's key in what is handed out.
    handed = [*(folder / "homework").rglob("*"), *(folder / "student").rglob("*")]
    assert not any("variants" in path.name for path in handed)


def test_the_key_has_each_students_answers(folder):
    answers = classroom.class_answers(["Anna b", "Bo & Öst"], SEED)
    rows = re.findall(
        r"<tr>\n<td>(.*?)</td>\n<td><code>(.*?)</code></td>",
        (folder / "key" / "variants.html").read_text(encoding="utf-8"),
    )
    wanted = [
        (html.escape(name), str(keys[judge]))
        for judge in answers["Anna b"]
        for name, keys in answers.items()
    ]
    assert sorted(rows) == sorted(wanted)


def test_each_sentence_has_a_rubric_and_no_other_has():
    asked = {
        label
        for page in chapters()
        for cell in built_book.cells(page)
        for label in re.findall(
            r"\{exercise\} In one sentence\n:label: (\S+)", "".join(cell["source"])
        )
    }
    assert key.rubrics().keys() == asked and len(asked) == 11
    for rubric in key.rubrics().values():
        assert rubric.keys() == {"must", "wrong"}
        assert 2 <= len(rubric["wrong"]) <= 3 and len(rubric["must"]) > 60


def test_the_rubrics_say_what_the_book_says(folder):
    text = " ".join(text_of(folder / "key" / "rubrics.html").split())
    for exercise in key.in_words():
        said = re.sub(r"[`*]", "", " ".join(exercise.solution.split()))
        assert said and said in text


def test_the_page_tells_what_to_do_in_each_session(folder):
    text = " ".join(text_of(folder / "teacher.html").split())
    told = built_book.markdown("book/teaching")
    for session in HOMEWORK:
        plan, leave_out = teacher.planned(session, told)
        assert sum(int(row[0]) for row in plan) == 90
        assert leave_out.startswith(("To leave out", "Left over"))
        for row in plan:
            assert " ".join(re.sub(r"[`*]", "", row[1]).split()) in text
        assert f"Session {session}: " in told
        assert f"## Session {session}: {teacher.CALLED[session]}\n" in told
    for page in chapters():
        number = int(page[5:7])
        if any(number in teacher.numbers_of(session) for session in HOMEWORK):
            (reading,) = re.findall(
                r'class="reading-minutes">(.*?)\.?</p>',
                built_book.html_path(page).read_text(encoding="utf-8"),
            )
            assert reading in text
    assert "not measured" not in text and "{" not in text


def test_every_chapter_was_timed():
    times = teacher.json.loads(teacher.RUN_TIMES.read_text(encoding="utf-8"))
    wanted = {f"{page.removeprefix('book/')}.ipynb" for page in chapters()}
    assert times["seconds"].keys() == {*wanted, teacher.MUSEUM}
    assert all(seconds > 0 for seconds in times["seconds"].values())
    assert "cores of" in times["machine"]


def test_what_is_refused_leaves_what_was_there(tmp_path):
    kept = tmp_path / "student"
    kept.mkdir()
    (tmp_path / "names.txt").write_text("Anna\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEED", "short")
        with pytest.raises(SystemExit, match="at least 8 characters"):
            classroom.main([str(tmp_path / "names.txt")], tmp_path)
    assert kept.is_dir()


def test_the_command_refuses_names_in_words_and_at_once(tmp_path, book_html):
    (tmp_path / "names.txt").write_text("Anna\nanna\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tools.build", "class", tmp_path / "names.txt", SEED],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert run.returncode and "stands in line 1 already" in run.stderr
    assert run.stdout == ""
