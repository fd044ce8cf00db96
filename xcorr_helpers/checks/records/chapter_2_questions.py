"""Chapter 2: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise
from .rectangles import rectangle

LAST_WINDOW = PaperExercise(
    name="last_window",
    axes=(),
    answer=rectangle(6, 2, 3, 9),
    positions=True,
    mistakes={
        # The step to the second row.
        rectangle(6, 2, 3, 5): "The image is 5 high, but how long is one of its rows?",
        rectangle(6, 2, 3, 7): "7 numbers are in a row of the output: how many pixels "
        "are in one of the image?",
        rectangle(6, 2, 3, 10): "These are the values of the six pixels: at which "
        "positions do they lie?",
        rectangle(6, 2, 3, 8): "A row's last column is 8. How many pixels has the row?",
        rectangle(6, 2, 3, 3): "These lie one behind the other in memory: the kernel's "
        "second row lies below its first.",
        # Where it starts.
        rectangle(7, 2, 3, 9): "That window leaves the image on the right, and goes on "
        "in the next row: where must the kernel stop?",
        rectangle(
            8, 2, 3, 9
        ): "With its corner in the last column, the kernel hangs out of the image.",
        rectangle(5, 2, 3, 9): "The kernel can still move one column to the right.",
        rectangle(
            4, 2, 3, 9
        ): "Column 6 is its last one here: the kernel can still move to the right.",
        rectangle(
            0, 2, 3, 9
        ): "That is the first window: where is the last of the row?",
        rectangle(33, 2, 3, 9): "That is the last window of all: its number is in the "
        "last row of the output.",
        rectangle(15, 2, 3, 9): "That is a row further down: it belongs to the second "
        "row of the output.",
        # Shape and order.
        rectangle(6, 3, 2, 9): "That kernel has three rows and two columns: rows come "
        "first.",
        rectangle(6, 1, 3, 9): "That is what the kernel's first row reads: there is a "
        "second.",
        (
            6,
            15,
            7,
            16,
            8,
            17,
        ): "Column after column: kernel.ravel() goes row after row.",
        (
            17,
            16,
            15,
            8,
            7,
            6,
        ): "That is backwards: which pixel meets the kernel's first value?",
    },
)

WINDOW_OF_THREE_ROWS = PaperExercise(
    name="window_of_three_rows",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "That kernel has two rows and three columns: which number comes first?",
        2: "From row to row it steps by the height: how far is it to the pixel below?",
        3: "These are the right pixels, column after column. In which order does "
        "kernel.ravel() list the weights?",
    },
)

ROW_OF_INDEX = PaperExercise(
    name="row_of_index",
    axes=(),
    answer=2 * 7 + 2,
    mistakes={
        20: "That is its offset, where the placement starts: how many placements come "
        "before it? Offsets skip some positions.",
        20 - 2: "Offsets skip two positions after each row: how many rows lie above?",
        20 + 1: "Its offset, and counted from 1: how many placements come before it?",
        20 - 9: "One row of pixels is taken off: count placements, not pixels.",
        2 * 5 + 2: "5 is the image's height: how many placements are in a row?",
        2 * 4 + 2: "4 is the output's height: how many placements are in a row?",
        2 * 3 + 2: "3 is the kernel's width: how many placements are in a row?",
        2 * 6
        + 2: "The output's last column is 6, so how many numbers has a row of it?",
        2 * 7 + 3: "One too many: rows of the index are counted from 0.",
        2 * 7 + 1: "One too few: which number has the first placement of a row?",
        1 * 7 + 2: "That row starts at position 11: go one row of the output further.",
        3 * 7
        + 2: "That row starts at position 29: it is one row of the output too far.",
        2 + 2: "A step down skips a whole row of placements.",
        2: "That is the placement's column: how many placements lie in rows above?",
        6: "That is how many positions a row of the index has: which row is it?",
        28: "That is how many rows there are: which one is it?",
        27: "That is the last row, which starts at position 33.",
        29: "That is the fourth position in it: which row of the index is it?",
        22: "That is the value at position 20: at which placement is it the corner?",
        (2, 2): "These are the placement's row and column: which number has it?",
        (20, 21, 22, 29, 30, 31): "These stand in it: as which row of the index?",
    },
)

WEIGHTS_OF_WIDER = PaperExercise(
    name="weights_of_wider",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "Twice the columns, and twice the placements? Count how many fit in a row.",
        3: "The kernel is the same one: where would more weights come from?",
        4: "That would be new weights at each placement: what do all of them share?",
    },
)
