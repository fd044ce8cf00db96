"""Chapter 8: wrong values and axes on the way back through ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np


def _passed(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    return gradient * (maps > 0)


def _up_to_last(gradient: np.ndarray, maps: np.ndarray, stop: int | None) -> np.ndarray:
    out = np.zeros(gradient.shape)
    out[:stop] = _passed(gradient, maps)[:stop]
    return out


def _if(gradient: np.ndarray, maps: np.ndarray) -> Any:
    return gradient if maps > 0 else np.zeros_like(gradient)


def _in_four_axes(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    _, _, _, _ = maps.shape
    return _passed(gradient, maps)


def _sigmoid(maps: np.ndarray) -> Any:
    return np.exp(-np.logaddexp(0.0, -maps.astype(float)))


_ONE_TRUTH = (
    "an array has no truth of its own: (maps > 0) is a mask, to multiply by, or for "
    "np.where"
)

VALUES = (
    (
        "the decimals of the gradient are lost: ints cannot hold them",
        lambda g, m: np.trunc(_passed(g, m)),
    ),
    (
        "the target has the maps' dtype, and where that is int, the gradient's "
        "decimals are cut off",
        lambda g, m: _passed(g, m).astype(m.dtype),
    ),
    (
        "the result has the mask's type, bool: what is not 0 became 1",
        lambda g, m: (_passed(g, m) != 0) * 1.0,
    ),
    (
        "the signs of the gradient are lost where it passes",
        lambda g, m: np.abs(_passed(g, m)),
    ),
    (
        "the result has the other sign: a step against the gradient comes later, in "
        "learning",
        lambda g, m: -_passed(g, m),
    ),
    (
        "only the sign of the gradient passes, as 1 or -1: all of it does",
        lambda g, m: np.sign(_passed(g, m)),
    ),
    (
        "the gradient is clipped between 0 and the map: what passes is not changed",
        lambda g, m: np.clip(g, 0, np.maximum(m, 0)),
    ),
    (
        "the smaller of gradient and ReLU of the map stands: no size is compared, only "
        "the map with 0",
        lambda g, m: np.minimum(g, np.maximum(m, 0)),
    ),
    (
        "the larger of gradient and map stands: only the map is compared, with 0",
        np.maximum,
    ),
    ("the mask is added to the gradient: multiply by it", lambda g, m: g + (m > 0)),
    (
        "the gradient is multiplied by itself: the mask is the only factor",
        lambda g, m: g * g * (m > 0),
    ),
    (
        "it is divided by the number of images: the loss has done so, once",
        lambda g, m: _passed(g, m) / len(m),
    ),
    (
        "it is divided by how many numbers pass: what passes is not changed",
        lambda g, m: _passed(g, m) / max(1, np.sum(m > 0)),
    ),
    (
        "it is divided by how many numbers there are: what passes is not changed",
        lambda g, m: _passed(g, m) / m.size,
    ),
    (
        "brackets choose what passes, and drop the rest: it keeps its place, with 0 "
        "elsewhere",
        lambda g, m: g[m > 0],
    ),
    (
        "brackets choose what passes on in the map: gradient * (maps > 0)",
        lambda g, m: m[m > 0],
    ),
    (
        "these are the places where it passes, not the gradient there",
        lambda g, m: np.argwhere(m > 0).T,
    ),
    (
        "@ adds over an axis: * multiplies place by place",
        lambda g, m: g @ (m > 0),
    ),
    (_ONE_TRUTH, _if),
    (
        "the last image is left at 0: the loop ends one too early",
        lambda g, m: _up_to_last(g, m, -1),
    ),
    (
        "the first image is left at 0: the loop starts at 0, not at 1",
        lambda g, m: _passed(g, m) - _up_to_last(g, m, 1),
    ),
    (
        "only the first image is there: is the return inside of the loop?",
        lambda g, m: _up_to_last(g, m, 1),
    ),
    (
        "this is the way back through a sigmoid",
        lambda g, m: g * _sigmoid(m) * (1 - _sigmoid(m)),
    ),
    (
        "this is the way back through softplus, a smooth ReLU",
        lambda g, m: g * _sigmoid(m),
    ),
    (
        "it needs maps of four axes: whatever the axes are, each number has its own "
        "place",
        _in_four_axes,
    ),
    (
        "it is added up over the images, as for a bias: each number keeps its place",
        lambda g, m: _passed(g, m).sum(0),
    ),
    (
        "two slips: the gradient's own sign is asked, and the gradient passes where it "
        "is not above zero",
        lambda g, m: np.minimum(g, 0),
    ),
    (
        "two slips: the mask is the wrong way round, and what is negative in the "
        "gradient is cut off",
        lambda g, m: np.maximum(g, 0) * (m <= 0),
    ),
    (
        "two slips: gradient and map are exchanged, and >= stands for >",
        lambda g, m: m * (g >= 0),
    ),
    (
        "two slips: it is added up over the images, and passes where the map is 0",
        lambda g, m: (g * (m >= 0)).sum(0),
    ),
    (
        "this is the answer to the example on the page, whatever is given",
        lambda g, m: np.array([3, 2, 1]),
    ),
)
