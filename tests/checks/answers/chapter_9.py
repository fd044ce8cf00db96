"""What learners answer in chapter 9 on strips, and what they are told."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

import xcorr_helpers as x
from tests.checks.answers import chapter_9_cheapest as cheapest
from tests.checks.answers.chapter_5 import channels_first, mixed
from tests.checks.answers.parts import after, before, by_columns, into_ints
from xcorr_helpers._engine import strips


def width_of(t, kernel_width, stride, dilation):
    return (t - 1) * stride + (kernel_width - 1) * dilation + 1


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


def banded(kernels, t):
    return strips.banded_matrix(kernels, strips.strips_of(t, kernels.shape[2], 1, 1))


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


RIGHT = {
    "strip_width": [
        lambda t, width, stride, dilation: (
            strips.strips_of(t, width, stride, dilation).extent
        ),
        width_of,
        by_reading,
        by_trying,
        lambda t, w, s, d: np.int32(width_of(t, w, s, d)),
        lambda t, w, s, d: np.array(width_of(t, w, s, d)),
        lambda t, w, s, d: t * s - s + w * d - d + 1,
    ],
    "banded_matrix": [
        banded,
        by_index,
        by_impulses,
        by_loops,
        by_rolling,
        lambda kernels, t: np.asfortranarray(by_index(kernels, t)),
        lambda kernels, t: by_index(kernels, t).astype(np.float32),
    ],
    "correlate_in_strips": [
        lambda images, kernels, t: x.correlate(images, kernels),
        overlapping,
        wide_kernel_with_stride,
        narrower_last,
        lambda images, kernels, t: overlapping(images, kernels, t).tolist(),
        lambda images, kernels, t: np.asfortranarray(narrower_last(images, kernels, t)),
        lambda images, kernels, t: narrower_last(images, kernels, t).astype(np.float32),
    ],
    "cheapest_t": cheapest.RIGHT,
}


def axes_of(change):
    """Change the right matrix, as rows, columns, channels, window, kernel."""

    def matrix(kernels, t):
        n_kernels, height, width, channels = kernels.shape
        axes = height, t + width - 1, channels, t, n_kernels
        return change(by_index(kernels, t).reshape(axes)).reshape(-1, t * n_kernels)

    return matrix


def at_positions(wide, step):
    """Put windows into the flat strip with a wrong width of row, or a wrong step."""

    def matrix(kernels, t):
        n_kernels, height, width, channels = kernels.shape
        strip = t + width - 1
        row = wide(strip, width, channels)
        matrix = np.zeros((height * strip * channels, t * n_kernels))
        window = np.add.outer(np.arange(height) * row, np.arange(width * channels))
        for j in range(t):
            there = window.ravel() + j * step(strip, channels)
            kept = there < len(matrix)
            columns = slice(j * n_kernels, (j + 1) * n_kernels)
            matrix[there[kept], columns] = x.kernel_matrix(kernels)[kept]
        return matrix

    return matrix


def first_window_only(kernels, t):
    matrix = by_index(kernels, t)
    matrix[:, len(kernels) :] = 0
    return matrix


def side_by_side(kernels, t):
    """Windows that do not overlap: a kernel's matrix, t times."""
    n_kernels, height, width, channels = kernels.shape
    matrix = np.zeros((height, t, width, channels, t, n_kernels))
    for j in range(t):
        matrix[:, j, :, :, j] = np.moveaxis(kernels, 0, 3)
    return matrix.reshape(-1, t * n_kernels)


def strips_in(images, kernels, t):
    out = x.correlate(images, kernels)
    return [out[:, :, first : first + t] for first in range(0, out.shape[2], t)]


def whole_strips(images, kernels, t):
    whole = [part for part in strips_in(images, kernels, t) if part.shape[2] == t]
    return np.concatenate(whole, axis=2)


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


def joined_along(axis):
    def function(images, kernels, t):
        shape = x.correlate(images, kernels).shape
        flat = [
            part.reshape(*shape[:axis], -1) for part in strips_in(images, kernels, t)
        ]
        return np.concatenate(flat, axis=min(axis, 1)).reshape(shape)

    return function


