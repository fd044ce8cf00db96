"""The exercises of the chapters, done as a learner does them."""

import ast
import contextlib
import functools
import io
import re
from typing import NamedTuple

import pytest

from tests.book.notebook_values import running
from tools import built_book

CHAPTERS = [page for page in built_book.notebooks() if page[5].isdigit()]


class Exercise(NamedTuple):
    page: str
    name: str
    asked: int  # the cell to fill in
    solved: list[int]  # the code cells of its solution


def code(page, number):
    """Return the source of a cell, with the calls of judges that wait for an answer."""
    source = "".join(built_book.cells(page)[number]["source"])
    return re.sub(r"^# (?=checks\.)", "", source, flags=re.M)


@functools.cache
def exercises(page):
    """List the exercises of a chapter that have a cell to fill in."""
    asked, solved, name, solution = {}, {}, None, None
    for number, cell in enumerate(built_book.cells(page)):
        if cell["cell_type"] == "code":
            if solution:
                solved.setdefault(solution, []).append(number)
            elif name:
                asked.setdefault(name, number)
            continue
        for line in map(str.strip, cell["source"]):
            if found := re.match(r":label: (\S+)", line):
                name = found[1]
            elif found := re.match(r":::\{solution-start\} (\S+)", line):
                name, solution = None, found[1]
            elif line.startswith(("## ", ":::{solution-end}")):
                name = solution = None
    return [Exercise(page, n, number, solved[n]) for n, number in asked.items()]


EXERCISES = [exercise for page in CHAPTERS for exercise in exercises(page)]
TRAINS = "book/08_train_a_tiny_cnn"  # again, in a solution


def judged(source):
    """Return the judge that a cell calls, and what it hands to it: expressions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("checks."):
            return ast.unparse(node.func), node.args
    return None, []


def answers(exercise):
    """Return what the solution hands to the judge, by the learner's names."""
    judge, asked = judged(code(exercise.page, exercise.asked))
    for number in exercise.solved:
        same, given = judged(code(exercise.page, number))
        if judge and same == judge:
            state = running(exercise.page).near(number)
            return {
                name.id: eval(ast.unparse(value), dict(state))
                for name, value in zip(asked, given, strict=True)
            }
    assert judge is None, f"the solution of {exercise.name} does not call its judge"
    return {}


def filled_in(exercise, right):
    """Return the code of an exercise's cell without what the learner replaces."""
    module = ast.parse(code(exercise.page, exercise.asked))
    module.body = [
        node
        for node in module.body
        if getattr(node, "name", None) not in right
        and not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in right)
    ]
    return ast.unparse(module)


def printed(source, variables):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(source, variables)
    return said.getvalue()


@pytest.mark.parametrize(
    "page",
    [pytest.param(p, marks=[pytest.mark.thorough] * (p == TRAINS)) for p in CHAPTERS],
)
def test_who_solves_all_exercises_is_told_nothing_wrong(page):
    """Run the chapter on from its first exercise, each filled in from its solution."""
    asked = {exercise.asked: exercise for exercise in exercises(page)}
    first = min(asked)
    variables = dict(running(page).near(first - 1))
    for number, cell in list(enumerate(built_book.cells(page)))[first:]:
        if cell["cell_type"] != "code":
            continue
        if number in asked and (right := answers(asked[number])):
            variables |= right
            said = printed(filled_in(asked[number], right), variables)
            judge, _ = judged(code(page, number))
            assert f"{judge.removeprefix('checks.')}: right" in said, said
        else:
            said = printed(code(page, number), variables)
            stored = ["".join(output.get("text", "")) for output in cell["outputs"]]
            assert said == "".join(stored), code(page, number)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_an_exercise_needs_the_first_cell_alone(exercise):
    cells = built_book.cells(exercise.page)
    first = next(n for n, cell in enumerate(cells) if cell["cell_type"] == "code")
    variables = {}
    printed(code(exercise.page, first), variables)
    printed("".join(cells[exercise.asked]["source"]), variables)
