"""The judges of chapter 9: bytes, the time that a machine needs, and a fair mean."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ._cases import Dice
from ._judge import judge
from ._predict import predicted
from ._task import Case, Task, Variants

__all__ = ["bytes_of_windows", "least_seconds", "mean_share"]


def bytes_of_windows(answer: Any) -> None:
    """Judge the bytes of all windows: images (10, 8, 9, 3), kernels (5, 2, 4, 3).

    Parameters
    ----------
    answer : int
        The bytes, in float32.

    Examples
    --------
    >>> bytes_of_windows(10080)
    bytes_of_windows: not 10080. So many values there are; each has four bytes.
    """
    hints = {
        10_080: "So many values there are; each has four bytes.",
        80_640: "Those would be float64: a float32 has four bytes.",
        4032: "That is one image: each has windows of its own.",
        13_440: "A kernel reads every channel of its pixels.",
        8640: "Those are the images: each pixel stands in several windows.",
        69_120: "A window has to fit: there are fewer placements than pixels.",
        28_800: "The first placement is there before any step.",
        201_600: "The windows are the same for every kernel.",
        8400: "Those are the results: what do the kernels read for them?",
    }
    predicted("bytes_of_windows", answer, 40_320, hints)


def least_seconds(function: Any) -> None:
    """Judge a function that tells how long a method takes at least on a machine.

    Parameters
    ----------
    function : callable
        Called as `function(n_bytes, n_operations, bandwidth, peak)`, with what a method
        moves and computes, and with the bytes and the operations that the machine can
        do in a second: whole numbers. It returns the seconds that the method cannot do
        without, if the machine moves and computes at the same time.

    Examples
    --------
    >>> def of_bytes(n_bytes, n_operations, bandwidth, peak):
    ...     return n_bytes / bandwidth
    >>> least_seconds(of_bytes)
    least_seconds: right on 1 case, then not.
      given     n_bytes = 90, n_operations = 700, bandwidth = 40, peak = 50
      expected  14
      got       2.25
      likely    only the bytes are in it: where they are few, the operations take longer
    """
    judge(function, _least_seconds())


@cache
def _least_seconds() -> Task:
    dice = Dice(901)
    cases: list[Case] = [(600, 840, 25, 80), (90, 700, 40, 50), (700, 90, 16, 60)]
    while len(cases) < 16:
        rates = dice.numbers(2, 3, 40)
        cases.append((*dice.numbers(2, 20, 900), *rates))
    cases += [
        (1, 35, 4, 7),
        (36, 1, 7, 5),
        (77, 77, 6, 6),
        (55, 44, 1, 8),
        (44, 55, 8, 1),
        (300, 300, 20, 11),
        (300, 700, 11, 20),
        (9000, 400_000, 30, 210),
    ]
    return Task(
        "least_seconds",
        ("n_bytes", "n_operations", "bandwidth", "peak"),
        (),
        cases,
        _seconds,
        (_one_limit, _both_limits, _exchanged, _turned),
    )


def _seconds(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> np.float64:
    return np.float64(max(n_bytes / bandwidth, n_operations / peak))


def _one_limit(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> Variants:
    text = "only the bytes are in it: where they are few, the operations take longer"
    yield text, np.float64(n_bytes / bandwidth)
    text = "only the operations are in it: where they are few, the bytes take longer"
    yield text, np.float64(n_operations / peak)
    text = "the method waits for the slower of the two, not for the faster one"
    yield text, np.float64(min(n_bytes / bandwidth, n_operations / peak))


def _both_limits(
    n_bytes: int, n_operations: int, bandwidth: int, peak: int
) -> Variants:
    moving, computing = n_bytes / bandwidth, n_operations / peak
    text = "the two times are added, but the machine does both at the same time"
    yield text, np.float64(moving + computing)
    text = "// drops what is left over: seconds are no whole numbers"
    yield text, np.float64(max(n_bytes // bandwidth, n_operations // peak))


def _exchanged(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> Variants:
    text = "bandwidth and peak are exchanged: the bandwidth counts bytes a second"
    yield text, np.float64(max(n_bytes / peak, n_operations / bandwidth))


def _turned(n_bytes: int, n_operations: int, bandwidth: int, peak: int) -> Variants:
    moving, computing = n_bytes / bandwidth, n_operations / peak
    text = "the fractions are upside down: seconds are bytes by bytes a second"
    yield text, np.float64(max(1 / moving, 1 / computing))
    yield text, np.float64(min(1 / moving, 1 / computing))
    text = "this is the speed, in operations a second: the seconds are asked for"
    yield text, np.float64(n_operations / max(moving, computing))


def mean_share(function: Any) -> None:
    """Judge a function that says in one number how two methods compare.

    Parameters
    ----------
    function : callable
        Called as `function(ours, theirs)`, with two arrays of one length: the times of
        two methods, task by task. It returns the geometric mean, over the tasks, of our
        share of their time: the n-th root of the product of n shares.

    Examples
    --------
    >>> mean_share(lambda ours, theirs: (ours / theirs).mean())
    mean_share: not yet.
      given     ours of shape (4,), theirs of shape (4,)
      expected  0.5
      got       0.78125
      likely    this is the ordinary mean: a share of 2 and one of 1/2 should even out
    """
    judge(function, _mean_share())


@cache
def _mean_share() -> Task:
    dice = Dice(903)
    pairs: list[tuple[list[int], list[int]]] = [
        ([6, 10, 3, 1], [3, 20, 6, 8]),
        ([7], [2]),
        ([1], [4]),
        ([9, 1], [9, 9]),
        ([5, 5, 5], [5, 5, 5]),
        ([1, 2], [2, 1]),
        ([8, 30, 2, 12, 40], [9, 6, 8, 11, 8]),
    ]
    for length in (2, 3, 4, 5, 6, 7, 8, 9, 3, 5, 12):
        ours, theirs = ([dice.number(1, 40) for _ in range(length)] for _ in range(2))
        pairs.append((ours, theirs))
    cases: list[Case] = []
    for number, (ours, theirs) in enumerate(pairs):
        pair = np.array(ours), np.array(theirs)  # whole numbers, or quarters
        cases.append(
            tuple(
                times / 4 if number % 3 != n else times
                for n, times in enumerate(pair, 1)
            )
        )
    return Task(
        "mean_share",
        ("ours", "theirs"),
        (),
        cases,
        _mean,
        (_other_mean, _upside_down, _no_root, _no_shares),
    )


def _mean(ours: np.ndarray, theirs: np.ndarray) -> np.float64:
    return np.float64(np.prod(ours / theirs) ** (1 / len(ours)))


def _other_mean(ours: np.ndarray, theirs: np.ndarray) -> Variants:
    shares = ours / theirs
    text = "this is the ordinary mean: a share of 2 and one of 1/2 should even out"
    yield text, shares.mean()
    text = "this compares the sums of the times: then the longest task decides alone"
    yield text, ours.sum() / theirs.sum()
    text = "this is the middle one of the shares: the mean is made of all of them"
    yield text, np.float64(np.median(shares))
    text = "this is the ordinary mean, of the shares turned over"
    yield text, 1 / (theirs / ours).mean()


def _upside_down(ours: np.ndarray, theirs: np.ndarray) -> Variants:
    text = "the shares are upside down: ours by theirs, below 1 where we are faster"
    yield text, _mean(theirs, ours)
    yield text, (theirs / ours).mean()


def _no_root(ours: np.ndarray, theirs: np.ndarray) -> Variants:
    product = np.prod(ours / theirs)
    yield "this is the product of the shares: take its n-th root", product
    text = "a square root is for two shares: of n, take the n-th root"
    yield text, np.sqrt(product)
    text = "this is the mean of the logarithms: np.exp leads back from there"
    yield text, np.log(product) / len(ours)
    text = "product ** 1 / n is (product ** 1) / n: write product ** (1 / n)"
    yield text, product / len(ours)


def _no_shares(ours: np.ndarray, theirs: np.ndarray) -> Variants:
    text = "this is the mean of our times: each is to be a share of theirs first"
    yield text, np.float64(np.prod(ours) ** (1 / len(ours)))
