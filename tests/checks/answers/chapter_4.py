"""What learners answer in chapter 4, and what they are told."""

import numpy as np

import xcorr_helpers as x
from tests.checks.answers.parts import after, grid, out_of

RIGHT = {
    "window_with_channels": [
        x.window_index,
        lambda i, k: np.arange(np.prod(i)).reshape(i)[: k[0], : k[1]].ravel(),
    ],
    "offsets_with_channels": [
        x.window_offsets,
        lambda i, k: (
            np.arange(np.prod(i))
            .reshape(i)[: i[0] - k[0] + 1, : i[1] - k[1] + 1, 0]
            .ravel()
        ),
    ],
}


def pixels(kernel_shape, row, column):
    """List a window with these steps, all channels of a pixel side by side."""
    rows, columns, channels = kernel_shape
    return grid(rows, columns, row, column)[..., None] + np.arange(channels)


def planes(i, k):
    """List a window as if the image came channel by channel."""
    return np.arange(k[2])[:, None, None] * i[0] * i[1] + grid(*k[:2], i[1])


def in_wide_rows(axis):
    """Exchange rows and columns, where a row has the image's height, or its width."""

    def step(i):
        return i[axis] * i[2]

    return (
        lambda i, k: pixels((k[1], k[0], k[2]), step(i), i[2]).ravel(),
        lambda i, k: pixels(k, step(i), i[2]).swapaxes(0, 1).ravel(),
        lambda i, k: pixels(k, i[2], step(i)).ravel(),
    )


def placed(down=0, across=0):
    """List the offsets of too many or too few placements."""

    def offsets(i, k):
        rows, columns = out_of(i, k)
        return grid(rows + down, columns + across, i[1] * i[2], i[2]).ravel()

    return offsets


def starts(i, k):
    return x.window_offsets(i, k).reshape(out_of(i, k))


HEIGHT = "the row step must be the image's width, 9, not its height, 8"
SWAPPED = "rows and columns are swapped"
TURNED = list(zip(in_wide_rows(1), in_wide_rows(0)))
WRONG = {
    "window_with_channels": {
        "the channels come last inside a window": (
            lambda i, k: x.window_index(i, k).reshape(k).transpose(2, 0, 1).ravel()
        ),
        "the channels of a pixel are neighbours": [
            lambda i, k: planes(i, k).ravel(),
            lambda i, k: np.moveaxis(planes(i, k), 0, 2).ravel(),
        ],
        HEIGHT: lambda i, k: pixels(k, i[0] * i[2], i[2]).ravel(),
        "one row is width * channels = 27 positions long, not 9\n": (
            lambda i, k: pixels(k, i[1], i[2]).ravel()
        ),
        "likely    one pixel is 3 positions long, not 1": (
            lambda i, k: pixels(k, i[1] * i[2], 1).ravel()
        ),
        "not 9; one pixel is 3 positions long, not 1": (
            lambda i, k: pixels(k, i[1], 1).ravel()
        ),
        "the channels are left out: 8 positions, not 24": [
            lambda i, k: x.window_index(i[:2], k[:2]),
            lambda i, k: grid(*k[:2], i[1] * i[2], i[2]).ravel(),
        ],
        f"{SWAPPED}: a kernel row has 4 pixels, not 2": TURNED[0],
        f"{SWAPPED}: the window goes along row 0 first": TURNED[1],
        f"{SWAPPED}: the row is what is multiplied": TURNED[2],
    },
    "offsets_with_channels": {
        "likely    one step to the right is 3 positions": (
            lambda i, k: grid(*out_of(i, k), i[1] * i[2], 1).ravel()
        ),
        "one step down is width * channels = 27 positions, not 9": (
            lambda i, k: grid(*out_of(i, k), i[1], i[2]).ravel()
        ),
        "the channels are left out": lambda i, k: x.window_offsets(i[:2], k[:2]),
        "no placement starts in the middle of a pixel": (
            lambda i, k: np.add.outer(x.window_offsets(i, k), np.arange(i[2])).ravel()
        ),
        "6 x 5 placements, 7 x 6 fit": placed(-1, -1),
        "6 rows, 7 fit": placed(-1, 0),
        "5 columns, 6 fit": placed(0, -1),
        "8 x 7 placements, 7 x 6 fit": placed(1, 1),
        "8 rows, 7 fit": placed(1, 0),
        "7 columns, 6 fit": placed(0, 1),
        HEIGHT: lambda i, k: grid(*out_of(i, k), i[0] * i[2], i[2]).ravel(),
        f"{SWAPPED}: placements go along row 0 first": after(
            lambda a: a.T.ravel(), starts
        ),
        f"{SWAPPED}: 7 placements fit down, 6 across": (
            lambda i, k: grid(*out_of(i, k)[::-1], i[1] * i[2], i[2]).ravel()
        ),
    },
}
PAPER = {
    "position_with_channels": (
        np.ravel_multi_index((2, 5, 1), (4, 7, 3)),
        (),
        {
            2 * 7 + 5 + 1: "Each pixel takes 3 positions",
            np.ravel_multi_index((1, 2, 5), (3, 4, 7)): "channels first",
            (2 * 4 + 5) * 3 + 1: "as long as the image is wide",
            (5 * 7 + 2) * 3 + 1: "swapped",
        },
    ),
    "shape_of_index": (
        x.correlation_indices((10, 13, 3), (3, 4, 3)).shape,
        ("placements", "kernel values"),
        {
            (80, 3 * 4): "every channel of its pixels",
            (80 * 3, 36): "in the middle of a pixel",
            (36, 80): "Transposed",
            (80, 6): "That is the output",
        },
    ),
}
