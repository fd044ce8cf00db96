"""The judges of chapter 3: many kernels, one product."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, gather_sum
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["apply_kernels", "kernel_matrix", "number_of_mix", "shape_of_product"]


def shape_of_product(answer: Any) -> None:
    """Judge the shape of `gathered @ weights`, for five 3 x 2 kernels on 6 x 10 pixels.

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_product((5, 36))
    shape_of_product: not (5, 36). Transposed: the placements are the rows.
    """
    hints = {
        (5, 36): "Transposed: the placements are the rows.",
        (60, 5): "Not every pixel starts a placement.",
        (36, 6): "That is what was gathered, before the product.",
        (4, 9, 5): "That is what it is folded into, after the product.",
    }
    predicted("shape_of_product", answer, (36, 5), hints, ("placements", "kernels"))


def number_of_mix(answer: Any) -> None:
    """Judge what the kernel 3 * a - b makes, where a makes 7 and b makes -2.

    Parameters
    ----------
    answer : int
        The number.

    Examples
    --------
    >>> number_of_mix(19)
    number_of_mix: not 19. Taking away a negative number makes it more.
    """
    hints = {
        19: "Taking away a negative number makes it more.",
        9: "The 3 counts: each of the kernel's values is three times as large.",
    }
    predicted("number_of_mix", answer, 23, hints)


def _shapes(seed: int) -> list[tuple[int, ...]]:
    """List height, width, kernel height, kernel width, number of kernels."""
    dice, found = Dice(seed), [(5, 9, 2, 3, 8)]
    while len(found) < 13:
        height, width, rows, columns = dice.sizes()
        n_kernels = dice.number(2, 7)
        sides = {height - rows + 1, width - columns + 1, rows, columns, rows * columns}
        if n_kernels not in sides:
            found.append((height, width, rows, columns, n_kernels))
    return [
        *found,
        (9, 5, 3, 2, 4),
        (6, 6, 3, 3, 2),
        (5, 8, 2, 3, 1),
        (8, 5, 3, 1, 2),
        (4, 7, 1, 1, 3),
        (5, 7, 1, 2, 3),
        (3, 5, 3, 5, 2),
    ]


def kernel_matrix(function: Any) -> None:
    """Judge a function that stands each kernel up as one column.

    Parameters
    ----------
    function : callable
        Called as `function(kernels)`, with an array of shape (K, kernel_height,
        kernel_width). It returns an array of shape (kernel_height * kernel_width, K),
        each column one kernel in the order of `kernel.ravel()`.

    Examples
    --------
    >>> kernel_matrix(lambda kernels: kernels.reshape(len(kernels), -1))
    kernel_matrix: not yet.
      given     kernels of shape (8, 2, 3)
      expected  shape (6, 8): kernel value, kernel
      got       shape (8, 6)
                axis 0, kernel value: 8 came, 6 expected
                axis 1, kernel: 6 came, 8 expected
      likely    shape (8, 6): transposed
    """
    judge(function, _kernel_matrix())


@cache
def _kernel_matrix() -> Task:
    dice, cases = Dice(31), []
    for number, (_, _, rows, columns, n_kernels) in enumerate(_shapes(32)):
        values = dice.quarters if number % 2 else dice.whole
        cases.append((values(n_kernels, rows, columns),))
    return Task(
        "kernel_matrix",
        ("kernels",),
        ("kernel value", "kernel"),
        cases,
        _columns,
        (_columns_turned, _columns_mixed, _columns_transposed, _columns_flipped),
    )


def _columns(kernels: np.ndarray) -> np.ndarray:
    return np.array(
        [[kernel[i, j] for kernel in kernels] for i, j in np.ndindex(kernels.shape[1:])]
    )


def _columns_turned(kernels: np.ndarray) -> Variants:
    right = _columns(kernels)
    yield f"shape {right.T.shape}: transposed", right.T


def _columns_mixed(kernels: np.ndarray) -> Variants:
    text = (
        "the kernels are mixed: a reshape moves no number, so make rows first, then .T"
    )
    yield text, kernels.reshape(-1, len(kernels))


def _columns_transposed(kernels: np.ndarray) -> Variants:
    text = "rows and columns are swapped: each kernel goes along its row 0 first"
    yield text, _columns(kernels.transpose(0, 2, 1))


def _columns_flipped(kernels: np.ndarray) -> Variants:
    yield "the kernels are turned: leave each as it is", _columns(kernels)[::-1]


def apply_kernels(function: Any) -> None:
    """Judge a function that cross-correlates one image with many kernels.

    Parameters
    ----------
    function : callable
        Called as `function(image, kernels)`, with arrays of shape (height, width) and
        (K, kernel_height, kernel_width), of whole numbers or of floats. It returns an
        array of shape (out_height, out_width, K).

    Examples
    --------
    >>> apply_kernels(lambda image, kernels: 0)
    apply_kernels: not yet.
      given     image of shape (5, 9), kernels of shape (8, 2, 3)
      expected  shape (4, 7, 8): output row, output column, kernel
      got       shape ()
                0 axes came, 3 were expected
    """
    judge(function, _apply_kernels())


@cache
def _apply_kernels() -> Task:
    dice = Dice(33)
    cases: list[Case] = []
    for number, (height, width, rows, columns, n_kernels) in enumerate(_shapes(34)):
        kernels_shape = (n_kernels, rows, columns)
        cases.append(dice.pair(number, (height, width), kernels_shape))
    return Task(
        "apply_kernels",
        ("image", "kernels"),
        ("output row", "output column", "kernel"),
        cases,
        _maps,
        (_kernels_first, _kernels_mixed, _maps_swapped, _decimals_lost),
    )


def _maps(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    return np.stack([gather_sum(image, kernel) for kernel in kernels], axis=2)


def _kernels_first(image: np.ndarray, kernels: np.ndarray) -> Variants:
    right = _maps(image, kernels)
    text = "the kernels are the last axis of the output, not the first"
    yield text, np.moveaxis(right, 2, 0)
    yield text, right.reshape(len(kernels), *right.shape[:2])
    flat = right.reshape(-1, len(kernels))
    moved = "the kernels' axis must be moved: a reshape only cuts elsewhere"
    yield moved, flat.T.reshape(right.shape)


def _kernels_mixed(image: np.ndarray, kernels: np.ndarray) -> Variants:
    mixed = kernels.reshape(-1, len(kernels)).T.reshape(kernels.shape)
    text = "the kernels are mixed: make them rows, reshape(K, -1), and then use .T"
    yield text, _maps(image, mixed)


def _maps_swapped(image: np.ndarray, kernels: np.ndarray) -> Variants:
    right = _maps(image, kernels)
    rows, columns, n_kernels = right.shape
    text = "rows and columns are swapped"
    yield f"{text} in the output's shape", right.reshape(columns, rows, n_kernels)
    yield f"{text} in the output", right.transpose(1, 0, 2)
    by_columns = kernels.transpose(0, 2, 1).reshape(kernels.shape)
    yield f"{text} in the kernels' values", _maps(image, by_columns)


def _decimals_lost(image: np.ndarray, kernels: np.ndarray) -> Variants:
    text = "the decimals are lost: an array of ints cannot hold them"
    yield text, np.trunc(_maps(image, kernels))
    steps: np.ndarray = np.zeros(_maps(image, kernels).shape)
    for i, j in np.ndindex(kernels.shape[1:]):
        part = image[i : i + steps.shape[0], j : j + steps.shape[1]]
        steps = np.trunc(steps + part[..., None] * kernels[:, i, j])
    yield text, steps
    yield text, _maps(image, np.trunc(kernels))
