"""Answers to window_with_channels: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import window_index

height, width, channels = 8, 9, 3


row, column, channel = np.ogrid[:height, :width, :channels]


image = 100 * channel + 10 * row + column


kernel_height, kernel_width = 2, 4


window = window_index((8, 9, 3), (2, 4, 3))


@named("not its height,")
def image_height_for_row_length(image_shape, kernel_shape):
    """The image's height is used for its width."""
    height, width, channels = image_shape
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], :channels]
    return ((i * height + j) * channels + c).ravel()


@named("there is no jump at the end of a kernel row")
def kernel_width_for_row_length(image_shape, kernel_shape):
    """The kernel's width is used for the image's."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return ((i * kernel_width + j) * channels + c).ravel()


@named("a row is width * channels =")
def rows_not_multiplied_by_channels(image_shape, kernel_shape):
    """A row of the image is taken to be as long as it has pixels."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return (i * width + j * channels + c).ravel()


@named("the row is multiplied by the channels twice")
def rows_multiplied_by_channels_twice(image_shape, kernel_shape):
    """The rows are multiplied by the channels twice."""
    height, width, channels = image_shape
    row_length = width * channels
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], :channels]
    return ((i * row_length + j) * channels + c).ravel()


@named("the channels are left out, as in chapter 2")
def grey_window_by_the_library(image_shape, kernel_shape):
    """The channels are left out."""
    return window_index(image_shape[:2], kernel_shape[:2])


@named("the pixels are tiled, where each is to be repeated")
def channels_tiled_over_repeated_order(image_shape, kernel_shape):
    """The pixels are tiled where they should be repeated."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    i, j = np.ogrid[:kernel_height, :kernel_width]
    pixels = ((i * width + j) * channels).ravel()
    return np.tile(pixels, channels) + np.tile(np.arange(channels), len(pixels))


@named("position and order are those of channels first")
def channels_first_formula_and_order(image_shape, kernel_shape):
    """The image is read with its channels first, in formula and order."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    c, i, j = np.ogrid[:channels, :kernel_height, :kernel_width]
    return ((c * height + i) * width + j).ravel()


@named("the kernel's height and width are exchanged")
def kernel_sizes_exchanged(image_shape, kernel_shape):
    """The kernel's height and width are exchanged."""
    height, width, channels = image_shape
    kernel_width, kernel_height, _ = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return ((i * width + j) * channels + c).ravel()


@named("whole rows of the image are listed")
def whole_rows_of_the_image(image_shape, kernel_shape):
    """The image's width is used for the kernel's: whole rows are listed."""
    height, width, channels = image_shape
    kernel_height = kernel_shape[0]
    i, j, c = np.ogrid[:kernel_height, :width, :channels]
    return ((i * width + j) * channels + c).ravel()


@named("row and column are exchanged in the formula")
def row_and_column_exchanged_in_formula(image_shape, kernel_shape):
    """Row and column are exchanged in the formula."""
    height, width, channels = image_shape
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], :channels]
    return ((j * width + i) * channels + c).ravel()


@named("the positions are counted in Fortran's order")
def positions_in_fortran_order(image_shape, kernel_shape):
    """The positions are counted in Fortran order."""
    i, j, c = np.indices(kernel_shape)
    return np.ravel_multi_index((i, j, c), image_shape, order="F").ravel()


@named("the first channel of each pixel is left out")
def first_channel_left_out(image_shape, kernel_shape):
    """The first channel is left out."""
    height, width, channels = image_shape
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], 1:channels]
    return ((i * width + j) * channels + c).ravel()


@named("only the first row of the kernel is there")
def first_row_only(image_shape, kernel_shape):
    """Only the first row of the kernel is listed."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    return np.arange(kernel_width * channels)


@named("the kernel is turned in rows and columns")
def kernel_turned_in_both_axes(image_shape, kernel_shape):
    """The kernel is turned in both axes, as for a convolution."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    part = positions[: kernel_shape[0], : kernel_shape[1]]
    return part[::-1, ::-1].ravel()


@named("pixels and channels are two axes")
def flattened_to_pixels_and_channels(image_shape, kernel_shape):
    """The window keeps an axis of channels."""
    height, width, channels = image_shape
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], :channels]
    return ((i * width + j) * channels + c).reshape(-1, channels)


@named("these are the windows of all placements")
def windows_of_all_placements_by_view(image_shape, kernel_shape):
    """The windows of all placements are returned."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    return sliding_window_view(positions, kernel_shape).ravel()


@named("the kernel has gaps, as with a dilation of 2")
def every_second_pixel(image_shape, kernel_shape):
    """The kernel has gaps, as with a dilation of 2."""
    height, width, channels = image_shape
    i, j, c = np.ogrid[: kernel_shape[0], : kernel_shape[1], :channels]
    return ((2 * i * width + 2 * j) * channels + c).ravel()


@named("it reads `window` of the notebook")
def window_of_the_notebook(image_shape, kernel_shape):
    """The notebook's `window` is returned, whatever the arguments are."""
    return window


@named("these are the page's values")
def pixels_in_place_of_positions(image_shape, kernel_shape):
    """The notebook's pixels are returned, not their positions."""
    return image[: kernel_shape[0], : kernel_shape[1]].ravel()


@named("they are floats, and an index is made of whole")
def positions_as_floats(image_shape, kernel_shape):
    """The positions are floats, and floats cannot index."""
    height, width, channels = image_shape
    window = np.zeros(np.prod(kernel_shape))
    for n, (i, j, c) in enumerate(np.ndindex(*kernel_shape)):
        window[n] = (i * width + j) * channels + c
    return window


@named("a shape here has more than 2 sizes")
def shape_unpacked_into_two(image_shape, kernel_shape):
    """The shapes are unpacked into two sizes, as in chapter 2."""
    height, width = image_shape
    kernel_height, kernel_width = kernel_shape
    i, j = np.ogrid[:kernel_height, :kernel_width]
    return (i * width + j).ravel()


@named("two slips: the row length holds the image's width")
def height_for_width_and_kernel_exchanged(image_shape, kernel_shape):
    """The image's and the kernel's height and width are exchanged."""
    width, height, channels = image_shape
    kernel_width, kernel_height, _ = kernel_shape
    i, j, c = np.ogrid[:kernel_height, :kernel_width, :channels]
    return ((i * width + j) * channels + c).ravel()


@right
def right_as_a_list(image_shape, kernel_shape):
    """A list, by three nested loops in one comprehension."""
    _, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    return [
        (i * width + j) * channels + c
        for i in range(kernel_height)
        for j in range(kernel_width)
        for c in range(channels)
    ]


@right
def right_as_a_tuple_by_ranges(image_shape, kernel_shape):
    """A tuple, whole rows of the kernel taken as ranges."""
    _, width, channels = image_shape
    positions = ()
    for i in range(kernel_shape[0]):
        start = i * width * channels
        positions += tuple(range(start, start + kernel_shape[1] * channels))
    return positions


@right
def right_by_cutting_all_positions(image_shape, kernel_shape):
    """All positions are counted, folded into the image, and cut."""
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    return positions[: kernel_shape[0], : kernel_shape[1]].ravel()


@right
def right_by_ravel_multi_index(image_shape, kernel_shape):
    """np.indices and np.ravel_multi_index do the counting."""
    axes = np.indices(kernel_shape).reshape(3, -1)
    return np.ravel_multi_index(tuple(axes), image_shape)
