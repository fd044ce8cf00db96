"""Known ways to run code from a pickle: each makes a file when Python reads it."""

from __future__ import annotations

import marshal
import os
import pickle
import struct
import sys

import numpy as np

from fuzz.seeds import ROWS, batch, python2_batch
from tests.datasets.pickle_programs import (
    Calls,
    attribute,
    bytes_of,
    call,
    module,
    name,
    name_from_stack,
    text,
    tuple_of,
)

# Codes that the reading side must have registered: (module, name, code).
EXTENSIONS = [
    ("builtins", "exec", 0x41),
    ("builtins", "eval", 0x4142),
    ("cProfile", "run", 0x41424344),
]


def attacks(marker: str) -> dict[str, bytes]:
    """Pickles that make a file named `marker` when Python's own reader reads them."""
    found = pickled(marker)
    for group in (calls, chains, instructions, gadgets, of_numpy, streams):
        found |= group(marker)
    return found


def code(marker: str) -> str:
    return f"open({marker!r}, 'w').close()"


def shell(marker: str) -> str:
    return f'echo > "{marker}"'


def pickled(marker: str) -> dict[str, bytes]:
    """What `pickle.dumps` itself writes for an object with `__reduce__`."""
    made = [
        Calls(eval, code(marker)),
        Calls(exec, code(marker)),
        Calls(open, marker, "w"),
    ]
    return {
        f"{attack.call[0].__name__} {protocol}": pickle.dumps(attack, protocol)
        for attack in made
        for protocol in range(6)
    }


def calls(marker: str) -> dict[str, bytes]:
    """One call of something that runs a program, runs code or makes a file."""
    program = (text(sys.executable), text("-c"), text(code(marker)))
    run, path = text(code(marker)), text(marker)
    found = {
        "os.system": call(name("os system"), text(shell(marker))),
        "posix.system": call(name(f"{os.name} system"), text(shell(marker))),
        "os.popen": call(name("os popen"), text(shell(marker))),
        "os.open": call(name("os open"), path, b"J" + struct.pack("<i", os.O_CREAT)),
        "os.mkdir": call(name("os mkdir"), path),
        "subprocess.Popen": call(name("subprocess Popen"), tuple_of(*program)),
        "subprocess.run": call(name("subprocess run"), tuple_of(*program)),
        "subprocess.check_output": call(
            name("subprocess check_output"), tuple_of(*program)
        ),
        "subprocess.getoutput": call(name("subprocess getoutput"), text(shell(marker))),
        "timeit": call(name("timeit timeit"), run, run, name("time time"), b"K\x01"),
        "cProfile": call(name("cProfile run"), run),
        "runpy": call(name("runpy _run_code"), run, b"}"),
        "trace": call(attribute(call(name("trace Trace")), "run"), run),
        "pydoc": call(name("pydoc pipepager"), text(""), text(shell(marker))),
        "codecs.open": call(name("codecs open"), path, text("w")),
        "io.FileIO": call(name("io FileIO"), path, text("w")),
        "logging": call(name("logging FileHandler"), path),
        "sqlite3": attribute(
            call(
                attribute(call(name("sqlite3 connect"), path), "execute"),
                text("create table t (c)"),
            ),
            "close",
        ),
    }
    return {what: content + b"." for what, content in found.items()}


