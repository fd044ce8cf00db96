"""The live site in a real browser, as it is deployed.

A stand-in takes the place of the host of Pyodide's own files. NumPy and SciPy for this
Pyodide are on that host alone: what needs them runs in another, in test_real_numpy.py,
and CONTRIBUTING.md says what to look at after a deployment.
"""

import re

import pytest
from playwright.sync_api import expect

from live import lock
from live import site as live_site
from tests.live.stand_in import (
    FIRST_CELL,
    StandIn,
    run_cell,
    sent,
    start_cell,
    write_cell,
)
from tools import built_book
from tools.built_book import ROOT

pytestmark = pytest.mark.thorough

CHAPTER = "02_slide_one_kernel"


def test_a_link_to_a_page_without_code_leads_into_the_book(live_home, context):
    page = context.new_page()
    page.goto(f"{live_home}/lite/edit/index.html?path=teaching.md")
    page.wait_for_url(f"{live_home}/book/teaching.html")
    page.goto(f"{live_home}/lite/edit/index.html?path=https://elsewhere.invalid/a.md")
    assert "Only notebooks open here" in page.inner_text("body")
    page.close()


def test_until_the_button_is_pressed_nothing_of_it_is_loaded(live_home, context):
    asked = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_home}/book/{CHAPTER}.html", wait_until="networkidle")
    page.locator("a.live-link").hover()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
    assert asked and all(url.startswith(live_home) for url in asked)
    # The editors are there, and nothing of what they start.
    assert not [url for url in asked if re.search("/lite/(?!runner/)", url)]


# What Python can do there without NumPy: read every module, import what it is told to
# of the standard library and a few modules whole, read the data, show a figure.
PURE = """
import ast, gzip, importlib, pathlib, struct, sys, types
root = pathlib.Path(importlib.util.find_spec("xcorr_helpers").origin).parent
modules = list(root.rglob("*.py"))
for path in modules:
    for node in ast.walk(compile(path.read_text(), path, "exec", ast.PyCF_ONLY_AST)):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        for name in names:
            if name.split(".")[0] in sys.stdlib_module_names:
                importlib.import_module(name)
print(len(modules), "modules")
for name in ("", ".datasets", ".figures"):  # packages whose own imports need NumPy
    package = types.ModuleType("xcorr_helpers" + name)
    package.__path__ = [str(root / name[1:])]
    sys.modules[package.__name__] = package
from xcorr_helpers._engine import threads
from xcorr_helpers.datasets import data_file
from xcorr_helpers.figures import display
print(data_file.DatasetError("as text"))
print(threads.available_threads())
display.show_by_bundle()
import threadpoolctl
print(threadpoolctl.threadpool_info())
with gzip.open(root / "data" / "mnist" / "train-images.idx3-ubyte.gz") as file:
    print(struct.unpack(">4I", file.read(16)))
import plotly.graph_objects as go
go.Figure(go.Bar(y=[1, 2]))
"""


IS_PRINTED = """stored => [...document.querySelectorAll(".jp-OutputArea pre")].some(
  (pre) => pre.innerText.trim() === stored)"""


