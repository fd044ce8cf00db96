"""Chapter 12: the zero-mean normalized cross-correlation with every window."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_12_normalized_mistakes import MISTAKES
from .chapter_12_parts import cases, centred, toy, windows


def normalized_scores(function: Any) -> Result:
    """Judge a function that scores every window from -1 to 1, by its likeness.

    Parameters
    ----------
    function : callable
        Called as `function(image, template)`, with arrays of shape (height, width) and
        (template_height, template_width), of whole numbers or of floats. From each
        window its own mean is taken, and from the template its mean; then the sum of
        the products is divided by the lengths of both. A window without contrast gets
        0, and so does every window if the template has none. Of floats, such a window
        has a tiny length, as its mean is rounded. It returns an array of shape
        (out_height, out_width).

    Examples
    --------
    >>> from xcorr_helpers import match_template
    >>> def mine(image, template):
    ...     return match_template(image[None, ..., None], template[..., None])[0]
    >>> result = normalized_scores(mine)
    normalized_scores: right on 28 cases, from image 1 x 6 to 12 x 11.
    """
    return judge(NORMALIZED_SCORES, function)


def _cases() -> list[Case]:
    """Add floats whose flat windows have a length that is not quite 0."""
    image, template = (values / 100 for values in toy())
    patched = image.copy()
    patched[:4, 6:10] = 0.1
    return [*cases(123), (image, template), (patched, np.full((2, 3), 0.1))]


def _reference(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    every, wanted = windows(image, template), centred(template.astype(float))
    out = np.zeros(every.shape[:2])
    for place in np.ndindex(out.shape):
        window = centred(every[place])
        size = np.sqrt((window**2).sum() * (wanted**2).sum())
        out[place] = (window * wanted).sum() / size if size > 1e-9 else 0
    return out


def _by_placements(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    out_height = height - template_height + 1
    out_width = width - template_width + 1
    wanted = template - template.mean()
    length = np.sqrt((wanted**2).sum())
    out = np.zeros((out_height, out_width))
    for row in range(out_height):
        for column in range(out_width):
            window = image[
                row : row + template_height, column : column + template_width
            ]
            centred_window = window - window.mean()
            size = np.sqrt((centred_window**2).sum()) * length
            if size > 1e-9:
                out[row, column] = (centred_window * wanted).sum() / size
    return out


def _by_index(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    height, width = image.shape
    template_height, template_width = template.shape
    out_height = height - template_height + 1
    out_width = width - template_width + 1
    rows = np.arange(template_height)
    columns = np.arange(template_width)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height)
    across = np.arange(out_width)
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    flat = image.ravel()
    gathered = flat[index]
    gathered = gathered - gathered.mean(axis=1, keepdims=True)
    wanted = template.ravel() - template.mean()
    products = gathered @ wanted
    lengths = np.sqrt((gathered**2).sum(axis=1) * (wanted**2).sum())
    nothing = lengths < 1e-9
    scores = np.where(nothing, 0, products / np.where(nothing, 1, lengths))
    out: np.ndarray = scores.reshape(out_height, out_width)
    return out


NORMALIZED_SCORES = CodeExercise(
    name="normalized_scores",
    arguments=("image", "template"),
    axes=("output row", "output column"),
    make_cases=_cases,
    reference=_reference,
    ways=(_by_placements, _by_index),
    mistakes=MISTAKES,
    array_axes={"image": ("row", "column"), "template": ("row", "column")},
)
