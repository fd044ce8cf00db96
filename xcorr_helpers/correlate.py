"""Cross-correlate a batch of images with several kernels: gather, then one product."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IntOrPair,
    Padding,
    computing_dtype,
    int_pair,
    padding_pairs,
    real_array,
)
from ._blocks import gathered_blocks
from ._strips import correlate_strips
from .indices import kernel_matrix, output_shape

__all__ = ["correlate"]

# Windows with fewer values than this are gathered before strips are planned.
FEW_VALUES = 100_000

_MISSING_AXIS = "add a missing axis with [None] in front or [..., None] behind"


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
        Kernels with the images' channels, none of them flipped.
    stride, padding, dilation
        As in `output_shape`; padding is zeros.
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
    images = real_array(images, "images", ["(N, H, W, C)"], _MISSING_AXIS)
    kernels = real_array(kernels, "kernels", ["(K, kh, kw, C)"], _MISSING_AXIS)
    if len(kernels) == 0:
        raise ValueError(f"kernels must hold at least one, got shape {kernels.shape}")
    if images.shape[3] != kernels.shape[3]:
        raise ValueError(
            f"kernels must have the images' {images.shape[3]} channels, got "
            f"{kernels.shape[3]}: images {images.shape}, kernels {kernels.shape}"
        )
    if method not in ("auto", "index", "strips"):
        raise ValueError(f'method must be "auto", "index" or "strips", got {method!r}')
    image_shape, kernel_shape = images.shape[1:], kernels.shape[1:]
    out_shape = output_shape(
        image_shape, kernel_shape, stride=stride, padding=padding, dilation=dilation
    )
    steps, gaps = int_pair(stride, "stride"), int_pair(dilation, "dilation")
    pads = padding_pairs(padding, image_shape, kernel_shape, steps, gaps)
    dtype = computing_dtype(images, kernels)
    out = np.empty((len(images), *out_shape, len(kernels)), dtype)
    weights = kernels.astype(dtype, copy=False)
    before = pads[0][0], pads[1][0]
    if method == "auto":
        few = out[..., 0].size * kernels[0].size < FEW_VALUES
        method = "index" if few else "strips"
    if method == "strips":
        correlate_strips(
            images, weights, out, stride=steps, dilation=gaps, before=before
        )
        return out
    matrix = kernel_matrix(weights)
    blocks = gathered_blocks(
        images,
        kernels.shape,
        out_shape,
        dtype,
        stride=steps,
        dilation=gaps,
        before=before,
    )
    for where, windows in blocks:
        target = out[where]
        target[...] = (windows @ matrix).reshape(target.shape)
    return out
