"""The puzzles in NumPy: every setting in range, and whether it solves its puzzle."""

import itertools
import tomllib

import numpy as np

import xcorr_helpers as xh
from tools import built_book

PUZZLES = tomllib.loads((built_book.ROOT / "book" / "puzzles.toml").read_text())[
    "puzzle"
]
PAIRS = ("stride", "padding", "dilation")
PLAIN = {"channels": 1, "stride": 1, "padding": 0, "dilation": 1, "rowStep": "width"}


def opening(puzzle):
    """Return the setting that a puzzle opens with; values in tuples, to be compared."""
    start = PLAIN | puzzle["start"]
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in start.items()
    }


def settings(puzzle):
    """Yield every setting in the puzzle's range, possible or not."""
    start = opening(puzzle)
    ranges = {name: choices(name, start[name], ends) for name, ends in free(puzzle)}
    for values in itertools.product(*ranges.values()):
        yield start | dict(zip(ranges, values))


def free(puzzle):
    return puzzle["free"].items()


def choices(name, begun, ends):
    """List the values between two ends: numbers, arrays, or the pairs of a knob."""
    numbers = range(ends[0], ends[1] + 1)
    if name in PAIRS:
        pairs = itertools.product(numbers, repeat=2)
        return [rows if rows == columns else (rows, columns) for rows, columns in pairs]
    is_array = isinstance(begun, tuple)
    return list(itertools.product(numbers, repeat=len(begun)) if is_array else numbers)


def pair(knob):
    return knob if isinstance(knob, tuple) else (knob, knob)


class Arrays:
    """What a setting makes; a ValueError or an IndexError if it is impossible."""

    def __init__(self, setting):
        self.setting = setting
        self.shape = setting["height"], setting["width"], setting["channels"]
        self.kernel_shape = setting["kernelHeight"], setting["kernelWidth"]
        self.edges = pair(setting["padding"])
        self.padded = (
            *(size + 2 * edge for size, edge in zip(self.shape, self.edges)),
            self.shape[2],
        )
        kernel = (*self.kernel_shape, self.shape[2])
        knobs = {name: setting[name] for name in ("stride", "dilation")}
        self.out_shape = xh.output_shape(self.padded, kernel, **knobs)
        self.right = xh.correlation_indices(self.padded, kernel, **knobs)
        self.window, self.index = self.right[0], self.right
        if setting["rowStep"] == "height":
            step = self.padded[0] * np.arange(kernel[0])
            self.window = (step[:, None] + np.arange(kernel[1])).ravel()
            self.index = self.right[:, :1] + self.window
        if self.index.max() >= np.prod(self.padded):
            raise IndexError

    @property
    def reads(self):
        """How often each pixel is read, without the padding."""
        size = np.prod(self.padded)
        counts = np.bincount(self.index.ravel(), minlength=size).reshape(self.padded)
        top, left = self.edges
        height, width, _ = self.shape
        return counts[top : top + height, left : left + width]

    @property
    def output(self):
        image = np.reshape(self.setting["image"], (1, *self.shape))
        kernel = np.reshape(self.setting["kernel"], (1, *self.kernel_shape, 1))
        return xh.correlate(image, kernel)[0, :, :, 0]

    @property
    def input_gradient(self):
        kernel = np.reshape(self.setting["kernel"], (1, *self.kernel_shape, 1))
        gradient = np.reshape(self.setting["gradient"], (1, *self.out_shape, 1))
        return xh.correlate_input_gradient(gradient, kernel, self.shape)[0, :, :, 0]


def solved(puzzle, setting):
    """Say whether a setting solves a puzzle, and None if it is impossible."""
    try:
        made = Arrays(setting)
    except (ValueError, IndexError):
        return None
    rule = dict(puzzle["until"])
    return bool(RULES[rule.pop("rule")](made, **rule))


def is_matrix(array, positions):
    return np.array_equal(array, positions)


def each_read(made, times, placements=None):
    return (made.reads == times).all() and placements in (None, len(made.index))


RULES = {
    "position": lambda made, pixel, position: (
        np.arange(np.prod(made.shape)).reshape(made.shape)[(*pixel, 0)] == position
    ),
    "shape": lambda made, output: made.out_shape == tuple(output),
    "sameSize": lambda made: made.out_shape == made.shape[:2],
    "unbroken": lambda made: (np.diff(made.window) == 1).all(),
    "window": lambda made, positions: is_matrix(made.window, positions),
    "index": lambda made, positions: is_matrix(made.index, positions),
    "output": lambda made, value: made.output[0, 0] == value,
    "silent": lambda made: any(made.setting["kernel"]) and not made.output.any(),
    "inputGradient": lambda made, pixel, value: (
        made.input_gradient[tuple(pixel)] == value
    ),
    "wrongStepShows": lambda made, pixels: (
        (made.index != made.right).any() and np.prod(made.shape) == pixels
    ),
    "noneTwice": lambda made: made.reads.max() <= 1,
    "evenColumns": lambda made: not made.reads[:, 1::2].any(),
    "eachRead": each_read,
    "equallyOften": lambda made: made.reads.min() == made.reads.max() > 0,
    "offsetsAreWindow": lambda made: (
        made.index.size > 1 and np.array_equal(made.index[:, 0], made.window)
    ),
}
