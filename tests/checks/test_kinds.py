"""What kinds of answers a judge takes, and what it calls the others."""

import time
from array import array
from collections import namedtuple


def test_ranges_and_named_tuples_are_right(judged):
    def ranges(image_shape, corner, patch_shape):
        start = corner[0] * image_shape[1] + corner[1]
        return [
            range(
                start + i * image_shape[1], start + i * image_shape[1] + patch_shape[1]
            )
            for i in range(patch_shape[0])
        ]

    assert ": right on " in judged("patch_index", ranges)
    pair = namedtuple("Pair", ("row", "column"))
    named = judged("row_and_column", lambda p, shape: pair(*divmod(p, shape[1])))
    assert ": right on " in named


def test_what_is_returned_is_called_what_it_is(judged):
    report = judged("window_index", lambda i, k: array("l", [1, 2]))
    assert "it returned an array, not an array" not in report
    assert "it returned an array.array: return a plain NumPy array" in report
    forged = type("a\n  likely    nothing", (), {})
    report = judged("window_index", lambda i, k: forged())
    assert not any(line.startswith("  likely") for line in report.splitlines())


def test_a_list_of_millions_is_not_read(judged):
    many = [0] * 3 * 10**7
    start = time.process_time()
    report = judged("window_index", lambda i, k: many)
    assert "it returned a list of more than 1,000,000 values" in report
    assert time.process_time() - start < 20, "seconds, where reading it takes minutes"
