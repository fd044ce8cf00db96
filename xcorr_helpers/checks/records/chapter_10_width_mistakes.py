"""What readers do wrong where the width of a strip is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .chapter_10_width_steps import PARTS
from .chapter_10_width_windows import LEFT_OUT, LISTS, WINDOWS, Known, Program, width

# In these, k, s and d are the kernel's width, the stride and the dilation.
_COUNTED: tuple[Known, ...] = (
    (
        "off by one: the first pixel and the last are both counted",
        lambda t, k, s, d: width(t, k, s, d) - 1,
    ),
    (
        "off by one: the 1 for the first pixel is added twice",
        lambda t, k, s, d: width(t, k, s, d) + 1,
    ),
    (
        "off by two: both ends belong to it, so 1 is added, not taken away",
        lambda t, k, s, d: width(t, k, s, d) - 2,
    ),
    (
        "from the first of t windows to the last there are t - 1 strides, not t",
        lambda t, k, s, d: width(t + 1, k, s, d),
    ),
    (
        "there are t whole strides in it, or a range of starts without its step: the "
        "last window starts at (t - 1) * stride",
        lambda t, k, s, d: width(t + 1, k, s, d) - 1,
    ),
    (
        "from the first column of the kernel to the last there are kernel_width - 1 "
        "dilations",
        lambda t, k, s, d: width(t, k + 1, s, d),
    ),
    (
        "each kernel value is given a whole dilation, the last one, too: nothing "
        "follows it",
        lambda t, k, s, d: width(t, k + 1, s, d) - 1,
    ),
    (
        "neither is lessened by one: there are t - 1 strides, and kernel_width - 1 "
        "dilations, and a 1",
        lambda t, k, s, d: t * s + k * d,
    ),
    (
        "neither is lessened by one before the products: t - 1 and kernel_width - 1",
        lambda t, k, s, d: t * s + k * d + 1,
    ),
    (
        "the 1 is taken away after the products: t and kernel_width are lessened "
        "before",
        lambda t, k, s, d: t * s + k * d - 1,
    ),
    (
        "brackets are missing: t - 1 * stride is t - stride",
        lambda t, k, s, d: t - s + (k - 1) * d + 1,
    ),
    (
        "brackets are missing: kernel_width - 1 * dilation is kernel_width - dilation",
        lambda t, k, s, d: (t - 1) * s + k - d + 1,
    ),
    (
        "brackets are missing around t - 1 and kernel_width - 1",
        lambda t, k, s, d: t - s + k - d + 1,
    ),
    (
        "there are t - 2 strides in it, one too few",
        lambda t, k, s, d: width(t - 1, k, s, d),
    ),
    (
        "there are kernel_width - 2 dilations in it, one too few",
        lambda t, k, s, d: width(t, k - 1, s, d),
    ),
)
_KNOBS: tuple[Known, ...] = (
    (
        "t + kernel_width - 1 is multiplied by both: a stride belongs to the windows, "
        "a dilation to the columns",
        lambda t, k, s, d: (t + k - 1) * s * d,
    ),
    (
        "t + kernel_width - 1 is multiplied by the stride: it belongs to t - 1 alone",
        lambda t, k, s, d: (t + k - 1) * s,
    ),
    (
        "t + kernel_width - 1 is multiplied by the dilation: it belongs to "
        "kernel_width - 1 alone",
        lambda t, k, s, d: (t + k - 1) * d,
    ),
    (
        "all steps are multiplied by both: a stride belongs to the windows, a dilation "
        "to the columns",
        lambda t, k, s, d: (t + k - 2) * s * d + 1,
    ),
    (
        "stride + dilation is taken for every step: each has steps of its own",
        lambda t, k, s, d: (t + k - 2) * (s + d) + 1,
    ),
    (
        "the stride is counted in dilated steps: it is in pixels, whatever the "
        "dilation",
        lambda t, k, s, d: ((t - 1) * s + k - 1) * d + 1,
    ),
    (
        "the dilation is counted in strides: it is in pixels, whatever the stride",
        lambda t, k, s, d: (t - 1 + (k - 1) * d) * s + 1,
    ),
    (
        "the dilation is multiplied in twice, for strides and for dilations",
        lambda t, k, s, d: ((t - 1) * s + (k - 1) * d) * d + 1,
    ),
    (
        "the stride is multiplied in twice, for dilations and for strides",
        lambda t, k, s, d: ((t - 1) * s + (k - 1) * d) * s + 1,
    ),
    (
        "a dilation of {dilation} is a step of {dilation}, not {dilation} pixels "
        "between",
        lambda t, k, s, d: width(t, k, s, d + 1),
    ),
    (
        "a stride of {stride} is a step of {stride}, not {stride} pixels between",
        lambda t, k, s, d: width(t, k, s + 1, d),
    ),
    (
        "only the holes between kernel columns are counted: a step is a whole dilation",
        lambda t, k, s, d: width(t, k, s, d - 1),
    ),
    (
        "of each stride, only the skipped columns are counted: a step is a whole "
        "stride",
        lambda t, k, s, d: width(t, k, s - 1, d),
    ),
    (
        "the stride is multiplied in twice",
        lambda t, k, s, d: width(t, k, s * s, d),
    ),
    (
        "the dilation is multiplied in twice",
        lambda t, k, s, d: width(t, k, s, d * d),
    ),
    (
        "the stride divides: strides make a strip wider",
        lambda t, k, s, d: (t - 1) // s + (k - 1) * d + 1,
    ),
    (
        "the dilation divides: a dilation makes a window wider",
        lambda t, k, s, d: (t - 1) * s + (k - 1) // d + 1,
    ),
    (
        "the stride is added once: it is one for each of t - 1 steps",
        lambda t, k, s, d: t - 1 + s + (k - 1) * d + 1,
    ),
    (
        "the dilation is added once: it is one for each of kernel_width - 1 steps",
        lambda t, k, s, d: (t - 1) * s + k - 1 + d + 1,
    ),
    (
        "this is the formula for outputs, which divides by the stride: here t is "
        "given, and the pixels are asked for",
        lambda t, k, s, d: (t - (k - 1) * d - 1) // s + 1,
    ),
)


def _of_two() -> Iterator[Known]:
    """List two slips at once, where they are likely."""
    for text, program in _COUNTED[:10]:
        said = f"two slips: stride and dilation are exchanged; and {text}"
        yield said, partial(_exchanged, program)
    # What is counted wrong of one knob's steps cannot be told where that is 1.
    for text, program in (*_COUNTED[:2], *_COUNTED[3:5]):
        yield (
            f"two slips: the dilation is left out; and {text}",
            partial(_plain, program),
        )
    for text, program in (*_COUNTED[:2], *_COUNTED[5:7]):
        said = f"two slips: the stride is left out; and {text}"
        yield said, partial(_close, program)
    yield (
        "two slips: neither stride nor dilation is in it; and the first pixel and the "
        "last are both counted",
        lambda t, k, s, d: t + k - 2,
    )


def _exchanged(program: Program, t: int, k: int, s: int, d: int) -> Any:
    return program(t, k, d, s)


def _plain(program: Program, t: int, k: int, s: int, d: int) -> Any:
    return program(t, k, s, 1)


def _close(program: Program, t: int, k: int, s: int, d: int) -> Any:
    return program(t, k, 1, d)


MISTAKES: tuple[Known, ...] = (
    *LEFT_OUT,
    *_COUNTED,
    *_KNOBS,
    *PARTS,
    *WINDOWS,
    *LISTS,
    *_of_two(),
)
