"""Chapter 7: the gradient of the kernels."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, gather_sum, grid
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_7_parts import Shape, out_shape, sizes
from .chapter_7_to_kernels_mistakes import MISTAKES


def kernel_gradient(function: Any) -> Result:
    """Judge a function that turns the output's gradient into the kernels'.

    Parameters
    ----------
    function : callable
        Called as `function(output_gradient, image, kernel_shape)`, with arrays of shape
        (out_height, out_width, K) and (height, width), and (kernel_height,
        kernel_width). It returns an array of shape (K, kernel_height, kernel_width):
        how much the loss grows with each kernel value.

    Examples
    --------
    >>> result = kernel_gradient(lambda output_gradient, image, kernel_shape: ...)
    kernel_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, image, kernel_shape).
    """
    return judge(KERNEL_GRADIENT, function)


def _cases() -> list[Case]:
    dice = Dice(73)
    # The chapter's own image and growths, with those of a second kernel.
    growths = np.stack([grid(4, 7, 10), dice.whole(4, 7)], axis=2)
    cases: list[Case] = [(growths, grid(5, 9, 10), (2, 3))]
    # One where placements and kernel values are equally many.
    cases.append((dice.whole(2, 6, 5), dice.whole(5, 8), (4, 3)))
    for number, (height, width, rows, columns) in enumerate(sizes(74)):
        out = out_shape((height, width), (rows, columns))
        taken = (*out, rows, columns, rows * columns)
        free = [k for k in range(2, 8) if k not in taken]
        n_kernels = 1 if number == 14 else free[dice.number(0, len(free) - 1)]
        pair = dice.pair(number, (*out, n_kernels), (height, width))
        cases.append((*pair, (rows, columns)))
    cases.append((dice.large(3, 4, 2), dice.whole(4, 8), (2, 5)))
    cases.append((dice.whole(4, 3, 2), dice.large(5, 5), (2, 3)))
    cases.append((dice.whole(5, 3, 4), dice.bytes(6, 6), (2, 4)))
    cases.append((dice.quarters(5, 3, 2), dice.bytes(6, 6), (2, 4)))
    cases.append((np.asfortranarray(dice.whole(3, 6, 4)), dice.whole(6, 7), (4, 2)))
    cases.append((dice.whole(5, 4, 3), np.asfortranarray(dice.whole(6, 6)), (2, 3)))
    return cases


def _gathered(
    output_gradient: np.ndarray, image: np.ndarray, _kernel_shape: Shape
) -> np.ndarray:
    """Correlate the image with each output gradient: one number a kernel value."""
    gradients = np.moveaxis(output_gradient, 2, 0)
    return np.array([gather_sum(image, gradient) for gradient in gradients])


def _by_index(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    height, width = image.shape
    kernel_height, kernel_width = kernel_shape
    out_height, out_width, n_kernels = output_gradient.shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    flat = image.ravel()
    gathered = flat[index]
    product: np.ndarray = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, kernel_height, kernel_width)


def _by_values(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel_shape
    out_height, out_width, n_kernels = output_gradient.shape
    gradient = np.zeros((n_kernels, kernel_height, kernel_width))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = image[row : row + out_height, column : column + out_width]
            shares = pixels[:, :, None] * output_gradient
            gradient[:, row, column] = shares.sum((0, 1))
    return gradient


def _by_placements(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    kernel_height, kernel_width = kernel_shape
    out_height, out_width, n_kernels = output_gradient.shape
    gradient = np.zeros((n_kernels, kernel_height, kernel_width))
    for row in range(out_height):
        for column in range(out_width):
            pixels = image[row : row + kernel_height, column : column + kernel_width]
            gradient += output_gradient[row, column][:, None, None] * pixels
    return gradient


KERNEL_GRADIENT = CodeExercise(
    name="kernel_gradient",
    arguments=("output_gradient", "image", "kernel_shape"),
    axes=("kernel", "kernel row", "kernel column"),
    make_cases=_cases,
    reference=_gathered,
    ways=(_by_index, _by_values, _by_placements),
    image=1,
    mistakes=MISTAKES,
)
