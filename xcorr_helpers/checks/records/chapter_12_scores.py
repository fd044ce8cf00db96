"""Chapter 12: scores that lack a mean or a length, or have another, as programs."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...indices import correlation_indices
from .chapter_12_parts import centred, divided, summed, windows


def plain(t: np.ndarray) -> np.ndarray:
    return t.astype(float)


def length(values: np.ndarray) -> np.ndarray:
    return np.sqrt((values**2).sum(axis=(-2, -1)))


def above(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return summed(windows(a, t) * centred(plain(t)))


def right(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    lengths = length(centred(windows(a, t))) * length(centred(plain(t)))
    return divided(above(a, t), lengths)


def by_one_mean(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take the mean of the whole image from every window."""
    every = windows(a - a.mean(), t)
    wanted = centred(plain(t))
    return divided(summed(every * wanted), length(every) * length(wanted))


def flat(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    lengths = length(centred(windows(a, t))) * length(centred(plain(t)))
    return lengths < 1e-9


def stretched(values: np.ndarray) -> np.ndarray:
    """Stretch from 0 to 1."""
    low = values.min(axis=(-2, -1), keepdims=True)
    high = values.max(axis=(-2, -1), keepdims=True)
    return (values - low) / np.where(high == low, 1, high - low)


def mean_of_all(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take from each place of a window its mean over all windows."""
    every, wanted = windows(a, t), centred(plain(t))
    apart = every - every.mean(axis=(0, 1))
    return divided(summed(apart * wanted), length(apart) * length(wanted))


def above_zero(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Divide wherever the length is above 0, be it by the rounding of a mean."""
    flat = a.astype(float).ravel()
    every = flat[correlation_indices(a.shape, t.shape)]
    every = every - every.mean(axis=1, keepdims=True)
    wanted = t.ravel() - t.mean()
    return positive(every @ wanted, every, wanted, np.subtract(a.shape, t.shape))


def one_mean_above_zero(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take the mean from the template alone, above, and then the same."""
    flat = a.astype(float).ravel()
    every = flat[correlation_indices(a.shape, t.shape)]
    wanted = t.ravel() - t.mean()
    apart = every - every.mean(axis=1, keepdims=True)
    return positive(every @ wanted, apart, wanted, np.subtract(a.shape, t.shape))


def positive(
    above: np.ndarray, apart: np.ndarray, wanted: np.ndarray, last: np.ndarray
) -> np.ndarray:
    lengths = np.sqrt((apart**2).sum(axis=1) * (wanted**2).sum())
    nothing = lengths == 0
    scores = np.where(nothing, 0, above / np.where(nothing, 1, lengths))
    return scores.reshape(last + 1)


def where_flat(value: float) -> Any:
    return lambda a, t: np.where(flat(a, t), value, right(a, t))
