"""Blocks on several threads: shared out, ended early, and BLAS left as it was."""

import os
import subprocess
import sys
import threading
import warnings

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from xcorr_helpers import correlate
from xcorr_helpers._engine import threads


def blas_threads():
    return [
        info["num_threads"] for info in threadpool_info() if info["user_api"] == "blas"
    ]


@pytest.fixture
def two_threads():
    """Give BLAS two threads, also where an earlier call has left it one."""
    with threadpool_limits(2):
        if max(blas_threads()) < 2:
            pytest.skip("BLAS has one thread here")
        yield blas_threads()


def test_blocks_are_drawn_by_threads_and_blas_gets_its_own_back(two_threads):
    seen = {}
    both = threading.Barrier(2, timeout=20)

    def work(queue):
        both.wait()  # two of them run at once
        seen[threading.get_ident()] = list(queue), max(blas_threads())

    threads.share_out(work, range(5))
    drawn, held = zip(*seen.values())
    assert sorted(drawn[0] + drawn[1]) == [0, 1, 2, 3, 4] and held == (1, 1)
    assert blas_threads() == two_threads


def test_calls_that_overlap_give_blas_its_threads_back_together(two_threads):
    first, second = threads.blas_on_one_thread(), threads.blas_on_one_thread()
    first.__enter__()
    second.__enter__()
    assert threads.available_threads() == 1
    first.__exit__(None, None, None)
    assert max(blas_threads()) == 1  # the second still needs it so
    second.__exit__(None, None, None)
    assert blas_threads() == two_threads


def test_what_a_thread_raises_reaches_the_caller(two_threads):
    caller = threading.get_ident()

    both = threading.Barrier(2, timeout=20)

    def work(queue):
        both.wait()
        if threading.get_ident() != caller:
            raise MemoryError("no room")

    with pytest.raises(MemoryError, match="no room"):
        threads.share_out(work, range(5))
    assert blas_threads() == two_threads


def test_one_thread_where_that_is_what_blas_may_use():
    names = []
    with threadpool_limits(1):
        threads.share_out(lambda queue: names.append(threading.get_ident()), range(5))
    assert names == [threading.get_ident()]


def test_threads_keep_the_callers_error_state():
    images = np.full((600, 28, 28, 1), np.inf)
    kernels = np.array([[[1.0], [-1.0]]])[None]  # infinity minus infinity
    overflow = pytest.raises(FloatingPointError)
    with threadpool_limits(2), np.errstate(invalid="raise"), overflow:
        correlate(images, kernels, method="bands")
    with threadpool_limits(2), np.errstate(invalid="ignore"), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isnan(correlate(images, kernels, method="bands")).all()


INTERRUPTED = """
import os, signal, threading, time
import numpy as np
from threadpoolctl import threadpool_info
from xcorr_helpers import correlate

# A process that a shell starts in the background ignores it otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)
rng = np.random.default_rng(0)
images = rng.standard_normal((24, 512, 512, 1))
kernels = rng.standard_normal((8, 61, 61, 1))
few = images[:2, :200, :200]
before = correlate(few, kernels), [i["num_threads"] for i in threadpool_info()]
sent = []

def interrupt():
    sent.append(time.perf_counter())
    os.kill(os.getpid(), signal.SIGINT)

threading.Timer(2, interrupt).start()
try:
    correlate(images, kernels)
except KeyboardInterrupt:
    print(time.perf_counter() - sent[0])
after = correlate(few, kernels), [i["num_threads"] for i in threadpool_info()]
assert np.array_equal(before[0], after[0]) and before[1] == after[1], after[1]
print("right")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process can get a SIGINT there")
def test_the_stop_button_stops_it_and_the_next_call_is_right():
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    seconds, right = run.stdout.split()
    assert right == "right"
    assert float(seconds) < 2  # a few hundredths where nothing else runs


def test_where_no_thread_can_start_one_does_it(monkeypatch, two_threads):
    images = np.random.default_rng(1).standard_normal((900, 28, 28, 1))
    kernels = np.random.default_rng(2).standard_normal((2, 3, 3, 1))
    expected = correlate(images, kernels, method="bands")

    def fail(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threads._Pool, "executor", None)
    monkeypatch.setattr(threading.Thread, "start", fail)
    out = correlate(images, kernels, method="bands")
    np.testing.assert_array_equal(out, expected)
    assert blas_threads() == two_threads


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process forks there")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_process_does_it_alone_with_the_same_bits(two_threads):
    images = np.random.default_rng(1).standard_normal((900, 28, 28, 1))
    kernels = np.random.default_rng(2).standard_normal((2, 3, 3, 1))
    expected = correlate(images, kernels, method="bands")
    child = os.fork()
    if child == 0:
        same = np.array_equal(correlate(images, kernels, method="bands"), expected)
        os._exit(0 if same and threading.active_count() == 1 else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
