"""Chapter 1: the positions of a patch anywhere in an image."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_1_parts import Shape, patch
from .chapter_1_patch_lists import LISTS
from .chapter_1_patch_mistakes import MISTAKES


def patch_index(function: Any) -> Result:
    """Judge a function that lists the positions of a patch somewhere in an image.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, corner, patch_shape)`, with (height, width) of
        the image, (row, column) of the patch's top-left pixel, and (height, width) of
        the patch. It returns an array of whole numbers of shape `patch_shape`: the
        position of each pixel of the patch in the flat image.

    Examples
    --------
    >>> result = patch_index(lambda image_shape, corner, patch_shape: None)
    patch_index: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, corner, patch_shape).
    """
    return judge(PATCH_INDEX, function)


def _cases() -> list[Case]:
    dice = Dice(11)
    cases: list[Case] = [((5, 9), (1, 4), (2, 3)), ((11, 7), (4, 1), (3, 5))]
    for _ in range(15):
        height, width, rows, columns = dice.sizes()
        corner = dice.number(0, height - rows), dice.number(0, width - columns)
        cases.append(((height, width), corner, (rows, columns)))
    # Positions in the last two need more than one byte, and more than two.
    return [
        *cases,
        ((6, 6), (0, 2), (3, 3)),
        ((4, 7), (3, 0), (1, 7)),
        ((8, 5), (2, 4), (6, 1)),
        ((1, 6), (0, 2), (1, 3)),
        ((7, 1), (3, 0), (2, 1)),
        ((3, 5), (0, 0), (3, 5)),
        ((28, 28), (4, 11), (10, 14)),
        ((40, 1000), (38, 3), (2, 5)),
    ]


def _by_broadcasting(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Any:
    height, width = image_shape
    row, column = corner
    patch_height, patch_width = patch_shape
    start = row * width + column
    rows = np.arange(patch_height)
    columns = np.arange(patch_width)
    return start + rows[:, None] * width + columns


def _by_ranges(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Any:
    height, width = image_shape
    row, column = corner
    patch_height, patch_width = patch_shape
    rows = np.arange(row, row + patch_height)
    columns = np.arange(column, column + patch_width)
    return rows[:, None] * width + columns


def _by_slices(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Any:
    height, width = image_shape
    row, column = corner
    patch_height, patch_width = patch_shape
    pixels = np.arange(height * width).reshape(height, width)
    return pixels[row : row + patch_height, column : column + patch_width]


PATCH_INDEX = CodeExercise(
    name="patch_index",
    arguments=("image_shape", "corner", "patch_shape"),
    axes=("patch row", "patch column"),
    make_cases=_cases,
    reference=patch,
    ways=(_by_broadcasting, _by_ranges, _by_slices),
    positions=True,
    mistakes=(*MISTAKES, *LISTS),
)
