"""Chapter 10: the correlation of a batch, strip by strip."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, outputs
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_10_parts import banded
from .chapter_10_strips_errors import ERRORS
from .chapter_10_strips_joined import JOINED
from .chapter_10_strips_last import LAST
from .chapter_10_strips_mistakes import INSIDE
from .chapter_10_strips_sizes import SIZES
from .chapter_10_strips_values import VALUES


def correlate_in_strips(function: Any) -> Result:
    """Judge a function that cross-correlates a batch in strips of t outputs.

    It sees the numbers, and not how they came about: whether strips were used, no
    judge can tell.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, t)`, with arrays of shape (N, H, W, C) and
        (K, kernel_height, kernel_width, C), and the number of outputs in a strip, from
        1 to out_width, which it need not divide. It returns the outputs of all images,
        in one array of shape (N, out_height, out_width, K).

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> def mine(images, kernels, t):  # without strips, and right
    ...     return correlate(images, kernels)
    >>> result = correlate_in_strips(mine)
    correlate_in_strips: right on 26 cases, from images 1 x 1 x 1 x 1 to 2 x 15 \
x 13 x 3.
    """
    return judge(CORRELATE_IN_STRIPS, function)


_SHAPES = (  # N, H, W, C, K, kernel height, kernel width, t
    (2, 15, 13, 3, 5, 6, 2, 4),
    (3, 6, 12, 2, 4, 2, 5, 7),
    (2, 6, 13, 3, 4, 2, 5, 4),
    (3, 6, 11, 4, 2, 4, 2, 7),
    (4, 5, 12, 2, 3, 3, 4, 6),
    (2, 7, 10, 3, 5, 4, 2, 5),
    (3, 4, 15, 1, 2, 3, 2, 4),
    (1, 3, 12, 3, 2, 2, 4, 2),
    (2, 4, 11, 2, 4, 1, 3, 7),
    (2, 6, 13, 1, 1, 2, 5, 6),
    (2, 4, 10, 2, 2, 4, 1, 3),
    (3, 8, 7, 2, 4, 3, 2, 5),
    (2, 9, 8, 3, 4, 2, 3, 5),
    (5, 6, 9, 2, 3, 4, 4, 2),
    (3, 7, 9, 4, 2, 5, 3, 1),
    (2, 6, 9, 3, 4, 3, 2, 8),
    (2, 5, 5, 3, 3, 2, 2, 3),
    (3, 4, 6, 2, 5, 1, 1, 4),
    (2, 3, 5, 2, 4, 3, 5, 1),
    (1, 1, 6, 1, 1, 1, 2, 3),
    (1, 5, 4, 2, 1, 2, 4, 1),
    (1, 1, 1, 1, 1, 1, 1, 1),
)


def _cases() -> list[Case]:
    dice = Dice(96)
    # The page's image, with its pixels turned for a second one, and its kernel.
    image = np.add.outer(10 * np.arange(5), np.arange(9))
    both = np.stack([image, image[::-1, ::-1]])[..., None]
    cases: list[Case] = [(both, np.arange(1, 7).reshape(1, 2, 3, 1), 4)]
    for number, (n, height, width, channels, k, rows, columns, t) in enumerate(_SHAPES):
        shapes = (n, height, width, channels), (k, rows, columns, channels)
        cases.append((*dice.pair(number, *shapes), t))
    cases.append((dice.bytes(2, 6, 8, 3), dice.whole(4, 3, 2, 3), 5))
    cases.append((dice.large(2, 5, 9, 2), dice.large(3, 3, 2, 2), 3))
    turned = np.asfortranarray(dice.quarters(3, 6, 10, 2))
    cases.append((turned, np.asfortranarray(dice.whole(2, 2, 4, 2)), 4))
    return cases


def _all_strips(images: np.ndarray, kernels: np.ndarray, _t: int) -> np.ndarray:
    return outputs(images, kernels)


def _by_rows(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, _ = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    strip_width = t + kernel_width - 1
    weights = banded(kernels, t)
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        start = min(first, out_width - t)
        for row in range(out_height):
            pixels = images[:, row : row + kernel_height, start : start + strip_width]
            product = pixels.reshape(n_images, -1) @ weights
            out[:, row, start : start + t] = product.reshape(n_images, t, n_kernels)
    return out


CORRELATE_IN_STRIPS = CodeExercise(
    name="correlate_in_strips",
    arguments=("images", "kernels", "t"),
    axes=("image", "output row", "output column", "kernel"),
    make_cases=_cases,
    reference=_all_strips,
    ways=(_by_rows,),
    mistakes=(*LAST, *JOINED, *INSIDE, *VALUES, *SIZES, *ERRORS),
)
