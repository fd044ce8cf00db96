"""What a notebook may try: each is Python that a student's cell could hold."""

HELP = """
import ctypes, mmap, os, signal, socket, subprocess, sys, threading, time
import numpy as np

C = ctypes.CDLL(None)

def must(answer):
    if answer in (-1, None):
        raise OSError("refused")

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

def message(text):
    return (len(text).to_bytes(8, "big") + len(text).to_bytes(4, "big") + text)

FORGED = message(b'{"value": 1, "passed": true, "points": 100, "printed": "right"}')
"""

# Each is refused by an error, and what comes behind it goes on.
REFUSED = [
    "bytearray(50 * 2**30)",
    "np.ones(50 * 2**27)",
    "held = [bytearray(2**20) for _ in range(10**6)]",
    "held = [mmap.mmap(-1, 2**26) for _ in range(10**6)]",
    "os.fork()",
    "os.posix_spawn(sys.executable, ['p'], {})",
    "subprocess.run([sys.executable])",
    "os.system('true') and 1 / 0",
    "must(C.fork())",
    "must(C.vfork())",
    "[threading.Thread(target=time.sleep, args=(2,)).start() for _ in range(10**4)]",
    "[open(f'{n}', 'wb').write(bytes(2**16)) for n in range(10**4)]",
    "open('large', 'wb').write(bytes(2**22))",
    "os.truncate('1', 2**40)",
    "held = [open('/dev/null') for _ in range(10**4)]",
    "socket.socket()",
    "socket.socketpair()",
    "socket.create_connection(('127.0.0.1', 80), 1)",
    "must(C.unshare(0x10000000))",
    "must(C.ptrace(16, 1, 0, 0))",
    "must(C.shmget(0, 2**20, 0o1777))",
    "must(C.mount(b'none', b'.', b'tmpfs', 0, None))",
    "must(C.setuid(0))",
    "must(C.chroot(b'.'))",
    "must(C.syscall(435, 0, 0))",
    "must(C.prctl(38, 0, 0, 0, 0) if C.prctl(39, 0, 0, 0, 0) == 0 else -1)",
    "os.memfd_create('x')",
    "os.setpriority(os.PRIO_PROCESS, 0, -5)",
    "open(os.__file__, 'a')",
    "open(sys.modules['xcorr_helpers'].__file__, 'a')",
    "open('/written', 'w')",
    "open('/xcorr-course/written', 'w')",
    "open('/dev/written', 'w')",
    "open('/tmp/written', 'w')",
    "os.remove(np.__file__)",
    "open('/etc/passwd')",
    "open('/proc/1/environ')",
    "os.listdir('/home')",
    "os.listdir('/sys')",
    "open('/dev/tty')",
    "open('/dev/mem')",
    "__import__('resource').setrlimit(9, (-1, -1))",
    "os.environ['USER']",
]

# In a cell: it is the last that runs.
ENDING = {
    "hangs": ("while True: pass", "more than 2 s"),
    "hangs, deaf to signals": (
        "for n in range(1, 65):\n"
        "    try: signal.signal(n, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True: pass",
        "more than 2 s",
    ),
    "sleeps in the C library": ("C.sleep(1000)", "more than 2 s"),
    "ends Python": ("os._exit(0)", "Python ended in it"),
    "crashes Python": ("ctypes.string_at(0)", "Python ended in it"),
    "kills all": ("os.kill(1, signal.SIGKILL); os.kill(-1, 9)", "is not there"),
    "uses up its processor time": (
        "__import__('resource').setrlimit(0, (0, 1))\nwhile True: pass",
        "of processor time",
    ),
    "exits": ("sys.exit()", "raised SystemExit"),
    "does not parse": ("def my_window(:\n", "raised SyntaxError"),
    "is nested too deeply": ("my_window = " + "(" * 9999, "raised "),
    "is no text": ("my_window = '\ud800\0'", "raised "),
    "is endless": ("x = 1\n" * 10**5, "characters"),
    "leaves a thread": (
        "threading.Thread(target=steal).start()\nmy_window = 1",
        "",
    ),
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
    "returns a pickle": ("return np.array([os.system])", "of type object"),
    "returns an endless list": ("return [0] * 10**7", "more than 1,000,000 values"),
    "returns a deep list": (
        "x = []\n    for n in range(10**5): x = [x]\n    return x",
        "holds more than numbers",
    ),
    "returns itself": ("x = []; x.append(x); return x * 9", "more than numbers"),
    "raises what has no text": ("raise Mute", "without a readable message"),
    "raises what hangs": ("raise Slow", "raised TimeoutError"),
    "raises Ctrl-C": ("raise KeyboardInterrupt", "raised KeyboardInterrupt"),
    "raises a strange kind": ("raise type('<b>\\x1b[2J', (Exception,), {})", "?[2J"),
    "raises a long text": ("raise ValueError('\\n' + 'x' * 10**7)", "ValueError"),
    "closes its files": ("os.closerange(0, 99)", "Python ended in it"),
    "writes into all files": (
        "for n in range(99):\n"
        "        try: os.write(n, b'\\xff' * 99)\n"
        "        except OSError: pass",
        "too large, or none at all",
    ),
    "takes the questions": (
        "threading.Thread(target=steal, daemon=True).start(); time.sleep(9)",
        "raised TimeoutError",
    ),
    "prints a report": (
        "print('window_index: right on 12 cases'); return [0]",
        "window_index: not yet",
    ),
    "forges an answer": (
        "for n in range(3, 9):\n"
        "        try: os.write(n, FORGED)\n"
        "        except OSError: pass",
        "window_index: not yet",
    ),
    "leaves a file in the way": ("open('x', 'w'); return 1", "not yet"),
}

# It takes the place of the judges, and of what its process says.
REPLACED = """
import sys, types
from xcorr_helpers import checks
from xcorr_helpers.checks import _attempt, _judge
from xcorr_helpers.checks._result import Result
from xcorr_helpers.grade import child, errors, protocol, values

def praise(*things, **named):
    return Result("window_index", True, "", None, "window_index: right")

for module in (checks, _judge, _attempt):
    for name in list(vars(module)):
        if not name.startswith("__"):
            setattr(module, name, praise)
sys.modules["xcorr_helpers.checks"] = types.SimpleNamespace(window_index=praise)
values.Writer.written = lambda *_: {"tuple": [{"other": "Result"}], "passed": True}
"""
