"""Chapter 4: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

KERNEL_OF_ONE_PIXEL = PaperExercise(
    name="kernel_of_one_pixel",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "Three numbers would be left of each pixel: into how many sums do the "
        "products of one placement go?",
        3: "Which neighbours does a kernel of one row and one column read?",
        4: "In how many places does such a kernel fit?",
    },
)

POSITION_IN_COLOUR = PaperExercise(
    name="position_in_colour",
    axes=(),
    answer=(1 * 9 + 5) * 3 + 2,
    mistakes={
        # The width, and the channels.
        (1 * 8 + 5) * 3
        + 2: "A pixel too few: the image is 8 high, but how long is one of its rows?",
        (1 * 10 + 5) * 3 + 2: "A row has 9 pixels: 10 is the step of the toy's values.",
        1 * 9 + 5: "That counts pixels: each of them takes three places.",
        1 * 9
        + 5
        + 2: "Pixels are counted as one place here: each of them takes three.",
        1 * 9 + 5 * 3 + 2: "A whole row has 9 pixels of three numbers, too.",
        1 * 9 * 3 + 5 + 2: "The five pixels in the row have three numbers each, too.",
        (1 * 9 + 5 + 2) * 3: "The channel is multiplied, too: it is one number on.",
        (1 * 9 + 5) * 3: "The pixel starts here, with its channel 0.",
        (1 * 9 + 5) * 2 + 2: "A pixel has three channels: 2 is the last one's number.",
        (1 * 9 + 5) * 2: "A pixel has three channels, and the channel is added.",
        (2 * 8 + 1) * 9
        + 5: "That is with whole channels one behind the other: here the "
        "three numbers of a pixel are neighbours.",
        # Row and column.
        (5 * 9 + 1) * 3 + 2: "Row and column are exchanged.",
        5 * 3 + 2: "The row above it counts, too: rows are counted from 0.",
        (2 * 9 + 5) * 3 + 2: "A row too many: only row 0 lies above it.",
        (1 * 9 + 6) * 3 + 2: "A pixel too many: columns are counted from 0.",
        # Off by one.
        (1 * 9 + 5) * 3 + 1: "That is its green: channels are counted from 0.",
        (1 * 9 + 5) * 3 + 3: "That is the red of its neighbour: channels are counted "
        "from 0.",
        # Other things than a position.
        215: "That is the value that stands there: at which position?",
        216: "That is how many numbers the image has.",
        27: "That is how long a row is.",
        (1, 5, 2): "Row, column and channel are given: at which one position is it?",
    },
)

WINDOW_IN_COLOUR = PaperExercise(
    name="window_in_colour",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "A row has five pixels here: how many positions is that?",
        3: "It steps from row to row by the height: how far is it to the pixel below?",
        4: "Whole channels one behind the other: where do the three numbers of a pixel "
        "lie in this image?",
    },
)
