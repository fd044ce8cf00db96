"""Wrong arrays, and arguments that do not go together, and what is said of each.

`RIGHT` is a call of each function that works; a row of `ALONE` changes one argument of
it, a row of `TOGETHER` the argument it is about and perhaps others.
"""

import numpy as np

from xcorr_helpers import (
    correlate,
    correlate_input_gradient,
    correlate_kernel_gradient,
    correlation_indices,
    kernel_matrix,
    load_cifar10,
    load_mnist,
    output_shape,
    sample_path,
    window_index,
    window_offsets,
)

LARGEST = int(np.iinfo(np.intp).max)
IMAGES, KERNELS, OUTPUTS = (
    np.arange(np.prod(shape), dtype=float).reshape(shape)
    for shape in ((3, 6, 8, 2), (4, 2, 3, 2), (3, 5, 6, 4))
)
SHAPES = {"image_shape": (5, 9), "kernel_shape": (2, 3)}
RIGHT = {
    output_shape: SHAPES,
    window_index: SHAPES,
    window_offsets: SHAPES,
    correlation_indices: SHAPES,
    kernel_matrix: {"kernels": KERNELS},
    correlate: {"images": IMAGES, "kernels": KERNELS},
    correlate_input_gradient: {
        "output_gradient": OUTPUTS,
        "kernels": KERNELS,
        "image_shape": (6, 8, 2),
    },
    correlate_kernel_gradient: {
        "output_gradient": OUTPUTS,
        "images": IMAGES,
        "kernel_shape": (2, 3, 2),
    },
    load_mnist: {},
    load_cifar10: {},
    sample_path: {"name": "pytorch_conv2d.npz"},
}


class NeedsDetaching:
    """Refuses to be read, like a PyTorch tensor that records its gradient."""

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("use tensor.detach().numpy() instead")


class NoArray:
    def __array__(self, dtype=None, copy=None):
        return [1]


NOT_READ = "{name} must be an array of numbers, got "
NOT_HELD = "{name} must hold float64, float32, integers or booleans, got "
CONVERT = ": convert it first, as in np.asarray({name}, np.float64)"
APART = ": give its .real and its .imag, one after the other"
MASKED = (
    "{name} must be a plain array, got a masked one: fill it first, as in "
    "{name}.filled(0)"
)
RAGGED = NOT_READ + "a ragged list: all its rows must have the same length"

# Said of every array that is an argument; {name} is the argument's name.
ANY_ARRAY = [
    (None, TypeError, NOT_READ + "None"),
    (True, TypeError, NOT_READ + "True"),
    (5, TypeError, NOT_READ + "5"),
    (float("nan"), TypeError, NOT_READ + "nan"),
    (np.float32(5), TypeError, NOT_READ + "np.float32(5.0)"),
    (np.array(5), TypeError, NOT_READ + "array(5)"),
    ("images.npy", TypeError, NOT_READ + "'images.npy'"),
    (b"12", TypeError, NOT_READ + "b'12'"),
    ({1, 2}, TypeError, NOT_READ + "{1, 2}"),
    ({"a": 1}, TypeError, NOT_READ + "{'a': 1}"),
    ((row for row in IMAGES), TypeError, NOT_READ + "an object of type generator"),
    (object(), TypeError, NOT_READ + "an object of type object"),
    (
        NeedsDetaching(),
        TypeError,
        NOT_READ + "an object of type NeedsDetaching, which NumPy cannot read: use "
        "tensor.detach().numpy() instead",
    ),
    (
        NoArray(),
        TypeError,
        NOT_READ + "an object of type NoArray, which NumPy cannot read: object "
        "__array__ method not producing an array",
    ),
    ([[1, 2], [3]], ValueError, RAGGED),
    ([[[[1, 2], [3, 4]], [[5, 6], [7]]]], ValueError, RAGGED),
    ([np.zeros((2, 3, 1)), np.zeros((2, 4, 1))], ValueError, RAGGED),
    (np.ma.zeros((3, 2, 3, 2)), TypeError, MASKED),
    (np.ma.masked_less(IMAGES, 9), TypeError, MASKED),
    (list(np.ma.masked_less(IMAGES, 9)), TypeError, MASKED),
    (np.zeros((3, 2, 3, 2), complex), TypeError, NOT_HELD + "complex128" + APART),
    ([[[[1j]]]], TypeError, NOT_HELD + "complex128" + APART),
    (np.zeros((3, 2, 3, 2), object), TypeError, NOT_HELD + "object" + CONVERT),
    ([[[[None]]]], TypeError, NOT_HELD + "object" + CONVERT),
    ([[[[2**70]]]], TypeError, NOT_HELD + "object" + CONVERT),
    (np.zeros((3, 2, 3, 2), "f2"), TypeError, NOT_HELD + "float16" + CONVERT),
    ([[[["12"]]]], TypeError, NOT_HELD + str(np.dtype("U2")) + CONVERT),
    (np.zeros((3, 2, 3, 2), "M8[s]"), TypeError, NOT_HELD + "datetime64[s]" + CONVERT),
    (np.zeros((3, 2, 3, 2), "m8[s]"), TypeError, NOT_HELD + "timedelta64[s]" + CONVERT),
    (
        np.zeros((3, 2, 3, 2), [("red", "u1"), ("blue", "u1")]),
        TypeError,
        NOT_HELD + "[('red', 'u1'), ('blue', 'u1')]" + CONVERT,
    ),
]
LONG = np.dtype(np.longdouble)
if np.float64 != LONG:  # which it is on Windows
    ANY_ARRAY += [
        (np.zeros((3, 2, 3, 2), LONG), TypeError, NOT_HELD + f"{LONG}" + CONVERT)
    ]

