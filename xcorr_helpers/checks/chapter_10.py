"""The judges of chapter 10: strips, banded matrices, and the cheapest strip."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice, batches, outputs
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = [
    "banded_matrix",
    "cheapest_t",
    "correlate_in_strips",
    "shape_of_banded",
    "strip_width",
]


def shape_of_banded(answer: Any) -> None:
    """Judge the banded matrix's shape: kernels (5, 2, 4, 3), strips of 6 outputs.

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> shape_of_banded((24, 5))
    shape_of_banded: not (24, 5). That is the kernels' matrix, which makes one output.
    """
    hints = {
        (24, 5): "That is the kernels' matrix, which makes one output.",
        (
            30,
            54,
        ): "A strip's pixels stand along the rows, its outputs along the columns.",
        (60, 30): "The first window is there before any step to the right.",
        (
            144,
            30,
        ): "Neighbouring windows share pixels, and a strip has each pixel once.",
        (18, 30): "A kernel reads every channel of its pixels.",
        (27, 30): "A strip has as many rows as a kernel.",
        (84, 30): "Neighbouring outputs of a row: it is the columns that become more.",
        (54, 5): "Each kernel has a column for each output of the strip.",
        (54, 6): "Each output of the strip has a column for each kernel.",
    }
    axes = ("values of a strip", "outputs of a strip")
    predicted("shape_of_banded", answer, (54, 30), hints, axes)


def strip_width(function: Any) -> None:
    """Judge a function that tells how many pixels of a row a strip spans.

    Parameters
    ----------
    function : callable
        Called as `function(t, kernel_width, stride, dilation)`, with whole numbers. It
        returns how many pixels of a row there are from the first that `t` neighbouring
        outputs read to the last, both counted.

    Examples
    --------
    >>> strip_width(lambda t, kernel_width, stride, dilation: t + kernel_width - 1)
    strip_width: not yet.
      given     t = 8, kernel_width = 5, stride = 6, dilation = 4
      expected  59
      got       12
      likely    neither stride nor dilation is in it
    """
    judge(function, _strip_width())


@cache
def _strip_width() -> Task:
    dice = Dice(91)
    cases: list[Case] = [(8, 5, 6, 4), (3, 5, 2, 7), (4, 2, 5, 3), (7, 3, 2, 5)]
    while len(cases) < 16:
        cases.append(tuple(dice.numbers(4, 2, 9)))
    cases += [
        (6, 3, 1, 1),
        (6, 3, 2, 1),
        (6, 3, 1, 2),
        (4, 4, 3, 3),
        (1, 4, 3, 2),
        (5, 1, 3, 2),
        (1, 1, 2, 3),
        (8, 1, 1, 1),
        (2, 6, 9, 1),
        (200, 5, 9, 7),
    ]
    return Task(
        "strip_width",
        ("t", "kernel_width", "stride", "dilation"),
        (),
        cases,
        _width,
        (_left_out, _exchanged, _miscounted, _apart),
        positions=True,
    )


def _reads(t: int, kernel_width: int, stride: int, dilation: int) -> np.ndarray:
    """List the columns that each window of a strip reads."""
    reads: np.ndarray = np.add.outer(
        np.arange(t) * stride, np.arange(kernel_width) * dilation
    )
    return reads


def _width(t: int, kernel_width: int, stride: int, dilation: int) -> np.int64:
    return np.int64(np.ptp(_reads(t, kernel_width, stride, dilation)) + 1)


def _left_out(t: int, kernel_width: int, stride: int, dilation: int) -> Variants:
    yield "neither stride nor dilation is in it", _width(t, kernel_width, 1, 1)
    text = f"the stride is left out: the windows start {stride} pixels apart"
    yield text, _width(t, kernel_width, 1, dilation)
    text = f"the dilation is left out: a kernel's columns lie {dilation} pixels apart"
    yield text, _width(t, kernel_width, stride, 1)


def _exchanged(t: int, kernel_width: int, stride: int, dilation: int) -> Variants:
    text = "stride and dilation are exchanged: a stride leads from window to window"
    yield text, _width(t, kernel_width, dilation, stride)


def _miscounted(t: int, kernel_width: int, stride: int, dilation: int) -> Variants:
    right = _width(t, kernel_width, stride, dilation)
    yield "off by one: the first pixel and the last are both counted", right - 1
    yield "off by one: one pixel too many", right + 1
    text = "from the first of t windows to the last there are t - 1 steps, not t"
    yield text, right + stride
    yield text, right + stride - 1
    text = (
        "from the first kernel column to the last there is one step less than columns"
    )
    yield text, right + dilation
    yield text, right + dilation - 1
    text = "there is one step less than windows, and one less than kernel columns"
    yield text, right + stride + dilation
    yield text, right + stride + dilation - 1


def _apart(t: int, kernel_width: int, stride: int, dilation: int) -> Variants:
    one = _width(1, kernel_width, stride, dilation)
    yield "this puts the windows side by side: neighbouring windows overlap", one * t
    read = np.unique(_reads(t, kernel_width, stride, dilation)).size
    yield "the pixels in between that no window reads are counted, too", np.int64(read)
    text = f"a dilation of {dilation} is a step of {dilation}, not of {dilation + 1}"
    yield text, _width(t, kernel_width, stride, dilation + 1)
    text = f"a stride of {stride} is a step of {stride}, not of {stride + 1}"
    yield text, _width(t, kernel_width, stride + 1, dilation)


def banded_matrix(function: Any) -> None:
    """Judge a function that makes kernels' banded matrix, for strips of t outputs.

    Parameters
    ----------
    function : callable
        Called as `function(kernels, t)`, with an array of shape (K, kernel_height,
        kernel_width, C) and the number of outputs in a strip. It returns an array of
        shape (kernel_height * (t + kernel_width - 1) * C, t * K): column `j * K + k`
        holds kernel `k` at the positions of the strip's window `j`, and zeros
        elsewhere.

    Examples
    --------
    >>> from xcorr_helpers import kernel_matrix
    >>> banded_matrix(lambda kernels, t: kernel_matrix(kernels))
    banded_matrix: not yet.
      given     kernels of shape (5, 2, 3, 4), t = 6
      expected  shape (64, 30): strip position, column
      got       shape (24, 5)
                axis 0, strip position: 24 came, 64 expected
                axis 1, column: 5 came, 30 expected
      mind      it never reads `t`
    """
    judge(function, _banded_matrix())


@cache
def _banded_matrix() -> Task:
    dice = Dice(93)
    shapes = [(5, 2, 3, 4, 6)]  # K, kernel height, kernel width, C, t
    while len(shapes) < 12:
        sizes = n_kernels, height, width, channels, t = dice.numbers(5, 2, 6)
        wide = t + width - 1
        if wide not in sizes and height * wide * channels * t * n_kernels < 2000:
            shapes.append((n_kernels, height, width, channels, t))
    shapes += [
        (4, 3, 2, 3, 1),
        (3, 2, 2, 4, 5),
        (2, 3, 3, 1, 4),
        (1, 2, 4, 3, 5),
        (3, 1, 4, 2, 5),
        (3, 4, 1, 2, 5),
        (4, 1, 1, 3, 6),
        (1, 2, 3, 1, 7),
        (2, 4, 5, 2, 3),
        (2, 2, 3, 2, 12),
    ]
    cases: list[Case] = []
    for number, (*shape, t) in enumerate(shapes):
        values = dice.quarters if number % 3 == 2 else dice.whole
        cases.append((values(*shape), t))
    return Task(
        "banded_matrix",
        ("kernels", "t"),
        ("strip position", "column"),
        cases,
        _banded,
        (_other_columns, _other_kernels, _other_rows, _other_places),
    )


def _box(kernels: np.ndarray, starts: Iterable[int], width: int) -> np.ndarray:
    """Place the kernels from these columns on: rows, columns, channels, t, K."""
    starts = list(starts)
    n_kernels, rows, columns, channels = kernels.shape
    box = np.zeros((rows, width, channels, len(starts), n_kernels), kernels.dtype)
    for j, start in enumerate(starts):
        box[:, start : start + columns, :, j] = np.moveaxis(kernels, 0, 3)
    return box


def _strip_box(kernels: np.ndarray, t: int) -> np.ndarray:
    return _box(kernels, range(t), t + kernels.shape[2] - 1)


def _as_matrix(box: np.ndarray) -> np.ndarray:
    return box.reshape(-1, box.shape[3] * box.shape[4])


def _banded(kernels: np.ndarray, t: int) -> np.ndarray:
    return _as_matrix(_strip_box(kernels, t))


def _other_columns(kernels: np.ndarray, t: int) -> Variants:
    box = _strip_box(kernels, t)
    right, by_kernel = _as_matrix(box), _as_matrix(box.swapaxes(3, 4))
    text = "the columns go by window first: kernel k in window j is column j * K + k"
    yield text, by_kernel
    yield f"shape {right.T.shape}: transposed; an output is a column", right.T
    yield f"{text}; and it is transposed", by_kernel.T
    text = "window 0 is the leftmost: its columns come first"
    yield text, _as_matrix(box[:, :, :, ::-1])
    yield text, right[:, ::-1]


def _other_kernels(kernels: np.ndarray, t: int) -> Variants:
    text = "the kernels are turned: row 0, column 0 of a kernel comes first"
    yield text, _banded(kernels[:, ::-1, ::-1], t)
    yield text, _banded(kernels[:, ::-1], t)
    yield text, _banded(kernels[:, :, ::-1], t)
    yield text, _banded(kernels[:, ::-1, ::-1, ::-1], t)
    text = "the kernels are mixed: kernel_matrix makes each one a column"
    columns = kernels.reshape(-1, len(kernels))
    yield text, _banded(columns.T.reshape(kernels.shape), t)
    by_columns = kernels.swapaxes(1, 2).reshape(kernels.shape)
    text = "rows and columns are swapped in the kernels' values"
    yield text, _banded(by_columns, t)
    first = kernels.transpose(0, 3, 1, 2).reshape(kernels.shape)
    yield "the channels come last inside a kernel", _banded(first, t)
    text = "the decimals are lost: an array of ints cannot hold them"
    yield text, np.trunc(_banded(kernels, t))


def _other_rows(kernels: np.ndarray, t: int) -> Variants:
    box = _strip_box(kernels, t)
    text = "the channels come last inside a strip: rows, columns, channels"
    yield text, _as_matrix(box.transpose(2, 0, 1, 3, 4))
    yield text, _as_matrix(box.transpose(0, 2, 1, 3, 4))
    yield text, _as_matrix(box.transpose(2, 1, 0, 3, 4))
    text = "rows and columns are swapped: a strip's pixels go along its row 0 first"
    yield text, _as_matrix(box.transpose(1, 0, 2, 3, 4))
    wide = t + kernels.shape[2] - 1
    text = f"a row of the strip has t + kernel_width - 1 = {wide} pixels"
    yield f"{text}, not {wide + 1}", _as_matrix(_box(kernels, range(t), wide + 1))
    apart = range(0, t * kernels.shape[2], kernels.shape[2])
    text = f"{text}: neighbouring windows overlap"
    yield text, _as_matrix(_box(kernels, apart, t * kernels.shape[2]))


def _other_places(kernels: np.ndarray, t: int) -> Variants:
    right = _banded(kernels, t)
    n_kernels, _, columns, channels = kernels.shape
    wide = t + columns - 1
    text = "all windows stand at the same place: window j starts j pixels further right"
    yield text, _as_matrix(_box(kernels, [0] * t, wide))
    only = np.zeros_like(right)
    only[:, :n_kernels] = right[:, :n_kernels]
    yield "only window 0 is there: each of the t windows has columns of its own", only
    text = f"one pixel is {channels} positions long: a window moves by as many"
    yield text, _flat(kernels, t, wide * channels, 1)
    text = f"a row of the strip is {wide * channels} positions long"
    yield (
        f"{text}, a kernel's row {columns * channels}",
        _flat(kernels, t, columns * channels, channels),
    )
    yield f"{text}: count the channels, too", _flat(kernels, t, wide, channels)
    text = "a window moves to the right, not down: it starts at position j * C"
    yield text, _flat(kernels, t, wide * channels, wide * channels)


def _flat(kernels: np.ndarray, t: int, row: int, step: int) -> np.ndarray:
    """Fill the matrix with these steps between kernel rows, and between windows."""
    n_kernels, rows, columns, channels = kernels.shape
    matrix = np.zeros_like(_banded(kernels, t)).reshape(-1, t, n_kernels)
    window = np.add.outer(np.arange(rows) * row, np.arange(columns * channels)).ravel()
    values = kernels.reshape(n_kernels, -1).T
    for j in range(t):
        inside = window + j * step < len(matrix)
        matrix[window[inside] + j * step, j] = values[inside]
    return matrix.reshape(len(matrix), -1)


def correlate_in_strips(function: Any) -> None:
    """Judge a function that cross-correlates a batch in strips of t outputs.

    Parameters
    ----------
    function : callable
        Called as `function(images, kernels, t)`, with arrays of shape (N, H, W, C) and
        (K, kernel_height, kernel_width, C), and the number of outputs in a strip, from
        1 to out_width, which it need not divide. It returns the outputs of all images,
        in one array of shape (N, out_height, out_width, K).

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> correlate_in_strips(lambda images, kernels, t: correlate(images, kernels))
    correlate_in_strips: right on 24 cases, from images 1 x 3 x 4 x 1 to 3 x 8 x 6 x 4.
    """
    judge(function, _correlate_in_strips())


@cache
def _correlate_in_strips() -> Task:
    dice, cases = Dice(95), []
    wide = [  # N, H, W, C, K, kh, kw, t
        (3, 6, 14, 2, 4, 2, 3, 5),
        (3, 4, 15, 1, 2, 3, 2, 4),
        (1, 3, 12, 3, 2, 2, 4, 2),
        (2, 4, 11, 2, 4, 1, 3, 7),
        (2, 6, 13, 1, 1, 2, 5, 6),
        (2, 4, 10, 2, 2, 4, 1, 3),
    ]
    for number, (n, height, width, channels, k, rows, columns, t) in enumerate(wide):
        shapes = (n, height, width, channels), (k, rows, columns, channels)
        cases.append((*dice.pair(number, *shapes), t))
    for number, (images, kernels) in enumerate(batches(96)):
        out_width = images.shape[2] - kernels.shape[2] + 1
        special = {0: 4, 1: 1, 2: out_width}
        cases.append((images, kernels, special.get(number, dice.number(1, out_width))))
    return Task(
        "correlate_in_strips",
        ("images", "kernels", "t"),
        ("image", "output row", "output column", "kernel"),
        cases,
        _all_strips,
        (_last_strip, _strips_joined, _inside_strips, _other_values),
    )


def _all_strips(images: np.ndarray, kernels: np.ndarray, _t: int) -> np.ndarray:
    return outputs(images, kernels)


def _last_strip(images: np.ndarray, kernels: np.ndarray, t: int) -> Variants:
    right = outputs(images, kernels)
    width = right.shape[2]
    kept = width // t * t
    many = "s" * (kept > t)
    text = f"the last strip: {width} outputs are {kept // t} whole strip{many} of {t}, "
    text += f"and {width - kept} more"
    yield text, right[:, :, :kept]
    zeros = right.copy()
    zeros[:, :, kept:] = 0
    yield text, zeros
    more = -width % t
    padded = np.pad(images, [(0, 0), (0, 0), (0, more), (0, 0)])
    text = f"the last strip sticks out: only {width} outputs of a row are asked for"
    yield text, outputs(padded, kernels)
    text = "the last strip overlaps the one before, and its first outputs came already"
    whole, last = right[:, :, :kept], right[:, :, width - t :]
    yield text, np.concatenate([whole, last], axis=2)
    yield text, np.concatenate([whole, last[:, :, : width - kept]], axis=2)


def _strips_joined(images: np.ndarray, kernels: np.ndarray, t: int) -> Variants:
    right = outputs(images, kernels)
    width = right.shape[2]
    strips = [right[:, :, first : first + t] for first in range(0, width, t)]
    text = "the strips lie side by side in a row: join them along axis 2"
    flat = [strip.ravel() for strip in strips]
    yield text, np.concatenate(flat).reshape(right.shape)
    by_row = [strip.reshape(*right.shape[:1], -1) for strip in strips]
    yield text, np.concatenate(by_row, axis=1).reshape(right.shape)
    yield "only the last strip came back: collect them all", strips[-1]
    text = "only the first strip came back: is the return inside the loop?"
    yield text, right[:, :, :t]


def _inside_strips(images: np.ndarray, kernels: np.ndarray, t: int) -> Variants:
    right = outputs(images, kernels)
    n_kernels = right.shape[3]
    text = "inside a strip the outputs go by window, then by kernel: reshape to (t, K)"
    by_kernel, by_window = right.copy(), right.copy()
    for first in range(0, right.shape[2], t):
        strip = right[:, :, first : first + t]
        turned = *strip.shape[:2], n_kernels, strip.shape[2]
        by_kernel[:, :, first : first + t] = strip.reshape(turned).swapaxes(2, 3)
        by_window[:, :, first : first + t] = strip.swapaxes(2, 3).reshape(strip.shape)
    yield text, by_kernel
    yield text, by_window
    backwards = right.copy()
    for first in range(0, right.shape[2], t):
        backwards[:, :, first : first + t] = right[:, :, first : first + t][:, :, ::-1]
    yield "inside a strip the leftmost output comes first", backwards
    moved = np.moveaxis(right, 3, 1)
    text = "the kernels are the last axis of the output"
    yield text, moved
    yield f"{text}; a reshape does not move an axis", right.reshape(moved.shape)
    yield f"{text}; a reshape does not move an axis", moved.reshape(right.shape)


def _other_values(images: np.ndarray, kernels: np.ndarray, t: int) -> Variants:
    mixed = images.reshape(-1, len(images)).T.reshape(images.shape)
    text = "the images are mixed: reshape(n_images, -1) keeps each one together"
    yield text, outputs(mixed, kernels)
    right = outputs(images, kernels)
    by_rows = right.swapaxes(0, 1)
    text = "the images are the first axis of the output"
    yield text, by_rows
    yield f"{text}; a reshape does not move an axis", by_rows.reshape(right.shape)
    text = "the kernels are turned: row 0, column 0 of a kernel comes first"
    yield text, outputs(images, kernels[:, ::-1, ::-1])
    first = kernels.transpose(0, 3, 1, 2).reshape(kernels.shape)
    yield "the channels come last inside a kernel", outputs(images, first)
    by_columns = kernels.swapaxes(1, 2).reshape(kernels.shape)
    text = "rows and columns are swapped in the kernels' values"
    yield text, outputs(images, by_columns)
    text = "the decimals are lost: an array of ints cannot hold them"
    yield text, np.trunc(right)


def cheapest_t(function: Any) -> None:
    """Judge a function that finds the cheapest width of strip.

    An output costs (t + kernel_width - 1) * (ratio / t + n_kernels): each value of a
    strip is copied, which costs as much as `ratio` multiplications and is shared by the
    strip's t outputs, and it is multiplied once for each kernel.

    Parameters
    ----------
    function : callable
        Called as `function(out_width, kernel_width, n_kernels, ratio)`, with whole
        numbers. It returns the t from 1 to out_width for which an output costs least.

    Examples
    --------
    >>> def by_rule(out_width, kernel_width, n_kernels, ratio):
    ...     return (ratio * (kernel_width - 1) / n_kernels) ** 0.5
    >>> cheapest_t(by_rule)
    cheapest_t: not yet.
      given     out_width = 32, kernel_width = 4, n_kernels = 2, ratio = 72
      expected  10
      got       10.3923
      likely    this is the square root: near it, compare the costs of whole numbers \
