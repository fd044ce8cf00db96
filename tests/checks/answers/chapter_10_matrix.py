"""What learners answer in chapter 10 on banded matrices, and what they are told."""

import numpy as np

import xcorr_helpers as x
from tests.checks.answers.chapter_5 import channels_first, mixed
from tests.checks.answers.parts import after, before, by_columns, into_ints


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


RIGHT = {
    "banded_matrix": [
        by_index,
        by_impulses,
        by_loops,
        by_rolling,
        lambda kernels, t: np.asfortranarray(by_index(kernels, t)),
        lambda kernels, t: by_index(kernels, t).astype(np.float32),
    ],
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


ORDER = "kernel k in window j is column j * K + k"
WIDE = "a row of the strip has t + kernel_width - 1 = 8 pixels"
LONG = "a row of the strip is 32 positions long"
TURNED = "the kernels are turned"
VALUES = "rows and columns are swapped in the kernels'"
WRONG = {
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
}
