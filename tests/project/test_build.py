"""What is built, what is installed and what is opened, and what is left alone."""

import os
import sys

import pytest

from tools import browser, build, built_book, install, lab, steps
from tools.machines import PYTHONS
from tools.steps import Steps


@pytest.fixture
def ran(tmp_path, monkeypatch):
    """The commands that would be run, but for their program; nothing is."""
    monkeypatch.setattr(steps, "LOGS", tmp_path / "_build" / "logs")
    monkeypatch.setattr(build, "BUILD", tmp_path / "_build")
    monkeypatch.setattr(built_book, "HTML", tmp_path / "_build" / "html")
    commands = []
    monkeypatch.setattr(
        Steps,
        "run",
        lambda self, command, *_: commands.append(" ".join(map(str, command[1:]))),
    )
    return commands


def test_a_rebuild_removes_the_book_and_what_sphinx_keeps_and_nothing_else(
    tmp_path, ran, capsys
):
    kept = ("class", "links", "screenshots", "logs", "html_of_mine")
    for name in (*build.OF_SPHINX, *kept):
        (tmp_path / "_build" / name / "deep").mkdir(parents=True)
    build.main(["book"])
    assert sorted(os.listdir(tmp_path / "_build")) == sorted(kept)
    assert ran == ["build . -W -n --keep-going", "-m tools.take_away"]
    said = capsys.readouterr().out
    assert said.startswith(
        f"The book is at {tmp_path / '_build' / 'html' / 'index.html'}"
    )


@pytest.mark.parametrize(
    ("what", "module"), [("live", "live"), ("pdf", "tools.make_pdf")]
)
def test_what_shows_a_book_needs_one(tmp_path, ran, capsys, what, module):
    with pytest.raises(SystemExit, match="The book is not built"):
        build.main([what])
    (tmp_path / "_build" / "html").mkdir(parents=True)
    (tmp_path / "_build" / "html" / "index.html").touch()
    build.main([what])
    assert ran == [f"-m {module}"]
    assert capsys.readouterr().out.startswith("The ")


def test_other_words_are_answered_with_the_right_ones():
    with pytest.raises(SystemExit, match=r"python -m tools.build book\|live\|pdf"):
        build.main(["html"])


# The environment.


@pytest.mark.parametrize("minor", range(10, 16))
def test_what_is_said_of_a_python(minor, capsys):
    tried = f"3.{minor}" in PYTHONS
    if minor < 11:
        with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
            install.check((3, minor, 1))
    else:
        install.check((3, minor, 1))
        said = f"Python {PYTHONS[0]} to {PYTHONS[-1]} were tried with the course"
        assert (said in capsys.readouterr().out) == (not tried)


@pytest.mark.parametrize(
    ("words", "first", "last", "number"),
    [
        ([], "-m venv .venv", "-r requirements.txt", 3),
        (["locked"], "-m venv .venv", "--no-deps --no-build-isolation -e .", 4),
        (["benchmarks"], "-m venv benchmarks/.venv", f"off {install.TORCH}", 4),
    ],
)
def test_what_is_installed(ran, monkeypatch, words, first, last, number):
    monkeypatch.setattr(sys, "argv", ["install", *words])
    monkeypatch.setattr(install, "check", lambda found: None)
    install.main()
    assert ran[0] == first and ran[-1].replace(f"{steps.ROOT}{os.sep}", "").endswith(
        last
    )
    assert len(ran) == number


# The lab.


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """What the lab is started with, by root or by another."""

    def prepare(user):
        monkeypatch.setattr(lab.os, "geteuid", lambda: user, raising=False)
        return lab.prepared(tmp_path)

    return prepare


def test_root_is_allowed_and_told_and_nobody_else(prepared, capsys):
    assert "--allow-root" not in prepared(1000)[0]
    assert capsys.readouterr().out == ""
    assert "--allow-root" in prepared(0)[0]
    assert "This is root" in capsys.readouterr().out


def test_the_lab_opens_the_landing_notebook_with_room_for_names(prepared, tmp_path):
    command, told = prepared(1000)
    assert f"--notebook-dir={tmp_path}" in command
    assert f"--LabApp.default_url=/lab/tree/{lab.FIRST}" in command
    assert built_book.pages()[0] == f"book/{lab.FIRST}".removesuffix(".ipynb")
    (folder,) = told["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert os.listdir(f"{folder}/labconfig") == ["default_setting_overrides.json"]
    saved = tmp_path / lab.WORKSPACES / lab.WORKSPACE
    assert f"--LabApp.workspaces_dir={saved.parent}" in command
    saved.write_text("what the reader has open")
    prepared(1000)
    assert saved.read_text() == "what the reader has open"


# The browser.


def test_a_chrome_is_found_where_macos_and_windows_have_it(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PROGRAMFILES", "C:/Program Files")
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    for there in (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
    ):
        monkeypatch.setattr(browser.os.path, "isfile", there.__eq__)
        assert browser.chromium() == there
    monkeypatch.setattr(browser.os.path, "isfile", lambda path: False)
    assert browser.chromium() is None
