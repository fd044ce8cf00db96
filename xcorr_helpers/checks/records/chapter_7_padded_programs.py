"""Chapter 7: ways to the gradient of a padded image, in steps that may be wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import gather_sum, grid
from .chapter_7_parts import Shape, full, index_of, last_wins, turned

Target = Callable[[Shape, Shape], Shape]
Scatter = Callable[[np.ndarray, np.ndarray, Shape], np.ndarray]


def values(g: np.ndarray, k: np.ndarray, shape: Shape) -> np.ndarray:
    """Add all growths once for each kernel value."""
    wide = np.zeros(shape)
    for i, j in np.ndindex(k.shape):
        wide[i : i + g.shape[0], j : j + g.shape[1]] += g * k[i, j]
    return wide


def placements(g: np.ndarray, k: np.ndarray, shape: Shape) -> np.ndarray:
    """Add the kernel once for each placement."""
    wide = np.zeros(shape)
    for i, j in np.ndindex(g.shape):
        wide[i : i + k.shape[0], j : j + k.shape[1]] += g[i, j] * k
    return wide


def places(g: np.ndarray, k: np.ndarray, shape: Shape) -> np.ndarray:
    """Add one share after the other."""
    wide = np.zeros(shape)
    for row, column in np.ndindex(g.shape):
        for i, j in np.ndindex(k.shape):
            wide[row + i, column + j] += g[row, column] * k[i, j]
    return wide


def positions(g: np.ndarray, k: np.ndarray, shape: Shape) -> np.ndarray:
    """Add at flat positions, in a target of some shape."""
    return jumped(shape[1], shape[1], k.shape, g, k, shape)


def jumped(
    in_window: int,
    in_offsets: int,
    window: tuple[int, ...],
    g: np.ndarray,
    k: np.ndarray,
    shape: Shape,
) -> np.ndarray:
    offsets = grid(g.shape[0], g.shape[1], in_offsets).reshape(-1, 1)
    index = offsets + grid(window[0], window[1], in_window).ravel()
    flat = np.zeros(shape[0] * shape[1])
    np.add.at(flat, index, np.outer(g, k))
    return flat.reshape(shape)


SCATTERS: tuple[Scatter, ...] = (values, placements, places, positions)


def padded(s: Shape, p: Shape) -> Shape:
    return s[0] + 2 * p[0], s[1] + 2 * p[1]


def cut(wide: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    return wide[p[0] : p[0] + s[0], p[1] : p[1] + s[1]]


def scattered(
    scatter: Scatter,
    target: Target,
    crop: Any,
    g: np.ndarray,
    k: np.ndarray,
    s: Shape,
    p: Shape,
) -> np.ndarray:
    """Scatter into a target of some shape, and cut something out of it."""
    return cut(scatter(g, k, target(s, p)), *crop(s, p))


def indexed(jump: Any, g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Scatter by flat positions, with rows that jump by some width."""
    wide = padded(s, p)
    return cut(jumped(*jump(g, k, wide), k.shape, g, k, wide), s, p)


def sized(size: Any, g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Scatter by flat positions, with windows of another size."""
    wide = padded(s, p)
    return cut(jumped(wide[1], wide[1], size(k.shape), g, k, wide), s, p)


def windows(size: Any, g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Add the kernel to slices of another size."""
    wide = np.zeros(padded(s, p))
    height, width = size(k.shape)
    for i, j in np.ndindex(g.shape):
        wide[i : i + height, j : j + width] += g[i, j] * k
    return cut(wide, s, p)


def correlated(
    border: Any,
    crop: bool,
    turn: bool,
    g: np.ndarray,
    k: np.ndarray,
    s: Shape,
    p: Shape,
) -> np.ndarray:
    """Put zeros around the growths, and correlate."""
    around = np.pad(g, [(n, n) for n in border(k.shape, p)])
    wide = gather_sum(around, turned(k) if turn else k)
    return cut(wide, s, p) if crop else wide


def upper_left(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Correlate without zeros around the growths, and fill up with zeros."""
    inside = gather_sum(g, turned(k))
    gradient = np.zeros(s)
    gradient[: inside.shape[0], : inside.shape[1]] = inside
    return gradient


def folded(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Add to the upper and left edge what the border there gets."""
    wide = full(g, k)
    wide[p[0]] += wide[: p[0]].sum(0)
    wide[:, p[1]] += wide[:, : p[1]].sum(1)
    return cut(wide, s, p)


def last(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape, start: Shape) -> np.ndarray:
    """Keep the last share of each pixel, and crop from a start on."""
    wide = padded(s, p)
    made = last_wins(index_of(wide, k.shape), np.outer(g, k), wide)
    return cut(made, s, start)


def around(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Read the padded growths forward from each pixel."""
    made = gather_sum(np.pad(g, [(n, n) for n in p]), k)
    return made[: s[0], : s[1]]


def added(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Move all shares further from the border, and drop what lies outside."""
    gradient = np.zeros(s)
    inside = full(g, k)[: max(s[0] - p[0], 0), : max(s[1] - p[1], 0)]
    gradient[p[0] : p[0] + len(inside), p[1] : p[1] + inside.shape[1]] = inside
    return gradient


def exchanged(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Go through placements with rows and columns exchanged."""
    wide = np.zeros(padded(s, p))
    for i, j in np.ndindex(g.shape[1], g.shape[0]):
        wide[i : i + k.shape[0], j : j + k.shape[1]] += g[i, j] * k
    return cut(wide, s, p)


def emptied(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Put the border to 0, where it should be cropped off."""
    wide = np.zeros(padded(s, p))
    wide[p[0] : p[0] + s[0], p[1] : p[1] + s[1]] = cut(full(g, k), s, p)
    return wide


def outer(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """List the shares by kernel values first, the index by placements."""
    wide = padded(s, p)
    flat = np.zeros(wide[0] * wide[1])
    np.add.at(flat, index_of(wide, k.shape), np.outer(k, g))
    return cut(flat.reshape(wide), s, p)
