"""Call a function that may do anything, and say what came of it.

Nothing that the function raises, prints or returns gets out; only the reader's own
Ctrl-C does.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ._errors import advice, failed_line

_LONGEST = 100  # characters of a foreign text in a report
_EXPLAINED = 300  # of an error; a longer one explains nothing
# What stands before sizes in NumPy's errors, and is none.
_BEFORE_SIZES = (
    r", with gufunc signature \S+|together with remapped shapes "
    r"\[original->remapped\]: |->\([\w,]*\)"
)
_COPIED = 10**6  # values; a larger answer is never the right one


@dataclass(frozen=True)
class Outcome:
    """What a call gave: an array, or the reason why there is none."""

    array: np.ndarray | None = None
    problem: str = ""
    unwritten: bool = False  # an empty body, or one that says it is empty
    is_list: bool = False
    printed: str = ""
    line: str = ""  # of the function's own code, that raised
    advice: str = ""  # what such an error mostly means


def attempt(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    """Call `function` with `arguments`, silently."""
    paper = Paper()
    try:
        with silence(paper):
            outcome = understood(function(*arguments))
    except KeyboardInterrupt as error:
        if type(error) is KeyboardInterrupt:
            raise  # the reader wants to stop
        outcome = Outcome(problem="raised an interruption of its own kind")
    except BaseException as error:  # SystemExit, too
        outcome = replace(raised(error), line=shortened(failed_line(error, function)))
    return replace(outcome, printed=shortened(paper.text))


@contextmanager
def silence(paper: Paper) -> Iterator[None]:
    """Let nothing that is printed or warned of out, and let NumPy compute on."""
    with (
        redirect_stdout(paper),
        redirect_stderr(paper),
        np.errstate(all="ignore"),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        yield


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return the first line of a foreign text: printable, short, without addresses."""
    lines = text.strip().splitlines() or [""]
    line = re.sub(r"0x[0-9a-fA-F]+", "0x...", lines[0][: 4 * _LONGEST])
    line = "".join(c if c.isprintable() else "?" for c in line)
    return line if len(line) <= longest else line[:_LONGEST] + " ..."


class Paper(io.TextIOBase):
    """Takes what is printed, and keeps the beginning."""

    text = ""

    def write(self, text: str) -> int:
        if len(self.text) < 4 * _LONGEST:
            self.text += str(text)[: 4 * _LONGEST]
        return len(text)

    def close(self) -> None:
        """Stay open: others print here, too."""


def raised(error: BaseException) -> Outcome:
    """Say in one line what was raised, and what that mostly means."""
    if isinstance(error, NotImplementedError):
        return Outcome(problem="raised NotImplementedError", unwritten=True)
    if isinstance(error, RecursionError):  # its text differs from version to version
        return Outcome(problem="raised RecursionError: it calls itself without end")
    if isinstance(error, SystemExit):
        return Outcome(problem="raised SystemExit: a function ends with return")
    try:
        said = re.sub(_BEFORE_SIZES, "", str(error))
        text = f"raised {type(error).__name__}: {shortened(said, _EXPLAINED)}"
        likely = advice(error)
    except KeyboardInterrupt:
        raise
    except BaseException:  # an error that cannot even say what it is
        text, likely = "raised an error without a readable message", ""
    return Outcome(problem=text.removesuffix(": "), advice=likely)


def understood(result: Any) -> Outcome:
    """Take what was returned for an array, or say why it is none."""
    kind = type(result)
    if result is None:
        return Outcome(problem="returned None: did you return it?", unwritten=True)
    if result is Ellipsis:
        return Outcome(problem="returned ...", unwritten=True)
    if issubclass(kind, tuple):  # a namedtuple is one, too
        kind, result = tuple, tuple(tuple.__iter__(result))
    elif kind is range:
        kind, result = list, list(result[: _COPIED + 1])
    if kind in (list, tuple):
        if not _is_short(result):
            many = f"more than {_COPIED:,} values"
            return Outcome(problem=f"returned a {kind.__name__} of {many}")
        if not _is_plain(result):
            return Outcome(
                problem=f"returned a {kind.__name__} that holds more than numbers"
            )
        try:
            array = np.array(result)
        except (ValueError, OverflowError):
            return Outcome(
                problem=f"returned a {kind.__name__} with rows of unequal length"
            )
    elif kind in (int, float, bool) or issubclass(kind, np.generic):
        array = np.array(result)
    elif kind is np.ndarray:
        array = result
    elif issubclass(kind, np.ndarray):
        return Outcome(
            problem=f"returned {_one(kind.__name__)}: return a plain NumPy array"
        )
    else:
        if kind.__name__ == "array":  # of Python's own
            return Outcome(
                problem="returned an array.array: return a plain NumPy array"
            )
        return Outcome(problem=f"returned {_one(kind.__name__)}, not an array")
    if array.dtype.kind not in "biuf":
        held = shortened(str(array.dtype))
        return Outcome(problem=f"returned values of type {held}, not plain numbers")
    # A copy: the function may go on using its array in the next call.
    array = np.array(array) if array.size <= _COPIED else array
    return Outcome(array=array, is_list=kind in (list, tuple))


def _one(name: str) -> str:
    """Put the article before a foreign name."""
    name = shortened(name)
    return f"{'an' if name[:1].lower() in {*'aeiou'} else 'a'} {name}"


def _is_short(value: Any, depth: int = 0) -> bool:
    """Tell whether lists within lists hold few values; it stops where it is clear."""
    if type(value) not in (list, tuple, range) or depth > 6:
        return True
    if len(value) > _COPIED:
        return False
    if not value or type(value[0]) not in (list, tuple, range):
        return True
    inside = [len(v) if type(v) in (list, tuple, range) else 1 for v in value]
    return sum(inside) <= _COPIED and all(_is_short(v, depth + 1) for v in value)


def _is_plain(value: Any, depth: int = 0) -> bool:
    kind = type(value)
    if kind is range:
        return True
    if kind in (list, tuple):
        return depth < 6 and all(_is_plain(item, depth + 1) for item in value)
    # bool is left out: among numbers, NumPy would turn it into one
    return kind in (int, float, np.ndarray) or (
        issubclass(kind, np.number) and not issubclass(kind, np.timedelta64)
    )
