"""Chapter 5: a batch that is worked through a few images at a time."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice, outputs
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_5_blocks_cuts import CUTS
from .chapter_5_blocks_joins import JOINS
from .chapter_5_blocks_mistakes import RESTS


def correlate_in_blocks(function: Any) -> Result:
    """Judge a function that cross-correlates a batch a few images at a time.

    Only the numbers are judged: whether blocks were used, they do not tell.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, block)`, with arrays as for
        `correlate_batch` and the number of images in a block, which need not divide
        the number of images. It returns the outputs of all images, in one array of
        shape (N, out_height, out_width, K).

    Examples
    --------
    >>> result = correlate_in_blocks(lambda images, kernels, block: images.sum())
    correlate_in_blocks: not yet.
      given     images of shape (10, 8, 9, 3), kernels of shape (2, 2, 4, 3), block = 4
      expected  shape (10, 7, 6, 2): image, output row, output column, kernel
      got       shape ()
                0 axes came, 4 expected
      mind      it never reads `kernels`
      draw      checks.show("correlate_in_blocks", my_function)
    """
    return judge(CORRELATE_IN_BLOCKS, function)


def _cases() -> list[Case]:
    dice = Dice(53)
    toy = np.arange(2160).reshape(10, 8, 9, 3), np.ones((2, 2, 4, 3))
    cases: list[Case] = [(*toy, 4)]
    # Images, block: with a rest of one and of more, without one, of one block only.
    counts = [(8, 3), (6, 2), (3, 5), (11, 4), (7, 5), (9, 3), (10, 3), (5, 5), (7, 2)]
    for number, (n_images, block) in enumerate(counts):
        shapes = (n_images, 3, 6, 2), (5, 2, 3, 2)
        if number % 2:
            shapes = (n_images, 6, 3, 3), (4, 2, 2, 3)
        cases.append((*dice.pair(number, *shapes), block))
    cases += [
        (dice.bytes(7, 4, 5, 4), dice.whole(3, 3, 2, 4), 3),
        (dice.large(5, 4, 3, 2), dice.large(2, 3, 2, 2), 2),
        (np.asfortranarray(dice.whole(7, 3, 4, 2)), dice.whole(3, 2, 3, 2), 3),
        (dice.quarters(6, 4, 3, 1), dice.whole(2, 3, 2, 1), 1),
        (dice.whole(1, 4, 3, 2), dice.whole(3, 2, 2, 2), 1),
        (dice.whole(1, 3, 4, 2), dice.whole(1, 2, 3, 2), 4),
        (dice.whole(13, 1, 3, 1), dice.whole(2, 1, 2, 1), 6),
    ]
    return cases


def _all_blocks(images: np.ndarray, kernels: np.ndarray, _block: int) -> np.ndarray:
    return outputs(images, kernels)


def _by_starts(images: np.ndarray, kernels: np.ndarray, block: int) -> np.ndarray:
    n_images = len(images)
    parts = []
    for start in range(0, n_images, block):
        stop = start + block
        parts.append(outputs(images[start:stop], kernels))
    return np.concatenate(parts)


def _by_numbers(images: np.ndarray, kernels: np.ndarray, block: int) -> np.ndarray:
    n_images = len(images)
    count = (n_images + block - 1) // block
    parts = []
    for number in range(count):
        start = number * block
        parts.append(outputs(images[start : start + block], kernels))
    return np.concatenate(parts)


def _by_writing(images: np.ndarray, kernels: np.ndarray, block: int) -> np.ndarray:
    n_images, height, width, _ = images.shape
    n_kernels, kernel_height, kernel_width, _ = kernels.shape
    out_height = height - kernel_height + 1
    out_width = width - kernel_width + 1
    out = np.zeros((n_images, out_height, out_width, n_kernels))
    for start in range(0, n_images, block):
        stop = start + block
        out[start:stop] = outputs(images[start:stop], kernels)
    return out


CORRELATE_IN_BLOCKS = CodeExercise(
    name="correlate_in_blocks",
    arguments=("images", "kernels", "block"),
    axes=("image", "output row", "output column", "kernel"),
    make_cases=_cases,
    reference=_all_blocks,
    ways=(_by_starts, _by_numbers, _by_writing),
    mistakes=(*RESTS, *CUTS, *JOINS),
)
