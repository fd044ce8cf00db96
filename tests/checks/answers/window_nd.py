"""Answers to window_nd: wrong ones by their slip, and right ones."""

import itertools
import math

import numpy as np

from tests.checks.labels import named, right
from xcorr_helpers import window_index


@named("each axis steps by its own size")
def own_size_as_step(image_shape, kernel_shape):
    """Each axis is multiplied by its own size."""
    places = np.indices(kernel_shape)
    return sum(p * n for p, n in zip(places, image_shape)).ravel()


@named("each axis steps by the size of the next one alone")
def next_size_as_step(image_shape, kernel_shape):
    """Each step is the next axis' size, not the product of all behind."""
    steps = [*image_shape[1:], 1]
    return sum(p * s for p, s in zip(np.indices(kernel_shape), steps)).ravel()


@named("a step is the product of the sizes before it")
def steps_from_the_front(image_shape, kernel_shape):
    """The steps are multiplied up from the first axis."""
    steps, step = [], 1
    for size in image_shape:
        steps.append(step)
        step *= size
    return sum(p * s for p, s in zip(np.indices(kernel_shape), steps)).ravel()


@named("each step holds its own axis, too")
def own_axis_in_the_product(image_shape, kernel_shape):
    """The product of sizes starts with the axis itself."""
    steps = [math.prod(image_shape[axis:]) for axis in range(len(image_shape))]
    return sum(p * s for p, s in zip(np.indices(kernel_shape), steps)).ravel()


@named("np.cumprod(image_shape)")
def cumprod_as_it_is(image_shape, kernel_shape):
    """np.cumprod is taken from the front, with the axis itself."""
    steps = np.cumprod(image_shape)
    return sum(p * s for p, s in zip(np.indices(kernel_shape), steps)).ravel()


@named("the steps are made of the kernel's sizes")
def kernel_size_in_the_loop(image_shape, kernel_shape):
    """The window is spread by the kernel's size, not by the image's."""
    window = np.zeros(1, dtype=int)
    for _, count in zip(image_shape, kernel_shape):
        window = (window[:, None] * count + np.arange(count)).ravel()
    return window


@named("every axis has the step 1")
def places_added_only(image_shape, kernel_shape):
    """The places are added without any step."""
    window = np.zeros(1, dtype=int)
    for count in kernel_shape:
        window = (window[:, None] + np.arange(count)).ravel()
    return window


@named("the sizes behind an axis are added")
def sizes_added(image_shape, kernel_shape):
    """The sizes behind an axis are summed."""
    steps = [sum(image_shape[axis + 1 :]) or 1 for axis in range(len(image_shape))]
    return sum(p * s for p, s in zip(np.indices(kernel_shape), steps)).ravel()


@named("two sizes are unpacked")
def two_axes_unpacked(image_shape, kernel_shape):
    """Height and width are unpacked, and there may be more."""
    height, width = image_shape
    rows, columns = kernel_shape
    return (np.arange(rows)[:, None] * width + np.arange(columns)).ravel()


@named("three sizes are unpacked")
def three_axes_unpacked(image_shape, kernel_shape):
    """A film is all that is thought of."""
    frames, height, width = image_shape
    t, i, j = np.ogrid[: kernel_shape[0], : kernel_shape[1], : kernel_shape[2]]
    return ((t * height + i) * width + j).ravel()


@named("only the last two axes are counted")
def last_two_axes_only(image_shape, kernel_shape):
    """The last two axes are taken for all."""
    return window_index((1, *image_shape)[-2:], (1, *kernel_shape)[-2:])


@named("the window is a vector: ravel() makes it flat")
def not_raveled(image_shape, kernel_shape):
    """The kernel's shape is left on it."""
    everything = np.arange(math.prod(image_shape)).reshape(image_shape)
    return everything[tuple(slice(k) for k in kernel_shape)]


@named("the window runs through its first axis fastest")
def raveled_in_fortran_order(image_shape, kernel_shape):
    """The window is made flat in Fortran order."""
    places = np.indices(kernel_shape)
    return np.ravel_multi_index(places, image_shape).ravel(order="F")


