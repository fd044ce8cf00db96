"""Answers to conv2d: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlate


@named("the kernel is turned: this is the convolution")
def kernel_turned_both_axes(images, kernels, stride, padding, dilation):
    """The kernel is turned in both axes (a true convolution)."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels[:, :, ::-1, ::-1])


@named("the two strides are exchanged: the first is down")
def stride_exchanged(images, kernels, stride, padding, dilation):
    """The stride's rows and columns are exchanged."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[1], :: stride[0]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels)


@named("the two paddings are exchanged")
def padding_exchanged(images, kernels, stride, padding, dilation):
    """The padding's rows and columns are exchanged."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    columns, rows = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels)


@named("and the right are missing, or not counted")
def padding_counted_once(images, kernels, stride, padding, dilation):
    """The output's size counts the padding once, not on both sides."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    out_height = (height + rows - reach_down) // stride[0] + 1
    out_width = (width + columns - reach_right) // stride[1] + 1
    dtype = np.result_type(images, kernels)
    out = np.zeros((n, k, out_height, out_width), dtype)
    for i in range(out_height):
        for j in range(out_width):
            top, left = i * stride[0], j * stride[1]
            bottom, right = top + reach_down, left + reach_right
            part = padded[:, :, top : bottom : dilation[0], left : right : dilation[1]]
            out[:, :, i, j] = np.einsum("nchw,kchw->nk", part, kernels)
    return out


@named("the two dilations are exchanged")
def dilation_exchanged(images, kernels, stride, padding, dilation):
    """The dilation's rows and columns are exchanged."""
    stride = tuple(stride)
    rows, columns = padding
    gap_columns, gap_rows = dilation
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    padded = np.zeros((n, channels, height + 2 * rows, width + 2 * columns))
    padded[:, :, rows : rows + height, columns : columns + width] = images
    reach = gap_rows * (kernel_height - 1) + 1, gap_columns * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, reach, axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1], ::gap_rows, ::gap_columns]
    return np.tensordot(windows, kernels, ((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)


@named("the kernel's height and the kernel's width are exchanged")
def kernel_sides_exchanged(images, kernels, stride, padding, dilation):
    """The kernel's height and width are unpacked the wrong way."""
    n, channels, height, width = images.shape
    k, _, kernel_width, kernel_height = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    out_height = (height + 2 * rows - reach_down) // stride[0] + 1
    out_width = (width + 2 * columns - reach_right) // stride[1] + 1
    _, _, height, width = padded.shape
    down = np.arange(kernel_height) * dilation[0]
    across = np.arange(kernel_width) * dilation[1]
    pixels = down[:, None] * width + across
    planes = np.arange(channels) * height * width
    window = (planes[:, None, None] + pixels).ravel()
    starts = np.arange(out_height)[:, None] * stride[0] * width
    offsets = (starts + np.arange(out_width) * stride[1]).ravel()
    index = offsets[:, None] + window
    product = padded.reshape(n, -1)[:, index] @ kernels.reshape(k, -1).T
    return product.transpose(0, 2, 1).reshape(n, k, out_height, out_width)


@named("images.shape is read as (N, H, W, C)")
def channels_read_as_last(images, kernels, stride, padding, dilation):
    """The axes are read as (N, H, W, C)."""
    n, height, width, channels = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    out_height = (height + 2 * rows - reach_down) // stride[0] + 1
    out_width = (width + 2 * columns - reach_right) // stride[1] + 1
    dtype = np.result_type(images, kernels)
    out = np.zeros((n, k, out_height, out_width), dtype)
    for i in range(out_height):
        for j in range(out_width):
            top, left = i * stride[0], j * stride[1]
            bottom, right = top + reach_down, left + reach_right
            part = padded[:, :, top : bottom : dilation[0], left : right : dilation[1]]
            out[:, :, i, j] = np.einsum("nchw,kchw->nk", part, kernels)
    return out


@named("is listed channel by channel, the window pixel by pixel")
def kernels_not_moved(images, kernels, stride, padding, dilation):
    """The images' channels are moved last, the kernels' are not."""
    images = np.moveaxis(images, 1, -1)
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (rows, rows), (columns, columns), (0, 0)))
    n, height, width, channels = padded.shape
    k, _, kernel_height, kernel_width = kernels.shape
    out_height = (height - dilation[0] * (kernel_height - 1) - 1) // stride[0] + 1
    out_width = (width - dilation[1] * (kernel_width - 1) - 1) // stride[1] + 1
    down = np.arange(kernel_height) * dilation[0] * width
    across = np.arange(kernel_width) * dilation[1]
    pixels = np.add.outer(down, across)
    window = np.add.outer(pixels * channels, np.arange(channels)).ravel()
    down = np.arange(out_height) * stride[0] * width
    across = np.arange(out_width) * stride[1]
    offsets = np.add.outer(down, across).ravel() * channels
    index = np.add.outer(offsets, window)
    product = padded.reshape(n, -1)[:, index] @ kernels.reshape(k, -1).T
    out = product.reshape(n, out_height, out_width, k)
    return np.moveaxis(out, -1, 1)


