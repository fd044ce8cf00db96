"""Answers to correlation_indices: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right

height, width = 5, 9


kernel = np.array([[1, 0, -1], [2, 1, 0]])


kernel_height, kernel_width = kernel.shape


out_height, out_width = 4, 7


window = (np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)).ravel()


offsets = (np.arange(out_height)[:, None] * width + np.arange(out_width)).ravel()


def _window(image_shape, kernel_shape):
    """The right window, from the exercise before."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[1] + np.arange(kernel_shape[1])).ravel()


def _by_height(image_shape, kernel_shape):
    """A window that steps from row to row by the height."""
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[0] + np.arange(kernel_shape[1])).ravel()


def _placements(image_shape, kernel_shape):
    """The right shape of the output."""
    return tuple(n - k + 1 for n, k in zip(image_shape, kernel_shape))


@named("not its height, in the window: the offsets are right")
def height_for_width_in_the_window(image_shape, kernel_shape):
    """The height is used for the width inside of the window."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[:, None] + _by_height(image_shape, kernel_shape)[None, :]


@named("the image's height and width are exchanged: image_shape is")
def image_shape_unpacked_wrong(image_shape, kernel_shape):
    """The image's shape is unpacked as width, height."""
    width, height = image_shape
    kernel_height, kernel_width = kernel_shape
    rows = np.arange(height - kernel_height + 1)[:, None]
    offsets = (rows * width + np.arange(width - kernel_width + 1)).ravel()
    rows = np.arange(kernel_height)[:, None]
    window = (rows * width + np.arange(kernel_width)).ravel()
    return np.add.outer(offsets, window)


@named("every column starts a placement, so windows run over the end")
def every_column_a_placement(image_shape, kernel_shape):
    """Every column of the image is a placement, only the rows are counted right."""
    down = image_shape[0] - kernel_shape[0] + 1
    offsets = np.arange(down * image_shape[1])
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("step must be the image's width, not the kernel's: there is a")
def no_jump_in_the_window(image_shape, kernel_shape):
    """The window counts on, with no jump at the end of the kernel's row."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[:, None] + np.arange(kernel_shape[0] * kernel_shape[1])


@named("the kernel's height and width are exchanged where placements")
def kernel_exchanged_in_the_output(image_shape, kernel_shape):
    """The kernel's height and width are exchanged where placements are counted."""
    down = image_shape[0] - kernel_shape[1] + 1
    across = image_shape[1] - kernel_shape[0] + 1
    offsets = _window(image_shape, (down, across))
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("the number of placements across, from the widths, stands for")
def output_width_twice(image_shape, kernel_shape):
    """The number of placements across is used for that down."""
    across = image_shape[1] - kernel_shape[1] + 1
    offsets = _window(image_shape, (across, across))
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("come outside (the outer loop, np.repeat, [:, None]), columns")
def placements_column_after_column(image_shape, kernel_shape):
    """The placements are taken column after column."""
    down, across = _placements(image_shape, kernel_shape)
    rows = np.arange(down)[:, None] * image_shape[1]
    offsets = (rows + np.arange(across)).ravel(order="F")
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("is a placement, a column a kernel value, which is offsets[:,")
def transposed_new_axes(image_shape, kernel_shape):
    """The new axes are exchanged: a placement stands in a column."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[None, :] + _window(image_shape, kernel_shape)[:, None]


@named("with x[:, None] the first stand in a column, and each meets")
def no_new_axis(image_shape, kernel_shape):
    """The offsets have no second axis, so the sum fails."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets + _window(image_shape, kernel_shape)


@named("the window keeps its two axes: ravel() makes it flat")
def window_not_flattened(image_shape, kernel_shape):
    """The window is not flattened."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    window = _window(image_shape, kernel_shape).reshape(kernel_shape)
    return offsets[:, None, None] + window


@named("is left out down: the last row of placements is missing")
def plus_one_forgotten_down(image_shape, kernel_shape):
    """The + 1 is forgotten down."""
    down = image_shape[0] - kernel_shape[0]
    across = image_shape[1] - kernel_shape[1] + 1
    offsets = _window(image_shape, (down, across))
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("placements, lie a row and a column too far: both are counted")
def window_counted_from_one(image_shape, kernel_shape):
    """The window's rows and columns are counted from 1."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    rows = np.arange(1, kernel_shape[0] + 1)[:, None]
    window = (rows * image_shape[1] + np.arange(1, kernel_shape[1] + 1)).ravel()
    return offsets[:, None] + window


