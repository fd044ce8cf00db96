"""Share the machine's cores between our own threads and those of NumPy's BLAS."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from contextvars import copy_context
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

Block = TypeVar("Block")

MOST_THREADS = 8  # so that all their blocks together stay small


class Queue(Generic[Block]):
    """Blocks of work, from which each thread draws the next one."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = deque(blocks)

    def __iter__(self) -> Iterator[Block]:
        return self

    def __next__(self) -> Block:
        try:
            return self._blocks.popleft()  # no two threads get the same one
        except IndexError:
            raise StopIteration from None

    def __len__(self) -> int:
        return len(self._blocks)

    def clear(self) -> None:
        self._blocks.clear()


class _Hold:
    """How many calls hold BLAS at one thread, and what gives it back its own."""

    lock = threading.Lock()
    calls = 0
    limiter: Any = None


class _Pool:
    """Threads that stay from call to call; none in a process that was forked."""

    lock = threading.Lock()
    executor: ThreadPoolExecutor | None = None
    warm = 0  # how many threads have touched their BLAS memory
    forked = False

    @classmethod
    def forget(cls) -> None:
        """Forget the threads, which a fork leaves behind, and locks that they held."""
        cls.lock, _Hold.lock = threading.Lock(), threading.Lock()
        cls.executor, cls.forked = None, True


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_Pool.forget)


@cache
def _controller() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()  # finding the libraries takes a millisecond


def available_threads() -> int:
    """Return how many threads BLAS may use now, by OPENBLAS_NUM_THREADS and limits.

    A browser has one. Without threadpoolctl nobody can tell: we add none to BLAS's.
    """
    if sys.platform == "emscripten":
        return 1
    try:
        libraries = _controller().lib_controllers
    except ImportError:
        return 1
    return max((library.num_threads for library in libraries), default=1)


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


def share_out(work: Callable[[Queue[Block]], None], blocks: Iterable[Block]) -> None:
    """Call `work` on some threads at once, with one queue to draw blocks from.

    The caller's thread is one of them. Whatever ends it early, Ctrl-C for one, ends
    the others after their present block, and BLAS has its threads back.
    """
    queue = Queue(blocks)
    available = available_threads()
    threads = 1 if _Pool.forked else min(available, MOST_THREADS, len(queue))
    if available < 2:
        work(queue)
        return
    with blas_on_one_thread():  # also alone: other shares would be other bits
        if threads < 2:
            work(queue)
            return
        others: list[Future[None]] = []
        try:
            _warm(threads)
            _start(others, lambda: work(queue), threads - 1)
            work(queue)
        finally:
            queue.clear()
            wait(others)
        for other in others:
            other.result()  # hands on what the thread raised


def _start(futures: list[Future[None]], work: Callable[[], None], count: int) -> None:
    """Add what runs `work` on other threads; fewer where the system has no more."""
    with _Pool.lock:
        if _Pool.executor is None:
            _Pool.executor = ThreadPoolExecutor(MOST_THREADS - 1, "correlate")
        try:
            futures.extend(  # in the caller's context, for its np.errstate
                _Pool.executor.submit(copy_context().run, work) for _ in range(count)
            )
        except RuntimeError:  # no thread can start: those that run do all the work
            _Pool.executor = None


def _warm(threads: int) -> None:
    """Let BLAS touch the memory in which it packs, once for each thread.

    On some processors products take up to three times as long until then.
    """
    with _Pool.lock:
        cold = threads > _Pool.warm
        _Pool.warm = max(threads, _Pool.warm)
    if not cold:
        return
    import numpy as np  # which threads alone do without

    together = threading.Barrier(threads)
    tall, wide = np.ones((128, 512), np.float32), np.ones((512, 1024), np.float32)

    def touch() -> None:
        with suppress(threading.BrokenBarrierError):
            together.wait(timeout=1)  # or one thread might touch the same memory twice
        np.matmul(tall, wide)

    others: list[Future[None]] = []
    _start(others, touch, threads - 1)
    touch()
    wait(others)
