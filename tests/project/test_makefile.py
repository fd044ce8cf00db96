"""What `make` builds, and what it leaves as it is, with stand-ins for what is slow."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import build
from tools.built_book import ROOT
from tools.machines import PYTHONS
from tools.take_away import LANDING, NAME

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("make"), reason="needs make, and a shell"
)

# Notes what it is called for, and leaves what the real one would.
PYTHON = f"""#!/bin/sh
echo "$2 $3" >> calls
html=_build/html
case "$2 $3" in
"tools.build book")
  rm -rf $html && mkdir -p $html/book && touch $html/index.html
  echo '<!-- take-away -->' > $html/{LANDING} ;;
"tools.build live") mkdir -p $html/lite && touch $html/lite/index.html; exit ;;
"tools.build pdf") touch $html/{NAME}.pdf ;;
"tools.lab "|"tools.serve "*) exit ;;
"tools.build class") echo "$4 $SEED" >> calls; exit ;;
*) exit 1 ;;
esac
exec {sys.executable} -P -c "
from pathlib import Path
from tools import take_away
take_away.main(Path('$html').absolute())"
"""
FILES = (
    "_config.yml",
    "_toc.yml",
    "book/intro.md",
    "book/_ext/plotly_figures.py",
    "book/_static/style.css",
    "book/_static/explorer/page.js",
    "book/_templates/page.html",
    "book/drawings/one.svg",
    "data/README.md",
    "data/mnist/images.gz",
    "xcorr_helpers/indices.py",
    "xcorr_helpers/figures/parts.py",
)
BOOK, LIVE, PDF = (f"tools.build {what}" for what in ("book", "live", "pdf"))
SERVED = "tools.serve 8000"
# What the make that runs the tests was told, and hands on.
OF_ANOTHER_MAKE = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "LOCKED", "THOROUGH"}


class Course:
    """A small course on which the real Makefile works."""

    def __init__(self, folder):
        self.folder = folder
        self.html = folder / "_build" / "html"
        shutil.copy(ROOT / "Makefile", folder)
        for name in ("requirements.txt", "pyproject.toml", "live", "tools"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)
        for name in (*FILES, ".venv/ready"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
        self.python = folder / ".venv" / "bin" / "python"
        self.python.parent.mkdir()
        self.python.write_text(PYTHON)
        self.python.chmod(0o755)
        for path in (*folder.rglob("*"), folder / ".venv" / "ready"):
            os.utime(path, (10**9, 10**9))  # as if all of it were long there

    def change(self, name):
        time.sleep(0.02)  # for as long, the clock of files may stand still
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text("changed")

    def remove(self, name):
        time.sleep(0.02)
        (self.folder / name).unlink()

    def make(self, *words):
        """Run it as a person does; return its exit status and what was called."""
        calls = self.folder / "calls"
        calls.write_text("")
        env = {k: v for k, v in os.environ.items() if k not in OF_ANOTHER_MAKE}
        run = subprocess.run(
            ["make", *words],
            cwd=self.folder,
            env=env | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
        )
        assert "dropped" not in run.stderr and "arning" not in run.stderr
        self.said, self.warned = run.stdout, run.stderr
        return run.returncode, calls.read_text().splitlines()

    def links(self):
        page = (self.html / LANDING).read_text(encoding="utf-8")
        return [end for end in ("zip", "pdf") if f'"../{NAME}.{end}"' in page]


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


def test_nothing_is_built_again_that_is_up_to_date(course):
    assert course.make("book") == (0, [BOOK])
    assert "The book is at" not in course.said, "the one who built it has said so"
    assert course.make("-q") == (0, [])
    assert course.make("book") == (0, [])
    assert f"The book is at {course.html}/index.html" in course.said
    for name, what, said in (
        (
            "live",
            LIVE,
            "The live notebooks are in the book: see them with `make serve`",
        ),
        ("pdf", PDF, f"The PDF is at {course.html}/{NAME}.pdf"),
    ):
        assert course.make(name) == (0, [what]) and said not in course.said
        assert course.make(name) == (0, []) and said in course.said
    assert course.make("-q", "book", "live", "pdf") == (0, [])
    assert course.make("live", "pdf") == (0, [])


def test_a_book_that_is_not_there_is_not_announced(course):
    course.make("book")
    shutil.rmtree(course.html)
    assert course.make("book") == (0, [BOOK])
    (course.html / "index.html").unlink()
    assert course.make("-q")[0] == 1


def test_what_was_made_is_served_whatever_came_last(course):
    assert course.make("serve") == (0, [BOOK, SERVED])
    assert course.make("pdf")[1] == [PDF]
    assert course.make("live")[1] == [LIVE]
    assert course.make("serve") == (0, [SERVED])
    assert (course.html / "lite" / "index.html").is_file()
    assert (course.html / f"{NAME}.pdf").is_file()
    assert course.links() == ["zip", "pdf"]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "name", [*FILES, "tools/take_away.py", "tools/one_document.py"]
)
def test_what_is_changed_is_built_again(course, name):
    course.make("book", "live", "pdf")
    course.change(name)
    assert course.make("-q", "book", "live", "pdf")[0] == 1
    if name != "tools/one_document.py":
        assert course.make("serve")[1] == [BOOK, SERVED]
        assert course.links() == ["zip"], "the others show another book"
        assert not (course.html / "lite").exists()
        assert course.make("pdf", "live")[1] == [PDF, LIVE]


@pytest.mark.parametrize("name", ["book/intro.md", "book/drawings/one.svg"])
def test_a_page_or_a_drawing_that_is_gone_is_missed(course, name):
    course.make("book")
    course.remove(name)
    assert course.make("book") == (0, [BOOK])


def test_what_python_leaves_beside_the_data_changes_nothing(course):
    course.make("book")
    course.change("data/__pycache__/make_sample.pyc")
    assert course.make("-q") == (0, [])


def test_a_file_that_is_deleted_from_the_built_book_is_made_again(course):
    course.make("book", "live", "pdf")
    (course.html / f"{NAME}.pdf").unlink()
    assert course.make("book", "pdf") == (0, [PDF])


def test_what_a_build_that_failed_leaves_is_no_book(course):
    course.python.write_text(PYTHON.replace("\nexec", "\nexit 1\nexec"))
    assert course.make("book") == (2, [BOOK])
    assert "The book is at" not in course.said
    course.python.write_text(PYTHON)
    assert course.make("book") == (0, [BOOK])


def test_the_port_can_be_chosen(course):
    course.make("book")
    assert course.make("serve", "PORT=8001") == (0, ["tools.serve 8001"])


def test_a_class_is_made_of_the_book_with_names_and_a_seed(course):
    course.make("book")
    assert course.make("class") == (0, ["tools.build class", " "])
    names = ["STUDENTS=the names.txt", "SEED=no one knows 'it'"]
    made = "the names.txt no one knows 'it'"
    assert course.make("class", *names) == (0, ["tools.build class", made])
    assert course.make("class", names[0], "SEED=5$x") == (2, [])
    assert "The seed has a dollar sign" in course.warned


def test_the_lab_needs_no_book(course):
    assert course.make("lab") == (0, ["tools.lab "])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lab"], "python3 -m tools.install"),
        (["LOCKED=1", "lab"], "python3 -m tools.install locked"),
        (["bench"], "python3 -m tools.install benchmarks"),
    ],
)
def test_what_is_missing_is_installed_first(course, words, said):
    course.remove(".venv/ready")
    (course.folder / "requirements-lock.txt").touch()
    assert course.make("-n", *words)[0] == 0
    first, *_ = course.said.splitlines()
    assert first.strip() == said


def test_the_readme_names_the_pythons_that_were_tried():
    *others, last = PYTHONS
    following = f"{last.rpartition('.')[0]}.{int(last.rpartition('.')[2]) + 1}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = (
        f"With Python {', '.join(others)} or {last} ({following} has not been tried)"
    )
    assert named in readme
    assert f"Python {', '.join(others)} and {last}," in (
        (ROOT / "RUN.md").read_text(encoding="utf-8")
    )


def test_the_stand_ins_are_for_programs_that_exist():
    for name in ("build", "install", "lab", "serve"):
        assert Path(ROOT, "tools", f"{name}.py").is_file()
    assert list(build.BUILDS) == ["book", "live", "pdf", "class"]
