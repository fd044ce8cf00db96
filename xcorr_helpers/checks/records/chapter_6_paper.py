"""Chapter 6: a shape and a number that are worked out on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def shape_with_knobs(answer: Any) -> Result:
    """Judge the output's shape for a 4 x 3 kernel on 9 x 13 pixels with all knobs.

    The stride is (2, 3), the padding 2 on every side, the dilation (1, 3).

    Parameters
    ----------
    answer : tuple of int
        (out_height, out_width).

    Examples
    --------
    >>> result = shape_with_knobs((5, 3))
    shape_with_knobs: not (5, 3). 3 values with a dilation of 3 span 7 columns, not 9.
    """
    return compare(SHAPE_WITH_KNOBS, answer)


def impulse_number(answer: Any) -> Result:
    """Judge the first number that an impulse makes in a cross-correlation.

    The image has 3 rows and 5 columns, zero but for a 1 in row 1, column 2. The kernel
    is [[1, 2, 3], [4, 5, 6]]. Asked is the output in row 0, column 0, without padding.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> result = impulse_number(1)
    impulse_number: not 1. That is the convolution, which turns the kernel.
    """
    return compare(IMPULSE_NUMBER, answer)


_TWO_AXES = "The image has no axis of channels or images, nor has the output."

SHAPE_WITH_KNOBS = PaperExercise(
    name="shape_with_knobs",
    axes=("output rows", "output columns"),
    answer=(5, 4),
    mistakes={
        (5, 5): (
            "Either the dilation is left out across; or that is the shape of `same`, "
            "the image's by the stride."
        ),
        (3, 3): "The padding is left out: it makes 13 x 17 of 9 x 13 pixels.",
        (3, 4): "Padding and dilation are left out.",
        (4, 3): (
            "Either the first placement is not counted, + 1; or the padding lies on "
            "one side only, not on both."
        ),
        (10, 11): "The stride is left out.",
        (10, 4): "The stride down is left out: it is 2.",
        (5, 11): "The stride across is left out: it is 3.",
        (4, 6): "The strides are exchanged: it is 2 down and 3 across.",
        (4, 5): "Rows and columns are exchanged: rows come first.",
        (10, 15): "The stride and the dilation are left out.",
        (2, 5): "The dilations are exchanged: it is 1 down and 3 across.",
        (2, 4): "The dilation of the columns is used for the rows, too.",
        (6, 3): "The kernel's sides are exchanged: it has 4 rows and 3 columns.",
        (7, 3): "The image's sides are exchanged: it has 9 rows and 13 columns.",
        (2, 8): "The strides are exchanged, and so are the dilations.",
        (5, 6): "The stride down is used across, too: there it is 3.",
        (4, 4): "The stride across is used down, too: there it is 2.",
        (6, 5): "A rest that is too short allows no placement: round down.",
        (5, 3): "3 values with a dilation of 3 span 7 columns, not 9.",
        (6, 4): "The kernel spans (k - 1) * d + 1 pixels: the 1 is forgotten.",
        (7, 5): "The padding is counted twice on each side.",
        (7, 6): "The kernel's size is left out: not every pixel can be its corner.",
        (6, 7): "The stride and the padding are left out.",
        (6, 11): "Padding, stride and dilation are all left out.",
        (13, 17): "That is the padded image.",
        (4, 7): "That is what the dilated kernel spans.",
        (20, 12): "That is the shape of the index: 20 placements, 12 kernel values.",
        (5, 4, 1): _TWO_AXES,
        (1, 5, 4): _TWO_AXES,
        (5,): "Those are the rows alone; a shape has the columns, too.",
        (4,): "Those are the columns alone; a shape has the rows, too.",
        (9 / 2 + 1, 10 / 3 + 1): (
            "The quotients are rounded down: a rest allows no placement."
        ),
        (9 / 2, 10 / 3): (
            "The quotients are rounded down, and the first placement counts, too: + 1."
        ),
        20: "That is the number of placements; how many rows and columns are they?",
        5: "Those are the rows alone; a shape has the columns, too.",
        4: "Those are the columns alone; a shape has the rows, too.",
        (20,): "That is the number of placements; how many rows and columns are they?",
    },
)

IMPULSE_NUMBER = PaperExercise(
    name="impulse_number",
    axes=(),
    answer=6,
    mistakes={
        1: "That is the convolution, which turns the kernel.",
        4: "The kernel is not mirrored: column 2 of the image is under column 2.",
        3: "The kernel is not upside down: row 1 of the image is under row 1.",
        2: "Row 1, column 2 are counted from 0: the 1 is in the second row.",
        5: "Column 2 is counted from 0: the 1 is in the third column.",
        0: "Without padding, the placement in the corner does reach the 1.",
        21: "All the kernel's values are added: all but one lie on zeros.",
        15: "A row of the kernel is added: only one value lies on the 1.",
        9: "A column of the kernel is added: only one value lies on the 1.",
        7: (
            "Either that is the impulse's position, 1 * 5 + 2; or the 1 is added to "
            "the kernel's value, where it multiplies."
        ),
        8: "That is the impulse's position, counted from 1; the output is asked for.",
        -6: "The sign is turned: a cross-correlation only multiplies and adds.",
        3.5: "That is the mean of the kernel's values: only one of them lies on the 1.",
        (1, 2): "That is the place in the kernel: the value there is asked for.",
        (6, 5, 4): "That is the output's row 0: its first number is asked for.",
    },
)