@named("the mean of the channels is taken")
def mean_over_channels(images, kernels, stride, padding, dilation):
    """The mean over the channels is taken in place of the sum."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels) / channels


@named("of the output's size is forgotten")
def last_placement_left_out(images, kernels, stride, padding, dilation):
    """The + 1 of the output's size is forgotten."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    out_height = (height + 2 * rows - reach_down) // stride[0]
    out_width = (width + 2 * columns - reach_right) // stride[1]
    out = 0
    for u in range(kernel_height):
        for v in range(kernel_width):
            top, left = u * dilation[0], v * dilation[1]
            part = padded[:, :, top:, left:][:, :, :: stride[0], :: stride[1]]
            part = part[:, :, :out_height, :out_width]
            out = out + np.einsum("ncij,kc->nkij", part, kernels[:, :, u, v])
    return out


@named("and `kernels` is turned in rows and columns")
def turned_and_stride_exchanged(images, kernels, stride, padding, dilation):
    """The kernel is turned and the stride exchanged."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[1], :: stride[0]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels[:, :, ::-1, ::-1])


@named("`correlate` takes channels last, in images and in kernels: .tran")
def not_transposed(images, kernels, stride, padding, dilation):
    """`correlate` gets PyTorch's axes."""
    knobs = {"stride": stride, "padding": padding, "dilation": dilation}
    return correlate(images, kernels, **knobs)


@named("the images' channels are moved to the end for `correlate`, and")
def images_transposed_only(images, kernels, stride, padding, dilation):
    """Only the images are transposed for `correlate`."""
    knobs = {"stride": stride, "padding": padding, "dilation": dilation}
    out = correlate(images.transpose(0, 2, 3, 1), kernels, **knobs)
    return out.transpose(0, 3, 1, 2)


@named("the kernels' channels are moved to the end for `correlate`, and")
def kernels_transposed_only(images, kernels, stride, padding, dilation):
    """Only the kernels are transposed for `correlate`."""
    knobs = {"stride": stride, "padding": padding, "dilation": dilation}
    out = correlate(images, kernels.transpose(0, 2, 3, 1), **knobs)
    return out.transpose(0, 3, 1, 2)


@right
def by_windows_and_einsum(images, kernels, stride, padding, dilation):
    """A view of all windows, strided, and one einsum."""
    n, channels, height, width = images.shape
    k, _, kernel_height, kernel_width = kernels.shape
    rows, columns = padding
    padded = np.pad(images, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    reach_down = dilation[0] * (kernel_height - 1) + 1
    reach_right = dilation[1] * (kernel_width - 1) + 1
    windows = sliding_window_view(padded, (reach_down, reach_right), axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1]]
    windows = windows[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, kernels)
