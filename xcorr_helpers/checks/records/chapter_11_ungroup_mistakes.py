"""Chapter 11: what goes wrong where the outputs of groups are put together."""

from __future__ import annotations

import numpy as np

from .chapter_11_parts import Mistakes


def _joined(parts: np.ndarray, axis: int = -1) -> np.ndarray:
    return np.concatenate(list(parts), axis=axis)


def _moved(parts: np.ndarray, *axes: int) -> np.ndarray:
    """Reshape to what is due, after the axes have been put into an order."""
    return parts.transpose(axes).reshape(_joined(parts).shape)


def _written(parts: np.ndarray, which: int) -> np.ndarray:
    return _joined(
        np.stack([part if n == which else 0 * part for n, part in enumerate(parts)])
    )


def _kernels_first(parts: np.ndarray) -> np.ndarray:
    return np.moveaxis(_joined(parts), -1, 1)


def _step_of_groups(parts: np.ndarray) -> np.ndarray:
    """Write each group where it would begin if it had as many kernels as groups."""
    out = np.zeros_like(_joined(parts))
    for n, part in enumerate(parts):
        out[..., n * len(parts) : n * len(parts) + part.shape[-1]] = part
    return out


def _one_apart(parts: np.ndarray) -> np.ndarray:
    out = np.zeros_like(_joined(parts))
    for n, part in enumerate(parts):
        out[..., n : n + part.shape[-1]] = part
    return out


def _added_apart(parts: np.ndarray) -> np.ndarray:
    out = np.zeros_like(_joined(parts))
    for n, part in enumerate(parts):
        out[..., n : n + part.shape[-1]] += part
    return out


