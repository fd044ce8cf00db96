"""Read a function's code: what it leaves out, and what it takes from outside."""

from __future__ import annotations

import dis
from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any

import numpy as np


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
    if type(function) is not FunctionType:
        return []
    code = function.__code__
    arguments = code.co_varnames[: code.co_argcount]
    read = set(_read(code, ("LOAD_FAST", "LOAD_DEREF", "LOAD_CLOSURE")))
    unread = [name for name in arguments if name not in read]
    return unread if len(unread) < len(arguments) else []


def outside_names(function: Any) -> list[str]:
    """List numbers and arrays of the notebook that a function reads."""
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
