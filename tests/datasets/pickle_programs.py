"""Write pickles instruction by instruction, as their attackers do.

A pickle is a program for a stack machine: each function returns the instructions that
leave one value on the stack.
"""

from __future__ import annotations

import struct


class Calls:
    """Pickles as a call: what an attacker puts into a file."""

    def __init__(self, function, *args):
        self.call = function, args

    def __reduce__(self):
        return self.call


def name(dotted: str) -> bytes:
    """Import by protocol 0 to 3: "module attribute"."""
    module, attribute = dotted.split(" ")
    return f"c{module}\n{attribute}\n".encode()


def name_from_stack(dotted: str) -> bytes:
    """Import by protocol 4, which follows dots in the attribute."""
    module, attribute = dotted.split(" ")
    return b"\x80\x04" + text(module) + text(attribute) + b"\x93"


def text(value: str) -> bytes:
    raw = value.encode()
    return b"X" + struct.pack("<I", len(raw)) + raw


def tuple_of(*values: bytes) -> bytes:
    return b"(" + b"".join(values) + b"t"


def call(function: bytes, *args: bytes) -> bytes:
    return function + tuple_of(*args) + b"R"


def attribute(value: bytes, wanted: str) -> bytes:
    return call(name("builtins getattr"), value, text(wanted))


def module(wanted: str) -> bytes:
    return call(name("importlib import_module"), text(wanted))


def bytes_of(content: bytes) -> bytes:
    return b"B" + struct.pack("<I", len(content)) + content
