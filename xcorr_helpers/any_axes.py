"""Cross-correlate along one, two or three axes: the same index, a sum over axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, product
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ._arrays import check_axes, real_numbers, room_for_outputs
from ._engine.parts import Run, clip_to_axis
from ._geometry import NamedShape, Sizes, check_groups, extent
from ._placements import AnyPadding, IntOrTuple, Placements

__all__ = ["correlate_nd"]

IMAGES = ("(N, W, C)", "(N, H, W, C)", "(N, D, H, W, C)")
KERNELS = ("(K, kw, C)", "(K, kh, kw, C)", "(K, kd, kh, kw, C)")
BLOCK_BYTES = 2**21  # of a block's index, pixels, windows and products


def correlate_nd(
    images: npt.ArrayLike,
    kernels: npt.ArrayLike,
    *,
    stride: IntOrTuple = 1,
    padding: AnyPadding = 0,
    dilation: IntOrTuple = 1,
    groups: int = 1,
) -> np.ndarray:
    """Cross-correlate every image with every kernel, along one to three axes.

    Parameters
    ----------
    images : (N, W, C), (N, H, W, C) or (N, D, H, W, C) array_like
        Sounds, images or films: N of them, then one to three axes along which the
        kernels move, then channels. N may be 0. Never written to.
    kernels : (K, kw, C), (K, kh, kw, C) or (K, kd, kh, kw, C) array_like
        Kernels with as many axes, and with the images' channels. PyTorch's weights of
        `conv1d`, (K, C, kw), come as `weights.transpose(0, 2, 1)`, those of `conv3d`
        as `weights.transpose(0, 2, 3, 4, 1)`.
    stride, dilation : int or tuple of int
        Pixels from one placement to the next, and from one kernel value to the next:
        one number, or one for each axis.
    padding : int, tuple of int, tuple of (int, int), "valid", "same" or "full"
        Zeros around the image: one number, one for each axis, or (before, after) for
        each axis; so `((3, 0),)` is causal along one axis. The words are those of
        `output_shape`; with "same" an odd zero goes after, as in PyTorch, where
        `scipy.signal.correlate` puts it before.
    groups : int
        As in `correlate`: kernels are (K, ..., C // groups), and output k reads the
        channels of group k // (K // groups).

    Returns
    -------
    (N, out_w, K), (N, out_h, out_w, K) or (N, out_d, out_h, out_w, K) array
        float32 if images and kernels both are, else float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other, or an option is unknown.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    `window` and `offsets` are sums over axes: of how far each step along an axis goes
    in the flat image. They are made for a block of outputs at a time, so that memory
    stays small as in `correlate`, which is faster along two axes.

    References
    ----------
    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning",
    2016, whose relations hold along each axis by itself.

    Examples
    --------
    A sound, and the change from each value to the next:

    >>> sound, change = np.array([1, 4, 9, 16, 25]), np.array([-1, 1])
    >>> print(correlate_nd(sound[None, :, None], change[None, :, None]).ravel())
    [3. 5. 7. 9.]

    A film of 4 frames, 5 rows and 7 columns, and a kernel over 2 frames:

    >>> film, kernels = np.ones((1, 4, 5, 7, 1)), np.ones((1, 2, 3, 3, 1))
    >>> correlate_nd(film, kernels).shape
    (1, 3, 3, 5, 1)
    """
    images, kernels = _images_and_kernels(images, kernels)
    placements = Placements.of(
        NamedShape("images", images.shape),
        NamedShape("each kernel of kernels", kernels.shape),
        stride,
        padding,
        dilation,
        groups=groups,
    )
    check_groups(placements.groups, len(kernels), "kernels")
    out, weights = room_for_outputs(images, kernels, placements.out_shape, padding)
    _fill(images, weights, out, placements)
    return out


def _images_and_kernels(images: Any, kernels: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return both as checked arrays, with the same number of axes."""
    arrays = real_numbers(images, "images"), real_numbers(kernels, "kernels")
    check_axes(arrays[0], "images", IMAGES)
    check_axes(arrays[1], "kernels", KERNELS, smallest=1)
    if arrays[0].ndim != arrays[1].ndim:
        named = zip(("images", "kernels"), arrays, (IMAGES, KERNELS))
        few, many = sorted(named, key=lambda one: one[1].ndim)
        same = few[1].shape[-1] == many[1].shape[-1]
        raise ValueError(
            f"{many[0]} must be {many[2][few[1].ndim - 3]} for {few[0]} of shape "
            f"{few[1].shape}, got shape {many[1].shape}: "
            f"{few[0]}{'[None]' if same else '[..., None]'} may be what you mean"
        )
    return arrays


def grid(counts: Sequence[int], steps: Sequence[int]) -> npt.NDArray[np.intp]:
    """List the flat positions of a grid: along each axis, so many, a step apart.

    Both parts of the index are one. `window` counts the kernel's values, `offsets` the
    outputs.

    Examples
    --------
    >>> print(grid((2, 3), (9, 1)))
    [ 0  1  2  9 10 11]
    """
    positions = np.zeros(1, np.intp)
    for count, step in zip(counts, steps):
        # the only one lies at 0, however long a step may be
        along = np.arange(count, dtype=np.intp) * (step if count > 1 else 0)
        positions = np.add.outer(positions, along).ravel()
    return positions


class Span(NamedTuple):
    """Along one axis: a run of outputs, and the pixels that they read."""

    outputs: slice
    pixels: Run
    dilation: int  # what is left of the dilation among the pixels read


def _spans(placements: Placements, axis: int, run: int) -> list[Span]:
    """Cut the outputs along an axis into runs."""
    stride, before = placements.stride[axis], placements.padding[axis][0]
    size, dilation = placements.kernel[axis], placements.dilation[axis]
    spans = []
    for first in range(0, placements.out_shape[axis], run):
        stop = min(first + run, placements.out_shape[axis])
        start, outputs = first * stride - before, slice(first, stop)
        if stop - first == 1:  # it needs no pixel between the kernel's values
            spans.append(Span(outputs, Run(start, dilation, size), 1))
        else:
            length = (stop - first - 1) * stride + extent(size, dilation)
            spans.append(Span(outputs, Run(start, 1, length), dilation))
    return spans


def _blocks(
    placements: Placements, n_kernels: int, itemsize: int
) -> tuple[list[tuple[Span, ...]], int]:
    """Cut the outputs into blocks; tell how many images are taken at once."""
    runs = list(placements.out_shape)
    window_size, channels = math.prod(placements.kernel), placements.image[-1]
    while True:
        spans = [_spans(placements, axis, run) for axis, run in enumerate(runs)]
        n_outputs = math.prod(runs)
        pixels = math.prod(along[0].pixels.length for along in spans)
        values = pixels * channels + n_outputs * (window_size + n_kernels)
        index_bytes = n_outputs * window_size * np.dtype(np.intp).itemsize
        left = BLOCK_BYTES - 2 * index_bytes  # one of the first group, one of each
        if left >= values * itemsize or max(runs) == 1:
            return list(product(*spans)), max(1, left // (values * itemsize))
        axis = next(axis for axis, run in enumerate(runs) if run > 1)
        runs[axis] = (runs[axis] + 1) // 2


def _fill(
    images: np.ndarray, kernels: np.ndarray, out: np.ndarray, placements: Placements
) -> None:
    """Gather each block's windows by the index, and multiply: one product a group."""
    own, n_own = placements.kernel[-1], len(kernels) // placements.groups
    matrix = kernels.reshape(len(kernels), -1).T
    blocks, n_together = _blocks(placements, len(kernels), out.itemsize)
    for spans in blocks:
        target = out[(slice(None), *(span.outputs for span in spans))]
        shape = (*(span.pixels.length for span in spans), placements.image[-1])
        steps = _steps_of(shape)
        gaps = [span.dilation * step for span, step in zip(spans, steps)]
        moves = [stride * step for stride, step in zip(placements.stride, steps)]
        window = grid(placements.kernel, [*gaps, 1])
        offsets = grid(target.shape[1:-1], moves)
        index = offsets[:, None] + window[None, :]
        for first in range(0, len(images), n_together):
            some = slice(first, first + n_together)
            flat = _copy(images[some], spans, shape, out.dtype)
            for group in range(placements.groups):
                its = slice(group * n_own, (group + 1) * n_own)
                windows = np.take(flat, index + group * own, axis=1)
                made = windows @ matrix[:, its]
                target[some, ..., its] = made.reshape(target[some, ..., its].shape)


def _steps_of(shape: Sizes) -> list[int]:
    """Tell how far one step along each axis goes in the flat array.

    Examples
    --------
    >>> _steps_of((4, 5, 7, 2))
    [70, 14, 2, 1]
    """
    return list(accumulate(shape[:0:-1], lambda a, b: a * b, initial=1))[::-1]


def _copy(
    images: np.ndarray, spans: Sequence[Span], shape: Sizes, dtype: npt.DTypeLike
) -> np.ndarray:
    """Copy what a block reads of some images, zeros where it reads padding, flat."""
    part = np.zeros((len(images), *shape), dtype)
    along = [clip_to_axis(s.pixels, size) for s, size in zip(spans, images.shape[1:])]
    to, read = zip(*along)
    part[(slice(None), *to)] = images[(slice(None), *read)]
    return part.reshape(len(images), -1)
