"""Answers to input_gradient: wrong ones by their slip, and right ones."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices

height, width = 5, 9


image = 10 * np.arange(height)[:, None] + np.arange(width)


kernel_of_the_chapter = np.array([[1, 0, -1], [2, 1, 0]])


index = correlation_indices(image.shape, kernel_of_the_chapter.shape)


out_gradient = 10 * np.arange(4)[:, None] + np.arange(7)


amounts = out_gradient.ravel()[:, None] * kernel_of_the_chapter.ravel()


@named("where shares meet in a pixel, only the last is kept, by plac")
def added_with_brackets(output_gradient, kernel, image_shape):
    """Brackets add once where a position comes several times."""
    index = correlation_indices(image_shape, kernel.shape)
    values = np.outer(output_gradient.ravel(), kernel.ravel())
    gradient = np.zeros(image_shape[0] * image_shape[1])
    gradient[index] += values
    return gradient.reshape(image_shape)


@named("where shares meet in a pixel, only the last is kept, by plac")
def assigned_in_loops(output_gradient, kernel, image_shape):
    """The values are assigned, = for +=."""
    gradient = np.zeros(image_shape)
    for row, column in np.ndindex(output_gradient.shape):
        for i, j in np.ndindex(kernel.shape):
            growth = output_gradient[row, column]
            gradient[row + i, column + j] = growth * kernel[i, j]
    return gradient


@named("makes rows and columns of it")
def not_reshaped(output_gradient, kernel, image_shape):
    """The gradient is flat: the reshape is forgotten."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient


@named("it is transposed: the result has rows, then columns")
def transposed_result(output_gradient, kernel, image_shape):
    """The result is transposed: the image's shape is read as (width, height)."""
    return convolve2d(output_gradient, kernel).T


@named("index and shares go by different orders, placements first or")
def index_transposed(output_gradient, kernel, image_shape):
    """The index is transposed, and does not fit the values."""
    index = correlation_indices(image_shape, kernel.shape).T
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@named("nothing arrives: is it added to a copy? flatten")
def scatter_into_a_copy(output_gradient, kernel, image_shape):
    """The values are added to a copy, `flatten`, and the zeros are returned."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape)
    np.add.at(gradient.flatten(), index, np.outer(output_gradient, kernel))
    return gradient


@named("the kernel's columns are reversed: a full correlation turns")
def turned_on_rows_only(output_gradient, kernel, image_shape):
    """The kernel is turned on the rows' axis only."""
    return correlate2d(output_gradient, kernel[::-1], mode="full")


@named(": mode 'same' cuts the border off, 'full' keeps it")
def same_for_full(output_gradient, kernel, image_shape):
    """The mode is `same` for `full`: the border of the image is missing."""
    return convolve2d(output_gradient, kernel, mode="same")


@named("this counts how often each pixel is read: np.bincount needs")
def visits_counted(output_gradient, kernel, image_shape):
    """The weights of np.bincount are forgotten: visits are counted."""
    index = correlation_indices(image_shape, kernel.shape)
    return np.bincount(index.ravel()).reshape(image_shape)


