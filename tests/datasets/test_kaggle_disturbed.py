"""Downloads that the machine disturbs: its disk, a second process, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from tests.datasets.kaggle_server import finished, start_against
from tests.datasets.small_datasets import MNIST, md5_of, mnist_files, put_into_cache
from xcorr_helpers.datasets import DatasetError, catalog, load_cifar10, load_mnist

COULD_NOT = f"{MNIST} could not be downloaded from Kaggle: "
NO_NETWORK_NEEDED = 'or use source="sample", which is bundled and needs no network.'
ELSEWHERE = (
    "or set the environment variable KAGGLEHUB_CACHE to a folder elsewhere, "
    f"{NO_NETWORK_NEEDED}"
)


# The disk.


def mount(*arguments: str) -> bool:
    """Try to mount: only root may, and not everywhere."""
    if sys.platform != "linux":
        return False
    return subprocess.run(["mount", *arguments], capture_output=True).returncode == 0


@pytest.fixture
def disk(kaggle):
    """A disk of its own for the cache: call it to change its options."""
    kaggle.cache.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=20m", "tmpfs", str(kaggle.cache)):
        pytest.skip("a disk can be mounted by root alone")
    try:
        yield lambda options: mount("-o", f"remount,{options}", str(kaggle.cache))
    finally:
        subprocess.run(["umount", str(kaggle.cache)], check=True)


def fails_for_want_of_room(reason: str, cache: Path) -> None:
    with pytest.raises(DatasetError) as caught:
        load_mnist(source="kaggle")
    message = str(caught.value)
    assert message.startswith(f"{COULD_NOT}it cannot be stored: {reason}")
    assert message.endswith(f". Make room, {ELSEWHERE}")
    assert not (cache / "datasets" / MNIST / "1.archive").exists()


@pytest.mark.parametrize("size", ["1m", "4m"])  # fits nothing, or the archive alone
def test_a_full_disk(kaggle, disk, size):
    assert disk(f"size={size}")
    fails_for_want_of_room("No space left on device", kaggle.cache)
    assert disk("size=20m")
    kaggle.recovers()


def test_a_limit_to_the_size_of_a_file(kaggle):
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    try:
        fails_for_want_of_room("File too large", kaggle.cache)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    kaggle.recovers()


def fails_to_write(reason: str, place: Path) -> None:
    with pytest.raises(DatasetError) as caught:
        load_mnist(source="kaggle")
    assert str(caught.value) == (
        f"{COULD_NOT}it cannot be stored: {reason} ({place}). "
        f"Make it writable, {ELSEWHERE}"
    )


def test_a_read_only_disk(kaggle, disk):
    assert disk("ro")
    fails_to_write("Read-only file system", kaggle.cache / "datasets")
    assert disk("rw")
    kaggle.recovers()
    assert disk("ro")
    # All is there, and nothing has to be written.
    assert len(load_mnist(source="kaggle").images) == 12


def test_a_read_only_folder(kaggle):
    kaggle.cache.mkdir()
    kaggle.cache.chmod(0o500)
    if os.access(kaggle.cache, os.W_OK):
        pytest.skip("to root, and on Windows, every folder is writable")
    fails_to_write("Permission denied", kaggle.cache / "datasets")
    kaggle.cache.chmod(0o700)
    kaggle.recovers()


def test_a_file_in_the_place_of_the_cache(kaggle):
    kaggle.cache.write_text("mine")
    with pytest.raises(DatasetError, match=r"it cannot be stored: .*Make it writable"):
        load_mnist(source="kaggle")
    assert kaggle.cache.read_text() == "mine"


# Two at once.

LOAD = f"""\
import sys
from xcorr_helpers.datasets import catalog
from xcorr_helpers.datasets import load_mnist
catalog.MNIST_MD5 |= {md5_of(mnist_files())!r}
print("ready", flush=True)
try:
    print(load_mnist(source="kaggle").labels[:3].tolist())
except KeyboardInterrupt:
    print("interrupted")
