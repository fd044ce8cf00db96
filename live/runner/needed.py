"""Find what code needs of the code before it: names, and the statements that make them.

A slice through a chapter, statement by statement, from the end: whatever binds a needed
name, or changes it in its place, is kept, with all that this needs in its turn. What
draws, prints or asserts binds nothing, and is left out.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

# Of NumPy: these change the first array that they are given.
IN_PLACE = ("at", "copyto", "fill_diagonal", "place", "put", "putmask")
OWN_SCOPE = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
OWN_SCOPE += (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass
class Statement:
    """One statement of a cell, and the names that it has to do with."""

    node: ast.stmt
    bound: set[str] = field(default_factory=set)  # made or changed
    made: set[str] = field(default_factory=set)  # made anew, whatever was before
    used: set[str] = field(default_factory=set)


def statements(source: str) -> list[Statement]:
    """Read a cell; what is no Python, like a cell of IPython's own, has none."""
    with suppress(SyntaxError):
        return [describe(node) for node in apart(ast.parse(source))]
    return []


def apart(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield the statements, an import of several names as several."""
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in node.names:
                one = {**vars(node), "names": [name]}
                yield type(node)(**one)
        else:
            yield node


def describe(node: ast.stmt) -> Statement:
    module = ast.Module([node], [])
    found = Statement(node, used=names_used(module))
    for part in in_this_scope(node):
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            found.bound.add(part.name)
        elif isinstance(part, ast.alias):
            found.bound.add((part.asname or part.name).partition(".")[0])
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.bound.add(part.id)
        elif isinstance(part, (ast.Subscript, ast.Attribute)):
            if isinstance(part.ctx, ast.Store):
                found.bound.add(base(part))
        elif isinstance(part, ast.AugAssign):
            found.used.add(base(part.target))
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call):
            found.bound |= changed(part.value)
    anew = (ast.Assign, ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    if isinstance(node, anew):
        targets = getattr(node, "targets", [node])
        found.made = found.bound - {base(t) for t in targets if not whole(t)}
    return found


def whole(target: ast.AST) -> bool:
    return not isinstance(target, (ast.Subscript, ast.Attribute))


def in_this_scope(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through a statement, and not into what has names of its own."""
    yield node
    if not isinstance(node, OWN_SCOPE):
        for child in ast.iter_child_nodes(node):
            yield from in_this_scope(child)


def base(node: ast.AST) -> str:
    """Return the name to which indices and attributes lead, or nothing."""
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def changed(call: ast.Call) -> set[str]:
    """Return what a call whose result is dropped may change: `parts.append(part)`."""
    if not isinstance(call.func, ast.Attribute):
        return set()
    first = call.args[0] if call.args else call.func
    return {base(first if call.func.attr in IN_PLACE else call.func)}


def names_used(module: ast.Module) -> set[str]:
    """Return the global names that code reads, in functions of its own, too."""
    tables = [symtable.symtable(ast.unparse(module), "cell", "exec")]
    names = set()
    for table in tables:
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (top or symbol.is_global()):
                names.add(symbol.get_name())
        tables += table.get_children()
    return names


def missing(code: list[Statement]) -> set[str]:
    """Return the names that code needs, and does not make before."""
    names: set[str] = set()
    for statement in reversed(code):
        names = (names - statement.made) | statement.used
    return names


def generators(before: list[Statement]) -> set[str]:
    """Name what draws at random: whatever draws from it, changes it."""
    return {
        name
        for statement in before
        if isinstance(statement.node, ast.Assign)
        and "default_rng(" in ast.unparse(statement.node.value)
        for name in statement.made
    }


def needed(before: list[Statement], names: set[str]) -> list[ast.stmt]:
    """Keep of the statements what the names need, in their order."""
    draws = generators(before)
    imports = ast.Import, ast.ImportFrom
    imported = {name for s in before if isinstance(s.node, imports) for name in s.bound}
    calls: dict[str, set[str]] = {}
    for statement in before:
        if isinstance(statement.node, ast.FunctionDef):
            calls.setdefault(statement.node.name, set()).update(statement.used)

    def reached(wanted: set[str]) -> set[str]:
        """Add what functions need when they are called, later than they were made."""
        found, new = set(), set(wanted)
        while new:
            found |= new
            new = set().union(*(calls.get(name, set()) for name in new)) - found
        return found

    kept, wanted = [], reached(names)
    for statement in reversed(before):
        # `checks.window_index(mine)` changes nothing of the module.
        is_import = isinstance(statement.node, imports)
        bound = statement.bound - (set() if is_import else imported)
        bound |= statement.used & draws
        if bound & wanted:
            kept.append(statement.node)
            wanted -= statement.made
            wanted |= reached(statement.used)
    return kept[::-1]