@named("the image's height and width are exchanged in the index, and")
def image_sizes_exchanged(output_gradient, kernel, image_shape):
    """The image's height and width are exchanged in the index."""
    index = correlation_indices(image_shape[::-1], kernel.shape[::-1])
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@named("index and shares go by different orders, placements first or")
def index_of_the_output_with_its_values(output_gradient, kernel, image_shape):
    """The values are reshaped to an index that is built for the output's shape."""
    index = correlation_indices(image_shape, output_gradient.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    values = np.outer(output_gradient, kernel).reshape(index.shape)
    np.add.at(gradient, index, values)
    return gradient.reshape(image_shape)


@named(", and the last comes in again at")
def shifted_by_one(output_gradient, kernel, image_shape):
    """The pixels are counted from 1, and the last one wraps around."""
    index = correlation_indices(image_shape, kernel.shape)
    size = image_shape[0] * image_shape[1]
    gradient = np.zeros(size)
    np.add.at(gradient, (index + 1) % size, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@named("every pixel is taken for a placement: there are only")
def every_pixel_a_placement(output_gradient, kernel, image_shape):
    """Every pixel is taken for a placement, which runs out of the output."""
    gradient = np.zeros(image_shape)
    for row, column in np.ndindex(image_shape):
        for i, j in np.ndindex(kernel.shape):
            growth = output_gradient[row, column]
            gradient[row + i, column + j] += growth * kernel[i, j]
    return gradient


@named("only what the first kernel value sends is there: all send ba")
def first_kernel_value_only(output_gradient, kernel, image_shape):
    """Each placement sends back to its first pixel only."""
    index = correlation_indices(image_shape, kernel.shape)[:, 0]
    gradient = np.zeros(image_shape[0] * image_shape[1])
    gradient[index] += output_gradient.ravel() * kernel[0, 0]
    return gradient.reshape(image_shape)


@named("each pixel of a window gets the growth times the sum of the")
def kernel_summed(output_gradient, kernel, image_shape):
    """Each pixel of a window gets the growth times the kernel's sum."""
    return convolve2d(output_gradient, np.full(kernel.shape, kernel.sum()))


@named("each share is added twice")
def doubled(output_gradient, kernel, image_shape):
    """Everything is added twice: by the slices and by the index."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = convolve2d(output_gradient, kernel).astype(float)
    np.add.at(gradient.reshape(-1), index, np.outer(output_gradient, kernel))
    return gradient


@named(", and adds the growths: asked for is a number for each pixel")
def gradient_of_the_kernel(output_gradient, kernel, image_shape):
    """It is the gradient of the kernel, of an image of ones."""
    return correlate2d(np.ones(image_shape), output_gradient, mode="valid")


@named("each share is cut to a whole number before it is added")
def whole_numbers_in_the_target(output_gradient, kernel, image_shape):
    """The target holds whole numbers: what comes behind the point is cut off."""
    rows, columns = output_gradient.shape
    gradient = np.zeros(image_shape, dtype=int)
    for i, j in np.ndindex(kernel.shape):
        amounts = (output_gradient * kernel[i, j]).astype(int)
        gradient[i : i + rows, j : j + columns] += amounts
    return gradient


@named("the signs of `kernel` are lost")
def absolute_values(output_gradient, kernel, image_shape):
    """The signs of the kernel are lost."""
    return convolve2d(output_gradient, np.abs(kernel))


@named("it reads `amounts` of the notebook")
def amounts_of_the_notebook(output_gradient, kernel, image_shape):
    """The notebook's `amounts` are scattered, not those of the arguments."""
    positions = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, positions, amounts)
    return gradient.reshape(image_shape)


@named("it is flat, and where shares meet only the last is kept: np.")
def brackets_and_not_reshaped(output_gradient, kernel, image_shape):
    """Brackets add once, and the reshape is forgotten."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    gradient[index] += np.outer(output_gradient, kernel)
    return gradient


@named("the target holds whole numbers only: np.zeros without dtype=int")
def scattered_into_ints(output_gradient, kernel, image_shape):
    """The target of np.add.at holds whole numbers."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1], dtype=int)
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@named("the target holds whole numbers only: np.zeros without dtype=int")
def ints_in_loops(output_gradient, kernel, image_shape):
    """Four loops add to whole numbers."""
    gradient = np.zeros(image_shape, dtype=int)
    for i, j in np.ndindex(kernel.shape):
        for row, column in np.ndindex(output_gradient.shape):
            gradient[row + i, column + j] += output_gradient[row, column] * kernel[i, j]
    return gradient


@named("the target holds whole numbers only: np.zeros without dtype=int")
def kernels_added_to_ints(output_gradient, kernel, image_shape):
    """A slice of whole numbers gets the kernel, by +=, which NumPy refuses."""
    gradient = np.zeros(image_shape, dtype=int)
    height, width = kernel.shape
    for row, column in np.ndindex(output_gradient.shape):
        growth = output_gradient[row, column]
        gradient[row : row + height, column : column + width] += growth * kernel
    return gradient


@named("`np.add.at` works in place, and gives None. Call it in a line")
def what_add_at_returns(output_gradient, kernel, image_shape):
    """What np.add.at returns is returned."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    return np.add.at(gradient, index, np.outer(output_gradient, kernel))


@named("`np.add.at` works in place, and gives None. Call it in a line")
def assigned_what_add_at_returns(output_gradient, kernel, image_shape):
    """The gradient is what np.add.at returns."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    gradient = np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient


@named("something is None here: np.add.at, .sort() and .append() change")
def reshaped_what_add_at_returns(output_gradient, kernel, image_shape):
    """What np.add.at returns is reshaped."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    gradient = np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@right
def right_by_loops(output_gradient, kernel, image_shape):
    """Four nested loops over lists, returned as a list of lists."""
    gradient = [[0.0] * image_shape[1] for _ in range(image_shape[0])]
    for row, growths in enumerate(np.asarray(output_gradient).tolist()):
        for column, growth in enumerate(growths):
            for i, weights in enumerate(np.asarray(kernel).tolist()):
                for j, weight in enumerate(weights):
                    gradient[row + i][column + j] += growth * weight
    return gradient


@right
def right_by_bincount(output_gradient, kernel, image_shape):
    """np.bincount with weights."""
    index = correlation_indices(image_shape, kernel.shape)
    amounts = np.outer(output_gradient, kernel)
    size = image_shape[0] * image_shape[1]
    flat = np.bincount(index.ravel(), weights=amounts.ravel(), minlength=size)
    return flat.reshape(image_shape)


@right
def right_by_columns_of_the_index(output_gradient, kernel, image_shape):
    """Brackets, one column of the index after the other."""
    index = correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape)
    flat = gradient.reshape(-1)
    for positions, weight in zip(index.T, kernel.flat):
        flat[positions] += output_gradient.ravel() * weight
    return gradient


@right
def right_by_slices(output_gradient, kernel, image_shape):
    """A shifted slice for each kernel value."""
    rows, columns = output_gradient.shape
    gradient = np.zeros(image_shape)
    for i, j in np.ndindex(kernel.shape):
        gradient[i : i + rows, j : j + columns] += output_gradient * kernel[i, j]
    return gradient