AXIS = ": add a missing axis with [None] in front or [..., None] behind"
LEAST = " with every size at least 1, got shape "
LEAST_BUT_N = " with every size but N at least 1, got shape "
AXES_ROWS = {
    (kernel_matrix, "kernels"): [
        ([], "kernels must be (K, kh, kw) or (K, kh, kw, C), got shape (0,)"),
        (
            KERNELS[0, 0],
            "kernels must be (K, kh, kw) or (K, kh, kw, C), got shape (3, 2)",
        ),
        (
            KERNELS[None],
            "kernels must be (K, kh, kw) or (K, kh, kw, C), got shape (1, 4, 2, 3, 2)",
        ),
        (
            KERNELS[:0],
            "kernels must be (K, kh, kw) or (K, kh, kw, C)" + LEAST + "(0, 2, 3, 2)",
        ),
        (
            KERNELS[:, :, :0, 0],
            "kernels must be (K, kh, kw) or (K, kh, kw, C)" + LEAST + "(4, 2, 0)",
        ),
    ],
    (correlate, "images"): [
        ([], "images must be (N, H, W, C), got shape (0,)" + AXIS),
        (IMAGES[0, :, :, 0], "images must be (N, H, W, C), got shape (6, 8)" + AXIS),
        (IMAGES[0], "images must be (N, H, W, C), got shape (6, 8, 2)" + AXIS),
        (IMAGES[None], "images must be (N, H, W, C), got shape (1, 3, 6, 8, 2)"),
        (
            IMAGES[0, 0].view(np.matrix),
            "images must be (N, H, W, C), got shape (8, 2)" + AXIS,
        ),
        (IMAGES[:, :0], "images must be (N, H, W, C)" + LEAST_BUT_N + "(3, 0, 8, 2)"),
        (IMAGES[..., :0], "images must be (N, H, W, C)" + LEAST_BUT_N + "(3, 6, 8, 0)"),
    ],
    (correlate, "kernels"): [
        ([], "kernels must be (K, kh, kw, C), got shape (0,)" + AXIS),
        (KERNELS[0], "kernels must be (K, kh, kw, C), got shape (2, 3, 2)" + AXIS),
        (KERNELS[None], "kernels must be (K, kh, kw, C), got shape (1, 4, 2, 3, 2)"),
        (KERNELS[:0], "kernels must be (K, kh, kw, C)" + LEAST + "(0, 2, 3, 2)"),
        (KERNELS[:, :0], "kernels must be (K, kh, kw, C)" + LEAST + "(4, 0, 3, 2)"),
    ],
    (correlate_input_gradient, "kernels"): [
        (KERNELS[0], "kernels must be (K, kh, kw, C), got shape (2, 3, 2)" + AXIS),
        (KERNELS[None], "kernels must be (K, kh, kw, C), got shape (1, 4, 2, 3, 2)"),
        (KERNELS[:0], "kernels must be (K, kh, kw, C)" + LEAST + "(0, 2, 3, 2)"),
        (KERNELS[:, :, :0], "kernels must be (K, kh, kw, C)" + LEAST + "(4, 2, 0, 2)"),
    ],
    (correlate_kernel_gradient, "images"): [
        (IMAGES[0], "images must be (N, H, W, C), got shape (6, 8, 2)" + AXIS),
        (IMAGES[None], "images must be (N, H, W, C), got shape (1, 3, 6, 8, 2)"),
        (
            IMAGES[:, :, :0],
            "images must be (N, H, W, C)" + LEAST_BUT_N + "(3, 6, 0, 2)",
        ),
    ],
    **{
        (function, "output_gradient"): [
            (
                OUTPUTS[0],
                "output_gradient must be (N, out_h, out_w, K), got shape (5, 6, 4)"
                + AXIS,
            ),
            (
                OUTPUTS[None],
                "output_gradient must be (N, out_h, out_w, K), got shape (1, 3, 5, 6, 4)",
            ),
            (
                OUTPUTS[..., :0],
                "output_gradient must be (N, out_h, out_w, K)"
                + LEAST_BUT_N
                + "(3, 5, 6, 0)",
            ),
        ]
        for function in (correlate_input_gradient, correlate_kernel_gradient)
    },
}
