"""Wrong variants of each exercise, step by step: every judge must refuse them."""

import itertools

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import RIGHT, TASKS

# Their answers are values of images, not positions.
VALUES = [name for name, task in TASKS.items() if not task.positions]
ROW_STEPS = {
    "width": lambda i, k: i[1],
    "height": lambda i, k: i[0],
    "kernel": lambda i, k: k[1],
    "width - 1": lambda i, k: i[1] - 1,
    "kernel rows": lambda i, k: k[0],
    "out": lambda i, k: i[1] - k[1] + 1,
    "one": lambda i, k: 1,
}
COUNTS = {
    "right": lambda i, k: k,
    "turned": lambda i, k: k[::-1],
    "rows": lambda i, k: (k[0], k[0]),
    "columns": lambda i, k: (k[1], k[1]),
    "less": lambda i, k: (k[0] - 1, k[1]),
    "more": lambda i, k: (k[0], k[1] + 1),
}


def grid(counts, row, column):
    return np.arange(counts[0])[:, None] * row + np.arange(counts[1]) * column


def test_windows(refused):
    options = itertools.product(ROW_STEPS, COUNTS, (False, True), (1, 2, 0))
    for step, counts, turned, column in options:
        if (step, counts, turned, column) == ("width", "right", False, 1):
            continue

        def function(i, k, step=step, counts=counts, turned=turned, column=column):
            window = grid(COUNTS[counts](i, k), ROW_STEPS[step](i, k), column)
            return (window.T if turned else window).ravel()

        refused("window_index", function, (step, counts, turned, column))


def test_index_matrices(refused):
    steps, few = ("width", "height", "width - 1"), ("right", "turned", "rows", "less")
    options = itertools.product(steps, steps, few, few, (False, True))
    for down, step, outs, counts, turned in options:
        if (down, step, outs, counts, turned) == (
            "width",
            "width",
            *["right"] * 2,
            False,
        ):
            continue

        def function(
            i, k, down=down, step=step, outs=outs, counts=counts, turned=turned
        ):
            out = i[0] - k[0] + 1, i[1] - k[1] + 1
            offsets = grid(COUNTS[outs](i, out), ROW_STEPS[down](i, k), 1)
            window = grid(COUNTS[counts](i, k), ROW_STEPS[step](i, k), 1).ravel()
            return (offsets.T if turned else offsets).reshape(-1, 1) + window

        refused("correlation_indices", function, (down, step, outs, counts))


def test_windows_with_channels(refused):
    orders = list(itertools.permutations(range(3)))
    steps = list(itertools.permutations(range(3)))
    for order, scale in itertools.product(orders, steps):
        if order == scale == (0, 1, 2):
            continue

        def function(i, k, order=order, scale=scale):
            strides = [0, 0, 0]
            step = 1
            for axis in reversed(scale):
                strides[axis], step = step, step * i[axis]
            box = sum(
                np.ogrid[: k[0], : k[1], : k[2]][a] * strides[a] for a in range(3)
            )
            return box.transpose(order).ravel()

        for name in ("window_with_channels", "window_channels_first"):
            refused(name, function, (order, scale))


