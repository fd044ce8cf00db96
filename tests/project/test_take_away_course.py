"""Who has only the archive of the book can do the exercises: `course` has it all."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from tools import built_book, take_away
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
    assert "PDF" not in text
    with zipfile.ZipFile(folder / f"{take_away.NAME}.zip") as archive:
        archive.extractall(folder)
    return folder / take_away.NAME / "course"


def test_the_zip_says_when_the_pdf_is_in_it(tmp_path):
    landing = tmp_path / take_away.LANDING
    landing.parent.mkdir()
    landing.write_text("<!-- take-away -->", encoding="utf-8")
    pdf = f"{take_away.NAME}.pdf"
    (tmp_path / pdf).write_bytes(b"a PDF")
    take_away.main(tmp_path)
    assert take_away.WITH_PDF in landing.read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / f"{take_away.NAME}.zip") as archive:
        assert archive.read(f"{take_away.NAME}/{pdf}") == b"a PDF"
        told = archive.read(f"{take_away.NAME}/course/README.md").decode()
    assert f"in `index.html`, and as one PDF in `{pdf}`." in told


def run(course, *command):
    """Run a command there, where nothing of this clone is to be found."""
    handed_on = ("PYTHON", "MAKE", "MFLAGS", "LOCKED", "THOROUGH")
    env = {n: v for n, v in os.environ.items() if not n.startswith(handed_on)}
    env |= {"PYTHONPATH": str(course), "PYTHONDONTWRITEBYTECODE": "1"}
    told = {"capture_output": True, "text": True, "check": True}
    return subprocess.run(command, cwd=course, env=env, **told).stdout


def test_it_is_small_and_holds_no_leftovers(course):
    files = [path for path in course.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 4_800_000
    assert not [path for path in files if path.suffix == ".pyc"]
    for name in ("LICENSE", "README.md", "data/README.md"):
        assert (course / name).read_text(encoding="utf-8"), "what it says of the terms"
    assert not (course / "tests").exists() and not (course / ".venv").exists()


def test_make_finds_all_that_the_lab_is_made_of(course):
    if not shutil.which("make"):
        pytest.skip("needs make")
    said = run(course, "make", "-n", "lab")
    assert "-m tools.install" in said and "-m tools.lab" in said
    run(course, sys.executable, "-c", "import tools.install, tools.lab")


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
        is_there = source.relative_to(ROOT).as_posix() in names
        assert is_there == (take_away.LEFT_OUT not in source.parents), source


def test_the_notebooks_are_copied_and_run_there(course):
    said = run(course, sys.executable, "-m", "tools.copy_notebooks")
    copies = [path for path in (course / "work").rglob("*") if path.is_file()]
    assert f"{len(copies)} files were copied to {course / 'work'}" in said
    names = {path.relative_to(course / "work").as_posix() for path in copies}
    for page in built_book.pages():
        assert names & {f"{page[5:]}.ipynb", f"{page[5:]}.md"}, page
    drawings = {path.name for path in (ROOT / "book/drawings").rglob("*.svg")}
    assert {path.name for path in copies if path.suffix == ".svg"} == drawings
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
