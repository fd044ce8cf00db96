"""Answers deformed by the hundred, or right for some cases only: all are refused."""

import itertools

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import CODE, RIGHT
from tests.checks.parts import before
from tests.support.thorough import every_third


def but_one(array):
    changed = array.copy()
    changed[(-1,) * array.ndim] += 1
    return changed


# What may be done to a right answer. None of them leaves every case as it is.
DEFORMED = {
    "transposed": lambda a: a[::-1] if a.ndim == 1 else a.T,
    "axes exchanged": lambda a: a[::-1] if a.ndim == 1 else a.swapaxes(-1, -2),
    "cut elsewhere": lambda a: a.reshape(a.shape[::-1]) if a.ndim > 1 else a[None],
    "order F": lambda a: a.ravel("F").reshape(a.shape) if a.ndim > 1 else a[:, None],
    "flat": lambda a: a.ravel() if a.ndim > 1 else a[None],
    "axis in front": lambda a: a[None],
    "axis behind": lambda a: a[..., None],
    "backwards": lambda a: a[::-1],
    "last axis backwards": lambda a: a[..., ::-1],
    "all backwards": lambda a: a[(slice(None, None, -1),) * a.ndim],
    "rolled": lambda a: np.roll(a, 1),
    "one row less": lambda a: a[:-1],
    "one column less": lambda a: a[..., :-1],
    "first dropped": lambda a: a[1:],
    "one row more": lambda a: np.concatenate([a, a[-1:]]),
    "first row only": lambda a: a[:1],
    "broadcastable": lambda a: a[..., :1],
    "plus one": lambda a: a + 1,
    "last one off": but_one,
    "negative": lambda a: -a,
    "absolute": lambda a: abs(a) if (a < 0).any() else a + 1,
    "zeros": lambda a: a * 0,
    "constant": lambda a: a * 0 + a.ravel()[0],
    "mean": lambda a: a * 0 + a.mean(),
    "nan": lambda a: a * np.nan,
    "one nan": lambda a: np.where(np.arange(a.size).reshape(a.shape) == 0, np.nan, a),
    "inf": lambda a: a * 0.0 + np.inf,
    "nearly": lambda a: a * (1 + 1e-6) + 1e-6,
    "int8": lambda a: (a * 4).astype(np.int8) / 4,
    "bytes": lambda a: a.astype(np.uint8),
    "truncated": lambda a: (
        np.trunc(a) if (a % 1).any() else a + (a.dtype.kind == "i") / 8
    ),
    "rounded": lambda a: (
        np.round(a) if (a % 1).any() else a + (a.dtype.kind == "i") / 8
    ),
    "bool": lambda a: a.astype(bool),
    "object": lambda a: a.astype(object),
    "text": lambda a: a.astype(str),
    "complex": lambda a: a.astype(complex),
    "in a tuple": lambda a: (a,),
    "in a list": lambda a: [a],
    "in a dict": lambda a: {"out": a},
    "generator": lambda a: (value for value in a),
    "map": lambda a: map(list, [a]),
    "matrix": lambda a: np.asmatrix(a.reshape(len(a), -1)),
    "masked": np.ma.masked_array,
    "size": lambda a: a.size,
    "sum": lambda a: a.sum(),
}
NUMBERS = [name for name, task in CODE.items() if not task.axes]
HARMLESS = {
    # A few quarters fit into a byte.
    *itertools.product(("kernel_matrix", "banded_matrix", "relu_backward"), ["int8"]),
    *itertools.product(
        NUMBERS, ("transposed", "all backwards", "rolled", "constant", "sum")
    ),
    *itertools.product(("least_seconds", "mean_share"), ["mean"]),  # of one number
    # It counts to a few, and the same from each end.
    *itertools.product(["times_reached"], ("int8", "bytes")),
    *itertools.product(
        ["times_reached"], ("backwards", "last axis backwards", "all backwards")
    ),
}


@pytest.mark.parametrize("name", every_third(CODE))
def test_deformed_answers_are_refused(refused, name):
    for what, deform in DEFORMED.items():
        if (name, what) in HARMLESS:
            continue

        def function(*arguments, deform=deform):
            return deform(np.array(RIGHT[name](*arguments)))

        refused(name, function, what)


# Rows and columns come last in what these take.
PLANES = ("kernel_matrix", "apply_kernels", "window_channels_first")


