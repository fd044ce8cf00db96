"""Chapter 4: a position and a shape, on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def position_with_channels(answer: Any) -> Result:
    """Judge the position of row 2, column 5, channel 1 in an image of (4, 7, 3).

    Parameters
    ----------
    answer : int
        The position in the flat image, channels last.

    Examples
    --------
    >>> result = position_with_channels(20)
    position_with_channels: not 20. Each pixel takes 3 positions.
    """
    return compare(POSITION_WITH_CHANNELS, answer)


def shape_of_index(answer: Any) -> Result:
    """Judge the index matrix's shape: image (10, 13, 3), six kernels of (3, 4, 3).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_index((80, 12))
    shape_of_index: not (80, 12). Each kernel reads every channel of its pixels.
    """
    return compare(SHAPE_OF_INDEX, answer)


POSITION_WITH_CHANNELS = PaperExercise(
    name="position_with_channels",
    axes=(),
    answer=(2 * 7 + 5) * 3 + 1,
    mistakes={
        20: "Each pixel takes 3 positions.",
        57: "That is the pixel's first channel: add the channel, 1.",
        19: "That is the pixel's number: each takes 3 positions, then the channel.",
        48: "A step to the right is a whole pixel, 3 positions: 5 * 3.",
        47: "That is channels first; here they are last.",
        30: "A row is 7 pixels of 3 positions, 21 long, not 7.",
        29: "A row is 21 positions long, and the channel is to be added.",
        41: "Here the channels are last, and a row is 7 pixels long.",
        40: "A row is as long as the image is wide: 7 pixels, not 4.",
        39: "A row is 7 pixels long, not 4, and the channel is left out.",
        14: "A row is 7 pixels long, not 4, and each takes 3 positions.",
        112: "Rows and columns are swapped: the row is 2.",
        111: "Rows and columns are swapped, and the channel is left out.",
        67: "The pixels are counted column after column: whole rows come first.",
        50: "That is Fortran's order, the row fastest; here the channel goes fastest.",
        37: "Row 2 is the third row: two whole rows lie before it, not one.",
        33: "Row, column and channel are counted from 0 already.",
        34: "Row and column are counted from 0 already.",
        82: "Nothing is to be added to row and column: they count from 0.",
        83: "Row, column and channel are each one too large: that is the last of all.",
        79: "Row 2 is the third row: two whole rows lie before it, not three.",
        61: "Column 5 is the sixth: five pixels lie before it in its row, not six.",
        55: "Column 5 is the sixth: five pixels lie before it in its row, not four.",
        59: "The first position is 0: it is counted from 1, or the channel is.",
        60: "The channel is not multiplied: it is one position.",
        56: "The channel is taken away, where it is to be added.",
        77: "A pixel takes as many positions as there are channels, 3, not 4.",
        31: "Row and column are not multiplied: a row is 7 pixels long.",
        12: "Whole rows come first: a row is 7 pixels of 3 positions.",
        22: "The width is left out: a row is 7 pixels of 3 positions.",
        142: "The row is multiplied by 3 twice: a row is 21 long.",
        172: "The pixel's number is multiplied by 3 twice.",
        52: "A row has 7 pixels, column 0 to column 6, not 6.",
        64: "A row has 7 pixels, column 0 to column 6, not 8.",
        21: "That is how long one row is: two lie before it, then whole pixels.",
        42: "Those are the two rows before it: then come five pixels, and the channel.",
        43: "The column is left out: five pixels of 3 positions lie before it.",
        16: "The row is left out: two rows of 21 positions lie before it.",
        15: "The row and the channel are left out: two rows lie before it.",
        84: "That is how many positions there are.",
        25: "That is counted from the end of the image.",
        8: "Row, column and channel are added: whole rows, then pixels, count more.",
        10: "Row, column and channel are multiplied: whole rows and pixels are added.",
    },
)

_WINDOW = "3 * 4 * 3 values of one kernel"

SHAPE_OF_INDEX = PaperExercise(
    name="shape_of_index",
    axes=("placements", "kernel values"),
    answer=(80, 36),
    mistakes={
        (80, 12): "Each kernel reads every channel of its pixels.",
        (80, 3): "A column is a value of a kernel: 3 * 4 pixels of 3 channels.",
        (80, 4): "A column is a value of a kernel: 3 * 4 pixels of 3 channels.",
        (80, 10): "3, 4 and 3 are to be multiplied, not added.",
        (80, 7): "3 and 4 are to be multiplied, and the channels, too.",
        (80, 108): "The channels count once in a window: 3 * 4 * 3.",
        (80, 48): "A kernel has 3 rows of 4 pixels, and 3 channels: 3 * 4 * 3.",
        (80, 27): "A kernel has 3 rows of 4 pixels, not 3, and 3 channels.",
        (80, 216): "All kernels read the same pixels: one kernel's values are listed.",
        (80, 72): "The columns are those of one kernel, without channels times six.",
        (36, 80): "Transposed: the placements are the rows.",
        (12, 80): "Transposed, and each kernel reads every channel of its pixels.",
        (240, 36): "No kernel starts in the middle of a pixel.",
        (240, 12): "The channels belong to the window, not to the placements.",
        (
            130,
            36,
        ): "Not every pixel starts a placement: at the edges a kernel must fit.",
        (130, 12): "Not every pixel starts a placement, and the channels are left out.",
        (390, 36): "Not every value starts a placement: a kernel starts at a pixel.",
        (63, 36): (
            "The first placement counts, too: 10 - 3 + 1 down, and 13 - 4 + 1 across."
        ),
        (63, 12): "The + 1 of the first placement is missing, and so are the channels.",
        (189, 12): "The + 1 is missing, and the channels belong to the window.",
        (189, 36): "The + 1 is missing, and no kernel starts in the middle of a pixel.",
        (70, 36): "Down, the first placement counts, too: 10 - 3 + 1.",
        (72, 36): "Across, the first placement counts, too: 13 - 4 + 1.",
        (99, 36): "The + 1 stands twice: 10 - 3 + 1 down, and 13 - 4 + 1 across.",
        (77, 36): "The kernel's height and width are exchanged: 3 rows, 4 columns.",
        (88, 36): "The kernel's 3 rows are taken off both sides: it has 4 columns.",
        (
            192,
            36,
        ): "A kernel must lie in the image as a whole: this counts all overlaps.",
        (9, 36): "Placements overlap: the next one starts a pixel further, not behind.",
        (18, 36): "The placements down and across are to be multiplied, not added.",
        (480, 36): "The placements are the same for all kernels: they count once.",
        (
            480,
            6,
        ): "The index knows nothing of the kernels: placements, and one's values.",
        (80, 6): "That is the output; the index knows nothing of the kernels' number.",
        (36, 6): "That is the kernels' matrix, not the index.",
        (6, 36): "Those are the kernels, a row each: the index has a row a placement.",
        (
            6,
            80,
        ): "That is the output, transposed; the index knows nothing of the kernels.",
        (6, 80, 36): "One index serves all kernels: there is no axis of them in front.",
        (
            80,
            36,
            6,
        ): "One index serves all kernels: there is no axis of them at the end.",
        (8, 10, 36): "The placements are one axis, 8 * 10, as in `offsets`.",
        (
            80,
            3,
            4,
            3,
        ): "The window is flat, in one axis, as `kernel.ravel()` is: 3 * 4 * 3.",
        (80, 12, 3): "The window is flat, the channels in it: 3 * 4 * 3 in one axis.",
        (80, 3, 4): "The window is flat, and each kernel reads every channel.",
        (8, 10, 3, 4, 3): "Placements and window are flat, an axis each: two in all.",
        (8, 10, 6): "That is the output, folded, not the index.",
        (
            8,
            10,
            12,
        ): "The placements are one axis, and each kernel reads every channel.",
        (8, 10): "Those are the placements, folded: the second axis is the window.",
        (8, 10, 3): "The placements are one axis, and the second is the window.",
        (80, 390): "A row is what one kernel reads, not the whole image.",
        (80, 130): "A row is what one kernel reads, not all the pixels of the image.",
        (42, 24): "That is the chapter's example: here the sizes are others.",
        (36,): "That is the window: each of the placements makes a row.",
        (80,): "Those are the offsets: each has a row of kernel values.",
        (390,): "That is the flat image, not the index.",
        (10, 13, 3): "That is the image, not the index.",
        2880: "That counts the numbers: a shape is asked for, in two axes.",
        (2880,): f"It is not flat: one row a placement, and in it the {_WINDOW}.",
    },
)
