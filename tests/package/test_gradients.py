"""The gradients: against central differences, by the adjoint law, against autograd."""

import runpy
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from tests.package.test_correlate import cases
from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlation_indices,
    sample_path,
)
from xcorr_helpers._engine import blocking, grouped

ROOT = Path(__file__).parents[2]
RNG = np.random.default_rng(7)
OPTIONS = {"stride": (2, 1), "padding": ((1, 0), (2, 1)), "dilation": (1, 2)}


def toy():
    images, kernels = (
        RNG.standard_normal((2, 6, 5, 3)),
        RNG.standard_normal((4, 3, 2, 3)),
    )
    weights = RNG.standard_normal(correlate(images, kernels, **OPTIONS).shape)
    return images, kernels, weights


def central_differences(loss, array, step=1e-6):
    """Move each value a little up and a little down, and see what the loss does."""
    gradient = np.empty_like(array)
    for place in np.ndindex(array.shape):
        moved = array.copy()
        moved[place] += step
        up = loss(moved)
        moved[place] -= 2 * step
        gradient[place] = (up - loss(moved)) / (2 * step)
    return gradient


def test_central_differences():
    images, kernels, weights = toy()

    def loss(images, kernels):
        return (correlate(images, kernels, **OPTIONS) * weights).sum()

    np.testing.assert_allclose(
        correlate_input_gradient(weights, kernels, images.shape[1:], **OPTIONS),
        central_differences(lambda moved: loss(moved, kernels), images),
        atol=1e-7,
    )
    np.testing.assert_allclose(
        correlate_kernel_gradient(weights, images, kernels.shape[1:], **OPTIONS),
        central_differences(lambda moved: loss(images, moved), kernels),
        atol=1e-7,
    )


@pytest.mark.parametrize("block_bytes", [1, 900, blocking.BLOCK_BYTES])
@given(case=cases(grouped=True), together=st.sampled_from([1, 4, 16]))
def test_adjoint_law(block_bytes, case, together):
    """<correlate(x), y> is <x, adjoint(y)>, and the same for the kernels: exactly."""
    images, kernels, options = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "BLOCK_BYTES", block_bytes)
        patch.setattr(blocking, "SMALLEST_BLOCK", 1)
        patch.setattr(grouped, "ENOUGH_CHANNELS", together)
        out = correlate(images, kernels, **options)
        y = np.random.default_rng(out.size).integers(-9, 10, out.shape)
        to_images = correlate_input_gradient(y, kernels, images.shape[1:], **options)
        to_kernels = correlate_kernel_gradient(y, images, kernels.shape[1:], **options)
    assert to_images.shape == images.shape and to_kernels.shape == kernels.shape
    assert (out * y).sum() == (images * to_images).sum() == (kernels * to_kernels).sum()


@pytest.mark.parametrize("padding", ["valid", "same", "full"])
def test_adjoint_law_with_a_padding_that_has_a_name(padding):
    options = {"padding": padding, "stride": (2, 3), "dilation": (2, 1)}
    images = RNG.integers(-9, 10, (2, 7, 9, 3))
    kernels = RNG.integers(-9, 10, (4, 3, 2, 3))
    out = correlate(images, kernels, **options)
    y = RNG.integers(-9, 10, out.shape)
    to_images = correlate_input_gradient(y, kernels, images.shape[1:], **options)
    to_kernels = correlate_kernel_gradient(y, images, kernels.shape[1:], **options)
    assert (out * y).sum() == (images * to_images).sum() == (kernels * to_kernels).sum()


@given(case=cases())
def test_input_gradient_is_a_scatter_by_the_same_index(case):
    images, kernels, options = case
    padding = options.pop("padding")
    padded = np.pad(images, ((0, 0), *padding, (0, 0)))
    index = correlation_indices(padded.shape[1:], kernels.shape[1:], **options)
    out = correlate(images, kernels, padding=padding, **options)
    y = np.random.default_rng(out.size).integers(-9, 10, out.shape)
    flat = np.zeros((len(images), padded[0].size))
    windows = y.reshape(len(y), len(index), -1) @ kernels.reshape(len(kernels), -1)
    np.add.at(flat, (slice(None), index), windows)
    (top, _), (left, _) = padding
    rows, columns = images.shape[1:3]
    expected = flat.reshape(padded.shape)[:, top : top + rows, left : left + columns]
    np.testing.assert_array_equal(
        correlate_input_gradient(
            y, kernels, images.shape[1:], padding=padding, **options
        ),
        expected,
    )


def test_groups_and_gradients_are_pytorchs():
    """All values are whole numbers, so that nothing is rounded."""
    toys = runpy.run_path(ROOT / "data" / "make_pytorch_reference.py")
    images = toys["toy"]()[0][:2]
    kernels, weights = toys["grouped_toy"]()
    with np.load(sample_path("pytorch_conv2d.npz")) as reference:
        output, to_images, to_kernels = (
            np.moveaxis(reference[name], 1, 3)
            for name in ("grouped_output", "image_gradient", "kernel_gradient")
        )
    options = toys["OPTIONS"]
    shapes = images.shape[1:], kernels.shape[1:]
    for method in ("index", "bands"):
        out = correlate(images, kernels, method=method, **options)
        np.testing.assert_array_equal(out, output)
    of_images = correlate_input_gradient(weights, kernels, shapes[0], **options)
    np.testing.assert_array_equal(of_images, to_images)
    of_kernels = correlate_kernel_gradient(weights, images, shapes[1], **options)
    np.testing.assert_array_equal(of_kernels, to_kernels)


