"""Call a function that may do anything, and say what came of it.

Nothing that the function raises, prints or returns gets out; only the reader's own
Ctrl-C does.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ._errors import advice, failed_line

_LONGEST = 100  # characters of a foreign text in a report
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
    paper = _Paper()
    try:
        with (
            redirect_stdout(paper),
            redirect_stderr(paper),
            np.errstate(all="ignore"),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            outcome = _understood(function(*arguments))
    except KeyboardInterrupt as error:
        if type(error) is KeyboardInterrupt:
            raise  # the reader wants to stop
        outcome = Outcome(problem="raised an interruption of its own kind")
    except BaseException as error:  # SystemExit, too
        outcome = replace(_raised(error), line=shortened(failed_line(error, function)))
    return replace(outcome, printed=shortened(paper.text))


def shortened(text: str) -> str:
    """Return the first line of a foreign text: printable, short, without addresses."""
    lines = text.strip().splitlines() or [""]
    line = re.sub(r"0x[0-9a-fA-F]+", "0x...", lines[0][: 4 * _LONGEST])
    line = "".join(c if c.isprintable() else "?" for c in line)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " ..."


class _Paper(io.TextIOBase):
    """Takes what is printed, and keeps the beginning."""

    text = ""

    def write(self, text: str) -> int:
        if len(self.text) < 4 * _LONGEST:
            self.text += str(text)[: 4 * _LONGEST]
        return len(text)

    def close(self) -> None:
        """Stay open: others print here, too."""


def _raised(error: BaseException) -> Outcome:
    if isinstance(error, NotImplementedError):
        return Outcome(problem="raised NotImplementedError", unwritten=True)
    if isinstance(error, RecursionError):  # its text differs from version to version
        return Outcome(problem="raised RecursionError: it calls itself without end")
    if isinstance(error, SystemExit):
        return Outcome(problem="raised SystemExit: a function ends with return")
    try:
        text = f"raised {type(error).__name__}: {shortened(str(error))}"
        likely = advice(error)
    except KeyboardInterrupt:
        raise
    except BaseException:  # an error that cannot even say what it is
        text, likely = "raised an error without a readable message", ""
    return Outcome(problem=text.removesuffix(": "), advice=likely)


def _understood(result: Any) -> Outcome:
    kind = type(result)
    if result is None:
        return Outcome(problem="returned None: did you return it?", unwritten=True)
    if result is Ellipsis:
        return Outcome(problem="returned ...", unwritten=True)
    if kind in (list, tuple):
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
            problem=f"returned a {kind.__name__}: return a plain NumPy array"
        )
    else:
        return Outcome(problem=f"returned a {shortened(kind.__name__)}, not an array")
    if array.dtype.kind not in "biuf":
        held = shortened(str(array.dtype))
        return Outcome(problem=f"returned values of type {held}, not plain numbers")
    # A copy: the function may go on using its array in the next call.
    array = np.array(array) if array.size <= _COPIED else array
    return Outcome(array=array, is_list=kind in (list, tuple))


def _is_plain(value: Any, depth: int = 0) -> bool:
    kind = type(value)
    if kind in (list, tuple):
        return depth < 6 and all(_is_plain(item, depth + 1) for item in value)
    # bool is left out: among numbers, NumPy would turn it into one
    return kind in (int, float, np.ndarray) or (
        issubclass(kind, np.number) and not issubclass(kind, np.timedelta64)
    )
