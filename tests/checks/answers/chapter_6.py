"""What learners answer in chapter 6, and what they are told."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

import xcorr_helpers as x
from tests.checks.answers.parts import grid, out_of


def dilated(i, k, d):
    return x.window_index(i, k, dilation=d)


def strided(i, k, s):
    return x.window_offsets(i, k, stride=s)


RIGHT = {
    "dilated_window": [
        dilated,
        lambda i, k, d: [
            r * d[0] * i[1] + c * d[1] for r in range(k[0]) for c in range(k[1])
        ],
    ],
    "strided_offsets": [
        strided,
        lambda i, k, s: (
            np.arange(i[0] * i[1])
            .reshape(i)[: i[0] - k[0] + 1 : s, : i[1] - k[1] + 1 : s]
            .ravel()
        ),
    ],
}


def miscounted(down, across):
    def offsets(i, k, s):
        rows, columns = x.output_shape(i, k, stride=s)
        return grid(rows + down, columns + across, i[1] * s, s).ravel()

    return offsets


def side_by_side(i, k, s):
    return grid(*x.output_shape(i, k, stride=s), i[1]).ravel()


SWAPPED = "rows and columns are swapped"
PAIR = "the dilation has two numbers: 3 for the rows, 2 for the columns"
HEIGHT = "the row step must be the image's width, 12, not its height, 7"
WRONG = {
    "dilated_window": {
        "the dilation is left out": lambda i, k, d: x.window_index(i, k),
        f"{SWAPPED} in the dilation": lambda i, k, d: dilated(i, k, d[::-1]),
        f"{SWAPPED}: a kernel row has 3 values, not 2": (
            lambda i, k, d: grid(*k[::-1], d[0] * i[1], d[1]).ravel()
        ),
        f"{SWAPPED}: the window goes along row 0 first": (
            lambda i, k, d: grid(*k, d[0] * i[1], d[1]).T.ravel()
        ),
        HEIGHT: lambda i, k, d: grid(*k, d[0] * i[0], d[1]).ravel(),
        "the rows are not dilated: they lie 3 apart": (
            lambda i, k, d: grid(*k, i[1], d[1]).ravel()
        ),
        "the columns are not dilated: they lie 2 apart": (
            lambda i, k, d: grid(*k, d[0] * i[1], 1).ravel()
        ),
        PAIR: [
            lambda i, k, d: grid(*k, d[0] * i[1], d[0]).ravel(),
            lambda i, k, d: grid(*k, d[1] * i[1], d[1]).ravel(),
        ],
        "a dilation of 2 is a step of 2: it leaves out 1 pixels": (
            lambda i, k, d: grid(*k, (d[0] + 1) * i[1], d[1] + 1).ravel()
        ),
    },
    "strided_offsets": {
        "every 2nd": lambda i, k, s: x.window_offsets(i, k)[::s],
        "every 4th": lambda i, k, s: x.window_offsets(i, k)[:: s * s],
        "the stride is left out": lambda i, k, s: x.window_offsets(i, k),
        "the rows have no stride: they start 2 apart": (
            lambda i, k, s: x.window_offsets(i, k, stride=(1, s))
        ),
        "the columns have no stride: they start 2 apart": (
            lambda i, k, s: x.window_offsets(i, k, stride=(s, 1))
        ),
        "but next to each other": side_by_side,
        "more placements than fit": [
            lambda i, k, s: x.window_offsets(i, k) * s,
            lambda i, k, s: grid(*out_of(i, k), i[1] * s, s).ravel(),
        ],
        "2 x 4 placements, 3 x 5 fit": miscounted(-1, -1),
        "2 rows, 3 fit": miscounted(-1, 0),
        "4 columns, 5 fit": miscounted(0, -1),
        "4 x 6 placements, 3 x 5 fit": miscounted(1, 1),
        "4 rows, 3 fit": miscounted(1, 0),
        "6 columns, 5 fit": miscounted(0, 1),
        HEIGHT: (
            lambda i, k, s: grid(*x.output_shape(i, k, stride=s), i[0] * s, s).ravel()
        ),
    },
}
IMPULSE, KERNEL = np.zeros((3, 5), int), np.arange(1, 7).reshape(2, 3)
IMPULSE[1, 2] = 1
KNOBS = {"stride": (2, 3), "padding": 1, "dilation": (2, 1)}
PAPER = {
    "shape_with_knobs": (
        x.output_shape((9, 14), (3, 2), **KNOBS),
        ("output rows", "output columns"),
        {
            x.output_shape((9, 14), (3, 2), **KNOBS | {"dilation": 1}): "spans more",
            (3, 5): "on both sides",
            (3, 4): "The first placement counts, too",
            (5, 4): "swapped",
        },
    ),
    "impulse_number": (
        correlate2d(IMPULSE, KERNEL, "valid")[0, 0],
        (),
        {
            convolve2d(IMPULSE, KERNEL, "valid")[0, 0]: "That is the convolution",
            0: "does reach the 1",
            KERNEL[0, 2]: "Row 1 of the image lies under row 1",
            KERNEL[1, 0]: "Column 2 of the image lies under column 2",
        },
    ),
}
