"""Blocks: each output is in one of them, and what they hold is what was counted."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.package.test_correlate import cases
from xcorr_helpers._engine import bands, blocking
from xcorr_helpers._engine.band_copies import Copier
from xcorr_helpers._engine.band_layout import Bands
from xcorr_helpers._geometry import Geometry, NamedShape


def copier_of(images, kernels, t, **options):
    image, kernel = NamedShape("image", images.shape), NamedShape("k", kernels.shape)
    geometry = Geometry.of(image, kernel, *options.values())
    layout = Bands.of(min(t, geometry.out_shape[1]), geometry)
    return Copier(images, geometry, layout, kernels.dtype), geometry, layout


@given(case=cases(), t=st.integers(1, 4), share=st.sampled_from([1, 40, 600, 10**9]))
def test_every_output_is_in_one_small_block(case, t, share):
    images, kernels, options = case
    copier, geometry, layout = copier_of(images, kernels.astype(float), t, **options)
    costs = copier.costs(len(kernels))
    seen = np.zeros((len(images), *geometry.out_shape), int)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("BLOCK_BYTES", "BLOCK_PRODUCTS", "SMALLEST_BLOCK"):
            patch.setattr(blocking, name, share)
        for block in blocking.cut(len(images), geometry.out_shape, costs, layout):
            part = block.of(seen)
            part += 1
            size, multiplications = costs(block.rows, block.columns)
            is_least = len(part) == block.rows == 1 and block.columns <= layout.t
            assert max(size, multiplications) * len(part) <= share or is_least
    assert (seen == 1).all()


@pytest.mark.parametrize(
    ("dtype", "stride", "t"), list(product([np.float64, np.float32], [1, 3], [1, 3]))
)
def test_a_block_holds_what_was_counted(dtype, stride, t, monkeypatch):
    images, kernels = np.ones((1, 11, 17, 2), dtype), np.ones((4, 3, 2, 2))
    copier, geometry, layout = copier_of(images, kernels, t, a=stride, b=0, c=1)
    held, work, matmul = [], [], np.matmul

    def array(self, shape):
        held.append(np.empty(shape, self.values.dtype))
        return held[-1]

    def product_of(values, matrix, out):
        work.append(values.size * matrix.shape[1])
        return matmul(values, matrix, out=out)

    monkeypatch.setattr(bands.Buffer, "array", array)
    monkeypatch.setattr(np, "matmul", product_of)
    out = np.empty((1, *geometry.out_shape, 4))[:, ::-1]  # not written to at once
    bands.correlate_bands(images, kernels, out, geometry, t)
    size, multiplications = copier.costs(4)(*geometry.out_shape)
    apart = 0 if dtype == np.float64 else copied_apart(geometry, layout)
    assert sum(a.nbytes for a in held) + apart == size
    assert work == [multiplications]


def copied_apart(geometry, layout):
    """Count the bytes of pixels that come to the right dtype before their bands."""
    strips = -(-geometry.out_shape[1] // layout.t)
    pixels = (strips - 1) * layout.t * geometry.stride[1] + layout.extent
    return layout.rows(geometry.out_shape[0]) * pixels * layout.channels * 8
