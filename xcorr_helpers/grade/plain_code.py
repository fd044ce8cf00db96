"""Read code without running it, however it is written."""

from __future__ import annotations

import ast
import re
import warnings
from functools import lru_cache

# Characters. Longer code is no answer to an exercise, and nested deep enough it would
# end the program that parses it.
_LONGEST = 20_000
_OF_JUPYTER = re.compile(r"^[ \t]*[%!?].*$", re.MULTILINE)  # as in %matplotlib inline


def parsed(source: str) -> ast.Module | None:
    """Return the tree of some code, or None if it has none or is no plain code.

    >>> parsed("%matplotlib inline\\nx = 1") is None, parsed("x = ") is None
    (False, True)
    """
    if len(source) > _LONGEST:
        return None
    for text in (source, _OF_JUPYTER.sub("", source)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of strange escapes, among others
                return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


@lru_cache(maxsize=4096)
def names_given(source: str) -> tuple[str, ...]:
    """List the names that code gives to functions and values, outside of functions.

    >>> names_given("def my_window(a):\\n    b = 1\\nmy_answer = 3")
    ('my_window', 'my_answer')
    """
    tree = parsed(source)
    given: list[str] = []
    for node in tree.body if tree else []:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            given.append(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            given += [t.id for t in targets if isinstance(t, ast.Name)]
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            given += [alias.asname or alias.name for alias in node.names]
    return tuple(given)
