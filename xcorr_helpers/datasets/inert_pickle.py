"""Read a pickle as data: nothing in it is imported, called or built.

A pickle is a program for a small stack machine. Python's own machine runs whatever the
file asks for; one with NumPy's names alone allowed can still be made to crash, since
NumPy trusts what such a file says about memory. The machine here knows only the
instructions, and the four names, that a CIFAR-10 batch consists of. It keeps what the
file asks to build as a plain record, and leaves it to the caller to believe it.

Source: CPython's `pickletools`, which describes every instruction.
"""

from __future__ import annotations

import pickle  # for the names of the instructions alone; its reader is never used
import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

__all__ = ["Name", "PickleRefused", "Record", "read_inert"]


class Name(Enum):
    """The names that a file may ask for. They stand for nothing but themselves."""

    RECONSTRUCT = "numpy.core.multiarray._reconstruct"
    NDARRAY = "numpy.ndarray"
    DTYPE = "numpy.dtype"


ALLOWED_NAMES = {name.value: name for name in Name}
ALLOWED_NAMES["numpy._core.multiarray._reconstruct"] = Name.RECONSTRUCT  # of NumPy 2
NEWEST_PROTOCOL = 3
# A batch has 10,000 labels and file names, and may memoize each of them.
MAX_INSTRUCTIONS = 100_000
MAX_NAME_LENGTH = 200


class PickleRefused(ValueError):
    """The pickle is cut off, malformed, or asks for more than data."""


@dataclass(eq=False, slots=True)
class Record:
    """What the file asked to build: by which name, from what arguments and state."""

    name: Name
    args: tuple[Any, ...]
    state: Any = None


def read_inert(content: bytes) -> Any:
    """Read a pickle of protocol 0 to 3 that holds only plain data and NumPy arrays.

    Returns dicts, lists, tuples, integers, booleans and None as they are, every string
    as bytes, a name as a `Name`, and every array or dtype as a `Record`. Takes no more
    memory than a small multiple of `content`.

    Raises
    ------
    PickleRefused
        If anything else is in it, or it is not whole.

    Examples
    --------
    >>> read_inert(pickle.dumps({b"labels": [3, 8, 8, 0]}, protocol=3))
    {b'labels': [3, 8, 8, 0]}
    >>> read_inert(pickle.dumps(print, protocol=3))
    Traceback (most recent call last):
    ...
    xcorr_helpers.datasets.inert_pickle.PickleRefused: it asks for 'builtins.print'
    """
    return _Machine(content).run()


