"""kagglehub's cache: what is in it, and how something comes into it.

kagglehub leaves behind what it could not finish, and goes on from there: good after a
cut connection, and a dead end if what has arrived is damaged. Nor does it expect to
run twice at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from .time_limit import silence_limited

__all__ = ["VERSION", "Place", "download", "only_one_process"]

Content = TypeVar("Content")

# With its version named, a dataset in the cache is found without a network.
VERSION = 1


class Place(NamedTuple):
    """Where kagglehub keeps a whole dataset, or one file of it."""

    name: str | None
    content: Path
    mark: Path  # there once the content is complete
    unfinished: tuple[Path, ...]  # what may be left of a download that is not

    @classmethod
    def of(cls, home: Path, name: str | None = None) -> Place:
        """Find the place of the dataset whose folder is `home`, or of a file in it."""
        content = home / "versions" / str(VERSION)
        if name is None:
            mark, archive = home / f"{VERSION}.complete", home / f"{VERSION}.archive"
            return cls(name, content, mark, (archive,))
        mark = home / ".complete" / str(VERSION) / f"{name}.complete"
        file = content / name
        return cls(name, file, mark, (file, content / f"{name}.zip"))

    def is_complete(self) -> bool:
        """Tell whether kagglehub takes the content from here."""
        return self.mark.exists() and self.content.exists()

    def arrived(self) -> list[int]:
        """Sizes of what has arrived of a download that is not finished."""
        return [path.stat().st_size for path in self.unfinished if path.is_file()]

    def forget(self) -> None:
        """Let the next download begin anew."""
        for path in (self.mark, *self.unfinished):
            if path.is_file():
                path.unlink()


def download(
    dataset: str, place: Place, timeout: float, read: Callable[[Path], Content]
) -> Content:
    """Have kagglehub download it, and read what came; forget it if it is not right.

    `read` is called with the folder of the dataset's files, and checks them.
    """
    import kagglehub
    import requests  # kagglehub's own

    goes_on = bool(place.arrived())
    try:
        with silence_limited(timeout):
            path = kagglehub.dataset_download(
                f"{dataset}/versions/{VERSION}", path=place.name
            )
        depth = 0 if place.name is None else len(Path(place.name).parts)
        return read([Path(path), *Path(path).parents][depth])
    except requests.RequestException:
        raise  # and let the next call go on from what has arrived
    except Exception:
        place.forget()
        if goes_on:  # what an earlier call left may have been at fault
            return download(dataset, place, timeout, read)
        raise


@contextmanager
def only_one_process(home: Path, place: Place, timeout: float) -> Iterator[None]:
    """Wait until no other process downloads the dataset, as long as it gets on."""
    import filelock

    home.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(home / f"{VERSION}.lock")
    arrived = place.arrived()
    while not lock.is_locked:
        try:
            lock.acquire(timeout)
        except filelock.Timeout:
            before, arrived = arrived, place.arrived()
            if before == arrived:
                raise
    try:
        yield
    finally:
        lock.release()
