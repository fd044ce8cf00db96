"""Chapter 11: what its records share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import Dice, outputs

Mistakes = tuple[tuple[str | Callable[..., str], Callable[..., Any]], ...]


def toy_images() -> np.ndarray:
    """Make a batch of the notebook's image, whose values tell where they stand."""
    row, column, channel = np.indices((9, 7, 6))
    image: np.ndarray = 100 * channel + 10 * row + column
    return image[None]


def toy_kernels() -> np.ndarray:
    """Make the notebook's four kernels, two for each of two groups."""
    return (np.arange(72) * 5 % 11 - 5).reshape(4, 2, 3, 3)


def sizes_of_group(
    images: np.ndarray, kernels: np.ndarray, groups: int
) -> tuple[int, int]:
    """Return how many channels and how many kernels a group has."""
    return images.shape[3] // groups, len(kernels) // groups


def parts(images: np.ndarray, kernels: np.ndarray, groups: int) -> list[np.ndarray]:
    """Cross-correlate each group, and leave the outputs apart."""
    channels, count = sizes_of_group(images, kernels, groups)
    return [
        outputs(
            images[..., g * channels : (g + 1) * channels],
            kernels[g * count : (g + 1) * count],
        )
        for g in range(groups)
    ]


def grouped(images: np.ndarray, kernels: np.ndarray, groups: int) -> np.ndarray:
    """Cross-correlate with groups: the outputs of one group behind those before."""
    return np.concatenate(parts(images, kernels, groups), axis=-1)


def group_sizes(seed: int, count: int) -> list[tuple[int, ...]]:
    """Draw groups, kernels and channels of a group, and other sizes that all differ."""
    dice = Dice(seed)
    drawn: list[tuple[int, ...]] = []
    while len(drawn) < count:
        groups, of_group, channels = dice.numbers(3, 2, 4)
        n_images, out_height, out_width = dice.numbers(3, 2, 5)
        rows, columns = dice.numbers(2, 2, 3)
        height, width = out_height + rows - 1, out_width + columns - 1
        small = n_images * height * width * groups * channels < 1200
        if height != width and out_height != out_width and small:
            box = height, width, rows, columns
            drawn.append((groups, of_group, channels, n_images, *box))
    return drawn
