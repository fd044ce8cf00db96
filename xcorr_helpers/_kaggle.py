"""The full datasets, downloaded once through kagglehub and then kept in its cache."""

from __future__ import annotations

from pathlib import Path

from ._data_file import DataFile, DatasetError, read_data_file

__all__ = ["kaggle_file"]

# With its version named, a dataset in the cache is found without a network.
VERSION = 1
NO_NETWORK_NEEDED = 'use source="sample", which is bundled and needs no network'


def kaggle_file(dataset: str, name: str, limit: int, *, alone: bool) -> DataFile:
    """Read a file of a Kaggle dataset, downloading it if it is not in the cache.

    kagglehub shows the progress of a download on standard error.

    Parameters
    ----------
    dataset : str
        "owner/name" on Kaggle.
    name : str
        Path of the file in the dataset.
    limit : int
        Bytes that the file may have at most.
    alone : bool
        Download this one file, not the whole dataset.

    Raises
    ------
    DatasetError
        If the download fails, or its result is missing or too large.
    """
    try:
        import kagglehub  # slow to import, and not to be had in a browser
        from kagglehub.config import get_cache_folder
    except ImportError as error:
        raise DatasetError(
            f'source="kaggle" needs the package kagglehub, and importing it failed '
            f"({error}). Install it, or {NO_NETWORK_NEEDED}."
        ) from error

    folder = Path(get_cache_folder(), "datasets", dataset)
    # kagglehub does not look for one file in a whole dataset that it has cached.
    has_whole_dataset = (folder / f"{VERSION}.complete").is_file()
    handle = f"{dataset}/versions/{VERSION}"
    try:
        if alone and not has_whole_dataset:
            path = Path(kagglehub.dataset_download(handle, path=name))
        else:
            path = Path(kagglehub.dataset_download(handle), name)
    except Exception as error:  # of kagglehub, requests, zipfile, the disk, ...
        raise DatasetError(
            f"{dataset} could not be downloaded from Kaggle: {_explained(error)}. "
            f"Check the network connection and try again, or {NO_NETWORK_NEEDED}."
        ) from error
    remedy = (
        f"Delete the folder {folder} to have it downloaded again, "
        f"or {NO_NETWORK_NEEDED}."
    )
    return read_data_file(path, limit, remedy)


def _explained(error: Exception) -> str:
    """Say in a learner's words why a download failed."""
    import requests  # kagglehub's own

    response = getattr(error, "response", None)
    if response is not None:
        return f"the server answered with the error {response.status_code}"
    if isinstance(error, requests.Timeout):
        return "the server did not answer in time"
    if isinstance(error, requests.ConnectionError):
        return "there is no connection to the server"
    reason = str(error).partition("\n")[0].rstrip(".:")
    return f"{reason} ({type(error).__name__})"
