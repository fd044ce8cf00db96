"""Chapter 7: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise
from .rectangles import rectangle

SENT_BY_PLACEMENT = PaperExercise(
    name="sent_by_placement",
    axes=(),
    answer=rectangle(14, 2, 3, 9),
    positions=True,
    mistakes={
        # Where the placement starts.
        rectangle(12, 2, 3, 9): "12 is the placement's number: the offsets skip two "
        "positions in each row.",
        rectangle(12, 2, 3, 7): "12 is the placement's number, and 7 the width of the "
        "output: positions are counted in the image.",
        rectangle(
            13, 2, 3, 9
        ): "That is the placement before it: they are counted from 0.",
        rectangle(15, 2, 3, 9): "That is the placement after it.",
        rectangle(
            27, 2, 3, 9
        ): "Rows of the output are 7 long, not 4: it starts further up.",
        rectangle(0, 2, 3, 9): "That is placement 0: where does placement 12 start?",
        rectangle(11, 2, 3, 9): "That is placement 9, the last in the drawing: three "
        "further on.",
        # The step to the second row.
        rectangle(14, 2, 3, 7): "7 numbers are in a row of the output: how many pixels "
        "are in one of the image?",
        rectangle(14, 2, 3, 5): "The image is 5 high, but how long is one of its rows?",
        rectangle(
            14, 2, 3, 3
        ): "These lie one behind the other: the kernel's second row "
        "lies below its first.",
        rectangle(
            15, 2, 3, 10
        ): "These are the values of the pixels: at which positions do they lie?",
        # How many, and in which order.
        rectangle(
            14, 1, 3, 9
        ): "The kernel has a second row, which sends amounts, too.",
        rectangle(14, 1, 1, 9): "That is where it starts: it sends to every pixel that "
        "it read.",
        rectangle(14, 3, 2, 9): "That kernel has three rows and two columns: rows come "
        "first.",
        (
            14,
            23,
            15,
            24,
            16,
            25,
        ): "Column after column: the amounts are in the order of kernel.ravel().",
        (
            25,
            24,
            23,
            16,
            15,
            14,
        ): "That is backwards: which pixel did the kernel's first value meet?",
    },
)

BRACKETS_ADD = PaperExercise(
    name="brackets_add",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "Here nothing is lost. How often is position 1 read before it is written?",
        3: "Two writes go to position 1: which of them is the last?",
        4: "These are the numbers that are written: which shape has grad itself?",
    },
)

SHAPE_OF_KERNEL_BACK = PaperExercise(
    name="shape_of_kernel_back",
    axes=("kernel rows", "kernel columns"),
    answer=(7 - 5 + 1, 12 - 9 + 1),
    mistakes={
        (
            7 - 5,
            12 - 9,
        ): "As many steps as the image is larger: does the first placement not count?",
        (7 - 5 + 2, 12 - 9 + 2): "One too many along each axis.",
        (12 - 9 + 1, 7 - 5 + 1): "Rows come first.",
        (5, 9): "That is the output gradient: how often does it fit into the image?",
        (7, 12): "That is the image: its gradient has that shape, and the kernel's?",
        (
            7 + 5 - 1,
            12 + 9 - 1,
        ): "That is wherever the two touch: count the places where "
        "the one lies on the other.",
        (7 + 5, 12 + 9): "The two are added up: how often does the one fit into the "
        "other?",
        (5 * 9,): "That is how many growths there are: which shape has the kernel?",
        (7 - 5 + 1,): "These are its rows: how many columns has it?",
        (12 - 9 + 1,): "These are its columns: how many rows has it?",
        (
            7 * 12,
            5 * 9,
        ): "That is a matrix of every pixel with every growth: the kernel is small.",
        (
            5 * 9,
            7 * 12,
        ): "That is a matrix of every growth with every pixel: the kernel is small.",
        (7 // 5, 12 // 9): "Divided: how often does the one fit into the other, moved "
        "by one pixel?",
        (12 - 5 + 1, 9 - 7 + 1): "Rows of the one go with rows of the other.",
        (7 - 5 + 1) * (12 - 9 + 1): "That is how many weights it has: in which shape?",
    },
)
