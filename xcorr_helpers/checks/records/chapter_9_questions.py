"""Chapter 9: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

LINES_THAT_GROW = PaperExercise(
    name="lines_that_grow",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "The pixels are those of the images: do more kernels bring more of them?",
        2: "A window holds pixels: do they change with the kernels that they meet?",
        4: "All kernels are columns of one matrix, for one product: are its windows "
        "counted once for each column?",
    },
)

UNDER_THE_ROOF = PaperExercise(
    name="under_the_roof",
    axes=(),
    answer=min(4 * 20, 300),
    mistakes={
        300: "That is what the arithmetic allows: do the bytes arrive fast enough?",
        20: "That is how many bytes arrive: what is done with each of them?",
        4: "That is how many operations there are for each byte, not a second.",
        4 * 300: "The operations a byte are multiplied by the wrong one of the limits.",
        300 // 4: "That is how many bytes the arithmetic could use: do as many arrive?",
        20 // 4: "Divided: each byte allows several operations.",
        300
        // 20: "That is the count of operations a byte from which arithmetic is the "
        "limit: this method does fewer.",
        4 * (300 // 20): "The limits are divided: each of them alone says how far one "
        "gets.",
        300 + 4 * 20: "The limits are added up: the lower one decides.",
        300 - 4 * 20: "One limit is taken from the other: the lower one decides.",
        (300 + 4 * 20) // 2: "That is between the limits: the lower one decides.",
        300 - 20: "Bytes are taken from operations: count operations in both limits.",
        300 + 20: "Bytes are added to operations: count operations in both limits.",
        20
        * 300: "The two rates are multiplied: how many operations do the bytes allow?",
        4 + 20: "Added: each byte allows several operations.",
        4 * 20 * 2: "Those are operations already: a multiplication counts, and an "
        "addition, too.",
    },
)

MOVES_TO_THE_RIGHT = PaperExercise(
    name="moves_to_the_right",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "That lifts the ceiling: does the method do more for each byte?",
        3: "More images bring more operations. And how many more bytes?",
        4: "That makes the slope steeper: does the method do more for each byte?",
    },
)
