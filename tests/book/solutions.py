"""The exercises of the chapters: where they stand, and what their solutions answer."""

import ast
import functools
import re
from typing import NamedTuple

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
