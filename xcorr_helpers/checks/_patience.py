"""Wait for a function that may take long, and say so."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TOLD, GIVEN_UP = 2, 20  # seconds of the function's own time


class Patience:
    """The time that a function has taken in all, and where it is."""

    def __init__(self, name: str) -> None:
        self.name, self.spent, self.at = name, 0.0, ""
        self._silent = True

    @property
    def over(self) -> bool:
        """Whether no more is to be waited for."""
        return self.spent >= GIVEN_UP

    @contextmanager
    def during(self, at: str) -> Iterator[None]:
        """Count the time, and say once where it goes."""
        self.at, start = at, time.perf_counter()
        timer = threading.Timer(max(TOLD - self.spent, 0), self._say, [sys.stdout])
        timer.daemon = True
        if self._silent:
            with suppress(RuntimeError):  # there are no threads in a browser
                timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.spent += time.perf_counter() - start

    def _say(self, stdout: object) -> None:
        self._silent = False
        print(f"{self.name}: waiting for {self.at}", file=stdout, flush=True)  # type: ignore[call-overload]
