"""`correlate_transposed`, against the definition, the adjoint law and PyTorch."""

import runpy
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definition import correlate_transposed as definition
from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_transposed,
    sample_path,
)
from xcorr_helpers._engine import blocking, grouped

ROOT = Path(__file__).parents[2]
LARGEST = int(np.iinfo(np.intp).max)
RNG = np.random.default_rng(13)


def toy(dtype=np.float64):
    images = RNG.integers(-9, 10, (5, 2, 3, 4)).astype(dtype)
    kernels = RNG.integers(-9, 10, (4, 3, 2, 6)).astype(dtype)
    return images, kernels


@st.composite
def cases(draw):
    small, pad = st.integers(1, 3), st.integers(0, 3)
    pairs = [draw(st.tuples(small, small)) for _ in range(4)]
    image, kernel, stride, dilation = pairs
    padding = draw(pad | st.tuples(pad, pad) | st.tuples(*[st.tuples(pad, pad)] * 2))
    more = [draw(st.integers(0, max(both) - 1)) for both in zip(stride, dilation)]
    n_images = draw(st.integers(0, 2))
    groups, own, n_own = draw(small), draw(small), draw(small)
    known = in_pairs(padding)
    # The smallest image of which some output is left.
    image = tuple(
        max(size, -(-(sum(both) - gap * (values - 1) - rest) // step) + 1)
        for size, both, gap, values, rest, step in zip(
            image, known, dilation, kernel, more, stride
        )
    )
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    images = rng.integers(-9, 10, (n_images, *image, groups * own))
    kernels = rng.integers(-9, 10, (groups * own, *kernel, n_own))
    options = {"stride": stride, "dilation": dilation, "groups": groups}
    return (
        images,
        kernels,
        options
        | {
            "padding": padding,
            "output_padding": tuple(more),
        },
    )


def in_pairs(padding):
    both = (padding, padding) if isinstance(padding, int) else padding
    return tuple((p, p) if isinstance(p, int) else p for p in both)


@pytest.mark.parametrize("block_bytes", [1, 900, blocking.BLOCK_BYTES])
@given(
    case=cases(),
    together=st.sampled_from([1, 4, 16]),
    dtype=st.sampled_from(["i8", "i1", "f4", "f8"]),
)
def test_is_the_definition(block_bytes, case, together, dtype):
    images, kernels, options = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "BLOCK_BYTES", block_bytes)
        patch.setattr(blocking, "SMALLEST_BLOCK", 1)
        patch.setattr(grouped, "ENOUGH_CHANNELS", together)
        out = correlate_transposed(
            images.astype(dtype), kernels.astype(dtype), **options
        )
    options["padding"] = in_pairs(options["padding"])
    expected = definition(images, kernels, **options)
    assert out.dtype == (np.float32 if dtype == "f4" else np.float64)
    assert out.shape == expected.shape
    np.testing.assert_array_equal(out, expected)


@given(case=cases())
def test_it_is_the_way_back_of_correlate(case):
    """<transposed(x), y> is <x, correlate(y)>, exactly, where sizes come back."""
    images, kernels, options = case
    stride, more = options["stride"], options.pop("output_padding")
    out = correlate_transposed(images, kernels, output_padding=more, **options)
    if any(rest >= step for rest, step in zip(more, stride)):
        return  # correlate has a placement more there
    y = np.random.default_rng(out.size).integers(-9, 10, out.shape)
    back = correlate(y, kernels, **options)
    assert back.shape == images.shape
    assert (out * y).sum() == (images * back).sum()
    given_back = correlate_input_gradient(images, kernels, out.shape[1:], **options)
    np.testing.assert_array_equal(out, given_back)


def test_with_zeros_between_the_pixels_it_is_a_correlation_with_turned_kernels():
    images, kernels = toy()
    spread = np.zeros((5, 2 * 2 - 1, 3 * 3 - 2, 4))
    spread[:, ::2, ::3] = images
    turned = kernels[:, ::-1, ::-1].transpose(3, 1, 2, 0)
    np.testing.assert_array_equal(
        correlate_transposed(images, kernels, stride=(2, 3)),
        correlate(spread, turned, padding="full"),
    )


def test_the_chapters_toy():
    """Each pixel times the kernel, where it is laid; they overlap, and are added."""
    image, kernel = np.arange(1, 7).reshape(2, 3), np.arange(1, 13).reshape(3, 4)
    out = correlate_transposed(
        image[None, :, :, None], kernel[None, :, :, None], stride=2
    )
    expected = np.zeros((5, 8))
    for row, column in np.ndindex(2, 3):
        laid = image[row, column] * kernel
        expected[2 * row : 2 * row + 3, 2 * column : 2 * column + 4] += laid
    np.testing.assert_array_equal(out, expected[None, :, :, None])


def test_every_size_that_shrinks_to_one_is_returned_to():
    """That is what `output_padding` is for."""
    kernels = toy()[1]
    for height, rest in ((7, 0), (8, 1), (9, 2)):
        larger = np.zeros((1, height, 5, 6))
        small = correlate(larger, kernels, stride=(3, 2), padding=1)
        assert small.shape[1:3] == (3, 3)
        back = correlate_transposed(
            small, kernels, stride=(3, 2), padding=1, output_padding=(rest, 1)
        )
        assert back.shape == larger.shape


LAYERS = runpy.run_path(ROOT / "data" / "make_pytorch_layers.py")["LAYERS"]


@pytest.mark.parametrize("name", [n for n in LAYERS if "transpose" in n])
def test_is_pytorchs(name):
    """All values are whole numbers, so that nothing is rounded."""
    with np.load(sample_path("pytorch_layers.npz")) as reference:
        images, kernels, output = (
            np.moveaxis(reference[f"{name}_{kind}"], 1, -1)
            for kind in ("images", "kernels", "output")
        )
    layer = LAYERS[name]
    assert images.shape == layer.images and kernels.shape == layer.kernels
    out = correlate_transposed(images, kernels, **layer.options)
    np.testing.assert_array_equal(out, output)
    assert out.flags.c_contiguous


# What may come, and what must not.


def test_any_memory_layout_is_read_and_none_is_written():
    images, kernels = toy()
    expected = correlate_transposed(images, kernels, stride=2)
    double = np.repeat(images, 2, axis=1)
    layouts = {
        "strided": double[:, ::2],
        "fortran": np.asfortranarray(images),
        "negative": images[:, ::-1, ::-1].copy()[:, ::-1, ::-1],
        "moved": np.moveaxis(np.moveaxis(images, 3, 1).copy(), 1, 3),
        "list": images.tolist(),
    }
    for name, layout in layouts.items():
        before = np.array(layout)
        if isinstance(layout, np.ndarray):
            layout.flags.writeable = False
        out = correlate_transposed(layout, np.asfortranarray(kernels), stride=2)
        np.testing.assert_array_equal(out, expected, err_msg=name)
        np.testing.assert_array_equal(layout, before, err_msg=name)


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("f4", "f4", "f4"),
        (">f4", "f4", "f4"),
        ("f4", "f8", "f8"),
        ("f4", "u1", "f8"),
        ("?", "u8", "f8"),
        ("i1", "i1", "f8"),
    ],
)
def test_dtypes(one, other, expected):
    images, kernels = (np.abs(array) for array in toy())
    images, kernels = images.astype(one), kernels.astype(other)
    out = correlate_transposed(images, kernels)
    assert out.dtype == expected
    pairs = (1, 1), ((0, 0), (0, 0)), (0, 0), (1, 1)
    np.testing.assert_array_equal(out, definition(images, kernels, *pairs))


