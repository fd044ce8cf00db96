"""When one machine is not enough: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

LARGEST_OF_SOBEL = PaperExercise(
    name="largest_of_sobel",
    axes=(),
    answer=(1 + 2 + 1) * 255,
    mistakes={
        0: "That is the sum where all pixels are alike: they may differ.",
        255: "That is one pixel: the kernel adds up several.",
        3 * 255: "The weight in the middle is 2, not 1.",
        2 * 255: "That is one of its products: there are others.",
        6 * 255: "Negative weights take away: which pixels should lie under them?",
        8 * 255: "Negative weights take away: which pixels should lie under them, and "
        "how much is then left?",
        9 * 255: "Nine pixels, but with weights: some of them are 0, some negative.",
        5 * 255: "Which weights are positive, and what is their sum?",
        4 * 256: "A byte is at most 255.",
        4: "That is the sum of the positive weights: which pixels lie under them?",
        -4 * 255: "That is the smallest number.",
        2 * 4 * 255 + 1: "That is how many different numbers there may be.",
    },
)
