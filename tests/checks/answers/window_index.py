"""Answers to window_index: wrong ones by their slip, and right ones."""

import itertools

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right

height, width = 5, 9


kernel = np.array([[1, 0, -1], [2, 1, 0]])


kernel_height, kernel_width = kernel.shape


window_rows = np.arange(kernel_height)[:, None]


window_columns = np.arange(kernel_width)


window = (window_rows * width + window_columns).ravel()


@named("not its height")
def height_for_width_broadcast(image_shape, kernel_shape):
    """The rows are stepped over by the image's height, not by its width."""
    height, width = image_shape
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * height + np.arange(kernel_shape[1])).ravel()


@named("not its height")
def height_for_width_unpacked(image_shape, kernel_shape):
    """The image's shape is unpacked as width, height."""
    width, height = image_shape
    kernel_height, kernel_width = kernel_shape
    grid = np.add.outer(width * np.arange(kernel_height), np.arange(kernel_width))
    return grid.ravel()


@named("kernel's height and width are exchanged in the slices: rows")
def kernel_sides_exchanged_slice(image_shape, kernel_shape):
    """The kernel's height and width are exchanged in the slice."""
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    return positions[: kernel_shape[1], : kernel_shape[0]].ravel()


@named("in the old notebook, two slips: np.tile has height and width")
def old_notebook(image_shape, kernel_shape):
    """Kernel rows stand for columns, and rows are stepped by the height."""
    columns = np.tile(np.arange(kernel_shape[0]), kernel_shape[1])
    row_step = image_shape[0]
    return columns + np.repeat(np.arange(kernel_shape[0]) * row_step, kernel_shape[1])


@named("is given the number of rows: each start of a row is repeated")
def repeated_too_often(image_shape, kernel_shape):
    """Each row is repeated once for each row, so the lengths do not meet."""
    rows = np.repeat(np.arange(kernel_shape[0]) * image_shape[1], kernel_shape[0])
    columns = np.tile(np.arange(kernel_shape[1]), kernel_shape[0])
    return rows + columns


@named("columns first: rows come outside (the outer loop, np.repeat,")
def column_after_column_loops(image_shape, kernel_shape):
    """The loops are nested the wrong way: columns outside, rows inside."""
    return np.array(
        [
            i * image_shape[1] + j
            for j in range(kernel_shape[1])
            for i in range(kernel_shape[0])
        ]
    )


@named("the columns are multiplied by the width, too: only the row")
def width_on_both(image_shape, kernel_shape):
    """The columns are multiplied by the width, too."""
    rows = np.arange(kernel_shape[0])[:, None]
    columns = np.arange(kernel_shape[1])
    return ((rows + columns) * image_shape[1]).ravel()


@named(": there is no jump at the end of a row")
def no_jump_at_the_rows_end(image_shape, kernel_shape):
    """The positions run on, with no jump at the end of the kernel's row."""
    return np.arange(kernel_shape[0] * kernel_shape[1])


@named("output's: a step goes from one row of the image to the next")
def output_width_for_image_width(image_shape, kernel_shape):
    """The rows are stepped over by the output's width."""
    out_width = image_shape[1] - kernel_shape[1] + 1
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * out_width + np.arange(kernel_shape[1])).ravel()


@named("a pixel further to the right: the step is the width, not one")
def width_and_one(image_shape, kernel_shape):
    """Each row starts one pixel too far to the right."""
    step = image_shape[1] + 1
    return [i * step + j for i, j in np.ndindex(*kernel_shape)]


@named("too many in front")
def a_row_of_its_own(image_shape, kernel_shape):
    """There is an axis of length 1 too many in front."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[1] + np.arange(kernel_shape[1])).reshape(1, -1)


@named("with x[:, None] the first stand in a column")
def no_second_axis(image_shape, kernel_shape):
    """The row numbers have no second axis, so nothing is broadcast."""
    rows = np.arange(kernel_shape[0])
    columns = np.arange(kernel_shape[1])
    return (rows * image_shape[1] + columns).ravel()


@named("rows and columns are counted from")
def counted_from_one(image_shape, kernel_shape):
    """Rows and columns are counted from 1."""
    rows = np.arange(1, kernel_shape[0] + 1)[:, None]
    columns = np.arange(1, kernel_shape[1] + 1)
    return (rows * image_shape[1] + columns).ravel()


@named("the kernel's last column is missing: it has")
def last_column_missing(image_shape, kernel_shape):
    """The kernel's last column is missing."""
    columns = range(kernel_shape[1] - 1)
    rows = range(kernel_shape[0])
    return np.array([i * image_shape[1] + j for i in rows for j in columns], dtype=int)


