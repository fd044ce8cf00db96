"""`correlate`, against the definition and against SciPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import correlate2d

from tests.definition import correlate as definition
from xcorr_helpers import correlate, output_shape
from xcorr_helpers._engine import bands, blocking, gathering, grouped

RNG = np.random.default_rng(3)
both_methods = pytest.mark.parametrize("method", ["index", "bands"])


def toy(n_images=3, height=6, width=8, channels=2, dtype=np.float64):
    images = RNG.integers(-9, 10, (n_images, height, width, channels)).astype(dtype)
    kernels = RNG.integers(-9, 10, (4, 2, 3, channels)).astype(dtype)
    return images, kernels


@st.composite
def cases(draw, grouped=False):
    small, pad = st.integers(1, 3), st.integers(0, 4)
    kernel, stride, dilation = (draw(st.tuples(small, small)) for _ in range(3))
    padding = draw(st.tuples(st.tuples(pad, pad), st.tuples(pad, pad)))
    image = []
    for axis in (0, 1):
        span = (kernel[axis] - 1) * dilation[axis] + 1
        smallest = max(1, span - sum(padding[axis]))
        image.append(smallest + draw(st.integers(0, 4)))
    n_images, n_kernels, channels = (draw(small) for _ in range(3))
    groups = draw(small) if grouped else 1
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    images = rng.integers(-9, 10, (n_images, *image, groups * channels))
    kernels = rng.integers(-9, 10, (groups * n_kernels, *kernel, channels))
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    return images, kernels, options | ({"groups": groups} if grouped else {})


# One value a block, a few, and all: block borders must not show.
@pytest.mark.parametrize("block_bytes", [1, 900, blocking.BLOCK_BYTES])
@both_methods
@given(
    case=cases(grouped=True),
    together=st.sampled_from([1, 4, 16]),
    few=st.sampled_from([0, gathering.FEW_VALUES]),
    dtype=st.sampled_from([int, float]),
)
def test_is_the_definition(method, block_bytes, case, together, few, dtype):
    images, kernels, options = case
    with pytest.MonkeyPatch.context() as patch:
        for module in (gathering, blocking, bands):
            patch.setattr(module, "BLOCK_BYTES", block_bytes)
        patch.setattr(gathering, "FEW_VALUES", few)
        patch.setattr(blocking, "SMALLEST_BLOCK", 1)
        patch.setattr(grouped, "ENOUGH_CHANNELS", together)
        out = correlate(images.astype(dtype), kernels, method=method, **options)
    expected = definition(images, kernels, **options)
    options.pop("groups")
    shape = output_shape(images.shape[1:3], kernels.shape[1:3], **options)
    assert out.shape == (len(images), *shape, len(kernels))
    np.testing.assert_array_equal(out, expected.reshape(out.shape))


@pytest.mark.parametrize("mode", ["valid", "same", "full"])
@pytest.mark.parametrize("kernel_shape", [(2, 3), (3, 4), (4, 2), (1, 1), (5, 7)])
def test_padding_is_scipys_mode(mode, kernel_shape):
    images = RNG.standard_normal((2, 6, 9, 3))
    kernels = RNG.standard_normal((4, *kernel_shape, 3))
    expected = np.array(
        [
            [
                sum(correlate2d(x[..., c], k[..., c], mode=mode) for c in range(3))
                for k in kernels
            ]
            for x in images
        ]
    )
    out = correlate(images, kernels, padding=mode)
    np.testing.assert_allclose(out, np.moveaxis(expected, 1, 3), atol=1e-12)


def test_same_with_a_stride_pads_no_more_than_it_needs():
    """One row and one column are missing, and one of each comes after the image."""
    images = RNG.integers(-9, 10, (2, 8, 12, 3))
    kernels = RNG.integers(-9, 10, (2, 3, 4, 3))
    np.testing.assert_array_equal(
        correlate(images, kernels, padding="same", stride=(2, 3)),
        correlate(images, kernels, padding=((0, 1), (0, 1)), stride=(2, 3)),
    )


def test_stride_is_slicing_and_dilation_is_a_kernel_with_gaps():
    images, kernels = toy(height=9, width=11)
    dense = correlate(images, kernels)
    np.testing.assert_array_equal(
        correlate(images, kernels, stride=(2, 3)), dense[:, ::2, ::3]
    )
    spread = np.zeros((4, 3, 7, 2))
    spread[:, ::2, ::3] = kernels
    np.testing.assert_array_equal(
        correlate(images, kernels, dilation=(2, 3)), correlate(images, spread)
    )


@both_methods
def test_any_memory_layout_is_read_and_none_is_written(method):
    images, kernels = toy()
    expected = correlate(images, kernels, method="index")
    wide = np.zeros((3, 6, 16, 2))
    wide[:, :, ::2] = images
    layouts = {
        "strided": wide[:, :, ::2],
        "fortran": np.asfortranarray(images),
        "negative": images[:, ::-1, ::-1].copy()[:, ::-1, ::-1],
        "moved": np.moveaxis(np.moveaxis(images, 3, 1).copy(), 1, 3),
        "list": images.tolist(),
    }
    for name, layout in layouts.items():
        before = np.array(layout)
        if isinstance(layout, np.ndarray):
            layout.flags.writeable = False
        out = correlate(layout, np.asfortranarray(kernels), method=method)
        np.testing.assert_array_equal(out, expected, err_msg=name)
        np.testing.assert_array_equal(layout, before, err_msg=name)


@both_methods
@pytest.mark.parametrize(
    "dtype", ["?", "i1", "u1", "i4", "i8", "u8", "f4", "f8", ">f4", ">f8"]
)
def test_dtypes(dtype, method):
    images, kernels = toy()
    images, kernels = np.abs(images).astype(dtype), np.abs(kernels).astype(dtype)
    out = correlate(images, kernels, method=method)
    assert out.dtype == (np.float32 if dtype.endswith("f4") else np.float64)
    np.testing.assert_array_equal(out, definition(images, kernels).reshape(out.shape))


@both_methods
def test_mixed_dtypes_are_float64_and_do_not_overflow(method):
    images, kernels = toy()
    single = images.astype("f4")
    assert correlate(single, kernels, method=method).dtype == np.float64
    assert correlate(images, kernels.astype("f4"), method=method).dtype == np.float64
    assert correlate(single, kernels.astype("i1"), method=method).dtype == np.float64
    full = np.full((1, 2, 5, 4), 255, np.uint8)
    out = correlate(full, full[:, :, :3], method=method)
    assert out.ravel().tolist() == [24 * 255**2] * 3


@both_methods
def test_float32_is_float32_all_the_way(method):
    """Two products that overflow float32 show it; in float64 their sum would be 0."""
    image = np.array([3e38, 3e38], "f4").reshape(1, 1, 2, 1)
    kernel = np.array([2, -2], "f4").reshape(1, 1, 2, 1)
    with np.errstate(all="ignore"):
        assert not np.isfinite(correlate(image, kernel, method=method))


@both_methods
def test_empty_batch_and_single_values(method):
    _, kernels = toy()
    empty = correlate(np.zeros((0, 6, 8, 2)), kernels, method=method)
    assert empty.shape == (0, 5, 6, 4)
    one = np.array([[[[3.0]]]])
    assert correlate(one, one, method=method).tolist() == [[[[9.0]]]]
    padded = correlate(one, one, padding=1, method=method)
    assert padded.ravel().tolist() == [0, 0, 0, 0, 9, 0, 0, 0, 0]


@both_methods
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_stays_in_its_group(method, bad):
    images = RNG.standard_normal((2, 5, 6, 4))
    kernels = RNG.standard_normal((4, 2, 3, 1))
    images[0, 2, 3, 1] = bad
    out = correlate(images, kernels, groups=4, method=method)
    reached = np.zeros(out.shape, bool)
    reached[0, 1:3, 1:4, 1] = True
    np.testing.assert_array_equal(~np.isfinite(out), reached)


@both_methods
def test_a_nan_reaches_the_outputs_that_read_it_and_no_other(method):
    images, kernels = toy()
    images[1, 2, 3, 0] = np.nan
    reached = np.isnan(correlate(images, kernels, method=method)).any(axis=3)
    expected = np.zeros_like(reached)
    expected[1, 1:3, 1:4] = True
    np.testing.assert_array_equal(reached, expected)
