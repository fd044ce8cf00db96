"""Say how far it has come: a bar that moves on a terminal, a line each elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

_WIDTH = 20


class Progress:
    """Counts notebooks."""

    def __init__(self, total: int, screen: TextIO | None = None) -> None:
        self.total, self.done, self.drawn = total, 0, 0
        self.screen = screen or sys.stdout
        self.began = time.monotonic()
        self.moves = self.screen.isatty()

    def at(self, label: str) -> None:
        """Say whose notebook is being marked."""
        if self.moves:
            full = _WIDTH * self.done // max(self.total, 1)
            bar = f"[{'#' * full}{'.' * (_WIDTH - full)}]"
            self._draw(f"{bar}  {self.done} of {self.total}  {self._time()}  {label}")

    def marked(self, label: str, said: str) -> None:
        """Say what came of one."""
        self.done += 1
        if not self.moves:
            print(
                f"{self.done} of {self.total}  {label}: {said}",
                file=self.screen,
                flush=True,
            )

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the line that moved."""
        if self.moves:
            bar = "#" * (_WIDTH * self.done // max(self.total, 1))
            self._draw(
                f"[{bar:.<{_WIDTH}}]  {self.done} of {self.total}  {self._time()}"
            )
            print(file=self.screen, flush=True)

    def _time(self) -> str:
        minutes, seconds = divmod(round(time.monotonic() - self.began), 60)
        return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"

    def _draw(self, line: str) -> None:
        line = line[: shutil.get_terminal_size().columns - 1]
        blank = " " * (self.drawn - len(line))
        print(f"\r{line}{blank}", end="", file=self.screen, flush=True)
        self.drawn = len(line)
