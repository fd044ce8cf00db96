"""Chapter 5: which shape is gathered, on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def shape_of_gathered(answer: Any) -> Result:
    """Judge the shape of `flat[:, index]`: 6 images of (7, 10, 2), kernel (3, 4, 2).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_gathered((35, 24))
    shape_of_gathered: not (35, 24). The colon keeps the axis of the images, in front.
    """
    return compare(SHAPE_OF_GATHERED, answer)


_IN_FRONT = "The colon leaves the images in front: `index` is the second of two."
_NO_KERNELS = "The kernels have no axis here: the same values are gathered for all."

SHAPE_OF_GATHERED = PaperExercise(
    name="shape_of_gathered",
    axes=("images", "placements", "kernel values"),
    answer=(6, 35, 24),
    mistakes={
        (35, 24): "The colon keeps the axis of the images, in front.",
        (210, 24): "Images and placements are two axes: nothing folds them into one.",
        (6, 35, 12): "A kernel reads every channel of its pixels.",
        (6, 35, 48): "The channels count twice: a kernel has its own once.",
        (6, 35, 6): "The width of the kernel is missing from the kernel values.",
        (6, 35, 8): "The height of the kernel is missing from the kernel values.",
        (6, 35, 9): "The three sizes of a kernel are multiplied, not added.",
        (
            6,
            35,
            2,
        ): "These are the channels alone: a kernel reads rows and columns, too.",
        (6, 24, 35): "The placements come before the kernel values, as in the index.",
        (24, 35): "The index is turned round, and the colon keeps the images.",
        (
            6,
            35,
            5,
        ): "This is the shape of the product, with one column for each kernel.",
        (210, 5): "This is the product, with images and placements folded into one.",
        (6, 140, 24): "The flat length, 140, does not stay: the placements replace it.",
        (6, 140, 35, 24): "The flat length, 140, does not stay: the index replaces it.",
        (6, 140): "This is the shape of `flat`, before the index reads it.",
        (6, 7, 10, 2): "This is the shape of the images, before they are made flat.",
        (
            140,
            24,
        ): "The index replaces the axis of 140, and the colon keeps the images.",
        (6, 24, 24): "The first placement counts, too: + 1, for rows and for columns.",
        (24, 24): "The first placement counts, too; and the colon keeps the images.",
        (
            6,
            24,
            12,
        ): "Two slips: the + 1 of the placements, and the channels, are left out.",
        (6, 28, 24): "Off by one: a row of placements is missing, 7 - 3 + 1 fit.",
        (6, 30, 24): "Off by one: a column of placements is missing, 10 - 4 + 1 fit.",
        (6, 48, 24): "Off by one: a row and a column of placements too many.",
        (
            6,
            32,
            24,
        ): "The kernel is 3 high and 4 wide, and the image 7 high and 10 wide: "
        "its height and width are exchanged.",
        (6, 70, 24): "Not every pixel is a placement: a whole kernel has to fit.",
        (70, 24): "Not every pixel is a placement, and the colon keeps the images.",
        (
            6,
            117,
            24,
        ): "A kernel does not reach over the edge: its size is taken away, not added.",
        (6, 4, 24): "The placements overlap: each is one pixel from the one before.",
        (6, 12, 24): "Rows and columns of the output are multiplied, not added.",
        (6, 5, 24): "The placements are rows times columns: the columns are missing.",
        (6, 7, 24): "The placements are rows times columns: the rows are missing.",
        (6, 70, 12): "The channels belong to the window, not to the placements.",
        (
            6,
            140,
            12,
        ): "Pixels and channels are no placements: a whole kernel has to fit.",
        (6, 35, 120): "One index serves all kernels: count the values of one.",
        (30, 35, 24): _NO_KERNELS,
        (6, 175, 24): _NO_KERNELS,
        (5, 35, 24): "The rows of `flat` are images: the kernels play no part here.",
        (
            6,
            5,
            35,
            24,
        ): "The kernels have no axis: this one, behind the images, is theirs.",
        (5, 6, 35, 24): "The kernels have no axis: the one in front is theirs.",
        (6, 35, 24, 5): "The kernels have no axis: the last one here is theirs.",
        (6, 35, 5, 24): "The kernels have no axis: the third one here is theirs.",
        (35, 24, 6): "The images are put last: the colon leaves them in front.",
        (24, 35, 6): "The whole is turned round: it starts with the images.",
        (
            35,
            6,
            24,
        ): "The images are put in the middle: the colon leaves them in front.",
        (24, 6, 35): _IN_FRONT,
        (
            6,
            5,
            7,
            24,
        ): "The placements are one axis of the index, not rows and columns.",
        (5, 7, 24): "The placements are one axis, and the colon keeps the images.",
        (6, 7, 5, 24): "The placements are one axis, not columns and rows.",
        (
            6,
            35,
            3,
            4,
            2,
        ): "The window is flat: rows, columns and channels are one axis.",
        (6, 35, 12, 2): "The window is flat: the channels have no axis of their own.",
        (
            6,
            5,
            7,
            3,
            4,
            2,
        ): "Neither is flat here: placements are one axis, a window is.",
        (5, 7, 3, 4, 2): "The index has two axes only, and the colon keeps the images.",
        (6, 5, 7, 5): "This is the output, folded: nothing is multiplied yet.",
        (6, 5, 7): "This is an output with one kernel: nothing is added up yet.",
        (6, 35): "The index has two axes: the values of a window are missing.",
        (6, 24): "The index has two axes: the placements are missing.",
        (6, 840): "The index has two axes: they stay apart in what is gathered.",
        (5040,): "Three axes stay apart: images, placements, kernel values.",
        (1, 35, 24): "The colon stands for all images, not for an axis of length 1.",
        (
            6,
            1,
            35,
            24,
        ): "The index replaces one axis by its two: none of length 1 comes.",
    },
)