def chains(marker: str) -> dict[str, bytes]:
    """Detours to a function whose name never stands beside its module's."""
    run = text(code(marker))
    builtins = call(name("builtins __import__"), text("builtins"))
    operate, path = name("operator methodcaller"), text(marker)
    found = {
        "getattr of __import__": call(attribute(builtins, "eval"), run),
        "getattr of import_module": call(attribute(module("builtins"), "exec"), run),
        "getattr twice": call(
            attribute(attribute(module("subprocess"), "os"), "system"),
            text(shell(marker)),
        ),
        "attrgetter": call(
            call(call(name("operator attrgetter"), text("exec")), module("builtins")),
            run,
        ),
        "methodcaller": call(
            call(operate, text("system"), text(shell(marker))), module("os")
        ),
        "partial": call(call(name("functools partial"), name("builtins exec"), run)),
        "reduce": call(
            name("functools reduce"), name("builtins exec"), b"]}a", run
        ),
        "map": call(
            name("builtins list"),
            call(name("builtins map"), name("builtins exec"), tuple_of(run)),
        ),
        "vars of a module": call(
            call(
                attribute(call(name("builtins vars"), module("builtins")), "get"),
                text("exec"),
            ),
            run,
        ),
        "argument of a harmless call": call(
            name("builtins str"),
            call(name("builtins exec"), run),
        ),
        "name from the stack": call(name_from_stack("os system"), text(shell(marker))),
        "dotted name": call(
            name_from_stack("subprocess os.system"), text(shell(marker))
        ),
        "dotted method": call(
            name_from_stack("pathlib Path.touch"), call(name("pathlib Path"), path)
        ),
        "dotted name of numpy": call(
            name_from_stack("numpy.testing._private.utils os.system"),
            text(shell(marker)),
        ),
        "name from the memo": (
            name("builtins exec") + b"q\x07" + b"0" + call(b"h\x07", run)
        ),
        "memo overwritten": (
            name("numpy dtype") + b"q\x070" + name("builtins exec")
            + b"q\x070" + call(b"h\x07", run)
        ),
    }  # fmt: skip
    return {what: content + b"." for what, content in found.items()}


def instructions(marker: str) -> dict[str, bytes]:
    """The other instructions that call or import something."""
    run, raw = text(code(marker)), repr(code(marker)).encode()
    path = text(marker)
    mapped = name("numpy memmap")  # its __new__ makes a file
    mode = (path, text("uint8"), text("w+"), b"K\x00", b"K\x01")
    options = b"}(" + text("mode") + text("w+") + text("shape") + b"K\x01u"
    found = {
        "INST": b"(S" + raw + b"\nibuiltins\neval\n",
        "OBJ": b"(" + name("builtins eval") + run + b"o",
        "NEWOBJ": mapped + tuple_of(*mode) + b"\x81",
        "NEWOBJ_EX": b"\x80\x04" + mapped + tuple_of(path) + options + b"\x92",
        "EXT1": call(b"\x82\x41", run),
        "EXT2": call(b"\x83\x42\x41", run),
        "EXT4": call(b"\x84\x44\x43\x42\x41", run),
        "BUILD of a partial": call(
            call(name("functools partial"), name("builtins print"))
            + tuple_of(name("builtins exec"), tuple_of(run), b"}", b"N") + b"b"
        ),
        "BUILD of a thread": call(
            attribute(
                call(name("threading Thread"))
                + b"}(" + text("_target") + name("builtins exec")
                + text("_args") + tuple_of(run) + b"ub",
                "run",
            )
        ),
        "BUILD of a class": call(
            attribute(
                name("cmd Cmd") + tuple_of(
                    b"N", b"}" + text("__call__") + name("builtins exec") + b"s"
                ) + b"b",
                "__call__",
            ),
            run,
        ),
        "BUILD by __setstate__": (
            call(name("types SimpleNamespace"))
            + b"}" + text("__setstate__") + name("builtins exec") + b"sb"
            + run + b"b"
        ),
    }  # fmt: skip
    return {what: content + b"." for what, content in found.items()}


def gadgets(marker: str) -> dict[str, bytes]:
    """Helpers of pickle and of the interpreter, put to another use."""
    run, path = text(code(marker)), text(marker)
    handler = name("logging FileHandler")
    mode = (path, text("uint8"), text("w+"), b"K\x00", b"K\x01")
    compiled = marshal.dumps(compile(code(marker), "", "exec"))
    again = pickle.dumps(Calls(exec, code(marker)), 2)
    found = {
        "copyreg._reconstructor": call(
            name("copyreg _reconstructor"), handler, handler, path
        ),
        "copyreg.__newobj__": call(
            name("copyreg __newobj__"), name("numpy memmap"), *mode
        ),
        "copyreg.__newobj_ex__": call(
            name("copyreg __newobj_ex__"), name("numpy memmap"), tuple_of(*mode), b"}"
        ),
        "marshal": call(
            call(
                name("types FunctionType"),
                call(name("marshal loads"), bytes_of(compiled)),
                attribute(module("builtins"), "__dict__"),
            )
        ),
        "pickle in a pickle": call(name("pickle loads"), bytes_of(again)),
        "codecs": call(
            name("builtins exec"),
            call(name("codecs decode"), bytes_of(code(marker).encode()), text("utf-8")),
        ),
        "console": call(
            attribute(call(name("code InteractiveInterpreter")), "runsource"), run
        ),
    }  # fmt: skip
    return {what: content + b"." for what, content in found.items()}


