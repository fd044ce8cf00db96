"""Answers to strided_kernel_gradient: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices

kernel = np.arange(6.0).reshape(2, 3)  # as in the notebook


width = 9


@named("it is not cut to kernel_shape")
def not_cut_to_kernel_shape(output_gradient, image, kernel_shape, stride):
    """The rows that the stride leaves over are not cut off."""
    out_height, out_width = output_gradient.shape
    down, right = stride
    dilated = np.zeros((down * (out_height - 1) + 1, right * (out_width - 1) + 1))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated)
    return full


@named("it is cut in the rows only")
def cut_rows_only(output_gradient, image, kernel_shape, stride):
    """Only the rows left over are cut off, the columns stay."""
    out_height, out_width = output_gradient.shape
    down, right = stride
    dilated = np.zeros((down * (out_height - 1) + 1, right * (out_width - 1) + 1))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated)
    return full[: kernel_shape[0]]


@named("the stride is left out")
def gradient_not_dilated(output_gradient, image, kernel_shape, stride):
    """The output gradient is not dilated by the stride."""
    windows = sliding_window_view(image, output_gradient.shape)
    full = np.einsum("uvij,ij->uv", windows, output_gradient)
    return full[: kernel_shape[0], : kernel_shape[1]]


@named("the stride is left out")
def stride_left_out_of_the_slice(output_gradient, image, kernel_shape, stride):
    """The slice of the image does not jump by the stride."""
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    down, right = stride
    gradient = np.zeros(kernel_shape)
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = image[u:, v:][:out_height, :out_width]
            gradient[u, v] = np.sum(output_gradient * part)
    return gradient


@named("the stride's rows and columns are exchanged")
def stride_exchanged(output_gradient, image, kernel_shape, stride):
    """The stride is taken as (columns, rows)."""
    out_height, out_width = output_gradient.shape
    right, down = stride
    dilated = np.zeros((down * (out_height - 1) + 1, right * (out_width - 1) + 1))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated)
    return full[: kernel_shape[0], : kernel_shape[1]]


@named("the stride's rows and columns are exchanged")
def stride_exchanged_in_offsets(output_gradient, image, kernel_shape, stride):
    """The offsets take the stride as (columns, rows)."""
    height, width = image.shape
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    window = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    starts = np.arange(out_height)[:, None] * stride[1] * width
    offsets = starts + np.arange(out_width) * stride[0]
    index = offsets.reshape(-1, 1) + window.ravel()
    gradient = image.ravel()[index].T @ output_gradient.ravel()
    return gradient.reshape(kernel_height, kernel_width)


@named("the stride counts in the rows only")
def row_stride_only(output_gradient, image, kernel_shape, stride):
    """Only the rows jump by the stride."""
    height, width = image.shape
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    window = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    starts = np.arange(out_height)[:, None] * stride[0] * width
    offsets = starts + np.arange(out_width)
    index = offsets.reshape(-1, 1) + window.ravel()
    gradient = image.ravel()[index].T @ output_gradient.ravel()
    return gradient.reshape(kernel_height, kernel_width)


@named("the stride is multiplied into the kernel's place, too")
def slice_starts_times_stride(output_gradient, image, kernel_shape, stride):
    """The slices start at u * stride."""
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    down, right = stride
    gradient = np.zeros(kernel_shape)
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = image[u * down :: down, v * right :: right][:out_height, :out_width]
            gradient[u, v] = np.sum(output_gradient * part)
    return gradient


@named("zeros stand behind the last growth, too, as many as between")
def dilated_with_zeros_at_the_end(output_gradient, image, kernel_shape, stride):
    """The dilated gradient ends with stride - 1 zeros."""
    out_height, out_width = output_gradient.shape
    down, right = stride
    dilated = np.zeros((down * out_height, right * out_width))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated)
    return full[: kernel_shape[0], : kernel_shape[1]]


@named("the growths are turned")
def dilated_gradient_turned(output_gradient, image, kernel_shape, stride):
    """The dilated gradient is turned in both axes."""
    out_height, out_width = output_gradient.shape
    down, right = stride
    dilated = np.zeros((down * (out_height - 1) + 1, right * (out_width - 1) + 1))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated[::-1, ::-1])
    return full[: kernel_shape[0], : kernel_shape[1]]


@named("the kernel is turned")
def result_turned(output_gradient, image, kernel_shape, stride):
    """The result is turned in rows and columns."""
    gradient = np.zeros(kernel_shape)
    for i in range(output_gradient.shape[0]):
        for j in range(output_gradient.shape[1]):
            top, left = i * stride[0], j * stride[1]
            window = image[top : top + kernel_shape[0], left : left + kernel_shape[1]]
            gradient += output_gradient[i, j] * window
    return gradient[::-1, ::-1]


@named("kernel_shape is taken as (kernel_width, kernel_height)")
def kernel_shape_backwards(output_gradient, image, kernel_shape, stride):
    """kernel_shape is unpacked as (width, height)."""
    height, width = image.shape
    out_height, out_width = output_gradient.shape
    kernel_width, kernel_height = kernel_shape
    window = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    starts = np.arange(out_height)[:, None] * stride[0] * width
    offsets = starts + np.arange(out_width) * stride[1]
    index = offsets.reshape(-1, 1) + window.ravel()
    gradient = image.ravel()[index].T @ output_gradient.ravel()
    return gradient.reshape(kernel_height, kernel_width)


@named("it reads `kernel` of the notebook")
def notebook_kernel_shape(output_gradient, image, kernel_shape, stride):
    """The notebook's kernel gives the size, not kernel_shape."""
    gradient = np.zeros(kernel.shape)
    for i in range(output_gradient.shape[0]):
        for j in range(output_gradient.shape[1]):
            top, left = i * stride[0], j * stride[1]
            window = image[top : top + kernel.shape[0], left : left + kernel.shape[1]]
            gradient += output_gradient[i, j] * window
    return gradient


