"""Answers to apply_kernels: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d

from tests.checks.labels import named, right, unnamed
from xcorr_helpers.indices import (
    correlation_indices,
    kernel_matrix,
)

height, width = 5, 9


image = 10 * np.arange(height)[:, None] + np.arange(width)


kernel_number, i, j = np.arange(8)[:, None, None], np.arange(2)[:, None], np.arange(3)


kernels = 100 * kernel_number + 10 * i + j


n_kernels, kernel_height, kernel_width = kernels.shape


weights = kernels.reshape(n_kernels, -1).T


index = correlation_indices(image.shape, (kernel_height, kernel_width))


gathered = image.ravel()[index]


flat_out = gathered @ weights


out_height, out_width = 4, 7


out = flat_out.reshape(out_height, out_width, n_kernels)


@named("the columns of the kernels' matrix mix several kernels: make")
def weights_without_transpose(image, kernels):
    """The kernels' matrix is reshaped to the shape that fits, without .T."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape, (kernel_height, kernel_width))
    weights = kernels.reshape(kernel_height * kernel_width, n_kernels)
    out_height = image.shape[0] - kernel_height + 1
    return (image.ravel()[index] @ weights).reshape(out_height, -1, n_kernels)


@named("each kernel is read column by column")
def kernels_read_in_fortran_order(image, kernels):
    """Each kernel is flattened column after column, in Fortran's order."""
    n_kernels, *kernel_shape = kernels.shape
    index = correlation_indices(image.shape, kernel_shape)
    weights = np.stack([kernel.ravel("F") for kernel in kernels], axis=1)
    out_shape = *(np.subtract(image.shape, kernel_shape) + 1), n_kernels
    return (image.ravel()[index] @ weights).reshape(out_shape)


@named("rows and columns of each map are exchanged")
def sides_turned_at_the_end(image, kernels):
    """Rows and columns of the result are exchanged by a transpose."""
    maps = [correlate2d(image, kernel, mode="valid").T for kernel in kernels]
    return np.stack(maps, axis=2)


@named("the kernels stand in the middle")
def kernels_in_the_middle(image, kernels):
    """The kernels stand in the middle: axis=1 for axis=2."""
    maps = [correlate2d(image, kernel, mode="valid") for kernel in kernels]
    return np.stack(maps, axis=1)


@named("the kernels came first, and a reshape only cuts anew")
def weights_first(image, kernels):
    """The kernels stand at the left of the product, and the result is then cut."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape, (kernel_height, kernel_width))
    flat_out = kernels.reshape(n_kernels, -1) @ image.ravel()[index].T
    out_height = image.shape[0] - kernel_height + 1
    return flat_out.reshape(out_height, -1, n_kernels)


@named("only the first kernel is applied")
def only_the_first_kernel_kept_axis(image, kernels):
    """Only the first kernel is applied, and the axis of kernels has length 1."""
    return correlate2d(image, kernels[0], mode="valid")[..., None]


@named("the first kernel's map is missing")
def kernels_counted_from_one(image, kernels):
    """The kernels are counted from 1, so the first one is left out."""
    maps = [correlate2d(image, kernel, mode="valid") for kernel in kernels[1:]]
    return np.stack(maps, axis=-1) if maps else np.zeros((0, 0, 0))


@named("the maps of all kernels are added up")
def kernels_added_up_in_a_loop(image, kernels):
    """The maps of all kernels are added up in one."""
    return sum(correlate2d(image, kernel, mode="valid") for kernel in kernels)


@named("the products are not added up: each map")
def products_not_summed(image, kernels):
    """The products are not added up: two axes too many."""
    return sliding_window_view(image, kernels.shape[1:])[:, :, None] * kernels


@named("each kernel is turned in both axes")
def kernels_turned_by_convolve(image, kernels):
    """This is the convolution: each kernel is turned in both axes."""
    return np.stack([convolve2d(image, k, mode="valid") for k in kernels], axis=2)


@named("each kernel is mirrored, left to right")
def kernels_mirrored(image, kernels):
    """Each kernel is mirrored, left to right."""
    windows = sliding_window_view(image, kernels.shape[1:])
    return np.tensordot(windows, kernels[:, :, ::-1], axes=([2, 3], [1, 2]))


@named("the index is made for an image of")
def index_of_the_reversed_image(image, kernels):
    """The index is made for the image's shape reversed."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape[::-1], (kernel_height, kernel_width))
    flat_out = image.ravel()[index] @ kernels.reshape(n_kernels, -1).T
    out_height = image.shape[1] - kernel_height + 1
    return flat_out.reshape(out_height, -1, n_kernels)


