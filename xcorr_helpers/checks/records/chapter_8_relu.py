"""Chapter 8: the way back through ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_8_relu_masks import MASKS
from .chapter_8_relu_values import VALUES


def relu_backward(function: Any) -> Result:
    """Judge the way back through ReLU.

    Parameters
    ----------
    function : callable
        Called as `function(gradient, maps)`, with two arrays of one shape: the gradient
        of what came out of ReLU, and what went into it; mostly (N, H, W, K), images and
        their maps, and any other shape, too. It returns an array of that shape: the
        gradient where the map is above zero, and 0 elsewhere.

    Examples
    --------
    >>> result = relu_backward(lambda gradient, maps: gradient * (maps > 0))
    relu_backward: right on 19 cases, from maps 1 x 1 x 1 x 1 to 2 x 8 x 10 x 3.
    """
    return judge(RELU_BACKWARD, function)


# What the first maps hold: numbers on both sides of 0, of 1 and of 6, and 0 itself.
_MAPS = (-3, 4, 0, 0.5, 8, -0.5, 1, -2, 6, 0.25, 0.75, 0)
_GRADIENT = (5, -6, 7, 2.5, 3, -4, -1.5, 8, 9, 0.75, 4, -2)
_BYTES = (255, 4, 0, 1, 8, 2, 1, 7, 6, 3, 200, 0)


def _cases() -> list[Case]:
    dice = Dice(83)
    first = (2, 1, 3, 2)
    cases: list[Case] = [
        (np.reshape(_GRADIENT, first), np.reshape(_MAPS, first)),
    ]
    shapes = [(3, 2, 4, 5), (2, 4, 5, 3), (4, 3, 2, 6), (5, 4, 3, 2), (3, 5, 2, 4)]
    shapes += [(2, 3, 6, 4), (4, 2, 3, 5), (2, 5, 4, 3), (2, 8, 10, 3), (1, 4, 6, 2)]
    for number, shape in enumerate(shapes):
        cases.append(dice.pair(number + 2, shape, shape))
    shape = (2, 3, 4, 5)
    cases += [
        (dice.large(*shape), dice.large(*shape)),
        (dice.whole(*shape), dice.bytes(*shape)),
        (
            np.asfortranarray(dice.quarters(*shape)),
            np.asfortranarray(dice.whole(*shape)),
        ),
        (dice.quarters(4, 6), dice.quarters(4, 6)),
        (dice.quarters(12), dice.whole(12)),
    ]
    for gradient, maps in cases[1:]:  # what tells the mistakes apart is in every case
        _mark(gradient, (5, -200, 7.75, 2.5, 3, -4, -1.5, 8, 900, 0.75, 4, -2))
        _mark(maps, _BYTES if maps.dtype == np.uint8 else _MAPS)
    # Where nothing passes, and where all does; and one number alone.
    alone = np.full((1, 1, 1, 1), 0.5)
    cases[2:2] = [
        (np.reshape((3, -4), (1, 1, 2, 1)), np.reshape((-2, 0), (1, 1, 2, 1))),
        (np.reshape((-2.5, 4), (1, 1, 1, 2)), np.reshape((3, 0.5), (1, 1, 1, 2))),
    ]
    return [*cases, (-alone, alone)]


def _mark(array: np.ndarray, values: tuple[float, ...]) -> None:
    """Write values where an array starts; an array of ints drops their decimals."""
    for place, value in zip(np.ndindex(array.shape), values):
        array[place] = value


def _passed(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    out = np.zeros(gradient.shape)
    for place in np.ndindex(gradient.shape):
        if maps[place] > 0:
            out[place] = gradient[place]
    return out


def _by_mask(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    return gradient * (maps > 0)


def _by_choice(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    return np.where(maps > 0, gradient, 0)


RELU_BACKWARD = CodeExercise(
    name="relu_backward",
    arguments=("gradient", "maps"),
    axes=("image", "row", "column", "kernel"),
    make_cases=_cases,
    reference=_passed,
    ways=(_by_mask, _by_choice),
    image=1,
    mistakes=(*MASKS, *VALUES),
)
