"""Answers to batch_kernel_gradient: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices

kernel = np.arange(6.0).reshape(2, 3)


@named("it is the mean over the images")
def mean_over_images(output_gradient, images, kernel_shape):
    """The images' gradients are averaged in place of summed."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient += back.reshape(-1, k).T @ picture.ravel()[index]
    gradient /= n
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("only the last image counts")
def last_image_only(output_gradient, images, kernel_shape):
    """= stands for +=, so that only the last image counts."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient = back.reshape(-1, k).T @ picture.ravel()[index]
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("only the first image counts")
def return_inside_the_loop(output_gradient, images, kernel_shape):
    """The return stands inside the loop over the images."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient += back.reshape(-1, k).T @ picture.ravel()[index]
        return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("the kernels' axis comes last")
def kernels_last(output_gradient, images, kernel_shape):
    """The kernels are the last axis of the result."""
    out_shape = output_gradient.shape[1:3]
    windows = sliding_window_view(images, out_shape, axis=(1, 2))
    return np.einsum("nuvcij,nijk->uvck", windows, output_gradient)


@named("the growths lack .T")
def gradient_t_forgotten(output_gradient, images, kernel_shape):
    """The .T of the output gradient is forgotten."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gathered = images.reshape(n, -1)[:, index].reshape(-1, len(window))
    gradient = output_gradient.reshape(-1, k) @ gathered
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("the growths are turned")
def gradient_turned_both_axes(output_gradient, images, kernel_shape):
    """The output gradient is turned in rows and columns."""
    out_shape = output_gradient.shape[1:3]
    windows = sliding_window_view(images, out_shape, axis=(1, 2))
    return np.einsum("nuvcij,nijk->kuvc", windows, output_gradient[:, ::-1, ::-1])


@named("each kernel is transposed")
def rows_and_columns_of_result_exchanged(output_gradient, images, kernel_shape):
    """Rows and columns of the result are exchanged."""
    out_shape = output_gradient.shape[1:3]
    windows = sliding_window_view(images, out_shape, axis=(1, 2))
    return np.einsum("nuvcij,nijk->kvuc", windows, output_gradient)


@named("the kernel's height stands where the kernel's width should")
def kernel_height_for_width(output_gradient, images, kernel_shape):
    """The kernel's height is used for its width."""
    n, out_height, out_width, k = output_gradient.shape
    kernel_height = kernel_width = kernel_shape[0]
    gradient = np.zeros((k, kernel_height, kernel_width, images.shape[-1]))
    for m in range(n):
        for i in range(out_height):
            for j in range(out_width):
                window = images[m, i : i + kernel_height, j : j + kernel_width]
                for f in range(k):
                    gradient[f] += output_gradient[m, i, j, f] * window
    return gradient


@named("a row of the offsets is taken to be as long as the")
def offsets_jump_by_output_width(output_gradient, images, kernel_shape):
    """The offsets' rows jump by the output's width."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * out_width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient += back.reshape(-1, k).T @ picture.ravel()[index]
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("a row of the offsets is taken to be as long as the")
def no_jump_at_row_end(output_gradient, images, kernel_shape):
    """The placements are counted on, without a jump at a row's end."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height * out_width)
    index = starts.reshape(-1, 1) * channels + window
    gathered = images.reshape(n, -1)[:, index].reshape(-1, len(window))
    gradient = output_gradient.reshape(-1, k).T @ gathered
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("the images are read as if their channels came first")
def channels_in_front_of_pixels(output_gradient, images, kernel_shape):
    """The window's channels lie height * width apart."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] + np.arange(channels) * height * width).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient += back.reshape(-1, k).T @ picture.ravel()[index]
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("stands for all: the pixels of channel c")
def first_channel_for_all(output_gradient, images, kernel_shape):
    """Channel 0 is read for every channel."""
    _, out_height, out_width, k = output_gradient.shape
    channels = images.shape[-1]
    kernel_height, kernel_width = kernel_shape
    gradient = np.zeros((k, kernel_height, kernel_width, channels))
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = images[:, u : u + out_height, v : v + out_width, :1]
            gradient[:, u, v] = np.einsum("nijk,nijc->kc", output_gradient, part)
    return gradient


@named("the windows are as large as the kernel, and i, j run over")
def windows_of_kernel_size(output_gradient, images, kernel_shape):
    """The windows are of the kernel's size and meet no placements."""
    out_shape = kernel_shape
    windows = sliding_window_view(images, out_shape, axis=(1, 2))
    return np.einsum("nuvcij,nijk->kuvc", windows, output_gradient)


