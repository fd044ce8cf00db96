"""Build the book, its live notebooks or its PDF, step by step.

    python -m tools.build book|live|pdf

Each is built whole. The lines of Sphinx and JupyterLite go to `_build/logs`.
"""

import shutil
import sys
from pathlib import Path

from . import built_book, take_away
from .steps import ROOT, Step, Steps

BUILD = ROOT / "_build"
# A page that is left as it was repeats no warning; the rest of `_build` is another's.
OF_SPHINX = ("html", ".doctrees", ".jupyter_cache", "jupyter_execute", "plotly")
READ, WRITTEN = r"^reading sources\.\.\. +\[", r"^writing output\.\.\. +\["
SPHINX = ("jupyter-book", "build", ".", "-W", "-n", "--keep-going")


def book():
    for name in OF_SPHINX:
        shutil.rmtree(BUILD / name, ignore_errors=True)
    pages = len(built_book.pages())
    steps = Steps("book", 3)
    steps.run(
        (Path(sys.executable).with_name(SPHINX[0]), *SPHINX[1:]),
        Step("reading pages", None, READ, pages),
        Step("writing pages", WRITTEN, WRITTEN, pages),
    )
    steps.run(module("tools.take_away"), Step("packing the zip"))
    steps.finish(f"The book is at {built_book.HTML / 'index.html'}")


def live():
    need_book()
    steps = Steps("live", 2)
    steps.run(
        module("live"),
        Step("JupyterLite, notebooks"),
        Step("packages, buttons", "^wheels"),
    )
    steps.finish("The live notebooks are in the book: see them with `make serve`")


def pdf():
    need_book()
    steps = Steps("pdf", 3)
    steps.run(
        module("tools.make_pdf"),
        Step("drawing figures"),
        Step("counting sheets", "^counting"),
        Step("printing with page numbers", "^printing"),
    )
    steps.finish(f"The PDF is at {built_book.HTML / take_away.NAME}.pdf")


def module(*words):
    return sys.executable, "-m", *words


def need_book():
    if not (built_book.HTML / "index.html").is_file():
        raise SystemExit("The book is not built: build it first.")


def main(words=None):
    wanted = sys.argv[1:] if words is None else words
    if len(wanted) != 1 or wanted[0] not in BUILDS:
        raise SystemExit(f"python -m tools.build {'|'.join(BUILDS)}")
    try:
        BUILDS[wanted[0]]()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


BUILDS = {"book": book, "live": live, "pdf": pdf}

if __name__ == "__main__":
    main()
