"""Answers to strided_offsets: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import (
    correlation_indices,
    output_shape,
    window_index,
    window_offsets,
)

height, width = 7, 12


row_step, column_step = 2, 3


@named("of all is taken: the stride counts along each axis")
def as_it_stood(image_shape, kernel_shape, stride):
    """The stride counts along the list of all placements."""
    return window_offsets(image_shape, kernel_shape)[::stride]


@named("all are sliced by the stride squared: the stride counts")
def stride_squared_along_the_list(image_shape, kernel_shape, stride):
    """The list of all placements is sliced by the stride squared."""
    return window_offsets(image_shape, kernel_shape)[:: stride * stride]


@named("the stride is left out across: the columns start")
def reshaped_and_sliced_down_only(image_shape, kernel_shape, stride):
    """The stride is left out across: one slice cuts only the rows."""
    shape = output_shape(image_shape, kernel_shape)
    return window_offsets(image_shape, kernel_shape).reshape(shape)[::stride].ravel()


@named("as many steps as without a stride, and they leave the")
def every_offset_multiplied(image_shape, kernel_shape, stride):
    """Each offset is multiplied by the stride, and none is left out."""
    return window_offsets(image_shape, kernel_shape) * stride


@named("the ranges end too early, at size - kernel: the last start")
def last_placement_missing(image_shape, kernel_shape, stride):
    """The + 1 is forgotten on both axes, so that a last placement is missing."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0], stride)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[1], stride)
    return (rows * image_shape[1] + columns).ravel()


@named("the ranges end too late: a start is let in where the kernel")
def one_too_many(image_shape, kernel_shape, stride):
    """The steps end one too late, where the kernel does not fit."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0] + 2, stride)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[1] + 2, stride)
    return (rows * image_shape[1] + columns).ravel()


@named("the rest is rounded up: what is left over allows no further")
def rest_rounded_up(image_shape, kernel_shape, stride):
    """What the stride leaves over is rounded up to one more placement."""
    counts = [-(-(n - k) // stride) + 1 for n, k in zip(image_shape, kernel_shape)]
    rows, columns = (np.arange(count) * stride for count in counts)
    return np.add.outer(rows * image_shape[1], columns).ravel()


@named("the first placement is left out: the ranges start at")
def starts_at_the_stride(image_shape, kernel_shape, stride):
    """The first placement is left out: the steps start at the stride."""
    rows = np.arange(stride, image_shape[0] - kernel_shape[0] + 1, stride)[:, None]
    columns = np.arange(stride, image_shape[1] - kernel_shape[1] + 1, stride)
    return (rows * image_shape[1] + columns).ravel()


@named("the row step must hold the image's width, not its height")
def rows_jump_by_height(image_shape, kernel_shape, stride):
    """The image's height is used for its width."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0] + 1, stride)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[1] + 1, stride)
    return (rows * image_shape[0] + columns).ravel()


@named("the row step must hold the image's width, not the kernel's")
def rows_jump_by_kernel_width(image_shape, kernel_shape, stride):
    """A row of the kernel is taken for a row of the image."""
    return np.array(
        [
            row * kernel_shape[1] + column
            for row in range(0, image_shape[0] - kernel_shape[0] + 1, stride)
            for column in range(0, image_shape[1] - kernel_shape[1] + 1, stride)
        ]
    )


@named("the kernel's height stands for its width")
def kernel_height_for_both(image_shape, kernel_shape, stride):
    """The kernel's height is used for its width."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0] + 1, stride)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[0] + 1, stride)
    return (rows * image_shape[1] + columns).ravel()


@named("all placements are reshaped to (columns, rows): it is rows")
def reshaped_the_other_way(image_shape, kernel_shape, stride):
    """The placements are reshaped to (columns, rows) before the slice."""
    out_height, out_width = output_shape(image_shape, kernel_shape)
    every = window_offsets(image_shape, kernel_shape).reshape(out_width, out_height)
    return every[::stride, ::stride].ravel()


@named("the offsets are a vector: ravel() makes it flat")
def one_list_per_row(image_shape, kernel_shape, stride):
    """The offsets are a list of rows, not one list."""
    last_row, last_column = (n - k for n, k in zip(image_shape, kernel_shape))
    return [
        [row * image_shape[1] + column for column in range(0, last_column + 1, stride)]
        for row in range(0, last_row + 1, stride)
    ]


@named("with x[:, None] the first stand in a column, and each meets")
def axis_forgotten(image_shape, kernel_shape, stride):
    """The new axis of the rows is forgotten, so that the two do not fit."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0] + 1, stride)
    columns = np.arange(0, image_shape[1] - kernel_shape[1] + 1, stride)
    return (rows * image_shape[1] + columns).ravel()


