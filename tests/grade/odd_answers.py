"""Answers to correlate_image that a judge tells apart by kind, not by number."""

import functools
import sys
from collections import namedtuple

import numpy as np

from xcorr_helpers import correlate

Pair = namedtuple("Pair", "one two")
factor = 3
kept = []


def right(image, kernel):
    return correlate(image[None, ..., None], kernel[None, ..., None])[0, ..., 0]


def as_list(image, kernel):
    return right(image, kernel).tolist()


def as_list_of_arrays(image, kernel):
    return list(right(image, kernel))


def as_rows_of_scalars(image, kernel):
    return [tuple(row) for row in right(image, kernel)]


def as_matrix(image, kernel):
    return np.matrix(right(image, kernel))


def as_masked(image, kernel):
    return np.ma.masked_less(right(image, kernel), 0)


def as_objects(image, kernel):
    return right(image, kernel).astype(object)


def as_text(image, kernel):
    return right(image, kernel).astype(str)


def as_truth(image, kernel):
    return right(image, kernel) > 0


def as_generator(image, kernel):
    yield from right(image, kernel)


def as_pair(image, kernel):
    return Pair(image[0, 0], kernel[0, 0])


def as_set(image, kernel):
    return {1, 2}


def as_module(image, kernel):
    return sys


def unequal_rows(image, kernel):
    return [[1], [1, 2]]


def nothing(image, kernel):
    pass


def filled(image, kernel):
    out = np.zeros((2, 2))
    return out.fill(7)


def printed(image, kernel):
    return print("sum", image.sum())


def added_in_place(image, kernel):
    rows = np.zeros(3)
    done = np.add.at(rows, [0], 1)
    return done  # noqa: RET504


def overwrites_image(image, kernel):
    out = right(image, kernel)
    image[...] = 0
    return out


def sorts_kernel(image, kernel):
    out = right(image, kernel)
    kernel.sort()
    return out


def scales_in_place_wrongly(image, kernel):
    image *= 2
    return right(image, kernel)


def keeps_the_first(image, kernel):
    kept.append(right(image, kernel))
    return kept[0]


def reads_the_notebook(image, kernel):
    return right(image, image[:2, :3]) * factor


def in_memory_order(image, kernel):
    return right(image, kernel) + image.strides[0] / 1000


def fails_inside(image, kernel):
    def inner(value):
        return value[99]

    return inner(image)


def exits(image, kernel):
    sys.exit(3)


def not_yet(image, kernel):
    raise NotImplementedError("later")


def recurses(image, kernel):
    return recurses(image, kernel)


def asks_too_much(image, kernel, more):
    return image


def decorate(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        return function(*arguments).fill(1)

    return wrapper


@decorate
def decorated(image, kernel):
    return right(image, kernel)


transposed = lambda image, kernel: right(image, kernel).T  # noqa: E731
