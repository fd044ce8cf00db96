"""Chapter 13: how many values tiles of a product load."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class LoadsOfTiles(Template):
    """How many values tiles of a product load."""

    judge = "loads_of_tiles"
    title = "How many loads does a tile leave?"
    down: int = size(6, range(3, 9))  # tiles
    across: int = size(2, range(2, 6))
    rows: int = size(16, range(8, 25, 2))  # of a tile
    kernels: int = size(10, range(4, 17, 2))
    window_size: int = size(24, range(12, 49))

    def text(self) -> str:
        down, across, m, k, s = astuple(self)
        return (
            f"A matrix of windows of {down * m} x {s} is multiplied by {across * k} "
            f"kernels. The outputs are made in tiles of {m} rows by {k} kernels, each "
            f"from all {s} columns. Each tile loads what it needs once. How many "
            "values are loaded in all?"
        )

    def answer(self) -> int:
        return self.down * self.across * self.window_size * (self.rows + self.kernels)

    def mistakes(self) -> Mistakes:
        yield from self._of_tiles()
        yield from self._of_loads()

    def _of_tiles(self) -> Mistakes:
        down, across, m, k, s = astuple(self)
        each = s * (m + k)
        yield each, "That is what one tile loads: how many are there?"
        yield (
            down * across,
            "That is how many tiles there are: what does each of them load?",
        )
        yield down * each, f"Those are the tiles down: there are {word(across)} across."
        yield across * each, f"Those are the tiles across: there are {word(down)} down."
        yield (down + across) * each, "Tiles down and across are multiplied, not added."

    def _of_loads(self) -> Mistakes:
        down, across, m, k, s = astuple(self)
        tiles, rows, kernels = down * across, down * m, across * k
        yield (
            2 * rows * s * kernels,
            "That is without a tile: two loads for each product.",
        )
        yield (
            rows * s * kernels,
            f"Those are the products, {m} times {k} a tile and column; what is loaded "
            f"is {m} and {k}.",
        )
        yield (
            rows * s + s * kernels,
            "That is everything once: a tile does not hold so much.",
        )
        yield tiles * s * m, "Only the windows are counted: weights are loaded, too."
        yield tiles * s * k, "Only the weights are counted: windows are loaded, too."
        yield tiles * (m + k), f"Each row and each kernel is {s} values long."
        yield (
            tiles * (s * (m + k) + m * k),
            "Outputs are made in the tile, and are not loaded.",
        )
        yield rows * kernels, "Those are all outputs: what is loaded to make them?"
