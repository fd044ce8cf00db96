"""Answers to dilated_window: wrong ones by their slip, and right ones."""

import itertools

import numpy as np

from tests.checks.labels import named, right, unnamed
from xcorr_helpers import (
    correlation_indices,
    output_shape,
    window_index,
)

height, width = 7, 12


row_gap, column_gap = 3, 2


@named("the row step must hold the image's width, not its height")
def rows_jump_by_height(image_shape, kernel_shape, dilation):
    """The image's height is used for its width."""
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    row_gap, column_gap = dilation
    rows = np.arange(kernel_height)[:, None] * row_gap
    columns = np.arange(kernel_width) * column_gap
    return (rows * height + columns).ravel()


@named("the row step must hold the image's width, not the output's")
def rows_jump_by_output_width(image_shape, kernel_shape, dilation):
    """A row of the output is taken for a row of the image."""
    out_width = output_shape(image_shape, kernel_shape, dilation=dilation)[1]
    rows = np.arange(kernel_shape[0]) * dilation[0] * out_width
    columns = np.arange(kernel_shape[1]) * dilation[1]
    return np.add.outer(rows, columns).ravel()


@named("the two steps are exchanged")
def gaps_exchanged(image_shape, kernel_shape, dilation):
    """The step down and the step across are exchanged."""
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    column_gap, row_gap = dilation
    rows = np.arange(kernel_height)[:, None] * row_gap
    columns = np.arange(kernel_width) * column_gap
    return (rows * width + columns).ravel()


@named("the step down is left out: rows of the window lie")
def row_gap_left_out(image_shape, kernel_shape, dilation):
    """The step down is left out."""
    rows = np.arange(kernel_shape[0])[:, None]
    columns = np.arange(kernel_shape[1]) * dilation[1]
    return (rows * image_shape[1] + columns).ravel()


@named("the dilation is left out: this is the window of a kernel")
def dilation_not_passed_on(image_shape, kernel_shape, dilation):
    """The dilation is forgotten in the call of the helper."""
    return window_index(image_shape, kernel_shape)


@named("the rows lack the width: a step down is")
def row_gap_in_pixels(image_shape, kernel_shape, dilation):
    """The step down is counted in pixels, not in rows of the image."""
    rows = np.arange(kernel_shape[0])[:, None] * dilation[0]
    columns = np.arange(kernel_shape[1]) * dilation[1]
    return (rows + columns).ravel()


@named("rows and columns are both multiplied by both steps: each")
def gaps_multiplied(image_shape, kernel_shape, dilation):
    """Both steps multiply each position of the window of chapter 2."""
    plain = window_index(image_shape, kernel_shape)
    return plain * (dilation[0] * dilation[1])


@named("the kernel's width stands for its height: it has")
def kernel_width_for_both(image_shape, kernel_shape, dilation):
    """The kernel's width is used for its height."""
    size = kernel_shape[1]
    return np.array(
        [
            i * dilation[0] * image_shape[1] + j * dilation[1]
            for i, j in np.ndindex(size, size)
        ]
    )


@named("the window goes down its columns first: list it row by row,")
def new_axis_on_the_columns(image_shape, kernel_shape, dilation):
    """The new axis is at the columns, so that they run slowest."""
    rows = np.arange(kernel_shape[0]) * dilation[0]
    columns = np.arange(kernel_shape[1])[:, None] * dilation[1]
    return (rows * image_shape[1] + columns).ravel()


@named("there is an axis of length")
def one_row_of_a_matrix(image_shape, kernel_shape, dilation):
    """The window has an axis too many: it is a matrix of one row."""
    index = correlation_indices(image_shape, kernel_shape, dilation=dilation)
    return index[:1]


@named("each position is one too large: the first is")
def counted_from_one(image_shape, kernel_shape, dilation):
    """The positions are counted from 1."""
    rows = np.arange(kernel_shape[0])[:, None] * dilation[0]
    columns = np.arange(kernel_shape[1]) * dilation[1]
    return (rows * image_shape[1] + columns + 1).ravel()


@named("the last row and column are missing: do the ranges end one")
def last_one_missing(image_shape, kernel_shape, dilation):
    """The steps end one too early: (k - 1) * d is not reached."""
    rows = range(0, (kernel_shape[0] - 1) * dilation[0], dilation[0])
    columns = range(0, (kernel_shape[1] - 1) * dilation[1], dilation[1])
    return np.array([i * image_shape[1] + j for i in rows for j in columns], dtype=int)


@named("the kernel is enlarged to size * step: dilation spreads its")
def kernel_enlarged(image_shape, kernel_shape, dilation):
    """The dilation makes the kernel larger in place of spreading it."""
    rows = np.arange(kernel_shape[0] * dilation[0])[:, None]
    columns = np.arange(kernel_shape[1] * dilation[1])
    return (rows * image_shape[1] + columns).ravel()


@named("only the first row of the window is there: does the loop")
def first_row_only(image_shape, kernel_shape, dilation):
    """Only the first row of the kernel is listed."""
    return np.arange(kernel_shape[1]) * dilation[1]


@named("only the last row of the window is there: is the list made")
def last_row_only(image_shape, kernel_shape, dilation):
    """The list begins anew in each row, so that only the last one is left."""
    for i in range(kernel_shape[0]):
        positions = []
        for j in range(kernel_shape[1]):
            positions.append(i * dilation[0] * image_shape[1] + j * dilation[1])
    return positions


