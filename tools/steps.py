"""Say on the screen which step a command is at, and keep its own words in a log.

A step is one line: its number, what it does, how far it has come, how long it took. On
a terminal the line moves. Whatever fails ends the program with what was said of it.
"""

import collections
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOGS = ROOT / "_build" / "logs"
COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b")
MOST, LAST = 20, 12  # lines shown of a step that fails: complaints, or else its end

# What a step does; the line that it begins with, if another is before it; the lines to
# count, and how many there will be.
Step = collections.namedtuple(
    "Step", "title begins counted total", defaults=(None, None, None)
)


class Steps:
    """The steps of one command, of which there are so many, and their log."""

    def __init__(self, name, number, screen=None):
        LOGS.mkdir(parents=True, exist_ok=True)
        self.log = LOGS / f"{name}.log"
        self.log.write_text("", encoding="utf-8")
        self.number, self.screen = number, screen or sys.stdout
        self.began, self.done = time.monotonic(), 0

    def run(self, command, *steps):
        """Run a command, which takes one step or several."""
        told = {"PYTHONIOENCODING": "utf-8:replace", "PYTHONUNBUFFERED": "1"}
        waiting, said = list(steps), []
        with self.log.open("a", encoding="utf-8") as log:
            print(*command, file=log, flush=True)
            with subprocess.Popen(
                list(map(str, command)),
                cwd=ROOT,
                env={**os.environ, **told},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            ) as program:
                self._begin(waiting.pop(0))
                try:
                    for line in program.stdout:
                        text = COLOUR.sub("", line).rstrip()
                        print(text, file=log, flush=True)
                        said.append(text)
                        if waiting and re.search(waiting[0].begins, text):
                            self._end()
                            self._begin(waiting.pop(0))
                        counted = self.step.counted
                        self.count += bool(counted and re.search(counted, text))
                except BaseException:  # Ctrl-C
                    program.kill()
                    self._end("stopped")
                    raise
        if program.returncode:
            self._end("failed")
            raise SystemExit(self._complaint(said))
        self._end()

    def finish(self, words):
        """Say what there is now, and how long all of it took."""
        print(f"{words} ({duration(time.monotonic() - self.began)})", file=self.screen)

    def _begin(self, step):
        self.step, self.count, self.since = step, 0, time.monotonic()
        self.done += 1
        if self.screen.isatty():
            self.drawn, self.over = 0, threading.Event()
            self.mover = threading.Thread(target=self._move, daemon=True)
            self.mover.start()
        else:
            print(self._title(), "...", end=" ", file=self.screen, flush=True)

    def _move(self):
        while not self.over.wait(0.2):
            self._draw()

    def _end(self, how=""):
        if self.screen.isatty():
            self.over.set()
            self.mover.join()
            self._draw(how)
            print(file=self.screen, flush=True)
        else:
            print(", ".join(self._state(how)), file=self.screen, flush=True)

    def _title(self):
        return f"{self.done} of {self.number}  {self.step.title}"

    def _state(self, how=""):
        """List how far the step has come, in words, and how long it has taken."""
        whole = f" of {self.step.total}" if self.step.total else ""
        came = f"{self.count}{whole}" if self.count else ""
        return [*filter(None, (came, how)), duration(time.monotonic() - self.since)]

    def _draw(self, how=""):
        """Write the line anew, over what stood there."""
        bar = ""
        if self.step.total:
            full = 20 * min(self.count, self.step.total) // self.step.total
            bar = f"[{'#' * full}{'.' * (20 - full)}]  "
        line = f"{self._title():<34}  {bar}{', '.join(self._state(how))}"
        line = line[: shutil.get_terminal_size().columns - 1]
        blank = " " * (self.drawn - len(line))
        print(f"\r{line}{blank}", end="", file=self.screen, flush=True)
        self.drawn = len(line)

    def _complaint(self, said):
        lines = [line.replace(f"{ROOT}{os.sep}", "") for line in said if line]
        found = list(dict.fromkeys(filter(COMPLAINT.search, lines)))
        shown = found[:MOST] or lines[-LAST:]
        if len(found) > MOST:
            shown.append(f"... and {len(found) - MOST} more")
        return "\n".join(["", *shown, "", f"All that was said is in {self.log}"])


def duration(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
