"""The judges of chapter 2: window, index matrix and one kernel."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import (
    Dice,
    gather_sum,
    gather_sum_where_it_fits,
    grid,
    miscounted,
    wrong_step,
)
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["correlate_image", "correlation_indices", "count_placements", "window_index"]

Shape = tuple[int, int]


def count_placements(answer: Any) -> None:
    """Judge the output's shape for a kernel of 3 x 5 in an image of 7 x 12.

    Parameters
    ----------
    answer : tuple of int
        (out_height, out_width).

    Examples
    --------
    >>> count_placements((8, 5))
    count_placements: not (8, 5). Rows and columns are swapped.
    """
    hints = {
        (8, 5): "Rows and columns are swapped.",
        (4, 7): "Off by one: the first placement counts, too.",
        (7, 12): "The whole kernel has to lie on the image.",
        (6, 9): "Off by one: the last placement would stand out of the image.",
    }
    predicted(
        "count_placements", answer, (5, 8), hints, ("output rows", "output columns")
    )


def _shapes(seed: int) -> list[Case]:
    """List pairs of image shape and kernel shape; the special ones come last."""
    dice = Dice(seed)
    cases: list[Case] = [((5, 9), (2, 3))]
    for _ in range(14):
        height, width, rows, columns = dice.sizes()
        cases.append(((height, width), (rows, columns)))
    cases += [
        ((9, 4), (3, 2)),
        ((6, 6), (2, 2)),
        ((5, 8), (1, 3)),
        ((8, 5), (3, 1)),
        ((4, 7), (1, 1)),
        ((3, 5), (3, 5)),
        ((1, 6), (1, 2)),
        ((7, 1), (3, 1)),
    ]
    return cases


# Positions in it need more than one byte, and more than two.
_LARGE, _LARGER = ((40, 70), (2, 3)), ((4, 40_000), (3, 2))


def window_index(function: Any) -> None:
    """Judge a function that lists what a kernel reads at its top-left placement.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width) and
        (kernel_height, kernel_width). It returns a vector of whole numbers: the flat
        positions in the image, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> def mine(image_shape, kernel_shape):
    ...     rows = np.arange(kernel_shape[0])[:, None]
    ...     return (rows * image_shape[0] + np.arange(kernel_shape[1])).ravel()
    >>> window_index(mine)
    window_index: not yet.
      given     image_shape = (5, 9), kernel_shape = (2, 3)
      expected  0 1 2 9 10 11
      got       0 1 2 5 6 7
      first difference at kernel value 3: expected 9, got 5
      likely    the row step must be the image's width, 9, not its height, 5
    """
    judge(function, _window_index())


@cache
def _window_index() -> Task:
    cases = [*_shapes(21), _LARGE, _LARGER]
    return Task(
        "window_index",
        ("image_shape", "kernel_shape"),
        ("kernel value",),
        cases,
        _window,
        (_window_height, _window_swapped, _window_packed, _window_folded),
        positions=True,
    )


def _window(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    return grid(*kernel_shape, image_shape[1]).ravel()


def _window_height(image_shape: Shape, kernel_shape: Shape) -> Variants:
    yield wrong_step(image_shape), grid(*kernel_shape, image_shape[0]).ravel()


def _window_swapped(image_shape: Shape, kernel_shape: Shape) -> Variants:
    rows, columns = kernel_shape
    text = "rows and columns are swapped: "
    text += f"a kernel row has {columns} values, not {rows}"
    for step in image_shape[::-1]:
        yield text, grid(columns, rows, step).ravel()
        tiled = np.tile(np.arange(rows), columns)
        yield text, tiled + np.repeat(np.arange(rows) * step, columns)
    multiplied = "rows and columns are swapped: the row is what is multiplied"
    order = "rows and columns are swapped: the window goes along row 0 first"
    for step in image_shape[::-1]:
        pixels = grid(rows, columns, step)
        yield order, pixels.T.ravel()
        i, j = np.arange(rows)[:, None], np.arange(columns)
        yield multiplied, (j * step + i).ravel()


def _window_packed(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, width = image_shape
    rows, columns = kernel_shape
    text = (
        f"the row step must be the image's width, {width}, not the kernel's, {columns}"
    )
    yield text, grid(rows, columns, columns).ravel()


def _window_folded(image_shape: Shape, kernel_shape: Shape) -> Variants:
    right = _window(image_shape, kernel_shape)
    text = "the window is a vector: ravel() makes it flat"
    yield text, right.reshape(kernel_shape)
    yield text, right[None, :]
    yield text, right[:, None]


def correlation_indices(function: Any) -> None:
    """Judge a function that builds the index matrix.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width) and
        (kernel_height, kernel_width). It returns a matrix of whole numbers, one row a
        placement, one column a kernel value: the flat positions in the image.

    Examples
    --------
    >>> correlation_indices(None)
    correlation_indices: hand over the function itself, by its name, without brackets: \
