"""Chapter 12: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

RAW_GROWS = PaperExercise(
    name="raw_grows",
    axes=(),
    answer=3 * 18,
    mistakes={
        3: "That is how much a pixel grows: each is multiplied by a template value.",
        18: "That is the template's sum, or six pixels times 3: each product "
        "grows by a template value times 3.",
        3 * 72: "Those are the squares: a product is a template value times a pixel.",
        72: "That is the sum where the piece was cut: by how much does it grow?",
        72 + 3 * 18: "That is the new sum: by how much has it grown?",
        9: "The mean of the template, times 3: all six products grow.",
        0: "Each pixel is larger, and all template values are positive.",
        6: "That is how many products there are: by how much does each grow?",
        3 * 3 * 18: "Multiplied by 3 once too often.",
        162: "That is the sum on the bright patch: by how much does any sum grow?",
        21: "Added: the 3 comes to each pixel, and is multiplied.",
        15: "All values of the template count: 1 + 4 + 2 + 5 + 1 + 5.",
    },
)

SCORE_OF_CHANGED = PaperExercise(
    name="score_of_changed",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "Only the product above grows so: what becomes of the window's length, "
        "which divides it?",
        2: "Is anything left of the 5, once the window's mean is taken away?",
        4: "Contrast is not what is measured: is the window still like the template?",
    },
)

PEAK_WITH_NAN = PaperExercise(
    name="peak_with_nan",
    axes=(),
    answer=1,
    choices=4,
    mistakes={
        2: "So it would be, if NaN were left out: NumPy has `nanargmax` for that.",
        3: "It looks for the largest: does a comparison with NaN ever say larger?",
        4: "NumPy raises nothing here: it answers.",
    },
)

SMALLEST_DISTANCE = PaperExercise(
    name="smallest_distance",
    axes=(),
    answer=2 * 72,
    mistakes={
        0: "That is where both are alike, pixel by pixel: here the products are zero.",
        72: "That is the template alone: the window has squares, too.",
        -72: "Both squares are added, and there are no products to take away.",
        -144: "A squared distance is never negative: which sums have a minus?",
        2 * 72 * 2: "Where the products are zero, there is no third sum.",
        36: "That is half the template: both sums of squares count in full.",
        12: "That is near the root: the squared distance is asked for.",
        18: "That is the template's sum: its squares are asked for.",
        72 * 72: "The two sums of squares are added up.",
        1: "That is nearly a score: the distance is not divided by anything.",
        162: "That is the raw sum on the bright patch.",
    },
)
