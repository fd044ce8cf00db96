"""How wide a strip should be: copies against multiplications."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from .._geometry import Geometry, extent

# What it costs, in multiplications, to begin a run of copies, and to copy one value.
COPY_COST = {np.dtype(np.float32): (360.0, 3.0), np.dtype(np.float64): (120.0, 3.0)}
SPREAD_COST = 6.5  # to copy a value where its neighbours go elsewhere
MATRIX_BYTES = 2**21  # a banded matrix larger than this costs more than it saves


class Strips(NamedTuple):
    """Strips of `t` outputs, along one axis of columns."""

    t: int
    extent: int  # pixels from the first that a strip reads to its last
    step: int  # from one pixel read to the next
    width: int  # pixels read
    stride: int  # of the kernel, counted in pixels read
    dilation: int


def strips_of(t: int, kernel_width: int, stride: int, dilation: int) -> Strips:
    """Describe strips of `t` outputs; pixels that no output reads are skipped."""
    step = dilation if t == 1 else math.gcd(stride, dilation)
    size = (t - 1) * stride + extent(kernel_width, dilation)
    width = (size - 1) // step + 1
    return Strips(t, size, step, width, max(1, stride // step), dilation // step)


def by_value(channels: int, width: int, n_strips: int) -> bool:
    """Tell whether to copy strips position by position, and not one after the other.

    Values are copied in runs, which take time to begin: the `width * C` neighbours in a
    row of a strip or, of one position, the `n_strips` in a row of the image.
    """
    return channels == 1 and n_strips > 3 * width


def best_t(geometry: Geometry, n_kernels: int, dtype: Any) -> int:
    """Balance copying against multiplying: the square-root rule.

    A strip has w = s * t + rest columns (stride 1: t + kernel_width - 1). In each
    kernel row, all its values are copied in one run, and multiplied by t * K values:

        cost of an output = (start + w * C * copy) / t + w * C * K

    which is least at t = sqrt((start / C + copy * rest) / (s * K)).
    """
    height, width, channels = geometry.kernel
    out_width = geometry.out_shape[1]
    stride, dilation = geometry.stride[1], geometry.dilation[1]
    start, copy = COPY_COST[np.dtype(dtype)]

    def cost(t: int) -> float:
        columns = strips_of(t, width, stride, dilation).width
        values = columns * channels
        if (
            t > 1
            and values * t * height * n_kernels * np.dtype(dtype).itemsize
            > MATRIX_BYTES
        ):
            return math.inf
        copies = start + copy * values
        if by_value(channels, columns, out_width // t):
            copies = values * (start / (out_width // t) + SPREAD_COST)
        cost = copies / t + values * n_kernels
        return cost if out_width % t == 0 else cost * 1.1  # several products a row

    step = stride // math.gcd(stride, dilation)
    rest = strips_of(2, width, stride, dilation).width - 2 * step
    ideal = math.sqrt(max(start / channels + copy * rest, 1) / (step * n_kernels))
    strips = math.ceil(out_width / ideal)
    near = {1, math.ceil(out_width / strips)} | {
        t for t in range(1, min(out_width, round(2 * ideal)) + 1) if out_width % t == 0
    }
    return min(near, key=cost)
