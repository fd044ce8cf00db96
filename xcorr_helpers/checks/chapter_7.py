"""The judges of chapter 7: gradients, by the same index."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, gather_sum, gather_sum_where_it_fits
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["input_gradient", "kernel_gradient", "number_of_visits", "shape_of_scatter"]

Shape = tuple[int, int]


def number_of_visits(answer: Any) -> None:
    """Judge how many placements of a 3 x 4 kernel read one pixel of 7 x 12.

    It is the pixel in row 1, column 5.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> number_of_visits(6)
    number_of_visits: not 6. Rows and columns are swapped.
    """
    hints = {
        12: "The kernel's row 2 never lies on the image's row 1.",
        6: "Rows and columns are swapped.",
        4: "Placements that start in row 0 and in row 1 read it.",
        10: "Rows and columns are counted from 0.",
    }
    predicted("number_of_visits", answer, 8, hints)


def shape_of_scatter(answer: Any) -> None:
    """Judge the shape of what is scattered, `output_gradient @ weights.T`.

    The output gradient has the shape (6, 35, 5), the kernels' matrix (24, 5).

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_scatter((6, 35, 5))
    shape_of_scatter: not (6, 35, 5). The product takes the kernels' axis away.
    """
    hints = {
        (6, 35, 5): "The product takes the kernels' axis away.",
        (35, 24): "The images' axis stays in front.",
        (6, 24, 35): "The placements stay where they are.",
    }
    axes = ("images", "placements", "kernel values")
    predicted("shape_of_scatter", answer, (6, 35, 24), hints, axes)


def _shapes(seed: int) -> list[tuple[int, int, int, int]]:
    """List height, width, kernel height, kernel width; the special ones come last."""
    dice = Dice(seed)
    return [
        (5, 9, 2, 3),
        *(dice.sizes() for _ in range(12)),
        (9, 5, 3, 2),
        (6, 6, 2, 2),
        (5, 8, 1, 3),
        (8, 5, 3, 1),
        (4, 7, 1, 1),
        (3, 5, 3, 5),
        (1, 6, 1, 2),
        (7, 1, 3, 1),
    ]


def input_gradient(function: Any) -> None:
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
    >>> input_gradient(lambda output_gradient, kernel, image_shape: ...)
    input_gradient: not written yet? It returned ...
      It is called as my_function(output_gradient, kernel, image_shape).
    """
    judge(function, _input_gradient())


@cache
def _input_gradient() -> Task:
    dice, cases = Dice(71), []
    for number, (height, width, rows, columns) in enumerate(_shapes(72)):
        out_shape = height - rows + 1, width - columns + 1
        pair = dice.pair(number, out_shape, (rows, columns))
        cases.append((*pair, (height, width)))
    return Task(
        "input_gradient",
        ("output_gradient", "kernel", "image_shape"),
        ("row", "column"),
        cases,
        _scattered,
        (_overwritten, _turned, _image_swapped, _too_small),
        image=2,
    )


def _scattered(
    output_gradient: np.ndarray, kernel: np.ndarray, shape: Shape
) -> np.ndarray:
    gradient = np.zeros(shape, np.result_type(output_gradient, kernel))
    rows, columns = output_gradient.shape
    for i, j in np.ndindex(kernel.shape):
        gradient[i : i + rows, j : j + columns] += output_gradient * kernel[i, j]
    return gradient


def _overwritten(
    output_gradient: np.ndarray, kernel: np.ndarray, shape: Shape
) -> Variants:
    text = (
        "a pixel that several placements read keeps one share only: np.add.at adds all"
    )
    rows, columns = kernel.shape
    by_placement, by_value = np.zeros(shape), np.zeros(shape)
    for row, column in np.ndindex(output_gradient.shape):
        share = output_gradient[row, column] * kernel
        by_placement[row : row + rows, column : column + columns] = share
    out_rows, out_columns = output_gradient.shape
    for i, j in np.ndindex(kernel.shape):
        share = output_gradient * kernel[i, j]
        by_value[i : i + out_rows, j : j + out_columns] = share
    yield text, by_placement
    yield text, by_value


def _turned(output_gradient: np.ndarray, kernel: np.ndarray, shape: Shape) -> Variants:
    text = "the kernel is turned: each weight sends back to the pixel that it read"
    yield text, _scattered(output_gradient, kernel[::-1, ::-1], shape)


