"""Answers to patch_index: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right

height, width = 5, 9


image = 10 * np.arange(height)[:, None] + np.arange(width)


flat = image.ravel()


start = 4 * 28 + 11


@named("not its height, in the start and in the patch")
def height_for_width_broadcast(image_shape, corner, patch_shape):
    """The image's height is used for its width."""
    height = image_shape[0]
    rows = np.arange(patch_shape[0])[:, None]
    columns = np.arange(patch_shape[1])
    return corner[0] * height + corner[1] + rows * height + columns


@named("not its height, in the start: the patch is right")
def height_for_width_in_the_start(image_shape, corner, patch_shape):
    """The height is used for the width where the start is computed."""
    height, width = image_shape
    row, column = corner
    corner_piece = np.add.outer(
        np.arange(patch_shape[0]) * width, np.arange(patch_shape[1])
    )
    return corner_piece + row * height + column


@named("the corner's row and column are exchanged: corner is (row,")
def corner_exchanged_slice(image_shape, corner, patch_shape):
    """The corner's row and column are exchanged in the sum of positions."""
    rows, columns = np.indices(patch_shape)
    return (rows + corner[1]) * image_shape[1] + columns + corner[0]


@named("left out: its position, row * width + column, is to be added")
def start_left_out(image_shape, corner, patch_shape):
    """The corner is forgotten: this is the patch at the top left."""
    rows = np.arange(patch_shape[0])[:, None]
    return rows * image_shape[1] + np.arange(patch_shape[1])


@named("corner's column is left out: the patch begins at the left")
def corner_column_left_out(image_shape, corner, patch_shape):
    """The corner's column is left out."""
    height, width = image_shape
    rows = corner[0] + np.arange(patch_shape[0])
    return rows[:, None] * width + np.arange(patch_shape[1])


@named("start is multiplied by the width, too: only rows are, add it")
def start_multiplied_too(image_shape, corner, patch_shape):
    """The start is added to the rows before they are multiplied."""
    width = image_shape[1]
    start = corner[0] * width + corner[1]
    rows = np.arange(patch_shape[0])[:, None] + start
    return rows * width + np.arange(patch_shape[1])


@named("not the patch's, in the start: the patch is right")
def patch_width_in_the_start(image_shape, corner, patch_shape):
    """The patch's width is used for the image's where the start is computed."""
    height, width = image_shape
    row, column = corner
    start = row * patch_shape[1] + column
    return np.add.outer(
        start + width * np.arange(patch_shape[0]), np.arange(patch_shape[1])
    )


@named("positions are flat: they come in the patch's shape, without")
def flattened(image_shape, corner, patch_shape):
    """The positions are flattened, as for a window."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0])[:, None] + corner[0]
    columns = np.arange(patch_shape[1]) + corner[1]
    return (rows * width + columns).ravel()


@named("the patch is transposed: its rows stand in a column, rows[:,")
def transposed(image_shape, corner, patch_shape):
    """The result is transposed."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0])[:, None]
    columns = np.arange(patch_shape[1])
    return (corner[0] * width + corner[1] + rows * width + columns).T


@named("are cut into the patch's shape: turn them by .T, or exchange")
def cut_in_the_wrong_order(image_shape, corner, patch_shape):
    """The transposed positions are cut into the patch's shape by a reshape."""
    width = image_shape[1]
    rows = (corner[0] + np.arange(patch_shape[0])) * width
    columns = corner[1] + np.arange(patch_shape[1])
    return (columns[:, None] + rows).reshape(patch_shape)


@named("the patch's rows and columns are counted from")
def patch_counted_from_one(image_shape, corner, patch_shape):
    """The patch's rows and columns are counted from 1."""
    width = image_shape[1]
    rows = np.arange(1, patch_shape[0] + 1)[:, None]
    columns = np.arange(1, patch_shape[1] + 1)
    return corner[0] * width + corner[1] + rows * width + columns


@named("the patch's last row is missing: it has")
def last_row_missing(image_shape, corner, patch_shape):
    """The patch's last row is missing."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0] - 1)[:, None]
    return corner[0] * width + corner[1] + rows * width + np.arange(patch_shape[1])


@named("or ranges, stop at the patch's size: they stop at the corner")
def range_stops_at_the_size(image_shape, corner, patch_shape):
    """The ranges stop at the patch's size, not at the start plus the size."""
    rows = np.arange(corner[0], patch_shape[0])[:, None]
    columns = np.arange(corner[1], patch_shape[1])
    return rows * image_shape[1] + columns


