"""The full datasets, downloaded once through kagglehub and then kept in its cache.

What is in the cache is checked before it is used, and what a download brought is not
kept unless it is right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from .data_file import DatasetError
from .download_fault import SIGN_IN, explained
from .kaggle_cache import Place, download, only_one_process

__all__ = ["read_from_kaggle"]

Content = TypeVar("Content")
# Reads and checks a file, given where it lies and what to do if it is damaged.
Reader = Callable[[Path, str], Content]

NO_NETWORK_NEEDED = 'use source="sample", which is bundled and needs no network'


def read_from_kaggle(
    dataset: str,
    readers: Mapping[str, Reader[Content]],
    wanted: Sequence[str],
    *,
    alone: bool,
    timeout: float,
) -> list[Content]:
    """Read files of a Kaggle dataset, downloading them if they are not in the cache.

    kagglehub shows the progress of a download on standard error.

    Parameters
    ----------
    dataset : str
        "owner/name" on Kaggle.
    readers : mapping
        Of each file to be checked once it has arrived, by its path in the dataset.
    wanted : sequence of str
        The files whose content is returned.
    alone : bool
        Download the one file that is wanted, not the whole dataset.
    timeout : float
        Seconds without a byte after which a download is given up.

    Raises
    ------
    DatasetError
        If the download fails, or a file is missing or damaged.
    """
    home = Path(_cache_folder(), "datasets", dataset)
    whole = Place.of(home)
    place = Place.of(home, wanted[0]) if alone else whole

    def read_all(folder: Path) -> list[Content]:
        remedy = f"It is not kept. {SIGN_IN}, or {NO_NETWORK_NEEDED}."
        contents = {name: read(folder / name, remedy) for name, read in readers.items()}
        return [contents[name] for name in wanted]

    # kagglehub does not look for one file in a whole dataset that it has cached.
    if not (whole.is_complete() or place.is_complete()):
        with (
            _faults_explained(dataset, timeout),
            only_one_process(home, place, timeout),
        ):
            return download(dataset, place, timeout, read_all)
    remedy = (
        f"Delete the folder {home} to have it downloaded again, or {NO_NETWORK_NEEDED}."
    )
    return [readers[name](whole.content / name, remedy) for name in wanted]


def _cache_folder() -> str:
    """Find kagglehub's cache, wherever its environment variable moves it."""
    if sys.platform == "emscripten":
        raise DatasetError(
            "A page in a browser may not download from Kaggle: run the notebook on a "
            f"machine of your own, or {NO_NETWORK_NEEDED}."
        )
    try:
        import filelock  # noqa: F401
        import kagglehub  # noqa: F401  # slow
        from kagglehub.config import get_cache_folder
    except ImportError as error:
        raise DatasetError(
            'source="kaggle" needs the packages kagglehub and filelock, and importing '
            f"them failed ({error}). Install them, or {NO_NETWORK_NEEDED}."
        ) from error
    return str(get_cache_folder())


@contextmanager
def _faults_explained(dataset: str, timeout: float) -> Iterator[None]:
    try:
        yield
    except DatasetError:
        raise
    except Exception as error:  # of kagglehub, requests, zipfile, the disk, ...
        what, advice = explained(error, timeout)
        raise DatasetError(
            f"{dataset} could not be downloaded from Kaggle: {what}. "
            f"{advice}, or {NO_NETWORK_NEEDED}."
        ) from None  # requests' own text may show the key of an account
