"""No pickle makes the batch reader run, import or open anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fuzz.seeds import batch
from tests.datasets import hostile_pickles
from tests.datasets.batches import parsed
from tests.datasets.pickle_programs import call, name, text, tuple_of
from xcorr_helpers.datasets.data_file import DatasetError

NAMES = list(hostile_pickles.attacks("marker"))
FOLDERS = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

# Python's own reader, on each attack in turn; some end in an error once they have run.
VICTIM = """
import copyreg, pickle, sys
sys.path[:0] = sys.argv[2:]
from tests.datasets import hostile_pickles

for extension in hostile_pickles.EXTENSIONS:
    copyreg.add_extension(*extension)
for i, name in enumerate(hostile_pickles.attacks("")):
    content = hostile_pickles.attacks(f"{sys.argv[1]}/{i}")[name]
    try:
        result = pickle.loads(content, encoding="bytes")
        if hasattr(result, "wait"):  # a process
            result.wait()
        elif hasattr(result, "close"):
            result.close()
    except Exception:
        pass
"""

# Ours, in a process that tells of everything that Python does for it.
GUARDED = """
import sys
sys.path[:0] = sys.argv[2:]
from tests.datasets import hostile_pickles
from tests.datasets.batches import parsed
from xcorr_helpers.datasets.data_file import DatasetError

contents = hostile_pickles.attacks(sys.argv[1] + "/guarded").values()
events, watching = [], False
sys.addaudithook(lambda event, args: events.append(event) if watching else None)
n_refused = 0
for content in contents:
    watching = True
    try:
        parsed(content)
    except DatasetError:
        n_refused += 1
    finally:
        watching = False
print(n_refused, *sorted(set(events)))
"""


def run(program: str, folder: Path) -> str:
    command = [sys.executable, "-W", "ignore", "-c", program, str(folder), *FOLDERS]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def victim(tmp_path_factory):
    """The folder where the attacks that work have left their marks."""
    folder = tmp_path_factory.mktemp("victim")
    run(VICTIM, folder)
    return folder


@pytest.mark.parametrize("attack", NAMES)
def test_an_attack_is_refused_and_nothing_runs(attack, tmp_path, victim):
    marker = tmp_path / "marker"
    content = hostile_pickles.attacks(str(marker))[attack]
    with pytest.raises(DatasetError) as caught:
        parsed(content)
    assert not marker.exists()
    assert str(caught.value).isprintable()
    assert (victim / str(NAMES.index(attack))).exists()  # it is a real attack


def test_no_attack_makes_python_import_open_or_call_anything(tmp_path):
    """Sees what leaves its mark only later, too: a process that is not waited for."""
    assert run(GUARDED, tmp_path).split() == [str(len(NAMES))]


REFUSED = {
    "numpy.load": call(name("numpy load"), text("x")),
    "object that NumPy trusts": call(name("numpy._core.multiarray scalar"), b"N"),
    "name of a removed module": call(name("numpy.distutils.exec_command exec_command")),
    "dotted name": name("numpy ndarray.__class__"),
    "name from the stack": b"U\x05numpyU\x05dtype\x93",
    "allowed name, other case": name("numpy Dtype"),
    "terminal escape in a name": b"cos\n\x1b[2Jsystem\n",
    "look-alike letter in a name": "cnumpy\ndtyp\u0435\n".encode(),
    "space in a name": b"cnumpy \ndtype\n",
    "null in a name": b"cnumpy\ndtype\0\n",
    "persistent id": b"Pid\n",
    "binary persistent id": b"U\x02idQ",
    "extension": b"\x82\x01",
    "extension of 16 bits": b"\x83\x01\0",
    "extension of 32 bits": b"\x84\x01\0\0\0",
    "instance": b"(inumpy\ndtype\n",
    "object": b"(" + name("numpy dtype") + b"o",
    "new object": name("numpy ndarray") + b")\x81",
    "new object with keywords": name("numpy ndarray") + b")}\x92",
    "buffer from outside": b"\x97",
    "read-only buffer": b"B\0\0\0\0\x98",
    "bytearray": b"\x96" + bytes(8),
    "set": b"\x8f",
    "frozen set": b"(\x91",
    "drop": b"NN0",
    "drop to the mark": b"N(N1",
    "duplicate": b"N2",
    "float": b"G" + bytes(8),
    "integer in letters": b"I01\n",
    "string in quotes": b"S'a'\n",
    "list to the mark": b"(l",
    "dict to the mark": b"(d",
    "memo in letters": b"Np0\n",
    "frame": b"\x95" + bytes(8),
    "long string": b"\x8e" + bytes(8),
    "long text": b"\x8d" + bytes(8),
    "long number": b"\x8b" + bytes(4),
}


@pytest.mark.parametrize("what", REFUSED)
def test_names_and_instructions_that_a_batch_has_no_use_for(what):
    # In a batch that would be read if these were passed over.
    content = batch().replace(b"X\x02\0\0\0u1", REFUSED[what] + b"X\x02\0\0\0u1")
    assert content != batch()
    with pytest.raises(DatasetError, match=r"asks for|has no place") as caught:
        parsed(content)
    assert str(caught.value).isprintable()


def test_a_value_changed_after_it_was_stored_is_judged_as_it_ends():
    """Nothing is believed before the last instruction, so an alias gains nothing."""
    content = batch()
    labels = b"]q\x04(K\x03K\x08e"  # stored, and kept as entry 4
    assert labels in content
    parsed(content)
    later = text("more") + b"h\x04K\x63as"
    with pytest.raises(DatasetError, match="whole number from 0 to 9"):
        parsed(content[:-1] + later + b".")


def test_an_array_that_is_its_own_state_is_refused():
    array = call(
        name("numpy.core.multiarray _reconstruct"),
        name("numpy ndarray"),
        tuple_of(b"K\0"),
        b"U\x01b",
    )
    content = batch(data=None, filenames=None)[:-1]
    with pytest.raises(DatasetError, match="holds no array of pixels"):
        parsed(content + b"U\x04data" + array + b"q\x50h\x50bs.")
