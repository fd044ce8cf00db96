"""Answers to blocked_index: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right


def places(image_shape, block):
    row, column, channel = np.indices(image_shape)
    return channel // block, row, column, channel % block


@named("these are channels last, without blocks")
def plain_positions(image_shape, block):
    """The image is counted as it lies, without blocks."""
    return np.arange(np.prod(image_shape)).reshape(image_shape)


@named("these are channels first, a whole channel after the other")
def a_channel_at_a_time(image_shape, block):
    """All of a channel comes first: that is NCHW."""
    height, width, channels = image_shape
    positions = np.arange(channels * height * width)
    return positions.reshape(channels, height, width).transpose(1, 2, 0)


@named("block and place in it are exchanged")
def division_for_rest(image_shape, block):
    """Division and remainder are exchanged."""
    height, width, _ = image_shape
    inside, row, column, of_block = places(image_shape, block)
    return ((of_block * height + row) * width + column) * block + inside


@named("block is taken for the number of blocks")
def block_for_blocks(image_shape, block):
    """The memory is cut into as many blocks as a block has channels."""
    height, width, channels = image_shape
    memory = np.arange(height * width * channels)
    memory = memory.reshape(block, height, width, channels // block)
    return memory.transpose(1, 2, 0, 3).reshape(image_shape)


@named("a block is height * width pixels of 8 channels each")
def small_blocks(image_shape, block):
    """The step to the next block forgets that pixels have several values."""
    height, width, _ = image_shape
    of_block, row, column, inside = places(image_shape, block)
    return of_block * height * width + (row * width + column) * block + inside


@named("a row of a block is width pixels of 8 channels each")
def short_rows(image_shape, block):
    """The step to the next row forgets that pixels have several values."""
    height, width, _ = image_shape
    of_block, row, column, inside = places(image_shape, block)
    return of_block * height * width * block + row * width + column * block + inside


@named("the place in the block is left out")
def no_remainder(image_shape, block):
    """The remainder is not added."""
    height, width, _ = image_shape
    of_block, row, column, _ = places(image_shape, block)
    return ((of_block * height + row) * width + column) * block


@named("the block is left out: all blocks lie one over the other")
def no_block(image_shape, block):
    """The step from block to block is missing."""
    _, row, column, inside = places(image_shape, block)
    return (row * image_shape[1] + column) * block + inside


@named("a row is as long as the image is high")
def height_for_width(image_shape, block):
    """Rows are counted by the height."""
    height, width, _ = image_shape
    of_block, row, column, inside = places(image_shape, block)
    return of_block * height * width * block + (row * height + column) * block + inside


@named("these are the axes of memory: the image's are asked for")
def axes_of_memory(image_shape, block):
    """The positions are returned as they are stored."""
    height, width, channels = image_shape
    memory = np.arange(height * width * channels)
    return memory.reshape(channels // block, height, width, block)


@named("this says which value of the image lies at each position of memory")
def the_other_way_round(image_shape, block):
    """The permutation is returned that makes the memory of the image."""
    height, width, channels = image_shape
    plain = np.arange(height * width * channels)
    split = plain.reshape(height, width, channels // block, block)
    return split.transpose(2, 0, 1, 3).reshape(image_shape)


@named("a pixel of a block has 8 channels, not all of the image's")
def steps_of_all_channels(image_shape, block):
    """Within a block, a pixel is taken to have all channels."""
    height, width, channels = image_shape
    of_block, row, column, inside = places(image_shape, block)
    return (
        of_block * height * width * block + (row * width + column) * channels + inside
    )


@right
def right_by_steps(image_shape, block):
    """Each coordinate times its step."""
    height, width, _ = image_shape
    of_block, row, column, inside = places(image_shape, block)
    return ((of_block * height + row) * width + column) * block + inside


@right
def right_by_counting(image_shape, block):
    """Memory is walked through, and counted."""
    height, width, channels = image_shape
    found, count = np.zeros(image_shape, dtype=int), 0
    for first in range(0, channels, block):
        for row in range(height):
            for column in range(width):
                for channel in range(first, first + block):
                    found[row, column, channel] = count
                    count += 1
    return found


@right
def right_by_transposing(image_shape, block):
    """The memory is cut and its axes are brought into the image's order."""
    height, width, channels = image_shape
    memory = np.arange(height * width * channels)
    memory = memory.reshape(channels // block, height, width, block)
    return np.moveaxis(memory, 0, 2).reshape(image_shape)
