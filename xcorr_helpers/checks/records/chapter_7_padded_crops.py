"""Chapter 7: gradients of a padded image that are cropped wrong."""

from __future__ import annotations

import numpy as np

from .chapter_7_parts import Shape, cut_or_padded, full, turned


def cropped(g: np.ndarray, k: np.ndarray, shape: Shape, padding: Shape) -> np.ndarray:
    """Scatter into the padded gradient, and crop the border off."""
    (height, width), (top, left) = shape, padding
    return full(g, k)[top : top + height, left : left + width]


def _from(start: Shape, g: np.ndarray, k: np.ndarray, s: Shape) -> np.ndarray:
    """Cut the image's shape out of the padded gradient, from a start on."""
    return cut_or_padded(full(g, k), s, start)


def less(top: int, bottom: int, left: int, right: int, made: np.ndarray) -> np.ndarray:
    """Take rows and columns away on each side."""
    height, width = made.shape
    return made[top : height - bottom, left : width - right]


def _half(k: np.ndarray) -> Shape:
    return k.shape[0] // 2, k.shape[1] // 2


def _before_half(k: np.ndarray) -> Shape:
    return (k.shape[0] - 1) // 2, (k.shape[1] - 1) // 2


def _by_rest(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    """Pad the growths by what the padding leaves of a kernel."""
    np.pad(g, [(n - 1 - m, n - 1 - m) for n, m in zip(k.shape, p)])
    return cropped(g, k, s, p)


def _around_the_start(g: np.ndarray, k: np.ndarray, s: Shape, p: Shape) -> np.ndarray:
    wide = full(g, k)
    gradient = np.zeros(s)
    for row, column in np.ndindex(p[0] + s[0], p[1] + s[1]):
        gradient[row - p[0], column - p[1]] += wide[row, column]
    return gradient


CROPS = (
    (
        "the border is not cropped off: this is the padded image's gradient, {padding} "
        "wider on each side",
        lambda g, k, s, p: full(g, k),
    ),
    (
        "only the upper and left border is cropped off: it lies on both sides",
        lambda g, k, s, p: full(g, k)[p[0] :, p[1] :],
    ),
    (
        "only the lower and right border is cropped off: it lies on both sides",
        lambda g, k, s, p: less(0, p[0], 0, p[1], full(g, k)),
    ),
    (
        "only rows are cropped: the border has columns, too",
        lambda g, k, s, p: full(g, k)[p[0] : p[0] + s[0]],
    ),
    (
        "only columns are cropped: the border has rows, too",
        lambda g, k, s, p: full(g, k)[:, p[1] : p[1] + s[1]],
    ),
    (
        "the padding's rows and columns are exchanged: it is (rows, columns), "
        "{padding}",
        lambda g, k, s, p: _from(p[::-1], g, k, s),
    ),
    (
        "the padding's rows and columns are exchanged in the crop, which makes another "
        "shape: it is (rows, columns), {padding}",
        lambda g, k, s, p: less(p[1], p[1], p[0], p[0], full(g, k)),
    ),
    (
        "the padding of the rows, {padding[0]}, stands for that of the columns, too",
        lambda g, k, s, p: _from((p[0], p[0]), g, k, s),
    ),
    (
        "the padding of the columns, {padding[1]}, stands for that of the rows, too",
        lambda g, k, s, p: _from((p[1], p[1]), g, k, s),
    ),
    (
        "the rows' padding is cropped off the columns, too: they have {padding[1]} on "
        "each side",
        lambda g, k, s, p: less(p[0], p[0], p[0], p[0], full(g, k)),
    ),
    (
        "the columns' padding is cropped off the rows, too: they have {padding[0]} on "
        "each side",
        lambda g, k, s, p: less(p[1], p[1], p[1], p[1], full(g, k)),
    ),
    (
        "one row and column is cropped on each side, whatever the padding",
        lambda g, k, s, p: less(1, 1, 1, 1, full(g, k)),
    ),
    (
        "the crop starts at (1, 1), whatever the padding",
        lambda g, k, s, p: _from((1, 1), g, k, s),
    ),
    (
        "the example's padding is written as 1 and 2: it is `padding`",
        lambda g, k, s, p: _from((1, 2), g, k, s),
    ),
    (
        "the crop by [p : -p] leaves nothing where the padding is 0, as -0 is 0: take "
        "[p : p + height]",
        lambda g, k, s, p: full(g, k)[p[0] : -p[0], p[1] : -p[1]],
    ),
    (
        "the gradient is shifted by the padding: the image starts behind the border, "
        "at {padding}",
        lambda g, k, s, p: _from((0, 0), g, k, s),
    ),
    (
        "the crop ends in the lower right corner: the image ends before the border",
        lambda g, k, s, p: _from((2 * p[0], 2 * p[1]), g, k, s),
    ),
    (
        "the crop starts one row and column too early, or the growths have one zero "
        "too many on each side: a full correlation needs kernel - 1",
        lambda g, k, s, p: _from((p[0] - 1, p[1] - 1), g, k, s),
    ),
    (
        "the crop starts one row and column too late: the border is `padding` wide",
        lambda g, k, s, p: _from((p[0] + 1, p[1] + 1), g, k, s),
    ),
    (
        "the crop starts at half the kernel: what was put around the image is "
        "`padding`",
        lambda g, k, s, p: _from((k.shape[0] // 2, k.shape[1] // 2), g, k, s),
    ),
    (
        "the crop starts at half the kernel less one: what was put around the image is "
        "`padding`",
        lambda g, k, s, p: _from(
            ((k.shape[0] - 1) // 2, (k.shape[1] - 1) // 2), g, k, s
        ),
    ),
    (
        "the crop starts at the kernel's size less 1: what was put around the image is "
        "`padding`",
        lambda g, k, s, p: _from((k.shape[0] - 1, k.shape[1] - 1), g, k, s),
    ),
    (
        "the growths are padded by kernel - 1 - padding, which is negative where the "
        "padding is larger: pad by kernel - 1, and crop",
        _by_rest,
    ),
    (
        "the mode is 'same', and leaves the output's shape: 'full' makes the padded "
        "image's, which is to be cropped",
        lambda g, k, s, p: cut_or_padded(full(g, k), g.shape, _before_half(k)),
    ),
    (
        "the mode is 'same' in a correlation, and leaves the output's shape: 'full' "
        "makes the padded image's, which is to be cropped",
        lambda g, k, s, p: cut_or_padded(full(g, k), g.shape, _half(k)),
    ),
    (
        "the mode is 'same', and its kernel is not turned: 'full' makes the padded "
        "image's shape, and a gradient turns the kernel once",
        lambda g, k, s, p: cut_or_padded(full(g, turned(k)), g.shape, _half(k)),
    ),
    (
        "the mode is 'valid', which makes it smaller: 'full' makes the padded image's "
        "shape, which is to be cropped",
        lambda g, k, s, p: full(g, k)[
            k.shape[0] - 1 : g.shape[0], k.shape[1] - 1 : g.shape[1]
        ],
    ),
    (
        "the crop ends at height and width, which are counted from its start: [p : p + "
        "height]",
        lambda g, k, s, p: full(g, k)[p[0] : s[0], p[1] : s[1]],
    ),
    (
        "the columns are cropped at the right only: the border lies on both sides",
        lambda g, k, s, p: _from((p[0], 0), g, k, s),
    ),
    (
        "the rows are cropped at the bottom only: the border lies on both sides",
        lambda g, k, s, p: _from((0, p[1]), g, k, s),
    ),
    (
        "half the padding is cropped off on the upper left: `padding` lies on each "
        "side",
        lambda g, k, s, p: _from((p[0] // 2, p[1] // 2), g, k, s),
    ),
    (
        "the first row and column of the image are left at 0: the bounds are 0 <= row "
        "< height",
        lambda g, k, s, p: np.pad(cropped(g, k, s, p)[1:, 1:], ((1, 0), (1, 0))),
    ),
    (
        "what the border gets above and on the left comes in at the other side: an "
        "index below 0 counts from the end",
        _around_the_start,
    ),
)
