"""Wrong means of the right shares, where a geometric mean is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

# In these, a and b are our times and theirs.
Program = Callable[[np.ndarray, np.ndarray], Any]
Known = tuple[str, Program]


def root(product: Any, n: float) -> Any:
    return product ** (1 / n)


def mean(shares: np.ndarray) -> Any:
    return root(np.prod(shares), len(shares))


def _raised(a: np.ndarray, b: np.ndarray) -> Any:
    product = 1.0
    for share in a / b:
        product = (product * share) ** (1 / len(a))
    return product


MEANS: tuple[Known, ...] = (
    (
        "this is the ordinary mean, with logarithms around it or without: a share of 2 "
        "and one of 1/2 should even out",
        lambda a, b: np.mean(a / b),
    ),
    (
        "this is the middle one of the shares: the mean is made of all of them",
        lambda a, b: np.median(a / b),
    ),
    (
        "this is the harmonic mean of the shares: multiply them, and take the n-th "
        "root",
        lambda a, b: len(a) / np.sum(b / a),
    ),
    (
        "this is the quadratic mean, of squares: multiply the shares, and take the "
        "n-th root",
        lambda a, b: np.sqrt(np.mean((a / b) ** 2)),
    ),
    (
        "this is the product of the n shares, as is np.exp of summed logarithms, or a "
        "root of all n * n pairs: take its n-th root",
        lambda a, b: np.prod(a / b),
    ),
    (
        "this is the sum of the shares: multiply them, and take the n-th root",
        lambda a, b: np.sum(a / b),
    ),
    (
        "this is the largest of the shares: the mean is made of all of them",
        lambda a, b: np.max(a / b),
    ),
    (
        "this is the smallest of the shares: the mean is made of all of them",
        lambda a, b: np.min(a / b),
    ),
    (
        "this compares the sums of the times, or their means: the longest task decides "
        "then",
        lambda a, b: a.sum() / b.sum(),
    ),
    (
        "this compares the middle times: the mean is made of the shares of all tasks",
        lambda a, b: np.median(a) / np.median(b),
    ),
    (
        "a square root is for two shares: n is the number of tasks, not of methods",
        lambda a, b: np.sqrt(np.prod(a / b)),
    ),
    (
        "a cube root is for three shares: of n, take the n-th root",
        lambda a, b: np.cbrt(np.prod(a / b)),
    ),
    (
        "a twelfth root is for twelve shares: n is their number, len(...)",
        lambda a, b: root(np.prod(a / b), 12),
    ),
    (
        "the root is that of the example's 4 shares, however many there are",
        lambda a, b: root(np.prod(a / b), 4),
    ),
    (
        "the root is the (n - 1)-th, one too low: n shares have an n-th root",
        lambda a, b: root(np.prod(a / b), len(a) - 1),
    ),
    (
        "the root is the (n + 1)-th, one too high: n shares have an n-th root",
        lambda a, b: root(np.prod(a / b), len(a) + 1),
    ),
    (
        "the root is the 2n-th, as if both arrays' times were counted: there are n "
        "shares",
        lambda a, b: root(np.prod(a / b), 2 * len(a)),
    ),
    (
        "product ** 1 / n is (product ** 1) / n: write product ** (1 / n)",
        lambda a, b: np.prod(a / b) / len(a),
    ),
    (
        "the product is raised to n: the root is ** (1 / n)",
        lambda a, b: np.prod(a / b) ** len(a),
    ),
    (
        "1 // n is 0, and a power of 0 makes 1 of everything: write 1 / n",
        lambda a, b: np.prod(a / b) ** (1 // len(a)),
    ),
    (
        "this is 1 / n to the power of the product: np.power(product, 1 / n)",
        lambda a, b: (1 / len(a)) ** np.prod(a / b),
    ),
    (
        "the shares are added before the root: multiply them",
        lambda a, b: root(np.sum(a / b), len(a)),
    ),
    (
        "the root is taken of the ordinary mean: it is due to the product",
        lambda a, b: root(np.mean(a / b), len(a)),
    ),
    (
        "the loop adds the shares to 1 before the root: product *= share",
        lambda a, b: root(1 + np.sum(a / b), len(a)),
    ),
    (
        "the roots of the shares are averaged: multiply them",
        lambda a, b: np.mean(root(a / b, len(a))),
    ),
    (
        "the roots of the shares are added: multiply them",
        lambda a, b: np.sum(root(a / b, len(a))),
    ),
    (
        "a root is taken in every turn of the loop: one is due, after it",
        _raised,
    ),
    (
        "share ** 1 / n is share / n, before the product: write share ** (1 / n)",
        lambda a, b: np.prod(a / b / len(a)),
    ),
    (
        "the sums of the times are compared, and the root is taken of that: multiply "
        "the shares",
        lambda a, b: root(a.sum() / b.sum(), len(a)),
    ),
    (
        "the root is taken twice",
        lambda a, b: root(np.prod(a / b), len(a) ** 2),
    ),
)
LOGARITHMS: tuple[Known, ...] = (
    (
        "this is the mean of the logarithms: np.exp leads back from there",
        lambda a, b: np.mean(np.log(a / b)),
    ),
    (
        "this is the sum of the logarithms: take their mean, and np.exp of that",
        lambda a, b: np.sum(np.log(a / b)),
    ),
    (
        "this is the mean of decimal logarithms: 10 ** leads back from there",
        lambda a, b: np.mean(np.log10(a / b)),
    ),
    (
        "this is the mean of binary logarithms: 2 ** leads back from there",
        lambda a, b: np.mean(np.log2(a / b)),
    ),
    (
        "np.log10 goes with 10 **, and np.exp with np.log: here np.exp follows "
        "np.log10",
        lambda a, b: np.exp(np.mean(np.log10(a / b))),
    ),
    (
        "np.log2 goes with 2 **, and np.exp with np.log: here np.exp follows np.log2",
        lambda a, b: np.exp(np.mean(np.log2(a / b))),
    ),
    (
        "np.log goes with np.exp, and 10 ** with np.log10: here 10 ** follows np.log",
        lambda a, b: 10 ** np.mean(np.log(a / b)),
    ),
    (
        "np.log goes with np.exp, and 2 ** with np.log2: here 2 ** follows np.log",
        lambda a, b: 2 ** np.mean(np.log(a / b)),
    ),
    (
        "logarithms are divided: log(a / b) is log(a) - log(b)",
        lambda a, b: np.exp(np.mean(np.log(a) / np.log(b))),
    ),
    (
        "np.exp stands without a logarithm: it leads back from the mean of np.log",
        lambda a, b: np.exp(np.mean(a / b)),
    ),
    (
        "the means of logarithms are divided: log(a / b) is log(a) - log(b)",
        lambda a, b: np.exp(np.mean(np.log(a)) / np.mean(np.log(b))),
    ),
    (
        "this is the logarithm of the ordinary mean: take the mean of the logarithms",
        lambda a, b: np.log(np.mean(a / b)),
    ),
)
