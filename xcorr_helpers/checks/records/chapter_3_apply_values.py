"""Chapter 3: what makes other numbers where many kernels are applied."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .chapter_3_parts import maps

Array = np.ndarray


def _windows(image: Array, kernels: Array) -> Array:
    """List what the kernels read, with an axis of length 1 in the kernels' place."""
    return sliding_window_view(image, kernels.shape[1:])[:, :, None]


def _full(image: Array, kernels: Array) -> Array:
    rows, columns = kernels.shape[1] - 1, kernels.shape[2] - 1
    return maps(np.pad(image, ((rows, rows), (columns, columns))), kernels)


def _same(image: Array, kernels: Array) -> Array:
    top, left = kernels.shape[1] // 2, kernels.shape[2] // 2
    height, width = image.shape
    return _full(image, kernels)[top : top + height, left : left + width]


def _centred(image: Array, kernels: Array) -> Array:
    top, left = (kernels.shape[1] - 1) // 2, (kernels.shape[2] - 1) // 2
    height, width = image.shape
    return _full(image, kernels)[top : top + height, left : left + width]


def _round_the_edge(image: Array, kernels: Array) -> Array:
    rows, columns = kernels.shape[1] - 1, kernels.shape[2] - 1
    return maps(np.pad(image, ((0, rows), (0, columns)), mode="wrap"), kernels)


def _one_after_another(image: Array, kernels: Array) -> Array:
    down, across = np.subtract(image.shape, kernels.shape[1:]) + 1
    made = []
    for number in range(len(kernels)):
        image = _same(image, kernels[number : number + 1])[:, :, 0]
        made.append(image[:down, :across])
    return np.stack(made, axis=2)


def _cut_at_each_step(image: Array, kernels: Array) -> Array:
    windows = _windows(image, kernels)
    out = np.zeros(maps(image, kernels).shape)
    for i, j in np.ndindex(kernels.shape[1:]):
        out = np.trunc(out + windows[..., i, j] * kernels[:, i, j])
    return out


def _gathered(
    image: Array, kernels: Array, step: int, row: int, size: tuple[int, int]
) -> Array:
    """Gather with these row steps of offsets and window, and multiply."""
    down, across = size
    offsets = np.arange(down)[:, None] * step + np.arange(across)
    window = np.arange(kernels.shape[1])[:, None] * row + np.arange(kernels.shape[2])
    pixels = image.ravel()[offsets.reshape(-1, 1) + window.ravel()]
    product: Array = pixels @ kernels.reshape(len(kernels), -1).T
    return product.reshape(down, across, len(kernels))


def _size(image: Array, kernels: Array) -> tuple[int, int]:
    return image.shape[0] - kernels.shape[1] + 1, image.shape[1] - kernels.shape[2] + 1


def _positions(image: Array, kernels: Array) -> Array:
    return maps(np.arange(image.size).reshape(image.shape), kernels)


