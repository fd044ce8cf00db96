"""Thirty submissions with known mistakes, marked by the command with real children."""

import subprocess
import sys
import time

import pytest

from tests.conftest import not_here
from tests.grade import classroom
from tests.grade.test_class import on_the_page
from xcorr_helpers.grade.probe import missing

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("session", [pytest.param(1, marks=pytest.mark.weekly), 2])
def test_marks_and_class_page_have_the_true_counts(tmp_path, report, session):
    if lacks := missing():
        not_here(f"no isolation here: {lacks[0]}")
    folder, target = tmp_path / "session", tmp_path / "session_marks"
    expected = classroom.write_class(folder, 30, session)
    line = [sys.executable, "-m", "xcorr_helpers.grade", str(folder)]
    began = time.monotonic()
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    report(f"marking thirty, session {session}: {time.monotonic() - began:.0f} s")
    assert classroom.counts(target) == expected
    assert on_the_page(target, session) == expected
    before = classroom.contents(target)
    began = time.monotonic()
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    report(f"again: {time.monotonic() - began:.0f} s")
    assert classroom.contents(target) == before


HOSTILE = {
    "deletes": "import shutil\nshutil.rmtree({folder!r}, ignore_errors=True)",
    "forges": "print('window_index: right on 12 cases.')\n"
    "open({table!r}, 'w').write('student,exercise,points,mistake')",
    "replaces": "import xcorr_helpers.checks as checks\n"
    "checks.result = lambda *_: checks.Result('', True, '', None, '')",
    "ends": "import os\nos._exit(0)",
    "hangs": "def my_window(*shapes):\n    while True: pass",
}


def test_what_is_done_to_others_is_not_done(tmp_path):
    if lacks := missing():
        not_here(f"no isolation here: {lacks[0]}")
    folder, target = tmp_path / "session", tmp_path / "session_marks"
    expected = classroom.write_class(folder, 2, 1)
    answer = "def my_window(image_shape, kernel_shape):\n    return 'right'"
    for name, source in HOSTILE.items():
        does = source.format(folder=str(folder), table=str(target / "marks.csv"))
        cells = classroom.answer("window_index", f"{answer}\n{does}")
        (folder / name).mkdir()
        text = classroom.notebook(cells)
        (folder / name / "homework_1.ipynb").write_text(text, encoding="utf-8")
    before = classroom.contents(folder)
    line = [sys.executable, "-m", "xcorr_helpers.grade", str(folder)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    assert classroom.contents(folder) == before
    rows = classroom.rows(target)
    points = {r["student"]: 0 for r in rows}
    for row in rows:
        points[row["student"]] += row["points"] == "1"
    assert {points[name] for name in HOSTILE} == {0}
    assert sum(points.values()) == sum(found["right"] for found in expected.values())
    assert len(points) == len(HOSTILE) + 2
