"""Cut the outputs of a correlation into blocks that threads can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from .band_layout import Bands

BLOCK_BYTES = 2**21  # about a core's cache
BLOCK_PRODUCTS = 2**28  # multiplications: some hundredths of a second
FEWEST_BLOCKS = 8  # for the threads to share, where there is enough for each
SMALLEST_BLOCK = 2**19
TALL = 64  # matrices with fewer rows than this are multiplied slowly


class Block(NamedTuple):
    """Outputs that are computed together; their rows are `every` rows apart."""

    images: slice
    top: int
    rows: int
    every: int
    left: int
    columns: int

    def of(self, out: np.ndarray) -> np.ndarray:
        """View the outputs of the block."""
        rows = slice(self.top, self.top + (self.rows - 1) * self.every + 1, self.every)
        return out[self.images, rows, self.left : self.left + self.columns]

    def narrower(self, most: int) -> Iterator[Block]:
        """Cut the block into some of at most so many columns, at least one."""
        columns = max(1, most)
        for start in range(0, self.columns, columns):
            count = min(columns, self.columns - start)
            yield self._replace(left=self.left + start, columns=count)


def cut(
    n_images: int,
    out_shape: tuple[int, int],
    costs: Callable[[int, int], tuple[int, int]],
    bands: Bands,
) -> list[Block]:
    """Cut the outputs into blocks, the same ones however many threads there are.

    `costs(rows, columns)` tells the bytes and multiplications of so many outputs of an
    image. Both are kept small: first by taking fewer images, then fewer rows, but some
    times a strip's, then fewer columns.
    """
    out_height, out_width = out_shape
    most_rows = -(-out_height // bands.every)
    whole, _ = costs(most_rows, out_width)
    share = whole * bands.every * n_images // FEWEST_BLOCKS
    most_bytes = min(BLOCK_BYTES, max(share, SMALLEST_BLOCK))
    rows, columns = most_rows, out_width
    while True:
        size, products = costs(rows, columns)
        n_together = min(most_bytes // size, BLOCK_PRODUCTS // products)
        if rows > 3 * bands.height:
            if n_together >= min(n_images, -(-TALL // -(-columns // bands.t))):
                break
            rows = -(-rows // 2)
        elif n_together or (rows == 1 and columns <= bands.t):
            break
        elif columns > bands.t:
            columns = -(-columns // (2 * bands.t)) * bands.t
        else:
            rows = -(-rows // 2)
    n_together, rows = even(n_images, n_together), even(most_rows, rows)
    return [
        Block(
            slice(image, min(image + n_together, n_images)),
            phase + top * bands.every,
            min(rows, in_phase - top),
            bands.every,
            left,
            min(columns, out_width - left),
        )
        for phase in range(min(bands.every, out_height))
        for in_phase in [-(-(out_height - phase) // bands.every)]
        for image in range(0, n_images, n_together)
        for top in range(0, in_phase, rows)
        for left in range(0, out_width, columns)
    ]


def even(total: int, most: int) -> int:
    """Choose the size of parts that are nearly the same, of at most `most` each."""
    parts = -(-total // max(1, most))
    return -(-total // max(1, parts)) or 1
