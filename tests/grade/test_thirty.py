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


@pytest.mark.parametrize("session", [1, 2])
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
