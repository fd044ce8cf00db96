"""A data file in memory, and the one error for all that can be wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from .file_kinds import kind_of

__all__ = ["DataFile", "DatasetError", "read_data_file"]


class DatasetError(Exception):
    """The images asked for cannot be had; the text says why and what to do.

    Neither a `ValueError` nor an `OSError`: code that catches those for reasons of its
    own must not swallow a damaged or missing dataset by accident.
    """


class DataFile(NamedTuple):
    """What a file holds, with what an error about it has to say."""

    name: str
    content: bytes
    remedy: str

    def error(self, what: str) -> DatasetError:
        """Make the error that names this file, what is wrong, and what to do."""
        return DatasetError(f"{self.name}: {what}. {self.remedy}")


def read_data_file(path: Path, limit: int | None, remedy: str) -> DataFile:
    """Read a whole file of at most `limit` bytes, or of any size.

    Raises
    ------
    DatasetError
        If the file is missing, cannot be read, or is larger than that.
    """
    file = DataFile(str(path), b"", remedy)
    # Not a folder, and not a pipe, which could keep the reader waiting for ever.
    if not path.is_file():
        raise file.error("there is no such file")
    try:
        with path.open("rb") as stream:
            content = stream.read(-1 if limit is None else limit + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise file.error(f"the file cannot be read ({reason})") from error
    if limit is not None and len(content) > limit:
        what = f"the file is larger than the {limit:,} bytes it may have"
        kind = kind_of(content)
        raise file.error(f"{what}: it is {kind}" if kind else what)
    return file._replace(content=content)
