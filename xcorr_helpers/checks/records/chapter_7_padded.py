"""Chapter 7: the gradient of an image that was padded."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, grid
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_7_padded_crops import cropped
from .chapter_7_padded_index import INDEXED
from .chapter_7_padded_mistakes import MISTAKES
from .chapter_7_padded_steps import STEPS
from .chapter_7_parts import Shape, out_shape


def padded_input_gradient(function: Any) -> Result:
    """Judge a function that turns the output's gradient into that of a padded image.

    Parameters
    ----------
    function : callable
        Called as `function(output_gradient, kernel, image_shape, padding)`, with arrays
        of shape (out_height, out_width) and (kernel_height, kernel_width), with
        (height, width), and the rows and columns of zeros that were put on both sides
        of the image before it was correlated. It returns an array of shape
        (height, width): how much the loss grows with each pixel.

    Examples
    --------
    >>> result = padded_input_gradient(lambda output_gradient, kernel, *shapes: ...)
    padded_input_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, kernel, image_shape, padding).
    """
    return judge(PADDED_INPUT_GRADIENT, function)


def _cases() -> list[Case]:
    dice = Dice(77)
    # Padded by (1, 2), an image of (3, 5) is as large as the chapter's.
    kernel = np.array([[1, 0, -1], [2, 1, 0]])
    cases: list[Case] = [(grid(4, 7, 10), kernel, (3, 5), (1, 2))]
    # Here growths and kernel values are equally many.
    shapes: list[tuple[Shape, Shape, Shape]] = [((4, 3), (3, 4), (2, 1))]
    while len(shapes) < 11:
        height, width, rows, columns = dice.sizes()
        up, left = dice.numbers(2, 1, 3)
        if height < 8 and width < 9:
            shapes.append(((height, width), (rows, columns), (up, left)))
    shapes += [
        ((6, 4), (3, 2), (0, 2)),
        ((4, 7), (2, 3), (1, 0)),
        ((5, 6), (3, 2), (0, 0)),
        ((5, 5), (2, 2), (1, 1)),
        ((4, 6), (1, 3), (2, 1)),
        ((6, 4), (1, 1), (1, 2)),
        ((2, 3), (4, 5), (1, 2)),
        ((1, 5), (1, 2), (2, 3)),
        ((5, 1), (3, 1), (3, 2)),
    ]
    for number, (shape, kernel_shape, padding) in enumerate(shapes):
        growths = (dice.quarters if number % 3 == 2 else dice.whole)(
            *_out(shape, kernel_shape, padding)
        )
        draw = dice.quarters if number > 4 and number % 2 else dice.whole
        cases.append((growths, draw(*kernel_shape), shape, padding))
    cases.append((dice.large(5, 7), dice.whole(2, 4), (4, 6), (1, 2)))
    cases.append((dice.whole(7, 5), dice.large(2, 3), (4, 5), (2, 1)))
    cases.append((dice.quarters(5, 7), dice.bytes(2, 4), (4, 6), (1, 2)))
    cases.append(
        (np.asfortranarray(dice.whole(7, 5)), dice.whole(3, 2), (5, 4), (2, 1))
    )
    cases.append(
        (dice.whole(5, 6), np.asfortranarray(dice.whole(2, 3)), (4, 4), (1, 2))
    )
    return cases


def _out(shape: Shape, kernel_shape: Shape, padding: Shape) -> Shape:
    wide = shape[0] + 2 * padding[0], shape[1] + 2 * padding[1]
    return out_shape(wide, kernel_shape)


def _by_slices(
    output_gradient: np.ndarray, kernel: np.ndarray, image_shape: Shape, padding: Shape
) -> np.ndarray:
    height, width = image_shape
    row_padding, column_padding = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    gradient = np.zeros((height + 2 * row_padding, width + 2 * column_padding))
    for row in range(kernel_height):
        for column in range(kernel_width):
            share = output_gradient * kernel[row, column]
            gradient[row : row + out_height, column : column + out_width] += share
    return gradient[
        row_padding : row_padding + height, column_padding : column_padding + width
    ]


def _by_index(
    output_gradient: np.ndarray, kernel: np.ndarray, image_shape: Shape, padding: Shape
) -> np.ndarray:
    row_padding, column_padding = padding
    height = image_shape[0] + 2 * row_padding
    width = image_shape[1] + 2 * column_padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    shares = output_gradient.ravel()[:, None] * kernel.ravel()
    gradient = np.zeros(height * width)
    np.add.at(gradient, offsets[:, None] + window, shares)
    wide = gradient.reshape(height, width)
    return wide[
        row_padding : height - row_padding, column_padding : width - column_padding
    ]


PADDED_INPUT_GRADIENT = CodeExercise(
    name="padded_input_gradient",
    arguments=("output_gradient", "kernel", "image_shape", "padding"),
    axes=("row", "column"),
    make_cases=_cases,
    reference=cropped,
    ways=(_by_slices, _by_index),
    image=2,
    mistakes=(*MISTAKES, *STEPS, *INDEXED),
)
