"""What the records of chapter 12 share: the toy, cases, and windows."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import Dice, shapes
from .._exercise import Case

ROWS = "21301999921 02120999910 10213999902 31421020131 05152119312 20103261920"


def toy() -> tuple[np.ndarray, np.ndarray]:
    """Return the chapter's image, and the template that was cut from it."""
    image = np.array([[int(digit) for digit in row] for row in ROWS.split()])
    return image, image[3:5, 1:4].copy()


def cases(seed: int) -> list[Case]:
    """List pairs of image and template; in some, the template was cut out."""
    dice = Dice(seed)
    pairs: list[Case] = [toy()]
    for number, (image_shape, template_shape) in enumerate(shapes(seed + 1)[1:], 2):
        pairs.append(dice.pair(number, image_shape, template_shape))
    image = dice.bytes(6, 9)
    return [
        *pairs[:4],
        (image, image[2:4, 3:6].copy()),
        *pairs[4:],
        (dice.large(7, 5), dice.whole(2, 3)),
        (np.asfortranarray(dice.whole(7, 5)), np.asfortranarray(dice.quarters(2, 3))),
    ]


def windows(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    """Return every window: (output row, output column, row, column), in floats."""
    return sliding_window_view(image.astype(float), template.shape)


def summed(values: np.ndarray) -> np.ndarray:
    """Add up each window."""
    total: np.ndarray = values.sum(axis=(2, 3))
    return total


def centred(values: np.ndarray) -> np.ndarray:
    """Take its mean from each window, or from a template."""
    out: np.ndarray = values - values.mean(axis=(-2, -1), keepdims=True)
    return out


def divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Divide, and give 0 where there is nothing to divide by.

    No case has a length near this threshold.
    """
    nothing = below < 1e-9
    return np.where(nothing, 0, above / np.where(nothing, 1, below))
