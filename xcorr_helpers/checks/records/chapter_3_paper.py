"""Chapter 3: a shape and a number, on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def shape_of_product(answer: Any) -> Result:
    """Judge the shape of `gathered @ weights`, for five 3 x 2 kernels on 6 x 10 pixels.

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_product((5, 36))
    shape_of_product: not (5, 36). Transposed: the placements are the rows.
    """
    return compare(SHAPE_OF_PRODUCT, answer)


def number_of_mix(answer: Any) -> Result:
    """Judge what the kernel 3 * a - b makes, where a makes 7 and b makes -2.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> result = number_of_mix(19)
    number_of_mix: not 19. Taking away a negative number makes it more.
    """
    return compare(NUMBER_OF_MIX, answer)


_AXES = "The product has two axes: one row a placement, one column a kernel."

SHAPE_OF_PRODUCT = PaperExercise(
    name="shape_of_product",
    axes=("placements", "kernels"),
    answer=(36, 5),
    mistakes={
        (5, 36): "Transposed: the placements are the rows.",
        (36, 6): (
            "That is what was gathered: the product has a column for each kernel."
        ),
        (6, 36): "That is what was gathered, transposed, before the product.",
        (6, 5): "That is the kernels' matrix: the product has a row a placement.",
        (5, 6): "Those are the kernels, a row each: the product has a row a placement.",
        (24, 5): (
            "The first placement counts, too: 6 - 3 + 1 down, and 10 - 2 + 1 across."
        ),
        (24, 5, 1): (
            "The + 1 of the first placement is missing, and an axis is too many."
        ),
        (24, 6): "The + 1 is missing, and a column is a kernel, not a kernel value.",
        (27, 5): "Down, the first placement counts, too: 6 - 3 + 1.",
        (32, 5): "Across, the first placement counts, too: 10 - 2 + 1.",
        (50, 5): "The + 1 stands twice: 6 - 3 + 1 down, and 10 - 2 + 1 across.",
        (60, 5): "Not every pixel starts a placement: at the edges a kernel must fit.",
        (60, 6): (
            "Not every pixel starts a placement, and a column is one of five kernels."
        ),
        (40, 5): "The kernel's rows and columns are exchanged: 3 rows, 2 columns.",
        (45, 5): "The kernel's 2 columns are taken off both sides: it has 3 rows.",
        (32, 6): "Across, the + 1 is missing, and a column is a kernel.",
        (
            88,
            5,
        ): "The kernel must lie in the image as a whole: this counts all overlaps.",
        (10, 5): "Placements overlap: the next one starts a pixel further, not behind.",
        (13, 5): "The placements down and across are to be multiplied, not added.",
        (
            15,
            5,
        ): "Placements are counted down and across: 4 times 9, not one value in 4.",
        (36, 1): "That is one kernel: there are five, a column each.",
        (1, 5): "That is one placement: there are 4 down times 9 across.",
        (36,): "That is one kernel, a vector: there are five, a column each.",
        (5,): "That is one placement, a vector: there are 4 down times 9 across.",
        (36, 30): (
            "A kernel, all its values, is one column of the weights, and makes one."
        ),
        (36, 6, 5): "The product adds over the 6 kernel values: their axis is gone.",
        (180,): f"It is not flat. {_AXES}",
        (180, 1): f"Placements and kernels are not one axis. {_AXES}",
        (36, 36): "The right factor is the kernels' matrix, not what was gathered.",
        (6, 6): "The inner axes are the ones that match, and both of them vanish.",
        (5, 5): "The left factor is what was gathered: it has a row a placement.",
        (4, 9): "That is one map, folded: five kernels, and nothing is folded yet.",
        (4, 9, 5): "That is what it is folded into, after the product.",
        (9, 4, 5): (
            "It is folded only after the product, and then the rows come first."
        ),
        (5, 4, 9): "It is folded only after the product, and the kernels stay last.",
        (4, 9, 6): "That is what was gathered, folded; the product is not folded yet.",
        (5, 3, 2): "Those are the kernels as they were given.",
        (6, 10): "That is the image.",
        (6, 10, 5): "Not every pixel starts a placement, and nothing is folded yet.",
        (
            28,
            8,
        ): "That is the chapter's example: here other kernels lie on another image.",
        (
            28,
            5,
        ): "28 placements are the chapter's example: count them for 6 x 10 pixels.",
        (36, 8): "The chapter's example has eight kernels; here there are five.",
        (36, 10): "The last axis is that of the kernels, not the image's width.",
        (36, 2): "The last axis is that of the kernels, not the kernel's width.",
        (36, 3): "The last axis is that of the kernels, not the kernel's height.",
        (180, 5): "The placements are the same for all kernels: they count once.",
        180: "That counts the numbers: a shape is asked for, in two axes.",
        36: "Those are the placements: a shape is asked for, and the kernels count.",
    },
)

NUMBER_OF_MIX = PaperExercise(
    name="number_of_mix",
    axes=(),
    answer=23,
    mistakes={
        19: "Taking away a negative number makes it more.",
        27: "The 3 belongs to `a` alone: `b` is taken away once, not three times.",
        15: (
            "The 3 belongs to `a` alone, and taking away a negative one makes it more."
        ),
        9: "The 3 counts: each of the kernel's values is three times as large.",
        5: "The 3 counts, and taking away a negative number makes it more.",
        21: "That is 3 * a: the kernel `b` is still to be taken away.",
        -23: "The order is turned round: `b` is taken away from 3 * a.",
        -19: "The order is turned round, and a sign is lost.",
        -13: "The kernels are exchanged: the 3 belongs to `a`.",
        13: "The 3 belongs to `a`, which makes 7, not to `b`.",
        1: "The 3 belongs to `a`, and taking away a negative number makes it more.",
        -9: "The order is turned round, and the 3 is left out.",
        12: "The 3 multiplies, it is not added.",
        8: ("The 3 multiplies, and taking away a negative number makes it more."),
        10: "The 3 multiplies, it is not added; and the kernel `b` is left out.",
        42: "The outputs are not multiplied: `b` is taken away. And a sign is lost.",
        -42: "The outputs are not multiplied: `b` is taken away.",
        -14: "The outputs are not multiplied, and the 3 counts.",
        14: "The outputs are not multiplied, and the 3 counts; a sign is lost.",
        2: "That is `- b` alone: 3 * a comes before it.",
        7: "That is `a` alone: it counts three times, and `b` is taken away.",
        -2: "That is `b` alone: it is taken away from 3 * a.",
        -6: "That is 3 * b: the 3 belongs to `a`, and `b` is taken away.",
        6: "That is -3 * b: the 3 belongs to `a`.",
        3: "That is the factor alone: `a` makes 7, and `b` -2.",
        39: "3 and 7 are multiplied, not written side by side.",
        35: "3 and 7 are multiplied, not written side by side; and a sign is lost.",
        0: "Nothing else is needed: an output is a sum of products with the kernel.",
        341: "`a` is multiplied by 3, not raised to its power; and a sign is lost.",
        345: "`a` is multiplied by 3, not raised to its power.",
        47: "`a` is multiplied by 3, not by itself; and a sign is lost.",
        51: "`a` is multiplied by 3, not by itself.",
    },
)
