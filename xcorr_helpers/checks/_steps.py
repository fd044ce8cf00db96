"""What may stand in a step's place by a slip, and how that is said.

A way to do an exercise is written in plain steps, and its names are those of the field,
so a slip in it can be told in words: a neighbour's size is used, a factor is left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise

from ._words import ROLES, SIZES

# Steps that are mistaken for one another, all at once.
PAIRS = (("rows", "columns"), ("down", "across"), ("row", "column"), ("row", "channel"))


def where(statement: ast.stmt) -> str:
    """Say which step it is, where that has a name."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    name = target.id if isinstance(target, ast.Name) else ""
    said = {**SIZES, **ROLES}.get(name)
    return f" (in {said})" if said else ""


def instead(node: ast.AST, known: set[str]) -> Iterator[tuple[str, ast.AST]]:
    """List what may stand in a node's place; `known` holds the sizes made before it."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in known & {*SIZES}:
            for other in sorted((known & {*SIZES}) - {name}):
                text = f"{SIZES[other]} stands where {SIZES[name]} should"
                yield text, ast.Name(other, ast.Load())
        case ast.Tuple(elts=elts, ctx=ast.Store()):
            for place, (left, right) in enumerate(pairwise(elts)):
                text = _sizes_exchanged(left, right)
                if text:
                    swapped = [*elts[:place], right, left, *elts[place + 2 :]]
                    yield text, ast.Tuple(swapped, ast.Store())
        case ast.AugAssign(target, ast.Add(), value):
            text = "the last share overwrites those before, where all are added"
            yield text, ast.Assign([target], value)
            yield (
                "the shares are taken away, not added",
                ast.AugAssign(target, ast.Sub(), value),
            )
        case ast.For(body=body):
            text = "the loop ends after its first turn: is the return inside of it?"
            yield text, ast.For(node.target, node.iter, [*body, ast.Break()], [])
            yield (
                "only the last turn of the loop counts",
                ast.For(
                    node.target,
                    ast.Subscript(_listed(node.iter), _last(), ast.Load()),
                    body,
                    [],
                ),
            )
        case ast.BinOp():
            yield from _of_arithmetic(node)
        case ast.Compare(left, [ast.Gt()], right):
            yield ">= stands for >", ast.Compare(left, [ast.GtE()], right)
            yield "< stands for >", ast.Compare(left, [ast.Lt()], right)
        case ast.Call():
            yield from _of_calls(node)
        case ast.Attribute(attr="T", value=value):
            yield "it is not turned by .T", value
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    for one, other in PAIRS:
        if isinstance(node, ast.BinOp) and {one, other} <= names:
            said = {**SIZES, **ROLES}
            text = f"{said[one]} and {said[other]} are exchanged"
            yield text, _Renamed({one: other, other: one}).visit(deepcopy(node))


class _Renamed(ast.NodeTransformer):
    """Gives what is read another name."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        if isinstance(node.ctx, ast.Store):
            return node
        return ast.Name(self.names.get(node.id, node.id), node.ctx)


def _sizes_exchanged(left: ast.expr, right: ast.expr) -> str:
    names = [n.id for n in (left, right) if isinstance(n, ast.Name) and n.id in SIZES]
    if len(names) < 2:
        return ""
    return f"{SIZES[names[0]]} and {SIZES[names[1]]} are exchanged"


def _listed(node: ast.expr) -> ast.Call:
    return ast.Call(ast.Name("list", ast.Load()), [node], [])


def _last() -> ast.Slice:
    return ast.Slice(ast.UnaryOp(ast.USub(), ast.Constant(1)), None, None)