"""
WITHIN = 60.0  # seconds in which all that is waited for has long happened


def wait_for(what) -> None:
    end = time.monotonic() + WITHIN
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_two_processes_at_once(kaggle):
    kaggle.silent = "half-way"
    archive = kaggle.cache / "datasets" / MNIST / "1.archive"
    first = start_against(kaggle.address, LOAD, kaggle.cache)
    wait_for(lambda: archive.is_file() and archive.stat().st_size >= 1_000_000)
    second = start_against(kaggle.address, LOAD, kaggle.cache)
    assert second.stdout.readline() == "ready\n"
    time.sleep(0.5)  # in which it would ask for the archive, too
    kaggle.released.set()
    for run in (finished(first), finished(second)):
        assert run.stdout.splitlines()[-1] == "[0, 1, 2]", run.stderr
    assert kaggle.requested == ["archive.zip"]


def test_threads_at_once(kaggle):
    """Of the same dataset, and of another; the fixture checks the time limit's end."""
    kaggle.silent = "half-way"
    labels = []

    def load(which) -> None:
        labels.append(which(source="kaggle").labels[:2].tolist())

    loaders = [load_cifar10, load_mnist, load_mnist]
    threads = [threading.Thread(target=load, args=(which,)) for which in loaders]
    for thread in threads:
        thread.start()
        wait_for(lambda: kaggle.requested)
    time.sleep(0.5)  # in which the others would ask, too
    kaggle.released.set()
    for thread in threads:
        thread.join(WITHIN)
    assert sorted(labels) == [[0, 1], [0, 1], [6, 0]]
    assert kaggle.requested == ["cifar-10-batches-py/test_batch", "archive.zip"]


@pytest.fixture
def other_process(kaggle, monkeypatch):
    """Another process, which has the lock, and ends or gets on each time one waits."""
    import filelock

    class Held:
        is_locked = False

        def __init__(self, path: Path) -> None:
            assert path == kaggle.cache / "datasets" / MNIST / "1.lock"

        def acquire(self, timeout: float) -> None:
            waited.append(timeout)
            self.is_locked = act(len(waited))
            if not self.is_locked:
                raise filelock.Timeout("1.lock")

        def release(self) -> None:
            assert self.is_locked

    waited = []
    act = None

    def have(behaviour):
        nonlocal act
        act = behaviour
        return waited

    monkeypatch.setattr(filelock, "FileLock", Held)
    return have


def test_another_process_that_gets_on_is_waited_for(kaggle, other_process):
    def get_on(times: int) -> bool:
        archive = kaggle.cache / "datasets" / MNIST / "1.archive"
        archive.write_bytes(b"P" * times)
        if times < 5:
            return False
        archive.unlink()
        put_into_cache(kaggle.cache, MNIST, kaggle.files)
        return True

    waited = other_process(get_on)
    assert len(load_mnist(source="kaggle", timeout=7).images) == 12
    assert waited == [7] * 5
    assert kaggle.requested == []


def test_another_process_that_does_not_get_on(kaggle, other_process):
    waited = other_process(lambda times: False)
    with pytest.raises(DatasetError) as caught:
        load_mnist(source="kaggle", timeout=7)
    assert waited == [7]
    assert str(caught.value) == (
        f"{COULD_NOT}another process is at it, and has got no further for 7 seconds. "
        f"Try again when it has ended, {NO_NETWORK_NEEDED}"
    )


# Ctrl-C is the reader's own, and no DatasetError.

# What is started in the background ignores it, and hands that on to the tests.
HEED_CTRL_C = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no process a Ctrl-C alone")
@pytest.mark.parametrize("resumable", [True, False])
def test_ctrl_c_half_way(kaggle, resumable):
    kaggle.silent, kaggle.resumable = "half-way", resumable
    archive = kaggle.cache / "datasets" / MNIST / "1.archive"
    process = start_against(kaggle.address, HEED_CTRL_C + LOAD, kaggle.cache)
    wait_for(lambda: archive.is_file() and archive.stat().st_size >= 1_000_000)
    process.send_signal(signal.SIGINT)
    run = finished(process)
    assert run.stdout.splitlines()[-1] == "interrupted", run.stderr
    kaggle.released.set()
    arrived = archive.stat().st_size
    kaggle.heal()
    kaggle.resumable = resumable
    assert len(load_mnist(source="kaggle").images) == 12
    assert kaggle.ranges == ([f"bytes={arrived}-"] if resumable else [])


@pytest.mark.parametrize("step", ["while it unpacks", "while it is checked"])
def test_ctrl_c_later(kaggle, step, monkeypatch):
    def extract_one(archive: zipfile.ZipFile, folder: str) -> None:
        archive.extract("train-images.idx3-ubyte", folder)
        raise KeyboardInterrupt

    def interrupt(*_) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patches:
        if step == "while it unpacks":
            patches.setattr(zipfile.ZipFile, "extractall", extract_one)
        else:
            patches.setattr(catalog, "read_data_file", interrupt)
        with pytest.raises(KeyboardInterrupt):
            load_mnist(source="kaggle")
    kaggle.recovers()