def test_windows_with_dilation(refused):
    gaps = {
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
    for step, counts, gap in itertools.product(ROW_STEPS, COUNTS, gaps):
        if (step, counts, gap) == ("width", "right", "right"):
            continue

        def function(i, k, d, step=step, counts=counts, gap=gap):
            down, across = gaps[gap](d)
            row = ROW_STEPS[step](i, k) * down
            return grid(COUNTS[counts](i, k), row, across).ravel()

        refused("dilated_window", function, (step, counts, gap))


def test_offsets_with_stride(refused):
    sizes = {
        "right": lambda n, k, s: (n - k) // s + 1,
        "none": lambda n, k, s: n - k + 1,
        "up": lambda n, k, s: -((k - n) // s) + 1,
        "less": lambda n, k, s: (n - k) // s,
        "same": lambda n, k, s: -(-n // s),
        "wrong order": lambda n, k, s: (n - k + 1) // s,
    }
    for row, column, step in itertools.product(sizes, sizes, ROW_STEPS):
        for down, across in itertools.product((True, False), repeat=2):
            if (row, column, step, down, across) == (
                "right",
                "right",
                "width",
                True,
                True,
            ):
                continue

            def function(i, k, s, how=(row, column, step, down, across)):
                row, column, step, down, across = how
                counts = sizes[row](i[0], k[0], s), sizes[column](i[1], k[1], s)
                row_step = ROW_STEPS[step](i, k) * (s if down else 1)
                return grid(counts, row_step, s if across else 1).ravel()

            refused("strided_offsets", function, (row, column, step, down, across))


def changed_kernels(kernels, rows, columns):
    """Yield kernels of the same shape with some of their values exchanged."""
    yield "upside down", np.flip(kernels, rows)
    yield "mirrored", np.flip(kernels, columns)
    yield "turned", np.flip(kernels, (rows, columns))
    yield "transposed", kernels.swapaxes(rows, columns).reshape(kernels.shape)
    yield "whole", np.trunc(kernels) if (kernels % 1).any() else kernels
    yield "rolled", np.roll(kernels, 1, columns)
    if rows:
        yield "mixed", kernels.reshape(-1, len(kernels)).T.reshape(kernels.shape)
        yield "first only", np.broadcast_to(kernels[:1], kernels.shape)
        yield "reversed", kernels[::-1]


@pytest.mark.parametrize(
    ("name", "which", "rows", "columns"),
    [
        ("correlate_image", 1, 0, 1),
        ("apply_kernels", 1, 1, 2),
        ("kernel_matrix", 0, 1, 2),
        ("correlate_batch", 1, 1, 2),
        ("correlate_batch", 0, 1, 2),
        ("correlate_in_blocks", 1, 1, 2),
        ("correlate_in_strips", 1, 1, 2),
        ("correlate_in_strips", 0, 1, 2),
        ("banded_matrix", 0, 1, 2),
        ("input_gradient", 1, 0, 1),
        ("input_gradient", 0, 0, 1),
        ("kernel_gradient", 0, 0, 1),
        ("kernel_gradient", 1, 0, 1),
        ("correlate_image", 0, 0, 1),
        ("mean_pool_backward", 0, 0, 1),
        ("relu_backward", 0, 0, 1),
        ("relu_backward", 1, 0, 1),
    ],
)
def test_changed_values_are_refused(refused, name, which, rows, columns):
    sample = np.arange(720.0).reshape(2, 3, 4, 30)[..., 0] / 4
    names = [what for what, _ in changed_kernels(sample, rows, columns)]
    for what in names:

        def function(*arguments, what=what):
            given = list(arguments)
            given[which] = dict(changed_kernels(given[which], rows, columns))[what]
            return RIGHT[name](*given)

        refused(name, function, what)


def test_channels(refused):
    def summed_after(images, kernels):
        return x.correlate(images[..., :1], kernels[..., :1]) * images.shape[3]

    def no_sum(images, kernels):
        parts = [
            x.correlate(images[..., c : c + 1], kernels[..., c : c + 1])
            for c in range(images.shape[3])
        ]
        return np.mean(parts, axis=0)

    def grey(images, kernels):
        return x.correlate(images.sum(3, keepdims=True), kernels.sum(3, keepdims=True))

    def backwards(images, kernels):
        return x.correlate(images, kernels[..., ::-1])

    for function in (summed_after, no_sum, grey, backwards):
        refused("correlate_batch", function, function.__name__)


def test_whole_numbers_only(refused):
    for name in VALUES:
        for dtype in (int, np.int8, np.int32):

            def function(*arguments, dtype=dtype, name=name):
                return np.array(RIGHT[name](*arguments)).astype(dtype)

            refused(name, function, dtype)


@pytest.mark.parametrize(
    ("name", "which"),
    [
        *itertools.product(
            (
                "correlate_image",
                "apply_kernels",
                "correlate_batch",
                "correlate_in_strips",
                "input_gradient",
                "kernel_gradient",
            ),
            (0, 1),
        ),
        ("mean_pool_backward", 0),
        ("relu_backward", 1),
    ],
)
def test_the_type_of_one_argument_is_not_enough(refused, name, which):
    def function(*arguments):
        return np.array(RIGHT[name](*arguments)).astype(arguments[which].dtype)

    refused(name, function, which)


def test_blocks_of_any_size(refused):
    conditions = {
        "one": lambda n, block: block != 1,
        "all": lambda n, block: block != n,
        "more than all": lambda n, block: block <= n,
        "even": lambda n, block: n % block == 0,
        "uneven": lambda n, block: n % block,
    }
    for what, condition in conditions.items():

        def function(images, kernels, block, condition=condition):
            out = x.correlate(images, kernels)
            return out if condition(len(images), block) else out + 1

        refused("correlate_in_blocks", function, what)


def test_blocks(refused):
    for shift in (-1, 1):

        def function(images, kernels, block, shift=shift):
            starts = range(0, len(images), block)
            parts = [images[n : n + block + shift] for n in starts]
            return np.concatenate([x.correlate(part, kernels) for part in parts])

        refused("correlate_in_blocks", function, shift)

    def once(images, kernels, block):
        out = np.zeros(x.correlate(images, kernels).shape)
        for first in range(0, len(images), block):
            out[:block] = x.correlate(images[first : first + block], kernels)
        return out

    refused("correlate_in_blocks", once, "into the same place")


RIGHT_WHERE = {
    "t divides": lambda width, t: width % t == 0,
    "t does not": lambda width, t: width % t,
    "t is 1": lambda width, t: t == 1,
    "t is more": lambda width, t: t > 1,
    "the row is one strip": lambda width, t: t == width,
    "it is several": lambda width, t: t < width,
    "few": lambda width, t: width // t < 3,
    "one is left": lambda width, t: width % t < 2,
}


@pytest.mark.parametrize("where", RIGHT_WHERE)
def test_right_for_some_strips_only_is_refused(refused, where):
    def function(images, kernels, t):
        out = x.correlate(images, kernels)
        return out if RIGHT_WHERE[where](out.shape[2], t) else out + 1

    refused("correlate_in_strips", function, where)
    if "row" in where or "few" in where or "left" in where:
        return

    def matrix(kernels, t):
        right = RIGHT["banded_matrix"](kernels, t)
        return right if RIGHT_WHERE[where](6, t) else right + 1

    refused("banded_matrix", matrix, where)
