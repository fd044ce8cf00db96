"""An IDX file that was changed at random is read rightly or refused."""

from __future__ import annotations

import gzip
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.datasets.idx_judge import READERS, SEEDS, gunzip, judge

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


def made_to_fit(content: bytes) -> bytes:
    """Let the header announce as many items as there are, and cut off the rest."""
    per_item, header = (784, 16) if content[3:4] == b"\3" else (1, 8)
    n_items = max(len(content) - header, 0) // per_item
    content = content[:4] + struct.pack(">I", n_items) + content[8:]
    return content[: header + n_items * per_item]


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=200)
@given(data=st.data(), changes=edits, inside=st.booleans(), fit=st.booleans())
def test_a_mutated_file_is_read_rightly_or_refused(reader, data, changes, inside, fit):
    content = data.draw(st.sampled_from(SEEDS[reader]))
    unpacked = gunzip(content, 9_000) if inside and "gzipped" in reader else None
    content = edited(unpacked or content, changes)
    if fit and (unpacked or "gzipped" not in reader):
        content = made_to_fit(content)
    if unpacked:
        cut = data.draw(st.integers(0, len(content)))
        level = data.draw(st.sampled_from((0, 1, 9)))
        parts = filter(None, (content[:cut], content[cut:]))
        content = b"".join(gzip.compress(part, level, mtime=0) for part in parts)
    judge(reader, content)


def test_the_judge_reads_the_good_files():
    """Guards the tests: with nothing read, nothing could be wrong."""
    assert {name: [judge(name, seed) for seed in SEEDS[name]] for name in READERS} == {
        "images": [True] * 3,
        "labels": [True] * 3,
        "gzipped images": [True] * 6 + [False] * 2,  # two that are too long
    }
