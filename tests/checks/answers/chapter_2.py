"""What learners answer in chapter 2, and what they are told."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate, correlate2d

import xcorr_helpers as x
from tests.checks.answers.parts import after, before, by_columns, grid, out_of


def one(image, kernel):
    return x.correlate(image[None, ..., None], kernel[None, ..., None])[0, ..., 0]


def loops(image, kernel):
    out = np.zeros(out_of(image.shape, kernel.shape))
    for r, c in np.ndindex(out.shape):
        out[r, c] = sum(image[r + i, c + j] * kernel[i, j] for i, j in at(kernel))
    return out


def at(kernel):
    return np.ndindex(kernel.shape)


def by_fourier(image, kernel):
    return correlate(image.astype(float), kernel.astype(float), "valid", method="fft")


RIGHT = {
    "window_index": [
        x.window_index,
        lambda i, k: np.array([r * i[1] + c for r, c in np.ndindex(k)]),
        lambda i, k: np.arange(i[0] * i[1]).reshape(i)[: k[0], : k[1]].ravel(),
        lambda i, k: np.flatnonzero(
            np.pad(np.ones(k), [(0, i[0] - k[0]), (0, i[1] - k[1])])
        ),
        lambda i, k: x.window_index(i, k).astype(np.uint32),
        lambda i, k: [r * i[1] + c for r in range(k[0]) for c in range(k[1])],
    ],
    "correlation_indices": [
        x.correlation_indices,
        lambda i, k: sliding_window_view(np.arange(i[0] * i[1]).reshape(i), k).reshape(
            -1, k[0] * k[1]
        ),
        lambda image_shape, kernel_shape, *ignored: np.add.outer(
            x.window_offsets(image_shape, kernel_shape),
            x.window_index(image_shape, kernel_shape),
        ),
    ],
    "correlate_image": [
        one,
        loops,
        by_fourier,
        lambda image, kernel: correlate2d(image, kernel, "valid"),
        lambda image, kernel: convolve2d(image, kernel[::-1, ::-1], "valid"),
        lambda image, kernel: loops(image, kernel).tolist(),
        lambda image, kernel: np.asfortranarray(one(image, kernel)),
    ],
}


def ints_only(image, kernel):
    out = np.zeros(out_of(image.shape, kernel.shape), dtype=image.dtype)
    out[...] = one(image, kernel)
    return out


def ints_step_by_step(image, kernel):
    out = np.zeros(out_of(image.shape, kernel.shape), dtype=int)
    for i, j in at(kernel):
        part = image[i : i + out.shape[0], j : j + out.shape[1]]
        out[...] = out + part * kernel[i, j]
    return out


def indexed(offsets, window):
    return lambda i, k: offsets(i, k).reshape(-1, 1) + window(i, k).ravel()


def placed(down=0, across=0, step=1):
    """Count placements, some too few or too many, in steps of height or width."""

    def offsets(i, k):
        rows, columns = out_of(i, k)
        return grid(rows + down, columns + across, i[step])

    return offsets


def repeated(step):
    """A loop over the kernel's columns where the one over its rows should be."""
    return lambda i, k: (
        np.tile(np.arange(k[0]), k[1]) + np.repeat(np.arange(k[0]) * i[step], k[1])
    )


HEIGHT = "the row step must be the image's width, 9, not its height, 5"
SWAPPED = "rows and columns are swapped"
TURNED = {
    f"{SWAPPED}: a kernel row has 3 values, not 2": [
        lambda i, k: grid(*k[::-1], i[1]).ravel(),
        lambda i, k: grid(*k[::-1], i[0]).ravel(),
        repeated(1),
        repeated(0),
    ],
    f"{SWAPPED}: the window goes along row 0 first": [
        lambda i, k: grid(*k, i[1]).T.ravel(),
        lambda i, k: grid(*k, i[0]).T.ravel(),
    ],
    f"{SWAPPED}: the row is what is multiplied": [
        lambda i, k: grid(*k, 1, i[1]).ravel(),
        lambda i, k: grid(*k, 1, i[0]).ravel(),
    ],
}
WINDOWS = [window for windows in TURNED.values() for window in windows]
ALONG_ROW_0 = after(np.transpose, placed())