@given(
    case=cases(grouped=True),
    bad=st.sampled_from([np.nan, np.inf, -np.inf]),
    place=st.integers(0, 10**6),
    of=st.sampled_from(["outputs", "kernels"]),
)
def test_what_is_not_finite_reaches_the_pixels_that_it_should(case, bad, place, of):
    """By the definition: pixel += output * value, for each that an output reads."""
    images, kernels, options = case
    kernels = kernels.astype(float)
    y = np.random.default_rng(place).integers(
        -9, 10, correlate(*case[:2], **options).shape
    )
    y = y.astype(float)
    array = y if of == "outputs" else kernels
    array.flat[place % array.size] = bad
    with np.errstate(invalid="ignore"):
        expected = scattered(y, kernels, images.shape, **options)
        gradient = correlate_input_gradient(y, kernels, images.shape[1:], **options)
    np.testing.assert_array_equal(gradient, expected)


def scattered(y, kernels, images_shape, stride, padding, dilation, groups):
    """Add each output, times each value of its kernel, to the pixel that it read."""
    (top, bottom), (left, right) = padding
    n_images, height, width, channels = images_shape
    padded = np.zeros((n_images, top + height + bottom, left + width + right, channels))
    own = channels // groups
    for n, row, column, k in np.ndindex(y.shape):
        first = k // (len(kernels) // groups) * own
        for i, j, c in np.ndindex(kernels.shape[1:]):
            pixel = (
                n,
                row * stride[0] + i * dilation[0],
                column * stride[1] + j * dilation[1],
            )
            padded[*pixel, first + c] += y[n, row, column, k] * kernels[k, i, j, c]
    return padded[:, top : top + height, left : left + width]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_threads_and_repetition_leave_every_bit(dtype):
    images = RNG.standard_normal((900, 28, 28, 3)).astype(dtype)
    kernels = RNG.standard_normal((5, 3, 3, 3)).astype(dtype)
    y = RNG.standard_normal((900, 26, 26, 5)).astype(dtype)
    results = []
    for threads in (2, 2, 1):
        with threadpool_limits(threads):
            to_images = correlate_input_gradient(y, kernels, images.shape[1:])
            to_kernels = correlate_kernel_gradient(y, images, kernels.shape[1:])
            results.append((to_images, to_kernels))
    for again in results[1:]:
        for one, other in zip(results[0], again):
            np.testing.assert_array_equal(one, other)


def test_dtypes_empty_batches_and_read_only_input():
    images, kernels, weights = (array.astype(np.float32) for array in toy())
    for array in (images, kernels, weights):
        array.flags.writeable = False
    shapes = images.shape[1:], kernels.shape[1:]
    assert (
        correlate_input_gradient(weights, kernels, shapes[0], **OPTIONS).dtype == "f4"
    )
    assert (
        correlate_kernel_gradient(weights, images, shapes[1], **OPTIONS).dtype == "f4"
    )
    mixed = correlate_kernel_gradient(weights.astype(int), images, shapes[1], **OPTIONS)
    assert mixed.dtype == "f8"
    empty = correlate_input_gradient(weights[:0], kernels, shapes[0], **OPTIONS)
    assert empty.shape == (0, *shapes[0])
    none = correlate_kernel_gradient(weights[:0], images[:0], shapes[1], **OPTIONS)
    assert none.shape == kernels.shape and not none.any()


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("f4", "f4", "f4"),
        ("f4", "f8", "f8"),
        ("f8", "f4", "f8"),
        ("f4", "u1", "f8"),
        ("u1", "f4", "f8"),
        ("u1", "u1", "f8"),
    ],
)
def test_float32_only_if_both_are(one, other, expected):
    outputs = np.ones((1, 3, 4, 2), one)
    for function, array, shape in (
        (correlate_input_gradient, np.ones((2, 2, 3, 1), other), (4, 6, 1)),
        (correlate_kernel_gradient, np.ones((1, 4, 6, 1), other), (2, 3, 1)),
    ):
        assert function(outputs, array, shape).dtype == expected


def test_float32_is_float32_all_the_way():
    """Two products that overflow float32 show it; in float64 their sum would be 0."""
    outputs = np.array([3e38, 3e38], "f4").reshape(1, 1, 1, 2)
    kernels = np.array([2, -2], "f4").reshape(2, 1, 1, 1)
    with np.errstate(all="ignore"):
        to_image = correlate_input_gradient(outputs, kernels, (1, 1, 1))
        outputs, image = outputs.reshape(1, 1, 2, 1), kernels.reshape(1, 1, 2, 1)
        to_kernel = correlate_kernel_gradient(outputs, image, (1, 1, 1))
    assert not np.isfinite(to_image) and not np.isfinite(to_kernel)


@pytest.mark.parametrize("shape", [(4_000, 28, 28, 1), (1, 4_000, 3_000, 1)])
def test_holds_at_most_64_megabytes(shape):
    images, kernels = np.zeros(shape, np.uint8), np.ones((2, 3, 3, 1))
    outputs = np.ones((shape[0], shape[1] - 2, shape[2] - 2, 2), np.uint8)
    for function, other, of in (
        (correlate_input_gradient, kernels, shape[1:]),
        (correlate_kernel_gradient, images, kernels.shape[1:]),
    ):
        tracemalloc.start()
        try:
            gradient = function(outputs, other, of)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak - gradient.nbytes < 64e6
