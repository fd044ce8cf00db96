"""The gradients: against central differences, by the adjoint law, against autograd."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.package.test_correlate import cases
from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlation_indices,
)
from xcorr_helpers._engine import blocks, grouped

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


@pytest.mark.parametrize("block_bytes", [1, 900, blocks.BLOCK_BYTES])
@given(case=cases(grouped=True), together=st.sampled_from([1, 4, 16]))
def test_adjoint_law(block_bytes, case, together):
    """<correlate(x), y> is <x, adjoint(y)>, and the same for the kernels: exactly."""
    images, kernels, options = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_BYTES", block_bytes)
        patch.setattr(blocks, "SMALLEST_BLOCK", 1)
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


def test_autograd():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    images, kernels = (
        RNG.standard_normal((2, 7, 9, 3)),
        RNG.standard_normal((4, 2, 3, 3)),
    )
    options = {"stride": (2, 1), "padding": (1, 2), "dilation": (2, 3)}
    x, k = (
        torch.tensor(np.moveaxis(a, 3, 1).copy(), requires_grad=True)
        for a in (images, kernels)
    )
    out = torch.nn.functional.conv2d(x, k, **options)
    y = RNG.standard_normal(out.shape)
    out.backward(torch.tensor(y))
    y = np.moveaxis(y, 1, 3)
    np.testing.assert_allclose(
        correlate_input_gradient(y, kernels, images.shape[1:], **options),
        np.moveaxis(x.grad.numpy(), 1, 3),
        atol=1e-12,
    )
    np.testing.assert_allclose(
        correlate_kernel_gradient(y, images, kernels.shape[1:], **options),
        np.moveaxis(k.grad.numpy(), 1, 3),
        atol=1e-12,
    )


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
