"""Chapter 5: what goes wrong where the outputs of blocks are joined."""

from __future__ import annotations

import numpy as np

from ...correlation import correlate
from .._cases import outputs
from .chapter_5_blocks_mistakes import every, full, numbers, rest
from .chapter_5_parts import Mistakes, gathered, padded


def _parts(x: np.ndarray, w: np.ndarray, b: int) -> list[np.ndarray]:
    return [outputs(x[s : s + b], w) for s in range(0, len(x), b)]


def _kept(x: np.ndarray, w: np.ndarray, kept: int) -> np.ndarray:
    """Leave the images from there on at 0."""
    return outputs(x * (np.arange(len(x)) < kept)[:, None, None, None], w)


def _mixed(x: np.ndarray, b: int) -> np.ndarray:
    parts = [x[s : s + b] for s in range(0, len(x), b)]
    return np.concatenate([p.reshape(-1, len(p)).T.reshape(p.shape) for p in parts])


def _padded_rest(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    whole = len(x) // b * b
    parts = [outputs(x[s : s + b], w) for s in range(0, whole, b)]
    if whole < len(x):
        above = [(k - 1) // 2 for k in w.shape[1:3]]
        below = [k // 2 for k in w.shape[1:3]]
        parts.append(padded(x[whole:], w, above, below))
    return np.concatenate(parts)


def _kernels_cut(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    starts = range(0, len(x), b)
    return np.concatenate([correlate(x[s : s + b], w[s : s + b]) for s in starts])


def _named_by_the_loop(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    parts = []
    for n in range(len(x) // b):
        part = x[n * b : (n + 1) * b]
        parts.append(outputs(part, w))
    if len(x) % b:
        parts.append(outputs(x[(n + 1) * b :], w))
    return np.concatenate(parts)


def _filled(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    more = -len(x) % b
    return outputs(np.pad(x, ((0, more), (0, 0), (0, 0), (0, 0))), w)


def _unwritten(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    out = outputs(x, w).astype(float)
    out[len(x) // b * b :] = np.nan
    return out


def _by_number(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    out = np.zeros_like(outputs(x, w))
    for number, part in enumerate(_parts(x, w, b)):
        out[number : number + b] = part
    return out


def _at_start(x: np.ndarray, w: np.ndarray, b: int) -> np.ndarray:
    out = np.zeros_like(outputs(x, w))
    for start in range(0, len(x), b):
        out[start] = outputs(x[start : start + b], w)
    return out


JOINS: Mistakes = (
    (
        "the rest is left at 0: the last images are not written",
        lambda x, w, b: _kept(x, w, len(x) // b * b),
    ),
    (
        "the rest is never written: np.empty leaves there what was in memory",
        _unwritten,
    ),
    (
        "only the first block is written, the others are 0: is there a return in the "
        "loop?",
        lambda x, w, b: _kept(x, w, b),
    ),
    (
        "only the last block is written, the others are 0",
        lambda x, w, b: outputs(x, w) - _kept(x, w, (len(x) - 1) // b * b),
    ),
    (
        "only the first block is there: is the return inside of the loop, or does "
        "each slice stop at `block`?",
        lambda x, w, b: outputs(x[:b], w),
    ),
    (
        "only the last block came back: is the list made anew, or filled after the "
        "loop?",
        lambda x, w, b: outputs(x[numbers(every(len(x), b)[-1:])], w),
    ),
    (
        "only the rest came back, where there is one: it is appended, not put in "
        "place of the blocks",
        lambda x, w, b: outputs(x[numbers(rest(len(x), b) or full(len(x), b))], w),
    ),
    (
        "the blocks are a list, or have an axis of their own: np.concatenate joins "
        "them along the images",
        lambda x, w, b: np.stack(_parts(x, w, b)),
    ),
    (
        "two slips: the rest is left out; and the blocks have an axis of their own, "
        "which np.concatenate does not make",
        lambda x, w, b: np.array(_parts(x[: len(x) // b * b], w, b)),
    ),
    (
        "the blocks are joined along the kernels: axis=0 joins along the images",
        lambda x, w, b: np.concatenate(_parts(x, w, b), axis=-1),
    ),
    (
        "the blocks are joined along the output rows (np.hstack, axis=1): axis=0 "
        "joins along the images",
        lambda x, w, b: np.concatenate(_parts(x, w, b), axis=1),
    ),
    (
        "the blocks are joined along the output columns: axis=0 joins along the images",
        lambda x, w, b: np.concatenate(_parts(x, w, b), axis=2),
    ),
    (
        "the blocks are joined flat, as by np.append or axis=None: "
        "np.concatenate(parts) keeps the axes",
        lambda x, w, b: outputs(x, w).ravel(),
    ),
    (
        "the blocks are added up: they are joined, np.concatenate(parts)",
        lambda x, w, b: sum(_parts(x, w, b)),
    ),
    (
        "each block is averaged over its images: each image has an output of its own",
        lambda x, w, b: np.concatenate(
            [part.mean(0, keepdims=True) for part in _parts(x, w, b)]
        ),
    ),
    (
        "each block is added up over its images: each image has an output of its own",
        lambda x, w, b: np.concatenate(
            [part.sum(0, keepdims=True) for part in _parts(x, w, b)]
        ),
    ),
    (
        "the batch is filled up to whole blocks with zeros: they are to be cut off "
        "again",
        _filled,
    ),
    (
        "the batch is filled up with zeros, by a whole block even where none is "
        "missing: they are to be cut off again",
        lambda x, w, b: outputs(
            np.pad(x, ((0, b - len(x) % b), (0, 0), (0, 0), (0, 0))), w
        ),
    ),
    (
        "block number n is written to out[n : n + block]: it starts at n * block",
        _by_number,
    ),
    (
        "a block is written to out[start], one image: out[start : start + block] has "
        "all",
        _at_start,
    ),
    (
        "an array is added to the list, parts += ...: parts.append(...) puts it there",
        lambda x, w, b: np.array([]) + outputs(x[:b], w),
    ),
    (
        "np.concatenate needs a list: square brackets around the for",
        lambda x, w, b: np.concatenate(iter(_parts(x, w, b))),  # type: ignore[call-overload]
    ),
    (
        "the kernels stand before rows and columns, as in PyTorch: here they come last",
        lambda x, w, b: np.moveaxis(outputs(x, w), 3, 1),
    ),
    (
        "the kernels are cut, too, to the first {block}: each block needs all",
        lambda x, w, b: outputs(x, w[:b]),
    ),
    (
        "the kernels are not handed over: each block needs them, part and kernels",
        lambda x, w, b: correlate(x[:b]),  # type: ignore[call-arg]
    ),
    (
        "images and kernels are exchanged in the call: the images come first",
        lambda x, w, b: np.concatenate(
            [correlate(w, x[s : s + b]) for s in range(0, len(x), b)]
        ),
    ),
    (
        "the rest starts where the loop ended, and a batch below one block has no "
        "turn of it: len(images) // block * block is its start",
        _named_by_the_loop,
    ),
    (
        "the kernels are cut into blocks, too: each block needs all kernels",
        _kernels_cut,
    ),
    (
        "the kernels are cut into blocks in place of the images",
        lambda x, w, b: np.concatenate(
            [outputs(x, w[s : s + b]) for s in range(0, len(w), b)]
        ),
    ),
    (
        "the rows of the images are cut into blocks: what lies between two is lost",
        lambda x, w, b: np.concatenate(
            [correlate(x[:, s : s + b], w) for s in range(0, x.shape[1], b)], axis=1
        ),
    ),
    (
        "the images of each block are mixed: reshape(len(part), -1) keeps each "
        "together",
        lambda x, w, b: outputs(_mixed(x, b), w),
    ),
    (
        "the placements are not folded into rows and columns of the output",
        lambda x, w, b: gathered(x, w) @ w.reshape(len(w), -1).T,
    ),
    (
        "the rest is padded to `same`, and has another shape than the blocks before",
        _padded_rest,
    ),
    (
        "np.split(images, block) cuts into `block` equal parts: block is the number "
        "of images in one",
        lambda x, w, b: np.concatenate([outputs(p, w) for p in np.split(x, b)]),
    ),
    (
        "a reshape cuts into whole blocks only: a rest does not fit",
        lambda x, w, b: outputs(x.reshape(-1, b, *x.shape[1:]).reshape(x.shape), w),
    ),
    (
        "the rest lost its axis of images: images[-1:] keeps it, images[-1] does not",
        lambda x, w, b: correlate(x[-1] if len(x) % b else x, w),
    ),
)
