"""Ask a child, and wait no longer than one wants to for what it says."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

import numpy as np

from .isolation import Isolation
from .limits import Limits
from .protocol import Message, UnreadableError, packed, read


class EndedError(Exception):
    """The child has ended, and why: by itself, or since it took too long."""


class TooLongError(EndedError):
    """It took longer than it may, and was ended."""


class Talk:
    """A child that runs, and answers one question at a time.

    It is ended, with all that it started, by `end`, and with the first answer that does
    not come in time or cannot be read. The thread that starts a child must live as long
    as it does.
    """

    def __init__(self, isolation: Isolation, limits: Limits) -> None:
        self.ended = ""  # why, once it has
        self.complaint = ""  # then: what the system said, if it did not start
        self._is_over = False
        self._limits = limits
        self._started = isolation.started(limits)
        self._process = self._started.process
        self._questions: SimpleQueue[bytes | None] = SimpleQueue()
        self._answers: SimpleQueue[Message | Exception] = SimpleQueue()
        # Writing waits, too, where a child does not read: hence the thread.
        threading.Thread(target=self._carry, daemon=True).start()

    def ask(self, header: Any, arrays: list[np.ndarray], seconds: float) -> Message:
        """Send a question, and return what comes back.

        Raises
        ------
        EndedError
            If the child has ended, or if this ends it.
        """
        if self.ended:
            raise EndedError(self.ended)
        self._questions.put(packed(header, arrays))
        return self.hear(seconds)

    def hear(self, seconds: float) -> Message:
        """Return the next that the child says, unasked where it has just started."""
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            why = f"it took more than {round(seconds, 1):g} s, and was ended"
            raise TooLongError(self._over(why)) from None
        if isinstance(answer, UnreadableError):
            raise EndedError(self._over(str(answer)))
        if isinstance(answer, Exception):
            raise EndedError(self._over(self._why()))
        return answer

    def end(self) -> None:
        """End the child, and all that it started."""
        if self._is_over:
            return
        self._is_over, self.ended = True, self.ended or "it was ended"
        self._started.end()
        self._questions.put(None)
        self.complaint = self._complaint()

    def _complaint(self) -> str:
        """Read what was said of a start that failed: all else goes nowhere."""
        assert self._process.stderr is not None
        with self._process.stderr as file, suppress(OSError, AttributeError):
            os.set_blocking(file.fileno(), False)
            return (file.read(4000) or b"").decode("utf-8", "replace").strip()
        return ""

    def _over(self, why: str) -> str:
        self.ended = why
        self.end()
        return why

    def _why(self) -> str:
        """Say how the child ended by itself."""
        with suppress(Exception):
            code = self._process.wait(timeout=1)
            number = -code if code < 0 else code - 128
            if sys.platform != "win32" and number == signal.SIGXCPU:
                return f"it took more than {self._limits.processor} s of processor time"
        return "Python ended in it"

    def _carry(self) -> None:
        """Carry questions there and answers back, until one of them fails."""
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        try:
            while True:
                self._answers.put(read(self._exactly, self._limits.reply))
                question = self._questions.get()
                if question is None:
                    break
                left = memoryview(question)
                while left:
                    left = left[process.stdin.write(left) or 0 :]
        except Exception as error:
            self._answers.put(error)
        finally:
            process.stdin.close()
            process.stdout.close()

    def _exactly(self, count: int) -> bytes:
        assert self._process.stdout is not None
        parts = bytearray()
        while len(parts) < count:
            part = self._process.stdout.read(min(count - len(parts), 2**20))
            if not part:
                raise EOFError
            parts += part
        return bytes(parts)
