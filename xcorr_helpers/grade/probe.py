"""Try the isolation for real, and say what this system cannot give."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile

from .bubblewrap import is_root
from .isolation import Isolation
from .limits import MIB, Limits
from .submission import NotStartedError, Submission
from .syscalls import refusing

_TRIED = """
import os, resource, socket, threading
found = []
def tried(what, attempt):
    try:
        attempt()
    except (OSError, MemoryError, RuntimeError):
        return
    found.append(what)
def outgrow(folder):
    for name in range(3):
        with open(folder + "/" + str(name), "wb") as file:
            file.write(bytes({disk} // 2))
def fork():
    if os.fork() == 0:
        os._exit(0)
def crowd():
    event, threads = threading.Event(), []
    try:
        for _ in range({threads} + 2):
            threads.append(threading.Thread(target=event.wait))
            threads[-1].start()
    finally:
        event.set()
if 0 in (os.getuid(), os.geteuid(), os.getgid()):
    found.append(0)
tried(1, lambda: open({secret!r}).read())
tried(2, lambda: open("/xcorr-course/written", "w"))
tried(2, lambda: open("/written", "w"))
tried(3, lambda: outgrow("."))
tried(4, lambda: bytearray({memory}))
tried(5, fork)
tried(6, crowd)
tried(7, socket.socket)
if os.path.exists("/proc") or os.getppid() != 1:
    found.append(8)
if {{*os.environ}} & {{"PATH", "USER", "LOGNAME", "MAIL", "SHELL"}}:
    found.append(9)
outcome = found
"""
_FOUND = (
    "The child is root.",
    "The child can read files of this user's.",
    "The child can write outside its own folder.",
    "The child can write more than it may.",
    "The child can use more memory than it may.",
    "The child can start processes.",
    "The child can start more threads than it may.",
    "The child can open a connection.",
    "The child can see other processes.",
    "The child can see this user's environment.",
)
_AS_ROOT = {"mount": "mount", "setpriv": "util-linux", "unshare": "util-linux"}
_REMEDIES = {
    "uid map": "This system may forbid ordinary users to make namespaces: on Ubuntu, "
    "`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` allows it.",
    "Unknown option": "This bubblewrap is too old: 0.8 is new enough.",
    "Creating new namespace": "This system, or a container around it, forbids "
    "namespaces.",
}


def missing() -> list[str]:
    """Try the isolation, and list in sentences what this system cannot give.

    Returns
    -------
    list of str
        Empty where all of it is there. It takes about half a second.

    Examples
    --------
    >>> all(sentence.endswith(".") for sentence in missing())
    True
    """
    if sys.platform != "linux":
        return [
            "Only Linux has what keeps a child apart, namespaces and bubblewrap; "
            f"this system is {platform.system()}."
        ]
    programs = {"bwrap": "bubblewrap"} | (_AS_ROOT if is_root() else {})
    absent = [
        f"There is no program `{program}`: install the package {package}."
        for program, package in programs.items()
        if shutil.which(program) is None
    ]
    if refusing() is None:
        absent.append(
            "No numbers of system calls are known here for this processor, "
            f"{platform.machine()}: a child could start processes."
        )
    return absent or _tried()


def _tried() -> list[str]:
    limits = Limits(memory=1024 * MIB, disk=MIB, threads=8)
    with tempfile.NamedTemporaryFile(dir=tempfile.gettempdir()) as secret:
        os.chmod(secret.name, 0o644)
        cell = _TRIED.format(
            disk=limits.disk,
            memory=limits.memory,
            threads=limits.threads,
            secret=secret.name,
        )
        try:
            with Submission([cell], "outcome", Isolation(), limits) as child:
                found, problem = child.value, child.problem
        except NotStartedError as error:
            known = [_REMEDIES[text] for text in _REMEDIES if text in str(error)]
            return [f"bubblewrap: {error}." if not known else f"{error}. {known[0]}"]
    if problem or type(found) is not list:
        return [f"The isolation could not be tried: {problem}."]
    return [_FOUND[number] for number in found]
