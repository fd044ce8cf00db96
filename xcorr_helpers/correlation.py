"""Cross-correlate a batch of images with several kernels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ._arguments import IntOrPair, Padding, describe
from ._arrays import images_and_kernels, room_for_outputs
from ._engine.bands import correlate_bands
from ._engine.gathering import correlate_index, is_small
from ._engine.grouped import on_diagonal, parts
from ._geometry import Geometry, NamedShape, check_groups

__all__ = ["correlate"]


def correlate(
    images: npt.ArrayLike,
    kernels: npt.ArrayLike,
    *,
    stride: IntOrPair = 1,
    padding: Padding = 0,
    dilation: IntOrPair = 1,
    groups: int = 1,
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
    groups : int
        Into how many groups channels and kernels are sorted, in their order; it divides
        both. Each group's kernels see the channels of their group alone, so kernels are
        (K, kh, kw, C // groups).
    method : {"auto", "index", "bands"}
        "index" gathers the windows by the index matrix and multiplies them by the
        kernels' matrix, block by block. "bands" copies columns of the image, as wide as
        several neighbouring outputs read, and multiplies views of them by a banded
        matrix: faster, and the same but for rounding. "auto" takes "index" for small
        work and "bands" for the rest.

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
    in bands a few for each thread and at most 64, however large the batch or the
    images are; more only where a single window has over 100,000 values. Integers become
    float64 block by block, exact up to 2**53. A NaN or an infinity reaches the outputs
    whose windows hold it, and no other. Bands use as many threads as BLAS may, and give
    the same bits on any number; Ctrl-C ends them after the block at hand.

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
    if not isinstance(method, str) or method not in ("auto", "index", "bands"):
        raise ValueError(
            f'method must be "auto", "index" or "bands", got {describe(method)}'
        )
    geometry = Geometry.of(
        NamedShape("images", images.shape),
        NamedShape("each kernel of kernels", kernels.shape),
        stride,
        padding,
        dilation,
        groups=groups,
    )
    check_groups(geometry.groups, len(kernels), "kernels")
    out, weights = room_for_outputs(images, kernels, geometry.out_shape, padding)
    if method == "auto":
        method = "index" if is_small(images, geometry) else "bands"
    fill = correlate_index if method == "index" else correlate_bands
    for part in parts(geometry, len(kernels), images, weights):
        fill(
            images[..., part.channels],
            on_diagonal(weights[part.kernels], part.n_groups),
            out[..., part.kernels],
            part.of(geometry),
        )
    return out
