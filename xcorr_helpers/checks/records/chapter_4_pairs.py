"""Chapter 4: two slips at once, one in the steps, one in what is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from .chapter_4_parts import Shape, boxed, counts

Steps = Callable[[Shape], tuple[int, int]]
Change = Callable[[np.ndarray], np.ndarray]
Pairs = Iterator[tuple[str, Callable[[Shape, Shape], np.ndarray]]]

# The steps down and to the right, in positions.
_STEPS: tuple[tuple[str, Steps], ...] = (
    ("the columns lack the channels", lambda i: (i[1] * i[2], 1)),
    ("the rows lack the channels", lambda i: (i[1], i[2])),
    ("rows and columns lack the channels", lambda i: (i[1], 1)),
    ("the rows have the channels twice", lambda i: (i[1] * i[2] ** 2, i[2])),
    (
        "the image's height stands for its width in the row length",
        lambda i: (i[0] * i[2], i[2]),
    ),
)
# What is made of a box: rows, columns, channels.
_OF_WINDOWS: tuple[tuple[str, Change], ...] = (
    ("the window goes channel by channel", lambda box: box.transpose(2, 0, 1).ravel()),
    ("the window goes column by column", lambda box: box.swapaxes(0, 1).ravel()),
    ("it is counted from 1", lambda box: box.ravel() + 1),
    ("the window is not made flat", lambda box: box),
    ("the kernel is turned", lambda box: box[::-1, ::-1].ravel()),
)
_OF_OFFSETS: tuple[tuple[str, Change], ...] = (
    ("the + 1 is missing in both counts", lambda box: box[:-1, :-1].ravel()),
    ("the + 1 is missing in the rows", lambda box: box[:-1].ravel()),
    ("the + 1 is missing in the columns", lambda box: box[:, :-1].ravel()),
    ("the placements go column by column", lambda box: box.T.ravel()),
    ("it is counted from 1", lambda box: box.ravel() + 1),
    ("the offsets are not made flat", lambda box: box),
    ("they are listed from the last one", lambda box: box.ravel()[::-1]),
)


def _window(steps: Steps, change: Change, image: Shape, kernel: Shape) -> np.ndarray:
    return change(boxed(*kernel, *steps(image)))


def _offsets(steps: Steps, change: Change, image: Shape, kernel: Shape) -> np.ndarray:
    return change(boxed(*counts(image, kernel), 1, *steps(image))[:, :, 0])


def of_windows() -> Pairs:
    """List pairs of slips in a window."""
    for step, steps in _STEPS:
        for text, change in _OF_WINDOWS:
            yield f"two slips: {step}; and {text}", partial(_window, steps, change)


def of_offsets() -> Pairs:
    """List pairs of slips in the offsets."""
    for step, steps in _STEPS:
        for text, change in _OF_OFFSETS:
            yield f"two slips: {step}; and {text}", partial(_offsets, steps, change)
