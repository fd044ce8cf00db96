"""Chapter 4: shapes with channels, and boxes of positions."""

from __future__ import annotations

import numpy as np

from .._cases import Dice, grid
from .._exercise import Case

Shape = tuple[int, int, int]


def shapes(seed: int) -> list[Case]:
    """List pairs of image shape and kernel shape; the special ones come last."""
    dice = Dice(seed)
    cases: list[Case] = [((8, 9, 3), (2, 4, 3))]
    while len(cases) < 14:
        height, width, rows, columns, channels = dice.sizes_and_channels()
        if len(cases) > 5 or channels not in (3, columns - 1):
            cases.append(((height, width, channels), (rows, columns, channels)))
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        ((9, 5, 4), (3, 2, 4)),
        ((6, 6, 2), (3, 3, 2)),
        ((5, 9, 1), (2, 3, 1)),
        ((5, 8, 2), (1, 3, 2)),
        ((8, 5, 4), (3, 1, 4)),
        ((4, 7, 3), (1, 1, 3)),
        ((3, 5, 2), (3, 5, 2)),
        ((1, 6, 3), (1, 2, 3)),
        ((7, 1, 2), (3, 1, 2)),
        ((9, 30, 5), (4, 5, 5)),
        ((99, 95, 4), (90, 2, 4)),
        ((99, 99, 4), (2, 90, 4)),
    ]


def boxed(
    rows: int, columns: int, channels: int, row: int, column: int, channel: int = 1
) -> np.ndarray:
    """List positions by rows, columns and channels, with these steps."""
    inside = np.arange(channels) * channel
    made: np.ndarray = grid(rows, columns, row, column)[:, :, None] + inside
    return made


def window(image: Shape, kernel: Shape) -> np.ndarray:
    """List what a kernel reads first."""
    return boxed(*kernel, image[1] * image[2], image[2]).ravel()


def counts(image: Shape, kernel: Shape) -> tuple[int, int]:
    """Count the placements down and across."""
    return image[0] - kernel[0] + 1, image[1] - kernel[1] + 1


def offsets(image: Shape, kernel: Shape) -> np.ndarray:
    """List where each placement starts."""
    return grid(*counts(image, kernel), image[1] * image[2], image[2]).ravel()