@named("is it image.ravel()")
def ravel_forgotten(output_gradient, images, kernel_shape):
    """The picture is not flattened before it is indexed."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel_shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gradient = np.zeros((k, len(window)))
    for picture, back in zip(images, output_gradient):
        gradient += back.reshape(-1, k).T @ picture[index]
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("the mean over the images; and the kernels' axis comes last")
def kernels_last_and_mean(output_gradient, images, kernel_shape):
    """The kernels are the last axis, and the images are averaged."""
    out_shape = output_gradient.shape[1:3]
    windows = sliding_window_view(images, out_shape, axis=(1, 2))
    total = np.einsum("nuvcij,nijk->uvck", windows, output_gradient)
    return total / len(images)


@named("it reads `kernel` of the notebook, whatever it is given")
def notebook_kernel(output_gradient, images, kernel_shape):
    """The notebook's kernel gives the size, not kernel_shape."""
    n, height, width, channels = images.shape
    _, out_height, out_width, k = output_gradient.shape
    kernel_height, kernel_width = kernel.shape
    pixels = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    window = (pixels[:, :, None] * channels + np.arange(channels)).ravel()
    starts = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = starts.reshape(-1, 1) * channels + window
    gathered = images.reshape(n, -1)[:, index].reshape(-1, len(window))
    gradient = output_gradient.reshape(-1, k).T @ gathered
    return gradient.reshape(k, kernel_height, kernel_width, channels)


@named("one of the two has channels, and the other has none: if the image")
def kernel_shape_without_channels(output_gradient, images, kernel_shape):
    """The index gets the image's channels, and not the kernel's."""
    index = correlation_indices(images.shape[1:], kernel_shape)
    rows = images.reshape(len(images), -1)[:, index].reshape(-1, index.shape[1])
    product = output_gradient.reshape(-1, output_gradient.shape[3]).T @ rows
    return product.reshape(-1, *kernel_shape, images.shape[3])


@named("the index is that of an image without channels: they are the")
def index_without_channels(output_gradient, images, kernel_shape):
    """The index is of one channel."""
    n_kernels = output_gradient.shape[3]
    index = correlation_indices(images.shape[1:3], kernel_shape)
    rows = images.reshape(len(images), -1)[:, index].reshape(-1, index.shape[1])
    product = output_gradient.reshape(-1, n_kernels).T @ rows
    return product.reshape(n_kernels, *kernel_shape, images.shape[3])


@named("without the first axis, that of the batch, it is (7, 11, 5)")
def shape_of_the_batch(output_gradient, images, kernel_shape):
    """The index gets the shape of all images."""
    channels = images.shape[3]
    index = correlation_indices(images.shape, (*kernel_shape, channels))
    return output_gradient.ravel() @ images.ravel()[index]


@right
def by_loop_over_kernel_values(output_gradient, images, kernel_shape):
    """A loop over the kernel's values, one slice each."""
    _, out_height, out_width, k = output_gradient.shape
    channels = images.shape[-1]
    kernel_height, kernel_width = kernel_shape
    gradient = np.zeros((k, kernel_height, kernel_width, channels))
    for u in range(kernel_height):
        for v in range(kernel_width):
            part = images[:, u : u + out_height, v : v + out_width]
            gradient[:, u, v] = np.einsum("nijk,nijc->kc", output_gradient, part)
    return gradient
