"""Ask a student's cells, which run in a child process of their own."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from xcorr_helpers.checks._attempt import raised, shortened

from .errors import raised_again
from .isolation import Isolation
from .limits import Limits
from .remote import Remote, line_of
from .talk import EndedError, Talk
from .values import value_of

_LONGEST_CELL = 200_000  # characters; a longer one is no exercise


class NotStartedError(Exception):
    """The system has started no child: this is nobody's mistake in a notebook."""


class Submission:
    """The cells of one notebook that lead up to one exercise, run in a child.

    The child starts where the `with` begins, runs the cells in order, whatever they
    raise, and ends with all that it started where the `with` ends. It must end in the
    thread in which it began.

    Parameters
    ----------
    cells : sequence of str
        The code of the cells, in order. Lines that only Jupyter understands (`%`, `!`)
        are left out.
    name : str
        What is asked for: "my_window", or "my_answer".
    isolation : Isolation
        How the child is kept apart.
    limits : Limits
        What it may use.

    Attributes
    ----------
    problem : str
        Why `name` cannot be asked for, in words for a report; empty if it can. It is
        made of a student's text, short and printable, but not escaped for HTML.
    value : object
        What `name` holds: a plain value (None, numbers, tuples and lists of them,
        arrays of numbers), or an object of no content that tells its kind: "" for text,
        `set()` for any set, for others an instance of an empty class with that name.
        For a function, it is a callable that a judge takes as it takes the student's
        own: arguments go to the child, and an answer, an error or a printed text comes
        back. None if there is a problem.

    Raises
    ------
    NotStartedError
        By `with`, if the system starts no such child. Nothing that a student writes
        makes this class raise.

    Examples
    --------
    >>> cells = ["factor = 2", "def my_double(x): return factor * x"]
    >>> with Submission(cells, "my_double", Isolation(apart=False)) as answered:
    ...     answered.problem, answered.value(4)
    ('', 8)
    """

    def __init__(
        self,
        cells: Sequence[str],
        name: str,
        isolation: Isolation,
        limits: Limits | None = None,
    ) -> None:
        self.problem = ""
        self.value: Any = None
        self._cells, self._name = cells, name
        self._isolation, self._limits = isolation, limits or Limits()
        self._talk: Talk | None = None
        self._at = 0  # the cell that runs

    def __enter__(self) -> Submission:
        try:
            self._talk = talk = Talk(self._isolation, self._limits)
            talk.hear(self._limits.start)
        except OSError as error:
            raise NotStartedError(f"no child has started: {error}") from None
        except EndedError as error:
            said = talk.complaint or error
            raise NotStartedError(f"no child has started: {said}") from None
        except BaseException:
            self.__exit__()
            raise
        try:
            self._run(talk)
        except EndedError as error:
            self.problem = f"{self._cell()}: {error}"
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._talk is not None:
            self._talk.end()

    def _run(self, talk: Talk) -> None:
        end, failed = time.monotonic() + self._limits.cells, ""
        for number, cell in enumerate(self._cells):
            self._at = number
            if len(cell) > _LONGEST_CELL:
                failed = self._failed(f"has {len(cell):,} characters", None)
                continue
            question = {"cell": cell, "number": self._at}
            header, _ = talk.ask(question, [], max(end - time.monotonic(), 0))
            if type(header) is not dict:
                raise EndedError("its answer cannot be read")
            if "error" in header:
                error = raised_again(header["error"])
                failed = self._failed(raised(error).problem, header.get("line"))
        try:
            self.value = self._held(self._name)
        except KeyError:
            self.problem = f"{self._name} is not there.{failed}"

    def _failed(self, what: str, line: Any) -> str:
        text = line_of(self._cells, line)
        in_line = f", in the line: {text}" if text else ""
        return f" {self._cell()} {what}{in_line}."

    def _cell(self) -> str:
        first = shortened(self._cells[self._at])
        return f"The cell that begins with `{first}`"

    def _held(self, name: str) -> Any:
        assert self._talk is not None
        header, arrays = self._talk.ask({"hold": name}, [], self._limits.call)
        try:
            is_there, is_function = header["there"], header["callable"]
            if is_there and is_function:
                return Remote(self._talk, self._limits.call, self._cells, header)
            value = value_of(header["value"], arrays) if is_there else None
        except Exception:  # whatever is wrong with what a stranger's process says
            raise EndedError("its answer cannot be read") from None
        if not is_there:
            raise KeyError(name)
        return value
