"""What a command shows of its steps, and what it keeps in a log."""

import io
import sys
import time

import pytest

from tools import build, steps
from tools.steps import Step, Steps

SPHINX_SAYS = (
    "reading sources... [  5%] book/one",
    "reading sources... [100%] book/two",
    "looking for now-outdated files... none found",
    "writing output... ",
    "writing output... [ 50%] book/one",
    "writing output... [100%] book/two",
)
READ = Step("reading pages", None, build.READ, 2)
WRITTEN = Step("writing pages", build.WRITTEN, build.WRITTEN, 2)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "LOGS", tmp_path / "_build" / "logs")
    return tmp_path


def printing(*lines, code=0):
    return sys.executable, "-c", f"print(*{lines!r}, sep='\\n'); exit({code})"


def seconds(text):
    return text.replace("1 s", "0 s")  # a busy machine may take one


def test_elsewhere_than_on_a_terminal_a_step_is_a_line(folder):
    screen = io.StringIO()
    shown = Steps("book", 3, screen)
    shown.run(printing(*SPHINX_SAYS), READ, WRITTEN)
    shown.run(printing("much"), Step("packing"))
    shown.finish("The book is at _build")
    assert seconds(screen.getvalue()) == (
        "1 of 3  reading pages ... 2 of 2, 0 s\n"
        "2 of 3  writing pages ... 2 of 2, 0 s\n"
        "3 of 3  packing ... 0 s\n"
        "The book is at _build (0 s)\n"
    )
    assert shown.log == folder / "_build" / "logs" / "book.log"
    said = shown.log.read_text(encoding="utf-8")
    assert "\n".join(map(str.rstrip, SPHINX_SAYS)) in said and "\nmuch\n" in said


def test_on_a_terminal_a_bar_moves_and_lines_are_no_wider(folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    screen = Terminal()
    shown = Steps("book", 1, screen)
    wait = "import time; print('reading sources... [ 50%] a', flush=True); "
    shown.run((sys.executable, "-c", f"{wait}time.sleep(0.5)"), READ)
    drawn = screen.getvalue().split("\r")
    assert any("[##########..........]  1 of 2, " in line for line in drawn)
    assert max(map(len, drawn)) < 80 and drawn[-1].endswith("s\n")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["\x1b[91mone.md:3: WARNING: no such term\x1b[39m", "much"] * 2, 1),
        ([f"a.md:{n}: WARNING: lost" for n in range(30)], steps.MOST + 1),
        ([f"line {n}" for n in range(30)], steps.LAST),
    ],
)
def test_a_failure_shows_what_matters_and_where_the_rest_is(folder, said, shown):
    screen = io.StringIO()
    with pytest.raises(SystemExit) as caught:
        Steps("book", 1, screen).run(printing(*said, code=3), READ)
    *lines, empty, rest = str(caught.value).splitlines()[1:]
    assert len(lines) == shown and empty == ""
    assert lines[0] in said[0] or lines[-1] == said[-1]
    assert rest.endswith(str(folder / "_build" / "logs" / "book.log"))
    assert screen.getvalue().startswith("1 of 1  reading pages ... failed, ")


class Interrupted:
    def sub(self, *_):
        raise KeyboardInterrupt


def test_ctrl_c_ends_what_runs(folder, monkeypatch):
    monkeypatch.setattr(steps, "COLOUR", Interrupted())
    code = "import time; print('a', flush=True); time.sleep(60)"
    began, screen = time.monotonic(), io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        Steps("book", 1, screen).run((sys.executable, "-c", code), READ)
    assert time.monotonic() - began < 30
    assert "reading pages ... stopped, " in screen.getvalue()


def test_durations():
    assert [steps.duration(s) for s in (0.4, 59.6, 118)] == [
        "0 s",
        "1 min 0 s",
        "1 min 58 s",
    ]
