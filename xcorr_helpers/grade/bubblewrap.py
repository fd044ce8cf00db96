"""The command that starts Python in namespaces of its own, and what it sees there."""

from __future__ import annotations

import os
import shlex
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from .limits import Limits

PACKAGE = Path(__file__).resolve().parents[1]
COURSE = "/xcorr-course"  # where the package lies for the child
FOLDER = "/xcorr-work"  # the child's own, in memory
_NOBODY = 65534  # outside, where the teacher is root
_VIEW = "/dev/shm"  # there on any Linux, and nothing of Python's lies in it
_INSIDE = "1000"
_OF_SYSTEM = ("/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/local/lib")
_LINKED = ("/lib", "/lib64", "/lib32")
_NAMESPACES = ("user", "ipc", "pid", "net", "uts", "cgroup")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PLOTLY_RENDERER": "json",
}


def python() -> str:
    """Return the path of Python's own program, not that of an environment's link."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def site_packages() -> list[str]:
    """List the folders of installed packages from which this process imports."""
    names = ("site-packages", "dist-packages")
    return [p for p in sys.path if Path(p).name in names and Path(p).is_dir()]


def command(limits: Limits, filter_at: int, told_at: int) -> list[str]:
    """Return bubblewrap's command, for Python's own arguments to follow.

    The filter of system calls is read from one open file; which process is the child's
    first is told in another. Root becomes nobody before, and shows what Python needs
    where nobody can read it.
    """
    shown = _shown()
    libraries = {"LD_LIBRARY_PATH": f"{sys.base_prefix}/lib"}
    inside = [
        *("bwrap", "--die-with-parent", "--new-session", "--clearenv"),
        *(f"--unshare-{name}" for name in _NAMESPACES),
        *("--uid", _INSIDE, "--gid", _INSIDE, "--cap-drop", "ALL"),
        *("--hostname", "child", "--seccomp", str(filter_at)),
        *("--info-fd", str(told_at)),
        *_seen([(here, there) for here, (_, there) in zip(_readable(shown), shown)]),
        *_pairs("--dev-bind", ((device, device) for device in _DEVICES)),
        *("--size", str(limits.disk), "--tmpfs", FOLDER, "--chdir", FOLDER),
        *("--remount-ro", "/"),
        *_pairs("--setenv", (ENVIRONMENT | libraries | _of_folder(FOLDER)).items()),
        "--",
    ]
    return [*(_as_nobody(shown) if is_root() else []), *inside, python()]


def is_root() -> bool:
    """Tell whether this process is root's; nobody is on Windows."""
    return sys.platform != "win32" and os.geteuid() == 0


def _of_folder(folder: str) -> dict[str, str]:
    return {"HOME": folder, "TMPDIR": folder}


def _readable(shown: list[tuple[str, str]]) -> list[str]:
    """List where to find what is shown: as root, in a view of root's own making."""
    if not is_root():
        return [here for here, _ in shown]
    return [f"{_VIEW}/{number}" for number in range(len(shown))]


def _as_nobody(shown: list[tuple[str, str]]) -> list[str]:
    """Make that view, for this command alone, and become nobody.

    Each of these programs becomes the next, so bubblewrap's parent is the teacher's
    Python, with which it ends. A process in between, of root's without root's rights,
    could not end one of nobody's.
    """
    script = [f"set -e; mount -t tmpfs -o mode=755 none {_VIEW}"]
    for here, (source, _) in zip(_readable(shown), shown):
        make = "mkdir" if Path(source).is_dir() else "touch"
        script += [f"{make} {here}", f"mount --bind {shlex.quote(source)} {here}"]
    return [
        *("unshare", "--mount", "--propagation", "private"),
        *("sh", "-c", "; ".join([*script, 'exec "$@"']), "sh"),
        *("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}"),
        *("--clear-groups", "--inh-caps=-all", "--"),
    ]


def _shown() -> list[tuple[str, str]]:
    """List what Python and the course need, and where: no home, no other folder."""
    paths = [*_OF_SYSTEM, sysconfig.get_path("stdlib")]
    paths += [f"{sys.base_prefix}/{name}" for name in ("lib", "lib64")]
    paths += [python(), "/etc/ld.so.cache", *site_packages()]
    shown = [(path, path) for path in _outermost(filter(os.path.exists, paths))]
    course = [(str(PACKAGE), f"{COURSE}/{PACKAGE.name}")]
    sample = PACKAGE.parent / "data"  # in a clone; else it is in the package
    if (sample / "mnist").is_dir() and not (PACKAGE / "data").is_dir():
        course.append((str(sample), f"{COURSE}/data"))
    return shown + course


def _seen(shown: list[tuple[str, str]]) -> list[str]:
    """Show all that to be read only, and the libraries where programs look for them."""
    arguments = [*_folders_above(there for _, there in shown)]
    arguments += _pairs("--ro-bind", shown)
    for path in filter(os.path.exists, _LINKED):
        is_link = os.path.islink(path)
        arguments += ["--symlink" if is_link else "--ro-bind"]
        arguments += [os.readlink(path) if is_link else path, path]
    return arguments


def _folders_above(paths: Iterable[str]) -> Iterator[str]:
    """Make the folders above all, which bubblewrap itself may make for root alone."""
    above = {str(folder) for path in paths for folder in Path(path).parents}
    for folder in sorted(above - {"/"}):
        yield from ("--perms", "0755", "--dir", folder)


def _outermost(paths: Iterable[str]) -> list[str]:
    """Leave out what lies within another."""
    kept: list[str] = []
    for path in sorted({os.path.abspath(path) for path in paths}):
        if not any(Path(path).is_relative_to(outer) for outer in kept):
            kept.append(path)
    return kept


def _pairs(option: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for pair in pairs:
        yield from (option, *pair)
