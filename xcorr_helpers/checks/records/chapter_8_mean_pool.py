"""Chapter 8: the way back of a pooling by the mean."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_8_mean_pool_places import PLACES, too_far
from .chapter_8_mean_pool_shares import SHARES
from .chapter_8_parts import Shape, in_slices, laid


def mean_pool_backward(function: Any) -> Result:
    """Judge the way back of a pooling that keeps the mean of each 2 x 2 window.

    Parameters
    ----------
    function : callable
        Called as `function(gradient, map_shape)`, with an array of shape (height // 2,
        width // 2) and (height, width) of the one map that was pooled. It returns an
        array of shape (height, width).

    Examples
    --------
    >>> result = mean_pool_backward(lambda gradient, map_shape: gradient / 4)
    mean_pool_backward: not yet.
      given     gradient = [[10, 20, 30],
                            [40, 50, 60]]
                map_shape = (4, 6)
      expected  shape (4, 6): row, column
      got       shape (2, 3)
                axis 0, row: 2 came, 4 expected
                axis 1, column: 3 came, 6 expected
      likely    nothing is spread: this has the shape of the pooled map, not of the map
      mind      it never reads `map_shape`
      draw      checks.show("mean_pool_backward", my_function)
    """
    return judge(MEAN_POOL_BACKWARD, function)


def _cases() -> list[Case]:
    dice = Dice(82)
    # The toy of the chapter; then early what tells apart: odd sizes, and one window.
    cases: list[Case] = [
        (10 * np.arange(1, 7).reshape(2, 3), (4, 6)),
        (np.array([[1.5, -6, 2.25, 3], [-0.75, 4, 8.5, -1]]), (5, 9)),
        (np.array([[3], [-5]]), (5, 3)),
        (np.array([[7.0]]), (3, 3)),
        (dice.quarters(3, 2), (7, 4)),
    ]
    shapes = [(4, 5), (6, 4), (4, 10), (11, 5), (6, 13), (8, 6), (12, 7), (6, 6)]
    shapes += [(3, 2), (2, 3), (2, 8), (9, 2), (2, 2)]
    for number, (height, width) in enumerate(shapes):
        values = dice.quarters if number % 2 else dice.whole
        gradient = values(height // 2, width // 2)
        gradient[0, 0] = 3  # a gradient of nothing but zeros would prove nothing
        cases.append((gradient, (height, width)))
    cases += [
        (dice.large(2, 4), (5, 8)),
        (dice.bytes(3, 4), (6, 9)),
        (np.asfortranarray(dice.quarters(3, 4)), (7, 8)),
    ]
    return cases


def _spread(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape)
    for row, column in np.ndindex(gradient.shape):
        four = out[2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
        four[...] = gradient[row, column] / 4
    return out


def _by_loops(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    height, width = map_shape
    out_height, out_width = gradient.shape
    out = np.zeros((height, width))
    for row in range(out_height):
        for column in range(out_width):
            share = gradient[row, column] / 4
            out[row * 2 : row * 2 + 2, column * 2 : column * 2 + 2] += share
    return out


def _by_index(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    height, width = map_shape
    out_height, out_width = gradient.shape
    rows = np.arange(2)
    columns = np.arange(2)
    window = (rows[:, None] * width + columns).ravel()
    down = np.arange(out_height) * 2
    across = np.arange(out_width) * 2
    offsets = (down[:, None] * width + across).ravel()
    index = offsets[:, None] + window
    flat = np.zeros(height * width)
    np.add.at(flat, index, gradient.ravel()[:, None] / 4)
    return flat.reshape(height, width)


def _into_ints(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape, int)
    out[:2, :2] += gradient[0, 0] / 4
    return out


def _by_open_steps(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape)
    for row, column in np.ndindex(2, 2):
        out[row::2, column::2] = gradient / 4
    return out


def _first_by_steps(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape)
    out[::2, ::2] = gradient / 4
    return out


def _in_one_piece(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    out = np.zeros(map_shape)
    out[:] = _large(gradient)
    return out


def _in_place(gradient: np.ndarray, map_shape: Shape) -> np.ndarray:
    gradient = gradient.copy()
    gradient /= 4
    return _spread(4 * gradient, map_shape)


def _large(gradient: np.ndarray) -> np.ndarray:
    return np.kron(gradient / 4, np.ones((2, 2)))


_REST = (
    "the four of each window do not fill an odd row or column: lay them into zeros of "
    "map_shape"
)

# Slips that some ways of writing it invite.
_STYLES = (
    (
        "the target holds ints, and += would put quarters into them: np.zeros without "
        "a dtype holds floats",
        _into_ints,
    ),
    (
        "the target has the gradient's dtype, and where that is int, the quarters are "
        "cut off",
        lambda g, s: _spread(g, s).astype(g.dtype),
    ),
    (
        "/= would write quarters into the array that was given: gradient / 4 makes a "
        "new one",
        _in_place,
    ),
    (too_far, _by_open_steps),
    (_REST, lambda g, s: _large(g).reshape(s)),
    (_REST, _in_one_piece),
    (
        "only the first pixel of each window gets its quarter: a step of 2 leaves out "
        "the other three",
        _first_by_steps,
    ),
    (
        "the target has the gradient's shape: it must have the map's, {map_shape}",
        lambda g, s: in_slices(g / 4, g.shape).astype(g.dtype),
    ),
    (
        "the target has the gradient's shape: it must have the map's, {map_shape}",
        lambda g, s: in_slices(g / 4, g.shape),
    ),
    (
        "each row holds its first window's share only: [a:b][c:d] cuts the rows twice, "
        "[a:b, c:d] rows and columns",
        lambda g, s: laid(np.repeat(np.repeat(g[:, :1] / 4, 2, 0), s[1], 1), s),
    ),
)

MEAN_POOL_BACKWARD = CodeExercise(
    name="mean_pool_backward",
    arguments=("gradient", "map_shape"),
    axes=("row", "column"),
    make_cases=_cases,
    reference=_spread,
    ways=(_by_loops, _by_index),
    image=1,
    mistakes=(*SHARES, *PLACES, *_STYLES),
)
