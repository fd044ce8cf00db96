"""Answers to correlate_in_strips: wrong ones by their slip, and right ones."""

import itertools

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices, kernel_matrix, output_shape


class _Banded:
    """The reader's banded matrix, from the exercise before. It is right."""

    def __call__(self, kernels, t):
        n_kernels, height, width, channels = kernels.shape
        strip_shape = height, t + width - 1, channels
        banded = np.zeros((np.prod(strip_shape), t, n_kernels))
        index = correlation_indices(strip_shape, kernels.shape[1:])
        banded[index, np.arange(t)[:, None]] = kernel_matrix(kernels)
        return banded.reshape(-1, t * n_kernels)


my_banded_matrix = _Banded()


@named("the last outputs of a row are left at 0: where t does not")
def last_strip_left_out(images, kernels, t):
    """Where t does not divide the width, the last outputs stay zero."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    wide = t + width - 1
    index = correlation_indices(
        (images.shape[1], wide, channels), (height, wide, channels)
    )
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width - t + 1, t):
        columns = images[:, :, first : first + wide].reshape(len(images), -1)
        strips = columns[:, index] @ banded
        out[:, :, first : first + t] = strips.reshape(len(images), -1, t, n_kernels)
    return out


@named("the last strip starts at out_width - t, not one column")
def last_strip_one_too_far_left(images, kernels, t):
    """The last strip starts one column too far left, and leaves the last output out."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    strip_shape = height, t + width - 1, channels
    index = correlation_indices((images.shape[1], *strip_shape[1:]), strip_shape)
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        first = max(0, min(first, out_width - t - 1))
        columns = images[:, :, first : first + t + width - 1]
        strips = columns.reshape(len(images), -1)[:, index] @ banded
        out[:, :, first : first + t] = strips.reshape(len(images), -1, t, n_kernels)
    return out


@named("and a whole one more where t divides the width")
def padding_not_cut_off(images, kernels, t):
    """Zeros fill up the last strip, and its surplus outputs are not cut off."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    extra = t - out_width % t
    padded = np.pad(images, [(0, 0), (0, 0), (0, extra), (0, 0)])
    windows = sliding_window_view(padded, (height, t + width - 1), axis=(1, 2))
    strips = np.moveaxis(windows[:, :, ::t], 3, 5)
    made = strips.reshape(*strips.shape[:3], -1) @ my_banded_matrix(kernels, t)
    return made.reshape(len(images), out_height, -1, n_kernels)


@named("only the first strip of each row is made: is the return")
def return_in_the_loop(images, kernels, t):
    """The return stands in the loop, so only the first strips are made."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        first = min(first, out_width - t)
        for row in range(out_height):
            pixels = images[:, row : row + height, first : first + t + width - 1]
            made = pixels.reshape(len(images), -1) @ banded
            out[:, row, first : first + t] = made.reshape(-1, t, n_kernels)
        return out


@named("output height and width are exchanged where they are")
def output_sizes_exchanged(images, kernels, t):
    """Height and width of the output are exchanged where they are unpacked."""
    n_kernels, height, width, channels = kernels.shape
    out_width, out_height = output_shape(images.shape[1:], kernels.shape[1:])
    strip_shape = height, t + width - 1, channels
    index = correlation_indices((images.shape[1], *strip_shape[1:]), strip_shape)
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        first = min(first, out_width - t)
        columns = images[:, :, first : first + t + width - 1]
        strips = columns.reshape(len(images), -1)[:, index] @ banded
        out[:, :, first : first + t] = strips.reshape(len(images), -1, t, n_kernels)
    return out


@named("here it is the images")
def images_cut_in_place_of_columns(images, kernels, t):
    """A colon is missing, so the slice takes images and not columns."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    strip_shape = height, t + width - 1, channels
    index = correlation_indices((images.shape[1], *strip_shape[1:]), strip_shape)
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        first = min(first, out_width - t)
        columns = images[first : first + t + width - 1]
        strips = columns.reshape(len(images), -1)[:, index] @ banded
        out[:, :, first : first + t] = strips.reshape(len(images), -1, t, n_kernels)
    return out


@named("there are no other images than the first, and no axis for")
def first_image_only(images, kernels, t):
    """Only the first image is correlated, and has no axis of images."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((out_height, out_width, n_kernels))
    for first, row in itertools.product(range(0, out_width, t), range(out_height)):
        first = min(first, out_width - t)
        pixels = images[0, row : row + height, first : first + t + width - 1]
        out[row, first : first + t] = (pixels.ravel() @ banded).reshape(t, n_kernels)
    return out


