"""Chapter 11: the outputs of groups, put together in another way."""

from __future__ import annotations

import numpy as np

from .chapter_11_parts import Mistakes, grouped, parts


def _stacked(
    images: np.ndarray, kernels: np.ndarray, groups: int, axis: int
) -> np.ndarray:
    return np.stack(parts(images, kernels, groups), axis=axis)


def _reshaped(images: np.ndarray, kernels: np.ndarray, groups: int) -> np.ndarray:
    shape = grouped(images, kernels, groups).shape
    return _stacked(images, kernels, groups, 0).reshape(shape)


def _by_axis(axis: int, x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    return np.concatenate(parts(x, w, g), axis=axis)


JOINS: Mistakes = (
    (
        "the groups' outputs are interleaved, first the first of each: all of a group "
        "stand together, one group behind the other",
        lambda x, w, g: _stacked(x, w, g, -1).reshape(grouped(x, w, g).shape),
    ),
    (
        "the groups' outputs are stacked in front and then reshaped: a reshape moves "
        "no number, np.concatenate(parts, axis=-1) joins the kernels",
        _reshaped,
    ),
    (
        "the groups' outputs are an axis in front: np.concatenate(parts, axis=-1) "
        "joins them along the kernels",
        lambda x, w, g: _stacked(x, w, g, 0),
    ),
    (
        "the groups' outputs are an axis at the end: np.concatenate(parts, axis=-1) "
        "joins them along the kernels",
        lambda x, w, g: _stacked(x, w, g, -1),
    ),
    (
        "groups and kernels of a group are still two axes: a reshape to n_kernels "
        "makes them one",
        lambda x, w, g: _stacked(x, w, g, -2),
    ),
    (
        "the groups' outputs are joined along the images: axis=-1 joins the kernels",
        lambda x, w, g: _by_axis(0, x, w, g),
    ),
    (
        "the groups' outputs are joined along the rows: axis=-1 joins the kernels",
        lambda x, w, g: _by_axis(1, x, w, g),
    ),
    (
        "the groups' outputs are joined along the columns: axis=-1 joins the kernels",
        lambda x, w, g: _by_axis(2, x, w, g),
    ),
    (
        "the groups' outputs are added up: they stand side by side, each kernel has a "
        "map of its own",
        lambda x, w, g: sum(parts(x, w, g)),
    ),
    (
        "the groups' outputs are averaged: they stand side by side",
        lambda x, w, g: np.mean(parts(x, w, g), axis=0),
    ),
    (
        "only the first group's outputs are there: is the return inside of the loop?",
        lambda x, w, g: parts(x, w, g)[0],
    ),
    (
        "only the last group's outputs are there: each group has to be kept, and then "
        "joined",
        lambda x, w, g: parts(x, w, g)[-1],
    ),
    (
        "the groups' outputs stand in reverse order, the last group first",
        lambda x, w, g: np.concatenate(parts(x, w, g)[::-1], axis=-1),
    ),
    (
        "only the first group's outputs are written, the others stay 0",
        lambda x, w, g: _written(x, w, g, 0),
    ),
    (
        "only the last group's outputs are written, the others are 0: is the output "
        "made anew for each group?",
        lambda x, w, g: _written(x, w, g, g - 1),
    ),
    (
        "the first group's outputs are left at 0: groups are counted from 0",
        lambda x, w, g: grouped(x, w, g) - _written(x, w, g, 0),
    ),
    (
        "the last group's outputs are left at 0: does the loop end too early?",
        lambda x, w, g: grouped(x, w, g) - _written(x, w, g, g - 1),
    ),
    (
        "each group writes over the first one's outputs: its kernels begin at group * "
        "(n_kernels // groups)",
        lambda x, w, g: _at_the_start(x, w, g),
    ),
    (
        "the kernels stand before rows and columns, as in PyTorch: here they come last",
        lambda x, w, g: np.moveaxis(grouped(x, w, g), 3, 1),
    ),
    (
        "the outputs of all groups are divided by their number: each stands alone",
        lambda x, w, g: grouped(x, w, g) / g,
    ),
    (
        "the kernels stand in front, as in a list of maps: np.stack(..., axis=-1) puts "
        "them last",
        lambda x, w, g: np.moveaxis(grouped(x, w, g), 3, 0),
    ),
)


def _written(x: np.ndarray, w: np.ndarray, g: int, which: int) -> np.ndarray:
    """Leave one group's outputs, and 0 in the place of the others."""
    made = parts(x, w, g)
    return np.concatenate(
        [part if n == which else np.zeros_like(part) for n, part in enumerate(made)],
        axis=-1,
    )


def _at_the_start(x: np.ndarray, w: np.ndarray, g: int) -> np.ndarray:
    made = parts(x, w, g)
    return np.concatenate(
        [made[-1], *(np.zeros_like(part) for part in made[1:])], axis=-1
    )
