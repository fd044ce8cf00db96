"""How a child is kept apart from all else: by bubblewrap, on Linux, or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from . import bubblewrap
from .limits import Limits
from .syscalls import refusing

_BEGIN = (
    "import sys; sys.path += sys.argv[2:]; "
    "from xcorr_helpers.grade.child import main; main()"
)
# Neither the teacher's variables nor packages, nor files that Python would write.
_ALONE = ("-I", "-S", "-B", "-X", "utf8")


@dataclass
class Started:
    """A child that runs, and how it is ended with all that it started."""

    process: subprocess.Popen[bytes]
    folder: str = ""  # to be removed
    told: BinaryIO | None = None  # in which bubblewrap says what it started

    def end(self) -> None:
        """End it; nothing is left, in whatever state it is."""
        process = self.process
        with suppress(OSError):
            if self.told is not None:
                self._end_first()
            elif sys.platform != "win32":  # a session of its own
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _end_first(self) -> None:
        """End the first process of the child's namespace, with which all others end.

        Then bubblewrap itself ends, and leaves no dead process for others to collect.
        """
        assert self.told is not None
        with self.told as file, suppress(ValueError, KeyError):
            os.set_blocking(file.fileno(), False)
            first = int(json.loads(file.read() or b"")["child-pid"])
            status = Path(f"/proc/{first}/stat").read_text(encoding="ascii")
            if int(status.rpartition(")")[2].split()[1]) == self.process.pid:
                os.kill(first, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=2)


@dataclass(frozen=True)
class Isolation:
    """How a child is started: kept apart from all else, or not.

    Attributes
    ----------
    apart : bool
        Whether it has namespaces of its own. If not, it is a plain process of this
        user's, held to time, and to what other limits the system has.
    """

    apart: bool = True

    def started(self, limits: Limits) -> Started:
        """Start a child.

        Raises
        ------
        OSError
            If there is no such program, or the system starts none.
        """
        if self.apart:
            return _started_apart(limits)
        folder = tempfile.mkdtemp(prefix="xcorr-child-")
        paths = [str(bubblewrap.PACKAGE.parent), *bubblewrap.site_packages()]
        command = [bubblewrap.python(), *_arguments(limits, paths, apart=False)]
        apart: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        names = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        environment = kept | bubblewrap.ENVIRONMENT | {"HOME": folder, "TEMP": folder}
        process = _opened(command, env=environment, cwd=folder, **apart)
        return Started(process, folder=folder)


def _started_apart(limits: Limits) -> Started:
    (filter_at, filled), (told, told_at) = os.pipe(), os.pipe()
    try:
        with os.fdopen(filled, "wb") as file:
            file.write(refusing() or b"")
        paths = [bubblewrap.COURSE, *bubblewrap.site_packages()]
        command = bubblewrap.command(limits, filter_at, told_at)
        command += _arguments(limits, paths, apart=True)
        process = _opened(command, pass_fds=[filter_at, told_at], cwd="/")
    except BaseException:
        os.close(told)
        raise
    finally:
        os.close(filter_at)
        os.close(told_at)
    return Started(process, told=os.fdopen(told, "rb"))


def _arguments(limits: Limits, paths: list[str], apart: bool) -> list[str]:
    settings = json.dumps(asdict(limits) | {"apart": apart})
    return [*_ALONE, "-c", _BEGIN, settings, *paths]


def _opened(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, **options
    )
