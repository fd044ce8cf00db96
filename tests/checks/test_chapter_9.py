"""The judges of chapter 9: what learners write, right and wrong, and are told."""

from fractions import Fraction
from math import ceil, floor, sqrt

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

import xcorr_helpers as x
from tests.checks.test_right import RIGHT, judged, task_of
from tests.checks.test_sweep import refused
from xcorr_helpers import checks
from xcorr_helpers.checks._judge import Task, judge

NAMES = ("strip_width", "banded_matrix", "correlate_in_strips", "cheapest_t")


def by_reading(t, kernel_width, stride, dilation):
    read = {j * stride + i * dilation for j in range(t) for i in range(kernel_width)}
    return max(read) - min(read) + 1


def by_trying(t, kernel_width, stride, dilation):
    width = 1
    while True:  # the narrowest row with t outputs
        try:
            knobs = {"stride": (1, stride), "dilation": (1, dilation)}
            if x.output_shape((1, width), (1, kernel_width), **knobs)[1] == t:
                return width
        except ValueError:
            pass
        width += 1


def width_of(t, kernel_width, stride, dilation):
    return (t - 1) * stride + (kernel_width - 1) * dilation + 1


def by_index(kernels, t):
    n_kernels, height, width, channels = kernels.shape
    strip = height, t + width - 1, channels
    index = x.correlation_indices(strip, kernels.shape[1:])
    matrix = np.zeros((np.prod(strip), t * n_kernels))
    for j, window in enumerate(index):
        matrix[window, j * n_kernels : (j + 1) * n_kernels] = x.kernel_matrix(kernels)
    return matrix


def by_impulses(kernels, t):
    """Each row is what one pixel of a strip adds to its outputs."""
    n_kernels, height, width, channels = kernels.shape
    strip = height, t + width - 1, channels
    impulses = np.eye(np.prod(strip)).reshape(-1, *strip)
    return x.correlate(impulses, kernels).reshape(-1, t * n_kernels)


def by_loops(kernels, t):
    n_kernels, height, width, channels = kernels.shape
    wide = t + width - 1
    matrix = [[0.0] * (t * n_kernels) for _ in range(height * wide * channels)]
    for k, row, column, c in np.ndindex(kernels.shape):
        for j in range(t):
            position = (row * wide + column + j) * channels + c
            matrix[position][j * n_kernels + k] = float(kernels[k, row, column, c])
    return matrix


def by_rolling(kernels, t):
    wide = np.pad(kernels, ((0, 0), (0, 0), (0, t - 1), (0, 0)))
    columns = [np.roll(kernel, j, axis=1).ravel() for j in range(t) for kernel in wide]
    return np.stack(columns, axis=1)


def overlapping(images, kernels, t):
    n_images, (n_kernels, height, width, _) = len(images), kernels.shape
    out_height, out_width = x.output_shape(images.shape[1:], kernels.shape[1:])
    out = np.full((n_images, out_height, out_width, n_kernels), np.nan)
    for first in range(0, out_width, t):
        first = min(first, out_width - t)
        strips = sliding_window_view(
            images[:, :, first : first + t + width - 1], height, axis=1
        )
        flat = np.moveaxis(strips, 4, 2).reshape(n_images * out_height, -1)
        product = flat @ by_index(kernels, t)
        out[:, :, first : first + t] = product.reshape(
            n_images, out_height, t, n_kernels
        )
    return out


def wide_kernel_with_stride(images, kernels, t):
    """Strips are the windows of a wider kernel, with a stride of t along the row."""
    _, height, width, channels = kernels.shape
    out_height, out_width = x.output_shape(images.shape[1:], kernels.shape[1:])
    missing = -out_width % t
    padded = np.pad(images, ((0, 0), (0, 0), (0, missing), (0, 0)))
    strip = height, t + width - 1, channels
    index = x.correlation_indices(padded.shape[1:], strip, stride=(1, t))
    product = padded.reshape(len(images), -1)[:, index] @ by_index(kernels, t)
    out = product.reshape(len(images), out_height, out_width + missing, -1)
    return out[:, :, :out_width]


def narrower_last(images, kernels, t):
    width, out_width = kernels.shape[2], images.shape[2] - kernels.shape[2] + 1
    parts = []
    for first in range(0, out_width, t):
        count = min(t, out_width - first)
        strip = images[:, :, first : first + count + width - 1]
        parts.append(overlapping(strip, kernels, count))
    return np.concatenate(parts, axis=2)


