"""Chapter 13: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

POSITION_IN_TILE = PaperExercise(
    name="position_in_tile",
    axes=(),
    answer=216 + 2 * 27 + 6 * 3 + 1,
    mistakes={
        2 * 27
        + 6 * 3
        + 1: "The image is left out: row 57 is behind the 42 of image 0.",
        216 + 2 * 27 + 3 * 3: "That is where row 57 starts: add what column 10 reads.",
        216 + 3 * 27 + 2 * 3: "Those start at row 3, column 2: 15 is 2 * 6 + 3, so the "
        "other way round.",
        3 * 3 + 1: "That is what column 10 adds: where does row 57 start?",
        216 + 2 * 27 + 6 * 3: "That is channel 0: what is left of 10 in pixels of 3?",
        216 + 2 * 27 + 5 * 3 + 1: "Columns count the channels last, not first.",
        216 + 2 * 27 + 6 * 3 + 2: "A channel too far: 10 is 3 pixels of 3, and 1.",
        216 + 2 * 27 + 3 * 3 + 10 * 3: "Column 10 is no pixel: a pixel has 3 columns.",
        216 + 2 * 9 + 6 * 3 + 1: "A row of the image is 9 pixels of 3 values long.",
        216
        + 2 * 9
        + 6: "Pixels are counted within the image, and a pixel has 3 values.",
        216 + 15 * 3 + 10: "15 placements are not 15 pixels: an image row has 9, a row "
        "of the output 6.",
        57 * 24 + 10: "That is the place in the matrix of windows, were it stored.",
        57 + 10: "Row and column are added as they are: take both apart first.",
        57 * 3 + 10: "Row 57 is no pixel 57: the images have 9 in a row, the output 6.",
        42 + 2 * 27 + 6 * 3 + 1: "An image has 42 placements, but 8 * 9 * 3 values.",
        72 + 2 * 27 + 6 * 3 + 1: "An image has 72 pixels, of 3 values each.",
        2 * 216 + 2 * 27 + 6 * 3 + 1: "An image too far: they are counted from 0.",
        216 + 3 * 27 + 7 * 3 + 1: "Rows and columns are counted from 0.",
    },
)

TILE_OF_FEW_LOADS = PaperExercise(
    name="tile_of_few_loads",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "A weight meets many pixels here. But how many weights does a pixel meet?",
        2: "A pixel meets two weights: is it worth its load?",
        3: "Closer. 16 pixels and 4 weights are loaded for 64 products: can less do?",
    },
)

FIELD_OF_GRADIENT = PaperExercise(
    name="field_of_gradient",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "From a kernel value to the next, do the growths move by 3 pixels, or by 1?",
        3: "That spreads the base, what is slid over: here it is the image, as it is.",
        4: "Padding adds at the end: what of the distance between two growths?",
    },
)

SUM_THAT_STOPS = PaperExercise(
    name="sum_that_stops",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "To overflow, it must still grow there: is 10 half of a step of 32?",
        2: "That is where ones stop: a step there is 2, and 10 is more than half.",
        4: "That is the largest number there is. Is 10 enough to get there in steps of "
        "32?",
    },
)
