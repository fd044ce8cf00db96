"""Chapter 6: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

SHAPE_OF_STRIDED = PaperExercise(
    name="shape_of_strided",
    axes=("rows", "columns"),
    answer=(3, 4),
    mistakes={
        # Rounded down, or counted from something else.
        (3, 3): "Columns 0, 3 and 6 are left, and is there another one?",
        (2, 3): "Divide how many there are, and count the first one, too.",
        (4, 4): "The image has 7 rows: how many has the output without a stride?",
        (4, 5): "One too many along each axis: list the rows that are left, from 0 on.",
        (3, 5): "Every second column? The stride across is another one.",
        (2, 4): "Every third row? The stride down is another one.",
        # Exchanged.
        (4, 3): "Rows come first.",
        (2, 5): "The strides are exchanged: 2 is the one down.",
        # Something else than dividing.
        (4, 7): "The stride is taken away here: it says how far the next one is.",
        (5, 8): "Two are taken away here: every second row is left, and so on.",
        (12, 30): "Multiplied: a stride leaves fewer placements, not more.",
        (3, 10): "The stride across is left out.",
        (6, 4): "The stride down is left out.",
        (6, 10): "That is without a stride.",
        (3, 7): "Of the columns every third is left: how many are these?",
        (2, 3, 4): "Two sizes are asked for: how many rows, and how many columns?",
        3 * 4: "That is how many numbers are left: in which shape?",
    },
)

KNOB_OF_WINDOW = PaperExercise(
    name="knob_of_window",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "These numbers begin as the starts with that stride do. But what does a "
        "stride change in the window?",
        3: "Rows come first: which of the two steps is the one down?",
        4: "Zeros around the image make its rows longer. Do they make gaps between "
        "columns?",
    },
)

FIELD_OF_TWO = PaperExercise(
    name="field_of_two",
    axes=("rows", "columns"),
    answer=(2 + 4 - 1, 5 + 3 - 1),
    mistakes={
        (
            2 + 4,
            5 + 3,
        ): "Added up: but neighbouring windows of the first layer overlap.",
        (
            2 * 4,
            5 * 3,
        ): "Multiplied: but neighbouring windows of the first layer overlap.",
        (2 + 4 - 2, 5 + 3 - 2): "One too few along each axis: how far does the first "
        "kernel move?",
        (2 + 3 - 1, 5 + 4 - 1): "Rows of the one, and columns of the other, are added.",
        (5 + 3 - 1, 2 + 4 - 1): "Rows come first.",
        (2 + 2 * 3, 5 + 2 * 2): "That would be with a dilation of 2, as above.",
        (2, 5): "That is what one number of the first layer reads.",
        (4, 3): "That is how many numbers of the first layer are read: what do these "
        "read?",
        (
            4 - 1,
            3 - 1,
        ): "That is how far the first kernel moves: how large is it itself?",
        (
            4,
            5,
        ): "The larger side of each? Each number of the first layer reads a window.",
        (2, 3): "The smaller side of each? Each number of the first layer reads a "
        "window.",
        (2 + 1, 5 + 1): "That is for a second layer of two rows and two columns.",
        (2 * 4 - 1, 5 * 3 - 1): "Multiplied: but neighbouring windows overlap by more "
        "than one.",
        (7, 7): "That was for the two kernels above.",
        (2 + 2, 5 + 5): "The first kernel, twice: the second one has another size.",
        (
            8,
            5,
        ): "Each side of a kernel goes along its own axis: the first number is rows.",
        5 * 7: "That is how many pixels they are: in how many rows and columns?",
        4
        * 3
        * 2
        * 5: "That is how many reads there are, some of them of the same pixel.",
    },
)
