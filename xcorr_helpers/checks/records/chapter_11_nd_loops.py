"""Chapter 11: windows of several axes that are made in a loop, and go wrong in it."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_11_nd_steps import Sizes, window
from .chapter_11_parts import Mistakes


def _by_loop(start: np.ndarray, i: Sizes, k: Sizes) -> np.ndarray:
    made = start
    for size, count in zip(i, k):
        made = (made[:, None] * size + np.arange(count)).ravel()
    return made


def _never_flat(i: Sizes, k: Sizes) -> np.ndarray:
    made = np.zeros(1, dtype=int)
    for size, count in zip(i, k):
        made = made[:, None] * size + np.arange(count)
    return made


def _never_flat_from_the_back(i: Sizes, k: Sizes) -> np.ndarray:
    made, step = np.zeros(1, dtype=int), 1
    for size, count in zip(i[::-1], k[::-1]):
        made = (np.arange(count) * step)[:, None] + made
        step = step * size
    return made


def _in_brackets(i: Sizes, k: Sizes) -> np.ndarray:
    positions = np.arange(np.prod(i)).reshape(i)
    slices: Any = [slice(count) for count in k]
    return np.asarray(positions[slices]).ravel()


LOOPS: Mistakes = (
    (
        "the window is made flat too late: with ravel() in the loop, after each axis, "
        "the next one finds a vector",
        _never_flat,
    ),
    (
        "the window is made flat too late: with ravel() in the loop, after each axis, "
        "the next one finds a vector",
        lambda i, k: _never_flat(i, k).ravel(),
    ),
    (
        "the window is made flat too late: with ravel() in the loop, after each axis, "
        "the next one finds a vector",
        _never_flat_from_the_back,
    ),
    (
        "the window starts from an empty list, and stays empty: it starts from one "
        "position, np.zeros(1)",
        lambda i, k: np.zeros(0, dtype=int),
    ),
    (
        "the first axis is counted twice, once before the loop: the window starts from "
        "one position, 0",
        lambda i, k: _by_loop(np.arange(k[0]), i, k),
    ),
    (
        "a list of slices is no index: tuple(...) makes one of it, with a slice for "
        "each axis",
        _in_brackets,
    ),
    (
        "the last axis is left out, places and step: every axis of the shapes belongs "
        "to the window",
        lambda i, k: window(i[:-1], k[:-1]) if len(i) > 1 else np.zeros(1, dtype=int),
    ),
)
