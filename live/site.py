"""Build JupyterLite beside the book, and put a button for it on every notebook's page.

Needs the built book; leaves `_build/html/lite`. The notebooks are those of the book,
each with a notice in front.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION

from tools import copy_notebooks

from . import lock, wheels

HERE = Path(__file__).parent
BOOK = HERE.parent / "book"
HTML = HERE.parent / "_build" / "html"
# Not to be run: threads are not to be had in a browser.
TO_READ = ("many_machines.ipynb",)
ONLY_TO_READ = (
    "**This notebook does not run in a browser**: it needs Dask and threads. Read it "
    "here, and run it on a machine of your own."
)
# Until the first figure, where the server compresses; without NumPy and SciPy.
MEGABYTES = 20
# What the first run in a page fetches, NumPy and plotly included; what SciPy adds.
PAGE_MEGABYTES, SCIPY_MEGABYTES = 17, 20
PLACE = re.compile(r"(<!-- live -->).*?(?=<!-- /live -->)", re.DOTALL)
BUTTON = (
    '<a class="live-link" href="../lite/notebooks/index.html?path={name}" '
    'target="_blank" rel="noopener" '
    'title="Opens this notebook with Python in your browser: about {megabytes} MB">'
    '<i class="fa-solid fa-play" aria-hidden="true"></i> Run it live'
    '<span class="visually-hidden"> (opens in a new tab)</span></a>'
)
# The editors under the exercises: a page opened from disk may not load them.
EDITORS = (
    '<script type="module">if (location.protocol !== "file:") '
    'import("../lite/runner/page.js");</script>'
)
# Says in a live notebook that Python cannot be fetched: its kernel says nothing.
BLOCKED = '<script type="module" src="../runner/blocked.js"></script>'


def notice() -> str:
    """Say what happens, and what is different from the reader's own machine."""
    packages = json.loads(lock.CHOSEN.read_text(encoding="utf-8"))["packages"]
    text = (HERE / "notice.md").read_text(encoding="utf-8")
    return text.format(
        megabytes=MEGABYTES,
        python=PYODIDE_PYTHON_VERSION,
        numpy=packages["numpy"]["version"],
        scipy=packages["scipy"]["version"],
    )


def notebooks() -> list[Path]:
    """List the notebooks that run live."""
    return [path for path in sorted(BOOK.glob("*.ipynb")) if path.name not in TO_READ]


def copy_contents(folder: Path) -> None:
    """Copy notebooks as shown, a notice in front, and what they show or lead to."""
    live = {path.name for path in notebooks()}
    for path in sorted(BOOK.glob("*.ipynb")):
        notebook = nbformat.reads(copy_notebooks.as_shown(path).decode(), as_version=4)
        text = notice() if path.name in live else ONLY_TO_READ
        front = nbformat.v4.new_markdown_cell(text.strip(), id="in-your-browser")
        notebook.cells.insert(0, front)
        # JupyterLite joins lines of a stored output, if they are split, with commas.
        text = nbformat.writes(notebook, split_lines=False)
        (folder / path.name).write_text(text, encoding="utf-8")
    for path in sorted(BOOK.glob("*.md")):
        shutil.copy(path, folder)
    shutil.copytree(BOOK / "drawings", folder / "drawings")


def build(site: Path) -> None:
    """Build the site with its contents, wheels and lock."""
    with tempfile.TemporaryDirectory() as name:
        contents = Path(name, "contents")
        contents.mkdir()
        copy_contents(contents)
        command = [sys.executable, "-m", "jupyterlite_core", "build"]
        command += ["--lite-dir", str(HERE), "--output-dir", str(site)]
        command += ["--config", str(HERE / "jupyter_lite_config.json")]
        command += ["--contents", str(contents)]
        subprocess.run(command, check=True, cwd=name)
    print("wheels and buttons", flush=True)
    (site / "edit").mkdir()
    shutil.copyfile(HERE / "edit.html", site / "edit" / "index.html")
    packages = site / "pypi"
    packages.mkdir()
    locked = lock.make_lock(wheels.make_wheels(packages))
    (packages / "pyodide-lock.json").write_text(json.dumps(locked), encoding="utf-8")
    copy_runner(site / "runner")
    page = site / "notebooks" / "index.html"
    text = page.read_text(encoding="utf-8").replace("</body>", f"{BLOCKED}</body>", 1)
    page.write_text(text, encoding="utf-8")


def copy_runner(folder: Path) -> None:
    """Copy what runs an exercise in its page, with what it has to know."""
    shutil.copytree(HERE / "runner", folder, ignore=shutil.ignore_patterns("__*"))
    known = {
        "HOST": lock.HOST,
        "MEGABYTES": PAGE_MEGABYTES,
        "SCIPY": SCIPY_MEGABYTES,
    }
    lines = [f"export const {name} = {json.dumps(known[name])};\n" for name in known]
    (folder / "settings.js").write_text("".join(lines), encoding="utf-8")


def add_buttons(html: Path) -> None:
    """Put the button on the page of each notebook that runs live."""
    for path in notebooks():
        page = html / "book" / f"{path.stem}.html"
        added = BUTTON.format(name=path.name, megabytes=MEGABYTES)
        html_text = page.read_text(encoding="utf-8")
        if 'class="run-instead"' in html_text:
            added += EDITORS
        text, count = PLACE.subn(rf"\g<1>{added}", html_text)
        if count != 1:
            raise SystemExit(f"{page} has {count} places for the button, not one")
        page.write_text(text, encoding="utf-8")


def main(html: Path = HTML) -> None:
    site = html / "lite"
    shutil.rmtree(site, ignore_errors=True)
    build(site)
    add_buttons(html)
    print(f"The live notebooks are at {site}: see them with `make serve`")
