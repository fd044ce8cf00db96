"""Answers to kernel_matrix: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right, unnamed

kernel_number, i, j = np.arange(8)[:, None, None], np.arange(2)[:, None], np.arange(3)


kernels = 100 * kernel_number + 10 * i + j


n_kernels, kernel_height, kernel_width = kernels.shape


symmetric = np.array([[[1, 2], [2, 0]], [[0, 3], [3, 5]]])


@named("is written down column by column")
def bug_left_as_it_is(kernels):
    """.T turns all axes, so each kernel is written down column by column."""
    return kernels.T.reshape(-1, len(kernels))


@named("is written down column by column")
def all_axes_by_swapaxes(kernels):
    """swapaxes(0, 2) also puts columns before rows: column by column."""
    return np.swapaxes(kernels, 0, 2).reshape(-1, len(kernels))


@named("is written down column by column")
def each_kernel_transposed(kernels):
    """Each kernel is transposed before it is flattened."""
    return np.array([kernel.T.ravel() for kernel in kernels]).T


@named("is written down column by column")
def einsum_column_by_column(kernels):
    """einsum is told to put the columns before the rows."""
    return np.einsum("kij->jik", kernels).reshape(-1, len(kernels))


@named("the kernels stand as rows")
def transpose_forgotten_list(kernels):
    """The kernels stand as rows, one after the other in a list."""
    return np.array([kernel.ravel() for kernel in kernels])


@named("mix several kernels: a reshape moves no number")
def reshaped_to_fit_in_numbers(kernels):
    """The reshape names the right shape, but cuts between the wrong numbers."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    return kernels.reshape(kernel_height * kernel_width, n_kernels)


@named("mix several kernels: a reshape moves no number")
def ravelled_and_cut(kernels):
    """All is flattened and cut into rows of K numbers."""
    return kernels.ravel().reshape(-1, kernels.shape[0])


@named("the kernels' axis stands in the middle")
def only_two_axes_swapped(kernels):
    """Only kernel and row are exchanged: swapaxes is taken for moveaxis."""
    return kernels.swapaxes(0, 1).reshape(-1, len(kernels))


@named("the column axis is moved to the front")
def moveaxis_backwards(kernels):
    """moveaxis has its arguments exchanged: the last axis comes first."""
    return np.moveaxis(kernels, -1, 0).reshape(-1, len(kernels))


@named("them first, by order='F' or .T")
def fortran_order_to_fit(kernels):
    """It is reshaped to the shape that fits, in Fortran's order."""
    return kernels.reshape((-1, len(kernels)), order="F")


@named("not made flat, and .T alone turns all three axes")
def only_turned(kernels):
    """The reshape is forgotten: .T alone has three axes."""
    return kernels.T


@named("all kernels stand in one column")
def one_column_for_all(kernels):
    """All kernels stand in one column."""
    return kernels.reshape(-1, 1)


@named("an axis of length 1 too many at the end")
def an_axis_too_many(kernels):
    """There is an axis of length 1 too many at the end."""
    return kernels.reshape(len(kernels), -1, 1).transpose(1, 0, 2)


@named("has the kernel's width in the place of the number")
def number_of_kernels_last_and_turned(kernels):
    """len(kernels) is replaced by the kernel's width in the reshape."""
    return kernels.reshape(kernels.shape[2], -1).T


@named("only the first kernel is there: each of")
def only_the_first_kernel(kernels):
    """Only the first kernel is stood up."""
    return kernels[0].reshape(-1, 1)


@named("the last kernel is missing")
def last_kernel_missing(kernels):
    """The loop ends one too early, so the last column is missing."""
    columns = [kernels[k].ravel() for k in range(len(kernels) - 1)]
    return np.array(columns).T


@named("the first kernel is missing")
def first_kernel_missing(kernels):
    """The kernels are counted from 1, so the first one is missing."""
    return kernels[1:].reshape(len(kernels) - 1, -1).T