def each_strip(change):
    return lambda images, kernels, t: np.concatenate(
        [change(strip) for strip in strips_in(images, kernels, t)], axis=2
    )


def by_kernel(strip):
    """Take column k * t + j, as if the matrix went by kernel first."""
    n, height, width, k = strip.shape
    return strip.reshape(n, height, k, width).swapaxes(2, 3)


LAST = "the last strip: 12 outputs are 2 whole strips of 5, and 2 more"
ORDER = "kernel k in window j is column j * K + k"
INSIDE = "inside a strip the outputs go by window, then by kernel"
SIDE = "the strips lie side by side in a row: join them along axis 2"
LAST_AXIS = "the kernels are the last axis of the output"
STEPS = "from the first of t windows to the last there are t - 1 steps"
COLUMNS = "from the first kernel column to the last there is one step less"
WIDE = "a row of the strip has t + kernel_width - 1 = 8 pixels"
LONG = "a row of the strip is 32 positions long"
TURNED = "the kernels are turned"
VALUES = "rows and columns are swapped in the kernels'"
CORRELATE = RIGHT["correlate_in_strips"][0]
WRONG = {
    "strip_width": {
        "neither stride nor dilation": lambda t, w, s, d: t + w - 1,
        "the stride is left out": lambda t, w, s, d: width_of(t, w, 1, d),
        "the dilation is left out": lambda t, w, s, d: width_of(t, w, s, 1),
        "are exchanged": lambda t, w, s, d: width_of(t, w, d, s),
        "off by one: the first": lambda t, w, s, d: (t - 1) * s + (w - 1) * d,
        "one pixel too many": lambda t, w, s, d: (t - 1) * s + (w - 1) * d + 2,
        STEPS: [
            lambda t, w, s, d: t * s + (w - 1) * d + 1,
            lambda t, w, s, d: t * s + (w - 1) * d,
        ],
        COLUMNS: [
            lambda t, w, s, d: (t - 1) * s + w * d,
            lambda t, w, s, d: (t - 1) * s + w * d + 1,
        ],
        "one less than kernel columns": [
            lambda t, w, s, d: t * s + w * d,
            lambda t, w, s, d: t * s + w * d + 1,
        ],
        "neighbouring windows overlap": lambda t, w, s, d: t * ((w - 1) * d + 1),
        "that no window reads": lambda t, w, s, d: len(
            {j * s + i * d for j in range(t) for i in range(w)}
        ),
        "a dilation of 4 is a step of 4, not of 5": (
            lambda t, w, s, d: width_of(t, w, s, d + 1)
        ),
        "a stride of 6 is a step of 6, not of 7": (
            lambda t, w, s, d: width_of(t, w, s + 1, d)
        ),
        "the number is right, but it is a float": after(float, width_of),
        "expected  one number": lambda t, w, s, d: [width_of(t, w, s, d)],
        "returned a range": lambda t, w, s, d: range(0),
    },
    "banded_matrix": {
        "axis 1, column: 5 came, 30 expected": lambda k, t: x.kernel_matrix(k),
        "shape (30, 64): transposed": after(np.transpose, by_index),
        f"{ORDER}\n": axes_of(lambda a: a.swapaxes(3, 4)),
        "and it is transposed": after(
            np.transpose, axes_of(lambda a: a.swapaxes(3, 4))
        ),
        "window 0 is the leftmost": [
            axes_of(lambda a: a[..., ::-1, :]),
            after(lambda a: a[:, ::-1], by_index),
        ],
        TURNED: [
            before(0, lambda k: k[:, ::-1, ::-1], by_index),
            before(0, lambda k: k[:, ::-1], by_index),
            before(0, lambda k: k[:, :, ::-1], by_index),
            before(0, lambda k: k[:, ::-1, ::-1, ::-1], by_index),
        ],
        "the kernels are mixed": before(0, mixed, by_index),
        VALUES: before(0, lambda k: by_columns(k, 1, 2), by_index),
        "the channels come last inside a kernel": before(0, channels_first, by_index),
        "the channels come last inside a strip": [
            axes_of(lambda a: a.transpose(2, 0, 1, 3, 4)),
            axes_of(lambda a: a.transpose(0, 2, 1, 3, 4)),
            axes_of(lambda a: a.transpose(2, 1, 0, 3, 4)),
        ],
        "a strip's pixels go along its row 0 first": axes_of(
            lambda a: a.swapaxes(0, 1)
        ),
        f"{WIDE}, not 9": before(
            0, lambda k: np.pad(k, ((0, 0), (0, 0), (0, 1), (0, 0))), by_rolling
        ),
        f"{WIDE}: neighbouring windows overlap": side_by_side,
        "the decimals are lost": into_ints(by_index),
        "all windows stand at the same place": at_positions(
            lambda strip, width, channels: strip * channels, lambda strip, channels: 0
        ),
        "only window 0 is there": first_window_only,
        "one pixel is 4 positions long": at_positions(
            lambda strip, width, channels: strip * channels, lambda strip, channels: 1
        ),
        f"{LONG}, a kernel's row 12": at_positions(
            lambda strip, width, channels: width * channels,
            lambda strip, channels: channels,
        ),
        f"{LONG}: count the channels, too": at_positions(
            lambda strip, width, channels: strip, lambda strip, channels: channels
        ),
        "a window moves to the right, not down": at_positions(
            lambda strip, width, channels: strip * channels,
            lambda strip, channels: strip * channels,
        ),
        "5 axes came, 2 were expected": after(lambda a: a[None, None, None], by_index),
    },
    "correlate_in_strips": {
        LAST: [whole_strips, whole_strips_in_zeros],
        "only 12 outputs of a row are asked for": padded_and_not_cut,
        "its first outputs came already": [overlap_kept, overlap_in_the_wrong_place],
        SIDE: [joined_along(0), joined_along(1)],
        "only the last strip": lambda i, k, t: strips_in(i, k, t)[-1],
        "only the first strip": lambda i, k, t: strips_in(i, k, t)[0],
        INSIDE: [
            each_strip(by_kernel),
            each_strip(lambda strip: strip.swapaxes(2, 3).reshape(strip.shape)),
        ],
        "the leftmost output comes first": each_strip(lambda strip: strip[:, :, ::-1]),
        f"{LAST_AXIS}\n": after(lambda a: np.moveaxis(a, 3, 1), overlapping),
        f"{LAST_AXIS}; a reshape does not": [
            after(lambda a: a.reshape(len(a), a.shape[3], *a.shape[1:3]), overlapping),
            after(channels_first, overlapping),
        ],
        "the images are mixed": before(0, mixed, overlapping),
        "the images are the first axis of the output\n": (
            after(lambda a: a.swapaxes(0, 1), overlapping)
        ),
        "the images are the first axis of the output; a reshape": (
            after(lambda a: a.swapaxes(0, 1).reshape(a.shape), overlapping)
        ),
        TURNED: before(1, lambda k: k[:, ::-1, ::-1], overlapping),
        "the channels come last": before(1, channels_first, overlapping),
        VALUES: before(1, lambda k: by_columns(k, 1, 2), overlapping),
        "the decimals are lost": into_ints(overlapping),
        "3 axes came, 4 were expected": (
            after(lambda a: a.reshape(len(a), -1, a.shape[3]), overlapping)
        ),
    },
    "cheapest_t": cheapest.WRONG,
}
BANDED = banded(np.ones((5, 2, 4, 3)), 6).shape
PAPER = {
    "shape_of_banded": (
        BANDED,
        ("values of a strip", "outputs of a strip"),
        {
            x.kernel_matrix(np.ones((5, 2, 4, 3))).shape: "the kernels' matrix",
            BANDED[::-1]: "stand along the rows",
            (2 * (6 + 4) * 3, 30): "before any step",
            (2 * (6 * 4) * 3, 30): "share pixels",
            (2 * (6 + 4 - 1), 30): "every channel",
            ((6 + 4 - 1) * 3, 30): "as many rows",
            ((2 + 6 - 1) * 4 * 3, 30): "the columns that become more",
            (54, 5): "for each output",
            (54, 6): "a column for each kernel",
        },
    ),
}
