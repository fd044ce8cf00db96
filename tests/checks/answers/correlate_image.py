"""Answers to correlate_image: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d

from tests.checks.labels import named, right
from xcorr_helpers.indices import correlation_indices

height, width = 5, 9


image = 10 * np.arange(height)[:, None] + np.arange(width)


kernel = np.array([[1, 0, -1], [2, 1, 0]])


kernel_height, kernel_width = kernel.shape


out_height, out_width = 4, 7


flat = image.ravel()


index = correlation_indices((height, width), (kernel_height, kernel_width))


edge_kernel = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]])


kernel_vector = edge_kernel.ravel()


@named("the output has the image's type, which drops decimals or is")
def bug_left_as_it_is(image, kernel):
    """The output has the image's type, so that an int drops what is no whole."""
    out_height = image.shape[0] - kernel.shape[0] + 1
    out_width = image.shape[1] - kernel.shape[1] + 1
    out = np.zeros((out_height, out_width), dtype=image.dtype)
    for row, column in np.ndindex(out_height, out_width):
        part = image[row : row + kernel.shape[0], column : column + kernel.shape[1]]
        out[row, column] = (part * kernel).sum()
    return out


@named("of ints, which drops decimals: np.result_type(image, kernel)")
def int_type(image, kernel):
    """The output is an array of ints, whatever the image and the kernel are."""
    h, w = kernel.shape
    shape = image.shape[0] - h + 1, image.shape[1] - w + 1
    out = np.zeros(shape, dtype=int)
    for r, c in np.ndindex(*shape):
        out[r, c] = (image[r : r + h, c : c + w] * kernel).sum()
    return out


@named("the result is rounded to whole numbers: leave np.round away,")
def rounded_into_the_image_type(image, kernel):
    """The result is rounded, and then given the image's type."""
    h, w = kernel.shape
    shape = image.shape[0] - h + 1, image.shape[1] - w + 1
    out = np.zeros(shape, dtype=image.dtype)
    for r, c in np.ndindex(*shape):
        out[r, c] = np.round((image[r : r + h, c : c + w] * kernel).sum())
    return out


@named("the mean of the products is taken: it is their sum")
def mean_for_sum(image, kernel):
    """The mean of the products is taken, not their sum."""
    h, w = kernel.shape
    down = range(image.shape[0] - h + 1)
    across = range(image.shape[1] - w + 1)
    return np.array(
        [[(image[i : i + h, j : j + w] * kernel).mean() for j in across] for i in down]
    )


@named("all placements are added up: sum over the kernel's axes only")
def summed_over_everything(image, kernel):
    """The products are added up over the placements, too: one number."""
    return (sliding_window_view(image, kernel.shape) * kernel).sum()


@named("a matrix product of part and kernel: * multiplies number by")
def matrix_product_of_the_part(image, kernel):
    """@ is written for *, a matrix product of part and kernel."""
    h, w = kernel.shape
    shape = image.shape[0] - h + 1, image.shape[1] - w + 1
    out = np.zeros(shape, np.result_type(image, kernel))
    for r, c in np.ndindex(*shape):
        out[r, c] = (image[r : r + h, c : c + w] @ kernel).sum()
    return out


@named("the kernel is turned, upside down and left to right: this is")
def kernel_turned_by_convolve(image, kernel):
    """This is the convolution: the kernel is turned in both axes."""
    return convolve2d(image, kernel, mode="valid")


@named("the kernel is mirrored, left to right: its column")
def kernel_mirrored(image, kernel):
    """The kernel is mirrored, left to right."""
    windows = sliding_window_view(image, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel[:, ::-1])


@named("the image is transposed, and the kernel is not")
def image_transposed(image, kernel):
    """The image is transposed."""
    return correlate2d(image.T, kernel, mode="valid")


@named("the output's height and width are exchanged in the reshape:")
def result_sides_exchanged(image, kernel):
    """The result is cut into rows of the wrong length: its sides are exchanged."""
    index = correlation_indices(image.shape, kernel.shape)
    out_height, out_width = np.subtract(image.shape, kernel.shape) + 1
    return (image.ravel()[index] @ kernel.ravel()).reshape(out_width, out_height)


