"""Chapter 2: kernels, images and outputs that are turned or exchanged."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import gather_sum, gather_sum_where_it_fits
from .chapter_2_parts import listed, outer, placements, starts


def _read(a: np.ndarray, k: np.ndarray, index: np.ndarray) -> np.ndarray:
    return (a.ravel()[index] @ k.ravel()).reshape(placements(a.shape, k.shape))


def _by_steps(a: np.ndarray, k: np.ndarray, down: int, window: int) -> np.ndarray:
    counts = placements(a.shape, k.shape)
    return _read(a, k, outer(listed(counts, down), listed(k.shape, window)))


def _index(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    return outer(starts(a.shape, k.shape), listed(k.shape, a.shape[1]))


def _cut(a: np.ndarray, k: np.ndarray, cut: Any) -> np.ndarray:
    """Multiply a part of the image by the kernel, for each placement."""
    out: np.ndarray = np.zeros(placements(a.shape, k.shape))
    for r, c in np.ndindex(out.shape):
        out[r, c] = (a[cut(r, c)] * k).sum()
    return out


def _shifted(a: np.ndarray, k: np.ndarray, cut: Any) -> np.ndarray:
    """Add a part of the image times a number, for each number of the kernel."""
    out: np.ndarray = np.zeros(placements(a.shape, k.shape))
    for i, j in np.ndindex(k.shape):
        out += a[cut(i, j, *out.shape)] * k[i, j]
    return out


def _in_loops(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    out: np.ndarray = np.zeros(placements(a.shape, k.shape))
    for r, c in np.ndindex(out.shape):
        for i, j in np.ndindex(k.shape[::-1]):
            out[r, c] += a[r + i, c + j] * k[i, j]
    return out


def _in_output(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    right = gather_sum(a, k)
    out = np.zeros_like(right)
    for r, c in np.ndindex(out.shape):
        out[c, r] = right[r, c]
    return out


def _no_turn_back(a: np.ndarray, k: np.ndarray) -> np.ndarray | None:
    return gather_sum_where_it_fits(a.T, k)


AXES: tuple[tuple[str, Any], ...] = (
    (
        "the kernel is turned, upside down and left to right: this is the convolution",
        lambda a, k: gather_sum(a, k[::-1, ::-1]),
    ),
    (
        "the kernel is turned upside down: its row 0 goes with the upper pixels",
        lambda a, k: gather_sum(a, k[::-1]),
    ),
    (
        "the kernel is mirrored, left to right: its column 0 goes with the left pixels",
        lambda a, k: gather_sum(a, k[:, ::-1]),
    ),
    (
        "the kernel's values are read column by column: kernel.ravel() goes row by row",
        lambda a, k: gather_sum(a, k.T.ravel().reshape(k.shape)),
    ),
    (
        "the kernel is transposed, so that its height and width are exchanged, too",
        lambda a, k: gather_sum_where_it_fits(a, k.T),
    ),
    ("the image is transposed, and the kernel is not", _no_turn_back),
    (
        "the image is made flat column by column, and the index counts row by row",
        lambda a, k: gather_sum(a.T.ravel().reshape(a.shape), k),
    ),
    (
        "the output is transposed: its rows come first, (out_height, out_width)",
        lambda a, k: gather_sum(a, k).T,
    ),
    (
        "the output's height and width are exchanged in the reshape: it is "
        "(out_height, out_width)",
        lambda a, k: gather_sum(a, k).reshape(gather_sum(a, k).shape[::-1]),
    ),
    (
        "the output is filled column by column: the placements go row by row",
        lambda a, k: (
            gather_sum(a, k).ravel().reshape(gather_sum(a, k).shape, order="F")
        ),
    ),
    (
        "the output is flat: reshape it to (out_height, out_width)",
        lambda a, k: gather_sum(a, k).ravel(),
    ),
    (
        "the result has one number a placement: reshape it to (out_height, out_width), "
        "not to the image's shape",
        lambda a, k: gather_sum(a, k).reshape(a.shape),
    ),
    (
        "the output's sizes are the digit's, 26 x 26, whatever is given: image less "
        "kernel plus 1",
        lambda a, k: gather_sum(a, k).reshape(26, 26),
    ),
    (
        "the kernel's height and width are exchanged in the slice: it goes from row to "
        "row + kernel_height",
        lambda a, k: _cut(a, k, lambda r, c: np.s_[r : r + k.shape[1], c : c + len(k)]),
    ),
    (
        "row and column of the kernel are exchanged: it is kernel[row, column], with "
        "{kernel.shape[0]} rows",
        _in_loops,
    ),
    (
        "row and column are exchanged where the output is written: out[row, column]",
        _in_output,
    ),
    (
        "the index is made for an image of exchanged height and width",
        lambda a, k: gather_sum_where_it_fits(a.reshape(a.shape[::-1]), k),
    ),
    (
        "the row step must be the image's width, {image.shape[1]}, not its height, in "
        "the window and in the offsets",
        lambda a, k: _by_steps(a, k, len(a), len(a)),
    ),
    (
        "the row step must be the image's width, {image.shape[1]}, not its height, in "
        "the window: the offsets are right",
        lambda a, k: _by_steps(a, k, a.shape[1], len(a)),
    ),
    (
        "the row step must be the image's width, {image.shape[1]}, not its height, in "
        "the offsets: the window is right",
        lambda a, k: _by_steps(a, k, len(a), a.shape[1]),
    ),
    (
        "the offsets count on, with no jump at the end of a row of placements: a step "
        "down is the image's width",
        lambda a, k: _by_steps(a, k, a.shape[1] - k.shape[1] + 1, a.shape[1]),
    ),
    (
        "the window counts on, with no jump at the end of a kernel row: a step down is "
        "the image's width",
        lambda a, k: _by_steps(a, k, a.shape[1], k.shape[1]),
    ),
    (
        "both count on with no jump, window and offsets: a step down is the image's "
        "width",
        lambda a, k: _by_steps(a, k, a.shape[1] - k.shape[1] + 1, k.shape[1]),
    ),
    (
        "the placements go column after column: rows come outside, as in the output",
        lambda a, k: gather_sum(a, k).T.reshape(gather_sum(a, k).shape),
    ),
    (
        "the positions are multiplied by the kernel: gather first, flat[index]",
        lambda a, k: gather_sum(np.arange(a.size).reshape(a.shape), k),
    ),
    (
        "nothing is multiplied: this is the index, or what it reads",
        lambda a, k: _index(a, k),
    ),
    (
        "nothing is multiplied: this is what is gathered, flat[index]",
        lambda a, k: a.ravel()[_index(a, k)],
    ),
    (
        "the slice ends at the kernel's size, where it goes from row to row + "
        "kernel_height",
        lambda a, k: _cut(a, k, lambda r, c: np.s_[r : len(k), c : k.shape[1]]),
    ),
    (
        "the slice ends at the output's size, where it goes from row to row + "
        "out_height",
        lambda a, k: _shifted(a, k, lambda i, j, h, w: np.s_[i:h, j:w]),
    ),
    (
        "row and column are exchanged in the slice: rows come first",
        lambda a, k: _shifted(a, k, lambda i, j, h, w: np.s_[j : j + h, i : i + w]),
    ),
    (
        "row and column are exchanged in the slice: rows come first",
        lambda a, k: _cut(a, k, lambda r, c: np.s_[c : c + len(k), r : r + k.shape[1]]),
    ),
    (
        "the kernel's row and column are taken away from the placement's: add them",
        lambda a, k: gather_sum(
            np.roll(a, (len(k) - 1, k.shape[1] - 1), (0, 1)), k[::-1, ::-1]
        ),
    ),
    (
        "a matrix product is made of part and kernel: * multiplies number by number",
        lambda a, k: (sliding_window_view(a, k.shape) @ k.T).sum((2, 3)),
    ),
    (
        "a matrix product is made of part and kernel: * multiplies number by number",
        lambda a, k: (sliding_window_view(a, k.shape).swapaxes(2, 3) @ k).sum((2, 3)),
    ),
    (
        "@ makes a matrix product of part and kernel: * multiplies number by number",
        lambda a, k: a[: len(k), : k.shape[1]] @ k,
    ),
    (
        "the kernel is not flat: the product is flat[index] @ kernel.ravel()",
        lambda a, k: a.ravel()[_index(a, k)] @ k,
    ),
    (
        "the index is turned: its row is a placement, which meets kernel.ravel()",
        lambda a, k: a.ravel()[_index(a, k).T] @ k.ravel(),
    ),
    (
        "np.dot makes a matrix product of part and kernel: * multiplies number by "
        "number",
        lambda a, k: np.dot(a[: len(k), : k.shape[1]], k),
    ),
    (
        "the kernel is not flat: the product is flat[index] @ kernel.ravel()",
        lambda a, k: np.dot(a.ravel()[_index(a, k)], k),
    ),
    (
        "the products are not one number yet: .sum() adds up all of them",
        lambda a, k: np.zeros(1).__setitem__(0, k),
    ),
)
