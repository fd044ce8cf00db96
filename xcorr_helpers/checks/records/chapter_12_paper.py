"""Chapter 12, on paper: a zero-mean sum, and where a peak of `full` belongs."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def zero_mean_by_hand(answer: Any) -> Result:
    """Judge the zero-mean correlation of the template 1 4 1 with the window 2 50 5.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> result = zero_mean_by_hand(207)
    zero_mean_by_hand: not 207. That is the raw sum, 1*2 + 4*50 + 1*5: take the \
template's mean away first.
    """
    return compare(ZERO_MEAN_BY_HAND, answer)


def corner_of_peak(answer: Any) -> Result:
    """Judge where a template lies whose peak in a `full` correlation is (10, 15).

    The template is 4 x 7.

    Parameters
    ----------
    answer : tuple of int
        Row and column of its upper left pixel, in the image.

    Examples
    --------
    >>> result = corner_of_peak((10, 15))
    corner_of_peak: not (10, 15). That is the place in the padded image: how many rows \
and columns of zeros lie before its first pixel?
    """
    return compare(CORNER_OF_PEAK, answer)


ZERO_MEAN_BY_HAND = PaperExercise(
    name="zero_mean_by_hand",
    axes=(),
    answer=93,
    mistakes={
        207: "That is the raw sum, 1*2 + 4*50 + 1*5: take the template's mean away "
        "first.",
        0: "Either the differences are added up without the window's values, and "
        "cancel; or the window is taken for one without contrast.",
        -93: "The sign is turned: the mean is taken from the values.",
        31: "Divided by the three values: the sum is asked for, not the mean.",
        36: "The template's mean is not half its sum: three values add up to 6.",
        107: "Either the mean is taken from 4 alone, and it is taken from each value; "
        "or the outer products have lost their minus, 1 - 2.",
        100: "That is the product in the middle, 2 * 50: two more are added to it.",
        186: "That is twice the sum: each product counts once.",
        6: "That is the template with itself, 1 + 4 + 1: multiply by the window.",
        1: "That is a normalized score of one that fits without fault: the sum is "
        "asked for, and it is not divided.",
        201: "The template's sum is taken from the raw sum: its mean, 2, is taken from "
        "each of its values.",
        -135: "The template's sum is taken from each value, 6: its mean is 2.",
        97: "The first product has a minus, too: (1 - 2) * 2 = -2.",
        103: "The last product has a minus, too: (1 - 2) * 5 = -5.",
        95: "The first product is left out, (1 - 2) * 2.",
        98: "The last product is left out, (1 - 2) * 5.",
        8649: "That is the square of the sum: the sum is asked for.",
        279: "That is multiplied by the number of values: the sum is as it is.",
        19: "That is the window's mean: how does it go with the template?",
        2: "That is the template's mean: take it from each of its values.",
    },
)

CORNER_OF_PEAK = PaperExercise(
    name="corner_of_peak",
    axes=("row", "column"),
    answer=(10 - 3, 15 - 6),
    mistakes={
        (10, 15): "That is the place in the padded image: how many rows and columns of "
        "zeros lie before its first pixel?",
        (10 - 4, 15 - 7): "One too far: `full` has k - 1 zeros on each side, not k.",
        (
            10 + 3,
            15 + 6,
        ): "The zeros lie before the image, so its rows and columns have "
        "smaller numbers.",
        (10 - 6, 15 - 3): "Rows and columns are exchanged: the template has 4 rows and "
        "7 columns.",
        (15 - 6, 10 - 3): "The row comes first.",
        (10 - 1, 15 - 3): "That is where it lies with `same`: `full` has more zeros.",
        (10 - 2, 15 - 3): "Half the template is taken away: that would be its middle, "
        "or `same`; `full` has k - 1 zeros before the image.",
        (
            10 + 4,
            15 + 7,
        ): "The zeros lie before the image, and there are k - 1 of them.",
        (10 - 6, 15 - 12): "The zeros on both sides are taken away: only those before "
        "the image move it.",
        (10 - 3, 15): "The columns have zeros before them, too.",
        (10, 15 - 6): "The rows have zeros above them, too.",
        (10 - 3 + 1, 15 - 6 + 1): "One too many: rows and columns count from 0.",
        (4, 7): "That is the template's size: where does it lie?",
        (7, 8): "The row is right: in seven columns, how many zeros lie before the "
        "image?",
        (0, 0): "The peak says where: how many rows and columns of zeros lie before "
        "the image?",
    },
)