VALUES: tuple[tuple[str, Any], ...] = (
    (
        "the mean of the products is taken, where their sum is due",
        lambda i, k: (_windows(i, k) * k).mean((3, 4)),
    ),
    (
        "the largest product is taken, where the sum of all is due",
        lambda i, k: (_windows(i, k) * k).max((3, 4)),
    ),
    (
        "the products are not added up: each map takes the sum over the kernel",
        lambda i, k: _windows(i, k) * k,
    ),
    (
        "the products are added up over the kernel's columns only: its rows, too",
        lambda i, k: (_windows(i, k) * k).sum(4),
    ),
    (
        "the products are added up over the kernel's rows only: its columns, too",
        lambda i, k: (_windows(i, k) * k).sum(3),
    ),
    (
        "the products are added up over the kernels, where the kernel's values are to "
        "be",
        lambda i, k: (_windows(i, k) * k).sum(2).reshape(*_size(i, k), -1),
    ),
    (
        "only the last product is left: += adds, = overwrites",
        lambda i, k: (_windows(i, k) * k)[..., -1, -1],
    ),
    (
        "the kernels' values are left out: each map is the sum of the pixels",
        lambda i, k: maps(i, np.ones_like(k)),
    ),
    (
        "the image's values are left out: each number is the sum of a kernel",
        lambda i, k: maps(np.ones_like(i), k),
    ),
    (
        "each kernel is turned in both axes: this is the convolution",
        lambda i, k: maps(i, k[:, ::-1, ::-1]),
    ),
    (
        "kernels[::-1, ::-1] turns the kernels' order and their rows: leave them as "
        "they are",
        lambda i, k: maps(i, k[::-1, ::-1]),
    ),
    (
        "all three axes of the kernels are turned: leave them as they are",
        lambda i, k: maps(i, k[::-1, ::-1, ::-1]),
    ),
    (
        "each kernel is turned upside down",
        lambda i, k: maps(i, k[:, ::-1]),
    ),
    (
        "each kernel is mirrored, left to right",
        lambda i, k: maps(i, k[:, :, ::-1]),
    ),
    (
        "each kernel is transposed, and its sides with it",
        lambda i, k: maps(i, k.transpose(0, 2, 1)),
    ),
    (
        "the image is transposed",
        lambda i, k: maps(i.T, k),
    ),
    (
        "the image is made flat column by column: the index counts row by row",
        lambda i, k: maps(i.T.reshape(i.shape), k),
    ),
    (
        "the index is made for an image of {image.shape[1]} rows and {image.shape[0]} "
        "columns: its sides are exchanged",
        lambda i, k: maps(i.reshape(i.shape[::-1]), k),
    ),
    (
        "the index is made for kernels of {kernels.shape[2]} rows and "
        "{kernels.shape[1]} columns: their sides are exchanged",
        lambda i, k: maps(i, k.reshape(-1, *k.shape[:0:-1])),
    ),
    (
        "the number of kernels is unpacked last: kernels.shape is (K, height, width)",
        lambda i, k: maps(i, k.reshape(k.shape[2], *k.shape[:2])),
    ),
    (
        "the row step must be the image's width, {image.shape[1]}, not its height, in "
        "window and offsets",
        lambda i, k: _gathered(i, k, i.shape[0], i.shape[0], _size(i, k)),
    ),
    (
        "the offsets' row step must be the image's width, not its height, "
        "{image.shape[0]}",
        lambda i, k: _gathered(i, k, i.shape[0], i.shape[1], _size(i, k)),
    ),
    (
        "the window's row step must be the image's width, not its height, "
        "{image.shape[0]}",
        lambda i, k: _gathered(i, k, i.shape[1], i.shape[0], _size(i, k)),
    ),
    (
        "the offsets must jump at the end of each output row: the kernel does not go "
        "over the edge",
        lambda i, k: _gathered(i, k, _size(i, k)[1], i.shape[1], _size(i, k)),
    ),
    (
        "the window must jump at the end of each kernel row, by the image's width",
        lambda i, k: _gathered(i, k, i.shape[1], k.shape[2], _size(i, k)),
    ),
    (
        "the positions are multiplied: image.ravel()[index] gathers the pixels",
        _positions,
    ),
    (
        "the kernels run over the edge, round to the other side: each must fit into "
        "the image",
        _round_the_edge,
    ),
    (
        "the kernels run over the edge, as with `same`: each must fit into the image",
        _same,
    ),
    (
        "the kernels run over the edge, half of them on each side: each must fit into "
        "the image",
        _centred,
    ),
    (
        "the kernels run over the edge, as with `full`: each must fit into the image",
        _full,
    ),
    (
        "each kernel is applied to the map of the one before: all read the image",
        _one_after_another,
    ),
    (
        "the decimals are lost: an array of ints cannot hold them",
        lambda i, k: np.trunc(maps(i, k)),
    ),
    (
        "the decimals are lost at each step of the sum: an array of ints cannot hold "
        "them",
        _cut_at_each_step,
    ),
    (
        "the output has the image's type, {image.dtype}: floats hold more",
        lambda i, k: maps(i, k).astype(i.dtype),
    ),
    (
        "the output has the kernels' type, {kernels.dtype}: floats hold more",
        lambda i, k: maps(i, k).astype(k.dtype),
    ),
    (
        "the output is rounded to whole numbers",
        lambda i, k: np.round(maps(i, k)),
    ),
    (
        "bytes hold 0 to 255 only, and other numbers go round",
        lambda i, k: maps(i, k).astype(np.int64).astype(np.uint8),
    ),
)
