"""Answers to banded_matrix: wrong ones by their slip, and right ones."""

import itertools

import numpy as np

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices, kernel_matrix


@named("kernel k at window j is column j * K + k: here all windows")
def kernels_before_outputs(kernels, t):
    """Column k * t + j holds kernel k at window j: outputs and kernels exchanged."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index):
        banded[window, j::t] = kernel_matrix(kernels)
    return banded


@named("the kernels are turned by 180 degrees, as for a")
def kernels_turned(kernels, t):
    """The kernels are turned in rows and columns, as for a convolution."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    weights = kernel_matrix(kernels[:, ::-1, ::-1])
    for j, window in enumerate(correlation_indices(strip_shape, kernels.shape[1:])):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = weights
    return banded


@named("the last kernel comes first: column j * K + k holds kernel k")
def kernels_reversed(kernels, t):
    """The last kernel comes first."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t, n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    banded[index, np.arange(t)[:, None]] = kernel_matrix(kernels)[:, ::-1]
    return banded.reshape(-1, t * n_kernels)


@named("not t: the last windows are cut off")
def strip_as_wide_as_its_outputs(kernels, t):
    """The strip is t pixels wide, and its windows end there."""
    n_kernels, height, width, channels = kernels.shape
    banded = np.zeros((height, t, channels, t, n_kernels))
    for j in range(t):
        seen = min(width, t - j)
        piece = kernels[:, :, :seen]
        banded[:, j : j + seen, :, j] = np.moveaxis(piece, 0, -1)
    return banded.reshape(-1, t * n_kernels)


@named("the strip grows downward: its outputs lie side by side, so")
def strip_grows_downward(kernels, t):
    """The outputs lie one below the other, and not side by side."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = t + height - 1, width, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = kernel_matrix(kernels)
    return banded


@named(".T of all axes, like order 'F', turns a kernel's axes")
def all_axes_turned(kernels, t):
    """kernels.T reverses all axes, so a window is in the order channel, column, row."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t, n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    banded[index, np.arange(t)[:, None]] = kernels.T.reshape(-1, n_kernels)
    return banded.reshape(-1, t * n_kernels)


@named("only the first channel is placed: a pixel of the strip has")
def first_channel_only(kernels, t):
    """Only the kernels' first channel is placed."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1
    index = correlation_indices(strip_shape, kernels.shape[1:3])
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    for j, window in enumerate(index):
        weights = kernel_matrix(kernels[..., 0])
        banded[window, j * n_kernels : (j + 1) * n_kernels] = weights
    return banded


@named("kernel 0 stands in the columns of all kernels: is")
def first_kernel_for_all(kernels, t):
    """The first kernel is placed for all kernels."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    for j, window in enumerate(correlation_indices(strip_shape, kernels.shape[1:])):
        for k in range(n_kernels):
            banded[window, j * n_kernels + k] = kernels[0].ravel()
    return banded


@named("window j starts at position j * C, not j: a pixel has C")
def step_of_one_value(kernels, t):
    """The band steps down by one value, and not by a pixel of all channels."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    first = correlation_indices(strip_shape, kernels.shape[1:])[0]
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    for j in range(t):
        columns = slice(j * n_kernels, (j + 1) * n_kernels)
        banded[first + j, columns] = kernel_matrix(kernels)
    return banded


@named("neighbouring windows start one pixel apart, not two: the")
def step_of_two(kernels, t):
    """The windows lie two pixels apart, in a strip that is wide enough for it."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, 2 * (t - 1) + width, channels
    index = correlation_indices(strip_shape, kernels.shape[1:], stride=(1, 2))
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    for j, window in enumerate(index):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = kernel_matrix(kernels)
    return banded


@named("pixels further, not t")
def jump_of_t(kernels, t):
    """The jump to the next row is t pixels, as if the strip were no wider."""
    n_kernels, height, width, channels = kernels.shape
    banded = np.zeros((height * (t + width - 1) * channels, t * n_kernels))
    for j, row, k in itertools.product(range(t), range(height), range(n_kernels)):
        start = (row * t + j) * channels
        weights = kernels[k, row].ravel()
        banded[start : start + width * channels, j * n_kernels + k] = weights
    return banded


@named("j::K takes every K-th column: those of window j are")
def step_of_k_in_the_columns(kernels, t):
    """The slice j::K takes every K-th column, and the kernels do not fit in."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index):
        banded[window, j::n_kernels] = kernel_matrix(kernels)
    return banded


