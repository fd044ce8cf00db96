"""Chapter 11: what a kernel reads first, along any number of axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_11_nd_lists import LISTS
from .chapter_11_nd_loops import LOOPS
from .chapter_11_nd_steps import STEPS, Sizes, window


def window_nd(function: Any) -> Result:
    """Judge a function that lists what a kernel reads first, along any number of axes.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with two tuples of as many
        sizes, from one on: (7, 10, 12) and (2, 3, 4), or (11,) and (4,). It returns a
        vector of whole numbers: the flat positions, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> result = window_nd(lambda image_shape, kernel_shape: None)
    window_nd: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, kernel_shape).
    """
    return judge(WINDOW_ND, function)


def _cases() -> list[Case]:
    dice = Dice(114)
    # The first three are the chapter's own film, signal and image.
    cases: list[Case] = [
        ((7, 10, 12), (2, 3, 4)),
        ((11,), (4,)),
        ((9, 7), (2, 3)),
        ((6, 8, 7), (3, 4, 2)),
        ((5, 6, 8, 7), (3, 4, 2, 1)),
    ]
    while len(cases) < 12:
        *image, smallest = dice.numbers(4, 4, 9)
        kernel = dice.numbers(3, 2, smallest)
        if not {*image} & {*kernel}:
            cases.append((tuple(image), tuple(kernel)))
    # Positions in the last three need more than one byte, and more than two.
    return [
        *cases,
        ((9, 6), (3, 4)),
        ((13,), (1,)),
        ((6,), (6,)),
        ((5, 5, 5), (2, 2, 2)),
        ((4, 6, 5), (1, 3, 2)),
        ((6, 4, 7), (3, 1, 2)),
        ((5, 7, 4), (2, 3, 1)),
        ((3, 4, 5), (3, 4, 5)),
        ((1, 5, 6), (1, 2, 3)),
        ((3, 4, 2, 6, 5), (2, 3, 1, 2, 4)),
        ((300,), (280,)),
        ((4, 9, 40), (3, 7, 5)),
        ((9, 90, 99), (8, 2, 3)),
    ]


def _by_axes(image_shape: Sizes, kernel_shape: Sizes) -> np.ndarray:
    window = np.zeros(1, dtype=int)
    for size, length in zip(image_shape, kernel_shape):
        window = (window[:, None] * size + np.arange(length)).ravel()
    return window


def _by_steps(image_shape: Sizes, kernel_shape: Sizes) -> np.ndarray:
    window, step = np.zeros(1, dtype=int), 1
    for size, length in zip(image_shape[::-1], kernel_shape[::-1]):
        window = ((np.arange(length) * step)[:, None] + window).ravel()
        step = step * size
    return window


def _by_cutting(image_shape: Sizes, kernel_shape: Sizes) -> np.ndarray:
    count = int(np.prod(image_shape))
    positions = np.arange(count).reshape(image_shape)
    made: np.ndarray = positions[tuple(slice(length) for length in kernel_shape)]
    return made.ravel()


WINDOW_ND = CodeExercise(
    name="window_nd",
    arguments=("image_shape", "kernel_shape"),
    axes=("kernel value",),
    make_cases=_cases,
    reference=window,
    ways=(_by_axes, _by_steps, _by_cutting),
    positions=True,
    mistakes=LOOPS + STEPS + LISTS,
)
