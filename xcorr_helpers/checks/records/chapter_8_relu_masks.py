"""Chapter 8: wrong masks on the way back through ReLU."""

from __future__ import annotations

import numpy as np

from .._exercise import Program


def _elsewhere(other: float) -> Program:
    return lambda g, m: np.where(m > 0, g, other)


def _times(factor: float) -> Program:
    """Let a part of the gradient pass where the map is not above 0."""
    return lambda g, m: np.where(m > 0, g, factor * g)


_SIGN = "ask for the sign of the map, not of the gradient: the map is what ReLU has cut"

MASKS = (
    (_SIGN, lambda g, m: g * (g > 0)),
    (
        "the gradient passes where the map is above zero, also if it is negative "
        "itself: its own sign does not count",
        lambda g, m: g * ((g > 0) & (m > 0)),
    ),
    (
        "the gradient passes where either it or the map is above zero: only the map "
        "counts",
        lambda g, m: g * ((g > 0) | (m > 0)),
    ),
    (
        "the gradient passes where it and the map have one sign: only the map's counts",
        lambda g, m: g * (g * m > 0),
    ),
    (
        "the gradient passes where the map is above it: the map is compared with 0",
        lambda g, m: g * (m > g),
    ),
    (
        "where the map is 0, ReLU has cut, too: > 0, not >= 0; nothing passes there",
        lambda g, m: g * (m >= 0),
    ),
    (
        "half of the gradient passes where the map is 0: nothing does",
        lambda g, m: g * np.heaviside(m, 0.5),
    ),
    (
        "the wrong half passes: > 0, not < 0",
        lambda g, m: g * (m < 0),
    ),
    (
        "the mask is the wrong way round: the gradient passes where the map is above "
        "zero, and is 0 elsewhere",
        lambda g, m: g * (m <= 0),
    ),
    (
        "where the map is below zero, nothing passes: > 0, not != 0 (bool and abs "
        "lose the sign)",
        lambda g, m: g * (m != 0),
    ),
    ("all of the gradient passes: the map's mask stops some", lambda g, m: g),
    ("nothing passes: where the map is above zero, all does", lambda g, m: 0 * g),
    (
        "this is the way forward, ReLU of the maps: backward, the gradient passes",
        lambda g, m: m * (m > 0),
    ),
    (
        "gradient and map are exchanged: the map's mask multiplies the gradient",
        lambda g, m: m * (g > 0),
    ),
    (
        "the gradient is multiplied by ReLU of the map: by its slope, 1 or 0, the mask "
        "alone",
        lambda g, m: g * m * (m > 0),
    ),
    (
        "the gradient is multiplied by the whole map: it is to be, by the mask, "
        "maps > 0",
        lambda g, m: g * m,
    ),
    (
        "the gradient is multiplied by the map's sign, so it is turned below zero: 0 "
        "is due there",
        lambda g, m: g * np.sign(m),
    ),
    (
        "where the map is not above zero, the gradient's sign is turned, as for "
        "abs: 0 is due",
        lambda g, m: np.where(m > 0, g, -g),
    ),
    (
        "this is the mask, or the slope: it is to be multiplied by the gradient",
        lambda g, m: (m > 0) * 1.0,
    ),
    (
        "the product is compared, not the map: put brackets around it, "
        "gradient * (maps > 0)",
        lambda g, m: (g * m > 0) * 1.0,
    ),
    (
        "where the map is not above zero, the map itself stands: 0 is due",
        lambda g, m: np.where(m > 0, g, m),
    ),
    (
        "where the map is not above zero, 1 stands: 0 is due (* by the mask gives 0, "
        "** gives 1)",
        _elsewhere(1),
    ),
    ("where the map is not above zero, -1 stands: 0 is due", _elsewhere(-1)),
    (
        "where the map is not above zero, NaN stands: 0 is due, as in np.zeros",
        _elsewhere(np.nan),
    ),
    (
        "the gradient is divided by the mask, and by its zeros: multiply by it",
        lambda g, m: np.where(m > 0, g, np.where(g == 0, np.nan, np.sign(g) * np.inf)),
    ),
    ("where the map is not above zero, a tenth passes, as in leaky ReLU", _times(0.1)),
    (
        "where the map is not above zero, a hundredth passes, as in leaky ReLU",
        _times(0.01),
    ),
    (
        "two slips: a tenth passes below zero, as in leaky ReLU, and all of it at zero",
        lambda g, m: g * np.where(m >= 0, 1, 0.1),
    ),
    ("the gradient passes only above 1: ReLU cuts at 0", lambda g, m: g * (m > 1)),
    (
        "the gradient passes from 1 on only: ReLU cuts at 0 (ints would lose what is "
        "between)",
        lambda g, m: g * (m >= 1),
    ),
    (
        "up to a half, nothing passes: is the map rounded, or compared with 0.5? ReLU "
        "cuts at 0",
        lambda g, m: g * (m > 0.5),
    ),
    ("the gradient passes above -1: ReLU cuts at 0", lambda g, m: g * (m > -1)),
    (
        "the map is compared with its mean: ReLU cuts at 0",
        lambda g, m: g * (m > m.mean()),
    ),
    (
        "from 6 on, nothing passes, as in ReLU6: here all does",
        lambda g, m: g * ((m > 0) & (m < 6)),
    ),
    (
        "above 6, nothing passes, as in ReLU6: here all does",
        lambda g, m: g * ((m > 0) & (m <= 6)),
    ),
    (
        "from 1 on, nothing passes: ReLU has no upper end",
        lambda g, m: g * ((m > 0) & (m < 1)),
    ),
    (
        "above 1, nothing passes: ReLU has no upper end",
        lambda g, m: g * ((m > 0) & (m <= 1)),
    ),
    (
        "the map is made bytes, in which negative numbers become positive",
        lambda g, m: g * (m.astype(int).astype(np.uint8) > 0),
    ),
    (
        "the maps are read column by column: .ravel() and .reshape() in one order",
        lambda g, m: g * (np.ravel(m, "F").reshape(m.shape) > 0),
    ),
    (
        "the map is read from its end: each number's own place decides",
        lambda g, m: g * (np.flip(m) > 0),
    ),
    (
        "each number is stopped or not by the one before it: its own place decides",
        lambda g, m: g * (np.roll(m, 1) > 0),
    ),
    (
        "the map of the first image decides for all images: each has its own",
        lambda g, m: g * (m[:1] > 0),
    ),
    (
        "the first map of each pixel decides for all its maps: each has its own",
        lambda g, m: g * (m[..., :1] > 0),
    ),
    (
        "the maps of a pixel are added before they are asked: each decides for itself",
        lambda g, m: g * (m.sum(-1, keepdims=True) > 0),
    ),
    (
        "a pixel passes if any of its maps is above zero: each decides for itself",
        lambda g, m: g * np.any(m > 0, -1, keepdims=True),
    ),
    (
        "a pixel passes only if all its maps are above zero: each decides for itself",
        lambda g, m: g * np.all(m > 0, -1, keepdims=True),
    ),
    (
        "all passes if any number of the maps is above zero: each decides for itself",
        lambda g, m: g * np.any(m > 0),
    ),
    (
        "all passes only if all numbers of the maps are above zero: each decides for "
        "itself",
        lambda g, m: g * np.all(m > 0),
    ),
    (
        "the gradient stands where the map is not above zero, and the map where it is: "
        "the gradient, and 0, are due",
        lambda g, m: np.where(m > 0, m, g),
    ),
    (
        "where the map is 0, 0 / 0 is NaN: ask maps > 0, without a division",
        lambda g, m: np.where(m == 0, np.nan, g * (m > 0)),
    ),
    (
        "the map, clipped to 0 and 1, stands for the mask: between, it is a fraction",
        lambda g, m: g * np.clip(m, 0, 1),
    ),
    (
        "the gradient times the map is cut off at zero: it is the mask, maps > 0, that "
        "multiplies",
        lambda g, m: np.maximum(g * m, 0),
    ),
)
