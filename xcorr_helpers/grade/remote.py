"""A student's function in a child, as a callable that a judge takes."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np

from xcorr_helpers.checks._attempt import shortened
from xcorr_helpers.checks._elsewhere import Elsewhere

from .errors import raised_again
from .talk import EndedError, Talk, TooLongError
from .values import Writer, value_of

_LARGEST = 2**30  # bytes of arguments
_LONGEST_SOURCE, _DEEPEST = 20_000, 60  # characters, and parts within parts, to be read
_MOST_NAMES = 10


class Remote(Elsewhere):
    """A function in a child: arguments go there, and what came of them comes back.

    An error is raised as in the child, by its name and text. What was printed there is
    printed here. An argument that the function changed there is changed here, too,
    though not in the same way: a judge only looks whether it is.
    """

    def __init__(
        self, talk: Talk, seconds: float, cells: Sequence[str], known: Any
    ) -> None:
        self._talk, self._seconds, self._cells = talk, seconds, cells
        name = known.get("name")
        self.__name__ = name if is_word(name) else ""
        self.unread_arguments = _words(known.get("unread"))
        self.outside_names = _words(known.get("outside"))
        self.definition = _definition(cells, known.get("defined"))

    def __call__(self, *arguments: Any) -> Any:
        """Call the function in the child."""
        self.failed_line = ""
        writer = Writer(_LARGEST)
        question = {"call": writer.written(arguments)}
        try:
            header, arrays = self._talk.ask(question, writer.arrays, self._seconds)
        except TooLongError as ended:
            raise TimeoutError(str(ended)) from None
        except EndedError as ended:
            raise RuntimeError(str(ended)) from None
        try:
            printed, changed = header.get("printed"), header.get("changed")
            failed = header.get("error")
            answer = None if failed else value_of(header["value"], arrays)
            error = raised_again(failed) if failed else None
        except Exception:  # whatever is wrong with what a stranger's process says
            raise RuntimeError("its answer cannot be read") from None
        _print(printed)
        _change(arguments, changed)
        if error is None:
            return answer
        self.failed_line = line_of(self._cells, header.get("line"))
        raise error


def is_word(name: Any) -> bool:
    """Tell whether a foreign text is a short name of Python's."""
    return isinstance(name, str) and len(name) <= 60 and name.isidentifier()


def _words(names: Any) -> tuple[str, ...]:
    if not isinstance(names, list):
        return ()
    return tuple(name for name in names if is_word(name))[:_MOST_NAMES]


def line_of(cells: Sequence[str], at: Any) -> str:
    """Return the line of a cell that a child points at; empty if it is none."""
    match at:
        case [int(cell), int(line)] if 0 <= cell < len(cells):
            lines = re.split(r"\r\n|\r|\n", cells[cell])
            return shortened(lines[line - 1]) if 0 < line <= len(lines) else ""
    return ""


def _definition(cells: Sequence[str], at: Any) -> ast.stmt | None:
    """Find the statement that begins where a child points at; it is only read."""
    match at:
        case [int(cell), int(line)] if 0 <= cell < len(cells):
            for node in ast.walk(_read(cells[cell])):
                if isinstance(node, ast.stmt) and _first_line(node) == line:
                    return node
    return None


def _read(source: str) -> ast.AST:
    """Read a cell's source, if it is as short and flat as an exercise is."""
    if len(source) <= _LONGEST_SOURCE:
        with (
            suppress(SyntaxError, ValueError, RecursionError, MemoryError),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")  # of a backslash that means nothing
            tree = ast.parse(source)
            if _depth(tree) <= _DEEPEST:
                return tree
    return ast.Module([], [])


def _depth(tree: ast.AST) -> int:
    depth, level = 0, [tree]
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _print(text: Any) -> None:
    """Print what was printed there, but nothing that a terminal would obey."""
    if isinstance(text, str) and text:
        lines = text[:1000].splitlines()
        print("\n".join(map(_printable, lines)))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)


def _change(arguments: Sequence[Any], numbers: Any) -> None:
    """Change those arguments that a child says its function has changed."""
    for number in numbers if isinstance(numbers, list) else []:
        if type(number) is int and 0 <= number < len(arguments):
            array = arguments[number]
            if isinstance(array, np.ndarray):
                array[...] = 0 if array.any() else 1