from 1 to out_width
    """
    judge(function, _cheapest_t())


@cache
def _cheapest_t() -> Task:
    dice = Dice(97)
    cases: list[Case] = [
        (32, 4, 2, 72),
        (5, 8, 2, 12),
        (30, 8, 8, 23),
        (14, 9, 40, 6),
        (11, 2, 50, 30),
        (13, 4, 30, 90),
        (17, 6, 12, 29),
        (7, 3, 2, 50),
        (25, 12, 9, 35),
    ]
    while len(cases) < 18:
        case = dice.number(6, 40), *dice.numbers(2, 2, 15), dice.number(5, 60)
        costs = sorted(_costs(*case))
        if costs[1] - costs[0] > 1e-6:
            cases.append(case)
    cases += [
        (20, 5, 3, 30),
        (1, 5, 3, 30),
        (9, 1, 3, 40),
        (2, 6, 1, 25),
        (12, 5, 1, 2),
        (28, 5, 5, 1),
        (8, 5, 300, 30),
        (400, 40, 1, 2000),
    ]
    return Task(
        "cheapest_t",
        ("out_width", "kernel_width", "n_kernels", "ratio"),
        (),
        cases,
        _cheapest,
        (_root, _not_all_tried, _wrong_cost, _wrong_factor),
        positions=True,
    )


def _costs(out_width: int, kernel_width: int, n_kernels: int, ratio: int) -> np.ndarray:
    """Tell what an output costs in strips of 1, 2, ... outputs."""
    t = np.arange(1, out_width + 1)
    return (t + kernel_width - 1) * (ratio / t + n_kernels)


def _least(costs: np.ndarray) -> np.int64:
    return np.int64(np.argmin(costs) + 1)


def _cheapest(
    out_width: int, kernel_width: int, n_kernels: int, ratio: int
) -> np.int64:
    return _least(_costs(out_width, kernel_width, n_kernels, ratio))


def _not_all_tried(
    out_width: int, kernel_width: int, n_kernels: int, ratio: int
) -> Variants:
    costs = _costs(out_width, kernel_width, n_kernels, ratio)
    yield (
        "the widest strip, t = out_width, is never tried",
        _least(costs[: max(1, out_width - 1)]),
    )
    t = np.arange(1, out_width + 1)
    wider = np.where(t > 1, costs, np.inf)
    yield "the narrowest strip, t = 1, is never tried", _least(wider)
    text = "t need not divide the width: the last strip may be narrower"
    yield text, _least(np.where(out_width % t == 0, costs, np.inf))
    yield "argmin counts from 0, and t from 1", _least(costs) - 1
    yield "this is the least cost, and not the t that has it", costs.min()
    yield "this is the dearest t, not the cheapest", np.argmax(costs) + 1


def _wrong_cost(
    out_width: int, kernel_width: int, n_kernels: int, ratio: int
) -> Variants:
    text = f"each value is multiplied {n_kernels} times, once for each kernel"
    yield text, _cheapest(out_width, kernel_width, 1, ratio)
    text = "only the copying is counted; a wider strip multiplies more zeros, too"
    yield text, np.int64(out_width if kernel_width > 1 else 1)
    text = (
        "this is 1 where wider strips gain: t outputs share the copying, ratio / t each"
    )
    yield text, np.int64(1)


def _wrong_factor(
    out_width: int, kernel_width: int, n_kernels: int, ratio: int
) -> Variants:
    text = (
        "n_kernels and ratio are exchanged: what is shared by t outputs is the copying"
    )
    yield text, _cheapest(out_width, kernel_width, ratio, n_kernels)
    text = "a strip is t + kernel_width - 1 pixels wide, not t + kernel_width"
    yield text, _cheapest(out_width, kernel_width + 1, n_kernels, ratio)
    t = np.arange(1, out_width + 1)
    text = "// drops what is left over: ratio / t"
    yield text, _least((t + kernel_width - 1) * (ratio // t + n_kernels))


def _root(out_width: int, kernel_width: int, n_kernels: int, ratio: int) -> Variants:
    text = (
        "this is the square root: near it, compare the costs of whole numbers from 1 "
    )
    text += "to out_width"
    root = np.sqrt(ratio * (kernel_width - 1) / n_kernels)
    yield text, root
    yield text, np.clip(root, 1, out_width)
    for rounded in (np.rint, np.floor, np.ceil):
        whole = np.int64(rounded(root))
        yield text, whole
        yield text, np.clip(whole, 1, out_width)
