"""A Kaggle of our own for the kagglehub of this process, as the fixture `kaggle`."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from tests.datasets.kaggle_server import KaggleServer
from tests.datasets.small_datasets import cifar10_files, md5_of, mnist_files
from xcorr_helpers.datasets import catalog, load_mnist

NOWHERE = "http://127.0.0.1:9"  # no one listens at the port "discard"


class Kaggle(KaggleServer):
    """The server that kagglehub finds in this process, and kagglehub's cache."""

    cache: Path

    def be_at(self, address: str) -> None:
        self._point(address)

    def recovers(self, load=load_mnist) -> None:
        """Check that all is well as soon as the server is."""
        self.heal()
        self.be_at(self.address)
        dataset = load(source="kaggle")
        expected = [0, 1, 2] if load is load_mnist else [6, 0]
        assert dataset.labels[:3].tolist() == expected


@pytest.fixture
def kaggle(tmp_path, monkeypatch):
    """A Kaggle of our own with both datasets, and an empty cache."""
    import kagglehub  # noqa: F401
    from kagglesdk import kaggle_env
    from requests.adapters import HTTPAdapter

    for name in list(os.environ):
        if name.startswith("KAGGLE") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    cache = tmp_path / "cache"
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(cache))
    monkeypatch.setenv("KAGGLE_API_ENVIRONMENT", "LOCALHOST")
    for name in ("HOME", "USERPROFILE", "KAGGLE_CONFIG_DIR"):  # no credentials there
        monkeypatch.setenv(name, str(tmp_path))
    files = mnist_files()
    for name in catalog.MNIST_MD5:
        monkeypatch.setitem(catalog.MNIST_MD5, name, md5_of(files)[name])
    # Longer than the 1 MB that kagglehub reads at a time.
    files["long"] = bytes(3_000_000)
    # They write to what was captured for the test that first imported kagglehub.
    monkeypatch.setattr(logging.getLogger("kagglehub"), "handlers", [])
    send = HTTPAdapter.send
    with Kaggle(files | cifar10_files()) as server:
        server.cache = cache
        local = (kaggle_env._env_to_endpoint, kaggle_env.KaggleEnv.LOCAL)
        server._point = lambda address: monkeypatch.setitem(*local, address)
        server.be_at(server.address)
        yield server
    assert HTTPAdapter.send is send  # the time limit was ours alone
