"""Chapter 12: scores that lack a mean or a length, or have another."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...indices import correlation_indices
from .chapter_12_parts import centred, divided, summed, windows


def _plain(t: np.ndarray) -> np.ndarray:
    return t.astype(float)


def _length(values: np.ndarray) -> np.ndarray:
    return np.sqrt((values**2).sum(axis=(-2, -1)))


def _above(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return summed(windows(a, t) * centred(_plain(t)))


def _right(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    lengths = _length(centred(windows(a, t))) * _length(centred(_plain(t)))
    return divided(_above(a, t), lengths)


def _by_one_mean(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take the mean of the whole image from every window."""
    every = windows(a - a.mean(), t)
    wanted = centred(_plain(t))
    return divided(summed(every * wanted), _length(every) * _length(wanted))


def _flat(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    lengths = _length(centred(windows(a, t))) * _length(centred(_plain(t)))
    return lengths < 1e-9


def _stretched(values: np.ndarray) -> np.ndarray:
    """Stretch from 0 to 1."""
    low = values.min(axis=(-2, -1), keepdims=True)
    high = values.max(axis=(-2, -1), keepdims=True)
    return (values - low) / np.where(high == low, 1, high - low)


def _mean_of_all(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take from each place of a window its mean over all windows."""
    every, wanted = windows(a, t), centred(_plain(t))
    apart = every - every.mean(axis=(0, 1))
    return divided(summed(apart * wanted), _length(apart) * _length(wanted))


def _above_zero(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Divide wherever the length is above 0, be it by the rounding of a mean."""
    flat = a.astype(float).ravel()
    every = flat[correlation_indices(a.shape, t.shape)]
    every = every - every.mean(axis=1, keepdims=True)
    wanted = t.ravel() - t.mean()
    return _positive(every @ wanted, every, wanted, np.subtract(a.shape, t.shape))


def _one_mean_above_zero(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take the mean from the template alone, above, and then the same."""
    flat = a.astype(float).ravel()
    every = flat[correlation_indices(a.shape, t.shape)]
    wanted = t.ravel() - t.mean()
    apart = every - every.mean(axis=1, keepdims=True)
    return _positive(every @ wanted, apart, wanted, np.subtract(a.shape, t.shape))


def _positive(
    above: np.ndarray, apart: np.ndarray, wanted: np.ndarray, last: np.ndarray
) -> np.ndarray:
    lengths = np.sqrt((apart**2).sum(axis=1) * (wanted**2).sum())
    nothing = lengths == 0
    scores = np.where(nothing, 0, above / np.where(nothing, 1, lengths))
    return scores.reshape(last + 1)


def _where_flat(value: float) -> Any:
    return lambda a, t: np.where(_flat(a, t), value, _right(a, t))


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the mean of the whole image is taken away: each window has one of its own",
        _by_one_mean,
    ),
    (
        "mean and length are those of the whole image: each window has its own",
        lambda a, t: divided(
            _above(a, t), _length(a - a.mean()) * _length(centred(_plain(t)))
        ),
    ),
    (
        "no mean is taken away, neither the window's nor the template's",
        lambda a, t: divided(
            summed(windows(a, t) * t), _length(windows(a, t)) * _length(_plain(t))
        ),
    ),
    (
        "the window's mean stays in its length: it is to be taken away there, too",
        lambda a, t: divided(
            _above(a, t), _length(windows(a, t)) * _length(centred(_plain(t)))
        ),
    ),
    (
        "the template's mean stays in its length: it is to be taken away there, too",
        lambda a, t: divided(
            _above(a, t), _length(centred(windows(a, t))) * _length(_plain(t))
        ),
    ),
    (
        "both means stay in the lengths: they are to be taken away there, too",
        lambda a, t: divided(_above(a, t), _length(windows(a, t)) * _length(_plain(t))),
    ),
    (
        "no mean is taken away where the products are added up",
        lambda a, t: divided(
            summed(windows(a, t) * t),
            _length(centred(windows(a, t))) * _length(centred(_plain(t))),
        ),
    ),
    (
        "it is not divided by the lengths: this is the zero-mean correlation",
        _above,
    ),
    (
        "this is the raw correlation: means and lengths are both missing",
        lambda a, t: summed(windows(a, t) * t),
    ),
    (
        "it is divided by the template's length alone: the window has one, too",
        lambda a, t: divided(
            _above(a, t), _length(centred(_plain(t))) + 0 * _above(a, t)
        ),
    ),
    (
        "it is divided by the window's length alone: the template has one, too",
        lambda a, t: divided(_above(a, t), _length(centred(windows(a, t)))),
    ),
    (
        "the root is missing: it is divided by the squares of the lengths",
        lambda a, t: divided(
            _above(a, t),
            (_length(centred(windows(a, t))) * _length(centred(_plain(t)))) ** 2,
        ),
    ),
    (
        "it is divided by standard deviations, and the sum is not made a mean",
        lambda a, t: _right(a, t) * t.size,
    ),
    (
        "the mean of the products is divided by the lengths: it is their sum",
        lambda a, t: _right(a, t) / t.size,
    ),
    (
        "deviations with ddof=1 are mixed with a mean of all values",
        lambda a, t: _right(a, t) * (t.size - 1) / t.size,
    ),
    (
        "a window without contrast is 0 / 0, which is nan: it gets 0",
        _where_flat(np.nan),
    ),
    (
        "a flat window of floats has a tiny length, for its mean is rounded: `> 0` and "
        "`nan_to_num` let it pass; compare with the size of the values",
        _above_zero,
    ),
    (
        "the length of a flat window of floats is tiny and not 0, for a mean is "
        "rounded, and tiny over tiny is -1: compare with the size of the values",
        lambda a, t: np.where(_flat(a, t), -1, 1) * _above_zero(a, t),
    ),
    (
        "a flat window of floats has a tiny length, for its mean is rounded, and the "
        "products, from which no window's mean is taken, are larger: compare the "
        "length with the size of the values",
        _one_mean_above_zero,
    ),
    (
        "the mean is taken over all windows (`axis=0`), for each place of the "
        "template: each window has one of its own (`axis=1`)",
        _mean_of_all,
    ),
    ("a window without contrast gets 0, not 1", _where_flat(1)),
    ("a window without contrast gets 0, not -1", _where_flat(-1)),
    (
        "the sign is dropped: a negative is like the template, turned dark for light",
        lambda a, t: abs(_right(a, t)),
    ),
    (
        "the score is squared: its sign and size are lost",
        lambda a, t: _right(a, t) ** 2,
    ),
    (
        "negative scores are cut off at 0: they go down to -1",
        lambda a, t: np.maximum(_right(a, t), 0),
    ),
    ("this is 1 minus the score: likeness is asked for", lambda a, t: 1 - _right(a, t)),
    (
        "the score is moved to the range from 0 to 1: it goes from -1",
        lambda a, t: (_right(a, t) + 1) / 2,
    ),
    ("the sign is turned: 1 is where the template fits", lambda a, t: -_right(a, t)),
    (
        "windows and template are stretched from 0 to 1: take means, divide by lengths",
        lambda a, t: summed(_stretched(windows(a, t)) * _stretched(_plain(t))),
    ),
    (
        "the scores are divided by the largest of them: each window has its length",
        lambda a, t: _above(a, t) / max(abs(_above(a, t)).max(), 1e-9),
    ),
    (
        "lengths are taken as sums of absolute values: they are roots of squares",
        lambda a, t: divided(
            _above(a, t),
            abs(centred(windows(a, t))).sum(axis=(2, 3))
            * abs(centred(_plain(t))).sum(),
        ),
    ),
    (
        "the two lengths are added: they are multiplied",
        lambda a, t: divided(
            _above(a, t), _length(centred(windows(a, t))) + _length(centred(_plain(t)))
        ),
    ),
    (
        "the scores are rounded: they are no whole numbers",
        lambda a, t: np.round(_right(a, t)),
    ),
    (
        "this is where the score is largest: all scores are asked for",
        lambda a, t: np.unravel_index(_right(a, t).argmax(), _right(a, t).shape),
    ),
    (
        "this is the largest score: all of them are asked for",
        lambda a, t: _right(a, t).max(),
    ),
    (
        "the last row and column of windows are missing: one more fits",
        lambda a, t: _right(a, t)[:-1, :-1],
    ),
    (
        "the last row of windows is missing: height - template_height + 1 fit",
        lambda a, t: _right(a, t)[:-1],
    ),
    (
        "the last column of windows is missing: width - template_width + 1 fit",
        lambda a, t: _right(a, t)[:, :-1],
    ),
    (
        "the image is padded with zeros to its own size: only windows on it count",
        lambda a, t: _right(
            np.pad(a.astype(float), [((n - 1) // 2, n // 2) for n in t.shape]), t
        ),
    ),
    (
        "the columns of a window have means of their own: it has one for all pixels",
        lambda a, t: divided(
            summed(
                (windows(a, t) - windows(a, t).mean(axis=2, keepdims=True))
                * (t - t.mean(axis=0))
            ),
            _length(windows(a, t) - windows(a, t).mean(axis=2, keepdims=True))
            * _length(t - t.mean(axis=0)),
        ),
    ),
    (
        "the rows of a window have means of their own: it has one for all pixels",
        lambda a, t: divided(
            summed(
                (windows(a, t) - windows(a, t).mean(axis=3, keepdims=True))
                * (t - t.mean(axis=1, keepdims=True))
            ),
            _length(windows(a, t) - windows(a, t).mean(axis=3, keepdims=True))
            * _length(t - t.mean(axis=1, keepdims=True)),
        ),
    ),
)
