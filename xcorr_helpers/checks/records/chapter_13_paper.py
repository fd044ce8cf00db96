"""Chapter 13, on paper: an entry of the matrix of windows, and the loads of tiles."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def position_in_windows(answer: Any) -> Result:
    """Judge a position: images (6, 7, 12, 2), kernels 3 x 4, row 107, column 19.

    Parameters
    ----------
    answer : int
        The position in the flat images.

    Examples
    --------
    >>> result = position_in_windows(376)
    position_in_windows: not 376. That is where row 107 starts: add what column 19 \
reads.
    """
    return compare(POSITION_IN_WINDOWS, answer)


def loads_of_tiles(answer: Any) -> Result:
    """Judge a count: windows 96 x 24, 20 kernels, tiles of 16 rows by 10 kernels.

    Parameters
    ----------
    answer : int
        How many values are loaded.

    Examples
    --------
    >>> result = loads_of_tiles(624)
    loads_of_tiles: not 624. That is what one tile loads: how many are there?
    """
    return compare(LOADS_OF_TILES, answer)


def _at(n: int, row: int, column: int, channel: int) -> int:
    return ((n * 7 + row) * 12 + column) * 2 + channel


# Row 107 is image 2, output row 1, column 8; column 19 is kernel row 2, column 1 and
# channel 1.
POSITION_IN_WINDOWS = PaperExercise(
    name="position_in_windows",
    axes=(),
    answer=_at(2, 1 + 2, 8 + 1, 1),
    mistakes={
        _at(2, 1, 8, 0): "That is where row 107 starts: add what column 19 reads.",
        _at(0, 2, 1, 1): "That is what column 19 adds: where does row 107 start?",
        _at(0, 3, 9, 1): "The image is left out: which of the six is row 107 in?",
        _at(2, 3, 9, 0): "That is channel 0: what is left of 19 is 1.",
        _at(3, 3, 9, 1): "An image too far: they are counted from 0.",
        _at(1, 3, 9, 1): "An image too early: each has 5 * 9 placements.",
        _at(2, 3, 12, 1): "A kernel row has 4 * 2 values, not 3 * 2, or 12.",
        _at(1, 1 + 2, 11 + 1, 1): "Rows count the 45 placements, not the 84 pixels.",
        _at(2, 3 + 2, 2 + 1, 1): "The rest 17 is divided by the output's width, 9, and "
        "not by its height.",
        _at(2, 1 + 1, 8 + 3, 1): "Columns count the channels last, not first.",
        (2 * 7 + 3) * 12 + 9: "The channels are left out: a pixel has 2 values.",
        ((2 * 7 + 3) * 9 + 9) * 2 + 1: "An image row is 12 pixels long, not 9 as a row "
        "of the output.",
        ((2 * 5 + 3) * 12 + 9) * 2 + 1: "An image has 7 rows, not 5 as the output.",
        ((2 * 5 + 3) * 9 + 9) * 2
        + 1: "Sizes of the output stand where the image's are "
        "due: 7 rows of 12 pixels.",
        ((2 * 12 + 3) * 7 + 9) * 2 + 1: "Height and width of the image are exchanged.",
        107 * 24 + 19: "That is the place in the matrix of windows, were it stored.",
        107 + 19: "Row and column are added as they are: take both apart first.",
        107 * 2 + 19: "Row 107 is no pixel 107: images have 12 in a row, the output 9.",
        _at(2, 1 + 2, 8 + 1, 1) + 1: "One too far: everything is counted from 0.",
        _at(2, 1 + 2, 8 + 3, 1): "What is left of 19 is 3 values, not 3 pixels.",
    },
)

LOADS_OF_TILES = PaperExercise(
    name="loads_of_tiles",
    axes=(),
    answer=6 * 2 * 24 * (16 + 10),
    mistakes={
        24 * (16 + 10): "That is what one tile loads: how many are there?",
        6 * 2: "That is how many tiles there are: what does each of them load?",
        6 * 24 * (16 + 10): "Those are the tiles down: there are two across.",
        2 * 24 * (16 + 10): "Those are the tiles across: there are six down.",
        (6 + 2) * 24 * (16 + 10): "Tiles down and across are multiplied, not added.",
        2 * 96 * 24 * 20: "That is without a tile: two loads for each product.",
        96 * 24 * 20: "Those are the products, 16 times 10 a tile and column; what is "
        "loaded is 16 and 10.",
        96 * 24 + 24 * 20: "That is everything once: a tile does not hold so much.",
        6 * 2 * 24 * 16: "Only the windows are counted: weights are loaded, too.",
        6 * 2 * 24 * 10: "Only the weights are counted: windows are loaded, too.",
        6 * 2 * (16 + 10): "Each row and each kernel is 24 values long.",
        6 * 2 * (24 * (16 + 10) + 16 * 10): "Outputs are made in the tile, and are not "
        "loaded.",
        96 * 24
        + 6 * 24 * 20: "Windows are loaded for each piece of the kernels: twice.",
        2 * 96 * 24 + 24 * 20: "Weights are loaded for each tile down: six times.",
        96 * 20: "Those are all outputs: what is loaded to make them?",
    },
)
