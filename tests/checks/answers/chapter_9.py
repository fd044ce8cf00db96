"""What learners answer in chapter 9, and what they are told."""

import math
import statistics

import numpy as np

from tests.checks.answers.parts import after, before


def seconds(n_bytes, n_operations, bandwidth, peak):
    return max(n_bytes / bandwidth, n_operations / peak)


def by_comparing(n_bytes, n_operations, bandwidth, peak):
    if n_operations * bandwidth < n_bytes * peak:  # left of the roof's ridge
        return n_bytes / bandwidth
    return n_operations / peak


def by_the_roof(n_bytes, n_operations, bandwidth, peak):
    return n_operations / min(n_operations / n_bytes * bandwidth, peak)


def mean_share(ours, theirs):
    return np.prod(ours / theirs) ** (1 / len(ours))


RIGHT = {
    "least_seconds": [
        seconds,
        by_comparing,
        by_the_roof,
        lambda *arguments: np.array(seconds(*arguments)),
        lambda b, o, bandwidth, peak: np.maximum(b / bandwidth, o / peak),
    ],
    "mean_share": [
        mean_share,
        lambda ours, theirs: np.exp(np.mean(np.log(ours / theirs))),
        lambda ours, theirs: statistics.geometric_mean(ours / theirs),
        lambda ours, theirs: 1 / mean_share(theirs, ours),
        lambda ours, theirs: math.exp(
            sum(math.log(a) - math.log(b) for a, b in zip(ours, theirs)) / len(ours)
        ),
        lambda ours, theirs: (
            np.prod(ours) ** (1 / ours.size) / np.prod(theirs) ** (1 / ours.size)
        ),
    ],
}


def rates_exchanged(n_bytes, n_operations, bandwidth, peak):
    return seconds(n_bytes, n_operations, peak, bandwidth)


UPSIDE = "the fractions are upside down"
TURNED = "the shares are upside down"
WRONG = {
    "least_seconds": {
        "only the bytes are in it": lambda b, o, bandwidth, peak: b / bandwidth,
        "only the operations are in it": lambda b, o, bandwidth, peak: o / peak,
        "not for the faster one": (
            lambda b, o, bandwidth, peak: min(b / bandwidth, o / peak)
        ),
        "the two times are added": (
            lambda b, o, bandwidth, peak: b / bandwidth + o / peak
        ),
        "// drops": lambda b, o, bandwidth, peak: max(b // bandwidth, o // peak),
        "are exchanged": rates_exchanged,
        UPSIDE: [
            lambda b, o, bandwidth, peak: max(bandwidth / b, peak / o),
            lambda b, o, bandwidth, peak: min(bandwidth / b, peak / o),
        ],
        "this is the speed": lambda *given: given[1] / seconds(*given),
        "expected  one number": lambda b, o, bandwidth, peak: (b / bandwidth, o / peak),
    },
    "mean_share": {
        "and one of 1/2 should even out": lambda ours, theirs: (ours / theirs).mean(),
        "the longest task decides alone": (
            lambda ours, theirs: ours.sum() / theirs.sum()
        ),
        "the middle one of the shares": (lambda ours, theirs: np.median(ours / theirs)),
        "of the shares turned over": lambda ours, theirs: 1 / (theirs / ours).mean(),
        TURNED: [
            lambda ours, theirs: mean_share(theirs, ours),
            lambda ours, theirs: (theirs / ours).mean(),
        ],
        "this is the product of the shares": lambda ours, theirs: np.prod(
            ours / theirs
        ),
        "a square root is for two": lambda ours, theirs: np.sqrt(
            np.prod(ours / theirs)
        ),
        "the mean of the logarithms": after(np.log, mean_share),
        "write product ** (1 / n)": (
            lambda ours, theirs: np.prod(ours / theirs) ** 1 / len(ours)
        ),
        "the mean of our times": before(1, np.ones_like, mean_share),
        "expected  one number": lambda ours, theirs: ours / theirs,
    },
}
PAPER = {
    "bytes_of_windows": (
        40_320,
        (),
        {
            10 * 7 * 6 * 24: "each has four bytes",
            10 * 7 * 6 * 24 * 8: "Those would be float64",
            7 * 6 * 24 * 4: "That is one image",
            10 * 7 * 6 * 8 * 4: "reads every channel",
            10 * 8 * 9 * 3 * 4: "Those are the images",
            10 * 8 * 9 * 24 * 4: "A window has to fit",
            10 * 6 * 5 * 24 * 4: "The first placement is there",
            5 * 10 * 7 * 6 * 24 * 4: "the same for every kernel",
            5 * 10 * 7 * 6 * 4: "Those are the results",
        },
    )
}
