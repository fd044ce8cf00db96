"""Keep what a child said, so that a second run need not ask again.

The files are the marker's own, and lie outside of the submissions. Their names are
digests of all that an answer depends on: the code that was run, the judges, Python,
NumPy. What a record on paper makes of a value depends on the teacher's seed, so the
value is kept, and compared anew each time.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .answers import Answer

_PACKAGE = Path(__file__).parents[1]
_LONGEST = 10_000  # characters of a value


class Kept:
    """A folder of what was said; `how` tells the ways to ask apart."""

    def __init__(self, folder: Path, how: str) -> None:
        self.folder, self.how = folder, how

    def of(
        self, answer: Answer, ask: Callable[[Answer], dict[str, Any]]
    ) -> dict[str, Any]:
        """Return what was said of an answer, or ask and keep it."""
        path = self.folder / f"{self._digest(answer)}.json"
        said = _read(path)
        if said is None:
            said = ask(answer)
            _write(path, said)
        return said

    def _digest(self, answer: Answer) -> str:
        # On paper, all exercises are asked in the same way: they differ in their code.
        parts = [self.how, judges(), answer.exercise, answer.asked, *answer.code]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@cache
def judges() -> str:
    """Name the judges and what they stand on, by a digest of their code."""
    digest = hashlib.sha256(f"{sys.version} {np.__version__}".encode())
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> dict[str, Any] | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if "value" in said:
            return {"value": ast.literal_eval(said["value"])}
        return {
            "passed": bool(said["passed"]),
            "mistake": str(said["mistake"]),
            "report": str(said["report"]),
        }
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, RecursionError):
        return None


def _write(path: Path, said: dict[str, Any]) -> None:
    if "value" in said:
        if not _is_plain(said["value"]):
            return
        said = {"value": repr(said["value"])}
        if len(said["value"]) > _LONGEST:
            return
    write(path, json.dumps(said, indent=1))


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Tell what reads the same when it is written down and read again."""
    if type(value) in (tuple, list):
        return depth < 4 and all(_is_plain(part, depth + 1) for part in value)
    return value is None or type(value) in (int, str, bool)


def write(path: Path, text: str) -> None:
    """Write a file as a whole: whoever interrupts it leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    beside.write_bytes(text.encode("utf-8", "replace"))
    os.replace(beside, path)
