"""Chapter 6: a convolutional layer with all three knobs, in PyTorch's axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_6_conv2d_axes import IN_AXES
from .chapter_6_conv2d_knobs import IN_KNOBS
from .chapter_6_conv2d_parts import layer
from .chapter_6_conv2d_sizes import IN_SIZES
from .chapter_6_conv2d_sums import IN_SUMS
from .chapter_6_parts import Pair


def conv2d(function: Any) -> Result:
    """Judge a function that computes a convolutional layer as PyTorch does.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, stride, padding, dilation)`, with images
        (N, C, H, W), kernels (K, C, kernel_height, kernel_width), and three pairs,
        (rows, columns): the pixels from one placement to the next, the zeros on each
        side, the pixels from one kernel value to the next. It returns the
        cross-correlation, (N, K, out_height, out_width), summed over the channels.

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> def mine(images, kernels, stride, padding, dilation):
    ...     images, kernels = (a.transpose(0, 2, 3, 1) for a in (images, kernels))
    ...     return correlate(
    ...         images, kernels, stride=stride, padding=padding, dilation=dilation
    ...     )
    >>> result = conv2d(mine)  # doctest: +ELLIPSIS
    conv2d: not yet.
      given     images = [[[[0, 1, 2, 3],
                            [10, 11, 12, 13],
                            [20, 21, 22, 23]],
                           [[100, 101, 102, 103],
                            [110, 111, 112, 113],
                            [120, 121, 122, 123]]]]
                kernels = [[[[1, 0],
                             [2, -1]],
                            [[0, 3],
                             [-2, 1]]]]
                stride = (1, 2), padding = (1, 0), dilation = (2, 1)
      expected  shape (1, 1, 3, 2): image, kernel, output row, output column
      got       shape (1, 3, 2, 1)
                axis 1, kernel: 3 came, 1 expected
                axis 2, output row: 2 came, 3 expected
                axis 3, output column: 1 came, 2 expected
      likely    the kernels come last: .transpose(0, 3, 1, 2) makes them second
      draw      checks.show("conv2d", mine)
      explorer: book/explorer.html#h=3&w=4&c=2&kh=2&kw=2&s=1,2&p=1,0&d=2,1...
    """
    return judge(CONV2D, function)


# N, C, H, W, K, kernel_height, kernel_width, stride, padding, dilation
_SIZES = (
    (2, 3, 6, 9, 4, 3, 2, (2, 3), (1, 2), (2, 3)),
    (2, 4, 8, 9, 3, 3, 2, (1, 1), (0, 0), (3, 2)),
    (3, 2, 9, 7, 5, 2, 3, (3, 2), (2, 1), (3, 2)),
    (2, 4, 5, 8, 3, 2, 3, (1, 2), (3, 1), (2, 1)),
    (3, 2, 8, 5, 4, 4, 2, (2, 1), (1, 3), (1, 3)),
    (2, 3, 7, 10, 5, 3, 4, (3, 1), (0, 2), (1, 2)),
    (4, 2, 6, 9, 3, 2, 3, (1, 1), (0, 0), (1, 1)),
    (2, 3, 5, 7, 4, 3, 2, (1, 1), (2, 1), (1, 1)),
    (3, 2, 7, 10, 4, 2, 3, (2, 3), (0, 0), (1, 1)),
    (3, 2, 10, 6, 4, 3, 5, (2, 1), (1, 4), (4, 2)),
    (2, 3, 6, 6, 2, 3, 3, (2, 2), (1, 1), (2, 2)),
    (1, 3, 5, 8, 4, 2, 3, (1, 2), (1, 0), (2, 1)),
    (3, 1, 5, 8, 2, 2, 3, (2, 1), (0, 1), (1, 2)),
    (3, 2, 5, 8, 1, 2, 3, (2, 1), (2, 1), (1, 2)),
    (2, 3, 5, 7, 4, 1, 1, (2, 3), (1, 2), (3, 2)),
    (2, 3, 3, 4, 2, 3, 5, (2, 3), (1, 2), (2, 1)),
    (2, 3, 1, 6, 4, 1, 3, (1, 2), (0, 1), (1, 2)),
    (1, 1, 1, 1, 1, 1, 1, (1, 1), (0, 0), (1, 1)),
)


def _cases() -> list[Case]:
    dice = Dice(64)
    # Each pixel spells its place; and the chapter's own picture, all knobs together.
    channel, row, column = np.indices((2, 3, 4))
    places = (100 * channel + 10 * row + column)[None]
    kernel = np.array([[[[1, 0], [2, -1]], [[0, 3], [-2, 1]]]])
    image = (100 * np.arange(7)[:, None] + np.arange(12))[None, None]
    own = np.array([[[[1, 0, -1], [2, 1, 0]]]])
    cases: list[Case] = [
        (places, kernel, (1, 2), (1, 0), (2, 1)),
        (image, own, (1, 2), (2, 2), (3, 2)),
    ]
    for number, (n, c, h, w, k, down, across, *knobs) in enumerate(_SIZES):
        arrays = dice.pair(number, (n, c, h, w), (k, c, down, across))
        cases.append((*arrays, *knobs))
    shapes, knobs = ((2, 3, 5, 7), (4, 3, 2, 3)), [(2, 1), (1, 2), (1, 2)]
    images, kernels = dice.whole(*shapes[0]), dice.quarters(*shapes[1])
    return [
        *cases,
        (np.asfortranarray(images), np.asfortranarray(kernels), *knobs),
        (dice.bytes(*shapes[0]), dice.whole(*shapes[1]), *knobs),
        (dice.large(*shapes[0]), dice.whole(*shapes[1]), *knobs),
    ]


def _by_slices(
    images: np.ndarray, kernels: np.ndarray, stride: Pair, padding: Pair, dilation: Pair
) -> np.ndarray:
    kernel_height, kernel_width = kernels.shape[2:]
    around = [(0, 0), (0, 0), (padding[0], padding[0]), (padding[1], padding[1])]
    pixels = np.pad(images, around)
    spans = (kernel_height - 1) * dilation[0], (kernel_width - 1) * dilation[1]
    down = np.arange(0, pixels.shape[2] - spans[0], stride[0])
    across = np.arange(0, pixels.shape[3] - spans[1], stride[1])
    out = np.zeros((len(images), len(kernels), len(down), len(across)))
    for row in range(kernel_height):
        for column in range(kernel_width):
            rows = down[:, None] + row * dilation[0]
            columns = across + column * dilation[1]
            weights = kernels[:, :, row, column]
            product = np.tensordot(pixels[:, :, rows, columns], weights, (1, 1))
            out += product.transpose(0, 3, 1, 2)
    return out


def _by_index(
    images: np.ndarray, kernels: np.ndarray, stride: Pair, padding: Pair, dilation: Pair
) -> np.ndarray:
    _, channels, height, width = images.shape
    n_kernels, _, kernel_height, kernel_width = kernels.shape
    height = height + 2 * padding[0]
    width = width + 2 * padding[1]
    around = [(0, 0), (0, 0), (padding[0], padding[0]), (padding[1], padding[1])]
    flat = np.pad(images, around).reshape(len(images), -1)
    rows = np.arange(kernel_height) * dilation[0]
    columns = np.arange(kernel_width) * dilation[1]
    depth = np.arange(channels)[:, None, None] * (height * width)
    window = depth + rows[:, None] * width + columns
    down = np.arange(0, height - (kernel_height - 1) * dilation[0], stride[0])
    across = np.arange(0, width - (kernel_width - 1) * dilation[1], stride[1])
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window.ravel()
    weights = kernels.reshape(n_kernels, -1).T
    product = flat[:, index] @ weights
    out = product.reshape(len(images), len(down), len(across), n_kernels)
    moved: np.ndarray = out.transpose(0, 3, 1, 2)
    return moved


CONV2D = CodeExercise(
    name="conv2d",
    arguments=("images", "kernels", "stride", "padding", "dilation"),
    axes=("image", "kernel", "output row", "output column"),
    make_cases=_cases,
    reference=layer,
    ways=(_by_slices, _by_index),
    array_axes={
        "images": ("image", "channel", "row", "column"),
        "kernels": ("kernel", "channel", "row", "column"),
    },
    mistakes=IN_KNOBS + IN_AXES + IN_SUMS + IN_SIZES,
)
