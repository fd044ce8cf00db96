"""Chapter 2: what is worked out on paper."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def count_placements(answer: Any) -> Result:
    """Judge the output's shape for a kernel of 3 x 5 in an image of 7 x 12.

    Parameters
    ----------
    answer : tuple of int
        (out_height, out_width).

    Examples
    --------
    >>> result = count_placements((8, 5))
    count_placements: not (8, 5). The output's height and width are exchanged.
    """
    return compare(COUNT_PLACEMENTS, answer)


COUNT_PLACEMENTS = PaperExercise(
    name="count_placements",
    axes=("output rows", "output columns"),
    answer=(5, 8),
    mistakes={
        # Off by one.
        (4, 7): "The first placement counts, too: + 1 is left out, down and across.",
        (4, 8): "The first placement counts, too: + 1 is left out down.",
        (5, 7): "The first placement counts, too: + 1 is left out across.",
        (6, 9): "One too many, down and across: the last would stand out of the image.",
        (6, 8): "One too many down: the last would stand out of the image.",
        (5, 9): "One too many across: the last would stand out of the image.",
        (3, 6): "1 is taken away where it is to be added: the first placement counts.",
        # Sizes exchanged.
        (8, 5): "The output's height and width are exchanged.",
        (3, 10): "The kernel's height and width are exchanged: it has 3 rows.",
        (10, 3): "The image's height and width are exchanged: it has 7 rows.",
        (5, 10): "The kernel's height, 3, stands for its width, too.",
        (3, 8): "The kernel's width, 5, stands for its height, too.",
        (5, 3): "The image's height, 7, stands for its width, too.",
        (10, 8): "The image's width, 12, stands for its height, too.",
        (5, 5): "The number of rows stands for that of columns, too.",
        (8, 8): "The number of columns stands for that of rows, too.",
        # Other placements.
        (7, 12): "That is one for each pixel: at the last of them, does the whole "
        "kernel lie on the image?",
        (9, 16): "The whole kernel has to lie on the image, not a part of it.",
        (2, 2): "The kernel moves by one pixel, not by its own size: 7 // 3, 12 // 5.",
        (3, 3): "The kernel moves by one pixel, not by its own size, rounded up.",
        (3, 4): "The kernel moves by one pixel, and its size is taken away once.",
        (6, 10): "Half of the kernel is taken away, where all of it has to fit.",
        (6, 11): "1 is taken away from the image: it is the kernel that has to fit.",
        (1, 2): "The kernel's size is taken away twice, at both ends: once is enough.",
        # Other arithmetic.
        (10, 17): "The sizes are added: the kernel is taken away from the image.",
        (11, 18): "The sizes are added, and 1: the kernel is taken away, and 1 added.",
        (21, 60): "The sizes are multiplied: the kernel is taken away from the image.",
        (-3, -6): "The image is taken away from the kernel: it is the other way round.",
        (-4, -7): "The image is taken away from the kernel: it is the other way round.",
        # Other things than the output's shape.
        (3, 5): "This is the kernel's shape: where may its top left pixel stand?",
        (40, 15): "This is the index matrix: how many placements go down, and across?",
        (15, 40): "This is the index matrix turned: the output's sides are asked for.",
        (5, 8, 1): "There is an axis of length 1 too many: the output is an image.",
        (1, 5, 8): "There is an axis of length 1 too many: the output is an image.",
        (5, 8, 3, 5): "These are placements and kernel: only the placements are left.",
        (40,): "The output is flat: it has rows and columns.",
        40: "The placements are counted all together: how many rows and columns?",
        13: "Rows and columns are added: give both, as in (2, 3).",
    },
)
