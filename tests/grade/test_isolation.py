"""What the isolation promises, looked at from outside, and that a lack is noticed."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from xcorr_helpers.grade import bubblewrap, probe
from xcorr_helpers.grade.isolation import Isolation
from xcorr_helpers.grade.limits import Limits
from xcorr_helpers.grade.submission import NotStartedError, Submission

NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup")
SLEEPS = "import time\ntime.sleep(60)"


def children(pid):
    """List the processes that a process has started, and they in turn."""
    found = []
    with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                found += [int(child), *children(child)]
    return found


def status(pid):
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0]: line.partition(":")[2].split() for line in lines}


@pytest.fixture
def child(isolation):
    """A child that waits, and the number of its Python."""
    with Submission([], "x", isolation, Limits()) as submission:
        submission.problem = ""
        talk = submission._talk
        yield children(talk._process.pid)[-1]


def test_it_is_nobody_in_namespaces_of_its_own(child):
    seen = status(child)
    assert "0" not in seen["Uid"] + seen["Gid"]
    assert os.geteuid() or seen["Uid"] == ["65534"] * 4
    for name in ("CapEff", "CapPrm", "CapInh", "CapBnd"):
        assert seen[name] == ["0" * 16], name
    assert (seen["NoNewPrivs"], seen["Seccomp"]) == (["1"], ["2"])
    assert seen["NSpid"][-1] == "2"  # after bubblewrap, in its own
    for name in NAMESPACES:
        ours, its = (os.readlink(f"/proc/{p}/ns/{name}") for p in ("self", child))
        assert ours != its, name
    # No terminal of the teacher's.
    assert os.getsid(child) != os.getsid(0)


def test_its_limits_are_hard(child):
    lines = Path(f"/proc/{child}/limits").read_text(encoding="ascii").splitlines()
    hard = {line[:26].strip(): line[26:].split()[:2] for line in lines[1:]}
    limits = Limits()
    assert hard["Max address space"] == [str(limits.memory)] * 2
    assert hard["Max file size"] == [str(limits.disk)] * 2
    assert hard["Max open files"] == [str(limits.files)] * 2
    assert hard["Max processes"] == [str(limits.threads + 2)] * 2
    assert hard["Max cpu time"][0] == str(limits.processor)
    assert hard["Max core file size"] == ["0", "0"]


@pytest.fixture
def ours():
    """List what this process has started since; browsers of other tests may run."""
    others = {*children(os.getpid())}
    return lambda: {*children(os.getpid())} - others


def test_nothing_is_left_of_it(isolation, ours):
    with Submission([SLEEPS], "x", isolation, Limits(cells=0.5)) as submission:
        assert "more than 0.5 s" in submission.problem
        assert not ours()
    open_files = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with Submission([], "x", isolation):
            assert len(ours()) == 3
    assert not ours()
    time.sleep(0.1)  # its thread closes what was open
    assert len(os.listdir("/proc/self/fd")) <= open_files


def test_it_ends_with_ctrl_c(isolation, ours):
    interrupt = threading.Timer(1, os.kill, [os.getpid(), signal.SIGINT])
    interrupt.start()
    with pytest.raises(KeyboardInterrupt), Submission([SLEEPS], "x", isolation):
        pass
    assert not interrupt.is_alive()
    assert not ours()


def test_it_ends_with_its_parent(isolation):
    code = f"""
