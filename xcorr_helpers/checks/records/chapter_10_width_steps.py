"""Steps of a strip that are taken too seldom, or stand for its whole width."""

from __future__ import annotations

from .chapter_10_width_windows import Known, width

# In these, k, s and d are the kernel's width, the stride and the dilation.
PARTS: tuple[Known, ...] = (
    (
        "this is where the last window starts: it still reads its columns",
        lambda t, k, s, d: (t - 1) * s,
    ),
    (
        "these are t strides: there are t - 1, and then the last window's columns",
        lambda t, k, s, d: t * s,
    ),
    (
        "this is kernel_width * dilation: a window ends with its last column, and "
        "there are t of them",
        lambda t, k, s, d: k * d,
    ),
    (
        "only one stride is in it: there are t - 1",
        lambda t, k, s, d: (k - 1) * d + 1 + s,
    ),
    (
        "stride and dilation are added: they are multiplied by their numbers of steps",
        lambda t, k, s, d: t + k - 1 + s + d,
    ),
    (
        "range(0, t, stride) makes fewer windows: t of them end at t * stride",
        lambda t, k, s, d: range(0, t, s)[-1] + (k - 1) * d + 1,
    ),
    (
        "range(0, kernel_width, dilation) makes fewer columns: those of a kernel end "
        "at kernel_width * dilation",
        lambda t, k, s, d: (t - 1) * s + range(0, k, d)[-1] + 1,
    ),
    (
        "range(0, t, stride) makes fewer windows, and range(0, kernel_width, dilation) "
        "fewer columns",
        lambda t, k, s, d: range(0, t, s)[-1] + range(0, k, d)[-1] + 1,
    ),
    (
        "one overlap is taken off the windows: there are t - 1",
        lambda t, k, s, d: t * width(1, k, s, d) - width(1, k, s, d) + s,
    ),
    (
        "the width without knobs is divided by the stride: strides make a strip wider",
        lambda t, k, s, d: (t + k - 1) // s,
    ),
    (
        "t is used for the kernel's width, too",
        lambda t, k, s, d: width(t, t, s, d),
    ),
    (
        "the kernel's width is used for t, too",
        lambda t, k, s, d: width(k, k, s, d),
    ),
)
