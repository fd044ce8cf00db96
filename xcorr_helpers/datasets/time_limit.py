"""A limit to how long kagglehub waits for a server: for the API it sets none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["silence_limited"]

# Two threads that each put the other's method back would leave a limit behind.
_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def silence_limited(seconds: float) -> Iterator[None]:
    """Let no request of this thread wait longer than that for the next byte.

    All of kagglehub's requests go through one method of requests, wherever in
    kagglehub or its SDK they are made; other threads' requests are left alone.
    """
    from requests.adapters import HTTPAdapter

    our_thread = threading.get_ident()

    def send(
        self: Any, request: Any, stream: bool = False, timeout: Any = None, **rest: Any
    ) -> Any:
        if threading.get_ident() == our_thread:
            timeout = seconds
        return send_without_limit(self, request, stream, timeout, **rest)

    with _ONE_AT_A_TIME:
        send_without_limit = HTTPAdapter.send
        HTTPAdapter.send = send  # type: ignore[assignment, method-assign]
        try:
            yield
        finally:
            HTTPAdapter.send = send_without_limit  # type: ignore[method-assign]
