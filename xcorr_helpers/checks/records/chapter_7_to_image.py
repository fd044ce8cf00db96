"""Chapter 7: the gradient of the image."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, grid
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_7_parts import Shape, full, out_shape, sizes
from .chapter_7_to_image_mistakes import MISTAKES


def input_gradient(function: Any) -> Result:
    """Judge a function that turns the output's gradient into the image's.

    Parameters
    ----------
    function : callable
        Called as `function(output_gradient, kernel, image_shape)`, with arrays of shape
        (out_height, out_width) and (kernel_height, kernel_width), and (height, width).
        It returns an array of shape (height, width): how much the loss grows with each
        pixel.

    Examples
    --------
    >>> result = input_gradient(lambda output_gradient, kernel, image_shape: ...)
    input_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, kernel, image_shape).
    """
    return judge(INPUT_GRADIENT, function)


def _cases() -> list[Case]:
    dice = Dice(71)
    # The chapter's own, and one where growths and kernel values are equally many.
    kernel = np.array([[1, 0, -1], [2, 1, 0]])
    cases: list[Case] = [(grid(4, 7, 10), kernel, (5, 9))]
    cases.append((dice.whole(2, 6), dice.whole(4, 3), (5, 8)))
    for number, (height, width, rows, columns) in enumerate(sizes(72)):
        out = out_shape((height, width), (rows, columns))
        growths = (dice.quarters if number % 3 == 2 else dice.whole)(*out)
        draw = dice.quarters if number > 4 and number % 2 else dice.whole
        cases.append((growths, draw(rows, columns), (height, width)))
    # A growth is a float, as a rule; a kernel of bytes must not make the sums bytes.
    cases.append((dice.large(3, 4), dice.whole(2, 5), (4, 8)))
    cases.append((dice.whole(4, 3), dice.large(2, 3), (5, 5)))
    cases.append((dice.quarters(5, 3), dice.bytes(2, 4), (6, 6)))
    cases.append((np.asfortranarray(dice.whole(3, 6)), dice.whole(4, 2), (6, 7)))
    cases.append((dice.whole(5, 4), np.asfortranarray(dice.whole(2, 3)), (6, 6)))
    return cases


def _scattered(
    output_gradient: np.ndarray, kernel: np.ndarray, _image_shape: Shape
) -> np.ndarray:
    return full(output_gradient, kernel)


def _by_slices(
    output_gradient: np.ndarray, kernel: np.ndarray, image_shape: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    gradient = np.zeros(image_shape)
    for row in range(kernel_height):
        for column in range(kernel_width):
            share = output_gradient * kernel[row, column]
            gradient[row : row + out_height, column : column + out_width] += share
    return gradient


def _by_placements(
    output_gradient: np.ndarray, kernel: np.ndarray, image_shape: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    gradient = np.zeros(image_shape)
    for row in range(out_height):
        for column in range(out_width):
            share = output_gradient[row, column] * kernel
            gradient[row : row + kernel_height, column : column + kernel_width] += share
    return gradient


def _by_index(
    output_gradient: np.ndarray, kernel: np.ndarray, image_shape: Shape
) -> np.ndarray:
    height, width = image_shape
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    shares = output_gradient.ravel()[:, None] * kernel.ravel()
    gradient = np.zeros(height * width)
    np.add.at(gradient, index, shares)
    return gradient.reshape(height, width)


INPUT_GRADIENT = CodeExercise(
    name="input_gradient",
    arguments=("output_gradient", "kernel", "image_shape"),
    axes=("row", "column"),
    make_cases=_cases,
    reference=_scattered,
    ways=(_by_slices, _by_placements, _by_index),
    image=2,
    mistakes=MISTAKES,
)
