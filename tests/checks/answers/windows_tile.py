"""Answers to windows_tile: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right


def sizes(images, kernel_shape):
    n_images, height, width, _ = images.shape
    return n_images, height - kernel_shape[0] + 1, width - kernel_shape[1] + 1


@named("the columns are counted channel by channel: the channel comes last")
def channels_first_in_the_window(images, kernel_shape, rows, columns):
    """The columns are taken apart as channel, kernel row, kernel column."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    c, r, s = np.unravel_index(np.arange(*columns), (images.shape[3], *kernel_shape))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@named("the placements are counted column by column")
def placements_by_columns(images, kernel_shape, rows, columns):
    """The row number is divided by the output's height, and not by its width."""
    n_images, down, across = sizes(images, kernel_shape)
    n, rest = np.divmod(np.arange(*rows), down * across)
    q, p = np.divmod(rest, down)
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@named("row numbers are taken apart by the pixels (N, H, W)")
def rows_over_the_pixels(images, kernel_shape, rows, columns):
    """The row number is unravelled over the images' own sizes."""
    n, p, q = np.unravel_index(np.arange(*rows), images.shape[:3])
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@named("row numbers are taken apart by the pixels (N, H, W)")
def rows_over_the_flat_pixels(images, kernel_shape, rows, columns):
    """The same, with flat positions, which nothing stops at the end of a row."""
    n_images, height, width, channels = images.shape
    n, p, q = np.unravel_index(np.arange(*rows), (n_images, height, width))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, channels))
    start = ((n * height + p) * width + q) * channels
    return images.ravel()[start[:, None] + (r * width + s) * channels + c]


@named("the window is counted column by column")
def window_by_columns(images, kernel_shape, rows, columns):
    """Kernel columns come before kernel rows."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    turned = (*kernel_shape[::-1], images.shape[3])
    s, r, c = np.unravel_index(np.arange(*columns), turned)
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@named("all is read from image 0: a row number tells the image, too")
def of_the_first_image(images, kernel_shape, rows, columns):
    """The image is divided off and then forgotten."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[0, p[:, None] + r, q[:, None] + s, c]


@named("the window is left out")
def pixel_of_each_start(images, kernel_shape, rows, columns):
    """Only the offsets are computed."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    return np.repeat(images[n, p, q, 0][:, None], columns[1] - columns[0], axis=1)


@named("these are the positions: read the pixels that stand there")
def positions_of_the_tile(images, kernel_shape, rows, columns):
    """The positions are returned."""
    _, height, width, channels = images.shape
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, channels))
    start = ((n * height + p) * width + q) * channels
    return start[:, None] + (r * width + s) * channels + c


@named("it is transposed")
def tile_on_its_side(images, kernel_shape, rows, columns):
    """The tile's rows stand across."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n, p + r[:, None], q + s[:, None], c[:, None]]


@named("the tile begins in the corner of the matrix")
def tile_from_the_corner(images, kernel_shape, rows, columns):
    """The numbers are counted from 0."""
    down = np.arange(rows[1] - rows[0])
    across = np.arange(columns[1] - columns[0])
    n, p, q = np.unravel_index(down, sizes(images, kernel_shape))
    r, s, c = np.unravel_index(across, (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@named("this is the whole matrix of windows")
def whole_matrix(images, kernel_shape, rows, columns):
    """All windows are made."""
    found = np.moveaxis(sliding_window_view(images, kernel_shape, axis=(1, 2)), 3, 5)
    return found.reshape(-1, np.prod(kernel_shape) * images.shape[3])


@named("these are all columns of the tile's rows")
def rows_of_the_matrix(images, kernel_shape, rows, columns):
    """The columns are not cut."""
    return whole_matrix(images, kernel_shape, rows, columns)[rows[0] : rows[1]]


@named("rows and columns are exchanged")
def rows_for_columns(images, kernel_shape, rows, columns):
    """Rows and columns are exchanged."""
    whole = whole_matrix(images, kernel_shape, rows, columns)
    return whole[columns[0] : columns[1], rows[0] : rows[1]]


@named("each window is read backwards: this is the convolution")
def windows_turned(images, kernel_shape, rows, columns):
    """Each window is turned, as a convolution does."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    r, s = kernel_shape[0] - 1 - r, kernel_shape[1] - 1 - s
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@right
def right_by_unravelling(images, kernel_shape, rows, columns):
    """Both numbers are unravelled, and NumPy indexes four axes."""
    n, p, q = np.unravel_index(np.arange(*rows), sizes(images, kernel_shape))
    r, s, c = np.unravel_index(np.arange(*columns), (*kernel_shape, images.shape[3]))
    return images[n[:, None], p[:, None] + r, q[:, None] + s, c]


@right
def right_by_loops(images, kernel_shape, rows, columns):
    """Two loops of Python with divmod."""
    _, down, across = sizes(images, kernel_shape)
    channels, tile = images.shape[3], []
    for row in range(*rows):
        n, rest = divmod(row, down * across)
        p, q = divmod(rest, across)
        tile.append([])
        for column in range(*columns):
            r, left = divmod(column, kernel_shape[1] * channels)
            s, c = divmod(left, channels)
            tile[-1].append(images[n, p + r, q + s, c])
    return np.array(tile)


@right
def right_by_cutting(images, kernel_shape, rows, columns):
    """The whole matrix is made, and cut."""
    whole = whole_matrix(images, kernel_shape, rows, columns)
    return whole[rows[0] : rows[1], columns[0] : columns[1]]
