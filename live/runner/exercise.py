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


def cells_before(notebook: str, cell: str, written: dict[str, str]) -> list[Statement]:
    """Read the chapter up to a cell; of what the reader wrote, only definitions."""
    found = []
    for one in json.loads(notebook)["cells"]:
        source = "".join(one["source"])
        if source == cell:
            break
        if one["cell_type"] != "code":
            continue
        if source in written:
            mine = statements(written[source])
            found += [s for s in mine if isinstance(s.node, ast.FunctionDef)]
        else:
            found += statements(source)
    return found


def prepared(notebook: str, cell: str, code: str, written: str) -> ast.Module:
    """Return what the code needs of the chapter."""
    before = cells_before(notebook, cell, json.loads(written))
    return ast.Module(needed(before, missing(statements(code))), [])


def imports(notebook: str, cell: str, code: str, written: str) -> str:
    """Write out what is going to be imported, for the packages to be fetched."""
    module = prepared(notebook, cell, code, written)
    found = [n for n in ast.walk(module) if isinstance(n, (ast.Import, ast.ImportFrom))]
    return "\n".join([*map(ast.unparse, found), code])


def run(
    notebook: str, cell: str, code: str, written: str, judge: str, post: Post
) -> None:
    """Run a cell, and tell at its end what its judge found."""
    out, found = Shown(post), []
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        namespace: dict[str, Any] = {"__name__": "__main__"}
        try:
            before = prepared(notebook, cell, code, written)
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(before, CHAPTER, "exec"), namespace)
            with watched(judge, found):
                run_code(code, namespace, post)
        except BaseException as error:  # the reader's, whatever it is
            print(said(error))
        if found and "checks.show(" in found[-1][1].report:
            post("state", "drawing")
            draw(judge, found[-1][0], post)
    out.flush()
    verdict = bool(found) and found[-1][1].passed
    post("done", "right" if verdict else "judged" if found else "")


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
