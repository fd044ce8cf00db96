"""A function that runs in another process, and what can be known of its code."""

from __future__ import annotations

import ast
from typing import Any


class Elsewhere:
    """Called as the function itself; of its code, it has what a judge asks for.

    Attributes
    ----------
    __name__ : str
        By which its author knows it; empty if that is not known.
    definition : ast.AST or None
        The statement that defines it.
    unread_arguments, outside_names : tuple of str
        Those of its arguments that it never reads, and what it reads of the notebook.
    failed_line : str
        The line of its code through which its last error came.
    """

    __name__ = ""
    definition: ast.AST | None = None
    unread_arguments: tuple[str, ...] = ()
    outside_names: tuple[str, ...] = ()
    failed_line = ""

    def __call__(self, *arguments: Any) -> Any:
        """Call the function."""
        raise NotImplementedError
