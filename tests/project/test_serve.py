"""`make serve`: the book at a port that is free, announced once it is there."""

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


def test_the_next_free_port_is_taken(html, taken):
    with serve.started(taken, html) as server:
        assert taken < server.server_port < taken + serve.TRIED


def test_where_no_port_is_free_it_is_said(html, taken, monkeypatch):
    monkeypatch.setattr(serve, "TRIED", 1)
    with pytest.raises(SystemExit, match=f"No port from {taken} to {taken} is free"):
        serve.main([str(taken)], html)


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_there_is_not(port, html):
    with pytest.raises(SystemExit, match="Choose another: `make serve PORT=8000`"):
        serve.main([port], html)


def test_no_book_is_said(tmp_path):
    with pytest.raises(SystemExit, match="not built: run `make book` first"):
        serve.main(["0"], tmp_path)


def test_what_is_announced_is_there(html, taken):
    code = f"""if True:
        import signal, sys
        from pathlib import Path
        from tools import serve
        signal.signal(signal.SIGINT, signal.default_int_handler)
        slow = {{"numpy", "playwright", "yaml"}} & set(sys.modules)
        assert not slow, "it is there at once"
        serve.main(["{taken}"], Path({str(html)!r}))"""
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            said = program.stdout.readline()
            assert said == f"Port {taken} is taken: here is the next that is free.\n"
            words = program.stdout.readline().split()
            assert words[:4] == ["The", "book", "is", "at"]
            with urllib.request.urlopen(words[4]) as answer:
                assert answer.read() == b"the book"
            if sys.platform != "win32":
                program.send_signal(signal.SIGINT)
                assert program.wait(10) == 0
                assert program.stderr.read() == "", "nor is each request said"
        finally:
            program.kill()