@named("the image's height stands for its width in the index")
def image_height_for_width(output_gradient, image, kernel_shape, stride):
    """The rows jump by the image's height."""
    width, height = image.shape
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    window = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    starts = np.arange(out_height)[:, None] * stride[0] * width
    offsets = starts + np.arange(out_width) * stride[1]
    index = offsets.reshape(-1, 1) + window.ravel()
    gradient = image.ravel()[index].T @ output_gradient.ravel()
    return gradient.reshape(kernel_height, kernel_width)


@named("it is divided by the stride")
def divided_by_the_stride(output_gradient, image, kernel_shape, stride):
    """The result is divided by the stride's area."""
    down, right = stride
    windows = sliding_window_view(image, tuple(kernel_shape))
    windows = windows[::down, ::right]
    return np.tensordot(output_gradient, windows, 2) / (down * right)


@named("the result holds whole numbers only")
def whole_numbers(output_gradient, image, kernel_shape, stride):
    """The result is made of whole numbers, fractions are cut off."""
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    down, right = stride
    gradient = np.zeros(kernel_shape, int)
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = image[u::down, v::right][:out_height, :out_width]
            gradient[u, v] = np.sum(output_gradient * part)
    return gradient


@named("the growths are turned, and the result is not cut to")
def turned_and_not_cut(output_gradient, image, kernel_shape, stride):
    """The dilated gradient is turned, and nothing is cut off."""
    out_height, out_width = output_gradient.shape
    down, right = stride
    dilated = np.zeros((down * (out_height - 1) + 1, right * (out_width - 1) + 1))
    dilated[::down, ::right] = output_gradient
    windows = sliding_window_view(image, dilated.shape)
    full = np.einsum("uvij,ij->uv", windows, dilated[::-1, ::-1])
    return full


@named("the stride's rows and columns are exchanged in the index, so")
def index_of_a_turned_stride(output_gradient, image, kernel_shape, stride):
    """The stride is handed to the index as (across, down)."""
    index = correlation_indices(image.shape, kernel_shape, stride=stride[::-1])
    return (output_gradient.ravel() @ image.ravel()[index]).reshape(kernel_shape)


@named("the stride's rows and columns are exchanged in the index, so")
def turned_stride_from_the_other_side(output_gradient, image, kernel_shape, stride):
    """The stride is handed to the index as (across, down), which is then turned."""
    index = correlation_indices(image.shape, kernel_shape, stride=stride[::-1])
    return (image.ravel()[index].T @ output_gradient.ravel()).reshape(kernel_shape)


@named("the stride's rows and columns are exchanged where the growths")
def put_apart_by_a_turned_stride(output_gradient, image, kernel_shape, stride):
    """The growths are put into the zeros in steps of (across, down)."""
    (rows, columns), (down, across) = output_gradient.shape, stride
    apart = np.zeros(((rows - 1) * down + 1, (columns - 1) * across + 1))
    apart[::across, ::down] = output_gradient
    windows = sliding_window_view(image, apart.shape)
    uncut = np.einsum("uvij,ij->uv", windows, apart)
    return uncut[: kernel_shape[0], : kernel_shape[1]]


@named("the target holds whole numbers only: np.zeros without dtype=int")
def ints_in_loops(output_gradient, image, kernel_shape, stride):
    """Four loops add to whole numbers."""
    gradient = np.zeros(kernel_shape, dtype=int)
    for row, column in np.ndindex(output_gradient.shape):
        for i, j in np.ndindex(kernel_shape):
            pixel = image[row * stride[0] + i, column * stride[1] + j]
            gradient[i, j] += output_gradient[row, column] * pixel
    return gradient


@right
def by_loop_over_kernel_values(output_gradient, image, kernel_shape, stride):
    """A strided slice for each of the kernel's values."""
    out_height, out_width = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    down, right = stride
    gradient = np.zeros(kernel_shape)
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = image[u::down, v::right][:out_height, :out_width]
            gradient[u, v] = np.sum(output_gradient * part)
    return gradient
