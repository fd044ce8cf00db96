"""Build the book, its live notebooks, its PDF or a class's folder, step by step.

    python -m tools.build book|live|pdf
    python -m tools.build class [names.txt SEED]

Each is built whole. The lines of Sphinx and JupyterLite go to `_build/logs`.
"""

import os
import shutil
import sys
from pathlib import Path

from . import built_book, take_away
from .classroom import names as class_names
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


def classroom(names=None, seed=None):
    need_book()
    words = []
    if names is not None:
        class_names.read(Path(names))  # refused here, before a step begins
        words = [Path(names).absolute()]
    if seed is not None:
        os.environ["SEED"] = seed  # not in a command: those stand in the log
    steps = Steps("class", 4)
    steps.run(
        module("tools.classroom", *words),
        Step("notebooks without solutions"),
        Step("homework", "^homework$", "^a student's$"),
        Step("exercises for platforms", "^quiz$"),
        Step("key, rubrics, the page", "^key$"),
    )
    steps.finish(f"For the class: begin with {BUILD / 'class' / 'teacher.html'}")


def module(*words):
    return sys.executable, "-m", *words


def need_book():
    if not (built_book.HTML / "index.html").is_file():
        raise SystemExit("The book is not built: build it first.")


def main(words=None):
    what, *more = (sys.argv[1:] if words is None else words) or [""]
    if what not in BUILDS or len(more) > (2 if what == "class" else 0):
        raise SystemExit(f"python -m tools.build {'|'.join(BUILDS)} [names.txt SEED]")
    try:
        BUILDS[what](*more)
    except KeyboardInterrupt:
        raise SystemExit(130) from None


BUILDS = {"book": book, "live": live, "pdf": pdf, "class": classroom}

if __name__ == "__main__":
    main()