@named("each position is one too large")
def counted_from_one(image_shape, kernel_shape):
    """The positions begin with 1."""
    everything = np.arange(1, math.prod(image_shape) + 1).reshape(image_shape)
    return everything[tuple(slice(k) for k in kernel_shape)].ravel()


@named("every axis is counted from 1")
def places_from_one(image_shape, kernel_shape):
    """The places on each axis begin with 1."""
    window = np.zeros(1, dtype=int)
    for size, count in zip(image_shape, kernel_shape):
        window = (window[:, None] * size + np.arange(1, count + 1)).ravel()
    return window


@named("these are the offsets")
def offsets_listed(image_shape, kernel_shape):
    """The starts of all placements are listed."""
    counts = [n - k + 1 for n, k in zip(image_shape, kernel_shape)]
    window = np.zeros(1, dtype=int)
    for size, count in zip(image_shape, counts):
        window = (window[:, None] * size + np.arange(count)).ravel()
    return window


@named("the axes share one axis where they are added")
def no_axis_of_its_own(image_shape, kernel_shape):
    """The ranges are added without x[:, None]."""
    window = 0
    for axis, count in enumerate(kernel_shape):
        window = window + np.arange(count) * math.prod(image_shape[axis + 1 :])
    return window


@named("the axes' ranges stand one after the other")
def ranges_joined(image_shape, kernel_shape):
    """The ranges are concatenated."""
    return np.concatenate(
        [
            np.arange(count) * math.prod(image_shape[axis + 1 :])
            for axis, count in enumerate(kernel_shape)
        ]
    )


@named("these are the places along each axis, a row for each")
def places_listed(image_shape, kernel_shape):
    """The places are listed, and not made positions."""
    return list(itertools.product(*map(range, kernel_shape)))


@named("these are all positions of the image")
def whole_image(image_shape, kernel_shape):
    """The loop goes through the image's sizes."""
    window = np.zeros(1, dtype=int)
    for size in image_shape:
        window = (window[:, None] * size + np.arange(size)).ravel()
    return window


@named("the last place of each axis is missing")
def ranges_too_short(image_shape, kernel_shape):
    """The ranges end one place too early."""
    window = np.zeros(1, dtype=int)
    for size, count in zip(image_shape, kernel_shape):
        window = (window[:, None] * size + np.arange(count - 1)).ravel()
    return window


@named("the first axis is left out of the positions")
def first_axis_without_a_step(image_shape, kernel_shape):
    """The first axis has no part in the positions."""
    places = np.indices(kernel_shape)
    places[0] = 0
    return np.ravel_multi_index(places, image_shape).ravel()


@named("only the first axis is there")
def returned_in_the_loop(image_shape, kernel_shape):
    """The return stands in the loop."""
    window = np.zeros(1, dtype=int)
    for axis, count in enumerate(kernel_shape):
        step = math.prod(image_shape[axis + 1 :])
        window = (window[:, None] + np.arange(count) * step).ravel()
        return window


@named("ravel() in the loop")
def not_flat_in_the_loop(image_shape, kernel_shape):
    """ravel() is called once, at the end."""
    window = np.zeros(1, dtype=int)
    for size, count in zip(image_shape, kernel_shape):
        window = window[:, None] * size + np.arange(count)
    return window.ravel()


@named("a list of slices is no index")
def list_of_slices(image_shape, kernel_shape):
    """The slices are a list, not a tuple."""
    everything = np.arange(math.prod(image_shape)).reshape(image_shape)
    return everything[[slice(k) for k in kernel_shape]].ravel()


@right
def right_by_products(image_shape, kernel_shape):
    """A list of sums, over all places."""
    steps = [math.prod(image_shape[axis + 1 :]) for axis in range(len(image_shape))]
    places = itertools.product(*map(range, kernel_shape))
    return [sum(p * s for p, s in zip(place, steps)) for place in places]


@right
def right_by_ravel_multi_index(image_shape, kernel_shape):
    """NumPy's own positions."""
    return np.ravel_multi_index(np.indices(kernel_shape), image_shape).ravel()