@named("inside a strip the outputs run from right to left")
def outputs_reversed_in_a_strip(images, kernels, t):
    """The outputs of each strip are written from right to left."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first, row in itertools.product(range(0, out_width, t), range(out_height)):
        first = min(first, out_width - t)
        pixels = images[:, row : row + height, first : first + t + width - 1]
        made = (pixels.reshape(len(images), -1) @ banded).reshape(-1, t, n_kernels)
        out[:, row, first : first + t] = made[:, ::-1]
    return out


@named("the outputs of all kernels are added up: each has a place")
def kernels_added_up(images, kernels, t):
    """The results of all kernels are added up."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width))
    for first, row in itertools.product(range(0, out_width, t), range(out_height)):
        first = min(first, out_width - t)
        pixels = images[:, row : row + height, first : first + t + width - 1]
        made = (pixels.reshape(len(images), -1) @ banded).reshape(-1, t, n_kernels)
        out[:, row, first : first + t] = made.sum(axis=-1)
    return out


@named("the strips are multiplied by the kernels' matrix: they need")
def kernel_matrix_for_banded(images, kernels, t):
    """The strips are multiplied by the kernel matrix, which they do not meet."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    strip_shape = height, t + width - 1, channels
    index = correlation_indices((images.shape[1], *strip_shape[1:]), strip_shape)
    out = np.zeros((len(images), out_height, out_width, n_kernels))
    for first in range(0, out_width, t):
        first = min(first, out_width - t)
        columns = images[:, :, first : first + t + width - 1]
        strips = columns.reshape(len(images), -1)[:, index] @ kernel_matrix(kernels)
        out[:, :, first : first + t] = strips.reshape(len(images), -1, t, n_kernels)
    return out


@named("float16 holds three digits only")
def half_precision(images, kernels, t):
    """The output is kept in float16, with three digits."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    banded = my_banded_matrix(kernels, t)
    out = np.zeros((len(images), out_height, out_width, n_kernels), np.float16)
    for first, row in itertools.product(range(0, out_width, t), range(out_height)):
        first = min(first, out_width - t)
        pixels = images[:, row : row + height, first : first + t + width - 1]
        made = pixels.reshape(len(images), -1) @ banded
        out[:, row, first : first + t] = made.reshape(-1, t, n_kernels)
    return out


@named("the strips are joined along the rows, axis 1, and a reshape")
def strips_set_below_each_other(images, kernels, t):
    """The strips are put together along the rows, and not along the columns."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    strip_shape = height, t + width - 1, channels
    index = correlation_indices((images.shape[1], *strip_shape[1:]), strip_shape)
    made = []
    for first in range(0, out_width - t + 1, t):
        columns = images[:, :, first : first + t + width - 1]
        flat = columns.reshape(len(images), -1)
        strips = flat[:, index] @ my_banded_matrix(kernels, t)
        made.append(strips.reshape(len(images), -1, t, n_kernels))
    return np.concatenate(made, axis=1).reshape(len(images), out_height, -1, n_kernels)


@right
def right_by_index(images, kernels, t):
    """Columns are cut off and gathered by one index; the last strip is moved left."""
    n_kernels, height, width, channels = kernels.shape
    out_height, out_width = output_shape(images.shape[1:], kernels.shape[1:])
    wide = t + width - 1
    index = correlation_indices(
        (images.shape[1], wide, channels), (height, wide, channels)
    )
    banded = my_banded_matrix(kernels, t)
    out = np.empty((len(images), out_height, out_width, n_kernels))
    for first in [*range(0, out_width - t, t), out_width - t]:
        columns = images[:, :, first : first + wide].reshape(len(images), -1)
        made = columns[:, index] @ banded
        out[:, :, first : first + t] = made.reshape(*made.shape[:2], t, n_kernels)
    return out
