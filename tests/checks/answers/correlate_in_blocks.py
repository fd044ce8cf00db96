"""Answers to correlate_in_blocks: wrong ones by their slip, and right ones."""

import math

import numpy as np

from tests.checks.labels import misled, named, right
from xcorr_helpers import correlate, correlation_indices, kernel_matrix, output_shape


@named("the rest is left out: ")
def as_it_was(images, kernels, block):
    """The images that are left over are dropped: nothing is mended."""
    parts = []
    for n in range(len(images) // block):
        part = images[n * block : (n + 1) * block]
        parts.append(correlate(part, kernels))
    return np.concatenate(parts)


@named("the rest is left out: ")
def rest_cut_off_before(images, kernels, block):
    """The batch is cut to a whole number of blocks."""
    images = images[: len(images) - len(images) % block]
    parts = []
    for n in range(0, len(images), block):
        parts.append(correlate(images[n : n + block], kernels))
    return np.concatenate(parts)


@named("the last block is left out, whole or not")
def last_block_dropped_by_while(images, kernels, block):
    """The loop stops before the block that reaches the end."""
    parts, n = [], 0
    while n + block < len(images):
        parts.append(correlate(images[n : n + block], kernels))
        n += block
    return np.concatenate(parts)


@named("images[-rest:] is all images where the rest is 0")
def remainder_by_a_negative_start(images, kernels, block):
    """The rest is images[-rest:], which is all images where there is no rest."""
    parts = []
    for n in range(len(images) // block):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
    rest = len(images) % block
    parts.append(correlate(images[-rest:], kernels))
    return np.concatenate(parts)


@named("the rest lost its axis of images")
def rest_without_its_axis_of_images(images, kernels, block):
    """The rest is taken with one number, and its axis of images is lost."""
    parts = []
    for n in range(len(images) // block):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
    if len(images) % block:
        parts.append(correlate(images[-1], kernels))
    return np.concatenate(parts)


@named("the rest is added once for each block")
def rest_added_in_every_round(images, kernels, block):
    """The rest is added inside the loop, once for each block."""
    rest = len(images) % block
    parts = []
    for n in range(len(images) // block):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
        if rest:
            parts.append(correlate(images[-rest:], kernels))
    return np.concatenate(parts)


@named("cuts into `block` equal parts")
def equal_blocks_by_split(images, kernels, block):
    """np.split is given the block's size, and refuses what is not equal."""
    parts = [correlate(part, kernels) for part in np.split(images, block)]
    return np.concatenate(parts)


@named("the rest is left at 0")
def rest_left_as_zeros(images, kernels, block):
    """The output has all images, but those left over stay zero."""
    out_shape = output_shape(images.shape[1:], kernels.shape[1:])
    out = np.zeros((len(images), *out_shape, len(kernels)))
    for n in range(len(images) // block):
        part = slice(n * block, (n + 1) * block)
        out[part] = correlate(images[part], kernels)
    return out


@named("a block begins with every image")
def a_block_begins_with_every_image(images, kernels, block):
    """The blocks begin with every image, up to the last full one."""
    starts = range(len(images) - block + 1)
    return np.concatenate([correlate(images[n : n + block], kernels) for n in starts])


@named("starts at image n, not n * block: is a factor")
def start_not_multiplied(images, kernels, block):
    """The number of the block is taken for its first image."""
    parts = []
    for n in range(math.ceil(len(images) / block)):
        part = images[n : n + block]
        parts.append(correlate(part, kernels))
    return np.concatenate(parts)


@named("the images are dealt out to the blocks")
def images_dealt_out(images, kernels, block):
    """The images are dealt out to the blocks, and come back in another order."""
    n_blocks = math.ceil(len(images) / block)
    parts = [correlate(images[n::n_blocks], kernels) for n in range(n_blocks)]
    return np.concatenate(parts)


@named("the blocks are cut from the end of the batch")
def blocks_from_the_end(images, kernels, block):
    """The blocks are taken from the end of the batch, and not turned back."""
    parts, stop = [], len(images)
    while stop > 0:
        parts.append(correlate(images[max(0, stop - block) : stop], kernels))
        stop -= block
    return np.concatenate(parts)


@named("only the rest came back")
def only_the_rest(images, kernels, block):
    """The rest's results are returned in place of all."""
    parts = []
    for n in range(len(images) // block):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
    if len(images) % block:
        parts = [correlate(images[len(images) // block * block :], kernels)]
    return np.concatenate(parts)


@named("the blocks are joined along the kernels")
def joined_on_the_last_axis(images, kernels, block):
    """The blocks are joined on the axis of kernels."""
    starts = range(0, len(images), block)
    parts = [correlate(images[n : n + block], kernels) for n in starts]
    return np.concatenate(parts, axis=-1)


@named("the blocks are added up")
def blocks_added(images, kernels, block):
    """The blocks are added to each other, not joined."""
    starts = range(0, len(images), block)
    return sum(correlate(images[n : n + block], kernels) for n in starts)


@named("the kernels are cut into blocks in place of the images")
def kernels_cut_in_place_of_images(images, kernels, block):
    """The kernels are cut into blocks in place of the images."""
    parts = []
    for n in range(0, len(kernels), block):
        parts.append(correlate(images, kernels[n : n + block]))
    return np.concatenate(parts)


@misled
def size_and_number_of_blocks_exchanged(images, kernels, block):
    """The block is taken for the number of blocks, and a rest is dropped."""
    size = len(images) // block
    parts = []
    for n in range(block):
        parts.append(correlate(images[n * size : (n + 1) * size], kernels))
    return np.concatenate(parts)


@named("block 5 of the notebook is written as a number")
def block_of_five_written_out(images, kernels, block):
    """The example's block of five is written as a number, in one place of two."""
    starts = range(0, len(images), block)
    return np.concatenate([correlate(images[n : n + 5], kernels) for n in starts])


@named("the decimals are lost")
def output_in_whole_numbers(images, kernels, block):
    """The output is made of whole numbers, and fractions are cut off."""
    out_shape = output_shape(images.shape[1:], kernels.shape[1:])
    out = np.zeros((len(images), *out_shape, len(kernels)), dtype=int)
    for n in range(0, len(images), block):
        out[n : n + block] = correlate(images[n : n + block], kernels)
    return out


@named("the images of each block are mixed")
def gathered_in_blocks_at_the_wrong_end(images, kernels, block):
    """Each block is flattened at the wrong end, which mixes its images."""
    shapes = images.shape[1:], kernels.shape[1:]
    index, weights = correlation_indices(*shapes), kernel_matrix(kernels)
    parts = []
    for n in range(0, len(images), block):
        part = images[n : n + block]
        parts.append(part.reshape(-1, len(part)).T[:, index] @ weights)
    out_shape = output_shape(*shapes)
    return np.concatenate(parts).reshape(len(images), *out_shape, len(kernels))


@named("the rest is left out; and the blocks come in reverse")
def rest_dropped_and_in_reverse(images, kernels, block):
    """The rest is dropped, and the blocks come in reverse order."""
    parts = []
    for n in reversed(range(len(images) // block)):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
    return np.concatenate(parts)


@right
def right_by_rounding_up(images, kernels, block):
    """The number of blocks is rounded up by math.ceil."""
    parts = []
    for n in range(math.ceil(len(images) / block)):
        part = images[n * block : (n + 1) * block]
        parts.append(correlate(part, kernels))
    return np.concatenate(parts)


@right
def right_by_negative_floor_division(images, kernels, block):
    """The number of blocks is rounded up by -(-a // b)."""
    parts = []
    for n in range(-(-len(images) // block)):
        parts.append(correlate(images[n * block : (n + 1) * block], kernels))
    return np.vstack(parts)


@right
def right_with_the_rest_behind_the_loop(images, kernels, block):
    """The rest is handled after the loop, if there is one."""
    full = len(images) // block * block
    parts = []
    for n in range(0, full, block):
        parts.append(correlate(images[n : n + block], kernels))
    if full < len(images):
        parts.append(correlate(images[full:], kernels))
    return np.concatenate(parts)


@right
def right_by_a_while_loop(images, kernels, block):
    """A while loop eats the batch from its start."""
    parts = []
    while len(images):
        parts.append(correlate(images[:block], kernels))
        images = images[block:]
    return np.concatenate(parts)
