"""Code that says what it does and not whose it is: no comments, names or strings."""

from __future__ import annotations

import ast
import builtins
import itertools
import math
import re
from collections.abc import Iterable
from typing import Any

import numpy as np

from xcorr_helpers.checks._words import ROLES, SIZES

from .plain_code import parsed

_MODULES = {
    *("numpy", "math", "itertools", "functools", "operator", "collections", "scipy"),
    "xcorr_helpers",
}
_MOST_LINES = 40
_LARGEST = 99_999  # a longer number may be somebody's
_DIGITS = re.compile(r"\D")
# Names of arguments that NumPy's functions take, and the course's.
_ARGUMENTS = {
    *("axis", "axes", "dtype", "keepdims", "order", "indexing", "mode", "optimize"),
    *("initial", "where", "shape", "strides", "writeable", "fill_value", "copy"),
    *("start", "stop", "step", "repeat", "repeats", "reps", "key", "end", "sep"),
    *("stride", "padding", "dilation", "groups", "method", "constant_values", "out"),
    *("casting", "ndmin", "endpoint", "num", "window_shape", "like", "strict", "n"),
}


def _public(*owners: Any) -> set[str]:
    return {name for o in owners for name in dir(o) if not name.startswith("_")}


_ATTRIBUTES = _public(np, np.ndarray, np.lib, np.lib.stride_tricks, np.ufunc, np.dtype)
_ATTRIBUTES |= _public(list, dict, set, str, tuple, int, float)
_ATTRIBUTES |= _public(np.linalg, np.fft, np.random, np.random.Generator, math)
_ATTRIBUTES |= _public(itertools)
_ATTRIBUTES |= {
    "signal",
    "correlate2d",
    "convolve2d",
    "fftconvolve",
    "block_diag",
}  # SciPy's
OURS = {  # what the course's package offers
    *("any_axes", "checks", "correlate", "correlate_input_gradient", "correlate_nd"),
    *("correlate_kernel_gradient", "correlate_transposed", "correlation_indices"),
    *("datasets", "figures", "kernel_matrix", "load_cifar10", "load_mnist"),
    *("match_template", "output_shape", "window_index", "window_offsets"),
    *("correlation", "gradients", "indices", "matching", "transposed"),
    *("Dataset", "DatasetError", "benchmark_results", "sample_path"),
}
_ATTRIBUTES |= OURS
_NAMES = {*dir(builtins), *_MODULES, *_ARGUMENTS, "np"}
_NAMES |= {*SIZES, *ROLES}  # the course's words for what they hold
_NAMES |= OURS  # a cell that imports them stands before the exercises


def anonymous(source: str, kept: Iterable[str]) -> str:
    """Write code anew: of its names only Python's, NumPy's and these are kept.

    Empty where there is nothing to be shown: no code, or code that cannot be read.

    >>> print(anonymous('''
    ... def my_window(image_shape, annas):  # by Anna
    ...     "Anna's window"
    ...     h = image_shape[0]
    ...     return np.arange(annas[1]) + h
    ... ''', ["my_window", "image_shape"]))
    def my_window(image_shape, v1):
        v2 = image_shape[0]
        return np.arange(v1[1]) + v2
    """
    tree = parsed(source)
    if tree is None:
        return ""
    try:
        code = ast.unparse(_Renamed(kept).visit(tree))
    except RecursionError:
        return ""
    lines = code.splitlines()
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], f"... and {len(lines) - _MOST_LINES} more lines"]
    return "\n".join(lines)


class _Renamed(ast.NodeTransformer):
    """Gives each name a number, in the order in which they come."""

    def __init__(self, kept: Iterable[str]) -> None:
        self.kept = {*kept}
        self.given: dict[str, str] = {}

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Rename what a node itself says, then what stands below it."""
        body = getattr(node, "body", None)
        if isinstance(body, list) and body:  # its docstring, and other strings alone
            said = [s for s in body if not _is_string(s)]
            node.body = said or [ast.Pass()]  # type: ignore[attr-defined]
        for field, value in ast.iter_fields(node):
            if isinstance(value, str):
                setattr(node, field, self._new(node, field, value))
            elif field in ("names", "kwd_attrs") and _are_names(value):
                setattr(node, field, [self._name(name) for name in value])
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        return super().generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Keep an argument's name, without what is said of its type."""
        return ast.arg(self._name(node.arg))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Take the type away."""
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        assigned = ast.Assign([node.target], node.value)
        return self.generic_visit(ast.copy_location(assigned, node))

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Keep numbers, if they are not long, and nothing that is text."""
        value = node.value
        if isinstance(value, (str, bytes)):
            return ast.Constant("...")
        if isinstance(value, int) and abs(value) > _LARGEST:
            return ast.Constant(...)
        if (
            isinstance(value, (float, complex))
            and len(_DIGITS.sub("", repr(value))) > 6
        ):
            return ast.Constant(...)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Take what is written for people for a string."""
        return ast.Constant("...")

    visit_TemplateStr = visit_JoinedStr

    def visit_alias(self, node: ast.alias) -> ast.alias:
        """Keep what is imported where it is known."""
        if node.name not in _ATTRIBUTES | {"*"} and not _is_known(node.name):
            return ast.alias(self._name(node.name.split(".")[0]))
        if not node.asname:
            self.kept.add(node.name)
        return ast.alias(node.name, node.asname and self._name(node.asname))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        """Keep the module where it is known."""
        if not _is_known(node.module or ""):
            return ast.Pass()
        names = [self.visit_alias(alias) for alias in node.names]
        return ast.ImportFrom(node.module, names, 0)

    def _new(self, node: ast.AST, field: str, value: str) -> str | None:
        if field in ("type_comment", "kind"):
            return None
        if isinstance(node, ast.Attribute):
            return value if value in _ATTRIBUTES else self._name(value)
        if isinstance(node, ast.keyword):
            return value if value in _ARGUMENTS else self._name(value)
        return self._name(value)

    def _name(self, name: str) -> str:
        if name in self.kept or name in _NAMES:
            return name
        return self.given.setdefault(name, f"v{len(self.given) + 1}")


def _is_known(module: str) -> bool:
    first, *rest = module.split(".")
    return first in _MODULES and _ATTRIBUTES.issuperset(rest)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _is_string(statement: ast.AST) -> bool:
    """Tell a string that stands alone, as a docstring does."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, (str, bytes))
    )
