"""Chapter 12: what is measured in the place of a squared distance."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_12_parts import centred, summed, windows


def _products(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return summed(windows(a, t) * t)


def _squares(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return summed(windows(a, t) ** 2)


def _own(t: np.ndarray) -> float:
    return float((t.astype(float) ** 2).sum())


def _right(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return summed((windows(a, t) - t) ** 2)


def _in_its_dtype(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Subtract and square as bytes, where both are."""
    out: np.ndarray = np.zeros(np.subtract(a.shape, t.shape) + 1)
    for r, c in np.ndindex(out.shape):
        out[r, c] = ((a[r : r + len(t), c : c + t.shape[1]] - t) ** 2).sum()
    return out


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "this is the raw correlation, the sum of products: the squares are missing",
        _products,
    ),
    (
        "the products are added, or the values: (a - b)**2 has -2 times the products",
        lambda a, t: _own(t) + 2 * _products(a, t) + _squares(a, t),
    ),
    (
        "the products are taken away once, and (a - b)**2 has them twice",
        lambda a, t: _own(t) - _products(a, t) + _squares(a, t),
    ),
    (
        "the products are missing: only the squares of both are added up",
        lambda a, t: _own(t) + _squares(a, t),
    ),
    (
        "the squares of the template are missing",
        lambda a, t: _squares(a, t) - 2 * _products(a, t),
    ),
    (
        "the squares of the windows are missing: they are another number for each",
        lambda a, t: _own(t) - 2 * _products(a, t),
    ),
    (
        "the squares of the whole image are added: each window has its own",
        lambda a, t: _own(t) - 2 * _products(a, t) + _own(a),
    ),
    (
        "the squares of the first window are added everywhere: each has its own",
        lambda a, t: _own(t) - 2 * _products(a, t) + _squares(a, t)[0, 0],
    ),
    (
        "the sign is turned: squares are added, and the products taken away",
        lambda a, t: -_right(a, t),
    ),
    (
        "the root is taken: this is the distance, and its square is asked for",
        lambda a, t: np.sqrt(_right(a, t)),
    ),
    (
        "the differences are taken without their sign, and not squared",
        lambda a, t: summed(abs(windows(a, t) - t)),
    ),
    (
        "the differences are neither squared nor freed of their sign, and cancel",
        lambda a, t: summed(windows(a, t) - t),
    ),
    (
        "the differences are taken the other way round and not squared, and cancel",
        lambda a, t: summed(t - windows(a, t)),
    ),
    (
        "the differences are added up first and squared then: square each of them",
        lambda a, t: summed(windows(a, t) - t) ** 2,
    ),
    (
        "the mean of the squared differences is taken: it is their sum",
        lambda a, t: _right(a, t) / t.size,
    ),
    (
        "the root of the mean is taken: it is the sum of the squares",
        lambda a, t: np.sqrt(_right(a, t) / t.size),
    ),
    (
        "the largest of the squared differences is taken: it is their sum",
        lambda a, t: ((windows(a, t) - t) ** 2).max(axis=(2, 3)),
    ),
    (
        "the sum is divided by the template's squares: it is the sum as it is",
        lambda a, t: _right(a, t) / _own(t),
    ),
    (
        "the sum is normalized, divided by the roots of both squares",
        lambda a, t: _right(a, t) / np.sqrt(_own(t) * _squares(a, t) + 1e-30),
    ),
    (
        "both means are taken away first: the distance is that of the values as they "
        "are",
        lambda a, t: summed((centred(windows(a, t)) - centred(t)) ** 2),
    ),
    (
        "the template's mean is taken away first: the values count as they are",
        lambda a, t: summed((windows(a, t) - centred(t)) ** 2),
    ),
    (
        "the products are squared: it is the differences that are",
        lambda a, t: summed((windows(a, t) * t) ** 2),
    ),
    (
        "the sum of the products is squared: it is the differences that are",
        lambda a, t: _products(a, t) ** 2,
    ),
    (
        "the differences are not added up: sum over the template's two axes",
        lambda a, t: (windows(a, t) - t) ** 2,
    ),
    (
        "the squares are added up along the template's rows alone: sum over both axes",
        lambda a, t: ((windows(a, t) - t) ** 2).sum(axis=2),
    ),
    (
        "the squares are added up along its columns alone: sum over both axes",
        lambda a, t: ((windows(a, t) - t) ** 2).sum(axis=3),
    ),
    (
        "the squares of all windows are added up to one number: each keeps its own",
        lambda a, t: _right(a, t).sum(),
    ),
    (
        "this is where the distance is smallest: the distances are asked for",
        lambda a, t: np.unravel_index(_right(a, t).argmin(), _right(a, t).shape),
    ),
    (
        "this is the smallest distance: all of them are asked for",
        lambda a, t: _right(a, t).min(),
    ),
    (
        "bytes overflow, so 3 - 5 is 254: make floats of them first",
        _in_its_dtype,
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
        "it is halved: the squared differences count as they are",
        lambda a, t: _right(a, t) / 2,
    ),
)
