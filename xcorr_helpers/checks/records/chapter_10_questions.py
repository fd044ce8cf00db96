"""Chapter 10: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

STRIDES_OF_WINDOWS = PaperExercise(
    name="strides_of_windows",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "Nothing was copied: does a window have rows of its own in memory?",
        2: "These are the strides in float32: how many bytes has a value here?",
        3: "It steps from row to row by the height: how far is it to the pixel below?",
    },
)

END_OF_STRIP = PaperExercise(
    name="end_of_strip",
    axes=(),
    answer=4 * 7 + 3 * 7 - 1,
    mistakes={
        4 * 7: "There it begins: what is the last position that it covers?",
        4 * 7 + 3 * 7: "That is the first position behind it: the one it begins at "
        "counts, too.",
        3 * 7: "That is how many positions it covers: where does it begin?",
        3 * 7 - 1: "That is the end of the strip of output row 0.",
        4 * 7 + 7 - 1: "That is the end of its first row: it has three.",
        4 * 7 + 2 * 7 - 1: "That is the end of its second row: it has three.",
        4 * 7 + 2 * 7: "There its last row begins.",
        4 * 7 + 4 * 7 - 1: "A row too many: the kernel has 3.",
        3 * 7 + 3 * 7 - 1: "That is a row higher: output rows are counted from 0.",
        5 * 7 + 3 * 7: "That is a row lower, and one position on.",
        4 * 7 + 3 - 1: "Three rows are covered, not three pixels.",
        4 * 7
        + 3: "Three rows are covered, not three pixels, and the first one counts.",
        4 * 7 + 3 * 3 - 1: "A strip has rows as wide as the band, not as a window.",
        4 * 21: "Strips overlap: from one to the next it is one row of the band.",
        4 * 21
        + 21
        - 1: "Strips overlap: from one to the next it is one row, not three.",
        (4 + 3) * 9
        - 1: "9 is the width of the image above: rows of the band are shorter.",
        6: "That is its last row: which is the last position in it?",
        (28, 21): "One number is asked for: the last position that it covers.",
    },
)

BEST_T_OF_MANY = PaperExercise(
    name="best_t_of_many",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "Which of the two costs do more kernels raise? Does a wider band lower it?",
        2: "Kernels stand below the line of the fraction: which way does that move t?",
        4: "A value is multiplied once for each kernel: does that change no cost?",
    },
)
