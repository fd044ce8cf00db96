"""What the questions of the text ask for, computed on their toys."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import correlate2d

from xcorr_helpers import (
    correlate,
    correlation_indices,
    kernel_matrix,
    output_shape,
    window_index,
)

TOY = (5, 9), (2, 3)
INDEX = correlation_indices(*TOY)


def choice(right, *options):
    """List what can be chosen, and whether it is right."""
    return [(option, np.array_equal(option, right)) for option in options]


def differs(shape, rows, columns):
    """Tell whether the height in the width's place is noticed at all of these."""
    (height, width), rows = shape, np.array(rows)[:, None]
    return bool((rows * height + columns != rows * width + columns).all())


def placed(height, width, kernel):
    return len(correlation_indices((height, width), (kernel, kernel)))


def seen_by_two(image, first, second):
    """Return how many rows and columns one number of a second layer depends on."""
    between = output_shape(image, first)
    numbers = correlation_indices(between, second)[0]
    read = np.unravel_index(correlation_indices(image, first)[numbers], image)
    return [len(np.unique(axis)) for axis in read]


def held(n_images):
    """Count what is held while blocks of four images are worked through."""
    out = n_images * len(IN_COLOUR) * 5
    return np.array([IN_COLOUR.size, 4 * IN_COLOUR.size, 24 * 5, out])


def moved(n_images, n_kernels):
    """Count pixels read, windows written and read, results: chapter 9's list."""
    windows = n_images * 676 * 9
    return np.array([n_images * 784, windows, windows, n_images * 676 * n_kernels])


def operations_a_byte(n_images, n_kernels):
    """Count them for a method in blocks, which moves images and results alone."""
    bytes_moved = 4 * moved(n_images, n_kernels)[[0, 3]].sum()
    return 2 * n_images * 676 * 9 * n_kernels / bytes_moved


def shares(scores):
    return np.exp(scores) / np.exp(scores).sum()


def left_by(way):
    """Return what becomes of three zeros where amounts go to positions."""
    grad, index, amounts = np.zeros(3, int), PAIRS, np.array([[1, 2], [3, 4]])
    if way == "brackets":
        grad[index] += amounts
    elif way == "add.at":
        np.add.at(grad, index, amounts)
    return grad


def strides(image):
    return sliding_window_view(image, (3, 2)).strides


def best_t(n_kernels):
    """Search the t of the least cost that knows t, for kernels of 9 columns."""
    t = np.arange(1, 10_000)
    return t[np.argmin(n_kernels * t + 512 * (9 - 1) / t)]