@named("image is padded, so that the output is as large as the image")
def same_for_valid(image, kernel):
    """SciPy's `same` is taken for `valid`."""
    return correlate2d(image, kernel, mode="same")


@named("the kernel runs over the image's edge:")
def every_pixel_a_placement(image, kernel):
    """Every pixel is a placement, so the last parts are too small."""
    h, w = kernel.shape
    out = np.zeros(image.shape, np.result_type(image, kernel))
    for r, c in np.ndindex(*image.shape):
        out[r, c] = (image[r : r + h, c : c + w] * kernel).sum()
    return out


@named("the first placements are missing, down and across: both are")
def first_placements_missing(image, kernel):
    """The placements start at 1: the first row and column are missing."""
    return correlate2d(image[1:, 1:], kernel, mode="valid")


@named("the kernel's height and width are exchanged where placements")
def kernel_sides_exchanged_in_the_count(image, kernel):
    """The kernel's sides are exchanged where placements are counted."""
    out_height = image.shape[0] - kernel.shape[1] + 1
    out_width = image.shape[1] - kernel.shape[0] + 1
    out = np.zeros((out_height, out_width), np.result_type(image, kernel))
    for r, c in np.ndindex(out_height, out_width):
        for i, j in np.ndindex(*kernel.shape):
            out[r, c] += image[r + i, c + j] * kernel[i, j]
    return out


@named("the index is made for an image of exchanged height and width")
def image_sides_exchanged_in_the_index(image, kernel):
    """The index is made for the image's shape reversed."""
    index = correlation_indices(image.shape[::-1], kernel.shape)
    out_shape = np.subtract(image.shape[::-1], kernel.shape) + 1
    return (image.ravel()[index] @ kernel.ravel()).reshape(out_shape)


@named("is not flat: the product is flat[index] @ kernel.ravel")
def kernel_not_flattened(image, kernel):
    """The kernel is not flattened, so the product's sizes do not meet."""
    index = correlation_indices(image.shape, kernel.shape)
    out_shape = np.subtract(image.shape, kernel.shape) + 1
    return (image.ravel()[index] @ kernel).reshape(out_shape)


@named("it reads `flat` of the notebook")
def flat_of_the_notebook(image, kernel):
    """The notebook's `flat` is read, not the argument's."""
    index = correlation_indices(image.shape, kernel.shape)
    out_shape = np.subtract(image.shape, kernel.shape) + 1
    return (flat[index] @ kernel.ravel()).reshape(out_shape)


@named("it reads `kernel_vector` of the")
def edge_kernel_of_the_notebook(image, kernel):
    """The notebook's edge kernel is used, of nine values."""
    index = correlation_indices(image.shape, (3, 3))
    out_shape = np.subtract(image.shape, (3, 3)) + 1
    return (image.ravel()[index] @ kernel_vector).reshape(out_shape)


@named("the kernel's mean is added: nothing is added but products")
def constant_added(image, kernel):
    """The kernel's mean is added to each number."""
    return correlate2d(image, kernel, mode="valid") + kernel.mean()


@named("type, which drops decimals, and the kernel is turned, as in")
def two_image_type_and_turned(image, kernel):
    """The output has the image's type, and the kernel is turned."""
    return convolve2d(image, kernel, mode="valid").astype(image.dtype)


@right
def right_scipy(image, kernel):
    """SciPy's correlate2d."""
    return correlate2d(image, kernel, mode="valid")


@right
def right_index_matrix(image, kernel):
    """The helper's index, and one product of floats."""
    index = correlation_indices(image.shape, kernel.shape)
    out_shape = np.subtract(image.shape, kernel.shape) + 1
    flat_out = image.astype(float).ravel()[index] @ kernel.astype(float).ravel()
    return flat_out.reshape(out_shape)


@right
def right_einsum(image, kernel):
    """einsum over sliding windows."""
    return np.einsum("rcij,ij->rc", sliding_window_view(image, kernel.shape), kernel)


@right
def right_nested_lists(image, kernel):
    """Nested lists of Python's floats, out of Python's sums."""
    h, w = kernel.shape
    return [
        [
            sum(
                float(image[r + i, c + j]) * float(kernel[i, j])
                for i in range(h)
                for j in range(w)
            )
            for c in range(image.shape[1] - w + 1)
        ]
        for r in range(image.shape[0] - h + 1)
    ]
