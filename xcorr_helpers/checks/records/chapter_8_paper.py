"""Chapter 8: the shape of what is pooled."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def shape_of_pooled(answer: Any) -> Result:
    """Judge the shape of what `max_pool` makes of maps of shape (6, 7, 11, 4).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = shape_of_pooled((6, 4, 6, 4))
    shape_of_pooled: not (6, 4, 6, 4). A window that sticks out of the map is left out.
    """
    return compare(SHAPE_OF_POOLED, answer)


_AXES = "Four axes come out, as four went in: image, row, column, kernel."

SHAPE_OF_POOLED = PaperExercise(
    name="shape_of_pooled",
    axes=("image", "pooled row", "pooled column", "kernel"),
    answer=(6, 3, 5, 4),
    mistakes={
        (6, 4, 6, 4): "A window that sticks out of the map is left out.",
        (6, 3, 6, 4): "A window that sticks out on the right is left out, too.",
        (6, 4, 5, 4): "A window that sticks out at the bottom is left out, too.",
        (6, 6, 10, 4): (
            "That is a stride of 1; each window starts where the last one ends."
        ),
        (6, 6, 5, 4): (
            "The stride is 2 in the rows, too: each window starts where the last ends."
        ),
        (6, 3, 10, 4): (
            "The stride is 2 in the columns, too: each window starts where the last "
            "ends."
        ),
        (6, 5, 3, 4): "Rows and columns are swapped.",
        (6, 6, 4, 4): "Rows and columns are swapped, and a half is not a window.",
        (6, 10, 6, 4): "Rows and columns are swapped, and the stride is 2.",
        (6, 3, 5, 2): (
            "The last axis, that of the maps, is not pooled: four come out as went in."
        ),
        (
            3,
            3,
            5,
            4,
        ): "The first axis, that of the images, is not pooled: six come out.",
        (3, 3, 5, 2): (
            "Only rows and columns are pooled: images and maps stay as many as came in."
        ),
        (6, 3, 5, 1): (
            "The largest is taken within each of the four maps, not across them."
        ),
        (1, 3, 5, 4): (
            "The largest is taken within each of the six images, not across them."
        ),
        (6, 15, 4): "That is one axis for the windows, before it is folded into two.",
        (6, 15, 4, 4): (
            "Those are the windows, gathered: the largest of each is still to be taken."
        ),
        (15, 4): (
            "That is the index of one map, windows and places in them, not the pooled "
            "maps."
        ),
        (3, 5): f"That is one map of one image. {_AXES}",
        (
            1,
            3,
            5,
            1,
        ): "That is one map of one image: there are six images of four maps.",
        (6, 3, 5): f"The axis of the four maps is missing. {_AXES}",
        (3, 5, 4): f"The axis of the six images is missing. {_AXES}",
        (6, 4, 3, 5): (
            "The axis of the maps comes last, as in `maps`; that is channels first."
        ),
        (4, 3, 5, 6): "Images and maps are exchanged: the images' axis comes first.",
        (4, 6, 3, 5): f"The sizes are right, in another order. {_AXES}",
        (6, 3, 4, 5): "The last two axes are exchanged: the maps' comes last.",
        (3, 5, 4, 6): "The images' axis comes first, as in `maps`, not last.",
        (3, 5, 6, 4): "The images' axis comes first, before rows and columns.",
        (4, 5, 3, 6): "The axes stand in reverse order: images first, maps last.",
        (6, 2, 5, 4): (
            "A row of windows is missing: with the + 1, (7 - 2) // 2 + 1 fit."
        ),
        (6, 3, 4, 4): (
            "A column of windows is missing: with the + 1, (11 - 2) // 2 + 1 fit."
        ),
        (6, 2, 4, 4): (
            "The first window counts, too: (size - 2) // 2 + 1 fit, with the + 1."
        ),
        (6, 7, 11, 4): "That is what went in; a window of 2 x 2 leaves one number.",
        (6, 5, 9, 4): (
            "That is the size minus 2; windows are counted by (size - 2) // 2 + 1."
        ),
        (6, 1, 2, 4): (
            "A window has 4 pixels, but only 2 rows and 2 columns: divide each by 2."
        ),
        (6, 14, 22, 4): "Pooling makes the maps smaller: divide by 2, do not multiply.",
        (18, 5, 4): (
            "The images and their rows stand in one axis: they are two, 6 and 3."
        ),
        (24, 3, 5): "The images and the maps stand in one axis: 6 comes first, 4 last.",
        (
            6,
            60,
        ): "That is made flat, as for the dense layer; the pooled maps keep axes.",
        (
            6,
            3,
            20,
        ): "The columns and the maps stand in one axis: they are two, 5 and 4.",
        (90, 4): "Images and windows stand in one axis: they are three, 6, 3 and 5.",
        (6, 3.5, 5.5, 4): "Half a window is none: round the halves down.",
        360: "That is how many numbers there are; a shape has one for each axis.",
        15: "That is how many windows one map has; the shape tells of all four axes.",
        4: "That is how many axes there are; the shape tells how long each of them is.",
        (360,): "That is how many numbers there are, all in one axis.",
    },
)