def test_empty_batch_and_single_values():
    images, kernels = toy()
    assert correlate_transposed(images[:0], kernels, stride=2).shape == (0, 5, 6, 6)
    one = np.full((1, 1, 1, 1), 3.0)
    assert correlate_transposed(one, one).tolist() == [[[[9.0]]]]
    spread = correlate_transposed(one, one, stride=(3, 2), output_padding=(2, 1))
    assert spread.ravel().tolist() == [9, 0, 0, 0, 0, 0]


@given(
    case=cases(),
    bad=st.sampled_from([np.nan, np.inf, -np.inf]),
    place=st.integers(0, 10**6),
    of=st.sampled_from(["images", "kernels"]),
)
def test_what_is_not_finite_reaches_what_it_is_laid_into_and_no_other(
    case, bad, place, of
):
    images, kernels, options = case
    images, kernels = images.astype(float), kernels.astype(float)
    array = images if of == "images" else kernels
    if array.size:
        array.flat[place % array.size] = bad
    with np.errstate(invalid="ignore"):
        out = correlate_transposed(images, kernels, **options)
        options["padding"] = in_pairs(options["padding"])
        expected = definition(images, kernels, **options)
    np.testing.assert_array_equal(out, expected)


def test_the_largest_numbers_are_right():
    """Nothing wraps around: one pixel, and a kernel of one value."""
    images, kernels = toy()
    out = correlate_transposed(
        images[:, :1, :1], kernels[:, :1, :1], stride=LARGEST, dilation=LARGEST
    )
    np.testing.assert_array_equal(out, images[:, :1, :1] @ kernels[:, 0, 0])
    shape = correlate_transposed(images[:0], kernels, stride=2**50, padding=2**49).shape
    assert shape == (0, 2**50 - 2**50 + 3, 2 * 2**50 - 2**50 + 2, 6)
