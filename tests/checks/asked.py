"""What the questions of the text ask for, computed on their toys."""

import numpy as np

from xcorr_helpers import correlation_indices, kernel_matrix, window_index

TOY = (5, 9), (2, 3)
INDEX = correlation_indices(*TOY)


def choice(right, *options):
    """List what can be chosen, and whether it is right."""
    return [(option, np.array_equal(option, right)) for option in options]


def differs(shape, rows, columns):
    """Tell whether the height in the width's place is ever noticed."""
    (height, width), rows = shape, np.array(rows)[:, None]
    return bool((rows * height + columns != rows * width + columns).any())


def placed(height, width, kernel):
    return len(correlation_indices((height, width), (kernel, kernel)))


X, XS = 10 * np.arange(1, 6), np.array([[4, 0], [1, 1], [3, 4]])
IN_SEVEN = window_index((4, 7), (3, 2))
PRODUCT = np.arange(28 * 8).reshape(28, 8)
PAIR = np.array([[[1, 2, 3]], [[7, 8, 9]]])

# A number, a shape or positions.
VALUES = {
    "positions_of_rectangle": 20 + window_index(*TOY),
    "last_window": INDEX[6],
    "row_of_index": np.flatnonzero((20 + INDEX[0] == INDEX).all(axis=1))[0],
    "shape_of_weights": kernel_matrix(np.zeros((8, 2, 3))).shape,
}
# What can be chosen, in order: an array, or the numbers that are named; is it right?
CHOICES = {
    "values_gathered": choice(
        X[XS],
        X[XS].ravel(),
        X[XS].reshape(2, 3),
        X[XS],
        np.sort(X[XS], None).reshape(3, 2),
    ),
    "test_that_tells": [
        ([28, 28], differs((28, 28), range(28), range(28))),
        ([5, 9, 0], differs((5, 9), [0], range(9))),
        ([5, 9, 0], differs((5, 9), range(5), [0])),
        ([], any(differs((h, w), [0], [0]) for h, w in np.ndindex(10, 10))),
    ],
    "window_of_three_rows": choice(
        IN_SEVEN,
        window_index((4, 7), (2, 3)),
        window_index((7, 4), (3, 2)),
        IN_SEVEN.reshape(3, 2).T.ravel(),
        IN_SEVEN,
    ),
    "weights_of_wider": choice(
        [9, placed(28, 56, 3)],
        [9, 2 * placed(28, 28, 3)],
        [9, placed(28, 56, 3)],
        [2 * 9, placed(28, 56, 3)],
        [9 * placed(28, 56, 3), placed(28, 56, 3)],
    ),
    "place_in_product": choice(
        np.argwhere(PRODUCT.reshape(4, 7, 8)[2, 3, 5] == PRODUCT)[0],
        [5, 17],
        [2 * 4 + 3, 5],
        [2 * 9 + 3, 5],
        [2 * 7 + 3, 5],
    ),
    "reshape_of_kernels": choice(
        PAIR.reshape(3, 2),
        PAIR.reshape(2, 3).T,
        PAIR.reshape(3, 2),
        PAIR.reshape(2, 3),
        [[1, 2], [7, 8], [3, 9]],
    ),
}