def of_numpy(marker: str) -> dict[str, bytes]:
    """What NumPy's own names can be made to do, on their own or in a good batch."""
    run, path = text(code(marker)), text(marker)
    mode = (path, text("uint8"), text("w+"), b"K\x00", b"K\x01")
    attacker = Calls(exec, code(marker))
    objects = np.array([attacker, 1], object)
    ran = call(name("builtins exec"), run)
    found = {
        "numpy.ndarray.dump": call(
            name_from_stack("numpy ndarray.dump"),
            call(name("numpy zeros"), b"K\x01"), path,
        ),
        "numpy.savetxt": call(name("numpy savetxt"), path, b"]K\x01a"),
        "numpy.memmap": call(name("numpy memmap"), *mode),
        "numpy.ndarray.tofile": call(
            name_from_stack("numpy ndarray.tofile"),
            call(name("numpy zeros"), b"K\x01"), path,
        ),
        "numpy.load": call(
            name("numpy load"),
            call(name("io BytesIO"), bytes_of(pickle.dumps(attacker, 2))),
            b"N", b"\x88",
        ),
        "numpy.frompyfunc": call(
            call(name("numpy frompyfunc"), name("builtins exec"), b"K\x01", b"K\x01"),
            run,
        ),
        "numpy.vectorize": call(
            call(name("numpy vectorize"), name("builtins exec")), run
        ),
        "numpy's runstring": call(
            name("numpy.testing._private.utils runstring"), run, b"}"
        ),
        "scalar of objects": call(
            name("numpy._core.multiarray scalar"),
            call(name("numpy dtype"), text("O8")), ran,
        ),
        "argument of _reconstruct": (
            name("numpy._core.multiarray _reconstruct")
            + tuple_of(name("numpy ndarray"), tuple_of(b"K\x00"), b"C\x01b")
            + b"R" + ran + b"0"
        ),
        "state of a dtype": call(name("numpy dtype"), text("u1")) + ran + b"0",
        "_reconstruct of a memmap": call(
            name("numpy._core.multiarray _reconstruct"),
            call(name("builtins type"), call(name("numpy memmap"), *mode)),
            tuple_of(b"K\x00"), b"C\x01b",
        ),
    }  # fmt: skip
    return {what: content + b"." for what, content in found.items()} | {
        "array of objects 2": pickle.dumps(objects, 2),
        "array of objects 3": pickle.dumps(objects, 3),
        "array of objects 5": pickle.dumps(objects, 5),
        "array of objects in a batch": batch(data=objects),
        "among the labels of a batch": batch(labels=[3, attacker]),
        "among the names of a batch": batch(filenames=[attacker]),
        "the label of a batch": batch(batch_label=attacker),
        "in the shape of an array": python2_batch().replace(
            b"K\x02M\x00\x0c\x86", ran + b"0K\x02M\x00\x0c\x86"
        ),
        "in the dtype of an array": python2_batch().replace(
            b"U\x02u1", ran + b"0U\x02u1"
        ),
        "behind the pixels": python2_batch().replace(
            ROWS.tobytes() + b"t", ROWS.tobytes() + ran + b"0t"
        ),
    }


def streams(marker: str) -> dict[str, bytes]:
    """A file that breaks off, or goes well, after the harm is done."""
    ran = call(name("builtins exec"), text(code(marker)))
    return {
        "cut off": ran,
        "broken instruction": ran + b"\xff\xff\xff.",
        "empty stack": ran + b"000000.",
        "missing memo entry": ran + b"h\x63.",
        "cut off in a string": ran + b"B\xff\xff\xff\x7fabc",
        "protocol from the future": ran + b"\x80\xff.",
        "before a good batch": ran + b"0" + batch(),
        "before the good batch of Python 2": ran + b"0" + python2_batch(),
        "frame": b"\x80\x04\x95" + struct.pack("<Q", len(ran) + 1) + ran + b".",
        "in a dropped mark": b"(" + ran + b"1" + batch(),
        "in a name with a null": b"\x80\x03" + ran + b"cos\0\nsystem\n.",
        "more behind it": ran + b"." + batch(),
    }
