"""Chapter 5: what goes wrong with the rest of a batch, cut into blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from .._cases import outputs
from .chapter_5_parts import Mistakes

Parts = Callable[[int, int], Iterable[Iterable[int]]]


def numbers(parts: Iterable[Iterable[int]]) -> np.ndarray:
    """Join the numbers of the images in all blocks."""
    return np.concatenate([np.array([*part], dtype=int) for part in parts])


def read(parts: Parts) -> Callable[..., np.ndarray]:
    """Make a program that reads these images, block after block."""
    return lambda x, w, b: outputs(x[numbers(parts(len(x), b))], w)


def cut(start: int, stop: int, n: int) -> range:
    """List the images of x[start:stop]."""
    return range(n)[start:stop]


def full(n: int, b: int) -> list[range]:
    """List the whole blocks."""
    return [cut(s, s + b, n) for s in range(0, n - b + 1, b)]


def every(n: int, b: int) -> list[range]:
    """List all blocks; the last may be smaller."""
    return [cut(s, s + b, n) for s in range(0, n, b)]


def rest(n: int, b: int) -> list[range]:
    """List the rest, if there is one."""
    return every(n, b)[n // b :]


def _left(x: np.ndarray, _w: np.ndarray, b: int) -> str:
    n = len(x)
    whole = f"{n // b} block{'s' * (n // b != 1)} of {b} images"
    return f"the rest is left out: {n} images are {whole}, and {n % b} more"


RESTS: Mistakes = (
    (_left, read(full)),
    # Only a batch smaller than a block is mended; or there are so many blocks, not of
    # so many images: the rest is left out of these, too.
    (_left, read(lambda n, b: full(n, min(b, n)))),
    (
        _left,
        read(lambda n, b: [cut(i * (n // b), (i + 1) * (n // b), n) for i in range(b)]),
    ),
    (
        "the number of blocks is rounded to the nearest: a rest, however small, is a "
        "block",
        read(lambda n, b: [cut(i * b, i * b + b, n) for i in range(round(n / b))]),
    ),
    (
        "one block too few: the last whole one is left out, and the rest",
        read(lambda n, b: full(n, b)[:-1]),
    ),
    (
        "the last block is left out, whole or not: (n_images - 1) // block, or `<` "
        "for `<=`, counts too few",
        read(lambda n, b: every(n, b)[:-1]),
    ),
    (
        "the first block is left out: the first start is 0",
        read(lambda n, b: every(n, b)[1:]),
    ),
    (
        "two slips: the first block is left out, as blocks are counted from 1; and "
        "the rest is left out",
        read(lambda n, b: full(n, b)[1:]),
    ),
    (
        "images[-rest:] is all images where the rest is 0: first ask whether there is "
        "one",
        read(lambda n, b: [*full(n, b), cut(-(n % b), n, n)]),
    ),
    (
        "the last block is full, and taken from the end: some images come twice",
        read(lambda n, b: [*full(n, b), *[cut(-b, n, n) for _ in rest(n, b)]]),
    ),
    (
        "only the first image of the rest is there",
        read(lambda n, b: [*full(n, b), *[r[:1] for r in rest(n, b)]]),
    ),
    (
        "only the last image of the rest is there",
        read(lambda n, b: [*full(n, b), *[r[-1:] for r in rest(n, b)]]),
    ),
    (
        "the last image of the rest is left out",
        read(lambda n, b: [*full(n, b), *[r[:-1] for r in rest(n, b)]]),
    ),
    (
        "the first image of the rest is left out",
        read(lambda n, b: [*full(n, b), *[r[1:] for r in rest(n, b)]]),
    ),
    (
        "the rest is taken from the start of the batch: it stands at its end",
        read(lambda n, b: [*full(n, b), cut(0, n % b, n)]),
    ),
    (
        "the rest comes first in the output: it stands at the end of the batch",
        read(lambda n, b: [*rest(n, b), *full(n, b)]),
    ),
    (
        "two slips: the rest is taken from the start of the batch; and put first",
        read(lambda n, b: [cut(0, n % b, n), *full(n, b)]),
    ),
    (
        "the rest is added once for each block: it belongs behind the loop",
        read(lambda n, b: [p for f in full(n, b) for p in (f, *rest(n, b))]),
    ),
    (
        "the rest begins a block too early: the last whole block comes twice",
        read(
            lambda n, b: [
                *full(n, b),
                *[cut(max(n // b - 1, 0) * b, n, n) for _ in rest(n, b)],
            ]
        ),
    ),
    (
        "the last whole block comes twice, once with the rest: it begins behind that",
        read(lambda n, b: [*full(n, b), cut(max(n // b - 1, 0) * b, n, n)]),
    ),
    (
        "the rest is images[block:], all but the first block: it begins behind the "
        "last",
        read(lambda n, b: [*full(n, b), *[cut(b, n, n) for _ in rest(n, b)]]),
    ),
    (
        "the rest is images[block:], and is added where there is none, too: it begins "
        "behind the last whole block",
        read(lambda n, b: [*full(n, b), cut(b, n, n)]),
    ),
    (
        "the rest is images[rest:]: with a minus before it, it counts from the end",
        read(lambda n, b: [*full(n, b), *[cut(n % b, n, n) for _ in rest(n, b)]]),
    ),
    (
        "the rest is cut from the last {block} images, the first of them: it is the "
        "last of them",
        read(lambda n, b: [*full(n, b), *[cut(-b, n, n)[: n % b] for _ in rest(n, b)]]),
    ),
    (
        "the rest is added where there is none, too: the last block comes twice",
        read(lambda n, b: [*every(n, b), *[f for f in full(n, b)[-1:] if not n % b]]),
    ),
    (
        "all images come once more, behind the blocks",
        read(lambda n, b: [*every(n, b), range(n)]),
    ),
    (
        "the batch is filled up to whole blocks with its last image: cut it off again",
        read(lambda n, b: [range(n), [n - 1] * (-n % b)]),
    ),
    (
        "the batch is filled up to whole blocks with its first images: cut them off "
        "again",
        read(lambda n, b: [range(n), [i % n for i in range(-n % b)]]),
    ),
)
