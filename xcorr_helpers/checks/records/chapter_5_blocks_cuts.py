"""Chapter 5: what goes wrong where blocks start and stop."""

from __future__ import annotations

import numpy as np

from .._cases import outputs
from .chapter_5_blocks_mistakes import cut, every, full, numbers, read
from .chapter_5_parts import Mistakes


def _fives(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    parts = [cut(s, s + 5, len(x)) for s in range(0, len(x), b)]
    return outputs(x[numbers(parts)], w)


CUTS: Mistakes = (
    (
        "the starts are one image apart, not a block: images come again and again",
        read(lambda n, b: [cut(s, s + b, n) for s in range(n)]),
    ),
    (
        "a block begins with every image, up to the last full one: starts are a block "
        "apart",
        read(lambda n, b: [cut(s, s + b, n) for s in range(n - b + 1)]),
    ),
    (
        "the slice stops an image too early: a block has {block} images",
        read(lambda n, b: [cut(s, s + b - 1, n) for s in range(0, n, b)]),
    ),
    (
        "the slice stops an image too far: the first of the next block comes twice",
        read(lambda n, b: [cut(s, s + b + 1, n) for s in range(0, n, b)]),
    ),
    (
        "the slice starts an image too late: the first of each block is left out",
        read(lambda n, b: [cut(s + 1, s + b, n) for s in range(0, n, b)]),
    ),
    (
        "the first image is left out: all slices are one image too far",
        read(lambda n, b: [cut(s + 1, s + b + 1, n) for s in range(0, n, b)]),
    ),
    (
        "two slips: the first block is left out; and the slices stop an image too far",
        read(lambda n, b: [cut(s, s + b + 1, n) for s in range(b, n, b)]),
    ),
    (
        "the starts are block + 1 apart: an image between two blocks is left out",
        read(lambda n, b: [cut(s, s + b, n) for s in range(0, n, b + 1)]),
    ),
    (
        "block number n starts at image n, not n * block: is a factor left out?",
        read(lambda n, b: [cut(i, i + b, n) for i in range(-(-n // b))]),
    ),
    (
        "two slips: block number n starts at image n, not n * block; and the rest is "
        "left out",
        read(lambda n, b: [cut(i, i + b, n) for i in range(n // b)]),
    ),
    (
        "the start counts images already, and is multiplied by the block once more",
        read(lambda n, b: [cut(s * b, (s + 1) * b, n) for s in range(0, n, b)]),
    ),
    (
        "the slice has no stop: each block goes on to the end of the batch",
        read(lambda n, b: [cut(s, n, n) for s in range(0, n, b)]),
    ),
    (
        "the slice has no start: each block begins with image 0",
        read(lambda n, b: [cut(0, s + b, n) for s in range(0, n, b)]),
    ),
    (
        "the images are dealt out to the blocks, n::count: they come back in another "
        "order",
        read(lambda n, b: [range(n)[i :: -(-n // b)] for i in range(-(-n // b))]),
    ),
    (
        "a block takes every `block`-th image, n::block: they come back in another "
        "order",
        read(lambda n, b: [range(n)[i::b] for i in range(min(b, n))]),
    ),
    (
        "the first block is read for all blocks: the start is left out of the slice",
        read(lambda n, b: [range(min(b, n - s)) for s in range(0, n, b)]),
    ),
    (
        "the first block is read for all blocks, a whole one even for the rest",
        read(lambda n, b: [range(min(b, n)) for s in range(0, n, b)]),
    ),
    (
        "only the first image of each block is read: the slice goes to start + block",
        read(lambda n, b: [range(s, s + 1) for s in range(0, n, b)]),
    ),
    (
        "all images are read for each block: nothing is cut",
        read(lambda n, b: [range(n) for _ in range(0, n, b)]),
    ),
    (
        "only len(images) // block images are read: this counts blocks",
        read(lambda n, b: [cut(0, n // b, n)]),
    ),
    (
        "the blocks come in reverse order: .append() puts each behind those before",
        read(lambda n, b: every(n, b)[::-1]),
    ),
    (
        "two slips: the rest is left out; and the blocks come in reverse order",
        read(lambda n, b: full(n, b)[::-1]),
    ),
    (
        "the blocks are cut from the end of the batch, and come in reverse order",
        read(lambda n, b: [cut(max(0, s - b), s, n) for s in range(n, 0, -b)]),
    ),
    (
        "the images of each block are in reverse order",
        read(lambda n, b: [p[::-1] for p in every(n, b)]),
    ),
    (
        "the decimals are lost: an output of ints cannot hold them",
        lambda x, w, b: np.trunc(outputs(x, w)),
    ),
    (
        "the last image is left out",
        read(lambda n, b: [cut(0, n - 1, n)]),
    ),
    (
        "block 5 of the notebook is written as a number in the slice: it stops at "
        "start + block",
        _fives,
    ),
    (
        "the images' height is counted where the images should: a batch has "
        "len(images)",
        lambda x, w, b: outputs(
            x[numbers(cut(s, s + b, len(x)) for s in range(0, x.shape[1], b))], w
        ),
    ),
    (
        "the kernels are counted where the images should: a batch has len(images)",
        lambda x, w, b: outputs(
            x[numbers(cut(s, s + b, len(x)) for s in range(0, len(w), b))], w
        ),
    ),
)