def _of_arithmetic(node: ast.BinOp) -> Iterator[tuple[str, ast.AST]]:
    left, right = node.left, node.right
    match node.op, right:
        case ast.Mult(), _:
            yield f"{_said(right)} is left out", left
            yield f"{_said(left)} is left out", right
            added = f"{_said(right)} is added, not multiplied"
            yield added, ast.BinOp(left, ast.Add(), right)
            twice = f"{_said(right)} is multiplied twice"
            yield twice, ast.BinOp(node, ast.Mult(), right)
        case (ast.Add() | ast.Sub()) as sign, ast.Constant(value=1):
            done = "added" if isinstance(sign, ast.Add) else "taken away"
            yield f"off by one: 1 is not {done}", left
            yield "off by one: it is 2, not 1", ast.BinOp(left, sign, ast.Constant(2))
            other = ast.Sub() if isinstance(sign, ast.Add) else ast.Add()
            yield "the 1 has the wrong sign", ast.BinOp(left, other, right)
        case ast.Add(), _:
            yield f"{_said(right)} is left out", left
            yield f"{_said(left)} is left out", right
            less = f"{_said(right)} is taken away, not added"
            yield less, ast.BinOp(left, ast.Sub(), right)
        case ast.Sub(), _:
            yield f"{_said(right)} is not taken away", left
            more = f"{_said(right)} is added, not taken away"
            yield more, ast.BinOp(left, ast.Add(), right)
        case ast.FloorDiv(), _:
            yield f"it is not divided by {_said(right)}", left
            yield (
                "/ makes a fraction, // whole numbers",
                ast.BinOp(left, ast.Div(), right),
            )
            below = ast.BinOp(ast.UnaryOp(ast.USub(), left), ast.FloorDiv(), right)
            yield "it is rounded up, not down", ast.UnaryOp(ast.USub(), below)
        case ast.Div(), _:
            yield f"it is not divided by {_said(right)}", left
            times = f"it is multiplied by {_said(right)}, not divided"
            yield times, ast.BinOp(left, ast.Mult(), right)
            yield "the division is upside down", ast.BinOp(right, ast.Div(), left)
        case ast.Mod(), _:
            yield (
                f"the quotient by {_said(right)} stands for the rest",
                ast.BinOp(left, ast.FloorDiv(), right),
            )


def _of_calls(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    one = ast.Constant(1)
    match node:
        case (
            ast.Call(func=ast.Attribute(attr="arange"), args=[count])
            | ast.Call(func=ast.Name(id="range"), args=[count])
        ):
            more = ast.BinOp(count, ast.Add(), one)
            less = ast.BinOp(count, ast.Sub(), one)
            yield "it is counted from 1", ast.Call(node.func, [one, more], [])
            yield "there is one too many", ast.Call(node.func, [more], [])
            yield "the last one is missing", ast.Call(node.func, [less], [])
            first = ast.Call(node.func, [one, count], [])
            yield "the first one is missing", first
            yield "there is only the first", ast.Call(node.func, [one], [])
            back = ast.Slice(None, None, ast.UnaryOp(ast.USub(), one))
            yield "it runs backwards", ast.Subscript(node, back, ast.Load())
        case ast.Call(func=ast.Attribute(attr="ravel", value=value)):
            yield "it is not made flat", value
            order: list[ast.expr] = [ast.Constant("F")]
            yield "it is listed column by column", ast.Call(node.func, order, [])
        case ast.Call(func=ast.Attribute(attr="reshape", value=value)):
            yield "it is not reshaped", value
            by_columns = [ast.keyword("order", ast.Constant("F"))]
            yield (
                "it is reshaped column by column",
                ast.Call(node.func, node.args, by_columns),
            )
        case ast.Call(func=ast.Attribute(attr="transpose", value=value)):
            yield "the axes are not moved", value
        case ast.Call(func=ast.Attribute(attr="sum", value=value)):
            for other, said in (("mean", "mean"), ("max", "largest")):
                func = ast.Attribute(value, other, ast.Load())
                call = ast.Call(func, node.args, node.keywords)
                yield f"the {said} is taken, not the sum", call
        case ast.Call(func=ast.Attribute(attr="mean", value=value)):
            func = ast.Attribute(value, "sum", ast.Load())
            call = ast.Call(func, node.args, node.keywords)
            yield "the sum is taken, not the mean", call
        case ast.Call(func=ast.Name(id=("max" | "min") as name), args=[_, _]):
            other = {"max": "min", "min": "max"}[name]
            call = ast.Call(ast.Name(other, ast.Load()), node.args, [])
            yield f"{other} stands for {name}", call


def _said(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return {**SIZES, **ROLES}.get(name, f"`{name}`")
        case ast.Subscript(value=value):
            return _said(value)
        case ast.BinOp(left, _, right):
            return f"{_said(left)} with {_said(right)}"
    return f"`{ast.unparse(node)}`"