def _image_swapped(
    output_gradient: np.ndarray, kernel: np.ndarray, shape: Shape
) -> Variants:
    right, text = (
        _scattered(output_gradient, kernel, shape),
        "rows and columns are swapped",
    )
    yield f"shape {right.T.shape}: transposed", right.T
    yield f"{text} in the gradient's shape", right.reshape(shape[::-1])
    by_columns = kernel.T.ravel().reshape(kernel.shape)
    wrong = _scattered(output_gradient, by_columns, shape)
    yield f"{text} in the kernel's values", wrong
    by_columns = output_gradient.T.ravel().reshape(output_gradient.shape)
    yield f"{text} in the output gradient", _scattered(by_columns, kernel, shape)


def _too_small(
    output_gradient: np.ndarray, kernel: np.ndarray, shape: Shape
) -> Variants:
    text = "a gradient has a value for each pixel: here only a part of them is"
    right = _scattered(output_gradient, kernel, shape)
    rows, columns = output_gradient.shape
    yield text, right[:rows, :columns]
    top, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    yield text, right[top : top + rows, left : left + columns]
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    yield text, right[top : top + rows, left : left + columns]
    yield text, gather_sum_where_it_fits(output_gradient, kernel)
    yield text, gather_sum_where_it_fits(output_gradient, kernel[::-1, ::-1])


def kernel_gradient(function: Any) -> None:
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
    >>> kernel_gradient(lambda output_gradient, image, kernel_shape: 1 / 0)
    kernel_gradient: not yet.
      given     output_gradient of shape (4, 7, 5), image of shape (5, 9), \
kernel_shape = (2, 3)
      it raised ZeroDivisionError: division by zero
      in        kernel_gradient(lambda output_gradient, image, kernel_shape: 1 / 0)
    """
    judge(function, _kernel_gradient())


@cache
def _kernel_gradient() -> Task:
    dice = Dice(73)
    cases: list[Case] = []
    for number, (height, width, rows, columns) in enumerate(_shapes(74)):
        out = height - rows + 1, width - columns + 1
        free = [
            k for k in range(2, 8) if k not in (*out, rows, columns, rows * columns)
        ]
        n_kernels = 1 if number == 18 else free[dice.number(0, len(free) - 1)]
        n_kernels = 5 if number == 0 else n_kernels
        pair = dice.pair(number, (*out, n_kernels), (height, width))
        cases.append((*pair, (rows, columns)))
    return Task(
        "kernel_gradient",
        ("output_gradient", "image", "kernel_shape"),
        ("kernel", "kernel row", "kernel column"),
        cases,
        _gathered,
        (_mixed, _kernels_last, _kernels_swapped, _kernels_turned),
        image=1,
    )


def _gathered(
    output_gradient: np.ndarray, image: np.ndarray, _kernel_shape: Shape
) -> np.ndarray:
    """Correlate the image with each output gradient: one number a kernel value."""
    gradients = np.moveaxis(output_gradient, 2, 0)
    return np.array([gather_sum(image, gradient) for gradient in gradients])


def _mixed(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> Variants:
    right = _gathered(output_gradient, image, kernel_shape)
    text = "the kernels are mixed: a reshape moves no number, so first .T, then reshape"
    yield text, right.reshape(len(right), -1).T.reshape(right.shape)
    flat = output_gradient.reshape(output_gradient.shape[2], -1).T
    cut = flat.reshape(output_gradient.shape)
    text = "the kernels are the last axis of the output gradient: reshape(-1, K)"
    yield text, _gathered(cut, image, kernel_shape)


def _kernels_last(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> Variants:
    right = _gathered(output_gradient, image, kernel_shape)
    yield "the kernels are the first axis here", np.moveaxis(right, 0, 2)


def _kernels_swapped(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> Variants:
    right = _gathered(output_gradient, image, kernel_shape)
    turned, text = right.swapaxes(1, 2), "rows and columns are swapped"
    yield f"{text} in the kernels' shape", right.reshape(turned.shape)
    yield f"{text} in the kernels", turned
    yield f"{text} in the kernels' values", turned.reshape(right.shape)


def _kernels_turned(
    output_gradient: np.ndarray, image: np.ndarray, kernel_shape: Shape
) -> Variants:
    right = _gathered(output_gradient, image, kernel_shape)
    yield "the kernels are turned: kernel row 0 comes first", right[:, ::-1, ::-1]
