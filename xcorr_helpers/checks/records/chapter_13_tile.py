"""Chapter 13: a tile of the matrix of windows, read without the matrix."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_13_parts import Pair, tile
from .chapter_13_tile_mistakes import MISTAKES


def windows_tile(function: Any) -> Result:
    """Judge a function that reads a tile of the matrix of windows from the images.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernel_shape, rows, columns)`, with an array of
        shape (N, H, W, C), a pair (kernel_height, kernel_width), and two pairs (first,
        end) that say which rows and columns of the matrix are asked for. It returns
        the pixels there, as an array with as many rows and columns.

    Examples
    --------
    >>> result = windows_tile(lambda images, kernel_shape, rows, columns: None)
    windows_tile: not written yet? It returned None: did you return it?
      It is called as my_function(images, kernel_shape, rows, columns).
    """
    return judge(WINDOWS_TILE, function)


def _toy() -> np.ndarray:
    number, row, column, channel = np.ogrid[:10, :8, :9, :3]
    made: np.ndarray = 1000 * number + 100 * channel + 10 * row + column
    return made


def _cases() -> list[Case]:
    dice = Dice(131)
    cases: list[Case] = [(_toy(), (2, 4), (100, 108), (12, 24))]
    while len(cases) < 13:
        count, height, width, channels = dice.numbers(4, 2, 8)
        rows, columns = dice.numbers(2, 1, 4)
        if not (2 < height > rows and 2 < width > columns) or count * channels > 30:
            continue
        down = count * (height - rows + 1) * (width - columns + 1)
        across = rows * columns * channels
        first, start = dice.number(1, down // 2), dice.number(0, across // 2)
        end = dice.number(first + 1, min(down, first + 12))
        stop = dice.number(start + 1, across)
        values = dice.quarters if len(cases) % 3 == 1 else dice.whole
        images = values(count, height, width, channels)
        cases.append((images, (rows, columns), (first, end), (start, stop)))
    return [
        *cases,
        (dice.whole(3, 6, 6, 2), (2, 3), (15, 31), (1, 11)),
        (dice.quarters(2, 7, 4, 3), (3, 2), (0, 30), (0, 18)),
        (dice.whole(2, 5, 8, 1), (2, 3), (17, 29), (2, 5)),
        (dice.whole(3, 4, 5, 2), (1, 1), (19, 41), (0, 2)),
        (dice.whole(2, 1, 6, 3), (1, 2), (4, 9), (1, 6)),
        (dice.large(2, 4, 6, 2), (2, 3), (10, 19), (3, 8)),
        (dice.bytes(2, 5, 4, 3), (2, 2), (11, 20), (5, 12)),
        (np.asfortranarray(dice.quarters(2, 4, 6, 3)), (3, 2), (8, 17), (4, 15)),
    ]


def _by_unravelling(
    images: np.ndarray, kernel_shape: Pair, rows: Pair, columns: Pair
) -> Any:
    n_images, height, width, channels = images.shape
    kernel_height, kernel_width = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    down = np.arange(rows[0], rows[1])
    across = np.arange(columns[0], columns[1])
    n, p, q = np.unravel_index(down, (n_images, out_height, out_width))
    r, s, c = np.unravel_index(across, (kernel_height, kernel_width, channels))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


def _by_divisions(
    images: np.ndarray, kernel_shape: Pair, rows: Pair, columns: Pair
) -> Any:
    n_images, height, width, channels = images.shape
    kernel_height, kernel_width = kernel_shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    n, rest = np.divmod(np.arange(*rows), out_height * out_width)
    p, q = np.divmod(rest, out_width)
    r, left = np.divmod(np.arange(*columns), kernel_width * channels)
    s, c = np.divmod(left, channels)
    start = ((n * height + p) * width + q) * channels
    inside = (r * width + s) * channels + c
    return images.reshape(-1)[start[:, None] + inside]


WINDOWS_TILE = CodeExercise(
    name="windows_tile",
    arguments=("images", "kernel_shape", "rows", "columns"),
    axes=("row", "column"),
    make_cases=_cases,
    reference=tile,
    ways=(_by_unravelling, _by_divisions),
    mistakes=MISTAKES,
)
