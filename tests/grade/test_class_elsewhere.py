"""What a class gets, in environments where nothing of this course is.

What is wanted comes from the index, as pip finds it: JupyterLab for a student, nbgrader
and otter-grader for a teacher. Where the index cannot be asked, these tests fail.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import venv

import pytest

from tools.classroom import __main__ as classroom
from tools.classroom import student
from xcorr_helpers.grade.homework import HOMEWORK

pytestmark = pytest.mark.weekly

# It draws, loads a data set and asks judges; all chapters run where the course is.
CHAPTER = "03_apply_many_kernels.ipynb"


class Environment:
    """A Python of its own, with the packages that it is given."""

    def __init__(self, folder, packages):
        venv.EnvBuilder(with_pip=True, symlinks=sys.platform != "win32").create(folder)
        self.bin = folder / ("Scripts" if os.name == "nt" else "bin")
        # Nothing of this machine's: neither its kernels nor its settings.
        hidden = ("PYTHONPATH", "VIRTUAL_ENV", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH")
        kept = {k: v for k, v in os.environ.items() if k not in hidden}
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        home = folder / "home"
        home.mkdir()
        self.env = {**kept, "PATH": path, "HOME": str(home), "USERPROFILE": str(home)}
        self.run("python", "-m", "pip", "install", "--quiet", *packages)

    def run(self, program, *words, folder=None):
        """Run it, and return all that it said."""
        done = subprocess.run(
            [self.bin / program, *map(str, words)],
            cwd=folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory, book_html):
    """The folder of a class, without names."""
    folder = tmp_path_factory.mktemp("class")
    classroom.main([], folder)
    return folder


@pytest.fixture(scope="module")
def wheel(made):
    (found,) = (made / "student").glob("*.whl")
    return found


def test_a_student_begins_with_the_two_lines(made, wheel, tmp_path):
    start = (made / "student" / "START.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^python -m pip install (.*)$", start, re.MULTILINE)
    first, *others = told.split()
    assert (first, tuple(others)) == (f"./{wheel.name}", student.PACKAGES)
    place = Environment(tmp_path / "env", [wheel, *others])
    assert re.match(r"\d", place.run("python", "-m", "jupyterlab", "--version"))
    work = shutil.copytree(made / "student", tmp_path / "work")
    for name in (f"student/{CHAPTER}", "homework/homework_1.ipynb"):
        shutil.copy(made / name, work)
    run = ("-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", CHAPTER)
    place.run("python", *run, folder=work)
    cells = json.loads((work / CHAPTER).read_text(encoding="utf-8"))["cells"]
    said = json.dumps(cells)
    assert "apply_kernels: " in said and "application/vnd.plotly.v1+json" in said
    assert not [o for c in cells for o in c.get("outputs", []) if o.get("ename")]


def test_nbgrader_makes_the_assignment_and_marks_it(made, wheel, tmp_path):
    place = Environment(tmp_path / "env", ["nbgrader", "scipy", wheel])
    course = shutil.copytree(made / "key" / "nbgrader", tmp_path / "course")
    for session in HOMEWORK:
        name = f"homework_{session}"
        place.run("nbgrader", "generate_assignment", name, folder=course)
        released = course / "release" / name / f"{name}.ipynb"
        ours = (made / "homework" / f"{name}.ipynb").read_text(encoding="utf-8")
        assert sources(released.read_text(encoding="utf-8")) == sources(ours)
        for who, what in (("right", "source"), ("wrong", "release")):
            to = course / "submitted" / who / name
            to.mkdir(parents=True)
            shutil.copy(course / what / name / f"{name}.ipynb", to)
        place.run("nbgrader", "autograde", name, folder=course)
    place.run("nbgrader", "export", folder=course)
    with (course / "grades.csv").open(encoding="utf-8", newline="") as table:
        marks = {
            (row["assignment"], row["student_id"]): (row["score"], row["max_score"])
            for row in csv.DictReader(table)
        }
    # A sentence is a point, too, and waits for a person.
    assert marks == {
        (f"homework_{session}", who): (score, f"{len(judges) + 1:.1f}")
        for session, judges in HOMEWORK.items()
        for who, score in (("right", f"{len(judges):.1f}"), ("wrong", "0.0"))
    }


def sources(notebook):
    """List the sources of a notebook's cells, without the lines that end them."""
    return ["".join(cell["source"]).strip() for cell in json.loads(notebook)["cells"]]


def test_otter_grader_runs_the_tests(made, wheel, tmp_path):
    place = Environment(tmp_path / "env", ["otter-grader", "ipykernel", "scipy", wheel])
    for session, judges in HOMEWORK.items():
        name = f"homework_{session}"
        folder = shutil.copytree(made / "key" / "otter" / name, tmp_path / name)
        made_zip = ("-t", "tests", "-o", "autograder.zip")
        place.run("otter", "generate", *made_zip, folder=folder)
        right = made / "key" / "nbgrader" / "source" / name / f"{name}.ipynb"
        wrong = made / "homework" / f"{name}.ipynb"
        for notebook, score in ((right, 1), (wrong, 0)):
            shutil.copy(notebook, folder)
            (folder / "results").mkdir(exist_ok=True)
            run = (notebook.name, "-a", "autograder.zip", "-o", "results")
            place.run("otter", "run", *run, folder=folder)
            found = json.loads((folder / "results" / "results.json").read_text())
            scores = {t["name"]: t["score"] for t in found["tests"] if "score" in t}
            assert scores == dict.fromkeys(judges, score)
