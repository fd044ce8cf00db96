"""The judges of chapter 6: padding, stride and dilation."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, grid, miscounted, wrong_step
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["dilated_window", "impulse_number", "shape_with_knobs", "strided_offsets"]

Shape = tuple[int, int]


def shape_with_knobs(answer: Any) -> None:
    """Judge the output's shape for a 3 x 2 kernel on 9 x 14 pixels with all knobs.

    The stride is (2, 3), the padding 1 on every side, the dilation (2, 1).

    Parameters
    ----------
    answer : tuple of int
        (out_height, out_width).

    Examples
    --------
    >>> shape_with_knobs((5, 5))
    shape_with_knobs: not (5, 5). The dilated kernel spans more than 3 rows.
    """
    hints = {
        (5, 5): "The dilated kernel spans more than 3 rows.",
        (3, 5): "The padding is on both sides.",
        (3, 4): "The first placement counts, too.",
        (5, 4): "Rows and columns are swapped.",
    }
    axes = ("output rows", "output columns")
    predicted("shape_with_knobs", answer, (4, 5), hints, axes)


def impulse_number(answer: Any) -> None:
    """Judge the first number that an impulse makes in a cross-correlation.

    The image has 3 rows and 5 columns, zero but for a 1 in row 1, column 2. The kernel
    is [[1, 2, 3], [4, 5, 6]]. Asked is the output in row 0, column 0, without padding.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> impulse_number(1)
    impulse_number: not 1. That is the convolution, which turns the kernel.
    """
    hints = {
        1: "That is the convolution, which turns the kernel.",
        0: "The placement in the corner does reach the 1.",
        3: "Row 1 of the image lies under row 1 of the kernel.",
        4: "Column 2 of the image lies under column 2 of the kernel.",
    }
    predicted("impulse_number", answer, 6, hints)


def dilated_window(function: Any) -> None:
    """Judge a function that lists what a dilated kernel reads first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape, dilation)`, with (height, width),
        (kernel_height, kernel_width), and the pixels from one kernel value to the next,
        (down, across). It returns a vector of whole numbers: the flat positions in the
        image, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> from xcorr_helpers import window_index
    >>> def mine(image_shape, kernel_shape, dilation):
    ...     return window_index(image_shape, kernel_shape, dilation=dilation)
    >>> dilated_window(mine)
    dilated_window: right on 24 cases, from image_shape 1 x 9 to 300 x 200.
    """
    judge(function, _dilated_window())


@cache
def _dilated_window() -> Task:
    dice = Dice(61)
    cases: list[Case] = [((7, 12), (2, 3), (3, 2))]
    while len(cases) < 14:
        _, _, rows, columns = dice.sizes()
        down, across = dice.number(1, 4), dice.number(1, 4)
        height = (rows - 1) * down + 1 + dice.number(0, 5)
        width = (columns - 1) * across + 1 + dice.number(0, 5)
        if down != across and len({height, width, rows, columns}) == 4:
            cases.append(((height, width), (rows, columns), (down, across)))
    cases += [
        ((12, 7), (3, 2), (2, 3)),
        ((5, 9), (2, 3), (2, 2)),
        ((6, 11), (3, 2), (1, 1)),
        ((9, 9), (3, 3), (2, 3)),
        ((5, 8), (1, 3), (4, 2)),
        ((8, 5), (3, 1), (2, 3)),
        ((4, 7), (1, 1), (2, 3)),
        ((1, 9), (1, 3), (1, 4)),
        ((9, 1), (3, 1), (3, 1)),
        ((300, 200), (4, 3), (70, 50)),
    ]
    return Task(
        "dilated_window",
        ("image_shape", "kernel_shape", "dilation"),
        ("kernel value",),
        cases,
        _window,
        (_window_swapped, _window_height, _one_axis_only, _gaps_between),
        positions=True,
    )


def _window(image_shape: Shape, kernel_shape: Shape, dilation: Shape) -> np.ndarray:
    down, across = dilation
    return grid(*kernel_shape, down * image_shape[1], across).ravel()


def _window_swapped(
    image_shape: Shape, kernel_shape: Shape, dilation: Shape
) -> Variants:
    text = "rows and columns are swapped"
    yield f"{text} in the dilation", _window(image_shape, kernel_shape, dilation[::-1])
    counts = f"{text}: a kernel row has {kernel_shape[1]} values, not {kernel_shape[0]}"
    yield counts, _window(image_shape, kernel_shape[::-1], dilation)
    box = _window(image_shape, kernel_shape, dilation).reshape(kernel_shape)
    yield f"{text}: the window goes along row 0 first", box.T.ravel()


def _window_height(
    image_shape: Shape, kernel_shape: Shape, dilation: Shape
) -> Variants:
    yield wrong_step(image_shape), _window(image_shape[::-1], kernel_shape, dilation)


def _one_axis_only(
    image_shape: Shape, kernel_shape: Shape, dilation: Shape
) -> Variants:
    down, across = dilation
    yield "the dilation is left out", _window(image_shape, kernel_shape, (1, 1))
    text = f"the rows are not dilated: they lie {down} apart"
    yield text, _window(image_shape, kernel_shape, (1, across))
    text = f"the columns are not dilated: they lie {across} apart"
    yield text, _window(image_shape, kernel_shape, (down, 1))
    text = (
        f"the dilation has two numbers: {down} for the rows, {across} for the columns"
    )
    yield text, _window(image_shape, kernel_shape, (down, down))
    yield text, _window(image_shape, kernel_shape, (across, across))


def _gaps_between(image_shape: Shape, kernel_shape: Shape, dilation: Shape) -> Variants:
    down, across = dilation
    text = f"a dilation of {across} is a step of {across}: "
    text += f"it leaves out {across - 1} pixels in between"
    yield text, _window(image_shape, kernel_shape, (down + 1, across + 1))


def strided_offsets(function: Any) -> None:
    """Judge a function that lists where placements start, with a stride.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape, stride)`, with (height, width),
        (kernel_height, kernel_width), and one whole number, the stride along both axes.
        It returns a vector of whole numbers: the flat position at which each placement
        starts, row by row.

    Examples
    --------
    >>> from xcorr_helpers import window_offsets
    >>> strided_offsets(lambda image, kernel, s: window_offsets(image, kernel)[::s])
    strided_offsets: not yet.
      given     image_shape = (7, 12), kernel_shape = (2, 3), stride = 2
      expected  shape (15,): placement
      got       shape (30,)
                axis 0, placement: 30 came, 15 expected
      likely    every 2nd of all placements is taken: the stride counts along each axis
    """
    judge(function, _strided_offsets())


@cache
def _strided_offsets() -> Task:
    dice = Dice(62)
    cases: list[Case] = [((7, 12), (2, 3), 2)]
    while len(cases) < 16:
        height, width, rows, columns = dice.sizes()
        cases.append(((height, width), (rows, columns), dice.number(1, 4)))
    cases += [
        ((12, 7), (3, 2), 3),
        ((9, 9), (2, 2), 2),
        ((8, 13), (3, 2), 1),
        ((5, 8), (1, 3), 2),
        ((9, 5), (3, 1), 2),
        ((4, 7), (1, 1), 3),
        ((3, 5), (3, 5), 2),
        ((1, 9), (1, 2), 3),
        ((9, 1), (2, 1), 2),
        ((300, 200), (2, 5), 40),
    ]
    return Task(
        "strided_offsets",
        ("image_shape", "kernel_shape", "stride"),
        ("placement",),
        cases,
        _offsets,
        (_every_nth, _other_stride, _counted_wrong, _offsets_height),
        positions=True,
    )


def _starts(
    image_shape: Shape, kernel_shape: Shape, down: int, across: int
) -> list[range]:
    steps = zip(image_shape, kernel_shape, (down, across))
    return [range(0, size - k + 1, step) for size, k, step in steps]


def _offsets(image_shape: Shape, kernel_shape: Shape, stride: int) -> np.ndarray:
    return _placed(image_shape, kernel_shape, stride, stride)


def _placed(
    image_shape: Shape, kernel_shape: Shape, down: int, across: int
) -> np.ndarray:
    rows, columns = _starts(image_shape, kernel_shape, down, across)
    return np.array([row * image_shape[1] + c for row in rows for c in columns])


def _every_nth(image_shape: Shape, kernel_shape: Shape, stride: int) -> Variants:
    every = _offsets(image_shape, kernel_shape, 1)
    text = "is taken: the stride counts along each axis"
    names = {1: "1st", 2: "2nd", 3: "3rd"}
    for step in (stride, stride * stride):
        name = names.get(step, f"{step}th")
        yield f"every {name} of all placements {text}", every[::step]


def _other_stride(image_shape: Shape, kernel_shape: Shape, stride: int) -> Variants:
    texts = (
        "the stride is left out",
        f"the rows have no stride: they start {stride} apart",
        f"the columns have no stride: they start {stride} apart",
    )
    steps = ((1, 1), (1, stride), (stride, 1))
    for text, (down, across) in zip(texts, steps):
        yield text, _placed(image_shape, kernel_shape, down, across)
    rows, columns = map(len, _starts(image_shape, kernel_shape, stride, stride))
    next_to_each_other = grid(rows, columns, image_shape[1]).ravel()
    text = "as many placements as fit, but next to each other: multiply by the stride"
    yield text, next_to_each_other


def _counted_wrong(image_shape: Shape, kernel_shape: Shape, stride: int) -> Variants:
    rows, columns = map(len, _starts(image_shape, kernel_shape, stride, stride))
    steps = image_shape[1] * stride, stride
    over = "more placements than fit: the stride makes them fewer"
    yield over, _offsets(image_shape, kernel_shape, 1) * stride
    for text, down, across in miscounted(rows, columns):
        yield text, grid(down, across, *steps).ravel()


def _offsets_height(image_shape: Shape, kernel_shape: Shape, stride: int) -> Variants:
    rows, columns = map(len, _starts(image_shape, kernel_shape, stride, stride))
    wrong = grid(rows, columns, image_shape[0] * stride, stride)
    yield wrong_step(image_shape), wrong.ravel()
