"""Answers to mean_pool_backward: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right, unnamed
from xcorr_helpers import correlation_indices

height, width = 4, 6


index = correlation_indices((height, width), (2, 2), stride=2)


def _used_memory(shape):
    # stands in for np.empty, which hands out memory as another array left it
    return np.resize([7.5, -3.0, 0.25], shape)


@named("of four, each gets a quarter of the gradient, not all of it")
def not_divided(gradient, map_shape):
    """The division by 4 is forgotten."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    np.add.at(result, index, gradient.ravel()[:, None])
    return result.reshape(map_shape)


@named("here it is divided by 4 twice")
def divided_by_sixteen(gradient, map_shape):
    """It is divided by 4 twice: in the values and at the end."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    np.add.at(result, index, gradient.ravel()[:, None] / 4)
    return result.reshape(map_shape) / 4


@named("t was divided by the size of the whole index, of all windows")
def divided_by_entries_of_the_index(gradient, map_shape):
    """It is divided by the number of the index's entries."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    result[index] = gradient.ravel()[:, None] / index.size
    return result.reshape(map_shape)


@named("and larger numbers go round")
def eight_bits(gradient, map_shape):
    """Eight bits hold the result."""
    quarter = np.kron(gradient / 4, np.ones((2, 2)))
    padded = np.pad(quarter, [(0, n % 2) for n in map_shape])
    return padded.astype(int).astype(np.uint8)


@named("only the upper two pixels of each window")
def upper_two_of_the_four(gradient, map_shape):
    """Only the upper two pixels of each window get something."""
    index = correlation_indices(map_shape, (2, 2), stride=2)[:, :2]
    result = np.zeros(map_shape[0] * map_shape[1])
    result[index] = gradient.ravel()[:, None] / 4
    return result.reshape(map_shape)


@named(": an index without it holds more windows than the gradient")
def stride_forgotten(gradient, map_shape):
    """The stride is forgotten: index and gradient do not fit."""
    index = correlation_indices(map_shape, (2, 2))
    result = np.zeros(map_shape[0] * map_shape[1])
    np.add.at(result, index, gradient.ravel()[:, None] / 4)
    return result.reshape(map_shape)


@named("the windows overlap down")
def stride_across_only(gradient, map_shape):
    """The stride is left out down."""
    result = np.zeros(map_shape)
    for row, column in np.ndindex(gradient.shape):
        result[row : row + 2, 2 * column : 2 * column + 2] += gradient[row, column] / 4
    return result


@named("np.tile does: each number is to be repeated where it stands")
def tiled_for_repeated(gradient, map_shape):
    """np.tile lays the whole gradient side by side, np.repeat is meant."""
    tiled = np.tile(gradient / 4, (2, 2))
    return np.pad(tiled, [(0, n % 2) for n in map_shape])


@named("other in the flat map: a window has two rows, a width apart")
def repeated_flat_and_reshaped(gradient, map_shape):
    """np.repeat without an axis, with a reshape that fits even maps only."""
    return np.repeat(gradient / 4, 4).reshape(map_shape)


@named("olumn get their neighbour's share, and no window reads them:")
def rest_like_its_neighbour(gradient, map_shape):
    """The odd row and column, which no window reads, get their neighbour's share."""
    large = np.kron(gradient / 4, np.ones((2, 2)))
    return np.pad(large, [(0, n % 2) for n in map_shape], mode="edge")


@named("are not: does it start from np.zeros?")
def rest_unwritten(gradient, map_shape):
    """The target begins as np.empty: the odd row and column are left unwritten."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = _used_memory(map_shape[0] * map_shape[1])
    result[index] = gradient.ravel()[:, None] / 4
    return result.reshape(map_shape)


@named("and column of the places are exchanged: the first runs down")
def rows_and_columns_exchanged(gradient, map_shape):
    """Row and column of the window are exchanged."""
    result = np.zeros(map_shape)
    for row, column in np.ndindex(gradient.shape):
        for i, j in np.ndindex(2, 2):
            result[2 * column + j, 2 * row + i] += gradient[row, column] / 4
    return result


@named("the end turns height and width around: it makes `map_shape`,")
def reshaped_to_columns_first(gradient, map_shape):
    """The result is reshaped to (width, height)."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    result[index] = gradient.ravel()[:, None] / 4
    return result.reshape(map_shape[1], map_shape[0])


@named("ent is read backwards: the first window gets the last number")
def gradient_backwards(gradient, map_shape):
    """The gradient runs backwards: window 0 gets the last number."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    result[index] = gradient.ravel()[::-1, None] / 4
    return result.reshape(map_shape)


@unnamed
def shares_in_windows(gradient, map_shape):
    """The shares are returned with four axes, window by window."""
    return np.broadcast_to(gradient[:, None, :, None] / 4, (*gradient.shape, 2, 2))


@named("is used on an array that is only as large as the pooled map")
def gathered_not_scattered(gradient, map_shape):
    """The gradient is gathered by the index, which runs out of it."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    return gradient.ravel()[index].mean(axis=1).reshape(map_shape)


@named("the mean of the whole gradient: each has a number of its own")
def mean_of_the_gradient(gradient, map_shape):
    """Every window gets the mean of the gradient."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape[0] * map_shape[1])
    result[index] = gradient.mean() / 4
    return result.reshape(map_shape)


@named("bers of the gradient are cut off, as in ReLU: here they pass")
def negatives_cut_off(gradient, map_shape):
    """Negative gradients are cut off, as in ReLU."""
    large = np.kron(np.maximum(gradient, 0) / 4, np.ones((2, 2)))
    return np.pad(large, [(0, n % 2) for n in map_shape])


@named("it reads `height` of the notebook")
def sizes_of_the_notebook(gradient, map_shape):
    """The notebook's height and width are read, not the argument's."""
    own_index = correlation_indices((height, width), (2, 2), stride=2)
    result = np.zeros(height * width)
    np.add.at(result, own_index, gradient.ravel()[:, None] / 4)
    return result.reshape(height, width)


@named("all of it; and the odd row and column, of zeros, are missing")
def not_divided_and_rest_missing(gradient, map_shape):
    """The division by 4 is forgotten, and the odd row and column are missing."""
    return gradient.repeat(2, axis=0).repeat(2, axis=1)


@right
def right_as_lists(gradient, map_shape):
    """Lists in lists, each pixel asked for its window."""
    rows, columns = 2 * gradient.shape[0], 2 * gradient.shape[1]
    return [
        [
            float(gradient[r // 2, c // 2]) / 4 if r < rows and c < columns else 0.0
            for c in range(map_shape[1])
        ]
        for r in range(map_shape[0])
    ]


@right
def right_by_repeat(gradient, map_shape):
    """np.repeat on both axes, and zeros at the end."""
    large = gradient.repeat(2, axis=0).repeat(2, axis=1) * 0.25
    return np.pad(large, [(0, n - m) for n, m in zip(map_shape, large.shape)])


@right
def right_by_kron(gradient, map_shape):
    """np.kron, written into zeros."""
    result = np.zeros(map_shape)
    large = np.kron(gradient, np.full((2, 2), 0.25))
    result[: large.shape[0], : large.shape[1]] = large
    return result


@right
def right_by_brackets(gradient, map_shape):
    """Assigned with brackets: no pixel lies in two windows."""
    index = correlation_indices(map_shape, (2, 2), stride=2)
    result = np.zeros(map_shape)
    result.reshape(-1)[index] = gradient.reshape(-1, 1) / 4
    return result
