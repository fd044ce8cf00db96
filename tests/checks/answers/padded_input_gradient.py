"""Answers to padded_input_gradient: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices

image = np.arange(45.0).reshape(5, 9)  # as in the notebook


@named("the border is not cropped off")
def border_not_cropped(output_gradient, kernel, image_shape, padding):
    """The border is not cropped off."""
    height, width = image_shape
    rows, columns = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for i in range(out_height):
        for j in range(out_width):
            share = output_gradient[i, j] * kernel
            padded[i : i + kernel_height, j : j + kernel_width] += share
    return padded


@named("the crop ends in the lower right corner")
def cropped_at_the_start_only(output_gradient, kernel, image_shape, padding):
    """The last H rows and W columns are kept."""
    height, width = image_shape
    rows, columns = padding
    tall, wide = height + 2 * rows, width + 2 * columns
    kernel_height, kernel_width = kernel.shape
    window = np.arange(kernel_height)[:, None] * wide + np.arange(kernel_width)
    out_height, out_width = output_gradient.shape
    offsets = np.arange(out_height)[:, None] * wide + np.arange(out_width)
    index = offsets.reshape(-1, 1) + window.ravel()
    flat = np.zeros(tall * wide)
    np.add.at(flat, index, np.outer(output_gradient, kernel))
    return flat.reshape(tall, wide)[2 * rows :, 2 * columns :]


@named("are exchanged in the padded shape")
def padding_exchanged(output_gradient, kernel, image_shape, padding):
    """The padding is taken as (columns, rows) all along."""
    columns, rows = padding
    height, width = image_shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for (u, v), weight in np.ndenumerate(kernel):
        padded[u : u + out_height, v : v + out_width] += weight * output_gradient
    return padded[rows : rows + height, columns : columns + width]


@named("stands for that of the columns, too")
def row_padding_for_both(output_gradient, kernel, image_shape, padding):
    """The rows' padding is used for the columns too."""
    rows = columns = padding[0]
    height, width = image_shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for (u, v), weight in np.ndenumerate(kernel):
        padded[u : u + out_height, v : v + out_width] += weight * output_gradient
    return padded[rows : rows + height, columns : columns + width]


@named("the target is as small as the image, and the slices do not")
def padding_forgotten(output_gradient, kernel, image_shape, padding):
    """The padding is forgotten, the scatter goes into the image's shape."""
    height, width = image_shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height, width))
    for (u, v), weight in np.ndenumerate(kernel):
        padded[u : u + out_height, v : v + out_width] += weight * output_gradient
    return padded


@named("what the border gets is added to the upper and left edge")
def border_added_to_the_edge(output_gradient, kernel, image_shape, padding):
    """The border's gradient is added to the edge, not dropped."""
    height, width = image_shape
    rows, columns = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for i in range(out_height):
        for j in range(out_width):
            share = output_gradient[i, j] * kernel
            padded[i : i + kernel_height, j : j + kernel_width] += share
    padded[rows] += padded[:rows].sum(axis=0)
    padded[:, columns] += padded[:, :columns].sum(axis=1)
    return padded[rows : rows + height, columns : columns + width]


@named("each value of a kernel sends to the wrong end of the")
def kernel_not_turned(output_gradient, kernel, image_shape, padding):
    """The full correlation is made without turning the kernel."""
    kernel_height, kernel_width = kernel.shape
    rows, columns = padding
    height, width = image_shape
    border = ((kernel_height - 1,) * 2, (kernel_width - 1,) * 2)
    around = np.pad(output_gradient, border)
    windows = sliding_window_view(around, kernel.shape)
    padded = np.einsum("ijuv,uv->ij", windows, kernel)
    return padded[rows : rows + height, columns : columns + width]


@named("the kernel's height stands for its width")
def kernel_height_for_width(output_gradient, kernel, image_shape, padding):
    """The kernel's height is used for its width."""
    height, width = image_shape
    rows, columns = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for i in range(out_height):
        for j in range(out_width):
            share = output_gradient[i, j] * kernel
            padded[i : i + kernel_height, j : j + kernel_height] += share
    return padded[rows : rows + height, columns : columns + width]


@named("the zeros around the growths have rows and columns")
def full_border_exchanged(output_gradient, kernel, image_shape, padding):
    """The border of the full correlation has its axes exchanged."""
    kernel_height, kernel_width = kernel.shape
    rows, columns = padding
    height, width = image_shape
    border = ((kernel_width - 1,) * 2, (kernel_height - 1,) * 2)
    around = np.pad(output_gradient, border)
    windows = sliding_window_view(around, kernel.shape)
    padded = np.einsum("ijuv,uv->ij", windows, kernel[::-1, ::-1])
    return padded[rows : rows + height, columns : columns + width]


