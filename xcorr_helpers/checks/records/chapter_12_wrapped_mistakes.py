"""Chapter 12: edges that are joined wrongly, or not at all."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import gather_sum


def _wrapped(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return _larger(a, t, ("wrap", "wrap"))


def _larger(a: np.ndarray, t: np.ndarray, modes: tuple[Any, Any]) -> np.ndarray:
    """Go on below and to the right, each in its way."""
    padded = np.pad(a.astype(float), [(0, len(t) - 1), (0, 0)], mode=modes[0])
    padded = np.pad(padded, [(0, 0), (0, t.shape[1] - 1)], mode=modes[1])
    return gather_sum(padded, t)


def _by_flat(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take the flat positions modulo the size."""
    window = (np.arange(len(t))[:, None] * a.shape[1] + np.arange(t.shape[1])).ravel()
    index = (np.arange(a.size)[:, None] + window) % a.size
    out: np.ndarray = (a.astype(float).ravel()[index] @ t.ravel()).reshape(a.shape)
    return out


def _clipped(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    return _larger(a, t, ("edge", "edge"))


def _own_kind(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Multiply and add what comes, bytes as bytes."""
    down = (np.arange(len(a))[:, None] + np.arange(len(t))) % len(a)
    width = a.shape[1]
    across = (np.arange(width)[:, None] + np.arange(t.shape[1])) % width
    index = down[:, None, :, None] * width + across[None, :, None, :]
    out: np.ndarray = a.ravel()[index.reshape(a.size, -1)] @ t.ravel()
    return out.reshape(a.shape)


def _products_of_bytes(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Multiply bytes as bytes, and add in floats."""
    out = np.zeros(a.shape)
    for i, j in np.ndindex(t.shape):
        out += t[i, j] * np.roll(a, (-i, -j), (0, 1))
    return out


def _bytes_by_flat(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take flat positions modulo the size, of bytes."""
    window = (np.arange(len(t))[:, None] * a.shape[1] + np.arange(t.shape[1])).ravel()
    index = (np.arange(a.size)[:, None] + window) % a.size
    return (a.ravel()[index] @ t.ravel()).reshape(a.shape)


def _bytes_and_zeros(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Go on with zeros, and leave bytes as they are."""
    return gather_sum(np.pad(a, [(0, n - 1) for n in t.shape]), t)


def _by_fourier(a: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.fft.fft2(a), np.fft.fft2(t, a.shape)


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "only windows that lie on the image are there: every pixel starts one",
        lambda a, t: gather_sum(a.astype(float), t),
    ),
    (
        "beyond the edges there are zeros: go on at the other side",
        lambda a, t: _larger(a, t, ("constant", "constant")),
    ),
    (
        "beyond the edges the last pixels are repeated: go on at the other side",
        _clipped,
    ),
    (
        "the rows wrap, and the columns do not: beyond the right edge there are zeros",
        lambda a, t: _larger(a, t, ("wrap", "constant")),
    ),
    (
        "the columns wrap, and the rows do not: below the last row there are zeros",
        lambda a, t: _larger(a, t, ("constant", "wrap")),
    ),
    (
        "beyond the edges the image is mirrored: go on at the other side",
        lambda a, t: _larger(a, t, ("symmetric", "symmetric")),
    ),
    (
        "flat positions wrap: a row must go on at its own start, not in the next row",
        _by_flat,
    ),
    (
        "bytes overflow, where the products are added up: make floats of them first",
        _own_kind,
    ),
    (
        "bytes overflow in each product: make floats of them first",
        _products_of_bytes,
    ),
    (
        "flat positions wrap, so a row goes on in the next one and not at its own "
        "start; and bytes overflow",
        _bytes_by_flat,
    ),
    (
        "beyond the edges there are zeros, where it should go on at the other side; "
        "and bytes overflow",
        _bytes_and_zeros,
    ),
    (
        "the template is turned, or the image rolled down: this is the convolution",
        lambda a, t: np.fft.ifft2(np.prod(_by_fourier(a, t), axis=0)).real,
    ),
    (
        "the conjugate is taken of the image's numbers: it is of the template's",
        lambda a, t: (
            np.fft.ifft2(_by_fourier(a, t)[0].conj() * _by_fourier(a, t)[1]).real
        ),
    ),
    (
        "the result is complex: take its real part",
        lambda a, t: np.fft.ifft2(_by_fourier(a, t)[0] * _by_fourier(a, t)[1].conj()),
    ),
    (
        "windows end at their pixel, where they start: the sums lie too far down and "
        "right",
        lambda a, t: np.roll(_wrapped(a, t), (len(t) - 1, t.shape[1] - 1), (0, 1)),
    ),
    (
        "windows are centred on their pixel: each starts there",
        lambda a, t: np.roll(_wrapped(a, t), (len(t) // 2, t.shape[1] // 2), (0, 1)),
    ),
    (
        "the sums are divided by the number of the template's values",
        lambda a, t: _wrapped(a, t) / t.size,
    ),
    (
        "they are divided by the number of pixels, once too often",
        lambda a, t: _wrapped(a, t) / a.size,
    ),
    (
        "they are multiplied by the number of pixels: `fft2` is no inverse of itself",
        lambda a, t: _wrapped(a, t) * a.size,
    ),
    (
        "one row and one column too many: the first window is there twice",
        lambda a, t: np.pad(_wrapped(a, t), (0, 1), mode="wrap"),
    ),
    (
        "these are sums of pixels: the template's values are to multiply them",
        lambda a, t: _wrapped(a, np.ones(t.shape)),
    ),
    (
        "the full correlation is there, with zeros around: rows + kernel rows - 1",
        lambda a, t: gather_sum(
            np.pad(a.astype(float), [(n - 1, n - 1) for n in t.shape]), t
        ),
    ),
    (
        "the phases alone are kept: this is the phase correlation",
        lambda a, t: (
            np.fft.ifft2(
                np.exp(
                    1j * np.angle(_by_fourier(a, t)[0] * _by_fourier(a, t)[1].conj())
                )
            ).real
        ),
    ),
    (
        "the template's mean is taken away first: its values count as they are",
        lambda a, t: _wrapped(a, t - t.mean()),
    ),
    (
        "the index wraps one pixel too early: modulo the size, not the size less one",
        lambda a, t: _early(a, t),
    ),
)


def _early(a: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take positions modulo a size that is one too small."""
    height, width = (max(size - 1, 1) for size in a.shape)
    out: np.ndarray = np.zeros(a.shape)
    for r, c in np.ndindex(a.shape):
        for i, j in np.ndindex(t.shape):
            out[r, c] += float(a[(r + i) % height, (c + j) % width]) * t[i, j]
    return out
