"""Answers to row_and_column: wrong ones by their slip, and right ones."""

import math

import numpy as np

from tests.checks.labels import named, right

height, width = 5, 9


row, column = 3, 4


@named("the row is still found by the image's height: divide by the")
def bug_left_as_it_is(position, image_shape):
    """The row is still found by dividing by the height."""
    height, width = image_shape
    return position // height, position % width


@named("both are found by the image's height: divide by the width")
def both_by_the_height(position, image_shape):
    """The height is used for the width, in both places."""
    height, width = image_shape
    return position // height, position % height


@named("both are found by the image's height: divide by the width")
def unpacked_as_width_and_height(position, image_shape):
    """The image's shape is unpacked as width, height."""
    width, height = image_shape
    return position // width, position % width


@named("row and column are exchanged: the row comes first")
def divmod_turned_round(position, image_shape):
    """Row and column are given in the wrong order."""
    return divmod(position, image_shape[1])[::-1]


@named("% are exchanged, and the height is still there: the row is a")
def operators_exchanged(position, image_shape):
    """The bug's two operators are exchanged: rest by the height, quotient by width."""
    height, width = image_shape
    return position % height, position // width


@named("the image is read column after column: here it is row after")
def column_after_column_numpy(position, image_shape):
    """The position is read column after column, in Fortran's order."""
    found = np.unravel_index(position, image_shape, order="F")
    return tuple(int(number) for number in found)


@named("the row is counted from")
def row_counted_from_one(position, image_shape):
    """The row is counted from 1."""
    width = image_shape[1]
    return position // width + 1, position % width


@named("the place of the position before: positions are counted from")
def position_counted_from_one(position, image_shape):
    """The position is taken as counted from 1."""
    return divmod(position - 1, image_shape[1])


@named("/ makes a fraction: // counts the whole rows")
def single_slash(position, image_shape):
    """The row is a fraction: / is written for //."""
    height, width = image_shape
    return position / width, position % width


@named("the row is rounded up: // cuts off, as only whole rows count")
def rounded_up_row(position, image_shape):
    """The row is rounded up, where it has to be cut off."""
    return math.ceil(position / image_shape[1]), position % image_shape[1]


@named("it is divided by one more than the width: a row has")
def width_and_one(position, image_shape):
    """One is added to the width."""
    return divmod(position, image_shape[1] + 1)


@named("are counted as long as the height: column = position - row *")
def row_times_height_taken_away(position, image_shape):
    """The rows before are counted as long as the image is high."""
    height, width = image_shape
    row = position // width
    return row, position - row * height


@named("only the row is there: return row, column")
def only_the_row(position, image_shape):
    """Only the row is given."""
    return position // image_shape[1]


@named("quotients, by width and by height: the column is the rest, %")
def quotient_twice(position, image_shape):
    """Both are quotients: by the width, and by the height."""
    height, width = image_shape
    return position // width, position // height


@named("the row of the bug is held inside of the image, by %: divide")
def row_cut_off_at_the_height(position, image_shape):
    """The bug's row is cut off at the height, so that it lies in the image."""
    height, width = image_shape
    return position // height % height, position % width


@named("it is divided by the longer side: it is always the width")
def by_the_longer_side(position, image_shape):
    """The longer side is used for the width."""
    return divmod(position, max(image_shape))


@named("it is divided by the number of pixels: a row has")
def by_the_number_of_pixels(position, image_shape):
    """It is divided by the number of pixels."""
    return divmod(position, image_shape[0] * image_shape[1])


@named("     it reads `width` of the notebook, whatever it is given")
def width_of_the_notebook(position, image_shape):
    """The width is read from the notebook, not from the argument."""
    return position // width, position % width


@named("it reads `column` of the notebook, whatever")
def row_and_column_of_the_notebook(position, image_shape):
    """Row and column are those that the notebook holds."""
    return row, column


@named("np.ravel_multi_index goes the other way: np.unravel_index")
def ravelled_for_unravelled(position, image_shape):
    """np.ravel_multi_index is called, which goes the other way."""
    return np.ravel_multi_index(position, image_shape)


@named("the shape is divided by as a whole: divmod takes its second")
def whole_shape_as_divisor(position, image_shape):
    """The whole shape is the divisor, a tuple; this raises."""
    return divmod(position, image_shape)


@named("row and column are put into one number")
def decimal_of_both(position, image_shape):
    """Row and column are put into one number, as in the toy's values."""
    return 10 * (position // image_shape[1]) + position % image_shape[1]


@named("both are found by the image's height: divide by the width")
def walk_by_the_height(position, image_shape):
    """Rows are taken away that are as long as the image is high."""
    rest, row = position, 0
    while rest >= image_shape[0]:
        rest -= image_shape[0]
        row += 1
    return row, rest


@named("the place of the position before: positions are counted from")
def walk_one_step_late(position, image_shape):
    """The step is counted before the pixel is looked at: one pixel early."""
    steps = 0
    for i in range(image_shape[0]):
        for j in range(image_shape[1]):
            steps += 1
            if steps == position:
                return i, j
    return 0, 0


@named("the column is counted from the right: column")
def counted_from_the_right(position, image_shape):
    """The column is counted from the image's right edge."""
    height, width = image_shape
    return position // width, width - 1 - position % width


@named("the position is made a byte, which goes round at")
def row_in_eight_bits(position, image_shape):
    """The position is made a byte, and goes round at 256."""
    small = int(np.array(position).astype(np.uint8))
    return divmod(small, image_shape[1])


@named("these are the places of all positions up to it: only its own")
def all_positions_before(position, image_shape):
    """All rows and columns up to the position are given, not the last one."""
    return np.unravel_index(np.arange(position + 1), image_shape)


@named("did you return it?")
def printed_and_not_returned(position, image_shape):
    """The answer is computed and shown, but not returned."""
    height, width = image_shape
    answer = position // width, position % width
    repr(answer)  # a print in the notebook


@named("row and column are exchanged, and the row is still found by")
def two_exchanged_and_bug(position, image_shape):
    """The order is exchanged, and the bug is left as it is."""
    height, width = image_shape
    return position % width, position // height


@named("two slips: both are found by the height, not the width, and")
def two_height_and_from_one(position, image_shape):
    """The height is used for the width, and both are counted from 1."""
    row, column = divmod(position, image_shape[0])
    return row + 1, column + 1


@right
def right_unravel_index(position, image_shape):
    """NumPy's own way back, which gives np.int64."""
    return np.unravel_index(position, image_shape)


@right
def right_numpy_divmod(position, image_shape):
    """np.divmod, with np.int64 results."""
    return np.divmod(position, image_shape[1])


@right
def right_list(position, image_shape):
    """A list for the tuple."""
    height, width = image_shape
    return [position // width, position % width]


@right
def right_rest_by_product(position, image_shape):
    """The rest as a difference."""
    width = image_shape[1]
    row = int(position / width)
    return row, position - row * width
