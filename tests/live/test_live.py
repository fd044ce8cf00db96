"""The notebooks in the reader's browser: what `make live` puts beside the book.

Browsers meet the site as it is deployed, with a stand-in for the host of Pyodide's own
files. NumPy and SciPy for the browser are on that host alone, so what needs them is not
run here: CONTRIBUTING.md says what to look at after a deployment.
"""

import contextlib
import hashlib
import json
import re
import shutil
import sys
import zipfile
from importlib.metadata import version
from urllib.parse import parse_qs, urlsplit

import nbclient
import nbformat
import pytest
from bs4 import BeautifulSoup
from jupyterlite_pyodide_kernel import constants
from packaging.requirements import Requirement
from playwright.sync_api import expect

import xcorr_helpers
from live import lock, packages
from live import site as live_site
from tests.live.stand_in import (
    FIRST_CELL,
    StandIn,
    run_cell,
    sent,
    start_cell,
    write_cell,
)
from tests.project.test_requirements import PROJECT, declared
from tools import browser, built_book, take_away
from tools.built_book import ROOT

CHAPTER = "02_slide_one_kernel"
LIVE = [page for page in built_book.notebooks() if page != "book/many_machines"]


@pytest.fixture(scope="module")
def html(book_html, tmp_path_factory):
    """A copy of the built book, with the live notebooks beside it."""
    folder = tmp_path_factory.mktemp("live") / "html"
    shutil.copytree(book_html, folder, ignore=shutil.ignore_patterns("lite"))
    live_site.main(folder)
    return folder


@pytest.fixture(scope="module")
def site(html):
    return html / "lite"


@pytest.fixture(scope="module")
def locked(site):
    return json.loads((site / "pypi" / "pyodide-lock.json").read_bytes())["packages"]


@contextlib.contextmanager
def served(html):
    """Serve the book as GitHub does, below a folder."""
    with browser.served(html.parent) as home:
        yield f"{home}/{html.name}"


def buttons(page, html):
    text = (html / f"{page}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser").select("a.live-link")


def test_a_page_has_a_button_only_with_what_it_opens(book_html):
    template = ROOT / "book" / "_templates" / "notebook-link.html"
    assert "live-link" not in template.read_text(encoding="utf-8")
    there = (book_html / "lite" / "index.html").is_file()
    for page in built_book.pages():
        expected = there and page in LIVE
        assert len(buttons(page, book_html)) == expected, page


@pytest.mark.parametrize("page", built_book.pages())
def test_each_button_leads_to_its_own_notebook(page, html, site):
    found = buttons(page, html)
    if page not in LIVE:
        assert found == []
        return
    (button,) = found
    address = urlsplit(button["href"])
    assert ((html / page).parent / address.path).resolve() == (
        site / "notebooks" / "index.html"
    )
    assert address.path.startswith("../") and not address.netloc
    (name,) = parse_qs(address.query)["path"]
    assert f"book/{name}" == f"{page}.ipynb"
    listed = json.loads((site / "api" / "contents" / "all.json").read_bytes())
    assert name in {entry["path"] for entry in listed["content"]}
    assert (site / "files" / name).is_file()


@pytest.mark.parametrize("page", LIVE)
def test_a_live_notebook_is_the_notice_and_the_notebook_unchanged(page, site):
    original = nbformat.read(built_book.notebook_path(page), as_version=4)
    name = built_book.notebook_path(page).name
    live = nbformat.read(site / "files" / name, as_version=4)
    notice, *cells = live.cells
    assert cells == original.cells and live.metadata == original.metadata
    # Without it, the kernel's dialog stands in the way.
    assert live.metadata.language_info.name == "python"
    assert notice.source == live_site.notice().strip()
    for cell in json.loads((site / "files" / name).read_bytes())["cells"]:
        for output in cell.get("outputs", ()):
            assert isinstance(output.get("text", ""), str), "joined with commas"
    assert not any("%pip" in cell.source for cell in live.cells)


def test_what_is_only_to_be_read_says_so(site):
    (name,) = live_site.TO_READ
    notice, *cells = nbformat.read(site / "files" / name, as_version=4).cells
    assert notice.source == live_site.ONLY_TO_READ
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert "import dask" in code and 'scheduler="threads"' in code


def test_every_link_of_a_live_notebook_leads_somewhere(site, html):
    count = 0
    for path in (site / "files").glob("*.ipynb"):
        text = "\n".join(
            cell.source
            for cell in nbformat.read(path, as_version=4).cells
            if cell.cell_type == "markdown"
        )
        for name in re.findall(r"\]\(([\w/-]+\.\w+)[#)]", text):
            count += 1
            assert (site / "files" / name).is_file(), f"{path.name}: {name}"
            if name.endswith(".md"):
                assert (html / "book" / f"{name.removesuffix('.md')}.html").is_file()
    assert count > 40


