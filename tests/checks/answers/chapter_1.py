"""What learners answer in chapter 1, and what they are told."""

import numpy as np

from tests.checks.answers.parts import after, grid


def patch(image_shape, corner, patch_shape):
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    (row, column), (rows, columns) = corner, patch_shape
    return positions[row : row + rows, column : column + columns]


RIGHT = {
    "patch_index": [
        patch,
        lambda i, c, p: grid(*p, i[1]) + c[0] * i[1] + c[1],
        lambda i, c, p: np.ravel_multi_index(
            np.ogrid[c[0] : c[0] + p[0], c[1] : c[1] + p[1]], i
        ),
        lambda i, c, p: patch(i, c, p).astype(np.int32),
        lambda i, c, p: np.asfortranarray(patch(i, c, p)),
        lambda i, c, p: patch(i, c, p).tolist(),
    ],
    "row_and_column": [
        lambda position, shape: divmod(position, shape[1]),
        lambda position, shape: np.unravel_index(position, shape),
        lambda position, shape: [position // shape[1], position % shape[1]],
        lambda position, shape: np.array(divmod(position, shape[1])),
    ],
}
HEIGHT = "the row step must be the image's width, 9, not its height, 5"
DIVIDE = "divide by the image's width, 9, not by its height, 5"
WRONG = {
    "patch_index": {
        HEIGHT: [
            lambda i, c, p: grid(*p, i[0]) + c[0] * i[0] + c[1],
            lambda i, c, p: grid(*p, i[0]) + c[0] * i[1] + c[1],
            lambda i, c, p: grid(*p, i[1]) + c[0] * i[0] + c[1],
        ],
        "the corner is left out: add its position, 13": (
            lambda i, c, p: grid(*p, i[1])
        ),
        "the corner's row is left out": lambda i, c, p: grid(*p, i[1]) + c[1],
        "the corner's column is left out": lambda i, c, p: grid(*p, i[1]) + c[0] * i[1],
        "shape (3, 2): transposed": after(np.transpose, patch),
        "swapped in the corner": lambda i, c, p: grid(*p, i[1]) + c[1] * i[1] + c[0],
        "swapped in the patch's shape": lambda i, c, p: (
            patch(i, (0, 0), p[::-1]) + (c[0] * i[1] + c[1])
        ),
        "rows and columns are swapped\n": [
            lambda i, c, p: grid(*p, 1, i[1]) + c[1] * i[1] + c[0],
            lambda i, c, p: grid(*p, 1, i[0]) + c[1] * i[0] + c[0],
        ],
        "floats": after(lambda a: a * 1.0, patch),
        "1 axis came, 2 were expected": after(np.ravel, patch),
    },
    "row_and_column": {
        f"{DIVIDE}\n": lambda p, s: divmod(p, s[0]),
        f"{DIVIDE}, for the row": lambda p, s: (p // s[0], p % s[1]),
        f"{DIVIDE}, for the column": lambda p, s: (p // s[1], p % s[0]),
        "the row comes first": lambda p, s: divmod(p, s[1])[::-1],
        "row after row lies in memory": lambda p, s: (p % s[0], p // s[0]),
        "off by one": [
            lambda p, s: (p // s[1] + 1, p % s[1] + 1),
            lambda p, s: (p // s[1] + 1, p % s[1]),
            lambda p, s: (p // s[1], p % s[1] + 1),
            lambda p, s: (p // s[1] - 1, p % s[1] - 1),
        ],
        "/ makes a fraction": lambda p, s: (p / s[1], p % s[1]),
        "floats": lambda p, s: (float(p // s[1]), p % s[1]),
    },
}
PAPER = {
    "position_of_pixel": (
        np.ravel_multi_index((4, 7), (6, 11)),
        (),
        {
            4 * 6 + 7: "as long as the image is wide",
            7 * 11 + 4: "swapped",
            4 * 11 + 7 + 1: "counted from 0",
            (4 - 1) * 11 + 7: "counted from 0",
        },
    ),
    "shape_of_gather": (
        np.ones((7, 4))[np.zeros((2, 5), int)].shape,
        ("index rows", "index columns", "columns of x"),
        {
            (2, 5): "that index does not replace come along",
            (7, 2, 5): "replaces the first axis of x",
            (4, 2, 5): "stand behind those of index",
            (7, 4, 2, 5): "replaces an axis of x",
        },
    ),
}
