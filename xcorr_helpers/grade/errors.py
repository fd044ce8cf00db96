"""Raise in the parent what was raised in a child, by name and text alone."""

from __future__ import annotations

import builtins
from typing import Any

_LONGEST = 2000  # characters of a text
# The kinds that a judge tells from others. Neither Ctrl-C nor an exit is raised here.
_BASES = ("NotImplementedError", "RecursionError")
_EXIT = "a function ends with return"  # as a judge says it


def described(error: BaseException) -> dict[str, Any]:
    """Write down what kind of error it is, and what it says.

    >>> described(KeyError("k"))["text"]
    "'k'"
    """
    names = [kind.__name__ for kind in type(error).__mro__]
    try:
        text: str | None = str(error)[:_LONGEST]
    except BaseException:
        text = None  # an error that cannot say what it is
    return {"names": names[:20], "text": text}


def raised_again(description: Any) -> BaseException:
    """Make an error of the same name and text, and of a kind that Python knows.

    Whatever is handed over, it is only text; what is no description is a plain error.

    >>> error = raised_again(described(IndexError("index 9 is out of bounds")))
    >>> type(error).__name__, str(error)
    ('IndexError', 'index 9 is out of bounds')
    """
    names, text = description.get("names"), description.get("text")
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        names = []
    known = next((name for name in _BASES if name in names), "RuntimeError")
    if "SystemExit" in names:
        names, text = ["SystemExit"], _EXIT
    name = "".join(c if c.isprintable() else "?" for c in (names or [known])[0][:100])
    kind = type(name or known, (getattr(builtins, known),), {"__str__": _said})
    error: BaseException = kind(str(text)[:_LONGEST])
    return error if isinstance(text, str) else _Mute(name)


def _said(error: BaseException) -> str:
    return str(error.args[0])


class _Mute(Exception):
    def __str__(self) -> str:
        raise TypeError("it has no text")
