"""The judges of chapter 4: channels inside the window."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, grid, miscounted, wrong_step
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = [
    "offsets_with_channels",
    "position_with_channels",
    "shape_of_index",
    "window_with_channels",
]

Shape = tuple[int, int, int]


def position_with_channels(answer: Any) -> None:
    """Judge the position of row 2, column 5, channel 1 in an image of (4, 7, 3).

    Parameters
    ----------
    answer : int
        The position in the flat image, channels last.

    Examples
    --------
    >>> position_with_channels(20)
    position_with_channels: not 20. Each pixel takes 3 positions.
    """
    hints = {
        2 * 7 + 5 + 1: "Each pixel takes 3 positions.",
        (1 * 4 + 2) * 7 + 5: "That is channels first; here they are last.",
        (2 * 4 + 5) * 3 + 1: "A row is as long as the image is wide.",
        (5 * 7 + 2) * 3 + 1: "Rows and columns are swapped.",
    }
    predicted("position_with_channels", answer, (2 * 7 + 5) * 3 + 1, hints)


def shape_of_index(answer: Any) -> None:
    """Judge the index matrix's shape: image (10, 13, 3), six kernels of (3, 4, 3).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_index((80, 12))
    shape_of_index: not (80, 12). Each kernel reads every channel of its pixels.
    """
    hints = {
        (80, 12): "Each kernel reads every channel of its pixels.",
        (240, 36): "No kernel starts in the middle of a pixel.",
        (36, 80): "Transposed: the placements are the rows.",
        (80, 6): "That is the output; the index knows nothing of the kernels' number.",
    }
    axes = ("placements", "kernel values")
    predicted("shape_of_index", answer, (80, 36), hints, axes)


def _shapes(seed: int) -> list[Case]:
    """List pairs of image shape and kernel shape; the special ones come last."""
    dice = Dice(seed)
    cases: list[Case] = [((8, 9, 3), (2, 4, 3))]
    while len(cases) < 14:
        height, width, rows, columns, channels = dice.sizes_and_channels()
        cases.append(((height, width, channels), (rows, columns, channels)))
    cases += [
        ((9, 5, 4), (3, 2, 4)),
        ((6, 6, 2), (3, 3, 2)),
        ((5, 9, 1), (2, 3, 1)),
        ((5, 8, 2), (1, 3, 2)),
        ((8, 5, 4), (3, 1, 4)),
        ((4, 7, 3), (1, 1, 3)),
        ((3, 5, 2), (3, 5, 2)),
        ((1, 6, 3), (1, 2, 3)),
        ((7, 1, 2), (3, 1, 2)),
        ((99, 95, 4), (90, 2, 4)),
    ]
    return cases


def window_with_channels(function: Any) -> None:
    """Judge a function that lists what a kernel with channels reads first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width, channels)
        and (kernel_height, kernel_width, channels). It returns a vector of whole
        numbers: the flat positions, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> window_with_channels(lambda image_shape, kernel_shape: None)
    window_with_channels: not written yet? It returned None: did you return it?
      It is called as my_function(image_shape, kernel_shape).
    """
    judge(function, _window_with_channels())


@cache
def _window_with_channels() -> Task:
    return Task(
        "window_with_channels",
        ("image_shape", "kernel_shape"),
        ("kernel value",),
        _shapes(41),
        _window,
        (_channels_first, _window_height, _window_steps, _window_swapped),
        positions=True,
    )


def _boxed(rows: int, columns: int, channels: int, row: int, column: int) -> np.ndarray:
    """List positions by rows, columns and channels, with these steps."""
    return grid(rows, columns, row, column)[:, :, None] + np.arange(channels)


def _window(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, width, channels = image_shape
    return _boxed(*kernel_shape, width * channels, channels).ravel()


def _channels_first(image_shape: Shape, kernel_shape: Shape) -> Variants:
    height, width, channels = image_shape
    text = "the channels come last inside a window: rows, then columns, then channels"
    box = _window(image_shape, kernel_shape).reshape(kernel_shape)
    yield text, np.moveaxis(box, 2, 0).ravel()
    planes = np.arange(channels)[:, None, None] * height * width
    pixels = grid(*kernel_shape[:2], width, 1)
    text = "the channels of a pixel are neighbours: (row * width + column) * channels"
    yield text, (planes + pixels).ravel()
    yield text, (planes + pixels).transpose(1, 2, 0).ravel()


def _window_height(image_shape: Shape, kernel_shape: Shape) -> Variants:
    height, _, channels = image_shape
    box = _boxed(*kernel_shape, height * channels, channels)
    yield wrong_step(image_shape), box.ravel()


def _window_steps(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, width, channels = image_shape
    rows, columns, _ = kernel_shape
    row = (
        f"one row is width * channels = {width * channels} positions long, not {width}"
    )
    pixel = f"one pixel is {channels} positions long, not 1"
    yield row, _boxed(rows, columns, channels, width, channels).ravel()
    yield pixel, _boxed(rows, columns, channels, width * channels, 1).ravel()
    yield f"{row}; {pixel}", _boxed(rows, columns, channels, width, 1).ravel()
    text = f"the channels are left out: {rows * columns} positions, not "
    text += f"{rows * columns * channels}"
    yield text, grid(rows, columns, width * channels, channels).ravel()
    yield text, grid(rows, columns, width, 1).ravel()


def _window_swapped(image_shape: Shape, kernel_shape: Shape) -> Variants:
    height, width, channels = image_shape
    rows, columns, _ = kernel_shape
    text = "rows and columns are swapped"
    for row in (width * channels, height * channels):
        counts = f"{text}: a kernel row has {columns} pixels, not {rows}"
        yield counts, _boxed(columns, rows, channels, row, channels).ravel()
        box = _boxed(rows, columns, channels, row, channels)
        yield f"{text}: the window goes along row 0 first", box.swapaxes(0, 1).ravel()
        box = _boxed(rows, columns, channels, channels, row)
        yield f"{text}: the row is what is multiplied", box.ravel()


def offsets_with_channels(function: Any) -> None:
    """Judge a function that lists where each placement starts, with channels.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (height, width, channels)
        and (kernel_height, kernel_width, channels). It returns a vector of whole
        numbers: the flat position of each placement's first value, row by row.

    Examples
    --------
    >>> from xcorr_helpers import window_offsets
    >>> offsets_with_channels(window_offsets)
    offsets_with_channels: right on 24 cases, from image_shape 7 x 1 x 2 to 99 x 95 x 4.
    """
    judge(function, _offsets_with_channels())


@cache
def _offsets_with_channels() -> Task:
    return Task(
        "offsets_with_channels",
        ("image_shape", "kernel_shape"),
        ("placement",),
        _shapes(42),
        _offsets,
        (_offset_steps, _offsets_off_by_one, _offsets_height, _offsets_swapped),
        positions=True,
    )


def _out_shape(image_shape: Shape, kernel_shape: Shape) -> tuple[int, int]:
    return image_shape[0] - kernel_shape[0] + 1, image_shape[1] - kernel_shape[1] + 1


def _offsets(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, width, channels = image_shape
    out_shape = _out_shape(image_shape, kernel_shape)
    return grid(*out_shape, width * channels, channels).ravel()


def _offset_steps(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, width, channels = image_shape
    out_shape = _out_shape(image_shape, kernel_shape)
    across = f"one step to the right is {channels} positions, a whole pixel, not 1"
    down = (
        f"one step down is width * channels = {width * channels} positions, not {width}"
    )
    yield across, grid(*out_shape, width * channels, 1).ravel()
    yield down, grid(*out_shape, width, channels).ravel()
    yield f"the channels are left out: {across}", grid(*out_shape, width, 1).ravel()
    starts = _offsets(image_shape, kernel_shape)[:, None] + np.arange(channels)
    yield "no placement starts in the middle of a pixel", starts.ravel()


def _offsets_off_by_one(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, width, channels = image_shape
    rows, columns = _out_shape(image_shape, kernel_shape)
    for text, down, across in miscounted(rows, columns):
        yield text, grid(down, across, width * channels, channels).ravel()


def _offsets_height(image_shape: Shape, kernel_shape: Shape) -> Variants:
    height, _, channels = image_shape
    out_shape = _out_shape(image_shape, kernel_shape)
    wrong = grid(*out_shape, height * channels, channels)
    yield wrong_step(image_shape), wrong.ravel()


def _offsets_swapped(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, width, channels = image_shape
    rows, columns = _out_shape(image_shape, kernel_shape)
    right = _offsets(image_shape, kernel_shape).reshape(rows, columns)
    text = "rows and columns are swapped"
    yield f"{text}: placements go along row 0 first", right.T.ravel()
    wrong = grid(columns, rows, width * channels, channels)
    yield f"{text}: {rows} placements fit down, {columns} across", wrong.ravel()