class _Machine:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.position = 0
        self.stack: list[Any] = []
        self.outer_stacks: list[list[Any]] = []  # one for each open mark
        self.memo: dict[int, Any] = {}

    def run(self) -> Any:
        for _ in range(MAX_INSTRUCTIONS):
            code = self.take(1)
            if code == pickle.STOP:
                return self.result()
            if code not in _STEPS:
                raise PickleRefused(f"instruction 0x{code.hex()} has no place in it")
            _STEPS[code](self)
        raise PickleRefused(f"it has more than {MAX_INSTRUCTIONS:,} instructions")

    def result(self) -> Any:
        if self.position != len(self.content):
            raise PickleRefused("it goes on after its end")
        if self.outer_stacks or len(self.stack) != 1:
            raise PickleRefused("it does not come down to one value")
        return self.stack[0]

    # What the instructions are made of.

    def take(self, n_bytes: int) -> bytes:
        taken = self.content[self.position : self.position + n_bytes]
        if len(taken) < n_bytes:
            raise PickleRefused("it ends early")
        self.position += n_bytes
        return taken

    def take_number(self, form: str) -> int:
        (number,) = struct.unpack(form, self.take(struct.calcsize(form)))
        return int(number)

    def pop(self) -> Any:
        if not self.stack:
            raise PickleRefused("it takes a value from an empty stack")
        return self.stack.pop()

    def pop_to_mark(self) -> list[Any]:
        if not self.outer_stacks:
            raise PickleRefused("it looks for a mark that was never set")
        values, self.stack = self.stack, self.outer_stacks.pop()
        return values

    def top(self, kind: type) -> Any:
        if not self.stack or not isinstance(self.stack[-1], kind):
            raise PickleRefused(f"it has no {kind.__name__} where it needs one")
        return self.stack[-1]

    # The instructions.

    def protocol(self) -> None:
        if (version := self.take(1)[0]) > NEWEST_PROTOCOL:
            raise PickleRefused(
                f"it has protocol {version}, and a batch has at most {NEWEST_PROTOCOL}"
            )

    def mark(self) -> None:
        self.outer_stacks.append(self.stack)
        self.stack = []

    def constant(self, value: Any) -> None:
        self.stack.append(value)

    def number(self, form: str) -> None:
        self.stack.append(self.take_number(form))

    def long_number(self) -> None:
        digits = self.take(self.take_number("<B"))
        self.stack.append(int.from_bytes(digits, "little", signed=True))

    def string(self, form: str) -> None:
        self.stack.append(self.take(self.take_number(form)))

    def put(self, form: str) -> None:
        self.memo[self.take_number(form)] = self.top(object)

    def get(self, form: str) -> None:
        if (key := self.take_number(form)) not in self.memo:
            raise PickleRefused(f"it recalls entry {key}, which it never stored")
        self.stack.append(self.memo[key])

    def collect(self, kind: type) -> None:
        self.stack.append(kind())

    def tuple_of(self, n_values: int) -> None:
        values = [self.pop() for _ in range(n_values)]
        self.stack.append(tuple(reversed(values)))

    def tuple_to_mark(self) -> None:
        values = self.pop_to_mark()
        self.stack.append(tuple(values))

    def append(self) -> None:
        value = self.pop()
        self.top(list).append(value)

    def append_to_mark(self) -> None:
        values = self.pop_to_mark()
        self.top(list).extend(values)

    def set_item(self) -> None:
        value, key = self.pop(), self.pop()
        self.set_items([key, value])

    def set_items_to_mark(self) -> None:
        self.set_items(self.pop_to_mark())

    def set_items(self, values: list[Any]) -> None:
        keys = values[::2]
        # Hashing a deeply nested tuple would overflow the interpreter's own stack.
        if len(values) % 2 or not all(type(key) is bytes for key in keys):
            raise PickleRefused("it has a dict whose keys are not all strings")
        table = self.top(dict)
        n_items = len(table) + len(keys)
        table.update(zip(keys, values[1::2], strict=True))
        if len(table) < n_items:
            raise PickleRefused("it has a dict with a key that comes twice")

    def global_name(self) -> None:
        start, names = self.position, []
        for _ in range(2):  # the module, then the name in it, a line each
            end = self.content.find(b"\n", self.position, start + MAX_NAME_LENGTH)
            if end < 0:
                raise PickleRefused("it has a name that does not end")
            names.append(self.content[self.position : end].decode("latin-1"))
            self.position = end + 1
        if (name := ".".join(names)) not in ALLOWED_NAMES:
            raise PickleRefused(f"it asks for {name!a}")
        self.stack.append(ALLOWED_NAMES[name])

    def call(self) -> None:
        self.top(tuple)
        args = self.pop()
        self.stack[-1] = Record(self.top(Name), args)

    def set_state(self) -> None:
        state = self.pop()
        self.top(Record).state = state


_STEPS: dict[bytes, Callable[[_Machine], None]] = {
    pickle.PROTO: _Machine.protocol,
    pickle.MARK: _Machine.mark,
    pickle.NONE: partial(_Machine.constant, value=None),
    pickle.NEWTRUE: partial(_Machine.constant, value=True),
    pickle.NEWFALSE: partial(_Machine.constant, value=False),
    pickle.BININT: partial(_Machine.number, form="<i"),
    pickle.BININT1: partial(_Machine.number, form="<B"),
    pickle.BININT2: partial(_Machine.number, form="<H"),
    pickle.LONG1: _Machine.long_number,
    pickle.BINSTRING: partial(_Machine.string, form="<I"),
    pickle.SHORT_BINSTRING: partial(_Machine.string, form="<B"),
    pickle.BINBYTES: partial(_Machine.string, form="<I"),
    pickle.SHORT_BINBYTES: partial(_Machine.string, form="<B"),
    pickle.BINUNICODE: partial(_Machine.string, form="<I"),
    pickle.BINPUT: partial(_Machine.put, form="<B"),
    pickle.LONG_BINPUT: partial(_Machine.put, form="<I"),
    pickle.BINGET: partial(_Machine.get, form="<B"),
    pickle.LONG_BINGET: partial(_Machine.get, form="<I"),
    pickle.EMPTY_DICT: partial(_Machine.collect, kind=dict),
    pickle.EMPTY_LIST: partial(_Machine.collect, kind=list),
    pickle.EMPTY_TUPLE: partial(_Machine.tuple_of, n_values=0),
    pickle.TUPLE1: partial(_Machine.tuple_of, n_values=1),
    pickle.TUPLE2: partial(_Machine.tuple_of, n_values=2),
    pickle.TUPLE3: partial(_Machine.tuple_of, n_values=3),
    pickle.TUPLE: _Machine.tuple_to_mark,
    pickle.APPEND: _Machine.append,
    pickle.APPENDS: _Machine.append_to_mark,
    pickle.SETITEM: _Machine.set_item,
    pickle.SETITEMS: _Machine.set_items_to_mark,
    pickle.GLOBAL: _Machine.global_name,
    pickle.REDUCE: _Machine.call,
    pickle.BUILD: _Machine.set_state,
}
