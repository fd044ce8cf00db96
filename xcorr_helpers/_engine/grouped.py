"""Groups of channels, each with kernels of its own: some of them as if they were one.

A product of few columns is slow, and so is copying few channels out of many. Kernels of
several groups, put on a diagonal with zeros around, are plain kernels of all of their
channels; the zeros are multiplied, too, but in one product.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .._geometry import Geometry

ENOUGH_CHANNELS = 16


class Part(NamedTuple):
    """Some neighbouring groups."""

    n_groups: int
    channels: slice
    kernels: slice

    def of(self, geometry: Geometry) -> Geometry:
        """Describe the same placements in the channels of these groups alone."""
        if geometry.groups == 1:
            return geometry
        channels = self.channels.stop - self.channels.start
        return geometry._replace(
            image=(*geometry.image[:2], channels),
            kernel=(*geometry.kernel[:2], channels),
            groups=1,
        )


def parts(geometry: Geometry, n_kernels: int, *arrays: np.ndarray) -> Iterator[Part]:
    """Take groups together until they have enough channels.

    Where the `arrays` hold NaN or infinity each group is for itself: a zero beside the
    diagonal would hand them on.
    """
    groups, channels = geometry.groups, geometry.kernel[2]
    kernels, together = n_kernels // groups, 1
    if groups > 1 and channels < ENOUGH_CHANNELS and all(map(all_finite, arrays)):
        together = min(groups, ENOUGH_CHANNELS // channels)
    for first in range(0, groups, together):
        last = min(first + together, groups)
        yield Part(
            last - first,
            slice(first * channels, last * channels),
            slice(first * kernels, last * kernels),
        )


def all_finite(array: np.ndarray) -> bool:
    """Tell whether there is neither NaN nor infinity, with no array of answers."""
    if array.dtype.kind != "f" or not array.size:
        return True
    return bool(np.isfinite(array.min()) and np.isfinite(array.max()))


def on_diagonal(kernels: np.ndarray, count: int) -> np.ndarray:
    """Give the kernels of some groups the channels of all of them, by zeros."""
    if count == 1:
        return kernels
    n_kernels, height, width, channels = kernels.shape
    whole = np.zeros((n_kernels, height, width, count * channels), kernels.dtype)
    diagonal(whole, count)[...] = kernels.reshape(count, -1, *kernels.shape[1:])
    return whole


def diagonal(kernels: np.ndarray, count: int) -> np.ndarray:
    """View the kernels' own channels: (count, kernels of a group, kh, kw, channels)."""
    n_kernels, height, width, _ = kernels.shape
    own = kernels.reshape(count, n_kernels // count, height, width, count, -1)
    # an einsum that repeats a letter is a view of the diagonal
    view: np.ndarray = np.einsum("gkijgc->gkijc", own)
    return view
