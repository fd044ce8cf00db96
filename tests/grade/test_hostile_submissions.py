"""What a notebook may try costs its author the point, and nobody else anything.

Each is run in the real isolation, with tight limits, and marked by the judge.
"""

import os
import time
from pathlib import Path

import pytest

from xcorr_helpers import checks
from xcorr_helpers.grade.limits import MIB, Limits
from xcorr_helpers.grade.submission import Submission

JUDGE, NAME = "window_index", "my_window"
LIMITS = Limits(cells=4, call=1, memory=1024 * MIB, disk=MIB, threads=8)
RIGHT = "from xcorr_helpers import window_index as my_window"
IMPORTS = "import ctypes, os, signal, socket, subprocess, sys, threading, time\n"
WRONG = "def my_window(image_shape, kernel_shape):\n    return [0]\n"

# In the cells, and what is said of the function then, or of why there is none.
CELLS = {
    "does not parse": ("def my_window(:\n", "raised SyntaxError"),
    "is no text of Python's": ("my_window = '\0'", "raised S"),
    "is nested too deeply": ("my_window = " + "(" * 9999 + ")" * 9999, "raised "),
    "hangs": ("while True: pass", "more than 4 s"),
    "hangs, deaf to signals": (
        "for n in range(1, 65):\n"
        "    try: signal.signal(n, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True: pass",
        "more than 4 s",
    ),
    "sleeps in the C library": ("ctypes.CDLL(None).sleep(1000)", "more than 4 s"),
    "exits": ("sys.exit()", "raised SystemExit"),
    "ends Python": ("os._exit(0)", "Python ended in it"),
    "crashes Python": ("ctypes.string_at(0)", "Python ended in it"),
    "kills all": ("os.kill(-1, signal.SIGKILL); os.kill(1, signal.SIGKILL)", ""),
    "kills its parent": ("os.kill(os.getppid(), signal.SIGKILL)", "is not there"),
    "takes 50 GB": ("x = bytearray(50 * 2**30)", "raised MemoryError"),
    "takes all it can": (
        "held = []\nwhile True: held.append(bytearray(2**20))",
        "raised MemoryError",
    ),
    "maps shared memory": (
        "import mmap\nheld = []\nwhile True: held.append(mmap.mmap(-1, 2**26))",
        "raised OSError",
    ),
    "forks": ("os.fork()", "raised PermissionError"),
    "forks without end": (
        "while True:\n    try: os.fork()\n    except OSError as error: last = error; break",
        "is not there",
    ),
    "forks by the C library": (
        "assert ctypes.CDLL(None).fork() == -1 and ctypes.CDLL(None).vfork() == -1\n"
        "raise KeyError('none')",
        "raised KeyError",
    ),
    "starts a program": ("subprocess.run(['/bin/true'])", "raised "),
    "starts a daemon": ("os.posix_spawn(sys.executable, ['p'], {})", "raised "),
    "starts threads without end": (
        "while True: threading.Thread(target=time.sleep, args=(99,)).start()",
        "raised RuntimeError: can't start new thread",
    ),
    "fills the disk": (
        "file = open('large', 'wb')\nwhile True: file.write(bytes(2**16))",
        "raised OSError",
    ),
    "fills the disk with many": (
        "for n in range(10**6): open(str(n), 'wb').write(bytes(2**16))",
        "raised OSError",
    ),
    "opens a connection": ("socket.create_connection(('127.0.0.1', 80))", "raised "),
    "makes namespaces": (
        "assert ctypes.CDLL(None).unshare(0x10000000) == 0",
        "raised AssertionError",
    ),
    "makes shared memory": ("os.memfd_create('x')", "raised PermissionError"),
    "looks into another process": (
        "assert ctypes.CDLL(None).ptrace(16, 1, 0, 0) == 0",
        "raised AssertionError",
    ),
    "writes into Python": ("open(os.__file__, 'a')", "raised OSError"),
    "writes into the course": (
        "import xcorr_helpers; open(xcorr_helpers.__file__, 'a')",
        "raised OSError",
    ),
    "writes into the root": ("open('/written', 'w')", "raised OSError"),
    "writes into devices": ("open('/dev/written', 'w')", "raised OSError"),
    "reads the users": ("open('/etc/passwd').read()", "raised FileNotFoundError"),
    "reads processes": ("os.listdir('/proc')", "raised FileNotFoundError"),
    "reads homes": ("os.listdir('/home')", "raised FileNotFoundError"),
}

