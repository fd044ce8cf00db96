"""Chapter 7: gradients by a stride that go wrong, or stop, in one step."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from .._cases import grid
from .chapter_7_parts import Shape, index_of
from .chapter_7_parts import windows as seen
from .chapter_7_strided_pairs import PAIRS
from .chapter_7_strided_places import gathered
from .chapter_7_strided_programs import (
    JOINS,
    Steps,
    back,
    by_width,
    dilated,
    first,
    indexed,
    late,
    same,
    second,
    sized,
    slices,
    turned_slices,
    uncut_slices,
    windows,
)


def _no_steps(s: Shape) -> Shape:
    return 1, 1


def _met(steps: Steps, g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    down, across = steps(s)
    windows_taken = seen(i, ks)[::down, ::across]
    return np.tensordot(windows_taken, g, ([0, 1], [0, 1]))


_STRIDES: tuple[tuple[str, Steps], ...] = (
    (
        "the stride's rows and columns are exchanged: it is (down, across), {stride}",
        back,
    ),
    (
        "the stride of the rows, {stride[0]}, stands for that of the columns, too",
        first,
    ),
    (
        "the stride of the columns, {stride[1]}, stands for that of the rows, too",
        second,
    ),
)
_SIZES: tuple[tuple[str, Any], ...] = (
    (
        "kernel_shape is taken as (kernel_width, kernel_height): its rows come first",
        back,
    ),
    ("the kernel's height stands for its width, too: it is kernel_shape[1]", first),
    ("the kernel's width stands for its height, too: it is kernel_shape[0]", second),
)
_JUMPS: tuple[tuple[str, Any], ...] = (
    (
        "the image's height stands for its width in the index: rows jump by "
        "image.shape[1]",
        lambda g, i, ks: (i.shape[0], i.shape[0]),
    ),
    (
        "the image's width is written as 9: it is image.shape[1]",
        lambda g, i, ks: (9, 9),
    ),
    (
        "the window's rows jump by the output's width: they jump by the image's",
        lambda g, i, ks: (g.shape[1], i.shape[1]),
    ),
    (
        "the window's rows jump by the kernel's width: they jump by the image's",
        lambda g, i, ks: (ks[1], i.shape[1]),
    ),
    (
        "the offsets' rows jump by the output's width: they jump by the image's, times "
        "the stride",
        lambda g, i, ks: (i.shape[1], g.shape[1]),
    ),
    (
        "the offsets lack the width: a placement one down starts stride * width "
        "further",
        lambda g, i, ks: (i.shape[1], 1),
    ),
    (
        "the window lacks the width: one row down in it is one image's width further",
        lambda g, i, ks: (1, i.shape[1]),
    ),
)


def _in_ints(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    return np.trunc(gathered(g, i, ks, s)).astype(int)


def _index(g: np.ndarray, i: np.ndarray, ks: Shape, s: Shape) -> np.ndarray:
    offsets = grid(*g.shape, i.shape[1] * s[0], s[1]).reshape(-1, 1)
    rows: np.ndarray = i.ravel()[offsets + grid(*ks, i.shape[1]).ravel()]
    return rows


STEPS = (
    *(
        (text, program)
        for text, steps in _STRIDES
        for program in (
            partial(dilated, steps, True),
            partial(indexed, by_width, steps),
            *(partial(slices, join, steps, False, same) for join in JOINS),
            partial(windows, steps, same),
        )
    ),
    *(
        (f"{text}; and it is not cut to kernel_shape", partial(dilated, steps, False))
        for text, steps in _STRIDES
    ),
    *(
        (text, program)
        for text, size in _SIZES
        for program in (
            partial(sized, size),
            *(partial(slices, join, same, False, size) for join in JOINS),
            partial(windows, same, size),
        )
    ),
    *(
        (
            "the stride is multiplied into the kernel's place, too: it is row * stride "
            "+ i, not (row + i) * stride",
            partial(slices, join, same, True, same),
        )
        for join in JOINS
    ),
    *((text, partial(indexed, jump, same)) for text, jump in _JUMPS),
    (
        "the zeros stand before each growth, so all lie stride - 1 too far: the first "
        "stays where it is",
        late,
    ),
    (
        "the growths are upside down: their first row is that of the first placements",
        lambda g, i, ks, s: gathered(g[::-1], i, ks, s),
    ),
    (
        "the growths run from right to left: their first column is that of the first "
        "placements",
        lambda g, i, ks, s: gathered(g[:, ::-1], i, ks, s),
    ),
    (
        "the values are put into kernel_shape column by column: a reshape without "
        'order="F" goes row by row',
        lambda g, i, ks, s: gathered(g, i, ks, s).ravel().reshape(ks, order="F"),
    ),
    (
        "the values are listed column by column, and put into kernel_shape row by row",
        lambda g, i, ks, s: gathered(g, i, ks, s).T.reshape(ks),
    ),
    (
        "the gathered rows lack .T: they are (placements, kernel values), and @ adds "
        "over the placements",
        lambda g, i, ks, s: _index(g, i, ks, s) @ g.ravel(),
    ),
    (
        "the growths are not made flat: the gathered rows are one for each, "
        "output_gradient.ravel()",
        lambda g, i, ks, s: _index(g, i, ks, s).T @ g,
    ),
    (
        "the image is not made flat: image.ravel() takes flat positions",
        lambda g, i, ks, s: i[
            grid(*g.shape, i.shape[1] * s[0], s[1]).reshape(-1, 1)
            + grid(*ks, i.shape[1]).ravel()
        ],
    ),
    (
        "the index has a row for each placement of stride 1, and the growths have "
        "fewer: offsets go in steps of the stride",
        lambda g, i, ks, s: g.ravel() @ i.ravel()[index_of(i.shape, ks)],
    ),
    (
        "the result holds whole numbers only: np.zeros without an int type holds "
        "fractions",
        _in_ints,
    ),
    *(
        (
            "the slices run to the image's end, and where the stride leaves rows or "
            "columns over they hold too many: cut them to the growths' number",
            partial(uncut_slices, join),
        )
        for join in (JOINS[0], JOINS[2])
    ),
    *(
        (
            "the output's height and width are exchanged: output_gradient.shape is "
            "(out_height, out_width)",
            partial(turned_slices, join),
        )
        for join in JOINS
    ),
    (
        "the windows are not taken in steps of the stride: [::stride[0], ::stride[1]]",
        lambda g, i, ks, s: np.einsum("ijuv,ij->uv", seen(i, ks), g),
    ),
    *(
        (
            "the windows are not taken in steps of the stride, or its rows and columns "
            "are exchanged: [::stride[0], ::stride[1]]",
            partial(_met, steps),
        )
        for steps in (_no_steps, back)
    ),
    *PAIRS,
)
