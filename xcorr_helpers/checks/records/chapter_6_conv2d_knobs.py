"""Chapter 6: what goes wrong with the knobs of a layer."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_6_conv2d_parts import (
    counted_as,
    layer,
    of_size,
    padded,
    placed,
)
from .chapter_6_parts import Pair, spans


def _around(before: Any, after: Any, **how: Any) -> Any:
    """Make a program that pads otherwise; what it needs is told by the padding."""

    def program(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
        return placed(padded(x, before(p), after(p), **how), w, s, d)

    return program


def _negative(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
    """Read what lies above and left as Python does, from the end."""
    rows, columns = (np.arange(-m, n + m) for n, m in zip(x.shape[2:], p))
    inside = (rows < x.shape[2])[:, None] & (columns < x.shape[3])
    image = x[:, :, rows[:, None] % x.shape[2], columns % x.shape[3]] * inside
    return placed(image, w, s, d)


def _without_first(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
    image = x.copy()
    image[:, :, 0] = image[:, :, :, 0] = 0
    return layer(image, w, s, p, d)


def _same(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
    whole = [span - 1 for span in spans(w.shape[2:], d)]
    before = whole[0] // 2, whole[1] // 2
    after = whole[0] - before[0], whole[1] - before[1]
    return placed(padded(x, before, after), w, s, d)


def _size(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> Pair:
    return counted_as(x, w, s, p, spans(w.shape[2:], d))


def _spread(x: Any, d: Pair) -> np.ndarray:
    image = np.zeros((*x.shape[:2], *spans(x.shape[2:], d)))
    image[:, :, :: d[0], :: d[1]] = x
    return image


IN_KNOBS: tuple[tuple[str, Any], ...] = (
    (
        "the padding is left out",
        lambda x, w, s, p, d: layer(x, w, s, (0, 0), d),
    ),
    (
        "the two paddings are exchanged: the first is for the top and the bottom",
        lambda x, w, s, p, d: layer(x, w, s, p[::-1], d),
    ),
    (
        "the rows' padding stands for the columns', too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, s, (p[0], p[0]), d),
    ),
    (
        "the columns' padding stands for the rows', too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, s, (p[1], p[1]), d),
    ),
    (
        "only the rows are padded: zeros go to the left and the right, too",
        lambda x, w, s, p, d: layer(x, w, s, (p[0], 0), d),
    ),
    (
        "only the columns are padded: zeros go to the top and the bottom, too",
        lambda x, w, s, p, d: layer(x, w, s, (0, p[1]), d),
    ),
    (
        "zeros at the bottom and the right are missing, or not counted",
        _around(lambda p: p, lambda p: (0, 0)),
    ),
    (
        "zeros at the top and the left are missing: both sides get p",
        _around(lambda p: (0, 0), lambda p: p),
    ),
    (
        "padding is (rows, columns); np.pad takes a bare pair as (before, after)",
        _around(lambda p: (p[0], p[0]), lambda p: (p[1], p[1])),
    ),
    (
        "the padding is there twice on each side",
        lambda x, w, s, p, d: layer(x, w, s, (2 * p[0], 2 * p[1]), d),
    ),
    (
        "the padding repeats the edge's pixels: it is made of zeros",
        _around(lambda p: p, lambda p: p, mode="edge"),
    ),
    (
        "the padding is made of the image's other end: it is made of zeros",
        _around(lambda p: p, lambda p: p, mode="wrap"),
    ),
    (
        "negative rows and columns are read from the image's end: they are zeros",
        _negative,
    ),
    (
        "row 0 and column 0 are taken for padding: what lies inside is >= 0, not > 0",
        _without_first,
    ),
    (
        "the padding is that of `same`, whatever is given",
        _same,
    ),
    (
        "the output is counted without the padding, so its last ones are missing",
        lambda x, w, s, p, d: of_size(layer(x, w, s, p, d), _size(x, w, s, (0, 0), d)),
    ),
    (
        "the stride is left out",
        lambda x, w, s, p, d: layer(x, w, (1, 1), p, d),
    ),
    (
        "the two strides are exchanged: the first is down, the second across",
        lambda x, w, s, p, d: layer(x, w, s[::-1], p, d),
    ),
    (
        "the stride down is used across, too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, (s[0], s[0]), p, d),
    ),
    (
        "the stride across is used down, too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, (s[1], s[1]), p, d),
    ),
    (
        "the stride across is left out",
        lambda x, w, s, p, d: layer(x, w, (s[0], 1), p, d),
    ),
    (
        "the stride down is left out",
        lambda x, w, s, p, d: layer(x, w, (1, s[1]), p, d),
    ),
    (
        "the stride is applied twice: what has it is sliced again",
        lambda x, w, s, p, d: layer(x, w, (s[0] ** 2, s[1] ** 2), p, d),
    ),
    (
        "as many placements as fit, but next to each other: multiply by the stride",
        lambda x, w, s, p, d: of_size(layer(x, w, (1, 1), p, d), _size(x, w, s, p, d)),
    ),
    (
        "the image itself is thinned out: the stride moves the placements, no pixel",
        lambda x, w, s, p, d: layer(x[:, :, :: s[0], :: s[1]], w, (1, 1), p, d),
    ),
    (
        "the padded image is thinned out: the stride moves the placements, no pixel",
        lambda x, w, s, p, d: placed(
            padded(x, p, p)[:, :, :: s[0], :: s[1]], w, (1, 1), d
        ),
    ),
    (
        "the first placement is left out: the slice with the stride starts at 0",
        lambda x, w, s, p, d: layer(x, w, (1, 1), p, d)[:, :, 1 :: s[0], 1 :: s[1]],
    ),
    (
        "the + 1 of the output's size is forgotten: the first placement counts, too",
        lambda x, w, s, p, d: layer(x, w, s, p, d)[:, :, :-1, :-1],
    ),
    (
        "a dilated kernel spans (k - 1) * d + 1 pixels, not k * d",
        lambda x, w, s, p, d: of_size(
            layer(x, w, s, p, d),
            counted_as(x, w, s, p, tuple(np.multiply(w.shape[2:], d))),
        ),
    ),
    (
        "the dilation is left out",
        lambda x, w, s, p, d: layer(x, w, s, p, (1, 1)),
    ),
    (
        "the two dilations are exchanged: the first is down, the second across",
        lambda x, w, s, p, d: layer(x, w, s, p, d[::-1]),
    ),
    (
        "the dilation down is used across, too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, s, p, (d[0], d[0])),
    ),
    (
        "the dilation across is used down, too: it has two numbers",
        lambda x, w, s, p, d: layer(x, w, s, p, (d[1], d[1])),
    ),
    (
        "the dilation across is left out",
        lambda x, w, s, p, d: layer(x, w, s, p, (d[0], 1)),
    ),
    (
        "the dilation down is left out",
        lambda x, w, s, p, d: layer(x, w, s, p, (1, d[1])),
    ),
    (
        "a dilation is a step from value to value, not the number of pixels left out",
        lambda x, w, s, p, d: layer(x, w, s, p, (d[0] + 1, d[1] + 1)),
    ),
    (
        "the dilation is in the output's size only: the kernel's values lie apart, too",
        lambda x, w, s, p, d: of_size(layer(x, w, s, p, (1, 1)), _size(x, w, s, p, d)),
    ),
    (
        "the kernel's values are repeated to fill the gaps: what lies there counts 0",
        lambda x, w, s, p, d: layer(x, w.repeat(d[0], 2).repeat(d[1], 3), s, p, (1, 1)),
    ),
    (
        "the image is dilated, with zeros between its pixels: the kernel should be",
        lambda x, w, s, p, d: layer(_spread(x, d), w, s, p, (1, 1)),
    ),
    (
        "all three knobs are left out",
        lambda x, w, s, p, d: layer(x, w, (1, 1), (0, 0), (1, 1)),
    ),
    (
        "the first number of each pair is used for rows and columns alike",
        lambda x, w, s, p, d: layer(x, w, *[(n[0], n[0]) for n in (s, p, d)]),
    ),
    (
        "the last number of each pair is used for rows and columns alike",
        lambda x, w, s, p, d: layer(x, w, *[(n[1], n[1]) for n in (s, p, d)]),
    ),
    (
        "all three pairs are taken as (columns, rows)",
        lambda x, w, s, p, d: layer(x, w, s[::-1], p[::-1], d[::-1]),
    ),
    (
        "the output is padded, not the image",
        lambda x, w, s, p, d: padded(layer(x, w, s, (0, 0), d), p, p),
    ),
)
