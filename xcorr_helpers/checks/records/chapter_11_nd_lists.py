"""Chapter 11: what is listed in the place of a window of several axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_11_nd_steps import Sizes, behind, box, outputs, window
from .chapter_11_parts import Mistakes


def _box(i: Sizes, k: Sizes) -> np.ndarray:
    return box(k, behind(i))


def _offsets(i: Sizes, k: Sizes) -> np.ndarray:
    return box(outputs(i, k), behind(i)).ravel()


def _sized(i: Sizes, k: Sizes) -> np.ndarray:
    return box(k, behind(i)).ravel()


def _of_two(i: Sizes, k: Sizes) -> np.ndarray:
    height, width = i
    rows, columns = k
    return window((height, width), (rows, columns))


def _of_three(i: Sizes, k: Sizes) -> np.ndarray:
    frames, height, width = i
    times, rows, columns = k
    return window((frames, height, width), (times, rows, columns))


def _last_two(i: Sizes, k: Sizes) -> np.ndarray:
    return window(i[-2:], k[-2:])


def _first_two(i: Sizes, k: Sizes) -> np.ndarray:
    return window(i[:2], k[:2])


def _side_by_side(i: Sizes, k: Sizes) -> Any:
    """Add ranges without an axis for each."""
    total: Any = 0
    for length, step in zip(k, behind(i)):
        total = total + np.arange(length) * step
    return total


LISTS: Mistakes = (
    (
        "the window is a vector: ravel() makes it flat",
        _box,
    ),
    (
        "two sizes are unpacked: a loop goes through as many as there are, here "
        "{image_shape}",
        _of_two,
    ),
    (
        "three sizes are unpacked: a loop goes through as many as there are, here "
        "{image_shape}",
        _of_three,
    ),
    (
        "only the last two axes are counted: every axis of the shapes belongs to the "
        "window",
        _last_two,
    ),
    (
        "only the first two axes are counted: every axis of the shapes belongs to the "
        "window",
        _first_two,
    ),
    (
        "only the last axis is counted: every axis of the shapes belongs to the window",
        lambda i, k: np.arange(k[-1]),
    ),
    (
        "only the first axis is there: every axis of the shapes belongs to the window",
        lambda i, k: np.arange(k[0]) * behind(i)[0],
    ),
    (
        "the first axis is left out, or has only its first place: the kernel is "
        "{kernel_shape[0]} long there",
        lambda i, k: _sized(i, (1, *k[1:])),
    ),
    (
        "the kernel's sizes stand in reverse order: axes of both shapes go together",
        lambda i, k: _sized(i, k[::-1]),
    ),
    (
        "the window runs through its first axis fastest: the last one goes fastest, as "
        "in kernel.ravel()",
        lambda i, k: _box(i, k).T.ravel(),
    ),
    (
        "both are read in Fortran's order, the first axis fastest: here the last one "
        "goes fastest",
        lambda i, k: box(k, behind(i[::-1])[::-1]).T.ravel(),
    ),
    (
        "each position is one too large: the first is 0",
        lambda i, k: window(i, k) + 1,
    ),
    (
        "every axis is counted from 1: the first place of each is 0",
        lambda i, k: window(i, k) + sum(behind(i)),
    ),
    (
        "the window is listed backwards, as for a convolution: the first value comes "
        "first",
        lambda i, k: window(i, k)[::-1],
    ),
    (
        "the last place of each axis is missing: do the ranges end too early?",
        lambda i, k: _sized(i, tuple(n - 1 for n in k)),
    ),
    (
        "each axis has a place too many: do the ranges end too late?",
        lambda i, k: _sized(i, tuple(n + 1 for n in k)),
    ),
    (
        "the last position is missing: does the loop end too early?",
        lambda i, k: window(i, k)[:-1],
    ),
    (
        "these are all positions of the image: the kernel reads a part of them",
        lambda i, k: np.arange(np.prod(i)),
    ),
    (
        "these are the offsets, one for each placement: the window has one for each "
        "kernel value",
        _offsets,
    ),
    (
        "this is the whole index: its first row is the window asked for",
        lambda i, k: _offsets(i, k)[:, None] + window(i, k),
    ),
    (
        "this is the window of the last placement: the first one is asked for",
        lambda i, k: window(i, k) + _offsets(i, k)[-1],
    ),
    (
        "the axes' ranges stand one after the other: each place of one is to meet each "
        "of the others",
        lambda i, k: np.concatenate([np.arange(n) * s for n, s in zip(k, behind(i))]),
    ),
    (
        "the axes share one axis where they are added: x[:, None] makes each meet each",
        _side_by_side,
    ),
    (
        "these are the places along each axis, a row for each: a position adds up "
        "their steps",
        lambda i, k: np.argwhere(np.ones(k)),
    ),
    (
        "these are the places along each axis, an array for each: a position adds up "
        "their steps",
        lambda i, k: np.indices(k),
    ),
    (
        "these are the places along each axis, made flat: a position adds up their "
        "steps",
        lambda i, k: np.indices(k).ravel(),
    ),
    (
        "this is a mask, 1 where the kernel reads: np.flatnonzero lists the positions",
        lambda i, k: np.isin(np.arange(np.prod(i)), window(i, k)).astype(int),
    ),
    (
        "the window is centred on the first place: it starts there",
        lambda i, k: window(i, k) - sum(n // 2 * step for n, step in zip(k, behind(i))),
    ),
    (
        "there is an axis of length 1 in front: the window is a vector",
        lambda i, k: window(i, k)[None],
    ),
    (
        "only the last part of the window is there: is the list made anew each time?",
        lambda i, k: _box(i, k).reshape(-1, k[-1])[-1],
    ),
    (
        lambda i, k: f"only the start of each row is there: each has {k[-1]} values",
        lambda i, k: _box(i, k).reshape(-1, k[-1])[:, 0],
    ),
)
