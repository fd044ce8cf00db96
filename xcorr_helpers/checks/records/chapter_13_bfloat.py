"""Chapter 13: rounding to bfloat16."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_13_bfloat_mistakes import MISTAKES
from .chapter_13_parts import bits_kept


def bfloat16_rounded(function: Any) -> Result:
    """Judge a function that rounds float32 to bfloat16, to the nearest, ties to even.

    Parameters
    ----------
    function : callable
        Called as `function(values)`, with a float32 array of two axes. It returns an
        array of the same shape, with values of 8 significant bits.

    Examples
    --------
    >>> result = bfloat16_rounded(lambda values: None)
    bfloat16_rounded: not written yet? It returned None: did you return it?
      It is called as my_function(values).
    """
    return judge(BFLOAT16_ROUNDED, function)


def _cases() -> list[Case]:
    dice = Dice(137)
    # Ties of both kinds, what is just beside one, and what fits.
    toy = np.array([[1.5, 257, 259, -3.1415], [258.5, -0.1, 261, 1e30]])
    shapes = [(3, 4), (4, 3), (2, 7), (5, 4), (3, 8), (6, 2), (4, 5), (7, 3), (3, 5)]
    shapes += [(5, 5), (1, 6), (6, 1), (4, 7), (2, 3), (8, 3), (1, 1)]
    shapes = [(3, 4), (4, 3), (2, 7), (5, 4), (3, 8), (6, 2), (4, 5), (7, 3), (3, 5)]
    shapes += [(5, 5), (1, 6), (6, 1), (4, 7), (2, 3), (8, 3), (1, 1)]
    cases: list[Case] = [(toy.astype(np.float32),)]
    cases += [(_drawn(dice, *shape),) for shape in shapes]
    return cases


def _drawn(dice: Dice, *shape: int) -> np.ndarray:
    """Draw float32 by their bits: sign, exponent, what stays, and what goes."""
    ends = (0, 1, 0x7FFF, 0x8000, 0x8000, 0x8000, 0x8001, 0xFFFF)
    found = [
        dice.number(0, 1) << 31
        | dice.number(121, 133) << 23
        | dice.number(0, 127) << 16
        | (ends[dice.number(0, 7)] if dice.number(0, 3) else dice.number(0, 0xFFFF))
        for _ in range(int(np.prod(shape)))
    ]
    return np.array(found, dtype=np.uint32).view(np.float32).reshape(shape)


def _by_bits(values: np.ndarray) -> Any:
    bits = values.view(np.uint32)
    last = (bits >> 16) & 1
    carried = bits + 0x7FFF + last
    kept = carried & 0xFFFF0000
    return kept.view(np.float32)


def _by_steps(values: np.ndarray) -> Any:
    step = np.spacing(np.abs(values)) * 65536
    return np.rint(values / step) * step


def _by_exponent(values: np.ndarray) -> Any:
    mantissa, exponent = np.frexp(values)
    whole = np.rint(mantissa * 256)
    return np.ldexp(whole, exponent - 8)


BFLOAT16_ROUNDED = CodeExercise(
    name="bfloat16_rounded",
    arguments=("values",),
    axes=("row", "column"),
    make_cases=_cases,
    reference=bits_kept,
    ways=(_by_bits, _by_steps, _by_exponent),
    mistakes=MISTAKES,
    array_axes={"values": ("row", "column")},
)
