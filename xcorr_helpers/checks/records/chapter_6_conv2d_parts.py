"""Chapter 6: the pieces of which a layer, and what goes wrong in it, are made."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_6_parts import Pair, listed, outputs, spans


def padded(images: np.ndarray, before: Pair, after: Pair, **how: Any) -> np.ndarray:
    """Put zeros, or something else, around the rows and columns of images."""
    around = [(0, 0), (0, 0), *zip(before, after)]
    return np.pad(images, around, **how)


def placed(
    images: np.ndarray, kernels: np.ndarray, stride: Pair, dilation: Pair
) -> np.ndarray:
    """Cross-correlate images that are padded already."""
    size = images.shape[2:], kernels.shape[2:]
    down, across = outputs(size[0], spans(size[1], dilation), stride)
    out = np.zeros((len(images), len(kernels), down, across))
    for i, j in np.ndindex(*size[1]):
        top, left = i * dilation[0], j * dilation[1]
        pixels = images[:, :, top :: stride[0], left :: stride[1]][..., :down, :across]
        share = np.tensordot(pixels, kernels[:, :, i, j].astype(float), (1, 1))
        out += share.transpose(0, 3, 1, 2)
    return out


def layer(
    images: np.ndarray, kernels: np.ndarray, stride: Pair, padding: Pair, dilation: Pair
) -> np.ndarray:
    """Compute the layer, right by the definition."""
    return placed(padded(images, padding, padding), kernels, stride, dilation)


def of_size(out: np.ndarray, shape: Any) -> np.ndarray:
    """Keep the first rows and columns, as many as are counted."""
    return out[:, :, : shape[0], : shape[1]]


def counted_as(x: Any, w: Any, s: Pair, p: Pair, spanned: Pair) -> Pair:
    """Count the placements of a kernel that spans so many rows and columns."""
    down, across = (
        (n + 2 * m - k) // step + 1 for n, m, k, step in zip(x.shape[2:], p, spanned, s)
    )
    return down, across


def indexed(
    case: Any, in_window: Any, in_offsets: Any, in_channels: Any = None
) -> np.ndarray:
    """Gather with an index whose rows, or channels, lie so many positions apart."""
    x, w, s, p, d = case
    image, (n_kernels, channels, *size) = padded(x, p, p), w.shape
    sizes = tuple(image.shape[2:])
    count = outputs(sizes, spans(size, d), s)
    step = image.shape[2] * image.shape[3] if in_channels is None else in_channels
    window = np.arange(channels)[:, None] * step + listed(size, in_window, d)
    index = listed(count, in_offsets, s)[:, None] + window.ravel()
    out = image.reshape(len(x), -1)[:, index] @ w.reshape(n_kernels, -1).T
    made: np.ndarray = out.transpose(0, 2, 1).reshape(len(x), n_kernels, *count)
    return made
