"""Chapter 5: what gives a batch's output other axes, or none at all."""

from __future__ import annotations

import numpy as np

from .._cases import outputs
from .chapter_5_parts import Mistakes, gathered


def maps(x: np.ndarray, w: np.ndarray) -> tuple[int, ...]:
    return outputs(x, w).shape[1:3]


def flat(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    product: np.ndarray = gathered(x, w) @ w.reshape(len(w), -1).T
    return product


SHAPES: Mistakes = (
    (
        "the placements are not folded: .reshape(n_images, out_height, out_width, "
        "n_kernels) makes rows and columns of them",
        flat,
    ),
    (
        "images and placements stay one axis: .reshape(...) makes three of them",
        lambda x, w: flat(x, w).reshape(-1, len(w)),
    ),
    (
        "the rows are folded as if the placements came before the images",
        lambda x, w: np.moveaxis(flat(x, w).reshape(*maps(x, w), len(x), len(w)), 2, 0),
    ),
    (
        "the axis of images comes last: it stays in front",
        lambda x, w: np.moveaxis(outputs(x, w), 0, -1),
    ),
    (
        "images and kernels are exchanged in the output: images first, kernels last",
        lambda x, w: outputs(x, w).swapaxes(0, 3),
    ),
    (
        "the kernels stand before rows and columns, as in PyTorch: here they come last",
        lambda x, w: np.moveaxis(outputs(x, w), 3, 1),
    ),
    (
        "the kernels stand in front, before the images, as in a list of maps: "
        "np.stack(..., axis=-1) puts them last",
        lambda x, w: np.moveaxis(outputs(x, w), 3, 0),
    ),
    (
        "the kernels are brought forward by a reshape, which moves no number: and "
        "they are the last axis here",
        lambda x, w: flat(x, w).reshape(len(x), len(w), *maps(x, w)),
    ),
    (
        "the kernels are brought forward by a reshape, and then moved to the end: "
        "they are there before",
        lambda x, w: np.moveaxis(flat(x, w).reshape(len(x), len(w), *maps(x, w)), 1, 3),
    ),
    (
        "the product is (n_kernels, placements) and is reshaped as if it were turned",
        lambda x, w: flat(x, w).swapaxes(1, 2).reshape(outputs(x, w).shape),
    ),
    (
        "height and width of the output are exchanged in its shape, not in its values",
        lambda x, w: flat(x, w).reshape(len(x), *maps(x, w)[::-1], len(w)),
    ),
    (
        "rows and columns of the output are exchanged, values and all",
        lambda x, w: outputs(x, w).swapaxes(1, 2),
    ),
    (
        "only the first image came back, without the axis of images",
        lambda x, w: outputs(x, w)[0],
    ),
    (
        "only the first image came back: is there a return in the loop?",
        lambda x, w: outputs(x, w)[:1],
    ),
    (
        "only the last image came back: is the output made anew for each?",
        lambda x, w: outputs(x, w)[-1:],
    ),
    (
        "only the last image came back, without the axis of images",
        lambda x, w: outputs(x, w)[-1],
    ),
    (
        "only the first kernel is applied: each has a map of its own",
        lambda x, w: outputs(x, w[:1]),
    ),
    (
        "only the first kernel is applied, and the axis of kernels is lost",
        lambda x, w: outputs(x, w)[..., 0],
    ),
    (
        "the maps of the kernels are added up: they stand side by side, in the last "
        "axis",
        lambda x, w: outputs(x, w).sum(3, keepdims=True),
    ),
    (
        "the maps of the kernels are added up, and their axis is lost",
        lambda x, w: outputs(x, w).sum(3),
    ),
    (
        "the images are averaged, and their axis is lost",
        lambda x, w: outputs(x, w).mean(0),
    ),
    (
        "the images are added up, and their axis is lost",
        lambda x, w: outputs(x, w).sum(0),
    ),
    (
        "the + 1 is left out of height and width: the last row and column are missing",
        lambda x, w: outputs(x, w)[:, :-1, :-1],
    ),
    (
        "the + 1 is left out of the height: the last row is missing",
        lambda x, w: outputs(x, w)[:, :-1],
    ),
    (
        "the + 1 is left out of the width: the last column is missing",
        lambda x, w: outputs(x, w)[:, :, :-1],
    ),
    (
        "this is what is gathered: the product with the kernels is missing",
        gathered,
    ),
    (
        "the reshape puts rows and columns before the images: the images come first",
        lambda x, w: flat(x, w).reshape(*maps(x, w), len(x), len(w)),
    ),
    (
        "each image keeps an axis of length 1, as of images[n][None]: np.concatenate "
        "joins without it",
        lambda x, w: outputs(x, w)[:, None],
    ),
    (
        "the maps of the kernels are joined along the images: axis=-1 puts them side "
        "by side",
        lambda x, w: np.concatenate(np.split(outputs(x, w), len(w), 3)),
    ),
    (
        "the maps of the kernels are a list, with an axis of length 1 each: "
        "np.concatenate(maps, axis=-1) joins them",
        lambda x, w: np.moveaxis(outputs(x, w), 3, 0)[..., None],
    ),
    (
        "axes of length 1 are dropped, as by squeeze(): four axes are asked for, "
        "always",
        lambda x, w: outputs(x, w).squeeze(),
    ),
    (
        "two slips: the kernels are turned, as in a convolution; and height and width "
        "of the output are exchanged in its shape",
        lambda x, w: flat(x, w[:, ::-1, ::-1]).reshape(
            len(x), *maps(x, w)[::-1], len(w)
        ),
    ),
    (
        "two slips: the kernels are reshaped without .T; and brought forward by a "
        "reshape",
        lambda x, w: (gathered(x, w) @ w.reshape(-1, len(w))).reshape(
            len(x), len(w), *maps(x, w)
        ),
    ),
)
