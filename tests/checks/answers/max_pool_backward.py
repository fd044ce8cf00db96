"""Answers to max_pool_backward: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right

image = np.arange(45.0).reshape(5, 9)  # as in the notebook


@named("all that are equally large get the gradient")
def all_ties_get_it(gradient, maps):
    """Every pixel equal to the largest gets the whole gradient."""
    result = np.zeros(maps.shape)
    tall, wide = 2 * gradient.shape[0], 2 * gradient.shape[1]
    corners = [maps[a:tall:2, b:wide:2] for a in (0, 1) for b in (0, 1)]
    largest = np.maximum.reduce(corners)
    for number, corner in enumerate(corners):
        hit = corner == largest
        result[number // 2 : tall : 2, number % 2 : wide : 2] = gradient * hit
    return result


@named("all that are equally large get the gradient")
def all_ties_get_it_by_repeat(gradient, maps):
    """The repeated largest is compared, so that every tie counts."""
    tall, wide = 2 * gradient.shape[0], 2 * gradient.shape[1]
    inside = maps[:tall, :wide]
    largest = inside.reshape(tall // 2, 2, wide // 2, 2).max(axis=(1, 3))
    hit = inside == largest.repeat(2, axis=0).repeat(2, axis=1)
    result = np.zeros(maps.shape)
    result[:tall, :wide] = hit * np.kron(gradient, np.ones((2, 2)))
    return result


@named("the last gets the gradient: the first does")
def last_of_the_ties(gradient, maps):
    """The last of several largest values gets the gradient."""
    result = np.zeros(maps.shape)
    for (i, j), value in np.ndenumerate(gradient):
        best, place = maps[2 * i, 2 * j], (2 * i, 2 * j)
        for y, x in [(2 * i, 2 * j + 1), (2 * i + 1, 2 * j), (2 * i + 1, 2 * j + 1)]:
            if maps[y, x] >= best:
                best, place = maps[y, x], (y, x)
        result[place] = value
    return result


@named("the first by columns gets it")
def ties_in_column_order(gradient, maps):
    """The first of the ties is found column by column."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            right, down = divmod(np.argmax(window.T), 2)
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result


@named("a window with a tie gets nothing")
def ties_get_nothing(gradient, maps):
    """A window with equal largest values gets no gradient."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            down, right = divmod(np.argmax(window), 2)
            if np.sum(window == window.max()) > 1:
                continue
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result


@named("the sizes are compared without their signs")
def largest_by_size(gradient, maps):
    """The value largest without its sign gets the gradient."""
    out_height, out_width = gradient.shape
    inside = maps[: 2 * out_height, : 2 * out_width]
    windows = inside.reshape(out_height, 2, out_width, 2).transpose(0, 2, 1, 3)
    largest = np.abs(windows).reshape(out_height, out_width, 4).argmax(axis=2)
    rows = 2 * np.arange(out_height)[:, None] + largest // 2
    columns = 2 * np.arange(out_width) + largest % 2
    result = np.zeros(maps.shape)
    result[rows, columns] = gradient
    return result


@named("row and column in the window are exchanged")
def divmod_exchanged(gradient, maps):
    """Row and column of the argmax are exchanged."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            right, down = divmod(np.argmax(window), 2)
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result


@named("each of the four gets all of the gradient")
def whole_window_gets_it(gradient, maps):
    """The whole window gets the gradient."""
    result = np.zeros(maps.shape)
    wide = gradient.repeat(2, axis=0).repeat(2, axis=1)
    result[: wide.shape[0], : wide.shape[1]] = wide
    return result


@named("the largest numbers themselves stand there")
def maximum_written(gradient, maps):
    """The maximum is written in place of the gradient."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            down, right = divmod(np.argmax(window), 2)
            result[2 * i + down, 2 * j + right] = window.max()
    return result


@named("which no window reads, are missing")
def odd_rows_cut_off(gradient, maps):
    """The result lacks the odd last row and column."""
    out_height, out_width = gradient.shape
    inside = maps[: 2 * out_height, : 2 * out_width]
    windows = inside.reshape(out_height, 2, out_width, 2).transpose(0, 2, 1, 3)
    largest = windows.reshape(out_height, out_width, 4).argmax(axis=2)
    rows = 2 * np.arange(out_height)[:, None] + largest // 2
    columns = 2 * np.arange(out_width) + largest % 2
    result = np.zeros(inside.shape)
    result[rows, columns] = gradient
    return result


@named("the odd row and column are taken for windows")
def odd_rows_pooled(gradient, maps):
    """An odd last row or column is pooled as well."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range((height + 1) // 2):
        for j in range((width + 1) // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            down, right = divmod(np.argmax(window), 2)
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result


@named("the windows overlap: each starts")
def stride_one(gradient, maps):
    """The windows lie one pixel apart, not two."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[i : i + 2, j : j + 2]
            down, right = divmod(np.argmax(window), 2)
            result[i + down, j + right] = gradient[i, j]
    return result


@named("the output's width stands where the image's width should")
def jump_of_half_the_width(gradient, maps):
    """The rows jump by the pooled width."""
    height, width = maps.shape
    out_height, out_width = height // 2, width // 2
    window = np.array([0, 1, width, width + 1])
    offsets = 2 * np.arange(out_height)[:, None] * out_width + 2 * np.arange(out_width)
    index = np.add.outer(offsets.ravel(), window)
    largest = maps.ravel()[index].argmax(axis=1)
    result = np.zeros(height * width)
    result[index[np.arange(len(index)), largest]] = gradient.ravel()
    return result.reshape(height, width)


@named("the winner's number in its window")
def argmax_as_the_place(gradient, maps):
    """The window's argmax is used as a flat place in the maps."""
    height, width = maps.shape
    out_height, out_width = height // 2, width // 2
    window = np.array([0, 1, width, width + 1])
    offsets = 2 * np.arange(out_height)[:, None] * width + 2 * np.arange(out_width)
    index = np.add.outer(offsets.ravel(), window)
    largest = maps.ravel()[index].argmax(axis=1)
    result = np.zeros(height * width)
    result[largest] = gradient.ravel()
    return result.reshape(height, width)


@named("the target has the maps' dtype")
def zeros_like_maps(gradient, maps):
    """zeros_like(maps) cuts off fractions where the maps are whole numbers."""
    result = np.zeros_like(maps)
    for (i, j), value in np.ndenumerate(gradient):
        best, place = maps[2 * i, 2 * j], (2 * i, 2 * j)
        for y, x in [(2 * i, 2 * j + 1), (2 * i + 1, 2 * j), (2 * i + 1, 2 * j + 1)]:
            if maps[y, x] > best:
                best, place = maps[y, x], (y, x)
        result[place] = value
    return result


@named("it reads `image` of the notebook")
def notebook_image_shape(gradient, maps):
    """The notebook's image gives the shape."""
    height, width = image.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            down, right = divmod(np.argmax(window), 2)
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result


@named("the first gets all; and the target has the maps' dtype")
def ties_share_and_zeros_like(gradient, maps):
    """Ties share the gradient, and zeros_like(maps) cuts fractions."""
    height, width = maps.shape
    result = np.zeros_like(maps)
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            hit = window == window.max()
            part = hit * gradient[i, j] / hit.sum()
            result[2 * i : 2 * i + 2, 2 * j : 2 * j + 2] = part
    return result


@right
def by_loop(gradient, maps):
    """A loop over windows with np.argmax and divmod."""
    height, width = maps.shape
    result = np.zeros((height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            window = maps[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            down, right = divmod(np.argmax(window), 2)
            result[2 * i + down, 2 * j + right] = gradient[i, j]
    return result