@named("the index is asked for all of kernels.shape")
def whole_kernel_shape_for_the_index(image, kernels):
    """The index is asked for with all of kernels.shape, K included; this raises."""
    index = correlation_indices(image.shape, kernels.shape)
    flat_out = image.ravel()[index] @ kernels.reshape(len(kernels), -1).T
    return flat_out.reshape(image.shape[0] - kernels.shape[1] + 1, -1, len(kernels))


@named("the output's height takes off the kernel's height")
def output_height_by_kernel_width(image, kernels):
    """The kernel's width is used for its height where the result is folded."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape, (kernel_height, kernel_width))
    flat_out = image.ravel()[index] @ kernels.reshape(n_kernels, -1).T
    return flat_out.reshape(image.shape[0] - kernel_width + 1, -1, n_kernels)


@named("a slice is smaller than a kernel: it runs over the edge")
def one_placement_too_many(image, kernels):
    """The + 1 is added twice, so the kernels run over the edge."""
    n_kernels, h, w = kernels.shape
    shape = image.shape[0] - h + 2, image.shape[1] - w + 2, n_kernels
    out = np.zeros(shape, np.result_type(image, kernels))
    for r, c, k in np.ndindex(*shape):
        out[r, c, k] = (image[r : r + h, c : c + w] * kernels[k]).sum()
    return out


@named("the output has no place for each pixel of the image")
def every_pixel_in_the_reshape(image, kernels):
    """The result is folded into the image's shape, which fails."""
    n_kernels, *kernel_shape = kernels.shape
    index = correlation_indices(image.shape, kernel_shape)
    flat_out = image.ravel()[index] @ kernel_matrix(kernels)
    return flat_out.reshape(*image.shape, n_kernels)


@named("* multiplies value by value")
def star_for_at(image, kernels):
    """* is written for @, so the shapes do not meet."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape, (kernel_height, kernel_width))
    flat_out = image.ravel()[index] * kernels.reshape(n_kernels, -1).T
    out_height = image.shape[0] - kernel_height + 1
    return flat_out.reshape(out_height, -1, n_kernels)


@named("the output is rounded to whole numbers")
def rounded(image, kernels):
    """The result is rounded to whole numbers."""
    maps = [correlate2d(image, kernel, mode="valid") for kernel in kernels]
    return np.round(np.stack(maps, axis=2))


@named("it reads `gathered` of the notebook")
def gathered_of_the_notebook(image, kernels):
    """The notebook's gathered pixels are used, not those of the argument."""
    n_kernels = len(kernels)
    out_height = image.shape[0] - kernels.shape[1] + 1
    flat_out = gathered @ kernels.reshape(n_kernels, -1).T
    return flat_out.reshape(out_height, -1, n_kernels)


@unnamed
def rest_left_unwritten(image, kernels):
    """Only the first map is written, and np.empty is left as it is elsewhere."""
    n_kernels, *kernel_shape = kernels.shape
    out_shape = *(np.subtract(image.shape, kernel_shape) + 1), n_kernels
    out = np.full(out_shape, 1e6)  # np.empty, made plain to see
    out[:, :, 0] = correlate2d(image, kernels[0], mode="valid")
    return out


@named("two slips: the output's sides are exchanged in the reshape")
def two_no_transpose_and_sides_exchanged(image, kernels):
    """The .T of the weights is forgotten, and the result's sides are exchanged."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    index = correlation_indices(image.shape, (kernel_height, kernel_width))
    flat_out = image.ravel()[index] @ kernels.reshape(-1, n_kernels)
    out_width = image.shape[1] - kernel_width + 1
    return flat_out.reshape(out_width, -1, n_kernels)


@right
def right_stack_of_scipy(image, kernels):
    """SciPy's maps, joined along the last axis."""
    return np.stack([correlate2d(image, k, mode="valid") for k in kernels], axis=-1)


@right
def right_einsum(image, kernels):
    """einsum over sliding windows."""
    windows = sliding_window_view(image, kernels.shape[1:])
    return np.einsum("rcij,kij->rck", windows, kernels)


@right
def right_tensordot(image, kernels):
    """tensordot over the two axes of the kernel."""
    windows = sliding_window_view(image, kernels.shape[1:])
    return np.tensordot(windows, kernels, axes=([2, 3], [1, 2]))


@right
def right_kernels_at_the_left(image, kernels):
    """The kernels at the left of the product, the axis moved at the end."""
    n_kernels, *kernel_shape = kernels.shape
    index = correlation_indices(image.shape, kernel_shape)
    flat_out = kernels.reshape(n_kernels, -1) @ image.ravel()[index].T
    maps = flat_out.reshape(n_kernels, *(np.subtract(image.shape, kernel_shape) + 1))
    return np.moveaxis(maps, 0, 2)
