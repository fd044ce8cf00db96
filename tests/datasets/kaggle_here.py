"""A Kaggle of our own for what this process downloads, as two fixtures."""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path

import pytest

from tests.datasets.kaggle_server import KaggleServer
from tests.datasets.small_datasets import (
    CIFAR10,
    MNIST,
    cifar10_files,
    known,
    mnist_files,
)
from xcorr_helpers import DatasetError, load_cifar10, load_mnist
from xcorr_helpers.datasets import kaggle as reader
from xcorr_helpers.datasets import kaggle_program, known_files

CIFAR10_FILE = "cifar-10-batches-py/test_batch"
DATASETS = {load_mnist: MNIST, load_cifar10: CIFAR10}
NO_NETWORK_NEEDED = 'or use source="sample", which is bundled and needs no network.'


class Kaggle(KaggleServer):
    """The server that kagglehub finds from here, and kagglehub's cache."""

    cache: Path

    @property
    def archive(self) -> Path:
        return self.cache / "datasets" / MNIST / "1.archive"

    def recovers(self, load=load_mnist) -> None:
        """Check that all is well as soon as the server is."""
        self.released.set()
        self.heal()
        dataset = load(source="kaggle")
        expected = [0, 1, 2] if load is load_mnist else [6, 0]
        assert dataset.labels[:3].tolist() == expected


def fails(words: str, load=load_mnist, **options) -> str:
    """Check how the error of a download begins and ends; return all that it shows."""
    with pytest.raises(DatasetError) as caught:
        load(source="kaggle", **options)
    what = f"{DATASETS[load]} could not be downloaded from Kaggle: {words}"
    assert str(caught.value).startswith(what)
    assert str(caught.value).endswith(f", {NO_NETWORK_NEEDED}")
    return "".join(traceback.format_exception(caught.value))


@pytest.fixture
def kaggle_apart(tmp_path, monkeypatch):
    """A Kaggle of our own with both datasets, and an empty cache."""
    for name in list(os.environ):
        if name.startswith("KAGGLE") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    cache = tmp_path / "cache"
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(cache))
    monkeypatch.setenv("KAGGLE_API_ENVIRONMENT", "LOCALHOST")
    for name in ("HOME", "USERPROFILE", "KAGGLE_CONFIG_DIR"):  # no credentials there
        monkeypatch.setenv(name, str(tmp_path))
    files = mnist_files() | cifar10_files()
    monkeypatch.setattr(known_files, "KNOWN_FILES", known(files))
    # Longer than the 1 MB that kagglehub itself reads at a time.
    with Kaggle(files | {"long": bytes(3_000_000)}) as server:
        server.cache = cache
        monkeypatch.setenv("http_proxy", f"http://{server.address}")
        yield server


@pytest.fixture
def kaggle(kaggle_apart, monkeypatch):
    """The same for a kagglehub in this process, which saves starting one apart."""
    import kagglehub  # noqa: F401

    # They write to what was captured for the test that first imported kagglehub.
    monkeypatch.setattr(logging.getLogger("kagglehub"), "handlers", [])
    monkeypatch.setattr(reader, "_run", kaggle_program.fault_of)
    return kaggle_apart
