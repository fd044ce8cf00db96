"""How a child is kept apart from all else: by bubblewrap, on Linux, or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from typing import Any

from . import bubblewrap
from .limits import Limits
from .syscalls import refusing

_BEGIN = (
    "import sys; sys.path += sys.argv[2:]; "
    "from xcorr_helpers.grade.child import main; main()"
)
# Neither the teacher's variables nor packages, nor files that Python would write.
_ALONE = ("-I", "-S", "-B", "-X", "utf8")


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

    def started(self, limits: Limits) -> tuple[subprocess.Popen[bytes], str]:
        """Start a child, and say which folder is to be removed when it has ended.

        Raises
        ------
        OSError
            If there is no such program, or the system starts none.
        """
        if self.apart:
            return _started_apart(limits), ""
        folder = tempfile.mkdtemp(prefix="xcorr-child-")
        paths = [str(bubblewrap.PACKAGE.parent), *bubblewrap.site_packages()]
        command = [bubblewrap.python(), *_arguments(limits, paths, apart=False)]
        apart: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        names = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        environment = kept | bubblewrap.ENVIRONMENT | {"HOME": folder, "TEMP": folder}
        return _opened(command, env=environment, cwd=folder, **apart), folder


def _started_apart(limits: Limits) -> subprocess.Popen[bytes]:
    filter_at, filled = os.pipe()
    try:
        os.write(filled, refusing() or b"")
        os.close(filled)
        paths = [bubblewrap.COURSE, *bubblewrap.site_packages()]
        command = bubblewrap.command(limits, filter_at)
        command += _arguments(limits, paths, apart=True)
        return _opened(command, pass_fds=[filter_at])
    finally:
        os.close(filter_at)


def _arguments(limits: Limits, paths: list[str], apart: bool) -> list[str]:
    settings = json.dumps(asdict(limits) | {"apart": apart})
    return [*_ALONE, "-c", _BEGIN, settings, *paths]


def _opened(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, **options
    )
