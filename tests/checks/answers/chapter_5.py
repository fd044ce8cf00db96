"""What learners answer in chapter 5, and what they are told."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

import xcorr_helpers as x
from tests.checks.answers.parts import after, before, by_columns, grid


def loops(images, kernels):
    n, height, width, channels = images.shape
    k, rows, columns, _ = kernels.shape
    out = np.zeros((n, height - rows + 1, width - columns + 1, k))
    for at in np.ndindex(out.shape):
        for i, j, c in np.ndindex(rows, columns, channels):
            pixel = images[at[0], at[1] + i, at[2] + j, c]
            out[at] += pixel * kernels[at[3], i, j, c]
    return out


def by_einsum(images, kernels):
    windows = sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))
    return np.einsum("nrocij,kijc->nrok", windows, kernels)


def in_blocks(images, kernels, block):
    parts = [images[n : n + block] for n in range(0, len(images), block)]
    return np.concatenate([by_einsum(part, kernels) for part in parts])


def first_window(image_shape, kernel_shape):
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    channels, rows, columns = kernel_shape
    return positions[:channels, :rows, :columns].ravel()


RIGHT = {
    "correlate_batch": [x.correlate, loops, by_einsum],
    "correlate_in_blocks": [
        lambda images, kernels, block: x.correlate(images, kernels),
        in_blocks,
    ],
    "window_channels_first": [
        first_window,
        lambda i, k: [
            (c * i[1] + r) * i[2] + q
            for c in range(k[0])
            for r in range(k[1])
            for q in range(k[2])
        ],
    ],
}


def mixed(images):
    """What reshape(-1, n_images).T keeps for each image."""
    return images.reshape(-1, len(images)).T.reshape(images.shape)


def channels_first(array):
    return np.moveaxis(array, 3, 1).reshape(array.shape)


def planes(k, plane, row):
    """List a window with these steps between channels, and between rows."""
    channels = np.arange(k[0])[:, None, None]
    return channels * plane + grid(k[1], k[2], row)


def whole_blocks(images, kernels, block):
    whole = len(images) // block * block
    return in_blocks(images[:whole], kernels, block)


def whole_blocks_in_zeros(images, kernels, block):
    out = x.correlate(images, kernels) * 0
    whole = whole_blocks(images, kernels, block)
    out[: len(whole)] = whole
    return out


def last_block(images, kernels, block):
    for n in range(0, len(images), block):
        out = x.correlate(images[n : n + block], kernels)
    return out


SWAPPED = "rows and columns are swapped"
PLANE = "one channel is height * width = 72 positions long"
WRONG = {
    "correlate_batch": {
        "the images are mixed": before(0, mixed, x.correlate),
        "inside a window: look at the kernels": before(1, channels_first, x.correlate),
        "inside a window: look at the images": before(0, channels_first, x.correlate),
        "the kernels are the last axis of the output\n": [
            after(lambda a: np.moveaxis(a, 3, 1), x.correlate),
            after(lambda a: np.moveaxis(a, 3, 0), x.correlate),
        ],
        "a reshape does not move an axis": [
            after(
                lambda a: a.reshape(a.shape[0], a.shape[3], *a.shape[1:3]), x.correlate
            ),
            after(channels_first, x.correlate),
        ],
        f"{SWAPPED} in the output's shape": after(
            lambda a: a.reshape(a.shape[0], a.shape[2], a.shape[1], -1), x.correlate
        ),
        f"{SWAPPED} in the output\n": after(lambda a: a.swapaxes(1, 2), x.correlate),
        f"{SWAPPED} in the kernels' values": (
            before(1, lambda k: by_columns(k, 1, 2), x.correlate)
        ),
        "3 axes came, 4 were expected": after(lambda a: a[0], x.correlate),
    },
    "window_channels_first": {
        "this is channels last": [
            lambda i, k: x.window_index((*i[1:], i[0]), (*k[1:], k[0])),
            lambda i, k: np.moveaxis(
                x.window_index((*i[1:], i[0]), (*k[1:], k[0])).reshape(*k[1:], k[0]),
                2,
                0,
            ).ravel(),
        ],
        "the channels come first inside a window": (
            lambda i, k: np.moveaxis(first_window(i, k).reshape(k), 0, 2).ravel()
        ),
        "the row step must be the image's width, 9, not its height, 8": (
            lambda i, k: planes(k, i[1] * i[2], i[1]).ravel()
        ),
        f"{PLANE}, not 8\n": lambda i, k: planes(k, i[1], i[2]).ravel(),
        f"{PLANE}, not 9": lambda i, k: planes(k, i[2], i[2]).ravel(),
        f"{PLANE}, not 27": lambda i, k: planes(k, i[0] * i[2], i[2]).ravel(),
        f"{PLANE}, not 24": lambda i, k: planes(k, i[0] * i[1], i[2]).ravel(),
        f"{SWAPPED}: a kernel row has 4 values, not 2": [
            lambda i, k: planes((k[0], k[2], k[1]), i[1] * i[2], i[2]).ravel(),
            lambda i, k: planes((k[0], k[2], k[1]), i[1] * i[2], i[1]).ravel(),
        ],
        f"{SWAPPED}: each channel goes along its row 0 first": [
            lambda i, k: planes(k, i[1] * i[2], i[2]).swapaxes(1, 2).ravel(),
            lambda i, k: planes(k, i[1] * i[2], i[1]).swapaxes(1, 2).ravel(),
        ],
    },
    "correlate_in_blocks": {
        "4 images are 1 whole blocks of 3, and 1 more": [
            whole_blocks,
            whole_blocks_in_zeros,
        ],
        "only the first block": lambda i, k, block: x.correlate(i[:block], k),
        "only the last block": last_block,
    },
}
GATHERED = np.ones((6, 140))[:, x.correlation_indices((7, 10, 2), (3, 4, 2))]
PAPER = {
    "shape_of_gathered": (
        GATHERED.shape,
        ("images", "placements", "kernel values"),
        {
            (35, 24): "keeps the axis of the images",
            (6 * 35, 24): "keeps the axis of the images",
            (6, 35, 3 * 4): "every channel of its pixels",
            (6, 24, 35): "placements come before",
        },
    ),
}
