"""Read a function's code: what it leaves out, and what it takes from outside."""

from __future__ import annotations

import ast
import dis
import inspect
import textwrap
from collections.abc import Iterator
from tokenize import TokenError
from types import CodeType, FunctionType
from typing import Any

import numpy as np

from ._attempt import shortened
from ._elsewhere import Elsewhere

# What works in place and returns None: functions of NumPy, and methods.
_NUMPYS = {"copyto", "fill_diagonal", "place", "put", "put_along_axis", "putmask"}
_METHODS = {"append", "extend", "fill", "insert", "put", "resize", "reverse", "sort"}
_IN_PLACE = (
    "`{}` works in place, and gives None. Call it in a line of its own, and return "
    "what it changed in the line below."
)
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def notes(function: Any, reference: Any) -> Iterator[str]:
    """Say what a function takes from outside, and what it leaves out that it needs."""
    for name in outside_names(function):
        yield f"it reads `{name}` of the notebook, whatever it is given"
    spared = {name.strip("_") for name in unread_arguments(reference)}
    for name in unread_arguments(function):
        if name not in spared:
            yield f"it never reads `{name}`"


def unread_arguments(function: Any) -> list[str]:
    """List the arguments that a function never reads; none if it reads none at all."""
    if issubclass(type(function), Elsewhere):
        return list(function.unread_arguments)
    if type(function) is not FunctionType:
        return []
    code = function.__code__
    arguments = code.co_varnames[: code.co_argcount]
    read = set(_read(code, ("LOAD_FAST", "LOAD_DEREF", "LOAD_CLOSURE")))
    unread = [name for name in arguments if name not in read]
    return unread if len(unread) < len(arguments) else []


def outside_names(function: Any) -> list[str]:
    """List numbers and arrays of the notebook that a function reads."""
    if issubclass(type(function), Elsewhere):
        return list(function.outside_names)
    if type(function) is not FunctionType:
        return []
    space = function.__globals__
    names = set(_read(function.__code__, ("LOAD_GLOBAL", "LOAD_NAME"))) & {*space}
    kinds = {name: type(space[name]) for name in names}
    return sorted(name for name, kind in kinds.items() if issubclass(kind, _DATA))


_DATA = (int, float, tuple, list, np.ndarray, np.generic)


def _read(code: CodeType, operations: tuple[str, ...]) -> Iterator[str]:
    """List the names that some operations read, in comprehensions, too."""
    for instruction in dis.get_instructions(code):
        if instruction.opname.startswith(operations):
            value = instruction.argval  # newer Pythons read two at once
            yield from value if isinstance(value, tuple) else (str(value),)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _read(constant, operations)


def returned_in_place(function: Any) -> str:
    """Say which call's None a function returns, if one works in place, or prints."""
    if (definition := _definition(function)) is None:
        return ""
    held: dict[str, ast.expr] = {}
    for statement in _own(definition):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                held[name] = value
            case ast.Return(value=ast.Name(id=name)) if name in held:
                if call := _in_place(held[name]):
                    return call
            case ast.Return(value=ast.Call() as value):
                if call := _in_place(value):
                    return call
    return ""


def _definition(function: Any) -> ast.AST | None:
    """Return the statement that defines a function; None if its source is not known."""
    if issubclass(type(function), Elsewhere):
        found: ast.AST | None = function.definition
        return found
    if type(function) is not FunctionType:
        return None
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function.__code__)))
    except (OSError, SyntaxError, TokenError, ValueError):
        return None  # no source at hand
    return tree.body[0]


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """List what stands in a function, in order, without functions within it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _NESTED):
            yield child
            yield from _own(child)


def _in_place(value: ast.expr) -> str:
    match value:
        case ast.Call(func=ast.Name(id="print")):
            return "`print` shows a value, and gives None: return the value itself."
        case ast.Call(func=ast.Attribute(value=owner, attr=name)):
            of_numpy = isinstance(owner, ast.Name) and owner.id in ("np", "numpy")
            if name == "at" or (of_numpy and name in _NUMPYS):
                return _IN_PLACE.format(f"{shortened(ast.unparse(owner))}.{name}")
            if not of_numpy and name in _METHODS:
                return _IN_PLACE.format(f".{name}()")
    return ""
