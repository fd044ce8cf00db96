"""`correlate_transposed`, against the definition, the adjoint law and PyTorch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definition import correlate_transposed as definition
from xcorr_helpers import correlate_transposed
from xcorr_helpers._engine import blocking, grouped

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
