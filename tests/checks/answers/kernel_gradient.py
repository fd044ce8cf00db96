"""Answers to kernel_gradient: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices

kernel = np.array([[1, 0, -1], [2, 1, 0]])


@named("the kernels are mixed: the product has a column for each, an")
def as_it_stood(output_gradient, image, kernel_shape):
    """The product is reshaped to kernels first, though they are its last axis."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.reshape(n_kernels, *kernel_shape)


@named("the kernels' axis comes last: it is asked for first,")
def kernels_left_last(output_gradient, image, kernel_shape):
    """The kernels' axis is left last: (kernel_height, kernel_width, K)."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.reshape(*kernel_shape, n_kernels)


@named("each kernel is transposed: where the kernels come to the")
def swapaxes_for_moveaxis(output_gradient, image, kernel_shape):
    """swapaxes exchanges kernels and rows, so that each comes out transposed."""
    windows = sliding_window_view(image, kernel_shape)
    product = np.tensordot(windows, output_gradient, axes=([0, 1], [0, 1]))
    return product.swapaxes(0, 2)


@named("each kernel's values go column by column: rows and columns a")
def transposed_and_reshaped_back(output_gradient, image, kernel_shape):
    """Each kernel is transposed, then reshaped to the shape that it should have."""
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = output_gradient.reshape(-1, output_gradient.shape[2]).T @ gathered
    across = product.reshape(-1, *kernel_shape).swapaxes(1, 2)
    return across.reshape(-1, *kernel_shape)


@named("it is not reshaped, and all kernels' values stand in one row")
def ravelled(output_gradient, image, kernel_shape):
    """The result has one axis: it is ravelled."""
    windows = sliding_window_view(image, kernel_shape)
    return np.einsum("rcij,rck->kij", windows, output_gradient).ravel()


@named(", but their kernels come last: reshape")
def growths_reshaped_without_transpose(output_gradient, image, kernel_shape):
    """The growths are reshaped to (K, placements) without a .T."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = output_gradient.reshape(n_kernels, -1) @ gathered
    return product.reshape(n_kernels, *kernel_shape)


@named("the growths are read column by column, the placements row by")
def growths_column_by_column(output_gradient, image, kernel_shape):
    """The growths' rows and columns are exchanged."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    growths = output_gradient.swapaxes(0, 1).reshape(-1, n_kernels)
    return (growths.T @ gathered).reshape(n_kernels, *kernel_shape)


@named("the image is made flat column by column, and the index count")
def image_transposed(output_gradient, image, kernel_shape):
    """The image is transposed in the gather, but not in the index."""
    n_kernels = output_gradient.shape[2]
    gathered = image.T.ravel()[correlation_indices(image.shape, kernel_shape)]
    return (output_gradient.reshape(-1, n_kernels).T @ gathered).reshape(
        n_kernels, *kernel_shape
    )


@named("the output's height is taken for the number of kernels: they")
def kernels_counted_on_the_first_axis(output_gradient, image, kernel_shape):
    """The output's height is read as the number of kernels."""
    n_kernels = output_gradient.shape[0]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel_shape)


@named("turns nothing, if the image comes first")
def kernels_turned(output_gradient, image, kernel_shape):
    """Each kernel's gradient is turned: the image is convolved with the growths."""
    every = np.moveaxis(output_gradient, 2, 0)
    convolved = [correlate2d(image, one, mode="valid")[::-1, ::-1] for one in every]
    return np.stack(convolved)


@named("the kernels come in reverse order")
def kernels_in_opposite_order(output_gradient, image, kernel_shape):
    """The kernels come in the opposite order."""
    windows = sliding_window_view(image, kernel_shape)
    return np.einsum("rcij,rck->kij", windows, output_gradient)[::-1]


@named("this is larger than the image: the mode is 'full', and 'vali")
def full_for_valid(output_gradient, image, kernel_shape):
    """The mode is left at `full`, so that the result is larger than the image."""
    every = np.moveaxis(output_gradient, 2, 0)
    return np.stack([correlate2d(image, one) for one in every])


@named("stands for all: the growths of kernel k are output_gradient[")
def first_kernel_for_all(output_gradient, image, kernel_shape):
    """The growths of kernel 0 are used for all kernels."""
    one = correlate2d(image, output_gradient[:, :, 0], mode="valid")
    return np.stack([one for _ in range(output_gradient.shape[2])])


@named(": kernels are counted from")
def kernels_from_one(output_gradient, image, kernel_shape):
    """The kernels are counted from 1: kernel 0 is left at zero."""
    n_kernels = output_gradient.shape[2]
    result = np.zeros((n_kernels, *kernel_shape))
    for k in range(1, n_kernels):
        result[k] = correlate2d(image, output_gradient[:, :, k], mode="valid")
    return result


