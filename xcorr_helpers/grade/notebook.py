"""Read a notebook as JSON: its cells, or in words why it cannot be read."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 20_000_000  # of a file, with its pictures
MOST_CELLS = 2_000
MOST_CODE = 500_000  # characters


@dataclass(frozen=True)
class Cell:
    """A cell: its text, and the name that nbgrader's metadata give it, if any."""

    source: str
    name: str = ""
    is_code: bool = True


@dataclass(frozen=True)
class Notebook:
    """The cells of a notebook, or the reason why there are none."""

    cells: tuple[Cell, ...] = ()
    problem: str = ""


def read(path: Path) -> Notebook:
    """Read the notebook at a path. Whatever it is, this returns."""
    try:
        text = _text(path)
    except (OSError, ValueError) as error:
        return Notebook(problem=f"the notebook cannot be read: {_reason(error)}")
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError, MemoryError):
        return Notebook(problem="the notebook is no JSON: it is broken or cut short")
    return _checked(stored)


def _text(path: Path) -> str:
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):  # a pipe would never end
        raise ValueError("it is a link or no plain file")
    if status.st_size > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES // 1_000_000} MB")
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is not written in UTF-8") from None


def _reason(error: Exception) -> str:
    """Say what went wrong, without the path: names stay out of messages."""
    if isinstance(error, OSError):
        return (error.strerror or "the system refuses").lower()
    return str(error)


def _checked(stored: Any) -> Notebook:
    cells = stored.get("cells") if isinstance(stored, dict) else None
    if not isinstance(cells, list):
        return Notebook(problem="the file is no notebook of version 4: it has no cells")
    if len(cells) > MOST_CELLS:
        return Notebook(problem=f"the notebook has more than {MOST_CELLS:,} cells")
    read_cells = tuple(filter(None, map(_cell, cells)))
    if sum(len(cell.source) for cell in read_cells) > MOST_CODE:
        return Notebook(problem=f"the cells hold more than {MOST_CODE:,} characters")
    return Notebook(read_cells)


def _cell(stored: Any) -> Cell | None:
    if not isinstance(stored, dict):
        return None
    source = stored.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    # Half a character, as "\ud800", is none: it can neither be run nor written.
    source = source.encode("utf-8", "replace").decode("utf-8")
    metadata = stored.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    if not isinstance(name, str):
        name = ""
    return Cell(source, name, stored.get("cell_type") == "code")
