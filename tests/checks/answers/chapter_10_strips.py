"""What learners answer in chapter 10 on strips, and what they are told."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

import xcorr_helpers as x
from tests.checks.answers.chapter_5 import channels_first, mixed
from tests.checks.answers.chapter_10_matrix import by_index
from tests.checks.answers.parts import after, before, by_columns, into_ints


def right(images, kernels, t):
    return x.correlate(images, kernels)


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
    "correlate_in_strips": [
        right,
        overlapping,
        wide_kernel_with_stride,
        narrower_last,
        lambda images, kernels, t: overlapping(images, kernels, t).tolist(),
        lambda images, kernels, t: np.asfortranarray(narrower_last(images, kernels, t)),
        lambda images, kernels, t: narrower_last(images, kernels, t).astype(np.float32),
    ],
}


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
INSIDE = "inside a strip the outputs go by window, then by kernel"
SIDE = "the strips lie side by side in a row: join them along axis 2"
LAST_AXIS = "the kernels are the last axis of the output"
TURNED = "the kernels are turned"
VALUES = "rows and columns are swapped in the kernels'"
WRONG = {
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
        f"{LAST_AXIS}\n": after(lambda a: np.moveaxis(a, 3, 1), right),
        f"{LAST_AXIS}; a reshape does not": [
            after(lambda a: a.reshape(len(a), a.shape[3], *a.shape[1:3]), right),
            after(channels_first, right),
        ],
        "the images are mixed": before(0, mixed, right),
        "the images are the first axis of the output\n": (
            after(lambda a: a.swapaxes(0, 1), right)
        ),
        "the images are the first axis of the output; a reshape": (
            after(lambda a: a.swapaxes(0, 1).reshape(a.shape), right)
        ),
        TURNED: before(1, lambda k: k[:, ::-1, ::-1], right),
        "the channels come last": before(1, channels_first, right),
        VALUES: before(1, lambda k: by_columns(k, 1, 2), right),
        "the decimals are lost": into_ints(right),
        "3 axes came, 4 were expected": (
            after(lambda a: a.reshape(len(a), -1, a.shape[3]), right)
        ),
    },
}
