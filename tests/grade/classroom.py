"""A class of the judges' own tables: what it hands in, and what must come of it."""

import ast
import contextlib
import csv
import importlib
import inspect
import io
import json
import textwrap
from collections import Counter

from tests.checks.table import PAPER, RIGHT, WRONG
from xcorr_helpers import checks
from xcorr_helpers.grade.a_class import mark, write_all
from xcorr_helpers.grade.answers import held
from xcorr_helpers.grade.gathering import gather
from xcorr_helpers.grade.homework import FUNCTIONS, HOMEWORK, SENTENCES
from xcorr_helpers.grade.kept import Kept
from xcorr_helpers.grade.marking import Marker
from xcorr_helpers.grade.progress import Progress
from xcorr_helpers.grade.wishes import Wishes

SETUP = "import numpy as np\nfrom xcorr_helpers import checks"


def code_cell(source, name=None, **nbgrader):
    told = {"nbgrader": {"grade_id": name, **nbgrader}} if name else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": told,
        "outputs": [],
        "source": source,
    }


def notebook(cells):
    return json.dumps(
        {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    )


def answer(exercise, source):
    """Make the cells of an exercise: the answer, and the one that asks the judge."""
    asked = f"assert checks.{exercise}({held(exercise)}).passed"
    return [
        code_cell(source, exercise, solution=True, grade=False, locked=False),
        code_cell(asked, f"{exercise}-judge", solution=False, grade=True, points=1),
    ]


def sentence(session, source):
    name = SENTENCES[session].replace("-", "_")
    return code_cell(source, name, solution=True, grade=True)


def program(exercise, function):
    """Write a function of the table as a cell, with what its file makes for it."""
    module = importlib.import_module(function.__module__)
    kept = []
    for node in ast.parse(inspect.getsource(module)).body:
        is_ours = isinstance(node, ast.ImportFrom) and node.module.startswith("tests")
        is_answer = isinstance(node, ast.FunctionDef) and node.decorator_list
        if not is_ours and not is_answer:
            kept.append(ast.unparse(node))
    own = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    own.decorator_list = []
    own.name = FUNCTIONS[exercise]
    return "\n".join([*kept, ast.unparse(own)])


def source_of(exercise, given):
    """Write what somebody answers: a function of the table, or a value on paper."""
    if exercise in FUNCTIONS:
        return program(exercise, given)
    return f"my_answer = {given!r}"


def rights(exercise):
    if exercise in FUNCTIONS:
        return RIGHT[exercise]
    return [checks._record(exercise).answer]


def wrongs(exercise):
    """List wrong answers of which the table says what is named."""
    if exercise in FUNCTIONS:
        return [f for f in WRONG[exercise] if f.said]
    return [value for value, _, said in PAPER[exercise] if said]


def handed_in(number, session):
    """Choose what a student answers: of each exercise right, or one of the slips."""
    chosen = {}
    for place, exercise in enumerate(HOMEWORK[session]):
        turn = (5 * number + 3 * place) % 11
        if turn < 4:
            chosen[exercise] = rights(exercise)[number % len(rights(exercise))]
        else:  # some slips are made by many
            chosen[exercise] = wrongs(exercise)[turn % 3 * (number % 4)]
    return chosen


def write_class(folder, students, session):
    """Write a class's notebooks; return of each exercise how often what was found."""
    expected = {exercise: Counter() for exercise in HOMEWORK[session]}
    for number in range(students):
        cells = [code_cell(SETUP)]
        for exercise, given in handed_in(number, session).items():
            cells += answer(exercise, source_of(exercise, given))
            # The judge itself, with the function itself: nothing of the marking.
            result = checks.result(exercise, given)
            said = "right" if result.passed else result.mistake
            expected[exercise][said] += 1
        cells.append(sentence(session, f"my_sentence = 'Said by {number}.'"))
        own = folder / f"student {number:02}"
        own.mkdir(parents=True, exist_ok=True)
        (own / f"homework_{session}.ipynb").write_text(notebook(cells), "utf-8")
    return expected


class InProcess:
    """Stands in for the child: runs our own cells, here and now."""

    asked = 0

    def __init__(self, code, name):
        InProcess.asked += 1
        self.problem, self.value = "", None
        space = {}
        for cell in code:
            with contextlib.suppress(Exception):
                exec(cell, space)
        if name not in space:
            self.problem = f"there is no {name}"
        self.value = space.get(name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


def practice(judge, student):
    return checks._record(judge)


def marked(folder, target, ask=InProcess, key=practice, **wishes):
    """Mark a folder as the command does; return what was gathered."""
    gathered = gather(folder)
    marker = Marker(ask, key, Kept(target / ".done", "here"))
    progress = Progress(len(gathered.notebooks), io.StringIO())
    write_all(target, mark(gathered, marker, progress), Wishes(**wishes))
    return gathered


def rows(target):
    text = (target / "marks.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def counts(target):
    """Count in marks.csv of each exercise how often what was found."""
    found = {}
    for row in rows(target):
        if row["points"]:
            said = "right" if row["points"] == "1" else row["mistake"]
            found.setdefault(row["exercise"], Counter())[said] += 1
    return found


def contents(folder):
    """Return every file of a folder, but for what children have said."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".done" not in path.parts
    }
