"""Run a reader's cell in the page: the chapter's definitions first, then the cell.

Each run begins anew, as if the notebook was started again, so that it says the same
each time. `post(kind, text)` hands to the page what comes, as it comes.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import linecache
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

from needed import Statement, missing, needed, statements

Post = Callable[[str, str], Any]
FILE, CHAPTER = "your cell", "the chapter"
MOST = 200_000  # characters that are shown
AT_ONCE, PAUSE = 500, 0.05  # pieces of text, seconds: then a page has time to show them


class Shown(io.TextIOBase):
    """Text on its way to the page: at once, as long as the page can follow."""

    def __init__(self, post: Post) -> None:
        self.post, self.held = post, ""
        self.pieces, self.length, self.last = 0, 0, 0.0

    def write(self, text: str) -> int:
        left = MOST - self.length
        self.length += len(text)
        self.held += text[: max(left, 0)]
        if left > 0 >= MOST - self.length:
            self.held += "\n[What follows is not shown: it is too long.]\n"
        now = time.monotonic()
        if self.pieces < AT_ONCE or now - self.last > PAUSE:
            self.flush()
            self.last = now
        return len(text)

    def flush(self) -> None:
        if self.held:
            self.post("text", self.held)
            self.held, self.pieces = "", self.pieces + 1


@dataclass
class Job:
    """What is to be run, and what stands before it in the chapter."""

    notebook: str
    cell: str  # as the notebook has it
    code: str  # as the reader has it
    written: dict[str, str]  # in the page's other cells, by what the notebook has there
    judge: str

    def before(self) -> list[Statement]:
        """Read the chapter up to the cell; of what the reader wrote, functions."""
        found = []
        for cell in json.loads(self.notebook)["cells"]:
            source = "".join(cell["source"])
            if source == self.cell:
                break
            if source in self.written:
                mine = statements(self.written[source])
                found += [s for s in mine if isinstance(s.node, ast.FunctionDef)]
            elif cell["cell_type"] == "code":
                found += statements(source)
        return found

    def needs(self) -> ast.Module:
        names = missing(statements(self.code))
        return ast.Module(needed(self.before(), names), [])


def imports(job: str) -> str:
    """Write out what is going to be imported, for the packages to be fetched."""
    asked = Job(**json.loads(job))
    nodes = ast.walk(asked.needs())
    found = [n for n in nodes if isinstance(n, (ast.Import, ast.ImportFrom))]
    return "\n".join([*map(ast.unparse, found), asked.code])


def run(job: str, post: Post) -> None:
    """Run a cell, and tell at its end what its judge found."""
    asked, out, found = Job(**json.loads(job)), Shown(post), []
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        namespace: dict[str, Any] = {"__name__": "__main__"}
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(asked.needs(), CHAPTER, "exec"), namespace)
            with watched(asked.judge, found):
                run_code(asked.code, namespace, post)
        except BaseException as error:  # the reader's, whatever it is
            print(said(error))
        out.flush()
        if found and "checks.show(" in found[-1][1].report:
            post("drawing", "")
            draw(asked.judge, found[-1][0], post)
    out.flush()
    right = bool(found) and found[-1][1].passed
    post("done", "right" if right else "judged" if found else "")


def run_code(code: str, namespace: dict[str, Any], post: Post) -> None:
    lines = code.splitlines(keepends=True)
    linecache.cache[FILE] = len(code), None, lines, FILE
    tree, last = ast.parse(code, FILE), None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
    exec(compile(tree, FILE, "exec"), namespace)
    if last is not None:
        display(eval(compile(last, FILE, "eval"), namespace), post)


def display(value: Any, post: Post) -> None:
    """Show the last value of a cell, as a notebook does."""
    if hasattr(value, "to_plotly_json"):
        post("figure", value.to_json())
    elif value is not None and not hasattr(value, "_ipython_display_"):
        print(repr(value))


@contextlib.contextmanager
def watched(judge: str, found: list[Any]) -> Iterator[None]:
    """Keep what the judge is asked, and what it finds."""
    from xcorr_helpers import checks

    asked = getattr(checks, judge)

    def ask(function: Any) -> Any:
        found.append((function, asked(function)))
        return found[-1][1]

    setattr(checks, judge, ask)
    try:
        yield
    finally:
        setattr(checks, judge, asked)


def draw(judge: str, function: Any, post: Post) -> None:
    """Draw what the function reads; where that cannot be, it is said why."""
    from xcorr_helpers import checks

    try:
        figure = checks.show(judge, function)
    except BaseException as error:
        print(said(error))
    else:
        display(figure, post)


def said(error: BaseException) -> str:
    """Write an error as Python does, from the reader's own lines on."""
    frame = error.__traceback__
    while frame is not None and code_of(frame).co_filename not in (FILE, CHAPTER):
        frame = frame.tb_next
    text = "".join(traceback.format_exception(type(error), error, frame))
    if frame is not None and code_of(frame).co_filename == CHAPTER:
        return f"The chapter's own code, which this cell needs, did not run.\n{text}"
    return text.rstrip()


def code_of(frame: Any) -> CodeType:
    code: CodeType = frame.tb_frame.f_code
    return code
