"""Cross-correlate a batch of images with several kernels: gather, then one product."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IntOrPair,
    Padding,
    check_bytes,
    describe,
)
from ._arrays import computing_dtype, images_and_kernels
from ._engine.blocking import gathered_blocks
from ._engine.strips import correlate_strips
from ._geometry import Geometry, NamedShape
from .indices import kernel_matrix

__all__ = ["correlate"]

# Windows with fewer values than this are gathered before strips are planned.
FEW_VALUES = 100_000


def correlate(
    images: npt.ArrayLike,
    kernels: npt.ArrayLike,
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
    method: str = "auto",
) -> np.ndarray:
    """Cross-correlate every image with every kernel.

    Parameters
    ----------
    images : (N, H, W, C) array_like
        Images, channels last. N may be 0. Never written to.
    kernels : (K, kh, kw, C) array_like
        Kernels with the images' channels, none of them flipped. PyTorch's weights,
        (K, C, kh, kw), come as `weights.transpose(0, 2, 3, 1)`, TensorFlow's,
        (kh, kw, C, K), as `weights.transpose(3, 0, 1, 2)`: where the sizes happen to
        fit, as with (8, 3, 3, 3), no shape tells that this was forgotten.
    stride, padding, dilation
        As in `output_shape`; padding is zeros, with "same" an odd one below and to the
        right.
    method : {"auto", "index", "strips"}
        "index" gathers the windows by the index matrix and multiplies them by the
        kernels' matrix, block by block. "strips" gathers what several neighbouring
        outputs read, once, and multiplies it by a banded matrix: faster, and the same
        but for rounding. "auto" takes "index" for small work and "strips" for the rest.

    Returns
    -------
    (N, out_h, out_w, K) array
        float32 if images and kernels both are, else float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other, or an option is unknown.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    Beside its arguments, the kernels' matrix and its result it holds a few megabytes,
    in strips a few for each thread and at most 64, however large the batch or the
    images are; more only where a single window has over 100,000 values. Integers become
    float64 block by block, exact up to 2**53. A NaN or an infinity reaches the outputs
    whose windows hold it, and no other. Strips use as many threads as BLAS may.

    References
    ----------
    K. Chellapilla, S. Puri and P. Simard, "High performance convolutional neural
    networks for document processing", 2006.

    Examples
    --------
    >>> image = np.array([[1, 2, 3], [4, 5, 6]])
    >>> kernel = np.array([[1, 0], [0, -1]])
    >>> out = correlate(image[None, :, :, None], kernel[None, :, :, None])
    >>> print(out.shape, out.ravel())
    (1, 1, 2, 1) [-4. -4.]
    """
    images, kernels = images_and_kernels(images, kernels)
    if not isinstance(method, str) or method not in ("auto", "index", "strips"):
        raise ValueError(
            f'method must be "auto", "index" or "strips", got {describe(method)}'
        )
    geometry = Geometry.of(
        NamedShape("images", images.shape),
        NamedShape("each kernel of kernels", kernels.shape),
        stride,
        padding,
        dilation,
    )
    dtype = computing_dtype(images, kernels)
    shape = (len(images), *geometry.out_shape, len(kernels))
    check_bytes(
        shape,
        dtype,
        "an output",
        "images",
        lambda: f"shape {images.shape} with padding {describe(padding)}",
    )
    out = np.empty(shape, dtype)
    weights = kernels.astype(dtype)
    if method == "auto":
        few = out[..., 0].size * geometry.window_size < FEW_VALUES
        method = "index" if few else "strips"
    if method == "strips":
        correlate_strips(images, weights, out, geometry)
        return out
    matrix = kernel_matrix(weights)
    for where, windows in gathered_blocks(images, geometry, len(kernels), dtype):
        target = out[where]
        target[...] = (windows @ matrix).reshape(target.shape)
    return out
