"""Chapter 11: steps of axes that are too short, too long, or of another axis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .chapter_11_parts import Mistakes

Sizes = tuple[int, ...]


def box(kernel: Sizes, steps: Sequence[int]) -> np.ndarray:
    """Add up the axes, each with its step."""
    made = np.zeros(kernel, dtype=int)
    for axis, step in enumerate(steps):
        numbers = np.arange(kernel[axis]) * step
        made += numbers.reshape(-1, *[1] * (len(kernel) - axis - 1))
    return made


def behind(sizes: Sizes) -> list[int]:
    """Multiply the sizes behind each axis: how far it is along it to the next place."""
    return [int(np.prod(sizes[axis + 1 :])) for axis in range(len(sizes))]


def window(image_shape: Sizes, kernel_shape: Sizes) -> np.ndarray:
    """List what a kernel reads first."""
    return box(kernel_shape, behind(image_shape)).ravel()


def outputs(i: Sizes, k: Sizes) -> Sizes:
    return tuple(size - length + 1 for size, length in zip(i, k))


def of_steps(i: Sizes, k: Sizes, steps: Sequence[int]) -> np.ndarray:
    return box(k, steps).ravel()


def _with_gaps(i: Sizes, k: Sizes) -> np.ndarray:
    return box(k, [2 * step for step in behind(i)]).ravel()


STEPS: Mistakes = (
    (
        "each axis steps by its own size: a step is the product of the sizes behind it",
        lambda i, k: of_steps(i, k, i),
    ),
    (
        "each axis steps by the size of the next one alone: it is the product of all "
        "sizes behind it",
        lambda i, k: of_steps(i, k, (*i[1:], 1)),
    ),
    (
        "each step holds its own axis, too: only the sizes behind it are multiplied",
        lambda i, k: of_steps(i, k, [n * s for n, s in zip(i, behind(i))]),
    ),
    (
        "a step is the product of the sizes before it: the last axis goes fastest, so "
        "it is those behind it",
        lambda i, k: of_steps(i, k, behind(i[::-1])[::-1]),
    ),
    (
        "the steps stand in reverse order: the last axis has the step 1",
        lambda i, k: of_steps(i, k, behind(i)[::-1]),
    ),
    (
        "the steps are the running product of the sizes, np.cumprod(image_shape): it "
        "is those behind each axis that count",
        lambda i, k: of_steps(i, k, np.cumprod(i)),
    ),
    (
        "the sizes behind an axis are added: they are to be multiplied",
        lambda i, k: of_steps(i, k, [sum(i[n + 1 :]) or 1 for n in range(len(i))]),
    ),
    (
        "the steps are made of the kernel's sizes, and the positions have no gaps: the "
        "image's sizes count",
        lambda i, k: of_steps(i, k, behind(k)),
    ),
    (
        "the steps are made of the output's sizes: the image's sizes count",
        lambda i, k: of_steps(i, k, behind(outputs(i, k))),
    ),
    (
        "every axis has the step 1: it is the product of the image's sizes behind it",
        lambda i, k: of_steps(i, k, [1] * len(i)),
    ),
    (
        "every axis but the last steps by the last size: each step holds all sizes "
        "behind its axis",
        lambda i, k: of_steps(i, k, [i[-1]] * (len(i) - 1) + [1]),
    ),
    (
        "the image's sizes stand in reverse order in the steps: they are the sizes "
        "behind each axis",
        lambda i, k: of_steps(i, k, behind(i[::-1])),
    ),
    (
        "the first axis is left out of the positions: it steps by the product of all "
        "other sizes",
        lambda i, k: of_steps(i, k, [0, *behind(i)[1:]]),
    ),
    (
        "the last axis is left out of the positions: it has the step 1",
        lambda i, k: of_steps(i, k, [*behind(i)[:-1], 0]),
    ),
    (
        "the kernel's own length is taken off each step: it counts from start to "
        "start, not from the end of the window's part",
        lambda i, k: of_steps(i, k, [s - n for s, n in zip(behind(i), [*k[1:], 0])]),
    ),
    (
        "each size is one too large in the steps",
        lambda i, k: of_steps(i, k, behind(tuple(n + 1 for n in i))),
    ),
    (
        "each size is one too small in the steps",
        lambda i, k: of_steps(i, k, behind(tuple(n - 1 for n in i))),
    ),
    (
        "the kernel has gaps, as with a dilation of 2: here its values are neighbours",
        _with_gaps,
    ),
    (
        "the axes' positions are multiplied by each other: they are to be added",
        lambda i, k: _multiplied(i, k),
    ),
    (
        "the first two axes are exchanged, as np.meshgrid does unless it is told "
        "indexing='ij'",
        lambda i, k: box(k, behind(i)).swapaxes(0, min(1, len(k) - 1)).ravel(),
    ),
    (
        "each step down is multiplied by all sizes of the image: its own axis and "
        "those before it do not belong to it",
        lambda i, k: of_steps(i, k, [int(np.prod(i))] * (len(i) - 1) + [1]),
    ),
)


def _multiplied(i: Sizes, k: Sizes) -> np.ndarray:
    made = np.ones(k, dtype=int)
    for axis, step in enumerate(behind(i)):
        numbers = np.arange(k[axis]) * step
        made = made * numbers.reshape(-1, *[1] * (len(k) - axis - 1))
    return made.ravel()
