"""What learners answer in chapter 3, and what they are told."""

import numpy as np
from scipy.signal import correlate2d

import xcorr_helpers as x
from tests.checks.answers.chapter_2 import ints_step_by_step, loops
from tests.checks.answers.parts import after, before, by_columns, into_ints


def many(image, kernels):
    return x.correlate(image[None, ..., None], kernels[..., None])[0]


def each_by(function):
    return lambda image, kernels: np.stack([function(image, k) for k in kernels], 2)


RIGHT = {
    "kernel_matrix": [
        x.kernel_matrix,
        lambda kernels: np.stack([k.ravel() for k in kernels], axis=1),
        lambda kernels: np.moveaxis(kernels, 0, 2).reshape(-1, len(kernels)),
    ],
    "apply_kernels": [
        many,
        each_by(lambda image, kernel: correlate2d(image, kernel, "valid")),
        each_by(loops),
    ],
}


def reshaped_kernels(image, kernels):
    index = x.correlation_indices(image.shape, kernels.shape[1:])
    out = image.ravel()[index] @ kernels.reshape(-1, len(kernels))
    return out.reshape(many(image, kernels).shape)


LAST = "the kernels are the last axis of the output, not the first"
WRONG = {
    "kernel_matrix": {
        "shape (8, 6): transposed": lambda k: k.reshape(len(k), -1),
        "the kernels are mixed": lambda k: k.reshape(-1, len(k)),
        "rows and columns are swapped": lambda k: k.T.reshape(-1, len(k)),
        "are turned": lambda k: k[:, ::-1, ::-1].reshape(len(k), -1).T,
    },
    "apply_kernels": {
        LAST: [
            after(lambda a: np.moveaxis(a, 2, 0), many),
            after(lambda a: a.reshape(a.shape[2], *a.shape[:2]), many),
        ],
        "the kernels' axis must be moved": (
            after(lambda a: np.moveaxis(a, 2, 0).reshape(a.shape), many)
        ),
        "the kernels are mixed": reshaped_kernels,
        "in the output's shape": (
            after(lambda a: a.reshape(a.shape[1], a.shape[0], -1), many)
        ),
        "in the output\n": after(lambda a: a.swapaxes(0, 1), many),
        "in the kernels' values": before(1, lambda k: by_columns(k, 1, 2), many),
        "the decimals are lost": [
            into_ints(many),
            each_by(ints_step_by_step),
            before(1, np.trunc, many),
        ],
    },
}
INDEX = x.correlation_indices((6, 10), (3, 2))
PAPER = {
    "shape_of_product": (
        (np.ones(60)[INDEX] @ np.ones((6, 5))).shape,
        ("placements", "kernels"),
        {
            (5, 36): "Transposed",
            (60, 5): "Not every pixel",
            INDEX.shape: "what was gathered",
            (4, 9, 5): "what it is folded into",
        },
    ),
    "number_of_mix": (
        3 * 7 - -2,
        (),
        {3 * 7 - 2: "Taking away a negative number", 7 - -2: "The 3 counts"},
    ),
}