from xcorr_helpers.grade.submission import Submission
from xcorr_helpers.grade.isolation import Isolation
print("starts", flush=True)
with Submission([{SLEEPS!r}], "x", Isolation()): pass
"""
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert parent.stdout.readline() == b"starts\n"
    end = time.monotonic() + 30
    while len(started := children(parent.pid)) < 3 and time.monotonic() < end:
        time.sleep(0.05)
    assert len(started) == 3
    time.sleep(0.5)  # until its cell sleeps
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    while any(map(lives, started)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(lives, started))


def lives(pid):
    try:
        return status(pid)["State"][0] != "Z"
    except FileNotFoundError:
        return False


def without(*options):
    """Leave these options of bubblewrap out, with what stands behind them."""

    def command(limits, filter_at, told_at, real=bubblewrap.command):
        made = real(limits, filter_at, told_at)
        for option, values in options:
            while option in made:
                at = made.index(option)
                del made[at : at + 1 + values]
        return made

    return command


def also_shown(limits, filter_at, told_at, real=bubblewrap.command):
    made = real(limits, filter_at, told_at)
    at = made.index("--remount-ro")
    folder = tempfile.gettempdir()
    return [*made[:at], "--ro-bind", folder, folder, *made[at:]]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (without(("--seccomp", 1)), "can start processes"),
        (without(("--seccomp", 1)), "open a connection"),
        (without(("--size", 1)), "can write more"),
        (without(("--remount-ro", 1)), "outside its own folder"),
        (without(("--clearenv", 0)), "this user's environment"),
        (without(("--unshare-pid", 0)), "see other processes"),
        (also_shown, "can read files of this user's"),
    ],
    ids=["fork", "socket", "disk", "root", "environment", "processes", "files"],
)
def test_what_is_left_out_is_missed(isolation, open_folder, monkeypatch, command, said):
    monkeypatch.setattr(tempfile, "tempdir", str(open_folder))
    monkeypatch.setenv("USER", "teacher")
    monkeypatch.setattr(bubblewrap, "command", command)
    assert any(said in sentence for sentence in probe.missing())


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_have_none(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    (said,) = probe.missing()
    assert said.startswith("Only Linux has what keeps a child apart")


@pytest.mark.skipif(sys.platform != "linux", reason="there is no isolation elsewhere")
class TestWhereSomethingIsMissing:
    """Each is named in words, and nothing is tried without."""

    def test_programs(self, monkeypatch):
        monkeypatch.setattr(probe.shutil, "which", lambda _: None)
        assert "There is no program `bwrap`: install the package bubblewrap." in (
            probe.missing()
        )

    def test_processor(self, monkeypatch):
        monkeypatch.setattr(probe, "refusing", lambda: None)
        assert "for this processor" in probe.missing()[-1]

    def test_namespaces(self, monkeypatch, tmp_path):
        said = "bwrap: setting up uid map: Permission denied"
        forbidden = ["sh", "-c", f"echo '{said}' >&2; exit 1", "sh"]
        monkeypatch.setattr(bubblewrap, "command", lambda *_: forbidden)
        monkeypatch.setattr(probe.shutil, "which", lambda _: "/bin/true")
        (sentence,) = probe.missing()
        assert said in sentence and "sysctl" in sentence

    def test_a_child_that_does_not_start_is_nobodys_mistake(self, monkeypatch):
        monkeypatch.setattr(bubblewrap, "command", lambda *_: ["/bin/false"])
        with pytest.raises(NotStartedError, match="no child has started"):
            Submission([], "x", Isolation()).__enter__()
        monkeypatch.setattr(bubblewrap, "command", lambda *_: ["/not/there"])
        with pytest.raises(NotStartedError, match="no child has started"):
            Submission([], "x", Isolation()).__enter__()


def test_without_isolation_time_is_kept_all_the_same():
    plain = Isolation(apart=False)
    right = "from xcorr_helpers import window_index as my_window"
    with Submission([right], "my_window", plain) as submission:
        assert submission.value((5, 9), (2, 3)).tolist() == [0, 1, 2, 9, 10, 11]
        folder = submission._talk._started.folder
        assert os.path.isdir(folder)
    assert not os.path.exists(folder)
    with Submission([SLEEPS], "x", plain, Limits(cells=0.5)) as submission:
        assert "more than 0.5 s" in submission.problem


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_without_isolation_other_limits_are_kept():
    cells = ["import os, resource", "found = resource.getrlimit(resource.RLIMIT_FSIZE)"]
    with Submission(cells, "found", Isolation(apart=False)) as submission:
        assert submission.value == (Limits().disk, Limits().disk)