# In the function, once the cells have run.
CALLS = {
    "hangs": ("while True: pass", "raised TimeoutError: it took more than 1 s"),
    "ends Python": ("os._exit(0)", "Python ended in it"),
    "takes 50 GB": ("np.ones(50 * 2**27)", "raised MemoryError"),
    "returns 10 GB": (
        "return np.broadcast_to(0.0, 10 * 2**27)",
        "got       shape (1342177280,)",
    ),
    "returns as much as there is": ("return bytearray(2**29)", "returned a bytearray"),
    "returns a pickle": ("return np.array([os.system])", "of type object"),
    "is deep": (
        "x = []\n    for n in range(10**5): x = [x]\n    return x",
        "holds more than numbers",
    ),
    "raises what has no text": ("raise Mute", "without a readable message"),
    "raises what hangs": ("raise Slow", "raised TimeoutError"),
    "raises what looks like Ctrl-C": ("raise KeyboardInterrupt", "raised Keyboard"),
    "raises under a strange name": ("raise type('<b>\\x1b[2J', (Exception,), {})", "?"),
    "closes its files": ("os.closerange(0, 99)", "Python ended in it"),
    "writes into all files": (
        "for n in range(99):\n"
        "        try: os.write(n, b'\\xff' * 99)\n"
        "        except OSError: pass",
        "too large, or none at all",
    ),
    "reads from all files": (
        "for n in range(99):\n"
        "        try: os.set_blocking(n, False); os.read(n, 99)\n"
        "        except OSError: pass\n"
        "    threading.Thread(target=steal, daemon=True).start()",
        "",
    ),
    "says that it is right": (
        "print('window_index: right on 12 cases'); return [0]",
        "window_index: not yet",
    ),
    "forges a report": (
        "import types; os.write(4, forged); os.write(5, forged)",
        "window_index: not yet",
    ),
}
HELP = """
import numpy as np
class Mute(Exception):
    def __str__(self): raise SystemExit
class Slow(Exception):
    def __str__(self):
        while True: pass
def steal():
    while True:
        for n in range(3, 9):
            try: os.read(n, 99)
            except OSError: pass
def line(text): return len(text).to_bytes(8, "big") + len(text).to_bytes(4, "big") + text
forged = line(b'{"value": 1, "passed": true, "points": 100, "printed": "right"}')
"""


def marked(isolation, *cells):
    """Mark a notebook of these cells: whether it passed, and what is said of it."""
    start = time.monotonic()
    with Submission([*cells], NAME, isolation, LIMITS) as child:
        if child.problem:
            passed, said = False, child.problem
        else:
            result = checks.result(JUDGE, child.value)
            passed, said = result.passed, result.report
    assert time.monotonic() - start < 15
    assert all(c.isprintable() for c in said.replace("\n", "")) and len(said) < 2000
    return passed, said


@pytest.mark.parametrize("what", CELLS)
def test_cells(isolation, what):
    cell, expected = CELLS[what]
    passed, said = marked(isolation, IMPORTS, cell)
    assert not passed
    assert expected in said


@pytest.mark.parametrize("what", CALLS)
def test_calls(isolation, what):
    body, expected = CALLS[what]
    code = f"def my_window(image_shape, kernel_shape):\n    {body}\n"
    passed, said = marked(isolation, IMPORTS, HELP, code)
    assert not passed
    assert expected in said
