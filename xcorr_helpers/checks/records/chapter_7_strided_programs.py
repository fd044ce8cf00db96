"""Chapter 7: ways to the gradient of a strided kernel, in steps that may be wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._cases import gather_sum, grid
from .chapter_7_parts import Shape
from .chapter_7_strided_places import uncut

Steps = Callable[[Shape], Shape]


def dilated(
    steps: Steps, cut: bool, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Put the growths apart by some stride, correlate, and cut."""
    made = uncut(g, i, steps(s))
    return made[: ks[0], : ks[1]] if cut else made


def _multiplied(g: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    return g * pixels


def _turned_round(g: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    return pixels * g


def _letters(g: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    return np.einsum("ij,ij->", g, pixels)


# What multiplies: each stops with an error of its own.
JOINS = (_multiplied, _turned_round, _letters)


def slices(
    join: Any,
    steps: Steps,
    far: bool,
    size: Any,
    g: np.ndarray,
    i: np.ndarray,
    ks: Shape,
    s: Shape,
) -> np.ndarray:
    """Take a slice in steps for each kernel value, cut to the growths' number."""
    sizes = size(ks)
    gradient = np.zeros(sizes)
    down, across = steps(s)
    for a, b in np.ndindex(*sizes):
        top, left = (a * down, b * across) if far else (a, b)
        pixels = i[top::down, left::across][: g.shape[0], : g.shape[1]]
        gradient[a, b] = join(g, pixels).sum()
    return gradient


def uncut_slices(
    join: Any, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Take slices in steps, to the image's end."""
    gradient = np.zeros(ks)
    for a, b in np.ndindex(*ks):
        gradient[a, b] = join(g, i[a :: s[0], b :: s[1]]).sum()
    return gradient


def turned_slices(
    join: Any, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Take slices in steps, cut to the output's width and height."""
    gradient = np.zeros(ks)
    for a, b in np.ndindex(*ks):
        pixels = i[a :: s[0], b :: s[1]][: g.shape[1], : g.shape[0]]
        gradient[a, b] = join(g, pixels).sum()
    return gradient


def indexed(
    jump: Any, steps: Steps, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Gather by flat positions; the rows of window and offsets jump by some width."""
    in_window, in_offsets = jump(g, i, ks)
    down, across = steps(s)
    offsets = grid(*g.shape, in_offsets * down, across).reshape(-1, 1)
    index = offsets + grid(*ks, in_window).ravel()
    made: np.ndarray = i.ravel()[index].T @ g.ravel()
    return made.reshape(ks)


def sized(size: Any, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    """Gather windows of another size, by flat positions."""
    return indexed(by_width, same, g, i, size(ks), s)


def windows(
    steps: Steps, size: Any, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape
) -> np.ndarray:
    """Add a window for each placement, cut out by a slice."""
    height, width = size(ks)
    gradient = np.zeros((height, width))
    down, across = steps(s)
    for row, column in np.ndindex(*g.shape):
        top, left = row * down, column * across
        gradient += g[row, column] * i[top : top + height, left : left + width]
    return gradient


def same(sizes: Shape) -> Shape:
    return sizes


def back(sizes: Shape) -> Shape:
    return sizes[1], sizes[0]


def first(sizes: Shape) -> Shape:
    return sizes[0], sizes[0]


def second(sizes: Shape) -> Shape:
    return sizes[1], sizes[1]


def by_width(g: np.ndarray, i: np.ndarray, ks: Shape) -> Shape:
    return i.shape[1], i.shape[1]


def late(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    """Put the zeros before each growth, and correlate."""
    zeros = np.zeros((g.shape[0] * s[0], g.shape[1] * s[1]))
    zeros[s[0] - 1 :: s[0], s[1] - 1 :: s[1]] = g
    return gather_sum(i, zeros)[: ks[0], : ks[1]]