@named("each kernel is listed backwards")
def values_in_reversed_order(kernels):
    """Each kernel is listed backwards, as for a convolution."""
    return kernels.reshape(len(kernels), -1)[:, ::-1].T


@named("each kernel is upside down")
def kernels_upside_down(kernels):
    """Each kernel is turned upside down."""
    return np.stack([np.flipud(kernel).ravel() for kernel in kernels], axis=1)


@named("by rot90, where .T is due")
def turned_by_rot90_the_other_way(kernels):
    """The matrix is turned by 90 degrees, and not transposed."""
    return np.rot90(kernels.reshape(len(kernels), -1), -1)


@named("only the first row of each kernel is there")
def only_the_first_row_of_each(kernels):
    """Only the first row of each kernel is stood up."""
    return kernels[:, 0].T


@unnamed
def rest_left_unwritten(kernels):
    """Only the first row of each kernel is written; np.empty is left as it is."""
    out = np.full((kernels[0].size, len(kernels)), 1e6)  # np.empty, made plain
    out[: kernels.shape[2]] = kernels[:, 0].T
    return out


@named("is written down column by column")
def place_column_by_column(kernels):
    """The place is b * height + a, which runs column by column."""
    n_kernels, kernel_height, kernel_width = kernels.shape
    out = np.zeros((kernel_height * kernel_width, n_kernels), kernels.dtype)
    for k, a, b in np.ndindex(kernels.shape):
        out[b * kernel_height + a, k] = kernels[k, a, b]
    return out


@named("is written to a row, out[k]")
def written_to_the_wrong_axis(kernels):
    """Each kernel is written to out[k], a row, so the lengths do not meet."""
    out = np.zeros((kernels[0].size, len(kernels)), kernels.dtype)
    for k, kernel in enumerate(kernels):
        out[k] = kernel.ravel()
    return out


@named("the kernels are added up")
def kernels_added_up(kernels):
    """The kernels are added up into one column."""
    return kernels.sum(axis=0).reshape(-1, 1)


@named("an array of ints cannot hold them")
def cut_to_ints(kernels):
    """The values are cut to whole numbers."""
    return kernels.reshape(len(kernels), -1).T.astype(int)


@named("uint8 holds 8 bits")
def bytes_go_round(kernels):
    """The values are made bytes, and go round at 256."""
    return kernels.reshape(len(kernels), -1).T.astype(np.int64).astype(np.uint8)


@named("it reads `n_kernels` of the notebook")
def number_of_the_notebook(kernels):
    """The number of kernels is read from the notebook, where it is eight."""
    return kernels.reshape(n_kernels, -1).T


@named("it reads `symmetric` of the notebook")
def symmetric_of_the_notebook(kernels):
    """The exercise's two symmetric kernels are stood up, not the argument."""
    return symmetric.reshape(len(symmetric), -1).T


@named("two slips: the kernels stand as rows")
def two_column_by_column_and_rows(kernels):
    """Each kernel is written down column by column, and stands as a row."""
    return np.array([kernel.T.ravel() for kernel in kernels])


@named("two slips: the kernels stand in reverse order")
def two_rows_and_reversed(kernels):
    """The .T is forgotten, and the kernels stand in reversed order."""
    return kernels[::-1].reshape(len(kernels), -1)


@right
def right_moveaxis(kernels):
    """The kernels' axis moved to the end before the reshape."""
    return np.moveaxis(kernels, 0, -1).reshape(-1, len(kernels))


@right
def right_column_stack(kernels):
    """np.column_stack of the flattened kernels."""
    return np.column_stack([kernel.ravel() for kernel in kernels])


@right
def right_named_axes(kernels):
    """transpose with its axes named."""
    return kernels.transpose(1, 2, 0).reshape(-1, len(kernels))


@right
def right_einsum(kernels):
    """einsum that moves the axis."""
    return np.einsum("kij->ijk", kernels).reshape(-1, len(kernels))