@named("a row of the padded image is taken to be as long as the")
def unpadded_width_in_the_index(output_gradient, kernel, image_shape, padding):
    """The index jumps by the width before padding."""
    height, width = image_shape
    rows, columns = padding
    tall, wide = height + 2 * rows, width + 2 * columns
    kernel_height, kernel_width = kernel.shape
    window = np.arange(kernel_height)[:, None] * width + np.arange(kernel_width)
    out_height, out_width = output_gradient.shape
    offsets = np.arange(out_height)[:, None] * width + np.arange(out_width)
    index = offsets.reshape(-1, 1) + window.ravel()
    flat = np.zeros(tall * wide)
    np.add.at(flat, index, np.outer(output_gradient, kernel))
    return flat.reshape(tall, wide)[rows : rows + height, columns : columns + width]


@named("where shares meet in a pixel, only the last is kept, by")
def fancy_plus_equals(output_gradient, kernel, image_shape, padding):
    """flat[index] += keeps one of the values that meet in a pixel."""
    height, width = image_shape
    rows, columns = padding
    tall, wide = height + 2 * rows, width + 2 * columns
    kernel_height, kernel_width = kernel.shape
    window = np.arange(kernel_height)[:, None] * wide + np.arange(kernel_width)
    out_height, out_width = output_gradient.shape
    offsets = np.arange(out_height)[:, None] * wide + np.arange(out_width)
    index = offsets.reshape(-1, 1) + window.ravel()
    flat = np.zeros(tall * wide)
    flat[index] += np.outer(output_gradient, kernel)
    return flat.reshape(tall, wide)[rows : rows + height, columns : columns + width]


@named("where shares meet in a pixel, only that of the last kernel")
def overwritten_by_kernel_values(output_gradient, kernel, image_shape, padding):
    """= stands for += in the loop over the kernel."""
    rows, columns = padding
    height, width = image_shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for (u, v), weight in np.ndenumerate(kernel):
        padded[u : u + out_height, v : v + out_width] = weight * output_gradient
    return padded[rows : rows + height, columns : columns + width]


@named("each pixel gets the mean of its shares")
def mean_over_visits(output_gradient, kernel, image_shape, padding):
    """The sum is divided by how many placements read each pixel."""
    rows, columns = padding
    height, width = image_shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    visits = np.zeros(padded.shape)
    for (u, v), weight in np.ndenumerate(kernel):
        padded[u : u + out_height, v : v + out_width] += weight * output_gradient
        visits[u : u + out_height, v : v + out_width] += 1
    padded /= visits
    return padded[rows : rows + height, columns : columns + width]


@named("it reads `image` of the notebook")
def notebook_image(output_gradient, kernel, image_shape, padding):
    """The notebook's image gives the shape, not image_shape."""
    kernel_height, kernel_width = kernel.shape
    rows, columns = padding
    height, width = image.shape
    border = ((kernel_height - 1,) * 2, (kernel_width - 1,) * 2)
    around = np.pad(output_gradient, border)
    windows = sliding_window_view(around, kernel.shape)
    padded = np.einsum("ijuv,uv->ij", windows, kernel[::-1, ::-1])
    return padded[rows : rows + height, columns : columns + width]


@named("two slips: the kernel is turned, or not in a full")
def turned_and_cropped_at_the_end(output_gradient, kernel, image_shape, padding):
    """The kernel is turned, and only the end is cropped."""
    height, width = image_shape
    rows, columns = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for i in range(out_height):
        for j in range(out_width):
            share = output_gradient[i, j] * kernel[::-1, ::-1]
            padded[i : i + kernel_height, j : j + kernel_width] += share
    return padded[:height, :width]


@named("the target holds whole numbers only: np.zeros without dtype=int")
def scattered_into_ints(output_gradient, kernel, image_shape, padding):
    """The target of np.add.at holds whole numbers."""
    (height, width), (up, left) = image_shape, padding
    wide = height + 2 * up, width + 2 * left
    gradient = np.zeros(wide[0] * wide[1], dtype=int)
    index = correlation_indices(wide, kernel.shape)
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(wide)[up : up + height, left : left + width]


@named("are the padding's rows and columns, (1, 2), exchanged in it?")
def index_of_exchanged_paddings(output_gradient, kernel, image_shape, padding):
    """The two paddings are exchanged, in the index and in the crop."""
    (height, width), (left, up) = image_shape, padding
    wide = height + 2 * up, width + 2 * left
    gradient = np.zeros(wide[0] * wide[1])
    index = correlation_indices(wide, kernel.shape)
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(wide)[up : up + height, left : left + width]


@named("the index is that of an image without padding, and has not a row")
def index_without_padding(output_gradient, kernel, image_shape, padding):
    """The padding is ignored."""
    gradient = np.zeros(image_shape[0] * image_shape[1])
    index = correlation_indices(image_shape, kernel.shape)
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


@right
def by_placements(output_gradient, kernel, image_shape, padding):
    """Every placement adds its share of the kernel, then the crop."""
    height, width = image_shape
    rows, columns = padding
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = output_gradient.shape
    padded = np.zeros((height + 2 * rows, width + 2 * columns))
    for i in range(out_height):
        for j in range(out_width):
            share = output_gradient[i, j] * kernel
            padded[i : i + kernel_height, j : j + kernel_width] += share
    return padded[rows : rows + height, columns : columns + width]
