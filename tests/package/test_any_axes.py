"""`correlate_nd`, against the definition, SciPy, `correlate` and PyTorch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definition import correlate_nd as definition
from xcorr_helpers import any_axes, correlate_nd

RNG = np.random.default_rng(11)
# Sizes of image and kernel that all differ; the film is 4 frames of 5 x 7 pixels.
SHAPES = {1: ((11,), (4,)), 2: ((5, 9), (2, 3)), 3: ((4, 5, 7), (2, 3, 1))}
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