def lengths(name, arguments):
    """List the (rows, columns) among the arguments, the image's before the kernel's."""
    if name == "mean_share":  # how many times there are, and the first of them
        return [(len(times), times[0]) for times in arguments]
    if name in NUMBERS:
        return [arguments[:2], arguments[2:]]
    if name == "windows_tile":  # its rows and columns are no sizes
        return [arguments[0].shape[1:3], arguments[1]]
    shapes = [a.shape if isinstance(a, np.ndarray) else a for a in arguments]
    shapes = [shape for shape in shapes if isinstance(shape, tuple)]
    if name == "window_nd":  # of one axis or more: the last two count
        return [(1, *shape)[-2:] for shape in shapes]
    first = [len(shape) - 2 if name in PLANES else len(shape) // 4 for shape in shapes]
    return [shape[n : n + 2] for n, shape in zip(first, shapes)]


# Right only under a condition: each must be false for one case at least.
CONDITIONS = {
    "first image only": lambda shapes, n: n == 0,
    "first two": lambda shapes, n: n < 2,
    "not the last": lambda shapes, n: n < 15,
    "square image": lambda shapes, n: shapes[0][-1] == shapes[0][-2],
    "landscape": lambda shapes, n: shapes[0][-2] <= shapes[0][-1],
    "portrait": lambda shapes, n: shapes[0][-2] >= shapes[0][-1],
    "square kernel": lambda shapes, n: shapes[-1][-1] == shapes[-1][-2],
    "wide kernel": lambda shapes, n: shapes[-1][-2] <= shapes[-1][-1],
    "tall kernel": lambda shapes, n: shapes[-1][-2] >= shapes[-1][-1],
    "even": lambda shapes, n: shapes[0][0] % 2 == 0,
    "odd": lambda shapes, n: shapes[0][0] % 2 == 1,
    "nothing of length 1": lambda shapes, n: all(min(shape) > 1 for shape in shapes),
    "small": lambda shapes, n: np.prod(shapes[0]) < 12,
}


@pytest.mark.parametrize("name", every_third(CODE))
def test_right_on_some_shapes_only_is_refused(refused, name):
    for what, condition in CONDITIONS.items():
        calls = []

        def function(*arguments, condition=condition, calls=calls):
            answer = np.array(RIGHT[name](*arguments))
            calls.append(1)
            holds = condition(lengths(name, arguments), len(calls) - 1)
            return answer if holds else answer + 1

        refused(name, function, what)


@pytest.mark.parametrize(
    "name", ["correlate_batch", "correlate_in_blocks", "correlate_in_strips"]
)
def test_right_for_one_of_a_kind_only_is_refused(refused, name):
    for which, axis in itertools.product((0, 1), (0, 3)):
        for keep in (
            lambda size: size == 1,
            lambda size: size > 1,
            lambda size: size <= 3,
        ):

            def function(*arguments, which=which, axis=axis, keep=keep):
                answer = RIGHT[name](*arguments)
                return answer if keep(arguments[which].shape[axis]) else answer * 2 + 1

            refused(name, function, (which, axis))


@pytest.mark.parametrize("name", every_third(CODE))
def test_stale_answers_are_refused(refused, name):
    kept, calls, shared, seen = {}, [], [], set()

    def first_forever(*arguments):
        return kept.setdefault("answer", RIGHT[name](*arguments))

    def one_behind(*arguments):
        calls.append(RIGHT[name](*arguments))
        return calls[-2] if len(calls) > 1 else calls[-1]

    def by_shape(*arguments):  # remembers by the first length alone
        key = lengths(name, arguments)[0][0]
        return kept.setdefault(key, RIGHT[name](*arguments))

    def right_once(*arguments):
        key = str([a.tolist() if isinstance(a, np.ndarray) else a for a in arguments])
        answer = np.array(RIGHT[name](*arguments))
        answer = answer + 1 if key in seen else answer
        seen.add(key)
        return answer

    def growing(*arguments):
        shared.extend(np.ravel(RIGHT[name](*arguments)).tolist())
        return shared

    for function in (first_forever, one_behind, by_shape, right_once, growing):
        refused(name, function, function.__name__)


def test_stale_answers_are_named(judged):
    kept = []

    def function(image_shape, kernel_shape):
        kept.append(x.window_index(image_shape, kernel_shape))
        return kept[max(len(kept) - 2, 0)]

    report = judged("window_index", function)
    assert "then not" in report and "kept between calls" in report


# The answer is the same for any number of images in a block, of outputs in a strip.
WHATEVER = ("correlate_in_blocks", "correlate_in_strips")


@pytest.mark.parametrize("name", every_third(CODE))
def test_swapped_and_shifted_arguments_are_refused(refused, name):
    """The right function, given sizes that are a little wrong."""

    def turned(value):
        return value[::-1] if isinstance(value, tuple) else value

    def nudged(value, by):
        if isinstance(value, int) and name not in WHATEVER:
            return value + by
        return tuple(size + by for size in value) if isinstance(value, tuple) else value

    changes = (turned, lambda v: nudged(v, 1), lambda v: nudged(v, -1))
    for (which, value), change in itertools.product(
        enumerate(CODE[name].cases[0]), changes
    ):
        if change(value) is not value:
            refused(name, before(which, change, RIGHT[name]), which)
