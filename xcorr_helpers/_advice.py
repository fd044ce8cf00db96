"""What an error about shapes may add: what came, perhaps, and how to hand it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np

__all__ = ["missing_axes", "other_layout", "other_shape"]

Shape = Sequence[int]

AS_IS = ("", (0, 1, 2, 3))
CHANNELS_FIRST = (".transpose(0, 2, 3, 1)", (0, 2, 3, 1))  # PyTorch's
KERNELS_LAST = (".transpose(3, 0, 1, 2)", (3, 0, 1, 2))  # TensorFlow's weights
OPEN = {2: "[None, :, :, None]", 3: "[..., None]"}  # without channels


def other_layout(images: Shape, kernels: Shape) -> str:
    """Name the transposes after which a batch and its kernels go together.

    Examples
    --------
    >>> other_layout((2, 3, 32, 30), (8, 3, 5, 5))
    'images.transpose(0, 2, 3, 1) and kernels.transpose(0, 2, 3, 1)'
    >>> other_layout((2, 32, 30, 3), (5, 5, 3, 8))
    'kernels.transpose(3, 0, 1, 2)'
    """
    if len(images) != 4 or len(kernels) != 4:
        return ""
    fitting = list(_fitting(images, kernels))
    fewest = min((len(changes) for changes in fitting), default=0)
    return " or ".join(" and ".join(c) for c in fitting if len(c) == fewest)


def _fitting(images: Shape, kernels: Shape) -> Iterator[list[str]]:
    layouts = (AS_IS, CHANNELS_FIRST), (AS_IS, CHANNELS_FIRST, KERNELS_LAST)
    for (of_images, image_axes), (of_kernels, kernel_axes) in product(*layouts):
        _, height, width, channels = (images[axis] for axis in image_axes)
        _, rows, columns, depth = (kernels[axis] for axis in kernel_axes)
        if channels == depth and rows <= height and columns <= width:
            named = ("images", of_images), ("kernels", of_kernels)
            yield [name + change for name, change in named if change]


def missing_axes(images: Shape, kernels: Shape) -> str:
    """Name the axes that a batch and its kernels lack, as far as shapes can tell.

    Examples
    --------
    >>> missing_axes((28, 28), (3, 3))
    'images[None, :, :, None] and kernels[None, :, :, None]'
    >>> missing_axes((32, 30, 3), (5, 5, 3)), missing_axes((9, 28, 28), (2, 3, 3))
    ('images[None] and kernels[None]', 'images[..., None] and kernels[..., None]')
    """
    have_channels = min(len(images), len(kernels)) > 2 and images[-1] == kernels[-1]
    changes = []
    for name, shape in (("images", images), ("kernels", kernels)):
        if len(shape) in OPEN:
            alone = len(shape) == 3 and have_channels
            changes.append(name + ("[None]" if alone else OPEN[len(shape)]))
    return " and ".join(changes)


def other_shape(value: Any, n_axes: int) -> str:
    """Say what to give in place of an array, or of the shape of several images.

    Examples
    --------
    >>> other_shape((10, 8, 9, 3), 3)
    ': without the first axis, that of the batch, it is (8, 9, 3)'
    """
    if isinstance(value, np.ndarray) and value.ndim > 1:
        return f": that is an array, and a shape is due; its own is {value.shape}"
    if isinstance(value, (list, tuple)) and len(value) == n_axes + 1 == 4:
        return f": without the first axis, that of the batch, it is {tuple(value[1:])}"
    return ""
