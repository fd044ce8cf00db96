"""Chapter 1: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise
from .rectangles import rectangle

POSITIONS_OF_RECTANGLE = PaperExercise(
    name="positions_of_rectangle",
    axes=(),
    answer=rectangle(20, 2, 3, 9),
    positions=True,
    mistakes={
        # The step to the second row.
        rectangle(20, 2, 3, 5): "The image is 5 high, but how long is one of its rows?",
        rectangle(
            20, 2, 3, 10
        ): "10 is the step of the toy's values. How long is a row?",
        rectangle(
            20, 2, 3, 8
        ): "A row's last column is 8. How many pixels has the row?",
        rectangle(
            20, 2, 3, 11
        ): "That is one row on from the last of the three pixels: "
        "count from the pixel right above.",
        rectangle(20, 2, 3, 7): "7 is what is left of the step behind the third pixel: "
        "count from the pixel right above.",
        rectangle(20, 2, 3, 3): "These lie one behind the other in memory: the second "
        "row is to lie below the first.",
        rectangle(
            20, 2, 3, 18
        ): "The second row lies two rows further down: one is left out.",
        rectangle(
            20, 2, 3, 27
        ): "Three rows of pixels further on: the rectangle's next "
        "row is the image's next row.",
        rectangle(20, 2, 3, -9): "Row 0 is on top: does a step down lead to smaller "
        "positions?",
        # Where it starts, and how large it is.
        rectangle(
            0, 2, 3, 9
        ): "That is the rectangle in the corner: where does this one start?",
        rectangle(21, 2, 3, 9): "One too far: the top-left pixel belongs to it.",
        rectangle(
            19, 2, 3, 9
        ): "One too early: positions are counted from 0, and 20 is the first of these.",
        rectangle(22, 2, 3, 10): "These are the values that stand there: at which "
        "positions?",
        rectangle(
            18, 2, 3, 9
        ): "That begins at the pixel with the value 20: which one is at position 20?",
        rectangle(
            11, 2, 3, 9
        ): "20 begins the lower row here: it is to begin the upper one.",
        rectangle(20, 3, 2, 9): "That has three rows and two columns: rows come first.",
        rectangle(20, 1, 3, 9): "That is its first row: where does the second one lie?",
        rectangle(20, 3, 3, 9): "That has a row too many.",
        rectangle(20, 2, 2, 9): "That has a column too few.",
        # The order.
        (20, 29, 21, 30, 22, 31): "Column after column: memory holds row after row.",
        (29, 30, 31, 20, 21, 22): "The lower row comes first here: begin at the top.",
    },
)

VALUES_GATHERED = PaperExercise(
    name="values_gathered",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "The values are the right ones. But which shape has x[index]?",
        2: "These six values were cut into rows anew: which shape has index?",
        4: "The values stand in the order of x here: must positions be in order?",
    },
)

TEST_THAT_TELLS = PaperExercise(
    name="test_that_tells",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "Height and width are one number there: what do the two formulas give?",
        2: "The row is 0 there: what is left of row * height, and of row * width?",
        4: "Row and column are 0 there: what do the two formulas give, for any size?",
    },
)
