"""What runs in the child: a student's cells and function, and nothing of the marks.

It says what came of each question. A student's code shares this process and can say
anything in its place: the parent takes it for what it is, an answer.
"""

from __future__ import annotations

import json
import os
import re
import site
import sys
import types
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO

import numpy as np

from xcorr_helpers.checks._attempt import Paper, silence
from xcorr_helpers.checks._code import outside_names, unread_arguments
from xcorr_helpers.checks._exercise import copied, unchanged
from xcorr_helpers.checks._facts import UNWRITTEN

from .errors import described
from .protocol import packed, read
from .values import Writer, value_of

_CELL = "<cell {}>"
_NUMBER = re.compile(r"<cell (\d+)>")
_LARGEST_QUESTION = 2**30
_HEADER = 5 * 2**20  # bytes of an answer that are no arrays
_MANY = 2**17  # values; smaller arrays are cut out of such a place
_OF_CODE = ("%%time", "%%timeit", "%%capture", "%%prun")  # of the lines behind them


def main() -> None:
    """Answer the parent's questions until it has none."""
    settings = json.loads(sys.argv[1])
    # Files 0 to 2 are the student's, and lead nowhere.
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)
    os.close(nowhere)
    _limit(settings)
    child = _Child(settings["reply"] - _HEADER)
    _say(answers, {"ready": True}, [])
    while True:
        header, arrays = read(partial(_exactly, questions), _LARGEST_QUESTION)
        _say(answers, *child.answer(header, arrays))


def _exactly(file: BinaryIO, count: int) -> bytes:
    content = file.read(count)
    if len(content) < count:
        os._exit(0)  # the parent has no more questions
    return content


def _say(file: BinaryIO, header: Any, arrays: list[Any]) -> None:
    file.write(packed(header, arrays))
    file.flush()


def _limit(settings: dict[str, Any]) -> None:
    """Take the limits that this system has; none of them can be raised again."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        "RLIMIT_AS": settings["memory"],
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": settings["processor"],
        "RLIMIT_FSIZE": settings["disk"],
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_NOFILE": settings["files"],
        "RLIMIT_SIGPENDING": settings["files"],
    }
    if settings["apart"]:  # elsewhere all of the user's processes count
        limits["RLIMIT_NPROC"] = settings["threads"] + 2
    for name, limit in limits.items():
        with suppress(AttributeError, ValueError, OSError):
            harder = limit + (name == "RLIMIT_CPU")  # told first, then ended
            resource.setrlimit(getattr(resource, name), (limit, harder))


class _Child:
    """A namespace in which cells run, and what one of its names holds."""

    def __init__(self, room: int) -> None:
        self._room = room
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        self._space = vars(module)
        site.sethelper()  # `help` and `exit`, as in a notebook; and `display`
        site.setquit()
        self._space["display"] = lambda *things, **named: None
        self._held: Any = None

    def answer(self, header: Any, arrays: list[Any]) -> tuple[Any, list[Any]]:
        """Do what is asked, and say what came of it."""
        if "cell" in header:
            return self._run(header["number"], header["cell"]), []
        if "hold" in header:
            return self._hold(header["hold"])
        return self._call(value_of(header["call"], arrays))

    def _run(self, number: int, source: str) -> Any:
        file = _CELL.format(number)
        try:
            try:
                code = compile(source, file, "exec", dont_inherit=True)
            except SyntaxError:
                code = compile(_python(source), file, "exec", dont_inherit=True)
            with silence(Paper()):
                exec(code, self._space)
        except BaseException as error:
            return {"error": described(error), "line": _line(error, file)}
        return {}

    def _hold(self, name: str) -> tuple[Any, list[Any]]:
        if name not in self._space:
            return {"there": False, "callable": False}, []
        self._held = self._space[name]
        writer = Writer(self._room)
        header: dict[str, Any] = {"there": True, "callable": callable(self._held)}
        if callable(self._held):
            header |= _known(self._held)
        else:
            header["value"] = writer.written(self._held)
        return header, writer.arrays

    def _call(self, arguments: tuple[Any, ...]) -> tuple[Any, list[Any]]:
        kept = copied(arguments)
        paper, writer = Paper(), Writer(self._room)
        header: dict[str, Any] = {}
        try:
            _spoil()
            with silence(paper):
                answer = self._held(*arguments)
                header["value"] = writer.written(answer)
        except BaseException as error:
            code = getattr(self._held, "__code__", None)
            file = getattr(code, "co_filename", "")
            header = {"error": described(error), "line": _line(error, file)}
            writer.arrays = []
        pairs = enumerate(zip(kept, arguments))
        header["changed"] = [n for n, (a, b) in pairs if not unchanged(a, b)]
        return header | {"printed": paper.text}, writer.arrays


def _spoil() -> None:
    """Leave a number in memory that is free: what is never written must show."""
    for size in [*range(1, 129), _MANY]:
        for _ in [np.full(size, UNWRITTEN) for _ in range(8 if size < _MANY else 1)]:
            pass


def _python(source: str) -> str:
    """Leave out what only Jupyter understands; the lines keep their numbers."""
    lines = source.split("\n")
    if lines[0].startswith("%%"):
        if not lines[0].startswith(_OF_CODE):
            return ""
        lines[0] = ""
    return "\n".join(map(_python_line, lines))


def _python_line(line: str) -> str:
    code = line.strip()
    if code.startswith(("%", "!", "?")) or code.endswith("?"):
        return line[: len(line) - len(line.lstrip())] + "pass"
    return line


def _known(function: Any) -> dict[str, Any]:
    """Say of a function of the notebook's own what its judge asks for."""
    if type(function) is not types.FunctionType:
        return {}
    found = _NUMBER.fullmatch(function.__code__.co_filename)
    return {
        "name": function.__name__,
        "defined": [int(found[1]), function.__code__.co_firstlineno] if found else None,
        "unread": unread_arguments(function),
        "outside": outside_names(function),
    }


def _line(error: BaseException, file: str) -> Any:
    """Return cell and line, the innermost of `file`, that an error went through."""
    found, number = _NUMBER.fullmatch(file), 0
    for at in _traceback(error):
        if at.tb_frame.f_code.co_filename == file:
            number = at.tb_lineno
    if isinstance(error, SyntaxError) and error.filename == file and not number:
        number = error.lineno or 0
    return [int(found[1]), number] if found and number else None


def _traceback(error: BaseException) -> Iterator[types.TracebackType]:
    at = error.__traceback__
    while at is not None:
        yield at
        at = at.tb_next
