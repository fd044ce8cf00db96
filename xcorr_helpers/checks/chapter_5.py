"""The judges of chapter 5: batches, channels first, and blocks."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, batches, outputs, wrong_step
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = [
    "correlate_batch",
    "correlate_in_blocks",
    "shape_of_gathered",
    "window_channels_first",
]

Shape = tuple[int, int, int]


def shape_of_gathered(answer: Any) -> None:
    """Judge the shape of `flat[:, index]`: 6 images of (7, 10, 2), kernel (3, 4, 2).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_gathered((35, 24))
    shape_of_gathered: not (35, 24). The colon keeps the axis of the images.
    """
    hints = {
        (35, 24): "The colon keeps the axis of the images.",
        (210, 24): "The colon keeps the axis of the images.",
        (6, 35, 12): "Each kernel reads every channel of its pixels.",
        (6, 24, 35): "The placements come before the kernel values.",
    }
    axes = ("images", "placements", "kernel values")
    predicted("shape_of_gathered", answer, (6, 35, 24), hints, axes)


def correlate_batch(function: Any) -> None:
    """Judge a function that cross-correlates a batch of images with many kernels.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels)`, with arrays of shape (N, H, W, C) and
        (K, kernel_height, kernel_width, C), of whole numbers or of floats. It returns
        an array of shape (N, out_height, out_width, K).

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> correlate_batch(correlate)
    correlate_batch: right on 18 cases, from images 1 x 3 x 4 x 1 to 4 x 6 x 8 x 3.
    """
    judge(function, _correlate_batch())


@cache
def _correlate_batch() -> Task:
    return Task(
        "correlate_batch",
        ("images", "kernels"),
        ("image", "output row", "output column", "kernel"),
        batches(51),
        outputs,
        (_kernels_forward, _images_mixed, _channels_mixed, _outputs_swapped),
    )


def _kernels_forward(images: np.ndarray, kernels: np.ndarray) -> Variants:
    right = outputs(images, kernels)
    moved = np.moveaxis(right, 3, 1)
    text = "the kernels are the last axis of the output"
    yield text, moved
    yield f"{text}; a reshape does not move an axis", right.reshape(moved.shape)
    yield f"{text}; a reshape does not move an axis", moved.reshape(right.shape)
    yield text, np.moveaxis(right, 3, 0)


def _images_mixed(images: np.ndarray, kernels: np.ndarray) -> Variants:
    mixed = images.reshape(-1, len(images)).T.reshape(images.shape)
    text = "the images are mixed: reshape(n_images, -1) keeps each one together"
    yield text, outputs(mixed, kernels)


def _channels_mixed(images: np.ndarray, kernels: np.ndarray) -> Variants:
    text = "the channels come last inside a window"
    kernels_first = kernels.transpose(0, 3, 1, 2).reshape(kernels.shape)
    images_first = images.transpose(0, 3, 1, 2).reshape(images.shape)
    yield f"{text}: look at the kernels", outputs(images, kernels_first)
    yield f"{text}: look at the images", outputs(images_first, kernels)


def _outputs_swapped(images: np.ndarray, kernels: np.ndarray) -> Variants:
    right = outputs(images, kernels)
    turned = right.swapaxes(1, 2)
    text = "rows and columns are swapped"
    yield f"{text} in the output's shape", right.reshape(turned.shape)
    yield f"{text} in the output", turned
    by_columns = kernels.swapaxes(1, 2).reshape(kernels.shape)
    yield f"{text} in the kernels' values", outputs(images, by_columns)


def window_channels_first(function: Any) -> None:
    """Judge a function that lists what a kernel reads where channels come first.

    Parameters
    ----------
    function : callable
        Called as `function(image_shape, kernel_shape)`, with (channels, height, width)
        and (channels, kernel_height, kernel_width). It returns a vector of whole
        numbers: the flat positions, in the order of `kernel.ravel()`.

    Examples
    --------
    >>> window_channels_first(lambda: None)
    window_channels_first: not yet.
      given     image_shape = (3, 8, 9), kernel_shape = (3, 2, 4)
      it raised TypeError: <lambda>() takes 0 positional arguments but 2 were given
                it is called as my_function(image_shape, kernel_shape)
    """
    judge(function, _window_channels_first())


@cache
def _window_channels_first() -> Task:
    dice = Dice(52)
    cases: list[Case] = [((3, 8, 9), (3, 2, 4))]
    while len(cases) < 14:
        height, width, rows, columns, channels = dice.sizes_and_channels()
        cases.append(((channels, height, width), (channels, rows, columns)))
    cases += [
        ((4, 9, 5), (4, 3, 2)),
        ((2, 6, 6), (2, 3, 3)),
        ((1, 5, 9), (1, 2, 3)),
        ((2, 5, 8), (2, 1, 3)),
        ((4, 8, 5), (4, 3, 1)),
        ((3, 4, 7), (3, 1, 1)),
        ((3, 1, 6), (3, 1, 2)),
        ((2, 7, 1), (2, 3, 1)),
        ((3, 120, 150), (3, 2, 4)),
    ]
    return Task(
        "window_channels_first",
        ("image_shape", "kernel_shape"),
        ("kernel value",),
        cases,
        _window,
        (_as_last, _plane_steps, _row_steps, _first_swapped),
        positions=True,
    )


def _boxed(kernel_shape: Shape, plane: int, row: int, column: int = 1) -> np.ndarray:
    """List positions by channels, rows and columns, with these steps."""
    box = [c * plane + i * row + j * column for c, i, j in np.ndindex(*kernel_shape)]
    return np.array(box).reshape(kernel_shape)


def _window(image_shape: Shape, kernel_shape: Shape) -> np.ndarray:
    _, height, width = image_shape
    return _boxed(kernel_shape, height * width, width).ravel()


def _as_last(image_shape: Shape, kernel_shape: Shape) -> Variants:
    channels, _, width = image_shape
    text = "this is channels last; here it is (channel * height + row) * width + column"
    box = _boxed(kernel_shape, 1, width * channels, channels)
    yield text, np.moveaxis(box, 0, 2).ravel()
    yield text, box.ravel()
    box = _window(image_shape, kernel_shape).reshape(kernel_shape)
    text = "the channels come first inside a window here: channels, rows, columns"
    yield text, np.moveaxis(box, 0, 2).ravel()


def _plane_steps(image_shape: Shape, kernel_shape: Shape) -> Variants:
    channels, height, width = image_shape
    text = f"one channel is height * width = {height * width} positions long"
    rows, columns = kernel_shape[1:]
    for plane in (height, width, rows * columns, channels * width, channels * height):
        yield f"{text}, not {plane}", _boxed(kernel_shape, plane, width).ravel()


def _row_steps(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, height, width = image_shape
    text = wrong_step(image_shape[1:])
    yield text, _boxed(kernel_shape, height * width, height).ravel()


def _first_swapped(image_shape: Shape, kernel_shape: Shape) -> Variants:
    _, height, width = image_shape
    channels, rows, columns = kernel_shape
    text = "rows and columns are swapped"
    for row in (width, height):
        counts = _boxed((channels, columns, rows), height * width, row)
        yield f"{text}: a kernel row has {columns} values, not {rows}", counts.ravel()
        box = _boxed(kernel_shape, height * width, row)
        order = f"{text}: each channel goes along its row 0 first"
        yield order, box.swapaxes(1, 2).ravel()


def correlate_in_blocks(function: Any) -> None:
    """Judge a function that cross-correlates a batch a few images at a time.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, block)`, with arrays as for
        `correlate_batch` and the number of images in a block, which need not divide
        the number of images. It returns the outputs of all images, in one array of
        shape (N, out_height, out_width, K).

    Examples
    --------
    >>> correlate_in_blocks(lambda images, kernels, block: images.sum())
    correlate_in_blocks: not yet.
      given     images of shape (4, 6, 8, 3), kernels of shape (5, 2, 3, 3), block = 3
      expected  shape (4, 5, 6, 5): image, output row, output column, kernel
      got       shape ()
                0 axes came, 4 were expected
      mind      it never reads `kernels`
    """
    judge(function, _correlate_in_blocks())


@cache
def _correlate_in_blocks() -> Task:
    dice, cases = Dice(53), []
    for number, (images, kernels) in enumerate(batches(54)):
        special = {0: 3, 1: 1, 2: len(images), 3: len(images) + 2}
        block = special.get(number, dice.number(1, len(images)))
        cases.append((images, kernels, block))
    return Task(
        "correlate_in_blocks",
        ("images", "kernels", "block"),
        ("image", "output row", "output column", "kernel"),
        cases,
        _all_blocks,
        (_last_block_missing, _one_block_only),
    )


def _all_blocks(images: np.ndarray, kernels: np.ndarray, _block: int) -> np.ndarray:
    return outputs(images, kernels)


def _last_block_missing(
    images: np.ndarray, kernels: np.ndarray, block: int
) -> Variants:
    right = outputs(images, kernels)
    kept = len(images) // block * block
    text = f"the last block is missing: {len(images)} images are {kept // block} whole "
    text += f"blocks of {block}, and {len(images) - kept} more"
    yield text, right[:kept]
    zeros = right.copy()
    zeros[kept:] = 0
    yield text, zeros


def _one_block_only(images: np.ndarray, kernels: np.ndarray, block: int) -> Variants:
    right = outputs(images, kernels)
    last = (len(images) - 1) // block * block
    yield "only the last block came back: collect them all", right[last:]
    text = "only the first block came back: is the return inside the loop?"
    yield text, right[:block]
