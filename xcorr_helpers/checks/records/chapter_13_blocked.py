"""Chapter 13: where a blocked layout puts the values of an image."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_13_blocked_mistakes import MISTAKES
from .chapter_13_parts import Shape, blocked


def blocked_index(function: Any) -> Result:
    """Judge a function that says where a blocked layout puts the values of an image.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, block)`, with (height, width, channels) and how
        many channels a block has. It returns an array of whole numbers of that shape:
        the position of each value in memory, block after block.

    Examples
    --------
    >>> result = blocked_index(lambda image_shape, block: None)
    blocked_index: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, block).
    """
    return judge(BLOCKED_INDEX, function)


def _cases() -> list[tuple[Shape, int]]:
    shapes = [(3, 5, 16, 8), (4, 7, 6, 2), (5, 3, 8, 2), (7, 2, 12, 4), (2, 9, 6, 3)]
    shapes += [(6, 4, 10, 5), (5, 8, 9, 3), (8, 3, 12, 6), (3, 7, 15, 5), (9, 4, 8, 4)]
    shapes += [(4, 6, 15, 3), (7, 5, 12, 2), (6, 6, 8, 4), (4, 5, 6, 1), (5, 7, 4, 4)]
    shapes += [
        (1, 6, 8, 2),
        (7, 1, 6, 3),
        (1, 1, 12, 4),
        (6, 9, 14, 7),
        (9, 11, 32, 16),
    ]
    return [(shape[:3], shape[3]) for shape in shapes]


def _by_division(image_shape: Shape, block: int) -> Any:
    height, width, channels = image_shape
    row = np.arange(height)[:, None, None]
    column = np.arange(width)[:, None]
    channel = np.arange(channels)
    of_block = channel // block
    inside = channel % block
    place = (of_block * height + row) * width + column
    return place * block + inside


def _by_reshape(image_shape: Shape, block: int) -> Any:
    height, width, channels = image_shape
    memory = np.arange(height * width * channels)
    blocks = memory.reshape(channels // block, height, width, block)
    pixels = blocks.transpose(1, 2, 0, 3)
    return pixels.reshape(height, width, channels)


BLOCKED_INDEX = CodeExercise(
    name="blocked_index",
    arguments=("image_shape", "block"),
    axes=("row", "column", "channel"),
    make_cases=_cases,
    reference=blocked,
    ways=(_by_division, _by_reshape),
    positions=True,
    mistakes=MISTAKES,
)
