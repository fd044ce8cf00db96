"""Downloads that the machine disturbs: no room, a second process, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import filelock
import pytest

from tests.datasets.kaggle_here import fails
from tests.datasets.small_datasets import MNIST, put_into_cache
from xcorr_helpers import load_mnist


def test_a_limit_to_the_size_of_a_file(kaggle):
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    try:
        fails("it cannot be stored: File too large")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not kaggle.archive.exists()
    kaggle.recovers()


def test_a_file_in_the_place_of_the_cache(kaggle):
    kaggle.cache.write_text("mine")
    fails("it cannot be stored: ")
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
    archive = kaggle_apart.archive
    half = len(kaggle_apart.blob("archive.zip")) // 2 - 2**14  # a piece is on its way
    return lambda: wait_for(lambda: archive.exists() and archive.stat().st_size >= half)


def test_two_processes_at_once(kaggle_apart, half_way):
    first = started(LOAD)
    half_way()
    second = started(LOAD)
    time.sleep(2)  # in which it would ask for the archive, too
    kaggle_apart.released.set()
    for process in (first, second):
        assert process.communicate(timeout=WITHIN)[0] == "[0, 1, 2]\n"
    assert kaggle_apart.requested == ["archive.zip"]


@pytest.mark.thorough
@pytest.mark.parametrize("gets_on", [True, False])
def test_another_process_is_waited_for_as_long_as_it_gets_on(kaggle_apart, gets_on):
    home = kaggle_apart.archive.parent
    home.mkdir(parents=True)
    with ThreadPoolExecutor() as pool, filelock.FileLock(home / "1.lock"):
        if gets_on:
            loading = pool.submit(load_mnist, source="kaggle", timeout=3)
            for size in range(45):
                kaggle_apart.archive.write_bytes(b"P" * size)
                time.sleep(0.1)
            kaggle_apart.archive.unlink()
            put_into_cache(kaggle_apart.cache, MNIST, kaggle_apart.files)
        else:
            words = "another process is at it, and has got no further for 0.5 seconds"
            fails(f"{words}. Try again when it has ended", timeout=0.5)
    assert not gets_on or len(loading.result().images) == 12
    assert kaggle_apart.requested == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no process a Ctrl-C alone")
@pytest.mark.parametrize(
    "to_all", [True, pytest.param(False, marks=pytest.mark.thorough)]
)
@pytest.mark.parametrize("resumable", [True, False])
def test_ctrl_c_half_way(kaggle_apart, half_way, resumable, to_all):
    """As a terminal sends it to all processes, or Jupyter to the kernel alone."""
    kaggle_apart.resumable = resumable
    process = started(HEED_CTRL_C, LOAD)
    half_way()
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    assert process.communicate(timeout=15)[0] == "interrupted\n"
    kaggle_apart.released.set()
    kaggle_apart.heal()
    kaggle_apart.resumable = resumable
    assert len(load_mnist(source="kaggle").images) == 12
    assert len(kaggle_apart.ranges) == resumable
