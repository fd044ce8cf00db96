"""The gradients of `correlate`: the same index, read backwards."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IntOrPair,
    Padding,
    check_bytes,
    computing_dtype,
    real_array,
    shape_of,
)
from ._engine.blocks import gathered_blocks, inside, pieces
from ._geometry import Placements, placements

__all__ = ["correlate_input_gradient", "correlate_kernel_gradient"]


def correlate_input_gradient(
    output_gradient: npt.ArrayLike,
    kernels: npt.ArrayLike,
    image_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
) -> np.ndarray:
    """Turn the gradient of the outputs into the gradient of the images.

    Parameters
    ----------
    output_gradient : (N, out_h, out_w, K) array_like
        How much a loss grows with each output of `correlate`.
    kernels : (K, kh, kw, C) array_like
        The kernels that made the outputs.
    image_shape : sequence of int
        (H, W, C) of the images that went in.
    stride, padding, dilation
        As they were given to `correlate`.

    Returns
    -------
    (N, H, W, C) array
        How much the loss grows with each pixel. float32 if both arrays are, else
        float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    This is `np.add.at(gradient, index, ...)` without its cost: within one *column* of
    the index no position comes twice, so `+=` is right there, and the column is a plain
    slice of the images. Memory as in `correlate`.

    References
    ----------
    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning",
    2016, chapter 4.

    Examples
    --------
    >>> kernel = np.array([[1.0, 2.0]]).reshape(1, 1, 2, 1)
    >>> ones = np.ones((1, 1, 3, 1))
    >>> print(correlate_input_gradient(ones, kernel, (1, 4, 1)).ravel())
    [1. 3. 3. 2.]
    """
    kernels = real_array(kernels, "kernels", ["(K, kh, kw, C)"], smallest=1)
    image_shape = shape_of(image_shape, "image_shape", ["(H, W, C)"])
    placed = placements(
        image_shape,
        kernels.shape[1:],
        stride,
        padding,
        dilation,
        image_is=f"image_shape {image_shape}",
        kernel_is=f"each kernel of kernels {kernels.shape}",
    )
    outputs = _checked(output_gradient, placed)
    if outputs.shape[3] != len(kernels):
        raise ValueError(
            f"output_gradient must have a last axis as long as kernels, "
            f"{len(kernels)}, got shape {outputs.shape}"
        )
    dtype = computing_dtype(outputs, kernels)
    shape = (len(outputs), *image_shape)
    check_bytes(shape, dtype, "a gradient", "image_shape", str(image_shape))
    gradient = np.zeros(shape, dtype)
    weights = kernels.astype(dtype)
    steps, gaps, before = placed.stride, placed.dilation, placed.before
    place_bytes = (2 * len(kernels) + image_shape[2]) * dtype.itemsize
    for i, j in np.ndindex(kernels.shape[1:3]):  # a column of the index, all channels
        rows, to_rows = inside(
            i * gaps[0] - before[0], steps[0], outputs.shape[1], image_shape[0]
        )
        columns, to_columns = inside(
            j * gaps[1] - before[1], steps[1], outputs.shape[2], image_shape[1]
        )
        source = outputs[:, rows, columns]
        target = gradient[:, to_rows, to_columns]
        for piece in pieces(source.shape[:3], place_bytes):
            values = source[piece].astype(dtype, copy=False).reshape(-1, len(kernels))
            product = values @ weights[:, i, j]  # (places, K) @ (K, C)
            target[piece] += product.reshape(target[piece].shape)
    return gradient


def correlate_kernel_gradient(
    output_gradient: npt.ArrayLike,
    images: npt.ArrayLike,
    kernel_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
) -> np.ndarray:
    """Turn the gradient of the outputs into the gradient of the kernels.

    Parameters
    ----------
    output_gradient : (N, out_h, out_w, K) array_like
        How much a loss grows with each output of `correlate`.
    images : (N, H, W, C) array_like
        The images that went in.
    kernel_shape : sequence of int
        (kh, kw, C) of one kernel.
    stride, padding, dilation
        As they were given to `correlate`.

    Returns
    -------
    (K, kh, kw, C) array
        How much the loss grows with each kernel value. float32 if both arrays are,
        else float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    The gathered windows, transposed, times the output gradient; block by block, with
    memory as in `correlate`.

    References
    ----------
    As in `correlate_input_gradient`.

    Examples
    --------
    >>> image = np.arange(4.0).reshape(1, 1, 4, 1)
    >>> ones = np.ones((1, 1, 3, 1))
    >>> print(correlate_kernel_gradient(ones, image, (1, 2, 1)).ravel())
    [3. 6.]
    """
    images = real_array(images, "images", ["(N, H, W, C)"])
    kernel_shape = shape_of(kernel_shape, "kernel_shape", ["(kh, kw, C)"])
    placed = placements(
        images.shape[1:],
        kernel_shape,
        stride,
        padding,
        dilation,
        image_is=f"images {images.shape}",
        kernel_is=f"kernel_shape {kernel_shape}",
    )
    outputs = _checked(output_gradient, placed)
    if len(outputs) != len(images):
        raise ValueError(
            f"output_gradient must have a first axis as long as images, {len(images)}, "
            f"got shape {outputs.shape}"
        )
    dtype = computing_dtype(outputs, images)
    n_kernels = outputs.shape[3]
    kernels_shape = (n_kernels, *kernel_shape)
    check_bytes(kernels_shape, dtype, "a gradient", "kernel_shape", str(kernel_shape))
    gradient = np.zeros((n_kernels, math.prod(kernel_shape)), dtype)
    for where, windows in gathered_blocks(
        images,
        kernels_shape,
        placed.out_shape,
        dtype,
        stride=placed.stride,
        dilation=placed.dilation,
        before=placed.before,
    ):
        values = outputs[where].astype(dtype, copy=False).reshape(-1, n_kernels)
        gradient += values.T @ windows
    return gradient.reshape(kernels_shape)


def _checked(output_gradient: npt.ArrayLike, placed: Placements) -> np.ndarray:
    """Check that the gradient of the outputs has the placements that were made."""
    outputs = real_array(output_gradient, "output_gradient", ["(N, out_h, out_w, K)"])
    if outputs.shape[1:3] != placed.out_shape:
        raise ValueError(
            f"output_gradient must have {placed.out_shape[0]} x {placed.out_shape[1]} "
            f"placements, as `correlate` makes of these shapes, got shape "
            f"{outputs.shape}"
        )
    return outputs
