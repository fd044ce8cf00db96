"""The homework as nbgrader and otter-grader want it: with the key, for the teacher.

A course of nbgrader's, whose `generate_assignment` takes the answers out again, and for
otter-grader the tests of each homework.
"""

import json

from xcorr_helpers import checks
from xcorr_helpers.grade.homework import FUNCTIONS, HOMEWORK, PAPER, WORDS

from .exercises import of_session, right_function
from .homework import grade_id, homework

CONFIG = """# Of `make class`. In this folder: nbgrader generate_assignment homework_1
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "cross-correlation"
# The cells to fill in have a beginning of their own.
c.ClearSolutions.code_stub = {"python": ""}
"""
REGION = "{}\n### BEGIN SOLUTION\n{}\n### END SOLUTION"
TEST = """from otter.test_files import test_case

OK_FORMAT = False
name = "{judge}"
points = 1


@test_case(points=1)
def test_{judge}(checks, {answer}):
    assert checks.{judge}({answer}).passed
"""


def nbgrader_course():
    """Return the files of a course, by their places in its folder."""
    files = {"nbgrader_config.py": CONFIG}
    for session in HOMEWORK:
        keys = {grade_id(e): key(e) for e in of_session(session)}
        notebook = homework(session)
        for cell in notebook["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if name in keys:
                stub = "".join(cell["source"])
                text = REGION.format(stub, keys[name])
                cell["source"] = text.splitlines(keepends=True)
        name = f"homework_{session}"
        files[f"source/{name}/{name}.ipynb"] = as_json(notebook)
    return files


def otter_tests():
    """Return the tests of each homework, by their places."""
    return {
        f"homework_{session}/tests/{judge}.py": TEST.format(
            judge=judge, answer=FUNCTIONS.get(judge, PAPER)
        )
        for session, judges in HOMEWORK.items()
        for judge in judges
    }


def key(exercise):
    """Return the code that gives the right answer."""
    if exercise.judge in FUNCTIONS:
        name, code = right_function(exercise)
        return f"{code}\n{FUNCTIONS[exercise.judge]} = {name}"
    if exercise.judge:
        return f"{PAPER} = {checks._record(exercise.judge).answer!r}"
    return f"{WORDS} = {' '.join(exercise.solution.split())!r}"


def as_json(notebook):
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n"
