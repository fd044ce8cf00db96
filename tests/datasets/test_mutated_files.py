"""A file that was changed at random is read rightly or refused, and nothing else.

`make fuzz` does the same for a million files; the judges are the same, and work out
what is in a file without the package's readers.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.mutators import MUTATORS
from fuzz.readers import READERS
from fuzz.seeds import python2_batch

SEEDS = {name: reader.seeds() for name, reader in READERS.items()}

edits = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)),
    min_size=1,
    max_size=4,
)


def edited(content: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """Put some bytes in the place of others, most often near one of the two ends."""
    for place, values, n_removed in changes:
        at = int(len(content) * place**4)
        if len(values) % 2:
            at = len(content) - at
        content = content[:at] + values + content[at + n_removed :]
    return content


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=200)
@given(st.data())
def test_a_mutated_file_is_read_rightly_or_refused(name, data):
    content = data.draw(st.sampled_from(SEEDS[name]))
    changes, seed = data.draw(edits), data.draw(st.integers(0, 2**32))
    mutate, rng = MUTATORS[name], random.Random(seed)
    READERS[name].judge(mutate(content, lambda part: edited(part, changes), rng))


# Met in fuzzing: read at first, and nothing that NumPy would have written.
FOUND = {
    "size of the class's tuple outside": (b"K\x00\x85q\x09", b"\x85K\x00q\x09"),
    "another alignment": (b"U\x02u1K\x00K\x01", b"U\x02u1K\x00K\x03"),
    "no alignment": (b"U\x02u1K\x00K\x01", b"U\x02u1NK\x01"),
    "class and call swapped": (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\n",
        b"cnumpy\nndarray\nq\x07cnumpy.core.multiarray\n_reconstruct\n",
    ),
}


@pytest.mark.parametrize("what", FOUND)
def test_what_fuzzing_found_is_refused(what):
    right, wrong = FOUND[what]
    assert right in python2_batch()
    judge = READERS["CIFAR-10 batch"].judge
    assert judge(python2_batch())
    assert not judge(python2_batch().replace(right, wrong))


def test_the_judges_read_the_good_files():
    """Guards the tests: with nothing read, nothing could be wrong."""
    read = {
        name: [READERS[name].judge(seed) for seed in SEEDS[name]] for name in READERS
    }
    assert read == {
        "IDX images": [True] * 3,
        "IDX labels": [True] * 3,
        "IDX images, gzipped": [True] * 6 + [False] * 2,  # two that are too long
        # The sample, one image, protocols 0 to 5 (a batch has 3), Python 2.
        "CIFAR-10 batch": [True, True, *[False] * 3, True, False, False, True],
    }
