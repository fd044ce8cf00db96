"""Chapter 7: the gradient of the kernels, for a batch with channels."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_7_batch_mistakes import MISTAKES
from .chapter_7_batch_shapes import summed
from .chapter_7_batch_steps import STEPS
from .chapter_7_parts import Shape


def batch_kernel_gradient(function: Any) -> Result:
    """Judge a function that turns the outputs' gradient of a batch into the kernels'.

    Parameters
    ----------
    function : callable
        Called as `function(output_gradient, images, kernel_shape)`, with arrays of
        shape (N, out_height, out_width, K) and (N, height, width, C), and
        (kernel_height, kernel_width). It returns an array of shape
        (K, kernel_height, kernel_width, C): how much the loss grows with each kernel
        value, summed over all images and placements.

    Examples
    --------
    >>> result = batch_kernel_gradient(lambda output_gradient, images, shape: ...)
    batch_kernel_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, images, kernel_shape).
    """
    return judge(BATCH_KERNEL_GRADIENT, function)


def _cases() -> list[Case]:
    dice = Dice(79)
    # N, out_height, out_width, K, kernel_height, kernel_width, C: first all differ.
    shapes: list[tuple[int, ...]] = [(4, 6, 9, 8, 2, 3, 5)]
    # Here placements and values of a kernel are equally many.
    shapes.append((2, 3, 4, 5, 3, 2, 2))
    # Wrong slices stop with errors; here some are right.
    shapes.append((3, 4, 4, 2, 3, 2, 5))
    shapes.append((2, 3, 4, 3, 1, 1, 2))
    shapes.append((4, 2, 3, 5, 2, 3, 2))
    while len(shapes) < 13:
        out, box = dice.numbers(4, 2, 6), dice.numbers(3, 2, 4)
        height, width = out[1] + box[0] - 1, out[2] + box[1] - 1
        if height != width and box[2] not in (height, width) and np.prod(out) < 300:
            shapes.append((*out, *box))
    shapes += [
        (2, 3, 4, 3, 2, 2, 3),
        (1, 3, 5, 4, 2, 3, 2),
        (3, 2, 4, 5, 3, 2, 1),
        (3, 4, 2, 1, 2, 3, 4),
        (3, 1, 1, 2, 3, 4, 2),
        (1, 2, 3, 1, 2, 2, 1),
    ]
    cases: list[Case] = []
    for number, shape in enumerate(shapes):
        out_shape, images_shape, kernel_shape = _split(*shape)
        cases.append((*dice.pair(number, out_shape, images_shape), kernel_shape))
    out_shape, images_shape, kernel_shape = _split(2, 3, 4, 3, 2, 3, 5)
    growths, images = dice.whole(*out_shape), dice.whole(*images_shape)
    cases.append((dice.large(*out_shape), images, kernel_shape))
    cases.append((growths, dice.large(*images_shape), kernel_shape))
    cases.append((growths, dice.bytes(*images_shape), kernel_shape))
    cases.append((np.asfortranarray(growths), images, kernel_shape))
    cases.append((growths, np.asfortranarray(images), kernel_shape))
    return cases


def _split(
    n: int, out_height: int, out_width: int, k: int, rows: int, columns: int, c: int
) -> tuple[tuple[int, ...], tuple[int, ...], Shape]:
    images_shape = n, out_height + rows - 1, out_width + columns - 1, c
    return (n, out_height, out_width, k), images_shape, (rows, columns)


def _by_values(
    output_gradient: np.ndarray, images: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    channels = images.shape[3]
    kernel_height, kernel_width = kernel_shape
    n_images, out_height, out_width, n_kernels = output_gradient.shape
    gradient = np.zeros((n_kernels, kernel_height, kernel_width, channels))
    growths = output_gradient.reshape(n_images * out_height * out_width, n_kernels)
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = images[:, row : row + out_height, column : column + out_width]
            gradient[:, row, column] = growths.T @ pixels.reshape(-1, channels)
    return gradient


def _by_index(
    output_gradient: np.ndarray, images: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    n_images, height, width, channels = images.shape
    kernel_height, kernel_width = kernel_shape
    n_images, out_height, out_width, n_kernels = output_gradient.shape
    rows = np.arange(kernel_height)
    columns = np.arange(kernel_width)
    depth = np.arange(channels)
    pixels = rows[:, None] * width + columns
    window = (pixels[:, :, None] * channels + depth).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = ((down[:, None] * width + across) * channels).ravel()
    index = offsets[:, None] + window
    flat = images.reshape(n_images, height * width * channels)
    gathered = flat[:, index].reshape(-1, kernel_height * kernel_width * channels)
    product: np.ndarray = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, kernel_height, kernel_width, channels)


def _by_placements(
    output_gradient: np.ndarray, images: np.ndarray, kernel_shape: Shape
) -> np.ndarray:
    channels = images.shape[3]
    kernel_height, kernel_width = kernel_shape
    n_images, out_height, out_width, n_kernels = output_gradient.shape
    gradient = np.zeros((n_kernels, kernel_height, kernel_width, channels))
    for number in range(n_images):
        for row in range(out_height):
            for column in range(out_width):
                pixels = images[
                    number, row : row + kernel_height, column : column + kernel_width
                ]
                growths = output_gradient[number, row, column]
                gradient += growths[:, None, None, None] * pixels
    return gradient


BATCH_KERNEL_GRADIENT = CodeExercise(
    name="batch_kernel_gradient",
    arguments=("output_gradient", "images", "kernel_shape"),
    axes=("kernel", "kernel row", "kernel column", "channel"),
    make_cases=_cases,
    reference=summed,
    ways=(_by_values, _by_index, _by_placements),
    image=1,
    mistakes=(*MISTAKES, *STEPS),
)