@pytest.mark.weekly
def test_in_a_browser_the_kernel_starts_and_figures_are_drawn(
    html, live_home, locked, npm, context
):
    stand_in, own, said_there = StandIn(html / "lite", lock.HOST), set(), []
    with stand_in.between(context, live_home):
        page = context.new_page()
        page.goto(f"{live_home}/book/{CHAPTER}.html")
        with context.expect_page() as in_a_new_tab:
            page.locator("a.live-link").click()
        page = in_a_new_tab.value
        page.set_viewport_size({"width": 1300, "height": 1500})
        page.on("request", lambda request: own.add(request.url.partition("?")[0]))
        page.on("console", lambda message: said_there.append(message.text))
        cell = page.locator(FIRST_CELL).first
        cell.wait_for(timeout=90_000)
        page.wait_for_function(IS_PRINTED, arg=first_lines_stored(), timeout=30_000)
        stored = page.locator(".jp-OutputArea .js-plotly-plot")
        come_to(page, stored)
        stored.locator(".main-svg").first.wait_for(timeout=30_000)
        page.mouse.wheel(0, -1e6)

        said = run_cell(page, "import xcorr_helpers", 1)
        assert "No module named 'numpy'" in said and "xcorr_helpers/__init__.py" in said
        said = run_cell(page, PURE, 2)
        n_modules = len(list(ROOT.glob("xcorr_helpers/**/*.py")))
        assert f"{n_modules} modules\nas text\n1\n[]\n(2051, 5000, 28, 28)" in said
        assert "Warning" not in said and "Traceback" not in said
        cell.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=30_000)
        expect(cell.locator(".js-plotly-plot .bars .point")).to_have_count(2)
        assert page.locator("dialog:visible, .jp-Dialog:visible").count() == 0
        started = sizes(own, live_home, html)
        started += sum(map(stand_in.size, stand_in.answered))
        assert 0.8 < started / (live_site.MEGABYTES * 1e6) < 1.2

        lost = [text for text in said_there if "reference" in text.lower()]
        assert not lost, "terms, sources"

        start_cell(page, "while True: pass")
        page.get_by_role("menuitem", name="Kernel").click()
        page.get_by_text("Restart Kernel…", exact=True).click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        assert run_cell(page, "6 * 7", 1).endswith("42")

        with context.expect_page() as opened:
            page.locator(".jp-Notebook a", has_text="chapter 1").first.click()
        opened.value.locator(FIRST_CELL).first.wait_for(timeout=90_000)
        assert "path=01_read_an_image_as_a_vector.ipynb" in opened.value.url
    runtime = {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"}
    runtime = {lock.HOST + name for name in runtime | {"python_stdlib.zip"}}
    theirs = {p["file_name"] for p in locked.values() if "/" in p["file_name"]}
    compiled = {locked["numpy"]["file_name"], locked["scipy"]["file_name"]}
    # Browsers look for an icon at the root by themselves.
    refused = {url for url in stand_in.refused if not url.endswith("/favicon.ico")}
    assert refused and refused <= compiled
    assert stand_in.answered == runtime | theirs - compiled


def come_to(page, wanted):
    """Scroll down to it: cells out of sight stay empty."""
    page.locator(FIRST_CELL).first.hover()
    for _ in range(100):
        if wanted.count():
            return
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(200)


def first_lines_stored():
    """Return the first output of the chapter that has two lines or more."""
    for cell in built_book.cells(f"book/{CHAPTER}"):
        for output in cell.get("outputs", ()):
            if len(output.get("text", ())) > 1:
                return "".join(output["text"]).strip()
    raise LookupError


def sizes(addresses, home, html):
    """Add up the files of the site, as a server sends them that compresses."""
    names = [a.removeprefix(home).lstrip("/") for a in addresses if a.startswith(home)]
    paths = [html / name for name in names if name.startswith("lite/")]
    return sum(sent(path) for path in paths if path.is_file())


@pytest.mark.weekly
def test_edits_stay_and_the_original_comes_back_as_the_notice_says(
    html, live_home, context, npm
):
    stand_in = StandIn(html / "lite", lock.HOST)
    with stand_in.between(context, live_home):
        page = context.new_page()
        # Cells out of sight stay empty.
        page.set_viewport_size({"width": 1300, "height": 1500})

        def first_code(begins):
            page.goto(f"{live_home}/lite/notebooks/index.html?path={CHAPTER}.ipynb")
            code = page.locator(f"{FIRST_CELL} .cm-content").first
            expect(code).to_have_text(re.compile(f"^{begins}"), timeout=90_000)

        first_code("import numpy as np")
        write_cell(page, "mine = 1")
        page.keyboard.press("ControlOrMeta+s")
        page.get_by_text("Last Checkpoint").wait_for()
        first_code("mine = 1$")

        page.get_by_role("menuitem", name="File").click()
        with context.expect_page() as opened:
            page.get_by_role("menuitem", name="Open…", exact=True).click()
        files = opened.value
        files.locator(".jp-DirListing-item", has_text=CHAPTER).click(button="right")
        files.get_by_role("menuitem", name="Delete").click()
        files.locator(".jp-Dialog .jp-mod-accept").click()
        files.locator(".jp-Dialog").wait_for(state="detached")
        files.close()
        first_code("import numpy as np")
