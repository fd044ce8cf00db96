"""Chapter 7: gradients of a padded image that go wrong, or stop, in one step."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from .chapter_7_padded_crops import cropped
from .chapter_7_padded_programs import (
    SCATTERS,
    Scatter,
    Target,
    added,
    around,
    correlated,
    emptied,
    exchanged,
    folded,
    indexed,
    last,
    outer,
    padded,
    placements,
    places,
    positions,
    scattered,
    sized,
    upper_left,
    values,
    windows,
)
from .chapter_7_parts import turned

_EXCHANGED = (
    "the padding's rows and columns, {padding}, are exchanged in the padded shape: it "
    "is (height + 2 * padding[0], width + 2 * padding[1])"
)
_SMALL = (
    "the padding is counted once in the padded shape, or not at all: it lies on both "
    "sides, height + 2 * padding[0]"
)
_TARGETS: tuple[tuple[str, Target, Any, tuple[Scatter, ...]], ...] = (
    (
        _EXCHANGED,
        lambda s, p: padded(s, p[::-1]),
        lambda s, p: (s, p[::-1]),
        SCATTERS,
    ),
    (
        _EXCHANGED,
        lambda s, p: padded(s, p[::-1]),
        lambda s, p: (s, p),
        (placements, positions),
    ),
    (
        "the padding of the rows, {padding[0]}, stands for that of the columns, too",
        lambda s, p: padded(s, (p[0], p[0])),
        lambda s, p: (s, (p[0], p[0])),
        SCATTERS,
    ),
    (
        "the padding of the columns, {padding[1]}, stands for that of the rows, too",
        lambda s, p: padded(s, (p[1], p[1])),
        lambda s, p: (s, (p[1], p[1])),
        SCATTERS,
    ),
    (
        "the padding is counted once in the padded shape: it lies on both sides, "
        "height + 2 * padding[0]",
        lambda s, p: (s[0] + p[0], s[1] + p[1]),
        lambda s, p: (s, p),
        (values, places, positions),
    ),
    (
        _SMALL,
        lambda s, p: (s[0] + p[0], s[1] + p[1]),
        lambda s, p: (s, p),
        (placements,),
    ),
    (_SMALL, lambda s, p: s, lambda s, p: (s, (0, 0)), (placements,)),
    (
        "the index is that of an image without padding: scatter into the padded shape, "
        "height + 2 * padding[0], then crop",
        lambda s, p: s,
        lambda s, p: (s, (0, 0)),
        (positions,),
    ),
    (
        "image_shape is taken as (width, height): its rows come first",
        lambda s, p: padded(s[::-1], p),
        lambda s, p: (s[::-1], p),
        SCATTERS,
    ),
)
_SIZES: tuple[tuple[str, Any], ...] = (
    (
        "the kernel's height and width are exchanged: kernel.shape is (kernel_height, "
        "kernel_width)",
        lambda shape: shape[::-1],
    ),
    (
        "the kernel's height stands for its width: that is kernel.shape[1]",
        lambda shape: (shape[0], shape[0]),
    ),
    (
        "the kernel's width stands for its height: that is kernel.shape[0]",
        lambda shape: (shape[1], shape[1]),
    ),
)
_JUMPS: tuple[tuple[str, Any], ...] = (
    (
        "the padded height stands for the padded width in the index: rows jump by "
        "width + 2 * padding[1]",
        lambda g, k, wide: (wide[0], wide[0]),
    ),
    (
        "the placements are counted on, by the output's width: from row to row they "
        "jump by the padded width",
        lambda g, k, wide: (wide[1], g.shape[1]),
    ),
    (
        "the window's rows jump by the kernel's width: they jump by the padded width",
        lambda g, k, wide: (k.shape[1], wide[1]),
    ),
)
_BORDERS: tuple[tuple[str, Any], ...] = (
    (
        "the zeros around the growths have rows and columns exchanged: kernel_height - "
        "1 rows, kernel_width - 1 columns",
        lambda shape, p: (shape[1] - 1, shape[0] - 1),
    ),
    (
        "the growths are padded by `padding`: a full correlation needs kernel - 1 "
        "zeros on each side, and its border is cropped off",
        lambda shape, p: p,
    ),
    (
        "the growths have no zeros around them, so 'valid' stands for 'full': it needs "
        "kernel - 1 on each side",
        lambda shape, p: (0, 0),
    ),
)
_TURNS = ((True, ""), (False, "; and the kernel is not turned"))
STEPS = (
    *(
        (text, partial(scattered, scatter, target, crop))
        for text, target, crop, scatters in _TARGETS
        for scatter in scatters
    ),
    (
        "the padding's rows and columns are exchanged in the crop: it is (rows, "
        "columns), {padding}",
        lambda g, k, s, p: cropped(g, k, s, p[::-1]),
    ),
    (
        "the padding of the rows, {padding[0]}, stands for that of the columns, too",
        lambda g, k, s, p: cropped(g, k, s, (p[0], p[0])),
    ),
    (
        "the padding of the columns, {padding[1]}, stands for that of the rows, too",
        lambda g, k, s, p: cropped(g, k, s, (p[1], p[1])),
    ),
    *(
        (text, partial(program, size))
        for text, size in _SIZES
        for program in (sized, windows)
    ),
    *((text, partial(indexed, jump)) for text, jump in _JUMPS),
    *(
        (f"{text}{more}", partial(correlated, border, cut, turn))
        for text, border in _BORDERS
        for turn, more in _TURNS
        for cut in (True, False)
    ),
    (
        "the growths have as many zeros around them as the kernel is large, and the "
        "border is not cropped off: kernel - 1 makes the padded image's gradient",
        partial(correlated, lambda shape, p: shape, False, True),
    ),
    (
        "the padded growths are read forward from each pixel: the placements that read "
        "it start before it, and the kernel is turned",
        around,
    ),
    (
        "the padding is added to a pixel's place: in the image it is row + i - "
        "padding[0], column + j - padding[1]",
        added,
    ),
    (
        "the output's height and width are exchanged in the loops: "
        "output_gradient.shape is (out_height, out_width)",
        exchanged,
    ),
    (
        "the border is set to 0, and not cropped off: the image's own rows and columns "
        "are asked for",
        emptied,
    ),
    (
        "the growths have no zeros around them, so 'valid' stands for 'full': it needs "
        "kernel - 1 on each side",
        upper_left,
    ),
    (
        "what the border gets is added to the upper and left edge: it is dropped, the "
        "border is no pixel's copy",
        folded,
    ),
    (
        "the shares' rows are kernel values, the index's placements: "
        "np.outer(output_gradient, kernel), not the other way round",
        outer,
    ),
    (
        "each pixel of a window gets the sum of the kernel: pixel (i, j) of it gets "
        "kernel[i, j] times the growth",
        lambda g, k, s, p: cropped(g, np.full(k.shape, k.sum()), s, p),
    ),
    (
        "each placement sends the sum of the growths: its own is output_gradient[row, "
        "column]",
        lambda g, k, s, p: cropped(np.full(g.shape, g.sum()), k, s, p),
    ),
    (
        "two slips: only the last of the shares that meet is kept; and padding's rows "
        "and columns are exchanged in the crop",
        lambda g, k, s, p: last(g, k, s, p, p[::-1]),
    ),
    (
        "two slips: the kernel is turned, or not in a full correlation; and the crop "
        "starts at (0, 0)",
        lambda g, k, s, p: cropped(g, turned(k), s, (0, 0)),
    ),
    (
        "two slips: the kernel is turned, or not in a full correlation; and padding's "
        "rows and columns are exchanged in the crop",
        lambda g, k, s, p: cropped(g, turned(k), s, p[::-1]),
    ),
    (
        "two slips: only the last of the shares that meet is kept; and the crop starts "
        "at (0, 0)",
        lambda g, k, s, p: last(g, k, s, p, (0, 0)),
    ),
)
