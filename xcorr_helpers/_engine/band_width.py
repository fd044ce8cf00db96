"""How many outputs of a row a band should serve: reading against multiplying."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from .._geometry import Geometry, extent

# In multiplications: to read a value for a product, and to begin a strip.
READ_COST, START_COST = 5.5, 90
LANES = 4  # columns of a product that take the time of one, on all processors
MATRIX_BYTES = 2**21  # a banded matrix larger than this costs more than it saves


@lru_cache(maxsize=256)  # a training asks the same again and again
def best_t(geometry: Geometry, n_kernels: int, itemsize: int) -> int:
    """Find the cheapest `t`.

    A row of outputs takes `ceil(out_width / t)` strips. Of a strip, each value is read
    for a product, and multiplied by t * K values, or as many as BLAS takes at once.
    """
    height, width, channels = geometry.kernel
    stride, dilation = geometry.stride[1], geometry.dilation[1]
    out_width = geometry.out_shape[1]
    # The matrix has more values than one of the kernels alone, t times.
    fitting = MATRIX_BYTES // (geometry.window_size * n_kernels * itemsize)
    t = np.arange(1, max(1, min(out_width, fitting)) + 1)
    pixels = ((t - 1) * stride + extent(width, dilation) - 1) // math.gcd(
        stride, dilation
    ) + 1
    pixels[0] = width  # one output needs no pixel between the kernel's values
    values = height * pixels * channels
    multiplied = -(-t * n_kernels // LANES) * LANES
    cost = -(-out_width // t) * (values * (multiplied + READ_COST) + START_COST)
    too_large = values * t * n_kernels * itemsize > MATRIX_BYTES
    too_large[0] = False
    return int(t[np.argmin(np.where(too_large, np.inf, cost))])
