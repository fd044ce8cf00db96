"""The band method: any width of strip gives what the index gives, and holds little."""

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from tests.definition import correlate as definition
from tests.definition import positions
from tests.package.test_correlate import cases
from xcorr_helpers import correlate, correlation, kernel_matrix, output_shape
from xcorr_helpers._engine import band_width, bands, blocking
from xcorr_helpers._engine.band_layout import Bands
from xcorr_helpers._engine.band_width import best_t
from xcorr_helpers._engine.bands import banded_matrix, correlate_bands
from xcorr_helpers._geometry import Geometry, NamedShape, extent

RNG = np.random.default_rng(9)


def in_bands(
    images, kernels, t, stride=(1, 1), padding=((0, 0), (0, 0)), dilation=(1, 1)
):
    """Correlate with strips of `t` outputs; all in one dtype."""
    image, kernel = NamedShape("image", images.shape), NamedShape("k", kernels.shape)
    geometry = Geometry.of(image, kernel, stride, padding, dilation)
    shape = (len(images), *geometry.out_shape, len(kernels))
    out = np.full(shape, -1e30, kernels.dtype)
    correlate_bands(images, kernels, out, geometry, t)
    return out


def geometry_of(out_width, kernel_shape, stride, dilation):
    """Describe the outputs of an image of that width."""
    height, width, channels = kernel_shape
    image = height, (out_width - 1) * stride + extent(width, dilation), channels
    return Geometry.of(
        NamedShape("image", image),
        NamedShape("kernel", kernel_shape),
        (1, stride),
        0,
        (1, dilation),
    )


def chosen_t(out_width, kernels_shape, stride=1, dilation=1, itemsize=4):
    """Return how many outputs a band serves, for outputs of that width."""
    n_kernels, *kernel_shape = kernels_shape
    geometry = geometry_of(out_width, tuple(kernel_shape), stride, dilation)
    return best_t(geometry, n_kernels, itemsize)


# From one row of strips a block to all of them; half of the cases in float32.
@pytest.mark.parametrize("block_bytes", [1, 2_000, blocking.BLOCK_BYTES])
@given(case=cases(), t=st.integers(1, 12), single=st.booleans())
def test_every_width_of_strip_is_the_definition(block_bytes, case, t, single):
    images, kernels, options = case
    kernels = kernels.astype(np.float32 if single else np.float64)
    out_shape = output_shape(images.shape[1:], kernels.shape[1:], **options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "BLOCK_BYTES", block_bytes)
        patch.setattr(blocking, "SMALLEST_BLOCK", 1)
        out = in_bands(images, kernels, min(t, out_shape[1]), **options)
    expected = definition(images, kernels, **options).reshape(out.shape)
    np.testing.assert_array_equal(out, expected)


@given(
    case=cases(),
    t=st.integers(1, 12),
    bad=st.lists(
        st.tuples(st.integers(0, 10**6), st.sampled_from([np.nan, np.inf, -np.inf]))
    ),
    where=st.sampled_from(["images", "kernels", "both"]),
)
def test_nan_and_infinity_reach_what_the_definition_says(case, t, bad, where):
    images, kernels, options = case
    images, kernels = images.astype(float), kernels.astype(float)
    for position, value in bad:
        if where != "kernels":
            images.flat[position % images.size] = value
        if where != "images":
            kernels.flat[position % kernels.size] = value
    out_shape = output_shape(images.shape[1:], kernels.shape[1:], **options)
    with np.errstate(invalid="ignore"):
        out = in_bands(images, kernels, min(t, out_shape[1]), **options)
        expected = definition(images, kernels, **options)
    np.testing.assert_array_equal(out, expected.reshape(out.shape))


@pytest.mark.filterwarnings("error")
def test_an_infinity_beside_a_window_warns_of_nothing():
    images = np.ones((1, 4, 9, 1))
    images[0, 1, 4] = np.inf
    out = in_bands(images, np.ones((1, 2, 3, 1)), 7)
    assert np.isinf(out).sum() == 2 * 3 and not np.isnan(out).any()


@given(
    t=st.integers(1, 6),
    shape=st.tuples(*[st.integers(1, 4)] * 4),
    stride=st.integers(1, 4),
    dilation=st.integers(1, 4),
)
def test_the_banded_matrix_holds_the_kernels_where_the_windows_read(
    t, shape, stride, dilation
):
    kernels = RNG.integers(1, 10, shape).astype(float)
    n_kernels, height, _, channels = shape
    bands = Bands.of(t, geometry_of(t, shape[1:], stride, dilation))
    banded = banded_matrix(kernels, bands)
    assert banded.shape == (height * bands.width * channels, t * n_kernels)
    # among all the pixels of a strip, of which it reads one in `column_step`
    strip = height, bands.extent, channels
    reads = positions(strip, shape[1:], (1, stride), (1, dilation))
    expected = np.zeros((*strip, t, n_kernels))
    for j, window in enumerate(reads):
        for position, values in zip(window, kernel_matrix(kernels)):
            row, column, channel = np.unravel_index(position, strip)
            expected[row, column, channel, j] = values
    skipped = np.delete(expected, np.s_[:: bands.column_step], axis=1)
    assert not skipped.any()
    np.testing.assert_array_equal(
        banded, expected[:, :: bands.column_step].reshape(len(banded), -1)
    )