MISTAKES: Mistakes = (
    (
        "the groups are interleaved, first the first kernel of each: the axis of "
        "groups goes before that of kernels, and then they are made one",
        lambda p: _moved(p, 1, 2, 3, 4, 0),
    ),
    (
        "the axis of groups is not moved: a reshape moves no number, and mixes groups "
        "and images",
        lambda p: p.reshape(_joined(p).shape),
    ),
    (
        "the axis of groups stands behind the images, before rows and columns: it goes "
        "right before the kernels",
        lambda p: _moved(p, 1, 0, 2, 3, 4),
    ),
    (
        "the axis of groups stands between rows and columns: it goes right before the "
        "kernels",
        lambda p: _moved(p, 1, 2, 0, 3, 4),
    ),
    (
        "groups and images are exchanged in the order of axes",
        lambda p: _moved(p, 0, 2, 3, 1, 4),
    ),
    (
        "rows and columns are exchanged in the order of axes, not in the shape",
        lambda p: _moved(p, 1, 3, 2, 0, 4),
    ),
    (
        "groups and kernels are exchanged in the order of axes: groups of the kernels' "
        "number, not kernels of the groups'",
        lambda p: _moved(p, 4, 1, 2, 3, 0),
    ),
    (
        "all axes are turned round by .T, and then reshaped: only the groups are to be "
        "moved",
        lambda p: p.T.reshape(_joined(p).shape),
    ),
    (
        "groups and kernels are still two axes: a reshape makes them one",
        lambda p: np.moveaxis(p, 0, 3),
    ),
    (
        "the groups are an axis at the end: they go before the kernels, and a reshape "
        "makes the two one",
        lambda p: np.moveaxis(p, 0, -1),
    ),
    (
        "the groups are joined along the images: axis=-1 joins the kernels",
        lambda p: _joined(p, 0),
    ),
    (
        "the groups are joined along the rows: axis=-1 joins the kernels",
        lambda p: _joined(p, 1),
    ),
    (
        "the groups are joined along the columns: axis=-1 joins the kernels",
        lambda p: _joined(p, 2),
    ),
    (
        "the groups stand in reverse order, the last one first",
        lambda p: _joined(p[::-1]),
    ),
    (
        "the kernels within each group stand in reverse order",
        lambda p: _joined(p[..., ::-1]),
    ),
    (
        "the groups are added up: they stand side by side",
        lambda p: p.sum(axis=0),
    ),
    (
        "the groups are averaged: they stand side by side",
        lambda p: p.mean(axis=0),
    ),
    (
        "the largest of the groups is taken: they stand side by side",
        lambda p: p.max(axis=0),
    ),
    (
        "only the first group is there: is the return inside of the loop?",
        lambda p: p[0],
    ),
    (
        "only the last group is there: each one is to be kept",
        lambda p: p[-1],
    ),
    (
        "the first group is repeated for all: is the group's number in the index?",
        lambda p: _joined(np.stack([p[0]] * len(p))),
    ),
    (
        "the last group is repeated for all: is the group's number in the index?",
        lambda p: _joined(np.stack([p[-1]] * len(p))),
    ),
    (
        "only the first group is written, the others stay 0",
        lambda p: _written(p, 0),
    ),
    (
        "only the last group is written, the others are 0: is the output made anew for "
        "each?",
        lambda p: _written(p, len(p) - 1),
    ),
    (
        "the last group is left at 0: does the loop end too early?",
        lambda p: _joined(p) - _written(p, len(p) - 1),
    ),
    (
        "the first group is left at 0: groups are counted from 0",
        lambda p: _joined(p) - _written(p, 0),
    ),
    (
        "the groups begin one kernel apart and write over each other: group g begins "
        "at g * (K // groups)",
        _one_apart,
    ),
    (
        "the groups begin as far apart as there are groups: group g begins at g * (K "
        "// groups)",
        _step_of_groups,
    ),
    (
        "the kernels stand before rows and columns, as in PyTorch: here they come last",
        _kernels_first,
    ),
    (
        "the kernels stand in front of the images: here they come last",
        lambda p: np.moveaxis(_joined(p), -1, 0),
    ),
    (
        "rows and columns of the outputs are exchanged",
        lambda p: _joined(p).swapaxes(1, 2),
    ),
    (
        "the images' axis comes behind the groups': it stays in front",
        lambda p: np.moveaxis(p, 1, 3).reshape(
            len(p), *p.shape[2:4], p.shape[1] * p.shape[4]
        ),
    ),
    (
        "the images stand behind rows and columns: they stay in front",
        lambda p: p.transpose(2, 3, 1, 0, 4).reshape(*p.shape[2:4], p.shape[1], -1),
    ),
    (
        "height and width of the outputs are exchanged in the reshape",
        lambda p: _joined(p).reshape(
            p.shape[1], p.shape[3], p.shape[2], p.shape[0] * p.shape[4]
        ),
    ),
    (
        "groups and columns are exchanged in the order of axes, and the kernels stay "
        "last: a row is then read group by group",
        lambda p: _moved(p, 3, 1, 2, 0, 4),
    ),
    (
        "the decimals are lost: an output of ints cannot hold them",
        lambda p: np.trunc(_joined(p)),
    ),
    (
        "the outputs of each place are sorted: they stand in the order of the groups",
        lambda p: np.sort(_joined(p), axis=-1),
    ),
    (
        "the groups are added where they overlap, one kernel apart: group g begins at "
        "g * (K // groups)",
        _added_apart,
    ),
    (
        "all kernels stand in reverse order, the last one first",
        lambda p: _joined(p)[..., ::-1],
    ),
    (
        "the parts come back as they are: the axis of groups and that of kernels are "
        "to be one",
        lambda p: p,
    ),
    (
        "it is flat: .reshape(n_images, out_height, out_width, n_kernels) makes the "
        "axes",
        lambda p: _joined(p).ravel(),
    ),
    (
        "the images are lost, only the first one is there",
        lambda p: _joined(p)[0],
    ),
    (
        "every second group is taken: all of them stand there",
        lambda p: _joined(p[::2]),
    ),
    (
        "axes of length 1 are dropped, as by squeeze(): four axes are asked for, "
        "always",
        lambda p: _joined(p).squeeze(),
    ),
)
