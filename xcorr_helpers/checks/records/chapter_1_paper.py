"""Chapter 1: what is worked out on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def position_of_pixel(answer: Any) -> Result:
    """Judge the position of the pixel in row 4, column 7 of a 6 x 11 image.

    Parameters
    ----------
    answer : int
        The position in the flat image, counted from 0.

    Examples
    --------
    >>> result = position_of_pixel(None)
    position_of_pixel: no answer yet. Put a whole number, in the place of None.
    """
    return compare(POSITION_OF_PIXEL, answer)


def shape_of_gather(answer: Any) -> Result:
    """Judge the shape of `x[index]`, for x of shape (7, 4) and index of shape (2, 5).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_gather((2, 5))
    shape_of_gather: not (2, 5). The axis of x that index does not replace comes along.
    """
    return compare(SHAPE_OF_GATHER, answer)


POSITION_OF_PIXEL = PaperExercise(
    name="position_of_pixel",
    axes=(),
    answer=4 * 11 + 7,
    mistakes={
        # The width.
        4 * 6 + 7: "A row is as long as the image is wide, 11, not as it is high.",
        4 * 10 + 7: "A row has 11 pixels: 10 is its last column, or the toy's tens.",
        4 * 12 + 7: "A row has 11 pixels, not one more.",
        4 * 9 + 7: "A row has 11 pixels here: 9 is the toy's width.",
        4 * 28 + 7: "A row has 11 pixels here: 28 is the digit's width.",
        6 * 11 + 7: "That counts all 6 rows: 4 of them lie before the pixel.",
        4 + 7: "A step down is a whole row of 11 pixels, not 1.",
        # Row and column.
        7 * 11 + 4: "Row and column are exchanged: 4 rows lie before it, not 7.",
        7 * 6 + 4: "The image is counted column after column: it lies row after row.",
        4
        * (
            11 + 7
        ): "The column is multiplied, too: only the row is. Look at the brackets.",
        4 * 7: "Row and column are multiplied: whole rows come before it, and pixels.",
        4 * 11 - 7: "The column is taken away: it is to be added.",
        4 * 11: "The row starts here: 7 pixels of its own row lie before it, too.",
        7: "The column alone: 4 whole rows lie before it, too.",
        # Off by one.
        4 * 11 + 8: "One too many: positions are counted from 0, and columns, too.",
        4 * 11
        + 6: "One too few: columns are counted from 0. How many pixels lie before?",
        3 * 11 + 7: "A row too few: rows are counted from 0, so 4 lie before row 4.",
        3 * 11 + 6: "Row and column are counted from 1 here: they are counted from 0.",
        3 * 11 + 8: "A row too few and a pixel too many: all is counted from 0.",
        5 * 11 + 7: "A row too many: only the rows before its own count, which are 4.",
        5 * 11 + 8: "A row and a pixel too many: rows and columns are counted from 0.",
        # Other things than a position.
        6 * 11: "That is the number of pixels in the image.",
        6 * 11 - 1: "That is the last position of the image.",
        6 * 11
        - 51: "It is counted from the end: positions are counted from the start.",
        6 * 11 - 52: "These are the pixels behind it: how many lie before it?",
        4 * 11 + 7 - 66: "It is counted backwards from the end: count from the start.",
        1 * 11 + 7: "The rows are counted from below: row 0 is the first.",
        6 * 7
        + 4 * 11: "The height has no part in it, except for where the image ends.",
        (4, 7): "Row and column are what is given: at which one position is it?",
        (51,): "Take the brackets away: a position is one number.",
    },
)

SHAPE_OF_GATHER = PaperExercise(
    name="shape_of_gather",
    axes=("index rows", "index columns", "columns of x"),
    answer=(2, 5, 4),
    mistakes={
        # An axis is missing, or another one stays.
        (2, 5): "The axis of x that index does not replace comes along.",
        (2, 5, 7): "The index replaces the first axis of x, and the other one stays.",
        (7, 2, 5): "The index replaces the first axis of x: here it is the second.",
        (2, 5, 7, 4): "The index replaces an axis of x: here both stay, behind it.",
        (7, 4, 2, 5): "The index replaces an axis of x: here both stay, in front.",
        (7, 4): "That is the shape of x: its first axis is replaced by those of index.",
        (2, 4): "Both axes of index come out: here it is only the first of them.",
        (5, 4): "Both axes of index come out: here it is only the last of them.",
        (7, 5): "That is no matrix product: each number in index picks a row of x.",
        (4,): "Each number in index picks such a row, and there are several.",
        (2,): "Each number in index picks a row of x: none is a row and a column.",
        (5,): "Each number in index picks a row of x: none is a row and a column.",
        (): "Each number in index picks a row of x: it is no pair of row and column.",
        (7,): "The index replaces the first axis of x, and the second one comes along.",
        (4, 5): "The index has two axes, and what is left of x comes last.",
        # The order.
        (4, 2, 5): "The axis that comes along stands behind those of index.",
        (2, 4, 5): "The axis that comes along stands behind both of index.",
        (5, 2, 4): "The axes of index keep their order: here they are exchanged.",
        (4, 5, 2): "The order is reversed: the axes of index come first, in order.",
        (5, 4, 2): "The axes of index stay together, in their order, in front.",
        # Axes made one, or too many.
        (10, 4): "The index keeps its two axes: nothing is made flat.",
        (4, 10): "The index keeps its two axes, and they stand in front.",
        (40,): "Nothing is made flat: the axes stay apart.",
        (2, 20): "Two axes are made one: they stay two.",
        (8, 5): "Nothing is multiplied: the index keeps its axes, then comes x's.",
        (2, 5, 4, 1): "There is an axis of length 1 too many at the end.",
        (1, 2, 5, 4): "There is an axis of length 1 too many in front.",
        (2, 5, 1, 4): "The index replaces the axis of x: no axis of length 1 is left.",
        (2, 5, 1): "A whole row of x comes along, not one number of it.",
        # Other sizes.
        (2, 5, 3): "Sizes are asked for, not the last number along an axis, one less.",
        (1, 4, 3): "Sizes are asked for, not the last number along each axis.",
        (2, 5, 10): "10 is the length of the one-hot rows: how long are the rows of x?",
        (2, 5, 28): "A number in index picks one row of x: all of x has 28 numbers.",
        (9, 9): "Nothing is added: the axes of index replace the first one of x.",
        (14, 20): "Nothing is multiplied: those of index replace the first of x.",
        # Other things than a shape.
        40: "That is how many numbers come out: which shape do they have?",
        3: "That is how many axes come out: how long is each?",
        254: "Commas are missing between the sizes: as in (2, 3).",
    },
)