def by_argmin(out_width, kernel_width, n_kernels, ratio):
    t = np.arange(1, out_width + 1)
    return np.argmin((t + kernel_width - 1) * (ratio / t + n_kernels)) + 1


def by_min(out_width, kernel_width, n_kernels, ratio):
    costs = {
        t: (t + kernel_width - 1) / t * ratio + (t + kernel_width - 1) * n_kernels
        for t in range(1, out_width + 1)
    }
    return min(costs, key=costs.get)


def in_fractions(out_width, kernel_width, n_kernels, ratio):
    def cost(t):
        return Fraction(ratio * (t + kernel_width - 1), t) + n_kernels * (
            t + kernel_width - 1
        )

    return sorted(range(1, out_width + 1), key=cost)[0]


def downhill(out_width, kernel_width, n_kernels, ratio):
    t = 1
    while t < out_width and ratio * (kernel_width - 1) > n_kernels * t * (t + 1):
        t += 1
    return t


def closed_form(out_width, kernel_width, n_kernels, ratio):
    square = ratio * (kernel_width - 1) / n_kernels
    return int(min(max(ceil((sqrt(1 + 4 * square) - 1) / 2), 1), out_width))


def beside_the_root(out_width, kernel_width, n_kernels, ratio):
    root = floor(sqrt(ratio * (kernel_width - 1) / n_kernels))
    near = {min(max(t, 1), out_width) for t in (root, root + 1)}
    return min(near, key=lambda t: (t + kernel_width - 1) * (ratio / t + n_kernels))


WRITTEN = {
    "strip_width": [
        width_of,
        by_reading,
        by_trying,
        lambda t, w, s, d: np.int32(width_of(t, w, s, d)),
        lambda t, w, s, d: np.array(width_of(t, w, s, d)),
        lambda t, w, s, d: t * s - s + w * d - d + 1,
    ],
    "banded_matrix": [
        by_index,
        by_impulses,
        by_loops,
        by_rolling,
        lambda kernels, t: np.asfortranarray(by_index(kernels, t)),
        lambda kernels, t: by_index(kernels, t).astype(np.float32),
    ],
    "correlate_in_strips": [
        overlapping,
        wide_kernel_with_stride,
        narrower_last,
        lambda images, kernels, t: overlapping(images, kernels, t).tolist(),
        lambda images, kernels, t: np.asfortranarray(narrower_last(images, kernels, t)),
        lambda images, kernels, t: narrower_last(images, kernels, t).astype(np.float32),
    ],
    "cheapest_t": [
        by_argmin,
        by_min,
        in_fractions,
        downhill,
        closed_form,
        beside_the_root,
        lambda *arguments: np.int16(by_argmin(*arguments)),
    ],
}


@pytest.mark.parametrize(
    ("name", "function"),
    [(name, function) for name in NAMES for function in WRITTEN[name]],
)
def test_right_however_it_is_written(capsys, name, function):
    report = judged(capsys, name, function)
    assert ": right on " in report and "then not" not in report, report
    assert "likely" not in report


def ints_only(kernels, t):
    matrix = np.zeros(by_index(kernels, t).shape, dtype=int)
    matrix[...] = by_index(kernels, t)
    return matrix


def axes_of(kernels, t):
    """Return the right matrix as rows, columns, channels, window, kernel."""
    n_kernels, height, width, channels = kernels.shape
    return by_index(kernels, t).reshape(height, t + width - 1, channels, t, n_kernels)


def at_positions(kernels, t, wide, step):
    """Put windows into the flat strip with a wrong width of row, or a wrong step."""
    n_kernels, height, width, channels = kernels.shape
    matrix = np.zeros((height * (t + width - 1) * channels, t * n_kernels))
    window = x.window_index((height, wide, channels), kernels.shape[1:])
    for j in range(t):
        there = window + j * step
        kept = there < len(matrix)
        columns = slice(j * n_kernels, (j + 1) * n_kernels)
        matrix[there[kept], columns] = x.kernel_matrix(kernels)[kept]
    return matrix


