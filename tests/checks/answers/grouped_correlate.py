"""Answers to grouped_correlate: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.linalg import block_diag
from scipy.signal import convolve2d, correlate2d

from tests.checks.labels import named, right
from xcorr_helpers import correlate, correlation_indices, kernel_matrix


def pairs(images, kernels, groups):
    """List the channels and the kernels of each group."""
    return list(zip(np.split(images, groups, axis=3), np.split(kernels, groups)))


def empty(images, kernels):
    rows = images.shape[1] - kernels.shape[1] + 1
    columns = images.shape[2] - kernels.shape[2] + 1
    return np.zeros((len(images), rows, columns, len(kernels)))


@named("the groups' outputs are interleaved")
def stacked_last_and_reshaped(images, kernels, groups):
    """The outputs of the groups take turns."""
    parts = [correlate(x, w) for x, w in pairs(images, kernels, groups)]
    out = np.stack(parts, axis=-1)
    return out.reshape(*out.shape[:3], len(kernels))


@named("the channels are dealt out in turn")
def every_gth_channel(images, kernels, groups):
    """Group g takes every groups-th channel."""
    parts = [
        correlate(images[..., g::groups], w)
        for g, (_, w) in enumerate(pairs(images, kernels, groups))
    ]
    return np.concatenate(parts, axis=-1)


@named("the kernels are dealt out in turn")
def every_gth_kernel(images, kernels, groups):
    """Group g takes every groups-th kernel."""
    parts = [
        correlate(x, kernels[g::groups])
        for g, x in enumerate(np.split(images, groups, axis=3))
    ]
    return np.concatenate(parts, axis=3)


@named("it is k // (n_kernels // groups)")
def group_of_a_kernel_by_modulo(images, kernels, groups):
    """Kernel k is put into group k % groups."""
    depth, out = kernels.shape[3], empty(images, kernels)
    for k, kernel in enumerate(kernels):
        first = (k % groups) * depth
        some = images[..., first : first + depth]
        out[..., k] = correlate(some, kernel[None])[..., 0]
    return out


@named("every kernel reads the first group's channels")
def first_channels_for_every_kernel(images, kernels, groups):
    """The group's first channel is forgotten in the loops."""
    out = empty(images, kernels)
    for n, row, column, k in np.ndindex(out.shape):
        for i, j, c in np.ndindex(kernels.shape[1:]):
            pixel = images[n, row + i, column + j, c]
            out[n, row, column, k] += pixel * kernels[k, i, j, c]
    return out


@named("every kernel reads all groups")
def kernels_tiled_over_all_channels(images, kernels, groups):
    """The kernels are repeated for all groups, and everything is added."""
    return correlate(images, np.tile(kernels, (1, 1, 1, groups)))


@named("the groups' outputs are added up")
def outputs_of_groups_added(images, kernels, groups):
    """The outputs of the groups are added."""
    total = 0
    for x, w in pairs(images, kernels, groups):
        total = total + correlate(x, w)
    return total


@named("the groups' outputs are an axis in front")
def outputs_left_as_a_stack(images, kernels, groups):
    """The outputs are stacked, with an axis for the groups."""
    return np.stack([correlate(x, w) for x, w in pairs(images, kernels, groups)])


@named("the groups' outputs are joined along the images")
def concatenated_without_an_axis(images, kernels, groups):
    """np.concatenate joins along axis 0, as nothing else is said."""
    parts = [correlate(x, w) for x, w in pairs(images, kernels, groups)]
    return np.concatenate(parts)


@named("is the return inside of the loop?")
def returned_in_the_loop(images, kernels, groups):
    """The return stands in the loop."""
    for x, w in pairs(images, kernels, groups):
        return correlate(x, w)


@named("only the last group's outputs are there")
def overwritten_in_the_loop(images, kernels, groups):
    """Each group's output overwrites the one before."""
    for x, w in pairs(images, kernels, groups):
        out = correlate(x, w)
    return out


@named("the first group's kernels are used for all groups")
def first_kernels_for_all(images, kernels, groups):
    """The first kernels are used in every group."""
    of_group = len(kernels) // groups
    parts = [correlate(x, kernels[:of_group]) for x in np.split(images, groups, axis=3)]
    return np.concatenate(parts, axis=3)


@named("groups is not told to correlate")
def groups_not_handed_on(images, kernels, groups):
    """The helper is called without groups."""
    return correlate(images, kernels)


@named("the kernels of a group are counted by its channels")
def kernels_cut_by_depth(images, kernels, groups):
    """The kernels are cut with the channels' step."""
    depth, parts = kernels.shape[3], []
    for g in range(groups):
        mine = slice(g * depth, (g + 1) * depth)
        parts.append(correlate(images[..., mine], kernels[mine]))
    return np.concatenate(parts, axis=-1)


