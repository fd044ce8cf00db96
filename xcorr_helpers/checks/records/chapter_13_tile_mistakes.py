"""Chapter 13: what goes wrong where a tile of the matrix of windows is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chapter_13_parts import Pair, placed, tile, windows

Numbers = tuple[np.ndarray, ...]


def _read(
    images: np.ndarray,
    kernel_shape: Pair,
    rows: Pair,
    columns: Pair,
    *,
    down: Callable[[np.ndarray, tuple[int, ...]], Numbers] = np.unravel_index,
    across: Callable[[np.ndarray, tuple[int, ...]], Numbers] = np.unravel_index,
) -> Any:
    """Read a tile, with another way to take the numbers of rows or columns apart."""
    n, p, q = down(np.arange(*rows), placed(images, kernel_shape))
    r, s, c = across(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


def _ordered(*order: int) -> Callable[[np.ndarray, tuple[int, ...]], Numbers]:
    """Count the axes in another order, the last one fastest."""

    def apart(numbers: np.ndarray, sizes: tuple[int, ...]) -> Numbers:
        found = np.unravel_index(numbers, [sizes[axis] for axis in order])
        return tuple(found[order.index(axis)] for axis in range(3))

    return apart


def _without(axis: int) -> Callable[[np.ndarray, tuple[int, ...]], Numbers]:
    def apart(numbers: np.ndarray, sizes: tuple[int, ...]) -> Numbers:
        found = list(np.unravel_index(numbers, sizes))
        found[axis] = np.zeros_like(found[axis])
        return tuple(found)

    return apart


def _nothing(numbers: np.ndarray, sizes: tuple[int, ...]) -> Numbers:
    return tuple(np.zeros_like(numbers) for _ in sizes)


def _turned(numbers: np.ndarray, sizes: tuple[int, ...]) -> Numbers:
    r, s, c = np.unravel_index(numbers, sizes)
    return sizes[0] - 1 - r, sizes[1] - 1 - s, c


def _over_pixels(
    images: np.ndarray, kernel_shape: Pair, rows: Pair, columns: Pair
) -> Any:
    """Count a row number over the pixels, and read what is not there as an error."""
    n, p, q = np.unravel_index(np.arange(*rows), images.shape[:3])
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


def _over_flat_pixels(
    images: np.ndarray, kernel_shape: Pair, rows: Pair, columns: Pair
) -> Any:
    """Count a row number over the pixels, and go on into the next row of the image."""
    _, _, width, channels = images.shape
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, channels))
    start = np.arange(*rows)[:, None] * channels
    return images.reshape(-1)[start + (r * width + s) * channels + c]


def _positions(images: np.ndarray, *case: Any) -> Any:
    return tile(np.arange(images.size).reshape(images.shape), *case)


MISTAKES: tuple[tuple[Any, Any], ...] = (
    (
        "the columns are counted channel by channel: the channel comes last, and "
        "changes fastest",
        lambda *case: _read(*case, across=_ordered(2, 0, 1)),
    ),
    (
        "the window is counted column by column: kernel rows come first, and then "
        "kernel columns",
        lambda *case: _read(*case, across=_ordered(1, 0, 2)),
    ),
    (
        "the placements are counted column by column: output rows come first, and then "
        "output columns",
        lambda *case: _read(*case, down=_ordered(0, 2, 1)),
    ),
    (
        "the rows count the images fastest: all placements of an image come one after "
        "the other",
        lambda *case: _read(*case, down=_ordered(1, 2, 0)),
    ),
    (
        "the columns count the kernel rows fastest: the order is kernel row, kernel "
        "column, channel",
        lambda *case: _read(*case, across=_ordered(2, 1, 0)),
    ),
    *(
        (
            "row numbers are taken apart by the pixels (N, H, W): they count the "
            "placements (N, P, Q), which are fewer",
            program,
        )
        for program in (_over_pixels, _over_flat_pixels)
    ),
    (
        "all is read from image 0: a row number tells the image, too",
        lambda *case: _read(*case, down=_without(0)),
    ),
    (
        "the output row is left out: all placements are read from the top",
        lambda *case: _read(*case, down=_without(1)),
    ),
    (
        "the output column is left out: all placements are read from the left",
        lambda *case: _read(*case, down=_without(2)),
    ),
    (
        "the placement is left out: each row of the tile reads the top-left window of "
        "image 0",
        lambda *case: _read(*case, down=_nothing),
    ),
    (
        "the window is left out: each row of the tile repeats one pixel, in channel 0",
        lambda *case: _read(*case, across=_nothing),
    ),
    (
        "the channel is left out: all are channel 0",
        lambda *case: _read(*case, across=_without(2)),
    ),
    (
        "the kernel row is left out: each window has one row of the image only",
        lambda *case: _read(*case, across=_without(0)),
    ),
    (
        "the kernel column is left out: each window has one column of the image only",
        lambda *case: _read(*case, across=_without(1)),
    ),
    (
        "each window is read backwards: this is the convolution",
        lambda *case: _read(*case, across=_turned),
    ),
    (
        "this is the whole matrix of windows: only a tile of it is asked for",
        lambda images, kernel_shape, rows, columns: windows(images, kernel_shape),
    ),
    (
        "these are all columns of the tile's rows: columns is a pair (first, end)",
        lambda images, kernel_shape, rows, columns: windows(images, kernel_shape)[
            slice(*rows)
        ],
    ),
    (
        "these are all rows of the tile's columns: rows is a pair (first, end)",
        lambda images, kernel_shape, rows, columns: windows(images, kernel_shape)[
            :, slice(*columns)
        ],
    ),
    (
        "the tile begins in the corner of the matrix: it has a first row and a first "
        "column",
        lambda i, k, rows, columns: tile(
            i, k, (0, rows[1] - rows[0]), (0, columns[1] - columns[0])
        ),
    ),
    (
        "the end is included, in rows and columns: it is the first not asked for",
        lambda i, k, rows, columns: tile(
            i, k, (rows[0], rows[1] + 1), (columns[0], columns[1] + 1)
        ),
    ),
    (
        "the second number of a pair is taken for a count: it is the end",
        lambda i, k, rows, columns: tile(
            i, k, (rows[0], sum(rows)), (columns[0], sum(columns))
        ),
    ),
    (
        "these are the positions: read the pixels that stand there",
        _positions,
    ),
    (
        "rows and columns are exchanged: rows counts placements, columns kernel values",
        lambda i, k, rows, columns: tile(i, k, columns, rows),
    ),
    (
        "rows and columns each index alone: with [:, None] each row meets each column",
        lambda i, k, rows, columns: np.diagonal(tile(i, k, rows, columns)),
    ),
)