@named("in the offsets a step down adds a whole width")
def down_by_one(image_shape, kernel_shape):
    """A step down adds 1, as a step to the right does."""
    down, across = _placements(image_shape, kernel_shape)
    offsets = np.add.outer(np.arange(down), np.arange(across)).ravel()
    return offsets[:, None] + _window(image_shape, kernel_shape)


@named("is a placement, a column a kernel value, which is offsets[:,")
def window_and_offsets_exchanged(image_shape, kernel_shape):
    """Window and offsets are exchanged: a row for each kernel value."""
    offsets = _window(image_shape, kernel_shape)
    window = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[:, None] + window[None, :]


@named("window are multiplied: they are to be added, each to each")
def offsets_multiplied(image_shape, kernel_shape):
    """Offsets and window are multiplied, not added."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[:, None] * _window(image_shape, kernel_shape)[None, :]


@named("centred on its placement: a placement is its top-left pixel")
def kernel_centred(image_shape, kernel_shape):
    """The kernel is centred on its start, so some positions are negative."""
    rows = np.arange(kernel_shape[0])[:, None] - kernel_shape[0] // 2
    columns = np.arange(kernel_shape[1]) - kernel_shape[1] // 2
    window = (rows * image_shape[1] + columns).ravel()
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    return offsets[:, None] + window


@named("offsets are the example's, whatever is given: make them from")
def offsets_of_the_notebook(image_shape, kernel_shape):
    """The notebook's offsets are used, not those of the arguments' sizes."""
    return offsets[:, None] + _window(image_shape, kernel_shape)[None, :]


@named("bits, and larger numbers go round")
def bytes_go_round(image_shape, kernel_shape):
    """The positions are bytes, and go round at 256."""
    offsets = _window(image_shape, _placements(image_shape, kernel_shape))
    window = _window(image_shape, kernel_shape)
    return offsets.astype(np.uint8)[:, None] + window.astype(np.uint8)


@named("row * out_width + column: with the output's height some rows")
def row_number_by_output_height(image_shape, kernel_shape):
    """Row r, column c is numbered by the output's height, so rows are overwritten."""
    down, across = _placements(image_shape, kernel_shape)
    window = _window(image_shape, kernel_shape)
    out = np.zeros((down * across, window.size), dtype=int)
    for r in range(down):
        for c in range(across):
            out[r * down + c] = window + r * image_shape[1] + c
    return out


@named("height, not its width, and the output's height and width are")
def two_height_and_output_exchanged(image_shape, kernel_shape):
    """The height is used for the width, and the output's sides are exchanged."""
    across, down = _placements(image_shape, kernel_shape)
    offsets = _by_height(image_shape, (down, across))
    return offsets[:, None] + _by_height(image_shape, kernel_shape)


@right
def right_outer_sum(image_shape, kernel_shape):
    """An outer sum of two windows."""
    out_shape = np.subtract(image_shape, kernel_shape) + 1
    return np.add.outer(
        _window(image_shape, out_shape), _window(image_shape, kernel_shape)
    )


@right
def right_sliding_windows(image_shape, kernel_shape):
    """NumPy's sliding windows over all positions."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    windows = sliding_window_view(positions, tuple(kernel_shape))
    return windows.reshape(-1, kernel_shape[0] * kernel_shape[1])


@right
def right_nested_lists(image_shape, kernel_shape):
    """Nested lists of Python's ints."""
    (height, width), (rows, columns) = image_shape, kernel_shape
    return [
        [(r + i) * width + c + j for i in range(rows) for j in range(columns)]
        for r in range(height - rows + 1)
        for c in range(width - columns + 1)
    ]


@right
def right_four_axes_folded(image_shape, kernel_shape):
    """A broadcast sum of four axes, folded into two at the end, in 32 bits."""
    down, across = _placements(image_shape, kernel_shape)
    rows = np.add.outer(np.arange(down), np.arange(kernel_shape[0])) * image_shape[1]
    columns = np.add.outer(np.arange(across), np.arange(kernel_shape[1]))
    four = rows[:, None, :, None] + columns[None, :, None, :]
    return four.reshape(down * across, -1).astype(np.int32)
