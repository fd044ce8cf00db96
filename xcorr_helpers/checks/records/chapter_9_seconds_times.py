"""Longer and shorter times, wrongly put together, where the least seconds are due."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

# In these, b and o are the bytes and the operations, w and p bandwidth and peak.
Program = Callable[[int, int, int, int], Any]
Known = tuple[str, Program]

TIMES: tuple[Known, ...] = (
    (
        "the two times are added: the machine does both at once, so the longer one "
        "counts",
        lambda b, o, w, p: b / w + o / p,
    ),
    (
        "this is the shorter of the two times, on either side of the roof's corner: "
        "the method waits for the longer one",
        lambda b, o, w, p: min(b / w, o / p),
    ),
    (
        "only the bytes are in it: where they are few, the operations take longer",
        lambda b, o, w, p: b / w,
    ),
    (
        "only the operations are in it: where they are few, the bytes take longer",
        lambda b, o, w, p: o / p,
    ),
    (
        "this is the mean of the two times: the longer one counts alone",
        lambda b, o, w, p: (b / w + o / p) / 2,
    ),
    (
        "this is the geometric mean of the two times: the longer one counts alone",
        lambda b, o, w, p: math.sqrt(b / w * o / p),
    ),
    (
        "the times are put together like the sides of a right angle: take the longer "
        "one",
        lambda b, o, w, p: math.hypot(b / w, o / p),
    ),
    (
        "the times are put together by the sum of their reciprocals: take the longer "
        "one",
        lambda b, o, w, p: 1 / (w / b + p / o),
    ),
    (
        "this is the harmonic mean of the two times: the longer one counts alone",
        lambda b, o, w, p: 2 / (w / b + p / o),
    ),
    (
        "one time is taken off the other: the longer one is asked for, and whole",
        lambda b, o, w, p: abs(b / w - o / p),
    ),
    (
        "the time of the operations is taken off that of the bytes: compare the two",
        lambda b, o, w, p: b / w - o / p,
    ),
    (
        "the time of the bytes is taken off that of the operations: compare the two",
        lambda b, o, w, p: o / p - b / w,
    ),
    (
        "the two times are multiplied: compare them, and take the longer one",
        lambda b, o, w, p: b / w * (o / p),
    ),
    (
        "one time is divided by the other: compare them, and take the longer one",
        lambda b, o, w, p: b / w / (o / p),
    ),
    (
        "one time is divided by the other: compare them, and take the longer one",
        lambda b, o, w, p: o / p / (b / w),
    ),
)
CHOICES: tuple[Known, ...] = (
    (
        "the larger count decides: compare the times, as a large count at a high rate "
        "is soon done",
        lambda b, o, w, p: b / w if b > o else o / p,
    ),
    (
        "the smaller count decides: compare the times, and take the longer",
        lambda b, o, w, p: b / w if b < o else o / p,
    ),
    (
        "the smaller rate decides, whatever there is to do: compare the times",
        lambda b, o, w, p: b / w if w < p else o / p,
    ),
    (
        "the larger rate decides, whatever there is to do: compare the times",
        lambda b, o, w, p: b / w if w > p else o / p,
    ),
    (
        "bytes for each operation are compared with peak / bandwidth, which is "
        "operations a byte: one of the two is upside down",
        lambda b, o, w, p: b / w if b / o < p / w else o / p,
    ),
    (
        "the comparison at the roof's corner has one fraction upside down: operations "
        "/ bytes goes with peak / bandwidth",
        lambda b, o, w, p: b / w if b / o > p / w else o / p,
    ),
    (
        "operations for each byte are compared with the peak alone: peak / bandwidth "
        "is the corner",
        lambda b, o, w, p: b / w if o / b < p else o / p,
    ),
    (
        "operations for each byte are compared with the bandwidth alone: peak / "
        "bandwidth is the corner",
        lambda b, o, w, p: b / w if o / b < w else o / p,
    ),
    (
        "this is 0 where the operations take longer: return their time there",
        lambda b, o, w, p: b / w if b / w > o / p else 0,
    ),
    (
        "this is 0 where the bytes take longer: return their time there",
        lambda b, o, w, p: o / p if o / p > b / w else 0,
    ),
    (
        "nothing is returned where the operations take longer: return their time there",
        lambda b, o, w, p: b / w if b / w > o / p else None,
    ),
    (
        "this is the name of the slower one, a text: the seconds are asked for",
        lambda b, o, w, p: "bytes" if b / w > o / p else "operations",
    ),
    (
        "each count is divided by both rates: bytes by bandwidth, operations by peak",
        lambda b, o, w, p: max(b, o) / w / p,
    ),
    (
        "the roof's slope is bandwidth * n_operations / n_bytes: that fraction is "
        "upside down",
        lambda b, o, w, p: o / min(b / o * w, p),
    ),
    (
        "float32 holds seven digits only: Python's own numbers hold more",
        lambda b, o, w, p: np.float32(max(b / w, o / p)),
    ),
)
TURNED: tuple[Known, ...] = (
    (
        "the rates are divided by the counts: seconds are counts / rates",
        lambda b, o, w, p: max(w / b, p / o),
    ),
    (
        "this is how often it can be done in a second: turn it over to get the seconds",
        lambda b, o, w, p: min(w / b, p / o),
    ),
    (
        "the counts are multiplied by the rates: / a rate tells how long it takes",
        lambda b, o, w, p: max(b * w, o * p),
    ),
)


def in_other_units() -> Iterator[Known]:
    """List what comes in another unit, be it right or wrong otherwise."""
    right: Known = "", lambda b, o, w, p: max(b / w, o / p)
    for text, program in (right, *TIMES):
        before = f"two slips: {text}; and " if text else ""
        for factor, said in (
            (1e3, "these are milliseconds, a thousand in a second"),
            (1e6, "these are microseconds, a million in a second"),
            (1e9, "these are nanoseconds, a billion in a second"),
            (1e-9, "the rates are not billions a second: they are given as they are"),
            (1e-6, "the rates are not millions a second: they are given as they are"),
            (1 / 60, "these are minutes: seconds are asked for"),
        ):
            yield before + said, partial(_times, program, factor)


def _times(program: Program, factor: float, *case: int) -> Any:
    return factor * program(*case)


def of_two() -> Iterator[Known]:
    """List two slips at once, where they are likely."""
    for text, program in (*TIMES[:5], *TIMES[6:12], *TURNED):
        before = f"two slips: {text}; and "
        yield f"{before}bandwidth and peak are exchanged", partial(_exchanged, program)
    for text, program in TIMES[:6]:
        before = f"two slips: {text}; and "
        yield f"{before}// or int(...) drops its fraction", partial(_then, program, int)
        yield f"{before}it is rounded", partial(_then, program, round)
        yield f"{before}it is rounded up", partial(_then, program, math.ceil)


def _exchanged(program: Program, b: int, o: int, w: int, p: int) -> Any:
    return program(b, o, p, w)


def _then(program: Program, change: Callable[[float], int], *case: int) -> int:
    return change(program(*case))