@named("they are divided by groups once more")
def depth_divided_twice(images, kernels, groups):
    """The depth of a kernel is divided by the groups again."""
    depth, parts = kernels.shape[3] // groups, []
    for g, mine in enumerate(np.split(kernels, groups)):
        some = images[..., g * depth : (g + 1) * depth]
        parts.append(correlate(some, mine))
    return np.concatenate(parts, axis=-1)


@named("and a group's channels stand in every pixel")
def blocks_beside_whole_windows(images, kernels, groups):
    """The blocks stand on a diagonal, beside windows that list pixel by pixel."""
    box = *kernels.shape[1:3], images.shape[3]
    index = correlation_indices(images.shape[1:], box)
    blocks = block_diag(*map(kernel_matrix, np.split(kernels, groups)))
    product = images.reshape(len(images), -1)[:, index] @ blocks
    return product.reshape(empty(images, kernels).shape)


@named("the kernels are turned")
def convolved_with_scipy(images, kernels, groups):
    """Each plane is convolved, not correlated."""
    depth, out = kernels.shape[3], empty(images, kernels)
    for n, k, c in np.ndindex(len(images), len(kernels), depth):
        first = k // (len(kernels) // groups) * depth
        plane = images[n, :, :, first + c]
        out[n, :, :, k] += convolve2d(plane, kernels[k, :, :, c], mode="valid")
    return out


@named("the last channel of each group overwrites")
def channels_overwritten(images, kernels, groups):
    """= stands where += should, over the channels of a group."""
    depth, out = kernels.shape[3], empty(images, kernels)
    for n, k, c in np.ndindex(len(images), len(kernels), depth):
        first = k // (len(kernels) // groups) * depth
        plane = images[n, :, :, first + c]
        out[n, :, :, k] = correlate2d(plane, kernels[k, :, :, c], mode="valid")
    return out


@named("the groups' channels begin one channel apart")
def first_channel_is_the_group(images, kernels, groups):
    """Group g reads the channels from g on, not from g * depth."""
    depth, parts = kernels.shape[3], []
    for g, mine in enumerate(np.split(kernels, groups)):
        parts.append(correlate(images[..., g : g + depth], mine))
    return np.concatenate(parts, axis=-1)


@named("the kernels stand before rows and columns")
def kernels_as_in_pytorch(images, kernels, groups):
    """The output has its channels before rows and columns."""
    return correlate(images, kernels, groups=groups).transpose(0, 3, 1, 2)


@named("the decimals are lost")
def output_of_ints(images, kernels, groups):
    """The output holds whole numbers only."""
    out = empty(images, kernels).astype(int)
    out[...] = correlate(images, kernels, groups=groups)
    return out


@named("np.split cuts into equal parts, along axis 0")
def split_along_the_images(images, kernels, groups):
    """np.split is not told the axis of the channels."""
    both = zip(np.split(images, groups), np.split(kernels, groups))
    return np.concatenate([correlate(x, w) for x, w in both], axis=-1)


@named("every kernel meets every group")
def all_kernels_with_each_group(images, kernels, groups):
    """The kernels are not split at all."""
    parts = [correlate(x, kernels) for x in np.split(images, groups, axis=3)]
    return np.concatenate(parts, axis=-1)


@named("the channels are averaged over all groups first")
def mean_over_groups(images, kernels, groups):
    """The groups of channels are averaged, and read by every kernel."""
    split = images.reshape(*images.shape[:3], groups, -1)
    return correlate(split.mean(axis=3), kernels)


@named("the channels are taken in steps")
def channels_in_steps_of_depth(images, kernels, groups):
    """The step through the channels is a group's depth."""
    depth, parts = kernels.shape[3], []
    for g, mine in enumerate(np.split(kernels, groups)):
        parts.append(correlate(images[..., g::depth], mine))
    return np.concatenate(parts, axis=-1)


@right
def right_with_einsum(images, kernels, groups):
    """Groups are an axis of their own on both sides."""
    windows = sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))
    n, rows, columns, _, *size = windows.shape
    windows = windows.reshape(n, rows, columns, groups, -1, *size)
    split = kernels.reshape(groups, -1, *kernels.shape[1:])
    out = np.einsum("nhwgcij,gkijc->nhwgk", windows, split)
    return out.reshape(n, rows, columns, len(kernels))


@right
def right_by_the_helper(images, kernels, groups):
    """The helper knows groups."""
    return correlate(images, kernels, groups=groups)