def groups_cost(groups):
    """Count the numbers to learn of a layer, and its products at one place."""
    kernels = np.ones((8, 3, 3, 12 // groups))
    spread = np.zeros((8, 3, 3, 12))
    for k, kernel in enumerate(kernels):
        first = k // (8 // groups) * (12 // groups)
        spread[k, ..., first : first + 12 // groups] = kernel
    return np.array([kernels.size, np.count_nonzero(kernel_matrix(spread))])


def grown(size, amounts=(3, 1, 4, 2), kernel=(1, 2, 5)):
    """Scatter four amounts into a row that a stride of two had shrunk to four."""
    index = correlation_indices((1, size), (1, 3), stride=(1, 2))
    assert len(index) == len(amounts)
    row = np.zeros(size, int)
    np.add.at(row, index, np.outer(amounts, kernel))
    return row


def reached(kernel_width, stride=2):
    """Tell how many values reach each place of a long row, away from its edges."""
    size = 39 * stride + kernel_width
    index = correlation_indices((1, size), (1, kernel_width), stride=(1, stride))
    return np.bincount(index.ravel(), minlength=size)[20:-20]


def loads_a_product(rows, kernels):
    return (rows + kernels) / (rows * kernels)


def gradient_by(stride=1, dilation=1, base_dilation=1, cut=0):
    """Correlate the pixels with the growths, by one field of a description."""
    base = np.zeros((len(PIXELS) - 1) * base_dilation + 1 - cut)
    base[::base_dilation] = PIXELS[: len(base)]
    read = np.arange(len(GROWTHS)) * dilation + np.arange(3)[:, None] * stride
    return base[read] @ GROWTHS


def stops_at(addend):
    """Add in float16 until the sum no longer changes."""
    total, last = np.float16(0), None
    while total != last:
        last, total = total, np.float16(total + np.float16(addend))
    return float(total)


# One row of 12 pixels, a kernel of 3 and a stride of 3; what its 4 outputs charge.
PIXELS, GROWTHS = np.array([3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]), np.arange(1.0, 5)
CHARGED = sum(growth * PIXELS[3 * n : 3 * n + 3] for n, growth in enumerate(GROWTHS))
TILES = (64, 1), (32, 2), (16, 4), (8, 8)
PIECE = np.array([[1, 4, 2], [5, 1, 5]])


def normalized(window):
    """Score a window against the piece."""
    apart, wanted = window - window.mean(), PIECE - PIECE.mean()
    return (apart * wanted).sum() / np.sqrt((apart**2).sum() * (wanted**2).sum())


PAIRS = np.array([[0, 1], [1, 2]])
SCORES = np.array([2.0, 1.0, 4.0])
WITH_NAN = np.array([0.5, -1, np.nan, 0.25, 1, np.nan, 0])
ACROSS = np.array([6, 6, 0, 0]), np.array([0, 0, 6, 6])  # squares 72, products 0
TIE = np.array([3, 8, 8, 1])
DOUBLE, SINGLE = np.ones((6, 11)), np.ones((6, 11), np.float32)
X, XS = 10 * np.arange(1, 6), np.array([[4, 0], [1, 1], [3, 4]])
IN_SEVEN = window_index((4, 7), (3, 2))
PRODUCT = np.arange(28 * 8).reshape(28, 8)
IN_COLOUR = correlation_indices((8, 9, 3), (2, 4, 3))
COLOURS, WEIGHTS = np.arange(120).reshape(5, 8, 3), np.array([2, 3, 5])
OF_ONE_PIXEL = correlate(COLOURS[None], WEIGHTS[None, None, None])[0, ..., 0]
OF_NEIGHBOURS = np.pad(COLOURS.sum(axis=2), 1)
IN_SMALL = window_index((4, 5, 3), (2, 1, 3))
GAPS = [0, 3, 6, 24, 27, 30]
PAIR = np.array([[[1, 2, 3]], [[7, 8, 9]]])
BLOCKS = groups_cost(4) / groups_cost(1)
OF_ONE = correlation_indices((7, 10, 3), (1, 1, 3))
OF_NINE = correlation_indices((7 + 2, 10 + 2, 3), (3, 3, 3))
APART = np.zeros(10, int)
APART[::3] = 3, 1, 4, 2

# A number, a shape or positions.
VALUES = {
    "positions_of_rectangle": 20 + window_index(*TOY),
    "last_window": INDEX[6],
    "row_of_index": np.flatnonzero((20 + INDEX[0] == INDEX).all(axis=1))[0],
    "shape_of_weights": kernel_matrix(np.zeros((8, 2, 3))).shape,
    "position_in_colour": np.ravel_multi_index((1, 5, 2), (8, 9, 3)),
    "shape_of_batch_gather": np.zeros((10, 216))[:, IN_COLOUR].shape,
    "position_channels_first": np.ravel_multi_index((2, 1, 5), (3, 8, 9)),
    "shape_of_strided": np.zeros((6, 10))[::2, ::3].shape,
    "sent_by_placement": INDEX[12],
    "shape_of_kernel_back": correlate2d(
        np.ones((7, 12)), np.ones((5, 9)), "valid"
    ).shape,
    "last_pooling_window": correlation_indices((4, 8), (2, 2), stride=2)[3],
    "under_the_roof": round(4 / max(1 / 20, 4 / 300)),  # in the time of the slower
    "end_of_strip": correlation_indices((9, 7), (3, 7))[4].max(),
    "position_in_tile": np.arange(10 * 216).reshape(10, 216)[1][IN_COLOUR[15, 10]],
    "largest_of_sobel": np.maximum([[1, 0, -1], [2, 0, -2], [1, 0, -1]], 0).sum() * 255,
    "raw_grows": (PIECE * 3).sum(),
    "smallest_distance": ((ACROSS[0] - ACROSS[1]) ** 2).sum(),
    "field_of_two": seen_by_two((10, 11), (2, 5), (4, 3)),
    "numbers_of_separable": np.ones((16, 3, 5, 1)).size + np.ones((40, 1, 1, 16)).size,
    "position_in_film": np.ravel_multi_index((2, 3, 4), (6, 5, 8)),
    "mirrored_row": np.pad(np.arange(6), 2, mode="reflect"),
}
# What can be chosen, in order: an array, or the numbers that are named; is it right?
CHOICES = {
    "values_gathered": choice(
        X[XS],
        X[XS].ravel(),
        X[XS].reshape(2, 3),
        X[XS],
        np.sort(X[XS], None).reshape(3, 2),
    ),
    "test_that_tells": [
        ([28, 28], differs((28, 28), range(28), range(28))),
        ([5, 9, 0], differs((5, 9), [0], range(9))),
        ([5, 9, 0, 0], differs((5, 9), range(1, 5), [0])),
        ([], any(differs((h, w), [0], [0]) for h, w in np.ndindex(10, 10))),
    ],
    "window_of_three_rows": choice(
        IN_SEVEN,
        window_index((4, 7), (2, 3)),
        window_index((7, 4), (3, 2)),
        IN_SEVEN.reshape(3, 2).T.ravel(),
        IN_SEVEN,
    ),
    "weights_of_wider": choice(
        [9, placed(28, 56, 3)],
        [9, 2 * placed(28, 28, 3)],
        [9, placed(28, 56, 3)],
        [2 * 9, placed(28, 56, 3)],
        [9 * placed(28, 56, 3), placed(28, 56, 3)],
    ),
    "place_in_product": choice(
        np.argwhere(PRODUCT.reshape(4, 7, 8)[2, 3, 5] == PRODUCT)[0],
        [5, 17],
        [2 * 4 + 3, 5],
        [2 * 9 + 3, 5],
        [2 * 7 + 3, 5],
    ),
    "reshape_of_kernels": choice(
        PAIR.reshape(3, 2),
        PAIR.reshape(2, 3).T,
        PAIR.reshape(3, 2),
        PAIR.reshape(2, 3),
        [[1, 2], [7, 8], [3, 9]],
    ),
    "kernel_of_one_pixel": [
        ([], np.array_equal(option, OF_ONE_PIXEL))
        for option in (
            COLOURS * WEIGHTS,
            COLOURS @ WEIGHTS,
            OF_NEIGHBOURS[:-2, 1:-1] + OF_NEIGHBOURS[2:, 1:-1],
            (COLOURS @ WEIGHTS).sum(),
        )
    ],
    "window_in_colour": choice(
        IN_SMALL,
        [0, 1, 2, 5, 6, 7],
        IN_SMALL,
        window_index((5, 4, 3), (2, 1, 3)),
        [20 * c + 5 * i for c in range(3) for i in range(2)],
    ),
    "held_by_blocks": [([], grows) for grows in held(20) > held(10)],
    "knob_of_window": [
        (numbers, np.array_equal(window, GAPS))
        for numbers, window in (
            ([2, 3], window_index((7, 12), (2, 3))),  # a stride leaves it
            ([2, 3], window_index((7, 12), (2, 3), dilation=(2, 3))),
            ([3, 2], window_index((7, 12), (2, 3), dilation=(3, 2))),
            ([2, 3], window_index((7 + 4, 12 + 6), (2, 3))),
        )
    ],
    "brackets_add": choice(
        left_by("brackets"), left_by("add.at"), [1, 3, 4], [1, 2, 4], [[1, 2], [3, 4]]
    ),
    "shares_of_moved": [
        (numbers, np.allclose(shares(SCORES + 10), then))
        for numbers, then in (
            ([], shares(SCORES)),
            ([10], shares(SCORES) + 10),
            ([10], shares(SCORES) * np.exp(10)),
            ([], (shares(SCORES) + 1 / 3) / 2),
        )
    ],
    "tie_in_pooling": choice(
        6 * (np.arange(4) == TIE.argmax()),
        6 * (TIE.max() == TIE),
        6 * (TIE.max() == TIE) // 2,
        [0, 6, 0, 0],
        [6, 6, 6, 6],
    ),
    "lines_that_grow": [
        ([], np.array_equal(moved(9, 8) > moved(9, 2), grows))
        for grows in ([1, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1], [0, 0, 1, 1])
    ],
    "moves_to_the_right": [
        ([], operations_a_byte(*case) > operations_a_byte(9, 2))
        for case in ((9, 2), (9, 4), (18, 2), (9, 2))
    ],
    "strides_of_windows": choice(
        strides(DOUBLE),
        (11 * 8, 8, 2 * 8, 8),
        strides(SINGLE),
        (6 * 8, 8, 6 * 8, 8),
        strides(DOUBLE),
    ),
    "score_of_changed": [
        ([], np.isclose(normalized(2 * PIECE + 5), 2)),
        ([], normalized(2 * PIECE + 5) > 1 + 1e-9),
        ([], np.isclose(normalized(2 * PIECE + 5), 1)),
        ([], normalized(2 * PIECE + 5) < 1 - 1e-9),
    ],
    "peak_with_nan": [
        ([], WITH_NAN.argmax() == place)
        for place in (np.isnan(WITH_NAN).argmax(), np.nanargmax(WITH_NAN))
    ]
    + [([0], WITH_NAN.argmax() == 0), ([], False)],
    "best_t_of_many": [
        ([], best_t(16) == factor * best_t(1)) for factor in (16, 4, 1 / 4, 1)
    ],
    "share_of_groups": [
        ([], np.array_equal(BLOCKS, share))
        for share in ((1, 1), (1 / 4, 1), (1 / 4, 1 / 4), (1 / 16, 1 / 16))
    ],
    "window_of_one_pixel": [
        (windows, np.array_equal(OF_ONE.shape, windows))
        for windows in ([70, 1], OF_ONE.shape, [1, 210], OF_NINE.shape)
    ],
    "what_output_padding_adds": [
        ([], np.array_equal(grown(10), row))
        for row in (
            np.convolve(APART, [1, 2, 5])[:10],
            np.append(0, grown(9)),
            grown(9),
            np.append(grown(9), 0),
        )
    ],
    "reached_alike": [([k], np.ptp(reached(k)) == 0) for k in (3, 5, 6, 7)],
    "tile_of_few_loads": [
        (list(tile), loads_a_product(*tile) == min(map(loads_a_product, *zip(*TILES))))
        for tile in TILES
    ],
    "field_of_gradient": [
        ([], np.array_equal(gradient_by(**field), CHARGED))
        for field in ({"stride": 3}, {"dilation": 3}, {"base_dilation": 3}, {"cut": 3})
    ],
    "sum_that_stops": [
        (numbers, stops_at(10) == value)
        for numbers, value in (
            ([], np.inf),
            *(([stop], stop) for stop in (2048, 32768, 65504)),
        )
    ],
}
