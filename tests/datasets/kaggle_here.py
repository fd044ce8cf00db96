"""A Kaggle of our own for what this process downloads, as two fixtures."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from tests.datasets.kaggle_server import KaggleServer
from tests.datasets.small_datasets import cifar10_files, known, mnist_files
from xcorr_helpers.datasets import kaggle as reader
from xcorr_helpers.datasets import kaggle_program, known_files, load_mnist


class Kaggle(KaggleServer):
    """The server that kagglehub finds from here, and kagglehub's cache."""

    cache: Path

    def recovers(self, load=load_mnist) -> None:
        """Check that all is well as soon as the server is."""
        self.released.set()
        self.heal()
        dataset = load(source="kaggle")
        expected = [0, 1, 2] if load is load_mnist else [6, 0]
        assert dataset.labels[:3].tolist() == expected


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
