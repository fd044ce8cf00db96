"""A layer that makes images larger: the gradient of `correlate`, used forward."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ._arguments import (
    IntOrPair,
    Pair,
    check_bytes,
    completed,
    describe,
    int_pair,
    number_pairs,
    pair,
    whole_number,
)
from ._arrays import computing_dtype, real_array
from ._engine.backward import scatter
from ._geometry import Geometry, by, extent

__all__ = ["correlate_transposed"]


def correlate_transposed(
    images: npt.ArrayLike,
    kernels: npt.ArrayLike,
    *,
    stride: IntOrPair = 1,
    padding: IntOrPair | tuple[Pair, Pair] = 0,
    output_padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
    groups: int = 1,
) -> np.ndarray:
    """Lay each kernel into the output, times a pixel, and add up: `conv_transpose2d`.

    Parameters
    ----------
    images : (N, H, W, C_in) array_like
        Images, channels last. N may be 0. Never written to.
    kernels : (C_in, kh, kw, C_out) array_like
        One kernel for each channel that comes in. PyTorch's weights,
        (C_in, C_out, kh, kw), come as `weights.transpose(0, 2, 3, 1)`.
    stride : int or (int, int)
        Pixels of the output from where one pixel's kernel is laid to where the next
        one's is, down and to the right.
    padding : int, (int, int) or ((int, int), (int, int))
        Pixels that are cut off the output: those that would be the padding of the
        `correlate` that leads back. One number, (rows, columns), or
        ((top, bottom), (left, right)).
    output_padding : int or (int, int)
        Pixels that the output has more, below and to the right: with a stride, several
        sizes shrink to one, and this says which of them to return to. Smaller than
        stride or dilation.
    dilation : int or (int, int)
        Pixels from one kernel value to the next.
    groups : int
        Into how many groups the channels, in and out, are sorted, in their order. Each
        group is a layer of its own, so kernels are (C_in, kh, kw, C_out // groups).

    Returns
    -------
    (N, out_h, out_w, C_out) array
        out_h is (H - 1) * stride - top - bottom + dilation * (kh - 1) + 1 +
        output_padding, in pixels, and so for columns. float32 if images and kernels
        both are, else float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other, or nothing of the output is left.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    It is `correlate_input_gradient` for an image of the output's size, with the images
    as the gradient that comes back: the kernels' K are the channels that come in, their
    C those that go out. It does not undo a correlation: it returns to the shape, not to
    the values. Speed, threads and memory as in `correlate`.

    References
    ----------
    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning",
    2016, chapter 4, relation 14.

    Examples
    --------
    With a stride of 2, a kernel of 3 values overlaps its neighbour in one pixel:

    >>> row, kernel = np.array([1, 10, 100]), np.array([1, 2, 3])
    >>> row, kernel = row[None, None, :, None], kernel[None, None, :, None]
    >>> print(correlate_transposed(row, kernel, stride=2).ravel())
    [  1.   2.  13.  20. 130. 200. 300.]
    """
    images = real_array(images, "images", ["(N, H, W, C_in)"])
    axes = ["(C_in, kh, kw, C_out // groups)"]
    kernels = real_array(kernels, "kernels", axes, smallest=1)
    groups = whole_number(groups, "groups")
    _check_channels(images, kernels, groups)
    steps, gaps = int_pair(stride, "stride"), int_pair(dilation, "dilation")
    spans = extent(kernels.shape[1], gaps[0]), extent(kernels.shape[2], gaps[1])
    pads = _cut_off(padding)
    more = _more(output_padding, steps, gaps)
    sizes = images.shape[1:3]
    rows, columns = (
        (size - 1) * step + span - sum(pad) + rest
        for size, step, span, pad, rest in zip(sizes, steps, spans, pads, more)
    )
    if min(rows, columns) < 1:
        raise ValueError(
            f"padding must leave at least one row and one column of the output, got "
            f"{describe(padding)}, which leaves {by((rows, columns))}"
        )
    dtype = computing_dtype(images, kernels)
    shape = len(images), rows, columns, groups * kernels.shape[3]
    check_bytes(  # the sizes are counted even if there is no image
        (len(images) or 1, *shape[1:]),
        dtype,
        "an output",
        "images",
        lambda: f"shape {images.shape} with stride {steps}",
    )
    out = np.empty(shape, dtype)
    geometry = Geometry(shape[1:], kernels.shape[1:], steps, pads, gaps, sizes, groups)
    scatter(images, kernels.astype(dtype), out, geometry)
    return out


def _check_channels(images: np.ndarray, kernels: np.ndarray, groups: int) -> None:
    channels = images.shape[3]
    if len(kernels) != channels:
        turned = groups == 1 and kernels.shape[3] == channels
        raise ValueError(
            f"kernels must be (C_in, kh, kw, C_out // groups) with a first axis as "
            f"long as the last of images, {channels}, got shape {kernels.shape}"
            + (": kernels.transpose(3, 1, 2, 0) would fit" if turned else "")
        )
    if channels % groups:
        raise ValueError(
            f"groups must divide the channels, got {groups} for {channels} of images "
            f"{images.shape}"
        )


def _cut_off(padding: Any) -> tuple[Pair, Pair]:
    """Return `padding` as ((top, bottom), (left, right)); no word is one."""
    try:
        if isinstance(padding, str):
            raise ValueError
        return number_pairs(padding)
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"padding must be a whole number of at least 0, (rows, columns) or ((top, "
            f"bottom), (left, right)), got {describe(padding)}",
        ) from None


def _more(output_padding: Any, stride: Pair, dilation: Pair) -> Pair:
    """Return `output_padding` as a pair."""
    try:
        more = pair(output_padding, 0)
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"output_padding must be a whole number of at least 0, or (rows, columns), "
            f"got {describe(output_padding)}",
        ) from None
    if any(one >= max(both) for one, *both in zip(more, stride, dilation)):
        raise ValueError(
            f"output_padding must be smaller than stride or dilation, here {stride} "
            f"and {dilation}, got {describe(output_padding)}"
        )
    return more
