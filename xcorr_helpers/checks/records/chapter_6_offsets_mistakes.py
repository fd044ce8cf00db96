"""Chapter 6: what goes wrong where strided placements are listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .chapter_6_parts import (
    Pair,
    counted,
    counts,
    every,
    listed,
    outputs,
    starts,
    stepped,
)


def _row_jump(width: Callable[[Pair, Pair, int], int]) -> Any:
    """Make a program whose rows lie another number of positions apart."""
    return lambda i, k, s: listed(counts(i, k, s), width(i, k, s), (s, s))


def _nth(number: int) -> str:
    name = {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
    return f"every {name}"


MISTAKES: tuple[tuple[str | Callable[..., str], Any], ...] = (
    (
        lambda i, k, s: f"{_nth(s)} of all is taken: the stride counts along each axis",
        lambda i, k, s: every(i, k)[::s],
    ),
    (
        lambda i, k, s: f"{_nth(s)} of all is taken, from 1 on: it counts on each axis",
        lambda i, k, s: every(i, k)[1::s],
    ),
    (
        "all are sliced by the stride squared: the stride counts along each axis",
        lambda i, k, s: every(i, k)[:: s * s],
    ),
    (
        "the stride is applied twice: the list that has it is sliced again",
        lambda i, k, s: starts(i, k, s)[::s],
    ),
    (
        "it is applied twice on each axis: the starts that have it are sliced again",
        lambda i, k, s: starts(i, k, s * s),
    ),
    (
        "the stride is applied twice: a range with a step needs no factor",
        lambda i, k, s: listed(counts(i, k, s), i[1], (s * s, s * s)),
    ),
    (
        "the stride is applied twice to the rows",
        lambda i, k, s: listed(counts(i, k, s), i[1], (s * s, s)),
    ),
    (
        "the stride is left out across: the columns start {stride} apart, too",
        lambda i, k, s: listed(outputs(i, k, (s, 1)), i[1], (s, 1)),
    ),
    (
        "the stride is left out down: the rows start {stride} apart, too",
        lambda i, k, s: listed(outputs(i, k, (1, s)), i[1], (1, s)),
    ),
    (
        "the stride is left out",
        every,
    ),
    (
        "as many steps as without a stride, and they leave the image: it makes fewer",
        lambda i, k, s: every(i, k) * s,
    ),
    (
        "as many placements as fit, but next to each other: multiply by the stride",
        lambda i, k, s: listed(counts(i, k, s), i[1], (1, 1)),
    ),
    (
        "the ranges end too early, at size - kernel: the last start belongs to it, + 1",
        lambda i, k, s: stepped(i, (i[0] - k[0], i[1] - k[1]), s),
    ),
    (
        "the range of the rows ends too early: its last start belongs to it, + 1",
        lambda i, k, s: counted(
            range(0, i[0] - k[0], s), range(0, i[1] - k[1] + 1, s), i[1]
        ),
    ),
    (
        "the range of the columns ends too early: its last start belongs to it, + 1",
        lambda i, k, s: counted(
            range(0, i[0] - k[0] + 1, s), range(0, i[1] - k[1], s), i[1]
        ),
    ),
    (
        "the ranges end too late: a start is let in where the kernel does not fit",
        lambda i, k, s: stepped(i, (i[0] - k[0] + 2, i[1] - k[1] + 2), s),
    ),
    (
        "the kernel's size is left out: up to the edge it fits only with padding",
        lambda i, k, s: stepped(i, i, s),
    ),
    (
        "the kernel's height is left out: the last rows start too low for it to fit",
        lambda i, k, s: stepped(i, (i[0], i[1] - k[1] + 1), s),
    ),
    (
        "the kernel's width is left out: the last columns start too far right to fit",
        lambda i, k, s: stepped(i, (i[0] - k[0] + 1, i[1]), s),
    ),
    (
        "the first placement is not counted: it is (size - kernel) // stride + 1",
        lambda i, k, s: listed(((i[0] - k[0]) // s, (i[1] - k[1]) // s), i[1], (s, s)),
    ),
    (
        "the + 1 comes after the division: (size - kernel) // stride + 1",
        lambda i, k, s: listed(
            ((i[0] - k[0] + 1) // s, (i[1] - k[1] + 1) // s), i[1], (s, s)
        ),
    ),
    (
        "the rest is rounded up: what is left over allows no further placement",
        lambda i, k, s: listed(
            (-(-(i[0] - k[0]) // s) + 1, -(-(i[1] - k[1]) // s) + 1), i[1], (s, s)
        ),
    ),
    (
        "the image is divided by the stride: it stays as it is, and the starts step",
        lambda i, k, s: every((max(i[0] // s, k[0]), max(i[1] // s, k[1])), k),
    ),
    (
        "the first placement is left out: the ranges start at 0, not at the stride",
        lambda i, k, s: stepped(i, (i[0] - k[0] + 1, i[1] - k[1] + 1), s, s),
    ),
    (
        "the slices begin at 1, and keep the other placements: they begin at 0",
        lambda i, k, s: stepped(i, (i[0] - k[0] + 1, i[1] - k[1] + 1), s, 1),
    ),
    (
        "the positions are counted from 1, and the first is 0",
        lambda i, k, s: starts(i, k, s) + 1,
    ),
    (
        "a stride of {stride} is a step of {stride}, not what is left out in between",
        lambda i, k, s: starts(i, k, s + 1),
    ),
    (
        "the row step must hold the image's width, not its height, {image_shape[0]}",
        _row_jump(lambda i, k, s: i[0]),
    ),
    (
        "these number the placements, row * out_width + column: where they start needs "
        "the image's width",
        _row_jump(lambda i, k, s: outputs(i, k)[1]),
    ),
    (
        "the row step must hold the image's width, not the output's",
        _row_jump(lambda i, k, s: counts(i, k, s)[1]),
    ),
    (
        "the row step must hold the image's width, not the kernel's, {kernel_shape[1]}",
        _row_jump(lambda i, k, s: k[1]),
    ),
    (
        "the rows lack the width: a row down is {image_shape[1]} positions further",
        _row_jump(lambda i, k, s: 1),
    ),
    (
        "the width is divided by the stride, too: the image's rows stay as long",
        _row_jump(lambda i, k, s: i[1] // s),
    ),
    (
        "the rows lack the stride as a factor: they lie {stride} rows apart",
        lambda i, k, s: listed(counts(i, k, s), i[1], (1, s)),
    ),
    (
        "the kernel's height and width are exchanged",
        lambda i, k, s: starts(i, k[::-1], s),
    ),
    (
        "the kernel's width stands for its height, {kernel_shape[0]}",
        lambda i, k, s: starts(i, (k[1], k[1]), s),
    ),
    (
        "the kernel's height stands for its width, {kernel_shape[1]}",
        lambda i, k, s: starts(i, (k[0], k[0]), s),
    ),
    (
        "the image's height and width are exchanged",
        lambda i, k, s: starts(i[::-1], k, s),
    ),
    (
        "the image's width stands for its height, {image_shape[0]}",
        lambda i, k, s: starts((i[1], i[1]), k, s),
    ),
)
