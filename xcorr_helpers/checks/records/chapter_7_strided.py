"""Chapter 7: the gradient of a kernel that moves by a stride."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, grid
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_7_parts import Shape, out_shape
from .chapter_7_strided_index import INDEXED
from .chapter_7_strided_mistakes import MISTAKES
from .chapter_7_strided_places import gathered
from .chapter_7_strided_steps import STEPS


def strided_kernel_gradient(function: Any) -> Result:
    """Judge a function that turns the output's gradient into the kernel's, by a stride.

    Parameters
    ----------
    function : callable
        Called as `function(output_gradient, image, kernel_shape, stride)`, with arrays
        of shape (out_height, out_width) and (height, width), with (kernel_height,
        kernel_width), and the pixels from one placement to the next, (down, across).
        It returns an array of shape (kernel_height, kernel_width): how much the loss
        grows with each kernel value.

    Examples
    --------
    >>> result = strided_kernel_gradient(lambda output_gradient, image, *shapes: ...)
    strided_kernel_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, image, kernel_shape, stride).
    """
    return judge(STRIDED_KERNEL_GRADIENT, function)


def _cases() -> list[Case]:
    dice = Dice(75)
    # The chapter's image, and growths that count from 1; then strides leave some over.
    cases: list[Case] = [(grid(2, 4, 4) + 1, grid(5, 9, 10), (2, 3), (3, 2))]
    shapes: list[tuple[Shape, Shape, Shape]] = [((9, 5), (4, 2), (3, 2))]
    while len(shapes) < 12:
        out, kernel = dice.numbers(2, 2, 5), dice.numbers(2, 2, 4)
        steps, rest = dice.numbers(2, 1 + (len(shapes) < 6), 4), dice.numbers(2, 0, 2)
        more = [min(n, step - 1) for n, step in zip(rest, steps)]
        height, width = (
            (n - 1) * step + k + m for n, step, k, m in zip(out, steps, kernel, more)
        )
        if len({*out, *kernel}) == 4 and height != width and any(more):
            kernel_shape, stride = (kernel[0], kernel[1]), (steps[0], steps[1])
            shapes.append(((height, width), kernel_shape, stride))
    shapes += [
        ((7, 7), (2, 2), (1, 2)),
        ((8, 8), (2, 3), (2, 2)),
        ((5, 7), (2, 3), (1, 1)),
        ((6, 8), (1, 2), (4, 3)),
        ((8, 11), (1, 1), (3, 3)),
        ((4, 5), (3, 5), (2, 3)),
        ((1, 8), (1, 2), (2, 2)),
        ((9, 2), (3, 1), (3, 2)),
    ]
    for number, (shape, kernel_shape, stride) in enumerate(shapes):
        every = out_shape(shape, kernel_shape)
        rows, columns = (-(-n // step) for n, step in zip(every, stride))
        cases.append((*dice.pair(number, (rows, columns), shape), kernel_shape, stride))
    cases.append((dice.large(3, 2), dice.whole(8, 7), (3, 4), (2, 3)))
    cases.append((dice.whole(3, 2), dice.large(8, 7), (3, 4), (2, 3)))
    cases.append((dice.whole(2, 4), dice.bytes(7, 9), (3, 2), (4, 2)))
    cases.append(
        (dice.whole(2, 4), np.asfortranarray(dice.whole(7, 9)), (3, 2), (3, 2))
    )
    cases.append(
        (np.asfortranarray(dice.whole(3, 4)), dice.whole(8, 12), (3, 2), (2, 3))
    )
    return cases


def _by_values(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape, stride: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel_shape
    out_height, out_width = output_gradient.shape
    row_step, column_step = stride
    gradient = np.zeros((kernel_height, kernel_width))
    down = np.arange(out_height) * row_step
    across = np.arange(out_width) * column_step
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = image[row + down[:, None], column + across]
            gradient[row, column] = (pixels * output_gradient).sum()
    return gradient


def _by_placements(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape, stride: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel_shape
    out_height, out_width = output_gradient.shape
    row_step, column_step = stride
    gradient = np.zeros((kernel_height, kernel_width))
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    for row in range(out_height):
        for column in range(out_width):
            pixels = image[
                row * row_step + rows[:, None], column * column_step + columns
            ]
            gradient += output_gradient[row, column] * pixels
    return gradient


def _by_dilation(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape, stride: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel_shape
    out_height, out_width = output_gradient.shape
    row_step, column_step = stride
    height = (out_height - 1) * row_step + 1
    width = (out_width - 1) * column_step + 1
    apart = np.zeros((height, width))
    apart[::row_step, ::column_step] = output_gradient
    gradient = np.zeros((kernel_height, kernel_width))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = image[row : row + height, column : column + width]
            gradient[row, column] = (pixels * apart).sum()
    return gradient


STRIDED_KERNEL_GRADIENT = CodeExercise(
    name="strided_kernel_gradient",
    arguments=("output_gradient", "image", "kernel_shape", "stride"),
    axes=("kernel row", "kernel column"),
    make_cases=_cases,
    reference=gathered,
    ways=(_by_values, _by_placements, _by_dilation),
    image=1,
    mistakes=(*MISTAKES, *STEPS, *INDEXED),
)
