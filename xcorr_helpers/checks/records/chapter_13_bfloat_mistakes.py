"""Chapter 13: what goes wrong where a float32 is rounded to bfloat16."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_13_parts import bits_kept


def _bits(values: np.ndarray) -> np.ndarray:
    return values.astype(np.float32).view(np.uint32)


def _carried(values: np.ndarray, added: Any, mask: int = 0xFFFF0000) -> np.ndarray:
    bits = _bits(values) + np.asarray(added).astype(np.uint32)
    return (bits & np.uint32(mask)).view(np.float32)


def _last(values: np.ndarray, shift: int) -> np.ndarray:
    return (_bits(values) >> np.uint32(shift)) & np.uint32(1)


def _as_float16(values: np.ndarray) -> np.ndarray:
    with np.errstate(over="ignore"):
        return values.astype(np.float16).astype(np.float32)


def _digits(values: np.ndarray, count: int) -> np.ndarray:
    return np.array([float(f"{value:.{count}g}") for value in values.ravel()]).reshape(
        values.shape
    )


MISTAKES: tuple[tuple[Any, Any], ...] = (
    (
        "the lower half is cut off: that rounds towards zero, and not to the nearest",
        lambda v: _carried(v, 0),
    ),
    (
        "ties go away from zero: of two neighbours just as near, take the even one, by "
        "the last bit that stays, >> 16",
        lambda v: _carried(v, 0x8000),
    ),
    (
        "ties go towards zero: of two neighbours just as near, take the even one",
        lambda v: _carried(v, 0x7FFF),
    ),
    (
        "ties go to the odd neighbour: half a step is added where the last bit is 1, "
        "and less where it is 0",
        lambda v: _carried(v, 0x8000 - _last(v, 16)),
    ),
    (
        "all is rounded up, away from zero: only what lies above half a step is",
        lambda v: _carried(v, 0xFFFF),
    ),
    (
        "a whole step is added: it comes out one step too far from zero",
        lambda v: _carried(v, 0x10000),
    ),
    (
        "the last bit is added, and no half step: most numbers are still cut off",
        lambda v: _carried(v, _last(v, 16)),
    ),
    (
        "the bit that is looked at is one too high: the last that stays is >> 16",
        lambda v: _carried(v, 0x7FFF + _last(v, 17)),
    ),
    (
        "this is float16: it keeps 11 bits and less range",
        _as_float16,
    ),
    (
        "7 significant bits are kept: the one before the point is not stored, so there "
        "are 8",
        lambda v: bits_kept(v, 7),
    ),
    (
        "9 significant bits are kept, one too many: the upper 16 of the 32 stay",
        lambda v: bits_kept(v, 9),
    ),
    (
        "nothing is rounded: a float32 came back as it was",
        lambda v: v,
    ),
    (
        "the half step is added, and nothing is cut off: & 0xFFFF0000 does that",
        lambda v: _carried(v, 0x7FFF + _last(v, 16), 0xFFFFFFFF),
    ),
    (
        "the mask is upside down: it keeps the lower half",
        lambda v: _carried(v, 0x7FFF + _last(v, 16), 0x0000FFFF),
    ),
    (
        "the mask keeps the upper 24 bits: 16 stay",
        lambda v: _carried(v, 0x7FFF + _last(v, 16), 0xFFFFFF00),
    ),
    (
        "these are the bits as a number, whole or made a float by astype: "
        ".view(np.float32) reads them as a float",
        lambda v: _bits(bits_kept(v)).astype(np.int64),
    ),
    (
        "these are the upper 16 bits alone: shift them back, and read them as a float",
        lambda v: (_bits(bits_kept(v)) >> np.uint32(16)).astype(np.int64),
    ),
    (
        "it is rounded to decimals: a bfloat16 has a fixed number of significant bits",
        lambda v: np.round(v, 2),
    ),
    *(
        (
            f"it is rounded to {count} decimal digits: 8 bits are no number of digits",
            lambda v, count=count: _digits(v, count),
        )
        for count in (2, 3)
    ),
)