def test_a_link_to_a_page_without_code_leads_into_the_book(html, context):
    with served(html) as home:
        page = context.new_page()
        page.goto(f"{home}/lite/edit/index.html?path=teaching.md")
        page.wait_for_url(f"{home}/book/teaching.html")
        page.goto(f"{home}/lite/edit/index.html?path=https://elsewhere.invalid/a.md")
        assert "Only notebooks open here" in page.inner_text("body")
        page.close()


def test_the_notice_says_first_what_happens_and_then_what_is_different(locked):
    first, *rest = live_site.notice().splitlines()
    size = f"about {live_site.MEGABYTES} MB, once"
    assert f"**Python starts in your browser: {size}.**" in first
    rest = " ".join(rest)
    for name in ("numpy", "scipy"):
        assert f" {locked[name]['version']}" in rest
    assert f"Python {constants.PYODIDE_PYTHON_VERSION}," in rest
    assert 'source="kaggle"' in rest and "kept in this browser" in rest


def test_in_a_browser_kaggle_is_refused_in_words(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    for load in (xcorr_helpers.load_mnist, xcorr_helpers.load_cifar10):
        with pytest.raises(
            xcorr_helpers.DatasetError, match="a page in a browser may not"
        ):
            load(source="kaggle")


def test_versions_agree(site, locked):
    chosen = json.loads(lock.CHOSEN.read_bytes())
    assert chosen["info"]["python"].startswith(f"{constants.PYODIDE_PYTHON_VERSION}.")
    assert f"/v{constants.PYODIDE_VERSION}/" in lock.HOST
    kernel = "\n".join(
        path.read_text(encoding="utf-8")
        for path in site.glob(
            "extensions/@jupyterlite/pyodide-kernel-extension/**/*.js"
        )
    )
    assert f"{lock.HOST}pyodide.mjs" in kernel
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        if requirement.marker is None or requirement.marker.evaluate(lock.BROWSER):
            there = locked[requirement.name]["version"]
            assert there in requirement.specifier, requirement
    (scipy,) = [r for r in declared() if r.name == "scipy"]
    assert locked["scipy"]["version"] in scipy.specifier
    assert locked["plotly"]["version"] == version("plotly")


def test_what_was_chosen_is_what_pyodide_has(npm):
    package = json.loads((npm / "package.json").read_bytes())
    assert package["version"] == constants.PYODIDE_VERSION
    theirs = json.loads((npm / "pyodide-lock.json").read_bytes())
    assert packages.choose(theirs) == json.loads(lock.CHOSEN.read_bytes())


def test_every_locked_file_is_here_or_on_the_one_host(site, locked):
    here = set()
    for package in locked.values():
        name = package["file_name"].removeprefix(lock.HOST)
        assert "/" not in name, package["file_name"]
        assert re.fullmatch(r"[0-9a-f]{64}", package["sha256"])
        if name == package["file_name"]:
            content = (site / "pypi" / name).read_bytes()
            assert package["sha256"] == hashlib.sha256(content).hexdigest()
            here.add(name)
    assert here == {path.name for path in (site / "pypi").glob("*.whl")}
    assert {name.split("-")[0] for name in here} == {"comm", "plotly", "xcorr_helpers"}


def test_the_wheel_of_the_course_holds_every_data_file(site):
    files = [path for path in (ROOT / "data").rglob("*") if path.is_file()]
    (path,) = (site / "pypi").glob("xcorr_helpers-*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
        for path in files:
            if path.suffix not in (".md", ".py", ".pyc"):
                name = f"xcorr_helpers/{path.relative_to(ROOT).as_posix()}"
                assert wheel.read(name) == path.read_bytes(), name
        assert any(name.startswith("xcorr_helpers/data/mnist/") for name in names)


def test_the_archive_of_the_book_leaves_it_out(html):
    take_away.main(html)
    with zipfile.ZipFile(html / f"{take_away.NAME}.zip") as archive:
        names = archive.namelist()
        page = archive.read(f"{take_away.NAME}/book/{CHAPTER}.html").decode()
    assert not [name for name in names if "/lite/" in name]
    assert "live-link" not in page and "notebook-link" in page


def test_until_the_button_is_pressed_nothing_of_it_is_loaded(html, context):
    asked = []
    with served(html) as home:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{home}/book/{CHAPTER}.html", wait_until="networkidle")
        page.locator("a.live-link").hover()
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.close()
    assert asked and all(url.startswith(home) for url in asked)
    assert not [url for url in asked if "/lite/" in url]


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
for name in ("", ".datasets"):  # packages whose own imports need NumPy
    package = sys.modules["xcorr_helpers" + name] = types.ModuleType(name)
    package.__path__ = [str(root / name[1:])]
from xcorr_helpers import _in_browser
from xcorr_helpers.datasets import data_file
from xcorr_helpers._engine import threads
print(data_file.DatasetError("as text"), _in_browser.IN_BROWSER)
print(threads.available_threads())
_in_browser.prepare_browser()
import threadpoolctl
print(threadpoolctl.threadpool_info())
with gzip.open(root / "data" / "mnist" / "train-images.idx3-ubyte.gz") as file:
    print(struct.unpack(">4I", file.read(16)))
import plotly.graph_objects as go
go.Figure(go.Bar(y=[1, 2]))
"""


IS_PRINTED = """stored => [...document.querySelectorAll(".jp-OutputArea pre")].some(
  (pre) => pre.innerText.trim() === stored)"""


def test_in_a_browser_the_kernel_starts_and_figures_are_drawn(
    html, site, locked, npm, context
):
    stand_in, own = StandIn(site, lock.HOST), set()
    with served(html) as home, stand_in.between(context, home):
        page = context.new_page()
        page.goto(f"{home}/book/{CHAPTER}.html")
        page.locator("a.live-link").click()
        page.on("request", lambda request: own.add(request.url.partition("?")[0]))
        cell = page.locator(FIRST_CELL).first
        cell.wait_for(timeout=90_000)
        stored = page.locator(".jp-OutputArea .js-plotly-plot").first
        stored.scroll_into_view_if_needed()
        stored.locator(".main-svg").first.wait_for(timeout=30_000)
        page.wait_for_function(IS_PRINTED, arg=first_lines_stored(), timeout=30_000)

        said = run_cell(page, "import xcorr_helpers", 1)
        assert "No module named 'numpy'" in said and "xcorr_helpers/__init__.py" in said
        said = run_cell(page, PURE, 2)
        n_modules = len(list(ROOT.glob("xcorr_helpers/**/*.py")))
        assert f"{n_modules} modules\nas text True\n1\n[]\n(2051, 5000, 28, 28)" in said
        assert "Warning" not in said
        cell.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=30_000)
        expect(cell.locator(".js-plotly-plot .bars .point")).to_have_count(2)
        assert page.locator("dialog:visible, .jp-Dialog:visible").count() == 0
        started = sizes(own, home, html) + sum(map(stand_in.size, stand_in.answered))
        assert 0.8 < started / (live_site.MEGABYTES * 1e6) < 1.2

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


def test_edits_stay_and_the_original_comes_back_as_the_notice_says(html, context, npm):
    stand_in = StandIn(html / "lite", lock.HOST)
    with served(html) as home, stand_in.between(context, home):
        page = context.new_page()
        # Cells out of sight stay empty.
        page.set_viewport_size({"width": 1300, "height": 1500})

        def first_code(begins):
            page.goto(f"{home}/lite/notebooks/index.html?path={CHAPTER}.ipynb")
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


def outputs_in_a_kernel(*cells):
    cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.execute(notebook, allow_errors=True)
    return [cell.outputs for cell in notebook.cells]


FIGURE = "import plotly.graph_objects as go\ngo.Figure(go.Bar(y=[1, 2]))"
OURS = "from xcorr_helpers._in_browser import prepare_browser\nprepare_browser()\n"


@pytest.mark.parametrize(
    "variable", ["", "VSCODE_PID=1", "PLOTLY_RENDERER=plotly_mimetype"]
)
def test_everywhere_a_figure_is_shown_by_the_same_bundle(variable, monkeypatch):
    """As in JupyterLab, in VS Code and in JupyterLite, where ours does what plotly does
    elsewhere."""
    if variable:
        monkeypatch.setenv(*variable.split("="))
    for (shown,) in outputs_in_a_kernel(FIGURE, OURS + FIGURE):
        assert shown.data[built_book.MIME_TYPE]["data"] == [
            {"type": "bar", "y": [1, 2]}
        ]


def test_without_nbformat_plotly_refuses_and_the_package_shows_figures(monkeypatch):
    """As in a browser, of which the kernel here has but the name."""
    monkeypatch.setenv("PLOTLY_RENDERER", "plotly_mimetype")
    without = "import sys\nsys.modules['nbformat'] = None"
    importing = "sys.platform = 'emscripten'\nfrom xcorr_helpers import figures\n"
    _, refused, (shown,) = outputs_in_a_kernel(without, FIGURE, importing + FIGURE)
    assert "requires nbformat" in str(refused)
    assert built_book.MIME_TYPE in shown.data
