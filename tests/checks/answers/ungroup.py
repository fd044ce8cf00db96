"""Answers to ungroup: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right, unnamed


@named("the groups are interleaved")
def as_the_exercise_has_it(parts):
    """The bug itself: the groups are moved to the end."""
    groups, n_images, rows, columns, of_group = parts.shape
    moved = np.moveaxis(parts, 0, -1)
    return moved.reshape(n_images, rows, columns, groups * of_group)


@named("the groups are interleaved")
def transposed_with_groups_last(parts):
    """The groups are the last axis before the reshape."""
    groups, n, rows, columns, of_group = parts.shape
    return parts.transpose(1, 2, 3, 4, 0).reshape(n, rows, columns, groups * of_group)


@named("the groups are interleaved")
def written_to_every_gth_place(parts):
    """Each group goes to every groups-th place."""
    groups, n, rows, columns, of_group = parts.shape
    out = np.zeros((n, rows, columns, groups * of_group))
    for g in range(groups):
        out[..., g::groups] = parts[g]
    return out


@named("the axis of groups is not moved")
def reshaped_only(parts):
    """Nothing is moved."""
    groups, n, rows, columns, of_group = parts.shape
    return parts.reshape(n, rows, columns, groups * of_group)


@named("the axis of groups stands behind the images")
def groups_and_images_swapped(parts):
    """Groups and images are swapped, and the rest is reshaped."""
    groups, n, rows, columns, of_group = parts.shape
    return parts.swapaxes(0, 1).reshape(n, rows, columns, groups * of_group)


@named("groups and kernels are still two axes")
def moved_and_not_reshaped(parts):
    """The axis is moved, and the reshape is missing."""
    return np.moveaxis(parts, 0, -2)


@named("the groups are an axis at the end")
def moved_to_the_end_only(parts):
    """The groups are moved to the end, and the reshape is missing."""
    return np.moveaxis(parts, 0, -1)


@named("the groups are joined along the images")
def concatenated_along_images(parts):
    """np.concatenate joins along axis 0."""
    return np.concatenate(parts)


@named("the groups are joined along the columns")
def hstack_and_so_on(parts):
    """The wrong axis is named."""
    return np.concatenate(parts, axis=2)


@named("the groups stand in reverse order")
def last_group_first(parts):
    """Each group is put in front of those before."""
    out = parts[0]
    for part in parts[1:]:
        out = np.concatenate([part, out], axis=-1)
    return out


@named("the groups are added up")
def summed(parts):
    """The groups are added."""
    return parts.sum(axis=0)


@named("only the first group is there")
def first_group_only(parts):
    """The return stands in the loop."""
    for part in parts:
        return part


@named("only the last group is there")
def last_group_only(parts):
    """Each group overwrites the one before."""
    for part in parts:
        out = part
    return out


@named("the last group is left at 0")
def one_group_forgotten(parts):
    """The loop ends too early."""
    groups, n, rows, columns, of_group = parts.shape
    out = np.zeros((n, rows, columns, groups * of_group))
    for g in range(groups - 1):
        out[..., g * of_group : (g + 1) * of_group] = parts[g]
    return out


@named("the groups begin one kernel apart")
def start_not_multiplied(parts):
    """The group's start is its number."""
    groups, n, rows, columns, of_group = parts.shape
    out = np.zeros((n, rows, columns, groups * of_group))
    for g in range(groups):
        out[..., g : g + of_group] = parts[g]
    return out


@named("the kernels stand before rows and columns")
def as_in_pytorch(parts):
    """The kernels come before rows and columns."""
    groups, n, rows, columns, of_group = parts.shape
    moved = parts.transpose(1, 0, 4, 2, 3)
    return moved.reshape(n, groups * of_group, rows, columns)


@named("rows and columns of the outputs are exchanged")
def rows_and_columns_exchanged(parts):
    """Rows and columns are exchanged by the way."""
    groups, n, rows, columns, of_group = parts.shape
    moved = parts.transpose(1, 3, 2, 0, 4)
    return moved.reshape(n, columns, rows, groups * of_group)


@named("the first group is repeated for all")
def first_group_repeated(parts):
    """The group's number is a constant in the loop."""
    return np.concatenate([parts[0] for _ in parts], axis=-1)


@named("all axes are turned round by .T")
def turned_by_t(parts):
    """All axes are reversed."""
    groups, n, rows, columns, of_group = parts.shape
    return parts.T.reshape(n, rows, columns, groups * of_group)


@unnamed
def groups_multiplied(parts):
    """The groups are multiplied with each other."""
    return parts.prod(axis=0)


@named("groups and columns are exchanged in the order of axes")
def swapped_with_the_columns(parts):
    """swapaxes puts the columns where the groups were."""
    groups, n, rows, columns, of_group = parts.shape
    return parts.swapaxes(0, 3).reshape(n, rows, columns, groups * of_group)


@right
def right_by_moveaxis(parts):
    """The groups go right before the kernels."""
    groups, n, rows, columns, of_group = parts.shape
    return np.moveaxis(parts, 0, 3).reshape(n, rows, columns, groups * of_group)


@right
def right_by_concatenate(parts):
    """The parts are joined along their last axis."""
    return np.concatenate([*parts], axis=3)