@named("only the first row of placements is there: does the loop")
def return_in_the_loop(image_shape, kernel_shape, stride):
    """The return stands in the outer loop, so that it ends after one row."""
    result = []
    for row in range(0, image_shape[0] - kernel_shape[0] + 1, stride):
        for column in range(0, image_shape[1] - kernel_shape[1] + 1, stride):
            result.append(row * image_shape[1] + column)
        return result


@named("the number in the list tells nothing of the row: that is")
def rows_by_number_in_the_list(image_shape, kernel_shape, stride):
    """The rows are chosen by the placement's number, not by the row."""
    every = window_offsets(image_shape, kernel_shape)
    numbers = np.arange(len(every))
    columns = every % image_shape[1]
    return every[(columns % stride == 0) & (numbers % stride == 0)]


@named("the steps run on over a row's end, where the kernel does")
def no_jump_at_the_row_end(image_shape, kernel_shape, stride):
    """The steps run on over the end of a row, where the kernel does not fit."""
    last = (image_shape[0] - kernel_shape[0]) * image_shape[1]
    last += image_shape[1] - kernel_shape[1]
    return np.arange(0, last + 1, stride)


@named("this is a dilated window: offsets are one for each placement")
def window_for_offsets(image_shape, kernel_shape, stride):
    """The dilated window is listed, not the offsets."""
    return window_index(image_shape, kernel_shape, dilation=stride)


@named("it reads `column_step` of the notebook, whatever it is given")
def steps_of_the_notebook(image_shape, kernel_shape, stride):
    """The notebook's steps are read, not the argument `stride`."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0] + 1, row_step)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[1] + 1, column_step)
    return (rows * image_shape[1] + columns).ravel()


@named("kernel: use the arguments")
def sizes_of_the_hint(image_shape, kernel_shape, stride):
    """The hint's sizes are written as numbers in place of the arguments."""
    rows = np.arange(0, 5 - 2 + 1, stride)[:, None]
    columns = np.arange(0, 9 - 3 + 1, stride)
    return (rows * 9 + columns).ravel()


@named("there is a place for each placement without a stride: the")
def rest_left_at_zero(image_shape, kernel_shape, stride):
    """The array has a place for each placement, and most are left at zero."""
    result = np.zeros(len(window_offsets(image_shape, kernel_shape)), dtype=int)
    strided = window_offsets(image_shape, kernel_shape, stride=stride)
    result[: len(strided)] = strided
    return result


@named("]: its column is asked for")
def first_row_of_the_index(image_shape, kernel_shape, stride):
    """The first row of the index is returned, not its first column."""
    return correlation_indices(image_shape, kernel_shape, stride=stride)[0]


@named("these are pairs of row and column: a position is row *")
def pairs_for_positions(image_shape, kernel_shape, stride):
    """Pairs of row and column are listed, not flat positions."""
    out = output_shape(image_shape, kernel_shape, stride=stride)
    return np.array([(i * stride, j * stride) for i, j in np.ndindex(*out)])


@named("two slips: the row step must hold the image's width, not")
def last_missing_and_height(image_shape, kernel_shape, stride):
    """The + 1 is forgotten, and the height is used for the width."""
    rows = np.arange(0, image_shape[0] - kernel_shape[0], stride)[:, None]
    columns = np.arange(0, image_shape[1] - kernel_shape[1], stride)
    return (rows * image_shape[0] + columns).ravel()


@right
def right_as_a_list(image_shape, kernel_shape, stride):
    """A plain list, from two ranges."""
    return [
        row * image_shape[1] + column
        for row in range(0, image_shape[0] - kernel_shape[0] + 1, stride)
        for column in range(0, image_shape[1] - kernel_shape[1] + 1, stride)
    ]


@right
def right_as_a_tuple(image_shape, kernel_shape, stride):
    """A tuple of the positions that pass a test of row and column."""
    (height, width), (kernel_height, kernel_width) = image_shape, kernel_shape
    return tuple(
        position
        for position in range(height * width)
        if position // width % stride == 0
        and position % width % stride == 0
        and position // width + kernel_height <= height
        and position % width + kernel_width <= width
    )


@right
def right_by_two_slices(image_shape, kernel_shape, stride):
    """All placements, reshaped to the output and sliced on both axes."""
    shape = output_shape(image_shape, kernel_shape)
    every = window_offsets(image_shape, kernel_shape).reshape(shape)
    return every[::stride, ::stride].ravel()


@right
def right_by_windows_of_numbers(image_shape, kernel_shape, stride):
    """Windows of the image's numbered pixels; the first of each."""
    numbers = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    windows = sliding_window_view(numbers, kernel_shape)[::stride, ::stride]
    return windows[:, :, 0, 0].reshape(-1)
