"""Where the book's pages, notebooks and built files are."""

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
HTML = ROOT / "_build" / "html"
MIME_TYPE = "application/vnd.plotly.v1+json"
NOT_COMPARED = "nbval-ignore-output"  # the tag of a cell that nbval only runs


def pages():
    """List the pages of `_toc.yml`, in reading order, without their endings."""
    return list(_files(yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))))


def _files(entry):
    for key in ("root", "file"):
        if key in entry:
            yield entry[key].removesuffix(".ipynb").removesuffix(".md")
    for key in ("parts", "chapters", "sections"):
        for child in entry.get(key, []):
            yield from _files(child)


def notebooks():
    """List the pages that are notebooks."""
    return [page for page in pages() if notebook_path(page).exists()]


def notebook_path(page):
    return ROOT / f"{page}.ipynb"


def html_path(page):
    return HTML / f"{page}.html"


def cells(page):
    """List the cells of the notebook of a page."""
    return json.loads(notebook_path(page).read_text(encoding="utf-8"))["cells"]


def markdown(page):
    """Return the prose of a page, as it was written."""
    if not notebook_path(page).exists():
        return (ROOT / f"{page}.md").read_text(encoding="utf-8")
    prose = [c["source"] for c in cells(page) if c["cell_type"] == "markdown"]
    return "\n\n".join(map("".join, prose))


def stored_figures(page):
    """List the figures that the notebook of a page stores."""
    return [
        output["data"][MIME_TYPE]
        for cell in cells(page)
        for output in cell.get("outputs", [])
        if MIME_TYPE in output.get("data", {})
    ]
