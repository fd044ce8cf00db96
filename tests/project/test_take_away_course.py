"""Who has only the archive of the book can do the exercises: `course` has it all."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from tools import built_book, copy_notebooks, take_away
from tools.built_book import ROOT


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The folder `course` of the archive of a book of one page, unpacked."""
    folder = tmp_path_factory.mktemp("taken")
    landing = folder / take_away.LANDING
    landing.parent.mkdir()
    landing.write_text("<!-- take-away -->", encoding="utf-8")
    take_away.main(folder)
    text = landing.read_text(encoding="utf-8")
    assert "in its folder <code>course</code> the notebooks to run" in text
    with zipfile.ZipFile(folder / f"{take_away.NAME}.zip") as archive:
        archive.extractall(folder)
    return folder / take_away.NAME / "course"


def run(course, *command):
    """Run a command there, where nothing of this clone is to be found."""
    handed_on = ("PYTHON", "MAKE", "MFLAGS", "LOCKED", "THOROUGH")
    env = {n: v for n, v in os.environ.items() if not n.startswith(handed_on)}
    env |= {"PYTHONPATH": str(course), "PYTHONDONTWRITEBYTECODE": "1"}
    told = {"capture_output": True, "text": True, "check": True}
    return subprocess.run(command, cwd=course, env=env, **told).stdout


def test_it_is_small_and_holds_no_leftovers(course):
    files = [path for path in course.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 4_000_000
    assert not [path for path in files if path.suffix == ".pyc"]
    for name in ("LICENSE", "README.md", "data/README.md"):
        assert (course / name).read_text(encoding="utf-8"), "what it says of the terms"
    assert not (course / "tests").exists() and not (course / ".venv").exists()


def test_make_finds_all_that_the_lab_is_made_of(course):
    if not shutil.which("make"):
        pytest.skip("needs make")
    said = run(course, "make", "-n", "lab")
    assert "pip install" in said and "-m tools.copy_notebooks" in said


def test_the_package_that_is_installed_can_be_built_with_its_data(course, tmp_path):
    run(
        course,
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        tmp_path,
    )
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as there:
        names = set(there.namelist())
    assert "xcorr_helpers/data/mnist/train-images.idx3-ubyte.gz" in names
    for source in (ROOT / "xcorr_helpers").rglob("*.py"):
        assert source.relative_to(ROOT).as_posix() in names


def test_the_notebooks_are_copied_and_run_there(course):
    said = run(course, sys.executable, "-m", "tools.copy_notebooks")
    for page in built_book.pages():
        source = built_book.notebook_path(page)
        name = source.name if source.exists() else f"{source.stem}.md"
        assert f"copied  work/{name}" in said
    assert sorted(path.name for path in (course / "work" / "drawings").iterdir()) == (
        sorted(path.name for path in (ROOT / "book" / "drawings").glob("*.svg"))
    )
    notebook = json.loads((course / "work/02_slide_one_kernel.ipynb").read_bytes())
    codes = [c["source"] for c in notebook["cells"] if c["cell_type"] == "code"]
    first = "".join(codes[0])
    assert "from xcorr_helpers import" in first and "load_mnist" in first
    more = (
        "import xcorr_helpers; print(load_mnist().labels[:3], xcorr_helpers.__file__)"
    )
    last = run(course, sys.executable, "-P", "-c", f"{first}\n{more}").splitlines()[-1]
    assert last == f"[5 0 4] {course / 'xcorr_helpers' / '__init__.py'}"


def test_what_is_missing_is_not_packed_over(monkeypatch):
    monkeypatch.setattr(take_away, "COURSE", ("Makefile", "gone/*.py"))
    with pytest.raises(SystemExit, match=r"no gone/\*.py, which `make lab` needs"):
        list(take_away.course())


# The copies.


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A course of one notebook with a cell that the book does not show."""
    hidden = {"cell_type": "markdown", "metadata": {"tags": ["remove-cell"]}}
    folded = {"cell_type": "code", "metadata": {"tags": ["hide-input"]}}
    cells = [hidden, folded, {"cell_type": "code", "metadata": {}}]
    notebook = json.dumps({"cells": cells, "metadata": {"title": "5 × 9"}})
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "one.ipynb").write_text(notebook, encoding="utf-8")
    monkeypatch.setattr(copy_notebooks, "ROOT", tmp_path)
    return tmp_path


def test_cells_that_the_book_does_not_show_are_not_copied(small):
    copy_notebooks.main()
    copied = json.loads((small / "work" / "one.ipynb").read_bytes())
    there = json.loads((small / "book" / "one.ipynb").read_bytes())
    assert copied == there | {"cells": there["cells"][1:]}


def test_a_copy_that_is_there_is_kept(small, capsys):
    copy_notebooks.main()
    (small / "work" / "one.ipynb").write_text("mine")
    copy_notebooks.main()
    assert (small / "work" / "one.ipynb").read_text() == "mine"
    assert capsys.readouterr().out.endswith("kept    work/one.ipynb\n")


def test_what_is_shown_is_copied_byte_for_byte():
    """As notebooks are stored here, so that a copy differs by an edit alone."""
    for page in built_book.notebooks():
        path = built_book.notebook_path(page)
        stored = path.read_bytes()
        front = json.loads(stored)["cells"][0]
        assert "remove-cell" in front["metadata"]["tags"]
        shown = copy_notebooks.as_shown(path)
        assert len(shown) < len(stored) and stored.endswith(shown[20:])
