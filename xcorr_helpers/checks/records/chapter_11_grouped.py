"""Chapter 11: the layer whose channels and kernels are sorted into groups."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_11_grouped_blocks import BLOCKS
from .chapter_11_grouped_errors import ERRORS
from .chapter_11_grouped_joins import JOINS
from .chapter_11_grouped_shares import SHARES
from .chapter_11_parts import group_sizes, grouped, toy_images, toy_kernels


def grouped_correlate(function: Any) -> Result:
    """Judge a function that cross-correlates with groups.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, groups)`, with arrays of shape (N, H, W, C)
        and (K, kernel_height, kernel_width, C // groups), and one whole number that
        divides C and K. It returns an array of shape (N, out_height, out_width, K):
        kernel k reads the channels of group k // (K // groups).

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> def mine(images, kernels, groups):
    ...     return correlate(images, kernels, groups=groups)
    >>> result = grouped_correlate(mine)
    grouped_correlate: right on 23 cases, from images 1 x 3 x 4 x 1 to 4 x 6 x 5 x 8.
    """
    return judge(GROUPED_CORRELATE, function)


def _cases() -> list[Case]:
    dice = Dice(111)
    cases: list[Case] = [(toy_images(), toy_kernels(), 2)]
    shapes = [
        (3, 2, 3, 2, 4, 6, 3, 2),  # as many channels in a group as groups
        *group_sizes(112, 10),
        # Groups of one kernel, of one channel, of both; one group; square; tiny.
        (4, 1, 2, 3, 5, 6, 2, 3),
        (3, 2, 1, 2, 6, 5, 3, 2),
        (5, 1, 1, 3, 4, 6, 2, 3),
        (1, 3, 4, 2, 4, 7, 3, 2),
        (2, 3, 2, 3, 5, 5, 2, 2),
        (3, 2, 2, 1, 3, 5, 1, 1),
        (1, 1, 1, 1, 3, 4, 2, 2),
    ]
    for number, (groups, of_group, channels, n, *box) in enumerate(shapes):
        images = n, *box[:2], groups * channels
        kernels = groups * of_group, *box[2:], channels
        cases.append((*dice.pair(number, images, kernels), groups))
    cases += [
        (dice.bytes(2, 5, 4, 6), dice.whole(4, 2, 3, 3), 2),
        (dice.large(2, 4, 6, 4), dice.large(6, 3, 2, 2), 2),
        (np.asfortranarray(dice.whole(2, 4, 6, 6)), dice.whole(9, 2, 3, 2), 3),
        (dice.whole(3, 6, 4, 8), np.asfortranarray(dice.whole(12, 3, 2, 2)), 4),
    ]
    return cases


def _by_groups(images: np.ndarray, kernels: np.ndarray, groups: int) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, group_channels = kernels.shape
    group_kernels = n_kernels // groups
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for group in range(groups):
        channel = group * group_channels
        first = group * group_kernels
        some = images[:, :, :, channel : channel + group_channels]
        for row in range(kernel_height):
            for column in range(kernel_width):
                pixels = some[:, row : row + out_height, column : column + out_width]
                weights = kernels[first : first + group_kernels, row, column].T
                out[:, :, :, first : first + group_kernels] += pixels @ weights
    return out


def _by_kernels(images: np.ndarray, kernels: np.ndarray, groups: int) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, group_channels = kernels.shape
    group_kernels = n_kernels // groups
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for kernel in range(n_kernels):
        group = kernel // group_kernels
        channel = group * group_channels
        some = images[:, :, :, channel : channel + group_channels]
        for row in range(kernel_height):
            for column in range(kernel_width):
                pixels = some[:, row : row + out_height, column : column + out_width]
                out[:, :, :, kernel] += pixels @ kernels[kernel, row, column]
    return out


def _by_zeros(images: np.ndarray, kernels: np.ndarray, groups: int) -> np.ndarray:
    n_images, height, width, channels = images.shape
    n_kernels, kernel_height, kernel_width, group_channels = kernels.shape
    group_kernels = n_kernels // groups
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    full = np.zeros((n_kernels, kernel_height, kernel_width, channels))
    for group in range(groups):
        channel = group * group_channels
        first = group * group_kernels
        some = kernels[first : first + group_kernels]
        into = full[first : first + group_kernels]
        into[:, :, :, channel : channel + group_channels] = some
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for row in range(kernel_height):
        for column in range(kernel_width):
            pixels = images[:, row : row + out_height, column : column + out_width]
            out += pixels @ full[:, row, column].T
    return out


GROUPED_CORRELATE = CodeExercise(
    name="grouped_correlate",
    arguments=("images", "kernels", "groups"),
    axes=("image", "output row", "output column", "kernel"),
    make_cases=_cases,
    reference=grouped,
    ways=(_by_groups, _by_kernels, _by_zeros),
    mistakes=(*JOINS, *SHARES, *BLOCKS, *ERRORS),
)
