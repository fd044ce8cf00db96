"""Chapter 10: how readers cut a row of outputs into strips, and mind the last one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .._cases import outputs
from .chapter_10_parts import starts_of, whole_starts, width_of

Program = Callable[[np.ndarray, np.ndarray, int], Any]
Pairs = Callable[..., Iterable[tuple[int, int, int]]]


def _copied(pairs: Pairs) -> Program:
    """Take outputs from one column on, write them from another on, and so many.

    The columns are told by t, the output's width, the kernel's and the image's.
    """

    def program(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
        right = outputs(images, kernels)
        made = np.zeros_like(right)
        sizes = right.shape[2], kernels.shape[2], images.shape[2]
        for read, write, many in pairs(t, *sizes):
            piece = right[:, :, read : read + many]
            made[:, :, write : write + piece.shape[2]] = piece
        return made

    return program


def _of_rows(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    made = outputs(images, kernels)
    made[:, made.shape[1] // t * t :] = 0
    return made


def _every_row(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    made = np.zeros_like(right)
    made[:, ::t] = right[:, ::t]
    return made


def _added(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    right = outputs(images, kernels)
    made = np.zeros_like(right)
    for at in starts_of(t, right.shape[2]):
        made[:, :, at : at + t] += right[:, :, at : at + t]
    return made


def _padded(images: np.ndarray, before: int, after: int) -> np.ndarray:
    return np.pad(images, [(0, 0), (0, 0), (before, after), (0, 0)])


def _shifted(images: np.ndarray, kernels: np.ndarray, t: int) -> np.ndarray:
    width = width_of(images, kernels)
    right = outputs(_padded(images, -width % t, 0), kernels)
    return right[:, :, :width]


LAST = (
    (
        "the last outputs of a row are left at 0: where t does not divide the width, a "
        "strip more is due",
        _copied(lambda t, out, k, w: [(at, at, t) for at in whole_starts(t, out)]),
    ),
    (
        "the last strip reads further left, and must write there: here its outputs go "
        "to the place behind the others",
        _copied(
            lambda t, out, k, w: [
                (min(at, out - t), at, out - at) for at in range(0, out, t)
            ]
        ),
    ),
    (
        "the last strip starts at out_width - t, not one column before: the last "
        "output stays 0",
        _copied(
            lambda t, out, k, w: [
                (at, at, t)
                for at in (max(0, min(at, out - t - 1)) for at in range(0, out, t))
            ]
        ),
    ),
    (
        "max stands for min: all strips start at the last place, or behind it",
        _copied(lambda t, out, k, w: [(out - t, out - t, t)]),
    ),
    (
        "strips are added to the output, and where they overlap it counts twice: = and "
        "not +=",
        _added,
    ),
    (
        "the last strip begins at the image's left edge again",
        _copied(
            lambda t, out, k, w: [
                (at if at + t <= out else 0, at, min(t, out - at))
                for at in range(0, out, t)
            ]
        ),
    ),
    (
        "zeros fill the rows up on the left, and shift the outputs: they belong on the "
        "right",
        _shifted,
    ),
    (
        "zeros fill up the last strip, and a whole one more where t divides the width: "
        "cut off what is behind out_width",
        lambda i, k, t: outputs(_padded(i, 0, t - width_of(i, k) % t), k),
    ),
    (
        "zeros fill up the last strip, and what they make is not cut off: "
        "[:, :, :out_width]",
        lambda i, k, t: outputs(_padded(i, 0, -width_of(i, k) % t), k),
    ),
    (
        "the strips step by their own width: they overlap, and t outputs on the next "
        "one starts",
        _copied(
            lambda t, out, k, w: [
                (at, at, t)
                for at in (min(at, out - t) for at in range(0, out, t + k - 1))
            ]
        ),
    ),
    (
        "the strips step by their own width, and the last is left out: the next starts "
        "t outputs on",
        _copied(
            lambda t, out, k, w: [
                (at, at, t) for at in range(0, out - t + 1, t + k - 1)
            ]
        ),
    ),
    (
        "the strips step by the kernel's width, not by t, and the last is left out",
        _copied(lambda t, out, k, w: [(at, at, t) for at in range(0, out - t + 1, k)]),
    ),
    (
        "the strips step by the kernel's width, not by t: outputs between are left at "
        "0",
        _copied(
            lambda t, out, k, w: [
                (at, at, t) for at in (min(at, out - t) for at in range(0, out, k))
            ]
        ),
    ),
    (
        "the strips start t + 1 apart: one output between them is left at 0",
        _copied(
            lambda t, out, k, w: [
                (at, at, t) for at in (min(at, out - t) for at in range(0, out, t + 1))
            ]
        ),
    ),
    (
        "the strips start t + 1 apart, and the last one is narrower: an output between "
        "is left at 0",
        _copied(
            lambda t, out, k, w: [
                (at, at, min(t, out - at)) for at in range(0, out, t + 1)
            ]
        ),
    ),
    (
        "the last strip is left out, whole or not: range ends at out_width, not at "
        "out_width - t",
        _copied(lambda t, out, k, w: [(at, at, t) for at in range(0, out - t, t)]),
    ),
    (
        "it is rows that are cut into strips of t, and the last are left at 0: strips "
        "go along a row",
        _of_rows,
    ),
    (
        "only every t-th output row is made: strips step by t to the right, and by 1 "
        "down",
        _every_row,
    ),
    (
        "a strip writes a single output: all its t are due",
        _copied(lambda t, out, k, w: [(at, at, 1) for at in range(0, out, t)]),
    ),
    (
        "the last output of each strip is left at 0",
        _copied(
            lambda t, out, k, w: [
                (at, at, t - 1) for at in (min(at, out - t) for at in range(0, out, t))
            ]
        ),
    ),
    (
        "only the first strip of each row is made: is the return inside the loop?",
        _copied(lambda t, out, k, w: [(0, 0, t)]),
    ),
    (
        "the first strip is left out: they are counted from 0",
        _copied(
            lambda t, out, k, w: [
                (at, at, t) for at in (min(at, out - t) for at in range(t, out, t))
            ]
        ),
    ),
    (
        "all strips are cut off at the image's left edge: each starts at its own "
        "column",
        _copied(
            lambda t, out, k, w: [(0, min(at, out - t), t) for at in range(0, out, t)]
        ),
    ),
    (
        "all strips write to the first columns of the output",
        _copied(
            lambda t, out, k, w: [(min(at, out - t), 0, t) for at in range(0, out, t)]
        ),
    ),
)
