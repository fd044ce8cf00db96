"""What learners answer in chapter 8, and what they are told."""

import numpy as np

import xcorr_helpers as x
from tests.checks.answers.parts import after, before, by_columns, into_ints


def pool(gradient, map_shape, index_shape=None, kept=slice(None), share=0.25):
    """Scatter by the index of the windows; the last three are what may be mistaken."""
    out = np.zeros(map_shape[0] * map_shape[1])
    index = x.correlation_indices(index_shape or map_shape, (2, 2), stride=2)
    np.add.at(out, index[:, kept], gradient.ravel()[:, None] * share)
    return out.reshape(map_shape)


def by_repeat(gradient, map_shape):
    large = gradient.repeat(2, axis=0).repeat(2, axis=1) * 0.25
    missing = [(0, size - came) for size, came in zip(map_shape, large.shape)]
    return np.pad(large, missing)


def by_kron(gradient, map_shape):
    out = np.zeros(map_shape)
    large = np.kron(gradient, np.full((2, 2), 0.25))
    out[: large.shape[0], : large.shape[1]] = large
    return out


def by_lists(gradient, map_shape):
    rows, columns = gradient.shape
    return [
        [
            float(gradient[r // 2, c // 2]) / 4
            if r // 2 < rows and c // 2 < columns
            else 0.0
            for c in range(map_shape[1])
        ]
        for r in range(map_shape[0])
    ]


def by_brackets(gradient, map_shape):
    out = np.zeros(map_shape)
    rows, columns = 2 * gradient.shape[0], 2 * gradient.shape[1]
    for i in range(2):
        for j in range(2):
            out[i:rows:2, j:columns:2] += gradient / 4
    return out


RIGHT = {
    "mean_pool_backward": [
        lambda gradient, map_shape: pool(gradient, map_shape),
        by_repeat,
        by_kron,
        by_lists,
        by_brackets,
    ],
    "relu_backward": [
        lambda gradient, maps: gradient * (maps > 0),
        lambda gradient, maps: np.where(maps > 0, gradient, 0),
        lambda gradient, maps: np.where(maps <= 0, 0.0, gradient),
        lambda gradient, maps: gradient * (np.sign(maps) == 1),
        lambda gradient, maps: [
            [float(g) if m > 0 else 0.0 for g, m in zip(*pair)]
            for pair in zip(gradient, maps)
        ],
    ],
}


def one_place(place, share):
    return lambda g, s: pool(g, s, kept=[place], share=share)


QUARTER = "each gets a quarter of the gradient"
SWAPPED = "rows and columns are swapped"
WRONG = {
    "mean_pool_backward": {
        f"{QUARTER}, not all of it": lambda g, s: pool(g, s, share=1),
        f"{QUARTER}, not a half": lambda g, s: pool(g, s, share=0.5),
        "it was divided by the number of windows, 6": (
            lambda g, s: pool(g, s, share=1 / g.size)
        ),
        "only one place of each window": [
            one_place(place, share) for place in range(4) for share in (1, 0.25)
        ],
        f"{SWAPPED} in the index": [
            lambda g, s: pool(g, s, index_shape=s[::-1]),
            lambda g, s: pool(g, s, index_shape=s[::-1], share=1),
        ],
        f"{SWAPPED} in the gradient": [
            before(0, by_columns, pool),
            lambda g, s: pool(by_columns(g), s, share=1),
        ],
        f"{SWAPPED}: shape (7, 4), transposed": after(np.transpose, pool),
        f"{SWAPPED} in the result's shape": [
            lambda g, s: pool(g, s).reshape(s[::-1]),
            lambda g, s: pool(g, s, share=1).reshape(s[::-1]),
        ],
        "the decimals are lost": [into_ints(pool), after(np.floor, pool)],
        "axis 0, row": after(lambda a: a[:-1], pool),
        "axis 1, column": lambda g, s: by_repeat(g, (2 * g.shape[0], 2 * g.shape[1])),
        "did you return it?": lambda g, s: None,
        "1 axis came, 2 were expected": after(np.ravel, pool),
        "first difference": lambda g, s: np.zeros(s),
    },
    "relu_backward": {
        "the sign of the maps, not of the gradient\n": [
            lambda g, m: g * (g > 0),
            lambda g, m: np.maximum(g, 0),
        ],
        "not of the gradient, too": lambda g, m: np.maximum(g * (m > 0), 0),
        "where the map is 0, ReLU is flat": lambda g, m: g * (m >= 0),
        "below zero, nothing passes": lambda g, m: g,
        "the wrong half is stopped": [
            lambda g, m: g * (m < 0),
            lambda g, m: g * (m <= 0),
        ],
        "this is the way forward": lambda g, m: np.maximum(m, 0),
        "multiply it by the gradient": lambda g, m: (m > 0) * 1,
        "True and False": lambda g, m: m > 0,
        "do not multiply by the map": lambda g, m: g * np.maximum(m, 0),
        "1 axis came, 2 were expected": lambda g, m: g[m > 0],
        "not written yet": lambda g, m: None,
        "not yet": lambda m, g: g * (m > 0),
    },
}
PAPER = {
    "shape_of_pooled": (
        (6, *x.output_shape((7, 11), (2, 2), stride=2), 4),
        ("image", "pooled row", "pooled column", "kernel"),
        {
            (6, 4, 6, 4): "sticks out",
            (6, *x.output_shape((7, 11), (2, 2)), 4): "stride of 1",
            (6, 5, 3, 4): "swapped",
            (6, 3, 5, 2): "Each map",
            (3, 3, 5, 4): "Each image",
            (6, 3 * 5, 4): "one axis for the windows",
        },
    ),
}
