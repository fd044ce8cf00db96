"""Answers to correlate_batch: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import correlate2d

from tests.checks.labels import named, right
from xcorr_helpers import correlate, correlation_indices, kernel_matrix, output_shape

n_images, height, width, channels = 10, 8, 9, 3


n, row, column, channel = np.ogrid[:n_images, :height, :width, :channels]


images = 1000 * n + 100 * channel + 10 * row + column


kernels = (np.arange(120).reshape(5, 2, 4, 3) * 7) % 11 - 5


n_kernels, kernel_height, kernel_width, _ = kernels.shape


flat = images.reshape(n_images, -1)


image_shape, kernel_shape = images.shape[1:], kernels.shape[1:]


index = correlation_indices(image_shape, kernel_shape)


weights = kernel_matrix(kernels)


flat_out = flat[:, index] @ weights


@named("the images are mixed: reshape(n_images, -1)")
def flattened_at_the_wrong_end(images, kernels):
    """The images are reshaped to (-1, N), and turned round."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(-1, n_images).T
    flat_out = flat[:, correlation_indices(*shapes)] @ kernel_matrix(kernels)
    return flat_out.reshape(n_images, *output_shape(*shapes), n_kernels)


@named("each kernel is made flat in Fortran order")
def kernels_reversed_by_t(images, kernels):
    """All axes of the kernels are reversed by .T before the reshape."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(n_images, -1)
    weights = kernels.T.reshape(-1, n_kernels)
    flat_out = flat[:, correlation_indices(*shapes)] @ weights
    return flat_out.reshape(n_images, *output_shape(*shapes), n_kernels)


@named("each kernel is made flat in Fortran order")
def kernels_flattened_in_fortran_order(images, kernels):
    """The kernels are flattened in Fortran order."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(n_images, -1)
    weights = np.stack([kernel.ravel(order="F") for kernel in kernels], axis=1)
    flat_out = flat[:, correlation_indices(*shapes)] @ weights
    return flat_out.reshape(n_images, *output_shape(*shapes), n_kernels)


@named("rows and columns of the images are exchanged")
def images_transposed(images, kernels):
    """Rows and columns of every image are exchanged."""
    return correlate(images.swapaxes(1, 2), kernels)


@named("the kernels are mirrored left to right")
def kernels_mirrored_left_to_right(images, kernels):
    """The kernels are mirrored left to right."""
    windows = sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))
    return np.einsum("nhwcij,kijc->nhwk", windows, kernels[:, :, ::-1])


@named("image 0 is read for all images")
def image_zero_for_all(images, kernels):
    """Image 0 is used for all images."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    one = images[0].ravel()[correlation_indices(*shapes)] @ kernel_matrix(kernels)
    out = one.reshape(*output_shape(*shapes), n_kernels)
    return np.stack([out] * n_images)


@named("only the first image is worked on")
def returned_from_within_the_loop(images, kernels):
    """The return stands in the loop: the other images stay zero."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    index, weights = correlation_indices(*shapes), kernel_matrix(kernels)
    out = np.zeros((n_images, *output_shape(*shapes), n_kernels))
    for n in range(n_images):
        out[n] = (images[n].ravel()[index] @ weights).reshape(out.shape[1:])
        return out


@named("the index is asked for with whole shapes")
def images_and_kernels_with_all_axes_as_shapes(images, kernels):
    """The shapes are handed over with their axes of images and kernels."""
    n_images, n_kernels = len(images), len(kernels)
    flat = images.reshape(n_images, -1)
    index = correlation_indices(images.shape, kernels.shape)
    out_shape = output_shape(images.shape, kernels.shape)
    flat_out = flat[:, index] @ kernel_matrix(kernels)
    return flat_out.reshape(n_images, *out_shape, n_kernels)


@named("the last channel overwrites those before")
def channels_written_over(images, kernels):
    """Each channel's result is written over the one before: = for +=."""
    out_shape = output_shape(images.shape[1:], kernels.shape[1:])
    out = np.zeros((len(images), *out_shape, len(kernels)))
    for n, k, c in np.ndindex(len(images), len(kernels), images.shape[3]):
        out[n, :, :, k] = correlate2d(images[n, ..., c], kernels[k, ..., c], "valid")
    return out


@named("the mean of the products is taken")
def mean_for_sum(images, kernels):
    """The mean of the products is taken, not their sum."""
    out_shape = output_shape(images.shape[1:], kernels.shape[1:])
    out = np.zeros((len(images), *out_shape, len(kernels)))
    for n, row, column, k in np.ndindex(out.shape):
        bottom, right = row + kernels.shape[1], column + kernels.shape[2]
        part = images[n, row:bottom, column:right]
        out[n, row, column, k] = (part * kernels[k]).mean()
    return out


