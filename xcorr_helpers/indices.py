"""The index matrix: which flat positions of an image each placement of a kernel reads.

    index = window_offsets(...)[:, None] + window_index(...)[None, :]

Shapes are (height, width), or (height, width, channels) with channels last; flat
positions count in row-major order, so pixel (row, column) of an image without channels
is number `row * width + column`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IMAGE_AXES,
    KERNEL_AXES,
    IntOrPair,
    Padding,
    check_bytes,
    shape_of,
)
from ._arrays import real_array
from ._geometry import Geometry, NamedShape

__all__ = [
    "correlation_indices",
    "kernel_matrix",
    "output_shape",
    "window_index",
    "window_offsets",
]


def output_shape(
    image_shape: Sequence[int],
    kernel_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
) -> tuple[int, int]:
    """Count the placements of a kernel in an image, along rows and along columns.

    Parameters
    ----------
    image_shape : sequence of int
        (height, width) or (height, width, channels), in pixels.
    kernel_shape : sequence of int
        (kernel_height, kernel_width), with the same channels if the image has them.
    stride : int or (int, int)
        Pixels from one placement to the next, down and to the right.
    padding : int, (int, int), ((int, int), (int, int)), "valid", "same" or "full"
        Zeros around the image: one number, (rows, columns), or
        ((top, bottom), (left, right)). "valid" is none; "same" gives
        ceil(size / stride) placements, and where an odd number of zeros is due, the odd
        one goes below and to the right; "full" every placement that touches the image.
    dilation : int or (int, int)
        Pixels from one kernel value to the next; 1 is a kernel without gaps.

    Returns
    -------
    (int, int)
        (out_height, out_width).

    Raises
    ------
    ValueError
        If a size is impossible, or the kernel is larger than the padded image.
    TypeError
        If a size is not a whole number.

    References
    ----------
    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning",
    2016, relation 6, with dilation as in section 5.1.

    Examples
    --------
    >>> output_shape((5, 9), (2, 3))
    (4, 7)
    >>> output_shape((5, 9), (2, 3), stride=2, padding="same")
    (3, 5)
    """
    return _fitted(image_shape, kernel_shape, stride, padding, dilation).out_shape


def window_index(
    image_shape: Sequence[int], kernel_shape: Sequence[int], *, dilation: IntOrPair = 1
) -> npt.NDArray[np.intp]:
    """List the flat positions that a kernel reads at its top-left placement.

    Parameters
    ----------
    image_shape, kernel_shape, dilation
        As in `output_shape`. The image is already padded.

    Returns
    -------
    (window_size,) array of intp
        Flat positions in the image, in the order rows, columns, channels: the order of
        `kernel.ravel()`. `window_size` is the number of values in one kernel.

    Raises
    ------
    ValueError, TypeError
        As in `output_shape`.

    References
    ----------
    K. Chellapilla, S. Puri and P. Simard, "High performance convolutional neural
    networks for document processing", 2006.

    Examples
    --------
    A kernel of 2 rows and 3 columns in rows of 9 pixels:

    >>> print(window_index((5, 9), (2, 3)))
    [ 0  1  2  9 10 11]
    >>> print(window_index((5, 9), (2, 3), dilation=(1, 2)))
    [ 0  2  4  9 11 13]
    """
    geometry = _fitted(image_shape, kernel_shape, dilation=dilation)
    _check_index(geometry.kernel, "kernel_shape", kernel_shape)
    return _window(geometry)


def window_offsets(
    image_shape: Sequence[int],
    kernel_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> npt.NDArray[np.intp]:
    """List the flat position at which each placement of a kernel starts.

    Parameters
    ----------
    image_shape, kernel_shape, stride, dilation
        As in `output_shape`. The image is already padded.

    Returns
    -------
    (n_windows,) array of intp
        Flat positions in the image, placements taken row by row.
        `n_windows` is out_height * out_width.

    Raises
    ------
    ValueError, TypeError
        As in `output_shape`.

    References
    ----------
    As in `window_index`.

    Examples
    --------
    >>> print(window_offsets((3, 5), (2, 3)))
    [0 1 2 5 6 7]

    With one channel, it is the window of a kernel of the output's size:

    >>> print(window_index((3, 5), (2, 3)))
    [0 1 2 5 6 7]
    """
    geometry = _fitted(image_shape, kernel_shape, stride, dilation=dilation)
    _check_index(geometry.out_shape, "image_shape", image_shape)
    return _offsets(geometry)


def correlation_indices(
    image_shape: Sequence[int],
    kernel_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> npt.NDArray[np.intp]:
    """Build the index matrix: one row per placement, one column a kernel value.

    Parameters
    ----------
    image_shape, kernel_shape, stride, dilation
        As in `output_shape`. The image is already padded.

    Returns
    -------
    (n_windows, window_size) array of intp
        `window_offsets(...)[:, None] + window_index(...)[None, :]`. It takes
        8 * n_windows * window_size bytes where addresses have 64 bits: 49 KB for 3 x 3
        in 28 x 28, but 864 MB for 3 x 3 in 4,000 x 3,000.

    Raises
    ------
    ValueError, TypeError
        As in `output_shape`.

    References
    ----------
    As in `window_index`.

    Examples
    --------
    >>> image = np.array([[1, 2, 3], [4, 5, 6]])
    >>> index = correlation_indices((2, 3), (2, 2))
    >>> print(index)
    [[0 1 3 4]
     [1 2 4 5]]
    >>> print(image.ravel()[index] @ [1, 0, 0, -1])
    [-4 -4]
    """
    geometry = _fitted(image_shape, kernel_shape, stride, dilation=dilation)
    index_shape = math.prod(geometry.out_shape), geometry.window_size
    _check_index(index_shape, "image_shape", image_shape)
    return index_of(geometry)


def index_of(geometry: Geometry) -> npt.NDArray[np.intp]:
    """Build the index matrix of a checked geometry whose image is padded already."""
    return _offsets(geometry)[:, None] + _window(geometry)[None, :]


def kernel_matrix(kernels: npt.ArrayLike) -> np.ndarray:
    """Stand each kernel up as one column, its values in the window's order.

    Parameters
    ----------
    kernels : array_like
        (K, kernel_height, kernel_width), with a last axis of channels or without.

    Returns
    -------
    (window_size, K) array
        `kernels.reshape(K, -1).T`, a view where NumPy can make one.

    Raises
    ------
    ValueError
        If there is no kernel, or another number of axes.
    TypeError
        If the values are not real numbers of at most 64 bits.

    References
    ----------
    As in `window_index`.

    Examples
    --------
    >>> print(kernel_matrix([[[1, 0], [2, 0]], [[0, 3], [0, 4]]]))
    [[1 0]
     [0 3]
     [2 0]
     [0 4]]
    """
    axes = ["(K, kh, kw)", "(K, kh, kw, C)"]
    array = real_array(kernels, "kernels", axes, smallest=1)
    return array.reshape(len(array), -1).T


def _window(geometry: Geometry) -> npt.NDArray[np.intp]:
    _, width, channels = geometry.image
    kernel_height, kernel_width, _ = geometry.kernel
    row_gap, column_gap = geometry.dilation
    rows = np.arange(kernel_height) * row_gap
    columns = np.arange(kernel_width) * column_gap
    pixels = rows[:, None] * width + columns
    return (pixels[:, :, None] * channels + np.arange(channels)).ravel()


def _offsets(geometry: Geometry) -> npt.NDArray[np.intp]:
    _, width, channels = geometry.image
    out_height, out_width = geometry.out_shape
    row_step, column_step = geometry.stride
    offsets = np.empty(geometry.out_shape, np.intp)  # or a MemoryError, before any work
    rows = np.arange(out_height) * row_step * width
    columns = np.arange(out_width) * column_step
    np.add(rows[:, None] * channels, columns * channels, out=offsets)
    return offsets.ravel()


def _fitted(
    image_shape: Sequence[int],
    kernel_shape: Sequence[int],
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
) -> Geometry:
    image = NamedShape("image_shape", shape_of(image_shape, "image_shape", IMAGE_AXES))
    kernel = NamedShape(
        "kernel_shape", shape_of(kernel_shape, "kernel_shape", KERNEL_AXES)
    )
    return Geometry.of(image, kernel, stride, padding, dilation)


def _check_index(shape: Sequence[int], of: str, given: Sequence[int]) -> None:
    check_bytes(shape, np.intp, "an index", of, lambda: str(tuple(given)))