@named("image is counted column after column: here it is row after")
def column_after_column(image_shape, corner, patch_shape):
    """The image is numbered column after column, in Fortran's order."""
    height, width = image_shape
    positions = np.arange(height * width).reshape(image_shape, order="F")
    row, column = corner
    return positions[row : row + patch_shape[0], column : column + patch_shape[1]]


@named("* row + column, not positions")
def values_for_positions(image_shape, corner, patch_shape):
    """The toy's values (10 * row + column) are given, not the positions."""
    rows = corner[0] + np.arange(patch_shape[0])[:, None]
    columns = corner[1] + np.arange(patch_shape[1])
    return 10 * rows + columns


@named("it reads `start` of the notebook,")
def start_of_the_digit(image_shape, corner, patch_shape):
    """The start is read from the notebook, where it is the digit's."""
    rows = np.arange(patch_shape[0])[:, None]
    return rows * image_shape[1] + np.arange(patch_shape[1]) + start


@named("bits, and larger numbers go round")
def sixteen_bits_go_round(image_shape, corner, patch_shape):
    """The positions have 16 bits, and go round where an image is large."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0])[:, None] + corner[0]
    columns = np.arange(patch_shape[1]) + corner[1]
    return (rows * width + columns).astype(np.int16)


@named("each row repeats the first: a row down is a width further")
def same_row_again(image_shape, corner, patch_shape):
    """The row number never grows: each row repeats the first one."""
    first = corner[0] * image_shape[1] + corner[1] + np.arange(patch_shape[1])
    return np.array([first for _ in range(patch_shape[0])])


@named("the rows are listed from the last to the first")
def rows_upside_down(image_shape, corner, patch_shape):
    """The rows are listed from the last to the first."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0])[:, None] + corner[0]
    columns = np.arange(patch_shape[1]) + corner[1]
    return (rows * width + columns)[::-1]


@named("the patch's height stands for its width: a row has")
def patch_height_twice(image_shape, corner, patch_shape):
    """The patch's height is used for its width."""
    width = image_shape[1]
    side = np.arange(patch_shape[0])
    return corner[0] * width + corner[1] + side[:, None] * width + side


@named("too many at the end")
def extra_axis(image_shape, corner, patch_shape):
    """There is one axis of length 1 too many."""
    width = image_shape[1]
    rows = np.arange(patch_shape[0])[:, None, None] + corner[0]
    columns = np.arange(patch_shape[1])[None, :, None] + corner[1]
    return rows * width + columns


@named("are read at the positions: the positions are asked for")
def flat_values_read(image_shape, corner, patch_shape):
    """The values of the notebook's image are given, not the positions."""
    rows = np.arange(patch_shape[0])[:, None] + corner[0]
    columns = np.arange(patch_shape[1]) + corner[1]
    return flat[(rows * image_shape[1] + columns) % flat.size]


@named("step is the image's height, not its width, and the positions")
def two_height_and_flat(image_shape, corner, patch_shape):
    """The height is used for the width, and the positions are flattened."""
    rows = np.arange(patch_shape[0])[:, None] + corner[0]
    columns = np.arange(patch_shape[1]) + corner[1]
    return (rows * image_shape[0] + columns).ravel()


@right
def right_slice_of_all_positions(image_shape, corner, patch_shape):
    """A slice of all positions."""
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    (row, column), (rows, columns) = corner, patch_shape
    return positions[row : row + rows, column : column + columns]


@right
def right_ravel_multi_index(image_shape, corner, patch_shape):
    """NumPy's own ravel_multi_index, on an open grid."""
    rows, columns = np.ogrid[: patch_shape[0], : patch_shape[1]]
    return np.ravel_multi_index((rows + corner[0], columns + corner[1]), image_shape)


@right
def right_nested_lists(image_shape, corner, patch_shape):
    """Nested lists of Python's ints."""
    return [
        [i * image_shape[1] + j for j in range(corner[1], corner[1] + patch_shape[1])]
        for i in range(corner[0], corner[0] + patch_shape[0])
    ]


@right
def right_list_of_ranges(image_shape, corner, patch_shape):
    """A list of ranges, made an array."""
    (row, column), (rows, columns) = corner, patch_shape
    starts = [(row + i) * image_shape[1] + column for i in range(rows)]
    return np.array([range(start, start + columns) for start in starts])
