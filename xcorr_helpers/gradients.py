"""The gradients of `correlate`: the same index, read backwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IntOrPair,
    Padding,
    check_bytes,
    shape_of,
)
from ._arrays import computing_dtype, real_array
from ._engine.backward import add_to_kernel_gradient, scatter
from ._engine.grouped import diagonal, parts
from ._geometry import Geometry, NamedShape, check_groups

__all__ = ["correlate_input_gradient", "correlate_kernel_gradient"]

Checked = tuple[Geometry, np.ndarray, np.ndarray]


def correlate_input_gradient(
    output_gradient: npt.ArrayLike,
    kernels: npt.ArrayLike,
    image_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
    groups: int = 1,
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
    stride, padding, dilation, groups
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
    This is `np.add.at(gradient, index, ...)`, computed as a correlation: each pixel
    collects from the outputs that read it, by the kernel turned around. Speed, threads
    and memory as in `correlate`.

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
    image_shape = shape_of(image_shape, "image_shape", ["(H, W, C)"])

    def check(outputs: Any, kernels: Any) -> Checked:
        kernels = real_array(kernels, "kernels", ["(K, kh, kw, C)"], smallest=1)
        geometry = Geometry.of(
            NamedShape("image_shape", image_shape),
            NamedShape("each kernel of kernels", kernels.shape),
            stride,
            padding,
            dilation,
            groups=groups,
        )
        outputs = _outputs(outputs, geometry)
        if outputs.shape[3] != len(kernels):
            raise ValueError(
                f"output_gradient must have a last axis as long as kernels, "
                f"{len(kernels)}, got shape {outputs.shape}"
            )
        check_groups(geometry.groups, len(kernels), "kernels")
        return geometry, outputs, kernels

    geometry, outputs, kernels = _in_order(check, output_gradient, kernels, "kernels")
    dtype = computing_dtype(outputs, kernels)
    shape = (len(outputs), *image_shape)
    check_bytes(shape, dtype, "a gradient", "image_shape", lambda: str(image_shape))
    gradient = np.empty(shape, dtype)
    scatter(outputs, kernels.astype(dtype), gradient, geometry)
    return gradient


def correlate_kernel_gradient(
    output_gradient: npt.ArrayLike,
    images: npt.ArrayLike,
    kernel_shape: Sequence[int],
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
    groups: int = 1,
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
    stride, padding, dilation, groups
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
    The windows, transposed, times the output gradient; block by block, each added to
    the sum in its turn. Speed, threads and memory as in `correlate`.

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
    kernel_shape = shape_of(kernel_shape, "kernel_shape", ["(kh, kw, C)"])

    def check(outputs: Any, images: Any) -> Checked:
        images = real_array(images, "images", ["(N, H, W, C)"])
        geometry = Geometry.of(
            NamedShape("images", images.shape),
            NamedShape("kernel_shape", kernel_shape),
            stride,
            padding,
            dilation,
            groups=groups,
        )
        outputs = _outputs(outputs, geometry)
        if len(outputs) != len(images):
            raise ValueError(
                f"output_gradient must have a first axis as long as images, "
                f"{len(images)}, got shape {outputs.shape}"
            )
        check_groups(geometry.groups, outputs.shape[3], "output_gradient")
        return geometry, outputs, images

    geometry, outputs, images = _in_order(check, output_gradient, images, "images")
    dtype = computing_dtype(outputs, images)
    n_kernels = outputs.shape[3]
    kernels_shape = (n_kernels, *kernel_shape)
    check_bytes(
        kernels_shape, dtype, "a gradient", "kernel_shape", lambda: str(kernel_shape)
    )
    gradient = np.zeros(kernels_shape, dtype)
    for part in parts(geometry, n_kernels, outputs, images):
        alone = part.of(geometry)
        of_part = np.zeros((gradient[part.kernels].shape[0], *alone.kernel), dtype)
        add_to_kernel_gradient(
            outputs[..., part.kernels], images[..., part.channels], of_part, alone
        )
        own = diagonal(of_part, part.n_groups)
        gradient[part.kernels] = own.reshape(-1, *kernels_shape[1:])
    return gradient


def _outputs(output_gradient: npt.ArrayLike, geometry: Geometry) -> np.ndarray:
    """Check that the gradient of the outputs has one for each placement."""
    outputs = real_array(output_gradient, "output_gradient", ["(N, out_h, out_w, K)"])
    if outputs.shape[1:3] != geometry.out_shape:
        rows, columns = geometry.out_shape
        raise ValueError(
            f"output_gradient must have {rows} x {columns} placements, as `correlate` "
            f"makes of these shapes, got shape {outputs.shape}"
        )
    return outputs


def _in_order(
    check: Callable[[Any, Any], Checked], outputs: Any, other: Any, name: str
) -> Checked:
    """Check two arrays; if they fit only the other way round, the error says so."""
    try:
        return check(outputs, other)
    except ValueError as error:
        try:
            check(other, outputs)
        except (TypeError, ValueError):
            raise error from None
        raise ValueError(
            f"{error}: output_gradient and {name} seem to be exchanged"
        ) from None
