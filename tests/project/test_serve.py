"""`make serve`: it announces the book once it is there, and says what is in the way."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from tools import serve
from tools.built_book import ROOT


@pytest.fixture
def html(tmp_path):
    (tmp_path / "index.html").write_text("the book", encoding="utf-8")
    return tmp_path


@pytest.fixture
def taken():
    """A port at which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_port_that_is_taken_is_said_and_nothing_announced(html, taken, capsys):
    with pytest.raises(SystemExit) as caught:
        serve.main([str(taken)], html)
    said = str(caught.value)
    assert said.startswith(f"The book cannot be served at port {taken} (")
    assert "in use" in said.lower() or "only one usage" in said.lower()
    assert f"`make serve PORT={taken + 1}`" in said
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_there_is_not(port, html):
    with pytest.raises(SystemExit, match="Choose another port: `make serve PORT=8000`"):
        serve.main([port], html)


def test_no_book_is_said(tmp_path):
    with pytest.raises(SystemExit, match="not built: run `make book` first"):
        serve.main(["0"], tmp_path)


def test_what_is_announced_is_there(html):
    code = f"""if True:
        import signal
        from pathlib import Path
        from tools import serve
        signal.signal(signal.SIGINT, signal.default_int_handler)
        serve.main(["0"], Path({str(html)!r}))"""
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            words = program.stdout.readline().split()
            assert words[:4] == ["The", "book", "is", "at"]
            with urllib.request.urlopen(words[4]) as answer:
                assert answer.read() == b"the book"
            if sys.platform != "win32":
                program.send_signal(signal.SIGINT)
                assert program.wait(10) == 0
                assert "Traceback" not in program.stderr.read()
        finally:
            program.kill()
