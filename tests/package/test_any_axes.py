"""`correlate_nd`, against the definition, SciPy, `correlate` and PyTorch."""

import runpy
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage, signal

from tests.definition import correlate_nd as definition
from tests.package.test_correlate import cases as of_correlate
from xcorr_helpers import any_axes, correlate, correlate_nd, sample_path

ROOT = Path(__file__).parents[2]
LARGEST = int(np.iinfo(np.intp).max)
RNG = np.random.default_rng(11)
# Sizes of image and kernel that all differ; the film is 4 frames of 5 x 7 pixels.
SHAPES = {1: ((11,), (4,)), 2: ((5, 9), (2, 3)), 3: ((4, 5, 7), (2, 3, 1))}
ONE_EACH = {n: ((1,) * n, ((0, 0),) * n, (1,) * n) for n in SHAPES}
all_axes = pytest.mark.parametrize("n_axes", SHAPES)


def toy(n_axes, channels=2, dtype=np.float64):
    image, kernel = SHAPES[n_axes]
    images = RNG.integers(-9, 10, (3, *image, channels)).astype(dtype)
    kernels = RNG.integers(-9, 10, (6, *kernel, channels)).astype(dtype)
    return images, kernels


def resolved(padding, image, kernel, stride, dilation):
    """Write a padding as (before, after) of each axis, by what the words mean."""
    if isinstance(padding, int):
        return ((padding, padding),) * len(image)
    if not isinstance(padding, str):
        return tuple((p, p) if isinstance(p, int) else p for p in padding)
    pairs = []
    for size, values, step, gap in zip(image, kernel, stride, dilation):
        span = (values - 1) * gap + 1
        if padding == "same":
            outputs = -(-size // step)  # and as few zeros as give so many
            total = 0
            while (size + total - span) // step + 1 < outputs or size + total < span:
                total += 1
            pairs.append((total // 2, total - total // 2))
        else:
            pairs.append((span - 1,) * 2 if padding == "full" else (0, 0))
    return tuple(pairs)


@st.composite
def cases(draw):
    n_axes, small = draw(st.integers(1, 3)), st.integers(1, 3)
    pad, one_each = st.integers(0, 3), lambda of: st.tuples(*[of] * n_axes)
    kernel, stride, dilation = (draw(one_each(small)) for _ in range(3))
    pads = pad | one_each(pad) | one_each(st.tuples(pad, pad))
    padding = draw(pads | st.sampled_from(["valid", "same", "full"]))
    image = []
    for size, gap in zip(kernel, dilation):
        # Large enough without any padding, or, with all that there may be, too small.
        image.append((size - 1) * gap + 1 + draw(st.integers(-2, 3)))
    image = tuple(max(1, size) for size in image)
    known = resolved(padding, image, kernel, stride, dilation)
    image = tuple(
        max(size, (values - 1) * gap + 1 - sum(both))
        for size, values, gap, both in zip(image, kernel, dilation, known)
    )
    groups, own, n_own = (draw(st.integers(1, 2 if n_axes == 3 else 3)) for _ in "123")
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    n_images = draw(st.integers(0, 2))
    images = rng.integers(-9, 10, (n_images, *image, groups * own))
    kernels = rng.integers(-9, 10, (groups * n_own, *kernel, own))
    knobs = {"stride": stride, "dilation": dilation, "groups": groups}
    return images, kernels, knobs | {"padding": padding}


# One output a block, a few, and all: block borders must not show.
@pytest.mark.parametrize("block_bytes", [1, 700, any_axes.BLOCK_BYTES])
@given(case=cases(), dtype=st.sampled_from(["i8", "i1", "f4", "f8"]))
def test_is_the_definition(block_bytes, case, dtype):
    images, kernels, options = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(any_axes, "BLOCK_BYTES", block_bytes)
        out = correlate_nd(images.astype(dtype), kernels.astype(dtype), **options)
    shapes = images.shape[1:-1], kernels.shape[1:-1]
    steps = options["stride"], options["dilation"]
    known = {"padding": resolved(options.pop("padding"), *shapes, *steps)}
    expected = definition(images, kernels, **options, **known)
    assert out.dtype == (np.float32 if dtype == "f4" else np.float64)
    assert out.shape == expected.shape
    np.testing.assert_array_equal(out, expected)


# What others say.

LAYERS = runpy.run_path(ROOT / "data" / "make_pytorch_layers.py")["LAYERS"]
NAMES = {"reflect": "reflect", "circular": "wrap", "constant": "constant"}


def stored(name):
    """Read what PyTorch was given and returned, with channels last."""
    with np.load(sample_path("pytorch_layers.npz")) as reference:
        kinds = ("images", "kernels", "output")
        return [np.moveaxis(reference[f"{name}_{kind}"], 1, -1) for kind in kinds]


@pytest.mark.parametrize("name", [n for n in LAYERS if "transpose" not in n])
def test_is_pytorchs(name):
    """All values are whole numbers, so that nothing is rounded."""
    images, kernels, output = stored(name)
    layer = LAYERS[name]
    assert images.shape == layer.images and kernels.shape == layer.kernels
    if layer.pad:  # PyTorch says it for the last axis first
        numbers = layer.pad["pad"]
        pairs = list(zip(numbers[::2], numbers[1::2]))[::-1]
        mode = NAMES[layer.pad.get("mode", "constant")]
        images = np.pad(images, [(0, 0), *pairs, (0, 0)], mode=mode)
    out = correlate_nd(images, kernels, **layer.options)
    np.testing.assert_array_equal(out, output)
    if images.ndim == 4:
        out = correlate(images, kernels, **layer.options)
        np.testing.assert_array_equal(out, output)


def test_causal_is_a_padding_before_alone():
    images, kernels, output = stored("conv1d_causal")
    out = correlate_nd(images, kernels, padding=((3, 0),))
    np.testing.assert_array_equal(out, output)


@all_axes
@pytest.mark.parametrize("mode", ["valid", "same", "full"])
def test_padding_is_scipys_mode(n_axes, mode):
    """But for an odd zero of "same", which `signal.correlate` puts before.

    SciPy's `correlate2d` puts it after, as we do, and as PyTorch does.
    """
    images, kernels = toy(n_axes)
    padding = mode
    if mode == "same":
        padding = tuple((k // 2, (k - 1) // 2) for k in kernels.shape[1:-1])
    out = correlate_nd(images, kernels, padding=padding)
    for n, k in np.ndindex(len(images), len(kernels)):
        expected = sum(
            signal.correlate(images[n, ..., c], kernels[k, ..., c], mode, "direct")
            for c in range(images.shape[-1])
        )
        np.testing.assert_array_equal(out[n, ..., k], expected)


# NumPy's names for a padding, and those of scipy.ndimage.
@all_axes
@pytest.mark.parametrize(
    "numpys, scipys",
    [
        ("constant", "constant"),
        ("reflect", "mirror"),
        ("symmetric", "reflect"),
        ("wrap", "wrap"),
        ("edge", "nearest"),
    ],
)
def test_a_padding_of_numpy_before_is_ndimages_mode(n_axes, numpys, scipys):
    """Of even kernels it puts the middle one later, so it pads one more before."""
    images, kernels = toy(n_axes, channels=1)
    around = [(size // 2, size - 1 - size // 2) for size in kernels.shape[1:-1]]
    padded = np.pad(images, [(0, 0), *around, (0, 0)], mode=numpys)
    out = correlate_nd(padded, kernels)
    assert out.shape[:-1] == images.shape[:-1]
    for n, k in np.ndindex(len(images), len(kernels)):
        expected = ndimage.correlate(images[n, ..., 0], kernels[k, ..., 0], mode=scipys)
        np.testing.assert_array_equal(out[n, ..., k], expected)


@given(case=of_correlate(grouped=True), word=st.sampled_from([None, "same", "full"]))
def test_along_two_axes_it_is_correlate(case, word):
    images, kernels, options = case
    if word:
        options["padding"] = word
    out = correlate_nd(images, kernels, **options)
    np.testing.assert_array_equal(out, correlate(images, kernels, **options))


def test_an_axis_of_one_pixel_changes_nothing():
    images, kernels = toy(1)
    expected = correlate_nd(images, kernels, stride=2, padding=((1, 3),), dilation=3)
    wide = correlate_nd(
        images[:, None],
        kernels[:, None],
        stride=(1, 2),
        padding=((0, 0), (1, 3)),
        dilation=(1, 3),
    )
    np.testing.assert_array_equal(wide[:, 0], expected)
    deep = correlate_nd(
        images[:, None, :, None],
        kernels[:, None, :, None],
        stride=(1, 2, 1),
        padding=((0, 0), (1, 3), (0, 0)),
        dilation=(1, 3, 1),
    )
    np.testing.assert_array_equal(deep[:, 0, :, 0], expected)


# What may come, and what must not.


@all_axes
def test_any_memory_layout_is_read_and_none_is_written(n_axes):
    images, kernels = toy(n_axes)
    expected = correlate_nd(images, kernels, padding=1)
    double = np.repeat(images, 2, axis=1)
    turned = (slice(None), *[slice(None, None, -1)] * n_axes)
    layouts = {
        "strided": double[:, ::2],
        "fortran": np.asfortranarray(images),
        "negative": images[turned].copy()[turned],
        "moved": np.moveaxis(np.moveaxis(images, -1, 1).copy(), 1, -1),
        "list": images.tolist(),
    }
    for name, layout in layouts.items():
        before = np.array(layout)
        if isinstance(layout, np.ndarray):
            assert name == "fortran" or not layout.flags.c_contiguous
            layout.flags.writeable = False
        out = correlate_nd(layout, np.asfortranarray(kernels), padding=1)
        np.testing.assert_array_equal(out, expected, err_msg=name)
        np.testing.assert_array_equal(layout, before, err_msg=name)


@all_axes
@pytest.mark.parametrize(
    "dtype", ["?", "i1", "u1", "i4", "i8", "u8", "f4", "f8", ">f4", ">f8"]
)
def test_dtypes(n_axes, dtype):
    images, kernels = (np.abs(array).astype(dtype) for array in toy(n_axes))
    out = correlate_nd(images, kernels)
    assert out.dtype == (np.float32 if dtype.endswith("f4") else np.float64)
    expected = definition(images, kernels, *ONE_EACH[n_axes])
    np.testing.assert_array_equal(out, expected)


def test_mixed_dtypes_are_float64_and_do_not_overflow():
    images, kernels = toy(3, dtype=np.float32)
    for other in ("f8", "i1", "?"):
        assert correlate_nd(images, kernels.astype(other)).dtype == np.float64
        assert correlate_nd(images.astype(other), kernels).dtype == np.float64
    full = np.full((1, 6, 2), 255, np.uint8)
    assert correlate_nd(full, full[:, :4]).ravel().tolist() == [8 * 255**2] * 3


def test_float32_is_float32_all_the_way():
    """Two products that overflow float32 show it; in float64 their sum would be 0."""
    image, kernel = np.array([3e38, 3e38], "f4"), np.array([2, -2], "f4")
    with np.errstate(all="ignore"):
        out = correlate_nd(image[None, :, None], kernel[None, :, None])
    assert not np.isfinite(out)


@all_axes
def test_empty_batch_and_single_values(n_axes):
    images, kernels = toy(n_axes)
    out = correlate_nd(images[:0], kernels)
    assert out.shape == (0, *correlate_nd(images, kernels).shape[1:])
    one = np.full((1,) * (n_axes + 2), 3.0)
    assert correlate_nd(one, one).ravel().tolist() == [9]
    padded = correlate_nd(one, one, padding=1)
    assert padded.shape == (1, *[3] * n_axes, 1) and padded.sum() == 9
    assert padded[(0, *[1] * n_axes, 0)] == 9


@all_axes
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_reaches_what_reads_it_and_no_other(n_axes, bad):
    images, kernels = toy(n_axes, channels=4)
    kernels = np.abs(kernels[..., :2]) + 1
    pixel = (1, *[2] * n_axes, 3)
    images[pixel] = bad
    out = correlate_nd(images, kernels, groups=2, padding=1)
    marked = np.zeros(images.shape)
    marked[pixel] = 1
    reached = correlate_nd(marked, kernels, groups=2, padding=1) > 0
    assert 0 < reached.sum() < reached.size // 4
    np.testing.assert_array_equal(~np.isfinite(out), reached)


def test_the_largest_numbers_are_right():
    """Nothing wraps around: one placement, by a kernel of one value."""
    images, kernels = toy(3)
    knobs = {"stride": LARGEST, "dilation": LARGEST}
    out = correlate_nd(images, kernels[:, :1, :1], **knobs)
    expected = images[:, :1, :1, :1] @ kernels[:, 0, 0, 0].T
    np.testing.assert_array_equal(out, expected)
    gap = {"padding": ((LARGEST // 4, 0),), "dilation": LARGEST // 4}
    image, kernel = np.array([[[5], [7]]]), np.array([[[2], [3]]])
    assert correlate_nd(image, kernel, **gap).ravel().tolist() == [15, 21]
