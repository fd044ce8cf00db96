"""Wrong variants of each exercise, step by step: every judge must refuse them."""

import itertools
from functools import partial

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import CODE, RIGHT
from tests.checks.parts import after, before, by_columns, grid, mixed, out_of

# Their answers are values of images, not positions.
VALUES = [name for name, task in CODE.items() if not task.positions]
ROW_STEPS = {
    "width": lambda i, k: i[1],
    "height": lambda i, k: i[0],
    "width - 1": lambda i, k: i[1] - 1,
    "kernel": lambda i, k: k[1],
    "kernel rows": lambda i, k: k[0],
    "out": lambda i, k: i[1] - k[1] + 1,
    "one": lambda i, k: 1,
}
COUNTS = {
    "right": lambda k: k,
    "turned": lambda k: k[::-1],
    "rows": lambda k: (k[0], k[0]),
    "less": lambda k: (k[0] - 1, k[1]),
    "columns": lambda k: (k[1], k[1]),
    "more": lambda k: (k[0], k[1] + 1),
}
GAPS = {
    "right": lambda d: d,
    "turned": lambda d: d[::-1],
    "none": lambda d: (1, 1),
    "rows": lambda d: (d[0], d[0]),
    "columns": lambda d: (d[1], d[1]),
    "rows only": lambda d: (d[0], 1),
    "columns only": lambda d: (1, d[1]),
    "more": lambda d: (d[0] + 1, d[1] + 1),
    "less": lambda d: (d[0] - 1, d[1] - 1),
}
SIZES = {
    "right": lambda n, k, s: (n - k) // s + 1,
    "none": lambda n, k, s: n - k + 1,
    "up": lambda n, k, s: -((k - n) // s) + 1,
    "less": lambda n, k, s: (n - k) // s,
    "same": lambda n, k, s: -(-n // s),
    "wrong order": lambda n, k, s: (n - k + 1) // s,
}


def window(step, counts, turned, column, i, k):
    window = grid(*COUNTS[counts](k), ROW_STEPS[step](i, k), column)
    return (window.T if turned else window).ravel()


def index(step, down, counts, outs, turned, i, k):
    offsets = grid(*COUNTS[outs](out_of(i, k)), ROW_STEPS[down](i, k))
    offsets = offsets.T if turned else offsets
    return offsets.reshape(-1, 1) + window(step, counts, False, 1, i, k)


def window_with_channels(order, scale, i, k):
    strides, step = [0, 0, 0], 1
    for axis in reversed(scale):
        strides[axis], step = step, step * i[axis]
    axes = np.ogrid[: k[0], : k[1], : k[2]]
    return sum(a * stride for a, stride in zip(axes, strides)).transpose(order).ravel()


def dilated_window(step, counts, gap, i, k, d):
    down, across = GAPS[gap](d)
    return grid(*COUNTS[counts](k), ROW_STEPS[step](i, k) * down, across).ravel()


def strided_offsets(step, row, column, down, across, i, k, s):
    counts = SIZES[row](i[0], k[0], s), SIZES[column](i[1], k[1], s)
    row_step = ROW_STEPS[step](i, k) * (s if down else 1)
    return grid(*counts, row_step, s if across else 1).ravel()


THREE, FOUR, ORDERS = (
    list(ROW_STEPS)[:3],
    list(COUNTS)[:4],
    list(itertools.permutations(range(3))),
)
BOTH = (True, False)


# Of each part the first is right.
@pytest.mark.parametrize(
    ("name", "function", "parts"),
    [
        ("window_index", window, (ROW_STEPS, COUNTS, BOTH[::-1], (1, 2, 0))),
        ("correlation_indices", index, (THREE, THREE, FOUR, FOUR, BOTH[::-1])),
        ("window_with_channels", window_with_channels, (ORDERS, ORDERS)),
        ("window_channels_first", window_with_channels, (ORDERS, ORDERS)),
        ("dilated_window", dilated_window, (ROW_STEPS, COUNTS, GAPS)),
        pytest.param(
            "strided_offsets",
            strided_offsets,
            (ROW_STEPS, SIZES, SIZES, BOTH, BOTH),
            marks=pytest.mark.weekly,
        ),
    ],
)
def test_only_all_parts_together_are_right(judged, refused, name, function, parts):
    right, *wrong = itertools.product(*parts)
    assert ": right on " in judged(name, partial(function, *right))
    for how in wrong:
        refused(name, partial(function, *how), how)


def changes(rows, columns):
    """List what may be done to the values of images or kernels, their shape kept."""
    yield partial(np.flip, axis=rows)
    yield partial(np.flip, axis=columns)
    yield partial(np.flip, axis=(rows, columns))
    yield partial(by_columns, rows=rows, columns=columns)
    yield np.trunc
    yield partial(np.roll, shift=1, axis=columns)
    if rows:
        yield mixed
        yield lambda kernels: np.broadcast_to(kernels[:1], kernels.shape)
        yield lambda kernels: kernels[::-1]


# A mean is the same in whatever order the tasks come. Rows of scores stay rows where
# they are cut to whole ones, and pooling asks only which of them is largest.
WHATEVER = ("mean_share", "softmax", "max_pool_backward")


@pytest.mark.parametrize("name", [name for name in VALUES if name not in WHATEVER])
def test_changed_values_are_refused(refused, name):
    for which, value in enumerate(CODE[name].cases[0]):
        if not isinstance(value, np.ndarray):
            continue
        many = CODE[name].arguments[which] in ("images", "kernels")
        for number, change in enumerate(changes(*((1, 2) if many else (0, 1)))):
            refused(name, before(which, change, RIGHT[name]), (which, number))


def test_channels(refused):
    def summed_after(images, kernels):
        return x.correlate(images[..., :1], kernels[..., :1]) * images.shape[3]

    def no_sum(images, kernels):
        each = zip(
            np.split(images, images.shape[3], 3), np.split(kernels, images.shape[3], 3)
        )
        return np.mean([x.correlate(*part) for part in each], axis=0)

    def grey(images, kernels):
        return x.correlate(images.sum(3, keepdims=True), kernels.sum(3, keepdims=True))

    def backwards(images, kernels):
        return x.correlate(images, kernels[..., ::-1])

    for function in (summed_after, no_sum, grey, backwards):
        refused("correlate_batch", function, function.__name__)


@pytest.mark.parametrize("name", [name for name in VALUES if name != "times_reached"])
def test_whole_numbers_only(refused, name):
    for dtype in (int, np.int8, np.int32):
        refused(name, after(lambda a, to=dtype: a.astype(to), RIGHT[name]), dtype)


ENOUGH = {  # the answer has the type of these arguments, or they are no arrays
    ("kernel_matrix", 0),
    ("banded_matrix", 0),
    ("relu_backward", 0),
    ("max_pool_backward", 0),
    ("softmax", 0),
    ("ungroup", 0),
    ("windows_tile", 0),
    ("bfloat16_rounded", 0),
}


@pytest.mark.parametrize("name", VALUES)
def test_the_type_of_one_argument_is_not_enough(refused, name):
    for which, value in enumerate(CODE[name].cases[0]):
        if isinstance(value, np.ndarray) and (name, which) not in ENOUGH:

            def function(*arguments, which=which):
                answer = np.array(RIGHT[name](*arguments))
                return answer.astype(arguments[which].dtype)

            refused(name, function, which)


def test_blocks(refused):
    for shift in (-1, 1):

        def shifted(images, kernels, block, shift=shift):
            starts = range(0, len(images), block)
            parts = [images[n : n + block + shift] for n in starts]
            return np.concatenate([x.correlate(part, kernels) for part in parts])

        refused("correlate_in_blocks", shifted, shift)

    def once(images, kernels, block):
        out = np.zeros(x.correlate(images, kernels).shape)
        for first in range(0, len(images), block):
            out[:block] = x.correlate(images[first : first + block], kernels)
        return out

    refused("correlate_in_blocks", once, "into the same place")


# Of n images, or outputs of a row, in blocks or strips of t.
PARTS = {
    "t divides": lambda n, t: n % t == 0,
    "t does not": lambda n, t: n % t,
    "t is 1": lambda n, t: t == 1,
    "t is not 1": lambda n, t: t != 1,
    "all at once": lambda n, t: t == n,
    "not all at once": lambda n, t: t != n,
    "no more than all": lambda n, t: t <= n,
    "several": lambda n, t: t < n,
    "few": lambda n, t: n // t < 3,
    "one is left": lambda n, t: n % t < 2,
}


@pytest.mark.parametrize(
    ("name", "count", "always"),
    [
        ("correlate_in_blocks", lambda images, kernels: len(images), ()),
        (
            "correlate_in_strips",
            lambda images, kernels: images.shape[2] - kernels.shape[2] + 1,
            ("no more than all",),
        ),
        ("banded_matrix", lambda kernels: 6, ("few", "one is left")),
    ],
)
def test_right_for_some_parts_only_is_refused(refused, name, count, always):
    for what, condition in PARTS.items():
        if what in always:
            continue

        def function(*arguments, condition=condition):
            answer = RIGHT[name](*arguments)
            *arrays, t = arguments
            return answer if condition(count(*arrays), t) else answer + 1

        refused(name, function, what)
