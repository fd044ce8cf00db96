"""What makes the pages fast: lean code, a small plotly.js, an early first figure."""

import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from pygments.token import STANDARD_TYPES

from tools import built_book

sys.path.append(str(built_book.ROOT / "book" / "_ext"))

import lean_code
import plotly_bundle
import plotly_figures

WHOLE = plotly_figures.PLOTLY_JS.read_bytes()
SMALL = 1_600_000  # bytes; the whole file has three times as many


@pytest.mark.weekly
def test_the_first_figure_of_each_page_is_timed(book_html, context, report):
    # In a process of its own: the browser that is running has seen these pages.
    run = subprocess.run(
        [sys.executable, "-m", "tools.first_figure"],
        cwd=built_book.ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    times = json.loads(run.stdout)
    pages = [page for page in built_book.notebooks() if built_book.stored_figures(page)]
    assert list(times) == pages
    for page, milliseconds in times.items():
        report(f"{page}: first figure {milliseconds} ms after a cold start")


def test_code_without_a_span_looks_as_it_would(book_html):
    style = (book_html / "_static" / "pygments.css").read_text(encoding="utf-8")
    plain = {STANDARD_TYPES[token] for token in lean_code.PLAIN} - {""}
    for theme in ("light", "dark"):
        start = re.escape(f'html[data-theme="{theme}"] .highlight')
        (text,) = re.findall(rf"^{start} {{.*(color: #\w+) }}", style, re.M)
        rules = dict(re.findall(rf"^{start} \.(\w+) {{ (.*?) }}", style, re.M))
        assert "n" in rules
        assert {rules.get(name, text) for name in plain} == {text}
    page = (book_html / "book" / "02_slide_one_kernel.html").read_text(encoding="utf-8")
    spans = BeautifulSoup(page, "html.parser").select(".cell_input .highlight span")
    classes = {name for span in spans for name in span.get("class", ())}
    assert "k" in classes and not classes & plain


def test_the_book_has_the_small_plotly(book_html):
    text = (book_html / "_static" / "plotly.min.js").read_text(encoding="utf-8")
    assert len(text) < SMALL, "the installed plotly.js could not be made smaller"
    assert text.splitlines()[:2] == WHOLE.decode().splitlines()[:2], "another version"
    for kind in ("scatter", *plotly_figures.KINDS):
        assert f'moduleType:"trace",name:"{kind}"' in text


@pytest.mark.weekly
@pytest.mark.parametrize(
    "source, kinds, problem",
    [
        (b"var a=1;", ("bar",), "no long list of declarations"),
        (WHOLE.replace(b".register([", b".inscribe(["), ("bar",), "no list of traces"),
        (WHOLE, ("bar", "tree"), "no trace named tree"),
    ],
)
def test_a_plotly_made_otherwise_is_refused(source, kinds, problem):
    with pytest.raises(plotly_bundle.UnknownStructure, match=problem):
        plotly_bundle.smaller(source, kinds)


def test_the_book_then_has_the_whole_plotly_and_says_so(tmp_path, monkeypatch, caplog):
    (tmp_path / "html").mkdir()
    other = tmp_path / "plotly.min.js"
    other.write_bytes(b"var Plotly={};")
    monkeypatch.setattr(plotly_figures, "PLOTLY_JS", other)
    config = SimpleNamespace(html_static_path=[])
    with caplog.at_level(logging.INFO):
        plotly_figures.make_plotly(SimpleNamespace(outdir=tmp_path / "html"), config)
    (made,) = config.html_static_path
    assert Path(made).read_bytes() == other.read_bytes()
    assert "PAGES WILL BE SLOW" in caplog.text
