"""The judges of chapter 1: positions in a flat vector."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, wrong_step
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["patch_index", "position_of_pixel", "row_and_column", "shape_of_gather"]

Shape = tuple[int, int]


def position_of_pixel(answer: Any) -> None:
    """Judge the position of the pixel in row 4, column 7 of a 6 x 11 image.

    Parameters
    ----------
    answer : int
        The position in the flat image, counted from 0.

    Examples
    --------
    >>> position_of_pixel(None)
    position_of_pixel: no answer yet. Put a whole number, in the place of None.
    """
    hints = {
        4 * 6 + 7: "A row is as long as the image is wide.",
        7 * 11 + 4: "Rows and columns are swapped.",
        4 * 11 + 8: "Rows, columns and positions are counted from 0.",
        3 * 11 + 7: "Rows, columns and positions are counted from 0.",
    }
    predicted("position_of_pixel", answer, 4 * 11 + 7, hints)


def shape_of_gather(answer: Any) -> None:
    """Judge the shape of `x[index]`, for x of shape (7, 4) and index of shape (2, 5).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_gather((2, 5))
    shape_of_gather: not (2, 5). The axes of x that index does not replace come along.
    """
    hints = {
        (2, 5): "The axes of x that index does not replace come along.",
        (7, 2, 5): "The index replaces the first axis of x.",
        (4, 2, 5): "The axes that come along stand behind those of index.",
        (7, 4, 2, 5): "The index replaces an axis of x.",
    }
    axes = ("index rows", "index columns", "columns of x")
    predicted("shape_of_gather", answer, (2, 5, 4), hints, axes)


def patch_index(function: Any) -> None:
    """Judge a function that lists the positions of a patch somewhere in an image.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, corner, patch_shape)`, with (height, width) of
        the image, (row, column) of the patch's top-left pixel, and (height, width) of
        the patch. It returns an array of whole numbers of shape `patch_shape`: the
        position of each pixel of the patch in the flat image.

    Examples
    --------
    >>> patch_index(lambda image_shape, corner, patch_shape: None)
    patch_index: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, corner, patch_shape).
    """
    judge(function, _patch_index())


@cache
def _patch_index() -> Task:
    dice = Dice(11)
    cases: list[Case] = [((5, 9), (1, 4), (2, 3))]
    for _ in range(16):
        height, width, rows, columns = dice.sizes()
        corner = dice.number(0, height - rows), dice.number(0, width - columns)
        cases.append(((height, width), corner, (rows, columns)))
    cases += [
        ((6, 6), (0, 2), (3, 3)),
        ((40, 1000), (38, 3), (2, 5)),
        ((4, 7), (3, 0), (1, 7)),
        ((8, 5), (2, 4), (6, 1)),
        ((1, 6), (0, 2), (1, 3)),
        ((7, 1), (3, 0), (2, 1)),
        ((3, 5), (0, 0), (3, 5)),
    ]
    return Task(
        "patch_index",
        ("image_shape", "corner", "patch_shape"),
        ("patch row", "patch column"),
        cases,
        _patch,
        (_patch_height, _patch_swapped, _patch_without_corner, _patch_turned),
        positions=True,
    )


def _patch(image_shape: Shape, corner: Shape, patch_shape: Shape) -> np.ndarray:
    return np.array(
        [
            [
                (corner[0] + i) * image_shape[1] + corner[1] + j
                for j in range(patch_shape[1])
            ]
            for i in range(patch_shape[0])
        ]
    )


def _patch_height(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Variants:
    text = wrong_step(image_shape)
    (height, width), (row, column) = image_shape, corner
    turned = (width, height)
    yield text, _patch(turned, corner, patch_shape)
    start = row * width + column
    yield text, _patch(turned, (0, 0), patch_shape) + start  # only inside the patch
    yield text, _patch(image_shape, (0, 0), patch_shape) + row * height + column


def _patch_swapped(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Variants:
    text = "rows and columns are swapped"
    rows, columns = patch_shape
    yield f"{text} in the corner", _patch(image_shape, corner[::-1], patch_shape)
    yield f"{text} in the patch's shape", _patch(image_shape, corner, (columns, rows))
    i, j = np.arange(rows)[:, None] + corner[0], np.arange(columns) + corner[1]
    yield text, j * image_shape[1] + i
    yield text, j * image_shape[0] + i


def _patch_without_corner(
    image_shape: Shape, corner: Shape, patch_shape: Shape
) -> Variants:
    inside = _patch(image_shape, (0, 0), patch_shape)
    start = corner[0] * image_shape[1] + corner[1]
    yield f"the corner is left out: add its position, {start}", inside
    yield "the corner's row is left out", inside + corner[1]
    yield "the corner's column is left out", inside + corner[0] * image_shape[1]


def _patch_turned(image_shape: Shape, corner: Shape, patch_shape: Shape) -> Variants:
    right = _patch(image_shape, corner, patch_shape)
    yield f"shape {right.T.shape}: transposed", right.T


def row_and_column(function: Any) -> None:
    """Judge a function that goes back from a position to row and column.

    Parameters
    ----------
    function : callable
        Called as `function(position, image_shape)`, with a position in the flat image
        and (height, width) of the image. It returns the pair (row, column).

    Examples
    --------
    >>> row_and_column(lambda position, image_shape: divmod(position, image_shape[1]))
    row_and_column: right on 24 cases, from image_shape 1 x 6 to 40 x 1000.
    """
    judge(function, _row_and_column())


@cache
def _row_and_column() -> Task:
    dice = Dice(12)
    cases: list[Case] = [(31, (5, 9))]
    for _ in range(16):
        height, width, _, _ = dice.sizes()
        cases.append((dice.number(1, height * width - 1), (height, width)))
    cases += [
        (44, (5, 9)),
        (0, (4, 7)),
        (20, (6, 6)),
        (39_723, (40, 1000)),
        (4, (1, 6)),
        (5, (7, 1)),
        (8, (3, 4)),
    ]
    return Task(
        "row_and_column",
        ("position", "image_shape"),
        ("number",),
        cases,
        _place,
        (_by_height, _place_swapped, _from_one, _without_floor),
        positions=True,
        array=False,
        image=1,
    )


def _place(position: int, image_shape: Shape) -> np.ndarray:
    row = 0
    while position >= image_shape[1]:
        position, row = position - image_shape[1], row + 1
    return np.array([row, position])


def _by_height(position: int, image_shape: Shape) -> Variants:
    height, width = image_shape
    row, column = _place(position, image_shape)
    text = f"divide by the image's width, {width}, not by its height, {height}"
    yield text, np.array([position // height, position % height])
    yield f"{text}, for the row", np.array([position // height, column])
    yield f"{text}, for the column", np.array([row, position % height])


def _place_swapped(position: int, image_shape: Shape) -> Variants:
    row, column = _place(position, image_shape)
    yield "rows and columns are swapped: the row comes first", np.array([column, row])
    turned = divmod(position, image_shape[0])
    yield (
        "rows and columns are swapped: row after row lies in memory",
        (np.array(turned[::-1])),
    )


def _from_one(position: int, image_shape: Shape) -> Variants:
    right = _place(position, image_shape)
    for change in ([1, 1], [1, 0], [0, 1], [-1, -1]):
        yield "off by one: rows and columns are counted from 0", right + change


def _without_floor(position: int, image_shape: Shape) -> Variants:
    _, column = _place(position, image_shape)
    text = "/ makes a fraction: // counts the whole rows"
    yield text, np.array([position / image_shape[1], column])
