"""Wrong shapes, strides, dilations and paddings, and what is said of each.

A group is the functions, the argument, the sentence, and the values that it is said of:
each row holds a value, the error, and the words that stand for {} in the sentence.
"""

import numpy as np

from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlation_indices,
    output_shape,
    window_index,
    window_offsets,
)

LARGEST = int(np.iinfo(np.intp).max)
INDEX_FUNCTIONS = (output_shape, window_index, window_offsets, correlation_indices)
STEPPING = (output_shape, window_offsets, correlation_indices)
GRADIENTS = (correlate_input_gradient, correlate_kernel_gradient)


class Unreadable:
    """Neither a number nor a sequence nor a text."""


# Not one of these is a whole number, or a sequence of them.
NO_NUMBERS = [
    (None, TypeError, "None"),
    (True, TypeError, "True"),
    (np.True_, TypeError, "np.True_"),
    (2.0, TypeError, "2.0"),
    (1.5, TypeError, "1.5"),
    (float("nan"), TypeError, "nan"),
    (float("inf"), TypeError, "inf"),
    (np.float64(2), TypeError, "np.float64(2.0)"),
    (2j, TypeError, "2j"),
    ({2: 3}, TypeError, "{2: 3}"),
    ({2, 3}, TypeError, "{2, 3}"),
    (b"23", TypeError, "b'23'"),
    (bytearray(b"23"), TypeError, "bytearray(b'23')"),
    (memoryview(b"23"), TypeError, "an object of type memoryview"),
    ((size for size in (2, 3)), TypeError, "an object of type generator"),
    (Unreadable(), TypeError, "an object of type Unreadable"),
    (
        np.ma.array([2, 3]),
        TypeError,
        "a masked array",
    ),
]
# Two items, as there should be, and one of them wrong.
NO_PAIRS = [
    ((2, True), TypeError, "(2, True)"),
    ((2, 3.0), TypeError, "(2, 3.0)"),
    ((2, None), TypeError, "(2, None)"),
    ((2, "3"), TypeError, "(2, '3')"),
    ((2, 3j), TypeError, "(2, 3j)"),
    ((2, float("nan")), TypeError, "(2, nan)"),
    ([2, [3]], TypeError, "[2, [3]]"),
    ((2, np.array([3])), TypeError, "(2, array([3]))"),
    ((2, np.ma.array(3)), TypeError, "(2, a masked array)"),
    (np.array(["2", "3"]), TypeError, "array(['2', '3'], dtype='<U1')"),
    (np.array([2.0, 3.0]), TypeError, "array([2., 3.])"),
    (np.array([2, 3], "m8[s]"), TypeError, "array([2, 3], dtype='timedelta64[s]')"),
    (np.array([2, None]), TypeError, "array([2, None], dtype=object)"),
    ((-2, 3), ValueError, "(-2, 3)"),
    ((2, -3), ValueError, "(2, -3)"),
    ([2, np.int8(-3)], ValueError, "[2, np.int8(-3)]"),
]
NO_LENGTHS = [
    ((), ValueError, "()"),
    ((2,), ValueError, "(2,)"),
    (np.array([2]), ValueError, "array([2])"),
    ([2] * 9, ValueError, "[2, 2, 2, 2, 2, 2, ...]"),
]
NO_SHAPES = [
    *NO_NUMBERS,
    *NO_LENGTHS,
    (2, TypeError, "2"),
    (np.array(2), TypeError, "array(2)"),
    ("23", TypeError, "'23'"),
    ("2" * 999, TypeError, f"'{'2' * 37}...{'2' * 38}'"),
    ((2, 3, 1, 1), ValueError, "(2, 3, 1, 1)"),
    (np.array([[2, 3]]), ValueError, "array([[2, 3]])"),
]
NO_STEPS = [
    *NO_NUMBERS,
    *NO_PAIRS,
    *NO_LENGTHS,
    (0, ValueError, "0"),
    (-1, ValueError, "-1"),
    (np.int64(0), ValueError, "np.int64(0)"),
    ((0, 1), ValueError, "(0, 1)"),
    ((1, 0), ValueError, "(1, 0)"),
    ((1, 2, 3), ValueError, "(1, 2, 3)"),
    ("2", TypeError, "'2'"),
    ("same", TypeError, "'same'"),
]

