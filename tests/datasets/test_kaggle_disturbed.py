"""Downloads that the machine disturbs: its disk, a second process, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import filelock
import pytest

from tests.datasets.small_datasets import MNIST, put_into_cache
from xcorr_helpers.datasets import DatasetError, known_files, load_cifar10, load_mnist

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

LOAD = """
from tests.datasets.small_datasets import known, mnist_files
from xcorr_helpers.datasets import known_files, load_mnist
known_files.KNOWN_FILES = known(mnist_files())
try:
    print("loads", flush=True)
    print(load_mnist(source="kaggle").labels[:3].tolist())
except KeyboardInterrupt:
    print("interrupted")
"""
# What is started in the background ignores Ctrl-C, and hands that on to the tests.
HEED_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
WITHIN = 60.0  # seconds in which all that is waited for has long happened


def started(*code: str) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", "".join(code)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout.readline() == "loads\n"
    return program


def wait_for(what) -> None:
    end = time.monotonic() + WITHIN
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture
def half_way(kaggle_apart):
    """Wait until half of MNIST has arrived from a server that then falls silent."""
    kaggle_apart.silent = "half-way"
    archive = kaggle_apart.cache / "datasets" / MNIST / "1.archive"
    # Written in pieces of 16 kB.
    half = len(kaggle_apart.blob("archive.zip")) // 2 - 2**14
    return lambda: wait_for(
        lambda: archive.is_file() and archive.stat().st_size >= half
    )


def test_two_processes_at_once(kaggle_apart, half_way):
    first = started(LOAD)
    half_way()
    second = started(LOAD)
    time.sleep(2)  # in which it would ask for the archive, too
    kaggle_apart.released.set()
    for process in (first, second):
        assert process.communicate(timeout=WITHIN)[0] == "[0, 1, 2]\n"
    assert kaggle_apart.requested == ["archive.zip"]


def test_threads_at_once(kaggle_apart):
    """Of the same dataset, and of another."""
    kaggle_apart.silent = "half-way"
    with ThreadPoolExecutor() as pool:
        loaders = [load_cifar10, load_mnist, load_mnist]
        loading = [pool.submit(load, source="kaggle") for load in loaders]
        wait_for(lambda: len(kaggle_apart.requested) == 2)
        time.sleep(1)  # in which the third would ask, too
        kaggle_apart.released.set()
    labels = [loaded.result(WITHIN).labels[:2].tolist() for loaded in loading]
    assert labels == [[6, 0], [0, 1], [0, 1]]
    assert sorted(kaggle_apart.requested) == [
        "archive.zip",
        "cifar-10-batches-py/test_batch",
    ]


@pytest.mark.parametrize("gets_on", [True, False])
def test_another_process_is_waited_for_as_long_as_it_gets_on(kaggle_apart, gets_on):
    home = kaggle_apart.cache / "datasets" / MNIST
    home.mkdir(parents=True)
    archive = home / "1.archive"
    with filelock.FileLock(home / "1.lock"), ThreadPoolExecutor() as pool:
        loading = pool.submit(load_mnist, source="kaggle", timeout=1.5)
        for size in range(1, 30) if gets_on else ():
            archive.write_bytes(b"P" * size)
            time.sleep(0.1)
            assert not loading.done()
        if gets_on:
            archive.unlink()
            put_into_cache(kaggle_apart.cache, MNIST, kaggle_apart.files)
        else:
            with pytest.raises(DatasetError) as caught:
                loading.result(WITHIN)
            assert str(caught.value).startswith(
                f"{COULD_NOT}another process is at it, and has got no further for 1.5 "
                "seconds. Try again when it has ended, or use"
            )
    if gets_on:
        assert len(loading.result(WITHIN).images) == 12
    assert kaggle_apart.requested == []


# Ctrl-C is the reader's own, and no DatasetError.


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no process a Ctrl-C alone")
@pytest.mark.parametrize("to_all", [True, False])
@pytest.mark.parametrize("resumable", [True, False])
def test_ctrl_c_half_way(kaggle_apart, half_way, resumable, to_all):
    """As a terminal sends it to all processes, or Jupyter to the kernel alone."""
    kaggle_apart.resumable = resumable
    process = started(HEED_CTRL_C, LOAD)
    half_way()
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    assert process.communicate(timeout=WITHIN)[0] == "interrupted\n"
    kaggle_apart.released.set()
    kaggle_apart.heal()
    kaggle_apart.resumable = resumable
    assert len(load_mnist(source="kaggle").images) == 12
    assert len(kaggle_apart.ranges) == resumable


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
            patches.setattr(known_files, "read_data_file", interrupt)
        with pytest.raises(KeyboardInterrupt):
            load_mnist(source="kaggle")
    kaggle.recovers()