@named("the dilation is applied twice: a range with a step needs no")
def gaps_twice(image_shape, kernel_shape, dilation):
    """The dilation is applied twice: to the range and by a factor."""
    rows = np.arange(0, kernel_shape[0] * dilation[0], dilation[0])[:, None]
    columns = np.arange(0, kernel_shape[1] * dilation[1], dilation[1])
    return (rows * dilation[0] * image_shape[1] + columns * dilation[1]).ravel()


@named("the steps are added, which shifts the window: they multiply")
def gap_added_once(image_shape, kernel_shape, dilation):
    """The dilation shifts the window in place of spreading it."""
    rows = np.arange(kernel_shape[0])[:, None] + dilation[0]
    columns = np.arange(kernel_shape[1]) + dilation[1]
    return (rows * image_shape[1] + columns).ravel()


@named("it reads `column_gap` of the notebook, whatever it is given")
def gaps_of_the_notebook(image_shape, kernel_shape, dilation):
    """The notebook's gaps are read, not the argument `dilation`."""
    rows = np.arange(kernel_shape[0])[:, None] * row_gap
    columns = np.arange(kernel_shape[1]) * column_gap
    return (rows * image_shape[1] + columns).ravel()


@named("bits, and larger numbers go round")
def signed_eight_bits(image_shape, kernel_shape, dilation):
    """Eight bits with a sign hold the positions, too few from 128 on."""
    return window_index(image_shape, kernel_shape, dilation=dilation).astype(np.int8)


@named("with x[:, None] the first stand in a column, and each meets")
def axis_forgotten(image_shape, kernel_shape, dilation):
    """The new axis of the rows is forgotten, so that the two do not fit."""
    rows = np.arange(kernel_shape[0]) * dilation[0]
    columns = np.arange(kernel_shape[1]) * dilation[1]
    return rows * image_shape[1] + columns


@named("a range cannot be multiplied: np.arange can, or give range")
def list_times_gap(image_shape, kernel_shape, dilation):
    """A range is multiplied by a number, which Python refuses."""
    rows = range(kernel_shape[0]) * dilation[0]
    columns = range(kernel_shape[1]) * dilation[1]
    return [i * image_shape[1] + j for i in rows for j in columns]


@named("this is the window at the bottom right: the first is at the")
def last_placement(image_shape, kernel_shape, dilation):
    """The window of the last placement is listed, not that of the first."""
    return correlation_indices(image_shape, kernel_shape, dilation=dilation)[-1]


@named("where the kernel reads: np.flatnonzero lists the positions")
def values_not_positions(image_shape, kernel_shape, dilation):
    """The spread kernel's mask is returned, not its positions."""
    mask = np.zeros(image_shape, dtype=int)
    rows = np.arange(kernel_shape[0])[:, None] * dilation[0]
    mask[rows, np.arange(kernel_shape[1]) * dilation[1]] = 1
    return mask.ravel()


@unnamed
def row_gap_left_out_and_not_ravelled(image_shape, kernel_shape, dilation):
    """The step down is left out, and the ravel is forgotten."""
    rows = np.arange(kernel_shape[0])[:, None]
    return rows * image_shape[1] + np.arange(kernel_shape[1]) * dilation[1]


@named("both steps are in the columns: the step down, 3, is the rows' own")
def both_steps_in_the_columns(image_shape, kernel_shape, dilation):
    """Both gaps multiply the columns."""
    rows = np.arange(kernel_shape[0])[:, None] * image_shape[1]
    columns = np.arange(kernel_shape[1]) * dilation[0] * dilation[1]
    return (rows + columns).ravel()


@named("both steps are in the rows: the step across, 2, is the columns'")
def both_steps_in_the_rows(image_shape, kernel_shape, dilation):
    """Both gaps multiply the rows."""
    rows = np.arange(kernel_shape[0])[:, None] * image_shape[1]
    rows = rows * dilation[0] * dilation[1]
    return (rows + np.arange(kernel_shape[1])).ravel()


@right
def right_as_a_list(image_shape, kernel_shape, dilation):
    """A plain list, from a comprehension."""
    return [
        i * dilation[0] * image_shape[1] + j * dilation[1]
        for i in range(kernel_shape[0])
        for j in range(kernel_shape[1])
    ]


@right
def right_as_a_tuple_of_ranges(image_shape, kernel_shape, dilation):
    """A tuple, from ranges with a step, chained."""
    jump = dilation[0] * image_shape[1]
    rows = range(0, kernel_shape[0] * jump, jump)
    span = kernel_shape[1] * dilation[1]
    return tuple(
        itertools.chain(*(range(start, start + span, dilation[1]) for start in rows))
    )


@right
def right_by_add_outer_in_32_bits(image_shape, kernel_shape, dilation):
    """32 bits, by np.add.outer."""
    rows = np.arange(kernel_shape[0], dtype=np.int32) * dilation[0] * image_shape[1]
    columns = np.arange(kernel_shape[1], dtype=np.int32) * dilation[1]
    return np.add.outer(rows, columns).ravel()


@right
def right_by_slicing_the_numbered_image(image_shape, kernel_shape, dilation):
    """The image's numbered pixels are sliced with steps."""
    numbers = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    (down, across), (kh, kw) = dilation, kernel_shape
    return numbers[: kh * down : down, : kw * across : across].flatten()