@named("only the columns of window 0 are filled: is the return")
def return_in_the_loop(kernels, t):
    """The return stands in the loop, so only the first output is written."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = kernel_matrix(kernels)
        return banded


@named("`kernels` is made bytes, which hold 0 to 255")
def eight_bits(kernels, t):
    """The matrix is made of bytes, which know no fraction and no sign."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels), np.uint8)
    weights = kernel_matrix(kernels).astype(np.int64).astype(np.uint8)
    for j, window in enumerate(correlation_indices(strip_shape, kernels.shape[1:])):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = weights
    return banded


@named("outputs and kernels are left as two axes: .reshape(-1, t *")
def outputs_on_an_axis_of_their_own(kernels, t):
    """The columns are left as two axes, outputs and kernels."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t, n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    banded[index, np.arange(t)[:, None]] = kernel_matrix(kernels)
    return banded


@named("window j is row j of the index: here its columns are taken")
def index_transposed(kernels, t):
    """The columns of the index are taken for its windows, and do not fit."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index.T):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = kernel_matrix(kernels)
    return banded


@named("the kernels stand as rows: kernel_matrix, or .T, makes each")
def kernels_not_stood_up(kernels, t):
    """Kernels are assigned as rows, without .T, and do not fit."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    for j, window in enumerate(correlation_indices(strip_shape, kernels.shape[1:])):
        weights = kernels.reshape(n_kernels, -1)
        banded[window, j * n_kernels : (j + 1) * n_kernels] = weights
    return banded


@named("the columns are filled up beyond a multiple of four: t * K")
def columns_filled_up_to_four(kernels, t):
    """Columns of zeros are added up to a multiple of four."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    n_columns = (t * n_kernels // 4 + 1) * 4
    banded = np.zeros((np.prod(strip_shape), n_columns))
    for j, window in enumerate(correlation_indices(strip_shape, kernels.shape[1:])):
        banded[window, j * n_kernels : (j + 1) * n_kernels] = kernel_matrix(kernels)
    return banded


@named("a strip's last pixel is one too many, and all windows of")
def too_wide_and_kernels_before_outputs(kernels, t):
    """The strip is one column too wide, and kernels come before outputs."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels))
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j in range(t):
        banded[index[j], j::t] = kernel_matrix(kernels)
    return banded


@named("likely    the decimals are lost: ints cannot hold them\n")
def zeros_of_ints(kernels, t):
    """The matrix holds whole numbers."""
    n_kernels, height, width, channels = kernels.shape
    strip_shape = height, t + width - 1, channels
    banded = np.zeros((np.prod(strip_shape), t * n_kernels), dtype=int)
    index = correlation_indices(strip_shape, kernels.shape[1:])
    for j, window in enumerate(index):
        columns = slice(j * n_kernels, (j + 1) * n_kernels)
        banded[window, columns] = kernels.reshape(n_kernels, -1).T
    return banded


@right
def right_by_four_loops(kernels, t):
    """Loops place value by value, at positions computed by hand."""
    n_kernels, height, width, channels = kernels.shape
    wide = t + width - 1
    banded = np.zeros((height * wide * channels, t * n_kernels))
    for j in range(t):
        for k in range(n_kernels):
            for row, column, channel in np.ndindex(height, width, channels):
                position = (row * wide + j + column) * channels + channel
                value = kernels[k, row, column, channel]
                banded[position, j * n_kernels + k] = value
    return banded