def whole_strips(images, kernels, t):
    out_width = images.shape[2] - kernels.shape[2] + 1
    parts = [
        overlapping(
            images[:, :, n * t : (n + 1) * t + kernels.shape[2] - 1], kernels, t
        )
        for n in range(out_width // t)
    ]
    return np.concatenate(parts, axis=2)


def whole_strips_in_zeros(images, kernels, t):
    out = x.correlate(images, kernels) * 0
    made = whole_strips(images, kernels, t)
    out[:, :, : made.shape[2]] = made
    return out


def padded_and_not_cut(images, kernels, t):
    out_width = images.shape[2] - kernels.shape[2] + 1
    missing = -out_width % t
    return x.correlate(np.pad(images, ((0, 0), (0, 0), (0, missing), (0, 0))), kernels)


def overlap_kept(images, kernels, t):
    out = x.correlate(images, kernels)
    starts = [min(first, out.shape[2] - t) for first in range(0, out.shape[2], t)]
    return np.concatenate([out[:, :, start : start + t] for start in starts], axis=2)


def overlap_in_the_wrong_place(images, kernels, t):
    right = x.correlate(images, kernels)
    out = np.zeros_like(right)
    for first in range(0, right.shape[2], t):
        start = min(first, right.shape[2] - t)
        place = out[:, :, first : first + t]
        place[...] = right[:, :, start : start + place.shape[2]]
    return out


def strips_of(images, kernels, t):
    out = x.correlate(images, kernels)
    return [out[:, :, first : first + t] for first in range(0, out.shape[2], t)]


def joined_along(axis):
    def function(images, kernels, t):
        shape = x.correlate(images, kernels).shape
        flat = [
            strip.reshape(*shape[:axis], -1) for strip in strips_of(images, kernels, t)
        ]
        return np.concatenate(flat, axis=min(axis, 1)).reshape(shape)

    return function


def kernels_first(images, kernels, t):
    """Take column k * t + j, as if the matrix went by kernel first."""
    parts = []
    for strip in strips_of(images, kernels, t):
        n, height, width, k = strip.shape
        parts.append(strip.reshape(n, height, k, width).swapaxes(2, 3))
    return np.concatenate(parts, axis=2)


def matrix_by_kernel(images, kernels, t):
    """Multiply by a matrix that goes by kernel first, and reshape to (t, K)."""
    parts = [
        np.ascontiguousarray(strip.swapaxes(2, 3)).reshape(strip.shape)
        for strip in strips_of(images, kernels, t)
    ]
    return np.concatenate(parts, axis=2)


def with_images(images, kernels, t):
    mixed = images.reshape(-1, len(images)).T.reshape(images.shape)
    return overlapping(mixed, kernels, t)


def searched(cost, ts=lambda out_width: range(1, out_width + 1)):
    def function(out_width, kernel_width, n_kernels, ratio):
        def of(t):
            return cost(t, kernel_width, n_kernels, ratio)

        return min(ts(out_width) or [1], key=of)

    return function


def cost(t, kernel_width, n_kernels, ratio):
    return (t + kernel_width - 1) * (ratio / t + n_kernels)


def root(out_width, kernel_width, n_kernels, ratio):
    return (ratio * (kernel_width - 1) / n_kernels) ** 0.5


ROOT = "this is the square root"
LAST = "the last strip: 12 outputs are 2 whole strips of 5, and 2 more"
ORDER = "kernel k in window j is column j * K + k"
INSIDE = "inside a strip the outputs go by window, then by kernel"
SIDE = "the strips lie side by side in a row: join them along axis 2"
STEPS = "from the first of t windows to the last there are t - 1 steps"
COLUMNS = "from the first kernel column to the last there is one step less"
WRONG = [
    ("strip_width", lambda t, w, s, d: t + w - 1, "neither stride nor dilation"),
    (
        "strip_width",
        lambda t, w, s, d: t - 1 + (w - 1) * d + 1,
        "the stride is left out",
    ),
    ("strip_width", lambda t, w, s, d: (t - 1) * s + w, "the dilation is left out"),
    ("strip_width", lambda t, w, s, d: (t - 1) * d + (w - 1) * s + 1, "are exchanged"),
    (
        "strip_width",
        lambda t, w, s, d: (t - 1) * s + (w - 1) * d,
        "off by one: the first",
    ),
    ("strip_width", lambda t, w, s, d: width_of(t, w, s, d) + 1, "one pixel too many"),
    ("strip_width", lambda t, w, s, d: t * s + (w - 1) * d + 1, STEPS),
    ("strip_width", lambda t, w, s, d: t * s + (w - 1) * d, STEPS),
    ("strip_width", lambda t, w, s, d: (t - 1) * s + w * d, COLUMNS),
    ("strip_width", lambda t, w, s, d: (t - 1) * s + w * d + 1, COLUMNS),
    ("strip_width", lambda t, w, s, d: t * s + w * d, "one less than kernel columns"),
    (
        "strip_width",
        lambda t, w, s, d: t * ((w - 1) * d + 1),
        "neighbouring windows overlap",
    ),
    (
        "strip_width",
        lambda t, w, s, d: len({j * s + i * d for j in range(t) for i in range(w)}),
        "that no window reads",
    ),
    (
        "strip_width",
        lambda t, w, s, d: (t - 1) * s + (w - 1) * (d + 1) + 1,
        "a dilation of 4 is a step of 4, not of 5",
    ),
    (
        "strip_width",
        lambda t, w, s, d: (t - 1) * (s + 1) + (w - 1) * d + 1,
        "a stride of 6 is a step of 6, not of 7",
    ),
    (
        "strip_width",
        lambda t, w, s, d: width_of(t, w, s, d) / 1,
        "the number is right, but it is a float",
    ),
    ("strip_width", lambda t, w, s, d: [width_of(t, w, s, d)], "expected  one number"),
    ("strip_width", lambda t, w, s, d: range(0), "returned a range"),
    (
        "banded_matrix",
        lambda k, t: x.kernel_matrix(k),
        "axis 1, column: 5 came, 30 expected",
    ),
    ("banded_matrix", lambda k, t: by_index(k, t).T, "shape (30, 64): transposed"),
    (
        "banded_matrix",
        lambda k, t: axes_of(k, t).swapaxes(3, 4).reshape(-1, t * len(k)),
        ORDER,
    ),
    (
        "banded_matrix",
        lambda k, t: axes_of(k, t).swapaxes(3, 4).reshape(-1, t * len(k)).T,
        "and it is transposed",
    ),
    (
        "banded_matrix",
        lambda k, t: axes_of(k, t)[..., ::-1, :].reshape(-1, t * len(k)),
        "window 0 is the leftmost",
    ),
    (
        "banded_matrix",
        lambda k, t: by_index(k[:, ::-1, ::-1], t),
        "the kernels are turned",
    ),
    (
        "banded_matrix",
        lambda k, t: by_index(k[:, :, ::-1], t),
        "the kernels are turned",
    ),
    (
        "banded_matrix",
        lambda k, t: by_index(k.reshape(-1, len(k)).T.reshape(k.shape), t),
        "the kernels are mixed",
    ),
    (
        "banded_matrix",
        lambda k, t: by_index(k.swapaxes(1, 2).reshape(k.shape), t),
        "rows and columns are swapped in the kernels'",
    ),
    (
        "banded_matrix",
        lambda k, t: by_index(np.moveaxis(k, 3, 1).reshape(k.shape), t),
        "the channels come last inside a kernel",
    ),
    (
        "banded_matrix",
        lambda k, t: axes_of(k, t).transpose(2, 0, 1, 3, 4).reshape(-1, t * len(k)),
        "the channels come last inside a strip",
    ),
    (
        "banded_matrix",
        lambda k, t: axes_of(k, t).swapaxes(0, 1).reshape(-1, t * len(k)),
        "a strip's pixels go along its row 0 first",
    ),
    (
        "banded_matrix",
        lambda k, t: by_rolling(np.pad(k, ((0, 0), (0, 0), (0, 1), (0, 0))), t),
        "a row of the strip has t + kernel_width - 1 = 8 pixels, not 9",
    ),
    ("banded_matrix", ints_only, "the decimals are lost"),
    (
        "banded_matrix",
        lambda k, t: at_positions(k, t, t + k.shape[2] - 1, 0),
        "all windows stand at the same place",
    ),
    (
        "banded_matrix",
        lambda k, t: at_positions(k, t, t + k.shape[2] - 1, 1),
        "one pixel is 4 positions long",
    ),
    (
        "banded_matrix",
        lambda k, t: at_positions(k, t, k.shape[2], k.shape[3]),
        "a row of the strip is 32 positions long, a kernel's row 12",
    ),
    (
        "banded_matrix",
        lambda k, t: at_positions(
            k, t, t + k.shape[2] - 1, (t + k.shape[2] - 1) * k.shape[3]
        ),
        "a window moves to the right, not down",
    ),
    ("banded_matrix", lambda k, t: axes_of(k, t), "5 axes came, 2 were expected"),
    ("correlate_in_strips", whole_strips, LAST),
    ("correlate_in_strips", whole_strips_in_zeros, LAST),
    (
        "correlate_in_strips",
        padded_and_not_cut,
        "only 12 outputs of a row are asked for",
    ),
    ("correlate_in_strips", overlap_kept, "its first outputs came already"),
    (
        "correlate_in_strips",
        overlap_in_the_wrong_place,
        "its first outputs came already",
    ),
    ("correlate_in_strips", joined_along(0), SIDE),
    ("correlate_in_strips", joined_along(1), SIDE),
    (
        "correlate_in_strips",
        lambda i, k, t: strips_of(i, k, t)[-1],
        "only the last strip",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: strips_of(i, k, t)[0],
        "only the first strip",
    ),
    ("correlate_in_strips", kernels_first, INSIDE),
    ("correlate_in_strips", matrix_by_kernel, INSIDE),
    (
        "correlate_in_strips",
        lambda i, k, t: np.concatenate(
            [strip[:, :, ::-1] for strip in strips_of(i, k, t)], axis=2
        ),
        "inside a strip the leftmost output comes first",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: np.moveaxis(overlapping(i, k, t), 3, 1),
        "the kernels are the last axis",
    ),
    ("correlate_in_strips", with_images, "the images are mixed"),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, k, t).swapaxes(0, 1),
        "the images are the first axis",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, k[:, ::-1, ::-1], t),
        "the kernels are turned",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, np.moveaxis(k, 3, 1).reshape(k.shape), t),
        "the channels come last",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, k.swapaxes(1, 2).reshape(k.shape), t),
        "rows and columns are swapped",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, k, t).astype(int),
        "the decimals are lost",
    ),
    (
        "correlate_in_strips",
        lambda i, k, t: overlapping(i, k, t).reshape(len(i), -1, len(k)),
        "3 axes came, 4 were expected",
    ),
    ("cheapest_t", root, ROOT),
    ("cheapest_t", lambda o, w, k, r: sqrt(r) / sqrt(k) * sqrt(w - 1), ROOT),  # rounds
    ("cheapest_t", lambda *a: round(root(*a)), ROOT),
    ("cheapest_t", lambda *a: int(root(*a)), ROOT),
    ("cheapest_t", lambda *a: ceil(root(*a)), ROOT),
    ("cheapest_t", lambda *a: min(max(round(root(*a)), 1), a[0]), ROOT),
    (
        "cheapest_t",
        searched(cost, lambda w: range(1, w)),
        "t = out_width, is never tried",
    ),
    ("cheapest_t", searched(cost, lambda w: range(2, w + 1)), "t = 1, is never tried"),
    (
        "cheapest_t",
        searched(cost, lambda w: [t for t in range(1, w + 1) if w % t == 0]),
        "t need not divide the width",
    ),
    ("cheapest_t", lambda *a: by_argmin(*a) - 1, "argmin counts from 0"),
    ("cheapest_t", lambda *a: cost(by_argmin(*a), *a[1:]), "this is the least cost"),
    ("cheapest_t", searched(lambda *a: -cost(*a)), "this is the dearest t"),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w - 1) * (r / t + 1)),
        "each value is multiplied 2 times",
    ),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w - 1) * (r + k)),
        "this is 1 where",
    ),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w - 1) * (t / r + k)),
        "this is 1 where",
    ),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w - 1) / t * r if w > 1 else t),
        "only the copying is counted",
    ),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w - 1) * (k / t + r)),
        "n_kernels and ratio are exchanged",
    ),
    (
        "cheapest_t",
        searched(lambda t, w, k, r: (t + w) * (r / t + k)),
        "t + kernel_width - 1 pixels wide, not t + kernel_width",
    ),
    ("cheapest_t", searched(lambda t, w, k, r: (t + w - 1) * (r // t + k)), "// drops"),
    (
        "cheapest_t",
        lambda *a: float(by_argmin(*a)),
        "the number is right, but it is a float",
    ),
    ("cheapest_t", lambda *a: (by_argmin(*a), 1), "expected  one number"),
]


@pytest.mark.parametrize(("name", "function", "said"), WRONG, ids=[w[0] for w in WRONG])
def test_diagnosis(capsys, name, function, said):
    refused(capsys, name, function, said)
    report = judged(capsys, name, function)
    assert said in report, report


@pytest.mark.parametrize("name", NAMES)
def test_every_mistake_is_told_as_itself(capsys, name, monkeypatch):
    task = task_of(name, monkeypatch)
    for cause in task.causes:
        for number in range(len(list(cause(*task.cases[0])))):

            def function(*arguments, cause=cause, number=number):
                given = [a.copy() if hasattr(a, "copy") else a for a in arguments]
                return list(cause(*given))[number][1]

            report = judged(capsys, name, function)
            told = report.split("likely    ")[-1].strip()
            texts = {list(cause(*case))[number][0] for case in task.cases}
            assert told in texts, (cause, number, report)


@pytest.mark.parametrize("name", ["strip_width", "cheapest_t"])
def test_a_number_that_is_wrong_for_no_known_reason_is_given_none(capsys, name):
    functions = [
        lambda a, b, c, d, n=n: (3 * a + 5 * b + 7 * c + d) % n for n in range(5, 40)
    ]
    functions += [
        lambda a, b, c, d: b,
        lambda a, b, c, d: c + 1,
        lambda a, b, c, d: a // 2 + 2,
    ]
    for function in functions:
        report = judged(capsys, name, function)
        assert "not" in report.splitlines()[0] and "likely" not in report, report


def test_of_slips_of_one_kind_the_likeliest_is_named(capsys):
    def slips(a, b):
        yield "b is added", np.int64(a + b)
        yield "two is added", np.int64(a + 2)

    cases = [(1, 2), (3, 7), (4, 9), (6, 5)]  # the first cannot tell
    task = Task(
        "doubled", ("a", "b"), (), cases, lambda a, b: np.int64(2 * a), (slips,)
    )
    for function, told in (
        (lambda a, b: a + 2, "two is added"),
        (lambda a, b: a + b, "b is added"),
    ):
        judge(function, task)
        assert told in capsys.readouterr().out


def test_no_case_of_the_cheapest_strip_is_a_tie(monkeypatch):
    for out_width, kernel_width, n_kernels, ratio in task_of(
        "cheapest_t", monkeypatch
    ).cases:
        costs = sorted(
            cost(Fraction(t), kernel_width, n_kernels, ratio)
            for t in range(1, out_width + 1)
        )
        assert len(costs) == 1 or costs[1] - costs[0] > 1e-8 * costs[0]


def test_the_cases_hold_what_tells_mistakes_apart(monkeypatch):
    rests, least = set(), []
    for images, kernels, t in task_of("correlate_in_strips", monkeypatch).cases:
        out_width = images.shape[2] - kernels.shape[2] + 1
        assert 1 <= t <= out_width
        rests.add((out_width // t, out_width % t))
        least.append((t == 1, t == out_width))
    assert len(rests) > 8 and (True, False) in least and (False, True) in least
    assert any(whole > 2 and rest > 1 for whole, rest in rests)
    best = {
        (1 if t == 1 else 2 if t == case[0] else 3)
        for case in task_of("cheapest_t", monkeypatch).cases
        for t in [RIGHT["cheapest_t"](*case)]
    }
    assert best == {1, 2, 3}, "the narrowest, the widest, and one between"


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
def test_right_for_some_strips_only_is_refused(capsys, where):
    def function(images, kernels, t):
        out = x.correlate(images, kernels)
        return out if RIGHT_WHERE[where](out.shape[2], t) else out + 1

    refused(capsys, "correlate_in_strips", function, where)
    if "row" in where or "few" in where or "left" in where:
        return

    def matrix(kernels, t):
        right = by_index(kernels, t)
        return right if RIGHT_WHERE[where](6, t) else right + 1

    refused(capsys, "banded_matrix", matrix, where)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((24, 5), "the kernels' matrix"),
        ((30, 54), "stand along the rows"),
        ((60, 30), "before any step"),
        ((144, 30), "share pixels"),
        ((18, 30), "every channel"),
        ((27, 30), "as many rows"),
        ((84, 30), "the columns that become more"),
        ((54, 5), "for each output"),
        ((54, 6), "a column for each kernel"),
        ((54, 31), "Look again at: outputs of a strip"),
        ((55, 30), "Look again at: values of a strip"),
        ((9, 6, 3), "It has 2 axes"),
        (54, "the answer is a shape"),
    ],
)
def test_hints_for_the_shape(capsys, answer, told):
    assert told in judged(capsys, "shape_of_banded", answer)


def test_the_report_tells_the_range_of_t(capsys):
    checks.strip_width(width_of)
    assert (
        capsys.readouterr().out == "strip_width: right on 26 cases, from t 1 to 200.\n"
    )