def test_bands_range_from_im2col_to_the_toeplitz_matrix():
    kernels = RNG.standard_normal((2, 3, 3, 1))
    one, row = (Bands.of(t, geometry_of(26, (3, 3, 1), 1, 1)) for t in (1, 26))
    np.testing.assert_array_equal(banded_matrix(kernels, one), kernel_matrix(kernels))
    image = RNG.standard_normal((1, 28, 28, 1))
    rows = image[0, 5:8].ravel() @ banded_matrix(kernels, row)
    np.testing.assert_allclose(rows.reshape(26, 2), correlate(image, kernels)[0, 5])


def test_few_kernels_want_wide_strips_and_many_narrow_ones():
    widths = [chosen_t(1_009, (n, 3, 9, 1)) for n in (1, 4, 16, 64, 256)]
    assert widths == sorted(widths, reverse=True) and widths[0] > 4 * widths[-1]
    wide = [chosen_t(1_009, (2, 3, kw, 1)) for kw in (1, 3, 9, 27)]
    assert wide == sorted(wide) and wide[0] < wide[-1]


@given(
    out_width=st.integers(1, 300),
    shape=st.tuples(*[st.integers(1, 40)] * 4),
    stride=st.integers(1, 5),
    dilation=st.integers(1, 5),
    itemsize=st.sampled_from([4, 8]),
)
def test_strips_fit_the_row_and_their_matrix_the_cache(
    out_width, shape, stride, dilation, itemsize
):
    t = chosen_t(out_width, shape, stride, dilation, itemsize)
    assert 1 <= t <= out_width
    bands = Bands.of(t, geometry_of(out_width, shape[1:], stride, dilation))
    values = bands.height * bands.row_values * t * shape[0]
    assert t == 1 or values * itemsize <= band_width.MATRIX_BYTES


def test_windows_that_share_no_pixel_are_not_put_in_strips():
    assert chosen_t(50, (64, 3, 3, 64), stride=3) == 1
    assert chosen_t(50, (4, 3, 3, 64), dilation=700) == 1


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_threads_and_repetition_leave_every_bit(dtype, channels):
    images = RNG.standard_normal((600, 28, 28, channels)).astype(dtype)
    kernels = RNG.standard_normal((5, 4, 3, channels)).astype(dtype)
    results = []
    for threads in (2, 2, 1):
        with threadpool_limits(threads):
            results.append(correlate(images, kernels, method="bands"))
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])
    tolerance = 1e-4 if dtype is np.float32 else 1e-12
    index = correlate(images, kernels, method="index")
    np.testing.assert_allclose(results[0], index, rtol=tolerance, atol=tolerance)


CASES = {
    "60,000 digits": ((60_000, 28, 28, 1), (2, 3, 3, 1), {"padding": "same"}),
    "an image of 4,000 x 3,000": (
        (1, 4_000, 3_000, 1),
        (1, 3, 3, 1),
        {"padding": 50, "stride": 3, "dilation": 60},
    ),
    "a dilation of 700": ((1, 4_000, 3_000, 1), (1, 3, 3, 1), {"dilation": 700}),
    "long rows": (
        (1, 2, 1_000_000, 1),
        (1, 1, 50, 1),
        {"stride": (1, 7), "padding": "same"},
    ),
    "many channels": ((300, 32, 32, 64), (64, 3, 3, 64), {}),
}


@pytest.mark.parametrize("name", CASES)
def test_holds_at_most_64_megabytes(name):
    image_shape, kernels_shape, options = CASES[name]
    images = np.zeros(image_shape, np.uint8)  # converted block by block
    images.flat[::7] = 1
    kernels = np.ones(kernels_shape, np.float32)
    if name == "60,000 digits":
        images = images.astype(np.float32)  # the output of float64 alone is 750 MB
    tracemalloc.start()
    try:
        out = correlate(images, kernels, method="bands", **options)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - out.nbytes < 64e6


PEAK = """
import re, resource, sys
import numpy as np
from xcorr_helpers import correlate

def peak():
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open("/proc/self/status") as status:  # ru_maxrss counts pytest's peak, too
        return int(re.search(r"VmHWM:\\s*(\\d+) kB", status.read())[1]) * 1024

kernels = np.ones((2, 3, 3, 1), np.float32)
images = np.ones((60_000, 28, 28, 1), np.float32)
correlate(images[:500], kernels, method="bands")  # threads and libraries are there now
before = peak()
out = correlate(images, kernels, method="bands", padding=1)
print(peak() - before - out.nbytes)
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="the resource module is not on Windows"
)
def test_the_process_needs_no_more_either():
    run = subprocess.run(
        [sys.executable, "-c", PEAK], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 64e6


@pytest.mark.parametrize("block_bytes", [1, 500, blocking.BLOCK_BYTES])
def test_windows_of_one_pixel_are_multiplied_as_they_lie(block_bytes, monkeypatch):
    images, kernels = RNG.random((3, 5, 7, 4)), RNG.random((6, 1, 1, 4))
    monkeypatch.setattr(bands, "BLOCK_BYTES", block_bytes)
    out = correlate(images, kernels, method="bands")
    np.testing.assert_allclose(out, images @ kernels[:, 0, 0].T, rtol=1e-12)


def test_auto_takes_the_index_for_small_work_and_bands_for_the_rest(monkeypatch):
    used = []
    monkeypatch.setattr(
        correlation,
        "correlate_bands",
        lambda *args, **kwargs: used.append(args),
    )
    correlate(np.zeros((1, 5, 9, 1)), np.zeros((1, 2, 3, 1)))
    assert not used
    correlate(np.zeros((100, 28, 28, 1)), np.zeros((2, 3, 3, 1)))
    assert len(used) == 1
