"""The exercises of the chapters, done as a learner does them."""

import ast
import contextlib
import io

import pytest

from tests.book.notebook_values import running
from tests.book.solutions import CHAPTERS, EXERCISES, answers, code, exercises, judged
from tools import built_book

# They train and measure again, in solutions.
LATER = {
    CHAPTERS[7]: pytest.mark.weekly,
    **dict.fromkeys(CHAPTERS[8:10], pytest.mark.thorough),
}


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
    [pytest.param(page, marks=LATER.get(page, ())) for page in CHAPTERS],
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
