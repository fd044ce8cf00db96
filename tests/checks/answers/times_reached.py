"""Answers to times_reached: wrong ones by their slip, and right ones."""

import numpy as np
from scipy.signal import convolve2d

from tests.checks.labels import named, right, unnamed
from xcorr_helpers import correlation_indices


def large(image_shape, kernel_shape, stride):
    return [(n - 1) * stride + k for n, k in zip(image_shape, kernel_shape)]


@named("counted once only, as brackets with an index do")
def added_with_brackets(image_shape, kernel_shape, stride):
    """times[index] += 1 adds once."""
    size = large(image_shape, kernel_shape, stride)
    times = np.zeros(size[0] * size[1], dtype=int)
    times[correlation_indices(size, kernel_shape, stride=stride)] += 1
    return times.reshape(size)


@named("the stride is left out: neighbouring pixels start")
def stride_forgotten(image_shape, kernel_shape, stride):
    """The stride is used nowhere."""
    return convolve2d(np.ones(image_shape), np.ones(kernel_shape)).astype(int)


@named("the stride is left out of the places")
def stride_in_the_size_only(image_shape, kernel_shape, stride):
    """The stamps lie one pixel apart, in an output of the right size."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row, column in np.ndindex(*image_shape):
        for i, j in np.ndindex(*kernel_shape):
            times[row + i, column + j] += 1
    return times


@named("the stride spreads the kernel")
def stride_on_the_kernel(image_shape, kernel_shape, stride):
    """The stride multiplies the kernel's places."""
    size = [n + (k - 1) * stride for n, k in zip(image_shape, kernel_shape)]
    times = np.zeros(size, dtype=int)
    for row, column in np.ndindex(*image_shape):
        for i, j in np.ndindex(*kernel_shape):
            times[row + i * stride, column + j * stride] += 1
    return times


@named("zeros between the pixels")
def one_zero_too_many_between(image_shape, kernel_shape, stride):
    """As many zeros as the stride are put between the pixels."""
    step = stride + 1
    apart = np.zeros([(n - 1) * step + 1 for n in image_shape])
    apart[::step, ::step] = 1
    return convolve2d(apart, np.ones(kernel_shape)).astype(int)


@named("there are zeros behind the last pixel, too")
def zeros_behind_the_last(image_shape, kernel_shape, stride):
    """Each pixel is followed by zeros, the last one, too."""
    apart = np.zeros([n * stride for n in image_shape])
    apart[::stride, ::stride] = 1
    return convolve2d(apart, np.ones(kernel_shape)).astype(int)


