"""The exercises of the chapters: what is asked, the cell to fill in, the solution."""

import ast
import functools
import re
from typing import NamedTuple

from live.runner.needed import needed, statements
from xcorr_helpers.grade.homework import HOMEWORK, SENTENCES

from .. import built_book

SOLUTIONS = "## Solutions\n"
ASKED = re.compile(
    r"^(:{3,})\{exercise\} ([^\n]+)\n:label: (\S+)\n\n(.*?)^\1$",
    re.MULTILINE | re.DOTALL,
)
BORDER = re.compile(
    r"^(:::\{solution-(?:start\} \S+|end\})\n(?::class: dropdown\n)?:::\n?)",
    re.MULTILINE,
)
# The judge is asked at the end of a cell; where there is a bug to find, behind a `#`.
JUDGE = re.compile(r"^(?:# |if )?checks\.(\w+)\((my_\w+)\)", re.MULTILINE)


class Exercise(NamedTuple):
    """One exercise of a chapter.

    `stub` is the cell to fill in, up to where the judge is asked; `judge` is "" where a
    person judges. `solution` is said in words, `solved` are its cells of code.
    """

    page: str
    label: str
    title: str
    text: str
    stub: str
    judge: str
    solution: str
    solved: tuple[int, ...]

    @property
    def number(self):
        """The chapter's."""
        return int(self.page.removeprefix("book/")[:2])

    @property
    def in_words(self):
        return self.title == "In one sentence"


def chapters():
    return [page for page in built_book.notebooks() if page.split("/")[1][0].isdigit()]


def title_of(page):
    """Return the title of a page."""
    return re.search(r"^# (.+)$", built_book.markdown(page), re.MULTILINE)[1]


@functools.cache
def exercises(page):
    """List the exercises of a chapter, in order."""
    cells = [(c["cell_type"], "".join(c["source"])) for c in built_book.cells(page)]
    end = next(n for n, (_, text) in enumerate(cells) if text.startswith(SOLUTIONS))
    said, solved = solutions(cells, end)
    found = []
    for number, (kind, text) in enumerate(cells[:end]):
        asked = ASKED.findall(text) if kind == "markdown" else []
        for last, (_, title, label, body) in enumerate(asked, 1 - len(asked)):
            following = cells[number + 1][1] if cells[number + 1][0] == "code" else ""
            # Of several in one cell, only the last can have the cell below.
            stub = following if last == 0 and "my_" in following else ""
            judge = JUDGE.search(stub)
            cut = stub[: judge.start()].rstrip() if judge else stub
            name = judge[1] if judge else ""
            words = said.get(label, "").strip()
            cells_of = tuple(solved.get(label, ()))
            found.append(
                Exercise(page, label, title, body.strip(), cut, name, words, cells_of)
            )
    return found


def solutions(cells, start):
    """Return of each solution what is said, and the numbers of its cells of code."""
    said, solved, label = {}, {}, None
    for number, (kind, text) in enumerate(cells[start:], start):
        if kind == "code":
            solved.setdefault(label, []).append(number)
            continue
        for part in BORDER.split(text):
            if BORDER.fullmatch(part):
                label = part.split()[1] if "solution-start" in part else None
            elif label:
                said[label] = f"{said.get(label, '')}\n\n{part.strip()}".strip()
    return said, solved


@functools.cache
def by_name():
    """Return all exercises, by judge, or by label where no judge is asked."""
    every = [exercise for page in chapters() for exercise in exercises(page)]
    return {exercise.judge or exercise.label: exercise for exercise in every}


def of_session(session):
    """List what a session hands in, in the order of the chapters."""
    wanted = {*HOMEWORK[session], SENTENCES[session]}
    return [exercise for name, exercise in by_name().items() if name in wanted]


def code_of(page, numbers):
    """List the statements of these cells, and how each is written, by its identity."""
    code, written = [], {}
    for number in numbers:
        source = "".join(built_book.cells(page)[number]["source"])
        lines = source.splitlines()
        for one in statements(source):
            first = min([one.node, *getattr(one.node, "decorator_list", ())], key=line)
            text = "\n".join(lines[line(first) - 1 : one.node.end_lineno])
            is_import = isinstance(one.node, (ast.Import, ast.ImportFrom))
            written[id(one.node)] = ast.unparse(one.node) if is_import else text
            code.append(one)
    return code, written


def line(node):
    return node.lineno


def right_function(exercise):
    """Return the name of the solution's function, and the code that makes it."""
    cells = built_book.cells(exercise.page)
    call = re.compile(rf"^checks\.{exercise.judge}\((\w+)\)", re.MULTILINE)
    for number in exercise.solved:
        if asked := call.search("".join(cells[number]["source"])):
            name, last = asked[1], number
    numbers = [n for n in range(last + 1) if cells[n]["cell_type"] == "code"]
    code, written = code_of(exercise.page, numbers)
    nodes = needed(code, {name})
    return name, "\n".join(written[id(node)] for node in nodes)
