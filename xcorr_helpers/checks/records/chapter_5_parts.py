"""Chapter 5: what its records share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import outputs

Mistakes = tuple[tuple[str | Callable[..., str], Callable[..., Any]], ...]


def toy_images() -> np.ndarray:
    """Make the notebook's ten images, whose values tell where they stand."""
    n, row, column, channel = np.ogrid[:10, :8, :9, :3]
    images: np.ndarray = 1000 * n + 100 * channel + 10 * row + column
    return images


def toy_kernels() -> np.ndarray:
    """Make the notebook's five kernels."""
    kernels: np.ndarray = (np.arange(120).reshape(5, 2, 4, 3) * 7) % 11 - 5
    return kernels


def windows(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """List what is read: image, output row and column, channel, kernel row, column."""
    return sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))


def gathered(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """List what is read: image, placement, kernel value."""
    read = windows(images, kernels).transpose(0, 1, 2, 4, 5, 3)
    return read.reshape(len(images), -1, kernels[0].size)


def padded(
    images: np.ndarray, kernels: np.ndarray, before: Any, behind: Any
) -> np.ndarray:
    """Cross-correlate with zeros around: `before` is above and to the left."""
    (top, left), (bottom, right) = before, behind
    return outputs(
        np.pad(images, ((0, 0), (top, bottom), (left, right), (0, 0))), kernels
    )
