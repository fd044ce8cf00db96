"""Chapter 3: slips that NumPy refuses where many kernels are applied."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ...indices import correlation_indices
from .chapter_3_parts import maps

Array = np.ndarray


def _gathered(image: Array, kernels: Array) -> Array:
    windows = sliding_window_view(image, kernels.shape[1:])
    return windows.reshape(-1, kernels[0].size)


def _product(image: Array, kernels: Array) -> Array:
    return maps(image, kernels).reshape(-1, len(kernels))


def _out_of_range(image: Array, kernels: Array) -> Any:
    return [kernels[number] for number in range(1, len(kernels) + 1)]


def _into_the_first_axis(image: Array, kernels: Array) -> Array:
    out = np.zeros_like(maps(image, kernels))
    for number in range(len(kernels)):
        out[number] = maps(image, kernels)[:, :, number]
    return out


def _over_the_edge(image: Array, kernels: Array) -> Any:
    _, rows, columns = kernels.shape
    height, width = image.shape
    made = []
    for row, column in np.ndindex(height - rows + 2, width - columns + 2):
        pixels = image[row : row + rows, column : column + columns]
        made.append((pixels * kernels[0]).sum())
    return made


def _over_the_edge_by_numbers(image: Array, kernels: Array) -> Any:
    _, rows, columns = kernels.shape
    height, width = image.shape
    for row, column in np.ndindex(height - rows + 2, width - columns + 2):
        for i, j in np.ndindex(rows, columns):
            image[row + i, column + j]


def _first_two_sizes(image: Array, kernels: Array) -> Array:
    index = correlation_indices(image.shape, kernels.shape[:2])
    product: Array = image.ravel()[index] @ kernels.reshape(len(kernels), -1).T
    return product


def _added_to_ints(image: Array, kernels: Array) -> Array:
    out = np.zeros(maps(image, kernels).shape, image.dtype)
    out += maps(image, kernels)
    return out


def _crossed(image: Array, kernels: Array) -> Array:
    out = np.zeros(maps(image, kernels).shape)
    for row, column, k in np.ndindex(out.shape):
        for i, j in np.ndindex(kernels.shape[1:]):
            out[row, column, k] += image[row + j, column + i] * kernels[k, i, j]
    return out


def _sides_exchanged(image: Array, kernels: Array) -> Any:
    height, width = kernels.shape[1:]
    return [kernels[:, row, column] for row, column in np.ndindex(width, height)]


ERRORS: tuple[tuple[str, Any], ...] = (
    (
        "the kernels stand as rows: .T makes the columns that the product wants",
        lambda i, k: _gathered(i, k) @ k.reshape(len(k), -1),
    ),
    (
        "the kernels are not made flat: kernels.reshape(K, -1).T makes their matrix",
        lambda i, k: _gathered(i, k) @ k,
    ),
    (
        "all kernels stand in one line: kernels.reshape(K, -1).T makes columns",
        lambda i, k: _gathered(i, k) @ k.ravel(),
    ),
    (
        "what was gathered is turned: its rows are the placements already",
        lambda i, k: _gathered(i, k).T @ k.reshape(len(k), -1).T,
    ),
    (
        "@ makes a matrix product of window and kernel: (window * kernel).sum() adds "
        "all",
        lambda i, k: i[: k.shape[1], : k.shape[2]] @ k[0],
    ),
    (
        "floats are added to an array of ints, which refuses: np.zeros(shape) holds "
        "floats",
        _added_to_ints,
    ),
    (
        "row and column are exchanged in the loops: image[row + i, column + j], i in "
        "the kernel's rows",
        _crossed,
    ),
    (
        "* multiplies value by value: @ takes each row with each column, and adds",
        lambda i, k: _gathered(i, k) * k.reshape(len(k), -1).T,
    ),
    (
        "the image is not made flat: the positions count through image.ravel()",
        lambda i, k: i[correlation_indices(i.shape, k.shape[1:])],
    ),
    (
        "the index is asked for all of kernels.shape: a kernel's shape is "
        "kernels.shape[1:]",
        lambda i, k: correlation_indices(i.shape, k.shape),
    ),
    (
        "kernels.shape[:2] is the number of kernels and their height: a kernel's shape "
        "is kernels.shape[1:]",
        _first_two_sizes,
    ),
    (
        "the + 1 is missing in the output's height and width: it counts the first "
        "placement",
        lambda i, k: _product(i, k).reshape(
            i.shape[0] - k.shape[1], i.shape[1] - k.shape[2], len(k)
        ),
    ),
    (
        "the + 1 is missing in the output's height: height - kernel_height + 1",
        lambda i, k: _product(i, k).reshape(i.shape[0] - k.shape[1], -1, len(k)),
    ),
    (
        "the + 1 is missing in the output's width: width - kernel_width + 1",
        lambda i, k: _product(i, k).reshape(
            i.shape[0] - k.shape[1] + 1, i.shape[1] - k.shape[2], len(k)
        ),
    ),
    (
        "the output's height takes off the kernel's height, {kernels.shape[1]}, not "
        "its width",
        lambda i, k: _product(i, k).reshape(i.shape[0] - k.shape[2] + 1, -1, len(k)),
    ),
    (
        "the output's height and width take off each other's side of the kernel",
        lambda i, k: _product(i, k).reshape(
            i.shape[0] - k.shape[2] + 1, i.shape[1] - k.shape[1] + 1, len(k)
        ),
    ),
    (
        "the output has no place for each pixel of the image: height - kernel_height + "
        "1 rows",
        lambda i, k: _product(i, k).reshape(*i.shape, len(k)),
    ),
    (
        "the output is not as large as a kernel: height - kernel_height + 1 rows",
        lambda i, k: _product(i, k).reshape(*k.shape[1:], len(k)),
    ),
    (
        "the kernels' axis is missing in the reshape: (out_height, out_width, K)",
        lambda i, k: _product(i, k).reshape(
            i.shape[0] - k.shape[1] + 1, i.shape[1] - k.shape[2] + 1
        ),
    ),
    (
        "8 is the number of the page's kernels: K is len(kernels)",
        lambda i, k: (_gathered(i, k) @ k.reshape(8, -1).T).reshape(
            i.shape[0] - k.shape[1] + 1, -1, 8
        ),
    ),
    (
        "the kernels are counted from 1: they go from 0 to {kernels.shape[0]} - 1",
        _out_of_range,
    ),
    (
        "a map is written to out[k], the first axis: out[:, :, k] is the kernel's",
        _into_the_first_axis,
    ),
    (
        "a slice is smaller than a kernel: it runs over the edge, or ends at "
        "kernel_height, not row + kernel_height",
        _over_the_edge,
    ),
    (
        "the placements run over the edge: height - kernel_height + 1 rows fit, and so "
        "across",
        _over_the_edge_by_numbers,
    ),
    (
        "the loops run over the kernel's sides exchanged, height and width",
        _sides_exchanged,
    ),
)