def exchanged(i, k):
    return grid(*out_of(i, k)[::-1], i[1])


WRONG = {
    "window_index": {
        HEIGHT: lambda i, k: grid(*k, i[0]).ravel(),
        **TURNED,
        "width, 9, not the kernel's, 3": lambda i, k: np.arange(k[0] * k[1]),
        "ravel()": [
            lambda i, k: grid(*k, i[1]),
            lambda i, k: grid(*k, i[1]).reshape(1, -1),
            lambda i, k: grid(*k, i[1]).reshape(-1, 1),
        ],
        "floats": [
            lambda i, k: grid(*k, i[1]).ravel() * 1.0,
            lambda i, k: (grid(*k, i[1]).ravel() * 1.0).tolist(),
        ],
        "returned None: did you return": lambda i, k: print(grid(*k, i[1])),
        "numbers were asked for": lambda i, k: grid(*k, i[1]).ravel() > 0,
        "right on 24 cases, then not": lambda i, k: x.window_index(i, k).astype("i2"),
    },
    "correlation_indices": {
        "shape (6, 28): transposed": [
            lambda i, k: x.correlation_indices(i, k).T,
            lambda i, k: x.window_offsets(i, k) + x.window_index(i, k)[:, None],
        ],
        "3 x 6 placements, 4 x 7 fit": indexed(placed(-1, -1), x.window_index),
        "3 rows, 4 fit": indexed(placed(-1, 0), x.window_index),
        "6 columns, 7 fit": indexed(placed(0, -1), x.window_index),
        "5 x 8 placements, 4 x 7 fit": indexed(placed(1, 1), x.window_index),
        "5 rows, 4 fit": indexed(placed(1, 0), x.window_index),
        "8 columns, 7 fit": indexed(placed(0, 1), x.window_index),
        f"{HEIGHT}\n": indexed(placed(step=0), lambda i, k: grid(*k, i[0])),
        f"{HEIGHT}, in the offsets": indexed(placed(step=0), x.window_index),
        f"{HEIGHT}, in the window": indexed(placed(), lambda i, k: grid(*k, i[0])),
        f"{SWAPPED}: placements go along row 0 first": (
            indexed(ALONG_ROW_0, x.window_index)
        ),
        f"{SWAPPED}: 4 placements fit down, 7 across": (
            indexed(exchanged, x.window_index)
        ),
        f"{SWAPPED}: in the window": [
            indexed(offsets, window)
            for offsets in (placed(), ALONG_ROW_0, exchanged)
            for window in WINDOWS
        ],
    },
    "correlate_image": {
        "this is the convolution": lambda i, k: convolve2d(i, k, "valid"),
        "the kernel is upside down": lambda i, k: one(i, k[::-1]),
        "mirrored left to right": lambda i, k: one(i, k[:, ::-1]),
        "shape (7, 4): transposed": after(np.transpose, one),
        "in the output's shape": after(lambda a: a.reshape(a.shape[::-1]), one),
        "in the kernel's values": before(1, by_columns, one),
        "in the kernel\n": lambda i, k: one(i, k.T),
        "3 x 6 placements, 4 x 7 fit": after(lambda a: a[:-1, :-1], one),
        "3 rows, 4 fit": after(lambda a: a[:-1], one),
        "6 columns, 7 fit": after(lambda a: a[:, :-1], one),
        "the decimals are lost": [
            ints_only,
            ints_step_by_step,
            before(1, np.trunc, one),
            before(0, np.trunc, one),
        ],
        "axis 0, output row: 6 came, 4 expected": lambda i, k: correlate2d(i, k),
    },
}
PAPER = {
    "count_placements": (
        x.output_shape((7, 12), (3, 5)),
        ("output rows", "output columns"),
        {
            (8, 5): "swapped",
            (7 - 3, 12 - 5): "the first placement counts, too",
            (7, 12): "whole kernel has to lie on the image",
            (7 - 3 + 2, 12 - 5 + 2): "the last placement would stand out",
        },
    ),
}