@named("the images are averaged, and their axis is lost")
def images_averaged(images, kernels):
    """The images are averaged, and their axis is lost."""
    windows = sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))
    return np.einsum("nhwcij,kijc->nhwk", windows, kernels).mean(axis=0)


@named("as if the placements came before the images")
def all_rows_folded_with_placements_first(images, kernels):
    """The rows are folded as if placements came before images."""
    shapes = images.shape[1:], kernels.shape[1:]
    weights = kernel_matrix(kernels)
    gathered = images.reshape(len(images), -1)[:, correlation_indices(*shapes)]
    all_rows = gathered.reshape(-1, len(weights)) @ weights
    by_placement = all_rows.reshape(*output_shape(*shapes), len(images), len(kernels))
    return np.moveaxis(by_placement, 2, 0)


@named("brought forward by a reshape, and then moved to the end")
def brought_forward_by_reshape_and_moved_back(images, kernels):
    """The kernels are brought forward by a reshape, then moved to the end."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(n_images, -1)
    flat_out = flat[:, correlation_indices(*shapes)] @ kernel_matrix(kernels)
    out = flat_out.reshape(n_images, n_kernels, *output_shape(*shapes))
    return np.moveaxis(out, 1, 3)


@named("the image's height and width are taken for the output's")
def image_size_for_output_size(images, kernels):
    """The image's size is used for the output's in the reshape."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(n_images, -1)
    flat_out = flat[:, correlation_indices(*shapes)] @ kernel_matrix(kernels)
    return flat_out.reshape(n_images, *images.shape[1:3], n_kernels)


@named("the last image is left at 0")
def last_image_left_unwritten(images, kernels):
    """The last image is left out of the loop."""
    shapes = images.shape[1:], kernels.shape[1:]
    index, weights = correlation_indices(*shapes), kernel_matrix(kernels)
    out = np.zeros((len(images), *output_shape(*shapes), len(kernels)))
    for n in range(len(images) - 1):
        out[n] = (images[n].ravel()[index] @ weights).reshape(out.shape[1:])
    return out


@named("every second row and column of the output")
def stride_of_two(images, kernels):
    """Every second row and column of the output is left out."""
    return correlate(images, kernels, stride=2)


@named("the values are rounded to whole numbers")
def output_rounded(images, kernels):
    """The output is rounded to whole numbers."""
    return np.round(correlate(images, kernels))


@named("1 is added to each number")
def one_added_as_a_bias(images, kernels):
    """A bias of 1 is added."""
    return correlate(images, kernels) + 1


@named("it reads `flat_out` of the notebook")
def result_of_the_notebook(images, kernels):
    """The notebook's `flat_out` is folded, whatever the arguments are."""
    n_images, n_kernels = len(images), len(kernels)
    return flat_out.reshape(n_images, 7, 6, n_kernels)


@named("and so are the kernels by reshape")
def wrong_end_and_kernels_without_t(images, kernels):
    """Images are flattened at the wrong end, and kernels without .T."""
    n_images, n_kernels = len(images), len(kernels)
    shapes = images.shape[1:], kernels.shape[1:]
    flat = images.reshape(-1, n_images).T
    weights = kernels.reshape(-1, n_kernels)
    flat_out = flat[:, correlation_indices(*shapes)] @ weights
    return flat_out.reshape(n_images, *output_shape(*shapes), n_kernels)


@right
def right_as_one_product_of_all_rows(images, kernels):
    """Images and placements are folded into rows for one plain product."""
    shapes = images.shape[1:], kernels.shape[1:]
    weights = kernel_matrix(kernels)
    gathered = images.reshape(len(images), -1)[:, correlation_indices(*shapes)]
    all_rows = gathered.reshape(-1, len(weights)) @ weights
    return all_rows.reshape(len(images), *output_shape(*shapes), len(kernels))


@right
def right_by_seven_loops(images, kernels):
    """Loops over output and kernel, in float64."""
    out_shape = output_shape(images.shape[1:], kernels.shape[1:])
    out = np.zeros((len(images), *out_shape, len(kernels)))
    for n, row, column, k in np.ndindex(out.shape):
        for i, j, c in np.ndindex(kernels.shape[1:]):
            pixel = images[n, row + i, column + j, c]
            out[n, row, column, k] += pixel * kernels[k, i, j, c]
    return out
