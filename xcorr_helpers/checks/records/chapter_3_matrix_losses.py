"""Chapter 3: what is lost, changed or refused where kernels are stood up."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_3_parts import columns

Kernels = np.ndarray


def _counted_from_one(kernels: Kernels) -> Any:
    return [kernels[number] for number in range(1, len(kernels) + 1)]


def _into_rows(kernels: Kernels) -> Kernels:
    out = np.zeros((kernels[0].size, len(kernels)))
    for number, kernel in enumerate(kernels):
        out[number] = kernel.ravel()
    return out


def _unflattened(kernels: Kernels) -> Kernels:
    out = np.zeros((kernels[0].size, len(kernels)))
    for number, kernel in enumerate(kernels):
        out[:, number] = kernel
    return out


def _sides_exchanged(kernels: Kernels) -> Any:
    height, width = kernels.shape[1:]
    return [kernels[:, row, column] for row, column in np.ndindex(width, height)]


def _sides_exchanged_in_one(kernels: Kernels) -> Any:
    height, width = kernels.shape[1:]
    return [kernels[0][row, column] for row, column in np.ndindex(width, height)]


def _place_by_height(kernels: Kernels) -> Kernels:
    _, height, width = kernels.shape
    out = np.zeros((height * width, len(kernels)))
    for row, column in np.ndindex(height, width):
        out[(row * height + column) % len(out)] = kernels[:, row, column]
    return out


def _place_by_product(kernels: Kernels) -> Kernels:
    _, height, width = kernels.shape
    out = np.zeros((height * width, len(kernels)))
    for row, column in np.ndindex(height, width):
        out[row * column] = kernels[:, row, column]
    return out


def _first_row_alone(kernels: Kernels) -> Kernels:
    out = np.zeros((kernels[0].size, len(kernels)))
    out[: kernels.shape[2]] = kernels[:, 0].T
    return out


LOSSES: tuple[tuple[str, Any], ...] = (
    (
        "only the first kernel is there: each of the {kernels.shape[0]} makes a column",
        lambda k: columns(k)[:, :1],
    ),
    (
        "the first kernel stands in all columns: each column is another kernel",
        lambda k: columns(k[[0] * len(k)]),
    ),
    (
        "the last kernel stands in all columns: does each turn of the loop write all?",
        lambda k: columns(k[[-1] * len(k)]),
    ),
    (
        "the last column is left at 0: the loop ends a kernel too early",
        lambda k: columns(np.concatenate([k[:-1], 0 * k[-1:]])),
    ),
    (
        "only the first column is written, the others are 0: is the return inside of "
        "the loop?",
        lambda k: columns(np.concatenate([k[:1], 0 * k[1:]])),
    ),
    (
        "the kernels stand side by side as they are: each is to be made flat first",
        lambda k: np.hstack(list(k)),
    ),
    (
        "kernel and row have changed places, and nothing is made flat: zip turns two "
        "axes only",
        lambda k: k.transpose(1, 0, 2),
    ),
    (
        "only the first row of each kernel is there: its other rows follow, below it",
        lambda k: columns(k[:, :1]),
    ),
    (
        "only the first column of each kernel is there, where all its values are due",
        lambda k: columns(k[:, :, :1]),
    ),
    (
        "the last row of each kernel is missing",
        lambda k: columns(k[:, :-1]),
    ),
    (
        "the last column of each kernel is missing",
        lambda k: columns(k[:, :, :-1]),
    ),
    (
        "the first row of each kernel is missing",
        lambda k: columns(k[:, 1:]),
    ),
    (
        "the first column of each kernel is missing",
        lambda k: columns(k[:, :, 1:]),
    ),
    (
        "only the first row of each kernel is written; the rest is left at 0",
        _first_row_alone,
    ),
    (
        "the place in the column is row * width + column: it is counted with the "
        "kernel's height, {kernels.shape[1]}",
        _place_by_height,
    ),
    (
        "the place in the column is row * width + column, not row * column",
        _place_by_product,
    ),
    (
        "the kernels are added up: each stays a column of its own",
        lambda k: columns(k).sum(1, keepdims=True),
    ),
    (
        "each kernel is added up to one number: its values stay side by side",
        lambda k: columns(k).sum(0),
    ),
    (
        "each kernel's mean is taken away: the values only change their places",
        lambda k: columns(k) - columns(k).mean(0),
    ),
    (
        "each kernel is divided by its number of values: they only change their places",
        lambda k: columns(k) / k[0].size,
    ),
    (
        "each kernel is divided by its sum: the values only change their places",
        lambda k: columns(k) / columns(k).sum(0),
    ),
    (
        "the decimals are lost: an array of ints cannot hold them",
        lambda k: np.trunc(columns(k)),
    ),
    (
        "the values are rounded: they only change their places",
        lambda k: np.round(columns(k)),
    ),
    (
        "the kernels are counted from 1: they go from 0 to {kernels.shape[0]} - 1",
        _counted_from_one,
    ),
    (
        "each kernel is written to a row, out[k]: out[:, k] is a column",
        _into_rows,
    ),
    (
        "a kernel of two axes is written to a column: ravel() makes it flat before",
        _unflattened,
    ),
    (
        "the loops run over the kernel's sides exchanged: {kernels.shape[1]} rows, "
        "{kernels.shape[2]} columns",
        _sides_exchanged,
    ),
    (
        "the loops go over the kernel's two sides exchanged, height and width",
        _sides_exchanged_in_one,
    ),
    (
        "the reshape has two unknown sizes: only one may be -1, and the other is the "
        "number of kernels",
        lambda k: k.reshape(-1, -1).T,
    ),
)
