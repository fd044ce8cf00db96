"""Leave out of plotly.js the kinds of trace that this book does not draw.

The whole file is five megabytes, most of it maps, 3-D and rarer charts, and a browser
takes seconds to read it. It is one long list of declarations, the last of which
registers every kind of trace. Here only the wanted kinds are registered, and what is
then named nowhere is left out. All that remains is the installed Plotly's own code.
"""

import re
from collections import defaultdict

from tree_sitter import Language, Parser, Query, QueryCursor
from tree_sitter_javascript import language

JAVASCRIPT = Language(language())
NAMES = Query(
    JAVASCRIPT,
    """
    [(identifier) (shorthand_property_identifier)] @name
    (formal_parameters (identifier) @parameter)
    """,
)
REGISTER = re.compile(rb"\.register\(\[([\w$(),]+)\]\)")
KIND = re.compile(rb'moduleType:"trace",name:"(\w+)"')
PASSED_ON = re.compile(rb"\.exports=([\w$]+)\(\)")
MANY = 1000  # declarations; no other list in the file is nearly as long


class UnknownStructure(ValueError):
    """The file is not made as this module expects."""


def smaller(source, kinds):
    """Return plotly.js with these kinds of trace, and scatter, which its core has."""
    statements = declarations(source)
    declared_in = defaultdict(list)  # where each name is declared
    needed = []  # what declares nothing is always needed
    for number, statement in enumerate(statements):
        names = declared_names(statement)
        for name in names:
            declared_in[name].append(number)
        if not names:
            needed.append(number)
    texts = [statement.text for statement in statements]
    uses = used_names(statements)
    shorten_list(kinds, texts, uses, declared_in)
    kept = reachable(needed, uses, declared_in)
    first, last = statements[0].start_byte, statements[-1].end_byte
    body = b"".join(texts[number] for number in sorted(kept))
    return source[:first] + body + source[last:]


def declarations(source):
    node = Parser(JAVASCRIPT).parse(source).root_node
    while node.named_child_count:
        if node.type == "statement_block" and node.named_child_count > MANY:
            return [child for child in node.named_children if child.type != "comment"]
        node = max(node.named_children, key=lambda n: n.end_byte - n.start_byte)
    raise UnknownStructure("there is no long list of declarations")


def declared_names(statement):
    if statement.type == "variable_declaration":
        parts = statement.named_children
        return [part.child_by_field_name("name").text for part in parts]
    if statement.type == "function_declaration":
        return [statement.child_by_field_name("name").text]
    # `members(name, {...})` completes the object of that name.
    completed = re.match(rb"[\w$]+\(([\w$]+),\{", statement.text)
    return [completed[1]] if completed else []


def used_names(statements):
    """List what each statement names outside itself."""
    found = [QueryCursor(NAMES).captures(statement) for statement in statements]
    # The minifier tells globals from parameters by their names, but for one or two.
    parameters = {node.text for each in found for node in each.get("parameter", [])}
    return [{node.text for node in each.get("name", [])} - parameters for each in found]


def shorten_list(kinds, texts, uses, declared_in):
    """Register only these kinds, in the last statement that registers any."""
    found = [number for number, text in enumerate(texts) if REGISTER.search(text)]
    if not found:
        raise UnknownStructure("there is no list of traces to register")
    place = found[-1]
    listed = REGISTER.search(texts[place])[1].replace(b"()", b"").split(b",")
    entries = {kind_of(name, texts, declared_in): name for name in listed}
    missing = sorted(set(kinds) - set(entries))
    if missing:
        raise UnknownStructure(f"there is no trace named {', '.join(missing)}")
    wanted = [entries[kind] for kind in kinds]
    calls = b",".join(name + b"()" for name in wanted)
    texts[place] = REGISTER.sub(b".register([" + calls + b"])", texts[place])
    uses[place] -= set(listed) - set(wanted)


def kind_of(name, texts, declared_in):
    """Return the kind of trace that a module defines or passes on, or None."""
    text = b"".join(texts[number] for number in declared_in[name])
    kind, passed_on = KIND.search(text), PASSED_ON.search(text)
    if kind:
        return kind[1].decode()
    return kind_of(passed_on[1], texts, declared_in) if passed_on else None


def reachable(needed, uses, declared_in):
    """Return the numbers of the needed statements and of all that they lead to."""
    kept, waiting = set(), list(needed)
    while waiting:
        number = waiting.pop()
        if number not in kept:
            kept.add(number)
            waiting += [n for name in uses[number] for n in declared_in.get(name, ())]
    return kept
