"""The command, as a teacher types it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.grade import classroom
from xcorr_helpers.grade import __main__ as command
from xcorr_helpers.grade.progress import Progress
from xcorr_helpers.grade.submission import NotStartedError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Three students' notebooks, and our own cells' stand-in for a child."""
    classroom.write_class(tmp_path / "session", 3, 1)
    monkeypatch.setattr(command, "missing", list)
    monkeypatch.setattr(command, "Submission", InProcess)
    return tmp_path / "session"


class InProcess(classroom.InProcess):
    apart = None

    def __init__(self, code, name, isolation, limits):
        InProcess.apart = isolation.apart
        super().__init__(code, name)


def test_it_marks_and_says_where(folder, capsys):
    assert command.main([str(folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("1 of 3  student 00, homework 1: ")
    assert said[-1].endswith("session_marks")
    written = classroom.contents(folder.with_name("session_marks"))
    assert {*written} >= {"marks.csv", "class.html", "students.html", "notes.txt"}
    assert len([name for name in written if name.startswith("feedback/")]) == 3
    assert InProcess.apart is True


def test_it_names_what_is_missing_and_refuses(folder, capsys, monkeypatch):
    monkeypatch.setattr(command, "missing", lambda: ["There is no program `bwrap`."])
    assert command.main([str(folder)]) == 2
    said = capsys.readouterr().err
    assert "There is no program `bwrap`." in said
    assert "--without-isolation" in said
    assert not folder.with_name("session_marks").exists()
    assert command.main([str(folder), "--without-isolation"]) == 0
    assert InProcess.apart is False


def test_what_was_said_without_isolation_is_not_believed_with_it(folder):
    command.main([str(folder), "--without-isolation"])
    asked = classroom.InProcess.asked
    command.main([str(folder)])
    assert classroom.InProcess.asked > asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "is not there"),
        (["{folder}/student 00/homework_1.ipynb"], "a file, not a folder"),
        (["{folder}", "--seed", "short"], "at least 8 characters"),
        (["{folder}/_build/x"], "_build"),
    ],
)
def test_what_is_wrong_is_said_in_words(folder, capsys, arguments, said):
    given = [text.format(folder=folder) for text in arguments]
    assert command.main(given) == 2
    error = capsys.readouterr().err
    assert error.startswith("Not marked: ")
    assert said in error
    assert not folder.with_name("session_marks").exists()


def test_an_address_is_one(folder, capsys):
    with pytest.raises(SystemExit):
        command.main([str(folder), "--book", "javascript:alert(1)"])
    assert "does not begin with https://" in capsys.readouterr().err


def test_a_child_that_does_not_start_is_nobodys_mistake(folder, capsys, monkeypatch):
    def refuse(*_):
        raise NotStartedError("no child has started: no memory")

    monkeypatch.setattr(command, "Submission", refuse)
    assert command.main([str(folder)]) == 2
    assert "no child has started" in capsys.readouterr().err


def test_the_help_is_short(capsys):
    with pytest.raises(SystemExit):
        command.main(["--help"])
    assert len(capsys.readouterr().out.splitlines()) < 30


def test_a_bar_moves_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with Progress(4, sys.stdout) as progress:
        for label in ("Anna", "a much longer name", "Bo"):
            progress.at(label)
            progress.marked(label, "2 of 6 points")
    drawn = capsys.readouterr().out.split("\r")
    assert drawn[1].startswith("[....................]  0 of 4  0 s  Anna")
    assert drawn[-1].startswith("[###############.....]  3 of 4")
    assert drawn[-1].endswith("\n")


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no process a Ctrl-C alone")
def test_ctrl_c_loses_nothing(tmp_path):
    folder = tmp_path / "session"
    classroom.write_class(folder, 4, 1)
    line = [sys.executable, "-m", "xcorr_helpers.grade", str(folder)]
    line.append("--without-isolation")
    program = subprocess.Popen(
        line, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    said = program.stdout.readline()
    time.sleep(0.5)
    os.kill(program.pid, signal.SIGINT)
    rest = program.communicate(timeout=60)[0]
    assert said.startswith("1 of 4")
    assert rest.endswith("goes on from there.\n")
    assert program.returncode == 130
    kept = len(list((tmp_path / "session_marks" / ".done").iterdir()))
    assert kept >= 6
    assert not (tmp_path / "session_marks" / "marks.csv").exists()
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    assert (tmp_path / "session_marks" / "marks.csv").exists()