@named("there is a column too many: the kernel has")
def one_column_too_many(image_shape, kernel_shape):
    """There is one column too many."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[1] + np.arange(kernel_shape[1] + 1)).ravel()


@named("only the start of each row is there: each has")
def row_starts_only(image_shape, kernel_shape):
    """Only the start of each row is listed."""
    return np.arange(kernel_shape[0]) * image_shape[1]


@named("only the first row is written, and the rest stays as it was")
def rest_left_unwritten(image_shape, kernel_shape):
    """Only the first row is written, and the rest of np.empty is left as it is."""
    out = np.full(kernel_shape[0] * kernel_shape[1], -1)  # np.empty, made plain to see
    out[: kernel_shape[1]] = np.arange(kernel_shape[1])
    return out


@named("the window at the bottom right: the first is at the top left")
def last_window(image_shape, kernel_shape):
    """The last window is given: the one at the bottom right."""
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    windows = sliding_window_view(positions, tuple(kernel_shape))
    return windows[-1, -1].ravel()


@named("the columns run from right to left")
def mirrored_rows(image_shape, kernel_shape):
    """The columns run from right to left."""
    rows = np.arange(kernel_shape[0])[:, None]
    columns = np.arange(kernel_shape[1])[::-1]
    return (rows * image_shape[1] + columns).ravel()


@named("image is counted column after column: here it is row after")
def ravel_multi_index_in_fortran_order(image_shape, kernel_shape):
    """The image is numbered column after column, in Fortran's order."""
    rows, columns = np.indices(kernel_shape).reshape(2, -1)
    return np.ravel_multi_index((rows, columns), image_shape, order="F")


@named("     it reads `width` of the notebook, whatever it is given")
def width_of_the_notebook(image_shape, kernel_shape):
    """The width is read from the notebook, not from the argument."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * width + np.arange(kernel_shape[1])).ravel()


@named("is the example's window, whatever is given: make it from the")
def window_of_the_notebook(image_shape, kernel_shape):
    """The notebook's variable is returned, whatever the arguments are."""
    return window


@named("bits, and larger numbers go round")
def bytes_go_round(image_shape, kernel_shape):
    """The positions are bytes, and go round at 256."""
    rows = np.arange(kernel_shape[0])[:, None]
    positions = rows * image_shape[1] + np.arange(kernel_shape[1])
    return positions.astype(np.uint8).ravel()


@named("the positions are spread evenly: in a row they are")
def linspace_over_the_rows(image_shape, kernel_shape):
    """The positions are spread evenly from the first to the last one."""
    size = kernel_shape[0] * kernel_shape[1]
    last = (kernel_shape[0] - 1) * image_shape[1] + kernel_shape[1] - 1
    return np.linspace(0, last, size).astype(int)


@named("the image's height, not its width, and the window goes down")
def two_height_and_column_order(image_shape, kernel_shape):
    """The height is used for the width, and it runs column after column."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[0] + np.arange(kernel_shape[1])).ravel("F")


@right
def right_slice_of_all_positions(image_shape, kernel_shape):
    """A slice of all positions, flattened."""
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    return positions[: kernel_shape[0], : kernel_shape[1]].ravel()


@right
def right_list_of_ints(image_shape, kernel_shape):
    """A plain list of Python's ints."""
    width = image_shape[1]
    return [
        i * width + j for i in range(kernel_shape[0]) for j in range(kernel_shape[1])
    ]


@right
def right_tuple_of_chained_ranges(image_shape, kernel_shape):
    """A tuple out of one range for each row."""
    width = image_shape[1]
    starts = [i * width for i in range(kernel_shape[0])]
    return tuple(
        itertools.chain(*(range(begin, begin + kernel_shape[1]) for begin in starts))
    )


@right
def right_tile_and_repeat(image_shape, kernel_shape):
    """np.tile and np.repeat, as the old notebook meant it."""
    rows = np.repeat(np.arange(kernel_shape[0]) * image_shape[1], kernel_shape[1])
    return rows + np.tile(np.arange(kernel_shape[1]), kernel_shape[0])
