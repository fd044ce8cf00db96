"""Chapter 7, on paper: how often a pixel is read, and what is scattered."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def number_of_visits(answer: Any) -> Result:
    """Judge how many placements of a 3 x 4 kernel read one pixel of 7 x 12.

    It is the pixel in row 1, column 5.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> result = number_of_visits(7)
    number_of_visits: not 7. The placement that starts at the pixel reads it, too.
    """
    return compare(NUMBER_OF_VISITS, answer)


def shape_of_scatter(answer: Any) -> Result:
    """Judge the shape of what is scattered, `output_gradient @ weights.T`.

    The output gradient has the shape (6, 35, 5), the kernels' matrix (24, 5).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_scatter((6, 35, 5))
    shape_of_scatter: not (6, 35, 5). That is the output gradient's shape: the product \
takes the kernels' axis away, and puts the kernel values there.
    """
    return compare(SHAPE_OF_SCATTER, answer)


NUMBER_OF_VISITS = PaperExercise(
    name="number_of_visits",
    axes=(),
    answer=8,
    mistakes={
        12: "Either the upper edge is forgotten: no placement starts above row 0; or "
        "the kernel's width: from column 0 or 1 none reaches column 5.",
        6: "Either the kernel's rows and columns are exchanged: it has 3 rows; or a "
        "column of placements is missing.",
        4: "Either that is one row of placements, and there are more; or the pixel is "
        "counted from 1, as if it lay in row 0, column 4.",
        2: "That is one column of placements: each of their rows has more than one.",
        10: "A column of placements too many: count those that reach column 5, of 4 "
        "columns each.",
        9: "The kernel is 4 columns wide, not 3; and no placement starts above row 0.",
        16: "The kernel is 3 rows high, not 4; and no placement starts above row 0.",
        1: "Not only the placement that starts at the pixel reads it: others reach it "
        "from the left and from above.",
        7: "The placement that starts at the pixel reads it, too.",
        45: "Those are all placements, 5 * 9: only some of them read this pixel.",
        84: "Either the image's pixels are counted, 7 * 12; or every pixel is taken "
        "for a placement that reads this one.",
        17: "That is the pixel's position, 1 * 12 + 5, not the number of its readers.",
        18: "Either that is the pixel's position, counted from 1; or all 9 columns of "
        "placements are counted, and most of them do not reach column 5.",
        540: "Those are all reads of all pixels, 45 * 12: this pixel's are asked for.",
        20: "All 5 rows of placements are counted: those that start below row 1 do not "
        "read it.",
        5: "That is the pixel's column, not the number of its readers.",
        3: "That is the kernel's height: the upper edge takes one of these rows, and "
        "each row has several placements.",
        24: "Two whole rows of pixels are counted: few of them start a placement that "
        "reads this one.",
    },
)

SHAPE_OF_SCATTER = PaperExercise(
    name="shape_of_scatter",
    axes=("images", "placements", "kernel values"),
    answer=(6, 35, 24),
    mistakes={
        (6, 24, 35): "The placements stay the second axis: @ works on the last axes, "
        "(35, 5) @ (5, 24).",
        (6, 35, 5): "That is the output gradient's shape: the product takes the "
        "kernels' axis away, and puts the kernel values there.",
        (6, 5, 24): "The product takes the kernels' axis (5) away, not the placements' "
        "(35).",
        (35, 24): "The images' axis stays in front: @ makes a product for each image.",
        (6, 24): "The placements are not added up: each sends its own numbers back.",
        (6, 35): "Each placement sends a number to each kernel value's pixel: the 24 "
        "values are an axis.",
        (24, 5): "That is the kernels' matrix itself, and no growth is multiplied.",
        (5, 24): "That is the shape of the kernels' matrix, turned by .T, without the "
        "growths.",
        (6, 24, 5): "That is the kernels' gradient for each image: here the placements "
        "stay, and the kernels are added up.",
        (6, 35, 5, 24): "The kernels' axis is in both factors, and the product adds "
        "over it: 5 is gone.",
        (6, 35, 24, 5): "The kernels' axis is in both factors, and the product adds "
        "over it: 5 is gone.",
        (6, 35, 120): "5 and 24 are not multiplied: the product adds over the 5 "
        "kernels.",
        (210, 24): "Images and placements stay two axes: the product joins none.",
        (35, 6, 24): "The images stay the first axis, as in the output gradient.",
        (24, 35, 6): "Only `weights` is turned by .T: the product's axes are images, "
        "placements, kernel values.",
        (6, 5, 35): "That is the output gradient with its last two axes exchanged: it "
        "is to be multiplied, and 5 goes.",
        (1, 35, 24): "All six images are there: none of them is added up.",
        (6, 35, 23): "All 24 kernel values get a number: none is left out.",
        (6, 5, 7, 24): "The placements are one axis here, of 35: nothing cuts them "
        "into rows and columns.",
        (24, 35): "The images' axis stays in front, and the placements come before the "
        "kernel values.",
        (35, 5): "That is one image's output gradient: the product has an axis of the "
        "images, and kernel values for the kernels.",
    },
)
