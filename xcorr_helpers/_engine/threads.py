"""Share the machine's cores between our own threads and those of NumPy's BLAS."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

Item = TypeVar("Item")


@cache
def _controller() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()  # finding the libraries takes a millisecond


class _Hold:
    """How many calls hold BLAS at one thread, and what gives it back its own."""

    lock = threading.Lock()
    calls = 0
    limiter: Any = None


def available_threads() -> int:
    """Return how many threads BLAS may use now, by OPENBLAS_NUM_THREADS and limits.

    A browser has one. Without threadpoolctl nobody can tell: we add none to BLAS's.
    """
    if sys.platform == "emscripten":
        return 1
    try:
        libraries = _controller().info()
    except ImportError:
        return 1
    return max((library["num_threads"] for library in libraries), default=1)


@contextmanager
def blas_on_one_thread() -> Iterator[None]:
    """Hold BLAS at one thread; of calls that overlap, the last to end lets go."""
    with _Hold.lock:
        if _Hold.calls == 0:
            _Hold.limiter = _controller().limit(limits=1, user_api="blas")
        _Hold.calls += 1
    try:
        yield
    finally:
        with _Hold.lock:
            _Hold.calls -= 1
            if _Hold.calls == 0:
                _Hold.limiter.restore_original_limits()


def share_out(
    work: Callable[[Sequence[Item]], None], items: Sequence[Item], most: int
) -> None:
    """Call `work` with all items, or with a part of them on each of `most` threads.

    The caller's thread is one of them, and needs no time to start.
    """
    threads = min(available_threads(), most, len(items))
    if threads < 2:
        work(items)
        return
    with blas_on_one_thread(), ThreadPoolExecutor(threads - 1) as pool:
        futures = [  # in the caller's context, for its np.errstate
            pool.submit(copy_context().run, work, items[i::threads])
            for i in range(1, threads)
        ]
        work(items[::threads])
        for future in futures:
            future.result()  # hands on what the thread raised
