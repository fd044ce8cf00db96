"""What `make live` puts beside the book, as files."""

import hashlib
import json
import re
import zipfile
from importlib.metadata import version
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest
from bs4 import BeautifulSoup
from jupyterlite_pyodide_kernel import constants
from packaging.requirements import Requirement

from live import lock, packages
from live import site as live_site
from tests.project.test_requirements import PROJECT, declared
from tools import built_book, copy_notebooks, take_away
from tools.built_book import ROOT

pytestmark = pytest.mark.thorough

LIVE = [page for page in built_book.notebooks() if page != "book/many_machines"]


def buttons(page, html):
    text = (html / f"{page}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser").select("a.live-link")


def stored_cells(path):
    return json.loads(path.read_bytes())["cells"]


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
    assert button["target"] == "_blank" and "noopener" in button["rel"]
    hidden = button.select_one(".visually-hidden").get_text()
    assert hidden == " (opens in a new tab)"
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
def test_a_live_notebook_is_the_notice_and_the_notebook_as_it_is_copied(page, site):
    path = built_book.notebook_path(page)
    copy = nbformat.reads(copy_notebooks.as_shown(path).decode(), as_version=4)
    name = path.name
    live = nbformat.read(site / "files" / name, as_version=4)
    notice, *cells = live.cells
    assert cells == copy.cells and live.metadata == copy.metadata
    # Without it, the kernel's dialog stands in the way.
    assert live.metadata.language_info.name == "python"
    assert notice.source == live_site.notice().strip()
    for cell in stored_cells(site / "files" / name):
        for output in cell.get("outputs", ()):
            assert isinstance(output.get("text", ""), str), "joined with commas"
    assert not any("%pip" in cell.source for cell in live.cells)


def test_what_is_only_to_be_read_says_so(site):
    (name,) = live_site.TO_READ
    notice, *cells = stored_cells(site / "files" / name)
    assert notice["source"] == live_site.ONLY_TO_READ
    code = "\n".join(c["source"] for c in cells if c["cell_type"] == "code")
    assert "import dask" in code and 'scheduler="threads"' in code


def test_every_link_of_a_live_notebook_leads_somewhere(site, html):
    count = 0
    for path in (site / "files").glob("*.ipynb"):
        prose = [c for c in stored_cells(path) if c["cell_type"] == "markdown"]
        text = "\n".join(cell["source"] for cell in prose)
        for name in re.findall(r"\]\(([\w/-]+\.\w+)[#)]", text):
            count += 1
            assert (site / "files" / name).is_file(), f"{path.name}: {name}"
            if name.endswith(".md"):
                assert (html / "book" / f"{name.removesuffix('.md')}.html").is_file()
    assert count > 40


def test_the_notice_says_first_what_happens_and_then_what_is_different(locked):
    first, *rest = live_site.notice().splitlines()
    size = f"about {live_site.MEGABYTES} MB, once"
    assert f"**Python starts in your browser: {size}.**" in first
    rest = " ".join(rest)
    for name in ("numpy", "scipy"):
        assert f" {locked[name]['version']}" in rest
    assert f"Python {constants.PYODIDE_PYTHON_VERSION}," in rest
    assert 'source="kaggle"' in rest and "kept in this browser" in rest


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
        page = archive.read(f"{take_away.NAME}/book/02_slide_one_kernel.html").decode()
    assert not [name for name in names if "/lite/" in name]
    assert "live-link" not in page and "notebook-link" in page
    assert "runner/page.js" not in page and 'class="run-instead"' in page
