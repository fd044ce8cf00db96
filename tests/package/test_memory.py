"""What `correlate` holds beside its arguments and its result stays small.

A result larger than any machine could hold is refused.
"""

import tracemalloc

import numpy as np
import pytest

from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlate_nd,
    correlate_transposed,
)

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


# Left to itself, `correlate` takes strips for work as large as this.
@pytest.mark.parametrize("method", ["auto", "index"])
@pytest.mark.parametrize("name", CASES)
def test_holds_at_most_64_megabytes(name, method):
    image_shape, kernels_shape, options = CASES[name]
    images = np.zeros(image_shape, np.uint8)  # converted block by block
    images.flat[::7] = 1
    tracemalloc.start()
    try:
        out = correlate(images, np.ones(kernels_shape), method=method, **options)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert out.dtype == np.float64
    assert peak - out.nbytes < 64e6


OTHERS = {
    "many sounds": (correlate_nd, (3_000, 4_000, 1), (2, 9, 1), {"padding": "same"}),
    "one long sound": (
        correlate_nd,
        (1, 8_000_000, 1),
        (1, 5, 1),
        {"padding": 10_000, "dilation": 4_000},
    ),
    "one long film": (correlate_nd, (1, 120, 300, 250, 1), (1, 2, 3, 4, 1), {}),
    "one long film, all knobs": (
        correlate_nd,
        (1, 120, 300, 250, 1),
        (1, 2, 3, 4, 1),
        {"padding": (10, 20, 30), "stride": (1, 2, 3), "dilation": (30, 20, 10)},
    ),
    "large film in groups": (
        correlate_nd,
        (1, 20, 200, 220, 8),
        (8, 2, 3, 1, 1),
        {"groups": 8},
    ),
    "one large image": (correlate_transposed, (1, 2_000, 1_500, 1), (1, 3, 3, 1), {}),
    "one large image, all knobs": (
        correlate_transposed,
        (1, 1_000, 800, 4),
        (4, 3, 3, 1),
        {
            "stride": 2,
            "padding": 50,
            "output_padding": 1,
            "dilation": 60,
            "groups": 4,
        },
    ),
    "many images": (correlate_transposed, (9_000, 14, 14, 2), (2, 3, 3, 1), {}),
}


@pytest.mark.parametrize("name", OTHERS)
def test_the_others_do_too(name):
    function, image_shape, kernels_shape, options = OTHERS[name]
    images = np.zeros(image_shape, np.uint8)
    images.flat[::7] = 1
    tracemalloc.start()
    try:
        out = function(images[:, ::-1], np.ones(kernels_shape), **options)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert out.dtype == np.float64
    assert peak - out.nbytes < 64e6


# So many values that float64 takes more bytes than can be counted, and float32 fewer.
ROWS = 2**20
COLUMNS = np.iinfo(np.intp).max // 6 // ROWS
AROUND = ((ROWS - 1, 0), (COLUMNS - 1, 0))
HUGE = {
    correlate: {"padding": AROUND},
    correlate_input_gradient: {
        "image_shape": (ROWS, COLUMNS, 1),
        "stride": (ROWS, COLUMNS),
    },
    correlate_nd: {"padding": AROUND},
    correlate_transposed: {
        "stride": (ROWS, COLUMNS),
        "output_padding": (ROWS - 1, COLUMNS - 1),
    },
    correlate_kernel_gradient: {
        "kernel_shape": (ROWS, COLUMNS, 1),
        "padding": AROUND,
    },
}


@pytest.mark.parametrize("function", HUGE)
def test_a_result_of_float32_may_have_twice_as_many_values(function):
    """What can be counted is left to the machine, which has no room for it."""
    one = np.ones((1, 1, 1, 1), np.float32)
    with pytest.raises(MemoryError):
        function(one, one, **HUGE[function])
    with pytest.raises(ValueError, match="bytes, as many as an index can count"):
        function(one, one.astype(np.float64), **HUGE[function])
