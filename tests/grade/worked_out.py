"""What the paper exercises ask, worked out by NumPy from the numbers in their text.

Nothing is shared with the templates: a text that tells other sizes than the answer is
made of is found here.
"""

import math
import re

import numpy as np
from scipy.signal import correlate2d

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBER = re.compile(rf"-?\b\d+\b|\b(?:{'|'.join(_WORDS[2:])})\b", re.I)


def numbers(text):
    """List the numbers of a text in order, those in letters, too."""
    found = [n.lower() for n in _NUMBER.findall(text)]
    return [_WORDS.index(n) if n in _WORDS else int(n) for n in found]


def _out(image, kernel):
    """Count placements by trying each."""
    return tuple(
        sum(start + k <= size for start in range(size))
        for size, k in zip(image, kernel)
    )


def position_of_pixel(h, w, row, column):
    return np.ravel_multi_index((row, column), (h, w))


def shape_of_gather(h, w, a, b):
    return np.zeros((h, w))[np.zeros((a, b), int)].shape


def count_placements(kh, kw, h, w):
    return correlate2d(np.ones((h, w)), np.ones((kh, kw)), mode="valid").shape


def shape_of_product(n, kh, kw, h, w):
    windows = np.lib.stride_tricks.sliding_window_view(np.ones((h, w)), (kh, kw))
    return (windows.reshape(-1, kh * kw) @ np.ones((kh * kw, n))).shape


def number_of_mix(of_a, of_b, factor):
    pixels = np.array([1, 0])
    return pixels @ (factor * np.array([of_a, 9]) - np.array([of_b, 9]))


def position_with_channels(h, w, n, channel, row, column):
    return np.ravel_multi_index((row, column, channel), (h, w, n))


def shape_of_index(n, kh, kw, c, h, w, same):
    assert c == same
    return math.prod(_out((h, w), (kh, kw))), np.zeros((kh, kw, c)).size


def shape_of_gathered(m, h, w, c, n, kh, kw, same):
    index = np.zeros(shape_of_index(n, kh, kw, c, h, w, same), int)
    return np.zeros((m, h * w * c))[:, index].shape


def shape_with_knobs(h, w, kh, kw, p, down, across, one, d):
    """Dilate the kernel, correlate the padded image, and take every so many."""
    dilated = np.zeros(((kh - 1) * one + 1, (kw - 1) * d + 1))
    dilated[::one, ::d] = 1
    full = correlate2d(np.pad(np.ones((h, w)), p), dilated, mode="valid")
    return full[::down, ::across].shape


def impulse_number(h, w, one, row, column, *kernel_and_place):
    image = np.zeros((h, w), int)
    image[row, column] = one
    *kernel, out_row, out_column = kernel_and_place
    kernel = np.array(kernel).reshape(2, 3)
    return correlate2d(image, kernel, mode="valid")[out_row, out_column]


def number_of_visits(kh, kw, h, w, row, column):
    out = np.ones(_out((h, w), (kh, kw)))
    return int(correlate2d(out, np.ones((kh, kw)), mode="full")[row, column])


def shape_of_scatter(m, *sizes):
    m_again, p, n, s, n_again = sizes
    assert m == m_again
    return (np.ones((m, p, n)) @ np.ones((s, n_again)).T).shape


def shape_of_pooled(n, k, h, w, *shape):
    maps = np.zeros(shape[:4])
    assert (n, h, w, k) == maps.shape
    windows = maps[:, : h // 2 * 2, : w // 2 * 2].reshape(n, h // 2, 2, w // 2, 2, k)
    return windows.max(axis=(2, 4)).shape


def bytes_of_windows(m, h, w, c, n, kh, kw, same):
    shape = shape_of_gathered(m, h, w, c, n, kh, kw, same)
    return np.zeros(shape, np.float32).nbytes


def shape_of_banded(n, kh, kw, c, t):
    """Say which pixels a strip's outputs read, and count them."""
    read = {
        (row, out + column, channel)
        for out in range(t)
        for row, column, channel in np.ndindex(kh, kw, c)
    }
    return len(read), len([*np.ndindex(t, n)])


def groups_read(channels, kernels, groups, first, kernel, same):
    assert kernel == same and first == 0
    parts = np.split(np.arange(channels), groups)
    [mine] = [
        part
        for part, its in zip(parts, np.split(np.arange(kernels), groups))
        if kernel in its
    ]
    return tuple(mine.tolist())


def transposed_shape(n, h, w, c, into, kh, kw, out, s, p):
    """Stamp the kernel for each pixel, then crop."""
    assert c == into
    rows = [row * s + k for row in range(h) for k in range(kh)]
    columns = [column * s + k for column in range(w) for k in range(kw)]
    made = np.zeros((n, max(rows) + 1, max(columns) + 1, out))
    return made[:, p : made.shape[1] - p, p : made.shape[2] - p].shape


def zero_mean_by_hand(*values):
    template, window = np.reshape(values, (2, 3))
    return round((template - template.mean()) @ (window - window.mean()))


def corner_of_peak(h, w, row, column):
    padded = np.pad(np.zeros((9, 9)), ((h - 1,) * 2, (w - 1,) * 2))
    above, left = (padded.shape[0] - 9) // 2, (padded.shape[1] - 9) // 2
    return row - above, column - left


def position_in_windows(m, h, w, c, n, kh, kw, row, column):
    flat = np.arange(m * h * w * c).reshape(m, h, w, c)
    windows = np.lib.stride_tricks.sliding_window_view(flat, (kh, kw), axis=(1, 2))
    matrix = windows.transpose(0, 1, 2, 4, 5, 3).reshape(-1, kh * kw * c)
    return matrix[row, column]


def loads_of_tiles(rows, s, kernels, m, k, same):
    assert s == same
    tiles = [*np.ndindex(rows // m, kernels // k)]
    return sum(np.zeros((m, s)).size + np.zeros((s, k)).size for _ in tiles)
