"""What a session hands in, as a notebook that needs no other beside it.

Text and cell of each exercise are the chapter's. The cells carry what nbgrader and
otter-grader look for, which nobody else sees.
"""

import ast
import re

from live.runner.needed import missing, needed, statements
from xcorr_helpers.grade.homework import FUNCTIONS, PAPER, WORDS

from .. import built_book
from ..execute_notebooks import METADATA
from ..plain_markdown import plain
from .exercises import code_of, of_session, title_of

CALLED = {
    1: "one kernel",
    2: "kernels, channels, batches",
    3: "knobs and gradients",
    4: "beyond",
}
FRONT = """# Homework {session}: {called}

{whose}{number} exercises, each of one point. Write your answers into the cells that are
left open, and run each cell and the one below it. The other cells, and the name of this
file, stay as they are. Save it, and hand in this one file.

What counts is the code that is in it: each exercise is run anew and by itself, so one
that fails costs no other. {paper} A sentence is read by a person.
"""
FOR = "For **{student}**: some numbers here are yours alone. "
ASKED_HERE = "The cell below an answer asks its judge, who tells what it found."
MARKED_LATER = """The cell below a function asks its judge, who tells what it found. An
answer on paper is marked after you have handed it in."""
HINT = re.compile(r"^:::\{dropdown\} Hint\n(.*?)^:::$", re.MULTILINE | re.DOTALL)
# In one piece, without an empty line: JupyterLab's extension for MyST loses the text of
# any other, and shows no triangle.
FOLDED = "<details><summary><em>Hint</em> (click here)</summary>{}</details>"
# In the chapter, a judge waits behind a `#` where there is a bug to find.
AWAY = re.compile(r",\s+and\s+take\s+the\s+`#`\s+away\s+to\s+ask\s+the\s+judge")
# What is above is above in the chapter; a row above the image is not meant.
ABOVE = re.compile(r"\babove(?=[.:]| for the digit)")
GIVEN = "assert {0} is not None, 'There is no answer yet.'\n"
NBGRADER = {"schema_version": 3, "task": False, "points": 1}


def homework(session, variants=None, student=""):
    """Make the notebook; with variants, a student's: of each judge, the text."""
    exercises = of_session(session)
    variants = variants or {}
    front = FRONT.format(
        session=session,
        called=CALLED[session],
        whose=FOR.format(student=markdown_safe(student)) if student else "",
        number=len(exercises),
        paper=MARKED_LATER if variants else ASKED_HERE,
    )
    cells = [text_cell("front", front), *setup_cells(exercises)]
    for number, exercise in enumerate(exercises, 1):
        text = variants.get(exercise.judge) or as_text(exercise)
        place = f"*Chapter {exercise.number}, {title_of(exercise.page)}*"
        body = f"## {number}. {exercise.title}\n\n{place}\n\n{text.strip()}\n"
        cells.append(text_cell(f"{grade_id(exercise)}-text", body))
        cells += answer_cells(exercise, exercise.judge in variants)
    metadata = {**METADATA, "xcorr_homework": {"session": session}}
    return notebook(cells, metadata)


def notebook(cells, metadata=METADATA):
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def as_text(exercise):
    """Say in plain Markdown what the chapter asks."""
    text = ABOVE.sub("in the chapter", AWAY.sub("", exercise.text))
    text = HINT.sub(folded, text)
    return plain(text, file_of(exercise), built_book.ROOT / "book")


def hints(exercise):
    """Return the chapter's hints, but for those that name a number of the book's."""
    text = ABOVE.sub("in the chapter", exercise.text)
    plain_ones = (one for one in HINT.finditer(text) if not re.search(r"\d", one[1]))
    return "\n\n".join(map(folded, plain_ones))


def folded(found):
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False}).render(found[1])
    return FOLDED.format(" ".join(made.split()))


def file_of(exercise):
    return f"{exercise.page.removeprefix('book/')}.ipynb"


def grade_id(exercise):
    return exercise.judge or exercise.label.replace("-", "_")


def setup_cells(exercises):
    """Make the cell of imports, and one of what the chapters have made before."""
    imports, whole, made = {"xcorr_helpers": {"checks"}}, {"import numpy as np"}, []
    for exercise in exercises:
        first = next(
            number
            for number, cell in enumerate(built_book.cells(exercise.page))
            if cell["cell_type"] == "code"
        )
        code, written = code_of(exercise.page, [first])
        bound = {name for statement in code for name in statement.bound}
        # A name between backticks is one to use.
        names = set(re.findall(r"`(\w+)`", exercise.text)) & bound
        names |= missing(statements(exercise.stub))
        for node in needed(code, names):
            if isinstance(node, ast.ImportFrom):
                imports.setdefault(node.module, set()).add(node.names[0].name)
            elif isinstance(node, ast.Import):
                whole.add(written[id(node)])
            elif written[id(node)] not in made:
                made.append(written[id(node)])
    lines = sorted(whole)
    for module in sorted(imports):
        lines.append(f"from {module} import {', '.join(sorted(imports[module]))}")
    cells = [code_cell("setup", "\n".join(lines))]
    return cells + ([code_cell("toy", "\n".join(made))] if made else [])


def answer_cells(exercise, varied):
    """Make the cell to fill in, and the one that is marked."""
    name = grade_id(exercise)
    if exercise.in_words:
        stub = exercise.stub or f'{WORDS} = "..."'
        return [code_cell(name, stub, grader(name, grade=True, solution=True))]
    answer = code_cell(name, exercise.stub, grader(name, grade=False, solution=True))
    asked = FUNCTIONS.get(exercise.judge, PAPER)
    test = f"assert checks.{exercise.judge}({asked}).passed\n"
    if varied:
        test = GIVEN.format(asked)
    marked = grader(f"{name}-judge", grade=True, solution=False)
    return [answer, code_cell(f"{name}-judge", test, marked | otter(name))]


def grader(name, grade, solution):
    """Say to nbgrader what a cell is for."""
    told = {**NBGRADER, "grade_id": name, "grade": grade, "solution": solution}
    told["locked"] = not solution
    if not grade:
        del told["points"]
    return {"nbgrader": dict(sorted(told.items()))}


def otter(name):
    """Say to otter-grader which of its tests is run behind this cell."""
    return {"otter": {"tests": [name]}}


def markdown_safe(name):
    """Show a name as it is written."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", name)


def text_cell(name, text):
    return {
        "cell_type": "markdown",
        "id": cell_id(name),
        "metadata": {},
        "source": text.strip().splitlines(keepends=True),
    }


def code_cell(name, source, metadata=None):
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id(name),
        "metadata": metadata or {},
        "outputs": [],
        "source": source.strip().splitlines(keepends=True),
    }


def cell_id(name):
    return name.replace("_", "-")
