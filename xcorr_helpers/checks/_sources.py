"""Slips inside a way to do an exercise: one step of it written wrong."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import permutations
from typing import Any

from ._exercise import Program
from ._slips import Slip
from ._steps import instead, where
from ._words import SIZES

IN_INTS = "the target holds whole numbers only: np.zeros without dtype=int holds floats"
_SHARES = "each share is cut to a whole number before it is added: without astype(int) "
_SHARES += "it stays what it is"
Spot = tuple[ast.AST, str, int | None]  # a node, and which of its fields
Place = tuple[ast.AST, str, int | None, Any]  # and what is put there


def of_source(way: Program) -> Iterator[Slip]:
    """Change a way in one place after the other."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(way)))
    except OSError:  # no source at hand
        return
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef), "a way is written out as a function"
    function.decorator_list = []
    known = {argument.arg for argument in function.args.args}
    for number, statement in enumerate(function.body):
        place = where(statement)
        for node, spot in _nodes(function, "body", number):
            for text, new in instead(node, known):
                yield Slip(text + place, _Changed(way, tree, [(*spot, new)]))
        known |= {
            node.id
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
    for text, made_whole in ((IN_INTS, _in_ints), (_SHARES, _of_ints)):
        if places := [*made_whole(function)]:
            yield Slip(text, _Changed(way, tree, places))
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    read = [node for node in nodes if isinstance(node.ctx, ast.Load)]
    for name, other in permutations(sorted(known & {*SIZES}), 2):
        text = f"{SIZES[other]} stands where {SIZES[name]} should, everywhere"
        places = [(node, "id", None, other) for node in read if node.id == name]
        yield Slip(text, _Changed(way, tree, places))


def _nodes(
    parent: ast.AST, field: str, index: int | None
) -> Iterator[tuple[ast.AST, Spot]]:
    """List a node and all below, each with its spot in the node above."""
    held = getattr(parent, field)
    node = held if index is None else held[index]
    yield node, (parent, field, index)
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield from _nodes(node, name, number)
        elif isinstance(value, ast.AST):
            yield from _nodes(node, name, None)


def _of_ints(function: ast.FunctionDef) -> Iterator[Place]:
    """Cut what is added to whole numbers."""
    for number in range(len(function.body)):
        for node, spot in _nodes(function, "body", number):
            match node:
                case ast.AugAssign(target=target, op=ast.Add(), value=value):
                    trunc = ast.Attribute(
                        ast.Name("np", ast.Load()), "trunc", ast.Load()
                    )
                    whole = ast.Call(trunc, [value], [])
                    yield (*spot, ast.AugAssign(target, ast.Add(), whole))


def _in_ints(function: ast.FunctionDef) -> Iterator[Place]:
    """Make each np.zeros hold ints, which cut off what is added one by one."""
    for number in range(len(function.body)):
        for node, spot in _nodes(function, "body", number):
            match node:
                case ast.Call(func=ast.Attribute(attr="zeros"), args=[shape]):
                    whole = ast.keyword("dtype", ast.Name("int", ast.Load()))
                    yield (*spot, ast.Call(node.func, [shape], [whole]))
                case ast.AugAssign(target=target, op=ast.Add(), value=value):
                    # NumPy refuses += of floats, and takes = of them without a word.
                    added = ast.BinOp(_read(target), ast.Add(), value)
                    if isinstance(target, ast.Name):
                        every = ast.Constant(...)
                        target = ast.Subscript(_read(target), every, ast.Store())
                    yield (*spot, ast.Assign([target], added))


def _read(target: ast.expr) -> ast.expr:
    read = deepcopy(target)
    assert isinstance(read, (ast.Name, ast.Subscript))
    read.ctx = ast.Load()
    return read


class _Changed:
    """A way that is written otherwise in some places; made when it is called."""

    def __init__(self, way: Program, tree: ast.Module, places: Sequence[Place]) -> None:
        self.way, self.tree, self.places = way, tree, places

    def __call__(self, *case: Any) -> Any:
        return self.program(*case)

    @cached_property
    def program(self) -> Program:
        # In the tree itself, and back again: copies take most of a search's time.
        for _, _, _, new in self.places:
            if isinstance(new, ast.AST):
                ast.fix_missing_locations(new)
        old = [_put(*place) for place in self.places]
        try:
            code = compile(self.tree, "<slip>", "exec")
        finally:
            for (node, field, index, _), value in zip(self.places, old):
                _put(node, field, index, value)
        space = dict(self.way.__globals__)
        exec(code, space)
        program: Program = space[self.way.__name__]
        return program


def _put(node: Any, field: str, index: int | None, new: Any) -> Any:
    """Put something into a node, and return what was there."""
    old = getattr(node, field)
    if index is None:
        setattr(node, field, new)
        return old
    was, old[index] = old[index], new
    return was
