"""Arguments that do not go together, or ask for too much, and what is said of them.

A row holds the functions, the argument that the message is about, what is changed in
the right call of `wrong_arrays`, and the message: always a ValueError.
"""

import numpy as np

from tests.package.wrong_arrays import IMAGES, KERNELS, OUTPUTS
from tests.package.wrong_numbers import GRADIENTS, INDEX_FUNCTIONS, LARGEST
from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlation_indices,
    output_shape,
    window_index,
    window_offsets,
)

COUNTED = f"at most {LARGEST} values, as many as an index can count"
BYTES = f"of at most {LARGEST} bytes, as many as an index can count"
HALF = (LARGEST + 1) // 2
WIDE = np.broadcast_to(
    np.int8(0), (LARGEST // 16, 2, 3, 2)
)  # one value, shown many times

FITTING = [
    (
        INDEX_FUNCTIONS,
        "kernel_shape",
        {"kernel_shape": (2, 3, 1)},
        "image_shape (5, 9) and kernel_shape (2, 3, 1) must have the same number of "
        "axes: give both their channels, or neither",
    ),
    (
        INDEX_FUNCTIONS,
        "image_shape",
        {"image_shape": [5, 9, 1]},
        "image_shape (5, 9, 1) and kernel_shape (2, 3) must have the same number of "
        "axes: give both their channels, or neither",
    ),
    (
        INDEX_FUNCTIONS,
        "kernel_shape",
        {"image_shape": (5, 9, 3), "kernel_shape": (2, 3, 2)},
        "kernel_shape (2, 3, 2) must have as many channels as image_shape (5, 9, 3): "
        "3, not 2",
    ),
    (
        [correlate],
        "kernels",
        {"kernels": KERNELS[..., :1]},
        "each kernel of kernels (4, 2, 3, 1) must have as many channels as images "
        "(3, 6, 8, 2): 2, not 1",
    ),
    (
        [correlate_input_gradient],
        "kernels",
        {"kernels": KERNELS[..., :1]},
        "each kernel of kernels (4, 2, 3, 1) must have as many channels as image_shape "
        "(6, 8, 2): 2, not 1",
    ),
    (
        [correlate_kernel_gradient],
        "kernel_shape",
        {"kernel_shape": (2, 3, 1)},
        "kernel_shape (2, 3, 1) must have as many channels as images (3, 6, 8, 2): 2, "
        "not 1",
    ),
    (
        INDEX_FUNCTIONS,
        "kernel_shape",
        {"kernel_shape": (6, 3)},
        "kernel_shape (6, 3) must fit into the padded image: it spans 6 x 3 pixels with "
        "dilation (1, 1), the padded image has 5 x 9",
    ),
    (
        INDEX_FUNCTIONS,
        "dilation",
        {"dilation": (1, 5)},
        "kernel_shape (2, 3) must fit into the padded image: it spans 2 x 11 pixels with "
        "dilation (1, 5), the padded image has 5 x 9",
    ),
    (
        [correlate],
        "dilation",
        {"dilation": 9},
        "each kernel of kernels (4, 2, 3, 2) must fit into the padded image: it spans "
        "10 x 19 pixels with dilation (9, 9), the padded image has 6 x 8",
    ),
    (
        [output_shape],
        "kernel_shape",
        {"kernel_shape": (9, 3), "padding": ((1, 2), (0, 0))},
        "kernel_shape (9, 3) must fit into the padded image: it spans 9 x 3 pixels with "
        "dilation (1, 1), the padded image has 8 x 9",
    ),
    (
        [correlate, correlate_input_gradient],
        "kernels",
        {"kernels": np.zeros((4, 7, 3, 2))},
        "each kernel of kernels (4, 7, 3, 2) must fit into the padded image: it spans "
        "7 x 3 pixels with dilation (1, 1), the padded image has 6 x 8",
    ),
    (
        [correlate],
        "kernels",
        {"kernels": np.zeros((4, 9, 11, 2)), "padding": (1, 1)},
        "each kernel of kernels (4, 9, 11, 2) must fit into the padded image: it spans "
        "9 x 11 pixels with dilation (1, 1), the padded image has 8 x 10",
    ),
    (
        [correlate_kernel_gradient],
        "kernel_shape",
        {"kernel_shape": [2, 9, 2]},
        "kernel_shape (2, 9, 2) must fit into the padded image: it spans 2 x 9 pixels "
        "with dilation (1, 1), the padded image has 6 x 8",
    ),
    (
        GRADIENTS,
        "output_gradient",
        {"output_gradient": OUTPUTS[:, 1:]},
        "output_gradient must have 5 x 6 placements, as `correlate` makes of these "
        "shapes, got shape (3, 4, 6, 4)",
    ),
    (
        [correlate_input_gradient],
        "output_gradient",
        {"image_shape": (9, 8, 2)},
        "output_gradient must have 8 x 6 placements, as `correlate` makes of these "
        "shapes, got shape (3, 5, 6, 4)",
    ),
    (
        GRADIENTS,
        "output_gradient",
        {"stride": (2, 1)},
        "output_gradient must have 3 x 6 placements, as `correlate` makes of these "
        "shapes, got shape (3, 5, 6, 4)",
    ),
    (
        [correlate_input_gradient],
        "output_gradient",
        {"output_gradient": OUTPUTS[..., 1:]},
        "output_gradient must have a last axis as long as kernels, 4, got shape "
        "(3, 5, 6, 3)",
    ),
    (
        [correlate_kernel_gradient],
        "output_gradient",
        {"output_gradient": OUTPUTS[:2]},
        "output_gradient must have a first axis as long as images, 3, got shape "
        "(2, 5, 6, 4)",
    ),
]

TOO_LARGE = [
    (
        INDEX_FUNCTIONS,
        "image_shape",
        {"image_shape": (HALF, 2)},
        f"image_shape ({HALF}, 2) must have {COUNTED}",
    ),
    (
        INDEX_FUNCTIONS,
        "image_shape",
        {"image_shape": (2**40, 2**40, 3), "kernel_shape": (2, 3, 3)},
        f"image_shape (1099511627776, 1099511627776, 3) must have {COUNTED}",
    ),
    (
        [correlate_input_gradient],
        "image_shape",
        {"image_shape": (2**40, 2**40, 2)},
        f"image_shape (1099511627776, 1099511627776, 2) must have {COUNTED}",
    ),
    (
        [output_shape],
        "padding",
        {"padding": 2**70},
        f"padding must give a padded image of {COUNTED}, got 1180591620717411303424, "
        "which gives 2361183241434822606853 x 2361183241434822606857 x 1",
    ),
    (
        [correlate, *GRADIENTS],
        "padding",
        {"padding": (2**40, 2**39)},
        f"padding must give a padded image of {COUNTED}, got (1099511627776, "
        "549755813888), which gives 2199023255558 x 1099511627784 x 2",
    ),
    (
        [output_shape],
        "padding",
        {"padding": "full", "dilation": (HALF, 1)},
        f"padding must give a padded image of {COUNTED}, got 'full', which gives "
        f"{2 * HALF + 5} x 13 x 1",
    ),
    (
        [window_index],
        "kernel_shape",
        {"image_shape": (HALF, 1), "kernel_shape": (HALF, 1)},
        f"kernel_shape must give an index {BYTES}, got ({HALF}, 1), which gives shape "
        f"({HALF}, 1, 1)",
    ),
    (
        [window_offsets],
        "image_shape",
        {"image_shape": (1, HALF), "kernel_shape": (1, 1)},
        f"image_shape must give an index {BYTES}, got (1, {HALF}), which gives shape "
        f"(1, {HALF})",
    ),
    (
        [correlation_indices],
        "image_shape",
        {"image_shape": (LARGEST // 48, 5), "kernel_shape": (3, 4)},
        f"image_shape must give an index {BYTES}, got ({LARGEST // 48}, 5), which gives "
        f"shape ({2 * (LARGEST // 48 - 2)}, 12)",
    ),
    (
        [correlate],
        "images",
        {"images": WIDE},
        f"images must give an output {BYTES}, got shape {WIDE.shape} with padding 0, "
        f"which gives shape ({len(WIDE)}, 1, 1, 4)",
    ),
    (
        [correlate],
        "images",
        {"images": IMAGES, "padding": (0, LARGEST // 48)},
        f"images must give an output {BYTES}, got shape (3, 6, 8, 2) with padding "
        f"(0, {LARGEST // 48}), which gives shape (3, 5, {2 * (LARGEST // 48) + 6}, 4)",
    ),
    (
        [correlate_input_gradient],
        "image_shape",
        {
            "image_shape": (HALF // 2, 1, 2),
            "kernels": KERNELS[:, :, :1],
            "stride": HALF // 2 - 2,
            "output_gradient": OUTPUTS[:, :2, :1],
        },
        f"image_shape must give a gradient {BYTES}, got ({HALF // 2}, 1, 2), which "
        f"gives shape (3, {HALF // 2}, 1, 2)",
    ),
    (
        [correlate_kernel_gradient],
        "kernel_shape",
        {
            "kernel_shape": (LARGEST // 48, 1, 2),
            "padding": ((LARGEST // 48, 0), (0, 0)),
            "output_gradient": np.zeros((3, 7, 8, 4)),
        },
        f"kernel_shape must give a gradient {BYTES}, got ({LARGEST // 48}, 1, 2), which "
        f"gives shape (4, {LARGEST // 48}, 1, 2)",
    ),
]
