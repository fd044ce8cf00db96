"""Answers to offsets_with_channels: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import (
    correlation_indices,
    output_shape,
    window_offsets,
)

height, width, channels = 8, 9, 3


out_height, out_width = 7, 6


offsets = window_offsets((8, 9, 3), (2, 4, 3))


@named("a step to the right is a whole pixel")
def as_it_was(image_shape, kernel_shape):
    """The columns are not multiplied by the channels: nothing is mended."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return (rows * width * channels + columns).ravel()


@named("a row is width * channels =")
def rows_not_multiplied_by_add_outer(image_shape, kernel_shape):
    """Only the columns are multiplied by the channels."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1) * width
    columns = np.arange(width - kernel_shape[1] + 1) * channels
    return np.add.outer(rows, columns).ravel()


@named("rows and columns lack the channels")
def channels_left_out(image_shape, kernel_shape):
    """The channels are left out of rows and columns."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return (rows * width + columns).ravel()


@named("placements start at every value of a row")
def every_value_of_a_row_a_placement(image_shape, kernel_shape):
    """The kernel starts in the middle of pixels, too: a row is one of values."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange((width - kernel_shape[1]) * channels + 1)
    return (rows * width * channels + columns).ravel()


@named("each placement is listed once for each channel")
def placements_repeated_once_a_channel(image_shape, kernel_shape):
    """Each placement is listed once for each channel."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return ((rows * width + columns) * channels).ravel().repeat(channels)


@named("the kernel's height and width are exchanged")
def kernel_sizes_exchanged(image_shape, kernel_shape):
    """The kernel's height and width are exchanged."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[1] + 1)[:, None]
    columns = np.arange(width - kernel_shape[0] + 1)
    return ((rows * width + columns) * channels).ravel()


@named("the kernel's channels are taken off the width")
def kernel_channels_for_kernel_width(image_shape, kernel_shape):
    """The kernel's channels are used for its width."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[2] + 1)
    return ((rows * width + columns) * channels).ravel()


@named("not the kernel's,")
def kernel_width_for_row_length(image_shape, kernel_shape):
    """The kernel's width is used for the image's as the row length."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return ((rows * kernel_shape[1] + columns) * channels).ravel()


@named("the last column of placements is missing")
def one_forgotten_in_the_columns(image_shape, kernel_shape):
    """The + 1 is forgotten for the columns."""
    height, width, channels = image_shape
    out_height = height - kernel_shape[0] + 1
    out_width = width - kernel_shape[1]
    row, column = np.ogrid[:out_height, :out_width]
    return ((row * width + column) * channels).ravel()


@named("every pixel is taken as a placement")
def every_pixel_a_placement_by_arange(image_shape, kernel_shape):
    """Every pixel of the image is taken as a placement."""
    height, width, channels = image_shape
    return np.arange(0, height * width * channels, channels)


@named("this is the whole index")
def whole_index_matrix(image_shape, kernel_shape):
    """The whole index matrix is returned."""
    return correlation_indices(image_shape, kernel_shape)


@named("the placements go column by column: the")
def placements_transposed(image_shape, kernel_shape):
    """The placements are listed column by column."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return ((rows * width + columns) * channels).T.ravel()


@named("the pixels are counted column after column")
def pixels_counted_column_by_column(image_shape, kernel_shape):
    """The pixels of the image are counted column by column."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return ((columns * height + rows) * channels).ravel()


@named("multiplied by a range of channels")
def channels_on_an_axis_of_one(image_shape, kernel_shape):
    """All channels are added along the columns, with no axis of their own."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return (rows * width * channels + columns * np.arange(channels)).ravel()


@named("these are the centres of the placements")
def centre_of_the_kernel(image_shape, kernel_shape):
    """The position of the kernel's centre is listed, not its start."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None] + kernel_shape[0] // 2
    columns = np.arange(width - kernel_shape[1] + 1) + kernel_shape[1] // 2
    return ((rows * width + columns) * channels).ravel()


@named("only the first placement of each row is there")
def row_starts_only(image_shape, kernel_shape):
    """Only the first placement of each row is listed."""
    height, width, channels = image_shape
    return np.arange(height - kernel_shape[0] + 1) * width * channels


@named("every second placement is left out")
def stride_of_two(image_shape, kernel_shape):
    """Every second placement is left out, down and to the right."""
    return window_offsets(image_shape, kernel_shape, stride=2)


@named("the placements go column by column: the")
def repeat_and_tile_exchanged(image_shape, kernel_shape):
    """Repeat and tile are exchanged: the placements go column by column."""
    height, width, channels = image_shape
    out_height, out_width = output_shape(image_shape, kernel_shape)
    rows = np.tile(np.arange(out_height), out_width)
    columns = np.repeat(np.arange(out_width), out_height)
    return (rows * width + columns) * channels


@named("it reads `offsets` of the notebook")
def offsets_of_the_notebook(image_shape, kernel_shape):
    """The notebook's `offsets` are returned, whatever the arguments are."""
    return offsets


@named("or for channels first")
def channels_first_offsets(image_shape, kernel_shape):
    """The offsets are those of an image with its channels first."""
    height, width, channels = image_shape
    positions = np.arange(height * width * channels)
    first = positions.reshape(channels, height, width)
    windows = sliding_window_view(first[0], kernel_shape[:2])
    return windows[:, :, 0, 0].ravel()


@named("is one too small")
def one_channel_fewer(image_shape, kernel_shape):
    """The number of channels is counted one too low."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return ((rows * width + columns) * (channels - 1)).ravel()


@named("the + 1 is missing in both counts")
def one_forgotten_and_columns_not_multiplied(image_shape, kernel_shape):
    """The + 1 is forgotten, and the columns are not multiplied."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0])[:, None]
    columns = np.arange(width - kernel_shape[1])
    return (rows * width * channels + columns).ravel()


@right
def right_with_both_multiplied(image_shape, kernel_shape):
    """Rows and columns are multiplied each on its own."""
    height, width, channels = image_shape
    rows = np.arange(height - kernel_shape[0] + 1)[:, None]
    columns = np.arange(width - kernel_shape[1] + 1)
    return (rows * width * channels + columns * channels).ravel()


@right
def right_as_a_list(image_shape, kernel_shape):
    """A list, by one comprehension with two loops."""
    height, width, channels = image_shape
    return [
        (row * width + column) * channels
        for row in range(height - kernel_shape[0] + 1)
        for column in range(width - kernel_shape[1] + 1)
    ]


@right
def right_as_a_tuple_by_ranges(image_shape, kernel_shape):
    """A tuple, each row of placements a range with the channels as its step."""
    height, width, channels = image_shape
    placements = ()
    for row in range(height - kernel_shape[0] + 1):
        start = row * width * channels
        stop = start + (width - kernel_shape[1] + 1) * channels
        placements += tuple(range(start, stop, channels))
    return placements


@right
def right_by_cutting_all_positions(image_shape, kernel_shape):
    """All positions are counted, folded into the image, and cut."""
    out_height, out_width = output_shape(image_shape, kernel_shape)
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    return positions[:out_height, :out_width, 0].ravel()
