"""Chapter 10, on paper: the shape of a banded matrix."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def shape_of_banded(answer: Any) -> Result:
    """Judge the banded matrix's shape: kernels (5, 2, 4, 3), strips of 6 outputs.

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_banded((24, 5))
    shape_of_banded: not (24, 5). That is the kernels' matrix, which makes one output.
    """
    return compare(SHAPE_OF_BANDED, answer)


SHAPE_OF_BANDED = PaperExercise(
    name="shape_of_banded",
    axes=("values of a strip", "outputs of a strip"),
    answer=(54, 30),
    mistakes={
        (24, 5): "That is the kernels' matrix, which makes one output.",
        (5, 24): "Those are the kernels as rows, for one output, and without strips.",
        (30, 54): "It is transposed: a strip's values go down, its outputs go across.",
        # Wrong rows.
        (60, 30): "6 + 4 pixels are one too many: the first window needs no step.",
        (48, 30): (
            "Either outputs and kernels are exchanged, and the strip spans 5 outputs; "
            "or the last pixel of the strip is forgotten."
        ),
        (144, 30): "Neighbouring windows share pixels, and a strip has each once.",
        (24, 30): "Those are the values of one window: a strip of 6 outputs is wider.",
        (36, 30): "A strip is wider than its 6 outputs: the last one reads 4 pixels.",
        (18, 30): "The channels are left out of the rows: each pixel has 3 values.",
        (27, 30): "Only one row is counted: a strip has as many rows as a kernel, 2.",
        (9, 30): "Only the pixels of one row are counted: 2 rows, of 3 channels each.",
        (12, 30): "The strip is as wide as its outputs, and has no channels.",
        (84, 30): (
            "Either the kernels' height and width are exchanged; or the strip grows "
            "downward, and its outputs are neighbours in a row."
        ),
        (189, 30): "The strip grows downward, too: its outputs stand in one row.",
        (90, 30): "A pixel has 3 channels: the 5 kernels were counted in the rows.",
        (108, 30): "A pixel has 3 channels: the 6 outputs were counted in the rows.",
        (270, 30): "The kernels are counted in the rows, too: they are columns.",
        (324, 30): "The outputs are counted in the rows, too: they are columns.",
        (270, 6): "The kernels are counted in the rows: they make the columns more.",
        (324, 5): "The outputs are counted in the rows: they make the columns more.",
        (29, 30): "A step to the right brings more than a single value.",
        (39, 30): "A step to the right brings a new pixel in both rows, not one.",
        (34, 30): "A step to the right brings a pixel of 3 channels in each row.",
        # Wrong columns.
        (54, 6): "Each output of the strip has a column for each kernel.",
        (54, 5): "Each kernel has a column for each output of the strip.",
        (54, 11): "Outputs and kernels are multiplied, not added: each meets each.",
        (54, 18): "It is the 5 kernels that make more columns, not the 3 channels.",
        (54, 15): "The columns are outputs and kernels, and not channels and kernels.",
        (54, 90): "The channels are counted in the columns, too: they are in the rows.",
        (18, 90): "The channels stand in the columns, in place of the rows.",
        (54, 20): "There is a column for each of the 6 outputs, not of the 4 columns.",
        (54, 45): "There are columns for the 6 outputs, not for the pixels.",
        (54, 25): "There are 6 outputs, not 5: the first is there before any step.",
        # Other numbers of axes, and other things.
        (54, 6, 5): "Outputs and kernels are put together: one axis, of columns.",
        (54, 5, 6): "Outputs and kernels are one axis, and outputs go before kernels.",
        (2, 9, 3, 6, 5): "The sizes are right: put them together, into two.",
        (2, 9, 3, 30): "The strip's axes are put together, too: rows of the matrix.",
        (18, 3, 30): "The channels are no axis of their own: they are in the rows.",
        (6, 24): "That is the index of a strip: it says where, the matrix what.",
        (24, 6): "That is the index of a strip, turned; the strip has more values.",
        (1620,): "Those are the matrix's values in one row: it has two axes.",
        (54,): "Those are the rows: how many columns?",
        (30,): "Those are the columns: how many rows?",
    },
)
