"""Chapter 8: a wrong index on the way back of max pooling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._exercise import Program
from .chapter_8_max_pool_places import large
from .chapter_8_parts import Shape, column, index_of, scattered, windows_of


def _positions(shape: Shape, maps: np.ndarray, stride: int = 2) -> Any:
    """List where the winners stand, by an index that is made for a shape."""
    index = index_of(shape, stride)
    return index[np.arange(len(index)), _winners(maps, index)]


def _winners(maps: np.ndarray, index: np.ndarray) -> Any:
    return maps.ravel()[index].argmax(axis=1)


def _put(shape: Shape, at: Any, values: np.ndarray, add: bool) -> np.ndarray:
    flat = np.zeros(shape[0] * shape[1])
    if add:
        np.add.at(flat, at, values)
    else:
        flat[at] = values
    return flat.reshape(shape)


def _scatter(
    at: Callable[[np.ndarray], Any], add: bool, lay: Program = np.ravel
) -> Program:
    return lambda g, m: _put(m.shape, at(m), lay(g), add)


def _all_columns(maps: np.ndarray) -> np.ndarray:
    index = index_of(maps.shape)
    return index[:, _winners(maps, index)]


def _rows_of_index(maps: np.ndarray) -> Any:
    index = index_of(maps.shape)
    return index[_winners(maps, index)]


def _of_all(maps: np.ndarray) -> Any:
    index = index_of(maps.shape)
    return index.ravel()[maps.ravel()[index].argmax()]


def _along_windows(maps: np.ndarray) -> Any:
    index = index_of(maps.shape)
    return index[np.arange(len(index)), maps.ravel()[index].argmax(axis=0)]


def _row_step(step: Callable[[Shape], int]) -> Program:
    def program(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
        rows, cols = np.indices((2 * gradient.shape[0], 2 * gradient.shape[1]))
        return scattered(
            rows * step(maps.shape) + cols, large(gradient, maps), maps.shape
        )

    return program


def _into_the_map(gradient: np.ndarray, maps: np.ndarray, add: bool) -> np.ndarray:
    out = np.zeros(maps.shape)
    if add:
        np.add.at(out, _positions(maps.shape, maps), gradient.ravel())
    else:
        out[_positions(maps.shape, maps)] = gradient.ravel()
    return out


def _of_the_map(gradient: np.ndarray, maps: np.ndarray) -> Any:
    return maps[index_of(maps.shape)].argmax(axis=1)


def _by_map_shape(gradient: np.ndarray, maps: np.ndarray) -> np.ndarray:
    out = np.zeros(maps.shape)
    for row, col in np.ndindex(gradient.shape):
        window = maps[2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        i, j = np.unravel_index(window.argmax(), maps.shape)
        out[2 * row + i, 2 * col + j] = gradient[row, col]
    return out


def _flat_corner(maps: np.ndarray) -> Any:
    index = index_of(maps.shape)
    return index[:, 0] + _winners(maps, index)


_ONE = (
    "one place of each window is asked for: index[np.arange(len(index)), winners], not "
    "index[:, winners]"
)
_AXIS = (
    "a winner is looked for in each row of the windows, axis=1, not along all windows, "
    "axis=0"
)
_STRIDE = (
    "the index lacks the stride of 2: it holds more windows than the gradient has "
    "numbers"
)
_FLAT = (
    "the index holds flat positions: the target is flat until the end, then reshaped"
)
_RAVEL = (
    "gradient and winners do not fit: one number for each, .ravel(), and one winner in "
    "each window, argmax(axis=1)"
)

INDEX = (
    (
        "the winner's number in its window, 0 to 3, is taken for its place in the map: "
        "index[np.arange(n), winners]",
        _scatter(lambda m: _winners(m, index_of(m.shape)), True),
    ),
    (
        "the winner's number in its window, 0 to 3, is taken for a place, and the last "
        "overwrites the others",
        _scatter(lambda m: _winners(m, index_of(m.shape)), False),
    ),
    (
        "all goes to the largest of the whole map: each window has its own, axis=1",
        _scatter(lambda m: np.repeat(_of_all(m), len(index_of(m.shape))), True),
    ),
    (
        "the largest of the whole map is looked for, and gets the last number: each "
        "window has its own, axis=1",
        lambda g, m: _put(m.shape, _of_all(m), g.ravel()[-1], False),
    ),
    (_ONE, _scatter(_all_columns, False)),
    (
        "index[winners] takes whole windows: index[np.arange(len(index)), winners]",
        _scatter(_rows_of_index, True, column),
    ),
    (
        "index[winners] takes whole windows, and the last overwrites the others: "
        "index[np.arange(len(index)), winners]",
        _scatter(_rows_of_index, False, column),
    ),
    (_AXIS, _scatter(_along_windows, True)),
    (
        "the largest numbers are taken for places: argmax tells where they stand, max "
        "what they are",
        _scatter(lambda m: windows_of(m).max(axis=1), True),
    ),
    (
        _STRIDE,
        _scatter(lambda m: _positions(m.shape, m, 1), True),
    ),
    (
        _STRIDE,
        _scatter(lambda m: _positions(m.shape, m, 1), False),
    ),
    (
        _RAVEL,
        _scatter(lambda m: _positions(m.shape, m), False, lambda g: g),
    ),
    (
        "the index is made for a map of {maps.shape[1]} x {maps.shape[0]}: height and "
        "width are exchanged",
        _scatter(lambda m: _positions(m.shape[::-1], m), True),
    ),
    (
        "the row step must be the map's width, {maps.shape[1]}, not its height, "
        "{maps.shape[0]}",
        _row_step(lambda s: s[0]),
    ),
    (
        "the row step must be the map's width, {maps.shape[1]}, not the pooled map's, "
        "{gradient.shape[1]}",
        _row_step(lambda s: s[1] // 2),
    ),
    (
        "the row step must be the map's width, {maps.shape[1]}, not that of its even "
        "part, {gradient.shape[1]} * 2",
        _row_step(lambda s: s[1] // 2 * 2),
    ),
    (
        "the winner's number is added to the flat position of the corner: two of the "
        "four stand a row down",
        _scatter(_flat_corner, True),
    ),
    (
        "the winner's number is counted in a window of 2 x 2, not in the map: "
        "np.unravel_index(winner, (2, 2))",
        _by_map_shape,
    ),
    (_RAVEL, _scatter(lambda m: _positions(m.shape, m), True, lambda g: g)),
    (_FLAT, lambda g, m: _into_the_map(g, m, True)),
    (_FLAT, lambda g, m: _into_the_map(g, m, False)),
    (
        "the index holds flat positions: maps.ravel()[index], not maps[index]",
        _of_the_map,
    ),
)
