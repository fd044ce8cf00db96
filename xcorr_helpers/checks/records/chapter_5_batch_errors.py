"""Chapter 5: what cannot be multiplied or folded, in a batch."""

from __future__ import annotations

import numpy as np

from ...correlation import correlate
from ...indices import correlation_indices
from .._cases import outputs
from .chapter_5_batch_shapes import flat, maps
from .chapter_5_parts import Mistakes, gathered


def _folded(x: np.ndarray, w: np.ndarray, product: np.ndarray) -> np.ndarray:
    return product.reshape(outputs(x, w).shape)


def _index(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return correlation_indices(x.shape[1:], w.shape[1:])


def _rows(x: np.ndarray) -> np.ndarray:
    return x.reshape(len(x), -1)


def _without_channels(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    index = correlation_indices(x.shape[1:3], w.shape[1:3])
    return _folded(x, w, _rows(x)[:, index] @ w.reshape(len(w), -1).T)


def _of_ten(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    read = x.reshape(10, -1)[:, _index(x, w)]
    product: np.ndarray = read @ w.reshape(len(w), -1).T
    return product.reshape(10, *maps(x, w), len(w))


def _cut_exchanged(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    columns, rows = w.shape[1:3]
    out = np.zeros((len(x), x.shape[1] - rows + 1, x.shape[2] - columns + 1, len(w)))
    for n, i, j, k in np.ndindex(out.shape):
        out[n, i, j, k] = (x[n, i : i + rows, j : j + columns] * w[k]).sum()
    return out


def _gone_exchanged(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    columns, rows = w.shape[1:3]
    out = np.zeros((len(x), x.shape[1] - rows + 1, x.shape[2] - columns + 1, len(w)))
    for i, j in np.ndindex(rows, columns):
        pixels = x[:, i : i + out.shape[1], j : j + out.shape[2]]
        out += pixels @ w[:, i, j].T
    return out


def _places_exchanged(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    out = np.zeros_like(outputs(x, w))
    for n, row, column, k in np.ndindex(out.shape):
        for i, j, c in np.ndindex(w.shape[1:]):
            out[n, row, column, k] += x[n, row + j, column + i, c] * w[k, i, j, c]
    return out


def _channels_meet_kernels(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    rows, columns = maps(x, w)
    out = np.zeros_like(outputs(x, w))
    for i, j in np.ndindex(w.shape[1:3]):
        out += x[:, i : i + rows, j : j + columns] @ w[:, i, j]
    return out


# What raises is known by the text of its error.
ERRORS: Mistakes = (
    (
        "the kernels lie as rows: .T puts each into a column of the matrix",
        lambda x, w: _folded(x, w, gathered(x, w) @ w.reshape(len(w), -1)),
    ),
    (
        "the kernels are not made flat: kernel_matrix(kernels) puts each into a column",
        lambda x, w: _folded(x, w, gathered(x, w) @ w),
    ),
    (
        "the factors are exchanged: what is gathered comes first, then the kernels",
        lambda x, w: _folded(x, w, w.reshape(len(w), -1).T @ gathered(x, w)),
    ),
    (
        "the kernels come first, and then what is gathered has to be turned: each of "
        "its columns is a placement",
        lambda x, w: _folded(x, w, w.reshape(len(w), -1) @ gathered(x, w)),
    ),
    (
        "only image 0 is gathered, as the batch is made flat as a whole: flat[:, "
        "index] reads all",
        lambda x, w: outputs(x[:1], w).reshape(outputs(x, w).shape),
    ),
    (
        "the colon is missing: flat[:, index] takes positions, flat[index] takes "
        "images",
        lambda x, w: _rows(x)[_index(x, w)],
    ),
    (
        "the images are not flat: the index takes positions, and axis 1 counts rows "
        "here",
        lambda x, w: x[:, _index(x, w)],
    ),
    (
        "the index is counted from 1, and reaches over the end of an image",
        lambda x, w: _rows(x)[:, _index(x, w) + 1],
    ),
    (
        "the index is asked for with whole shapes: the axes of images and kernels do "
        "not belong to it, images.shape[1:]",
        lambda x, w: correlation_indices(x.shape, w.shape),
    ),
    (
        "the index is made without channels, its window is too short: shape[1:] has "
        "them",
        _without_channels,
    ),
    (
        "the image's height and width are taken for the output's in the reshape",
        lambda x, w: flat(x, w).reshape(len(x), *x.shape[1:3], len(w)),
    ),
    (
        "the kernel's height and width are taken for the output's in the reshape",
        lambda x, w: flat(x, w).reshape(len(x), *w.shape[1:3], len(w)),
    ),
    (
        "the channels are taken for the kernels in the reshape: the kernels come last",
        lambda x, w: flat(x, w).reshape(len(x), *maps(x, w), x.shape[3]),
    ),
    (
        "the kernels are taken for the images in the reshape: the images come first",
        lambda x, w: flat(x, w).reshape(len(w), *maps(x, w), len(w)),
    ),
    (
        "the kernel's height and width are exchanged where the window is cut out",
        _cut_exchanged,
    ),
    (
        "the kernel's height and width are exchanged where its values are gone through",
        _gone_exchanged,
    ),
    (
        "7 and 6, the sizes of the notebook's output, are written as numbers",
        lambda x, w: flat(x, w).reshape(len(x), 7, 6, len(w)),
    ),
    (
        "10, the number of the notebook's images, is written as a number",
        _of_ten,
    ),
    (
        "row and column within the kernel are exchanged where they are added to the "
        "place: row + i, column + j",
        _places_exchanged,
    ),
    (
        "the channels of a pixel meet the kernels, not their channels: .T is missing, "
        "or the product adds up other axes",
        _channels_meet_kernels,
    ),
    (
        "np.dot is no @ where there are more than two axes, and the factors are "
        "exchanged",
        lambda x, w: np.dot(w.reshape(len(w), -1), gathered(x, w)),
    ),
    (
        "np.pad(images, 1) pads the axes of images and channels, too; and nothing is "
        "to be padded",
        lambda x, w: correlate(np.pad(x, 1), w),
    ),
    (
        "the index is asked for with shape[:3], which has the images for rows: "
        "images.shape[1:]",
        lambda x, w: correlation_indices(x.shape[:3], w.shape[:3]),
    ),
    (
        "height and width of the output are one too large in the reshape",
        lambda x, w: flat(x, w).reshape(
            len(x), maps(x, w)[0] + 1, maps(x, w)[1] + 1, len(w)
        ),
    ),
    (
        "height and width of the output are one too small in the reshape: + 1 is "
        "missing",
        lambda x, w: flat(x, w).reshape(
            len(x), maps(x, w)[0] - 1, maps(x, w)[1] - 1, len(w)
        ),
    ),
)