GROUPS = [
    (
        INDEX_FUNCTIONS,
        "image_shape",
        "image_shape must be (height, width) or (height, width, channels), in whole "
        "numbers of at least 1, got {}",
        [
            *NO_SHAPES,
            *NO_PAIRS,
            ((0, 9), ValueError, "(0, 9)"),
            ((5, 9, 0), ValueError, "(5, 9, 0)"),
        ],
    ),
    (
        INDEX_FUNCTIONS,
        "kernel_shape",
        "kernel_shape must be (kernel_height, kernel_width) or (kernel_height, "
        "kernel_width, channels), in whole numbers of at least 1, got {}",
        [
            *NO_SHAPES,
            *NO_PAIRS,
            ((2, 0), ValueError, "(2, 0)"),
            ((2, 3, 0), ValueError, "(2, 3, 0)"),
        ],
    ),
    (
        [correlate_input_gradient],
        "image_shape",
        "image_shape must be (H, W, C), in whole numbers of at least 1, got {}",
        [
            *NO_SHAPES,
            ((6, 8), ValueError, "(6, 8)"),
            ((6, 8, 0), ValueError, "(6, 8, 0)"),
            ((6, -8, 2), ValueError, "(6, -8, 2)"),
            ((6, 8, 2.0), TypeError, "(6, 8, 2.0)"),
            ((6, 8, True), TypeError, "(6, 8, True)"),
        ],
    ),
    (
        [correlate_kernel_gradient],
        "kernel_shape",
        "kernel_shape must be (kh, kw, C), in whole numbers of at least 1, got {}",
        [
            *NO_SHAPES,
            ((2, 3), ValueError, "(2, 3)"),
            ((0, 3, 2), ValueError, "(0, 3, 2)"),
            ((2, 3, -2), ValueError, "(2, 3, -2)"),
            ((2, 3, None), TypeError, "(2, 3, None)"),
            ((2, "3", 2), TypeError, "(2, '3', 2)"),
        ],
    ),
    (
        [*STEPPING, correlate, *GRADIENTS],
        "stride",
        "stride must be a whole number of at least 1, or (rows, columns), got {}",
        NO_STEPS,
    ),
    (
        [*INDEX_FUNCTIONS, correlate, *GRADIENTS],
        "dilation",
        "dilation must be a whole number of at least 1, or (rows, columns), got {}",
        NO_STEPS,
    ),
    (
        [*STEPPING, correlate, *GRADIENTS],
        "stride",
        f"stride must be at most {LARGEST}, the largest index here, got {{}}",
        [
            (2**70, ValueError, "1180591620717411303424"),
            ((1, 2**70), ValueError, "(1, 1180591620717411303424)"),
            (LARGEST + 1, ValueError, f"{LARGEST + 1}"),
        ],
    ),
    (
        [*INDEX_FUNCTIONS, correlate, *GRADIENTS],
        "dilation",
        f"dilation must be at most {LARGEST}, the largest index here, got {{}}",
        [
            (2**70, ValueError, "1180591620717411303424"),
            ((2**70, 1), ValueError, "(1180591620717411303424, 1)"),
            (LARGEST + 1, ValueError, f"{LARGEST + 1}"),
        ],
    ),
    (
        [output_shape, correlate, *GRADIENTS],
        "padding",
        "padding must be a whole number of at least 0, (rows, columns), ((top, bottom), "
        '(left, right)), "valid", "same" or "full", got {}',
        [
            *NO_NUMBERS,
            *NO_PAIRS,
            *NO_LENGTHS,
            (-1, ValueError, "-1"),
            ((1, 2, 3), ValueError, "(1, 2, 3)"),
            ((1, 2, 3, 4), ValueError, "(1, 2, 3, 4)"),
            (((1, 2),), ValueError, "((1, 2),)"),
            (((1, 2), 3), TypeError, "((1, 2), 3)"),
            (((1,), (2,)), ValueError, "((1,), (2,))"),
            (((1, 2), (3, 4, 5)), ValueError, "((1, 2), (3, 4, 5))"),
            (((1, 2), (3, -4)), ValueError, "((1, 2), (3, -4))"),
            (((1, 2), (3, 4.0)), TypeError, "((1, 2), (3, 4.0))"),
            (((1, 2), (3, True)), TypeError, "((1, 2), (3, True))"),
            (np.array([[1, -2], [3, 4]]), ValueError, "array([[ 1, -2], [ 3, 4]])"),
            ("", ValueError, "''"),
            ("Same", ValueError, "'Same'"),
            ("1", ValueError, "'1'"),
            ("reflect", ValueError, "'reflect'"),
            (("same", "full"), TypeError, "('same', 'full')"),
        ],
    ),
]
