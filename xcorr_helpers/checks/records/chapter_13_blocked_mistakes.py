"""Chapter 13: what goes wrong where channels are put into blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chapter_13_parts import Shape, blocked

Steps = Callable[[int, int, int, int], tuple[int, int, int, int]]


def _stepped(shape: Shape, block: int, steps: Steps) -> np.ndarray:
    """Add up steps for the block, the row, the column and the channel inside."""
    row, column, channel = np.indices(shape)
    of_block, inside = np.divmod(channel, block)
    places = of_block, row, column, inside
    made: np.ndarray = sum(n * step for n, step in zip(places, steps(*shape, block)))
    return made


def _with(steps: Steps) -> Callable[[Shape, int], Any]:
    return lambda shape, block: _stepped(shape, block, steps)


def _exchanged(shape: Shape, block: int) -> np.ndarray:
    """Take the number of the block for the place in it."""
    row, column, channel = np.indices(shape)
    inside, of_block = np.divmod(channel, block)
    made: np.ndarray = ((of_block * shape[0] + row) * shape[1] + column) * block
    return made + inside


def _by_count(shape: Shape, block: int) -> np.ndarray:
    """Take the size of a block for the number of blocks."""
    return blocked(shape, shape[2] // block)


def _inverse(shape: Shape, block: int) -> np.ndarray:
    found = np.zeros(int(np.prod(shape)), dtype=np.int64)
    found[blocked(shape, block).ravel()] = np.arange(found.size)
    return found.reshape(shape)


def _in_memory(shape: Shape, block: int) -> np.ndarray:
    height, width, channels = shape
    memory: np.ndarray = np.arange(height * width * channels)
    return memory.reshape(channels // block, height, width, block)


MISTAKES: tuple[tuple[Any, Any], ...] = (
    (
        "these are channels last, without blocks, or blocks in the image's order: in "
        "memory only {block} channels of a pixel are neighbours",
        lambda shape, block: np.arange(np.prod(shape)).reshape(shape),
    ),
    (
        "these are channels first, a whole channel after the other: in a block "
        "{block} channels of a pixel are neighbours",
        _with(lambda h, w, c, b: (h * w * b, w, 1, h * w)),
    ),
    (
        "block and place in it are exchanged: channel // block is the block, channel % "
        "block the place",
        _exchanged,
    ),
    (
        "block is taken for the number of blocks: it is how many channels one has",
        _by_count,
    ),
    (
        "a block is height * width pixels of {block} channels each: its size lacks the "
        "channels",
        _with(lambda h, w, c, b: (h * w, w * b, b, 1)),
    ),
    (
        "a row of a block is width pixels of {block} channels each: its length lacks "
        "the channels",
        _with(lambda h, w, c, b: (h * w * b, w, b, 1)),
    ),
    (
        "the next pixel is {block} positions further on, not one",
        _with(lambda h, w, c, b: (h * w * b, w * b, 1, 1)),
    ),
    (
        "neither row nor pixel counts the {block} channels of a pixel",
        _with(lambda h, w, c, b: (h * w * b, w, 1, 1)),
    ),
    (
        "the place in the block is left out: channels of a block share a position",
        _with(lambda h, w, c, b: (h * w * b, w * b, b, 0)),
    ),
    (
        "the block is left out: all blocks lie one over the other",
        _with(lambda h, w, c, b: (0, w * b, b, 1)),
    ),
    (
        "the column is left out",
        _with(lambda h, w, c, b: (h * w * b, w * b, 0, 1)),
    ),
    (
        "the row is left out",
        _with(lambda h, w, c, b: (h * w * b, 0, b, 1)),
    ),
    (
        "a row is as long as the image is high: it has width pixels",
        _with(lambda h, w, c, b: (h * w * b, h * b, b, 1)),
    ),
    (
        "a pixel of a block has {block} channels, not all of the image's",
        _with(lambda h, w, c, b: (h * w * b, w * c, c, 1)),
    ),
    (
        "all steps count the image's channels: within a block a pixel has {block}",
        _with(lambda h, w, c, b: (h * w * c, w * c, c, 1)),
    ),
    (
        "pixels are counted column by column: a row of the image comes first",
        _with(lambda h, w, c, b: (h * w * b, b, h * b, 1)),
    ),
    (
        "the blocks of a row follow each other: a block has all rows of the image",
        _with(lambda h, w, c, b: (w * b, w * c, b, 1)),
    ),
    (
        "this says which value of the image lies at each position of memory: the other "
        "way round is asked for",
        _inverse,
    ),
    (
        "these are the axes of memory: the image's are asked for, row, column, channel",
        _in_memory,
    ),
)
