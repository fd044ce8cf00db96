"""What `correlate` holds beside its arguments and its result stays small."""

import tracemalloc

import numpy as np
import pytest

from xcorr_helpers import correlate

CASES = {
    "large batch": ((20_000, 28, 28, 1), (2, 3, 3, 1), {}),
    "large batch of colours": ((2_000, 32, 32, 3), (2, 5, 5, 3), {"padding": "same"}),
    "one large image": ((1, 4_000, 3_000, 1), (1, 3, 3, 1), {}),
    "one large image, all knobs": (
        (1, 4_000, 3_000, 1),
        (1, 3, 3, 1),
        {"padding": 50, "stride": 3, "dilation": 60},
    ),
    "one row": ((1, 1, 2_000_000, 1), (1, 1, 50, 1), {"stride": (1, 7)}),
}


@pytest.mark.parametrize("name", CASES)
def test_holds_at_most_64_megabytes(name):
    image_shape, kernels_shape, options = CASES[name]
    images = np.zeros(image_shape, np.uint8)  # converted block by block
    images.flat[::7] = 1
    tracemalloc.start()
    try:
        out = correlate(images, np.ones(kernels_shape), **options)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert out.dtype == np.float64
    assert peak - out.nbytes < 64e6
