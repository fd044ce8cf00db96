"""What learners answer in chapter 10 on strips' widths, and what they are told."""

import numpy as np

import xcorr_helpers as x
from tests.checks.answers.chapter_10_matrix import by_index
from tests.checks.answers.parts import after


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


RIGHT = {
    "strip_width": [
        width_of,
        by_reading,
        by_trying,
        lambda t, w, s, d: np.int32(width_of(t, w, s, d)),
        lambda t, w, s, d: np.array(width_of(t, w, s, d)),
        lambda t, w, s, d: t * s - s + w * d - d + 1,
    ],
}
STEPS = "from the first of t windows to the last there are t - 1 steps"
COLUMNS = "from the first kernel column to the last there is one step less"
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
}
BANDED = by_index(np.ones((5, 2, 4, 3)), 6).shape
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
