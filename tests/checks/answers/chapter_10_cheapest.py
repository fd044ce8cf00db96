"""What learners answer about the cheapest strip, and what they are told."""

from fractions import Fraction
from math import ceil, floor, sqrt

import numpy as np


def cheapest(out_width, kernel_width, n_kernels, ratio):
    def times_t(t):  # whole numbers: no rounding decides
        return (t + kernel_width - 1) * (ratio + n_kernels * t)

    best = 1
    for t in range(2, out_width + 1):
        best = t if times_t(t) * best < times_t(best) * t else best
    return best


def by_argmin(out_width, kernel_width, n_kernels, ratio):
    t = np.arange(1, out_width + 1)
    return np.argmin((t + kernel_width - 1) * (ratio / t + n_kernels)) + 1


def by_min(out_width, kernel_width, n_kernels, ratio):
    costs = {
        t: (t + kernel_width - 1) / t * ratio + (t + kernel_width - 1) * n_kernels
        for t in range(1, out_width + 1)
    }
    return min(costs, key=costs.get)


def in_fractions(out_width, *others):
    return sorted(range(1, out_width + 1), key=lambda t: cost(Fraction(t), *others))[0]


def downhill(out_width, kernel_width, n_kernels, ratio):
    t = 1
    while t < out_width and ratio * (kernel_width - 1) > n_kernels * t * (t + 1):
        t += 1
    return t


def closed_form(out_width, kernel_width, n_kernels, ratio):
    square = ratio * (kernel_width - 1) / n_kernels
    return int(min(max(ceil((sqrt(1 + 4 * square) - 1) / 2), 1), out_width))


def beside_the_root(out_width, *others):
    near = floor(root(out_width, *others))
    near = {min(max(t, 1), out_width) for t in (near, near + 1)}
    return min(near, key=lambda t: cost(t, *others))


def searched(cost, ts=lambda out_width: range(1, out_width + 1)):
    """Take the t that costs least, of those that are tried."""
    return lambda out_width, *others: min(
        ts(out_width) or [1], key=lambda t: cost(t, *others)
    )


def cost(t, kernel_width, n_kernels, ratio):
    return (t + kernel_width - 1) * (ratio / t + n_kernels)


def root(out_width, kernel_width, n_kernels, ratio):
    return (ratio * (kernel_width - 1) / n_kernels) ** 0.5


def clipped(function):
    return lambda *a: min(max(function(root(*a)), 1), a[0])


RIGHT = {
    "cheapest_t": [
        cheapest,
        by_argmin,
        by_min,
        in_fractions,
        downhill,
        closed_form,
        beside_the_root,
        lambda *arguments: np.int16(by_argmin(*arguments)),
    ]
}
WRONG = {
    "cheapest_t": {
        "this is the square root": [
            root,
            lambda o, w, k, r: sqrt(r) / sqrt(k) * sqrt(w - 1),  # rounds otherwise
            lambda *a: round(root(*a)),
            lambda *a: int(root(*a)),
            lambda *a: ceil(root(*a)),
            clipped(float),
            clipped(round),
            clipped(floor),
            clipped(ceil),
        ],
        "t = out_width, is never tried": searched(cost, lambda w: range(1, w)),
        "t = 1, is never tried": searched(cost, lambda w: range(2, w + 1)),
        "t need not divide the width": (
            searched(cost, lambda w: [t for t in range(1, w + 1) if w % t == 0])
        ),
        "argmin counts from 0": lambda *a: by_argmin(*a) - 1,
        "this is the least cost": lambda *a: cost(by_argmin(*a), *a[1:]),
        "this is the dearest t": searched(lambda *a: -cost(*a)),
        "each value is multiplied 2 times": (
            searched(lambda t, w, k, r: (t + w - 1) * (r / t + 1))
        ),
        "this is 1 where": [
            searched(lambda t, w, k, r: (t + w - 1) * (r + k)),
            searched(lambda t, w, k, r: (t + w - 1) * (t / r + k)),
        ],
        "only the copying is counted": (
            searched(lambda t, w, k, r: (t + w - 1) / t * r if w > 1 else t)
        ),
        "n_kernels and ratio are exchanged": (
            searched(lambda t, w, k, r: (t + w - 1) * (k / t + r))
        ),
        "t + kernel_width - 1 pixels wide, not t + kernel_width": (
            searched(lambda t, w, k, r: (t + w) * (r / t + k))
        ),
        "// drops": searched(lambda t, w, k, r: (t + w - 1) * (r // t + k)),
        "the number is right, but it is a float": lambda *a: float(by_argmin(*a)),
        "expected  one number": lambda *a: (by_argmin(*a), 1),
    }
}
