"""The index functions, against the definition and the course's first arrays."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definition import positions
from xcorr_helpers import (
    correlation_indices,
    kernel_matrix,
    output_shape,
    window_index,
    window_offsets,
)


@st.composite
def settings_that_fit(draw, most_channels=3):
    """Draw sides that differ, and a stride and a dilation for each axis."""
    small, few = st.integers(1, 3), draw(st.integers(1, most_channels))
    kernel = draw(st.tuples(small, small))
    stride, dilation = draw(st.tuples(small, small)), draw(st.tuples(small, small))
    spare = draw(st.tuples(st.integers(0, 5), st.integers(0, 5)))
    image = tuple((kernel[i] - 1) * dilation[i] + 1 + spare[i] for i in (0, 1))
    if image[0] == image[1]:
        image = (image[0], image[1] + 1)
    return (*image, few), (*kernel, few), stride, dilation


@given(settings_that_fit())
def test_index_is_the_definition(setting):
    image, kernel, stride, dilation = setting
    expected = np.array(positions(image, kernel, stride, dilation))
    index = correlation_indices(image, kernel, stride=stride, dilation=dilation)
    assert index.dtype == np.intp
    np.testing.assert_array_equal(index, expected)
    np.testing.assert_array_equal(
        window_index(image, kernel, dilation=dilation), expected[0]
    )
    offsets = window_offsets(image, kernel, stride=stride, dilation=dilation)
    np.testing.assert_array_equal(offsets, expected[:, 0])
    out_height, out_width = output_shape(
        image, kernel, stride=stride, dilation=dilation
    )
    assert out_height * out_width == len(expected)


@given(settings_that_fit(most_channels=1))
def test_two_axes_are_one_channel(setting):
    image, kernel, stride, dilation = setting
    np.testing.assert_array_equal(
        correlation_indices(image[:2], kernel[:2], stride=stride, dilation=dilation),
        correlation_indices(image, kernel, stride=stride, dilation=dilation),
    )


@given(settings_that_fit(most_channels=1))
def test_offsets_are_the_window_of_the_output(setting):
    """Stride is to offsets what dilation is to the window."""
    image, kernel, stride, _ = setting
    output = (*output_shape(image, kernel, stride=stride), 1)
    np.testing.assert_array_equal(
        window_offsets(image, kernel, stride=stride),
        window_index(image, output, dilation=stride),
    )


def test_plain_is_stride_1_and_dilation_1():
    shapes = (5, 9, 3), (2, 4, 3)
    expected = np.array(positions(*shapes))
    np.testing.assert_array_equal(correlation_indices(*shapes), expected)
    np.testing.assert_array_equal(window_index(*shapes), expected[0])
    np.testing.assert_array_equal(window_offsets(*shapes), expected[:, 0])
    assert output_shape(*shapes) == (4, 6)


def test_the_seeds_arrays():
    np.testing.assert_array_equal(
        window_index((28, 28), (3, 3)), [0, 1, 2, 28, 29, 30, 56, 57, 58]
    )
    assert correlation_indices((28, 28), (3, 3)).shape == (676, 9)
    window = window_index((32, 32, 3), (5, 5, 3)).reshape(5, 5, 3)
    assert window[0, 0].tolist() == [0, 1, 2]
    assert window[2].tolist() == np.arange(192, 207).reshape(5, 3).tolist()
    assert window[4, 4].tolist() == [396, 397, 398]
    index = correlation_indices((32, 32, 3), (5, 5, 3))
    assert index.shape == (784, 75)
    assert index[0, [0, 1, 2, -3, -2, -1]].tolist() == [0, 1, 2, 396, 397, 398]
    assert index[1, [0, -1]].tolist() == [3, 401]
    assert index[-1, [0, 1, 2, -3, -2, -1]].tolist() == [
        2673,
        2674,
        2675,
        3069,
        3070,
        3071,
    ]


def test_the_seeds_kernel_matrix():
    kernels = [[[1, 0, -1]] * 3, [[1, 0, 1], [0, 0, 0], [-1, 0, -1]]]
    expected = [
        [1, 1],
        [0, 0],
        [-1, 1],
        [1, 0],
        [0, 0],
        [-1, 0],
        [1, -1],
        [0, 0],
        [-1, -1],
    ]
    np.testing.assert_array_equal(kernel_matrix(kernels), expected)


def test_kernel_matrix_lists_a_kernel_in_the_windows_order():
    kernels = np.arange(5 * 2 * 4 * 3).reshape(5, 2, 4, 3)
    matrix = kernel_matrix(kernels)
    assert matrix.shape == (24, 5)
    order = itertools.product(range(2), range(4), range(3))
    for place, (row, column, channel) in enumerate(order):
        np.testing.assert_array_equal(matrix[place], kernels[:, row, column, channel])


@pytest.mark.parametrize("size", range(1, 8))
@pytest.mark.parametrize("kernel", range(1, 5))
@pytest.mark.parametrize("stride", range(1, 4))
def test_output_shape_counts_placements(size, kernel, stride):
    for dilation, before, after in itertools.product((1, 2), (0, 1, 3), (0, 2)):
        span = (kernel - 1) * dilation + 1
        starts = [
            start
            for start in range(0, before + size + after, stride)
            if start + span <= before + size + after
        ]
        padding = ((before, after), (0, 0))
        options = {"stride": (stride, 1), "dilation": (dilation, 1), "padding": padding}
        if starts:
            assert output_shape((size, 9), (kernel, 2), **options) == (len(starts), 8)
        else:
            with pytest.raises(ValueError, match="must fit"):
                output_shape((size, 9), (kernel, 2), **options)


def test_named_paddings():
    assert output_shape((5, 9), (2, 4), padding="valid") == (4, 6)
    assert output_shape((5, 9), (2, 4), padding="same") == (5, 9)
    assert output_shape((5, 9), (2, 4), padding="full") == (6, 12)
    assert output_shape((5, 9), (2, 4), padding="same", stride=(2, 4)) == (3, 3)
    assert output_shape((5, 9), (2, 4), padding="full", dilation=2) == (7, 15)
    assert output_shape((5, 9), (2, 4), padding=(1, 2)) == (6, 10)
    assert output_shape((5, 9), (2, 4), padding=np.array([1, 2])) == (6, 10)