checks.correlation_indices(my_function)
    """
    judge(function, _correlation_indices())


@cache
def _correlation_indices() -> Task:
    return Task(
        "correlation_indices",
        ("image_shape", "kernel_shape"),
        ("placement", "kernel value"),
        [*_shapes(22), _LARGE],
        _index,
        (_index_turned, _index_off_by_one, _index_height, _index_swapped),
        positions=True,
    )


def _out_shape(image_shape: Shape, kernel_shape: Shape) -> Shape:
    height, width = (i - k + 1 for i, k in zip(image_shape, kernel_shape))
    return height, width


def _index(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    offsets = grid(*_out_shape(image_shape, kernel_shape), image_shape[1]).ravel()
    index: np.ndarray = offsets[:, None] + _window(image_shape, kernel_shape)
    return index


def _index_turned(image_shape: Shape, kernel_shape: Shape) -> Variants:
    right = _index(image_shape, kernel_shape)
    yield f"shape {right.T.shape}: transposed", right.T


def _index_off_by_one(image_shape: Shape, kernel_shape: Shape) -> Variants:
    window = _window(image_shape, kernel_shape)
    rows, columns = _out_shape(image_shape, kernel_shape)
    for text, down, across in miscounted(rows, columns):
        offsets = grid(down, across, image_shape[1]).ravel()
        yield text, offsets[:, None] + window


def _index_height(image_shape: Shape, kernel_shape: Shape) -> Variants:
    height, width = image_shape
    out_shape = _out_shape(image_shape, kernel_shape)
    for outer, inner, where in (
        (height, height, ""),
        (height, width, ", in the offsets"),
        (width, height, ", in the window"),
    ):
        offsets = grid(*out_shape, outer).ravel()
        window = grid(*kernel_shape, inner).ravel()
        yield wrong_step(image_shape) + where, offsets[:, None] + window


def _index_swapped(image_shape: Shape, kernel_shape: Shape) -> Variants:
    rows, columns = _out_shape(image_shape, kernel_shape)
    window = _window(image_shape, kernel_shape)
    right = grid(rows, columns, image_shape[1]).ravel()
    turned = right.reshape(rows, columns).T.ravel()
    text = "rows and columns are swapped: "
    yield text + "placements go along row 0 first", turned[:, None] + window
    exchanged = grid(columns, rows, image_shape[1]).ravel()
    counts = text + f"{rows} placements fit down, {columns} across"
    yield counts, exchanged[:, None] + window
    for offsets in (right, turned, exchanged):
        for _, wrong in _window_swapped(image_shape, kernel_shape):
            yield text + "in the window", offsets[:, None] + wrong


def correlate_image(function: Any) -> None:
    """Judge a function that cross-correlates an image with one kernel.

    Parameters
    ----------
    function : callable
        Called as `function(image, kernel)`, with arrays of shape (height, width) and
        (kernel_height, kernel_width), of whole numbers or of floats. It returns an
        array of shape (out_height, out_width).

    Examples
    --------
    >>> import numpy as np
    >>> def by_views(image, kernel):
    ...     windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    ...     return np.einsum("ijab,ab->ij", windows, kernel)
    >>> correlate_image(by_views)
    correlate_image: right on 23 cases, from image 1 x 6 to 10 x 11.
    """
    judge(function, _correlate_image())


@cache
def _correlate_image() -> Task:
    dice = Dice(23)
    cases = [dice.pair(number, *shapes) for number, shapes in enumerate(_shapes(24))]
    return Task(
        "correlate_image",
        ("image", "kernel"),
        ("output row", "output column"),
        cases,
        gather_sum,
        (_flipped, _image_swapped, _image_off_by_one, _decimals_lost),
    )


def _flipped(image: np.ndarray, kernel: np.ndarray) -> Variants:
    turned = gather_sum(image, kernel[::-1, ::-1])
    yield "the kernel is turned: this is the convolution", turned
    yield "the kernel is upside down", gather_sum(image, kernel[::-1])
    yield "the kernel is mirrored left to right", gather_sum(image, kernel[:, ::-1])


def _image_swapped(image: np.ndarray, kernel: np.ndarray) -> Variants:
    right, text = gather_sum(image, kernel), "rows and columns are swapped"
    yield f"shape {right.T.shape}: transposed", right.T
    yield f"{text} in the output's shape", right.reshape(right.T.shape)
    by_columns = kernel.T.ravel().reshape(kernel.shape)
    yield f"{text} in the kernel's values", gather_sum(image, by_columns)
    yield f"{text} in the kernel", gather_sum_where_it_fits(image, kernel.T)


def _image_off_by_one(image: np.ndarray, kernel: np.ndarray) -> Variants:
    right = gather_sum(image, kernel)
    for text, rows, columns in miscounted(*right.shape):
        if rows <= len(right) and columns <= right.shape[1]:  # more is an error
            yield text, right[:rows, :columns]


def _decimals_lost(image: np.ndarray, kernel: np.ndarray) -> Variants:
    text = "the decimals are lost: an array of ints cannot hold them"
    yield text, np.trunc(gather_sum(image, kernel))
    steps: np.ndarray = np.zeros(gather_sum(image, kernel).shape)
    for i, j in np.ndindex(kernel.shape):
        part = image[i : i + steps.shape[0], j : j + steps.shape[1]]
        steps = np.trunc(steps + part * kernel[i, j])
    yield text, steps
    yield text, gather_sum(image, np.trunc(kernel))
    yield text, gather_sum(np.trunc(image), kernel)
