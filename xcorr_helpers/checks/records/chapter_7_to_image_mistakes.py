"""Chapter 7: what goes wrong on the way back to the image."""

from __future__ import annotations

import numpy as np

from .chapter_7_parts import (
    Shape,
    cut_or_padded,
    full,
    index_of,
    last_wins,
    scattered,
    turned,
)
from .chapter_7_to_image_places import PLACES
from .chapter_7_to_image_sums import SUMS


def _in_ints(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    gradient = np.zeros(s, dtype=int)
    for i, j in np.ndindex(k.shape):
        gradient[i : i + g.shape[0], j : j + g.shape[1]] += g * k[i, j]
    return gradient


def _in_bytes(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    flat = np.zeros(s[0] * s[1], dtype=np.int8)
    np.add.at(flat, index_of(s, k.shape), np.outer(g, k))
    return flat.reshape(s)


def _valid(g: np.ndarray, k: np.ndarray) -> np.ndarray:
    start = [min(pair) - 1 for pair in zip(g.shape, k.shape)]
    stop = [max(pair) for pair in zip(g.shape, k.shape)]
    return full(g, k)[start[0] : stop[0], start[1] : stop[1]]


def _run_on(g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    index = np.arange(g.size)[:, None] + np.arange(k.size)
    flat = np.zeros(s[0] * s[1] + g.size + k.size)
    np.add.at(flat, index, np.outer(g, k))
    return flat[: s[0] * s[1]].reshape(s)


def _half(k: np.ndarray) -> Shape:
    return k.shape[0] // 2, k.shape[1] // 2


MISTAKES = (
    *PLACES,
    *SUMS,
    (
        "there is no jump at the end of a row: the positions of a placement are not "
        "neighbours throughout",
        _run_on,
    ),
    (
        "positions are counted from 1, and the last comes in again at 0",
        lambda g, k, s: np.roll(full(g, k), 1),
    ),
    (
        "positions are counted from 1, so the last one lies outside: the first is 0",
        lambda g, k, s: scattered(index_of(s, k.shape) + 1, np.outer(g, k), s),
    ),
    (
        "the image's height and width are exchanged in the index, and so are the "
        "kernel's",
        lambda g, k, s: scattered(index_of(s[::-1], k.shape[::-1]), np.outer(g, k), s),
    ),
    (
        "the index has not one row for each growth: are height and width exchanged in "
        "it, the image's or the kernel's?",
        lambda g, k, s: scattered(index_of(s, k.shape[::-1]), np.outer(g, k), s),
    ),
    (
        "@ adds all products to one number: np.outer keeps each, a row for each "
        "placement",
        lambda g, k, s: scattered(index_of(s, k.shape), g.ravel() @ k.ravel(), s),
    ),
    (
        "index and shares go by different orders, placements first or kernel values "
        "first: .T turns one of them, a reshape does not",
        lambda g, k, s: scattered(index_of(s, k.shape), np.outer(k, g), s),
    ),
    (
        "index and shares go by different orders, placements first or kernel values "
        "first: .T turns one of them, a reshape does not",
        lambda g, k, s: scattered(
            index_of(s, k.shape), np.outer(k, g).reshape(g.size, k.size), s
        ),
    ),
    (
        "index and shares go by different orders, placements first or kernel values "
        "first: .T turns one of them, a reshape does not",
        lambda g, k, s: scattered(
            index_of(s, k.shape).T, np.outer(g, k).reshape(k.size, g.size), s
        ),
    ),
    (
        "the kernel is read column by column, the index row by row: kernel.ravel()",
        lambda g, k, s: full(g, k.T.reshape(k.shape)),
    ),
    (
        "the growths are read column by column, the index row by row",
        lambda g, k, s: full(g.T.reshape(g.shape), k),
    ),
    (
        "the target is not flat, and the positions run out of its rows: make zeros of "
        "height * width, and reshape at the end",
        lambda g, k, s: np.add.at(np.zeros(s), index_of(s, k.shape), np.outer(g, k)),
    ),
    (
        "the target is as small as the output: it takes a number for each pixel, "
        "height * width",
        lambda g, k, s: scattered(index_of(s, k.shape), np.outer(g, k), g.shape),
    ),
    (
        "the target holds whole numbers only: np.zeros without dtype=int holds floats",
        _in_ints,
    ),
    (
        "nothing arrives: is it added to a copy? flatten() makes one, and an index in "
        "brackets, too",
        lambda g, k, s: np.zeros(s),
    ),
    (
        "the kernel is left out: each share is a growth times a kernel value",
        lambda g, k, s: full(g, np.ones(k.shape)),
    ),
    (
        "the growths are left out: each share is a growth times a kernel value",
        lambda g, k, s: full(np.ones(g.shape), k),
    ),
    (
        "this counts how often each pixel is read: np.bincount needs the shares as "
        "weights",
        lambda g, k, s: full(np.ones(g.shape), np.ones(k.shape)),
    ),
    (
        "growth and kernel value are added: each share is their product",
        lambda g, k, s: full(g, np.ones(k.shape)) + full(np.ones(g.shape), k),
    ),
    (
        "the target's 8 bits hold -128 to 127: np.zeros without dtype holds floats",
        _in_bytes,
    ),
    (
        "each share is cut to a whole number before it is added: without astype(int), "
        "and in np.zeros without dtype=int, it stays what it is",
        lambda g, k, s: scattered(index_of(s, k.shape), np.trunc(np.outer(g, k)), s),
    ),
    (
        "each pixel of a window gets the growth times the sum of the kernel: it is "
        "times the one value that met it",
        lambda g, k, s: full(g, np.full(k.shape, k.sum())),
    ),
    (
        "each placement sends back the mean of all growths: it has its own",
        lambda g, k, s: full(np.full(g.shape, g.mean()), k),
    ),
    (
        "each placement sends back the sum of all growths: it has its own",
        lambda g, k, s: full(np.full(g.shape, g.sum()), k),
    ),
    (
        "it is divided by the number of placements: shares are added, not averaged",
        lambda g, k, s: full(g, k) / g.size,
    ),
    (
        "it is divided by the number of kernel values: shares are added, not averaged",
        lambda g, k, s: full(g, k) / k.size,
    ),
    (
        "it is divided by the number of pixels: shares are added, not averaged",
        lambda g, k, s: full(g, k) / (s[0] * s[1]),
    ),
    (
        "this has the kernel's shape, {kernel.shape}, and adds the growths: asked for "
        "is a number for each pixel",
        lambda g, k, s: np.full(k.shape, g.sum()),
    ),
    (
        "these are the growths with zeros behind them: each has to be multiplied by "
        "the kernel, and sent to all pixels that it read",
        lambda g, k, s: cut_or_padded(g, s),
    ),
    (
        "the axes of image and channel are left on it: [0, :, :, 0] takes them off",
        lambda g, k, s: full(g, k)[None, :, :, None],
    ),
    (
        "it is flat: .reshape(image_shape) makes rows and columns of it",
        lambda g, k, s: full(g, k).ravel(),
    ),
    (
        "it is reshaped to (width, height): image_shape is (height, width)",
        lambda g, k, s: full(g, k).reshape(s[::-1]),
    ),
    (
        "it is transposed: the result has rows, then columns",
        lambda g, k, s: full(g, k).T,
    ),
    (
        "the correlation is 'same' and its kernel is not turned: 'full' keeps the "
        "border, and a gradient turns the kernel once",
        lambda g, k, s: cut_or_padded(full(g, turned(k)), g.shape, _half(k)),
    ),
    (
        "the correlation is 'same', centred, and its kernel is not turned: a placement "
        "starts at its top left",
        lambda g, k, s: cut_or_padded(full(g, turned(k)), s, _half(k)),
    ),
    (
        "the correlation is 'valid' and its kernel is not turned: this is a step "
        "forward, and a gradient goes back",
        lambda g, k, s: _valid(g, turned(k)),
    ),
    (
        "the kernel is turned, and where shares meet only the last is kept",
        lambda g, k, s: last_wins(index_of(s, k.shape), np.outer(g, turned(k)), s),
    ),
    (
        "it is flat, and where shares meet only the last is kept: np.add.at adds, "
        ".reshape(image_shape) folds",
        lambda g, k, s: last_wins(index_of(s, k.shape), np.outer(g, k), s).ravel(),
    ),
)