@named("it is divided by the number of kernels: each has a gradient")
def divided_by_kernels(output_gradient, image, kernel_shape):
    """The result is divided by the number of kernels."""
    windows = sliding_window_view(image, kernel_shape)
    result = np.einsum("rcij,rck->kij", windows, output_gradient)
    return result / output_gradient.shape[2]


@named("the placements are not added up: their axes are left, and th")
def placements_not_summed(output_gradient, image, kernel_shape):
    """The placements are not summed: their axes are left."""
    windows = sliding_window_view(image, kernel_shape)
    return np.einsum("rcij,rck->krcij", windows, output_gradient)


@named("the kernel's row and column are exchanged in the pixel's pla")
def kernel_row_and_column_exchanged(output_gradient, image, kernel_shape):
    """The kernel's row and column are exchanged in the pixel's place."""
    n_kernels = output_gradient.shape[2]
    result = np.zeros((n_kernels, *kernel_shape))
    for row, column, k in np.ndindex(output_gradient.shape):
        for i, j in np.ndindex(*kernel_shape):
            growth = output_gradient[row, column, k]
            result[k, i, j] += growth * image[row + j, column + i]
    return result


@named("the positions are counted from")
def positions_counted_from_one(output_gradient, image, kernel_shape):
    """The positions are counted from 1, and the last is out of range."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape) + 1]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel_shape)


@named("the positions are multiplied, not the pixels that stand")
def index_for_pixels(output_gradient, image, kernel_shape):
    """The positions are multiplied, not the pixels that stand there."""
    n_kernels = output_gradient.shape[2]
    gathered = correlation_indices(image.shape, kernel_shape)
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel_shape)


@named("two axes share a letter in einsum, so only row = kernel row")
def einsum_repeats_an_axis(output_gradient, image, kernel_shape):
    """Two axes share a letter in einsum, and NumPy refuses or takes a diagonal."""
    windows = sliding_window_view(image, kernel_shape)
    return np.einsum("rcrc,rck->krc", windows, output_gradient)


@named("what is below zero is cut off")
def negatives_cut_off(output_gradient, image, kernel_shape):
    """Negative gradients are cut off."""
    windows = sliding_window_view(image, kernel_shape)
    return np.maximum(np.einsum("rcij,rck->kij", windows, output_gradient), 0)


@named("the number of kernels is written as")
def two_kernels_as_a_number(output_gradient, image, kernel_shape):
    """The number of kernels is written as 2."""
    gathered = image.ravel()[correlation_indices(image.shape, kernel_shape)]
    product = gathered.T @ output_gradient.reshape(-1, 2)
    return product.T.reshape(2, *kernel_shape)


@named("it reads `kernel` of the notebook")
def kernel_of_the_notebook(output_gradient, image, kernel_shape):
    """The notebook's `kernel.shape` is read, not the argument."""
    n_kernels = output_gradient.shape[2]
    gathered = image.ravel()[correlation_indices(image.shape, kernel.shape)]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel.shape)


@named("the growths are turned, and the kernels' axis comes last: it")
def turned_and_kernels_last(output_gradient, image, kernel_shape):
    """The image is convolved with the growths, and the kernels are left last."""
    every = np.moveaxis(output_gradient, 2, 0)
    return np.dstack([convolve2d(image, one, mode="valid") for one in every])


@right
def right_by_loops(output_gradient, image, kernel_shape):
    """Loops over all, returned as lists in lists."""
    n_kernels = output_gradient.shape[2]
    result = [
        [[0.0] * kernel_shape[1] for _ in range(kernel_shape[0])]
        for _ in range(n_kernels)
    ]
    for row, column, k in np.ndindex(output_gradient.shape):
        for i, j in np.ndindex(*kernel_shape):
            growth = output_gradient[row, column, k]
            result[k][i][j] += float(growth * image[row + i, column + j])
    return result


@right
def right_by_scipy(output_gradient, image, kernel_shape):
    """SciPy's correlation of the image with each kernel's growths, as a list."""
    n_kernels = output_gradient.shape[2]
    return [
        correlate2d(image, output_gradient[:, :, k], mode="valid")
        for k in range(n_kernels)
    ]


@right
def right_by_einsum(output_gradient, image, kernel_shape):
    """Windows and einsum, with the kernels named first."""
    windows = sliding_window_view(image, kernel_shape)
    return np.einsum("rcij,rck->kij", windows, output_gradient)


@right
def right_by_tensordot(output_gradient, image, kernel_shape):
    """tensordot with the growths in front."""
    windows = sliding_window_view(image, kernel_shape)
    return np.tensordot(output_gradient, windows, axes=([0, 1], [0, 1]))
