"""Files of one's own: those that lie in a folder under the names of the originals."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from .data_file import DataFile, DatasetError, read_data_file
from .file_kinds import kind_of

__all__ = ["REMEDY", "mnist_file_in", "required"]

SAMPLE = "leave `source` out for the sample that is bundled"
REMEDY = f"Put the right file in its place, or {SAMPLE}."
# Of a file that is not asked for, read to tell what it is: beyond a CIFAR-100's names.
ENOUGH = 1_000 * 3_073
MOST_NAMED = 5


def mnist_file_in(folder: Path, name: str) -> DataFile:
    """Read the file of one of LeCun's names, dotted or dashed, gzipped or not."""
    names = [f"{form}{end}" for end in ("", ".gz") for form in (name, dashed(name))]
    found = [folder / each for each in names if os.path.isfile(folder / each)]
    if not found:
        raise required(folder, names)
    if found[1:]:
        others = ", ".join(path.name for path in found[1:])
        warnings.warn(
            f"{folder} holds {found[0].name} and {others}: read is {found[0].name}",
            stacklevel=5,  # where the loader was called
        )
    return read_data_file(found[0], None, REMEDY)


def dashed(name: str) -> str:
    return name.replace(".", "-")


def required(folder: Path, names: Sequence[str]) -> DatasetError:
    """Make the error that says which file is missing, and what there is."""
    files: list[Path] = []
    with suppress(OSError):  # of a folder that may not be looked into
        files = sorted(path for path in folder.iterdir() if path.is_file())
    there = ", ".join(_described(path) for path in files[:MOST_NAMED]) or "no file"
    there += f" and {len(files) - MOST_NAMED} more" if files[MOST_NAMED:] else ""
    one_of = " or ".join(names)
    return DatasetError(
        f"{folder} must hold the file {one_of}; it holds {there}. Give the folder in "
        f"which it lies, or {SAMPLE}."
    )


def _described(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            kind = kind_of(stream.read(ENOUGH))
    except OSError:
        kind = ""
    return f"{path.name} ({kind})" if kind else path.name
