"""Answers to window_channels_first: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right

channels, height, width = 3, 8, 9


kernel_height, kernel_width = 2, 4


c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]


@named("this is the window of channels last, with its formula")
def channels_last_formula_and_order(image_shape, kernel_shape):
    """The window is that of an image with its channels last."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return ((i * width + j) * channels + c).ravel()


@named("the formula that of channels last")
def channels_last_formula_in_loops(image_shape, kernel_shape):
    """The position formula is that of channels last."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    positions = []
    for c in range(channels):
        for i in range(kernel_height):
            for j in range(kernel_width):
                positions.append((i * width + j) * channels + c)
    return np.array(positions)


@named("listed with the channels inside of each row")
def channels_listed_between_rows_and_columns(image_shape, kernel_shape):
    """The channels are listed within each row of the kernel."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    i, c, j = np.ogrid[:kernel_height, :channels, :kernel_width]
    return ((c * height + i) * width + j).ravel()


@named("the height is replaced by the width")
def width_squared_for_a_channel(image_shape, kernel_shape):
    """The width is used for the height in a channel's length."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * width + i) * width + j).ravel()


@named("are the two exchanged?")
def height_and_width_exchanged(image_shape, kernel_shape):
    """The image's height and width are exchanged."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * width + i) * height + j).ravel()


@named("`image_shape` is read as (height, width, channels)")
def image_unpacked_with_channels_last(image_shape, kernel_shape):
    """The image's shape is unpacked with its channels last."""
    height, width, channels = image_shape
    n_channels, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:n_channels, :kernel_height, :kernel_width]
    return ((c * height + i) * width + j).ravel()


@named("not kernel_height * width")
def kernel_height_for_the_height(image_shape, kernel_shape):
    """The kernel's height is used for the image's in a channel's length."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * kernel_height + i) * width + j).ravel()


@named("not out_height * out_width")
def output_size_for_a_channel(image_shape, kernel_shape):
    """The output's size is used for the image's in a channel's length."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    out_height, out_width = height - kernel_height + 1, width - kernel_width + 1
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return (c * out_height * out_width + i * width + j).ravel()


@named("only the first channel is there")
def first_channel_only(image_shape, kernel_shape):
    """Only the first channel is listed."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    i, j = np.ogrid[:kernel_height, :kernel_width]
    return (i * width + j).ravel()


@named("the last channel is left out")
def last_channel_left_out(image_shape, kernel_shape):
    """The last channel is left out."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[: channels - 1, :kernel_height, :kernel_width]
    return ((c * height + i) * width + j).ravel()


@named("the kernel's height and width are exchanged")
def kernel_sizes_exchanged(image_shape, kernel_shape):
    """The kernel's height and width are exchanged."""
    channels, height, width = image_shape
    _, kernel_width, kernel_height = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * height + i) * width + j).ravel()


@named("whole rows of the image are listed")
def whole_rows(image_shape, kernel_shape):
    """The image's width is used for the kernel's: whole rows are listed."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :width]
    return ((c * height + i) * width + j).ravel()


@named("each channel is counted column after column")
def pixels_counted_column_by_column(image_shape, kernel_shape):
    """The pixels of each channel are counted column by column."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * width + j) * height + i).ravel()


@named("the window is listed in Fortran order, as after .T")
def flattened_by_transpose(image_shape, kernel_shape):
    """All axes are reversed by .T before the window is flattened."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    return positions[:, : kernel_shape[1], : kernel_shape[2]].T.ravel()


@named("the window is listed backwards")
def window_reversed(image_shape, kernel_shape):
    """The window is listed from its end."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * height + i) * width + j).ravel()[::-1]


@named("the channels keep an axis of their own")
def one_row_for_each_channel(image_shape, kernel_shape):
    """The window keeps an axis of channels."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    i, j = np.ogrid[:kernel_height, :kernel_width]
    pixels = (i * width + j).ravel()
    return np.stack([c * height * width + pixels for c in range(channels)])


@named("every second pixel is read")
def every_second_pixel(image_shape, kernel_shape):
    """The kernel has gaps, as with a dilation of 2."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * height + 2 * i) * width + 2 * j).ravel()


@named("it reads `i` of the notebook")
def kernel_size_of_the_notebook(image_shape, kernel_shape):
    """The notebook's `i` and `j` are used, of its own kernel's size."""
    channels, height, width = image_shape
    c = np.arange(channels)[:, None, None]
    return ((c * height + i) * width + j).ravel()


@named("there are always 3 channels, as in the notebook")
def three_channels_written_out(image_shape, kernel_shape):
    """Three channels are written as a number."""
    _, height, width = image_shape
    c, i, j = np.ogrid[:3, : kernel_shape[1], : kernel_shape[2]]
    return ((c * height + i) * width + j).ravel()


@named("only the last channel is there")
def written_over_by_each_channel(image_shape, kernel_shape):
    """Each channel is written over the one before."""
    channels, height, width = image_shape
    i, j = np.ogrid[: kernel_shape[1], : kernel_shape[2]]
    for c in range(channels):
        window = (c * height + i) * width + j
    return window.ravel()


@named("this is the window of channels last; and its row step")
def channels_last_and_height_for_width(image_shape, kernel_shape):
    """It is the window of channels last, with the height as row length."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return ((i * height + j) * channels + c).ravel()


@right
def right_as_a_list(image_shape, kernel_shape):
    """A list, by three loops in one comprehension."""
    channels, height, width = image_shape
    _, kernel_height, kernel_width = kernel_shape
    return [
        c * height * width + i * width + j
        for c in range(channels)
        for i in range(kernel_height)
        for j in range(kernel_width)
    ]


@right
def right_as_a_tuple_by_ranges(image_shape, kernel_shape):
    """A tuple, each row of the kernel taken as a range."""
    channels, height, width = image_shape
    positions = ()
    for c in range(channels):
        for row in range(c * height, c * height + kernel_shape[1]):
            positions += tuple(range(row * width, row * width + kernel_shape[2]))
    return positions


@right
def right_by_cutting_all_positions(image_shape, kernel_shape):
    """All positions are counted, folded into the image, and cut."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    return positions[:, : kernel_shape[1], : kernel_shape[2]].ravel()


@right
def right_by_ravel_multi_index(image_shape, kernel_shape):
    """np.indices and np.ravel_multi_index do the counting."""
    axes = np.indices(kernel_shape).reshape(3, -1)
    return np.ravel_multi_index(tuple(axes), image_shape)