@named("as if one more pixel followed")
def size_without_minus_one(image_shape, kernel_shape, stride):
    """The output's size is height * stride + kernel_height."""
    size = [n * stride + k for n, k in zip(image_shape, kernel_shape)]
    times = np.zeros(size, dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += 1
    return times


@named("the output has height * stride rows")
def size_of_height_times_stride(image_shape, kernel_shape, stride):
    """The output's size is taken for height * stride, and the rest is cut."""
    times = np.zeros([n * stride for n in image_shape], dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += 1
    return times


@named("this is what is right in the middle, everywhere")
def one_formula_for_all(image_shape, kernel_shape, stride):
    """The number of overlaps in the middle stands everywhere."""
    each = [-(-k // stride) for k in kernel_shape]
    return np.full(large(image_shape, kernel_shape, stride), each[0] * each[1])


@named("rows and columns are added")
def rows_plus_columns(image_shape, kernel_shape, stride):
    """What reaches rows and what reaches columns is added."""
    lines = []
    for n, k in zip(image_shape, kernel_shape):
        line = np.zeros((n - 1) * stride + k, dtype=int)
        for start in range(n):
            line[start * stride : start * stride + k] += 1
        lines.append(line)
    return lines[0][:, None] + lines[1]


@named("the kernel's height and width are exchanged")
def kernel_exchanged(image_shape, kernel_shape, stride):
    """The kernel's height and width are unpacked in the wrong order."""
    kernel_width, kernel_height = kernel_shape
    size = large(image_shape, (kernel_height, kernel_width), stride)
    index = correlation_indices(size, (kernel_height, kernel_width), stride=stride)
    return np.bincount(index.ravel(), minlength=size[0] * size[1]).reshape(size)


@named("the output's height and width are exchanged in its shape")
def reshaped_the_other_way(image_shape, kernel_shape, stride):
    """The counts are right, and reshaped to (width, height)."""
    size = large(image_shape, kernel_shape, stride)
    index = correlation_indices(size, kernel_shape, stride=stride)
    return np.bincount(index.ravel(), minlength=size[0] * size[1]).reshape(size[::-1])


@named("it is flat: .reshape")
def left_flat(image_shape, kernel_shape, stride):
    """The counts are not reshaped."""
    size = large(image_shape, kernel_shape, stride)
    index = correlation_indices(size, kernel_shape, stride=stride)
    return np.bincount(index.ravel(), minlength=size[0] * size[1])


@named("only the last pixel sends")
def zeros_made_in_the_loop(image_shape, kernel_shape, stride):
    """np.zeros stands in the loop."""
    size = large(image_shape, kernel_shape, stride)
    for row, column in np.ndindex(*image_shape):
        times = np.zeros(size, dtype=int)
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += 1
    return times


@named("only the first pixel sends")
def returned_in_the_loop(image_shape, kernel_shape, stride):
    """The return stands in the loop."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += 1
        return times


@named("the last row and column of pixels send nothing")
def loops_end_early(image_shape, kernel_shape, stride):
    """The loops leave out the last pixel of each axis."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row in range(image_shape[0] - 1):
        for column in range(image_shape[1] - 1):
            down = slice(row * stride, row * stride + kernel_shape[0])
            times[down, column * stride : column * stride + kernel_shape[1]] += 1
    return times


@named("the kernel values are counted from 1 and added")
def numbers_of_values_added(image_shape, kernel_shape, stride):
    """The numbers of the kernel values are added."""
    stamp = np.arange(kernel_shape[0] * kernel_shape[1]).reshape(kernel_shape) + 1
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += stamp
    return times


@named("the whole kernel is sent from there")
def first_place_only(image_shape, kernel_shape, stride):
    """Only the place where a stamp starts is counted."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row, column in np.ndindex(*image_shape):
        times[row * stride, column * stride] += 1
    return times


@named("the stride goes down only")
def stride_down_only(image_shape, kernel_shape, stride):
    """The columns lack the stride."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column : column + kernel_shape[1]] += 1
    return times


@named("the output ends where the last pixel starts")
def size_without_the_kernel(image_shape, kernel_shape, stride):
    """The output's size is (height - 1) * stride + 1."""
    times = np.zeros([(n - 1) * stride + 1 for n in image_shape], dtype=int)
    for row, column in np.ndindex(*image_shape):
        down = slice(row * stride, row * stride + kernel_shape[0])
        times[down, column * stride : column * stride + kernel_shape[1]] += 1
    return times


@unnamed
def remainders_multiplied(image_shape, kernel_shape, stride):
    """A pattern of remainders is guessed."""
    rows, columns = large(image_shape, kernel_shape, stride)
    row, column = np.ogrid[:rows, :columns]
    return (1 + row % kernel_shape[0]) * (1 + column % kernel_shape[1])


@named("these are the pixels' readers on the way forward")
def readers_on_the_way_forward(image_shape, kernel_shape, stride):
    """The index of the image is counted, as in chapter 7."""
    index = correlation_indices(image_shape, kernel_shape, stride=stride)
    return np.bincount(index.ravel()).reshape(image_shape)


@named("so the far edges get as much as the middle")
def stamps_up_to_the_edge(image_shape, kernel_shape, stride):
    """The loops go through the output in steps."""
    times = np.zeros(large(image_shape, kernel_shape, stride), dtype=int)
    for row in range(0, times.shape[0], stride):
        for column in range(0, times.shape[1], stride):
            times[row : row + kernel_shape[0], column : column + kernel_shape[1]] += 1
    return times


@right
def right_with_the_index(image_shape, kernel_shape, stride):
    """The index of the way forward, counted."""
    size = large(image_shape, kernel_shape, stride)
    times = np.zeros(size[0] * size[1], dtype=int)
    np.add.at(times, correlation_indices(size, kernel_shape, stride=stride), 1)
    return times.reshape(size)


@right
def right_by_zeros_between(image_shape, kernel_shape, stride):
    """Zeros between ones, and a full correlation, in floats."""
    apart = np.zeros([(n - 1) * stride + 1 for n in image_shape])
    apart[::stride, ::stride] = 1
    return convolve2d(apart, np.ones(kernel_shape))
