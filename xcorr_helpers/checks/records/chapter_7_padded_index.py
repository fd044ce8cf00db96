"""Chapter 7: gradients of a padded image whose index is of another padded shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from ...indices import correlation_indices
from .chapter_7_padded_programs import Target, cut, padded
from .chapter_7_parts import Shape

Scatter = Callable[[np.ndarray, np.ndarray, int], np.ndarray]


def _added(index: np.ndarray, shares: np.ndarray, size: int) -> np.ndarray:
    flat = np.zeros(size)
    np.add.at(flat, index, shares)
    return flat


def _counted(index: np.ndarray, shares: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(index.ravel(), weights=shares.ravel(), minlength=size)


def _indexed(
    scatter: Scatter,
    target: Target,
    g: np.ndarray,
    k: np.ndarray,
    s: Shape,
    p: Shape,
) -> np.ndarray:
    wide = target(s, p)
    index = correlation_indices(wide, k.shape)
    flat = scatter(index, np.outer(g, k), wide[0] * wide[1])
    return cut(flat.reshape(wide), s, p)


# The error of a scatter tells no sizes, so a shape that is wrong otherwise looks alike.
INDEXED = tuple(
    (text, partial(_indexed, scatter, target))
    for text, target in (
        (
            "the index has not a row for each growth, as the padded shape is not "
            "(height + 2 * padding[0], width + 2 * padding[1]): are the padding's rows "
            "and columns, {padding}, exchanged in it?",
            lambda s, p: padded(s, p[::-1]),
        ),
        (
            "the index is that of an image without padding, and has not a row for each "
            "growth: scatter into the padded shape, height + 2 * padding[0], then crop",
            lambda s, p: s,
        ),
    )
    for scatter in (_added, _counted)
)
