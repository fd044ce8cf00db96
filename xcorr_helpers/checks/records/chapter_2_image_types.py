"""Chapter 2: outputs of a type that does not hold them."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import gather_sum

TWO = "two slips: the output has the image's type, which drops decimals, and "


def _as_image(a: np.ndarray, out: np.ndarray) -> np.ndarray:
    return out.astype(a.dtype)


def _terms(a: np.ndarray, k: np.ndarray, change: Any) -> np.ndarray:
    """Change each product before it is added."""
    out: np.ndarray = np.zeros(gather_sum(a, k).shape)
    for i, j in np.ndindex(k.shape):
        out += change(a[i : i + len(out), j : j + out.shape[1]] * k[i, j])
    return out


def _sums(a: np.ndarray, k: np.ndarray, dtype: Any) -> np.ndarray:
    """Give the sum a type after each product."""
    out = np.zeros(gather_sum(a, k).shape, dtype)
    for i, j in np.ndindex(k.shape):
        term = a[i : i + len(out), j : j + out.shape[1]] * k[i, j]
        out = (out + term).astype(dtype)
    return out


def _at_once(a: np.ndarray, k: np.ndarray, dtype: Any) -> np.ndarray:
    out = np.zeros(gather_sum(a, k).shape, dtype)
    for i, j in np.ndindex(k.shape):
        out += a[i : i + len(out), j : j + out.shape[1]] * k[i, j]
    return out


def _smaller(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    return gather_sum(a, k)[:-1, :-1]


TYPES: tuple[tuple[str, Any], ...] = (
    (
        "the output has the image's type, which drops decimals or is too small: "
        "np.result_type(image, kernel) holds both",
        lambda a, k: _as_image(a, gather_sum(a, k)),
    ),
    (
        "the output has the kernel's type, which drops the image's decimals: "
        "np.result_type(image, kernel) holds both",
        lambda a, k: gather_sum(a, k).astype(k.dtype),
    ),
    (
        "the output is an array of ints, which drops decimals: "
        "np.result_type(image, kernel) holds all",
        lambda a, k: gather_sum(a, k).astype(np.int64),
    ),
    (
        "the kernel is given the image's type, and loses its decimals before the "
        "product",
        lambda a, k: gather_sum(a, k.astype(a.dtype)),
    ),
    (
        "the image is given the kernel's type, and loses its decimals before the "
        "product",
        lambda a, k: gather_sum(a.astype(k.dtype), k),
    ),
    (
        "the kernel is cut to whole numbers: its decimals count, too",
        lambda a, k: gather_sum(a, np.trunc(k)),
    ),
    (
        "the image is cut to whole numbers: its decimals count, too",
        lambda a, k: gather_sum(np.trunc(a), k),
    ),
    (
        "image and kernel are both cut to whole numbers: their decimals count, too",
        lambda a, k: gather_sum(np.trunc(a), np.trunc(k)),
    ),
    (
        "the result is rounded to whole numbers: leave np.round away, and give the "
        "output a type for decimals, too",
        lambda a, k: np.round(gather_sum(a, k)),
    ),
    (
        "the result is rounded down to whole numbers: its decimals count, too",
        lambda a, k: np.floor(gather_sum(a, k)),
    ),
    (
        "each product is cut to a whole number before it is added",
        lambda a, k: _terms(a, k, np.trunc),
    ),
    (
        "each product is rounded before it is added",
        lambda a, k: _terms(a, k, np.round),
    ),
    (
        "each product is given the image's type, and loses its decimals before it is "
        "added",
        lambda a, k: _terms(a, k, lambda term: term.astype(a.dtype)),
    ),
    (
        "the output has the image's type, which drops decimals after each product: "
        "np.result_type(image, kernel) holds both",
        lambda a, k: _sums(a, k, a.dtype),
    ),
    (
        "the output is an array of ints, which drops decimals after each product: "
        "np.result_type(image, kernel) holds all",
        lambda a, k: _sums(a, k, np.int64),
    ),
    (
        "the output has the image's type, and += drops no decimals by itself: "
        "np.result_type(image, kernel) holds both",
        lambda a, k: _at_once(a, k, a.dtype),
    ),
    (
        "the output is an array of ints, and += drops no decimals by itself: "
        "np.result_type(image, kernel) holds all",
        lambda a, k: _at_once(a, k, np.int64),
    ),
    (
        "the results are held between 0 and 255: they are right as they are",
        lambda a, k: np.clip(gather_sum(a, k), 0, 255),
    ),
    (
        TWO + "the kernel is turned, as in a convolution",
        lambda a, k: _as_image(a, gather_sum(a, k[::-1, ::-1])),
    ),
    (
        TWO + "the + 1 is left out in its sizes",
        lambda a, k: _as_image(a, _smaller(a, k)),
    ),
    (
        TWO + "its height and width are exchanged",
        lambda a, k: _as_image(
            a, gather_sum(a, k).reshape(gather_sum(a, k).shape[::-1])
        ),
    ),
    (
        TWO + "it is transposed",
        lambda a, k: _as_image(a, gather_sum(a, k).T),
    ),
    (
        TWO + "the mean is taken, not the sum",
        lambda a, k: _as_image(a, gather_sum(a, k) / k.size),
    ),
    (
        TWO + "it is not reshaped to (out_height, out_width)",
        lambda a, k: _as_image(a, gather_sum(a, k).ravel()),
    ),
)
